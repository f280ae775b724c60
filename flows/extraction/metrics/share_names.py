"""Of what a share is a share, and what holds for it."""

from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.metrics.metric_context import Level
from flows.extraction.metrics.metric_lexicon import Metric
from flows.extraction.metrics.scopes import slug
from flows.extraction.metrics.share_words import BASE_ENDS, EMPTY_VERBS, RELATIVES, Shared, ShareWords
from flows.extraction.text.change_words import plural, singular
from flows.extraction.text.noun_phrases import is_word
from flows.extraction.text.verb_words import SAYING

SHARE_PREFIX: Final = "share_of_"
HEAD_ENDS: Final = BASE_ENDS | frozenset(
    "of under over aged above below near outside inside across within".split()
)
LEADING_IN: Final = frozenset(
    """about around some nearly almost only just over under more less fewer than roughly approximately at
    least another a an further total of estimated the all up to ( mere well still quarter half
    third fifth""".split()
)
BEFORE_SHARES: Final = frozenset(
    """, ; : . ) - – — " “ and but while that with where when because among""".split()
)
# What only people do who are asked.
OPINIONS: Final = frozenset(
    """said say saying believe believed think thought agree agreed disagree disagreed want wanted support
    supported favour favoured favor favored oppose opposed approve approved disapprove disapproved prefer
    preferred trust trusted backed rejected felt feel""".split()
)
# Rules by which a share's own words say of whom it is.
OWN_WORDS: Final = frozenset("counted_in_subject share_of named_in_counted named_after compared_with".split())
OWNING: Final = frozenset("own owned".split())
OWNINGS: Final = (["stake"], ["interest"], ["holding"], ["shareholding"])
HELD_BY: Final = (["owned", "by"], ["held", "by"], ["controlled", "by"])
MADE: Final = ("sold", "built", "made", "ed")
# Words of a predicate that its code is made of: the more, the less often two texts agree.
KEY_REACH: Final = 7
LIMITS: Final = frozenset("than over under above below aged least".split())


class ShareNames(ShareWords):
    """Names the shares of one document."""

    def _share(
        self, draft: Draft, level: Level, metric: Metric | None, words: str, code: str
    ) -> tuple[str, str]:
        if self.lower[draft.last : draft.last + 2] in HELD_BY:
            # "is 25% owned by Acme": Acme's stake.
            return "stake", "stake"
        near = level.last > draft.first - 6 and level.first < draft.last + 4
        if metric is not None and metric.kind == "share" and near and not self._is_asked(draft, level):
            if metric.is_whole:
                draft.base = metric.name
                return f"share of {metric.name}", SHARE_PREFIX + code
            draft.base = self._of(level.last, self.document.sentences[draft.sentence][1])
            return words, code
        if metric is None and self.lower[draft.last : draft.last + 1] in OWNINGS:
            return "stake", "stake"
        shared = self._base_and_predicate(draft)
        base, predicate = shared.base, shared.predicate
        if base is None and predicate is None:
            if metric is not None and metric.kind == "share":
                return (f"share of {words}", SHARE_PREFIX + code) if metric.is_whole else (words, code)
            counted = self._count_beside(draft)
            if counted is not None and counted.metric and counted.metric_code:
                # "24 of the 45 seats, or 53%": the share that the count is.
                draft.base = words = counted.metric
                return f"share of {words}", SHARE_PREFIX + counted.metric_code
        self.shares[id(draft)] = shared
        if predicate is not None and self._opens_clause(draft):
            settle_who(draft, shared, self._as_written(draft, shared.base))
        draft.base = base = base or (words if predicate is None else None)
        of = self._base_code(base) if base else ""
        if of == "share_price":
            # "40 percent of the common stock"
            if predicate is None:
                return "stake", "stake"
            of = "shares"
        head = SHARE_PREFIX + of if base else SHARE_PREFIX.rstrip("_")
        key = predicate_key(predicate) if predicate else ""
        if predicate is None or (not key and base):
            return f"share of {base}", head
        text = f"share of {base} that {predicate}" if base else f"share that {predicate}"
        return text, f"{head}_{key}"

    def _is_asked(self, draft: Draft, level: Level) -> bool:
        """Whether a word of shares tells what people do: "31% own a helmet", "half of those polled"."""
        if "kind" in draft.why and draft.why["kind"].rule == "survey":
            return True
        word = self.lower[level.first]
        return level.first >= draft.last and (word == "polled" or word in OWNING)

    def _opens_clause(self, draft: Draft) -> bool:
        """Whether a share is what its clause is about, and no object: "Acme makes a third of"."""
        lower = self.lower
        index = draft.first - 1
        first = self.document.sentences[draft.sentence][0]
        while index >= first and lower[index] in LEADING_IN:
            index -= 1
        return (
            index < first
            or lower[index] in BEFORE_SHARES
            or lower[index] in SAYING
            or (lower[index] == "for" and not lower[index - 1].startswith("account"))
            or "among" in lower[max(first, index - 5) : index]
        )

    def _as_written(self, draft: Draft, base: str | None) -> str | None:
        """Return a base with the capitals that its words have in the sentence."""
        if base is None:
            return None
        first, last = self.document.sentences[draft.sentence]
        written = dict(zip(self.lower[first + 1 : last], self.document.words[first + 1 : last], strict=True))
        return " ".join(written.get(word, word) for word in base.split())

    def _count_beside(self, draft: Draft) -> Draft | None:
        """Return the count that a share in apposition restates: "24 seats, or 53%", "340 (38%)"."""
        if "kind" not in draft.why or draft.why["kind"].rule != "share in brackets":
            return None
        position = self.positions[id(draft)]
        return self.drafts[position - 1] if position else None

    def _base_code(self, base: str) -> str:
        """Return the code of what a share is of, by its head: "electric vehicles on the roads" are vehicles.

        The words that narrow it stay in `base`, so that the code of one thing is short and the same.
        """
        words = base.replace("-", " ").replace("’s", "'s").split()
        end = next(
            (i for i, word in enumerate(words) if i and (word in HEAD_ENDS or word in RELATIVES)), len(words)
        )
        if words[end - 1 : end] and end > 1 and words[end - 1] in ("worldwide", "globally", "here", "abroad"):
            end -= 1
        head, made = words[end - 1], ""
        if (
            end > 1
            and head.endswith(("sold", "built", "made", "ed"))
            and head not in ("need", "speed", "seed")
        ):
            head, made = words[end - 2], "_" + slug(head)
        lexicon = self.finder.lexicon
        single = singular(head)
        for term in lexicon.terms.get(head, ()):
            if term.rest or not term.metrics or term.is_bare or made:
                continue
            metric = term.metrics[0]
            if metric.counts:
                before = singular(words[end - 2]) if end > 1 else ""
                counted = lexicon.counted.get(before, ("",))[0] or self.theme_noun.get(metric.code)
                if counted:
                    return metric.code.replace("*", slug(plural(counted)))
            elif metric.kinds & {"count", "money"}:
                return metric.code
        if single in lexicon.counted:
            return slug(plural(lexicon.counted[single][0])) + made
        if made:
            return slug(head) + made
        return slug(head)


