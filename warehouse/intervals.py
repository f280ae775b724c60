"""Intervals, and where one figure of a relation must lie when the others are right.

The named relations are those that a check's header may name:

| relation | roles | holds when |
|---|---|---|
| sum | total, part... | total = part + part + ... |
| sum at most | total, part... | total >= part + part + ... |
| share | share, part..., base | part + ... = share x base |
| growth | growth, new, old | new = old x (1 + growth) |
| change | change, new, old | new = old + change |
| relative change | growth, change, new or old | change = growth x old, where old = new - change |
| growth of parts | growth, total, part 1, growth of part 1... | before, the total was what the parts were |
| multiple | multiplied, multiple, single | multiplied = multiple x single |
| product | amount, rate, quantity, span | amount = rate x quantity (x span), each in its own unit |
| equal | higher, lower | both are the same |
| order | later and earlier, or greater and lesser | the first is not below the second |
| part | part, whole | part is not above whole |
| ratio | numerator, denominator | the quotient lies in a band |
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf, isinf
from typing import Final, NamedTuple


class Interval(NamedTuple):
    """A closed interval; an open end is infinite."""

    low: float
    high: float

    def scaled(self, factor: float) -> "Interval":
        """Return the interval in another unit; `factor` is positive."""
        return Interval(self.low * factor, self.high * factor)

    def meets(self, other: "Interval", tolerance: float) -> bool:
        """Whether both have a common point, up to a relative tolerance."""
        return _not_above(self.low, other.high, tolerance) and _not_above(other.low, self.high, tolerance)

    def is_possible(self) -> bool:
        """Whether it has a point and says anything."""
        return self.low <= self.high and (self.low, self.high) != (-inf, inf)

    def nearest(self, value: float) -> float:
        """Return the point of the interval that is nearest to `value`."""
        return min(max(value, self.low), self.high)


def _not_above(low: float, high: float, tolerance: float) -> bool:
    return low <= high or low - high <= tolerance * max(abs(low), abs(high))


def add(intervals: Iterable[Interval]) -> Interval:
    """Return the sum of independent intervals."""
    low = high = 0.0
    for one in intervals:
        low, high = low + one.low, high + one.high
    return Interval(low, high)


def subtract(one: Interval, other: Interval) -> Interval:
    """Return the differences of two independent intervals."""
    return Interval(one.low - other.high, one.high - other.low)


def multiply(one: Interval, other: Interval) -> Interval:
    """Return the products of two intervals, of which nothing below 0 is kept."""
    low = max(one.low, 0.0) * max(other.low, 0.0)
    return Interval(low, inf if inf in (one.high, other.high) else one.high * other.high)


def divide(one: Interval, other: Interval) -> Interval:
    """Return the quotients of two intervals, of which nothing below 0 is kept."""
    low = 0.0 if other.high == inf or other.high <= 0 else max(one.low, 0.0) / other.high
    return Interval(low, inf if one.high == inf or other.low <= 0 else one.high / other.low)


_ONCE: Final = Interval(1.0, 1.0)
Sides = Mapping[str, Sequence[Interval]]


def required_interval(relation: str, role: str, others: Sides, band: Interval | None) -> Interval | None:
    """Return where the figure of `role` must lie so that `relation` holds with the `others`.

    Args:
        relation: one of the table above; any other gives None.
        role: the role of the figure that is sought.
        others: the intervals of all other figures, by role, in base units (a share or growth of 50% is 0.5).
        band: for a ratio, the band of the quotient.
    """
    try:
        return _required(relation, role, others, band)
    except KeyError:
        # A side is not stated: nothing follows.
        return None


def _required(relation: str, role: str, others: Sides, band: Interval | None) -> Interval | None:
    match relation, role:
        case "sum", "total":
            return add(others["part"])
        case "sum", "part":
            return subtract(others["total"][0], add(others.get("part", ())))
        case "sum at most", "total":
            return Interval(add(others["part"]).low, inf)
        case "sum at most", "part":
            return Interval(-inf, others["total"][0].high - add(others.get("part", ())).low)
        case "share", "share":
            return divide(add(others["part"]), others["base"][0])
        case "share", "part":
            return subtract(multiply(others["share"][0], others["base"][0]), add(others.get("part", ())))
        case "share", "base":
            return divide(add(others["part"]), others["share"][0])
        case "growth", "growth":
            ratio = divide(others["new"][0], others["old"][0])
            return Interval(ratio.low - 1, ratio.high - 1)
        case "growth", "new":
            return multiply(others["old"][0], _ratio_of(others["growth"][0]))
        case "growth", "old":
            return _before(others["new"], others["growth"])
        case "change", "change":
            return subtract(others["new"][0], others["old"][0])
        case "change", "new":
            return add([others["old"][0], others["change"][0]])
        case "change", "old":
            return subtract(others["new"][0], others["change"][0])
        case "relative change", _:
            return _of_a_change(role, others)
        case "growth of parts", _:
            return _of_parts(role, others)
        case "multiple", "multiplied":
            return multiply(others["multiple"][0], others["single"][0])
        case "multiple", "multiple":
            return divide(others["multiplied"][0], others["single"][0])
        case "multiple", "single":
            return divide(others["multiplied"][0], others["multiple"][0])
        case "product", "amount":
            return _over_a_span(others["rate"][0], others["quantity"][0], others)
        case "product", "rate":
            return divide(others["amount"][0], _over_a_span(others["quantity"][0], _ONCE, others))
        case "product", "quantity":
            return divide(others["amount"][0], _over_a_span(others["rate"][0], _ONCE, others))
        case "product", "span":
            return divide(others["amount"][0], multiply(others["rate"][0], others["quantity"][0]))
        case "equal", _:
            return next(iter(others.values()))[0]
        case ("order", "later" | "greater") | ("part", "whole"):
            return Interval(next(iter(others.values()))[0].low, inf)
        case ("order", "earlier" | "lesser") | ("part", "part"):
            return Interval(-inf, next(iter(others.values()))[0].high)
        case "ratio", "numerator" if band is not None:
            return multiply(others["denominator"][0], band)
        case "ratio", "denominator" if band is not None:
            return divide(others["numerator"][0], band)
    return None


def _over_a_span(one: Interval, other: Interval, others: Sides) -> Interval:
    """Return a product, for as many days as a fourth figure says."""
    return multiply(multiply(one, other), others.get("span", (_ONCE,))[0])


def _ratio_of(growth: Interval) -> Interval:
    return Interval(1 + growth.low, 1 + growth.high)


def _of_a_change(role: str, others: Sides) -> Interval:
    level = "new" if "new" in others or role == "new" else "old"
    match role, level:
        case "growth", "new":
            return _at_corners(lambda change, new: change / (new - change), others["change"], others["new"])
        case "growth", "old":
            return _at_corners(lambda change, old: change / old, others["change"], others["old"])
        case "change", "new":
            return _at_corners(
                lambda growth, new: new * growth / (1 + growth), others["growth"], others["new"]
            )
        case "change", "old":
            return _at_corners(lambda growth, old: growth * old, others["growth"], others["old"])
        case "new", _:
            return _at_corners(
                lambda growth, change: change / growth + change, others["growth"], others["change"]
            )
    return _at_corners(lambda growth, change: change / growth, others["growth"], others["change"])


def _of_parts(role: str, others: Sides) -> Interval | None:
    """Return where a figure lies so that what the parts were before adds up to what the total was."""
    whole = role in ("total", "growth")
    sought = role.removeprefix("growth of ")
    before = add(
        _before(others[part], others[f"growth of {part}"])
        for part in others
        if part.startswith("part ") and (whole or part != sought)
    )
    if not whole:
        before = subtract(_before(others["total"], others["growth"]), before)
    if before.high <= 0:
        # The others leave nothing.
        return None
    level, growth = ("total", "growth") if whole else (sought, f"growth of {sought}")
    if role == level:
        return multiply(before, _ratio_of(others[growth][0]))
    ratio = divide(others[level][0], before)
    return Interval(ratio.low - 1, ratio.high - 1)


def _before(new: Sequence[Interval], growth: Sequence[Interval]) -> Interval:
    return divide(new[0], _ratio_of(growth[0]))


def _at_corners(
    value: Callable[[float, float], float], one: Sequence[Interval], other: Sequence[Interval]
) -> Interval:
    """Return the range of what is monotonic in two figures; anything where an end is open."""
    if any(isinf(end) for end in (*one[0], *other[0])):
        return Interval(-inf, inf)
    ends = [value(first, second) for first in one[0] for second in other[0]]
    return Interval(min(ends), max(ends))
