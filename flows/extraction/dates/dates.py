"""Date expressions: found once, masked from the numbers, kept as periods.

Finding and placing are two steps: the words are read to a *shape* ("the first half of last year"), then the
shape is put on the calendar with what the whole article says: its publication date, its fiscal year, the
years that it names.
"""

from typing import Final

from flows.extraction.dates.budget_years import budget_end_of
from flows.extraction.dates.calendar_shapes import Calendar, Shape
from flows.extraction.dates.date_grammar import NEEDS, Found, Grammar
from flows.extraction.dates.date_words import STARTERS, bag
from flows.extraction.dates.day_written import day_written
from flows.extraction.dates.fiscal_years import suppose_year, told_end
from flows.extraction.dates.looking_ahead import looks_ahead
from flows.extraction.figure import Dated
from flows.extraction.text.counts import commonest, counts_of
from flows.extraction.text.document import Document
from flows.extraction.text.word_classes import WordClass

# Digits before one of these are an amount.
AMOUNTS: Final = bag(
    "% percent pct million billion trillion mln bln bn m cents cts dlrs euros yen pounds people shares"
)
# Under this key a reading keeps the calendar of its dates.
CALENDAR: Final = "calendar"
# Right before a year these say that figures are compared with it.
BASES: Final = bag("from than over on with against versus to")
ENTERING: Final = frozenset(("enter", "entering"))
OUTLOOKS: Final = bag("forecast outlook guidance target estimate view")
# Months for which what is "ending" in May may be what ended in May.
OVER: Final = 3
FORETELLING: Final = bag("forecast expected projected predicted")
OUTLOOK_REACH: Final = 4
MEETING: Final = bag("beat beats missed misses above below topped exceeded met was were rose fell")
MAY_BE_DATE: Final = WordClass(lambda _: STARTERS, lambda word, _: word[0] <= "9" and word[0].isdigit())
RESOLVED_BY_TENSE: Final = frozenset(
    ("months", "part", "day", "weekday", "weekend", "ended", "range", "by", "edge", "fiscal")
)


def find_dates(document: Document, published: str | None) -> list[Dated]:
    """Return the date expressions of `document`, in text order; they do not overlap.

    Args:
        document: the tokenised article.
        published: its publication date as YYYY, YYYY-MM or YYYY-MM-DD; None leaves relative expressions open.
    """
    return read_dates(document, published)[0]


def read_dates(document: Document, published: str | None) -> tuple[list[Dated], Calendar]:
    """Return the date expressions of `document` and the calendar that they were placed with.

    Args:
        document: the tokenised article.
        published: its publication date as YYYY, YYYY-MM or YYYY-MM-DD; None leaves relative expressions open.
    """
    found = scan(document)
    calendar = calendar_of(document, found, published)
    dates = []
    ahead = [
        (
            shape.kind in RESOLVED_BY_TENSE
            and (
                looks_ahead(document, first, last)
                or _is_running(document.lower[first:last], calendar, shape)
                or _is_foretold(document.lower[first - 1], calendar, shape)
            )
            and not (shape.kind == "ended" and _has_ended(document.lower[first:last], calendar, shape))
        )
        or (shape.kind == "full_year" and _names_outlook(document, first, last))
        for first, last, shape in found
    ]
    # What the article also names as over was foretold when it was still ahead ("had forecast a rise in May").
    past = {shape for (_, _, shape), future in zip(found, ahead, strict=True) if not future}
    for (first, last, shape), is_ahead in zip(found, ahead, strict=True):
        future = is_ahead and (shape not in past or not calendar.is_recent(shape))
        start, end, basis = calendar.place(shape, future)
        if start is not None and end is not None and start > end:
            start, end, basis = None, None, "unanchored"
        shift = shape.first if shape.kind in ("comparison", "same") else 0
        dates.append(Dated(first, last, start, end, basis, shift))
    return dates, calendar


def _is_running(words: list[str], calendar: Calendar, shape: Shape) -> bool:
    """Whether a period is told to be "ending", and none that did so is just over."""
    if shape.kind != "ended" or "ending" not in words or "ended" in words:
        return False
    return "current" in words or not calendar.is_over(shape, OVER)


def _is_foretold(before: str, calendar: Calendar, shape: Shape) -> bool:
    """Whether a part of the year is one that is foretold: "it forecast third-quarter profit of 9" in June."""
    return shape.kind == "part" and before in FORETELLING and not calendar.is_over(shape, OVER)


def _has_ended(words: list[str], calendar: Calendar, shape: Shape) -> bool:
    """Whether a period is told to have "ended", and did so just before the publication."""
    return "ended" in words and calendar.is_recent(shape)


