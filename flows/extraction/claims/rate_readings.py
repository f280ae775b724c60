"""How many there are and what all come to, as a figure of one of several may be made of them."""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.rated_figures import MEAN, TIMES, Rated, size_of_one
from flows.extraction.claims.standing import Standing, miss, scale_of
from flows.extraction.figure import Draft
from flows.extraction.relations.misprints import slipped
from flows.extraction.relations.sums import rounding_of

_COUNTS: Final = frozenset("count measure duration".split())
_LEAST: Final = 2
_ROUNDED: Final = 1000  # from which on counts are rounded
_NEARLY: Final = Decimal("0.02")
_EXACTLY: Final = Decimal("0.005")
_HALF: Final = Decimal("0.5")
_ONE: Final = Decimal(1)


class Reading:
    """A quantity and an amount that may make a rate.

    Attributes:
        count, amount: the figures.
        size, scale: how many of what the rate is per, and of its own units, one unit of each of them is.
        miss: how far off the rate is, as a share of it; 0 where it holds.
        span: for how many days a rate of a day counts, where a figure of its own says so.
    """

    __slots__ = ("amount", "count", "miss", "scale", "size", "span")

    def __init__(
        self,
        rate: Rated,
        count: Draft,
        size: Decimal,
        amount: Draft,
        scale: Decimal,
        span: Draft | None = None,
    ) -> None:
        self.count = count
        self.span = span
        self.amount = amount
        self.size = size
        self.scale = scale
        self.miss = _miss(rate, self)


def counts_of(
    standing: Standing, rate: Rated, drafts: list[Draft], levels: list[Draft], reach: int = 1
) -> list[tuple[Draft, Decimal]]:
    """Return the figures that may tell how many there are, each with the size of one of its units.

    Args:
        standing: the figures of the article.
        rate: the figure of one of several.
        drafts: all figures, for spans of time.
        levels: those that may be counts.
        reach: how many sentences from a rate of a time its span may stand.
    """
    if rate.per in TIMES:
        # Not "its biggest two-day rise"
        levels = [
            one
            for one in drafts
            if (one.kind == "duration" or one.unit == rate.per)
            and abs(one.sentence - rate.draft.sentence) <= reach
            and "-" not in standing.lower[one.first : one.last]
            and MEAN.isdisjoint(standing.lower[one.last : one.last + 1])
        ]
    return [
        (level, size)
        for level in levels
        if level.value is not None
        and level.value >= _LEAST
        and level.kind in _COUNTS
        and (level.kind != "count" or level.value == int(level.value))
        and level.unit != "times"
        # "The 110-seat aircraft" are named by a size, "a 50-litre tank" holds as much.
        and (level.kind != "count" or "-" not in standing.lower[level.first : level.last + 1])
        and (size := size_of_one(standing, level, rate)) is not None
    ]


def amounts_of_others(rate: Rated, drafts: list[Draft], readings: list[Reading]) -> set[int]:
    """Return the amounts (by identity) of another rate of the same unit in the sentence."""
    draft = rate.draft
    others = [
        rate._replace(draft=one)
        for one in drafts
        if one.sentence == draft.sentence and one.unit == draft.unit and one is not draft and one.value
    ]
    return {
        id(one.amount)
        for other in others
        for one in readings
        if one.amount is not other.draft
        and not Reading(other, one.count, one.size, one.amount, one.scale).miss
    }


def _miss(rate: Rated, reading: Reading) -> float:
    told, count, amount = rate.draft.value, reading.count, reading.amount
    if not told or not count.value or not amount.value:
        return 1.0
    made = amount.value * reading.scale / (count.value * reading.size)
    if reading.span is not None and reading.span.value:
        made /= reading.span.value
    # What is counted one by one is not rounded.
    room = rounding_of(count) if count.value >= _ROUNDED or count.kind != "count" else Decimal(0)
    slack = made * (rounding_of(amount) / amount.value + room / count.value)
    # A mean is rounded even where it looks exact.
    return miss(told, made, slack + (rate.draft.granule / 2 or _HALF))


def is_slip(rate: Rated, reading: Reading) -> bool:
    """Whether two digits swapped, or another magnitude, in one of the figures would make them hold."""
    one, count, amount = rate.draft.value, reading.count.value, reading.amount.value
    if not one or not count or not amount:
        return False
    told, made = amount * reading.scale, one * count * reading.size
    room = min(max(rounding_of(reading.amount) / amount, _EXACTLY), _NEARLY)
    return any(abs(told * other / amount - made) <= room * made for other in slipped(reading.amount)) or any(
        abs(told - made * other / one) <= room * told for other in slipped(rate.draft)
    )


def is_made_with(rate: Rated, reading: Reading, other: Draft) -> bool:
    """Whether another amount is added or taken off: "two of 1.25 each and one of 0.6", "a saving of"."""
    if other is reading.amount or other is reading.count:
        return False
    if other.unit != reading.amount.unit and (other.unit is not None or other.kind != reading.amount.kind):
        return False
    told = (reading.amount.value or _ONE) * reading.scale
    made = (rate.draft.value or _ONE) * (reading.count.value or _ONE) * reading.size
    if reading.span is not None:
        made *= reading.span.value or _ONE
    return abs(abs(made - told) - (other.value or 0) * reading.scale) <= told * _NEARLY


def is_made_by_share(standing: Standing, rate: Rated, reading: Reading) -> bool:
    """Whether a share that is told nearby makes the amount, or the count: "80 percent of the price"."""
    made = (rate.draft.value or _ONE) * (reading.count.value or _ONE) * reading.size
    times = (reading.amount.value or _ONE) * reading.scale / made
    near = standing.shares_in(reading.count.sentence - 1, rate.draft.sentence + 1)
    for share in near:
        part = (share.value or Decimal(0)) / (scale_of(share) or _ONE)
        if part and any(abs(times - other) <= _NEARLY for other in (part, 1 - part, 1 / part)):
            return True
    return False
