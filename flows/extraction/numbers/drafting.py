"""From a number to a draft of a figure: its kind, hedge, unit's name and two intervals."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.numbers.hedges import (
    Hedge,
    HedgeTable,
    estimated_before,
    hedge_after,
    hedge_before,
    hedge_of_barrier,
    hedge_of_extreme,
    hedge_of_range,
    hedge_table,
    is_denied,
)
from flows.extraction.numbers.intervals import Rules, Scale, fraction_scale, interval_rules, intervals
from flows.extraction.numbers.numeral import Numeral
from flows.extraction.numbers.units import Unit, UnitTable, settle_currency, unit_table
from flows.extraction.text.document import Document
from flows.extraction.text.noun_words import CLOSED, VERBS
from schemas.reference import Reference

_ONE: Final = Decimal(1)
_INDEX_WORDS: Final = frozenset("index barometer gauge pmi".split())
_INDEX_LINKS: Final = frozenset("to from at of was is than reading stood hit reached about around (".split())
# How many words before a level its index may be named.
_INDEX_REACH: Final = 14
_HALVED: Final = Scale(Decimal(0), Decimal(0), Decimal("0.09"), Decimal("0.09"))
_EXACT_UP_TO: Final = 20
_COUNTED: Final = frozenset(("count", "rank", "score"))
# After "three times": how much more, not how often.
_COMPARED: Final = frozenset(
    "more less as the its their his her that what those this fewer earnings sales book oversubscribed".split()
)
_DOLLARS: Final = frozenset("dollar dollars dlr dlrs bucks usd u.s.".split())
_EUROS: Final = frozenset(("euro", "euros", "eur"))
_MAGNITUDES: Final = frozenset(("million", "billion"))
_WEIGHING: Final = frozenset(
    """weigh weighs weighed weighing weight lb lbs kg kilogram kilograms kilos ounces tons tonnes mass heavier
    lighter bag""".split()
)


# Prepositions after which members of a list are told alike.
_PARALLEL: Final = frozenset(("of", "from", "in", "for", "to", "on"))


def _negated(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _is_to_the_unit(numeral: Numeral) -> bool:
    return numeral.form == "digits" and numeral.place <= 0 and abs(numeral.value) >= 100


def _name(numeral: Numeral) -> str | None:
    return numeral.unit.unit if numeral.unit is not None else None


class Drafting:
    """Makes drafts of the numbers of one document."""

    def __init__(self, document: Document, reference: Reference) -> None:
        self.document = document
        self.table: UnitTable = unit_table(reference)
        self.hedges: HedgeTable = hedge_table(reference)
        self.rules: Rules = interval_rules(reference)
        self.numerals: list[Numeral] = []

    # ------------------------------------------------------------------------------------------------

    def _drafts(self) -> list[Draft]:
        drafts: list[Draft] = []
        hedged: Hedge | None = None
        previous: Numeral | None = None
        for numeral in self.numerals:
            if numeral.unit is not None and numeral.unit.choices:
                numeral.unit = self._settled(numeral, numeral.unit)
            elif numeral.unit is not None and numeral.unit.factor != 1 and numeral.unit.unit == "USD":
                numeral.unit = self._in_cents(numeral.unit)
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

    def _settled(self, numeral: Numeral, unit: Unit) -> Unit:
        vocabulary = self.document.vocabulary()
        if unit.unit == "pound":
            begin = max(0, numeral.first - 6)
            near = set(self.document.lower[begin : numeral.last + 5])
            weighs = bool(near & _WEIGHING) or (
                not numeral.power
                and numeral.value < 1000
                and self.document.lower[numeral.last : numeral.last + 1] == ["of"]
            )
            hyphen = (
                self.document.lower[numeral.last - 2] == "-" if numeral.last - numeral.first > 1 else False
            )
            settled = settle_currency(self.table, unit, vocabulary)
            is_bare = settled.code is None and not self._tells_sterling(vocabulary)
            if weighs or ((is_bare or hyphen) and not numeral.power):
                return Unit("pound", "[lb_av]", "measure")
            return settled if settled.code else Unit("GBP", "GBP", "money")
        return settle_currency(self.table, unit, vocabulary)

    def _in_cents(self, unit: Unit) -> Unit:
        """Return whose cents are meant: those of the euro where a text tells of euros, and of no dollars."""
        vocabulary = self.document.vocabulary()
        if "$" in self.document.text or not _DOLLARS.isdisjoint(vocabulary):
            return unit
        tells_euros = "€" in self.document.text or not _EUROS.isdisjoint(vocabulary)
        return unit._replace(unit="EUR", code="EUR") if tells_euros else unit

    def _tells_sterling(self, vocabulary: frozenset[str]) -> bool:
        """Whether a text has millions of pounds, which are no weights; then its thousands are none either."""
        if "pounds" not in vocabulary or _MAGNITUDES.isdisjoint(vocabulary):
            return False
        lower = self.document.lower
        return any(
            word == "pounds" and lower[place - 1] in _MAGNITUDES for place, word in enumerate(lower) if place
        )

    def _kind(self, numeral: Numeral) -> str:
        if numeral.kind:
            return numeral.kind
        if numeral.form == "ordinal":
            return "ordinal_milestone"
        unit = numeral.unit
        if unit is None:
            if numeral.rate:
                return "rate"
            return "score" if numeral.noun is None and self._is_index(numeral) else "count"
        if unit.kind == "money":
            return "money"
        if numeral.rate and unit.kind != "percent":
            return "rate"
        if unit.kind == "multiple":
            after = self.document.lower[numeral.last] if numeral.last < len(self.document.lower) else ""
            return "rate" if after in _COMPARED or after.endswith("er") else "count"
        if unit.kind == "measure" and " per " in unit.unit and unit.unit != "pound per square inch":
            return "rate"
        return unit.kind

    def _is_index(self, numeral: Numeral) -> bool:
        """Whether a bare number is the level of an index: "the confidence index eased to 99 from 100"."""
        begin = self.document.sentences[self.document.sentence_at(numeral.first)][0]
        before = self.document.lower[max(begin, numeral.first - _INDEX_REACH) : numeral.first]
        return not _INDEX_WORDS.isdisjoint(before) and before[-1] in _INDEX_LINKS

    def _hedge(self, numeral: Numeral, kind: str) -> Hedge | None:
        found = hedge_before(self.hedges, self.document, numeral.first, kind)
        if found is not None and found.rule != "exact":
            if found.rule == "more_than" and is_denied(self.document, found):
                return Hedge("at_most", "at_most", found.first, found.last)
            return found
        if found is None:
            found = (
                hedge_of_extreme(self.document, numeral.first)
                or hedge_of_range(self.document, numeral.first, numeral.last)
                or hedge_of_barrier(self.document, numeral.first, numeral.end)
                or estimated_before(self.document, numeral.first)
            )
            if found is not None:
                return found
        limit = numeral.end
        return hedge_after(self.hedges, self.document, numeral.last, limit) or found

    def _carries(self, previous: Numeral, numeral: Numeral) -> bool:
        """Whether the hedge of the number before holds for this one: joined by "and", or its conversion."""
        document = self.document
        gap = [document.lower[at] for at in range(previous.end, numeral.first)]
        if len(gap) == 2 and gap[1] == "and" and gap[0].isalpha() and gap[0] not in CLOSED | VERBS:
            # "more than 500 wool and 400 cotton mills"
            gap = gap[1:]
        if self._is_parallel(previous, numeral, gap):
            return True
        if (
            not gap
            or len(gap) > 2
            or document.sentence_at(previous.first) != document.sentence_at(numeral.first)
        ):
            return False
        if "or" in gap and _name(previous) != _name(numeral):
            # "nearly $2 billion, or 1.1 percent": the same said exactly, in another unit; but "about 30
            # tons, or 27 tonnes" is one measure.
            return self._is_conversion(previous, numeral)
        if gap in (["and"], ["or"], [",", "and"], [",", "or"]):
            if _is_to_the_unit(numeral) and not _is_to_the_unit(previous):
                # "almost half a million beds and 312 wards"
                return False
            return (previous.unit is None) == (numeral.unit is None) or previous.borrowed != ""
        return gap in (["("], [";"], ["/"]) and self._is_conversion(previous, numeral)

    def _is_parallel(self, previous: Numeral, numeral: Numeral, gap: list[str]) -> bool:
        """Whether two measures are told alike: "up to 300 MW of wind power and 200 MW of solar power"."""
        lower = self.document.lower
        first, second = previous.unit, numeral.unit
        return (
            2 < len(gap) < 9
            and gap[0] in _PARALLEL
            and gap[-1] in (",", "and")
            and first is not None
            and second is not None
            and first.kind == second.kind != "percent"
            and lower[numeral.end : numeral.end + 1] == gap[:1]
            and VERBS.isdisjoint(gap)
            and not any(word[0].isdigit() for word in gap)
            and self.document.sentence_at(previous.first) == self.document.sentence_at(numeral.first)
        )

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
            if noun is not None and noun.last < draft.last:
                # "nine letters out of ten"
                draft.noun_first, draft.noun_last = noun.first, noun.last
        elif noun is not None:
            draft.unit = noun.noun
            start, end = self.document.span(noun.first, noun.last)
            draft.why["unit"] = Because("counted noun", start, end)
            if not numeral.borrowed:
                draft.noun_first, draft.noun_last, draft.modifiers = noun.first, noun.last, noun.modifiers
        if numeral.borrowed:
            why = draft.why.get("unit", Because("", draft.start, draft.end))
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
        elif numeral.form in ("fraction", "multiple") and draft.unit == "fraction":
            # "Halved" is said of two fifths to three fifths.
            is_verb = numeral.form == "multiple"
            scale = _HALVED if is_verb else fraction_scale(numeral.value)
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
            self._set_either_way(draft, named, low, high, scale)
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
        if numeral.form == "multiple":
            self._set_either_way(draft, rule, low, high, Scale(granule, coarse))
            return
        self._set(draft, rule, low, high, Scale(granule, coarse))

    def _set_either_way(self, draft: Draft, rule: str, low: Decimal, high: Decimal, scale: Scale) -> None:
        """Set the intervals; "more than halved" goes further down: the rule is read of the fall."""
        if low >= 0:
            self._set(draft, rule, low, high, scale)
            return
        self._set(draft, rule, -low, -high, scale)
        draft.stated_low, draft.stated_high = _negated(draft.stated_high), _negated(draft.stated_low)
        draft.read_low, draft.read_high = _negated(draft.read_high), _negated(draft.read_low)

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
