"""Numbers of a document: value, unit, hedge and intervals.

One pass from left to right reads what stands at one place (`numerals`), joins what belongs together
(`number_groups`), and then gives every number its counted noun, its hedge and its two intervals.
"""

from typing import Final

from flows.extraction.dates.date_words import LASTING
from flows.extraction.figure import Dated, Draft, Name, Reject
from flows.extraction.numbers.bare_masks import AGE_LIMITS, AGED
from flows.extraction.numbers.dollars import settle_dollars
from flows.extraction.numbers.drafting import Drafting
from flows.extraction.numbers.exchanged import name_exchanged
from flows.extraction.numbers.hedges import hedge_after
from flows.extraction.numbers.money_amounts import carry_money, count_in_money
from flows.extraction.numbers.number_forms import style_of
from flows.extraction.numbers.number_ranges import range_from
from flows.extraction.numbers.numerals import STARTS, Numeral, NumeralReader
from flows.extraction.numbers.share_amounts import count_by_share
from flows.extraction.numbers.sold_things import name_what_is_sold
from flows.extraction.numbers.timed_rates import find_timed_rates
from flows.extraction.numbers.told_nouns import tell_nouns
from flows.extraction.numbers.unit_ellipsis import carry_back, carry_units
from flows.extraction.numbers.unit_rates import carry_rates
from flows.extraction.numbers.unit_sharing import exchange_rates, join_cents, join_measures, share_units
from flows.extraction.numbers.units import unit_after
from flows.extraction.numbers.vehicle_names import counted_vehicle, is_model_number
from flows.extraction.text.document import Document
from flows.extraction.text.masks import Mask, url_ranges
from flows.extraction.text.noun_words import CLOSED, PERSONS, VERBS
from flows.extraction.text.nouns import counted_noun
from flows.extraction.text.word_classes import WordClass
from schemas.reference import Reference

_AFTER_AGE: Final = frozenset(
    "and or with in at who by to with from when after before has had is was".split()
)
_DETERMINERS: Final = frozenset("the its their this these those his her our all".split())
# "said Ida Lund, 42."
_CLOSING: Final = frozenset((".", "”", '"', ";", ")"))
# "the star, 42, was voted off"
_OF_PERSONS: Final = frozenset("who was has had said says told died whose pleaded".split())
_ELDEST: Final = frozenset("oldest eldest youngest".split())
_GROWN: Final = 10
_OLDEST: Final = 120
_OF_AN_AGE: Final = 4  # tokens of "below the age of"
_AT_AN_AGE: Final = frozenset("died dies die retired retire retires retiring married".split())
_YOUNG: Final = frozenset(
    "boy girl son daughter child brother sister twins grandson granddaughter pupil".split()
)
_DISTANCES: Final = frozenset((50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000))
_SPORTS: Final = frozenset(
    """champion champions championship championships hurdles sprint sprinter indoor relay olympic olympics
    medal medals medallist medalist freestyle butterfly backstroke breaststroke steeplechase heats""".split()
)
_AFTER_HEDGES: Final = frozenset("- + or plus odd".split())
_TELLERS: Final = frozenset("analyst economist expert forecaster trader strategist".split())
_MOST_TELLERS: Final = 300
_PERIOD_WORDS: Final = frozenset(
    "past last next first previous coming following recent latest final prior preceding same ensuing".split()
)


def read_numbers(
    document: Document, dates: list[Dated], names: list[Name], reference: Reference
) -> tuple[list[Draft], list[Reject]]:
    """Return the figures of `document` with value, unit and hedge, and what looked like one and is none.

    Args:
        document: the tokenised text.
        dates: date expressions; their numbers are rejected as dates.
        names: proper names; numbers inside them are rejected.
        reference: units, currencies, hedges and intervals.
    """
    return _Numbers(document, dates, names, reference).read()


# The words of numbers, digits, ".08".
MAY_BE_NUMBER: Final = WordClass(
    lambda _: STARTS, lambda word, _: word[0].isdigit() or (word[0] == "." and word[1:2].isdecimal())
)


