"""Which date of its sentence governs a figure: the one behind it, before it, or later in its clause."""

from typing import Final

from flows.extraction.dates.figure_families import is_expectation
from flows.extraction.dates.sentence_dates import SUBJECTS, Sentence
from flows.extraction.figure import Dated
from flows.extraction.periods.earlier_values import (
    BACK,
    Governed,
    earlier_value,
    is_current,
    named_value,
    resolve,
)
from flows.extraction.periods.moved_periods import earlier_of, period_of
from flows.extraction.periods.period_case import Case, is_day
from flows.extraction.periods.period_context import Context, Period, is_reporting
from flows.extraction.periods.running_totals import FEW
from flows.extraction.text.period_words import CLOSED

# Where a clause in the present tense leaves the past before it.
LEAVING: Final = frozenset(("and", ":", "but", "though", "although", "while"))
# Between a figure and "a year ago" these say that the figure is compared with it.
COMPARING: Final = frozenset(
    """than from on over above below higher lower more less against up down compared versus vs with
    after""".split()
)
NEAR_THEN: Final = 4
# What a sentence may open with before its date; and what such a date can be of.
OPENERS: Final = frozenset(("in", "for", "during", "the"))
RATED: Final = frozenset(("rate", "percent", "growth"))
# "The period" is none of what stands at a day or is one.
STRETCHES: Final = frozenset(("period", "quarter", "half", "month"))
# Tokens behind a date in which an outlook stands that is of it.
OUTLOOK_REACH: Final = 3
FORECASTS: Final = frozenset("forecast forecasts outlook guidance estimate estimates".split())
STANDING: Final = frozenset(("single", "level", "market"))
# What a clause about a thing begins with, and the tokens from there to its figure.
RELATIVES: Final = frozenset(("which", "who", "whose", "where"))
RELATIVE_REACH: Final = 14


def governing(case: Case) -> Governed:
    """Return the period that a date of the sentence gives to a figure, the rule and how sure it is.

    The rule is "unplaced" where the date that governs cannot be placed, "none" where none may be
    carried in from elsewhere, "" where no date governs.
    """
    draft, sentence, context, kin = case.draft, case.sentence, case.context, case.kin
    if is_current(draft, sentence):
        # "Will rise to 6 percent in 2015 from the current 5 percent"
        return None, "", 1.0
    own = context.shared.get(draft.first)
    if own is not None:
        return period_of(own), "after", 1.0
    following = sentence.following(draft)
    if following is None:
        following = sentence.following_joined(draft)
    role = sentence.role(following)
    if role == "base" and following is not None and _is_then(following, sentence):
        now = context.antecedent(case.number, sentence.lower[following.last - 1])
        if now is not None and following.basis == "same" and not (following.shift or following.start_on):
            # "In the same period" without a year: in the one just spoken of.
            return Period(now.start, now.end, now.basis, following), "same", 0.7
        if context.period is not None:
            return earlier_value(draft, sentence, context, following, role)
    if role == "base" and following is not None and _was_then(following, case):
        now = context.antecedent(case.number, "")
        if now is not None:
            return earlier_of(now, following), "compared", 0.7
    named = named_value(draft, sentence, context)
    if named is not None:
        return named, "compared", 1.0
    if sentence.old[draft.first]:
        return earlier_value(draft, sentence, context, following, role)
    opener = sentence.dates[0] if sentence.dates else None
    if following is None and opener is not None and _opens_then(opener, case):
        now = context.antecedent(case.number, sentence.lower[opener.last - 1])
        if now is not None:
            return earlier_of(now, opener), "compared", 0.8
    if role == "span" and following is not None and sentence.lower[following.first] == "single":
        return None, "none", 1.0
    before, later = sentence.preceding(draft), sentence.later_main(draft)
    if before is not None and not _reaches(before, case):
        before = None
    if later is not None and sentence.is_joined(draft.last, later.first) and kin != "flow":
        later = None
    if later is not None and _goes_to_next(draft.last, later.first, sentence.lower):
        later = None
    if later is not None and _is_in_relative(later, case):
        # "Sales in Europe, which makes 75 percent of them, rose this year"
        later = None
    if later is not None and case.tense != "future" and _is_of_outlook(later, sentence):
        # "Profit rose 9 percent, but it left its 2015 outlook unchanged"
        later = None
    if (
        before is not None
        and before.basis != "back"
        and kin != "flow"
        and case.tense in ("future", "present")
        and sentence.is_joined(before.last, draft.first)
    ):
        # "May start this month and involve 900 people"
        before = None
    if before is not None and not FORECASTS.isdisjoint(case.told(NEAR_THEN)) and _is_day_gone(before, case):
        # "On May 3 it repeated its forecast of $9"
        before = None
    if before is not None and later is not None and is_day(before) and not is_day(later):
        before = None
    if (
        following is not None
        and role == "main"
        and _goes_to_next(draft.last, following.first, sentence.lower)
    ):
        # "Rose 9 percent and it raised its outlook for the year"
        role = ""
    is_known = before is not None and before.basis not in ("unanchored", "back")
    if is_known and following is not None and following.basis == "unanchored":
        # "In July 1999 it asked 900, it said on Monday": the day is not even placed.
        role = ""
    for date, rule, confidence in (
        (following if role in ("main", "back") else None, "after", 1.0),
        (before, "before", 0.95),
        (later, "later", 0.85),
    ):
        # One before that has an owner opens the clause of this figure, too.
        if date is not None and (rule == "before" or sentence.owns(date, draft)):
            if date.basis == "unanchored":
                return None, "unplaced", 1.0
            may_change = draft.kind in ("growth", "percent", "count")
            is_closed = sentence.lower[date.first - 1] in CLOSED
            if date.basis == "back" and kin in STANDING and not (may_change or is_closed):
                continue
            period = (
                _full_year(date, sentence, context)
                or _foretold(date, case)
                or resolve(date, sentence, context)
            )
            return (period, rule, confidence) if period is not None else (None, "unplaced", 1.0)
    return None, "", 1.0


