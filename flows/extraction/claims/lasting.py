"""Lengths of time with the two dates that they lie between, wherever the article tells those.

A length is an age ("the 60-year-old bridge", "its 125th anniversary"), or what something lasted ("after a
closure of 18 months", "the 12 days since the gate was shut", "for six weeks, until 14 April"). It runs from
the date of a verb that says how such a thing begins ("shut on 2 March 2009") to that of the verb by which it
ends, that of its own sentence, or the day of the news. Dates that give it are meant; where none do, it is
wrong if one beginning is told and the length is near it.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import Final

from flows.extraction.claims.courses import ANY, FOUNDED, LAST, OLD, Course, course_of
from flows.extraction.claims.time_line import (
    DAYS,
    Point,
    TimeLine,
    are_working_days,
    elapsed,
    has_slipped,
    has_swapped,
    lies_between,
    spanned,
)
from flows.extraction.figure import Draft, Relation
from flows.extraction.reading import Reading

_RULE: Final = "lasted"
_OFF: Final = 3  # times the length; what is further off lies between other dates
_NEAR: Final = 14  # tokens between a verb and its date
_LAST: Final = 3  # the same for "last erupted in 1993"
_STEM: Final = 5  # letters by which a verb and its noun are alike
_TOLD: Final = 40  # tokens before it in which such a word stands
_SUBJECTS: Final = frozenset("it they he she was were the having had".split())
_BACK: Final = 6  # and where the date stands before it
_UNTIL: Final = 10  # tokens from a length to "until"
_FROM: Final = 6  # tokens between a length and "from", or the end of such a stretch
_TWO: Final = 2
_DIGITS: Final = 10  # from which a length has two
_EXACT: Final = frozenset(("exact", "approximately"))
_BREAKS: Final = frozenset("; . : and but when after before since until than while which who that".split())
_UNTIL_WORDS: Final = frozenset("until till through".split())
_TO_BEGIN: Final = 8  # tokens from a word of beginning to its day
_BEGINS: Final = frozenset("opens begins starts arrives arrive signs signed from joins runs".split())
_TO: Final = _UNTIL_WORDS | {"to"}
_PAIRING: Final = _UNTIL_WORDS | frozenset("from since after before".split())
_AGREED: Final = frozenset("contract deal lease agreement loan".split())
_SIGNED: Final = frozenset("now signed signs signing penned joins joined".split())
_SINCE: Final = frozenset(("since", "after"))
_RELATIVE: Final = _SINCE | {"before"}
_TOOK: Final = frozenset("office over charge power up effect job post".split())
_SET: Final = frozenset("up it record".split())
_IT_WAS_IN: Final = ["it", "was", "in"]  # "It was in 1934 that"
_PERSONS: Final = frozenset(("he", "she", "who", "i"))
_NEAR_BY: Final = (LAST, ANY)  # of which the beginning is told beside the length
Ends = tuple[Point, Point]


def find_lasting(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return lengths of time with the dates of what began and ended, as far as each is told once."""
    tied = {id(member.draft) for one in found if one.kind == "duration" for member in one.members}
    lower, line = reading.document.lower, None
    told: list[Relation] = []
    for draft in _lengths(reading):
        if id(draft) in tied:
            continue
        first, last = reading.document.sentences[draft.sentence]
        sentence = lower[first:last]
        course, names_both = course_of(lower, draft, sentence), not _PAIRING.isdisjoint(sentence)
        if course is None and not names_both:
            continue
        line = line or TimeLine(reading)
        dates = None
        if names_both:
            dates = _until(line, draft, first, last) or _since(reading, line, draft, first, last)
            dates = dates or _from_to(line, draft, first, last)
        if course is not None and dates is None:
            dates = _begun(reading, line, draft, course, (first, last))
        if dates is not None:
            told.append(spanned(reading, draft, *dates, _RULE))
    return told


def find_headline_lengths(heading: Reading, body: Reading) -> list[Relation]:
    """Return the lengths of a headline with the dates that the text tells: "Freed after 16 months"."""
    lower, line = heading.document.lower, None
    told: list[Relation] = []
    for draft in _lengths(heading):
        course = course_of(lower, draft, lower)
        if course is not None and course not in _NEAR_BY:
            line = line or TimeLine(body)
            dates = _begun(body, line, draft, course, (0, 0))
            if dates is not None:
                told.append(spanned(body, draft, *dates, _RULE, is_here=False))
    return told


def _lengths(reading: Reading) -> list[Draft]:
    return [
        draft
        for draft in reading.drafts
        if draft.kind == "duration" and draft.unit in DAYS and draft.value and draft.qualifier in _EXACT
    ]


