"""A number with what belongs to it, on its way to being a figure."""

from decimal import Decimal
from typing import Final

from flows.extraction.numbers.units import Unit
from flows.extraction.text.masks import Mask
from flows.extraction.text.nouns import Counted

FRACTION: Final = Unit("fraction", "1", "share")
TIMES: Final = Unit("times", None, "multiple")
RANK: Final = Unit("rank", None, "rank")
LARGE: Final = 6  # the power of ten of a million


class Numeral:
    """A number with what belongs to it.

    Attributes:
        first, last: tokens of the whole: sign, money, digits or words, magnitude, unit.
        digits_first, digits_last: tokens of the number and its magnitude alone.
        value: the number in full; `high` the other end of a range.
        place, bare_place, last_digit: as in `Printed`, of the value in full.
        power: power of ten of its magnitude words.
        form: digits, words, fraction, ordinal, multiple, range.
        unit: what stands beside it; `rate` what that is per ("day").
        factor: what the printed number was multiplied with (0.01 for cents).
        noun: what it counts.
        borrowed: whether unit or noun come from another number or from the subject.
        tolerance: the half-width that "±" gives.
        definite: whether "the", "these", "its" stand before it.
    """

    def __init__(
        self,
        first: int,
        last: int,
        digits_first: int,
        digits_last: int,
        value: Decimal,
        place: int,
        bare_place: int,
        last_digit: str,
        power: int = 0,
        form: str = "digits",
        high: Decimal | None = None,
        unit: Unit | None = None,
        rate: str | None = None,
        spelled: bool = False,
        money_before: bool = False,
        kind: str = "",
    ) -> None:
        self.first = first
        self.last = last
        self.digits_first = digits_first
        self.digits_last = digits_last
        self.value = value
        self.place = place
        self.bare_place = bare_place
        self.last_digit = last_digit
        self.power = power
        self.form = form
        self.high = high
        self.unit = unit
        self.rate = rate
        self.noun: Counted | None = None
        self.borrowed = ""
        self.tolerance: Decimal | None = None
        self.spelled = spelled
        self.money_before = money_before
        self.kind = kind

    @property
    def lacks_unit(self) -> bool:
        """Whether nothing says yet what the number counts: neither a unit nor a noun."""
        return self.unit is None and self.noun is None

    @property
    def end(self) -> int:
        """The token after the number and its counted noun."""
        return max(self.last, self.noun.last) if self.noun is not None and not self.borrowed else self.last


Found = Numeral | Mask | None


def worded_share(first: int, end: int, share: Decimal, *, spelled: bool) -> Numeral:
    """Return the share of a whole that tokens ``[first, end)`` say: "every eighth", "one doctor in five"."""
    return Numeral(
        first,
        end,
        first,
        end,
        share,
        -2,
        -2,
        "1",
        form="fraction",
        unit=FRACTION,
        kind="share",
        spelled=spelled,
    )
