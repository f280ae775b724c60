"""Names that a word of state or statistics shows to be places: "the Marova election", "Port Selby police"."""

from typing import Final

from flows.extraction.names.full_names import Found
from flows.extraction.text.document import Document
from flows.extraction.text.name_words import FIRST_NAMES

# What a territory has, one of each.
HEADS: Final = frozenset(
    """election elections by-election runoff census referendum province prefecture governorate archipelago
    municipality government police parliament electorate population residents inhabitants voters
    authorities unemployment""".split()
)
# Bodies that others than territories have too: only with what they are of before them.
BODIES: Final = {
    "office": ("statistics", "statistical"),
    "agency": ("statistics", "statistical"),
    "bureau": ("statistics", "statistical"),
    "ministry": ("health", "interior", "finance", "labour", "labor", "education", "agriculture"),
    "council": ("city", "town", "county", "municipal"),
    "rate": ("unemployment", "jobless", "inflation"),
}
BETWEEN: Final = frozenset(
    """general presidential parliamentary national local municipal state provincial mayoral federal regional
    statistics statistical health interior finance labour labor education agriculture city town county
    legislative snap unemployment jobless inflation""".split()
)
# Governments and police of these are of parties, levels and trades, not of places.
NO_PLACES: Final = frozenset(
    """
    labour labor conservative communist socialist liberal democrat democratic republican tory islamist
    taliban hamas hezbollah likud military federal state provincial central municipal national local
    crown coalition interim caretaker metropolitan royal transport railway catholic muslim christian
    hindu kurdish riot traffic border armed secret student eligible mounted islamic senate house
    parliament congress party black white native indigenous european""".split()
)
# Written as part of the name.
NAMED_HEADS: Final = frozenset("province prefecture governorate oblast municipality archipelago".split())


def mark_territories(document: Document, found: list[Found]) -> None:
    """Give the type "place" to unlisted names that a word of state or statistics follows.

    Not to one that is the last word of a longer name: "Jane Roe … the Roe government".
    """
    longer = {name.name.rpartition(" ")[2] for name in found if name.last - name.first > 1}
    marked: set[str] = set()
    for name in found:
        if (
            name.type is None
            and name.code is None
            and name.place_code is None
            and name.stands_for is None
            and name.last - name.first <= 3
            and name.name not in longer
            and document.lower[name.first] not in NO_PLACES
            and document.lower[name.first] not in FIRST_NAMES
            and not name.name.isupper()
            and (document.lower[name.last - 1] in NAMED_HEADS or is_of_territory(document, name.last))
        ):
            name.type = "place"
            marked.add(name.name)
    for name in found:
        if name.name in marked and name.type is None and name.code is None:
            name.type = "place"


def may_be_territory(document: Document, index: int) -> bool:
    """Whether the opener of a sentence at `index` may be a place for what follows it: "Port Selby police"."""
    return document.lower[index] not in NO_PLACES and is_of_territory(document, index + 1)


def is_of_territory(document: Document, index: int) -> bool:
    """Whether what a territory has stands at token `index`, after at most two words that narrow it."""
    lower = document.lower
    last = len(lower)
    if index < last and lower[index] in ("'s", "’s"):
        index += 1
    for at in range(index, min(last, index + 3)):
        word = document.words[at]
        if word in HEADS:
            return True
        if word in BODIES and at > index and lower[at - 1] in BODIES[word]:
            return True
        if word not in BETWEEN:
            return False
    return False
