"""When a survey or study was made: its results hold then, though their own sentences name no date."""

from typing import Final

from flows.extraction.dates.calendars import day_of, months
from flows.extraction.dates.date_words import bag
from flows.extraction.dates.figure_families import is_of_change
from flows.extraction.figure import PLACED, Dated
from flows.extraction.periods.opening_periods import title_of
from flows.extraction.periods.period_case import Case
from flows.extraction.periods.period_context import Period
from flows.extraction.periods.present_states import standing_now
from flows.extraction.reading import Reading
from flows.extraction.text.document import Document
from flows.extraction.text.period_words import BEFORE_BASE, FUTURE_VERBS, SUBORDINATE_TIMES
from flows.extraction.text.subject_words import SHARES

POLLS: Final = frozenset(("survey", "surveys", "poll", "polls"))
STUDIES: Final = POLLS | bag("study studies respondents pollsters questionnaire")
TELLING: Final = STUDIES | bag("polled surveyed questioned interviewed asked sample margin")
# What is only done when a study is made; and what else may be done too, where no study is named beside it.
MAKING: Final = bag("polled surveyed canvassed sampled analysed analyzed interviews fieldwork")
WORKING: Final = bag("conducted carried taken interviewed questioned examined reviewed")
OPINIONS: Final = bag(
    """said say says saying expect expected expects expecting believe think thought plan plans planned
    planning want intend predict anticipate hope forecast reported reporting"""
)
# Tokens between the making of a study and its date.
REACH: Final = 24
# Tokens before the making in which it is told to be still to come: "will be conducted".
AUXILIARY_REACH: Final = 2
COUNTED: Final = frozenset(("count", "score", "rate"))
# A study's own date stands beside it: "the survey for March", "its December poll".
OWNING: Final = frozenset(("for", "in", "of", "from"))
POINTS: Final = frozenset(("percentage point", "point"))
PRONOUNS: Final = frozenset(("it", "they"))
POLLED: Final = frozenset(("poll", "polls"))


def opens_with_study(reading: Reading) -> bool:
    """Whether a text opens with a survey or study, or has one in its title."""
    document = reading.document
    opening = document.lower[: document.sentences[0][1]]
    return not STUDIES.isdisjoint(opening) or not STUDIES.isdisjoint(title_of(reading).lower)


def tells_of_study(reading: Reading) -> bool:
    """Whether a text may say when a survey was made: "The survey was taken from May 5 to 8"."""
    words = reading.document.vocabulary()
    return not (POLLS.isdisjoint(words) or (MAKING | WORKING).isdisjoint(words))


def study_period(reading: Reading, dates: list[Dated], today: str | None) -> tuple[Period | None, bool]:
    """Return the time of the survey or study that an article tells of, and whether the text says it.

    It says when those asked were asked, else of which month the survey is ("its March survey"). Else the
    time is the month or quarter of a survey's first sentence: "fell in May, a survey showed"; else, of a
    poll, the month of the publication.
    """
    document = reading.document
    opening = document.sentences[0][1]
    is_poll = not POLLS.isdisjoint(document.lower[:opening])
    told: Period | None = None
    made: Period | None = None
    named: Period | None = None
    for date in dates:
        if date.start_on is None or date.end_on is None or date.basis not in PLACED:
            continue
        if today is not None and date.start_on > today:
            continue
        first, last = _sentence_around(document, date.first)
        words = document.lower[max(first, date.first - REACH) : date.first]
        making = MAKING if STUDIES.isdisjoint(document.lower[first:last]) else MAKING | WORKING
        at = next((index for index in reversed(range(len(words))) if words[index] in making), None)
        # "It was taken before the scandal on Tuesday": that is when the scandal was.
        is_made = at is not None and SUBORDINATE_TIMES.isdisjoint(words[at:])
        period = Period(date.start_on, date.end_on, date.basis, date)
        # "A survey of 900 likely voters" foretells nothing.
        is_foretold = not FUTURE_VERBS.isdisjoint(words[max(0, (at or 0) - AUXILIARY_REACH) :])
        if is_made and not is_foretold:
            if made is None or _is_within(period, made):
                made = period
            continue
        if not is_foretold and period.length() in (1, 3) and _names_study(document.lower, date):
            named = period if named is None else max(named, period, key=lambda one: one.end or "")
        is_of = is_poll and date.first < opening and BEFORE_BASE.isdisjoint(words[-2:])
        if told is None and is_of and period.length() in (1, 3):
            told = period
    if made is None and told is None and named is None and not POLLED.isdisjoint(document.vocabulary()):
        told = _month_of(today)
    return (made or named or told, made is not None or named is not None)


def _month_of(today: str | None) -> Period | None:
    return Period(*months(day_of(today)[0], day_of(today)[0]), "published") if today is not None else None


def _sentence_around(document: Document, token: int) -> tuple[int, int]:
    """Return the sentence around a token; what begins with a small letter goes on with the one before.

    So does a date behind "Yahoo!".
    """
    number = document.sentence_at(token)
    first, last = document.sentences[number]
    while number and (
        document.words[first].islower() or (first == token and document.words[first - 1] == "!")
    ):
        number -= 1
        first = document.sentences[number][0]
    return first, last


def _names_study(lower: list[str], date: Dated) -> bool:
    """Whether a date says which survey one is: "the survey for March", "its December survey"."""
    if date.last < len(lower) and lower[date.last] in POLLS:
        return True
    return date.first > 1 and lower[date.first - 1] in OWNING and lower[date.first - 2] in POLLS


def _is_within(period: Period, wide: Period) -> bool:
    """Whether a date says more exactly when a study was made: "last week", then "polled on May 5 and 6"."""
    return (wide.start or "") <= (period.start or "") and (period.end or "") <= (wide.end or "")


def is_of_opinion(case: Case, date: Dated | None) -> bool:
    """Whether a date is in what those asked say or think: "30 percent expect more sales next year"."""
    draft, lower = case.draft, case.sentence.lower
    is_studied = case.context.is_study or case.context.study[0] is not None
    if date is None or date.first < draft.last or draft.kind not in SHARES or not is_studied:
        return False
    return not OPINIONS.isdisjoint(lower[draft.last : date.first])


def of_study(case: Case, is_opinion: bool) -> Period | None:
    """Return the time of the article's study for a figure that is a result of it."""
    draft, sentence, context = case.draft, case.sentence, case.context
    period, is_made = context.study
    lower = sentence.lower
    is_answer = is_opinion or (draft.last < sentence.last and lower[draft.last] in OPINIONS)
    is_told = is_opinion or not TELLING.isdisjoint(lower[sentence.first : sentence.last])
    is_near = case.number - context.studied_at <= 1
    if not context.is_study and not (is_told or (is_answer and is_near)):
        # Of a survey that an article only mentions, only what it tells of it.
        return None
    if not (is_told or is_answer) and standing_now(case) is not None:
        # "The rate currently stands at 9 percent"
        return None
    if not is_told and is_near:
        is_told = is_made or is_answer or lower[sentence.first] in PRONOUNS
    elif is_told:
        context.studied_at = case.number
    if period is None or case.kin == "market":
        return None
    if not is_answer and is_of_change(draft, sentence):
        # "Gained 3 points to 17 percent": between two polls.
        return period if is_told and draft.unit in POINTS else None
    if draft.kind in SHARES:
        is_carried = draft.kind == "share" or case.kin != "flow" or case.context.period is None
        return period if is_made + is_told + is_carried > 1 else None
    return period if is_told and is_made and draft.kind in COUNTED else None
