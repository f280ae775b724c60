"""The place that heads an item of a list: "* NORWAY - Cut its rate to 3 percent. It was at 4 percent."."""

from typing import Final

from flows.extraction.places.place_mentions import Group
from flows.extraction.text.document import Document

BULLETS: Final = frozenset(("*", "•"))
MARKS: Final = frozenset(("-", "--", "–", "—", ":"))
# Tokens of the longest item.
REACH: Final = 200


def headings_of(document: Document, groups: list[Group]) -> list[Group]:
    """Return the places between a bullet and a dash, in text order."""
    lower = document.lower
    return [
        group
        for group in groups
        if group.first > 0
        and lower[group.first - 1] in BULLETS
        and group.last < len(lower)
        and lower[group.last] in MARKS
    ]


def heading_at(document: Document, headings: list[Group], token: int) -> Group | None:
    """Return the place under which `token` stands: it goes on to the next bullet or paragraph."""
    heading = next((group for group in reversed(headings) if group.first < token), None)
    if heading is None or token - heading.last > REACH:
        return None
    if not BULLETS.isdisjoint(document.lower[heading.last : token]):
        return None
    return None if any(heading.last < first <= token for first, _ in document.paragraphs) else heading
