"""Of what a share is a share, and what holds for it."""

from typing import Final

from flows.extraction.change_frames import SURVEY_VERBS
from flows.extraction.change_words import plural, singular
from flows.extraction.figure import Draft
from flows.extraction.metric_context import Level
from flows.extraction.metric_lexicon import Metric
from flows.extraction.noun_phrases import is_word
from flows.extraction.scopes import Counted, slug

SHARE_PREFIX: Final = "share_of_"
BASE_ENDS: Final = frozenset(
    """in on at for from by to with between among and or but while as compared against after since
    during last""".split()
)
BASE_STOPS: Final = frozenset(
    ', ; . : ) “ " compared against from to since after by as due because while but'.split()
)
PREDICATE_STOPS: Final = frozenset(
    """compared while and but against as due since after because from during by""".split()
)
RELATIVES: Final = frozenset("who which that".split())
HEAD_ENDS: Final = BASE_ENDS | frozenset(
    "of under over aged above below near outside inside across within".split()
)
# Verbs that report or only join: what holds comes behind them.
EMPTY_VERBS: Final = frozenset(
    """said say says saying believe believed believes think thought agreed agree felt feel reported report
    admit admitted claimed responded replied expected expect were are is was be been being have has had having
    do does did would will can could may might should must they he she it them their his her its own who that
    planned plan go going came come get got""".split()
)
OBJECT_STARTS: Final = frozenset("a an the their its his her no".split())
OWNING: Final = frozenset("own owned".split())
OWNINGS: Final = (["stake"], ["interest"], ["holding"], ["shareholding"])
MADE: Final = ("sold", "built", "made", "ed")
NOT_MADE: Final = frozenset("need speed seed breed feed".split())
LIMITS: Final = frozenset("than over under above below aged least".split())


