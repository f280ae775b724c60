"""Linear programmes over figures: whether values exist within all bounds, and how far one of them may go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, isfinite
from typing import Any

from warehouse.intervals import Interval

ANY = Interval(-inf, inf)
# Few values are tied to one another: narrowing has come to its end, or never will.
ROUNDS = 5
DOUBT = 1e-6
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Row:
    """A weighted sum of values that lies in an interval."""

    weights: Mapping[str, float]
    within: Interval


def is_feasible(rows: Sequence[Row], bounds: Mapping[str, Interval]) -> bool:
    """Whether values within `bounds` fulfil all rows; a value without bounds may be anything."""
    # Most need no solver: bounds alone leave a value no room, or values that fit are soon found.
    if _fit(rows, bounds):
        return True
    left = _narrowed(rows, bounds)
    if left is None:
        return False
    for name in left:
        middle = _inside(left[name])
        left = _narrowed(rows, {**left, name: Interval(middle, middle)})
        if left is None:
            break
    if left is not None and _fit(rows, left):
        return True
    programme = _Programme(rows, bounds)
    return programme.solve() is not None


def room_for(name: str, rows: Sequence[Row], bounds: Mapping[str, Interval]) -> Interval | None:
    """Return the values that one may take when all others keep to their bounds; None: there is none."""
    programme = _Programme(rows, {**bounds, name: ANY})
    low = programme.solve(name, 1.0)
    high = programme.solve(name, -1.0)
    return None if low is None or high is None else Interval(low, high)


def _narrowed(rows: Sequence[Row], bounds: Mapping[str, Interval]) -> dict[str, Interval] | None:
    """Return bounds narrowed by what the others leave, a few times over; None: a value has no room."""
    left = dict(bounds)
    for _ in range(ROUNDS):
        before = dict(left)
        for row in rows:
            for name, weight in row.weights.items():
                if not weight:
                    continue
                others = [_weighed(left.get(one, ANY), by) for one, by in row.weights.items() if one != name]
                low = row.within.low - sum(one.high for one in others)
                high = row.within.high - sum(one.low for one in others)
                known, room = left.get(name, ANY), _weighed(Interval(low, high), 1 / weight)
                low, high = max(known.low, room.low), min(known.high, room.high)
                # What is nearly nothing is the solver's to judge.
                if low - high > DOUBT * max(abs(low), abs(high)):
                    return None
                left[name] = Interval(low, high)
        if left == before:
            break
    return left


def _weighed(within: Interval, weight: float) -> Interval:
    """Return the interval of a value times a weight of either sign; of nothing, nothing."""
    if not weight:
        return Interval(0.0, 0.0)
    ends = (within.low * weight, within.high * weight)
    return Interval(min(ends), max(ends))


def _fit(rows: Sequence[Row], bounds: Mapping[str, Interval]) -> bool:
    """Whether all rows hold when each value is in the middle of its bounds, which is what was printed."""
    for row in rows:
        terms = [weight * _inside(bounds.get(name, ANY)) for name, weight in row.weights.items()]
        room = ROUNDING * max(map(abs, terms), default=0.0)
        if not row.within.low - room <= sum(terms) <= row.within.high + room:
            return False
    return True


def _inside(within: Interval) -> float:
    low, high = within
    if isfinite(low) and isfinite(high):
        return (low + high) / 2
    return low if isfinite(low) else high if isfinite(high) else 0.0


class _Programme:
    """One programme; every value is measured in its own size, since figures go from ones to trillions."""

    def __init__(self, rows: Sequence[Row], bounds: Mapping[str, Interval]) -> None:
        # Costs a third of a second and is needed where relations share figures.
        import highspy

        names = dict.fromkeys(name for row in rows for name in row.weights)
        self.sizes = _sizes(rows, {name: bounds.get(name, ANY) for name in names})
        self.places = {name: place for place, name in enumerate(names)}

        class Silent(highspy.Highs):
            """Silent from the beginning: enabling its callbacks, a solver prints who made it."""

            def enableCallbacks(self) -> None:
                self.silent()
                super().enableCallbacks()  # type: ignore[no-untyped-call]

        self.solver = Silent()  # type: ignore[no-untyped-call]
        self.status = highspy.HighsModelStatus
        for name in names:
            low, high = bounds.get(name, ANY)
            size = self.sizes[name]
            self.solver.addVar(low / size, high / size)
        for row in rows:
            weights = [weight * self.sizes[name] for name, weight in row.weights.items()]
            size = max(map(abs, weights), default=1.0) or 1.0
            self.solver.addRow(
                row.within.low / size,
                row.within.high / size,
                len(weights),
                [self.places[name] for name in row.weights],
                [weight / size for weight in weights],
            )

    def solve(self, name: str | None = None, cost: float = 0.0) -> float | None:
        """Return the least (cost 1) or greatest (-1) value of `name`, maybe infinite; None: there is none."""
        if name is not None:
            self.solver.changeColCost(self.places[name], cost)
        self.solver.run()
        found: Any = self.solver.getModelStatus()
        if found in (self.status.kUnbounded, self.status.kUnboundedOrInfeasible) and name is not None:
            self.solver.changeColCost(self.places[name], 0.0)
            return -cost * inf if self.solve() is not None else None
        if found != self.status.kOptimal:
            return None
        if name is None:
            return 0.0
        # The solver is right to nine digits or so.
        return float(f"{self.solver.getSolution().col_value[self.places[name]] * self.sizes[name]:.9g}")


def _sizes(rows: Sequence[Row], bounds: Mapping[str, Interval]) -> dict[str, float]:
    known = {
        name: max((abs(end) for end in ends if isfinite(end) and end), default=0.0)
        for name, ends in bounds.items()
    }
    for row in rows:
        common = max((known[name] for name in row.weights), default=0.0)
        known |= {name: known[name] or common for name in row.weights}
    return {name: size or 1.0 for name, size in known.items()}
