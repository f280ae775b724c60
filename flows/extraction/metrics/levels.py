"""Which words of a sentence name the level that a number is, or changes: the governing words.

Of the metric words of a sentence, the one at the least cost governs a number: cost is distance, plus
what a reader does not read across (other figures, commas, the next clause). A number without a word
of its own takes the level of the figure before it ("to 68,445 from 82,093"), then the subject of its
verb, then the level of the sentence before.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.asides import Aside
from flows.extraction.metrics.exchange_rates import is_currency, is_of_currency
from flows.extraction.metrics.metric_context import Level, Sentence
from flows.extraction.metrics.metric_lexicon import Trigger
from flows.extraction.metrics.own_words import OwnWords
from flows.extraction.metrics.spans import is_attribute, span_name
from flows.extraction.subjects.market_subjects import MANY
from flows.extraction.text.change_words import CHANGE_NOUNS, CHANGE_VERBS
from flows.extraction.text.level_words import (
    COST_CAP,
    DETERMINERS,
    DIMENSIONS,
    IMPLIED_METRICS,
    LEVIED,
    PRICES,
    TRADED_UNITS,
)
from flows.extraction.text.noun_phrases import COPULAS, VERBS

# What moves on a market and is no firm's: beside it a firm moves in its share.
OF_NO_FIRM: Final = frozenset(("stock_index", "oil_price"))
WHOLE_MARKETS: Final = frozenset("broader wider overall broad stock".split())
# Between a head and what tells it apart.
HEAD_LINKS: Final = frozenset("of in on for from to at with per".split())


class LevelFinder(OwnWords):
    """Finds the level of each draft of one document."""

    def _restates(self, draft: Draft) -> bool:
        """Whether a change is of the level before it: "jobs were 112 million, a decline of 2 million"."""
        change = self.changes.get(id(draft))
        if change is None or change.first < 2 or change.last > draft.first:
            return False
        before = self.lower[change.first - 2 : change.first]
        return before in ([",", "a"], [",", "an"]) and self.lower[change.last] == "of"

    def names_subject(self, token: int, draft: Draft) -> bool:
        """Whether a token is one of the words that say whose the number is."""
        because = draft.why.get("subject")
        return because is not None and because.start <= self.document.starts[token] < because.end

    def _is_traded(self, draft: Draft) -> bool:
        """Whether money is for a barrel, a tonne, an ounce: a price."""
        unit = draft.unit or ""
        return (
            " per " in unit
            and unit[:3].isupper()
            and unit.rpartition(" per ")[2] in TRADED_UNITS
            # "a $5 a barrel import fee", "at a $6 premium"
            and LEVIED.isdisjoint(self.lower[max(0, draft.first - 3) : draft.last + 5])
        )

    def _unit_price(self, draft: Draft, priced: Draft) -> Level:
        """Return the level of a price that the unit of `priced` tells."""
        oil = (priced.unit or "").endswith(" per barrel")
        rows = self.lexicon.oil_price if oil else self.lexicon.price
        return Level("oil price" if oil else "price", rows, draft.first, draft.last, "price of a unit", 0.8)

    def _head_of(
        self, trigger: Trigger, triggers: list[Trigger], begin: int, cls: str, draft: Draft
    ) -> Trigger:
        """Return what a verb's subject is of, where a metric word only tells it apart.

        "The [backlog] of contracts rose 3 percent", "[shares] in the budget airline fell 3 percent".
        """
        lower = self.lower
        end = trigger.last
        while (
            end < min(trigger.last + 4, draft.first)
            and lower[end].isalpha()
            and not (lower[end] in CHANGE_VERBS or lower[end] in COPULAS or lower[end] in HEAD_LINKS)
        ):
            # "in the budget airline Velta fell"
            end += 1
        if (
            end >= draft.first
            or lower[end] in CHANGE_NOUNS
            or not (lower[end] in CHANGE_VERBS or lower[end] in COPULAS)
        ):
            return trigger
        first, reach = trigger.first, 5
        while first > begin and lower[first - 1] not in HEAD_LINKS:
            word = lower[first - 1]
            if not (word[0].isalnum() or word == "-") or word in VERBS or first < trigger.first - reach:
                return trigger
            if word[0].isdigit():
                if lower[first - 2] in HEAD_LINKS and lower[first] != "-":
                    # "more profit in 2009, sales rose"
                    return trigger
                # "on the benchmark 10-year bond"
                reach += 3
            if word != "-" and word in DETERMINERS and lower[first - 2] not in HEAD_LINKS:
                return trigger
            first -= 1
        for other in triggers:
            if (
                other.last == first - 1
                and other.first >= begin
                and lower[other.last - 1] != "share"
                and other.term.rows_for(cls, draft.kind)[0]
            ):
                return other
        return trigger

    def _lasting(self, draft: Draft, sentence: Sentence) -> Level | None:
        """Return the level of a duration by the words beside it: the term of a bond, the time since a low."""
        named = span_name(self.document, draft.first, draft.last, sentence.first, sentence.last)
        return Level(named[0], (), named[1], named[2], "duration of", 0.5) if named is not None else None

    def of_index(self, draft: Draft, level: Level) -> Level:
        """Return a level that was carried from the price of a share as an index, or a market, has it."""
        if (
            not (draft.entity_code in self.lexicon.indexes or _is_of_market(draft))
            or level.rule == "noun"
            or not level.metrics
            or level.metrics[0].code != "share_price"
        ):
            return level
        rows = self.lexicon.stock_index
        return Level("stock index", rows, level.first, level.last, level.rule, level.confidence, level.source)

    def _on_exchange(self, draft: Draft) -> Level:
        """Return the level of a bare count on an exchange: shares traded, or stocks that rose or fell."""
        if draft.value is not None and draft.value >= MANY:
            volume = self.lexicon.terms["volume"][0].metrics
            return Level("trading volume", volume, draft.first, draft.last, "on an exchange", 0.8)
        return Level("stocks", (), draft.first, draft.last, "on an exchange", 0.8)

    def _exchange_rate(
        self, draft: Draft, cls: str, noun: tuple[int, int] | None, sentence: Sentence
    ) -> Level | None:
        """Return the level of what one currency is in another: "$1=0.8 euros", "the krone fell 3%"."""
        if draft.kind == "rate":
            if draft.first and self.lower[draft.first - 1] == "=":
                return Level("exchange rate", (), draft.first - 1, draft.first, "equation of currencies")
            of, _, per = f" {draft.unit or ''}".rpartition(" per ")
            if is_currency(per, self.lexicon.currencies) or (
                len(per) == 3 and per.isupper() and of.isupper()
            ):
                return Level("exchange rate", (), draft.first, draft.last, "unit", 0.9)
        elif (
            draft.subject is not None
            and (
                cls == "money"
                or (cls == "count" and noun is None)
                or (draft.kind == "growth" and draft.unit in ("percent", "fraction"))
            )
            and is_of_currency(self.document, draft, sentence.first, sentence.last, self.lexicon.currencies)
        ):
            return Level("exchange rate", (), draft.first, draft.last, "subject is a currency", 0.7)
        return None

    def _own_from(self, drafts: list[Draft], position: int, inserted: Sequence[Aside]) -> int:
        """Return where the words before a figure begin to be its own: behind the last one not inserted.

        Nor does one cut them that tells apart what stands behind it: "the yield on the 10-year note fell".
        """
        for other in reversed(drafts[:position]):
            told_apart = other.kind == "duration" and is_attribute(self.document, other.last)
            if not told_apart and not any(first <= other.first < last for first, last in inserted):
                return other.last
        return self.document.sentences[drafts[position].sentence][0]

    def find(self, draft: Draft, position: int, sentence: Sentence) -> Level | None:
        """Return the level that governs `draft`, the figure at `position` of its sentence."""
        self.read.append(draft)
        cls = self.classes[id(draft)] = self.class_of(draft)
        noun = self.nouns[id(draft)]
        if "subject" in draft.why and draft.why["subject"].rule == "age":
            return Level("age", self.lexicon.terms["age"][0].metrics, draft.first, draft.last, "age", 0.9)
        if noun is None and "subject" in draft.why and draft.why["subject"].rule == "traded_on":
            return self._on_exchange(draft)
        if cls == "duration" and (lasting := self._lasting(draft, sentence)) is not None:
            return lasting
        if draft.unit == "times" and draft.kind == "rate":
            likelihood = self._likelihood(draft, sentence)
            if likelihood is not None:
                return likelihood
        if draft.unit == "times" and draft.kind != "growth":
            earnings = self._multiple_of(draft, sentence)
            if earnings is not None:
                return earnings
        if draft.kind == "rank":
            return self._rank(draft, sentence)
        if cls == "count" and noun is None and draft.unit is None and self.has_accounts:
            entry = self._entry(draft, position, sentence)
            if entry is not None:
                return entry
        rate = self._exchange_rate(draft, cls, noun, sentence)
        if rate is not None:
            return rate
        if position and self._restates(draft):
            level = self.levels.get(id(sentence.drafts[position - 1]))
            level = level and level.taken_over(
                sentence.drafts[position - 1], "as the figure before", 0.8, cls, draft.kind
            )
            if level is not None:
                return level
        if noun is not None and draft.kind != "growth":
            own = self._own_noun(draft, cls, noun, sentence)
            if own is not None:
                return own
        drafts = sentence.drafts
        inserted = sentence.asides and [aside for aside in sentence.asides if aside[1] <= draft.first]
        own_from = drafts[position - 1].last if position else sentence.first
        if position and (inserted or drafts[position - 1].kind == "duration"):
            own_from = self._own_from(drafts, position, inserted)
        own_to = drafts[position + 1].first if position + 1 < len(drafts) else sentence.last
        best = own_best = None
        best_cost = own_cost = COST_CAP
        change = self.changes.get(id(draft))
        firsts = [other.first for other in drafts]
        ratio_change = draft.kind == "growth" and (cls == "percent" or draft.unit == "point")
        walls = sentence.walls if not inserted else None
        key = f"{cls} {draft.kind}"
        of_company = draft.kind == "growth" and draft.entity_code in self.lexicon.companies
        triggers = sentence.triggers
        lower = self.lower
        count = len(lower)
        middle = bisect_left(triggers, draft.first, key=_last_of)
        # Nearest first, so that what is too far is not looked at; of two at one cost the earlier wins.
        nearest = triggers[:middle]
        nearest.reverse()
        nearest += triggers[middle:]
        for trigger in nearest:
            term = trigger.term
            ahead = trigger.last <= draft.first
            if ahead:
                least = (draft.first - trigger.last) * (0.1 if walls is None else 1.0)
                if least > (own_cost if trigger.first >= own_from else best_cost):
                    continue
                if inserted and any(first <= trigger.first < last for first, last in inserted):
                    # "profit, excluding gains on [investments], fell 3 percent"
                    continue
            permitted = term.permitted.get(key)
            nouns, verbs = permitted if permitted is not None else term.rows_for(cls, draft.kind)
            if not (nouns or verbs) or term.is_counted:
                continue
            if term.is_bare and self._is_bare(trigger):
                continue
            if self.is_too_dear(draft, nouns):
                continue
            if lower[trigger.first] in DIMENSIONS and (
                draft.kind == "growth" or (trigger.last <= draft.first and lower[trigger.first - 1] != "as")
            ):
                # "rose 5 percent to a nine-month high"
                continue
            if (
                of_company
                and ahead
                and nouns
                and nouns[0].code == "stock_index"
                and not self.names_subject(trigger.first, draft)
                and not (change is not None and trigger.last == change.first)
            ):
                # "Dow component Hart fell 3 percent": no index, but a share.
                continue
            if noun is not None and lower[trigger.first] == "aged":
                # "3,028 adults aged 18 or over": whom it counts.
                continue
            last = trigger.last
            if last < count and lower[last] == "to" and lower[last - 1].endswith("ing"):
                continue
            if change is not None and trigger.first < change.last and trigger.last > change.first:
                if trigger.last - trigger.first == 1:
                    continue
            elif ratio_change and not nouns and not self._is_counted_with(trigger, drafts, change):
                continue
            cost = self._cost(draft, trigger, firsts, noun, change, sentence)
            if cost is None:
                continue
            if cost < best_cost or (ahead and cost == best_cost):
                best_cost, best = cost, trigger
            # What comes after the number and is not tied to it is the text's business, not the number's.
            if not ahead and cost > 5 and trigger.first >= draft.last:
                continue
            if (
                (cost < own_cost or (ahead and cost == own_cost))
                and own_from <= trigger.first
                and trigger.last <= own_to
            ):
                own_cost, own_best = cost, trigger
        implied = self.lexicon.measure_units.get(draft.unit or "", "")
        if implied in IMPLIED_METRICS and (own_best is None or own_best.term.is_verb):
            return Level(implied, (), draft.first, draft.last, "unit", 0.8)
        if self._is_traded(draft) and not (own_best is not None and _is_price(own_best)):
            if best is not None and _is_price(best):
                return self._from_trigger(best, cls, draft, best_cost)
            return self._unit_price(draft, draft)
        if own_best is None or own_cost > 4 or (own_best.term.is_verb and own_best.last <= draft.first):
            direct = self._direct_phrase(draft, sentence)
            if direct is not None:
                return direct
        if own_best is not None:
            if own_best.last <= draft.first:
                own_best = self._head_of(own_best, triggers, own_from, cls, draft)
            return self._from_trigger(own_best, cls, draft, own_cost)
        if draft.kind == "growth":
            # "dropped 6 cents, or 0.2%, to $41.17 a barrel"
            for other in filter(self._is_traded, drafts[position + 1 : position + 3]):
                return self._unit_price(draft, other)
        for other in reversed(drafts[:position]):
            level = self.levels.get(id(other))
            if level is not None and self._compatible(level, other, draft) and self._same_noun(level, draft):
                if of_company and level.metrics[:1] and level.metrics[0].code in OF_NO_FIRM:
                    continue
                level = level.taken_over(other, "as the figure before", 0.8, cls, draft.kind)
                if level is not None:
                    return level
        if best is not None:
            return self._from_trigger(best, cls, draft, best_cost)
        if draft.kind == "growth" and cls == "percent" and (moved := self._share_price(draft)) is not None:
            return moved
        return self._fallback(draft, cls, noun, sentence, change)


def _is_price(trigger: Trigger) -> bool:
    metrics = trigger.term.metrics or trigger.term.verb_metrics
    return bool(metrics) and metrics[0].code in PRICES


def _is_of_market(draft: Draft) -> bool:
    """Whether all that is traded rose or fell: "less than the [broader market]"."""
    *rest, head = (draft.subject or "").lower().split(" ")
    return head == "market" and not WHOLE_MARKETS.isdisjoint(rest)


def _last_of(trigger: Trigger) -> int:
    return trigger.last