class ShareNames(Counted):
    """Names the shares of one document."""

    def _share(
        self, draft: Draft, level: Level, metric: Metric | None, words: str, code: str
    ) -> tuple[str, str]:
        near = level.last > draft.first - 6 and level.first < draft.last + 4
        surveyed = "kind" in draft.why and draft.why["kind"].rule == "survey"
        if metric is not None and metric.kind == "share" and near and not surveyed:
            if metric.is_whole:
                draft.base = metric.name
                return f"share of {metric.name}", SHARE_PREFIX + code
            draft.base = self._of(level.last, self.document.sentences[draft.sentence][1])
            return words, code
        if metric is None and self.lower[draft.last : draft.last + 1] in OWNINGS:
            return "stake", "stake"
        base, predicate = self._base_and_predicate(draft)
        if base is None and predicate is None:
            if metric is not None and metric.kind == "share":
                return (f"share of {words}", SHARE_PREFIX + code) if metric.is_whole else (words, code)
            counted = self._count_beside(draft)
            if counted is not None and counted.metric and counted.metric_code:
                # "24 of the 45 seats, or 53%": the share that the count is.
                draft.base = words = counted.metric
                return f"share of {words}", SHARE_PREFIX + counted.metric_code
        self.predicates[id(draft)] = base, predicate
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

    def _of(self, token: int, last: int) -> str | None:
        """Return what stands behind "of" or "in" at `token`: the base of "a share of the market"."""
        if token < last and self.lower[token] in ("of", "in"):
            return self._clean(token + 1, self._verb_after(token + 1, last)[0])
        return None

    def _base_and_predicate(self, draft: Draft) -> tuple[str | None, str | None]:
        """Return what a share is of, and what holds for it: "of [voters] [want a new bridge]"."""
        lower = self.lower
        first, last = self.document.sentences[draft.sentence]
        token = draft.last
        if token < last and lower[token] == "," and lower[draft.first - 1] == "for":
            # "For 57%, pay came first."
            return self._carried_base(draft), self._clean(
                token + 1, self._predicate_end(token + 1, last), keep=True
            )
        while (
            token < last
            and token < draft.last + 3
            and lower[token] in ("share", "stake", "interest", "-", "of")
        ):
            token += 1
        base = predicate = None
        of = token > draft.last and lower[token - 1] == "of"
        verbal = token < last and (lower[token] in SURVEY_VERBS or lower[token] in RELATIVES)
        if of or ((draft.form == "fraction" or draft.unit == "fraction") and not verbal):
            end, verb = self._verb_after(token, last)
            if token < last and lower[token] in ("which", "whom", "them"):
                return self._noun_before(draft), self._clean(
                    token + 1, self._predicate_end(token + 1, last), keep=True
                )
            base = self._clean(token, verb if verb is not None else end)
            if verb is not None and not self._is_named(verb, last):
                predicate = self._clean(verb, self._predicate_end(verb, last), keep=True)
        elif verbal:
            token += lower[token] in RELATIVES
            predicate = self._clean(token, self._predicate_end(token, last), keep=True)
            base = self._base_in_front(draft, first)
        if base in ("those", "these", "them"):
            base = self._noun_before(draft) or base
        if predicate is None or base is None:
            carried = self._carried(draft)
            if carried is not None and ((base is not None and base.startswith("those")) or base is None):
                predicate = predicate or carried[1]
                base = base or carried[0]
        return base, predicate

    def _is_named(self, verb: int, last: int) -> bool:
        """Whether a predicate is a name: "one in four cars [is a Renault]" has that for its subject."""
        token = verb + 1
        if self.lower[verb] not in ("is", "are", "was", "were"):
            return False
        while token < last and self.lower[token] in ("a", "an", "the"):
            token += 1
        return token < last and self.document.words[token][0].isupper()

    def _carried_base(self, draft: Draft) -> str | None:
        """Return the base of the share before, where the sentence before has one."""
        carried = self._carried(draft)
        return carried[0] if carried is not None else None

    def _noun_before(self, draft: Draft) -> str | None:
        """Return what the count before a draft counts: "26 million kits, two-thirds of which ..."."""
        for position in range(self.positions[id(draft)] - 1, -1, -1):
            other = self.drafts[position]
            if other.sentence != draft.sentence or position < self.positions[id(draft)] - 40:
                break
            phrase = self.finder.nouns.get(id(other))
            if phrase is not None:
                return self.finder.text_of(phrase)
        return None

    def _verb_after(self, token: int, last: int) -> tuple[int, int | None]:
        """Return where a base ends and the verb it is the subject of, if there is one near."""
        lower = self.lower
        end = None
        relative = False
        index = token
        while index < last and index < token + 14:
            word = lower[index]
            if word in RELATIVES:
                relative = True
            elif word in SURVEY_VERBS and index > token:
                if not relative:
                    return end if end is not None else index, index
                relative = False
                end = end if end is not None else min(index + 4, last)
            elif (
                index > token
                and not relative
                and index + 1 < last
                and lower[index + 1] in OBJECT_STARTS
                and is_word(word)
                and word not in BASE_ENDS
                and word not in ("includes", "including")
            ):
                # "a third of cyclists wore a helmet": what stands between a noun and an article is a verb.
                return end if end is not None else index, index
            elif word in BASE_STOPS or self._is_dash(index) or (index > token + 8 and end is not None):
                break
            elif end is None and index > token and word in BASE_ENDS:
                end = index
            index += 1
        return end if end is not None else index, None

    def _is_dash(self, token: int) -> bool:
        """Whether a mark is a dash between clauses and no hyphen in a word."""
        return self.lower[token] in ("-", "--", "–", "—") and not self.document.joined(token)

    def _predicate_end(self, token: int, last: int) -> int:
        index = min(token + 1, last)
        while index < last and index < token + 7:
            word = self.lower[index]
            if (
                not (word[0].isalnum() or word in ("-", "'s", "’s"))
                or word in PREDICATE_STOPS
                or self._is_dash(index)
            ):
                break
            index += 1
        return index

    def _clean(self, first: int, last: int, keep: bool = False) -> str | None:
        drop = frozenset() if keep else frozenset(("the", "a", "an", "its", "all", "their"))
        words: list[str] = []
        depth = 0
        for index in range(first, last):
            word = self.lower[index]
            depth += (word in "(<") - (word in ")>")
            if depth > 0 or word in ")>" or word in drop:
                continue
            # A number in front is another figure: "65 percent of [46.2 million] cars".
            if not words and (
                word[0].isdigit() or word in ("million", "billion", "thousand", "some", "about")
            ):
                continue
            if word[0].isalnum() or word in ("-", "'s", "’s"):
                words.append(word)
        return (
            " ".join(words[:8]).replace(" - ", "-").replace(" 's", "'s").replace(" ’s", "’s").strip("- ")
            or None
        )

    def _base_in_front(self, draft: Draft, first: int) -> str | None:
        """Return the base of "Of the 22 million who answered, 59 percent are men"."""
        lower = self.lower
        if lower[first] in ("of", "among"):
            end = first + 1
            while end < min(draft.first, first + 25) and lower[end] != ",":
                end += 1
            return self._clean(first + 1, end)
        return None

    def _carried(self, draft: Draft) -> tuple[str | None, str | None] | None:
        for position in range(self.positions[id(draft)] - 1, -1, -1):
            other = self.drafts[position]
            if other.sentence < draft.sentence - 1 or position < self.positions[id(draft)] - 40:
                break
            if id(other) in self.predicates:
                return self.predicates[id(other)]
        return None


def predicate_key(predicate: str) -> str:
    """Return what holds for a share as a short code: its verb or adjective, and the head of what follows.

    >>> predicate_key("want a new heating system"), predicate_key("are older than 65")
    ('want_system', 'older_65')
    >>> predicate_key("did not answer the survey")
    'not_answer_survey'
    """
    words = predicate.replace("-", " ").split()
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
