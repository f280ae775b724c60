"""When a company's fiscal year ends: as an article tells it, or as the day of its results lets one suppose."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Calendar, Shape
from flows.extraction.dates.date_words import bag
from flows.extraction.dates.looking_ahead import looks_ahead
from flows.extraction.text.document import Document

# Sentences in which a report of results says whose quarter it tells.
OPENING: Final = 4
# Days within which no results of a quarter come out after its end.
CLOSING: Final = 10
# Days from the end of a month's quarter to its results, where the calendar's was over a month before.
COUNTING: Final = 15
QUARTER: Final = 3
YEAR: Final = 12
# Months after the calendar's quarter at which it is no company's news; a year's last one takes one more.
LATE: Final = 2
RESULTS: Final = bag("profit profits loss losses earnings income results revenue revenues")
# Tokens behind a quarter in which it is told what came in it.
RESULTS_REACH: Final = 6
OUTLOOKS: Final = bag("outlook forecast forecasts guidance target view estimate estimates")


def told_end(shapes: list[Shape]) -> int | None:
    """Return the last month of the fiscal year that `shapes` speak of, None where they do not.

    "The year ended March 31" says it outright, "third quarter ended December 31" by its number; "the six
    months to January" does where the article calls them its first half.
    """
    parts = [shape for shape in shapes if shape.kind == "part"]
    # "The fiscal second quarter", beside "the December quarter", tells more than others do.
    parts = [part for part in parts if part.unit == "fiscal"] or parts
    for shape in shapes:
        if shape.kind != "ended" or shape.inner is None or shape.unit in ("day", "week"):
            continue
        month = _closing_month(shape.inner)
        if month is None:
            continue
        if shape.first == 12:
            return month
        if shape.last:
            return (month + 12 - shape.last) % 12
        # One quarter among several may be any of them; a half, or the only quarter, is that which ended.
        named = {(part.first, part.last) for part in parts if part.last - part.first + 1 == shape.first}
        # "First-half profit rose, and the second half will be good": the half that ended is named first.
        for part in parts if len(named) == 1 or (shape.first == 6 and named) else ():
            if part.year is None and part.last - part.first + 1 == shape.first:
                return (month + 11 - part.last) % 12
    return None


def _closing_month(inner: Shape) -> int | None:
    """Return the month (0 to 11) that a period "ended" with `inner` closes."""
    while inner.kind in ("edge", "next") and inner.inner is not None:
        inner = inner.inner
    if inner.kind == "day":
        # Weeks that run a few days over a month's end close the month before.
        return (inner.month - (inner.last < 8)) % 12
    return inner.last if inner.kind == "months" else None


def supposed_end(document: Document, found: list[tuple[int, int, Shape]], calendar: Calendar) -> int | None:
    """Return the last month (0 to 11) of the fiscal year in which the quarter lies that results open with.

    Results come out ten to forty days after a quarter: of 200 reports that tell its last day four in five tell
    that of the last month which was over by then. Where the calendar's quarter of that number is none that
    could be news, or where it is called fiscal, that month closes it. None where no results are told, where
    the calendar's quarter fits, or where it is too early for the one and too late for the other.
    """
    closed = _closed_month(calendar)
    if calendar.month is None or closed is None:
        return None
    limit = document.sentences[min(OPENING, len(document.sentences)) - 1][1]
    for first, last, shape in found:
        if first >= limit:
            break
        if shape.kind != "part" or shape.year is not None or shape.last - shape.first + 1 != QUARTER:
            continue
        behind = document.lower[last : last + RESULTS_REACH]
        if (
            RESULTS.isdisjoint(behind)
            or not OUTLOOKS.isdisjoint(behind)
            or looks_ahead(document, first, last)
        ):
            continue
        is_late = (calendar.month - shape.last) % YEAR > LATE + (shape.last == YEAR - 1)
        if shape.unit == "fiscal" or (is_late and closed % YEAR != shape.last):
            return (closed + YEAR - 1 - shape.last) % YEAR
        return None
    return None


def _closed_month(calendar: Calendar) -> int | None:
    """Return the last month that was over early enough for results, None where two quarters compete."""
    if calendar.month is None or calendar.day is None:
        return None
    months_past = calendar.month % QUARTER
    if (months_past == 0 and calendar.day < CLOSING) or (
        months_past == 1 and CLOSING <= calendar.day < COUNTING
    ):
        return None
    return calendar.month - 1 - (calendar.day < CLOSING)
