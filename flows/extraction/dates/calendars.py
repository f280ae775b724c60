"""Arithmetic on months: all periods are ranges of days that begin and end with known dates.

A month is counted as ``year * 12 + month - 1``, so that "a year earlier" is minus twelve. A range is
``(start, end)`` of ISO dates, both days included; an open end is None.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

Range = tuple[str | None, str | None]
MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# Days of the thirteen weeks that are a quarter of a company whose year is of weeks.
THIRTEEN_WEEKS: Final = 91
FRIDAY: Final = 4


def month_length(month: int) -> int:
    """Return the number of days of `month` (counted from year 0)."""
    year, index = divmod(month, 12)
    if index == 1 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        return 29
    return MONTH_LENGTHS[index]


def iso(month: int, day: int) -> str:
    """Return the ISO date of `day` in `month`, cut to the month's last day."""
    year, index = divmod(month, 12)
    return f"{year:04d}-{index + 1:02d}-{min(day, month_length(month)):02d}"


@lru_cache(maxsize=1024)
def months(first: int, last: int) -> Range:
    """Return the whole months `first` to `last`.

    >>> months(2016 * 12, 2016 * 12 + 5)
    ('2016-01-01', '2016-06-30')
    """
    return iso(first, 1), iso(last, 31)


def day_of(text: str) -> tuple[int, int]:
    """Return an ISO date as month (counted from year 0) and day."""
    return int(text[:4]) * 12 + int(text[5:7]) - 1, int(text[8:10])


def is_month_end(text: str) -> bool:
    """Whether the ISO date is the last day of its month."""
    month, day = day_of(text)
    return day == month_length(month)


@lru_cache(maxsize=1024)
def shifted(text: str | None, by: int) -> str | None:
    """Return an ISO date moved by `by` months; a month's end stays a month's end.

    >>> shifted("1987-04-30", -12), shifted("2016-06-30", -3)
    ('1986-04-30', '2016-03-31')
    """
    if text is None:
        return None
    month, day = day_of(text)
    if not 0 < month + by < 120000:
        return None
    return iso(month + by, 31 if is_month_end(text) else day)


def moved_days(text: str, by: int) -> str | None:
    """Return an ISO date moved by `by` days; None where no such date exists."""
    try:
        return (date.fromisoformat(text) + timedelta(days=by)).isoformat()
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def length_in_months(span: Range) -> int | None:
    """Return how many whole months `span` covers, None where it is open or not of whole months.

    >>> length_in_months(("1986-10-01", "1986-12-31")), length_in_months(("2008-09-27", "2008-12-26"))
    (3, 3)
    """
    start, end = span
    if start is None or end is None:
        return None
    if is_of_weeks(span):
        return 3
    (begin, first), (close, last) = day_of(start), day_of(end)
    if first == 1:
        return close - begin + 1 if is_month_end(end) else None
    # A business quarter may end on any day of a month.
    return close - begin if last == first - 1 and close > begin else None


def closes_week(day: str) -> bool:
    """Whether a quarter that ends on a day is one of thirteen weeks: a Friday, Saturday or Sunday.

    Not where that is a month's last day: then it is one of three months.
    """
    return not is_month_end(day) and date.fromisoformat(day).weekday() >= FRIDAY


@lru_cache(maxsize=1024)
def is_of_weeks(span: Range) -> bool:
    """Whether `span` is a quarter of thirteen weeks.

    >>> is_of_weeks(("2009-01-31", "2009-05-01")), is_of_weeks(("2009-04-01", "2009-06-30"))
    (True, False)
    """
    start, end = span
    if start is None or end is None:
        return False
    return moved_days(end, 1 - THIRTEEN_WEEKS) == start and closes_week(end)


def moved_back(span: Range, by: int) -> Range:
    """Return `span` so many months earlier; a quarter of weeks a whole number of weeks earlier.

    >>> moved_back(("2010-01-30", "2010-04-30"), 12), moved_back(("2009-01-31", "2009-05-01"), 12)
    (('2009-01-30', '2009-04-30'), ('2008-02-02', '2008-05-02'))
    """
    start, end = span
    if start is not None and end is not None and by % 3 == 0 and is_of_weeks(span):
        return moved_days(start, -by // 3 * THIRTEEN_WEEKS), moved_days(end, -by // 3 * THIRTEEN_WEEKS)
    return shifted(start, -by), shifted(end, -by)
