"""Of what a share is a share, and what holds for it."""

from flows.extraction.change_frames import SURVEY_VERBS
from flows.extraction.figure import Draft
from flows.extraction.metric_context import Level
from flows.extraction.metric_lexicon import Metric
from flows.extraction.scopes import Counted, singular_words, slug

SHARE_PREFIX = "share_of_"
BASE_ENDS = frozenset(
    """in on at for from by to with between among and or but while as compared against after since
    during last""".split()
)
BASE_STOPS = frozenset(
    ', ; . : ) “ " compared against from to since after by as due because while but'.split()
)
PREDICATE_STOPS = frozenset(
    """compared while and but against as due since after because from during by""".split()
)
RELATIVES = frozenset("who which that".split())


class ShareNames(Counted):
    """Names the shares of one document."""

    def _share(
        self, draft: Draft, level: Level, metric: Metric | None, words: str, code: str
    ) -> tuple[str, str]:
        near = level.last > draft.first - 6 and level.first < draft.last + 4
        surveyed = "kind" in draft.why and draft.why["kind"].rule == "survey"
        if metric is not None and metric.kind == "share" and near and not surveyed:
            draft.base = self._of(level.last, self.document.sentences[draft.sentence][1])
            return words, code
        base, predicate = self._base_and_predicate(draft)
        if metric is not None and metric.kind == "share" and base is None and predicate is None:
            return words, code
        self.predicates[id(draft)] = base, predicate
        draft.base = base = base or (words if predicate is None else None)
        if predicate is None:
            return f"share of {base}", SHARE_PREFIX + slug(singular_words(base or ""))
        text = f"{base} that {predicate}" if base else predicate
        return f"share of {text}" if base else f"share that {predicate}", SHARE_PREFIX + slug(text)

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
        while (
            token < last
            and token < draft.last + 3
            and lower[token] in ("share", "stake", "interest", "-", "of")
        ):
            token += 1
        base = predicate = None
        if (
            (token > draft.last and lower[token - 1] == "of")
            or draft.form == "fraction"
            or draft.unit == "fraction"
        ):
            end, verb = self._verb_after(token, last)
            if token < last and lower[token] in ("which", "whom", "them"):
                return self._noun_before(draft), self._clean(
                    token + 1, self._predicate_end(token + 1, last), keep=True
                )
            base = self._clean(token, verb if verb is not None else end)
            if verb is not None:
                predicate = self._clean(verb, self._predicate_end(verb, last), keep=True)
        elif token < last and (lower[token] in SURVEY_VERBS or lower[token] in RELATIVES):
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
