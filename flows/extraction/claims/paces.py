"""Ways with their time and mean speed: "1,890 kilometres ... at an average of 90 km/h ... took 21 hours".

The three are an equation, wherever the article tells them. Ways and times that make a speed are meant; where
none do, the one pair is that a slip of a digit would make so, or that alone comes near a speed that is called
an average. A pace a day is held against the days from one date to another, too.
"""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.daily_rates import OVER_DAYS
from flows.extraction.claims.rate_products import RULE
from flows.extraction.claims.time_line import TimeLine, as_day
from flows.extraction.figure import Draft, Member, Relation, figures_of, related
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import dimensions, factors
from flows.extraction.relations.misprints import otherwise, with_a_wrong_digit
from flows.extraction.relations.sums import rounding_of

_SPEEDS: Final = frozenset(("hour", "minute", "second"))
_LONG: Final = frozenset("day week fortnight".split())
_MEAN: Final = frozenset(
    """average averages averaged averaging mean corresponds corresponded equates equivalent amounts amounted
    works worked pace""".split()
)
_OTHERS: Final = frozenset(
    "top maximum peak up limit limited wind winds gust gusts gusting faster slower reached reaches".split()
)
_AROUND: Final = 8  # tokens about a speed in which such a word stands
_DAYS: Final = 4  # sentences between a pace a day and its dates
_OFF: Final = Decimal("1.7")  # times that a speed may be what a way and a time make
_SLACK: Final = Decimal("0.01")  # by which a speed is rounded
_ONE: Final = Decimal(1)
_LEAST: Final = 2  # digits of what may have slipped
_HALF_AN_HOUR: Final = 1800
_MOST: Final = 30  # ways and times of an article that is a table beyond them


class _Journey:
    """A way and a time that may make a speed, and how many times the speed what they make is."""

    __slots__ = ("time", "times", "way")

    def __init__(self, way: Draft, time: Draft, times: Decimal) -> None:
        self.way = way
        self.time = time
        self.times = times


def find_paces(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return mean speeds with the way and the time that make them.

    Args:
        reading: the article.
        found: the relations so far; what is in a rate already is left alone.
    """
    speeds = [draft for draft in reading.drafts if draft.kind == "rate" and draft.value and _per(draft)]
    if not speeds or len(speeds) > _MOST:
        return []
    tied = figures_of(one for one in found if one.kind == "rate")
    known = dimensions(reading.reference)
    ways = [
        draft
        for draft in reading.drafts
        if draft.kind == "measure" and draft.value and known.get(draft.unit or "") == "length"
    ]
    times = [
        draft
        for draft in reading.drafts
        if draft.kind == "duration" and draft.value and known.get(draft.unit or "") == "time"
    ]
    if not ways or len(ways) + len(times) > _MOST:
        return []
    told: list[Relation] = []
    for speed in speeds:
        if id(speed) in tied or not _is_mean(reading.document.lower, speed):
            continue
        above, per = _unit_of(speed), _per(speed)
        if known.get(above) != "length":
            continue
        journey = _chosen(reading, speed, above, per, ways, times)
        if journey is not None and tied.isdisjoint((id(journey.way), id(journey.time))):
            members = (
                Member("rate", speed), Member("quantity", journey.time), Member("amount", journey.way)
            )  # fmt: skip
            told.append(related("rate", RULE, *members, told_by=speed))
        elif journey is None and per == "day":
            told += _over_days(reading, speed, above, ways)
    return told


def _unit_of(speed: Draft) -> str:
    return (speed.unit or "").partition(" per ")[0]


def _per(speed: Draft) -> str:
    per = (speed.unit or "").partition(" per ")[2]
    return per if per in _SPEEDS or per == "day" else ""


def _is_mean(lower: list[str], speed: Draft) -> bool:
    around = lower[max(0, speed.first - _AROUND) : speed.last + 3]
    return not _MEAN.isdisjoint(around) and _OTHERS.isdisjoint(around)


def _chosen(
    reading: Reading, speed: Draft, above: str, per: str, ways: list[Draft], times: list[Draft]
) -> _Journey | None:
    """Return the way and the time that make a speed, or would but for a slip, or alone come near it."""
    sizes = factors(reading.reference)
    journeys = []
    for way in ways:
        for time in times:
            length = (way.value or _ONE) * sizes[way.unit or ""] / sizes[above]
            if (per == "day") != (time.unit in _LONG):
                continue  # a race of six days is not ridden day and night
            took = (time.value or _ONE) * sizes[time.unit or ""] / sizes[per]
            journeys.append(_Journey(way, time, length / took / (speed.value or _ONE)))
    holding = [one for one in journeys if abs(one.times - 1) <= _room(speed, one)]
    if holding:
        return holding[0]
    slips = [one for one in journeys if _has_slipped(speed, one)]
    if len(slips) == 1:
        return slips[0]
    near = [one for one in journeys if 1 / _OFF <= one.times <= _OFF]
    if len(near) != 1 or (near[0].time.value or _ONE) * sizes[near[0].time.unit or ""] < _HALF_AN_HOUR:
        return None
    return near[0]


def _room(speed: Draft, journey: _Journey) -> Decimal:
    drafts = (speed, journey.way, journey.time)
    return _SLACK + sum((rounding_of(one) / (one.value or _ONE) for one in drafts), Decimal(0))


def _has_slipped(speed: Draft, journey: _Journey) -> bool:
    """Whether a slip in one of three figures would make them agree, closely."""
    for draft, meant in (
        (speed, journey.times),
        (journey.time, journey.times),
        (journey.way, 1 / journey.times),
    ):
        value = draft.value or _ONE
        slips = [*otherwise(draft, _LEAST)]
        if 1 / _OFF <= journey.times <= _OFF:
            slips += with_a_wrong_digit(draft)  # of many that one would do for chance alone
        if any(abs(told / value / meant - 1) <= _SLACK for told in slips):
            return True
    return False


def _over_days(reading: Reading, speed: Draft, above: str, ways: list[Draft]) -> list[Relation]:
    """Return a pace a day with the way that it comes to from one date to another."""
    first = reading.document.sentences[max(0, speed.sentence - _DAYS)][0]
    line = TimeLine(reading)
    days = [point for point in line.between(first, speed.first) if point.start == point.end]
    ways = [way for way in ways if way.unit == above and speed.sentence - 1 <= way.sentence <= speed.sentence]
    ways = [way for way in ways if way.start < speed.start]
    if len({day.start for day in days}) != _LEAST or len({way.value for way in ways}) != 1:
        return []
    begun, ended = sorted({day.start for day in days})
    way = ways[-1]
    made = (speed.value or _ONE) * (ended - begun + 1)
    if not 1 / _OFF <= made / (way.value or _ONE) <= _OFF:
        return []
    way.period_start, way.period_end, way.period_basis = as_day(begun), as_day(ended), "explicit"
    return [related("conversion", OVER_DAYS, Member("from", speed), Member("to", way))]
