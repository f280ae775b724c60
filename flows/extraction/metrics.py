"""What each figure measures: the words that name it, its code, and what is narrowed.

A figure is governed by the metric word that its clause offers at the least cost: nearness, no other
figure or clause between. What has no word of its own takes the metric of the figure before it
("to 68,445 from 82,093"), as a reader does.
"""

from flows.extraction.change_words import CHANGE_VERBS, CHANGES, plural, singular
from flows.extraction.figure import Because, Draft
from flows.extraction.kinds import BRING_OVER, Change, find_change, find_share, flip, is_ratio
from flows.extraction.metric_lexicon import Metric, Trigger, metric_lexicon
from flows.extraction.noun_phrases import counted_noun, is_word, phrase_after, subject_before
from flows.extraction.reading import Reading

GROWTH_PREFIX, SHARE_PREFIX = "growth_of_", "share_of_"
GENERIC_NOUNS = frozenset("unit units item items piece pieces sale sales".split())
LOCATIVES = frozenset("in across among within throughout through via".split())
POSSESSIVES = frozenset("'s ’s its their his her our".split())
# Heads that are holders of a measure, not measures: "the market grew 3 percent".
HOLDERS = frozenset(
    """market markets industry industries business businesses company companies firm firms group groups brand
    brands division divisions sector sectors maker makers carmaker retailer bank unit region country
    economies segment category""".split()
)
COST_CAP = 26.0


def assign_metrics(reading: Reading) -> None:
    """Fill kind (refined), sign, metric, metric_code, base and scope of every draft of `reading`."""
    if reading.drafts:
        _Pass(reading).run()


class _Level:
    """A named level: its words, the metric row or None, and the place of the words."""

    __slots__ = ("confidence", "first", "last", "metrics", "rule", "words")

    def __init__(
        self, words: str, metrics: tuple[Metric, ...], first: int, last: int, rule: str, confidence: float
    ) -> None:
        self.words, self.metrics, self.first, self.last = words, metrics, first, last
        self.rule, self.confidence = rule, confidence


