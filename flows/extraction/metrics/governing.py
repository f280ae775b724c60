"""What it costs to read a metric word as the level of a number: distance, and what stands between."""

from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.balances import BALANCES, Balances
from flows.extraction.metrics.compound_heads import FLOWS, counted_head
from flows.extraction.metrics.metric_context import Level, Sentence
from flows.extraction.metrics.metric_lexicon import Trigger
from flows.extraction.numbers.change_frames import Change, is_ratio
from flows.extraction.text.change_words import CHANGES, singular
from flows.extraction.text.level_words import (
    BARRIERS,
    DETERMINERS,
    HEDGE_WORDS,
    HIGH_BARRIERS,
    LINKS,
    LOCATIVES,
    MODALS,
    MODIFYING,
    NO_OBJECT,
    PASSIVE,
    RELATIVE_WORDS,
)
from flows.extraction.text.noun_phrases import is_word

GAINS: Final = frozenset("gain gains advance advances".split())
SHARE_SORTS: Final = frozenset("diluted basic common ordinary".split())
FUNDS: Final = frozenset(("fund", "funds"))
# Of the federal funds rate, and of funds from operations.
RESERVED: Final = frozenset(("federal", "fed"))
NO_FUND: Final = frozenset(("from", "rate", "target", "raising", "flow", "flows", "-"))


