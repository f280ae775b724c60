"""One figure whose period is sought: its clause, what that says, and what the text has settled."""

from typing import Final

from flows.extraction.dates.figure_families import EXPERTS, FORECASTERS, MOVES, family, is_of_change
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Because, Dated, Draft
from flows.extraction.periods.period_context import Context, Period
from flows.extraction.periods.running_totals import FEW
from flows.extraction.text.change_words import CHANGES
from flows.extraction.text.indices import statistical_indices
from flows.extraction.text.period_words import HEDGES

OWNED: Final = frozenset(("owned", "held", "controlled", "owning", "holding"))
DEFINITE: Final = frozenset(("the", "its", "their", "'s", "’s", "these", "those", "other"))
# With a time of day behind it a figure is a quote.
CLOCKS: Final = frozenset(("gmt", "a.m", "p.m", "a.m.", "p.m."))
# When markets trade, and that they do.
HOURS: Final = frozenset(
    "early morning afternoon late after midday premarket pre extended electronic thin volatile light".split()
)
# How sure a period of a fiscal year is that only the day of the results lets one suppose.
SUPPOSED: Final = 0.5
LOSING: Final = frozenset(("lost", "shed"))
LOSS_REACH: Final = 6
TRADE: Final = frozenset(("trade", "trading"))
# What is a quote in a text about trading.
QUOTED: Final = frozenset(("money", "rate"))
DEALS: Final = frozenset("deal deals merger merges swap buys acquires acquisition takeover".split())
EXCHANGES: Final = ("per dollar", "per euro", "per pound", "per USD", "per EUR", "per GBP")
VALUING: Final = MOVES | {"valued"}
TIME_REACH: Final = 9
STRETCHING: Final = frozenset(("in", "for", "over"))
STRETCH_HEDGES: Final = HEDGES | {"more", "less", "than", "at", "least"}
EXTREMES: Final = frozenset(("low", "lows", "high", "highs", "peak"))
MEASURE_REACH: Final = 8


class Case:
    """A figure before it has a period.

    Attributes:
        begin, end: its clause.
        kin: the family that its words tell: flow, level, market, single, or "".
        tense: of its clause.
        is_change: whether it says by how much something changed.
        number: its sentence.
        context: what the text before has settled.
    """

    def __init__(
        self,
        draft: Draft,
        sentence: Sentence,
        begin: int,
        end: int,
        kin: str,
        tense: str,
        is_change: bool,
        number: int,
        context: Context,
    ) -> None:
        self.draft = draft
        self.sentence = sentence
        self.begin = begin
        self.end = end
        self.kin = kin
        self.tense = tense
        self.is_change = is_change
        self.number = number
        self.context = context

    def give(self, period: Period, rule: str, confidence: float) -> None:
        """Fill the figure's period."""
        if self.context.calendar.is_supposed and period.basis == "comparison":
            # As far back from what is only supposed.
            confidence = min(confidence, SUPPOSED)
        give(self.draft, period, rule, self.sentence, confidence)

    def told(self, reach: int) -> list[str]:
        """Return the words of the clause before the figure, as far back as `reach`."""
        return self.sentence.lower[max(self.begin, self.draft.first - reach) : self.draft.first]


def give(draft: Draft, period: Period, rule: str, sentence: Sentence, confidence: float) -> None:
    """Fill the period of `draft`, and the words and the rule that gave it."""
    draft.period_start, draft.period_end, draft.period_basis = period.start, period.end, period.basis
    date = period.date
    where = sentence.document.span(date.first, date.last) if date is not None else (draft.start, draft.end)
    draft.why["period"] = Because(rule, *where)
    if period.basis == "supposed":
        confidence = min(confidence, SUPPOSED)
    if confidence < 1:
        draft.confidence["period"] = confidence


def case_of(draft: Draft, sentence: Sentence, number: int, context: Context) -> Case:
    """Return what is known of a figure from its clause."""
    begin, end = sentence.clause(draft)
    is_change = is_of_change(draft, sentence)
    kin = family(draft, sentence, begin, end)
    is_timed = not CLOCKS.isdisjoint(sentence.lower[draft.last : draft.last + TIME_REACH]) or _in_trade(
        draft, sentence
    )
    if (
        kin == "flow"
        and is_change
        and context.is_of_trading
        and any(
            sentence.lower[index] == "index" and index not in statistical_indices(sentence.document)
            for index in range(max(sentence.first, draft.first - 6), draft.first)
        )
    ):
        kin = "market"
    elif kin == "flow" and context.is_of_trading and not LOSING.isdisjoint(_before(draft, sentence)):
        # "Gull lost 3 percent, or 67 cents": in trading
        kin = "market"
    if kin != "flow" and (is_timed or (context.is_of_trading and _is_quote(draft, sentence, kin, is_change))):
        kin = "market"
    elif kin == "level" and is_change:
        # What a level has changed by is of a period as much as a sum.
        kin = ""
    return Case(
        draft,
        sentence,
        begin,
        end,
        kin,
        sentence.tense(draft, begin, end),
        is_change,
        number,
        context,
    )


