"""Fractions and multiples: "one in four", "two-thirds of a mile", "thirty-one sixths", "doubled"."""

from decimal import Decimal
from typing import Final

from flows.extraction.numbers.measures import Measures
from flows.extraction.numbers.number_forms import plain_digits, printed
from flows.extraction.numbers.number_starts import CALENDAR, DOUBLINGS, FOLDS, HALVINGS, MAY_DOUBLE
from flows.extraction.numbers.numeral import FRACTION, TIMES, Found, Numeral, worded_share
from flows.extraction.numbers.units import Unit, unit_after
from flows.extraction.text.change_words import CHANGE_NOUNS, COMPARATIVES
from flows.extraction.text.masks import Mask
from flows.extraction.text.noun_words import CLOSED, is_plural, singular
from flows.extraction.text.nouns import Counted
from flows.extraction.text.number_words import (
    DENOMINATORS,
    DOZENS,
    ROUND_ORDINALS,
    SCALES,
    ratio,
    read_cardinal,
    read_scales,
)

_WHOLES: Final = frozenset("the its their his her our what that those these last as previous".split())
_ROUND_WHOLES: Final = frozenset(
    (3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 20, 25, 50, 100, 200, 500, 1000, 10000, 100000)
)
# What "nine letters out of ten" is out of: of other numbers so many are counted.
_ROUND_TENS: Final = frozenset((3, 4, 5, 6, 8, 10, 20, 100, 1000))
_LONGEST_NOUN: Final = 3
_NOT_HALF: Final = frozenset(
    "first second latter other each final current next last this the that third fourth better early".split()
)
_OF_HALF: Final = frozenset(
    "of the its their his her our my your those these all as what that them a an million billion".split()
)
# "1.9 million - a third - changed planes", "or a quarter, ..."
_ASIDE: Final = frozenset(", . ) - – —".split())
_BEFORE_ASIDE: Final = frozenset('( - – — or nearly almost about roughly barely “ "'.split())
# "A third haven't voted", "a quarter are women": the verb is of many.
_OF_MANY: Final = frozenset("haven't haven’t aren't aren’t weren't weren’t don't don’t have are were".split())
# "A quarter of it", "a quarter dearer"
_OF_MORE: Final = frozenset(("of", "(", *COMPARATIVES))
_TO_HALF: Final = frozenset(
    """by to than about almost nearly roughly around over least only just some approximately and in under
    virtually close exactly fully precisely""".split()
)


