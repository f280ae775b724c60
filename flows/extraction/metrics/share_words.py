"""What a share is of and what holds for it, as the words say: "63% of [voters] [want a bridge]"."""

from dataclasses import dataclass
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.levels import LevelFinder
from flows.extraction.metrics.scopes import Counted
from flows.extraction.numbers.change_frames import SURVEY_VERBS
from flows.extraction.text.noun_phrases import COPULAS, is_word
from flows.extraction.text.verb_words import NOT_VERBS, PAST, PREPOSITIONS

BASE_ENDS: Final = frozenset(
    """in on at for from by to with between among and or but while as compared against after since
    during last""".split()
)
BASE_STOPS: Final = frozenset(
    ', ; . : ) “ " compared against from to since after by as due because while but according coming'.split()
)
# Verbs that a base is the subject of: "half of the houses [may] flood".
BASE_VERBS: Final = SURVEY_VERBS | frozenset("will may could might must can should comes stems goes".split())
PREDICATE_STOPS: Final = frozenset(
    """compared while and but against as due since after because from during by when if""".split()
)
RELATIVES: Final = frozenset("who which that".split())
OBJECT_STARTS: Final = frozenset("a an the their its his her no".split())
COMPARED: Final = frozenset("compared compares compare against versus than".split())
DENIALS: Final = frozenset("not n't never don't didn't doesn't don’t didn’t doesn’t".split())
STAND_INS: Final = frozenset("one so the same to no".split()) | DENIALS
AFTER_WHICH: Final = frozenset((",", ";", ":", "and", "but", "while"))
# A predicate that ends with one of these goes on.
OPEN_ENDS: Final = PREPOSITIONS | frozenset("a an the its their his her if when and or be been".split())
# How many sentences apart answers of one survey stand.
ANSWERS_REACH: Final = 3
PREDICATE_REACH: Final = 12
# Verbs that report or only join: what holds comes behind them.
EMPTY_VERBS: Final = frozenset(
    """said say says saying believe believed believes think thought agreed agree felt feel reported report
    admit admitted claimed responded replied expected expect were are is was be been being has have had having
    do does did would will can could may might should must they he she it them their his her its own who that
    planned plan go going came come get got""".split()
)


@dataclass(slots=True)
class Shared:
    """What a share is of, what holds for it, and the share that it has the base from, None where its own."""

    base: str | None
    predicate: str | None
    source: Draft | None


def predicate_says(predicate: str) -> bool:
    """Whether a predicate says what holds: "want a bridge", and not "do", "have one", "did so"."""
    return any(
        word not in EMPTY_VERBS and word not in STAND_INS and word[0].isalpha() for word in predicate.split()
    )