class Governing(Balances):
    """Costs of metric words, and the levels that they name."""

    def _cost(
        self,
        draft: Draft,
        trigger: Trigger,
        firsts: list[int],
        noun: tuple[int, int] | None,
        change: Change | None,
        sentence: Sentence,
    ) -> float | None:
        """Return what it costs to read `trigger` as the level of `draft`; None where it cannot be."""
        before = self.lower[trigger.first - 1] if trigger.first else ""
        if trigger.term.name and (
            before in ("per", "a", "each")
            or (before in SHARE_SORTS and draft.first < trigger.first < draft.last + 4)
        ):
            # "17 cents a share", "17 cents per diluted share"
            return None
        if self.lower[trigger.first] == "cash" and self._is_payment(trigger, sentence):
            return None
        if draft.kind == "growth" and self.lower[trigger.last - 1] in GAINS:
            # "their biggest gain, 3 percent": the change itself.
            return None
        if trigger.last <= draft.first:
            cost = self._cost_before(draft, trigger, noun, change, sentence)
            low, high = trigger.last, draft.first
        else:
            cost = self._cost_after(draft, trigger, noun, change)
            low, high = draft.last, trigger.first
        if cost is None:
            return None
        if len(firsts) > 1 and high > low:
            cost += 3 * (bisect_left(firsts, high) - bisect_left(firsts, low))
        for begin, end in sentence.asides:
            if low <= begin and end <= high:
                # What is inserted is no distance, nor are its figures.
                cost -= self._wall(begin, end)
                cost -= 3 * (bisect_left(firsts, end) - bisect_left(firsts, begin))
        if (
            before in MODIFYING
            and trigger.term.metrics
            and (before != "of" or trigger.first != draft.last + 1)
        ):
            cost += 2
        return cost

    def _is_payment(self, trigger: Trigger, sentence: Sentence) -> bool:
        """Whether "cash" only says how something is paid: "bought Velta for 3 million in cash"."""
        end = trigger.first - (self.lower[trigger.first - 1] == "in")
        if self.lower[end - 1] == ")" and "(" in self.lower[max(0, end - 8) : end]:
            # "for 3 million (2 million pounds) in cash"
            while self.lower[end] != "(":
                end -= 1
        paid = next((other for other in sentence.drafts if other.last == end), None)
        return paid is not None and self._before(paid, sentence.first) == "for"

    def _cost_before(
        self,
        draft: Draft,
        trigger: Trigger,
        noun: tuple[int, int] | None,
        change: Change | None,
        sentence: Sentence,
    ) -> float | None:
        lower = self.lower
        if trigger.term.is_verb and change is not None and is_ratio(draft) and trigger.last > change.first:
            return None
        if trigger.term.is_verb and trigger.first and lower[trigger.first - 1] == "-":
            # "the best-selling car", "a newly-pledged $3m": an adjective.
            return None
        if sentence.walls is not None:
            cost = (
                sentence.walls[draft.first - sentence.first] - sentence.walls[trigger.last - sentence.first]
            )
        else:
            cost = self._wall(trigger.last, draft.first)
            if self._in_aside(trigger.first, trigger.last, draft.first, sentence.first):
                cost += 12
        if trigger.term.is_verb:
            if draft.kind == "count" and lower[draft.first - 1] == "at":
                # "closed at 2,971": a level of what closed, and nothing that was closed.
                return None
            if noun is None and draft.kind == "count" and not self._is_next(trigger, draft):
                # "cut its target from 40": a bare number is no thing that is sold or cut, but right behind.
                return None
            if lower[draft.first - 1] in LOCATIVES:
                cost += 8
            if draft.kind == "money":
                cost += 0.5
            if lower[draft.first - 1] in NO_OBJECT or lower[draft.first - 2] in NO_OBJECT:
                cost += 8
        if trigger.term.metrics and not trigger.term.verb_metrics and not trigger.term.metrics[0].counts:
            head = self._own_head(draft)
            if head is not None:
                # Two things that are counted: "staff said that [3,000 people] wait".
                cost *= 2 if head == "person" else 6
        if trigger.term.is_participle and lower[trigger.last] == "by":
            cost += 8
        return cost

    def _is_next(self, trigger: Trigger, draft: Draft) -> bool:
        """Whether nothing but hedges stands between a verb and its number: "sold almost 40"."""
        lower = self.lower
        return all(
            lower[index] in HEDGE_WORDS or lower[index] in ("up", "to", "another")
            for index in range(trigger.last, draft.first)
        )

    def _wall(self, first: int, last: int) -> float:
        """Return what it costs to read across the words from `first` to `last`, asides apart."""
        lower = self.lower
        cost = 0.0
        depth = 0
        aside = False
        for index in range(first, last):
            word = lower[index]
            depth += (word in "(<") - (word in ")>")
            # "shares in Acme, which is building a bridge, fell"
            if word == ",":
                aside = not aside and lower[index + 1] in RELATIVE_WORDS
            if aside:
                cost += 0.2
                continue
            # A ticker or an aside in brackets is no distance.
            cost += 1.0 + BARRIERS.get(word, 0.0) if depth <= 0 else 0.1
        return cost

    def _in_aside(self, first: int, last: int, end: int, begin: int) -> bool:
        """Whether a word is of a relative clause closed before `end`: "a unit, which sells [x], fell"."""
        lower = self.lower
        for index in range(first - 1, max(begin, first - 14), -1):
            if lower[index] == ",":
                return lower[index + 1] in RELATIVE_WORDS and "," in lower[last:end]
        return False

    def _cost_after(
        self, draft: Draft, trigger: Trigger, noun: tuple[int, int] | None, change: Change | None
    ) -> float | None:
        lower = self.lower
        start = noun[1] if noun is not None else draft.last
        if trigger.first < start:
            return None if trigger.last > start or trigger.term.is_verb else 2.0 + (start - trigger.last)
        if lower[start : start + 2] == ["-", "plus"]:
            start += 2
        if change is not None and change.first >= draft.last:
            start = max(start, change.last)
        between = lower[start : trigger.first]
        if trigger.term.verb_metrics and trigger.term.is_participle:
            if all(word in PASSIVE for word in between):
                return 0.5
            cost = 5.0 + len(between) * 2
        elif trigger.term.name and not is_ratio(draft):
            # "a $13m share buyback": a subject's noun is a modifier behind the number.
            return None
        elif between == ["on"] and trigger.term.metrics[:1] and trigger.term.metrics[0].code == "revenue":
            # "earned 17 cents on revenue of 3 million"
            return None
        elif not between:
            cost = 0.5
        elif noun is not None:
            return None
        elif between[0] in ("on", "for", "from") and draft.kind == "growth" and change is not None:
            # "traffic grew 2 percent on a rise in capacity": the reason, and not what grew.
            cost = 8.0 + len(between) * 2
        elif (between[0] in LINKS or self._may_narrow(start)) and all(
            lower[index] in DETERMINERS or self._may_narrow(index)
            for index in range(start + 1, trigger.first)
        ):
            # "$3m in grants": tied to the number more closely than what stands before it.
            cost = 0.2 if between[0] in ("in", "of") and draft.kind == "money" else len(between) * 0.6
        else:
            cost = 6.0 + len(between) * 2
        if not HIGH_BARRIERS.isdisjoint(between):
            return None
        return cost

    def _may_narrow(self, token: int) -> bool:
        return is_word(self.lower[token]) or self.document.words[token][0].isupper()

    def _is_counted_with(self, trigger: Trigger, drafts: list[Draft], change: Change | None) -> bool:
        """Whether a verb counts something that changed: "sold 500 cars, up 3 percent", "3 percent more"."""
        if change is not None and change.rule == "comparative after":
            return True
        return any(
            level.first == trigger.first
            for level in (self.levels.get(id(other)) for other in drafts)
            if level is not None
        )

    def _is_verb_here(self, trigger: Trigger, draft: Draft) -> bool:
        """Whether words that may be noun or verb stand as a verb: "to pay $3m", "cars ordered"."""
        if trigger.first >= draft.last:
            return trigger.term.is_participle
        before = self.lower[trigger.first - 1] if trigger.first else ""
        if before in MODALS:
            return True
        return trigger.last == draft.first and before not in DETERMINERS and before not in LINKS

    def _is_fund(self, trigger: Trigger) -> bool:
        """Whether it is a fund that moves, in what it is worth: "the hedge [fund] fell 3 percent"."""
        return (
            self.lower[trigger.last - 1] in FUNDS
            and self.lower[trigger.first - 1] not in RESERVED
            and self.lower[trigger.last] not in NO_FUND
        )

    def _from_trigger(self, trigger: Trigger, cls: str, draft: Draft, cost: float) -> Level:
        nouns = trigger.term.rows_for(cls, draft.kind)[0]
        verbs = trigger.term.rows_for(cls, draft.kind)[1]
        as_verb = bool(verbs) and (not nouns or self._is_verb_here(trigger, draft))
        if (
            not as_verb
            and self.lower[trigger.first] in BALANCES
            and (fuller := self._balance(trigger, draft)) is not None
        ):
            return fuller
        if draft.kind == "growth" and cls == "percent" and self._is_fund(trigger):
            return Level("fund value", (), trigger.first, trigger.last, "noun", 0.8)
        words = "" if as_verb else self.words_of(trigger)
        if words and trigger.term.name and nouns[0] is not trigger.term.metrics[0]:
            # The name is that of another row of the same word: a share that is held, and no share price.
            words = self.text_of((self.narrowed_from(trigger), trigger.last))
        if (
            words
            and not trigger.term.name
            and (whole := self._whole_compound(trigger, draft, cls)) is not None
        ):
            return whole
        return Level(
            words,
            verbs if as_verb else nouns,
            trigger.first,
            trigger.last,
            "verb" if as_verb else "noun",
            1.0 if cost <= 8 else 0.8 if cost <= 14 else 0.6,
        )

    def _whole_compound(self, trigger: Trigger, draft: Draft, cls: str) -> Level | None:
        """Return the level of a compound that a metric word only begins: "[bond] purchases of 3 million"."""
        limit = draft.first if trigger.last <= draft.first else len(self.lower)
        last = counted_head(self.lower, trigger.last, limit)
        if last == trigger.last or (draft.kind == "growth" and self.lower[trigger.last] in CHANGES):
            return None
        words = self.text_of((self.narrowed_from(trigger), last))
        for term in self.lexicon.terms.get(self.lower[last - 1], ()) if self.lower[last - 1] in FLOWS else ():
            rows = term.rows_for(cls, draft.kind)[0] if not term.rest else ()
            if rows:
                return Level(words, rows, last - 1, last, "head of compound", 0.9)
        return Level(words, (), trigger.first, last, "head of compound", 0.8)

    def _compatible(self, level: Level, one: Draft, other: Draft) -> bool:
        """Whether a figure may take the level of the one before: the same class, or a change of it."""
        if self.is_too_dear(other, level.metrics):
            return False
        a, b = self.class_of(one), self.class_of(other)
        if "duration" in (a, b):
            return a == b
        if one.kind == "growth" or other.kind == "growth":
            return a == b or "percent" in (a, b)
        return a == b and (a != "percent" or one.kind == other.kind or "percent" in (one.kind, other.kind))

    def _same_noun(self, level: Level, draft: Draft) -> bool:
        """Whether words of the text's own may be carried: not from "cars" to a count of trucks."""
        noun = self.nouns[id(draft)]
        if noun is None or draft.kind == "growth":
            return True
        head = singular(self.lower[noun[1] - 1])
        return bool(level.metrics) and (
            level.metrics[0].counts or head in self.lexicon.generic_nouns or head == "person"
        )
