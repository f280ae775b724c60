"""Which levels may be parts of which, whatever joins them, and whether they make it."""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Standing, miss
from flows.extraction.figure import Draft
from flows.extraction.relations.likeness import dimensions, factors, listable, may_be_part
from flows.extraction.relations.sizes import is_size
from flows.extraction.relations.sums import rounding_of

_FEW: Final = 100  # below which a bare number beside money counts something else
# "Scoring on 41", "from 12": what stands so bare is when or where.
_PLACING: Final = frozenset(
    "on in at from by before after under over until since minute aged age and or".split()
)
_TINY: Final = 5000  # times which a part is no part of a count
_A_YEAR: Final = " per year"
_MILLION: Final = 100_000  # a bare number that is printed to no less is an amount
_FAR: Final = 200  # times a count of other things may be a part


def is_bare_amount(level: Draft, *units: str | None) -> bool:
    """Whether an amount does not say of what it is, "350 million", or only by one of some units."""
    return level.kind == "count" and level.granule >= _MILLION and (level.unit is None or level.unit in units)


def sum_miss(standing: Standing, whole: Draft, parts: list[Draft], *, is_exact: bool = False) -> float:
    """Return how far parts are from making a whole, as `miss` does.

    Beside finer figures a zero of a round one is a digit; exactly means to the finest digit of all.
    """
    scales = [scale_to(standing, part, whole) or Decimal(1) for part in parts]
    made = sum((scale * (part.value or 0) for scale, part in zip(scales, parts, strict=True)), Decimal(0))
    rounded = [
        rounding_of(whole),
        *(scale * rounding_of(part) for scale, part in zip(scales, parts, strict=True)),
    ]
    if all(one.kind == "count" and one.granule <= 1 for one in (whole, *parts)):
        return miss(whole.value or Decimal(0), made, Decimal(0))  # things counted to the last one are exact
    finest = min(rounded)
    slack = finest if is_exact else sum((max(finest, one / 10) for one in rounded), Decimal(0))
    return miss(whole.value or Decimal(0), made, slack)


def holds(standing: Standing, whole: Draft, part: Draft) -> bool:
    """Whether a level may be a part of another, in another unit of its dimension, too."""
    if is_size(standing.document, part):
        return False
    scale = scale_to(standing, part, whole)
    if scale is None and part.kind == "count" and (part.value or 0) * _TINY < (whole.value or 0):
        return False
    if scale is None and whole.kind == "count" and whole.unit is None:
        # "45 of its 180 shops" and "Today it has 318" count; behind a capital or a mark it may be a name.
        before = standing.document.words[whole.first - 1] if whole.first else ""
        behind = standing.lower[whole.last : whole.last + 2]
        is_counted = before.islower() and before not in _PLACING
        is_counted = is_counted or behind[:1] == ["of"] or behind == ["in", "all"]
        if part.kind != "count" and not (part.granule and whole.granule >= part.granule):
            return False
        return is_counted and is_whole_number(part) and (part.value or 0) < (whole.value or 0)
    if scale is None:
        return may_hold(whole, part)
    return bool(part.value and whole.value) and (part.value or 0) * scale < (whole.value or 0)


def scale_to(standing: Standing, part: Draft, whole: Draft) -> Decimal | None:
    """Return how many of a whole's units are in one of a part's: kilograms and tonnes; none where alike."""
    if part.unit == whole.unit or part.unit is None or whole.unit is None:
        return None
    known, sizes = dimensions(standing.reference), factors(standing.reference)
    if part.kind != "measure" or known.get(part.unit) is None or known[part.unit] != known.get(whole.unit):
        return None
    return sizes[part.unit] / sizes[whole.unit]


def may_hold(whole: Draft, part: Draft) -> bool:
    """Whether a level may be a part of another: less of the same measure, or people by a narrower word."""
    if part.value is None or whole.value is None or part.value >= whole.value:
        return False
    if whole.kind == "count" and whole.unit is None:
        return False  # a bare number may be a name: "Block 302"
    if whole.kind == "money" and part.unit is None and part.value < _FEW:
        return False  # "Viniar got 58 million dollars. The other three ..."
    if (whole.unit or "").removesuffix(_A_YEAR) == (part.unit or "").removesuffix(_A_YEAR):
        return True  # "It needs 2.6 million a year. From tickets it earns 900,000."
    return may_be_part(part, whole) or (
        part.kind == "count" and is_whole_number(part) and listable(part, whole)
    )


def counts_another(whole: Draft, part: Draft) -> bool:
    """Whether a count may be of some of what another counts by a wider noun: planes and jets."""
    if not part.kind == whole.kind == "count" or None in (part.unit, whole.unit) or not part.value:
        return False
    return is_whole_number(part) and part.value < (whole.value or 0) <= part.value * _FAR


def is_whole_number(level: Draft) -> bool:
    """Whether a level has no digits after the point: things are counted so."""
    is_printed_so = not level.granule or level.granule >= 1  # "10.0" is a rate
    return level.value is not None and level.value == level.value.to_integral_value() and is_printed_so
