"""Lengths of time whose words name one of their two dates, or say which they are.

"In seven weeks, on 27 May", "three years ago, in 2009" and "the house is five years late" run to or from
the news; "a ten-year bond" from its issue to the date on which it is due; what comes "every 65 years" from
one visit to the next. Of a long one that no two dates of the article give, a slip of a digit tells the
two that were meant: "after 116 days" between days that are 166 apart.
"""

from typing import Final

from flows.extraction.claims.time_line import (
    DAYS,
    Point,
    TimeLine,
    are_working_days,
    elapsed,
    has_slipped,
    lies_between,
    may_lie_between,
    spanned,
    year_of,
)
from flows.extraction.figure import Draft, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.misprints import is_digit_slip, wrong_digits

_RULE: Final = "lasted"
_IN_HOURS: Final = "lasted_hours"
_HOURS: Final = 12
_MOST_HOURS: Final = 240
_TIMES_OF_DAY: Final = frozenset("noon midday midnight dawn dusk sunset sunrise".split())
_BESIDE: Final = 3  # tokens from a day to its time
_EXACT: Final = frozenset(("exact", "approximately"))
_OFF: Final = 4  # times the length; what is further off lies between other dates
_RELATIVE: Final = frozenset("later afterwards earlier".split())
_JOINING: Final = frozenset(", on in ( – — - back by".split())
_COMMAS: Final = frozenset((",", "(", "–", "—", "-"))
_BEFORE_LENGTH: Final = frozenset((",", "(", "–", "—", "-", "exactly", "just", "some", "about", "only"))
_TIME: Final = frozenset(("'", "\u2019", "'s", "\u2019s", "time"))
_FROM_NOW: Final = (["from", "now"], ["from", "today"])
_DELAY: Final = frozenset(("delay", "delayed", "delays"))
_ANEW: Final = frozenset("now new revised latest instead".split())
_BEHIND: Final = (["behind", "schedule"], ["later", "than"], ["after", "schedule"], ["behind", "time"])
_EARLY: Final = (["ahead", "of"], ["earlier", "than"], ["before", "schedule"], ["early"])
_PLANNED: Final = frozenset(
    """planned due scheduled supposed meant originally intended promised expected target should foreseen
    envisaged slated deadline hoped""".split()
)
_LOANS: Final = frozenset(
    """bond bonds note notes loan loans debt lease contract licence license mortgage concession agreement
    paper gilt gilts debenture deal visa permit franchise""".split()
)
_DUE: Final = frozenset(
    """redeemed redemption redeemable mature matures maturing maturity expire expires expiring expired
    repaid repayable repayment""".split()
)
_ISSUED: Final = frozenset(
    """issued issue issuing signed sold granted begins began starts started from awarded effective agreed
    concluded""".split()
)
_AGAIN: Final = frozenset("again next return returns returning back until before last previous".split())
_EVERY: Final = frozenset(("every", "each"))
_TOLD: Final = frozenset("after for lasted spent took following".split())
_SPANS: Final = frozenset("for after during".split())
_QUOTES: Final = frozenset("\"“‘'")
_AROUND: Final = 8  # tokens about a date in which words say what it is
_REACH: Final = 3  # sentences from a length to its dates
_FAR: Final = 6  # and from a bond to its dates
_TEN: Final = 10
_HUNDRED: Final = 100
_PAIR: Final = 2
_LISTING: Final = frozenset(("and", "or", "to", "week", "-"))
_DAY: Final = 1
_WEEK: Final = 7
_FINE: Final = frozenset(("day", "week", "month"))
_MONTH: Final = 31
Ends = tuple[Point, Point]


