"""Stretches of time that end at a deadline, at the publication or on a day: "by 2030", "since May"."""

from typing import Final

from flows.extraction.dates.calendars import moved_days, shifted
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Dated, Draft
from flows.extraction.periods.period_case import Case
from flows.extraction.periods.period_context import Period
from flows.extraction.periods.running_totals import PROPORTIONS, deadline_of
from flows.extraction.text.change_words import CHANGES
from flows.extraction.text.period_words import ACCUMULATING, CLOSED, PERFECT

# Verbs of what is summed up till a date: anything else that is told of it stands then.
SUMMING: Final = frozenset(
    """have invest spend raise sell pay cut save lend repay borrow investing raising add adding recall
    build building make manufacture produce deliver install installing open opening hire train create launch
    replace plant eliminate close shed""".split()
)
# What a year leaves: it stands at the year's end; and what a change ends at.
STOCKS: Final = frozenset(("reserves", "stockpiles", "headcount", "workforce"))
PRICES: Final = frozenset(("prices", "price", "crude", "benchmark", "shares", "stock"))
CLOSING: Final = frozenset(("closing", "finishing"))
LEFT: Final = frozenset(("money", "measure", "count"))
YEAR: Final = 12
SUMMED: Final = ACCUMULATING | {"leave", "die"}
PRICED: Final = frozenset(("money", "percent", "share", "rate"))
STATED: Final = frozenset(("count", "money", "measure", "share", "rate", "percent"))
STANDING: Final = frozenset(("share", "rate", "percent"))
PEAKS: Final = frozenset(("peak", "high", "low", "record", "trough", "bottom"))
OFF: Final = frozenset(("off", "below", "above", "from"))
# Days within which a quote is one of the last.
DAYS: Final = 10
AVERAGED: Final = frozenset(("averaged", "average", "averaging"))
AHEAD: Final = frozenset(("next", "coming"))
# Tokens between a level and its deadline.
BESIDE: Final = 2
# Tokens before a figure in which the verb of a plan, or "has", stands.
VERB_REACH: Final = 24
AUXILIARY_REACH: Final = 6


def until_deadline(case: Case) -> Period | None:
    """Return the span from a plan to its deadline: "in May it said it would open ten by 2020".

    The plan is over, and what is told of its time is no other figure.
    """
    deadline = case.sentence.of_role("by", case.begin, case.end)
    start = case.sentence.of_role("main")
    if deadline is None or deadline.end_on is None or start is None or start.start_on is None:
        return None
    is_of_other = any(other.first < start.first for other in case.sentence.drafts)
    today = case.context.today
    if is_of_other or (today is not None and (start.end_on or "") > today):
        return None
    if start.first < case.draft.first and start.start_on <= deadline.end_on:
        return Period(start.start_on, deadline.end_on, "until", deadline)
    return None


def is_years_ahead(date: Dated | None, sentence: Sentence) -> bool:
    """Whether a date is some years from the publication on: a plan "over the next five years" has no days."""
    if date is None or date.basis != "published":
        return False
    words = sentence.lower[date.first : date.last]
    return words[-1:] == ["years"] and not AHEAD.isdisjoint(words)


def grown_since(case: Case, period: Period | None) -> Period | None:
    """Return the time of a change since a date: a change has a beginning, unlike a running total."""
    sentence, as_of = case.sentence, case.context.as_of
    if case.draft.kind not in ("growth", "percent"):
        return None
    is_now = case.tense == "present" or (case.kin == "market" and "main" not in sentence.by_role)
    is_now = is_now or not PERFECT.isdisjoint(case.told(AUXILIARY_REACH))
    if is_now and as_of is not None:
        peak = sentence.following(case.draft)
        if (
            peak is not None
            and _is_of_peak(peak, case)
            and peak.start_on is not None
            and peak.start_on < as_of
        ):
            # "Are down 9 percent from their peak in 2006"
            return Period(peak.start_on, as_of, "since", peak)
    if "since" not in sentence.by_role:
        return None
    since = sentence.following(case.draft)
    if sentence.role(since) != "since":
        since = sentence.of_role("since", case.begin, case.end) if period is None else None
    if since is None or since.start_on is None or as_of is None or since.start_on > as_of:
        return None
    return Period(since.start_on, as_of, "since", since)