class Shares(Measures):
    """Reads shares, parts and multiples."""

    def _out_of(self, numeral: Numeral) -> Numeral | None:
        """Read "one in four", "nine out of 10", "two in five" as a share."""
        value = numeral.value
        if numeral.power or not 0 < value < 100 or value != int(value):
            return None
        at, between = numeral.last, 0
        if self.word(at) not in ("in", "of", "out"):
            between = self._noun_between(numeral)
            if not between:
                return None
            at += between
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
        if between and not self._is_rounded(numeral, cursor, whole, end):
            return None
        if self.word(end) in ("percent", "%", "per", "pct", "million", "billion") or (
            (found := unit_after(self.table, self.document, end, digits=True, one=False, hyphen=False))
            is not None
            and found[0].kind == "duration"
        ):
            return None
        share = ratio(int(value), whole)
        told = worded_share(numeral.first, end, share, spelled=numeral.spelled)
        if between:
            told.noun = Counted(singular(self.word(at - 1)), numeral.last, at, ())
        return told

    def _noun_between(self, numeral: Numeral) -> int:
        """Return how many tokens name what is counted before "out of ten", "in ten", "in every ten"; or 0."""
        for length in range(1, _LONGEST_NOUN + 1):
            word = self.word(numeral.last + length - 1)
            if not word.isalpha() or word in CLOSED:
                return 0
            joiner, after = self.word(numeral.last + length), self.word(numeral.last + length + 1)
            if (is_plural(word) or numeral.value == 1) and (
                joiner == "in" or (joiner == "out" and after == "of")
            ):
                return length
        return 0

    def _is_rounded(self, numeral: Numeral, cursor: int, whole: int, end: int) -> bool:
        """Whether "seven pupils in ten" is a share: of a round number, written alike, that counts nothing."""
        is_spelled = not self.words[cursor][0].isdecimal()
        after = self.word(end)
        counts = after not in CLOSED and any(map(is_plural, self.lower[end : end + 2]))
        is_round = whole in _ROUND_TENS and (numeral.value < 10 or whole >= 100)
        return is_round and is_spelled == numeral.spelled and not counts

    def _nth(self, index: int, value: int, last: int) -> Found:
        """Read "ten millionth", "five-hundredth" before a noun: a milestone from a thousand on."""
        at = last + 1 if self.word(last) == "-" else last
        power = ROUND_ORDINALS.get(self.word(at))
        after = self.word(at + 1)
        if power is None or not after[:1].isalpha() or after in CLOSED or self.word(at + 2) == "of":
            return None
        if value == 1 and self.word(index - 1) not in _WHOLES and self.word(index - 1) not in ("'s", "’s"):
            return None
        if value * 10**power < 1000:
            return Mask(index, at + 1, "ordinal", "a place in an order")
        number = printed(str(value), power)
        return Numeral(
            index,
            at + 1,
            index,
            at + 1,
            number.value,
            number.place,
            number.bare_place,
            number.last_digit,
            form="ordinal",
            kind="ordinal_milestone",
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

    def _many_parts(self, index: int, value: int, last: int) -> Numeral | None:
        """Read "thirty-one sixths", "a hundred millionths", "one over three": a whole number of parts."""
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

    def _fraction(self, index: int, value: Decimal, last: int) -> Found:
        """Judge a fraction in words: a share, part of a measure or magnitude, or a period's name."""
        words, lower = self.words, self.lower
        first, before, after = lower[index], self.word(index - 1), self.word(last)
        if first == "a" and before == "and" and self.word(index - 2) in CALENDAR:
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
                number = printed(str(value), power)
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
        is_hyphen = after == "-" and self.document.joined(last)
        if is_hyphen and first in ("a", "an") and name not in ("half", "quarter"):
            # "a fourth-year student" counts years in order.
            return None
        self._sign(numeral)
        self._unit(numeral, digits=not first.isascii())
        if numeral.unit is not None:
            return numeral
        if name in ("half", "halves"):
            # "it means that half of those" is no half of a period.
            if (before in _NOT_HALF and not (before == "that" and after == "of")) or (
                before == "-" and self.word(index - 2) in _NOT_HALF
            ):
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
        elif name in ("quarter", "quarters") and last - index < self.count:
            if (
                before in _NOT_HALF
                or (
                    after not in _OF_MORE
                    and first in ("a", "one")
                    and before not in _TO_HALF
                    # "an increase of a quarter"
                    and not (before == "of" and self.word(index - 2) in CHANGE_NOUNS)
                    and not (after in _ASIDE and before in _BEFORE_ASIDE)
                    and after not in _OF_MANY
                )
                or (
                    after == "of"
                    and (
                        self.word(last + 1)[:2] in ("19", "20")
                        or self.word(last + 1) in ("fiscal", "last", "this")
                    )
                )
                or after in ("ended", "ending", "to", "ago", "earlier")
                # "rose by a quarter in May", but "once in a quarter in which"
                or (after == "in" and before != "by")
            ):
                return None
        elif (
            first in ("a", "an")
            and not (
                after in _OF_MORE
                or after in ("", ";")
                or after in _ASIDE
                or after in CLOSED
                or after in _OF_MANY
            )
        ) or (first == "a" and name == "second"):
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

    def _multiple(self, index: int) -> Found:
        word, after, before = self.lower[index], self.word(index + 1), self.word(index - 1)
        if word in HALVINGS:
            if word in ("halves",) and after not in ("the", "its"):
                return None
            return self._change(index, Decimal("-0.5"), FRACTION)
        if word in DOUBLINGS:
            return self._change(index, Decimal(DOUBLINGS[word]), TIMES)
        if word in FOLDS:
            return self._change(index, Decimal(FOLDS[word]), TIMES)
        if self.count == 1:
            pass
        elif word == "twice" or word == "thrice":
            # "twice as many guests as", not "scored twice as United won as they liked"
            told = self.lower[index + 2 : index + 14]
            if after not in _WHOLES or (
                after == "as" and ("as" not in told or not self.words[index + 2].islower())
            ):
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
        numeral = self._change(index, Decimal(MAY_DOUBLE[word]), TIMES)
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
