"""What lasted how long, with its first and last day: "after a closure of 18 months ... shut on 2 March 2009".

What ended is told by a noun beside the length ("53 days in captivity", "ended a 21-day strike") or by
nothing ("After 118 years the foundry closed"). How such a thing begins and ends is told by verbs of its own,
each with its date wherever the article tells it; where it tells no end, that is the day of the sentence, or
of the news.
"""

from bisect import bisect_left
from datetime import date as calendar_date
from typing import Final, NamedTuple

from flows.extraction.figure import Because, Dated, Draft, Member, Relation, is_precise
from flows.extraction.reading import Reading

_RULE: Final = "lasted"
_DAYS: Final = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}
_SLIP: Final = 3  # times the length; what is further off lies between other dates
_LEAD: Final = 2  # sentences that tell the news of the day
_BEFORE: Final = 5  # tokens before a length in which "after a" stands, or "a closure that had lasted"
_BEHIND: Final = 4  # tokens behind it in which the noun stands
_NEAR: Final = 10  # tokens between a verb and its date
_FULL: Final = 10  # characters of an ISO date that is told to the day
_YEAR: Final = 4  # and of its year
_AFTER: Final = frozenset("after ended ending ends end following broke breaking".split())
_NOTHING: Final = frozenset(
    "a an the its their his her more than nearly almost about some over around just".split()
)
_LASTED: Final = frozenset(("lasted", "lasting"))
_BREAKS: Final = frozenset("; . : and but when after before since until than while which who that".split())
_TOOK: Final = frozenset("office over charge power up".split())
_IT: Final = frozenset("it which strike trial siege".split())
_PERFECT: Final = frozenset(("has", "had", "have"))


class _Course(NamedTuple):
    """How something begins and ends: the nouns that it is called, and the verbs of its two ends."""

    nouns: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]


def _course(nouns: str, begins: str, ends: str) -> _Course:
    return _Course(frozenset(nouns.split()), frozenset(begins.split()), frozenset(ends.split()))


_COURSES: Final = (
    _course(
        "closure shutdown suspension outage ban interruption", "shut closed suspended halted stopped banned",
        "reopened reopens reopen resumed lifted restored",
    ),
    _course(
        "strike stoppage walkout dispute lockout siege war trial occupation blockade standoff boycott",
        "began begun started walked broke opened", "ended finished over off concluded returned",
    ),
    _course(
        "captivity captors hostage detention custody jail prison",
        "seized kidnapped captured hijacked abducted arrested detained jailed imprisoned taken",
        "released freed rescued escaped go",
    ),
    _course(
        "post job charge office helm role reign power top",
        "became appointed elected took succeeded",
        "left resigned retired resigns retires ousted",
    ),
)  # fmt: skip
# What ended without a noun for it was founded.
_FOUNDED: Final = _course(
    "business existence trading production operation", "founded established opened",
    "closed shut ceased folded",
)  # fmt: skip


