"""Which words of a sentence name the level that a number is, or changes: the governing words.

Of the metric words of a sentence, the one at the least cost governs a number: cost is distance, plus
what a reader does not read across (other figures, commas, the next clause). A number without a word
of its own takes the level of the figure before it ("to 68,445 from 82,093"), then the subject of its
verb, then the level of the sentence before.
"""

from bisect import bisect_left
from dataclasses import dataclass

from flows.extraction.change_words import CHANGES, plural, singular
from flows.extraction.document import Document
from flows.extraction.figure import Draft
from flows.extraction.kinds import NAMED_CHANGES, Change, is_ratio
from flows.extraction.metric_lexicon import Lexicon, Metric, Trigger
from flows.extraction.noun_phrases import (
    COPULAS,
    VERBS,
    counted_noun,
    counted_of,
    is_word,
    phrase_after,
    subject_before,
)

COST_CAP = 26.0
HEDGE_WORDS = frozenset(
    "about around nearly almost some over more less than at least an estimated only just roughly".split()
)
# A verb does not reach over these to a bare number: "closed above the 950 level".
NO_OBJECT = frozenset("above below near at to from against under".split())
LOCATIVES = frozenset("in across among within throughout through via on for by with".split())
POSSESSIVES = frozenset("'s ’s its their his her our".split())
# Heads that hold a measure and are none: "the market grew 3 percent".
HOLDERS = frozenset(
    """market markets industry industries business businesses company companies firm firms group groups brand
    brands division divisions sector sectors maker makers carmaker retailer bank banks unit region country
    countries economies segment category government analysts economists officials experts brokers investors
    which that who it they this""".split()
)
# Words for a number as such: they name no level.
NUMBER_NOUNS = frozenset(
    """forecast forecasts estimate estimates target targets goal goals expectation expectations projection
    guidance level levels figure figures mark limit threshold chance points point number average mean median
    range low high peak record milestone barrier prediction consensus range""".split()
)
EMPTY_ADJECTIVES = frozenset(
    "national annual average new same highest lowest current previous high low flat overall general".split()
)
NO_NOUNS = frozenset("worth each apiece plus extra cash compared short away ahead late early".split())
NAMELESS = HOLDERS | NUMBER_NOUNS
MILESTONES = frozenset("milestone mark barrier threshold".split())
LINKS = frozenset("of in for on from worth - 's ’s".split())
DETERMINERS = frozenset("the a its their his her our new annual 's ’s - total this that".split())
RELATIVE_WORDS = frozenset("who which that".split())
COMPLEMENT_LINKS = frozenset("for to in on of with by from the a an their its his her at into out up".split())
# Dimensions that say by themselves what is measured.
IMPLIED_METRICS = frozenset(("speed", "temperature", "fuel economy", "fuel consumption", "pressure"))
MARKET_CODES = frozenset(("share_price", "stock_index"))
PASSIVE = frozenset("- were was been have had has being that are is which be".split())
MODALS = frozenset("to will would can could may might must should not".split())
BARRIERS = {
    ",": 2.0,
    ";": 10.0,
    ":": 4.0,
    "while": 6.0,
    "but": 6.0,
    "although": 6.0,
    "which": 3.0,
    "who": 4.0,
    "because": 6.0,
    "as": 3.0,
    "after": 4.0,
    "when": 4.0,
    "said": 3.0,
    "than": 1.0,
}


@dataclass(slots=True)
class Level:
    """A named level.

    Attributes:
        words: as the text says it; empty where the metric row's own name is to be used.
        metrics: the rows that it may be, the likeliest first; empty for words of the text's own.
        first, last: the tokens that name it.
        source: the draft whose level this is, where it was taken over.
    """

    words: str
    metrics: tuple[Metric, ...]
    first: int
    last: int
    rule: str
    confidence: float = 1.0
    source: Draft | None = None

    def taken_over(self, source: Draft, rule: str, confidence: float, cls: str, kind: str) -> "Level | None":
        """Return this level for another figure, None where no row permits its class of number."""
        metrics = tuple(metric for metric in self.metrics if metric.permits(cls, kind))
        if self.metrics and not metrics:
            return None
        return Level(
            self.words,
            metrics,
            self.first,
            self.last,
            rule,
            min(confidence, self.confidence),
            self.source or source,
        )