def _is_of_peak(date: Dated, case: Case) -> bool:
    """Whether a date is that of a peak or low since which something changed: "off a January low"."""
    between = case.sentence.lower[case.draft.last : date.first]
    behind = case.sentence.lower[date.last : min(case.sentence.last, date.last + 2)]
    if PEAKS.isdisjoint(between + behind):
        return False
    is_base = case.is_change and case.sentence.role(date) == "base"
    return is_base or (not OFF.isdisjoint(between[:1]) and case.sentence.role(date) in ("base", "main"))


def forecast_for(case: Case) -> Period | None:
    """Return the period that a level or change is foretold for: "will reach $5bn by 2030", "double by 2030".

    What is counted up till then ("will sell 9,000 by 2030") is a running total instead.
    """
    draft, sentence, context, kin = case.draft, case.sentence, case.context, case.kin
    deadline = deadline_of(draft, sentence, (case.begin, case.end))
    if deadline is None or deadline.start_on is None or draft.kind == "ordinal_milestone":
        return None
    period = Period(deadline.start_on, deadline.end_on, "by", deadline)
    is_apart = any(
        sentence.lower[index] == "," and index not in sentence.asides
        for index in range(draft.last, deadline.first)
    )
    is_open = case.tense not in ("past", "perfect")
    is_ahead = context.is_ahead(period) if context.today is not None else is_open
    if _is_yearly(draft, deadline, sentence) and period.length() == YEAR and is_ahead:
        # "Will save $9 a year by 2030": in that year.
        return period
    if is_apart or is_summed(case, deadline):
        return None
    # "To fall to 9 percent by the end of 2030" foretells a level.
    is_led_to = sentence.lower[draft.first - 1] in ("to", "at") and deadline.first - draft.last <= BESIDE
    is_step = case.is_change and not is_led_to
    is_standing = kin == "level" or (draft.kind in STANDING and not is_step)
    if is_standing and (deadline.start_on == deadline.end_on or period.length() == 1):
        # "A tenth of the market by the end of 2030": what stands on that day.
        return period
    if not is_ahead or (kin == "single" and draft.kind in PRICED):
        return None
    if (
        kin in ("flow", "")
        and deadline.start_on == deadline.end_on
        and sentence.lower[deadline.first] != "before"
        and sentence.lower[deadline.last - 1].isdigit()
    ):
        # "Revenue of $1bn by the end of 2030": of the year.
        return Period(f"{deadline.start_on[:4]}-01-01", deadline.end_on, "by", deadline)
    return period if deadline.start_on != deadline.end_on else None


def _is_yearly(draft: Draft, deadline: Dated, sentence: Sentence) -> bool:
    """Whether a figure is told by the year."""
    between = sentence.lower[draft.first : deadline.first]
    is_rate = draft.unit is not None and draft.unit.endswith(" per year")
    return between[-1:] in (["year"], ["annually"]) and (is_rate or between[-1] == "annually")


def is_summed(case: Case, deadline: Dated) -> bool:
    """Whether a figure is summed up till its deadline: "will sell 900", "$9 will be spent by 2030"."""
    draft, lower = case.draft, case.sentence.lower
    if draft.kind in PROPORTIONS:
        return False
    before = lower[max(case.sentence.first, draft.first - VERB_REACH) : draft.first]
    return not (SUMMING.isdisjoint(before) and SUMMED.isdisjoint(lower[draft.last : deadline.first]))


