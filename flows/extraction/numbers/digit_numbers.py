"""Numbers that begin with digits, of any form."""

from decimal import Decimal
from typing import Final

from flows.extraction.numbers.bare_masks import mask_of_bare
from flows.extraction.numbers.number_forms import MOST_POWER, Printed, plain_digits, printed
from flows.extraction.numbers.number_parts import Shares
from flows.extraction.numbers.numeral import RANK, Found, Numeral
from flows.extraction.numbers.units import unit_after, unit_before
from flows.extraction.text.masks import LABELS, Mask, mask_of_form
from flows.extraction.text.number_words import ROUND_ORDINALS, VULGAR, ratio

_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_NUMBERED: Final = LABELS | frozenset(
    "symphony concerto sonata quartet opus op reactor mill mine well".split()
)
_SCREENS: Final = frozenset("display displays screen screens monitor monitors resolution video".split())
_SHORT_RUN: Final = 2  # parts of a time that was run
_LONG_RUN: Final = 3
_YEARLY: Final = frozenset(("anniversary", "birthday"))
_COUNTED_TIMES: Final = frozenset("day week month year".split())
_OWN: Final = frozenset("its their his her".split())
_INTO: Final = frozenset("in into entered entering enters reached on for".split())
_RUNS: Final = frozenset("straight consecutive successive".split())
_SLASHED: Final = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 128, 1000))

