"""Names, codes, bases and scopes: from the governing words of a figure to the columns of its row."""

from functools import lru_cache

from flows.extraction.change_frames import SURVEY_VERBS, is_ratio
from flows.extraction.change_words import plural, singular
from flows.extraction.figure import Draft
from flows.extraction.levels import LevelFinder
from flows.extraction.metric_context import Level
from flows.extraction.metric_lexicon import Metric
from flows.extraction.noun_phrases import VERBS, is_word, phrase_after

GROWTH_PREFIX, SHARE_PREFIX = "growth_of_", "share_of_"
# Results that are stated for the company and for one share of it.
PROFITS = frozenset(("profit", "net_profit", "net_loss", "operating_profit", "pretax_profit"))
RATE_ENDINGS = ("rate", "rates", "yield", "yields", "delinquencies", "charge-offs")
EARNINGS_PER_SHARE = "earnings_per_share"
# Words that stand before a counted noun without narrowing what is counted.
NO_SCOPE = frozenset(
    """daily weekly net gross current total combined overall global worldwide record full entire
    whole own group brand company yearly half full-year first-half second-half year-on-year
    additional extra recent huge mere best top leading strong weak robust solid better big
    biggest small quarter key main major average estimated more fewer less other different
    various several separate such same similar official latest preliminary final""".split()
)
SCOPE_SYNONYMS = {
    "all-electric": "electric",
    "battery-electric": "electric",
    "fully-electric": "electric",
    "brand-new": "new",
    "second-hand": "used",
    "secondhand": "used",
    "pre-owned": "used",
    "women": "female",
    "women's": "female",
    "men": "male",
    "men's": "male",
    "home": "domestic",
}
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


