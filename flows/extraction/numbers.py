"""Numbers of a document: value, unit, hedge and intervals.

One pass from left to right reads what stands at one place (`numerals`), joins what belongs together
(`number_groups`), and then gives every number its counted noun, its hedge and its two intervals.
"""

from decimal import Decimal

from flows.extraction.document import Document
from flows.extraction.figure import Because, Dated, Draft, Name, Reject
from flows.extraction.hedges import (
    Hedge,
    HedgeTable,
    estimated_at,
    hedge_after,
    hedge_before,
    hedge_of_barrier,
    hedge_table,
    is_denied,
)
from flows.extraction.intervals import Rules, Scale, fraction_scale, interval_rules, intervals
from flows.extraction.masks import Mask, url_ranges
from flows.extraction.noun_words import CLOSED
from flows.extraction.nouns import counted_noun
from flows.extraction.number_forms import style_of
from flows.extraction.number_ranges import range_from
from flows.extraction.numerals import STARTS, Numeral, NumeralReader
from flows.extraction.sold_things import name_what_is_sold
from flows.extraction.unit_ellipsis import carry_back, carry_money, carry_units
from flows.extraction.unit_sharing import exchange_rates, join_cents, share_units
from flows.extraction.units import Unit, UnitTable, settle_currency, unit_table
from schemas.reference import Reference

