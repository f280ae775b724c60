"""Magnitudes after a number: "2.4 million", "1.2bn", "6 hundred and 14", "5 million and a half"."""

from typing import Final

from flows.extraction.numbers.number_context import NumberContext
from flows.extraction.numbers.number_forms import shifted
from flows.extraction.numbers.numeral import Numeral
from flows.extraction.numbers.units import joined_kelvin, unit_after
from flows.extraction.text.masks import MONEY_SIGNS
from flows.extraction.text.noun_words import CLOSED, VERBS
from flows.extraction.text.number_words import (
    DOZENS,
    ONES,
    SCALES,
    SMALL,
    read_cardinal,
    read_fraction,
    read_scales,
)

# Magnitudes in letters, right after digits; those of the second line only beside money.
_LETTERS: Final = {
    "k": 3,
    "K": 3,
    "mn": 6,
    "mln": 6,
    "Mn": 6,
    "bn": 9,
    "Bn": 9,
    "BN": 9,
    "bln": 9,
    "tn": 12,
    "trn": 12,
    "trln": 12,
    "mio": 6,
    "mrd": 9,
    "mlrd": 9,
    "mil": 6,
    "MN": 6,
    "MLN": 6,
    "BLN": 9,
    "tln": 12,
}
_MONEY_LETTERS: Final = {"m": 6, "M": 6, "MM": 6, "mm": 6, "b": 9, "B": 9, "t": 12, "T": 12, "tr": 12, "G": 9}
_PLURAL_SCALES: Final = frozenset("thousands millions billions trillions".split())
_LENGTHS: Final = frozenset(
    """high tall long wide deep away above below sea race sprint final hurdles freestyle butterfly backstroke
    breaststroke relay run dash thick across distance swim steeplechase platform springboard telescope
    stretch pool mark record world olympic bronze silver gold champion championship title by x ×""".split()
)


class Magnitudes(NumberContext):
    """Reads the magnitude of a number."""

    def _magnitude(self, numeral: Numeral) -> None:
        last = numeral.last
        if last >= self.count:
            return
        glued = self.document.joined(last)
        word, lower = self.words[last], self.lower[last]
        hyphen = word == "-" and glued and last + 1 < self.count
        if hyphen and self.lower[last + 1] in SCALES:
            last, lower, word, glued = last + 1, self.lower[last + 1], self.words[last + 1], False
        power, end = read_scales(self.lower, last) if lower in SCALES else (0, last)
        if lower in _PLURAL_SCALES:
            # "a figure of 22 billions"
            power, end = SCALES[lower.removesuffix("s")], last + 1
        if not power and lower == "hundred":
            more, end = read_scales(self.lower, last + 1)
            power = 2 + more
        elif not power and lower in DOZENS and lower != "doz":
            self._multiply(numeral, 12, last + 1)
            return
        elif not power:
            letters = _LETTERS.get(word, 0)
            if letters and not (
                glued or len(word) > 1 or (word == "k" and not self.word(last + 1)[:1].isalpha())
            ):
                letters = 0
            elif letters and word == "K" and joined_kelvin(self.document, last):
                return
            elif not letters and word in _MONEY_LETTERS and self._is_magnitude(numeral, last):
                letters = _MONEY_LETTERS[word]
            if letters:
                power, end = letters, last + 1
        if not power:
            return
        self._scale(numeral, power, end)
        if lower in ("hundred", "thousand"):
            self._and_rest(numeral, power)
        self._and_fraction(numeral)

    def _is_magnitude(self, numeral: Numeral, at: int) -> bool:
        """Whether "m", "b" or "t" after digits is a magnitude and not a unit or a name."""
        word = self.words[at]
        glued = self.document.joined(at)
        if (numeral.unit is not None and numeral.unit.kind == "money") or self._ends_amount(numeral):
            # "$100 a": only a letter that ends the amount.
            return glued or not self.document.joined(at + 1) if at + 1 < self.count else True
        after = self.word(at + 1)
        if (after in ("(", "-") and word == "m") or after in _LENGTHS:
            return False
        if (
            unit_after(self.table, self.document, at + 1, digits=False, one=False, hyphen=False) is not None
            and after
        ):
            return word in "mMbB"
        if word == "m":
            counts = after.isalpha() and after not in CLOSED and after not in VERBS
            if self._ahead_plural(at + 1):
                return True
            return (
                glued and "." in self.words[numeral.digits_first] and not counts and self._near_magnitude(at)
            )
        if word in ("M", "B", "b"):
            return (glued or self._ahead_plural(at + 1)) and (
                self._ahead_plural(at + 1)
                or (word == "M" and len(self.words[numeral.digits_first]) < 4)
                or (word in "bB" and "." in self.words[numeral.digits_first])
            )
        return False

    def _ends_amount(self, numeral: Numeral) -> bool:
        """Whether a number ends a range of money whose sign is said once: "$800-900m"."""
        at = numeral.digits_first
        return (
            numeral.unit is None
            and at > 2
            and self.lower[at - 1] in ("-", "–", "—", "to", "and")
            and self.words[at - 2][0].isdecimal()
            and self.words[at - 3][-1] in MONEY_SIGNS
        )

    def _near_magnitude(self, at: int) -> bool:
        floor = max(0, at - 12)
        return any(word in ("bn", "million", "$", "£", "€") for word in self.lower[floor : at - 1])

    def _and_rest(self, numeral: Numeral, power: int) -> None:
        """Read on over "2 hundred" and "and 14" of "6 thousand 2 hundred and 14"."""
        at = numeral.last
        if (
            power > 2
            and self.word(at).isdecimal()
            and len(self.word(at)) == 1
            and self.word(at + 1) == "hundred"
        ):
            numeral.value += int(self.word(at)) * 100
            at += 2
            numeral.place = numeral.bare_place = 2
            numeral.last = numeral.digits_last = at
        if self.word(at) != "and" or at + 1 >= self.count:
            return
        rest = self.words[at + 1]
        if rest.isdecimal() and len(rest) <= 2 and rest != "0":
            value, end = int(rest), at + 2
        elif (below := read_cardinal(self.lower, at + 1)) is not None and 0 < below[0] < 100:
            value, end = below[0], below[1]
        else:
            return
        if self.word(end) in ("hundred", "thousand", "million", "percent", "%", "."):
            return
        numeral.value += value
        numeral.place = numeral.bare_place = 0
        numeral.last = numeral.digits_last = end

    def _and_fraction(self, numeral: Numeral) -> None:
        """Read on over "and a half" after a magnitude: "6 million and a half"."""
        at = numeral.last
        if self.word(at) != "and" or at + 2 > self.count - 1:
            return
        fraction = read_fraction(self.lower, at + 1)
        if fraction is None or (self.word(at + 1) not in ONES and self.word(at + 1) not in SMALL):
            return
        if fraction[1] < self.count and self.lower[fraction[1]] in ("of", "million", "billion", "dozen"):
            return
        numeral.value += shifted(fraction[0], numeral.power)
        numeral.place = numeral.bare_place = numeral.power - 1
        numeral.last_digit = "5"
        numeral.last = numeral.digits_last = fraction[1]
