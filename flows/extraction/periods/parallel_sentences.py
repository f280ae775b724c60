"""Sentences built like the one before: "Loans rose to 9 in May from 8 in April", "deposits to 6 from 5".

Their figures are of the same times, each in its place.
"""

from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Draft
from flows.extraction.periods.period_case import give
from flows.extraction.periods.period_context import Pattern, Period
from flows.extraction.text.period_words import FUTURE_VERBS


def follow(sentence: Sentence, number: int, before: Pattern) -> Pattern:
    """Fill the figures of a sentence without dates that is built like the one before; return its pattern.

    What it compares with is of the times before only where what is compared is.
    """
    drafts = sentence.drafts
    kinds = [(sentence.old[draft.first], draft.kind, draft.unit) for draft in drafts]
    is_ahead = not FUTURE_VERBS.isdisjoint(sentence.lower[sentence.first : sentence.last])
    is_parallel = kinds == before.kinds and number == before.at + 1 and not (sentence.dates or is_ahead)
    if is_parallel and all(
        period is None or _same(period, told)
        for draft, told in zip(drafts, before.periods, strict=True)
        if not sentence.old[draft.first]
        for period in (_period(draft),)
    ):
        for draft, told in zip(drafts, before.periods, strict=True):
            own = _period(draft)
            if own is None or (sentence.old[draft.first] and not _same(own, told)):
                give(draft, told, "parallel", sentence, 0.6)
    elif not sentence.dates:
        return Pattern()
    periods = [period for draft in drafts if (period := _period(draft)) is not None]
    is_comparison = any(is_old for is_old, _, _ in kinds) and not kinds[0][0]
    is_whole = is_comparison and len(periods) == len(drafts) and len({kind[1:] for kind in kinds}) == 1
    return Pattern(kinds, periods, number) if is_whole else Pattern()


def _period(draft: Draft) -> Period | None:
    if draft.period_end is None or draft.is_cumulative:
        return None
    return Period(draft.period_start, draft.period_end, draft.period_basis or "")


def _same(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)
