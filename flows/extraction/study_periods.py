"""When a survey or study was made: its results hold then, though their own sentences name no date."""

from typing import Final

from flows.extraction.date_words import bag
from flows.extraction.figure import Dated
from flows.extraction.figure_families import is_of_change
from flows.extraction.period_case import Case
from flows.extraction.period_context import Period, title_of
from flows.extraction.period_words import BEFORE_BASE, FUTURE_VERBS
from flows.extraction.reading import Reading

POLLS: Final = frozenset(("survey", "surveys", "poll", "polls"))
STUDIES: Final = POLLS | bag("study studies respondents pollsters questionnaire")
TELLING: Final = STUDIES | bag("polled surveyed questioned interviewed asked sample margin")
# What is only done when a study is made; and what else may be done too, where no study is named beside it.
MAKING: Final = bag("polled surveyed canvassed sampled analysed analyzed interviews fieldwork")
WORKING: Final = bag("conducted carried interviewed questioned examined reviewed")
OPINIONS: Final = bag(
    "said say says expect expected expects believe think thought plan want intend predict anticipate"
)
# Tokens between the making of a study and its date.
REACH: Final = 24
SHARES: Final = frozenset(("share", "percent"))
COUNTED: Final = frozenset(("count", "score", "rate"))


def opens_with_study(reading: Reading) -> bool:
    """Whether a text opens with a survey or study, or has one in its title."""
    document = reading.document
    opening = document.lower[: document.sentences[0][1]]
    return not STUDIES.isdisjoint(opening) or not STUDIES.isdisjoint(title_of(reading).lower)


def study_period(reading: Reading, dates: list[Dated], today: str | None) -> tuple[Period | None, bool]:
    """Return the time of the survey or study that an article opens with, and whether the text says it.

    Else the time is the month or quarter of a survey's first sentence: "fell in May, a survey showed".
    """
    document = reading.document
    opening = document.sentences[0][1]
    is_poll = not POLLS.isdisjoint(document.lower[:opening])
    told: Period | None = None
    made: Period | None = None
    for date in dates:
        if date.start_on is None or date.end_on is None or date.basis not in ("explicit", "published"):
            continue
        if today is not None and date.start_on > today:
            continue
        first, last = document.sentences[document.sentence_at(date.first)]
        words = document.lower[max(first, date.first - REACH) : date.first]
        is_made = not MAKING.isdisjoint(words)
        if not WORKING.isdisjoint(words) and not STUDIES.isdisjoint(document.lower[first:last]):
            is_made = True
        period = Period(date.start_on, date.end_on, date.basis, date)
        if is_made and FUTURE_VERBS.isdisjoint(words):
            if made is None or _is_within(period, made):
                made = period
            continue
        is_of = is_poll and date.first < opening and BEFORE_BASE.isdisjoint(words[-2:])
        if told is None and is_of and period.length() in (1, 3):
            told = period
    return (told, False) if made is None else (made, True)


def _is_within(period: Period, wide: Period) -> bool:
    """Whether a date says more exactly when a study was made: "last week", then "polled on May 5 and 6"."""
    return (wide.start or "") <= (period.start or "") and (period.end or "") <= (wide.end or "")


def is_of_opinion(case: Case, date: Dated | None) -> bool:
    """Whether a date is in what those asked say or think: "30 percent expect more sales next year"."""
    draft, lower = case.draft, case.sentence.lower
    if date is None or date.first < draft.last or draft.kind not in SHARES or not case.context.is_study:
        return False
    return not OPINIONS.isdisjoint(lower[draft.last : date.first])


def of_study(case: Case) -> Period | None:
    """Return the time of the article's study for a figure that is a result of it."""
    draft, sentence, (period, is_made) = case.draft, case.sentence, case.context.study
    if period is None or case.kin == "market" or is_of_change(draft, sentence):
        return None
    is_told = not TELLING.isdisjoint(sentence.lower[sentence.first : sentence.last])
    if draft.kind in SHARES:
        is_carried = draft.kind == "share" or case.kin != "flow" or case.context.period is None
        return period if is_made + is_told + is_carried > 1 else None
    return period if is_told and is_made and draft.kind in COUNTED else None