def _is_in_relative(date: Dated, case: Case) -> bool:
    """Whether a figure tells in passing how a thing is, in a clause that a comma closes before a date."""
    draft, sentence, lower = case.draft, case.sentence, case.sentence.lower
    if "," not in lower[draft.last : date.first]:
        return False
    for index in range(draft.first - 1, max(sentence.first, draft.first - RELATIVE_REACH), -1):
        if lower[index] in RELATIVES:
            return lower[index - 1] == "," and (case.tense == "present" or lower[index] == "where")
        if lower[index] == ",":
            return False
    return False


def _is_of_outlook(date: Dated, sentence: Sentence) -> bool:
    """Whether a date says which outlook one is: "its 2015 outlook", "the full-year sales forecast"."""
    return not FORECASTS.isdisjoint(sentence.lower[date.last : min(sentence.last, date.last + OUTLOOK_REACH)])


def _is_day_gone(date: Dated, case: Case) -> bool:
    """Whether a date is a day before the publication."""
    today = case.context.today
    return (
        date.start_on is not None
        and date.start_on == date.end_on
        and today is not None
        and date.start_on < today
    )


def _was_then(date: Dated, case: Case) -> bool:
    """Whether "a year ago" right behind a figure says when it stood: "a year ago" of "was 9 a year ago"."""
    draft, sentence = case.draft, case.sentence
    if date.basis != "comparison" or not date.shift or case.is_change or sentence.old[draft.first]:
        return False
    if not COMPARING.isdisjoint(sentence.lower[draft.last : date.first]):
        return False
    is_only = date.shift < 0 or all(sentence.role(other) == "base" for other in sentence.dates)
    return is_only and date.first - draft.last <= NEAR_THEN and case.tense == "past"


def _goes_to_next(first: int, last: int, lower: list[str]) -> bool:
    """Whether a statement with a subject of its own is joined on between two tokens."""
    return any(lower[index] == "and" and lower[index + 1] in SUBJECTS for index in range(first, last))


def _is_then(date: Dated, sentence: Sentence) -> bool:
    """Whether a comparison says when a figure was, and not against what: "in the same month of 2010"."""
    before = date.first - 1
    before -= sentence.lower[before] in ("the", "its")
    if date.basis not in ("same", "comparison") or sentence.lower[before] not in ("in", "for", "during"):
        return False
    # "In the year-earlier period", "in the period a year earlier", not "in a year earlier"
    return date.basis == "same" or not STRETCHES.isdisjoint(sentence.lower[date.first : date.last])


def _opens_then(date: Dated, case: Case) -> bool:
    """Whether a sentence opens with when its figures were: "A year earlier it earned $9"."""
    begin = case.sentence.first
    while case.sentence.lower[begin] in OPENERS:
        begin += 1
    if date.first != begin or not (date.basis == "same" or (date.basis == "comparison" and date.shift)):
        return False
    draft = case.draft
    is_told = (
        case.kin == "flow" or draft.kind in RATED or (draft.kind == "count" and (draft.value or 0) >= FEW)
    )
    return date.last < draft.first and is_told


def _full_year(date: Dated, sentence: Sentence, context: Context) -> Period | None:
    """Return the year of "the whole year" beside a half or a quarter: the one that holds it."""
    words = sentence.lower[date.first : date.last]
    if words[-1] != "year" or words[0] not in ("full", "whole", "entire") or context.period is None:
        return None
    if context.period.length() not in (3, 6, 9):
        return None
    year = context.year(context.period, False)
    return year and Period(year.start, year.end, year.basis, date)


def _foretold(date: Dated, case: Case) -> Period | None:
    """Return the period ahead that "the quarter" means of what analysts expect right behind an outlook."""
    context = case.context
    ahead = context.ahead
    if date.basis != "back" or ahead is None or not context.last_at < context.ahead_at >= case.number - 1:
        return None
    if ahead.length() not in (3, 6) or ahead.length() != BACK.get(case.sentence.lower[date.last - 1]):
        return None
    is_expected = is_expectation(case.draft, case.sentence, case.begin, case.end) or case.tense == "future"
    return Period(ahead.start, ahead.end, ahead.basis, date) if is_expected else None


def _reaches(date: Dated, case: Case) -> bool:
    """Whether a date before a figure still governs it: not over a clause's end, unless it is a period's."""
    draft, sentence, kin = case.draft, case.sentence, case.kin
    if case.tense == "present" and _is_over(date, case):
        return False
    if sentence.opens_clause(date):
        return True
    period = period_of(date)
    if date.basis == "back" or is_reporting(period, kin, draft.kind):
        is_kept = kin == "flow" and (date.basis == "back" or (period and period.length()) in (3, 6, 9))
        return is_kept or not sentence.is_aside(date, draft)
    return date.first >= case.begin and not sentence.is_aside(date, draft)


def _is_over(date: Dated, case: Case) -> bool:
    """Whether a clause in the present tense has left a date behind: "opened in 2008 and holds 90"."""
    today = case.context.today
    if date.end_on is None or (today is not None and date.end_on[:7] >= today[:7]):
        return False
    return any(case.sentence.lower[index] in LEAVING for index in range(date.last, case.draft.first))