def _until(line: TimeLine, draft: Draft, first: int, last: int) -> Ends | None:
    """Return the dates of "runs for six weeks, until 14 April", "a five-year contract until June 2028"."""
    for end in line.between(draft.last, min(last, draft.last + _UNTIL)):
        if _UNTIL_WORDS.isdisjoint(line.lower[max(first, end.first - 1) : end.first + 1]):
            continue
        starts = line.between(first, end.first)
        sentence = line.lower[first:last]
        if not starts and line.news is not None and not _AGREED.isdisjoint(sentence):
            starts = [line.news] if not _SIGNED.isdisjoint(sentence) else []
        if len(starts) != 1 or not (starts[0] == line.news or _is_begun_on(line, starts[0], first)):
            return None
        start, end_to_come = line.to_come(starts[0], end)
        return _meant(line, draft, start, [end_to_come])
    return None


def _is_begun_on(line: TimeLine, point: Point, first: int) -> bool:
    """Whether something begins on a day, which is not that on which somebody said so."""
    words = line.lower[max(first, point.first - _TO_BEGIN) : point.last]
    return not (
        _BEGINS.isdisjoint(words) and ANY.begins.isdisjoint(words) and FOUNDED.begins.isdisjoint(words)
    )


def _from_to(line: TimeLine, draft: Draft, first: int, last: int) -> Ends | None:
    """Return the dates of "for 11 weeks, from 3 June to 19 August", "from 1996 to 2019, or 23 years"."""
    points = line.between(first, last)
    for start, end in pairwise(points):
        is_one = start.first == end.first and "and" not in line.lower[start.first : start.last]
        opens = start.first if is_one else start.first - 1
        is_range = is_one or line.lower[end.first - 1] in _TO
        if not is_range or "from" not in line.lower[max(first, opens - _FROM) : opens + 1]:
            continue
        gap = line.lower[draft.last : opens] if draft.last <= opens else line.lower[end.last : draft.first]
        if len(gap) <= _FROM and _BREAKS.isdisjoint(gap) and start.start < end.start:
            return _meant(line, draft, start, [end])
    return None


def _since(reading: Reading, line: TimeLine, draft: Draft, first: int, last: int) -> Ends | None:
    """Return the dates of "the 19 days since the gate was shut on 2 May", "14 months after it closed in"."""
    at = draft.last + (line.lower[draft.last : draft.last + 2] == [",", "since"])
    word = line.lower[at] if at < last else ""
    if word not in _RELATIVE:
        return None
    before, behind = line.between(first, draft.first), line.between(draft.last, last)
    if len(before) == _TWO and not behind:
        # "Founded in June 1954, it celebrated its birthday on Saturday, 70 years after the first barrel"
        start, end = sorted(before, key=_start)
        is_begun = _dated(reading, line, FOUNDED.begins, (first, draft.first)) == start
        return _meant(line, draft, start, [end]) if is_begun else None
    gap = line.lower[at : behind[0].first] if behind else [","]
    if "," in gap or not _is_beside(reading, at + 1, behind[0].first, _NEAR):
        return None
    if word in _SINCE:
        ends = [point for point in line.between(first, last) if point.start > behind[0].end]
        return _meant(line, draft, behind[0], ends + line.now)
    # "Retired in 2001, two years before his death in 2004"
    return _meant(line, draft, before[0], [behind[0]]) if len(before) == 1 else None


def _begun(
    reading: Reading, line: TimeLine, draft: Draft, course: Course, sentence: tuple[int, int]
) -> Ends | None:
    """Return the dates of the verbs by which something begins and ends, the first of them in a sentence."""
    started = _dated(reading, line, course.begins, sentence)
    if started is None and (course.is_of_news or (draft.value or 0) >= _DIGITS):
        everywhere = (0, len(line.lower))
        started = _dated(
            reading, line, course.begins, _around(reading, draft) if course in _NEAR_BY else everywhere
        )
    if (
        started is None
        and course is OLD
        and reading.document.lower[draft.last + 1 : draft.last + 2] != ["old"]
    ):
        started = _slipped(line, draft)
    if started is None:
        return None
    if course is OLD:
        if _is_of_somebody(reading.document.lower, draft):
            return None
        return _meant(line, draft, started, line.now, course)
    ended = _dated(reading, line, course.ends, (0, len(line.lower)))
    ends = [ended] if ended is not None and ended != started else []
    beside = [point for point in line.between(*sentence) if point != started]
    ends += beside if len(beside) == 1 else []
    return _meant(line, draft, started, ends + line.now, course)


def _is_of_somebody(lower: list[str], draft: Draft) -> bool:
    """Whether somebody's age is told: "At the time of the crime he was 23 years old"."""
    return not _PERSONS.isdisjoint(lower[max(0, draft.first - _TOLD) : draft.first])


def _slipped(line: TimeLine, draft: Draft) -> Point | None:
    """Return the only date of an article that a slip would make what an age is counted from."""
    if line.news is None or line.is_old_now(draft):
        return None
    dates = [
        point
        for point in line.points
        if point.start < line.news.start and has_slipped(draft, point, line.news)
    ]
    return dates[0] if len({point.start for point in dates}) == 1 else None


