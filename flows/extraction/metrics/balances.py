"""Surpluses and deficits: of trade, of a budget, of payments, said in full once and then by themselves."""

from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.metric_context import Level, MetricContext, first_of
from flows.extraction.metrics.metric_lexicon import Metric, Trigger
from flows.extraction.text.level_words import EMPTY_ADJECTIVES

BALANCES: Final = frozenset("surplus surpluses deficit deficits".split())
BALANCE_CODES: Final = frozenset("trade_balance current_account budget_balance balance_of_payments".split())
OF_BALANCES: Final = frozenset("trade budget fiscal current account payments public government".split())
OTHER_BALANCES: Final = frozenset("transactions invisible invisibles services account capital income".split())
BACK: Final = 8


class Balances(MetricContext):
    """Finds what a surplus or a deficit is of that stands without saying it."""

    def _balance(self, trigger: Trigger, draft: Draft) -> Level | None:
        """Return the balance spoken of last, where a surplus or a deficit stands without saying of what."""
        if trigger.last - trigger.first > 1 or not self._is_bare(trigger):
            return None
        first = self.document.sentences[draft.sentence][0]
        at = bisect_left(self.triggers, trigger.first, key=first_of)
        for other in reversed(self.triggers[max(0, at - 3) : at]):
            # "the balance of payments showed a surplus"
            metrics = other.term.metrics
            if (
                other.first >= first
                and metrics
                and metrics[0].code in BALANCE_CODES
                and other.last - other.first > 1
            ):
                return self._called(self.words_of(other), metrics, trigger)
        others = not OTHER_BALANCES.isdisjoint(self.document.vocabulary_of(draft.sentence))
        for before in reversed(self.read[-BACK:-1]):
            level = self.levels.get(id(before))
            if (
                level is not None
                and level.metrics
                and level.metrics[0].code in BALANCE_CODES
                and not OF_BALANCES.isdisjoint(level.words.split())
                and not (others and before.sentence != draft.sentence)
            ):
                return self._called(level.words, level.metrics, trigger)
        return None

    def _called(self, words: str, metrics: tuple[Metric, ...], trigger: Trigger) -> Level:
        """Return the level of a balance in the words of the text: its surplus, or its deficit."""
        of = [word for word in words.split() if word not in BALANCES and word != "gap"]
        words = " ".join([*of, self.lower[trigger.first]])
        return Level(words, metrics, trigger.first, trigger.last, "fuller balance", 0.8)

    def _is_bare(self, trigger: Trigger) -> bool:
        """Whether a noun that says nothing by itself stands alone: "the national rate of 5 percent"."""
        start = self.narrowed_from(trigger)
        return all(self.lower[index] in EMPTY_ADJECTIVES for index in range(start, trigger.first))
