"""When a company's fiscal year ends: as an article tells it, or as the day of its results suggests."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Calendar, Shape
from flows.extraction.dates.date_words import bag
from flows.extraction.dates.looking_ahead import looks_ahead
from flows.extraction.text.document import Document

# Sentences that can say what period the figures after them are of.
OPENING: Final = 4
# Days within which no results of a quarter come out after its end.
CLOSING: Final = 10
# Days from the end of a month's quarter to its results, where the calendar's was over a month before.
COUNTING: Final = 15
QUARTER: Final = 3
YEAR: Final = 12
# Months within which a company reports a quarter or a half; later it is none of the calendar's.
TIMELY: Final = {3: 2, 6: 3}
EARNINGS: Final = bag("profit profits loss losses earnings income results")
RESULTS: Final = EARNINGS | {"revenue", "revenues", "sales", "earned", "lost"}
REPORTED: Final = bag("reported posted")
# Tokens beside a quarter in which it is told what came in it.
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


def suppose_year(document: Document, found: list[tuple[int, int, Shape]], calendar: Calendar) -> None:
    """Suppose the fiscal year in which the quarter lies whose results are told, where the text tells no end.

    Results come out ten to forty days after a quarter: of 200 reports that tell its last day four in five
    tell that of the last month which was over by then. Where the calendar's quarter of that number is none
    that could be news, or where it is called fiscal, that month closes it. Where it is too early for the one
    and too late for the other, no part of the year has a place.
    """
    if calendar.month is None or calendar.day is None or any(shape.kind == "ended" for _, _, shape in found):
        # What is told to have ended says it better.
        return
    told = _told_results(document, found, calendar.month)
    if told is None:
        return
    length = told.last - told.first + 1
    if any((part.first, part.last) == (told.first, told.last) and part.year for _, _, part in found):
        # "The fourth quarter" beside "the fourth quarter of 2007"
        return
    closed = _closed_month(calendar.month, calendar.day, length)
    if closed is None:
        calendar.is_unsettled = True
    elif told.unit == "fiscal" or closed % YEAR != told.last:
        calendar.fiscal_end = (closed + YEAR - 1 - told.last) % YEAR
        calendar.is_supposed = True


def _told_results(document: Document, found: list[tuple[int, int, Shape]], month: int) -> Shape | None:
    """Return the quarter or half whose results are told, where the calendar's is not what is meant.

    That is a fiscal one; or what the opening tells, or that of a report all of whose parts of the year are
    too old or not over yet. Where only the outlook is for a fiscal quarter, the one before is told.
    """
    parts = [
        (first, last, shape)
        for first, last, shape in found
        if shape.kind == "part" and shape.year is None and shape.last - shape.first + 1 in TIMELY
    ]
    if not parts:
        return None
    limit = document.sentences[min(OPENING, len(document.sentences)) - 1][1]
    is_report = not EARNINGS.isdisjoint(document.lower[:limit])
    outlook: Shape | None = None
    for first, last, shape in parts:
        if shape.unit != "fiscal":
            continue
        if _are_results(document, first, last, True):
            return shape
        if is_report and shape.first >= QUARTER and shape.last - shape.first + 1 == QUARTER:
            outlook = outlook or shape
    if outlook is not None:
        return Shape("part", None, outlook.first - QUARTER, outlook.last - QUARTER, "fiscal")
    later: Shape | None = None
    is_news = not is_report
    for first, last, shape in parts:
        is_new = not _is_no_news(document, first, shape, month)
        is_told = _are_results(document, first, last, False)
        if is_told and first < limit:
            return None if is_new else shape
        is_news = is_news or is_new
        later = later or (shape if is_told else None)
    return None if is_news else later


def _are_results(document: Document, first: int, last: int, is_fiscal: bool) -> bool:
    """Whether beside a part of a year stands what came in it, not what is expected."""
    start, end = document.sentences[document.sentence_at(first)]
    behind = document.lower[last : min(end, last + RESULTS_REACH)]
    if not OUTLOOKS.isdisjoint(behind) or looks_ahead(document, first, last):
        return False
    if not is_fiscal:
        return not EARNINGS.isdisjoint(behind)
    return not RESULTS.isdisjoint(behind) or not RESULTS.isdisjoint(
        document.lower[max(start, first - RESULTS_REACH) : first]
    )


def _is_no_news(document: Document, first: int, shape: Shape, month: int) -> bool:
    """Whether the calendar's quarter of a number was over too long ago for results, or is not over yet."""
    past = (month - shape.last) % YEAR
    if past == 0 or past >= YEAR - (shape.last - shape.first):
        start = document.sentences[document.sentence_at(first)][0]
        return not REPORTED.isdisjoint(document.lower[start:first])
    # A year's last one has a month more.
    return past > TIMELY[shape.last - shape.first + 1] + (shape.last == YEAR - 1)


def _closed_month(month: int, day: int, length: int) -> int | None:
    """Return the month that closed the quarter or half of results told on a day, None where two compete."""
    last = month - 1 - (day < CLOSING)
    past = month % QUARTER
    if length != QUARTER:
        # Halves take longer, and are mostly those of the calendar's quarters.
        return last - (last + 1) % QUARTER
    if (past == 0 and day < CLOSING) or (past == 1 and CLOSING <= day < COUNTING):
        return None
    return last
