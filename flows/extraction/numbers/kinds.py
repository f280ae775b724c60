"""Is a number a level, a change of a level, or a part of a whole? And which way does a change go?

The number reader gives what can be read off the number itself (percent, money, count). Here its
neighbours decide: "up 15 percent" is growth, "15 percent of voters" a share, "to 15 percent" a level.
"""

from collections.abc import Collection
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.numbers.change_frames import (
    FILLERS,
    STOPS,
    SURVEY_VERBS,
    Change,
    find_change,
    is_ratio,
    level_follows,
    written_sign,
)
from flows.extraction.numbers.named_changes import find_count_change, find_named_change, find_pace
from flows.extraction.text.change_words import CURRENT
from flows.extraction.text.document import Document

SHARE_NOUNS: Final = frozenset(
    """share stake slice chunk holding interest shareholding majority minority proportion portion
    ownership""".split()
)
SHARE_VERBS: Final = frozenset(
    """account accounts accounted accounting represent represents represented representing comprise
    comprises comprised comprising constitute constitutes constituted constituting contribute
    contributes contributed contributing own owns owned owning hold holds held holding control
    controls controlled controlling captured capture commands command commanding won win wins
    took takes polled""".split()
)
SURVEY_WORDS: Final = frozenset(
    """poll polls survey surveys surveyed polled respondents pollsters pollster interviewed
    questioned voters mori yougov icm gallup""".split()
)
QUANTIFIERS: Final = frozenset(
    "majority most minority half third quarter fifth two-thirds three-quarters".split()
)
LEVEL_NOUNS: Final = frozenset("share stake margin turnout yield".split())
OWNED: Final = frozenset("owned held controlled".split())
# A ratio that is no part of a whole: debt can be 120 percent of it.
NO_WHOLE: Final = frozenset("gdp gnp gross output capacity income".split())


def flip(draft: Draft) -> None:
    """Turn a draft into its negative: value and every interval, low and high changing places."""
    draft.value = _minus(draft.value)
    draft.low, draft.high = _minus(draft.high), _minus(draft.low)
    draft.stated_low, draft.stated_high = _minus(draft.stated_high), _minus(draft.stated_low)
    draft.read_low, draft.read_high = _minus(draft.read_high), _minus(draft.read_low)


