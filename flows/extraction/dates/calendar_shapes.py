# ruff: noqa: ARG002 - every placement has the same signature.
"""From the shape of a date expression to days: what an article's calendar makes of it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flows.extraction.dates.calendars import THIRTEEN_WEEKS, closes_week, iso, months, moved_days, shifted


# Not frozen, for speed; as names and dates are.
@dataclass(slots=True, unsafe_hash=True, init=False)
class Shape:
    """What a date expression says, before it is known when the article was written.

    Attributes:
        kind: year, months, day, years, part (of a fiscal year), fiscal, season, relative, past, ended,
            weekday, weekend, beginning ("the first ten days of"), next, sessions, range, since, by, edge,
            same, comparison, earlier ("October a year ago"), rest, back, to_date, span, clock, name.
        year: a year in full; 0, -1, 1 relative to the publication ("last year"); None where not said.
        first, last: months of the year (0 to 11), or days, or offsets, as the kind has it.
        unit: month, quarter, day, ... where the kind counts units.
        month: the month of a day.
        inner, other: the shapes that it is made of.
    """

    kind: str
    year: int | None
    first: int
    last: int
    unit: str
    month: int
    inner: "Shape | None"
    other: "Shape | None"

    def __init__(
        self,
        kind: str,
        year: int | None = None,
        first: int = 0,
        last: int = 0,
        unit: str = "",
        month: int = 0,
        inner: "Shape | None" = None,
        other: "Shape | None" = None,
    ) -> None:
        self.kind = kind
        self.year = year
        self.first = first
        self.last = last
        self.unit = unit
        self.month = month
        self.inner = inner
        self.other = other


# Months after a period in which news still tells what was expected of it.
RECENT: Final = 5
EARLY: Final = 10
ENDED_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
SPRING: Final = 4
WEEK: Final = 7
# Days after which figures of the last week come out; on its last day the last one is the week before.
WEEKS: Final = (3, 10)
SATURDAY: Final = 5
Resolved = tuple[str | None, str | None, str]


class Calendar:
    """What an article's dates are read with.

    Attributes:
        month: the publication's month (counted from year 0), None where only its year or nothing is known.
        day: the publication's day of the month, None where unknown.
        year: the publication's year, None where unknown.
        anchor: the year that an undated article is about, where its own words settle it.
        is_closed: whether an undated article names the last quarter of its year as over.
        over: the year that an undated article calls the last one, where its own words settle it.
        fiscal_end: last month of the fiscal year (0 to 11), None where the article does not say.
        is_supposed: whether the fiscal year is only supposed, from the day on which results came out.
        budget_end: last month of the fiscal year of the government whose budget it speaks of.
        is_fiscal: whether the article speaks of fiscal years.
        is_unsettled: whether its results are of a year that neither is the calendar's nor can be supposed.
        told: the quarters that it gives with their last day ("second quarter ended December 27"), by months.
        week: the week that it gives with its last day, where that is the last one before the publication.
        closed: periods that it gives with their last day, by their months and the month in which they end.
    """

    def __init__(self, year: int | None = None, month: int | None = None, day: int | None = None) -> None:
        self.year = year
        self.month = month
        self.day = day
        self.anchor: int | None = None
        self.over: int | None = None
        self.is_closed = False
        self.fiscal_end: int | None = None
        self.budget_end: int | None = None
        self.is_fiscal = False
        self.is_supposed = False
        self.is_unsettled = False
        self.told: dict[tuple[int, int], Resolved] = {}
        self.closed: dict[tuple[int, str], Resolved] = {}
        self.week: Resolved | None = None

    @classmethod
    def of(cls, published: str | None) -> "Calendar":
        """Return the calendar of an article published on YYYY, YYYY-MM, YYYY-MM-DD or an unknown day."""
        parts = (published or "")[:10].split("-")
        if not parts[0].isdecimal() or len(parts[0]) != 4:
            return cls()
        year = int(parts[0])
        month = day = None
        if len(parts) > 1 and parts[1].isdecimal() and 1 <= int(parts[1]) <= 12:
            month = year * 12 + int(parts[1]) - 1
            if len(parts) > 2 and parts[2].isdecimal() and 1 <= int(parts[2]) <= 31:
                day = int(parts[2])
        return cls(year, month, day)

    @property
    def today(self) -> str | None:
        """The publication's last possible day."""
        if self.month is not None:
            return iso(self.month, self.day or 31)
        return f"{self.year:04d}-12-31" if self.year is not None else None

    def absolute(self, slot: int | None) -> int | None:
        """Return the year of a slot: as it stands, or relative to the publication."""
        if slot is None or slot > 999:
            return slot
        if self.year is not None:
            return self.year + slot
        return self.over if slot == -1 else None

    def is_recent(self, shape: Shape) -> bool:
        """Whether months or a quarter named without a year were over within the last months."""
        return (
            shape.kind in ("months", "part", "ended") and shape.year is None and self.is_over(shape, RECENT)
        )

    def is_over(self, shape: Shape, within: int) -> bool:
        """Whether the latest period that `shape` can be was over at most so many months ago."""
        if self.month is None:
            return False
        start, end, _ = self.place(shape, False)
        return start is not None and end is not None and (shifted(self.today, -within) or "") <= end

    def is_last_week(self, end: str) -> bool:
        """Whether a week that ends on a day may be called the last one."""
        if self.day is None or self.today is None:
            return False
        first, last = (moved_days(self.today, -days) or "" for days in reversed(WEEKS))
        return first <= end <= last

    def place(self, shape: Shape, future: bool) -> Resolved:
        """Return first day, last day and basis of `shape`; `future` where its sentence looks ahead."""
        return getattr(self, "_" + shape.kind)(shape, future)  # type: ignore[no-any-return]

    @property
    def fiscal_basis(self) -> str:
        """How periods of the fiscal year are derived."""
        return "supposed" if self.is_supposed else "fiscal"

    def _basis(self, shape: Shape) -> str:
        if shape.year is not None and shape.year > 999:
            return "explicit"
        return "published" if self.year is not None else "anchored"

    def _year(self, shape: Shape, future: bool) -> Resolved:
        year = self.absolute(shape.year)
        if shape.year is None:
            year = self.year if self.year is not None else self.anchor
        if year is None:
            return None, None, "unanchored"
        return f"{year:04d}-01-01", f"{year:04d}-12-31", self._basis(shape)

    def _years(self, shape: Shape, future: bool) -> Resolved:
        return f"{shape.first:04d}-01-01", f"{shape.last:04d}-12-31", "explicit"

    def _bare_year(self, first: int, last: int, future: bool) -> int | None:
        """Return the year of months that are named without one.

        Of what has happened the latest that has begun, of what is to come the next that has not ended.
        """
        if self.month is None:
            return self.year if self.year is not None else self.anchor
        year, now = divmod(self.month, 12)
        if future:
            # In a month's first days, what is expected of the month before is still to come out.
            now -= self.day is not None and self.day <= EARLY
            return year if last >= now else year + 1
        # Six or nine months are reported when they are over, a quarter is also spoken of while it lasts.
        begun = last if last - first > 4 else first
        return year if begun <= now else year - 1

    def _months(self, shape: Shape, future: bool) -> Resolved:
        year = self.absolute(shape.year)
        if shape.year is None:
            year = self._bare_year(shape.first, shape.last, future)
            if year == self.anchor and year is not None and self.is_closed:
                # Beside the last quarter of 2004, a January is that of 2005.
                year += shape.kind == "months" and shape.last < SPRING
        if year is None:
            return None, None, "unanchored"
        return *months(year * 12 + shape.first, year * 12 + shape.last), self._basis(shape)

    def _day(self, shape: Shape, future: bool) -> Resolved:
        year = self.absolute(shape.year)
        if shape.year is None:
            year = self._bare_year(shape.month, shape.month, future)
            if (
                year is not None
                and not future
                and self.month == year * 12 + shape.month
                and self.day is not None
            ):
                # A date a few days ahead of the publication is one of this year.
                year -= shape.first > self.day + 20
        if year is None:
            return None, None, "unanchored"
        month = year * 12 + shape.month
        return iso(month, shape.first), iso(month, shape.last), self._basis(shape)

    def _part(self, shape: Shape, future: bool) -> Resolved:
        """Place a quarter, a half or the first months of a fiscal year."""
        if shape.year is None and (shape.first, shape.last) in self.told:
            return self.told[shape.first, shape.last]
        if self.fiscal_end is None or self.fiscal_end == 11:
            is_open = self.is_unsettled and shape.year is None
            if self.fiscal_end is None and (shape.unit == "fiscal" or is_open):
                return None, None, "unanchored"
            start, end, basis = self._months(shape, future)
            return start, end, basis
        begins = self.fiscal_end + 1
        slot = self.absolute(shape.year)
        if slot is not None:
            first = (slot - 1) * 12 + begins + shape.first
        elif self.month is not None:
            first = self.month // 12 * 12 + begins + shape.first
            length = shape.last - shape.first
            while first + (length if not future else 0) > self.month:
                first -= 12
            while future and first + length < self.month:
                first += 12
        else:
            return None, None, "unanchored"
        start, end = months(first, first + shape.last - shape.first)
        return self.closed.get(
            (shape.last - shape.first + 1, (end or "")[:7]), (start, end, self.fiscal_basis)
        )

    def _fiscal(self, shape: Shape, future: bool) -> Resolved:
        year = self.absolute(shape.year)
        end = self.fiscal_end if self.fiscal_end is not None else self.budget_end
        is_relative = shape.year is None or shape.year < 999
        if end is None or (
            is_relative and (self.year is None or (shape.year is None and self.month is None))
        ):
            return None, None, "unanchored"
        if is_relative:
            now = self.month if self.month is not None else (self.year or 0) * 12 + 11
            year = now // 12 + (now % 12 > end) + (shape.year or 0)
        last = (year or 0) * 12 + end
        return *months(last - 11, last), self.fiscal_basis

    def _full_year(self, shape: Shape, future: bool) -> Resolved:
        """Place "full year": the one that is ahead where the sentence looks ahead, else the last one over."""
        if self.month is None:
            return None, None, "back"
        end = 11 if self.fiscal_end is None else self.fiscal_end
        last = self.month - (self.month - end) % 12
        if future or self.month - last > 6:
            last += 12 if last < self.month or not future else 0
        return *months(last - 11, last), "published"

    def _season(self, shape: Shape, future: bool) -> Resolved:
        """Place "1986/87": a business year, or both calendar years where the text tells no other."""
        if self.is_fiscal and self.fiscal_end is None:
            return None, None, "unanchored"
        if self.fiscal_end is None or self.fiscal_end == 11:
            return f"{shape.year or 0:04d}-01-01", f"{(shape.year or 0) + 1:04d}-12-31", "explicit"
        last = (shape.year or 0) * 12 + 12 + self.fiscal_end
        return *months(last - 11, last), self.fiscal_basis

    def _relative(self, shape: Shape, future: bool) -> Resolved:
        now, unit, by = self.month, shape.unit, shape.first
        if unit in ("day", "week"):
            if now is None or self.day is None:
                return None, None, "unanchored"
            today = iso(now, self.day)
            if unit == "day":
                moved = moved_days(today, by)
                return moved, moved, "published"
            if self.week is not None and by == -1:
                # "Last week" beside "the week ended May 30"
                return self.week
            monday = moved_days(today, -date.fromisoformat(today).weekday() + 7 * by)
            return monday, monday and moved_days(monday, 6), "published"
        if now is None:
            return None, None, "unanchored"
        if unit == "month":
            return *months(now + by, now + by), "published"
        length = {"quarter": 3, "half": 6, "decade": 120}.get(unit, 3)
        begin = now - now % length
        if unit == "quarter" and self.fiscal_end is not None:
            begin = now - (now - self.fiscal_end - 1) % 3
        return *months(begin + by * length, begin + (by + 1) * length - 1), "published"

    def _past(self, shape: Shape, future: bool) -> Resolved:
        """Place "the past five years": that many units back from the publication (ahead for "next")."""
        if self.year is None or shape.last == 0:
            return None, None, "unanchored"
        today = self.today or ""
        if shape.unit in ("day", "week"):
            if self.day is None:
                return None, None, "unanchored"
            days = shape.last * (7 if shape.unit == "week" else 1)
            start, end = (
                (moved_days(today, -days), today) if shape.first < 0 else (today, moved_days(today, days))
            )
            return start, end, "published"
        if self.month is None:
            years = shape.last // 12
            if shape.last % 12:
                return None, None, "unanchored"
            first, last = (
                (self.year - years, self.year) if shape.first < 0 else (self.year, self.year + years)
            )
            return f"{first:04d}-01-01", f"{last:04d}-12-31", "published"
        if shape.first < 0:
            if self.day is None:
                return *months(self.month - shape.last, self.month), "published"
            return shifted(today, -shape.last), today, "published"
        if self.day is None:
            return *months(self.month, self.month + shape.last), "published"
        return today, shifted(today, shape.last), "published"

    def _ended(self, shape: Shape, future: bool) -> Resolved:
        """Place "the six months ended April 30, 1987"."""
        if shape.inner is None:
            return None, None, "unanchored"
        _, end, basis = self.place(shape.inner, future)
        if end is None:
            return None, None, "unanchored"
        if shape.unit in ("day", "week"):
            return moved_days(end, 1 - shape.first * (7 if shape.unit == "week" else 1)), end, basis
        if shape.first == ENDED_MONTHS["quarter"] and shape.inner.kind == "day" and closes_week(end):
            return moved_days(end, 1 - THIRTEEN_WEEKS), end, basis
        start = shifted(end, -shape.first)
        return start and moved_days(start, 1), end, basis

    def _weekday(self, shape: Shape, future: bool) -> Resolved:
        if self.month is None or self.day is None:
            return None, None, "unanchored"
        today = date.fromisoformat(iso(self.month, self.day))
        back = (today.weekday() - shape.first) % 7
        if shape.year == 1 or (future and back):
            back -= 7
        elif shape.year == -1 and back == 0:
            back = 7
        moved = moved_days(today.isoformat(), -back)
        return moved, moved, "published"

    def _weekend(self, shape: Shape, future: bool) -> Resolved:
        """Place "the weekend": the last that has begun by the publication, or the next one."""
        if self.month is None or self.day is None:
            return None, None, "unanchored"
        today = iso(self.month, self.day)
        weekday = date.fromisoformat(today).weekday()
        is_on = weekday >= SATURDAY
        back = (weekday - SATURDAY) % 7 + 7 * (is_on and shape.first < 0) - 7 * (future and not is_on)
        saturday = moved_days(today, -back)
        return saturday, saturday and moved_days(saturday, 1), "published"

    def _sessions(self, shape: Shape, future: bool) -> Resolved:
        """Place "the past three sessions": as many working days before the publication."""
        if self.month is None or self.day is None:
            return None, None, "unanchored"
        ordinal = date.fromisoformat(iso(self.month, self.day)).toordinal()
        days: list[str] = []
        while len(days) < shape.first:
            ordinal -= 1
            one = date.fromordinal(ordinal)
            if one.weekday() < SATURDAY:
                days.append(one.isoformat())
        return days[-1], days[0], "published"

    def _beginning(self, shape: Shape, future: bool) -> Resolved:
        """Place "the first ten days of October": so many days from its beginning."""
        start, _, basis = self.place(shape.inner, future) if shape.inner else (None, None, "unanchored")
        return start, start and moved_days(start, shape.first - 1), basis

    def _week_of(self, shape: Shape, future: bool) -> Resolved:
        if shape.inner is None:
            return None, None, "unanchored"
        start, _, basis = self.place(shape.inner, future)
        return start, start and moved_days(start, 6), basis

    def _range(self, shape: Shape, future: bool) -> Resolved:
        if shape.inner is None or shape.other is None:
            return None, None, "unanchored"
        start, _, _ = self.place(shape.inner, future)
        _, end, basis = self.place(shape.other, future)
        if start is not None and end is not None and start > end:
            # "Wednesday through Saturday" in a text of a Wednesday; "November to March"
            is_of_week = shape.inner.kind == "weekday"
            start = moved_days(start, -WEEK) if is_of_week else shifted(start, -12)
            if start is not None and start > end:
                return None, None, "unanchored"
        return (start, end, basis) if start and end else (None, None, "unanchored")

    def _next(self, shape: Shape, future: bool) -> Resolved:
        """Place "next March": the one that is ahead, whatever its sentence tells."""
        start, end, basis = self.place(shape.inner, True) if shape.inner else (None, None, "unanchored")
        if start is not None and self.today is not None and start <= self.today:
            start, end = shifted(start, 12), shifted(end, 12)
        return start, end, basis

    def _earlier(self, shape: Shape, future: bool) -> Resolved:
        """Place "October a year ago": the latest October, so many months earlier."""
        start, end, basis = self.place(shape.inner, False) if shape.inner else (None, None, "unanchored")
        return shifted(start, -shape.first), shifted(end, -shape.first), basis

    def _rest(self, shape: Shape, future: bool) -> Resolved:
        """Place "the rest of the year": from the publication to its end."""
        start, end, basis = self.place(shape.inner, True) if shape.inner else (None, None, "unanchored")
        if start is not None and end is not None and self.today is not None and start <= self.today <= end:
            start = self.today
        return start, end, basis

    def _since(self, shape: Shape, future: bool) -> Resolved:
        """Place "since May": its end is that of the May which a clause behind it may be about."""
        start, end, _ = self.place(shape.inner, False) if shape.inner else (None, None, "")
        if start is not None and shape.inner is not None and shape.inner.unit == "end":
            start, end = moved_days(start, 1), None
        return start, end, "since"

    def _by(self, shape: Shape, future: bool) -> Resolved:
        """Place "by 2010": the start of its year is kept for what is forecast of it."""
        edge = shape.inner.inner if shape.inner is not None and shape.inner.kind == "edge" else None
        is_ahead = future or (edge is not None and edge.kind in ("year", "relative"))
        start, end, _ = self.place(shape.inner, is_ahead) if shape.inner else (None, None, "")
        if shape.unit == "before" and start is not None:
            # "Before 2015" ends with the day before.
            start = end = moved_days(start, -1)
        return start, end, "by"

    def _edge(self, shape: Shape, future: bool) -> Resolved:
        """Place "the end of 1986", "mid-May": a day."""
        if shape.inner is None:
            return None, None, "unanchored"
        start, end, basis = self.place(shape.inner, future)
        if not future and end is not None and end > (self.today or end):
            # "At the end of the quarter", "at year-end" in a report is that of the one reported.
            back = ENDED_MONTHS.get(shape.inner.unit or shape.inner.kind, 0)
            is_near = back == 12 and (self.today or "")[5:7] > "06"
            if shape.unit == "end" and not (shape.inner.first or shape.inner.year or is_near):
                start, end = shifted(start, -back), shifted(end, -back)
        if start is None or end is None or (shape.inner.kind == "season" and basis == "explicit"):
            return None, None, "unanchored"
        if shape.unit == "end":
            return end, end, basis
        if shape.unit == "start":
            return start, start, basis
        middle = start[:8] + "15"
        return middle, middle, basis

    def _same(self, shape: Shape, future: bool) -> Resolved:
        year = self.absolute(shape.year)
        if year is not None and shape.year is not None and shape.year > 999:
            return f"{year:04d}-01-01", f"{year:04d}-12-31", "same"
        return None, None, "same"

    def _comparison(self, shape: Shape, future: bool) -> Resolved:
        return None, None, "comparison"

    def _back(self, shape: Shape, future: bool) -> Resolved:
        return None, None, "back"

    def _to_date(self, shape: Shape, future: bool) -> Resolved:
        year = self.absolute(shape.year)
        if year is not None:
            is_running = year == self.year
            return f"{year:04d}-01-01", self.today if is_running else f"{year:04d}-12-31", "published"
        return None, self.today, "to_date"

    def _span(self, shape: Shape, future: bool) -> Resolved:
        return None, None, "span"

    def _clock(self, shape: Shape, future: bool) -> Resolved:
        return None, None, "clock"

    def _name(self, shape: Shape, future: bool) -> Resolved:
        return None, None, "name"