_ONE = Decimal(1)
_EXACT_UP_TO = 20
_COUNTED = frozenset(("count", "rank", "score"))
_AFTER_AGE = frozenset("and or with in at who by to with from when after before has had is was".split())
_DETERMINERS = frozenset("the its their this these those his her our all".split())
_PERIOD_WORDS = frozenset(
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


class _Numbers:
    def __init__(
        self, document: Document, dates: list[Dated], names: list[Name], reference: Reference
    ) -> None:
        self.document = document
        self.table: UnitTable = unit_table(reference)
        self.hedges: HedgeTable = hedge_table(reference)
        self.rules: Rules = interval_rules(reference)
        self.rejects: list[Reject] = []
        # The token after the last label ("phase 3"), since more numbers of it may follow.
        self.label_end = -9
        self.numerals: list[Numeral] = []
        self.masked: dict[int, tuple[str, str]] = {}
        for name in names:
            if name.last - name.first > 1:
                for index in range(name.first, name.last):
                    self.masked[index] = ("name", "inside a name")
        for date in dates:
            for index in range(date.first, date.last):
                self.masked[index] = ("date", "inside a date expression")

    def read(self) -> tuple[list[Draft], list[Reject]]:
        document = self.document
        words, lower = document.words, document.lower
        starts = [
            index
            for index, word in enumerate(lower)
            if word in STARTS
            or word[0].isdecimal()
            or (word[0] == "." and len(word) > 1 and word[1].isdecimal())
        ]
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
        for base in exchange_rates(document, self.numerals):
            self.numerals.remove(base)
            self._reject(base.first, base.last, "rate base", "the one that an exchange rate is for")
        for part in join_cents(document, self.numerals):
            self.numerals.remove(part)
        share_units(document, self.numerals)
        self._count_nouns()
        share_units(document, self.numerals)
        name_what_is_sold(document, self.numerals)
        carry_back(document, self.numerals)
        carry_units(document, self.numerals)
        carry_money(self.numerals, document)
        return self._drafts(), self.rejects

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
        if (known := self.masked.get(index)) is not None:
            if self.document.words[index][0].isdecimal():
                self._reject(index, index + 1, *known)
            return index + 1
        found = self._one(index)
        if found is None:
            return index + 1
        if isinstance(found, Numeral):
            joined, _ = range_from(self.document, found, self._unmasked)
            found = joined if joined is not None else found
        if isinstance(found, Numeral) and self._goes_on(found):
            found = Mask(found.first, found.last, "label", "one more number of the same label")
        if isinstance(found, Mask):
            if found.reason == "label":
                self.label_end = found.last
            self._reject(found.first, found.last, found.reason, found.detail)
            return max(found.last, index + 1)
        if self._is_period(found):
            self._reject(found.first, found.last, "period", "a length of time that only says when")
        elif self.numerals and found.first < self.numerals[-1].last:
            return max(found.last, index + 1)
        else:
            self.numerals.append(found)
            self.reader.floor = found.last
        return max(found.last, index + 1)

    def _goes_on(self, numeral: Numeral) -> bool:
        """Whether a bare number continues a list of labels: "phases 3, 5 and 7"."""
        if not 0 < numeral.first - self.label_end <= 2 or numeral.unit is not None or numeral.power:
            return False
        gap = self.document.lower[self.label_end : numeral.first]
        after = self.document.lower[numeral.last] if numeral.last < len(self.document.lower) else ""
        return set(gap) <= {",", "and", "or", "to", "-", "–", "&"} and (
            not after[:1].isalpha() or after in CLOSED
        )

    def _unmasked(self, index: int) -> Numeral | Mask | None:
        return None if index in self.masked else self._one(index)

    def _is_period(self, numeral: Numeral) -> bool:
        if numeral.unit is None or numeral.unit.kind != "duration":
            return False
        before = self.document.lower[numeral.first - 1] if numeral.first else ""
        return before in _PERIOD_WORDS

    # -- counted nouns
    # -----------------------------------------------------------------------------------------

    def _count_nouns(self) -> None:
        lower = self.document.lower
        for position, numeral in enumerate(self.numerals):
            if numeral.unit is not None or numeral.noun is not None:
                continue
            before = lower[numeral.first - 1] if numeral.first else ""
            if self._is_age(numeral, before):
                numeral.unit = self.table.words["year"][-1][1]
                continue
            after = numeral.last
            if (
                position + 1 < len(self.numerals)
                and (beside := self.numerals[position + 1]).first == after
                and (beside.unit is not None and beside.unit.kind == "measure")
            ):
                # "eight million 250 ml bottles"
                after = beside.last
            one = (abs(numeral.value) == 1 and numeral.high is None) or numeral.form == "ordinal"
            noun = counted_noun(
                self.document, after, one=one, definite=before in _DETERMINERS or before == "a"
            )
            if noun is None:
                continue
            if (
                after == numeral.last
                and position + 1 < len(self.numerals)
                and noun.last > self.numerals[position + 1].first
            ):
                continue
            if numeral.form == "ordinal" and self.document.words[noun.last - 1][0].isupper():
                continue
            numeral.noun = noun
            numeral.rate, _ = self.reader.per(noun.last, in_span=False)

    def _is_age(self, numeral: Numeral, before: str) -> bool:
        """Whether a bare number is an age: "Mr Orr, 66, said", "aged 40", "at the age of 12"."""
        words, lower = self.document.words, self.document.lower
        if not 0 < numeral.value < 120 or numeral.form not in ("digits", "range", "words"):
            return False
        first, last = numeral.first, numeral.last
        after = words[last] if last < len(words) else ""
        if after[:1].isalpha() and after.lower() not in _AFTER_AGE:
            return False
        if before in ("aged", "age", "ages") or (before == "of" and first > 1 and lower[first - 2] == "age"):
            return True
        return (
            before == ","
            and after == ","
            and first > 1
            and words[first - 2][0].isupper()
            and numeral.value >= 10
            and numeral.form == "digits"
            and numeral.value == int(numeral.value)
        )

    # -- drafts
    # ------------------------------------------------------------------------------------------------

    def _drafts(self) -> list[Draft]:
        words_of_text: frozenset[str] | None = None
        drafts: list[Draft] = []
        hedged: Hedge | None = None
        previous: Numeral | None = None
        for numeral in self.numerals:
            if numeral.unit is not None and numeral.unit.choices:
                if words_of_text is None:
                    words_of_text = frozenset(self.document.lower)
                numeral.unit = self._settled(numeral, numeral.unit, words_of_text)
            kind = self._kind(numeral)
            hedge = self._hedge(numeral, kind)
            carried = False
            if (
                hedge is None
                and previous is not None
                and hedged is not None
                and self._carries(previous, numeral)
            ):
                hedge, carried = hedged, True
            drafts.append(self._draft(numeral, kind, hedge, carried))
            hedged, previous = hedge, numeral
        return drafts

    def _settled(self, numeral: Numeral, unit: Unit, words_of_text: frozenset[str]) -> Unit:
        if unit.unit == "pound":
            begin = max(0, numeral.first - 6)
            near = set(self.document.lower[begin : numeral.last + 5])
            hyphen = (
                self.document.lower[numeral.last - 2] == "-" if numeral.last - numeral.first > 1 else False
            )
            settled = settle_currency(self.table, unit, words_of_text)
            if near & _WEIGHING or ((settled.code is None or hyphen) and not numeral.power):
                return Unit("pound", "[lb_av]", "measure")
            return settled if settled.code else Unit("GBP", "GBP", "money")
        return settle_currency(self.table, unit, words_of_text)

    def _kind(self, numeral: Numeral) -> str:
        if numeral.kind:
            return numeral.kind
        if numeral.form == "ordinal":
            return "ordinal_milestone"
        unit = numeral.unit
        if unit is None:
            return "rate" if numeral.rate else "count"
        if unit.kind == "money":
            return "money"
        if numeral.rate and unit.kind != "percent":
            return "rate"
        if unit.kind == "multiple":
            return "rate"
        if unit.kind == "measure" and " per " in unit.unit and unit.unit != "pound per square inch":
            return "rate"
        return unit.kind

    def _hedge(self, numeral: Numeral, kind: str) -> Hedge | None:
        found = hedge_before(self.hedges, self.document, numeral.first, kind)
        if found is not None and found.rule != "exact":
            if found.rule == "more_than" and is_denied(self.document, found):
                return Hedge("at_most", "at_most", found.first, found.last)
            return found
        if found is None:
            found = estimated_at(self.document, numeral.first) or hedge_of_barrier(
                self.document, numeral.first, numeral.end
            )
            if found is not None:
                return found
        limit = numeral.end
        return hedge_after(self.hedges, self.document, numeral.last, limit) or found

    def _carries(self, previous: Numeral, numeral: Numeral) -> bool:
        """Whether the hedge of the number before holds for this one: joined by "and", or its conversion."""
        document = self.document
        gap = [document.lower[at] for at in range(previous.end, numeral.first)]
        if (
            not gap
            or len(gap) > 2
            or document.sentence_at(previous.first) != document.sentence_at(numeral.first)
        ):
            return False
        if gap in (["and"], ["or"], [",", "and"], [",", "or"]):
            return (previous.unit is None) == (numeral.unit is None) or previous.borrowed != ""
        return gap in (["("], [";"], ["/"]) and self._is_conversion(previous, numeral)

    @staticmethod
    def _is_conversion(previous: Numeral, numeral: Numeral) -> bool:
        first, second = previous.unit, numeral.unit
        return (
            first is not None
            and second is not None
            and first.unit != second.unit
            and first.kind == second.kind
            and first.kind in ("money", "measure")
        )

    def _draft(self, numeral: Numeral, kind: str, hedge: Hedge | None, carried: bool) -> Draft:
        document = self.document
        start, end = document.span(numeral.first, numeral.last)
        is_range = numeral.high is not None
        draft = Draft(
            numeral.first,
            numeral.last,
            start,
            end,
            document.sentence_at(numeral.first),
            None if is_range else numeral.value,
            kind=kind,
            form=numeral.form,
        )
        if is_range:
            draft.low, draft.high = numeral.value, numeral.high
        self._name_unit(draft, numeral)
        draft.why["value"] = Because(f"number in {numeral.form}", start, end)
        qualifier, rule = "exact", ""
        if hedge is not None:
            words_start, words_end = document.span(hedge.first, hedge.last)
            draft.hedge = document.text[words_start:words_end]
            qualifier, rule = hedge.qualifier, hedge.rule
            draft.why["qualifier"] = Because(
                "hedge carried over a coordination" if carried else f"hedge: {rule}", words_start, words_end
            )
        draft.qualifier = "between" if is_range else qualifier
        self._intervals(draft, numeral, kind, rule)
        return draft

    def _name_unit(self, draft: Draft, numeral: Numeral) -> None:
        unit, noun = numeral.unit, numeral.noun
        if unit is not None:
            draft.unit, draft.unit_code = unit.unit, unit.code
            draft.why["unit"] = Because("unit table", draft.start, draft.end)
        elif noun is not None:
            draft.unit = noun.noun
            start, end = self.document.span(noun.first, noun.last)
            draft.why["unit"] = Because("counted noun", start, end)
            if not numeral.borrowed:
                draft.noun_first, draft.noun_last, draft.modifiers = noun.first, noun.last, noun.modifiers
        if numeral.borrowed:
            why = draft.why["unit"]
            draft.why["unit"] = Because(f"unit from {numeral.borrowed}", why.start, why.end)
            draft.confidence["unit"] = 0.7 if numeral.borrowed == "subject" else 0.9
        if numeral.rate is not None:
            draft.unit = f"{draft.unit} per {numeral.rate}" if draft.unit else f"per {numeral.rate}"
            if unit is not None and unit.kind != "money":
                draft.unit_code = None

    def _intervals(self, draft: Draft, numeral: Numeral, kind: str, rule: str) -> None:
        place = numeral.bare_place if rule not in ("", "exact") else numeral.place
        granule = _ONE.scaleb(place)
        low, high = numeral.value, numeral.value
        if numeral.high is not None:
            draft.granule = granule
            low, high, rule = numeral.value, numeral.high, "between"
        elif numeral.tolerance is not None:
            draft.granule = granule
            draft.qualifier = "approximately"
            low, high, rule = low - numeral.tolerance, low + numeral.tolerance, "between"
        elif numeral.form == "fraction" and draft.unit == "fraction":
            scale = fraction_scale(numeral.value)
            named = {
                "": "fraction",
                "exact": "fraction",
                "about": "fraction",
                "nearly": "fraction_nearly",
                "just_under": "fraction_nearly",
                "more_than": "fraction_more_than",
                "just_over": "fraction_more_than",
                "at_least": "fraction_more_than",
            }.get(rule, "fraction_less_than" if rule in ("less_than", "at_most") else "up_to")
            self._set(draft, named, low, high, scale)
            return
        elif not rule:
            if kind == "ordinal_milestone":
                rule = "milestone"
            elif self._is_exact(numeral, kind, granule):
                rule, granule = "exact", Decimal(0)
            else:
                rule = "bare"
        coarse = granule
        if kind == "percent" and numeral.place >= 0 and not numeral.value % 10 and numeral.value:
            granule, coarse = _ONE, Decimal(10)
        elif numeral.last_digit == "5":
            coarse = granule * 5
        draft.granule = granule
        self._set(draft, rule, low, high, Scale(granule, coarse))

    @staticmethod
    def _is_exact(numeral: Numeral, kind: str, granule: Decimal) -> bool:
        if kind not in _COUNTED or numeral.power:
            return False
        return granule == 1 or (granule > 1 and abs(numeral.value) <= _EXACT_UP_TO) or not numeral.value

    def _set(self, draft: Draft, rule: str, low: Decimal, high: Decimal, scale: Scale) -> None:
        draft.stated_low, draft.stated_high, draft.read_low, draft.read_high = intervals(
            self.rules, rule, low, high, scale
        )
        draft.why["interval"] = Because(f"interval: {rule}", draft.start, draft.end)


_WEIGHING = frozenset(
    "weigh weighs weighed weighing weight lb lbs kg kilogram kilograms kilos ounces tons tonnes mass heavier lighter bag".split()
)