_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class DigitNumbers(Shares):
    """Reads numbers in digits."""

    def digits(self, index: int) -> Found:
        """Read the number that begins with the digits at token `index`."""
        if (running := self._running_time(index)) is not None:
            return running
        if (mask := mask_of_form(self.document, index)) is not None:
            return mask
        text, last = self._grouped(index)
        plain = plain_digits(text, self.style)
        if plain is None:
            return Mask(index, last, "unreadable", "digits that no way of writing numbers explains")
        following = self.word(last)
        glued = last < self.count and self.document.joined(last)
        if glued and following in _ORDINAL_ENDINGS:
            return self._ordinal(index, last, plain)
        if (
            (following in ROUND_ORDINALS or following == "-")
            and plain.isdecimal()
            and (nth := self._nth(index, int(plain), last)) is not None
        ):
            return nth
        number = printed(plain)
        if plain == "10" and glued and self._superscript(self.words[last]):
            number = printed("1", int(self.words[last][:1].translate(_RAISED)))
            last += 1
        fraction = self._mixed_fraction(index, last)
        if fraction is not None:
            part, last, whole = fraction
            number = Printed((number.value if whole else Decimal(0)) + part, -3 if whole else -2, -3, "5")
        elif (scientific := self._power_of_ten(last, glued)) is not None:
            power, last = scientific
            if abs(power) > MOST_POWER:
                return Mask(index, last, "unreadable", "a power of ten beyond what an article means")
            number = printed(plain, power)
        numeral = Numeral(
            index, last, index, last, number.value, number.place, number.bare_place, number.last_digit
        )
        if fraction is not None:
            numeral.form = "fraction" if not fraction[2] else "digits"
        if fraction is None and (share := self._out_of(numeral)) is not None:
            return share
        if fraction is None and self.word(last) == "^" and (raised := self._raised(numeral)) is not None:
            return raised
        if (
            fraction is None
            and self.word(last) == "over"
            and number.value == int(number.value)
            and (
                self._stands_alone(index)
                and (parts := self._many_parts(index, int(number.value), last)) is not None
            )
        ):
            return parts
        money = unit_before(self.table, self.document, index)
        if money is not None and money[1] >= self.floor:
            self._take_money(numeral, money[0], money[1])
        self._magnitude(numeral)
        if fraction is None and not numeral.power and self.word(numeral.last) == "and":
            self._and_fraction(numeral)
        self._sign(numeral)
        self._unit(numeral, digits=True)
        if numeral.unit is None and numeral.form == "fraction":
            self._share(numeral)
        if (mask := self._coded(numeral, index)) is not None:
            return mask
        if self._is_bare(numeral) and not self._begins_measure(numeral.last):
            if numeral.first == index and (rank := self._rank(numeral)) is not None:
                return rank
            mask = mask_of_bare(self.document, index, numeral.last, hedged=False, spelled=False)
            if mask is not None and numeral.value >= 0:
                return mask
            if self._unknown_letters(numeral):
                return Mask(index, numeral.last + 1, "name", "digits with letters: a model or a code")
        return numeral

    def _running_time(self, index: int) -> Numeral | None:
        """Read "3:49.78" and "2:03:45" in seconds: few times of day are told to the second."""
        if self.word(index + 1) != ":":
            return None
        parts, last = [self.words[index]], index + 1
        # One part more than the longest has is enough: a text of colons is not read to its end each time.
        while self.word(last) == ":" and last + 1 < self.count and len(parts) <= _LONG_RUN:
            if not (self.document.joined(last) and self.document.joined(last + 1)):
                break
            parts.append(self.word(last + 1))
            last += 2
        seconds, _, part = parts[-1].partition(".")
        wholes = [*parts[:-1], seconds]
        if not _SHORT_RUN <= len(parts) <= _LONG_RUN or len(parts[0]) > 2 or len(part) > 3:
            return None
        if not all(whole.isdecimal() for whole in wholes) or any(len(whole) != 2 for whole in wholes[1:]):
            return None
        if not part.isdecimal() and (part or len(parts) < _LONG_RUN):
            return None
        number = printed(parts[-1])
        value = number.value
        for place, whole in enumerate(reversed(wholes[:-1]), 1):
            value += int(whole) * 60**place
        return Numeral(
            index,
            last,
            index,
            last,
            value,
            number.place,
            number.bare_place,
            number.last_digit,
            unit=self.table.words["second"][-1][1],
        )

    def _coded(self, numeral: Numeral, index: int) -> Mask | None:
        """Mask letters and digits in one that only look like an amount, a magnitude or a measure."""
        before, last = self.words[index - 1] if index else "", numeral.last
        if numeral.money_before:
            glued = before.isalpha() and self.document.joined(index)
            if glued and not numeral.power and self._unknown_letters(numeral):
                return Mask(index - 1, last + 1, "code", "a code that begins like a currency")
        elif (
            numeral.power == 3
            and self.word(last - 1) == "k"
            and (
                self.words[index] in ("4", "8") or (self.words[index] == "5" and self.word(last) in _SCREENS)
            )
        ):
            if self.words[last - 1] == "K" or not self._ahead_plural(last):
                return Mask(index, last, "name", "a resolution known by its number")
        elif before == "-" and last == index + 2 and len(self.words[last - 1]) == 1 and index > 1:
            name = self.words[index - 2]
            if (
                self.document.joined(index)
                and self.document.joined(index - 1)
                and self.document.joined(last - 1)
                and self.words[last - 1].isalpha()
                and name[0].isalpha()
                and (name[-1].isdecimal() or name.isupper())
            ):
                return Mask(index, last, "name", "digits and a letter joined to a name by a hyphen")
        return None

    def _begins_measure(self, at: int) -> bool:
        """Whether a dash or "to" and a number with its unit follow: "1800 - 2100 calories"."""
        if self.word(at) not in ("-", "–", "—", "to", "and", "or") or at + 2 >= self.count:
            return False
        following = self.words[at + 1]
        if not following[0].isdecimal() or len(following) > 12:
            return False
        unit = unit_after(self.table, self.document, at + 2, digits=True, one=False, hyphen=False)
        return unit is not None and not (unit[0].kind == "duration" and self.word(at) == "and")

    def _raised(self, numeral: Numeral) -> Numeral | None:
        """Read "1.3^12", "1.5^-2": a power, within what fifteen digits hold."""
        at = numeral.last + 1
        negative = False
        while self.word(at) in ("-", "+", "−", "--") and at < numeral.last + 4:
            negative = negative or self.word(at) in ("-", "−")
            at += 1
        exponent = self.word(at)
        if not exponent.isdecimal() or len(exponent) > 2 or abs(numeral.value) > 10**6 or not numeral.value:
            return None
        value = +(numeral.value ** (-int(exponent) if negative else int(exponent)))
        if not Decimal("1e-30") < abs(value) < Decimal("1e30"):
            return None
        numeral.value = Decimal(format(Decimal(f"{value:.15g}"), "f"))
        numeral.last = numeral.digits_last = at + 1
        numeral.form = "words"
        self._sign(numeral)
        self._unit(numeral, digits=True)
        return numeral

    def _is_bare(self, numeral: Numeral) -> bool:
        return numeral.unit is None and not numeral.power and numeral.form == "digits"

    def _unknown_letters(self, numeral: Numeral) -> bool:
        last = numeral.last
        return last < self.count and self.document.joined(last) and self.words[last][0].isalpha()

    def _grouped(self, index: int) -> tuple[str, int]:
        """Join groups of three digits that spaces part: "1 234 567", "40 000", and "30, 000" after money."""
        word = self.words[index]
        last = index + 1
        if not word.isdecimal() or len(word) > 3 or word[0] == "0":
            return word, last
        text, starts, ends = self.document.text, self.document.starts, self.document.ends
        groups = [word]
        strong = False
        while last < self.count and starts[last] == ends[last - 1] + 1 and len(groups) < 8:
            group = self.words[last]
            head, point, tail = group.partition(".")
            if len(head) != 3 or not head.isdecimal() or (point and not tail.isdecimal()):
                break
            gap = text[ends[last - 1]]
            strong = strong or gap != " " or head == "000"
            groups.append(group)
            last += 1
            if point:
                break
        if len(groups) > 2 or (len(groups) == 2 and strong):
            glued = last < self.count and self.document.joined(last) and self.words[last][0].isdecimal()
            return ("".join(groups), last) if not glued else (word, index + 1)
        if (
            self.word(index + 1) == ","
            and self.word(index + 2) == "000"
            and unit_before(self.table, self.document, index)
        ):
            return word + "000", index + 3
        return word, index + 1

    def _power_of_ten(self, last: int, glued: bool) -> tuple[int, int] | None:
        """Read "e6", "x 10^5", "×10−5" after a number."""
        word = self.word(last)
        if glued and len(word) > 1 and word[0] == "e" and word[1:].isdecimal() and len(word) < 5:
            return int(word[1:]), last + 1
        if (
            glued
            and word == "e"
            and self.word(last + 1) in ("-", "−", "+", "–")
            and self.word(last + 2).isdecimal()
        ):
            exponent = self.word(last + 2)
            if len(exponent) < 4 and self.document.joined(last + 1):
                return (-int(exponent) if self.word(last + 1) != "+" else int(exponent)), last + 3
        if word == "x10":
            cursor = last + 1
        elif word in ("x", "×", "·", "*", "⋅") and self.word(last + 1) == "10":
            cursor = last + 2
        elif (
            word == "×"
            and (flat := self.word(last + 1)).isdecimal()
            and flat[:2] == "10"
            and 2 < len(flat) < 5
        ):
            # Plain text flattens exponents: "4 × 105" is 400,000.
            power = int(flat[2:])
            return (power, last + 2) if power > 2 and flat[2] != "0" else None
        else:
            return None
        raised = self.word(cursor) == "^"
        cursor += raised
        negative = self.word(cursor) in ("-", "−", "–")
        cursor += negative
        exponent = self.word(cursor)
        if not (raised or negative) and not self._superscript(exponent):
            return None
        if (
            cursor >= self.count
            or not exponent.isdecimal()
            or len(exponent) > 3
            or not self.document.joined(cursor)
        ):
            return None
        return (-int(exponent) if negative else int(exponent)), cursor + 1

    @staticmethod
    def _superscript(word: str) -> bool:
        return bool(word) and all(mark in "⁰¹²³⁴⁵⁶⁷⁸⁹" for mark in word)

    def _mixed_fraction(self, index: int, last: int) -> tuple[Decimal, int, bool] | None:
        """Read "1/4", "2 1/2", "23-1/2", "2½": the fraction, the token after it, whether a whole precedes."""
        words = self.words
        if last < self.count and words[last] in VULGAR:
            return ratio(*VULGAR[words[last]]), last + 1, True
        if not words[index].isdecimal():
            return None
        if (simple := self._slashed(index)) is not None:
            return simple[0], simple[1], False
        start = last + 1 if self.word(last) == "-" and self.document.joined(last) else last
        if start < self.count and self.document.starts[start] - self.document.ends[start - 1] <= 2:
            simple = self._slashed(start)
            if simple is not None and simple[0] < 1:
                return simple[0], simple[1], True
        return None

    def _slashed(self, index: int) -> tuple[Decimal, int] | None:
        words = self.words
        if index + 2 >= self.count or words[index + 1] not in "/⁄" or not words[index].isdecimal():
            return None
        below = words[index + 2]
        if (
            not below.isdecimal()
            or not self.document.joined(index + 1)
            or not self.document.joined(index + 2)
        ):
            return None
        if len(below) > 3 or len(words[index]) > 3 or self.word(index + 3) == "/":
            return None
        numerator, denominator_value = int(words[index]), int(below)
        if not 0 < numerator < denominator_value or denominator_value not in _SLASHED:
            return None
        return ratio(numerator, denominator_value), index + 3

    def _ordinal(self, index: int, last: int, plain: str) -> Found:
        value = Decimal(plain)
        after = self.word(last + 1)
        if after in _RUNS or value >= 1000:
            number = printed(plain)
            return Numeral(
                index,
                last + 1,
                index,
                last + 1,
                value,
                number.place,
                number.bare_place,
                number.last_digit,
                form="ordinal",
                kind="ordinal_milestone",
            )
        return self.reached(index, last + 1, value) or Mask(index, last + 1, "ordinal", "a place in an order")

    def reached(self, first: int, last: int, value: Decimal) -> Numeral | None:
        """Return the length of time that an ordinal tells: "its 125th anniversary", "its 21st day"."""
        unit = self.word(last)
        if unit in _YEARLY:
            unit = "year"
        elif (
            unit not in _COUNTED_TIMES
            or self.word(first - 1) not in _OWN
            or self.word(first - 2) not in _INTO
        ):
            return None
        time = self.table.words[unit][-1][1]
        number = printed(str(value))
        return Numeral(
            first, last, first, last, value, number.place, number.bare_place, number.last_digit,
            form="ordinal", kind="duration", unit=time,
        )  # fmt: skip

    def _rank(self, numeral: Numeral) -> Numeral | Mask | None:
        """Read "No. 3", "#1" as a rank."""
        index = numeral.first
        previous = self.word(index - 1)
        at = index - 1
        if previous == "." and self.document.joined(index - 1):
            previous, at = self.word(index - 2), index - 2
        if (
            previous not in ("no", "nos", "nr", "#", "number")
            or numeral.value > 200
            or numeral.value != int(numeral.value)
        ):
            return None
        if previous == "no" and at == index - 1 and not self.words[at][0].isupper():
            return None
        if previous == "number" and self.word(at - 1) in ("the", "a", "this"):
            return None
        if previous in ("nos", "nr"):
            return None
        if self.word(numeral.last) in ("jersey", "shirt", "iron", "wood", "downing"):
            return Mask(at, numeral.last, "name", "a number that names a thing")
        if self.word(numeral.last) == "-" and self.document.joined(numeral.last):
            return Mask(at, numeral.last, "code", "the number of a document")
        if at and self.words[at - 1][0].isupper() and self.lower[at - 1] in _NUMBERED:
            return Mask(at, numeral.last, "label", "the number of a work or a plant")
        numeral.first, numeral.unit, numeral.kind = at, RANK, "rank"
        return numeral
