"""What is counted, and the words that narrow it: so that only like is compared with like."""

from functools import lru_cache
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.levels import LevelFinder
from flows.extraction.metrics.metric_context import Level
from flows.extraction.numbers.change_frames import is_ratio
from flows.extraction.text.change_words import singular
from flows.extraction.text.noun_phrases import VERBS, is_word

# Words that stand before a counted noun without narrowing what is counted.
NO_SCOPE: Final = frozenset(
    """daily weekly net gross current total combined overall global worldwide record full entire
    whole own group brand company yearly half full-year first-half second-half year-on-year
    additional extra recent huge mere best top leading strong weak robust solid better big
    biggest small quarter key main major average estimated more fewer less other different
    various several separate such same similar official latest preliminary final economic""".split()
)
SCOPE_SYNONYMS: Final = {
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
    "carbon dioxide": "co2",
    "carbon": "co2",
}


class Counted:
    """What the figures of one document count, by their own words or those of most others."""

    def __init__(self, finder: LevelFinder, drafts: list[Draft]) -> None:
        self.finder = finder
        self.lower = finder.lower
        self.document = finder.document
        self.drafts = drafts
        self.positions = {id(draft): position for position, draft in enumerate(drafts)}
        self.own_nouns: dict[int, str | None] = {}
        self.counts_trucks = False
        self.theme_noun: dict[str, str] = {}
        self.theme_scope: str | None = None
        self._find_themes()

    def _find_themes(self) -> None:
        """Find what is counted where a figure does not say it: "sales were 305,418" among vehicles sold."""
        scopes: dict[str, int] = {}
        classed = 0
        for draft in self.drafts:
            level = self.finder.levels.get(id(draft))
            noun = self._own_noun(draft, level)
            if noun is None:
                continue
            cls = self.class_of_noun(draft, noun) or noun
            scope = self.finder.lexicon.counted.get(noun, (noun, ""))[1]
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

    def class_of_noun(self, draft: Draft, noun: str | None) -> str | None:
        """Return the class of a counted noun; a capitalised name of a make is the vehicle: "300 Leafs"."""
        if noun is None:
            return None
        lexicon = self.finder.lexicon
        if noun in lexicon.makes and noun not in lexicon.counted:
            phrase = self.finder.nouns.get(id(draft))
            if phrase is not None and self.document.words[phrase[1] - 1][0].isupper():
                return lexicon.makes[noun]
        return lexicon.counted.get(noun, (noun, ""))[0]

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
            if self.finder.lexicon.counted.get(before, ("model",))[0] != "model":
                return before
        unit = (draft.unit or "").split(" per ")[0]
        if (
            unit
            and not unit.startswith("per ")
            and not is_ratio(draft)
            and draft.kind != "money"
            and unit.islower()
            and unit not in generic
        ):
            return singular(unit)
        return None

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


def _narrows(word: str) -> bool:
    return (
        (is_word(word) or word == "new")
        and word not in VERBS
        and len(word) > 2
        and "." not in word
        and word != "based"
    )


@lru_cache(maxsize=8192)
def slug(words: str) -> str:
    """Return words as a code: lower case, one underscore between words.

    >>> slug("People's Choice vote-getters")
    'people_s_choice_vote_getters'
    """
    return "_".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
