"""Whom a stand-in means: "it", "the company", "the French carmaker", "the pair", "the city".

What was said before is the caller's: `candidates` are the subjects before the stand-in, nearest first.
"""

from typing import Final

from flows.extraction.figure import Name
from flows.extraction.names.entities import slug
from flows.extraction.names.sole_names import TRADES, acts_as_name
from flows.extraction.subjects.discourse import Discourse, Referent, referent_of, together
from flows.extraction.subjects.fuller_phrases import fuller_phrase
from flows.extraction.subjects.noun_referents import UNITS
from flows.extraction.text.noun_words import singular
from flows.extraction.text.subject_words import (
    ARTICLES,
    BODIES,
    PERSON_PRONOUNS,
    PLURAL_ROLES,
    TERRITORIES,
    TRADED_ROLES,
)

# Words back that "the county" reaches for Harl County.
CURRENCIES: Final = frozenset(
    """dollar euro yen pound sterling franc rupee yuan peso rand rouble ruble rupiah ringgit baht krone krona
    lira real zloty forint shekel""".split()
)
# Of a firm: what was named last may be the one that is meant, however seldom.
PARTS: Final = frozenset("unit group business brand subsidiary division site".split())
# Mentions of what a text only mentions.
FEW: Final = 2
INTO_PLACES: Final = frozenset("in into across throughout within".split())
NAMESAKE_REACH: Final = 300
# What firms make or do: none of these is a firm.
THINGS: Final = frozenset(
    """model car vehicle game film movie show book album song plane aircraft ship phone handset device console
    drug vaccine product programme program project""".split()
)
# Who speaks of other firms than his own.
OUTSIDERS: Final = frozenset("analyst economist strategist trader broker dealer manager lawyer".split())
# Of many at once: the nearest subject is meant, whatever its name.
GENERIC: Final = frozenset("company firm group corporation business brand unit partners two".split())


def pronoun(discourse: Discourse, token: int, candidates: list[Referent]) -> Referent | None:
    """Return whom "it", "its", "they", "he" at `token` stands for: the subject said before."""
    lower = discourse.reading.document.lower
    person = lower[token] in PERSON_PRONOUNS
    moves = lower[token] == "it" and lower[token + 1 : token + 2] in (["rose"], ["fell"], ["grew"], ["was"])
    if lower[token] in ("it", "its"):
        candidates = [c for c in candidates if c.type != "several"]
    for candidate in candidates:
        if candidate.type == "phrase" and candidate is not candidates[0] and not person:
            continue
        if moves and (candidate.type == "institution" or candidate.code in discourse.reporters()):
            # "The agency said it fell to 9%": no teller falls.
            continue
        if (
            candidate.type == "phrase"
            and lower[token] != "its"
            and _is_earlier(discourse, candidate, token)
            and any(other.is_thing for other in candidates[1:3])
        ):
            continue
        if (person == (candidate.type == "person") and candidate.type != "place") or (
            not person and candidate.type == "place" and lower[token] in ("it", "its", "which")
        ):
            return candidate
    return None if person else discourse.topic()


def _is_earlier(discourse: Discourse, candidate: Referent, token: int) -> bool:
    document = discourse.reading.document
    return document.sentence_at(candidate.first) != document.sentence_at(token)