@dataclass(slots=True)
class Sentence:
    """What the finder needs to know of a sentence: token range, figures, metric words, the figures before."""

    first: int
    last: int
    drafts: list[Draft]
    triggers: list[Trigger]
    previous: list[Draft]


class LevelFinder:
    """Finds the level of each draft of one document."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        dated: set[int],
        named: set[int],
        drafts: list[Draft],
    ) -> None:
        self.document = document
        self.lower = document.lower
        self.dated = dated
        self.name_tokens = named
        self.openers = {first for first, _ in document.sentences}
        self.lexicon = lexicon
        self.levels: dict[int, Level] = {}
        self.changes: dict[int, Change] = {}
        self.nouns: dict[int, tuple[int, int] | None] = {}
        self.named: dict[tuple[Metric, ...], list[Trigger]] = {}
        self.named_to = 0
        self.read: list[Draft] = []
        self.figure_tokens = {index for draft in drafts for index in range(draft.first, draft.last)}
        self.triggers = [trigger for trigger in lexicon.find(document.lower) if not self._in_name(trigger)]
        market = sum(
            trigger.term.metrics[0].code in MARKET_CODES for trigger in self.triggers if trigger.term.metrics
        )
        self.is_market_report = market > 3

    def _in_name(self, trigger: Trigger) -> bool:
        """Whether a metric word is part of a proper name: "the Federal Reserve", "HSBC Holdings"."""
        words = self.document.words
        if trigger.last - trigger.first > 1 or trigger.term.name or not words[trigger.first][0].isupper():
            return False
        index = trigger.first
        if index in self.name_tokens and (index + 1 in self.name_tokens or index - 1 in self.name_tokens):
            return True
        before = index > 0 and words[index - 1][0].isupper() and words[index - 1] not in ("The", "In")
        after = trigger.last < len(words) and words[trigger.last][0].isupper()
        if not before and not after:
            return False
        # A headline capitalises every word, a table row its first.
        first, last = self.document.sentences[self.document.sentence_at(index)]
        lower_words = sum(words[i][0].islower() for i in range(first, last))
        return index > first and lower_words * 2 > last - first

    def class_of(self, draft: Draft) -> str:
        """Return the class of number that metric rows permit: count, money, percent, measure, duration."""
        if is_ratio(draft):
            return "percent"
        unit = draft.unit or ""
        head = unit.split(" per ", 1)[0]
        if draft.kind == "money" or (len(head) == 3 and head.isupper()):
            return "money"
        if draft.kind in ("measure", "duration"):
            return draft.kind
        return "measure" if head in self.lexicon.measure_units else "count"

    def noun_of(self, draft: Draft, last: int) -> tuple[int, int] | None:
        """Return the counted noun phrase of a draft: the reader's, or the words behind a bare count."""
        if draft.noun_first is not None and draft.noun_last is not None:
            return draft.noun_first, draft.noun_last
        if draft.kind in ("count", "ordinal_milestone", "growth") and not is_ratio(draft):
            token = draft.last
            if token < last and self.lower[token] == "-":
                token += 1
            return counted_noun(self.document, token, last)
        return None

    def find(self, draft: Draft, position: int, sentence: Sentence) -> Level | None:
        """Return the level that governs `draft`, the figure at `position` of its sentence."""
        self.read.append(draft)
        cls = self.class_of(draft)
        noun = self.nouns[id(draft)]
        if draft.unit == "times" and draft.kind == "rate":
            likelihood = self._likelihood(draft, sentence)
            if likelihood is not None:
                return likelihood
        if noun is not None and draft.kind != "growth":
            own = self._own_noun(draft, cls, noun, sentence)
            if own is not None:
                return own
        drafts = sentence.drafts
        own_from = drafts[position - 1].last if position else sentence.first
        own_to = drafts[position + 1].first if position + 1 < len(drafts) else sentence.last
        best = own_best = None
        best_cost = own_cost = COST_CAP
        change = self.changes.get(id(draft))
        firsts = [other.first for other in drafts]
        ratio_change = draft.kind == "growth" and (cls == "percent" or draft.unit == "point")
        for trigger in sentence.triggers:
            nouns, verbs = trigger.term.rows_for(cls, draft.kind)
            if not (nouns or verbs) or (trigger.term.is_bare and self._is_bare(trigger)):
                continue
            if self.lower[trigger.last - 1].endswith("ing") and self.lower[
                trigger.last : trigger.last + 1
            ] == ["to"]:
                continue
            if change is not None and trigger.first < change.last and trigger.last > change.first:
                if trigger.last - trigger.first == 1:
                    continue
            elif ratio_change and not nouns and not self._is_counted_with(trigger, drafts, change):
                continue
            cost = self._cost(draft, trigger, firsts, noun, change)
            if cost is None:
                continue
            if cost < best_cost:
                best_cost, best = cost, trigger
            # What comes after the number and is not tied to it is the text's business, not the number's.
            if trigger.first >= draft.last and cost > 5:
                continue
            if cost < own_cost and own_from <= trigger.first and trigger.last <= own_to:
                own_cost, own_best = cost, trigger
        implied = self.lexicon.measure_units.get(draft.unit or "", "")
        if implied in IMPLIED_METRICS and (own_best is None or own_best.term.is_verb):
            return Level(implied, (), draft.first, draft.last, "unit", 0.8)
        if own_best is None or own_cost > 4 or (own_best.term.is_verb and own_best.last <= draft.first):
            direct = self._direct_phrase(draft, sentence)
            if direct is not None:
                return direct
        if own_best is not None:
            return self._from_trigger(own_best, cls, draft, own_cost)
        for other in reversed(drafts[:position]):
            level = self.levels.get(id(other))
            if level is not None and self._compatible(other, draft) and self._same_noun(level, draft):
                level = level.taken_over(other, "as the figure before", 0.8, cls, draft.kind)
                if level is not None:
                    return level
        if best is not None:
            return self._from_trigger(best, cls, draft, best_cost)
        return self._fallback(draft, cls, noun, sentence, change)

    def _likelihood(self, draft: Draft, sentence: Sentence) -> Level | None:
        """Return the level of "four times more likely to own a car"."""
        lower = self.lower
        for index in range(draft.last, min(draft.last + 4, sentence.last)):
            if lower[index] == "likely":
                end = index + 1
                while end < min(index + 8, sentence.last) and (lower[end][0].isalnum() or lower[end] == "-"):
                    if lower[end] in ("than", "compared", "as"):
                        break
                    end += 1
                return Level("likelihood " + self.text_of((index + 1, end)), (), index, end, "likely to")
        return None

    def _own_noun(self, draft: Draft, cls: str, noun: tuple[int, int], sentence: Sentence) -> Level | None:
        lower = self.lower
        head = singular(lower[noun[1] - 1])
        for trigger in sentence.triggers:
            if noun[0] <= trigger.first and trigger.last == noun[1] and trigger.term.metrics:
                metrics = trigger.term.rows_for(cls, draft.kind)[0]
                if metrics:
                    return Level(self.words_of(trigger), metrics, trigger.first, trigger.last, "counted noun")
        if head in self.lexicon.generic_nouns:
            return None
        before = self._before(draft, sentence.first)
        if before not in POSSESSIVES and before not in LOCATIVES and before not in ("to", "from"):
            return None
        if before in ("to", "from") and any(
            word in CHANGES or word in COPULAS or word in ("up", "down", "compared")
            for word in lower[max(sentence.first, draft.first - 6) : draft.first - 1]
        ):
            return None
        for trigger in sentence.triggers:
            if trigger.first >= noun[1]:
                if trigger.term.is_participle and all(w in PASSIVE for w in lower[noun[1] : trigger.first]):
                    return None
                break
        return Level(plural(head), (), noun[0], noun[1], "counted noun", 0.8)

    def _before(self, draft: Draft, first: int) -> str:
        """Return the word before a number and its hedge: "by [about] 100,000 people"."""
        index = draft.first - 1
        while index >= first and self.lower[index] in HEDGE_WORDS:
            index -= 1
        return self.lower[index] if index >= first else ""

    def _cost(
        self,
        draft: Draft,
        trigger: Trigger,
        firsts: list[int],
        noun: tuple[int, int] | None,
        change: Change | None,
    ) -> float | None:
        """Return what it costs to read `trigger` as the level of `draft`; None where it cannot be."""
        if trigger.term.name and self.lower[trigger.first - 1 : trigger.first] in (
            ["per"],
            ["a"],
            ["each"],
        ):
            return None
        if trigger.last <= draft.first:
            cost = self._cost_before(draft, trigger, change)
        else:
            cost = self._cost_after(draft, trigger, noun, change)
        if cost is None:
            return None
        if trigger.last <= draft.first:
            passed = bisect_left(firsts, draft.first) - bisect_left(firsts, trigger.last)
        else:
            passed = bisect_left(firsts, trigger.first) - bisect_left(firsts, draft.last)
        cost += 3 * max(passed, 0)
        if trigger.term.metrics and self.lower[trigger.first - 1 : trigger.first] in (
            ["of"],
            ["per"],
            ["by"],
            ["for"],
            ["despite"],
        ):
            cost += 2
        return cost

    def _cost_before(self, draft: Draft, trigger: Trigger, change: Change | None) -> float | None:
        lower = self.lower
        if trigger.term.is_verb and change is not None and is_ratio(draft) and trigger.last > change.first:
            return None
        cost = 0.0
        depth = 0
        aside = False
        for index in range(trigger.last, draft.first):
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
        if trigger.term.is_verb and lower[draft.first - 1] in LOCATIVES:
            cost += 8
        if trigger.term.is_verb and draft.kind == "money":
            cost += 0.5
        if trigger.term.is_verb and lower[trigger.first - 1] == "-":
            # "a newly-pledged $3m"
            cost += 8
        head = self._own_head(draft)
        if (
            head is not None
            and trigger.term.metrics
            and not trigger.term.metrics[0].counts
            and not trigger.term.verb_metrics
        ):
            # Two things that are counted: "staff said that [3,000 people] wait".
            cost *= 2 if head == "person" else 6
        if trigger.term.is_participle and lower[trigger.last] == "by":
            cost += 8
        if trigger.term.is_verb and any(word in NO_OBJECT for word in lower[draft.first - 2 : draft.first]):
            cost += 8
        return cost

    def _own_head(self, draft: Draft) -> str | None:
        """Return the singular noun that a level counts by its own words, None where it is generic."""
        noun = self.nouns[id(draft)]
        if noun is None or draft.kind == "growth":
            return None
        head = singular(self.lower[noun[1] - 1])
        return None if head in self.lexicon.generic_nouns else head

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
        elif not between:
            cost = 0.5
        elif noun is not None:
            return None
        elif (between[0] in LINKS or self._may_narrow(start)) and all(
            lower[index] in DETERMINERS or self._may_narrow(index)
            for index in range(start + 1, trigger.first)
        ):
            # "$3m in grants": tied to the number more closely than what stands before it.
            cost = 0.2 if between[0] in ("in", "of") and draft.kind == "money" else len(between) * 0.6
        else:
            cost = 6.0 + len(between) * 2
        if any(BARRIERS.get(word, 0.0) >= 2 for word in between):
            return None
        return cost

    def _may_narrow(self, token: int) -> bool:
        return is_word(self.lower[token]) or self.document.words[token][0].isupper()

    def _from_trigger(self, trigger: Trigger, cls: str, draft: Draft, cost: float) -> Level:
        nouns = trigger.term.rows_for(cls, draft.kind)[0]
        verbs = trigger.term.rows_for(cls, draft.kind)[1]
        as_verb = bool(verbs) and (not nouns or self._is_verb_here(trigger, draft))
        return Level(
            "" if as_verb else self.words_of(trigger),
            verbs if as_verb else nouns,
            trigger.first,
            trigger.last,
            "verb" if as_verb else "noun",
            1.0 if cost <= 8 else 0.8 if cost <= 14 else 0.6,
        )

    def _is_counted_with(self, trigger: Trigger, drafts: list[Draft], change: Change | None) -> bool:
        """Whether a verb counts something that changed: "sold 500 cars, up 3 percent", "3 percent more"."""
        if change is not None and change.rule == "comparative after":
            return True
        return any(
            level.first == trigger.first
            for level in (self.levels.get(id(other)) for other in drafts)
            if level is not None
        )

    def _is_bare(self, trigger: Trigger) -> bool:
        """Whether a noun that says nothing by itself stands alone: "the national rate of 5 percent"."""
        start = self.narrowed_from(trigger)
        return all(self.lower[index] in EMPTY_ADJECTIVES for index in range(start, trigger.first))

    def _is_verb_here(self, trigger: Trigger, draft: Draft) -> bool:
        """Whether words that may be noun or verb stand as a verb: "to pay $3m", "cars ordered"."""
        if trigger.first >= draft.last:
            return trigger.term.is_participle
        before = self.lower[trigger.first - 1] if trigger.first else ""
        if before in MODALS:
            return True
        return trigger.last == draft.first and before not in DETERMINERS and before not in LINKS

    def words_of(self, trigger: Trigger) -> str:
        """Return the noun with up to three words that narrow it: "domestic car sales"."""
        if trigger.term.is_verb or trigger.term.name:
            return trigger.term.name
        start = self.narrowed_from(trigger)
        return " ".join(self.lower[start : trigger.last]).replace(" - ", "-")

    def narrowed_from(self, trigger: Trigger) -> int:
        """Return the first token of the words that narrow a metric noun."""
        lower = self.lower
        start = trigger.first
        while start > 0 and trigger.first - start < 4:
            word = lower[start - 1]
            if word == "-" and start > 1 and self.document.joined(start):
                start -= 1
                continue
            if (
                not is_word(word)
                or start - 1 in self.figure_tokens
                or self._is_proper(start - 1)
                or (word in CHANGES and not (trigger.term.is_bare and word not in NAMED_CHANGES))
                or word in VERBS
                or start - 1 in self.dated
                or (word.endswith(("ed", "ing")) and word not in ("operating", "trading", "used"))
            ):
                break
            start -= 1
        while lower[start] == "-" or (start > 0 and lower[start - 1] == "-" and start < trigger.first):
            start += 1
        return start

    def _is_proper(self, token: int) -> bool:
        """Whether a word is capitalised for more than opening its sentence."""
        return self.document.words[token][0].isupper() and (
            token not in self.openers or token in self.name_tokens
        )

    def _direct_phrase(self, draft: Draft, sentence: Sentence) -> Level | None:
        """Return the level that the number itself modifies: "0.25 percent sulphur", "a $9m settlement"."""
        if draft.kind not in ("percent", "money", "measure"):
            return None
        token = draft.last
        if token < sentence.last and self.lower[token] == "-":
            token += 1
        phrase = phrase_after(self.document, token, sentence.last)
        if phrase is None or self.document.words[phrase[1] - 1][0].isupper():
            return None
        head = self.lower[phrase[1] - 1]
        if (
            self.lower[phrase[0]] in VERBS
            or head in HOLDERS
            or head.endswith("ly")
            or head in CHANGES
            or head in NUMBER_NOUNS
        ):
            return None
        return Level(self.text_of(phrase), (), *phrase, "noun behind the number", 0.7)

    def _fallback(
        self,
        draft: Draft,
        cls: str,
        noun: tuple[int, int] | None,
        sentence: Sentence,
        change: Change | None,
    ) -> Level | None:
        lower = self.lower
        if cls == "count" and noun is not None and draft.kind != "growth":
            head = singular(lower[noun[1] - 1])
            if lower[noun[1] : noun[1] + 1] and lower[noun[1]] in MILESTONES:
                level = self._counted_before(draft)
                if level is not None:
                    return level
            if head not in self.lexicon.generic_nouns:
                return self._noun_and_verb(head, noun, sentence)
        if cls in ("money", "measure", "duration") and draft.kind != "growth":
            if self._before(draft, sentence.first) == "of":
                of = draft.first - 1
                while lower[of] != "of":
                    of -= 1
                start = self._phrase_start(of, sentence.first)
                if start < of and lower[of - 1] not in NAMELESS:
                    return Level(self.text_of((start, of)), (), start, of, "own words of", 0.7)
            token = draft.last
            if token < sentence.last and lower[token] in ("of", "in", "-"):
                token += 1
            phrase = phrase_after(self.document, token, sentence.last)
            if phrase is not None and not self.document.words[phrase[1] - 1][0].isupper():
                return Level(self.text_of(phrase), (), *phrase, "own words after", 0.6)
        phrase = self._changed_phrase(draft, change, sentence)
        if phrase is not None and lower[phrase[1] - 1] not in NAMELESS:
            return Level(self.text_of(phrase), (), *phrase, "own words before", 0.6)
        if self.is_market_report and phrase is None and change is not None and draft.kind == "growth":
            level = self._share_price(change)
            if level is not None:
                return level
        before = sentence.previous
        if draft.kind == "growth":
            # Like follows like: "The shares rose 12 percent ... Acme gained 3 percent".
            before = [d for d in before if d.kind != "growth"] + [d for d in before if d.kind == "growth"]
        for other in reversed(before):
            level = self.levels.get(id(other))
            if level is None or not self._compatible(other, draft):
                continue
            if draft.kind == "growth" and other.kind != "growth" and not level.metrics:
                continue
            level = level.taken_over(other, "as the sentence before", 0.6, cls, draft.kind)
            if level is not None:
                return level
        if phrase is not None and draft.kind == "growth" and lower[phrase[1] - 1] in HOLDERS:
            return Level(self.text_of(phrase), (), *phrase, "own words before", 0.5)
        return self._named_most(draft, cls, sentence.first)

    def _counted_before(self, draft: Draft) -> Level | None:
        """Return the level of the last count that was made of something: what a milestone is one of."""
        for other in reversed(self.read):
            level = self.levels.get(id(other))
            if level is not None and level.metrics and level.metrics[0].counts and other is not draft:
                return level.taken_over(other, "milestone", 0.6, "count", draft.kind)
        return None

    def _phrase_start(self, end: int, first: int) -> int:
        """Return where the lower-case noun phrase that ends before token `end` begins: up to three words."""
        start = end
        while start > first and end - start < 3:
            word = self.lower[start - 1]
            if not is_word(word) or word in VERBS or self.document.words[start - 1][0].isupper():
                break
            start -= 1
        return start

    def _noun_and_verb(self, head: str, noun: tuple[int, int], sentence: Sentence) -> Level:
        """Return a count's own words: the noun, and what those counted do or suffer, to its complement."""
        lower = self.lower
        index = noun[1]
        if index < sentence.last and lower[index] in ("in", "at", "on", "from"):
            # "people in 22 countries were questioned"
            while index < sentence.last and index < noun[1] + 6 and lower[index] not in PASSIVE:
                index += 1
        while index < sentence.last and (lower[index] in PASSIVE or lower[index] in RELATIVE_WORDS):
            index += 1
        end = index
        if (
            index < sentence.last
            and lower[index].isalpha()
            and (
                lower[index].endswith(("ed", "ing"))
                or lower[index] in VERBS
                or lower[index - 1] in RELATIVE_WORDS
            )
        ):
            end = index + 1
            while end < sentence.last and end < index + 6 and lower[end] in COMPLEMENT_LINKS:
                end += 1
            phrase = phrase_after(self.document, end, sentence.last)
            end = phrase[1] if phrase is not None else index + 1
        verb = self.text_of((index, end)) if end > index else ""
        return Level(f"{plural(head)} {verb}".strip(), (), noun[0], max(end, noun[1]), "own words", 0.7)

    def _changed_phrase(
        self, draft: Draft, change: Change | None, sentence: Sentence
    ) -> tuple[int, int] | None:
        """Return the noun phrase that changed ("spending fell 3 percent", "a 3 percent cut in spending")."""
        lower = self.lower
        if change is not None and change.first >= draft.last:
            token = change.last
            if token < sentence.last and lower[token] in ("in", "of", "for", "on"):
                token += 1
                while token < sentence.last and lower[token] in DETERMINERS:
                    token += 1
                phrase = phrase_after(self.document, token, sentence.last)
                if phrase is not None:
                    return counted_of(self.document, *phrase, sentence.last)
            return subject_before(self.document, sentence.first, draft.first)
        if change is not None and change.rule == "change word by":
            token = change.last
            while token < draft.first and (
                lower[token] in DETERMINERS or self.document.words[token][0].isupper()
            ):
                token += 1
            phrase = phrase_after(self.document, token, draft.first)
            if phrase is not None:
                return phrase
        if change is not None and change.rule == "particle before":
            return subject_before(self.document, sentence.first, change.last, change.first)
        return subject_before(
            self.document, sentence.first, change.last if change is not None else draft.first
        )

    def _share_price(self, change: Change) -> Level | None:
        """Return the share price, in a market report, where a company itself rises or falls."""
        words = self.document.words
        before = [words[i] for i in range(max(0, change.first - 2), change.first)]
        if not any(word[0].isupper() or word == ")" for word in before):
            return None
        for trigger in self.triggers:
            if trigger.term.name and trigger.term.metrics and trigger.term.metrics[0].code == "share_price":
                return Level("", trigger.term.metrics, change.first, change.last, "market report", 0.7)
        return None

    def _named_most(self, draft: Draft, cls: str, first: int) -> Level | None:
        """Return the level that the text before token `first` names most often, the later one of two."""
        while self.named_to < len(self.triggers) and self.triggers[self.named_to].first < first:
            trigger = self.triggers[self.named_to]
            if trigger.term.metrics:
                self.named.setdefault(trigger.term.metrics, []).append(trigger)
            self.named_to += 1
        best: tuple[int, int, Trigger] | None = None
        for triggers in self.named.values():
            latest = triggers[-1]
            if latest.term.rows_for(cls, draft.kind)[0] and (
                best is None or (len(triggers), latest.first) > (best[0], best[1])
            ):
                best = len(triggers), latest.first, latest
        if best is None:
            return None
        trigger = best[2]
        metrics = trigger.term.rows_for(cls, draft.kind)[0]
        return Level(self.words_of(trigger), metrics, trigger.first, trigger.last, "named before", 0.4)

    def _compatible(self, one: Draft, other: Draft) -> bool:
        """Whether one figure may take the level of another: the same class, or a change of it."""
        a, b = self.class_of(one), self.class_of(other)
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

    def text_of(self, phrase: tuple[int, int]) -> str:
        """Return a phrase in lower case, hyphens closed."""
        return " ".join(self.lower[phrase[0] : phrase[1]]).replace(" - ", "-")
