"""What the text before a figure has settled: the period that it goes on about, and the day of its quotes."""

from dataclasses import dataclass, field
from typing import Final

from flows.extraction.dates.calendar_shapes import Calendar
from flows.extraction.dates.calendars import day_of, length_in_months, months, moved_back, moved_days, shifted
from flows.extraction.dates.fiscal_years import TIMELY
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Dated, Draft

# Months after which a period is history.
HISTORY: Final = 30
# Months after which results are no news.
RECENT: Final = 5
# Months of the longest period that a text goes on about.
LONGEST: Final = 12
QUARTER: Final = 3
# Days of the shortest span that is a reporting period.
SHORTEST: Final = 6
# Months of what "the previous month" and the like must be earlier than.
GRAINS: Final = {"month": 1, "quarter": 3, "half": 6}


@dataclass(slots=True, init=False)
class Period:
    """A period on the way to a figure: ISO ends, how it was read, and the date that gave it."""

    start: str | None
    end: str | None
    basis: str
    date: Dated | None

    def __init__(self, start: str | None, end: str | None, basis: str, date: Dated | None = None) -> None:
        self.start = start
        self.end = end
        self.basis = basis
        self.date = date

    def back(self, by: int, date: Dated | None = None) -> "Period":
        """Return the same stretch `by` months earlier."""
        return Period(*moved_back((self.start, self.end), by), "comparison", date or self.date)

    def length(self) -> int | None:
        """Return its whole months, None where it is open or not of whole months."""
        return length_in_months((self.start, self.end))


@dataclass
class Pattern:
    """How a sentence compares values: whether each is an earlier one, its kind and unit; and its period."""

    kinds: list[tuple[bool, str, str | None]] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    at: int = -9


