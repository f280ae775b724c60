"""When an extreme was reached, which a length of time tells: "the highest in two years", "a 52-week low".

Such a length of time is no stretch that anything lasted: it is of the time when that was so high or low.
"""

from bisect import bisect_left
from typing import Final

from flows.extraction.dates.date_words import bag
from flows.extraction.dates.figure_families import is_of_change
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Draft
from flows.extraction.periods.governing_dates import governing
from flows.extraction.periods.market_moves import MARKETS, SHARES
from flows.extraction.periods.period_case import EXTREMES, STRETCH_HEDGES, Case, case_of, give
from flows.extraction.periods.period_context import Context, Period
from flows.extraction.periods.periods_by_metric import IDLE, trading_day
from flows.extraction.periods.quoted_days import INDICES, PRICED
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
# Between a value and the mark that it is; and the most tokens from the one to the other.
APPOSING: Final = ([","], ["-"], ["--"], ["–"], ["—"])
APPOSED: Final = 7
DESCRIBING: Final = HEDGES | OWNING | {"new", "fresh", "near", "another"}
# What is traded every day, and the most tokens from there to its mark.
TRADED: Final = SHARES | MARKETS | INDICES | PRICED | {"index", "futures", "bonds"}
TRADED_REACH: Final = 16
# Before a mark these say that it was reached some other time; or that something else reached it.
OTHER_TIMES: Final = bag(
    "from since above below off after before had when while than was were but and recently"
)


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
            case = case_of(draft, sentence, number, context)
            governed, rule, _ = governing(case)
            period = governed if rule in GOVERNED else None
            if period is None and rule == "":
                period = _of_trading(case)
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
    """Return the period of the value that an extreme is, or of the change that led to it.

    "A 52-week low of $9", "$9, a 52-week low", "fell 5 percent to a 52-week low".
    """
    draft = sentence.drafts[index]
    value = sentence.drafts[index + 1] if index + 1 < len(sentence.drafts) else None
    if value is not None and sentence.lower[draft.last + 1 : draft.last + 2] == ["of"]:
        return _period(value) if value.first == draft.last + 2 else None
    value = sentence.drafts[index - 1] if index else None
    if value is None or sentence.old[value.first] or draft.first - value.last > APPOSED:
        return None
    between = sentence.lower[value.last : draft.first]
    is_led_to = "to" in between and is_of_change(value, sentence) and JOINING.isdisjoint(between)
    is_apposed = between[:1] in APPOSING and DESCRIBING.issuperset(between[1:])
    return _period(value) if is_led_to or is_apposed else None


def _of_trading(case: Case) -> Period | None:
    """Return the day on which something traded was so high or low, where its sentence tells none.

    It is that of the text's quotes, else the publication's where markets were open.
    """
    draft, sentence, context = case.draft, case.sentence, case.context
    if case.tense != "past" or not all(sentence.role(date) in IDLE for date in sentence.dates):
        return None
    begin = max(sentence.first, draft.first - TRADED_REACH)
    told = sentence.lower[begin : draft.first]
    at = max((index for index, word in enumerate(told) if word in TRADED), default=None)
    if at is None or not OTHER_TIMES.isdisjoint(told[at:]):
        return None
    day = context.quoted or (trading_day(context.today) if context.calendar.day is not None else None)
    return Period(day, day, "published") if day is not None else None


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