class ShareWords(Counted):
    """Reads bases and predicates of the shares of one document."""

    def __init__(self, finder: LevelFinder, drafts: list[Draft]) -> None:
        super().__init__(finder, drafts)
        self.shares: dict[int, Shared] = {}

    def _of(self, token: int, last: int) -> str | None:
        """Return what stands behind "of" or "in" at `token`: the base of "a share of the market"."""
        if token < last and self.lower[token] in ("of", "in"):
            return self._clean(token + 1, self._verb_after(token + 1, last)[0])
        return None

    def _base_and_predicate(self, draft: Draft) -> Shared:
        """Return what a share is of, and what holds for it: "of [voters] [want a new bridge]"."""
        first, last = self.document.sentences[draft.sentence]
        base, predicate = self._own_words(draft, first, last)
        if base in ("those", "these", "them"):
            base = self._noun_before(draft) or base
        own = Shared(base, predicate, None)
        if base is not None and predicate is not None and predicate_says(predicate):
            return own
        carried = self._carried(draft)
        if carried is None:
            return own
        if base is None:
            own.base, own.source = carried.base, carried.source
        elif not (base.startswith("those") or predicate is not None or self._is_compared(draft, first)):
            return own
        if predicate is None or not predicate_says(predicate):
            own.predicate = self._stood_in(predicate, carried.predicate)
        return own

    def _stood_in(self, predicate: str | None, carried: str | None) -> str | None:
        """Return what "compared with 9% of smokers", "41% do", "20% do not" take over; None of "are men"."""
        if carried is None or carried.split(" ", 1)[0] in ("is", "are", "was", "were"):
            return predicate
        denied = predicate is not None and not DENIALS.isdisjoint(predicate.split())
        return f"not {carried}" if denied else carried

    def _own_words(self, draft: Draft, first: int, last: int) -> tuple[str | None, str | None]:
        """Return base and predicate as they stand beside the number."""
        lower = self.lower
        token = draft.last
        if draft.form == "fraction" and draft.noun_first is not None and draft.noun_last is not None:
            # "Nine letters out of ten arrive"
            reach = min(last, token + PREDICATE_REACH)
            copula = next((at for at in range(token, reach) if lower[at] in COPULAS), token)
            return self._clean(draft.noun_first, draft.noun_last), self._predicate(copula, last)
        if token < last and lower[token] == "," and lower[draft.first - 1] == "for":
            # "For 57%, pay came first."
            return self._carried_base(draft), self._predicate(token + 1, last)
        restated = token < last and lower[token] == ")" and lower[draft.first - 1] == "("
        if restated:
            token += 1
        elif lower[token : token + 1] == ["("] and ")" in lower[token : token + 6]:
            token = lower.index(")", token) + 1
        start = token
        while (
            token < last and token < start + 3 and lower[token] in ("share", "stake", "interest", "-", "of")
        ):
            token += 1
        of = token > start and lower[token - 1] == "of"
        verbal = token < last and (
            lower[token] in SURVEY_VERBS
            or lower[token] in RELATIVES
            or lower[token] in PAST
            or (lower[token].endswith("ed") and lower[token] not in NOT_VERBS)
        )
        if of or ((draft.form == "fraction" or draft.unit == "fraction") and not verbal):
            if token < last and lower[token] in ("which", "whom", "them"):
                return self._noun_before(draft), self._predicate(token + 1, last)
            end, verb = self._verb_after(token, last)
            base = self._clean(token, verb if verb is not None else end)
            if verb is None or self._is_named(verb, last):
                return base, None
            return base, self._predicate(verb, last)
        if not verbal:
            return None, None
        before = self._restated_base(draft, first) if restated else None
        return before or self._base_in_front(draft, first), self._predicate(
            token + (lower[token] in RELATIVES), last
        )

    def _predicate(self, token: int, last: int) -> str | None:
        return self._clean(token, self._predicate_end(token, last), keep=True)

    def _is_compared(self, draft: Draft, first: int) -> bool:
        """Whether a share is set against the one before it: "compared with 9% of", "This compares to 14%"."""
        return not COMPARED.isdisjoint(self.lower[max(first, draft.first - 4) : draft.first])

    def _restated_base(self, draft: Draft, first: int) -> str | None:
        """Return the base of a share that brackets restate: "A majority of [voters] (68%)"."""
        for index in range(draft.first - 2, max(first, draft.first - 8), -1):
            if self.lower[index] == "of":
                return self._clean(index + 1, draft.first - 1)
        return None

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
        return carried.base if carried is not None else None

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
            if word in RELATIVES and not (word == "that" and index == token):
                relative = True
            elif word in BASE_VERBS and index > token and index not in self.finder.dated:
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
        while index < last and index < token + PREDICATE_REACH:
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
        words = words[: PREDICATE_REACH if keep else 8]
        while keep and len(words) > 1 and words[-1] in OPEN_ENDS:
            words.pop()
        return (
            " ".join(words).replace(" - ", "-").replace(" 's", "'s").replace(" ’s", "’s").strip("- ") or None
        )

    def _base_in_front(self, draft: Draft, first: int) -> str | None:
        """Return the base of "Of the 22 million who answered, 59 percent are men", "among men 60% do"."""
        lower = self.lower
        if lower[first] in ("of", "among"):
            end = first + 1
            while end < min(draft.first, first + 25) and lower[end] != ",":
                end += 1
            return self._clean(first + 1, end)
        for index in range(draft.first - 2, max(first, draft.first - 7), -1):
            if lower[index] == "among" and lower[index - 1] in AFTER_WHICH:
                end = draft.first - (lower[draft.first - 1] == ",")
                return self._clean(index + 1, end)
        return None

    def _carried(self, draft: Draft) -> Shared | None:
        """Return the share before, from the sentence before or, in a survey's answers, a few before it."""
        reach = ANSWERS_REACH if "kind" in draft.why and draft.why["kind"].rule == "survey" else 1
        for position in range(self.positions[id(draft)] - 1, -1, -1):
            other = self.drafts[position]
            if other.sentence < draft.sentence - reach or position < self.positions[id(draft)] - 40:
                break
            found = self.shares.get(id(other))
            if found is not None:
                return Shared(found.base, found.predicate, found.source or other)
        return None