class Context:
    """What the text so far has settled.

    Attributes:
        calendar: how the article's dates are placed.
        as_of: the end of its running totals.
        today: the publication's day, None where unknown.
        shift: how far back its comparisons reach, in months.
        period: the reporting period that it goes on about.
        aside: a year that a sentence is all about, beside the quarter that ends it; and that sentence.
        used: the sentence that was last about that period.
        last: the last period that a date gave to a figure, which "the year-earlier period" is earlier than.
        last_at: the sentence of that figure.
        number: the sentence that is read.
        titled: the period that its title names.
        units: what was counted in it.
        shared: by a figure's first token, its own of several dates that figures share out.
        ahead: the last period named that ends after the publication, which forecasts go on about.
        ahead_at: the sentence that named it.
        running_at: the sentence that was last about running totals.
        quoted: the day of its quotes of shares and prices.
        quoted_at: the sentence that was last about quotes.
        issued: the day of the terms of the securities whose issue it opens with.
        is_of_trading: whether it opens with what shares or bonds did that day.
        is_timed: whether it has given a time of day for quotes.
        is_settled: whether a date, though perhaps one that cannot be placed, has said what the period is.
        waiting: flows of the sentence before, in case the next one names the quarter.
        study: when the survey or study that it tells of was made, and whether it says so outright.
        is_study: whether it tells of one.
        is_report: whether it is a company's report of results.
        studied_at: the sentence that last spoke of it.
        pattern: how the sentence before compares its values.
        read_at: the last sentence with figures that was read.
        before: the figures of the sentence right before, but for those that others are compared with, and
            whether each is a change.
        is_outlook: whether that sentence tells what is to come.
        is_pointing: whether the sentence that is read is about one of those.
        unquoted: figures without a period that may yet be quotes, with their day, and whether that is
            only the text's own and the text is about trading.
    """

    def __init__(self, calendar: Calendar, as_of: str | None, today: str | None, shift: int = 12) -> None:
        self.calendar = calendar
        self.as_of = as_of
        self.today = today
        self.shift = shift
        self.period: Period | None = None
        self.aside: Period | None = None
        self.aside_at = -9
        self.used = -9
        self.last: Period | None = None
        self.last_at = -9
        self.number = 0
        self.titled: Period | None = None
        self.units: set[str] = set()
        self.shared: dict[int, Dated] = {}
        self.ahead: Period | None = None
        self.ahead_at = -9
        self.running_at = -9
        self.quoted_at = -9
        self.quoted: str | None = None
        self.is_of_trading = False
        self.issued: str | None = None
        self.is_timed = False
        self.is_settled = False
        self.waiting: list[tuple[int, Draft]] = []
        self.study: tuple[Period | None, bool] = (None, False)
        self.is_study = False
        self.is_report = False
        self.studied_at = -9
        self.pattern = Pattern()
        self.read_at = -9
        self.before: list[tuple[Draft, bool]] = []
        self.is_outlook = False
        self.is_pointing = False
        self.unquoted: list[tuple[Draft, str, bool, bool]] = []

    def antecedent(self, number: int, grain: str) -> Period | None:
        """Return what "the previous month", "a year earlier" in sentence `number` is earlier than."""
        near = self.last if number - self.last_at <= 1 else None
        months = GRAINS.get(grain)
        return next(
            (
                period
                for period in (near, self.period)
                if period is not None and (months is None or period.length() == months)
            ),
            None,
        )

    def is_history(self, period: Period) -> bool:
        """Whether a period was over long before the publication, so that the text does not go on about it."""
        limit = shifted(self.today, -HISTORY)
        return limit is not None and period.end is not None and period.end < limit

    def is_recent(self, period: Period) -> bool:
        """Whether results of a period may be new: it was over within half a year, or no day is known."""
        limit = shifted(self.today, -RECENT)
        return limit is None or period.end is None or period.end >= limit

    def is_ahead(self, period: Period) -> bool:
        """Whether a period ends after the publication."""
        return self.today is not None and (period.end or "") > self.today

    def is_about(self, period: Period) -> bool:
        """Whether the text goes on about just this period."""
        now = self.period
        return now is not None and (period.start, period.end) == (now.start, now.end)

    def replaces(self, carried: Period) -> bool:
        """Whether a period takes the place of the one that the text was about."""
        length = carried.length()
        if carried.start is None or (length is not None and length > LONGEST):
            return False
        if self.period is None:
            return True
        old, new = self.period.end or "", carried.end or ""
        if new == old and carried.start < (self.period.start or "") and length not in (3, 6, 9, LONGEST):
            # The months up to the one that a text is about only stand beside it.
            return False
        if new == old and length == LONGEST and self.period.length() == QUARTER:
            # A year told beside its last quarter is no more than that.
            return False
        return new >= old or (self.today is not None and old > self.today)

    def quarter(self) -> Period | None:
        """Return the last quarter that was over by the publication: which one "quarterly" means."""
        now, end = self.calendar.month, self.calendar.fiscal_end
        if now is None:
            return None
        last = now - 1 - (now - 1 - (2 if end is None else end)) % 3
        start, close = months(last - 2, last)
        basis = "supposed" if self.calendar.is_supposed else "published"
        return Period(*self.calendar.closed.get((3, (close or "")[:7]), (start, close, basis)))

    def timely_quarter(self) -> Period | None:
        """Return the last quarter that was over by the publication, where results come out in time."""
        last = self.quarter()
        is_timely = last is not None and (last.end or "") >= (shifted(self.today, -TIMELY[3]) or "")
        return last if is_timely else None

    def half(self) -> Period | None:
        """Return the last half-year that was over by the publication, where the results come out in time."""
        now, end = self.calendar.month, self.calendar.fiscal_end
        if now is None:
            return None
        last = now - 1 - (now - 1 - (5 if end is None else end)) % 6
        return Period(*months(last - 5, last), "published") if now - last <= TIMELY[6] else None

    def year_ahead(self) -> Period | None:
        """Return the business year that a report speaks of as "this year" when the last one is just over."""
        end, now = self.calendar.fiscal_end, self.calendar.month
        if end is None or end == 11 or now is None:
            return None
        last = now - (now - end) % 12 + 12
        return Period(*months(last - 11, last), self.calendar.fiscal_basis)

    def year(self, period: Period | None, is_ahead: bool) -> Period | None:
        """Return the business year that holds `period`; without one, the last that was over (or is next)."""
        end = 11 if self.calendar.fiscal_end is None else self.calendar.fiscal_end
        if period is not None and period.end is not None and (period.length() or 12) < 12:
            month, _ = day_of(period.end)
            last = month + (end - month) % 12
        elif self.calendar.month is not None:
            last = self.calendar.month - (self.calendar.month - end) % 12
            if last == self.calendar.month:
                last -= 12
            last += 12 * is_ahead
        else:
            return None
        basis = "published" if self.calendar.fiscal_end is None else self.calendar.fiscal_basis
        return Period(*months(last - 11, last), basis)


def is_reporting(period: Period | None, family: str, kind: str) -> bool:
    """Whether a period is one that results or statistics cover, so that a text goes on about it.

    A quarter or half is one with any figure of results; a month, week or year only with what is summed
    over months and years, since it may as well date a deal or a crime.
    """
    if period is None or period.start is None or period.end is None:
        return False
    length = period.length()
    if family in ("single", "market") or (family == "level" and (length != 3 or kind == "money")):
        return False
    if length in (3, 6, 9) or (length == 12 and not period.start.endswith("01-01")):
        return family == "flow" or kind in ("growth", "money", "percent")
    if length is not None:
        return length <= LONGEST and (family == "flow" or (kind == "growth" and length != 1))
    if period.start[8:] == period.end[8:]:
        # "The past three months" up to the publication are none.
        return False
    over, within = moved_days(period.start, SHORTEST), shifted(period.start, LONGEST + 1)
    return family == "flow" and over is not None and within is not None and over <= period.end <= within


def is_to_date(date: Dated | None, sentence: Sentence) -> bool:
    """Whether a date is "so far this year" or "year to date", beside what a text is about."""
    return date is not None and not {"far", "date"}.isdisjoint(sentence.lower[date.first : date.last])
