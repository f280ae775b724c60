"""When an extreme was reached, which a length of time tells: "the highest in two years", "a 52-week low".

Such a length of time is no stretch that anything lasted: it is of the time when that was so high or low.
"""

from bisect import bisect_left
from typing import Final

from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Draft
from flows.extraction.periods.governing_dates import governing
from flows.extraction.periods.period_case import EXTREMES, STRETCH_HEDGES, case_of, give
from flows.extraction.periods.period_context import Context, Period
from flows.extraction.text.period_words import is_superlative

# How sure such a time is: annotators take it, but often say that others may not.
SURENESS: Final = 0.5
# Tokens before "in two years" in which the superlative stands.
REACH: Final = 8
REACHING: Final = frozenset(("in", "for"))
HEDGES: Final = STRETCH_HEDGES | {"over", "the", "past", "last"}
OWNING: Final = frozenset(("the", "its", "their", "a", "an", "his", "her"))
# Behind these another statement begins.
JOINING: Final = frozenset(("and", "but", "while", "after", "before", "from", ";", ":"))
GOVERNED: Final = frozenset(("after", "before", "later"))


def date_extremes(sentence: Sentence, number: int, context: Context) -> None:
    """Fill the period of the lengths of time in a sentence that say how extreme something was."""
    for index, draft in enumerate(sentence.drafts):
        if draft.kind != "duration":
            continue
        is_mark = not EXTREMES.isdisjoint(sentence.lower[draft.last : draft.last + 1])
        superlative = None if is_mark else _superlative(draft, sentence)
        if not is_mark and superlative is None:
            continue
        period = _of_mark(index, sentence) if is_mark else _of_apposed(draft, superlative or 0, sentence)
        if period is None:
            governed, rule, _ = governing(case_of(draft, sentence, number, context))
            period = governed if rule in GOVERNED else None
        if period is not None:
            give(draft, period, "extreme", sentence, SURENESS)


def _superlative(draft: Draft, sentence: Sentence) -> int | None:
    """Return the token of the superlative that a length of time measures: "the most in over ten years"."""
    lower, at = sentence.lower, draft.first - 1
    while at > sentence.first and lower[at] in HEDGES:
        at -= 1
    if lower[at] not in REACHING:
        return None
    for index in range(at - 1, max(sentence.first, at - REACH) - 1, -1):
        if is_superlative(lower[index]):
            return index
        if index in sentence.numbers or lower[index] in JOINING or lower[index] == ",":
            return None
    return None


def _of_mark(index: int, sentence: Sentence) -> Period | None:
    """Return the period of the value that an extreme is: "a 52-week low of $9"."""
    draft = sentence.drafts[index]
    value = sentence.drafts[index + 1] if index + 1 < len(sentence.drafts) else None
    if value is None or sentence.lower[draft.last + 1 : draft.last + 2] != ["of"]:
        return None
    return _period(value) if value.first == draft.last + 2 else None


def _of_apposed(draft: Draft, superlative: int, sentence: Sentence) -> Period | None:
    """Return the period of the figure that is said to be extreme: "rose 5 percent, the most in ten years"."""
    at = superlative - 1
    while at > sentence.first and sentence.lower[at] in OWNING:
        at -= 1
    before = bisect_left(sentence.drafts, draft.first, key=lambda other: other.first) - 1
    if sentence.lower[at] != "," or before < 0 or sentence.old[sentence.drafts[before].first]:
        return None
    return _period(sentence.drafts[before])


def _period(draft: Draft) -> Period | None:
    if draft.period_start is None or draft.is_cumulative:
        return None
    return Period(draft.period_start, draft.period_end, draft.period_basis or "")
