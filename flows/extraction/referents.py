"""From a noun phrase to whom it stands for: names, possessors, "of" phrases, roles, pronouns."""

from bisect import bisect_right
from operator import attrgetter
from typing import Final

from flows.extraction.discourse import Discourse, Referent, is_onlooker, referent_of, together
from flows.extraction.entities import slug
from flows.extraction.figure import Name
from flows.extraction.name_words import CALENDAR
from flows.extraction.sole_names import TRADES, acts_as_name
from flows.extraction.subject_phrases import is_mark
from flows.extraction.subject_words import (
    ARTICLES,
    BODIES,
    COMPANY_PRICES,
    MACRO,
    MEASURES,
    MODIFIERS,
    OF_ECONOMIES,
    ONLOOKERS,
    PERSON_PRONOUNS,
    PLURAL_ROLES,
    PRONOUNS_OF_THINGS,
    RELATORS,
    ROLES,
    TERRITORIES,
)
from flows.extraction.verb_words import ADVERBS

NUMERIC: Final = frozenset(
    """% percent pct $ £ € million billion trillion mln bln bn m thousand about around nearly almost some over
    under than roughly approximately least more fewer less only just dlrs mark francs yen""".split()
)
SPEAKERS: Final = frozenset("i we you".split())
POSSESSIVES: Final = frozenset(("'s", "’s", "'", "’"))
MAX_PHRASE: Final = 7
VICTIMS: Final = frozenset("toll death deaths fatalities casualties injuries cases infections".split())
BACKGROUND: Final = frozenset("while although though as when after before if since because despite".split())


def resolve(discourse: Discourse, first: int, last: int) -> Referent | None:
    """Return whom the noun phrase in tokens ``[first, last)`` stands for.

    None where it names nobody ("sales", "net profit"): the subject is carried from elsewhere.
    """
    document = discourse.reading.document
    lower = document.lower
    while first < last and (
        lower[first] in ADVERBS or lower[first] in ("and", "but", "or", ",", "-", '"', "“")
    ):
        first += 1
    while last > first and lower[last - 1] in (",", "-", '"', "”", "("):
        last -= 1
    if first >= last:
        return None
    if last - first == 1 and lower[first].partition("'")[0].partition("’")[0] in SPEAKERS:
        return None
    if last - first == 1 and (lower[first] in PRONOUNS_OF_THINGS or lower[first] in PERSON_PRONOUNS):
        return pronoun(discourse, first)
    while first < last and (
        lower[first][:1].isdigit() or lower[first] in NUMERIC or lower[first] in ("of", "all")
    ):
        first += 1
    if first >= last:
        return None
    if lower[first] == "those":
        return _those(discourse, first, last)
    names = discourse.names_in(first, last)
    end = _head_end(lower, first, last, names)
    head = [name for name in names if name.first < end and name.type != "place"]
    if head:
        return _named(discourse, end, head)
    noun = lower[end - 1] if lower[end - 1] not in POSSESSIVES else lower[end - 2]
    if noun in MEASURES:
        found = _measured(discourse, end, last, names)
        if found is not None:
            return found
    places = [name for name in names if name.type == "place" and name.first < end]
    if len(places) > 1 and all(
        word in ("and", ",", "the", "&", "or", "both") or not word.isalnum()
        for left, right in zip([None, *places], [*places, None], strict=True)
        for word in lower[left.last if left else first : right.first if right else end]
    ):
        return together(discourse, [referent_of(name) for name in places])
    if places and _only_place(lower, first, end, places[0]):
        return referent_of(places[0])
    if noun in ROLES and "based" in lower[first:end] and lower[end - 2] != "-":
        return role(discourse, first, end, noun, [])
    if noun in ROLES and (lower[first] in ("the", "its", "this", "that", "both", "their", "these", "those")):
        return role(discourse, first, end, noun, places)
    if lower[first] in ("the", "both") and "two" in lower[first:end] and end - first <= 3:
        return role(discourse, first, end, "pair", places)
    if places and places[0].last < end and lower[places[0].last] in POSSESSIVES:
        return referent_of(places[0])
    if lower[first] in ("its", "their") and noun in MEASURES:
        return pronoun(discourse, first)
    return _phrase(discourse, first, end, last, noun in MEASURES)


