"""Totals of a span of time with the levels of the spans that it is made up of: a half year and its quarters.

The periods tie them, whatever words they were told in: of one metric and unit, each part goes on where the
one before it ends, and the last ends with the total.
"""

from typing import Final

from flows.extraction.claims.segments import is_additive
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.dates.calendars import moved_days
from flows.extraction.figure import Draft, Relation
from flows.extraction.relations.sums import is_plausible, spread

_FEWEST: Final = 3  # levels: a total and two parts
_MOST: Final = 12  # months of a year
_Span = tuple[str, str]


def find_tiled_periods(standing: Standing) -> list[Relation]:
    """Return totals with their parts, where each span of time has one level."""
    told: dict[tuple[str | None, str | None], dict[_Span, list[Draft]]] = {}
    for level in standing.told:
        if (
            level.period_start
            and level.period_end
            and level.period_start < level.period_end
            and _adds_up(level)
        ):
            spans = told.setdefault((level.unit, level.metric_code), {})
            spans.setdefault((level.period_start, level.period_end), []).append(level)
    found: list[Relation] = []
    for spans in told.values():
        for span in spans if len(spans) >= _FEWEST else ():
            total, parts = spans[span], _parts_of(span, spans)
            if len(total) == 1 and len(parts) > 1 and _are_parts(total[0], parts):
                found.append(spread("tiled_periods", total[0], parts, True))
    return found


def _adds_up(level: Draft) -> bool:
    return level.unit != "times" and is_additive(level)


def _parts_of(whole: _Span, spans: dict[_Span, list[Draft]]) -> list[Draft]:
    """Return the levels of the spans that make up a whole one; none where one of them has several levels."""
    parts: list[Draft] = []
    opens, closes = whole
    while len(parts) < _MOST:
        starting = [span for span in spans if span[0] == opens and span[1] <= closes and span != whole]
        if len(starting) != 1 or len(spans[starting[0]]) != 1:
            return []
        parts += spans[starting[0]]
        if starting[0][1] == closes:
            return parts
        opens = moved_days(starting[0][1], 1) or ""
    return []


def _are_parts(total: Draft, parts: list[Draft]) -> bool:
    is_less = all((part.value or 0) < (total.value or 0) for part in parts)
    # A stock is as large at the end of each part as at that of the whole.
    return is_less and is_plausible(total, parts, said=True) and is_alike_in_status((total, *parts))