class Namer:
    """Gives each draft of a document its metric, code, base and scope."""

    def __init__(self, finder: LevelFinder, drafts: list[Draft]) -> None:
        self.finder = finder
        self.lower = finder.lower
        self.document = finder.document
        self.drafts = drafts
        self.positions = {id(draft): position for position, draft in enumerate(drafts)}
        self.predicates: dict[int, tuple[str | None, str | None]] = {}
        self.own_nouns: dict[int, str | None] = {}
        self.counts_trucks = False
        self.theme_noun: dict[str, str] = {}
        self.theme_scope: str | None = None
        self._find_themes()

    # -- what the article counts ---------------------------------------------------------------

    def _find_themes(self) -> None:
        """Find what is counted where a figure does not say it: "sales were 305,418" among vehicles sold."""
        scopes: dict[str, int] = {}
        classed = 0
        for draft in self.drafts:
            level = self.finder.levels.get(id(draft))
            noun = self._own_noun(draft, level)
            if noun is None:
                continue
            cls, scope = self.finder.lexicon.counted.get(noun, (noun, ""))
            if cls == "vehicle":
                self.counts_trucks = self.counts_trucks or scope in ("truck", "van", "pickup", "suv")
                classed += 1
                for word in self._scope_words(draft, None):
                    scopes[word] = scopes.get(word, 0) + 1
            if level is not None:
                for metric in level.metrics:
                    if metric.counts:
                        self.theme_noun.setdefault(metric.code, cls)
        for word in sorted(scopes):
            if scopes[word] * 2 > classed:
                self.theme_scope = word

    def _own_noun(self, draft: Draft, level: Level | None) -> str | None:
        """Return the singular noun that a draft counts, where its own words say it; found once."""
        if id(draft) not in self.own_nouns:
            self.own_nouns[id(draft)] = self._find_own_noun(draft, level)
        return self.own_nouns[id(draft)]

    def _find_own_noun(self, draft: Draft, level: Level | None) -> str | None:
        if draft.kind in ("rank", "score", "duration"):
            return None
        phrase = self.finder.nouns.get(id(draft))
        generic = self.finder.lexicon.generic_nouns
        if phrase is not None:
            head = singular(self.lower[phrase[1] - 1])
            if head not in generic:
                return head
            for index in range(phrase[1] - 2, phrase[0] - 1, -1):
                if self.lower[index] in self.finder.lexicon.counted:
                    return self.lower[index]
        if level is not None and level.words and " " in level.words:
            before = singular(level.words.replace("-", " ").split(" ")[-2])
            if before in self.finder.lexicon.counted:
                return before
        unit = (draft.unit or "").split(" per ")[0]
        if unit and not is_ratio(draft) and draft.kind != "money" and unit.islower() and unit not in generic:
            return singular(unit)
        return None

    # -- names ---------------------------------------------------------------------------------

    def name(self, draft: Draft, level: Level) -> None:
        """Fill metric, metric_code, base, scope and the kind that the metric implies."""
        metric = self._choose(draft, level)
        noun = self._own_noun(draft, level)
        if metric is None:
            words, code = level.words, slug(level.words)
            if draft.kind == "percent" and words.endswith(RATE_ENDINGS):
                draft.kind = "rate"
        else:
            cls = self.finder.lexicon.counted.get(noun, (noun, ""))[0] if noun else None
            counted = cls or self.theme_noun.get(metric.code) or "unit"
            shown = noun or self.theme_noun.get(metric.code) or "unit"
            words = level.words or metric.name.replace("*", plural(shown))
            code = metric.code.replace("*", slug(plural(counted)))
            if metric.code in PROFITS and (draft.unit or "").endswith(" per share"):
                words, code = f"{words} per share", EARNINGS_PER_SHARE
            if code.startswith("~"):
                code = slug(words)
            if metric.kind and draft.kind in ("percent", "count", "money") and _takes_kind(metric, draft):
                draft.kind = metric.kind
        substance = self._substance(draft)
        if substance is not None and metric is not None:
            words = f"{substance} {words}"
        if (
            draft.kind == "percent"
            and level.source is not None
            and level.source.kind in ("share", "rate")
            and "kind" not in draft.why
        ):
            draft.kind = level.source.kind
        if draft.kind == "growth":
            words = words if words.endswith("growth") else f"change in {words}"
            code = GROWTH_PREFIX + code
        elif draft.kind == "share":
            words, code = self._share(draft, level, metric, words, code)
        draft.metric, draft.metric_code = words, code
        scope = self._scope_words(draft, level)
        if substance is not None:
            scope.append(substance)
        if noun is None and metric is not None and metric.counts and self.theme_scope:
            scope.append(self.theme_scope)
        draft.scope = "+".join(sorted(set(scope))) or None

    def _substance(self, draft: Draft) -> str | None:
        """Return what is measured out: "413,800 tonnes of [zinc]". Zinc is not compared with lead."""
        if self.finder.class_of(draft) != "measure":
            return None
        token = draft.last
        last = self.document.sentences[draft.sentence][1]
        if token + 1 >= last or self.lower[token] != "of" or not _narrows(self.lower[token + 1]):
            return None
        phrase = phrase_after(self.document, token + 1, min(last, token + 3))
        return self.finder.text_of(phrase) if phrase is not None else None

    def _choose(self, draft: Draft, level: Level) -> Metric | None:
        """Return the row of a level: "sales" in percent are of units or money as the figures beside them."""
        metrics = level.metrics
        if len(metrics) < 2:
            return metrics[0] if metrics else None
        if self.finder.class_of(draft) != "percent":
            return metrics[0]
        position = self.positions[id(draft)]
        nearest: tuple[int, Metric] | None = None
        for index, other in enumerate(self.drafts):
            theirs = self.finder.levels.get(id(other))
            if theirs is None or self.finder.class_of(other) == "percent" or not theirs.metrics:
                continue
            if theirs.metrics[0] in metrics:
                same = other.sentence == draft.sentence
                distance = abs(index - position) * 2 + (index < position) - (40 if same else 0)
                if nearest is None or distance < nearest[0]:
                    nearest = distance, theirs.metrics[0]
        if nearest is not None:
            return nearest[1]
        counted = [m for m in metrics if m.counts]
        plain = [m for m in metrics if not m.counts]
        if counted and (self._own_noun(draft, level) or not plain):
            return counted[0]
        return plain[0] if plain else metrics[0]

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
        found = None
        for other in self.drafts:
            if other is draft:
                break
            phrase = self.finder.nouns.get(id(other))
            if phrase is not None and other.sentence == draft.sentence:
                found = self.finder.text_of(phrase)
        return found

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
            elif word in BASE_STOPS or (index > token + 8 and end is not None):
                break
            elif end is None and index > token and word in BASE_ENDS:
                end = index
            index += 1
        return end if end is not None else index, None

    def _predicate_end(self, token: int, last: int) -> int:
        index = token + 1
        while index < last and index < token + 7:
            word = self.lower[index]
            if not (word[0].isalnum() or word in ("-", "'s", "’s")) or word in PREDICATE_STOPS:
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
            while end < draft.first and lower[end] != ",":
                end += 1
            return self._clean(first + 1, end)
        return None

    def _carried(self, draft: Draft) -> tuple[str | None, str | None] | None:
        found = None
        for other in self.drafts:
            if other is draft:
                break
            if id(other) in self.predicates and other.sentence >= draft.sentence - 1:
                found = self.predicates[id(other)]
        return found

    # -- scope ---------------------------------------------------------------------------------

    def _scope_words(self, draft: Draft, level: Level | None) -> list[str]:
        """Return the words that narrow what is counted, normalised."""
        found = []
        phrase = self.finder.nouns.get(id(draft))
        raw: list[str] = list(draft.modifiers)
        head = None
        if phrase is not None:
            head = singular(self.lower[phrase[1] - 1])
            if not raw:
                raw = self._joined(phrase[0], phrase[1] - 1)
        if (
            level is not None
            and level.words
            and level.metrics
            and level.metrics[0].code[0] != "~"
            and not level.rule.startswith("as the sentence")
        ):
            raw += level.words.split(" ")[: -len(self._noun_words(level))]
        counted = self.finder.lexicon.counted
        for word in raw:
            word = SCOPE_SYNONYMS.get(word, word)
            single = singular(word)
            if single in counted:
                scope = counted[single][1]
                if single == "car" and self.counts_trucks:
                    scope = "car"
                if scope:
                    found.append(scope)
            elif word not in NO_SCOPE and single not in self.finder.lexicon.generic_nouns and _narrows(word):
                found.append(word)
        if head in counted:
            if counted[head][1]:
                found.append(counted[head][1])
            elif head == "car" and self.counts_trucks:
                found.append("car")
        return found

    def _noun_words(self, level: Level) -> list[str]:
        return self.lower[level.first : level.last]

    def _joined(self, first: int, last: int) -> list[str]:
        """Return the lower-case words of a phrase, hyphenated ones as one, without names."""
        words: list[str] = []
        index = first
        while index < last:
            start = index
            while index + 2 < last and self.lower[index + 1] == "-":
                index += 2
            if (
                not self.document.words[start][0].isupper()
                or self.lower[start] in self.finder.lexicon.counted
            ):
                words.append("".join(self.lower[start : index + 1]))
            index += 1
        return [word for word in words if word != "-"]


def _takes_kind(metric: Metric, draft: Draft) -> bool:
    """Whether the metric's own kind applies: a percentage, or money of an exchange rate."""
    return is_ratio(draft) or metric.kind == "rate"


def _narrows(word: str) -> bool:
    return (
        (is_word(word) or word == "new")
        and word not in VERBS
        and len(word) > 2
        and "." not in word
        and word != "based"
    )


def singular_words(words: str) -> str:
    """Return words with a singular head, so that "votes" and "the vote" share a code."""
    return singular(words) if " " not in words else words


@lru_cache(maxsize=8192)
def slug(words: str) -> str:
    """Return words as a code: lower case, one underscore between words.

    >>> slug("People's Choice vote-getters")
    'people_s_choice_vote_getters'
    """
    return "_".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
