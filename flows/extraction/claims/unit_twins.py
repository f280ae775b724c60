"""One quantity told twice, far apart and in two units: "the 310-mile line ... At 499 kilometres it would be".

Two figures of which one is what the other comes to in its unit are one quantity. Of others one is a misprint
if a slip makes it what the other comes to (its digits in another order, one of them wrong, ten times as
much), and chance would not. Two currencies are held against the rate that the article prints.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, figures_of, related
from flows.extraction.reading import Reading
from flows.extraction.relations.exchanges import EXCHANGED, rates_of_exchange
from flows.extraction.relations.likeness import dimensions, factors
from flows.extraction.relations.misprints import printed_digits, reordered
from flows.extraction.relations.sums import rounding_of

_RULE: Final = "in_another_unit"
_DIMENSIONS: Final = frozenset("length area volume mass speed temperature".split())
_METRIC: Final = frozenset(
    """metre kilometre centimetre millimetre hectare litre hectolitre millilitre kilogram gram tonne
    degree_Celsius kilometre_per_hour""".split()
)
_CUSTOMARY: Final = frozenset(
    """mile yard foot inch acre gallon pint quart pound ounce stone ton barrel bushel knot degree_Fahrenheit
    mile_per_hour nautical_mile""".split()
)
# Customary units that are converted to other customary ones: gallons of oil, knots of wind.
_APART: Final = frozenset("barrel bushel knot nautical_mile".split())
# What the same word may mean, as many times as it is.
_HOMONYMS: Final = {
    "gallon": Decimal("1.20095"), "pint": Decimal("1.20095"), "ton": Decimal("1.12"),
    "ounce": Decimal("1.09714"),
}  # fmt: skip
_CUSTOMARY_UNITS: Final = frozenset(unit.replace("_", " ") for unit in _CUSTOMARY)
_PAIR: Final = 2
_CELSIUS, _FAHRENHEIT = "degree Celsius", "degree Fahrenheit"
_STEP: Final = Decimal("1.8")
_ZERO_OF_F: Final = Decimal(32)
_HALF: Final = Decimal("0.5")
_ONE: Final = Decimal(1)
_TEN: Final = Decimal(10)
_FINE: Final = 200  # of a figure one part, as which it is converted however round it is
_WRONG: Final = 9  # other digits that a wrong one may be for
_TELLING: Final = 2  # digits of which one may be wrong
_MOST_DIGITS: Final = 9
_MOST_ZEROS: Final = 3  # beyond which a word tells them
_CHANCE: Final = 0.06  # how likely any two figures of an article may be one after a slip
_NEAR: Final = 4  # how many times as likely, where both are of one metric
_MOST: Final = 24  # figures beyond which an article is a table


def find_unit_twins(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return quantities that are told in a second unit elsewhere, or would be but for a slip.

    Args:
        reading: the article.
        found: the relations so far; what is converted already is left alone.
    """
    rates = rates_of_exchange(reading)
    units = {draft.unit for draft in reading.drafts if draft.unit is not None}
    if not rates and (units.isdisjoint(_CUSTOMARY_UNITS) or len(units) < _PAIR):
        return []
    known = dimensions(reading.reference)
    paired = figures_of(one for one in found if one.kind == "conversion")
    drafts = [
        draft
        for draft in reading.drafts
        if draft.value is not None
        and draft.value > 0
        and id(draft) not in paired
        and draft.unit is not None
        and (known.get(draft.unit) in _DIMENSIONS or (bool(rates) and draft.kind == "money"))
    ]
    if not 1 < len(drafts) <= _MOST:
        return []
    pairs = [
        (one, other, made)
        for one, other in combinations(drafts, 2)
        if one.unit != other.unit and (made := _made(reading, one, other, rates))
    ]
    told: list[Relation] = []
    used: set[int] = set()
    for one, other, made in pairs:
        if used.isdisjoint((id(one), id(other))) and _is_same(one, other, made):
            used.update((id(one), id(other)))
            told.append(_related(one, other, rates))
    rest = [pair for pair in pairs if used.isdisjoint((id(pair[0]), id(pair[1])))]
    slips = [
        (one, other)
        for one, other, made in rest
        if _has_slipped(one, other, made, len(rest)) and not _is_told_bare(reading, other, made)
    ]
    if len(slips) == 1:
        told.append(_related(*slips[0], rates))
    return told


def _is_told_bare(reading: Reading, other: Draft, made: list[Decimal]) -> bool:
    """Whether a bare number tells a figure in the other's unit: "43 kilometres; the direct line was 34"."""
    room = (other.granule or _ONE) / 2
    bare = [one.value for one in reading.drafts if one.unit is None and one.kind == "count" and one.value]
    return any(abs(value - told) <= room for value in bare for told in made)