class _Numbers(Drafting):
    def __init__(
        self, document: Document, dates: list[Dated], names: list[Name], reference: Reference
    ) -> None:
        super().__init__(document, reference)
        self.reference = reference
        self.rejects: list[Reject] = []
        # The token after the last label ("phase 3"), since more numbers of it may follow.
        self.label_end = -9
        self.masked: dict[int, tuple[str, str]] = {}
        for name in names:
            if name.last - name.first > 1:
                for index in range(name.first, name.last):
                    if (
                        index
                        and document.words[index - 1] in self.table.before
                        and not document.begins_sentence(index)
                    ):
                        # "Rs 24 lakh" is an amount, however much it looks like a name.
                        continue
                    self.masked[index] = ("name", "inside a name")
        for date in dates:
            for index in range(date.first, date.last):
                self.masked[index] = ("date", "inside a date expression")

    def read(self) -> tuple[list[Draft], list[Reject]]:
        document = self.document
        words = document.words
        starts = MAY_BE_NUMBER.tokens(document)
        if not starts:
            return [], []
        self._mask_urls()
        reader = NumeralReader(
            document, style_of(words[at] for at in starts if words[at][0].isdecimal()), self.table
        )
        self.reader = reader
        position = 0
        for index in starts:
            if index < position:
                continue
            position = max(position, self._read_at(index))
        bases = exchange_rates(document, self.numerals)
        self._leave_out(bases)
        for base in bases:
            self._reject(base.first, base.last, "rate base", "the one that an exchange rate is for")
        self._leave_out(join_cents(document, self.numerals))
        self._leave_out(join_measures(document, self.numerals))
        share_units(document, self.numerals)
        self._count_nouns()
        self._reach_over_brackets()
        share_units(document, self.numerals)
        name_what_is_sold(document, self.numerals)
        carry_back(document, self.numerals)
        carry_money(self.numerals, document)
        carry_units(document, self.numerals)
        tell_nouns(document, self.numerals)
        count_in_money(document, self.numerals)
        find_timed_rates(document, self.numerals)
        carry_rates(document, self.numerals, self.table)
        count_by_share(document, self.numerals)
        name_exchanged(document, self.numerals, self.table)
        settle_dollars(document, self.numerals, self.table)
        return self._drafts(), self.rejects

    def _leave_out(self, taken: list[Numeral]) -> None:
        if taken:
            ids = {id(numeral) for numeral in taken}
            self.numerals = [numeral for numeral in self.numerals if id(numeral) not in ids]

    def _mask_urls(self) -> None:
        ranges = url_ranges(self.document.text)
        if not ranges:
            return
        position = 0
        starts = self.document.starts
        for low, high in ranges:
            while position < len(starts) and starts[position] < low:
                position += 1
            while position < len(starts) and starts[position] < high:
                self.masked[position] = ("code", "inside a web address")
                position += 1

    def _one(self, index: int) -> Numeral | Mask | None:
        word = self.document.words[index]
        if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
            return self.reader.digits(index)
        return self.reader.spelled(index) if self.document.lower[index] in STARTS else None

    def _reject(self, first: int, last: int, reason: str, detail: str) -> None:
        start, end = self.document.span(first, last)
        self.rejects.append(Reject(start, end, reason, detail))

    def _read_at(self, index: int) -> int:
        """Read at one token; return the token after what was read."""
        if (known := self.masked.get(index)) is not None and not (
            known[0] == "date" and self._is_running_time(index)
        ):
            if self.document.words[index][0].isdecimal():
                self._reject(index, index + 1, *known)
            return index + 1
        found = self._one(index)
        if found is None:
            return index + 1
        if isinstance(found, Numeral):
            joined, _ = range_from(self.document, found, self._unmasked)
            found = joined if joined is not None else found
        if isinstance(found, Numeral) and self._before_date(found):
            found = Mask(found.first, found.last, "date", "one of two dates")
        if isinstance(found, Numeral) and self._goes_on(found):
            found = Mask(found.first, found.last, "label", "one more number of the same label")
        if isinstance(found, Mask):
            if found.reason == "label":
                self.label_end = found.last
            self._reject(found.first, found.last, found.reason, found.detail)
            return max(found.last, index + 1)
        if self._is_period(found):
            self._reject(found.first, found.last, "period", "a length of time that only says when")
        elif is_model_number(self.document, found):
            self._reject(found.first, found.last, "name", "a model known by its number")
        elif self._is_event(found):
            self._reject(found.first, found.last, "name", "an event known by its distance")
        elif self._is_age_group(found):
            self._reject(found.first, found.last, "age group", "ages that bound a group")
        elif self.numerals and found.first < self.numerals[-1].last:
            return max(found.last, index + 1)
        else:
            self.numerals.append(found)
            self.reader.floor = found.last
        return max(found.last, index + 1)

    def _is_running_time(self, index: int) -> bool:
        """Whether "3:49.78" stands at `index`: what has hundredths is no time of day."""
        after = self.document.words[index + 1 : index + 3]
        return len(after) == 2 and after[0] == ":" and after[1][2:3] == "." and after[1][:2].isdecimal()

    def _goes_on(self, numeral: Numeral) -> bool:
        """Whether a bare number continues a list of labels: "phases 2, 4 and 6"."""
        if not 0 < numeral.first - self.label_end <= 2 or numeral.unit is not None or numeral.power:
            return False
        gap = self.document.lower[self.label_end : numeral.first]
        after = self.document.lower[numeral.last] if numeral.last < len(self.document.lower) else ""
        return set(gap) <= {",", "and", "or", "to", "-", "–", "&"} and (
            not after[:1].isalpha() or after in CLOSED
        )

    def _before_date(self, numeral: Numeral) -> bool:
        """Whether a bare number shares the words of a date after it: "two or three years ago"."""
        at = numeral.last + 1
        if numeral.unit is not None or at not in self.masked or self.document.lower[at - 1] != "or":
            return False
        word = self.document.lower[at]
        return self.masked[at][0] == "date" and (word in STARTS or (word[0].isdecimal() and len(word) < 3))

    def _unmasked(self, index: int) -> Numeral | Mask | None:
        return None if index in self.masked else self._one(index)

    def _is_period(self, numeral: Numeral) -> bool:
        if numeral.unit is None or numeral.unit.kind != "duration":
            return False
        before = self.document.lower[numeral.first - 1] if numeral.first else ""
        if before == "last" and self.document.lower[numeral.first - 2] in LASTING:
            return False
        lower = self.document.lower
        if before == "first" and numeral.unit.unit == "year" and "-" in lower[numeral.first : numeral.last]:
            # "Its first ten-year bond" is one of ten years.
            after = "".join(lower[numeral.last : numeral.last + 1])
            return not after[:1].isalpha() or after == "period"
        return before in _PERIOD_WORDS

    def _is_event(self, numeral: Numeral) -> bool:
        """Whether "the 400m champion", "the women's 60m" names a race: its sentence speaks of sport."""
        if numeral.unit is None or numeral.unit.unit != "metre" or numeral.value not in _DISTANCES:
            return False
        begin, end = self.document.sentences[self.document.sentence_at(numeral.first)]
        return not _SPORTS.isdisjoint(self.document.lower[begin:end])

    def _is_age_group(self, numeral: Numeral) -> bool:
        """Whether "18 to 24 year olds" follows, or "those from 18 to 24" goes on: of whom, not how many."""
        lower = self.document.lower
        after = lower[numeral.last : numeral.last + 2]
        if numeral.unit is not None and numeral.unit.unit == "year":
            return after[:1] == ["olds"] or after == ["-", "olds"]
        first = numeral.first
        if not numeral.lacks_unit or not 0 < numeral.value < _OLDEST:
            return False
        word = after[0] if after else ""
        if word[:1].isalpha() and word not in CLOSED and word not in VERBS and not word.endswith("ed"):
            return False
        # "those from 18 to 24"; in "those from 18 to 24 58 percent" both ends stand alone.
        opens = first - 1 if numeral.high is not None or after[:1] in (["to"], ["and"]) else first - 3
        if opens > 0 and lower[opens] in ("from", "between") and lower[opens - 1] in AGED:
            return opens == first - 1 or lower[first - 1] in ("to", "and")
        is_bound = first >= _OF_AN_AGE and lower[first - 3 : first] == ["the", "age", "of"]
        return is_bound and lower[first - 4] in AGE_LIMITS

    # -- counted nouns
    # -----------------------------------------------------------------------------------------

    def _count_nouns(self) -> None:
        lower = self.document.lower
        for position, numeral in enumerate(self.numerals):
            if not numeral.lacks_unit or numeral.rate is not None:
                continue
            before = lower[numeral.first - 1] if numeral.first else ""
            if before in (":", "-", "–", "—") and self._begins_label(numeral.last):
                continue
            if self._is_age(numeral, before):
                numeral.unit = self.table.words["year"][-1][1]
                continue
            after = numeral.last
            if (
                position + 1 < len(self.numerals)
                and (beside := self.numerals[position + 1]).first == after
                and (beside.unit is not None and beside.unit.kind == "measure")
            ):
                # "six million 330 ml cans"
                after = beside.last
            if after < len(lower) and lower[after] in _AFTER_HEDGES:
                # "4,000-odd jars", "4,000 or more jars"
                hedge = hedge_after(self.hedges, self.document, after, after)
                if hedge is not None:
                    after = hedge.last
                    hyphen = after < len(lower) and lower[after] == "-"
                    unit = unit_after(
                        self.table,
                        self.document,
                        after + hyphen,
                        digits=not numeral.spelled,
                        one=False,
                        hyphen=hyphen,
                    )
                    if unit is not None:
                        numeral.unit = unit[0]
                        continue
            one = (abs(numeral.value) == 1 and numeral.high is None) or numeral.form == "ordinal"
            noun = counted_vehicle(self.document, after, self.reference, one=one) or counted_noun(
                self.document, after, one=one, definite=before in _DETERMINERS or before == "a"
            )
            if noun is None:
                continue
            if after == numeral.last and position + 1 < len(self.numerals):
                beside = self.numerals[position + 1]
                if noun.last > beside.first and (beside.unit is None or noun.last <= beside.last):
                    continue
            if noun.noun in _TELLERS and before == "the" and numeral.value > _MOST_TELLERS:
                # "short of the 51,000 economists had expected": they foretell, they are not counted.
                continue
            if (
                numeral.form == "ordinal"
                and noun.noun != "vehicle"
                and self.document.words[noun.last - 1][0].isupper()
            ):
                continue
            numeral.noun = noun
            numeral.rate, _ = self.reader.per(noun.last, in_span=False)

    def _reach_over_brackets(self) -> None:
        """Give "210,000 (147,000) tonnes", "$40 (£21) per day" what stands after the bracket."""
        words = self.document.words
        for position in range(1, len(self.numerals)):
            outer, inner = self.numerals[position - 1], self.numerals[position]
            if inner.first - outer.last != 1 or words[outer.last] != "(" or inner.rate is not None:
                continue
            if inner.last + 1 >= len(words) or words[inner.last] != ")" or outer.rate is not None:
                continue
            at = inner.last + 1
            if outer.unit is not None and inner.unit is not None:
                if outer.unit.kind == inner.unit.kind and outer.unit.kind in ("money", "measure"):
                    outer.rate = inner.rate = self.reader.per(at, in_span=False)[0]
            elif outer.lacks_unit and inner.lacks_unit and outer.form == inner.form == "digits":
                found = unit_after(self.table, self.document, at, digits=True, one=False, hyphen=False)
                if found is not None and found[0].kind in ("measure", "duration"):
                    outer.unit = inner.unit = found[0]
                elif found is None:
                    outer.noun = inner.noun = counted_noun(self.document, at, one=False, definite=False)
                if not outer.lacks_unit:
                    outer.borrowed = inner.borrowed = "coordination"

    def _begins_label(self, last: int) -> bool:
        """Whether the next label of a list follows: "Staff - 1,600 Selling Points - 40"."""
        words = self.document.words
        cursor = last
        while cursor < min(len(words), last + 4) and words[cursor][0].isupper():
            cursor += 1
        return last < cursor < len(words) and words[cursor] in "-–—:" and not self.document.joined(cursor)

    def _is_person(self, token: int) -> bool:
        """Whether "an adult", "a young woman" ends at a token: what follows "of" is an age."""
        lower = self.document.lower
        return lower[token] in PERSONS and not {"a", "an", "another"}.isdisjoint(
            lower[max(0, token - 3) : token]
        )

    def _is_age(self, numeral: Numeral, before: str) -> bool:
        """Whether a bare number is an age: "Ms Orr, 58, said", "aged 40", "at the age of 12"."""
        words, lower = self.document.words, self.document.lower
        if not 0 < numeral.value < _OLDEST or numeral.form not in ("digits", "range", "words"):
            return False
        first, last = numeral.first, numeral.last
        after = words[last] if last < len(words) else ""
        if before in ("was", "is", "to", "at", "of", "from", "about", "around") and (
            "expectancy" in lower[max(0, first - 8) : first]
            or any(
                lower[at : at + 2] == ["median", "age"] or lower[at : at + 2] == ["average", "age"]
                for at in range(max(0, first - 7), first - 1)
            )
        ):
            return not after[:1].isalpha() or after.lower() in CLOSED or after.endswith("ing")
        aged = before in ("aged", "age", "ages") or (
            before == "of" and (lower[first - 2] == "age" or self._is_person(first - 2))
        )
        if after[:1].isalpha() and after.lower() not in _AFTER_AGE:
            return aged and numeral.form == "words" and after.lower() in VERBS
        if (
            before in ("be", "is", "was", "turned", "turns", "turning")
            and numeral.value >= 10
            and {"he", "she"} & set(lower[max(0, first - 4) : first - 1])
        ):
            return True
        if before == "than" and lower[first - 2] in ("older", "younger") and last < len(words):
            return not after[:1].isalpha() or after.lower() in CLOSED
        if before in ("i'm", "i’m") and numeral.value >= 10:
            return True
        if before == "at" and first > 1 and lower[first - 2] in _AT_AN_AGE and numeral.value < 100:
            return True
        if aged or (
            before == "at" and numeral.value >= _GROWN and not _ELDEST.isdisjoint(lower[last : last + 6])
        ):
            return True
        return (
            before == ","
            and first > 1
            and (after == "," or (after in _CLOSING and first > 2 and words[first - 3][0].isupper()))
            and (
                (words[first - 2][0].isupper() and numeral.value >= 10)
                or (
                    numeral.value >= 16
                    and lower[first - 2].isalpha()
                    and lower[last + 1 : last + 2] != []
                    and lower[last + 1] in _OF_PERSONS
                )
                or (lower[first - 2] in _YOUNG and numeral.value < 20)
            )
            and numeral.form == "digits"
            and numeral.value == int(numeral.value)
        )
