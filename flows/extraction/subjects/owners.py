"""Whose part a phrase is: "Acme drivers", "its wind farms"."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.places.place_names import place_table
from flows.extraction.subjects.anaphora import THINGS, pronoun
from flows.extraction.subjects.carried_subjects import owns, protagonist
from flows.extraction.subjects.discourse import Discourse, Referent, is_onlooker
from flows.extraction.subjects.noun_referents import POSSESSIVES
from flows.extraction.subjects.referents import before, resolve
from flows.extraction.subjects.territories import as_said, territory_beside, territory_of
from flows.extraction.text.code_words import GROUPS, HOLDERS, MONEY, OF_ECONOMY, OUTSIDERS, SEGMENTS, UNOWNED
from flows.extraction.text.subject_words import MACRO, MEASURES, ROLES, TRADED, WORLDWIDE
from flows.extraction.text.verb_words import PREPOSITIONS

# Of the world is what nobody says of whom it is.
WORLD: Final = "001"
COUNTRY_CODE: Final = 2
# Measured of a country, as its shares and loans are not.
FLOWS: Final = TRADED | OF_ECONOMY | frozenset("shipments sales crop harvest".split())
# Every country has one, and few articles say whose.
STATE_BODIES: Final = frozenset(
    ("government", "ministers", "cabinet", "parliament", "central bank", "finance ministry", "prime minister")
)


def owner_of(discourse: Discourse, draft: Draft, found: Referent) -> tuple[Referent | None, list[str]]:
    """Return whose part a phrase is, and the words of the part: "Acme drivers", "its wind farms"."""
    document = discourse.reading.document
    words, lower = document.words, document.lower
    names = [
        name for name in discourse.names_in(found.first, found.last) if name.type not in ("place", "person")
    ]
    if names and names[0].first == found.first:
        rest = [w for w in words[names[0].last : found.last] if w not in POSSESSIVES]
        owner = Referent(names[0].name, names[0].entity_code or "", names[0].type, found.first, found.last)
        plural = bool(rest) and (rest[-1].endswith("s") or rest[-1].lower() in SEGMENTS | HOLDERS)
        return (owner, rest) if owner.code and plural else (None, [])
    for index in range(found.first, found.last):
        if lower[index] in POSSESSIVES:
            who = resolve(discourse, max(0, found.first - 1), index)
            return (who if who is not None and who.is_thing else None), words[index + 1 : found.last]
    rest = words[found.first : found.last]
    if found.first and lower[found.first - 1] in ("its", "their"):
        # A part has no parts: "Its lamp unit fell 3 percent. Profit at its wire unit rose 5".
        wholes = [one for one in before(discourse, found.first - 1, speakers=True) if not one.is_part]
        who = pronoun(discourse, found.first - 1, wholes)
        if found.is_part and (who is None or who.type == "phrase"):
            who = _central(discourse)
        return (who if who is not None and who.is_thing and who.type != "several" else None), rest
    if any(word in PREPOSITIONS for word in rest) or is_onlooker(found):
        return None, []
    if discourse.rule != "gapped" and (
        not (rest[-1].endswith("s") or rest[-1].lower() in SEGMENTS) or rest[-1].lower() in OUTSIDERS
    ):
        return None, []
    if found.is_part and (whole := _central(discourse)) is not None and owns(discourse, whole):
        # "The lamp unit earned 3 million": of whom the article is about.
        return whole, rest
    who = protagonist(discourse, draft, discourse.clause_at(draft.first), found)[0]
    if who is None or not owns(discourse, who) or who.type == "several":
        return None, []
    topic = _central(discourse)
    central = topic is not None and topic.code == who.code
    return (who, rest) if central or discourse.rule == "gapped" else (None, [])


def _central(discourse: Discourse) -> Referent | None:
    """Return whom an article is about, None where others are as much so."""
    topic = discourse.topic()
    return topic if topic is not None and discourse.is_central(topic) else None


def named_with_owner(
    discourse: Discourse, draft: Draft, found: Referent, words: str, owner: Referent | None
) -> str:
    """Return a phrase with whose it is, or with whom or where its article is about: "Velta churn".

    The phrase alone says what a figure is of to nobody who has not read the article.
    """
    head = words.rpartition(" ")[2].lower()
    if owner is None and words.lower() in STATE_BODIES and (country := _country_of(discourse, draft)):
        return f"{country} {words}"
    if (
        words[0].isupper()
        or "/" in words
        or not WORLDWIDE.isdisjoint(words.lower().split(" "))
        or (head in ROLES and head not in THINGS and owner is None)
        or is_onlooker(found)
        or discourse.names_in(found.first, found.last)
    ):
        return _of_a_people(discourse, found, words) if owner is None and head in FLOWS else words
    place = territory_beside(discourse, draft)
    topic = discourse.topic()
    if owner is None and place is None and topic is not None and _has_the_rest(discourse, topic):
        if head in UNOWNED:
            return words
        owner = topic
    possessor, mark, part = words.replace("’s ", "'s ").partition("'s ")
    if owner is not None and (not mark or possessor.split(" ")[-1] in ROLES):
        # "company's credit cards": a stand-in for whom the article is about.
        return f"{owner.words} {part or words}"
    several = head in GROUPS or (head.endswith("s") and head not in MEASURES and head not in MACRO)
    if mark or head in MONEY or (place is None and (several or discourse.rule == "counted_in_subject")):
        # Lamps that somebody counts are no more a country's than anybody's; its imports are.
        return words
    place = place or territory_of(discourse, draft)
    if place is None or place[1] == WORLD or place[0].lower() in words.lower():
        return words
    return f"{place[0]} {words}"


def _of_a_people(discourse: Discourse, found: Referent, words: str) -> str:
    """Return a measure with its country, "Norway fish shipments", for that of its people, "Norwegian"."""
    names = discourse.names_in(found.first, found.last)
    if not names or names[0].first != found.first or names[0].type != "place" or not names[0].place_code:
        return words
    place = place_table(discourse.reading.reference).get(names[0].name.lower())
    if place is None or place.role != "demonym" or not words.startswith(f"{names[0].name} "):
        return words
    return f"{as_said(discourse, place.name, place.code)} {words[len(names[0].name) + 1 :]}"


def _country_of(discourse: Discourse, draft: Draft) -> str | None:
    """Return the country whose body acts: the one most spoken of, else that of the figure."""
    main = discourse.main_country()
    code = draft.place_code if main is None else main[1]
    if (
        draft.place is not None
        and code == draft.place_code
        and code is not None
        and len(code) == COUNTRY_CODE
    ):
        return as_said(discourse, draft.place, code)
    return None if main is None else main[0]


def _has_the_rest(discourse: Discourse, topic: Referent) -> bool:
    """Whether an article is so much about `topic` that what it does not say of others is of it."""
    acts = topic.type == "institution" and topic.code not in discourse.reporters()
    return (acts or owns(discourse, topic)) and discourse.is_central(topic)