def settle_who(draft: Draft, shared: Shared, base: str | None) -> None:
    """Give a share of people who do or say something those people as its subject.

    Whoever a sentence is about, "29% said" is of those who were asked: said beside it, of the answer
    before, or nobody but the respondents. A subject that its own words give stays.
    """
    because = draft.why.get("subject")
    if because is not None and because.rule in OWN_WORDS:
        return
    source = shared.source
    if source is not None and source.subject is not None:
        given = source.why.get("subject")
        if given is not None and (given.rule in OWN_WORDS or given.rule == "asked"):
            draft.subject, draft.entity_code = source.subject, source.entity_code
            draft.why["subject"] = draft.why["entity_code"] = Because("asked", given.start, given.end)
            draft.confidence["subject"] = 0.7
            return
    if base is None and (shared.predicate or "").split(" ", 1)[0] not in OPINIONS:
        return
    draft.subject, draft.entity_code = base or "respondents", None
    draft.why["subject"] = Because("asked", draft.start, draft.end)
    draft.why.pop("entity_code", None)
    draft.confidence["subject"] = 0.7 if base else 0.4


def predicate_key(predicate: str) -> str:
    """Return what holds for a share as a short code: its verb or adjective, and the head of what follows.

    >>> predicate_key("want a new heating system"), predicate_key("are older than 65")
    ('want_system', 'older_65')
    >>> predicate_key("did not answer the survey")
    'not_answer_survey'
    """
    words = predicate.replace("-", " ").split()[:KEY_REACH]
    found: list[str] = []
    denied = False
    index = 0
    while (
        index < len(words)
        and words[index] not in OWNING
        and (not is_word(words[index]) or words[index] in EMPTY_VERBS)
    ):
        denied = denied or words[index] in ("not", "no", "never", "n't")
        index += 1
    if index < len(words):
        found.append(words[index])
        index += 1
    head = ""
    while index < len(words):
        word = words[index]
        if word[0].isdigit():
            head = word if words[index - 1] in LIMITS or not head else head
            break
        if is_word(word) and word not in EMPTY_VERBS:
            head = word
        elif head:
            break
        index += 1
    if head:
        found.append(head)
    return slug(" ".join((["not"] if denied else []) + found))
