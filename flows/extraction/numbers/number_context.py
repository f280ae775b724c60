"""The text around a number: what the readers of its parts share."""

from typing import Final

from flows.extraction.numbers.number_forms import Style, shifted
from flows.extraction.numbers.numeral import FRACTION, Numeral
from flows.extraction.numbers.units import Unit, UnitTable, unit_before
from flows.extraction.text.document import Document
from flows.extraction.text.noun_words import CLOSED, VERBS, is_plural

_ADJECTIVAL: Final = frozenset("used sold registered employed wounded injured combined".split())


class NumberContext:
    """Where a number is read: the text, its way of writing numbers, the units."""

    def __init__(self, document: Document, style: Style, table: UnitTable) -> None:
        self.document = document
        self.words = document.words
        self.lower = document.lower
        self.count = len(document.words)
        self.style = style
        self.table = table
        # The token after the last number read: a sign before it is already taken.
        self.floor = 0

    def word(self, index: int) -> str:
        """Return the token at `index` in lower case, '' outside the text."""
        return self.lower[index] if 0 <= index < self.count else ""

    def _scale(self, numeral: Numeral, power: int, end: int) -> None:
        numeral.value = shifted(numeral.value, power)
        numeral.place += power
        numeral.bare_place += power
        numeral.power += power
        numeral.last = numeral.digits_last = end

    def _multiply(self, numeral: Numeral, factor: int, end: int) -> None:
        numeral.value *= factor
        numeral.last = numeral.digits_last = end

    def _take_money(self, numeral: Numeral, unit: Unit, first: int) -> None:
        numeral.unit, numeral.first, numeral.money_before = unit, first, True

    def _share(self, numeral: Numeral) -> None:
        numeral.unit, numeral.kind = FRACTION, "share"

    def _sign(self, numeral: Numeral) -> None:
        document, first = self.document, numeral.first
        mark = self.words[first - 1] if first else ""
        digits_mark = self.words[numeral.digits_first - 1] if numeral.digits_first > first else ""
        if digits_mark in ("-", "−") and numeral.digits_first - 1 >= first:
            numeral.value = -numeral.value
            return
        if self.word(first - 1) == "minus" and self.word(first - 2) == "or":
            # "plus or minus three points" is a width.
            return
        if mark == "-" and self.word(first - 2) in ("minus", "negative"):
            numeral.first, numeral.value = first - 2, -numeral.value
        elif mark in ("-", "−", "–", "‑") and document.joined(first):
            money = unit_before(self.table, document, first - 1) if first > 1 else None
            begins = first == 1 or not document.joined(first - 1) or self.words[first - 2] in "(=[<>~∼"
            if begins or money is not None:
                numeral.value, numeral.first = -numeral.value, first - 1
                if money is not None and document.joined(first - 1):
                    self._take_money(numeral, *money)
        elif (
            mark in ("-", "−")
            and self.word(numeral.last) in ("degree", "degrees", "°")
            and (first == 1 or self.words[first - 2][0].isalpha())
        ):
            # "- 20 degrees": older texts space the sign.
            numeral.value, numeral.first = -numeral.value, first - 1
        elif self.word(first - 1) in ("minus", "negative"):
            numeral.first, numeral.value = first - 1, -numeral.value
        elif (
            mark == "("
            and self.word(numeral.last) == ")"
            and numeral.unit is not None
            and numeral.money_before
            # An accounting bracket stands where a value is expected, not after one.
            and self.word(first - 2) in ("is", "was", "were", "of", "to", "at", "totaled", "totalled")
        ):
            numeral.value = -numeral.value

    def _ahead_plural(self, index: int) -> bool:
        for cursor in range(index, min(self.count, index + 5)):
            word = self.lower[cursor]
            if word == "and" and cursor > index:
                continue
            if not word[0].isalpha() or ((word in CLOSED or word in VERBS) and word not in _ADJECTIVAL):
                return False
            if is_plural(word):
                return True
        return False
