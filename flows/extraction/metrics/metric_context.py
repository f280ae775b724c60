"""What the rules of one document share: its metric words, changes and counted nouns, and named levels."""

from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.asides import Aside
from flows.extraction.metrics.compound_heads import IDLE_HEADS, is_of_idle_head
from flows.extraction.metrics.index_names import with_indices
from flows.extraction.metrics.metric_lexicon import Lexicon, Metric, Trigger
from flows.extraction.numbers.change_frames import NAMED_CHANGES, Change, is_ratio
from flows.extraction.text.change_words import CHANGE_NOUNS, CHANGE_VERBS, CHANGES, singular
from flows.extraction.text.document import Document
from flows.extraction.text.level_words import ARTICLES, COMPARED, HEDGE_WORDS, MARKET_CODES, MODALS
from flows.extraction.text.noun_phrases import COPULAS, VERBS, counted_noun, is_word
from flows.extraction.text.result_names import AMORTISATION
from flows.extraction.text.verb_words import OBJECT_BASE, is_adverb

# Names of what is traded, before a noun: "oil companies". Not "made public".
ADJUNCTS: Final = frozenset("oil crude brent".split())
# Behind a hyphen, that leaves what is measured as it is: "the profit-forecast".
ADDED: Final = frozenset(CHANGE_NOUNS) | frozenset(
    "price prices rate rates share forecast target estimate level index per to and in".split()
)
# An economy is a place, too: it is what is measured where it grows or has a size.
ECONOMIES: Final = frozenset("economy economies".split())
SIZES: Final = frozenset(
    "size output forecast forecasts estimate estimates percent pct % half third quarter".split()
)
LINKING: Final = frozenset("in of to for from at on with by".split())
NARROWING: Final = frozenset("the its their his her our a an 's ’s - overall second third".split())
GOING_ON: Final = frozenset(", ( that which".split())
BEFORE_VERBS: Final = MODALS | {"has", "had", "have"}
ACCOUNTS: Final = frozenset("shr revs net".split())
PERCENT: Final = "percent"
# Markets do it, and nobody trades that much: "5 percent in extended trade", "trades at 12 times earnings".
SESSIONS: Final = frozenset(
    """extended hours early morning midday afternoon late regular premarket market session day electronic
    intraday asian european london frankfurt tokyo active heavy light thin volatile choppy wall""".split()
)
QUOTED_AT: Final = frozenset("at around near about above below up down higher lower between".split())
# "Analysts polled by Acme expected": who tells, unless it is said how many.
ASKED: Final = frozenset("polled surveyed questioned interviewed".split())
MADE_SO: Final = frozenset("public available clear possible easier harder sure redundant up".split())
# Money from which no single share costs it.
DEAREST_SHARE: Final = 2_000_000
# How many figures back and ahead, and how many words to each side, a figure is read in.
REACH_BACK, REACH_AHEAD, REACH_WORDS = 12, 6, 80


class Level:
    """A named level.

    Attributes:
        words: as the text says it; empty where the metric row's own name is to be used.
        metrics: the rows that it may be, the likeliest first; empty for words of the text's own.
        first, last: the tokens that name it.
        source: the draft whose level this is, where it was taken over.
    """

    def __init__(
        self,
        words: str,
        metrics: tuple[Metric, ...],
        first: int,
        last: int,
        rule: str,
        confidence: float = 1.0,
        source: Draft | None = None,
    ) -> None:
        self.words = words
        self.metrics = metrics
        self.first = first
        self.last = last
        self.rule = rule
        self.confidence = confidence
        self.source = source

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