def find_lasting(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return lengths of time with the dates of what began and ended, as far as each is told once."""
    lower = reading.document.lower
    spanned = {id(member.draft) for one in found if one.kind == "duration" for member in one.members}
    told: list[Relation] = []
    for draft in reading.drafts:
        is_length = draft.kind == "duration" and draft.unit in _DAYS and draft.value
        if not is_length or id(draft) in spanned or not reading.dates:
            continue
        course = _course_of(lower, draft)
        if course is None:
            continue
        started = _dated(reading, course.begins)
        ended = _end(reading, draft, course, started)
        if started is None or not ended or (started.end_on or "") >= ended:
            continue
        lasted = (_ordinal(ended) - _ordinal(started.end_on or "")) / _DAYS[draft.unit or ""]
        stated = float(draft.value or 0)
        if stated / _SLIP <= lasted <= stated * _SLIP:
            told.append(_span(reading, draft, started, ended))
    return told


def _course_of(lower: list[str], draft: Draft) -> _Course | None:
    """Return what ended after a length of time, None where the words do not say that it ended."""
    before = lower[max(0, draft.first - _BEFORE) : draft.first]
    behind = lower[draft.last : draft.last + _BEHIND]
    around = [*before, *behind]
    has_lasted = not _LASTED.isdisjoint(before[-2:])
    near = _without_articles(before)
    if len(near) > 1 and near[-1] == "of" and any(near[-2] in course.nouns for course in _COURSES):
        near = _without_articles(near[:-2])  # "after a closure of 18 months"
    if not has_lasted and (not near or near[-1] not in _AFTER):
        return None
    for course in _COURSES:
        if not course.nouns.isdisjoint(around):
            return course
    if has_lasted or near[-1] != "after":
        return None
    # "After 72 years, the tannery closed", "It closed after 72 years."
    stands_alone = bool(behind) and behind[0] in (",", ".", "\u2013", "\u2014")
    return _FOUNDED if stands_alone or not _FOUNDED.nouns.isdisjoint(behind) else None


def _without_articles(words: list[str]) -> list[str]:
    """Return words without the articles and hedges that end them."""
    end = len(words)
    while end and words[end - 1] in _NOTHING:
        end -= 1
    return words[:end]


def _dated(reading: Reading, verbs: frozenset[str]) -> Dated | None:
    """Return the date that stands with one of `verbs`, None where several do."""
    lower = reading.document.lower
    dates: dict[str, Dated] = {}
    for index, word in enumerate(lower):
        if word in verbs and _is_of_it(lower, index):
            date = _beside(reading, index)
            if date is not None:
                dates[date.start_on or ""] = date
    return next(iter(dates.values())) if len(dates) == 1 else None


def _is_of_it(lower: list[str], index: int) -> bool:
    """Whether a verb is not one that much else does: "took office", "which had opened in"."""
    if lower[index] == "took":
        return not _TOOK.isdisjoint(lower[index + 1 : index + 2])
    return lower[index] != "opened" or not _IT.isdisjoint(lower[max(0, index - 2) : index])


def _beside(reading: Reading, index: int) -> Dated | None:
    """Return the date in the clause of a verb: the first behind it, else the last before it."""
    lower, dates = reading.document.lower, reading.dates
    place = bisect_left(dates, index, key=_first)
    if place < len(dates):
        date = dates[place]
        if date.first - index <= _NEAR and _BREAKS.isdisjoint(lower[index + 1 : date.first]):
            return date if is_precise(date) else None
    if place:
        date = dates[place - 1]
        if index - date.last <= _NEAR and _BREAKS.isdisjoint(lower[date.last : index]):
            return date if is_precise(date) else None
    return None


def _end(reading: Reading, draft: Draft, course: _Course, started: Dated | None) -> str | None:
    """Return the day on which what lasted ended: as its verb is dated, else its sentence, else the news."""
    ended = _dated(reading, course.ends)
    if ended is not None:
        return ended.end_on
    first, last = reading.document.sentences[draft.sentence]
    days = {
        date.end_on
        for date in reading.dates
        if first <= date.first < last and date is not started and is_precise(date)
    }
    if len(days) == 1:
        return next(iter(days))
    published = reading.published or ""
    lower = reading.document.lower
    is_news = draft.sentence < _LEAD and len(published) == _FULL
    has_ended = lower[draft.first - 1] not in _LASTED or lower[draft.first - 2] in _PERFECT
    return published if is_news and has_ended else None


def _first(date: Dated) -> int:
    return date.first


def _ordinal(day: str) -> int:
    return calendar_date.fromisoformat(day).toordinal()


def _span(reading: Reading, draft: Draft, started: Dated, ended: str) -> Relation:
    draft.period_start, draft.period_end, draft.period_basis = started.start_on, ended, "explicit"
    start, end = reading.document.span(min(started.first, draft.first), max(started.last, draft.last))
    draft.why["period"] = Because("from its beginning to its end", start, end)
    return Relation("duration", (Member("duration", draft),), False, start, end, _RULE)