def _those(discourse: Discourse, first: int, last: int) -> Referent:
    """Return "those aged 30 to 39" as the phrase that it is: what follows tells them apart."""
    document = discourse.reading.document
    last = min(last, first + 9)
    for index in range(first + 1, last):
        word = document.lower[index]
        if (
            is_mark(document, index)
            or word in ("and", "while", ".", "compared")
            or (
                word in ("have", "has", "had", "are", "were", "said")
                and "who" not in document.lower[first:index]
            )
        ):
            last = index
            break
    words = " ".join(document.quote(first, last).split())
    return Referent(words, slug(words), "phrase", first, last)


def _head_end(lower: list[str], first: int, last: int, names: list[Name]) -> int:
    inside = {index for name in names for index in range(name.first, name.last)}
    for index in range(first + 1, last):
        if lower[index] in RELATORS and index not in inside:
            return index
    return last


def _named(discourse: Discourse, end: int, head: list[Name]) -> Referent:
    document = discourse.reading.document
    lower = document.lower
    run = [head[-1]]
    for name in reversed(head[:-1]):
        between = [w for w in lower[name.last : run[0].first] if w not in ("the", "its", "their", "both")]
        if between and all(w in (",", "and", "&", "or") for w in _without_brackets(between)):
            run.insert(0, name)
        else:
            break
    if len(run) > 1:
        if run[0].type != "person":
            run = [name for name in run if name.type != "person"]
        return together(discourse, [referent_of(name) for name in run])
    name = head[-1]
    if name.type == "person" and len(head) > 1 and head[-2].type != "person":
        # "Takata spokesman Jared Levy"
        return referent_of(name)
    rest = _without_brackets(lower[name.last : end])
    if "." in rest:
        # "S&P 500 .SPX": a code.
        stop = rest.index(".")
        if stop and document.words[name.last + stop - 1].isupper():
            stop -= 1
        end = name.last + stop
        rest = rest[:stop]
    if not rest or rest[0] in POSSESSIVES:
        return referent_of(name)
    nouns = [word for word in rest if word.isalnum()]
    if (
        not nouns
        or nouns[-1] in MEASURES
        or nouns[-1] in ROLES
        or nouns[-1] in ONLOOKERS
        or name.type == "person"
    ):
        return referent_of(name)
    words = name.name + " " + " ".join(_without_brackets(document.words[name.last : end])).replace(" - ", "-")
    return Referent(words, slug(words), "phrase", name.first, end)


def _without_brackets(words: list[str]) -> list[str]:
    kept: list[str] = []
    depth = 0
    for word in words:
        if word in ("(", "<", "["):
            depth += 1
        elif word in (")", ">", "]"):
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(word)
    return kept


def _measured(discourse: Discourse, end: int, last: int, names: list[Name]) -> Referent | None:
    """Return whose measure it is: "sales of X", "China's economy"; None where the phrase does not say."""
    lower = discourse.reading.document.lower
    for name in names:
        if name.type == "place" and name.last < end and lower[name.last] in POSSESSIVES:
            return referent_of(name)
    index = end
    while index < last:
        stop = index + 1
        while stop < last and lower[stop] not in RELATORS:
            stop += 1
        owner = [name for name in discourse.names_in(index + 1, stop) if name.type != "place"]
        if lower[index] in ("of", "at", "for", "by", "from") and (
            owner
            or (lower[index] == "of" and not lower[index + 1][:1].isdigit())
            or (index == end and _is_of_things(lower, index, stop))
        ):
            found = resolve(discourse, index + 1, last if lower[index] == "of" else stop)
            if found is not None and not found.is_bare:
                return found
        index = stop
    return None


def _is_of_things(lower: list[str], link: int, last: int) -> bool:
    """Whether "from" or "for" names what is measured: "revenue from recorded music", "demand for cars"."""
    if lower[link] not in ("from", "for") or last <= link + 1 or last - link > 4:
        return False
    if lower[link - 1] in VICTIMS:
        # "the death toll from floods": of the place, by what they died of.
        return False
    if lower[link] == "for" and not lower[last - 1].endswith("s"):
        return False
    return lower[last - 1] not in MEASURES and all(
        (word.isalpha() and word not in CALENDAR and word not in MODIFIERS) or word == "-"
        for word in lower[link + 1 : last]
    )


