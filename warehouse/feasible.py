"""Checks that SQL cannot say: whether any course of events fits all that is stated.

What was sold in each month is unknown and not negative. A running total says what all months to its day sum
to, a figure of a period what its months sum to. When no months fit, the figures cannot all hold: first on
what the words commit to (a contradiction), then on what a reader takes from them (a tension). The smallest
set of figures that still cannot hold together is reported, never a single culprit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf, isfinite

import duckdb

from warehouse.check_files import Check
from warehouse.found import Found

# A longer series is not read from news; each stays a matter of milliseconds.
FIGURES_AT_MOST = 60
TOLERANCE = 1e-9

PERIOD_EXCEEDS_CUMULATIVE = Check(
    name="period_exceeds_cumulative",
    severity="error",
    relation="",
    reach="series",
    description=(
        "Fails when a period's figure is more than the running totals leave room for. "
        "Why: what was sold in a period was sold between the totals before and after it, and no month sells "
        "less than nothing. Not: series with totals or periods alone (cumulative_total_falls, "
        "same_figure_differs), periods that do not begin and end with a month."
    ),
    query="",
)

SERIES = """
with candidates as (
    select
        figure_id, is_cumulative,
        hash(entity_code, metric_code, place_code, scope, base, dimension) as flow_key
    from identified_figures
    where is_single_valued and aggregation = 'events' and s_low >= 0
        and kind in ('count', 'ordinal_milestone', 'money', 'measure')
),

-- A period alone, or a total alone, leaves every course of events open.
open_flows as (
    select flow_key
    from candidates
    group by flow_key
    having count(*) filter (where is_cumulative) > 1 and count(*) filter (where not is_cumulative) > 0
)

select candidates.flow_key, figures.figure_id, quote, figures.is_cumulative, period_start, period_end,
    s_low, s_high, p_low, p_high, factor
from candidates
semi join open_flows on candidates.flow_key = open_flows.flow_key
inner join identified_figures as figures on candidates.figure_id = figures.figure_id
order by candidates.flow_key, period_end, figures.figure_id
"""


@dataclass(frozen=True, slots=True)
class Stated:
    """A sum over months ``[first, last)``, counted from the year 0, between bounds on S and on P."""

    figure_id: str
    quote: str
    is_cumulative: bool
    first: int
    last: int
    s: tuple[float, float]
    p: tuple[float, float]
    factor: float


def period_exceeds_cumulative(connection: duckdb.DuckDBPyConnection) -> list[Found]:
    """Return a finding for each series whose totals and periods no course of months fits."""
    series: dict[int, list[Stated]] = {}
    for key, *row in connection.execute(SERIES).fetchall():
        if (stated := _stated(row)) is not None:
            series.setdefault(key, []).append(stated)
    found = []
    for figures in series.values():
        kinds = {one.is_cumulative for one in figures}
        if len(kinds) == 2 and len(figures) <= FIGURES_AT_MOST and (one := _judge(figures)) is not None:
            found.append(one)
    return sorted(found, key=lambda one: one.finding_id)


def _stated(row: Sequence[object]) -> Stated | None:
    figure_id, quote, is_cumulative, start, end, s_low, s_high, p_low, p_high, factor = row
    if not isinstance(end, date) or not (start is None or isinstance(start, date)):
        return None
    last = end.year * 12 + end.month
    if is_cumulative:
        first = start.year * 12 + start.month - 1 if start is not None else 0
    elif start is None or start.day != 1 or not _ends_month(end):
        return None
    else:
        first = start.year * 12 + start.month - 1
    bounds = [float(str(bound)) for bound in (s_low, s_high, p_low, p_high)]
    return Stated(
        str(figure_id), str(quote), bool(is_cumulative), first, last,
        (bounds[0], bounds[1]), (bounds[2], bounds[3]), float(str(factor)),
    )  # fmt: skip


def _ends_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month


def _judge(figures: Sequence[Stated]) -> Found | None:
    for certainty, bounds in (("contradiction", "s"), ("tension", "p")):
        if not is_feasible(_rows(figures, bounds)):
            core = irreducible(figures, bounds)
            if {one.is_cumulative for one in core} == {True, False}:
                return _found(core, certainty, bounds)
    return None


Row = tuple[int, int, float, float]


def _rows(figures: Sequence[Stated], bounds: str) -> list[Row]:
    rows: list[Row] = []
    for one in figures:
        low, high = one.s if bounds == "s" else one.p
        if one.is_cumulative and one.last - 1 > one.first:
            # A running total was counted some day of its last month: all of that month may still follow it.
            rows.append((one.first, one.last, low, inf))
            rows.append((one.first, one.last - 1, 0.0, high))
        else:
            rows.append((one.first, one.last, low, high))
    return rows


def is_feasible(rows: Sequence[Row]) -> bool:
    """Whether months that are not negative exist with every sum over ``[first, last)`` between its bounds.

    Sums over months are differences of a running total, so the programme is a system of difference
    constraints: it has a solution unless its graph has a cycle of negative length (Bellman and Ford).
    """
    cuts = sorted({cut for first, last, _, _ in rows for cut in (first, last)})
    place = {cut: index for index, cut in enumerate(cuts)}
    # An edge (a, b, length) says: the running total at b is at most that at a plus length.
    edges = [(index + 1, index, 0.0) for index in range(len(cuts) - 1)]
    for first, last, low, high in rows:
        if isfinite(high):
            edges.append((place[first], place[last], high))
        edges.append((place[last], place[first], -max(low, 0.0)))
    slack = TOLERANCE * max((abs(length) for *_, length in edges), default=0.0)
    totals = [0.0] * len(cuts)
    for _ in range(len(cuts) + 1):
        has_changed = False
        for a, b, length in edges:
            if totals[a] + length < totals[b] - slack:
                totals[b] = totals[a] + length
                has_changed = True
        if not has_changed:
            return True
    return False


def irreducible(figures: Sequence[Stated], bounds: str) -> list[Stated]:
    """Return figures of which none can be left out without the rest fitting (deletion filter)."""
    kept = list(figures)
    for one in figures:
        rest = [other for other in kept if other is not one]
        if rest and not is_feasible(_rows(rest, bounds)):
            kept = rest
    return kept


def _found(core: Sequence[Stated], certainty: str, bounds: str) -> Found:
    period = max((one for one in core if not one.is_cumulative), key=lambda one: (one.s[0], one.figure_id))
    room = _room(core, period, bounds)
    words = ", ".join(f'"{one.quote}"' for one in core if one is not period)
    low, high = period.s if bounds == "s" else period.p
    return Found(
        PERIOD_EXCEEDS_CUMULATIVE,
        certainty,
        f'"{period.quote}" does not fit between {words}',
        f"{low / period.factor:,.0f} > {room / period.factor:,.0f}" if room is not None else None,
        low / period.factor,
        high / period.factor if isfinite(high) else None,
        0.0,
        room / period.factor if room is not None else None,
        (low - room) / period.factor if room is not None and low > room else None,
        tuple((one.figure_id, "total" if one.is_cumulative else "period") for one in core),
    )


def _room(core: Sequence[Stated], period: Stated, bounds: str) -> float | None:
    """Return the most that the other figures leave for `period`, by bisection; None: no bound."""
    rest = _rows([one for one in core if one is not period], bounds)
    low, high = 0.0, period.s[0] * 2 + 1.0
    if is_feasible([*rest, (period.first, period.last, high, inf)]):
        return None
    for _ in range(40):
        middle = (low + high) / 2
        if is_feasible([*rest, (period.first, period.last, middle, inf)]):
            low = middle
        else:
            high = middle
    return low