def find_dated_lengths(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return lengths of time with the dates that their words, or a slip of a digit, say they lie between.

    Args:
        reading: the article.
        found: the relations so far; a length that has its dates is left alone.
    """
    tied = {id(member.draft) for one in found if one.kind == "duration" for member in one.members}
    line: TimeLine | None = None
    told: list[Relation] = []
    for draft in reading.drafts:
        if draft.kind != "duration" or not draft.value or id(draft) in tied:
            continue
        if draft.unit == "hour" and draft.value % _HOURS == 0 and draft.value <= _MOST_HOURS:
            line = line or TimeLine(reading)
            ends = _to_the_hour(reading, line, draft)
            if ends is not None:
                told.append(spanned(reading, draft, *ends, _IN_HOURS))
            continue
        if draft.unit not in DAYS:
            continue
        if draft.qualifier not in _EXACT or draft.form == "ordinal":
            continue
        line = line or TimeLine(reading)
        ends = _ends(reading, line, draft)
        if ends is not None:
            told.append(spanned(reading, draft, *ends, _RULE))
    return told


def _to_the_hour(reading: Reading, line: TimeLine, draft: Draft) -> Ends | None:
    """Return the only two days of which one time of day is told: "at noon on Tuesday ... Friday at noon"."""
    times: dict[str, dict[int, Point]] = {}
    for point in _about(reading, line, draft, _REACH):
        near = line.lower[max(0, point.first - _BESIDE) : point.last + _BESIDE]
        word = next((word for word in near if word in _TIMES_OF_DAY), None)
        if word is not None and point.start == point.end:
            times.setdefault(word, {})[point.start] = point
    pairs = [days for days in times.values() if len(days) == _PAIR]
    if len(pairs) != 1:
        return None
    start, end = sorted(pairs[0].values(), key=_start)
    hours = 24 * (end.start - start.start)
    return (start, end) if hours <= _MOST_HOURS else None


def _ends(reading: Reading, line: TimeLine, draft: Draft) -> Ends | None:
    if line.news is None or not line.points:
        return None
    first, last = reading.document.sentences[draft.sentence]
    if line.lower[draft.last : draft.last + 2] == ["-", "old"]:
        return None
    ends = _apposed(reading, line, draft, first, last) or _late(reading, line, draft, first, last)
    if ends is None and draft.unit == "year":
        ends = _term(reading, line, draft) or _every(line, draft) or _in_a_sentence(line, draft, first, last)
        return ends or _until_now(reading, line, draft)
    return ends or _slipped(reading, line, draft, first, last)


def _apposed(reading: Reading, line: TimeLine, draft: Draft, first: int, last: int) -> Ends | None:
    """Return the news and the date that says when: "in seven weeks, on 27 May", "a year ago, in 2009"."""
    lower, news = line.lower, line.news
    at = draft.last
    word = "".join(lower[at : at + 1])
    is_ago = word == "ago"
    while at < last and lower[at] in _TIME:
        at += 1  # "in twelve days' time"
    lead = draft.first - 1 - (lower[draft.first - 1] in _BEFORE_LENGTH)
    is_from_now = lower[at : at + 2] in _FROM_NOW
    is_to_come = lower[lead] == "in" or is_from_now
    if word in _RELATIVE:
        return _relative(reading, line, draft, first, last, is_later=word != "earlier")
    if news is None or not (is_ago or is_to_come):
        return None
    at += is_ago or (_PAIR if lower[at : at + 1] == ["from"] else 0)
    date = next(iter(line.between(at, min(last, at + 4))), None)
    if date is not None:
        between = set(lower[at : date.first])
        if not between <= _JOINING or _COMMAS.isdisjoint(between):
            date = None
    if date is None and (is_ago or is_from_now):
        before = line.between(first, draft.first)[-1:]
        if before and set(lower[before[0].last : draft.first]) <= _BEFORE_LENGTH:
            date = before[0] if before[0].last < draft.first else None
    if date is None:
        return None
    if is_ago:
        return _near(draft, date, news) if date.end < news.start else None
    news, date = line.to_come(news, date)
    return _near(draft, news, date) if date.start > news.end else None


def _relative(
    reading: Reading, line: TimeLine, draft: Draft, first: int, last: int, *, is_later: bool
) -> Ends | None:
    """Return two dates told in a row: "opened in 1985 and closed three years later, in 1988"."""
    there = line.between(draft.last, min(last, draft.last + 4))
    if not there or not set(line.lower[draft.last + 1 : there[0].first]) <= _JOINING:
        return None
    bases = line.between(first, draft.first)
    if not bases and draft.sentence:
        # "It opened in 1985. Three years later, in 1988, it closed."
        bases = line.between(*reading.document.sentences[draft.sentence - 1])
        if len(bases) > 1:
            return None
    if not bases or bases[-1].first == there[0].first:
        return None
    pairs = [
        (base, there[0]) if is_later else (there[0], base)
        for base in (bases[-1], *line.points)
        if base.first != there[0].first
    ]
    return _meant(draft, [pair for pair in pairs if pair[0].end < pair[1].start], pairs[0])


def _meant(draft: Draft, pairs: list[Ends], told: Ends) -> Ends | None:
    """Return the pair of dates that gives a length; else the one told, unless another year would give it."""
    for pair in pairs:
        if lies_between(draft, *pair):
            return pair
    if any(may_lie_between(draft, *pair) for pair in pairs) or told[0].end >= told[1].start:
        return None
    return _near(draft, *told)


def _near(draft: Draft, start: Point, end: Point) -> Ends | None:
    """Return two dates if a length is not far from the time between them, nor that of another year."""
    if lies_between(draft, start, end):
        return start, end
    _, high = elapsed(draft, start, end)
    stated = float(draft.value or 0)
    is_near = stated / _OFF <= high <= stated * _OFF and not may_lie_between(draft, start, end)
    return (start, end) if is_near else None


def _late(reading: Reading, line: TimeLine, draft: Draft, first: int, last: int) -> Ends | None:
    """Return the date for which something was planned and the one on which it came: "five years late"."""
    behind = line.lower[draft.last : draft.last + _PAIR]
    is_early = behind in _EARLY or behind[:1] in _EARLY
    is_late = behind[:1] in (["late"], ["overdue"]) or behind in _BEHIND or behind == ["-", "delay"]
    before = line.lower[max(first, draft.first - _PAIR) : draft.first]
    if not is_early and not is_late and _DELAY.isdisjoint((*before, *behind[:1])):
        return None
    points = _about(reading, line, draft, _REACH)
    planned = [
        point for point in points if _is_led_by(line, point, _PLANNED) and not _is_led_by(line, point, _ANEW)
    ]
    if len({point.start for point in planned}) != 1 or line.news is None:
        return None
    came = [point for point in line.between(first, last) if point.start != planned[0].start]
    came += [line.news]
    pairs = [(one, planned[0]) if is_early else (planned[0], one) for one in came]
    pairs = [pair for pair in pairs if pair[0].end < pair[1].start]
    return _meant(draft, pairs, pairs[0]) if pairs else None


def _term(reading: Reading, line: TimeLine, draft: Draft) -> Ends | None:
    """Return the dates from which and to which a bond or a contract runs."""
    behind = line.lower[draft.last : draft.last + 4]
    if _LOANS.isdisjoint(behind) or "-" not in line.lower[draft.first : draft.last + 1]:
        return None
    points = _about(reading, line, draft, _FAR)
    due = [point for point in points if _is_led_by(line, point, _DUE)]
    if line.news is None or len({point.start for point in due}) != 1 or due[0].end < line.news.start:
        return None
    begun = [point for point in points if _is_led_by(line, point, _ISSUED) and point.end < due[0].start]
    for start in (*begun, line.news):
        if lies_between(draft, start, due[0]):
            return start, due[0]
    if len({point.start for point in begun}) != 1 or _has_others(reading, draft):
        return None
    years = year_of(begun[0]) + int(draft.value or 0)
    is_slip = is_digit_slip(str(year_of(due[0])), str(years))
    return _near(draft, begun[0], due[0]) if is_slip and begun[0].end < due[0].start else None


def _has_others(reading: Reading, draft: Draft) -> bool:
    """Whether an article tells of bonds of several terms."""
    lower = reading.document.lower
    return any(
        one.kind == "duration"
        and one.unit == "year"
        and one.value != draft.value
        and not _LOANS.isdisjoint(lower[one.last : one.last + 4])
        for one in reading.drafts
    )


def _every(line: TimeLine, draft: Draft) -> Ends | None:
    """Return two years of which one is a slip away from what comes every so many years."""
    if line.lower[draft.first - 1] not in _EVERY or line.news is None or (draft.value or 0) < _TEN:
        return None
    step = int(draft.value or 0)
    points = [point for point in line.points if point.has_year]
    bases = [point for point in points if point.start <= line.news.end] + line.now
    found: dict[tuple[int, int], Ends] = {}
    for point in points:
        if not _has_words(line, point, _AGAIN):
            continue
        year = year_of(point)
        others = {year_of(base) for base in bases if base is not point} - {year}
        if any((year - other) % step == 0 for other in others):
            continue
        for other in others:
            later = other + step if year > other else other - step
            # One wrong digit of four would be chance: some year or other is near.
            if sorted(str(year)) == sorted(str(later)):
                base = next(base for base in bases if year_of(base) == other)
                start, end = sorted((base, point), key=_start)
                found[year_of(start), year_of(end)] = (start, end)
    return next(iter(found.values())) if len(found) == 1 else None


def _in_a_sentence(line: TimeLine, draft: Draft, first: int, last: int) -> Ends | None:
    """Return the one date of a sentence and the news: "mayor since 2006, and after 18 years she goes"."""
    if (draft.value or 0) < _TEN or line.lower[draft.first - 1] not in _TOLD or line.news is None:
        return None
    dates = line.between(first, last)
    if len(dates) != 1 or "since" not in line.lower[max(first, dates[0].first - 1) : dates[0].last]:
        return None
    if dates[0].end >= line.news.start or line.is_between_any(draft):
        return None
    return (dates[0], line.news) if has_slipped(draft, dates[0], line.news) else None


def _until_now(reading: Reading, line: TimeLine, draft: Draft) -> Ends | None:
    """Return the news and the only date from which a slip counts a length: "For 21 years he led ... 1989"."""
    first = reading.document.sentences[draft.sentence][0]
    is_first = draft.first == first or (draft.first == first + 1 and line.lower[first] in _QUOTES)
    is_told = line.lower[draft.first - 1] in _SPANS or is_first
    is_told = is_told and "-" not in line.lower[draft.first : draft.last + 1]
    if (draft.value or 0) < _TEN or not is_told or line.news is None or line.is_between_any(draft):
        return None
    dates = [
        point
        for point in _about(reading, line, draft, _FAR)
        if point.has_year and point.end < line.news.start and _has_swapped(draft, point, line.news)
    ]
    return (dates[0], line.news) if len({year_of(point) for point in dates}) == 1 else None


def _has_swapped(draft: Draft, start: Point, end: Point) -> bool:
    """Whether digits of a length in years or of its first year are swapped, or one of three is wrong."""
    length, begun, now = int(draft.value or 0), year_of(start), year_of(end)
    if wrong_digits(str(begun), str(now - length)) == _PAIR:
        return True
    printed, made = str(length), now - begun
    if length < _HUNDRED:
        return wrong_digits(printed, str(made)) == _PAIR
    return any(is_digit_slip(printed, str(one)) for one in (made, made - 1))


def _slipped(reading: Reading, line: TimeLine, draft: Draft, first: int, last: int) -> Ends | None:
    """Return the two dates that a length was meant to lie between, as a slip of its digits tells."""
    stated = float(draft.value or 0)
    if stated < _TEN or draft.unit not in _FINE or stated != int(stated):
        return None
    room = _MONTH if draft.unit == "month" else _DAY
    if line.is_between_any(draft, room):
        return None
    here = [point for point in line.between(first, last) if point.end - point.start < room]
    # "On Friday" may be the next one.
    about = [
        point
        for point in _about(reading, line, draft, 1)
        if point.end - point.start < room
        and (stated >= _HUNDRED or any(word[0].isdigit() for word in line.lower[point.first : point.last]))
    ]
    pairs = {
        (start.start, end.start): (start, end)
        for start in about
        for end in about
        if start.end + _DAY < end.start
    }
    if any(are_working_days(draft, *pair) for pair in pairs.values()):
        return None
    # One of two digits is wrong by chance, too, in what lasted until a day of its own sentence or from it.
    is_sure = len(pairs) == 1 and bool(here) and line.lower[draft.first - 1] in _TOLD
    is_sure = is_sure and line.lower[draft.last] not in _LISTING  # "for 13 and 53 week periods"
    meant = [pair for pair in pairs.values() if _is_slip(draft, *pair, is_sure=is_sure or stated >= _HUNDRED)]
    return meant[0] if len({(start.start, end.start // _WEEK) for start, end in meant}) == 1 else None


def _is_slip(draft: Draft, start: Point, end: Point, *, is_sure: bool) -> bool:
    """Whether a length has the digits of the time between two dates in another order, or a wrong one."""
    low, high = elapsed(draft, start, end)
    printed = str(int(draft.value or 0))
    for number in range(max(1, int(low) - (draft.unit == "day")), int(high) + _PAIR):
        other = str(number)
        if is_digit_slip(printed, other) and (is_sure or sorted(printed) == sorted(other)):
            return True
    return False


def _about(reading: Reading, line: TimeLine, draft: Draft, reach: int) -> list[Point]:
    """Return the dates of the sentences about a length."""
    sentences = reading.document.sentences[max(0, draft.sentence - reach) : draft.sentence + reach + 1]
    return line.between(sentences[0][0], sentences[-1][1])


def _has_words(line: TimeLine, point: Point, words: frozenset[str]) -> bool:
    """Whether one of some words stands about a date."""
    return not words.isdisjoint(line.lower[max(0, point.first - _AROUND) : point.last + _AROUND])


def _is_led_by(line: TimeLine, point: Point, words: frozenset[str]) -> bool:
    """Whether one of some words leads up to a date, with no other date between."""
    before = line.lower[max(0, point.first - _AROUND) : point.first]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in words:
            return True
        if before[place].isdigit():
            return False
    return line.lower[point.first] in words


def _start(point: Point) -> int:
    return point.start