def scan(document: Document) -> list[Found]:
    """Return the token range and shape of every date expression, in text order."""
    grammar = Grammar(document)
    found: list[Found] = []
    position = 0
    lower = document.lower
    last = len(lower) - 1
    for index in MAY_BE_DATE.tokens(document):
        if index < position:
            continue
        if lower[index][0] <= "9" and ("," in lower[index] or (index < last and lower[index + 1] in AMOUNTS)):
            continue
        needs = NEEDS.get(lower[index])
        if (
            needs is not None
            and index < last
            and lower[index + 1] not in needs
            and not lower[index + 1].isdigit()
        ):
            continue
        hit = grammar.expression(index)
        if hit is not None:
            found.append(hit)
            position = hit[1]
    return found


def calendar_of(document: Document, found: list[Found], published: str | None) -> Calendar:
    """Return the calendar that an article's own expressions and its publication date make."""
    calendar = Calendar.of(day_written(document, found, published))
    shapes = [shape for _, _, shape in found]
    calendar.fiscal_end = told_end(shapes)
    calendar.is_fiscal = any("fiscal" in (shape.kind, shape.unit) for shape in shapes)
    if calendar.fiscal_end is None:
        suppose_year(document, found, calendar)
    if calendar.is_fiscal and calendar.fiscal_end is None:
        calendar.budget_end = budget_end_of(document)
    for shape in shapes:
        if shape.kind == "ended" and shape.inner is not None and shape.inner.kind == "day":
            told = calendar.place(shape, False)
            if (
                told[1] is not None
                and (shape.unit, shape.first) == ("week", 1)
                and calendar.is_last_week(told[1])
            ):
                calendar.week = told
            if told[1] is not None and shape.unit == "month":
                calendar.closed.setdefault((shape.first, told[1][:7]), told)
            if told[0] is not None and shape.last:
                calendar.told.setdefault((shape.last - shape.first, shape.last - 1), told)
    if calendar.year is None:
        calendar.anchor, is_over = _anchor(document, found)
        if calendar.anchor is not None:
            calendar.is_closed = _is_closed(document, found, calendar.anchor)
        if is_over and any(shape.kind == "year" and shape.year == -1 for shape in shapes):
            # What an undated text calls "last year" is the year that it is about.
            calendar.over = calendar.anchor
    return calendar


def _anchor(document: Document, found: list[Found]) -> tuple[int | None, bool]:
    """Return the year that an undated article is about, the one that it names most or alone.

    The second answer is whether that year is plainly over: named more than once, and never as ahead.

    What it compares with or is "the most since" is of an earlier year: "up on 2003's" is about 2004.
    A later year that it names with a month as past is the one that it was written in. Named only once, a
    whole year may be the one before: "in January" is not of "2004" then.
    """
    named: list[Shape] = []
    after: list[int] = []
    over: set[int] = set()
    ahead: set[int] = set()
    for first, last, shape in found:
        if shape.kind == "since" and shape.inner is not None and shape.inner.kind == "year":
            over.add(shape.inner.year or 0)
        if shape.year is None or shape.year <= 999:
            continue
        if document.lower[first - 1] in ENTERING:
            # What is to "enter 2005" is of 2004.
            ahead.add(shape.year)
            after.append(shape.year - 1)
            continue
        if looks_ahead(document, first, last):
            ahead.add(shape.year)
            continue
        before = _word_before(document, first)
        if (before in BASES and shape.kind == "year") or shape.kind == "same":
            # "Up on 2003", "in the same month of 2003"
            after.append(shape.year + 1)
        else:
            named.append(shape)
    votes = [shape.year or 0 for shape in named if shape.year not in over] + after
    votes += [year - 1 for year in ahead if year - 1 in votes]
    if not votes:
        return None, False
    written, count = commonest(counts_of(map(str, votes)))
    year = int(written)
    parts = [shape for shape in named if shape.kind in ("months", "part", "day")]
    latest = max((shape.year or 0 for shape in parts if shape.kind == "months"), default=0)
    if latest > year:
        return latest, False
    is_only = len(set(votes)) == 1 and bool(parts or after)
    return (year, count > 1 and year not in ahead) if count > 1 or is_only else (None, False)


def _is_closed(document: Document, found: list[Found], year: int) -> bool:
    """Whether an article names the last quarter of a year as over."""
    return any(
        (shape.kind, shape.year, shape.last) == ("part", year, 11) and not looks_ahead(document, first, last)
        for first, last, shape in found
    )


def _word_before(document: Document, first: int) -> str:
    """Return the word that says what a year is to the figures: "from" of "from its 2003 sales"."""
    at = first - 1
    while at > first - 4 and document.lower[at] in ("its", "the", "in", "their", "that", "of"):
        at -= 1
    return document.lower[at] if at >= 0 else ""


def _names_outlook(document: Document, first: int, last: int) -> bool:
    """Whether an outlook is for a date: "its full-year sales forecast", "its forecast for the full year".

    Not "full-year sales beat forecasts".
    """
    before = first - 1 - (document.lower[first - 1] in ("the", "its", "their"))
    if document.lower[before] == "for" and document.lower[before - 1].removesuffix("s") in OUTLOOKS:
        return True
    for word in document.lower[last : last + OUTLOOK_REACH]:
        if word in OUTLOOKS:
            return True
        if not word.isalpha() or word in MEETING:
            return False
    return False