def _minus(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


def find_share(lower: list[str], first: int, last: int, draft: Draft) -> tuple[int, int, str] | None:
    """Return the words (token range) and rule that make `draft` a part of a whole, or None."""
    index = draft.last
    word = lower[index] if index < last else ""
    if word == "," and draft.first == first + 1 and lower[first] == "for" and is_ratio(draft):
        # "For 57%, pay came first."
        return first, first + 1, "survey"
    if word == ")" and lower[draft.first - 1] == "(" and index + 1 < last:
        for back in range(draft.first - 2, max(first - 1, draft.first - 8), -1):
            if lower[back] in QUANTIFIERS:
                # "a majority of voters (68%)", "most (60%)"
                return back, back + 1, "restated in brackets"
    if word == "-" and index + 1 < last:
        index += 1
        word = lower[index]
    if word == "interest" and lower[index + 1 : index + 2] != ["in"]:
        return None
    if word in OWNED or word in SHARE_NOUNS:
        return index, index + 1, "share word after"
    if word == "of":
        following = lower[index + 1 : min(index + 5, last)]
        is_own = following[:1] in (["its"], ["their"]) and following[1:2] == ["output"]
        return None if NO_WHOLE & set(following) and not is_own else (index, index + 1, "of a whole")
    if (
        draft.first > first
        and lower[draft.first - 1] == "with"
        and lower[draft.first - 2] not in ("compared", "along")
        and (word in ("being", "in", "from") or word.endswith("ing"))
    ):
        # "with 81 percent being hired that way"
        return draft.first - 1, draft.first, "part that does so"
    for ahead in range(index, min(index + 3, last)):
        if lower[ahead] in SHARE_NOUNS:
            return ahead, ahead + 1, "share word after"
        if not lower[ahead].isalpha() or lower[ahead] in STOPS:
            break
    if word in SURVEY_VERBS or (word in ("who", "that") and lower[index + 1 : index + 2] != ["the"]):
        return index, index + 1, "survey"
    for back in range(draft.first - 1, max(first, draft.first - 8) - 1, -1):
        word = lower[back]
        if word in (";", ":", ",") or (word[0].isdigit() and back < draft.first - 1):
            break
        if word in SHARE_VERBS and back >= draft.first - 4:
            return back, back + 1, "share verb before"
        if word in ("share", "stake", "shareholding", "proportion", "accounted", "accounting"):
            return back, back + 1, "share word before"
    return None


_COMPARING: Final = frozenset(
    ("compared", "relative", "next")
)  # "rising 5.2 percent compared to 2.4 percent"


class KindRules:
    """Refines the kinds of one document's drafts, in text order."""

    def __init__(self, document: Document, dated: Collection[int], changes: dict[int, Change]) -> None:
        self.document = document
        self.lower = document.lower
        self.dated = dated
        self.changes = changes

        self._is_survey: bool | None = None

    def is_survey(self) -> bool:
        """Whether the article tells of a survey."""
        if self._is_survey is None:
            named = not SURVEY_WORDS.isdisjoint(self.document.vocabulary())
            self._is_survey = named and sum(map(SURVEY_WORDS.__contains__, self.lower)) > 2
        return self._is_survey

    def refine(self, draft: Draft, here: list[Draft], previous: list[Draft]) -> None:
        """Refine the kind of `draft`; `here` are the figures before it in its sentence."""
        lower, before = self.lower, here[-1] if here else None
        if draft.kind in ("duration", "rank", "score", "ordinal_milestone"):
            return
        first, last = self.document.sentences[draft.sentence]
        following = lower[draft.last] if draft.last < last else ""
        if draft.unit == "times" and following in ("more", "as", "less", "likelier", "that", "the"):
            # "Twice the size" compares; what "doubled the size" has changed it.
            draft.kind = "growth" if lower[draft.first].endswith(("ed", "ing")) else "rate"
            return
        ratio = is_ratio(draft)
        if ratio and self._is_level_of(draft):
            change = None
        else:
            change = find_change(lower, first, last, draft, self.dated)
        if change is None and ratio and draft.first > first and lower[draft.first - 1] == "(":
            change = written_sign(self.document, draft)
        if change is None:
            if ratio:
                change = find_pace(lower, first, last, draft)
            elif draft.kind in ("count", "money"):
                change = find_count_change(lower, first, draft)
        if change is not None:
            self._make_growth(draft, change)
            self._because(draft, change.rule, change.first, change.last)
            return
        if draft.kind == "growth":
            return
        if (
            before is not None
            and before.kind == "growth"
            and draft.first - before.last <= 4
            and self._word_before(draft) in ("or", "(")
            and not (draft.unit or "").endswith(" per share")
        ):
            # "fell 12 percent, or 300 jobs": one change, said twice.
            self._take(draft, before)
            return
        if ratio and (model := self._moved_alike(draft, here)) is not None:
            self._take(draft, model)
            return
        if draft.kind == "rate" or not ratio:
            return
        share = find_share(lower, first, last, draft)
        if share is not None:
            draft.kind = "share"
            self._because(draft, share[2], share[0], share[1])
        elif draft.kind != "share":
            self._inherit(draft, before, previous)
            if draft.kind == "percent":
                self._find_named_change(draft, before, first)
            if draft.kind == "percent" and draft.unit == "basis point":
                draft.kind = "rate"

    def _is_level_of(self, draft: Draft) -> bool:
        """Whether a noun says that a ratio is a level: "aims to recover a market share of 10 percent"."""
        index = draft.first - 1
        if self._is_current(draft):
            return True
        while index > 1 and self.lower[index] in FILLERS:
            index -= 1
        return self.lower[index] == "of" and self.lower[index - 1] in LEVEL_NOUNS

    def _is_current(self, draft: Draft) -> bool:
        """Whether a ratio stands now, from where it may move: "from the current 4 percent"."""
        return draft.first > 0 and self.lower[draft.first - 1] in CURRENT

    def _word_before(self, draft: Draft) -> str:
        """Return the word before a number and its hedge: "[or] almost 20 percent"."""
        index = draft.first - 1
        while index > 0 and self.lower[index] in FILLERS:
            index -= 1
        return self.lower[index] if index >= 0 else ""

    def _moved_alike(self, draft: Draft, here: list[Draft]) -> Draft | None:
        """Return the change of the clause before, whose verb goes on: "profit rose 9% to 4, sales 3% to 88".

        Both lead to a level; none does that an adverb or a verb of its own makes one (`find_change`).
        """
        model = next((one for one in reversed(here) if is_ratio(one)), None)
        if model is None or model is here[-1] or model.kind != "growth":
            return None
        lower = self.lower
        is_alike = lower[model.last : model.last + 1] == ["to"] == lower[draft.last : draft.last + 1]
        return model if is_alike and level_follows(lower, draft) else None

    def _inherit(self, draft: Draft, before: Draft | None, previous: list[Draft]) -> None:
        """Give a bare percentage the kind of the one before it: "rose 3 percent in May and 4 in June"."""
        lower = self.lower
        if self._is_current(draft):
            return
        if before is None:
            opener = lower[self.document.sentences[draft.sentence][0] : draft.first]
            if any(word in ("compares", "compared", "compare", "against") for word in opener):
                self._take(draft, next((d for d in reversed(previous) if is_ratio(d)), None))
        elif is_ratio(before):
            if draft.first - before.last <= 14:
                if not self._is_reached(draft, before):
                    self._take(draft, before)
                elif (before.unit or "").endswith("point"):
                    # What moves by points is a rate: "rose 7 basis points to 3.2 percent".
                    draft.kind = "rate"
                if before.kind == "rate" and draft.kind == "percent" and self._word_before(draft) == "to":
                    # "Cut by a percentage point from 4 percent to 3 percent"
                    draft.kind = "rate"
        elif (
            before.kind == "count"
            and draft.first - before.last <= 5
            and self._word_before(draft) in ("or", "(")
        ):
            draft.kind = "share"
            self._because(draft, "share in brackets", draft.first - 1, draft.last)
        if draft.kind == "percent" and self.is_survey() and not self._is_named_rate(draft):
            draft.kind = "share"
            draft.confidence["kind"] = 0.6
            self._because(draft, "percentage in a survey", draft.first, draft.last)

    def _is_reached(self, draft: Draft, before: Draft) -> bool:
        """Whether a percentage is the level that a change led to or began at: "rose 7 points to 3.2 percent".

        A multiple leads to one too: "is set to halve to between 3 and 5 percent"; and so does a change in
        percent where it does not go from one change to another: "edged up 0.1% to 4.7%".
        """
        if before.kind != "growth" or draft.unit != "percent":
            return False
        word = self._word_before(draft)
        if (before.unit or "").endswith("point"):
            return word in ("to", "at", "from")
        if before.form == "multiple":
            return word in ("to", "at")
        if word != "to" or self.lower[before.last] in _COMPARING:
            return False
        return draft.first - before.last <= 2 and self._word_before(before) != "from"

    def _find_named_change(self, draft: Draft, before: Draft | None, first: int) -> None:
        """Read "growth slowed to 3 percent", "the increase was 3 percent" as changes."""
        reach = before.last if before is not None else first
        change = find_named_change(self.lower, first, reach, draft)
        if change is not None:
            self._make_growth(draft, change)
            self._because(draft, change.rule, change.first, change.last)

    def _is_named_rate(self, draft: Draft) -> bool:
        """Whether a rate or margin is named nearby: those are levels, in surveys too."""
        return any(
            word
            in ("rate", "rates", "inflation", "unemployment", "margin", "margins", "yield", "tax", "error")
            for word in self.lower[max(0, draft.first - 8) : draft.last + 3]
        )

    def _take(self, draft: Draft, other: Draft | None) -> None:
        if other is None or other.kind not in ("growth", "share"):
            return
        if other.kind == "growth":
            change = self.changes.get(id(other))
            if change is None:
                return
            self._make_growth(draft, change)
        else:
            draft.kind = "share"
        draft.confidence["kind"] = 0.7
        self._because(draft, "as the figure before", other.first, other.last)

    def _make_growth(self, draft: Draft, change: Change) -> None:
        self.changes[id(draft)] = change
        if draft.kind == "growth":
            return
        draft.kind = "growth"
        size = draft.value if draft.value is not None else draft.low
        if change.sign < 0 and size is not None and size > 0:
            flip(draft)

    def _because(self, draft: Draft, rule: str, first: int, last: int) -> None:
        draft.why["kind"] = Because(rule, *self.document.span(first, last))