class Sentence:
    """What the finder needs to know of a sentence: token range, figures, metric words, the figures before.

    `walls` is the running sum of what each of its words costs to read across, None where brackets or
    relative clauses make that depend on where one starts. `asides` are what is inserted before its verbs.
    """

    def __init__(
        self,
        first: int,
        last: int,
        drafts: list[Draft],
        triggers: list[Trigger],
        previous: list[Draft],
        walls: list[float] | None = None,
        inserted: tuple[Aside, ...] = (),
    ) -> None:
        self.asides = inserted
        self.first = first
        self.last = last
        self.drafts = drafts
        self.triggers = triggers
        self.previous = previous
        self.walls = walls

    def around(self, position: int) -> "tuple[int, Sentence]":
        """Return the part of the sentence that the figure at `position` is read in, and its position there.

        A table run together is one sentence of thousands of figures: each is read in its own neighbourhood,
        so that the time is linear in the text.
        """
        if len(self.drafts) <= REACH_BACK:
            return position, self
        start = max(0, position - REACH_BACK)
        draft = self.drafts[position]
        low = bisect_left(self.triggers, draft.first - REACH_WORDS, key=first_of)
        high = bisect_left(self.triggers, draft.last + REACH_WORDS, key=first_of)
        near = Sentence(
            self.first,
            self.last,
            self.drafts[start : position + REACH_AHEAD],
            self.triggers[low:high],
            self.previous,
            self.walls,
            self.asides,
        )
        return position - start, near


def first_of(trigger: Trigger) -> int:
    """Return where a trigger begins, to order them by."""
    return trigger.first


def is_many(draft: Draft) -> bool:
    """Whether a count is too large for the types of a maker: "sold 12,000 models" are cars."""
    size = draft.value if draft.value is not None else draft.high
    return size is not None and size >= 300