def role(
    discourse: Discourse, first: int, end: int, noun: str, places: list[Name], candidates: list[Referent]
) -> Referent | None:
    """Return whom "the company", "the French carmaker", "the pair" stands for."""
    entities = discourse.entities.by_code
    if noun in PLURAL_ROLES:
        return _pair(discourse, first, candidates)
    if noun == "bank" and discourse.reading.document.lower[end - 2] == "central":
        return _central_bank(discourse, first, end)
    if noun == "currency":
        return _currency(discourse, first, end)
    if (namesake := _namesake(discourse, first, noun)) is not None:
        return namesake
    if noun in TRADED_ROLES and candidates:
        # "Brent fell 3%. The contract rose": what was traded before, whatever kind of thing it is.
        return candidates[0]
    if noun in TERRITORIES:
        return _that_place(discourse, first, candidates) or as_phrase(discourse, first, end)
    if noun in UNITS and (part := next((c for c in candidates if _is_such_a_part(c, noun)), None)):
        return part
    if noun not in BODIES and noun not in THINGS and (who := _spoken_for(discourse, first)) is not None:
        return who
    country = places[0].place_code if places else None
    if country is not None and country.isdigit():
        # "Europe's largest lamp maker": of any country of it.
        country = None
    names = [
        n for n in discourse.names_in(max(0, first - 600), first) if n.entity_code and n.type != "person"
    ]
    fitting = [
        name
        for name in names
        if (e := entities.get(name.entity_code or ""))
        and noun in e.roles
        and (country is None or e.country_code in ("", country))
    ]
    if country is not None and noun not in BODIES:
        if fitting:
            return referent_of(fitting[-1])
        for name in reversed(names):
            entity = entities.get(name.entity_code or "")
            if entity is not None and entity.country_code == country:
                return referent_of(name)
    if noun in BODIES and not fitting:
        # "The Norwegian government" is itself: no firm of Norway, nor what was spoken of before.
        bodies = [c for c in candidates if c.type in ("institution", "place") and country is None]
        return bodies[0] if bodies else as_phrase(discourse, first, end)
    for candidate in candidates:
        entity = entities.get(candidate.code)
        if (
            candidate.is_thing
            and not candidate.is_part
            and candidate.type != "several"
            and not is_doubtful(discourse, candidate)
            and not (candidate.type == "company" and noun in THINGS)
            and (noun not in GENERIC or candidate.code not in discourse.reporters())
            and (entity is None or noun in entity.roles or not fitting)
        ):
            listed = entity is not None and entity.type != "product"
            if noun not in PARTS and not listed and _is_earlier(discourse, candidate, first):
                # "Velta fell ... Hart makes lamps too. The company said": what the text is about.
                return _rather(discourse, candidate)
            return candidate
    topic = discourse.topic()
    if noun in THINGS and not fitting and (topic is None or topic.type == "company"):
        return fuller_phrase(discourse, end - 1) if end - first == 2 else as_phrase(discourse, first, end)
    if topic is not None and (not fitting or topic.code not in entities or topic.code in map(_code, fitting)):
        return topic
    if fitting:
        return referent_of(fitting[-1])
    if topic is not None:
        return topic
    if noun in TRADES and len({name.entity_code for name in names if name.type != "institution"}) == 1:
        # "Shares in Velta fell. The carmaker sold": the only one that it can be.
        return referent_of(next(name for name in reversed(names) if name.type != "institution"))
    things = [candidate for candidate in candidates if candidate.is_thing]
    return things[0] if things else as_phrase(discourse, first, end)


def _is_such_a_part(candidate: Referent, noun: str) -> bool:
    """Whether a subject is a part that "the unit" may stand for: "Velta's lamp unit"."""
    return candidate.is_part and candidate.words.lower().endswith(noun)


def _spoken_for(discourse: Discourse, first: int) -> Referent | None:
    """Return the firm of who speaks right before: "Velta chairman Jane Roe said [the company] would"."""
    clause = discourse.clause_at(first).parent
    if clause is None or clause.kind != "said" or clause.subject is None or clause.last > first:
        return None
    names = discourse.names_in(*clause.subject)
    if not names or names[-1].type != "person" or names[-1].last != clause.subject[1]:
        return None
    if not OUTSIDERS.isdisjoint(discourse.reading.document.lower[clause.subject[0] : names[-1].first]):
        return None
    firm = next((name for name in names if name.type == "company"), None)
    return referent_of(firm) if firm is not None and firm.first < names[-1].first else None


