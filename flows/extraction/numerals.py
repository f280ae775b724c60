"""One number at one place: its digits or words, magnitude, sign, money and unit.

A `Numeral` is what stands at one place; what several places make together (ranges, shared units, hedges) is
decided later, in `number_groups`.
"""

from dataclasses import dataclass
from decimal import Decimal

from flows.extraction import masks
from flows.extraction.document import Document
from flows.extraction.masks import Mask
from flows.extraction.nouns import CLOSED, VERBS, Counted, is_plural
from flows.extraction.number_forms import MOST_DIGITS, Printed, Style, plain_digits, printed, shifted
from flows.extraction.number_words import (
    DENOMINATORS,
    DOZENS,
    ONES,
    SCALES,
    SMALL,
    VULGAR,
    ratio,
    read_cardinal,
    read_fraction,
    read_scales,
)
from flows.extraction.units import Unit, UnitTable, denominator, joined_kelvin, unit_after, unit_before

FRACTION = Unit("fraction", "1", "share")
TIMES = Unit("times", None, "multiple")
RANK = Unit("rank", None, "rank")


@dataclass(slots=True, eq=False)
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

    first: int
    last: int
    digits_first: int
    digits_last: int
    value: Decimal
    place: int
    bare_place: int
    last_digit: str
    power: int = 0
    form: str = "digits"
    high: Decimal | None = None
    unit: Unit | None = None
    rate: str | None = None
    noun: Counted | None = None
    borrowed: str = ""
    tolerance: Decimal | None = None
    spelled: bool = False
    money_before: bool = False
    kind: str = ""

    @property
    def end(self) -> int:
        """The token after the number and its counted noun."""
        return max(self.last, self.noun.last) if self.noun is not None and not self.borrowed else self.last