def _is_quote(draft: Draft, sentence: Sentence, kin: str, is_change: bool) -> bool:
    """Whether a figure of a text about trading is what something traded at, or changed by."""
    if is_change or draft.kind not in QUOTED or kin not in ("", "level"):
        return is_change or _is_exchanged(draft, sentence)
    if _is_exchanged(draft, sentence):
        return True
    words = sentence.lower[sentence.first : sentence.last]
    return not VALUING.isdisjoint(words) and DEALS.isdisjoint(words)


def _before(draft: Draft, sentence: Sentence) -> list[str]:
    """Return the tokens right before a change or the price that goes with it."""
    if draft.kind not in ("percent", "growth", "money"):
        return []
    return sentence.lower[max(sentence.first, draft.first - LOSS_REACH) : draft.first]


def _in_trade(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure is told of a market's hours: "fell 5 percent in morning trade"."""
    after = sentence.lower[draft.last : draft.last + TIME_REACH]
    at = after.index("in") + 1 if "in" in after else len(after)
    return not HOURS.isdisjoint(after[at : at + 1]) and not TRADE.isdisjoint(after[at + 1 : at + 4])


def _is_exchanged(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure is a rate of exchange: "108.9 per dollar", "the euro bought $1.1"."""
    before = sentence.lower[max(sentence.first, draft.first - 2) : draft.first]
    is_bought = bool(before) and before[-1] in ("bought", "fetched")
    is_rate = draft.kind == "rate" and draft.unit is not None and draft.unit.endswith(EXCHANGES)
    return is_rate or (is_bought and draft.kind in QUOTED)


def has_no_period(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure is of a kind that has no period: a rank, an attribute, a mere length of time."""
    if draft.kind == "rank" or draft.unit == "session" or _is_attribute(draft, sentence):
        return True
    if draft.kind == "duration":
        return not _is_measured(draft, sentence)
    if draft.kind == "count" and (draft.unit in EXPERTS or _is_definite(draft, sentence)):
        return True
    return draft.kind == "count" and draft.last < sentence.last and sentence.lower[draft.last] in FORECASTERS


def _is_definite(draft: Draft, sentence: Sentence) -> bool:
    """Whether a count says which things, not how many there were: "the six main ports"; not "2014's six"."""
    before = draft.first - 1
    if before < sentence.first or (draft.value or FEW) >= FEW or sentence.lower[before] not in DEFINITE:
        return False
    return all(date.last not in (before, draft.first) for date in sentence.dates)


def is_day(date: Dated) -> bool:
    """Whether a date is a single day relative to the publication."""
    return date.start_on == date.end_on and date.basis == "published"


def _is_attribute(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure only describes a thing: "a 40-inch screen", "its 10-year plan"."""
    after = sentence.lower[draft.last] if draft.last < sentence.last else ""
    if draft.kind in ("percent", "share"):
        # "The 99 percent owned unit", "with Acme owning 60 percent"
        owned = draft.last + 1 if after == "-" else draft.last
        return sentence.lower[draft.first - 1] in OWNED or (
            owned < sentence.last and sentence.lower[owned] in OWNED
        )
    if draft.kind not in ("measure", "count") or (
        draft.noun_first is not None
        and draft.kind == "count"
        and not (after == "-" and (draft.value or FEW) < FEW)
    ):
        return False
    quote = sentence.lower[draft.first : draft.last]
    return "-" in quote[1:] or after == "-"


def _is_measured(draft: Draft, sentence: Sentence) -> bool:
    """Whether a length of time is a level that changes ("the week fell to 34 hours"), not a stretch."""
    at = draft.first - 1
    while at > sentence.first and sentence.lower[at] in STRETCH_HEDGES:
        at -= 1
    after = sentence.lower[draft.last : draft.last + 1]
    if sentence.lower[at] in STRETCHING or not EXTREMES.isdisjoint(after):
        # "The weakest in three years", "a 25-year low"
        return False
    return not CHANGES.keys().isdisjoint(
        sentence.lower[max(sentence.first, draft.first - MEASURE_REACH) : draft.first]
    )