def _rather(discourse: Discourse, candidate: Referent) -> Referent:
    """Return the firm that a text is about in place of a thing that it only mentions, else `candidate`."""
    topic = discourse.topic()
    if topic is None or topic.code == candidate.code or topic.type != "company" or topic.words == "Nasdaq":
        return candidate
    mentions = discourse.mentions()
    seldom = mentions.get(candidate.code, 0)
    if seldom > FEW or seldom * 3 >= mentions.get(topic.code, 0) or not discourse.is_central(topic):
        return candidate
    word = candidate.words.lower().split(" ")[0]
    if word in (discourse.reading.title or "").lower() or discourse.reading.document.lower.count(word) > FEW:
        return candidate
    both = (topic.code, candidate.code)
    named_first = next((name for name in discourse.names if name.entity_code in both), None)
    return candidate if named_first is not None and named_first.entity_code == candidate.code else topic


def _currency(discourse: Discourse, first: int, end: int) -> Referent:
    """Return the currency spoken of last, "the currency" itself where none was."""
    lower = discourse.reading.document.lower
    # "The Norwegian currency" says itself which.
    back = range(first - 1, -1, -1) if end - first == 2 else ()
    for index in back:
        word = singular(lower[index])
        if word in CURRENCIES:
            return Referent(word, word, "phrase", index, index + 1)
    return as_phrase(discourse, first, end)


def _central_bank(discourse: Discourse, first: int, end: int) -> Referent:
    """Return the last central bank named before, "the central bank" itself where none was: no other bank."""
    for name in reversed(discourse.names_in(max(0, first - 600), first)):
        entity = discourse.entities.by_code.get(name.entity_code or "")
        if entity is not None and "central bank" in entity.roles:
            return referent_of(name)
    return as_phrase(discourse, first, end)


def _code(name: Name) -> str | None:
    return name.entity_code


def _namesake(discourse: Discourse, first: int, noun: str) -> Referent | None:
    """Return the last name before that has the noun in it: "the county" is Harl County."""
    if noun in GENERIC:
        return None
    lower = discourse.reading.document.lower
    for name in reversed(discourse.names_in(max(0, first - NAMESAKE_REACH), first)):
        if name.last - name.first > 1 and noun in (lower[name.last - 1], lower[name.first]):
            return referent_of(name)
    return None


def as_phrase(discourse: Discourse, first: int, end: int) -> Referent:
    """Return a role that nobody named fits as the phrase that it is."""
    document = discourse.reading.document
    if document.lower[first] in ARTICLES and end > first + 1:
        first += 1
    words = " ".join(document.quote(first, end).split())
    return Referent(words, slug(words) or words, "phrase", first, end)


def _that_place(discourse: Discourse, first: int, candidates: list[Referent]) -> Referent | None:
    """Return the place that "the city" stands for: the nearest subject, else the last one named."""
    lower = discourse.reading.document.lower
    for candidate in candidates:
        # "Imports into Tavria": what is in no table is a place where things go.
        if candidate.type == "place" or (
            candidate.type is None and candidate.first and lower[candidate.first - 1] in INTO_PLACES
        ):
            return candidate
    names = discourse.names_in(max(0, first - 300), first)
    for name in reversed(names):
        if name.type == "place":
            return referent_of(name)
    if len(names) == 1 and names[0].type is None and names[0].entity_code:
        # "Tolva is poor. The province has": the only thing named.
        return referent_of(names[0])
    return None


def is_doubtful(discourse: Discourse, candidate: Referent) -> bool:
    """Whether a name may be a common noun: one word, said once, as the first of its sentence.

    Not where it does or has there what only a named thing can.
    """
    return (
        candidate.type is None
        and " " not in candidate.words
        and candidate.first in discourse.opening_tokens
        and discourse.mentions().get(candidate.code) == 1
        and not acts_as_name(discourse.reading.document, candidate.first)
    )


def _pair(discourse: Discourse, first: int, candidates: list[Referent]) -> Referent | None:
    for candidate in candidates:
        if candidate.members:
            return candidate
    recent: list[Referent] = []
    for name in reversed(discourse.names_in(max(0, first - 120), first)):
        if name.entity_code and name.type in ("company", "party", "brand", "institution", None):
            referent = referent_of(name)
            if all(referent.code != other.code for other in recent):
                recent.append(referent)
        if len(recent) == 2:
            return together(discourse, recent[::-1])
    return discourse.topic()
