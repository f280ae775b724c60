"""How far back an earlier value lies: "a year earlier", "the prior period", "the week before"."""

from typing import Final

from flows.extraction.dates.calendars import day_of, months, moved_days
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Dated, Draft
from flows.extraction.periods.period_context import Context, Period

YEAR: Final = 12
WEEK: Final = 7
# Yearly rates: that of an earlier month is of the year up to it.
RATED: Final = frozenset(("growth", "percent", "rate"))


def period_of(date: Dated) -> Period | None:
    """Return the period of a date, None where it is not placed."""
    if date.start_on is None and date.end_on is None:
        return None
    return Period(date.start_on, date.end_on, date.basis, date)


def compared(main: Period | None, base: Dated, sentence: Sentence, context: Context) -> Period | None:
    """Return the earlier period that `base` points to from `main`."""
    if base.start_on is not None:
        return within_year(main, base) if base.basis == "same" and main is not None else period_of(base)
    if main is None:
        return None
    if base.basis == "comparison" and not base.shift and "week" in sentence.lower[base.first : base.last]:
        return week_before(main, base)
    if (
        base.basis == "comparison"
        and sentence.lower[base.last - 1] == "period"
        and base.last - base.first == 2
    ):
        # "The prior period": of a month or quarter the one before, of a year or half that of a year before.
        length = main.length()
        return main.back(length if length in (1, 3) else 12, base)
    if 0 < base.shift < YEAR and _is_within_month(main):
        # A month before a poll of two days is the month before; before the end of June stands the end of May.
        month = day_of(main.end or "")[0] - base.shift
        return Period(*months(month, month), "comparison", base)
    return main.back(base.shift or context.shift, base)


def _is_within_month(period: Period) -> bool:
    """Whether a period is of days of one month, neither the whole of it nor its last day."""
    start, end = period.start, period.end
    if start is None or end is None or start[:7] != end[:7] or period.length() is not None:
        return False
    return start != end or (moved_days(end, 1) or "")[:7] == end[:7]


def earlier_of(now: Period, date: Dated) -> Period | None:
    """Return the period that "a year earlier", "in the 2015 quarter" says to be earlier than `now`."""
    return now.back(date.shift, date) if date.start_on is None else within_year(now, date)


def week_before(main: Period, base: Dated | None) -> Period | None:
    """Return the week before a week; a day is compared with no day of the week before."""
    if main.start is None or main.end is None or moved_days(main.start, WEEK - 1) != main.end:
        return None
    return Period(moved_days(main.start, -WEEK), moved_days(main.end, -WEEK), "comparison", base)


def within_year(main: Period, year: Dated) -> Period | None:
    """Return the months of `main` in another year ("the same months of 1986")."""
    if main.end is None or year.end_on is None or year.start_on is None or year.start_on[5:] != "01-01":
        return period_of(year)
    by = (int(main.end[:4]) - int(year.end_on[:4])) * 12
    return main.back(by, year)


def before_main(main: Period | None, earlier: Period | None) -> Period | None:
    """Return an earlier period in the year before where its own month would be later than the main one's.

    "To 9 in January from 8 in December", which no year is told of.
    """
    if main is None or earlier is None or earlier.basis == "explicit" or earlier.length() != 1:
        return earlier
    return earlier.back(YEAR) if (earlier.end or "") > (main.end or "") else earlier


def rolled(draft: Draft, main: Period | None, earlier: Period | None, sentence: Sentence) -> Period | None:
    """Return the year up to the earlier month of a yearly rate: "3% in the year to May from 4% in April"."""
    if main is None or earlier is None or main.length() != YEAR or earlier.length() != 1:
        return earlier
    if draft.kind not in RATED:
        return earlier
    words = sentence.lower[main.date.first : main.date.last] if main.date is not None else []
    if "to" not in words and (main.start or "").endswith("01-01"):
        return earlier
    month, _ = day_of(earlier.end or "")
    return Period(*months(month - YEAR + 1, month), earlier.basis, earlier.date)
