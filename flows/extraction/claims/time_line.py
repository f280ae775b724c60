"""When things were: the dates that an article tells, and which lengths of time lie between two of them.

A day without a year may be of the year before or after the one that it was read as. A year that is told in no
phrase of time ("set up in a barn in 1897 by") is a date as well.
"""

from bisect import bisect_left
from datetime import date as calendar_date
from datetime import timedelta
from itertools import combinations
from typing import Final, NamedTuple

from flows.extraction.figure import PLACED, Because, Dated, Draft, Member, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.misprints import is_digit_slip, wrong_digits

DAYS: Final = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5, "century": 36525.0}
_ROUNDED: Final = 0.6  # of a unit that may be wanting to a length: "five weeks" are 31 days
_VAGUE: Final = 32  # units that a date may be long: "in March" of days, "this year" not
_CUT_OFF: Final = 0.95  # of a unit that may be cut off: "five weeks" are 41 days
_WORKING: Final = 5 / 7
_WEEKEND: Final = 1.5  # days by which these may differ, as weekends fall
_SOON: Final = 1  # days after the news that still are its day
_LONG: Final = 20  # units from which it may be a whole one
_YEARS: Final = (0, -365, 365)  # days by which a date without a year may be read wrongly
_YEAR: Final = 4  # characters of the year in an ISO date, and digits of one in the text
_MANY: Final = 80  # dates of an article that is a table
_FULL: Final = 10  # characters of an ISO date that is told to the day
_OF_DAYS: Final = {"lasted": "lasted_days"}  # the rule where both ends are told to the day
_MONTHS: Final = 12
_SWAPPED: Final = 2
_THROUGH: Final = frozenset("to until till through and - –".split())
_BOUNDS: Final = frozenset(("since", "by"))
# What says the year of a day: "yesterday", "last May".
_NAMED: Final = frozenset(
    """yesterday today tomorrow tonight last this next monday tuesday wednesday thursday friday saturday
    sunday week weekend month year""".split()
)


class Point(NamedTuple):
    """A date of the article: its tokens, its first and last day, and whether its year is sure."""

    first: int
    last: int
    start: int
    end: int
    has_year: bool