def _related(one: Draft, other: Draft, rates: dict[str, list[Draft]]) -> Relation:
    if one.kind == "money":
        for amount, quantity in ((one, other), (other, one)):
            rate = rates.get(f"{amount.unit} per {quantity.unit}", [])
            if len(rate) == 1:
                members = (Member("rate", rate[0]), Member("quantity", quantity), Member("amount", amount))
                return related("rate", EXCHANGED, *members, told_by=amount)
    return related("conversion", _RULE, Member("from", one), Member("to", other))


def _made(reading: Reading, one: Draft, other: Draft, rates: dict[str, list[Draft]]) -> list[Decimal]:
    """Return what a figure comes to in the unit of another one, in each way that its unit may be meant."""
    value, unit, other_unit = one.value or _ONE, one.unit or "", other.unit or ""
    if one.kind == "money" or other.kind == "money":
        if one.kind != other.kind:
            return []
        straight, back = rates.get(f"{other_unit} per {unit}", []), rates.get(f"{unit} per {other_unit}", [])
        if len(straight) + len(back) != 1:
            return []
        rate = (straight + back)[0].value or _ONE
        return [value * rate if straight else value / rate]
    known, sizes = dimensions(reading.reference), factors(reading.reference)
    first, second = unit.replace(" ", "_"), other_unit.replace(" ", "_")
    is_pair = (first in _METRIC and second in _CUSTOMARY) or (first in _CUSTOMARY and second in _METRIC)
    is_pair = is_pair or ({first, second} <= _CUSTOMARY and not _APART.isdisjoint((first, second)))
    if not is_pair or known[unit] != known.get(other_unit):
        return []
    if unit == _CELSIUS:
        return [value * _STEP + _ZERO_OF_F]
    if unit == _FAHRENHEIT:
        return [(value - _ZERO_OF_F) / _STEP]
    made = value * sizes[unit] / sizes[other_unit]
    ways = [made]
    if unit in _HOMONYMS:
        ways.append(made * _HOMONYMS[unit])
    if other_unit in _HOMONYMS:
        ways.append(made / _HOMONYMS[other_unit])
    return ways


def _is_same(one: Draft, other: Draft, made: list[Decimal]) -> bool:
    """Whether two figures are one quantity, as precisely as they are printed: two digits at least of it."""
    value = other.value or _ONE
    rooms = (rounding_of(one) / (one.value or _ONE) * value, rounding_of(other))
    room = max(*rooms, value / _FINE) if min(map(_length, (one, other))) > 1 else min(rooms)
    return any(abs(way - value) <= room for way in made) and room <= value / _TEN


def _has_slipped(one: Draft, other: Draft, made: list[Decimal], pairs: int) -> bool:
    """Whether a slip in one of two figures would make them one quantity, and chance hardly would."""
    value, size = other.value or _ONE, one.value or _ONE
    is_alike = one.metric_code is not None and one.metric_code == other.metric_code
    limit = _CHANCE * (_NEAR if is_alike else 1) / pairs
    for way in made:
        if way <= 0:
            continue
        if (one.unit, other.unit) == (_CELSIUS, _FAHRENHEIT):
            back = (value - _ZERO_OF_F) / _STEP
        elif (one.unit, other.unit) == (_FAHRENHEIT, _CELSIUS):
            back = value * _STEP + _ZERO_OF_F
        else:
            back = size * value / way
        for draft, rest, target in ((other, one, way), (one, other, back)):
            # What the other figure leaves open, and half of the last digit of this one.
            left = target * rounding_of(rest) / (rest.value or _ONE) * _HALF
            room = max(min(rounding_of(draft), target / _FINE), left)
            for told, ways in _otherwise(draft):
                if abs(told - target) <= room and ways * float(2 * room / target) <= limit:
                    return True
    return False


def _otherwise(draft: Draft) -> Iterator[tuple[Decimal, float]]:
    """Yield what a figure may have been before a slip, with how many numbers such a slip makes of it."""
    digits, step = printed_digits(draft)
    # The zeros that a whole number ends in are digits that may stand elsewhere: 209 and 290.
    zeros = len(str(int(step))) - 1 if step >= _TEN else 0
    zeros = zeros if zeros <= _MOST_ZEROS else 0
    shown, least = digits + "0" * zeros, step / _TEN**zeros
    if len(shown) > _MOST_DIGITS:
        return
    orders = set(reordered(shown))
    for order in orders:
        yield Decimal(order) * least, len(orders) * 0.5
    if len(digits) >= _TELLING:
        for index, digit in enumerate(digits):
            for other in "0123456789".replace(digit, ""):
                yield Decimal(digits[:index] + other + digits[index + 1 :]) * step, _WRONG * len(digits)
    for factor in (_TEN, _ONE / _TEN):
        yield (draft.value or _ONE) * factor, 2


def _length(draft: Draft) -> int:
    return len(printed_digits(draft)[0])
