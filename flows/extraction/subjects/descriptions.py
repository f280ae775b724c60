"""Whom a description means that stands for a name or beside it: "the champion", "ambassador Jane Roe"."""

from typing import Final

from flows.extraction.figure import Name
from flows.extraction.subjects.discourse import Discourse, Referent, referent_of
from flows.extraction.text.subject_words import (
    ARTICLES,
    MEASURES,
    MODIFIERS,
    ONLOOKERS,
    RELATORS,
    ROLES,
    TERRITORIES,
)

# Who is told of by what he is, once he has been named.
PERSONS: Final = frozenset(
    """champion medallist medalist singer actor actress director striker midfielder defender goalkeeper
    sprinter athlete hurdler heptathlete player driver rider boxer golfer novelist author billionaire tycoon
    politician chairman president minister""".split()
)
# Of several: the one that is meant has its name said elsewhere.
RANKING: Final = frozenset("top biggest largest leading main number no second third oldest richest".split())
SUPERLATIVES: Final = frozenset(("biggest", "largest"))
CALLED: Final = TERRITORIES | {"economy", "neighbour", "neighbor"}
BEFORE_OTHERS: Final = ARTICLES | RELATORS | {"and", ",", "&"}
BROAD: Final = frozenset("main broad broader benchmark blue-chip tech-heavy stock share market".split())
REACH: Final = 80


def describes_person(lower: list[str], first: int, end: int) -> bool:
    """Whether a phrase is of a person by what he is: "the Olympic champion", "the 28-year-old"."""
    return lower[first] == "the" and (
        lower[end - 1] in PERSONS or lower[end - 3 : end] == ["year", "-", "old"]
    )


def described_person(discourse: Discourse, first: int, candidates: list[Referent]) -> Referent | None:
    """Return the person that a description at token `first` stands for: the last one spoken of."""
    for candidate in candidates:
        if candidate.type == "person":
            return candidate
    named = [name for name in discourse.names_in(max(0, first - REACH), first) if name.type == "person"]
    return referent_of(named[-1]) if named else None


def described_economy(discourse: Discourse, first: int, end: int) -> Referent | None:
    """Return the country that "the world's largest economy" stands for: the one an article is most about."""
    main = discourse.main_country()
    if main is None or SUPERLATIVES.isdisjoint(discourse.reading.document.lower[first:end]):
        return None
    return Referent(main[0], main[1], "place", first, first + 1)


def called_by_name(lower: list[str], end: int, last: int, names: list[Name]) -> Referent | None:
    """Return the person that a phrase ends with the name of: "ambassador to Norway Jane Roe".

    `end` is where the head of the phrase ends, `last` the phrase itself.
    """
    name = names[-1] if names else None
    if name is None or name.last != last or name.first <= end + 1 or name.last - name.first < 2:
        return None
    if lower[end] == "by":
        # "the chain run by Jane Roe"
        return None
    person = name.type in ("person", None) and lower[name.first - 1] not in BEFORE_OTHERS
    return referent_of(name) if person else None


def is_called_place(lower: list[str], end: int, place: Name) -> bool:
    """Whether a phrase says what a place is and then its name: "Europe's largest economy Norway"."""
    return place.last == end and lower[place.first - 1] in CALLED


def is_ranked(lower: list[str], first: int, last: int) -> bool:
    """Whether a noun at `last` is the first of its kind: "largest lamp [maker]", no "new [council]"."""
    return lower[last] not in TERRITORIES and not RANKING.isdisjoint(lower[first:last])


def tells_apart(lower: list[str], first: int, last: int, places: list[Name]) -> bool:
    """Whether words before a noun at `last` say which it is: "the dollar index", not "the main index"."""
    word = lower[last - 1]
    if last - 1 <= first or not word[0].isalpha() or (places and places[-1].last == last):
        return False
    return word not in MODIFIERS and word not in MEASURES and word not in BROAD


def seat_end(words: list[str], first: int, end: int) -> int:
    """Return where a phrase goes on behind a seat: "the Hartlow-based [lamp maker]"; `first` without one."""
    if "based" not in words[first:end]:
        return first
    at = words.index("based", first)
    # "plant-based food"
    seated = at > first + 1 and words[at - 1] == "-" and words[at - 2][0].isupper()
    return at + 1 if seated and at + 1 < end else first


def stands_for_firm(lower: list[str], first: int, end: int) -> bool:
    """Whether a phrase with a seat in it stands for a firm: "the Hartlow-based jeweller"."""
    noun = lower[end - 1]
    if noun in ROLES:
        return lower[end - 2] != "-"
    return lower[first] == "the" and not noun.endswith(("s", "ist")) and noun not in ONLOOKERS
