"""From the words of a figure to its two intervals, by the rules of intervals.csv.

A bound is ``v`` (the value), ``a`` or ``b`` (the ends of a range), with an offset of so many of: ``g`` the
granule (place of the last printed digit that is not zero), ``G`` the coarse granule (5 g when that digit is
5,
ten points for a percentage that is a multiple of ten), ``R`` the larger of G/2 and g (cutting off reaches
further than rounding), ``m`` and ``M`` the distance to the midpoint of the neighbouring simple fraction below
and above. An empty bound is open.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from schemas.reference import Reference

_BOUND: Final = re.compile(r"([vab])(?:\s*([+-])\s*(\d+)(?:/(\d+))?\s*([gGRmM]))?")
Bound = tuple[str, Decimal, str]
_SIMPLE: Final = sorted(
    {Fraction(0), Fraction(1)}
    | {Fraction(part, whole) for whole in (2, 3, 4, 5) for part in range(1, whole)}
    | {Fraction(1, 10), Fraction(9, 10)}
)


@dataclass(slots=True, init=False)
class Scale:
    """The steps around a value: `granule` g, `coarse` G, and the half-ways `below` m and `above` M."""

    granule: Decimal
    coarse: Decimal
    below: Decimal
    above: Decimal

    def __init__(
        self, granule: Decimal, coarse: Decimal, below: Decimal = Decimal(0), above: Decimal = Decimal(0)
    ) -> None:
        self.granule = granule
        self.coarse = coarse
        self.below = below
        self.above = above


Rules = dict[str, tuple[Bound | None, Bound | None, Bound | None, Bound | None]]


@lru_cache(maxsize=8)
def interval_rules(reference: Reference) -> Rules:
    """Compile the table `intervals`.

    Raises:
        ValueError: a bound is not of the form that the module's docstring gives; says the rule and the cell.
    """
    return {
        row["rule"]: (
            _bound(row["rule"], row["stated_low"]),
            _bound(row["rule"], row["stated_high"]),
            _bound(row["rule"], row["read_low"]),
            _bound(row["rule"], row["read_high"]),
        )
        for row in reference.rows("intervals")
    }


def _bound(rule: str, cell: str) -> Bound | None:
    if not cell:
        return None
    match = _BOUND.fullmatch(cell)
    if match is None:
        raise ValueError(f"intervals.csv, rule {rule}: cannot read the bound {cell!r}; expected 'v - 1/2 G'")
    base, sign, numerator, denominator, letter = match.groups()
    if letter is None:
        return base, Decimal(0), ""
    factor = Decimal(numerator) / Decimal(denominator or 1)
    return base, -factor if sign == "-" else factor, letter


def intervals(
    rules: Rules, rule: str, low: Decimal, high: Decimal, scale: Scale
) -> tuple[Decimal | None, Decimal | None, Decimal | None, Decimal | None]:
    """Return the stated and the read interval of a value (`low` = `high`) or a range, by `rule`."""
    bounds: list[Decimal | None] = []
    for bound in rules[rule]:
        if bound is None:
            bounds.append(None)
            continue
        base, factor, letter = bound
        value = high if base == "b" else low
        bounds.append(value + factor * _step(letter, scale) if letter else value)
    return bounds[0], bounds[1], bounds[2], bounds[3]


def _step(letter: str, scale: Scale) -> Decimal:
    if letter == "g":
        return scale.granule
    if letter == "G":
        return scale.coarse
    if letter == "R":
        return max(scale.coarse / 2, scale.granule)
    return scale.below if letter == "m" else scale.above


@lru_cache(maxsize=256)
def fraction_scale(value: Decimal) -> Scale:
    """Return the half-ways from a fraction to its simple neighbours: halves to fifths, a tenth, nine tenths.

    >>> fraction_scale(Decimal("0.5"))
    Scale(granule=Decimal('0'), coarse=Decimal('0'), below=Decimal('0.05'), above=Decimal('0.05'))
    """
    tiny = Decimal("1e-6")
    lower = max((simple for simple in map(_decimal, _SIMPLE) if simple < value - tiny), default=value)
    upper = min((simple for simple in map(_decimal, _SIMPLE) if simple > value + tiny), default=value)
    return Scale(Decimal(0), Decimal(0), ((value - lower) / 2).normalize(), ((upper - value) / 2).normalize())


def _decimal(fraction: Fraction) -> Decimal:
    return (Decimal(fraction.numerator) / fraction.denominator).quantize(Decimal("1e-12")).normalize()
