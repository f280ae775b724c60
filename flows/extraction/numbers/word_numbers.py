"""Numbers in words, of any form."""

from decimal import Decimal
from typing import Final

from flows.extraction.numbers.bare_masks import mask_of_bare
from flows.extraction.numbers.digit_numbers import DigitNumbers
from flows.extraction.numbers.number_forms import printed, shifted
from flows.extraction.numbers.number_starts import DOUBLINGS, FOLDS, HALVINGS, MAY_DOUBLE, VAGUE
from flows.extraction.numbers.numeral import RANK, Found, Numeral, worded_share
from flows.extraction.text.masks import Mask, is_month
from flows.extraction.text.noun_words import CLOSED, VERBS, is_plural
from flows.extraction.text.nouns import CLASSIFIERS, is_participle
from flows.extraction.text.number_words import (
    DENOMINATORS,
    DOZENS,
    ONES,
    ROUND_ORDINALS,
    SCALES,
    SMALL,
    ratio,
    read_cardinal,
    read_fraction,
    read_ordinal_rest,
    read_scales,
)
from flows.extraction.text.verb_words import FINITE_AUXILIARIES, PAST

_FEW: Final = frozenset("several few many countless untold multiple".split())
_NOT_ONE: Final = frozenset(
    """no the this that which any every each another some number a an last first next his her their its my our
    your 's ’s other old new latest only-one not such what everyone""".split()
)
_DEFINITE: Final = frozenset("the these those both all latter former".split())
_TIMES: Final = frozenset("hour day week fortnight month year decade century".split())
_TIME_HEDGES: Final = frozenset(
    {
        ("just", "over"),
        ("just", "under"),
        ("well", "over"),
        ("well", "under"),
        ("little", "over"),
        ("more", "than"),
        ("less", "than"),
        ("at", "least"),
        ("close", "to"),
    }
)
_AFTER_DAY: Final = frozenset(("to", "from", "through", ",", ".", ")", ";", "and", ""))
_IDLE: Final = frozenset((("for", "naught"), ("to", "naught"), ("for", "nought"), ("to", "nought")))
_DAYTIMES: Final = frozenset("day week month year".split())
_TOLD_OF: Final = frozenset(
    ", the a an i it he she they we you this that these his her their its my our in when".split()
)
_FOR: Final = frozenset("for on by in".split())
_MOMENTS: Final = frozenset("point stage time moment".split())
_RELATIVES: Final = frozenset(("that", "which", "who"))
_REMAIN: Final = frozenset("remain remained survive survived stay stayed".split())
_ARE: Final = frozenset(("are", "were", "is", "was"))
_LEFT: Final = frozenset(("left", "remaining", "outstanding"))
_OBJECTS: Final = frozenset("the a an for his her their its on in at early".split())
_ONE_PERSON: Final = frozenset("man woman boy girl child baby toddler infant teenager youth".split())
_SEVERAL_PERSONS: Final = frozenset(
    "men women boys girls children babies toddlers infants teenagers youths adults".split()
)
# "Eight rose and one was flat": what joins a number to those before it, and what ends their list.
_LISTING: Final = frozenset((",", ";", "and"))
_ENDING: Final = frozenset((":", "(", ")", '"', "“", "”"))
_PLACING: Final = frozenset("in at from on to by under for with".split())
_ELIDED: Final = frozenset((",", "a", "an", "the", "no"))
_BACK: Final = 14  # tokens from "one" to the number before it in a list
_AFTER_ARTICLE: Final = frozenset(SCALES) | {"hundred", "dozen", "half", "quarter"} | frozenset(DENOMINATORS)

_NTH: Final = {
    word: place
    for place, word in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)
}
# Every second one of these is a rhythm, or a place in a row.
_NO_SHARE: Final = frozenset(
    """second minute hour day night morning evening afternoon week weekend fortnight month quarter season year
    decade century generation time monday tuesday wednesday thursday friday saturday sunday summer winter
    spring autumn game match round race lap stage step stop page line row seat word sentence question issue
    edition election shot ball point mile metre meter kilometre floor stair tree post train bus tram flight
    breath wave beat note thing one other""".split()
)