class MetricContext:
    """The words of one document, as the rules that name levels see them."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        dated: set[int],
        named: set[int],
        places: set[int],
        drafts: list[Draft],
    ) -> None:
        self.document = document
        self.lower = document.lower
        self.dated = dated
        self.name_tokens = named
        self.place_tokens = places
        self.openers = set(document.sentence_firsts)
        self.lexicon = lexicon
        self.levels: dict[int, Level] = {}
        # Of the figures read so far, whose kind no longer changes class.
        self.classes: dict[int, str] = {}
        self.changes: dict[int, Change] = {}
        self.nouns: dict[int, tuple[int, int] | None] = {}
        self.named: dict[tuple[Metric, ...], list[Trigger]] = {}
        self.named_to = 0
        self.read: list[Draft] = []
        self.figure_tokens = {index for draft in drafts for index in range(draft.first, draft.last)}
        self.triggers = [
            trigger
            for trigger in with_indices(document, lexicon)
            if not (self._in_name(trigger) or self._is_noun_of_verb(trigger) or self._is_idle(trigger))
        ]
        market = sum(
            trigger.term.metrics[0].code in MARKET_CODES for trigger in self.triggers if trigger.term.metrics
        )
        self.is_market_report = market > 3
        # Whether a text has the results of a firm as a table: "Shr 17 cts vs 12 cts".
        words = document.vocabulary()
        self.has_accounts = "vs" in words and not ACCOUNTS.isdisjoint(words)
        # Where a text speaks of shares or of an index of them.
        self.share_price: tuple[Metric, ...] = lexicon.share_price if market else ()
        self.speaks_of_economy = not ECONOMIES.isdisjoint(words) or any(
            trigger.term.metrics == lexicon.gdp for trigger in self.triggers
        )

    def _in_name(self, trigger: Trigger) -> bool:
        """Whether a metric word is part of a proper name: "the Federal Reserve", "HSBC Holdings"."""
        words = self.document.words
        if trigger.last - trigger.first > 1 or trigger.term.name or not words[trigger.first][0].isupper():
            return False
        index = trigger.first
        if index in self.name_tokens and (
            index + 1 in self.name_tokens
            or index - 1 in self.name_tokens
            or self.lower[index + 1 : index + 2] in (["'s"], ["’s"])
        ):
            return True
        before = index > 0 and words[index - 1][0].isupper() and words[index - 1] not in ("The", "In")
        after = trigger.last < len(words) and words[trigger.last][0].isupper()
        if not before and not after:
            return False
        # A headline capitalises every word, a table row its first.
        first, last = self.document.sentences[self.document.sentence_at(index)]
        near = range(max(first, index - 20), min(last, index + 20))
        return index > first and sum(words[i][0].islower() for i in near) * 2 > len(near)

    def _is_noun_of_verb(self, trigger: Trigger) -> bool:
        """Whether a plain verb form stands as a noun: "the [plant] emitted 3 tonnes", "their [use] of it"."""
        return (
            trigger.term.is_verb
            and not trigger.term.is_participle
            and trigger.first > 0
            and self.lower[trigger.first - 1] in ARTICLES
        )

    def _is_idle(self, trigger: Trigger) -> bool:
        """Whether a word stands for something else: an [oil] pipeline, [made] public, in the [range] of."""
        lower = self.lower
        word = lower[trigger.last - 1]
        if word in ECONOMIES and trigger.last - trigger.first == 1:
            return not self._is_measured(trigger)
        after = lower[trigger.last] if trigger.last < len(lower) else ""
        if after == ":" and trigger.term.is_verb:
            # "Plants: 14"
            return True
        if (
            after in IDLE_HEADS
            and not trigger.term.is_verb
            and trigger.first - 1 not in self.figure_tokens
            and is_of_idle_head(lower, trigger.first, trigger.last)
        ):
            return True
        if after == "-" and self._is_compounded(trigger.last):
            return True
        if word in ADJUNCTS:
            return after != "" and is_word(after) and after not in VERBS and after not in CHANGE_VERBS
        if word in ("made", "make", "making"):
            return after in MADE_SO
        if word in ("settlement", "delivery") and trigger.first - 1 in self.dated:
            # "for January settlement"
            return True
        if word in ("trade", "trades"):
            return after in QUOTED_AT or (trigger.first > 0 and lower[trigger.first - 1] in SESSIONS)
        if word in ASKED:
            return after == "by" and self.figure_tokens.isdisjoint(range(trigger.first - 5, trigger.first))
        if word in ("deficit", "surplus") and trigger.first and lower[trigger.first - 1] == "in":
            # "the current account was in deficit by 3 million"
            return True
        before = lower[max(0, trigger.first - 2) : trigger.first]
        return word == "range" and (
            "in" in before or "within" in before or PERCENT in lower[trigger.last + 1 : trigger.last + 5]
        )

    def _is_measured(self, economy: Trigger) -> bool:
        """Whether an economy is what grows or has a size: not "cost its economy 3 million"."""
        lower, index = self.lower, economy.first
        while (
            index > 0
            and (is_word(lower[index - 1]) or lower[index - 1] in NARROWING or index - 1 in self.place_tokens)
            and lower[index - 1] not in VERBS
            and lower[index - 1] not in CHANGES
        ):
            index -= 1
        link, head = lower[index - 1], lower[index - 2] if index > 1 else ""
        if link in LINKING and (head in CHANGE_NOUNS or head in SIZES or index - 2 in self.figure_tokens):
            return True
        last = economy.last
        while last < len(lower) and is_adverb(lower[last]):
            last += 1
        after = lower[last] if last < len(lower) else ""
        if after in GOING_ON or (after in CHANGES and after.endswith("ing")):
            return True
        return link not in LINKING and (
            after in CHANGES
            or after in COPULAS
            or after in BEFORE_VERBS
            or after == "of"
            or after.endswith("ed")
        )

    def _is_compounded(self, hyphen: int) -> bool:
        """Whether a hyphen joins a word to one that is what is spoken of: "[pay]-TV", "[cost]-cutting"."""
        lower = self.lower
        return (
            hyphen + 1 < len(lower)
            and lower[hyphen + 1].isalpha()
            and self.document.joined(hyphen)
            and self.document.joined(hyphen + 1)
            and lower[hyphen + 1] not in ADDED
        )

    def class_of(self, draft: Draft) -> str:
        """Return the class of number that metric rows permit: count, money, percent, measure, duration."""
        known = self.classes.get(id(draft))
        if known is not None:
            return known
        if is_ratio(draft):
            return "percent"
        unit = draft.unit or ""
        head = unit.split(" per ", 1)[0]
        if draft.kind == "money" or (len(head) == 3 and head.isupper()):
            return "money"
        if draft.kind in ("measure", "duration"):
            return draft.kind
        if head in self.lexicon.measure_units and not (head in self.lexicon.makes and draft.kind == "count"):
            return "measure"
        return "count"

    def is_too_dear(self, draft: Draft, metrics: tuple[Metric, ...]) -> bool:
        """Whether `metrics` would make a sum the price of one share: "bought its shares for 3 million"."""
        if not metrics or metrics[0].code != "share_price":
            return False
        size = draft.value if draft.value is not None else draft.high
        return (
            size is not None
            and abs(size) >= DEAREST_SHARE
            and self.class_of(draft) == "money"
            and " per " not in (draft.unit or "")
        )

    def noun_of(self, draft: Draft, last: int) -> tuple[int, int] | None:
        """Return the counted noun phrase of a draft: the reader's, or the words behind a bare count."""
        if draft.noun_first is not None and draft.noun_last is not None:
            return draft.noun_first, draft.noun_last
        if draft.kind in ("count", "ordinal_milestone", "growth") and not is_ratio(draft):
            token = draft.last
            if token < last and self.lower[token] == "-":
                token += 1
            if draft.kind == "ordinal_milestone":
                return self._milestone_noun(token, last)
            return counted_noun(self.document, token, last)
        return None

    def _milestone_noun(self, token: int, last: int) -> tuple[int, int] | None:
        """Return the noun behind an ordinal: "its 50,000th [Zoe]", "the 350,000th [electric vehicle]"."""
        end = token
        while end < last and end < token + 4:
            word = self.lower[end]
            if word in self.lexicon.makes or singular(word) in self.lexicon.counted:
                return token, end + 1
            if not is_word(word) and word != "-":
                break
            end += 1
        return counted_noun(self.document, token, last)

    def _before(self, draft: Draft, first: int) -> str:
        """Return the word before a number and its hedge: "by [about] 100,000 people"."""
        index = draft.first - 1
        while index >= first and self.lower[index] in HEDGE_WORDS:
            if self.lower[index] == "at" and self.lower[index + 1] not in ("least", "most"):
                break
            index -= 1
        return self.lower[index] if index >= first else ""

    def _own_head(self, draft: Draft) -> str | None:
        """Return the singular noun that a level counts by its own words, None where it is generic."""
        noun = self.nouns[id(draft)]
        if noun is None or draft.kind == "growth":
            return None
        head = singular(self.lower[noun[1] - 1])
        return None if head in self.lexicon.generic_nouns else head

    def words_of(self, trigger: Trigger) -> str:
        """Return the noun with up to three words that narrow it: "domestic car sales"."""
        if trigger.term.is_verb or trigger.term.name:
            return trigger.term.name
        start = self.narrowed_from(trigger)
        words = self.lower[start : trigger.last]
        if "depreciation" in words and not AMORTISATION.isdisjoint(words):
            # Nobody says all of "earnings before interest, taxes, depreciation and amortization" twice.
            words = [*self.lower[start : trigger.first], "ebitda"]
        return " ".join(words).replace(" - ", "-").replace(" ,", ",")

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
                or word in COMPARED
                or (word in OBJECT_BASE and start > 1 and lower[start - 2] in MODALS)
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

    def _phrase_start(self, end: int, first: int) -> int:
        """Return where the lower-case noun phrase that ends before token `end` begins: up to three words."""
        start = end
        while start > first and end - start < 3:
            word = self.lower[start - 1]
            if not is_word(word) or word in VERBS or self.document.words[start - 1][0].isupper():
                break
            start -= 1
        return start

    def text_of(self, phrase: tuple[int, int]) -> str:
        """Return a phrase in lower case, hyphens closed."""
        return " ".join(self.lower[phrase[0] : phrase[1]]).replace(" - ", "-")