def _only_place(lower: list[str], first: int, end: int, place: Name) -> bool:
    return all(
        word in ARTICLES or not word.isalnum()
        for word in [*lower[first : place.first], *lower[place.last : end]]
    )


def _phrase(discourse: Discourse, first: int, end: int, last: int, measured: bool) -> Referent | None:
    document = discourse.reading.document
    lower = document.lower
    while first < end and (lower[first] in ARTICLES or lower[first] in POSSESSIVES):
        first += 1
    if first >= end:
        return None
    telling = [
        w
        for w in lower[first:end]
        if w.isalpha() and w not in MODIFIERS and w not in MEASURES and w not in ("and", "or")
    ]
    if "population" in lower[first:end] and end - first > 1:
        telling = telling or ["population"]
    if end - first == 1 and lower[first].endswith("ing") and end < last and lower[end] in RELATORS:
        # "compensating for weak sales": nothing but a doing.
        return None
    if all(word in RELATORS or word in ARTICLES or not word.isalpha() for word in lower[first:end]):
        return None
    bare = not telling and not any(name.type == "place" for name in discourse.names_in(first, end))
    if bare and not measured:
        return None
    if lower[end - 1] in ("there", "what", "who"):
        return None
    stop = end
    if end < last and lower[end] == "of":
        stop = min(last, end + 5)
        for index in range(end + 1, stop):
            if lower[index] in RELATORS or lower[index] in (",", "(", "-"):
                stop = index
                break
    first = max(first, end - MAX_PHRASE)
    words = " ".join(document.quote(first, stop).split())
    macro = lower[end - 1] in MACRO or any(word in ("market", "industry", "sector") for word in telling)
    weak = bare or (
        measured and not (macro and telling and not any(word in COMPANY_PRICES for word in lower[first:end]))
    )
    if lower[end - 1] in OF_ECONOMIES:
        bare = weak = False
    return Referent(words, slug(words) or words, "phrase", first, stop, is_weak=weak, is_bare=bare)