def _meant(
    line: TimeLine, draft: Draft, start: Point, ends: list[Point], course: Course | None = None
) -> Ends | None:
    """Return the dates that a length lies between, or that it was meant to lie between but for a slip."""
    ends = [end for end in ends if end.start > start.end]
    for end in ends:
        if lies_between(draft, start, end):
            return start, end
    if not ends or (course is not None and any(are_working_days(draft, start, end) for end in ends)):
        return None
    low, high = elapsed(draft, start, ends[0])
    stated = float(draft.value or 0)
    if (not stated / _OFF <= high or not low <= stated * _OFF) and not has_swapped(draft, start, ends[0]):
        return None
    # What lasts for years is told of many things: only a slip is believed.
    is_close = (
        course is None or (course.is_of_news and draft.unit != "year") or has_slipped(draft, start, ends[0])
    )
    return (start, ends[0]) if is_close and not _is_explained(line, draft, start, ends, course) else None


def _is_explained(
    line: TimeLine, draft: Draft, start: Point, ends: list[Point], course: Course | None
) -> bool:
    """Whether other dates of the article give a length: any that end it, or, of what none names, any two."""
    if course is None and ends[-1] != line.news:
        return False  # the words name both
    if course is None or course.is_of_news:
        return line.ends_any(draft, start)
    return line.is_old_now(draft) if course is OLD else line.is_between_any(draft)


def _around(reading: Reading, draft: Draft) -> tuple[int, int]:
    """Return the tokens of a figure's sentence with the ones before and behind it."""
    sentences = reading.document.sentences[max(0, draft.sentence - 1) : draft.sentence + 2]
    return sentences[0][0], sentences[-1][1]


def _dated(reading: Reading, line: TimeLine, verbs: frozenset[str], tokens: tuple[int, int]) -> Point | None:
    """Return the date that stands with one of `verbs` among tokens, None where several do."""
    lower = line.lower
    dates: dict[int, Point] = {}
    for index in range(*tokens):
        is_told = lower[index] in verbs and _is_of_it(lower, index)
        if is_told and lower[index] == "since":
            date = next(iter(line.between(index, index + _TWO)), None)
        elif is_told and not line.between(index, index + 1):
            reach = _LAST if lower[index] in ("first", "last") else _NEAR
            date = _beside(reading, line, index, reach)
        elif lower[index] == "it" and lower[index : index + 3] == _IT_WAS_IN:
            date = next(iter(line.between(index + 3, index + 4)), None)
        else:
            continue
        if date is not None:
            dates[date.start] = date
    return next(iter(dates.values())) if len(dates) == 1 else None


def _is_of_it(lower: list[str], index: int) -> bool:
    """Whether a verb is not one that much else does: "took office", "set up"."""
    word = lower[index]
    if word == "last":
        # "The eruption ... the volcano last erupted in", "having last won it in"
        stem = lower[index + 1][:_STEM] if index + 1 < len(lower) else ""
        told = lower[max(0, index - _TOLD) : index]
        return told[-1:] != [] and (told[-1] in _SUBJECTS or any(one.startswith(stem) for one in told))
    if word == "since":
        return not _TOOK.isdisjoint(lower[max(0, index - 1) : index])  # "in office since 2006"
    if word == "first":
        return lower[index + 1 : index + 2] != [] and lower[index + 1].endswith("ed")  # "first printed in"
    if word == "took":
        return not _TOOK.isdisjoint(lower[index + 1 : index + 3])
    return word != "set" or not _SET.isdisjoint(lower[index + 1 : index + 3])


def _start(point: Point) -> int:
    return point.start


def _beside(reading: Reading, line: TimeLine, index: int, reach: int) -> Point | None:
    """Return the date in the clause of a verb: the first behind it, else the last before it."""
    place = bisect_left(line.firsts, index)
    if place < len(line.points):
        point = line.points[place]
        if _is_beside(reading, index + 1, point.first, reach):
            return point
    if place and reach == _NEAR:
        point = line.points[place - 1]
        if _is_beside(reading, point.last, index, _BACK):
            return point
    return None


def _is_beside(reading: Reading, first: int, last: int, reach: int) -> bool:
    """Whether no other clause begins between a verb and a date; names count as one word."""
    if last - first > 2 * reach:
        return False
    lower = reading.document.lower
    words = lower[first:last]
    for name in reading.names_between(first, last):
        # "The Museum of Paper and Print" may be read as two names.
        opens = name.first - 1 if name.first > first and lower[name.first - 1] == "and" else name.first
        for token in range(opens, min(name.last, last)):
            words[token - first] = ""
    return _BREAKS.isdisjoint(words) and len([word for word in words if word]) <= reach
