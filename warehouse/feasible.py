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
from warehouse.check_scope import parsed
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
    needs="flow_figures: is_cumulative",
)

SERIES = """
with candidates as (
    select figure_id, is_cumulative, flow_key as whole_key, hash(whole_key, dimension) as flow_key
    from flow_figures
    where is_single_valued and s_low >= 0
        -- Sums over days are not sums over months.
        and (is_cumulative or is_whole_months(period_start, period_end))
),

-- A period alone, or a total alone, leaves every course of events open.
open_flows as (
    select flow_key, any_value(whole_key) as whole_key
    from candidates
    group by flow_key
    having count(*) filter (where is_cumulative) > 1 and count(*) filter (where not is_cumulative) > 0
        and count(*) <= $at_most
),

too_large as (
    select flow_key as whole_key from flow_figures group by flow_key having count(*) > largest_flow()
)

select candidates.flow_key, figures.figure_id, quote, figures.is_cumulative, period_start, period_end,
    s_low, s_high, p_low, p_high, factor
from open_flows
anti join too_large on open_flows.whole_key = too_large.whole_key
inner join candidates on open_flows.flow_key = candidates.flow_key
inner join flow_figures as figures on candidates.figure_id = figures.figure_id
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
    query = parsed(connection, SERIES)[0]
    for key, *row in connection.execute(query, {"at_most": FIGURES_AT_MOST}).fetchall():
        series.setdefault(key, []).append(_stated(*row))
    found = (_judge(figures) for figures in series.values())
    return sorted((one for one in found if one is not None), key=lambda one: one.finding_id)


def _stated(
    figure_id: str, quote: str, is_cumulative: bool, start: date | None, end: date, *numbers: float
) -> Stated:
    s_low, s_high, p_low, p_high, factor = map(float, numbers)
    # A running total without a start began before anything that is told.
    first = start.year * 12 + start.month - 1 if start is not None else 0
    last = end.year * 12 + end.month
    return Stated(figure_id, quote, is_cumulative, first, last, (s_low, s_high), (p_low, p_high), factor)


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
    """Return figures of which none can be left out without the rest fitting (deletion filter).

    Figures are left out in blocks, the first ones first: what one by one would leave, in fewer steps.
    """
    kept = list(figures)
    blocks = [kept]
    while blocks:
        block = blocks.pop()
        rest = [one for one in kept if one not in block]
        if rest and not is_feasible(_rows(rest, bounds)):
            kept = rest
        elif len(block) > 1:
            middle = len(block) // 2
            blocks += [block[middle:], block[:middle]]
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