class WordNumbers(DigitNumbers):
    """Reads numbers in words as well."""

    def spelled(self, index: int) -> Found:
        """Read the number in words that begins at token `index`."""
        word = self.lower[index]
        if word in VAGUE:
            return self._vague(index)
        if word == "every":
            return self._every_nth(index)
        if word in DOUBLINGS or word in MAY_DOUBLE or word in FOLDS or word in HALVINGS:
            return self._multiple(index)
        if word in ("a", "an") and self.word(index + 1) not in _AFTER_ARTICLE:
            is_one = self._is_measured_time(index) or self._is_last_person(index)
            return self._cardinal(index, 1, index + 1, 0) if is_one else None
        if word in ("hundred", "thousand", "million", "billion", "trillion", "dozen"):
            return self._lone_scale(index)
        if word in ("third", "fifth", "eighth", "tenth"):
            return None
        if word in ROUND_ORDINALS:
            return self._nth(index, 1, index)
        cardinal = None if word in ("a", "an") else read_cardinal(self.lower, index)
        if cardinal is not None and (nth := self._nth(index, cardinal[0], cardinal[1])) is not None:
            return nth
        if (fraction := read_fraction(self.lower, index)) is not None:
            found = self._fraction(index, *fraction)
            if found is not None:
                return found
            if word in ("half", "halves") or word in ("a", "an"):
                return None
        if word == "quarter":
            ahead = self.lower[index + 1 : index + 4]
            if ahead and (ahead[0] in SCALES or (ahead[:2] == ["of", "a"] and ahead[-1] in SCALES)):
                # "Quarter of a million attend": headlines leave the article out.
                return self._fraction(index, Decimal("0.25"), index + 1)
            return None
        if word in ("a", "an") and self.word(index + 1) in DOZENS:
            return self._dozen(index, 1, index + 1)
        cardinal = cardinal or read_cardinal(self.lower, index)
        if cardinal is None:
            return None
        value, last, power = cardinal
        if not power and (end := read_ordinal_rest(self.lower, last)) is not None:
            place = Decimal(value + DENOMINATORS.get(self.lower[end - 1], 0))
            return self.reached(index, end, place) or Mask(index, end, "ordinal", "a place in an order")
        before = self.word(index - 1)
        if not power and value <= 31 and self._is_day(index, last):
            return Mask(index, last, "date", "a day beside its month")
        if value == 0 and ((before, word) in _IDLE or self.lower[index : index + 3] == ["zero", "in", "on"]):
            return Mask(index, last, "zero", "a zero that stands in a phrase and does not count")
        if before in _FEW and value >= 100:
            return Mask(index - 1, last, "vague", "a quantity without a value")
        is_pair = before == "or" and value == 2 and self.word(index - 2) not in SMALL and not power
        if is_pair and self._and_part(last) is None:
            return Mask(index, last, "vague", "a thing or two")
        return self._cardinal(index, value, last, power)

    def _every_nth(self, index: int) -> Found:
        """Read "every eighth pensioner" as a share; every second day is how often, every third seat which."""
        nth, after = _NTH.get(self.word(index + 1), 0), self.word(index + 2)
        if not nth or not after.isalpha() or after in CLOSED:
            return None
        if not _NO_SHARE.isdisjoint(self.lower[index + 2 : index + 4]):
            return None
        return worded_share(index, index + 2, ratio(1, nth), spelled=True)

    def _is_day(self, index: int, last: int) -> bool:
        """Whether "April three" is a date: older texts spell the day; "in April three men" counts."""
        return self.word(last) in _AFTER_DAY and index > 0 and is_month(self.document, index - 1)

    def _is_measured_time(self, index: int) -> bool:
        """Whether "a year" is the time between two events: "just over a year after the bridge closed".

        Without a hedge, or with "ago" or "later", it only says when; "open at least a year" narrows.
        """
        if self.word(index + 1) not in _TIMES or self.word(index + 2) not in ("after", "before"):
            return False
        before = self.word(index - 1)
        return before in ("nearly", "almost", "roughly") or (self.word(index - 2), before) in _TIME_HEDGES

    def _cardinal(self, index: int, value: int, last: int, power: int) -> Found:
        if self.word(last) in DOZENS:
            if value > 100 and self.word(last - 2) == "and" and (rest := SMALL.get(self.lower[last - 1])):
                # "three hundred and two dozen"
                found = self._dozen(index, rest, last)
                if isinstance(found, Numeral):
                    found.value += value - rest
                return found
            return self._dozen(index, value, last)
        if (parts := self._many_parts(index, value, last)) is not None:
            return parts
        fraction = self._and_part(last)
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
        if (
            numeral.unit is not None
            and value == 1
            and self.word(last) in _DAYTIMES
            and self._is_someday(index, last)
        ):
            return Mask(index, last + 1, "pronoun", "one day as a time that is not settled")
        if numeral.unit is None:
            mask = mask_of_bare(self.document, index, numeral.last, hedged=False, spelled=True)
            if mask is not None:
                return mask
            if (
                numeral.value == 1
                and not numeral.power
                and (mask := self._pronoun(index, numeral.last)) is not None
            ):
                return mask
            if value == 0 and (
                self.word(last) == "-"
                or (self.word(last)[:1].isalpha() and self.word(last) not in CLOSED)
                or (
                    self.word(index - 1) in ("near", "to", "a")
                    and self.word(index - 2) in ("", "close", "next", ",", "at")
                )
                or self.word(index - 1) in ("near", "absolute", "ground", "net", "patient", "carbon")
            ):
                return Mask(index, last, "zero", "a zero that denies and does not count")
            if (
                value <= 12
                and not numeral.power
                and fraction is None
                and self.word(index - 1) in _DEFINITE
                and not self._is_compound(numeral.last)
                and not (self._tells_whole(index, value) and self._ahead_plural(numeral.last))
                and not self._are_left(numeral.last)
            ):
                return Mask(index, last, "reference", "a number that points back: the two, these three")
            if self.word(index - 1) == "top" and value <= 100:
                return Mask(index, last, "name", "a list known by its number")
            if self.word(numeral.last) == "-" and (
                self.word(numeral.last + 1) == "way"
                or (self.word(numeral.last + 1) in _FOR and self.word(numeral.last + 2) == "-")
            ):
                # "a two-way street", "a three-for-one split"
                return Mask(index, numeral.last, "name", "a number word inside a compound")
            if (
                self.word(index - 1) == "-"
                and self.document.joined(index)
                and index > 1
                and (self.document.joined(index - 1) and self.words[index - 2][0].isalpha())
            ):
                return Mask(index, last, "name", "a number word inside a compound")
        return numeral

    def _is_someday(self, index: int, last: int) -> bool:
        """Whether "One day the dam broke" begins: some day, not the length of one."""
        begin = self.document.sentences[self.document.sentence_at(index)][0]
        return index == begin and self.word(last + 1) in _TOLD_OF

    def _tells_whole(self, index: int, value: int) -> bool:
        """Whether "the other two mills", "the three mills" also says how many there are.

        "The two firms" speaks of those that were named.
        """
        before = self.word(index - 1)
        return before == "other" or (before == "the" and value > 2)

    def _are_left(self, last: int) -> bool:
        """Whether a number is told for the first time: "the five that remain", "the three who were left"."""
        at = last + 1 if self.word(last) in _RELATIVES else last
        if at > last and self.word(at) in _REMAIN:
            return True
        at += at > last and self.word(at) in _ARE
        return self.word(at) in _LEFT and (self.word(at) != "left" or self.word(at + 1) not in _OBJECTS)

    def _is_compound(self, last: int) -> bool:
        """Whether a noun is joined on: "the four-storey house" says how many."""
        return self.word(last) == "-" and (
            (self.document.joined(last) and self.word(last + 1)[:1].isalpha())
            or self.word(last + 1) in CLASSIFIERS
        )

    def _and_part(self, last: int) -> tuple[Decimal, int, int] | None:
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
        """Read "ninety point zero seven", "six point four"."""
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
        if previous == "at" and following in _MOMENTS:
            return mask
        if following == "to" and self.word(last + 1) in SMALL:
            # "one to two percentage points"
            return None
        if previous in _LISTING and self._is_listed(index, last):
            return None
        if index == 0 and last == self.count:
            return None
        if following == "-" or not following or not following[0].isalpha():
            return mask
        if (
            following in CLOSED
            or following in VERBS
            or is_plural(following)
            or (previous in (",", ";", "–", "—", "-") and is_participle(following))
            or following in ("thing", "way", "more", "who", "that", "by")
        ):
            return mask
        return None

    def _is_last_person(self, index: int) -> bool:
        """Whether "a boy" ends a list of people who are counted: "six men, four women and a boy"."""
        if self.word(index - 1) != "and" or self.word(index + 1) not in _ONE_PERSON:
            return False
        last = index - 2 - (self.word(index - 2) == ",")
        first = last - 2 - (self.word(last - 1) not in SMALL and not self.word(last - 1).isdigit())
        return (
            self.word(last) in _SEVERAL_PERSONS
            and (self.word(first + 1) in SMALL or self.word(first + 1).isdigit())
            and self.word(first) in (",", "and")
            and self.word(first - 1) in _SEVERAL_PERSONS
        )

    def _is_listed(self, index: int, last: int) -> bool:
        """Whether "one" goes on with what is counted: "two in the first year, one in the second".

        "Eight rose and one was unchanged", "four expected a cut and one a rise": the number before it has the
        same word behind it, or a verb as "one" has, or leaves out.
        """
        begin = self.document.sentences[self.document.sentence_at(index)][0]
        for at in range(index - 2, max(begin - 1, index - _BACK), -1):
            if self.lower[at] in _ENDING:
                return False
            if self.lower[at] == "one" or (self.lower[at] not in SMALL and not self.lower[at].isdigit()):
                continue
            ahead, following = self.word(at + 1), self.word(last)
            if ahead == following and following in _PLACING:
                return self.word(last + 1) not in SMALL and not self.word(last + 1)[:1].isdigit()
            if at > begin and self.word(at - 1) not in _LISTING and self.word(at - 1) not in _ENDING:
                return False
            return _is_verb(ahead) and (_is_verb(following) or following in _ELIDED)
        return False

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
        if (power := SCALES.get(self.lower[index], 2)) and self.word(index + 1) in ROUND_ORDINALS:
            # "its hundred thousandth car"
            return self._nth(index, 10**power, index + 1)
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
        while self.word(last) == "of" and self.word(last + 1) in VAGUE:
            last += 2
        if word in ("tens", "lakhs", "crores") and last == index + 1:
            return None
        return Mask(index, last, "vague", "a quantity without a value")


def _is_verb(word: str) -> bool:
    """Whether a word right behind a number is what so many did."""
    return word in FINITE_AUXILIARIES or word in PAST or (word.endswith("ed") and len(word) > len("need"))
