"""Numbers in digits: grouped in the English, Indian and continental way, decimals, powers of ten.

A printed number is kept with what its digits say of its precision: the place of its last printed digit and of
its last one that is not zero (the granule of the interval table).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

# No article means a number of more digits: what is longer is a code, or an attack on the arithmetic.
MOST_DIGITS: Final = 24
# Nor a larger power of ten; what is beyond is a slip, or an attack.
MOST_POWER: Final = 30
_ENGLISH: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN: Final = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?")
_CONTINENTAL: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


@dataclass(slots=True, init=False)
class Printed:
    """A number as its digits give it.

    Attributes:
        value: the number.
        place: power of ten of the last printed digit (6.40: -2; 130,000: 4, since trailing zeros of a whole
            number may be filling).
        bare_place: the same, zeros after the point left out (6.40: -1).
        last_digit: the last printed digit that is not zero, as a character.
    """

    value: Decimal
    place: int
    bare_place: int
    last_digit: str

    def __init__(self, value: Decimal, place: int, bare_place: int, last_digit: str) -> None:
        self.value = value
        self.place = place
        self.bare_place = bare_place
        self.last_digit = last_digit


def printed(digits: str, power: int = 0) -> Printed:
    """Return the reading of plain `digits` ("1708", "8.30"), times ten to the `power`.

    >>> printed("2.7", 9)
    Printed(value=Decimal('2700000000'), place=8, bare_place=8, last_digit='7')
    """
    whole, _, decimals = digits.partition(".")
    stripped = decimals.rstrip("0")
    filled = whole.rstrip("0")
    whole_place = len(whole) - len(filled) if filled.strip("0") else 0
    place = -len(decimals) if decimals else whole_place
    bare_place = -len(stripped) if stripped else whole_place
    significant = (stripped or filled)[-1:] or "0"
    value = Decimal(digits)
    if power:
        value = shifted(value, power)
    return Printed(value, place + power, bare_place + power, significant)


def shifted(value: Decimal, power: int) -> Decimal:
    """Return `value` times ten to the `power`, without an exponent where it is whole."""
    moved = value.scaleb(power)
    return Decimal(format(moved, "f")) if "E+" in str(moved) else moved


class Style(NamedTuple):
    """How an article writes numbers: whether a comma, and whether a point, groups thousands."""

    point_groups: bool = False
    comma_decimal: bool = False


def style_of(numbers: Iterable[str]) -> Style:
    """Decide an article's separators from its own numbers.

    Only forms that allow one reading count as evidence: "1.234.567", "1.708,5", "12,5" for the continental
    style; "1,234,567", "1,708.5", "0.75" for the English one. Without evidence, and on a draw, English.
    """
    continental = english = 0
    for digits in numbers:
        if "," not in digits and "." not in digits:
            continue
        points, commas = digits.count("."), digits.count(",")
        if commas and points:
            if digits.rfind(",") > digits.rfind("."):
                continental += 2 if commas == 1 else 0
            else:
                english += 2 if points == 1 else 0
        elif commas:
            tail = len(digits) - digits.rfind(",") - 1
            if commas > 1 or tail == 3:
                english += 1 if _INDIAN.fullmatch(digits) or _ENGLISH.fullmatch(digits) else 0
            else:
                continental += 1
        elif points > 1:
            continental += 2 if _CONTINENTAL.fullmatch(digits) else 0
        else:
            head, _, tail_digits = digits.partition(".")
            english += 1 if len(tail_digits) != 3 or len(head) > 3 or head == "0" else 0
    return Style(True, True) if continental > english else Style()


# Arabic and full-width separators; the Swiss apostrophe only groups.
_MARKS: Final = {"٬": ",", "٫": ".", "，": ",", "’": "'"}


def plain_digits(token: str, style: Style) -> str | None:
    """Return the digits of a token without separators and with a point for decimals; None where unreadable.

    >>> plain_digits("21,43,765.98", Style())
    '2143765.98'
    >>> plain_digits("48.310", Style(point_groups=True, comma_decimal=True))
    '48310'
    """
    if len(token) > MOST_DIGITS + 10:
        return None
    if not token.isascii():
        token = "".join(str(int(mark)) if mark.isdecimal() else _MARKS.get(mark, mark) for mark in token)
    if "'" in token:
        token = token.replace("'", "")
    if token[0] == ".":
        token = "0" + token
    points, commas = token.count("."), token.count(",")
    if not points and not commas:
        return token if len(token) <= MOST_DIGITS else None
    if commas and points:
        if _ENGLISH.fullmatch(token) or _INDIAN.fullmatch(token):
            return token.replace(",", "")
        if _CONTINENTAL.fullmatch(token):
            return token.replace(".", "").replace(",", ".")
        return token.replace(",", "") if points == 1 and token.rfind(",") < token.find(".") else None
    if commas:
        if style.comma_decimal and commas == 1:
            return token.replace(",", ".")
        if _ENGLISH.fullmatch(token) or _INDIAN.fullmatch(token):
            return token.replace(",", "")
        if commas == 1 and len(token) - token.find(",") <= 3:
            # "11,9": no grouping has one or two digits after the comma.
            return token.replace(",", ".")
        return None
    if points == 1:
        return token.replace(".", "") if style.point_groups and _CONTINENTAL.fullmatch(token) else token
    return token.replace(".", "") if _CONTINENTAL.fullmatch(token) else None