def pronoun(discourse: Discourse, token: int) -> Referent | None:
    """Return whom "it", "its", "they", "he" at `token` stands for: the subject said before."""
    lower = discourse.reading.document.lower
    person = lower[token] in PERSON_PRONOUNS
    candidates = before(discourse, token, speakers=True)
    if lower[token] in ("it", "its"):
        candidates = [c for c in candidates if c.type != "several"]
    for candidate in candidates:
        if candidate.type == "phrase" and candidate is not candidates[0] and not person:
            continue
        if (
            candidate.type == "phrase"
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


def role(discourse: Discourse, first: int, end: int, noun: str, places: list[Name]) -> Referent | None:
    """Return whom "the company", "the French carmaker", "the pair" stands for."""
    entities = discourse.entities.by_code
    if noun in PLURAL_ROLES:
        return _pair(discourse, first)
    if noun in TERRITORIES:
        return _that_place(discourse, first) or _as_phrase(discourse, first, end)
    country = places[0].place_code if places else None
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
    if country is not None:
        if fitting:
            return referent_of(fitting[-1])
        for name in reversed(names):
            entity = entities.get(name.entity_code or "")
            if entity is not None and entity.country_code == country:
                return referent_of(name)
    if noun in BODIES and not fitting:
        bodies = [c for c in before(discourse, first) if c.type in ("institution", "place")]
        return bodies[0] if bodies else _as_phrase(discourse, first, end)
    for candidate in before(discourse, first):
        entity = entities.get(candidate.code)
        if (
            candidate.is_thing
            and candidate.type != "several"
            and not is_doubtful(discourse, candidate)
            and (entity is None or noun in entity.roles or not fitting)
        ):
            return candidate
    topic = discourse.topic()
    if topic is not None and (not fitting or any(n.entity_code == topic.code for n in fitting)):
        return topic
    if fitting:
        return referent_of(fitting[-1])
    if topic is not None:
        return topic
    if noun in TRADES and len({name.entity_code for name in names if name.type != "institution"}) == 1:
        # "Shares in Velta fell. The carmaker sold": the only one that it can be.
        return referent_of(next(name for name in reversed(names) if name.type != "institution"))
    things = [candidate for candidate in before(discourse, first) if candidate.is_thing]
    return things[0] if things else _as_phrase(discourse, first, end)


def _as_phrase(discourse: Discourse, first: int, end: int) -> Referent:
    """Return a role that nobody named fits as the phrase that it is."""
    document = discourse.reading.document
    if document.lower[first] in ARTICLES and end > first + 1:
        first += 1
    words = " ".join(document.quote(first, end).split())
    return Referent(words, slug(words) or words, "phrase", first, end)


def _that_place(discourse: Discourse, first: int) -> Referent | None:
    """Return the place that "the city" stands for: the nearest subject, else the last one named."""
    for candidate in before(discourse, first):
        if candidate.type == "place":
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


def _pair(discourse: Discourse, first: int) -> Referent | None:
    for candidate in before(discourse, first):
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


def before(discourse: Discourse, token: int, speakers: bool = False) -> list[Referent]:
    """Return the subjects said before `token`, nearest first: of its sentence, then of the ones before."""
    document = discourse.reading.document
    sentence = document.sentence_at(token)
    found: list[Referent] = []
    clauses = discourse.clauses(sentence)
    here = bisect_right(clauses, token, key=attrgetter("first"))
    for clause in clauses[max(0, here - 8) : here + 1][::-1]:
        if clause.subject is not None and clause.subject[1] <= token and clause.subject[0] != token:
            referent = clause_subject(discourse, clause.subject)
            if referent is not None and not (referent.type == "phrase" and is_onlooker(referent)):
                found.append(referent)
    for earlier in range(sentence - 1, max(-1, sentence - 4), -1):
        referent = _opening_subject(discourse, earlier) if speakers else None
        referent = referent or sentence_subject(discourse, earlier)
        if referent is not None:
            found.append(referent)
    return found


def _opening_subject(discourse: Discourse, sentence: int) -> Referent | None:
    """Return the subject of a sentence's first clause where it is named, even of one who only speaks."""
    subject = discourse.clauses(sentence)[0].subject
    found = clause_subject(discourse, subject) if subject is not None else None
    return found if found is not None and found.type != "phrase" else None


def clause_subject(discourse: Discourse, span: tuple[int, int]) -> Referent | None:
    """Return whom a clause's subject stands for, read once."""
    key = span[0]
    if key not in discourse.clause_subjects:
        discourse.clause_subjects[key] = None  # Guards against a pronoun that would stand for itself.
        found = _apposition(discourse, span) or resolve(discourse, *span)
        discourse.clause_subjects[key] = found
    return discourse.clause_subjects[key]


def _apposition(discourse: Discourse, span: tuple[int, int]) -> Referent | None:
    """Return the name that a common noun gets between commas: "its premium model, Lexus, sold"."""
    document = discourse.reading.document
    last = span[1]
    if last + 2 >= len(document.words) or document.words[last] != "," or discourse.names_in(*span):
        return None
    names = discourse.names_in(last + 1, last + 8)
    if (
        names
        and names[0].first == last + 1
        and document.words[names[0].last] in (",", "(")
        and names[0].type != "place"
    ):
        return referent_of(names[0])
    return None


def sentence_subject(discourse: Discourse, sentence: int) -> Referent | None:
    """Return what a sentence is about: the first clause subject that does more than speak."""
    if sentence not in discourse.subjects:
        discourse.subjects[sentence] = None
        person = None
        found = discourse.clauses(sentence)
        lower = discourse.reading.document.lower
        for clause in found:
            if clause.subject is None:
                continue
            if clause is found[0] and lower[clause.first] in BACKGROUND and len(found) > 1:
                continue
            referent = clause_subject(discourse, clause.subject)
            if referent is None:
                continue
            speaks = clause.kind == "said" and referent.type in ("phrase", "institution")
            if speaks or is_onlooker(referent):
                person = person or (referent if referent.type == "person" else None)
                continue
            discourse.subjects[sentence] = referent
            break
        else:
            discourse.subjects[sentence] = person
    return discourse.subjects[sentence]