class TimeLine:
    """The dates of one article in text order, with the day of the news.

    Attributes:
        points: the dates told.
        firsts: their first tokens.
        news: the day of publication, None where it is not known to the day; `now` has it, if so.
    """

    def __init__(self, reading: Reading) -> None:
        self.lower = reading.document.lower
        points = [point for date in reading.dates for point in _points(self.lower, date)]
        for reject in reading.rejects:
            if reject.detail == "a year":
                token = bisect_left(reading.document.starts, reject.start)
                year = self.lower[token]
                if len(year) == _YEAR and year.isdigit():
                    points.append(_point(token, token + 1, f"{year}-01-01", f"{year}-12-31", has_year=True))
        self.points = sorted(points)
        self.firsts = [point.first for point in self.points]
        published = (reading.published or "")[:_FULL]
        self.news: Point | None = None
        if len(published) == _FULL:
            self.news = _point(-1, -1, published, published, has_year=True)
        self.now = [] if self.news is None else [self.news]

    def between(self, first: int, last: int) -> list[Point]:
        """Return the dates that begin among tokens ``[first, last)``."""
        return self.points[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def is_old_now(self, draft: Draft) -> bool:
        """Whether a length of time lies between any date of the article and the news."""
        return any(may_lie_between(draft, start, now) for now in self.now for start in self.points)

    def ends_any(self, draft: Draft, start: Point) -> bool:
        """Whether a length of time lies between a date and any other of the article until the news."""
        now = self.news.end + _SOON if self.news is not None else start.end
        return any(
            may_lie_between(draft, start, end)
            for end in self.all_points()
            if end.start <= now and end.end - end.start <= _VAGUE * DAYS[draft.unit or ""]
        )

    def is_between_any(self, draft: Draft, longest: int | None = None) -> bool:
        """Whether a length of time lies between any two dates of the article.

        Args:
            draft: the length.
            longest: days that a date may be long; None takes all.
        """
        points = [one for one in self.all_points() if longest is None or one.end - one.start < longest]
        # Of so many dates some two are any time apart, and trying them all would take for ever.
        return len(points) > _MANY or any(
            may_lie_between(draft, one, other) or may_lie_between(draft, other, one)
            for one, other in combinations(points, 2)
        )

    def to_come(self, start: Point, end: Point) -> tuple[Point, Point]:
        """Return a beginning near the news and an end to come, of which no year was told."""
        if not start.has_year and self.news is not None:
            start = min((_moved(start, by) for by in _YEARS), key=self._from_news)
        if not end.has_year:
            end = next((one for by in sorted(_YEARS) if (one := _moved(end, by)).end > start.start), end)
        return start, end

    def _from_news(self, point: Point) -> int:
        return abs(point.start - self.news.start) if self.news is not None else 0

    def all_points(self) -> list[Point]:
        """Return the dates told and the day of the news."""
        return self.points + self.now


def _points(lower: list[str], date: Dated) -> list[Point]:
    start, end = date.start_on, date.end_on
    if start is None or end is None or (date.basis not in PLACED and date.basis not in _BOUNDS):
        return []
    words = lower[date.first : date.last]
    if start != end and not _THROUGH.isdisjoint(words):
        return _both_ends(date, start, end, words)
    has_year = date.basis == "explicit" or not _NAMED.isdisjoint(words)
    has_year = has_year or any(len(word) == _YEAR and word.isdigit() for word in words)
    return [_point(date.first, date.last, start, end, has_year=has_year)]


def _both_ends(date: Dated, start: str, end: str, words: list[str]) -> list[Point]:
    """Return the two ends of "between 2004 and 2008", "from March to June", "from 3 to 19 August"."""
    begun, ended = calendar_date.fromisoformat(start), calendar_date.fromisoformat(end)
    last_of_begun, first_of_ended = begun, ended
    if not any(word.isdigit() and len(word) < _YEAR for word in words):
        is_of_years = start[_YEAR:] == "-01-01" and end[_YEAR:] == "-12-31" and begun.year < ended.year
        months = _MONTHS if is_of_years else 1
        last_of_begun = begun + timedelta(days=round(months * DAYS["month"]) - 1)
        first_of_ended = ended - timedelta(days=round(months * DAYS["month"]) - 1)
    return [
        Point(date.first, date.last, begun.toordinal(), last_of_begun.toordinal(), has_year=True),
        Point(date.first, date.last, first_of_ended.toordinal(), ended.toordinal(), has_year=True),
    ]


def _point(first: int, last: int, start: str, end: str, *, has_year: bool) -> Point:
    return Point(first, last, _ordinal(start), _ordinal(end), has_year)


def _ordinal(day: str) -> int:
    return calendar_date.fromisoformat(day).toordinal()


def year_of(point: Point) -> int:
    """Return the year in which a date begins."""
    return calendar_date.fromordinal(point.start).year


def as_day(ordinal: int) -> str:
    """Return the ISO date of a day that is told as its number."""
    return calendar_date.fromordinal(ordinal).isoformat()


def _moved(point: Point, days: int) -> Point:
    return Point(point.first, point.last, point.start + days, point.end + days, has_year=True)


def elapsed(draft: Draft, start: Point, end: Point) -> tuple[float, float]:
    """Return the least and the most units of a length that may lie between two dates."""
    days = DAYS[draft.unit or ""]
    return (end.start - start.end) / days, (end.end - start.start) / days


def lies_between(draft: Draft, start: Point, end: Point) -> bool:
    """Whether a length of time lies between two dates: rounded, cut off, or with its first and last day."""
    return _fits(draft, start, end, _YEARS[:1])


def may_lie_between(draft: Draft, start: Point, end: Point) -> bool:
    """Whether it does if a date of which no year is told is of another one."""
    return _fits(draft, start, end, _YEARS[:1] if start.has_year and end.has_year else _YEARS)


def are_working_days(draft: Draft, start: Point, end: Point) -> bool:
    """Whether so many days of work lie between two dates: a strike of three weeks closes schools on 15."""
    working = (end.start - start.end + 1) * _WORKING
    return draft.unit == "day" and abs(float(draft.value or 0) - working) <= _WEEKEND


def _fits(draft: Draft, start: Point, end: Point, shifts: tuple[int, ...]) -> bool:
    stated = float(draft.value or 0)
    low, high = elapsed(draft, start, end)
    days = DAYS[draft.unit or ""]
    less = 1.0 if draft.unit == "day" else _CUT_OFF
    room = 1.0 if draft.unit == "day" or stated >= _LONG else _ROUNDED
    return high > 0 and any(low + by / days - less <= stated <= high + by / days + room for by in shifts)


def has_slipped(draft: Draft, start: Point, end: Point, *, is_age: bool = False) -> bool:
    """Whether a length, or the year in which it began, is wrong by a digit or by two that are swapped."""
    low, high = elapsed(draft, start, end)
    most = int(high) if is_age else int(high) + 1  # an age is cut off
    printed = str(int(draft.value or 0))
    if draft.unit == "year":
        begun = calendar_date.fromordinal(start.start).year
        meant = calendar_date.fromordinal(end.end).year - int(printed)
        if is_digit_slip(str(begun), str(meant)):
            return True
    return any(_is_slip(printed, str(one)) for one in range(max(int(low), 0), most + 1))


def has_swapped(draft: Draft, start: Point, end: Point) -> bool:
    """Whether two digits of a length are swapped."""
    low, high = elapsed(draft, start, end)
    printed = str(int(draft.value or 0))
    return any(
        wrong_digits(printed, str(one)) == _SWAPPED for one in range(max(int(low), 0), int(high) + _SWAPPED)
    )


def _is_slip(printed: str, told: str) -> bool:
    is_short = len(told) == len(printed) + 1 and told.endswith(printed)  # "six months" of 16
    return is_short or is_digit_slip(printed, told)


def spanned(
    reading: Reading, draft: Draft, started: Point, ended: Point, rule: str, *, is_here: bool = True
) -> Relation:
    """Return a length of time with its two dates; its own period becomes that from the one to the other.

    The words that say so are the dates told, and the length, where it is of the same text.
    """
    draft.period_start = as_day(started.start)
    draft.period_end = as_day(ended.end)
    draft.period_basis = "explicit"
    tokens = [(point.first, point.last) for point in (started, ended) if point.first >= 0]
    if is_here:
        tokens.append((draft.first, draft.last))
    start, end = reading.document.span(min(tokens)[0], max(last for _, last in tokens))
    draft.why["period"] = Because("from beginning to end", start, end)
    if started.start == started.end and ended.start == ended.end:
        rule = _OF_DAYS.get(rule, rule)
    return Relation("duration", (Member("duration", draft),), False, start, end, rule)