class _Pass:
    """One pass over the drafts of a reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.document = reading.document
        self.lower = reading.document.lower
        self.triggers = metric_lexicon(reading.reference).find(self.lower)
        self.dated = {index for date in reading.dates for index in range(date.first, date.last)}
        self.levels: dict[int, _Level] = {}
        self.changes: dict[int, Change] = {}
        self.nouns: dict[int, tuple[int, int] | None] = {}

    def run(self) -> None:
        drafts = self.reading.drafts
        sentences = self.document.sentences
        begin = 0
        trigger_at = 0
        previous: list[Draft] = []
        while begin < len(drafts):
            sentence = drafts[begin].sentence
            end = begin
            while end < len(drafts) and drafts[end].sentence == sentence:
                end += 1
            first, last = sentences[sentence]
            while trigger_at < len(self.triggers) and self.triggers[trigger_at].first < first:
                trigger_at += 1
            stop = trigger_at
            while stop < len(self.triggers) and self.triggers[stop].first < last:
                stop += 1
            self.read_sentence(drafts[begin:end], first, last, self.triggers[trigger_at:stop], previous)
            previous = drafts[begin:end]
            begin = end
        self.name_all()

    # -- kinds ---------------------------------------------------------------------------------

    def read_sentence(
        self, drafts: list[Draft], first: int, last: int, triggers: list[Trigger], previous: list[Draft]
    ) -> None:
        for position, draft in enumerate(drafts):
            self.nouns[id(draft)] = self.noun_of(draft, last)
            before = drafts[position - 1] if position else None
            self.refine_kind(draft, before, first, last, previous)
        for position, draft in enumerate(drafts):
            level = self.find_level(draft, drafts, position, first, last, triggers, previous)
            if level is not None:
                self.levels[id(draft)] = level

    def noun_of(self, draft: Draft, last: int) -> tuple[int, int] | None:
        if draft.noun_first is not None and draft.noun_last is not None:
            return draft.noun_first, draft.noun_last
        if draft.kind in ("count", "ordinal_milestone", "growth") and not is_ratio(draft):
            token = draft.last
            if token < last and self.lower[token] == "-":
                token += 1
            return counted_noun(self.document, token, last)
        return None

    def refine_kind(
        self, draft: Draft, before: Draft | None, first: int, last: int, previous: list[Draft]
    ) -> None:
        if draft.kind in ("duration", "rank", "score"):
            return
        if draft.unit == "times" and self.lower[draft.last : draft.last + 1] in (
            ["more"],
            ["as"],
            ["less"],
            ["likelier"],
        ):
            draft.kind = "rate"
            return
        lower = self.lower
        change = find_change(lower, first, last, draft, self.dated)
        if change is not None:
            self.changes[id(draft)] = change
            if draft.kind != "growth":
                draft.kind = "growth"
                if change.sign < 0 and (draft.value or draft.low or 0) > 0:
                    flip(draft)
            self.because(draft, "kind", change.rule, change.first, change.last)
            return
        if draft.kind in ("growth", "rate") or not is_ratio(draft):
            return
        if (
            before is not None
            and draft.first - before.last <= 4
            and self.lower[draft.first - 1] in ("or", "(")
        ):
            self.take_kind(draft, before if before.kind == "growth" else None)
            if draft.kind == "growth":
                return
        share = find_share(lower, first, last, draft)
        if share is not None:
            draft.kind = "share"
            self.because(draft, "kind", share[2], share[0], share[1])
            return
        if draft.kind == "share":
            return
        self.inherit_kind(draft, before, previous)

    def inherit_kind(self, draft: Draft, before: Draft | None, previous: list[Draft]) -> None:
        lower = self.lower
        if before is None or not is_ratio(before):
            if (
                before is not None
                and lower[draft.first - 1] == "("
                and before.kind == "count"
                and draft.first - before.last <= 4
            ):
                draft.kind = "share"
                self.because(draft, "kind", "share in brackets", draft.first - 1, draft.last)
            elif before is None and previous:
                opener = set(lower[self.document.sentences[draft.sentence][0] : draft.first])
                if opener & {"compares", "compared", "compare", "against"}:
                    self.take_kind(draft, next((d for d in reversed(previous) if is_ratio(d)), None))
            return
        if draft.first - before.last > 14:
            return
        self.take_kind(draft, before)

    def take_kind(self, draft: Draft, other: Draft | None) -> None:
        if other is None or other.kind not in ("growth", "share"):
            return
        change = self.changes.get(id(other))
        draft.kind = other.kind
        if other.kind == "growth":
            if change is None:
                return
            self.changes[id(draft)] = change
            if change.sign < 0 and (draft.value or draft.low or 0) > 0:
                flip(draft)
        draft.confidence["kind"] = 0.7
        self.because(draft, "kind", "as the figure before", other.first, other.last)

    # -- the governing words -------------------------------------------------------------------

    def find_level(
        self,
        draft: Draft,
        drafts: list[Draft],
        position: int,
        first: int,
        last: int,
        triggers: list[Trigger],
        previous: list[Draft],
    ) -> _Level | None:
        cls = class_of(draft)
        noun = self.nouns[id(draft)]
        lower = self.lower
        before = drafts[position - 1] if position else None
        own_from = before.last if before is not None else first
        own_to = drafts[position + 1].first if position + 1 < len(drafts) else last
        preposition = lower[draft.first - 1] if draft.first > first else ""
        if noun is not None and draft.kind != "growth":
            own = self.own_noun(draft, cls, noun, triggers, preposition)
            if own is not None:
                return own
        change = self.changes.get(id(draft))
        best: tuple[float, Trigger] | None = None
        own_best: tuple[float, Trigger] | None = None
        for trigger in triggers:
            if not any(permits(m, cls, draft) for m in (*trigger.metrics, *trigger.verb_metrics)):
                continue
            if change is not None and trigger.first < change.last and trigger.last > change.first:
                continue
            cost = self.cost(draft, trigger, drafts, noun, change)
            if cost is None:
                continue
            if best is None or cost < best[0]:
                best = cost, trigger
            if (
                own_from <= trigger.first
                and trigger.last <= own_to
                and (own_best is None or cost < own_best[0])
            ):
                own_best = cost, trigger
        if own_best is not None and own_best[0] <= COST_CAP:
            return self.from_trigger(own_best[1], cls, draft, own_best[0])
        # What has no word of its own takes the metric of the figure before it in the sentence.
        for other in reversed(drafts[:position]):
            level = self.levels.get(id(other))
            if level is not None and compatible(other, draft):
                return _Level(
                    level.words, level.metrics, level.first, level.last, "as the figure before", 0.8
                )
        if best is not None and best[0] <= COST_CAP:
            return self.from_trigger(best[1], cls, draft, best[0])
        return self.fallback(draft, cls, noun, first, last, previous, change)

    def own_noun(
        self,
        draft: Draft,
        cls: str,
        noun: tuple[int, int],
        triggers: list[Trigger],
        preposition: str,
    ) -> _Level | None:
        lower = self.lower
        head = lower[noun[1] - 1]
        for trigger in triggers:
            if noun[0] <= trigger.first and trigger.last == noun[1] and not trigger.is_verb:
                metrics = tuple(m for m in trigger.metrics if permits(m, cls, draft))
                if metrics:
                    return _Level(
                        self.words_of(trigger), metrics, trigger.first, trigger.last, "counted noun", 1.0
                    )
        if head in GENERIC_NOUNS:
            return None
        if preposition in LOCATIVES or preposition in POSSESSIVES:
            return _Level(plural(singular(head)), (), noun[0], noun[1], "counted noun, locative", 0.8)
        return None

    def cost(
        self,
        draft: Draft,
        trigger: Trigger,
        drafts: list[Draft],
        noun: tuple[int, int] | None,
        change: Change | None,
    ) -> float | None:
        lower = self.lower
        if trigger.last <= draft.first:
            between = range(trigger.last, draft.first)
            cost = 0.0
            depth = 0
            for index in between:
                word = lower[index]
                depth += (word in "(<") - (word in ")>")
                cost += 1.0 if depth <= 0 else 0.1
                if depth <= 0:
                    cost += BARRIERS.get(word, 0.0)
            if trigger.is_verb and draft.first > 0 and lower[draft.first - 1] in LOCATIVES:
                cost += 8
            if trigger.is_verb and change is not None and is_ratio(draft) and trigger.last > change.first:
                return None
        else:
            start = noun[1] if noun is not None else draft.last
            if trigger.first < start:
                return None if trigger.last > start or trigger.is_verb else 2.0 + (start - trigger.last)
            if change is not None and change.first >= draft.last:
                start = max(start, change.last)
            between = range(start, trigger.first)
            if trigger.is_verb or (trigger.verb_metrics and trigger.is_participle):
                fill = lower[start : trigger.first]
                if all(word in PASSIVE for word in fill) and (trigger.is_participle or not fill):
                    return 0.5
                cost = 5.0 + len(between) * 2
            elif not between:
                cost = 0.5
            elif noun is None and all(
                lower[i] in LINKS or is_word(lower[i])
                if i == start
                else lower[i] in DETERMINERS or is_word(lower[i])
                for i in between
            ):
                cost = len(between) * 0.6
            else:
                cost = 6.0 + len(between) * 2
            for index in between:
                cost += 3 * BARRIERS.get(lower[index], 0.0)
        for other in drafts:
            if other is not draft and (
                trigger.last <= other.first < draft.first or draft.last <= other.first < trigger.first
            ):
                cost += 3
        if (
            trigger.first > 0
            and lower[trigger.first - 1] in ("of", "per", "by", "for", "despite")
            and not trigger.is_verb
        ):
            cost += 2
        return cost

    def from_trigger(self, trigger: Trigger, cls: str, draft: Draft, cost: float) -> _Level:
        nouns = tuple(m for m in trigger.metrics if permits(m, cls, draft))
        verbs = tuple(m for m in trigger.verb_metrics if permits(m, cls, draft))
        as_verb = verbs and (not nouns or self.is_verb_here(trigger, draft))
        metrics = verbs if as_verb else nouns
        confidence = 1.0 if cost <= 8 else 0.8 if cost <= 14 else 0.6
        return _Level(
            "" if as_verb else self.words_of(trigger),
            metrics,
            trigger.first,
            trigger.last,
            "verb" if as_verb else "noun",
            confidence,
        )

    def is_verb_here(self, trigger: Trigger, draft: Draft) -> bool:
        """Whether words that may be noun or verb stand as a verb: "to pay $3m", "cars ordered"."""
        lower = self.lower
        if trigger.first >= draft.last:
            return trigger.is_participle
        before = lower[trigger.first - 1] if trigger.first else ""
        if before in ("to", "will", "would", "can", "could", "may", "might", "must", "should", "not"):
            return True
        return trigger.last == draft.first and before not in ("of", "the", "a", "in", "its", "for", "their")

    def words_of(self, trigger: Trigger) -> str:
        """Return the noun with up to two words that narrow it: "domestic car sales"."""
        if trigger.is_verb or trigger.is_named:
            return ""
        lower, words = self.lower, self.document.words
        start = trigger.first
        while start > 0 and trigger.first - start < 3:
            word = lower[start - 1]
            if word == "-" and start > 1:
                start -= 1
                continue
            if (
                not is_word(word)
                or words[start - 1][0].isupper()
                or word in CHANGES
                or start - 1 in self.dated
            ):
                break
            if word.endswith(("ed", "ing")) and word not in ("operating", "trading"):
                break
            start -= 1
        while lower[start] == "-":
            start += 1
        return " ".join(lower[start : trigger.last]).replace(" - ", "-")

    def fallback(
        self,
        draft: Draft,
        cls: str,
        noun: tuple[int, int] | None,
        first: int,
        last: int,
        previous: list[Draft],
        change: Change | None,
    ) -> _Level | None:
        lower = self.lower
        if (
            cls == "count"
            and noun is not None
            and lower[noun[1] - 1] not in GENERIC_NOUNS
            and draft.kind != "growth"
        ):
            words = plural(singular(lower[noun[1] - 1]))
            if noun[1] < last and is_word(lower[noun[1]]) and lower[noun[1]].endswith("ed"):
                return _Level(f"{words} {lower[noun[1]]}", (), noun[0], noun[1] + 1, "own words", 0.7)
            return _Level(words, (), noun[0], noun[1], "own words", 0.7)
        if cls in ("money", "measure", "duration") and draft.kind != "growth":
            token = draft.last
            if token < last and lower[token] in ("of", "in", "-"):
                token += 1
            phrase = phrase_after(self.document, token, last)
            if phrase is not None and lower[phrase[1] - 1] not in CHANGE_VERBS:
                return _Level(self.text_of(phrase), (), *phrase, "own words after", 0.6)
        if change is not None and change.last <= draft.first:
            phrase = subject_before(self.document, first, change.last)
        elif change is not None:
            token = change.last
            if token < last and lower[token] in ("in", "of", "for"):
                token += 1
                while token < last and lower[token] in ("the", "its", "their", "a"):
                    token += 1
                phrase = phrase_after(self.document, token, last)
            else:
                phrase = subject_before(self.document, first, draft.first)
        else:
            phrase = subject_before(self.document, first, draft.first)
        if phrase is not None and lower[phrase[1] - 1] not in HOLDERS:
            return _Level(self.text_of(phrase), (), *phrase, "own words before", 0.6)
        for other in reversed(previous):
            level = self.levels.get(id(other))
            if level is not None and compatible(other, draft):
                return _Level(
                    level.words, level.metrics, level.first, level.last, "as the sentence before", 0.6
                )
        return self.carried(draft, cls, first)

    def carried(self, draft: Draft, cls: str, first: int) -> _Level | None:
        """Return the level that the text before `first` names most often, the later one of two."""
        counts: dict[tuple[Metric, ...], int] = {}
        best: tuple[int, Trigger, tuple[Metric, ...]] | None = None
        for trigger in self.triggers:
            if trigger.first >= first:
                break
            metrics = tuple(m for m in trigger.metrics if permits(m, cls, draft))
            if metrics:
                counts[metrics] = counts.get(metrics, 0) + 1
                if best is None or counts[metrics] >= best[0]:
                    best = counts[metrics], trigger, metrics
        if best is None:
            return None
        _, trigger, metrics = best
        return _Level(self.words_of(trigger), metrics, trigger.first, trigger.last, "named before", 0.4)

    def text_of(self, phrase: tuple[int, int]) -> str:
        return " ".join(self.lower[phrase[0] : phrase[1]]).replace(" - ", "-")

    # -- names and codes -----------------------------------------------------------------------

    def name_all(self) -> None:
        for draft in self.reading.drafts:
            level = self.levels.get(id(draft))
            if level is None:
                continue
            metric = level.metrics[0] if level.metrics else None
            noun = self.class_noun(draft)
            if metric is None:
                words, code = level.words, slug(level.words)
            else:
                code = metric.code.replace("*", slug(noun))
                words = level.words or metric.name.replace("*", noun)
                if metric.kind and draft.kind in ("percent", "count", "money") and is_level_of(metric, draft):
                    draft.kind = metric.kind
            if draft.kind == "growth":
                words, code = f"change in {words}", GROWTH_PREFIX + code
            elif draft.kind == "share" and (metric is None or metric.kind != "share"):
                base = self.base_of(draft)
                draft.base = base
                words, code = f"share of {base or words}", SHARE_PREFIX + slug(base or words)
            draft.metric, draft.metric_code = words, code
            if level.confidence < 1:
                draft.confidence["metric"] = level.confidence
            self.because(draft, "metric", level.rule, level.first, level.last)

    def base_of(self, draft: Draft) -> str | None:
        lower = self.lower
        last = self.document.sentences[draft.sentence][1]
        token = draft.last
        if token < last and lower[token] == "of":
            token += 1
        elif token + 1 < last and lower[token + 1] == "of":
            token += 2
        else:
            return None
        end = token
        while end < last and end - token < 8 and (lower[end][0].isalnum() or lower[end] in ("-", "'s")):
            if lower[end] in (
                "in",
                "on",
                "at",
                "for",
                "from",
                "by",
                "with",
                "to",
                "was",
                "were",
                "is",
                "are",
                "had",
                "have",
                "and",
            ):
                break
            end += 1
        words = [w for w in lower[token:end] if w not in ("the", "a", "its", "all", "their")]
        return " ".join(words).replace(" - ", "-") or None

    def class_noun(self, draft: Draft) -> str:
        noun = self.nouns.get(id(draft))
        if noun is not None and self.lower[noun[1] - 1] not in GENERIC_NOUNS:
            return plural(singular(self.lower[noun[1] - 1]))
        if (
            draft.unit
            and draft.kind not in ("money",)
            and not is_ratio(draft)
            and draft.unit not in ("unit", "sale")
        ):
            return plural(draft.unit)
        return "units"

    def because(self, draft: Draft, field: str, rule: str, first: int, last: int) -> None:
        draft.why[field] = Because(rule, *self.document.span(first, last))


LINKS = frozenset("of in for on from worth - 's".split())
DETERMINERS = frozenset("the a its their his her our new annual 's - total this that".split())
PASSIVE = frozenset("were was been have had has being that are is which be".split())
BARRIERS = {
    ",": 2.0,
    ";": 10.0,
    ":": 4.0,
    "(": 2.0,
    ")": 2.0,
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
    "-": 0.0,
}


def class_of(draft: Draft) -> str:
    """Return the class of number that a metric row permits: count, money, percent, measure, duration."""
    if is_ratio(draft):
        return "percent"
    if draft.kind == "money" or (draft.unit and len(draft.unit) >= 3 and draft.unit[:3].isupper()):
        return "money"
    if draft.kind in ("measure", "duration"):
        return draft.kind
    return "count"


def permits(metric: Metric, cls: str, draft: Draft) -> bool:
    """Whether a metric may name a number of this class; a growth in percent may change any level."""
    if not metric.kinds or cls in metric.kinds:
        return True
    return cls == "percent" and draft.kind in ("growth", "share") and not metric.kinds <= {"duration"}


def compatible(one: Draft, other: Draft) -> bool:
    """Whether one figure may take the metric of another: the same class, or a change of it."""
    a, b = class_of(one), class_of(other)
    if one.kind == "growth" or other.kind == "growth":
        return a == b or "percent" in (a, b)
    return a == b and (a != "percent" or one.kind == other.kind or "percent" in (one.kind, other.kind))


def is_level_of(metric: Metric, draft: Draft) -> bool:
    """Whether the metric's own kind applies: a percentage, or money of an exchange rate."""
    return is_ratio(draft) or metric.kind == "rate"


def slug(words: str) -> str:
    """Return words as a code: lower case, one underscore between words."""
    return "_".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
