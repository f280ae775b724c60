"""Sums that hold but for one slip of the pen: two digits of one figure swapped, one wrong or one too many.

Words that name some parts of a total leave others open ("of these"). Where one slip would make the parts
add up to the last digit, they are all of it, and one of the figures is misprinted.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.relations.sums import rounding_of

_LEAST_DIGITS: Final = 3  # that a figure must have for its digits to tell anything
_LEAST_PARTS: Final = 2
_MOST_DIGITS: Final = 18
_WRONG: Final = 9  # other digits that a wrong one may be for
_CHANCE: Final = Decimal("0.02")  # how likely one of them may make the sum
_SWAPPED: Final = Decimal("0.03")  # the same for two digits swapped, which is more common
_TENFOLD: Final = (Decimal(10), Decimal("0.1"))
_THOUSANDFOLD: Final = (Decimal(1000), Decimal("0.001"), Decimal(1_000_000), Decimal("0.000001"))
_PAIR: Final = 2
_BOTH_WAYS: Final = 2
# By how much a slip that is common tells less for chance than the count of its numbers, and a rare one more.
_OFTEN: Final = 0.5
_SELDOM: Final = 2
_APART: Final = 0.25  # how often figures beside one another are a thousand times apart
_TEN: Final = Decimal(10)
_THOUSAND: Final = Decimal(1000)
_SHIFTED: Final = frozenset((_TEN, 1 / _TEN, _THOUSAND, 1 / _THOUSAND))


def complete_misprinted(found: list[Relation]) -> None:
    """Let sums that name some parts be complete where one slip of a digit makes them so."""
    for relation in found:
        if relation.kind == "sum" and not relation.is_complete:
            parts = [member.draft for member in relation.members if member.role == "part"]
            totals = [member.draft for member in relation.members if member.role == "total"]
            if len(parts) >= _LEAST_PARTS and len(totals) == 1:
                relation.is_complete = _is_misprinted(parts, totals[0])


def _is_misprinted(parts: Sequence[Draft | None], total: Draft | None) -> bool:
    """Whether one slip, of a part or of the total, would make the parts the total to its last digit."""
    known = [part for part in parts if part is not None and part.value is not None]
    if total is None or total.value is None or len(known) < len(parts):
        return False
    made = sum((part.value or Decimal(0) for part in known), Decimal(0))
    room = max(rounding_of(total), min(rounding_of(part) for part in known))
    # With few digits some other one makes most sums hold.
    tries = sum(_WRONG * len(printed_digits(one)[0]) for one in (*known, total) if one.value)
    is_telling = tries * room * 2 <= _CHANCE * total.value
    if tries * room * 2 > _SWAPPED * _WRONG * total.value:
        return False  # "42 million ... 13.4 of that, 6.2 and 4.1": 31.4 for 13.4 would do, by chance
    return any(abs(made - other) <= room for other in otherwise(total, _LEAST_DIGITS, is_telling)) or any(
        abs(made - (part.value or Decimal(0)) + other - total.value) <= room
        for part in known
        for other in otherwise(part, _LEAST_DIGITS, is_telling)
    )


def otherwise(draft: Draft, least: int = 2, is_telling: bool = False) -> Iterator[Decimal]:
    """Yield what a figure of so many digits may have been before a slip.

    Two digits swapped, a digit too many or too few; a wrong digit only where that tells anything.
    """
    value = draft.value
    if value is None or value <= 0:
        return
    if len(printed_digits(draft)[0]) < least:
        return
    yield from swapped(draft)
    yield from with_a_wrong_digit(draft, least) if is_telling else ()
    yield from tenfold(draft)


def reordered(digits: str, nearest: int = 1, farthest: int | None = None) -> Iterator[str]:
    """Yield the digits of a number in each order in which two that differ have changed places.

    Args:
        digits: the number.
        nearest: how far apart the two are at least; of neighbours 1.
        farthest: the same at most; None is any.

    >>> list(reordered("1121", farthest=1)), list(reordered("123", nearest=2))
    (['1211', '1112'], ['321'])
    """
    reach = len(digits) if farthest is None else farthest
    for one in range(len(digits)):
        for other in range(one + nearest, min(len(digits), one + reach + 1)):
            if digits[one] != digits[other]:
                between = digits[one + 1 : other]
                yield digits[:one] + digits[other] + between + digits[one] + digits[other + 1 :]


def swapped(draft: Draft) -> Iterator[Decimal]:
    """Yield what a figure may have been where two neighbouring digits are swapped."""
    digits, step = printed_digits(draft)
    for other in reordered(digits, farthest=1) if digits.isdigit() else ():
        if other[0] != "0":
            yield Decimal(other) * step


def exchanged(draft: Draft) -> Iterator[Decimal]:
    """Yield what a figure of four digits or more may have been where two of them changed places."""
    digits, step = printed_digits(draft)
    for other in reordered(digits, nearest=2) if len(digits) > _LEAST_DIGITS and digits.isdigit() else ():
        yield Decimal(other) * step


def with_an_inner_zero(draft: Draft) -> Iterator[Decimal]:
    """Yield what a figure may have been where a zero between digits was left out, 1.6 for 1.06, or added."""
    digits, step = printed_digits(draft)
    for index in range(1, len(digits) if digits.isdigit() else 0):
        yield Decimal(digits[:index] + "0" + digits[index:]) * step / _TEN
        if digits[index] == "0" and index < len(digits) - 1:
            yield Decimal(digits[:index] + digits[index + 1 :]) * step * _TEN


def tenfold(draft: Draft) -> Iterator[Decimal]:
    """Yield ten times a figure, and a tenth of it."""
    for factor in _TENFOLD:
        yield (draft.value or Decimal(0)) * factor


def slipped(draft: Draft) -> Iterator[Decimal]:
    """Yield what a figure may have been before a slip that is common: digits swapped, another magnitude."""
    yield from otherwise(draft)
    yield from with_another_magnitude(draft)


def with_a_wrong_digit(draft: Draft, least: int = _LEAST_DIGITS) -> Iterator[Decimal]:
    """Yield what a figure of so many digits may have been where one of them is wrong."""
    digits, step = printed_digits(draft)
    for index, digit in enumerate(digits) if len(digits) >= least else ():
        for other in "0123456789".replace(digit, ""):
            yield Decimal(digits[:index] + other + digits[index + 1 :]) * step


def with_a_digit_less(draft: Draft) -> Iterator[Decimal]:
    """Yield what a figure may have been where one of its digits is too many: 170 for 70."""
    if (draft.value or 0) <= 0:
        return
    digits, step = printed_digits(draft)
    for index in range(len(digits)) if len(digits) > 1 else ():
        yield Decimal(digits[:index] + digits[index + 1 :]) * step


def with_another_magnitude(draft: Draft) -> Iterator[Decimal]:
    """Yield what a figure may have been where its million should be a billion, or the other way round."""
    for factor in _THOUSANDFOLD:
        yield (draft.value or Decimal(0)) * factor


def may_have_slipped(size: Decimal, told: Decimal) -> bool:
    """Whether a number may be another after a slip: a quick question that few pairs of numbers pass."""
    if told <= 0 or size <= 0 or size == told:
        return False
    times = size / told
    if times in _SHIFTED:
        return True
    # A wrong digit is off by one digit and zeros, two digits swapped by nine times one or two.
    digits = (size - told).normalize().as_tuple().digits
    return len(digits) == 1 or (len(digits) == _PAIR and sum(digits) == _WRONG)


def ways_to_slip(size: Decimal, numeral: str, told: Decimal) -> float:
    """Return how many numbers a slip as the one that made a number of another makes of it; 0 where none did.

    Args:
        size: the number.
        numeral: its digits as they are printed.
        told: what it may have been.
    """
    if size in (told * _TEN, told / _TEN):
        return _BOTH_WAYS * _SELDOM
    if is_other_magnitude(size, told):
        return _BOTH_WAYS * _APART
    digits = numeral.replace(",", "").replace(".", "").lstrip("0")
    # Digits without end are text that somebody damaged.
    if not digits or len(digits) > _MOST_DIGITS:
        return 0
    other = told * int(digits) / size
    if other != other.to_integral_value() or other > _TEN * int(digits):
        return 0
    return _ways_between(digits, str(int(other)))


def is_other_magnitude(size: Decimal, told: Decimal) -> bool:
    """Whether a number is another but for a word of magnitude: a million for a billion."""
    return size in (told * _THOUSAND, told / _THOUSAND)


def wrong_digits(one: str, other: str) -> int:
    """Return 1 where a digit of a number is another one's wrong, 2 where two neighbours are swapped, else 0.

    >>> wrong_digits("1840", "1340"), wrong_digits("1840", "1480"), wrong_digits("1840", "8140.0")
    (1, 2, 0)
    """
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or not 0 < len(apart) <= _PAIR:
        return 0
    first = apart[0]
    swapped = other[first : first + _PAIR][::-1]
    return len(apart) if len(apart) == 1 or one[first : first + _PAIR] == swapped else 0


def is_digit_slip(printed: str, told: str) -> bool:
    """Whether one digit of a number is wrong, or it has the other's digits in another order.

    >>> is_digit_slip("51", "41"), is_digit_slip("1819", "1891"), is_digit_slip("51", "51")
    (True, True, False)
    """
    return wrong_digits(printed, told) == 1 or (printed != told and sorted(printed) == sorted(told))


def _ways_between(printed: str, told: str) -> float:
    wrong, length = wrong_digits(printed, told), len(printed)
    # The zeros that both end in are no digits that somebody wrote down one by one.
    while wrong and length > 1 and printed[length - 1] == told[length - 1] == "0":
        length -= 1
    if wrong == _PAIR:
        return sum([printed[at] != printed[at + 1] for at in range(length - 1)]) * _OFTEN
    return wrong * _WRONG * length


def numeral_of(text: str, draft: Draft) -> str:
    """Return the digits of a figure as an article prints them, of words those of its value.

    Args:
        text: the article.
        draft: the figure.

    Returns:
        The digits, with what groups them; "" for words of no whole number.
    """
    quote = text[draft.start : draft.end]
    digits = "".join(mark for mark in quote if mark.isdigit() or mark in ",.").strip(",.")
    if digits:
        return digits
    size = abs(draft.value or Decimal(0))
    return str(int(size)) if size == size.to_integral_value() else ""


def printed_digits(draft: Draft) -> tuple[str, Decimal]:
    """Return the digits of a figure as it is printed, and what its last one stands for."""
    step = draft.granule or Decimal(1)
    return str(int((draft.value or 0) / step)), step
