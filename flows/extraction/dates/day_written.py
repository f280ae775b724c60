"""The day on which an article was written, where its own words tell another than the date it is given."""

from datetime import date
from typing import Final

from flows.extraction.dates.calendars import moved_days
from flows.extraction.dates.date_grammar import Found
from flows.extraction.dates.looking_ahead import looks_ahead
from flows.extraction.text.document import Document
from flows.extraction.text.period_words import PAST, REPORTING

# Tokens before a weekday in which it is told what happened on it, and behind it.
REACH: Final = 12
AFTER: Final = 4
TOLD: Final = PAST | REPORTING
TOMORROW: Final = 6
WEEK: Final = 7


def day_written(document: Document, found: list[Found], published: str | None) -> str | None:
    """Return the day of publication, or the next where the opening tells what happened "on" that one.

    Agencies date by one clock what they write all over the world: "said on Monday" in a text that is
    dated on a Sunday is told from Tokyo, where it is Monday. Nobody writes so of six days ago.
    """
    try:
        today = date.fromisoformat((published or "")[:10])
    except ValueError:
        return published
    end = document.sentences[0][1] if document.sentences else 0
    days = [(first, last, shape) for first, last, shape in found if shape.kind == "weekday" and first < end]
    is_next = bool(days) and all(
        not shape.year
        and (today.weekday() - shape.first) % WEEK == TOMORROW
        and _is_told(document, first, last, end)
        for first, last, shape in days
    )
    return moved_days(today.isoformat(), 1) if is_next else published


def _is_told(document: Document, first: int, last: int, end: int) -> bool:
    """Whether the words around a day, up to `end`, tell what happened on it."""
    if looks_ahead(document, first, last):
        return False
    near = document.lower[max(0, first - REACH) : first] + document.lower[last : min(end, last + AFTER)]
    return any(word in TOLD or (word.endswith("ed") and len(word) > AFTER) for word in near)