_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_RUNS = frozenset("straight consecutive successive".split())
# Magnitudes in letters, right after digits; those of the second line only beside money.
_LETTERS = {
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
_MONEY_LETTERS = {"m": 6, "M": 6, "MM": 6, "mm": 6, "b": 9, "B": 9, "t": 12, "T": 12, "tr": 12, "G": 9}
_ADJECTIVAL = frozenset("used sold registered employed wounded injured combined".split())
_LENGTHS = frozenset(
    """high tall long wide deep away above below sea race sprint final hurdles freestyle butterfly backstroke
    breaststroke relay run dash thick across distance swim steeplechase platform springboard telescope stretch
    pool mark record world olympic bronze silver gold champion championship title by x ×""".split()
)
_DOUBLINGS = {
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "tripled": 3,
    "triples": 3,
    "tripling": 3,
    "trebled": 3,
    "trebles": 3,
    "trebling": 3,
    "quadrupled": 4,
    "quadruples": 4,
    "quadrupling": 4,
    "quintupled": 5,
}
_MAY_DOUBLE = {"double": 2, "twice": 2, "triple": 3, "treble": 3, "thrice": 3, "quadruple": 4}
_FOLDS = {
    "twofold": 2,
    "threefold": 3,
    "fourfold": 4,
    "fivefold": 5,
    "sixfold": 6,
    "sevenfold": 7,
    "eightfold": 8,
    "ninefold": 9,
    "tenfold": 10,
}
_HALVINGS = frozenset("halved halves halving halve".split())
_WHOLES = frozenset("the its their his her our what that those these last as previous".split())
_VAGUE = frozenset(
    "hundreds thousands millions billions trillions dozens tens scores zillions lakhs crores".split()
)
_FEW = frozenset("several few many countless untold multiple".split())
_NOT_ONE = frozenset(
    """no the this that which any every each another some number a an last first next his her their its my our your
    's ’s other old new latest only-one not such what everyone""".split()
)
_DEFINITE = frozenset("the these those both all other another latter former remaining".split())
_TIME_BEFORE = frozenset(
    "past last next first previous coming following recent latest final prior preceding same ensuing intervening".split()
)
STARTS = frozenset(
    set(SMALL)
    | set(VULGAR)
    | set(_DOUBLINGS)
    | set(_MAY_DOUBLE)
    | set(_FOLDS)
    | set(_HALVINGS)
    | _VAGUE
    | {
        "half",
        "quarter",
        "hundred",
        "dozen",
        "a",
        "an",
        "million",
        "billion",
        "thousand",
        "trillion",
        "third",
        "fifth",
        "halves",
        "eighth",
        "tenth",
    }
)
_AFTER_ARTICLE = frozenset(SCALES) | {"hundred", "dozen", "half", "quarter"} | frozenset(DENOMINATORS)
Found = Numeral | Mask | None


class NumeralReader:
    """Reads the number at a token, if there is one."""

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

    # -- digits ----------------------------------------------------------------------------------------------

    def digits(self, index: int) -> Found:
        """Read the number that begins with the digits at token `index`."""
        if (mask := masks.mask_of_form(self.document, index)) is not None:
            return mask
        text, last = self._grouped(index)
        plain = plain_digits(text, self.style)
        if plain is None:
            return Mask(index, last, "unreadable", "digits that no way of writing numbers explains")
        following = self.word(last)
        glued = last < self.count and self.document.joined(last)
        if glued and following in _ORDINAL_ENDINGS:
            return self._ordinal(index, last, plain)
        number = printed(plain)
        fraction = self._mixed_fraction(index, last)
        if fraction is not None:
            part, last, whole = fraction
            number = Printed((number.value if whole else Decimal(0)) + part, -3 if whole else -2, -3, "5")
        elif (scientific := self._power_of_ten(last, glued)) is not None:
            power, last = scientific
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
        self._sign(numeral)
        self._unit(numeral, digits=True)
        if numeral.unit is None and numeral.form == "fraction":
            self._share(numeral)
        if self._is_bare(numeral) and not self._begins_measure(numeral.last):
            if numeral.first == index and (rank := self._rank(numeral)) is not None:
                return rank
            mask = masks.mask_of_bare(self.document, index, numeral.last, hedged=False, spelled=False)
            if mask is not None and numeral.value >= 0:
                return mask
            if self._unknown_letters(numeral):
                return Mask(index, numeral.last + 1, "name", "digits with letters: a model or a code")
        return numeral

    def _begins_measure(self, at: int) -> bool:
        """Whether a dash or "to" and a number with its unit follow: "2000 - 2500 calories"."""
        if self.word(at) not in ("-", "–", "—", "to", "and", "or") or at + 2 >= self.count:
            return False
        following = self.words[at + 1]
        if not following[0].isdecimal() or len(following) > 12:
            return False
        unit = unit_after(self.table, self.document, at + 2, digits=True, one=False, hyphen=False)
        return unit is not None and not (unit[0].kind == "duration" and self.word(at) == "and")

    def _raised(self, numeral: Numeral) -> Numeral | None:
        """Read "1.1^23", "2.5^-1": a power, within what fifteen digits hold."""
        at = numeral.last + 1
        negative = False
        while self.word(at) in ("-", "+", "−", "--") and at < numeral.last + 4:
            negative = negative or self.word(at) in ("-", "−")
            at += 1
        exponent = self.word(at)
        if not exponent.isdecimal() or len(exponent) > 2 or abs(numeral.value) > 10**6 or not numeral.value:
            return None
        value = +(numeral.value ** (-int(exponent) if negative else int(exponent)))
        numeral.value = Decimal(f"{value:.15g}")
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
            # Plain text flattens exponents: "6 × 106" is six million.
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

    # -- what stands around a number ----------------------------------------------------------------------------

    def _take_money(self, numeral: Numeral, unit: Unit, first: int) -> None:
        numeral.unit, numeral.first, numeral.money_before = unit, first, True

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
        elif self.word(first - 1) in ("minus", "negative"):
            numeral.first, numeral.value = first - 1, -numeral.value
        elif (
            mark == "("
            and self.word(numeral.last) == ")"
            and numeral.unit is not None
            and numeral.money_before
        ):
            # An accounting bracket stands where a value is expected, not after one.
            if self.word(first - 2) in ("is", "was", "were", "of", "to", "at", "totaled", "totalled"):
                numeral.value = -numeral.value

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
        if len(word) < 4 and word not in ("mln", "bln", "mn", "bn") and self._is_name_after(end):
            return
        self._scale(numeral, power, end)
        if lower in ("hundred", "thousand"):
            self._and_rest(numeral, power)
        self._and_fraction(numeral)

    def _is_name_after(self, end: int) -> bool:
        """Whether letters after digits go on in a name: "10K-Lauf"."""
        return (
            end < self.count
            and self.words[end] == "-"
            and self.document.joined(end)
            and (end + 1 < self.count and self.words[end + 1][0].isdecimal() and False)
        )

    def _scale(self, numeral: Numeral, power: int, end: int) -> None:
        numeral.value = shifted(numeral.value, power)
        numeral.place += power
        numeral.bare_place += power
        numeral.power += power
        numeral.last = numeral.digits_last = end

    def _multiply(self, numeral: Numeral, factor: int, end: int) -> None:
        numeral.value *= factor
        numeral.last = numeral.digits_last = end

    def _is_magnitude(self, numeral: Numeral, at: int) -> bool:
        """Whether "m", "b" or "t" after digits is a magnitude and not a unit or a name."""
        word = self.words[at]
        glued = self.document.joined(at)
        money = numeral.unit is not None and numeral.unit.kind == "money"
        if money:
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
                self._ahead_plural(at + 1) or (word == "M" and len(self.words[numeral.digits_first]) < 4)
            )
        return False

    def _near_magnitude(self, at: int) -> bool:
        floor = max(0, at - 12)
        return any(word in ("bn", "million", "$", "£", "€") for word in self.lower[floor : at - 1])

    def _ahead_plural(self, index: int) -> bool:
        for cursor in range(index, min(self.count, index + 5)):
            word = self.lower[cursor]
            if word == "and" and cursor > index:
                continue
            if not word[0].isalpha() or (word in CLOSED or word in VERBS) and word not in _ADJECTIVAL:
                return False
            if is_plural(word):
                return True
        return False

    def _and_rest(self, numeral: Numeral, power: int) -> None:
        """Read on over "3 hundred" and "and 21" of "4 thousand 3 hundred and 21"."""
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
        """Read on over "and a half" after a magnitude: "3 million and a half"."""
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

    def _unit(self, numeral: Numeral, *, digits: bool) -> None:
        """Take the unit after the number, and what it is per."""
        last = numeral.last
        if last >= self.count:
            return
        hyphen = (
            self.words[last] in "-‐‑"
            and self.document.joined(last)
            and (last + 1 < self.count and self.document.joined(last + 1))
        )
        at = last + 1 if hyphen else last
        if self.words[last] == "+" and self.word(last + 1) == "%" and digits:
            at = last + 1
        if not hyphen and self.words[last] == "-" and last + 1 < self.count and numeral.value != 1:
            # Texts of older agencies space the hyphen: "30 - year bonds"; the noun is in the singular.
            loose = unit_after(self.table, self.document, last + 1, digits=False, one=False, hyphen=True)
            if (
                loose is not None
                and loose[0].kind in ("duration", "measure")
                and not self.word(loose[1] - 1).endswith("s")
            ):
                at, hyphen = last + 1, True
        one = abs(numeral.value) == 1 or numeral.form == "fraction"
        found = unit_after(self.table, self.document, at, digits=digits, one=one, hyphen=hyphen)
        if found is None and numeral.form == "fraction":
            at = self._over_article(last)
            found = (
                unit_after(self.table, self.document, at, digits=False, one=True, hyphen=hyphen)
                if at != last
                else None
            )
        if found is not None:
            unit, end = found
            if numeral.unit is not None:
                # "$200 dollars", "A$5 Australian": the same money twice; a measure after money is another thing.
                if (
                    unit.kind == "money"
                    and self.words[at][0].isalpha()
                    and (unit.unit == numeral.unit.unit or unit.unit in ("dollar",))
                    and unit.factor == 1
                ):
                    numeral.last = end
            elif not (unit.kind == "money" and self._is_other_amount(end, at)) and not self._is_other_word(
                unit, at, end, numeral, hyphen
            ):
                numeral.unit, numeral.last = unit, end
                if unit.factor != 1:
                    numeral.value *= unit.factor
                    numeral.place -= 2
                    numeral.bare_place -= 2
        elif (
            numeral.unit is None
            and digits
            and at < self.count
            and (wide := self._millions_of(at)) is not None
        ):
            numeral.unit = wide[0]
            self._scale(numeral, wide[1], at + 1)
        if (
            numeral.unit is not None
            and numeral.unit.kind == "money"
            and not numeral.power
            and not numeral.money_before
        ):
            more, end = read_scales(self.lower, numeral.last)
            if more:
                # "75 USD million"
                self._scale(numeral, more, end)
        if numeral.unit is not None:
            if numeral.unit.kind != "percent":
                # A percentage a year stays a percentage: what it is per is part of what is measured.
                numeral.rate, numeral.last = self.per(numeral.last, in_span=numeral.unit.kind != "money")

    def _millions_of(self, at: int) -> tuple[Unit, int] | None:
        """Read "MUSD", "MEUR", "KGBP": an amount's magnitude and currency in one word."""
        word = self.words[at]
        if len(word) != 4 or not word.isupper() or word[0] not in "MKB":
            return None
        for tokens, unit in self.table.before.get(word[1:], ()):
            if tokens == (word[1:],):
                return unit, {"K": 3, "M": 6, "B": 9}[word[0]]
        return None

    def _over_article(self, last: int) -> int:
        """Step over "a", "an", "of a" between a fraction and its measure: "half a mile"."""
        at = last
        if self.word(at) == "of":
            at += 1
            return at + 1 if self.word(at) in ("a", "an", "one") else last
        return at + 1 if self.word(at) in ("a", "an") else last

    def _is_other_amount(self, end: int, at: int) -> bool:
        """Whether a currency sign after a number belongs to the next one: "10 $30"."""
        return (
            not self.words[at][0].isalpha()
            and end < self.count
            and self.words[end][0].isdecimal()
            and self.document.joined(end)
        )

    def _is_other_word(self, unit: Unit, at: int, end: int, numeral: Numeral, hyphen: bool) -> bool:
        """Whether a unit's word is here a word of its own."""
        word = self.lower[at]
        if unit.choices and word in ("won", "real", "mark", "marks", "crown", "crowns", "reals", "lei"):
            if word == "won":
                return not numeral.power or (
                    not {"korea", "korean", "seoul", "won"} & {self.word(end)} and numeral.power < 6
                )
            return not numeral.power or (
                word in ("mark", "crown", "real") and self.word(numeral.first - 1) == "the"
            )
        if word in ("times", "fold") and unit.kind == "multiple":
            return False
        if word == "yards" and self.word(end) == "of":
            return False
        return False

    def per(self, at: int, *, in_span: bool) -> tuple[str | None, int]:
        """Read "per day", "a day", "/day", "per 100,000": what it is per, and the token after the span."""
        word = self.word(at)
        start = at
        if word == "of":
            # "gallons of jet fuel a year"
            for cursor in range(at + 1, min(self.count, at + 4)):
                ahead = self.lower[cursor]
                if ahead in ("a", "an", "per") and cursor > at + 1:
                    return self.per(cursor, in_span=False)[0], start
                if not ahead[0].isalpha() or ahead in CLOSED:
                    break
            return None, start
        if word == "-" and self.word(at + 1) in ("a", "per", "an") and self.document.joined(at):
            at += 1
            word = self.word(at)
        if word == "/" and at + 1 < self.count:
            unit = unit_after(self.table, self.document, at + 1, digits=True, one=True, hyphen=True)
            if unit is not None and unit[0].kind in ("measure", "duration"):
                return unit[0].unit, unit[1]
            found = denominator(self.table, self.document, at + 1)
            return (found[0], found[1]) if found is not None else (None, start)
        if word == "per":
            cursor = at + 1
            if cursor < self.count and self.words[cursor][0].isdecimal():
                return self._per_many(cursor, start)
            if self.word(cursor) in SMALL or self.word(cursor) in ("hundred", "thousand", "million"):
                return None, start
            unit = unit_after(self.table, self.document, cursor, digits=True, one=True, hyphen=True)
            if unit is not None and unit[0].kind in ("measure", "duration") and " per " not in unit[0].unit:
                return unit[0].unit, unit[1] if in_span else start
            found = denominator(self.table, self.document, cursor)
            if found is None:
                return None, start
            return found[0], found[1] if in_span else start
        if word in ("a", "an", "each", "every"):
            cursor = at + 1
            if self.word(cursor) == "-":
                cursor += 1
            found = denominator(self.table, self.document, cursor)
            time = self.lower[cursor] in _TIMES
            if (
                found is None
                or time
                and self.word(found[1]) in _NOT_RATE
                or self.lower[cursor] in _NOT_DENOMINATOR
            ):
                return None, start
            return found[0], start
        return None, start

    def _per_many(self, cursor: int, start: int) -> tuple[str | None, int]:
        plain = plain_digits(self.words[cursor], self.style)
        if plain is None:
            return None, start
        unit = unit_after(self.table, self.document, cursor + 1, digits=True, one=False, hyphen=False)
        name = self.words[cursor]
        if unit is not None:
            return f"{name} {unit[0].unit}", unit[1]
        return name, cursor + 1

    # -- forms of their own ---------------------------------------------------------------------------------------

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
        return Mask(index, last + 1, "ordinal", "a place in an order")

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
        numeral.first, numeral.unit, numeral.kind = at, RANK, "rank"
        return numeral

    def _out_of(self, numeral: Numeral) -> Numeral | None:
        """Read "one in four", "nine out of 10", "two in five" as a share."""
        value = numeral.value
        if value != int(value) or not 0 < value < 100 or numeral.power:
            return None
        at = numeral.last
        joiner = self.word(at)
        cursor = at + 1
        if joiner == "out" and self.word(cursor) == "of":
            cursor += 1
        elif joiner == "of":
            if value != 1 or not self._subject_of(numeral, cursor):
                return None
        elif joiner != "in":
            return None
        if self.word(cursor) in ("every", "each"):
            cursor += 1
        if cursor >= self.count:
            return None
        word = self.words[cursor]
        if word.isdecimal() and len(word) < 5:
            whole, end = int(word), cursor + 1
        elif word[0].isdecimal():
            plain = plain_digits(word, self.style)
            if plain is None or "." in plain or len(plain) > 7 or value != 1:
                return None
            whole, end = int(plain), cursor + 1
        elif (spelled := read_cardinal(self.lower, cursor)) is not None:
            whole, end = spelled[0], spelled[1]
        else:
            return None
        if not value < whole or (value != 1 and joiner == "in" and whole not in _ROUND_WHOLES):
            return None
        if joiner == "in" and 1500 < whole < 2100:
            return None
        if self.word(end) in ("percent", "%", "per", "pct", "million", "billion") or (
            (found := unit_after(self.table, self.document, end, digits=True, one=False, hyphen=False))
            is not None
            and found[0].kind == "duration"
        ):
            return None
        share = ratio(int(value), whole)
        return Numeral(
            numeral.first,
            end,
            numeral.first,
            end,
            share,
            -2,
            -2,
            "1",
            form="fraction",
            unit=FRACTION,
            kind="share",
            spelled=numeral.spelled,
        )

    def _subject_of(self, numeral: Numeral, cursor: int) -> bool:
        """Whether "one of four" is a clause's subject, and so a share: a verb follows, none comes before."""
        index = numeral.first
        begin, end = self.document.sentences[self.document.sentence_at(index)]
        before = self.word(index - 1) if index > begin else ""
        if before not in ("", "and", ":", "that", ";", "-", '"', "“", "but", "only", "about"):
            return False
        ahead = self.lower[cursor + 1 : min(end, cursor + 9)]
        return any(
            word in ("is", "are", "was", "were", "has", "have", "had", "say", "said") for word in ahead
        )

    def _share(self, numeral: Numeral) -> None:
        numeral.unit, numeral.kind = FRACTION, "share"

    # -- words -------------------------------------------------------------------------------------------------

    def spelled(self, index: int) -> Found:
        """Read the number in words that begins at token `index`."""
        word = self.lower[index]
        if word in _VAGUE:
            return self._vague(index)
        if word in _DOUBLINGS or word in _MAY_DOUBLE or word in _FOLDS or word in _HALVINGS:
            return self._multiple(index)
        if word in ("a", "an") and self.word(index + 1) not in _AFTER_ARTICLE:
            return None
        if word in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
            return self._lone_scale(index)
        if word in ("third", "fifth", "eighth", "tenth"):
            return None
        if (fraction := read_fraction(self.lower, index)) is not None:
            found = self._fraction(index, *fraction)
            if found is not None:
                return found
            if word in ("half", "halves") or word in ("a", "an"):
                return None
        if word == "quarter":
            if self.word(index + 1) in SCALES:
                return self._fraction(index, Decimal("0.25"), index + 1)
            return None
        if word in ("a", "an") and self.word(index + 1) in DOZENS:
            return self._dozen(index, 1, index + 1)
        cardinal = read_cardinal(self.lower, index)
        if cardinal is None:
            return None
        value, last, power = cardinal
        before = self.word(index - 1)
        if before in _FEW and value >= 100:
            return Mask(index - 1, last, "vague", "a quantity without a value")
        if before == "or" and value == 2 and self.word(index - 2) not in SMALL and not power:
            return Mask(index, last, "vague", "a thing or two")
        return self._cardinal(index, value, last, power)

    def _cardinal(self, index: int, value: int, last: int, power: int) -> Found:
        if self.word(last) in DOZENS:
            return self._dozen(index, value, last)
        if (parts := self._many_parts(index, value, last)) is not None:
            return parts
        fraction = self._and_part(index, last)
        number = printed(str(value))
        numeral = Numeral(
            index,
            last,
            index,
            last,
            number.value,
            number.place,
            number.bare_place,
            number.last_digit,
            power=power,
            form="words",
            spelled=True,
        )
        if fraction is not None:
            part, end, scale = fraction
            numeral.value = shifted(Decimal(value) + part, scale)
            numeral.place = numeral.bare_place = scale - (1 if part == Decimal("0.5") else 2)
            numeral.last_digit = "5"
            if power:
                numeral.value = Decimal(value) + shifted(part, scale or power)
                numeral.place = numeral.bare_place = (scale or power) - 1
            numeral.power = max(power, scale)
            numeral.last = numeral.digits_last = end
        elif (pointed := self._point(index, value, last)) is not None:
            return pointed
        elif (share := self._out_of(numeral)) is not None:
            return share
        if value < 100 and self.word(numeral.last) == "-" and self.word(numeral.last + 1) in SCALES:
            self._magnitude(numeral)
        self._sign(numeral)
        if (
            self.word(index - 1) == "number"
            and value <= 100
            and self.word(index - 2) not in ("the", "a", "this")
        ):
            numeral.first, numeral.unit, numeral.kind = index - 1, RANK, "rank"
            return numeral
        self._unit(numeral, digits=False)
        if numeral.unit is None:
            mask = masks.mask_of_bare(self.document, index, numeral.last, hedged=False, spelled=True)
            if mask is not None:
                return mask
            if numeral.value == 1 and not power and (mask := self._pronoun(index, numeral.last)) is not None:
                return mask
            if value == 0 and (
                self.word(last) == "-"
                or self._ahead_plural(last)
                or self.word(index - 1) in ("near", "to", "a")
                and self.word(index - 2) in ("", "close", "next", ",", "at")
                or self.word(index - 1) in ("near", "absolute")
            ):
                return Mask(index, last, "zero", "a zero that denies and does not count")
            if value <= 12 and not power and fraction is None and self.word(index - 1) in _DEFINITE:
                return Mask(index, last, "reference", "a number that points back: the two, these three")
            if self.word(index - 1) == "top" and value <= 100:
                return Mask(index, last, "name", "a list known by its number")
            if (
                self.word(index - 1) == "-"
                and self.document.joined(index)
                and index > 1
                and (self.document.joined(index - 1) and self.words[index - 2][0].isalpha())
            ):
                return Mask(index, last, "name", "a number word inside a compound")
        return numeral

    def _many_parts(self, index: int, value: int, last: int) -> Numeral | None:
        """Read "twenty-three fifths", "a hundred millionths", "one over three": a whole number of parts."""
        at = last + 1 if self.word(last) == "-" and self.word(last + 1) in DENOMINATORS else last
        name = self.word(at)
        share: Decimal | None = None
        end = at + 1
        if name in DENOMINATORS and name.endswith("s") and name not in ("quarters", "halves") and value > 1:
            share = ratio(value, DENOMINATORS[name])
        elif name == "over" and self.word(last + 1) and self._stands_alone(index):
            below = read_cardinal(self.lower, last + 1)
            if below is None and self.words[last + 1].isdecimal() and len(self.words[last + 1]) < 10:
                below = (int(self.words[last + 1]), last + 2, 0)
            if below is not None and below[0] > 0 and self.word(below[1]) in ("", ".", ",", "?"):
                share, end = ratio(value, below[0]), below[1]
        if share is None:
            return None
        numeral = Numeral(index, end, index, end, share, -2, -2, "5", form="fraction", spelled=True)
        self._sign(numeral)
        self._share(numeral)
        return numeral

    def _stands_alone(self, index: int) -> bool:
        return index == 0 or self.word(index - 1) in ("is", "minus", "negative", "equals", "=", ":")

    def _and_part(self, index: int, last: int) -> tuple[Decimal, int, int] | None:
        """Read "and a half", "and three quarters", "-and-a-half" after a whole, and a magnitude after it."""
        at = last
        while self.word(at) == "-":
            at += 1
        if self.word(at) != "and":
            return None
        at += 1
        while self.word(at) == "-":
            at += 1
        if at >= self.count:
            return None
        word = self.lower[at]
        if word == "-" or (word not in ONES and word not in SMALL and word != "half"):
            return None
        if self.word(at + 1) == "-" and self.word(at + 2) in ("half", "quarter", "third"):
            name = self.word(at + 2)
            found: tuple[Decimal, int] | None = (
                (ratio(1, DENOMINATORS[name]), at + 3) if word in ONES else read_fraction(self.lower, at)
            )
        else:
            found = read_fraction(self.lower, at)
        if found is None or (self.word(found[1]) == "of" and word not in ONES):
            return None
        power, end = read_scales(self.lower, found[1])
        return found[0], end, power

    def _point(self, index: int, value: int, last: int) -> Numeral | None:
        """Read "two hundred point zero three", "five point five"."""
        if self.word(last) != "point":
            return None
        cursor, decimals = last + 1, ""
        while (
            cursor < self.count and len(decimals) < 8 and (digit := SMALL.get(self.lower[cursor])) is not None
        ):
            step = read_cardinal(self.lower, cursor)
            if step is None or step[1] <= cursor:
                break
            decimals += str(step[0])
            cursor = step[1]
            if digit > 9:
                break
        if not decimals or len(decimals) > 12:
            return None
        number = printed(f"{value}.{decimals}")
        numeral = Numeral(
            index,
            cursor,
            index,
            cursor,
            number.value,
            number.place,
            number.bare_place,
            number.last_digit,
            form="words",
            spelled=True,
        )
        self._magnitude(numeral)
        self._sign(numeral)
        self._unit(numeral, digits=False)
        return numeral

    def _pronoun(self, index: int, last: int) -> Mask | None:
        previous, following = self.word(index - 1), self.word(last)
        mask = Mask(index, last, "pronoun", "one as a pronoun or an article")
        if following in ("of", "another", "'s", "’s", "day") or previous in _NOT_ONE:
            return mask
        if following == "-" or not following or not following[0].isalpha():
            return mask
        if (
            following in CLOSED
            or following in VERBS
            or is_plural(following)
            or following in ("thing", "way", "more", "who", "that", "by")
        ):
            return mask
        return None

    def _dozen(self, index: int, value: int, last: int) -> Found:
        end = last + 1
        if self.word(last) == "dozens" and value == 1:
            return None
        numeral = Numeral(index, end, index, end, Decimal(12 * value), 0, 0, "2", form="words", spelled=True)
        return numeral

    def _lone_scale(self, index: int) -> Found:
        """Read "million dollar house", "hundred thousand dollars", "more than thousand"."""
        previous = self.word(index - 1)
        if previous in _FEW:
            return Mask(index - 1, index + 1, "vague", "a quantity without a value")
        if self.lower[index] == "dozen":
            return None
        power, last = (2, index + 1) if self.lower[index] == "hundred" else (0, index)
        more, last = read_scales(self.lower, last)
        power += more
        numeral = Numeral(
            index,
            last,
            index,
            last,
            Decimal(10) ** power,
            power,
            power,
            "1",
            power=power,
            form="words",
            spelled=True,
        )
        self._unit(numeral, digits=False)
        return numeral if numeral.unit is not None and numeral.unit.kind == "money" else None

    def _vague(self, index: int) -> Mask | None:
        word = self.lower[index]
        if word == "scores" and self.word(index + 1) != "of":
            return None
        last = index + 1
        while self.word(last) == "of" and self.word(last + 1) in _VAGUE:
            last += 2
        if word in ("tens", "lakhs", "crores") and last == index + 1:
            return None
        return Mask(index, last, "vague", "a quantity without a value")

    def _multiple(self, index: int) -> Found:
        word, after, before = self.lower[index], self.word(index + 1), self.word(index - 1)
        if word in _HALVINGS:
            if word in ("halves",) and after not in ("the", "its"):
                return None
            return self._change(index, Decimal("-0.5"), FRACTION)
        if word in _DOUBLINGS:
            return self._change(index, Decimal(_DOUBLINGS[word]), TIMES)
        if word in _FOLDS:
            return self._change(index, Decimal(_FOLDS[word]), TIMES)
        if word == "twice" or word == "thrice":
            if after not in _WHOLES or after == "as" and "as" not in self.lower[index + 2 : index + 6]:
                return None
        elif (
            after == "-"
            or not (
                before
                in (
                    "to",
                    "almost",
                    "nearly",
                    "than",
                    "will",
                    "would",
                    "could",
                    "may",
                    "about",
                    "is",
                    "was",
                    "were",
                    "at",
                    "roughly",
                    "least",
                )
                or after in _WHOLES
            )
            or (before in ("is", "was", "were", "at") and after not in _WHOLES)
        ):
            return None
        numeral = self._change(index, Decimal(_MAY_DOUBLE[word]), TIMES)
        if word == "twice" or (
            after in ("the", "that", "what") and before not in ("to", "will", "would", "could", "may")
        ):
            numeral.kind = "rate"
        return numeral

    def _change(self, index: int, value: Decimal, unit: Unit) -> Numeral:
        return Numeral(
            index,
            index + 1,
            index,
            index + 1,
            value,
            0,
            0,
            "2",
            form="multiple",
            unit=unit,
            kind="growth",
            spelled=True,
        )

    def _fraction(self, index: int, value: Decimal, last: int) -> Found:
        """Judge a fraction in words: a share, part of a measure or magnitude, or a period's name."""
        words, lower = self.words, self.lower
        first, before, after = lower[index], self.word(index - 1), self.word(last)
        if first == "a" and before == "and" and self.word(index - 2) in _TIMES:
            return Mask(index, last, "period", "the half of a length of time that is said before it")
        name = lower[last - 1]
        at = last
        while self.word(at) in ("-", "a", "of") and at < last + 4:
            at += 1
        if (self.word(at) in SCALES or self.word(at) in DOZENS) and self.word(last) != ",":
            if self.word(at) in DOZENS:
                scaled = Numeral(
                    index, at + 1, index, at + 1, value * 12, 0, 0, "6", form="words", spelled=True
                )
            else:
                power, end = read_scales(lower, at)
                number = printed(str(value if len(str(value)) < 6 else value), power)
                scaled = Numeral(
                    index,
                    end,
                    index,
                    end,
                    number.value,
                    number.place,
                    number.bare_place,
                    number.last_digit,
                    power=power,
                    form="words",
                    spelled=True,
                )
                if len(str(value)) > 6:
                    scaled.place = scaled.bare_place = power - 2
            if self.word(index - 1) in ("a", "an"):
                scaled.first = scaled.digits_first = index - 1
            self._unit(scaled, digits=False)
            return scaled
        numeral = Numeral(index, last, index, last, value, -2, -2, "5", form="fraction", spelled=True)
        if after == "-" and first in ("a", "an") and name not in ("half", "quarter"):
            # "a fourth-year student" counts years in order.
            return None
        self._sign(numeral)
        self._unit(numeral, digits=False)
        if numeral.unit is not None:
            return numeral
        if name in ("half", "halves"):
            if before in _NOT_HALF or (before == "-" and self.word(index - 2) in _NOT_HALF):
                return Mask(index, last, "date", "half of a period")
            if after == "-" and self.document.joined(last):
                return Mask(index, last, "name", "half inside a compound")
            if (
                first == "half"
                and after not in _OF_HALF
                and before not in _TO_HALF
                and after[:1].isalpha()
                and not is_plural(after)
            ):
                return None
        elif name in ("quarter", "quarters"):
            if (
                before in _NOT_HALF
                or (after not in ("of", "(") and first in ("a", "one") and before not in _TO_HALF)
                or (
                    after == "of"
                    and (
                        self.word(last + 1)[:2] in ("19", "20")
                        or self.word(last + 1) in ("fiscal", "last", "this")
                    )
                )
                or after in ("ended", "ending", "to", "in", "ago", "earlier")
            ):
                return None
        elif (first in ("a", "an") and not (after in ("of", "(", ",", ".", "", ";") or after in CLOSED)) or (
            first == "a" and name == "second"
        ):
            return None
        if (
            words[index][0].isupper()
            and index
            and words[index - 1][:1].isupper()
            and self.word(index - 1) not in CLOSED
        ):
            return None
        numeral.unit, numeral.kind = FRACTION, "share"
        return numeral


_SLASHED = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 128, 1000))
_ROUND_WHOLES = frozenset(
    (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 20, 25, 50, 100, 200, 500, 1000, 10000, 100000)
)
_NOT_RATE = frozenset("earlier ago later before after on prior and-a-half old".split())
_TIMES = frozenset("second minute hour day week fortnight month year decade century".split())
_NOT_DENOMINATOR = frozenset("million quarter second foot yard metre meter".split())
_NOT_HALF = frozenset(
    "first second latter other each final current next last this the that third fourth better early".split()
)
_OF_HALF = frozenset(
    "of the its their his her our my your those these all as what that them a an an-hour million billion dozen".split()
)
_TO_HALF = frozenset(
    """by to than about almost nearly roughly around over least only just some approximately and in under
    virtually close""".split()
)
_ = (MOST_DIGITS, _TIME_BEFORE)
