"""Lengths of time with their two dates: "reopened on 5 May, 14 months after it was closed in March"."""

import re
from bisect import bisect_left
from datetime import date as calendar_date
from typing import Final

from flows.extraction.figure import PLACED, Because, Dated, Draft, Member, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.shapes import Shape

_DAYS: Final = {
    "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25, "decade": 3652.5, "century": 36525.0,
}  # fmt: skip
_SLIP: Final = 12
_AFTER: Final = frozenset(("after", "since", "on", "later"))
# Between a length and its second date: no other clause, which may be dated by something else.
_BREAKS: Final = re.compile(r"[,;:.(LPTRHK]")
_REACH: Final = 12  # words from "after" to the date


def find_spans(reading: Reading, shapes: list[Shape]) -> list[Relation]:
    """Return lengths of time that the words lay between two dates of the sentence.

    The length's own period becomes that from the one date to the other.
    """
    found = []
    firsts = [date.first for date in reading.dates]
    for shape in shapes:
        lengths = [p for p in shape.figures if shape.draft(p).kind == "duration"]
        if len(lengths) != 1 or shape.draft(lengths[0]).unit not in _DAYS:
            continue
        begin, end = shape.tokens[0], shape.tokens[-1]
        dates = [
            date
            for date in reading.dates[bisect_left(firsts, begin) : bisect_left(firsts, end)]
            if date.basis in PLACED and date.start_on is not None and date.end_on is not None
        ]
        ends = _ends(reading.document.lower, shape, lengths[0], dates)
        if ends is not None:
            found.append(_span(reading, shape.draft(lengths[0]), *ends))
    return found


def _ends(lower: list[str], shape: Shape, length: int, dates: list[Dated]) -> tuple[Dated, Dated] | None:
    """Return the earlier and the later date between which the length lies, or None."""
    draft = shape.draft(length)
    after = lower[draft.last] if draft.last < shape.tokens[-1] else ""
    if len(dates) != 2 or after not in _AFTER or draft.qualifier not in ("exact", "approximately"):
        return None
    one, other = dates
    if other.last <= draft.first:
        pass  # "founded in June 1954, celebrated its birthday on Saturday, 70 years after ..."
    elif one.last <= draft.first < other.first and after in ("after", "since"):
        # "reopened on Friday, 14 months after it was closed in March 2022"
        between = shape.classes[length + 1 : bisect_left(shape.tokens, other.first)]
        if len(between) > _REACH or _BREAKS.search(between):
            return None
    else:
        return None
    earlier, later = sorted(dates, key=lambda date: date.end_on or "")
    if (earlier.end_on or "") >= (later.start_on or ""):
        return None
    # A misprint is off by a digit; what is further off lies between other dates.
    lasted = (_day(later) - _day(earlier)) / _DAYS[draft.unit or "day"]
    stated = float(draft.value or 0)
    return (earlier, later) if stated / _SLIP <= lasted <= stated * _SLIP else None


def _day(date: Dated) -> int:
    return calendar_date.fromisoformat(date.end_on or "").toordinal()


def _span(reading: Reading, draft: Draft, earlier: Dated, later: Dated) -> Relation:
    draft.period_start, draft.period_end, draft.period_basis = earlier.start_on, later.end_on, "explicit"
    start, end = reading.document.span(min(earlier.first, draft.first), max(later.last, draft.last))
    draft.why["period"] = Because("between two dates", start, end)
    return Relation("duration", (Member("duration", draft),), False, start, end, "between_dates")