def up_to_date(case: Case, period: Period) -> Period:
    """Return "this year" up to the publication where it tells what has happened: "is up 5% this year"."""
    date, today, context = period.date, case.context.today, case.context
    if (statistic := _of_statistic(case, period)) is not None:
        return statistic
    if date is None or today is None or context.calendar.day is None:
        return period
    is_move = case.is_change and case.tense != "future" and case.kin == "market"
    if is_move and period.start == f"{today[:4]}-01-01" and (period.end or "") >= today:
        # "Are down 9 percent in 2016", "had lost 9 percent this year through Thursday"
        return Period(period.start, _last_quoted(case, today), period.basis, date)
    if date.basis != "published":
        return period
    is_this_year = period.start == f"{today[:4]}-01-01" and period.end == f"{today[:4]}-12-31"
    words = case.sentence.lower[date.first : date.last]
    if words == ["this", "week"] and case.kin == "market" and case.tense != "future":
        return Period(period.start, today, period.basis, date)
    has_been = case.tense == "perfect" or not PERFECT.isdisjoint(
        case.sentence.lower[max(case.sentence.first, case.draft.first - AUXILIARY_REACH) : case.draft.first]
    )
    is_over = case.sentence.lower[date.first - 1] == "earlier"
    if is_this_year and case.tense == "future" and case.kin == "flow" and case.context.is_report:
        return case.context.year_ahead() or period
    if is_this_year and (has_been or is_over or (case.tense == "present" and case.kin == "market")):
        return Period(period.start, today, period.basis, date)
    return period


def _last_quoted(case: Case, today: str) -> str:
    """Return the day up to which something traded has moved: "through Thursday", else that of the quotes."""
    days = [date.end_on for date in case.sentence.dates if date.start_on == date.end_on]
    recent = moved_days(today, -DAYS) or today
    for day in (*days, case.context.quoted):
        if day is not None and recent <= day <= today:
            return day
    return today


def _of_statistic(case: Case, period: Period) -> Period | None:
    """Return the month of statistics up to which something changed "over the past 12 months"."""
    now, today = case.context.period, case.context.today
    if (
        now is None
        or now.length() != 1
        or case.kin == "market"
        or case.draft.kind not in ("growth", "percent")
    ):
        return None
    is_past = period.basis == "published" and (period.start, period.end) == (shifted(today, -YEAR), today)
    return Period(now.start, now.end, now.basis, period.date) if is_past and case.is_change else None


def is_as_of(case: Case, period: Period) -> bool:
    """Whether a figure stands at the end of its date: "the fund ended June with 900"."""
    draft, sentence, date = case.draft, case.sentence, period.date
    if date is None or case.is_change or draft.kind not in STATED:
        return False
    if not AVERAGED.isdisjoint(case.told(VERB_REACH)):
        return False
    if _is_stock(case, period):
        return True
    if case.kin in ("market", "flow") and sentence.lower[date.first - 1] not in CLOSING:
        return False
    lower = sentence.lower
    before = lower[draft.first - 2 : draft.first]
    is_step = before[-1:] == ["by"] or (before[-1:] == ["of"] and before[0] in CHANGES)
    if not sentence.first <= date.first < sentence.last or is_step:
        # "Rose by 500", "a rise of 500" are changes.
        return False
    week = case.context.calendar.week
    is_closing = case.kin == "level" and (
        "ended" in lower[date.first : date.last]
        or (week is not None and week[:2] == (period.start, period.end))
    )
    return period.end is not None and (is_closing or lower[max(sentence.first, date.first - 1)] in CLOSED)


def _is_stock(case: Case, period: Period) -> bool:
    """Whether a figure is what a year that is over left: "oil fell to $45 in 2018", "reserves rose to 9"."""
    draft, today = case.draft, case.context.today
    if period.length() != YEAR or today is None or (period.end or "") > today or draft.kind not in LEFT:
        return False
    before = case.told(VERB_REACH)
    if before[-1:] == ["to"] and not CHANGES.keys().isdisjoint(before):
        return not (STOCKS | PRICES).isdisjoint(before)
    return case.kin == "level" and not STOCKS.isdisjoint(before) and before[-1:] in (["at"], ["to"])
