"""Lengths of time between two times of day: "took off at 21:40 ... landed at 23:50, 130 minutes later".

A time of day is no figure, so the length keeps the two as named items. Of all times told around it those that
it lies between are meant. Where it lies between none, words have to say that it is the time from one to the
other ("later", "a delay of"), and one slip in it or in one of just two of them has to make it so.
"""

from typing import Final, NamedTuple

from flows.extraction.figure import Draft, Member, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.misprints import is_digit_slip
from flows.extraction.text.document import Document

_RULE: Final = "clock_times"
_UNITS: Final = {"minute": 1, "hour": 60}
_DAY: Final = 1440  # minutes
_HALF_DAY: Final = 720
_HOUR: Final = 60
_HOURS: Final = 24
_NOON: Final = 12
_REACH: Final = 9  # sentences from a length to the times
_WORDS: Final = 5  # tokens around a length in which words say what it is
_HALVES: Final = 4  # tokens behind a time in which "in the evening" stands
_TEN: Final = 10
_TWO: Final = 2
_HUNDRED: Final = 100
_MOST: Final = 72 * 60
_PM: Final = frozenset("pm p.m. p.m afternoon evening tonight".split())
_AM: Final = frozenset("am a.m. a.m morning".split())
_LEADS: Final = frozenset(
    """at from until till by since about around before after exactly to between and shortly just showed
    showing for""".split()
)
_BREAKS: Final = frozenset(".;:,()")
# "Half past six", "20 minutes to one": which way from the hour.
_PAST: Final = {"past": 1, "after": 1, "to": -1, "before": -1}
_PARTS: Final = {"half": 30, "quarter": 15}
_NAMES: Final = {"noon": _HALF_DAY, "midday": _HALF_DAY, "midnight": 0}
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_MINUTES: Final = {"five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_TELLING: Final = frozenset(
    """later after afterwards earlier before late delay delayed behind lasted lasting lasts took takes taking
    journey trip voyage ride drive crossing outage blackout between into within spent ordeal siege standoff
    debate session sitting hearing meeting match surgery operation search rescue blaze wait waiting trapped
    stuck overdue closure shift total until talks""".split()
)
# What moves from one time of day to another by whole hours.
_ZONED: Final = frozenset(("zone", "zones", "local"))
# Where "closed at 20.25" is a price.
_TRADING: Final = frozenset("shares stock stocks".split())
_FLYING: Final = frozenset("flight flights flew".split())


class Clock(NamedTuple):
    """A time of day: its tokens, its minute of the day, and whether the half of the day is known."""

    first: int
    last: int
    minute: int
    is_sure: bool


Pair = tuple[Clock, Clock]


def find_clock_times(reading: Reading) -> list[Relation]:
    """Return lengths of hours and minutes with the two times of day that each lies between."""
    lengths = [draft for draft in reading.drafts if draft.unit in _UNITS and _is_length(draft)]
    if not lengths:
        return []
    clocks = _clocks(reading.document)
    if len(clocks) < _TWO or not _ZONED.isdisjoint(reading.document.vocabulary()):
        return []
    told: list[tuple[Draft, Pair]] = []
    others: list[tuple[Draft, list[Pair]]] = []
    for draft in lengths:
        pairs = _pairs(reading.document, clocks, draft)
        pair = next((pair for pair in pairs if _lies_between(draft, *pair)), None)
        if pair is not None:
            told.append((draft, pair))
        elif pairs:
            others.append((draft, pairs))
    taken = {_minutes_of(pair) for _, pair in told}
    for draft, pairs in others:
        slips = {_minutes_of(pair): pair for pair in pairs if _has_slipped(reading.document, draft, *pair)}
        if len(slips) == 1 and taken.isdisjoint(slips):
            told.append((draft, next(iter(slips.values()))))
    return [_relation(reading.document, draft, *pair) for draft, pair in told]


def _minutes_of(pair: Pair) -> tuple[int, int]:
    return pair[0].minute, pair[1].minute


def _is_length(draft: Draft) -> bool:
    return draft.kind == "duration" and draft.qualifier == "exact" and 0 < _minutes(draft) <= _MOST


def _minutes(draft: Draft) -> float:
    return float(draft.value or 0) * _UNITS[draft.unit or ""]


def _relation(document: Document, draft: Draft, start: Clock, end: Clock) -> Relation:
    """Return a length with its two times, as so many minutes of the day or of half a day."""
    tokens = ((start.first, start.last), (end.first, end.last), (draft.first, draft.last))
    begin, close = document.span(min(tokens)[0], max(last for _, last in tokens))
    period = _period(start, end)
    items = tuple(Member("item", None, _as_item(one.minute, period)) for one in (start, end))
    return Relation("clock", (Member("total", draft), *items), True, begin, close, _RULE)


def _as_item(minute: int, period: int) -> str:
    """Return a time of day as the check reads it: "21:40", "09:40 am or pm" where that is left open."""
    told = f"{minute % period // _HOUR:02}:{minute % _HOUR:02}"
    return told if period == _DAY else f"{told} am or pm"


def _period(start: Clock, end: Clock) -> int:
    return _DAY if start.is_sure and end.is_sure else _HALF_DAY


def _pairs(document: Document, clocks: list[Clock], draft: Draft) -> list[Pair]:
    """Return the times of day that words say a length may lie between, of which one is told beside it."""
    lower = document.lower
    sentences = document.sentences[draft.sentence : draft.sentence + _REACH + 1]
    first, last = sentences[0]
    if _TELLING.isdisjoint(lower[max(first, draft.first - _WORDS) : min(last, draft.last + _WORDS)]):
        return []
    opens = document.sentences[max(0, draft.sentence - _REACH)][0]
    near = [one for one in clocks if opens <= one.first < sentences[-1][1]]
    before = document.sentences[max(0, draft.sentence - 1)][0]
    behind = sentences[:_TWO][-1][1]
    return [
        (one, other)
        for number, one in enumerate(near)
        for other in near[number + 1 :]
        if before <= one.first < behind or before <= other.first < behind
    ]


def _room(draft: Draft) -> float:
    """Return the minutes that a length may be off, as in the check: "nine hours" 40, "two and a half" 15."""
    minutes = _minutes(draft)
    if draft.unit == "minute" and minutes % _TEN and minutes < _DAY:
        return 1
    if minutes % _HOUR:
        return 15 if minutes % 30 == 0 else 8
    return 40


def _lies_between(draft: Draft, start: Clock, end: Clock) -> bool:
    period = _period(start, end)
    off = (end.minute - start.minute - _minutes(draft)) % period
    return min(off, period - off) <= _room(draft)


def _has_slipped(document: Document, draft: Draft, start: Clock, end: Clock) -> bool:
    """Whether a wrong hour of a length or a time, or wrong minutes of one of them, keeps them apart."""
    length, period = round(_minutes(draft)), _period(start, end)
    apart = (end.minute - start.minute) % period + length // period * period
    off = apart - length
    if off % _HOUR == 0:
        words = document.lower[max(0, draft.first - _WORDS) : draft.last + _WORDS]
        is_flight = not _FLYING.isdisjoint(words) and "into" not in words  # times of day there and here
        return length % _HOUR != 0 and not is_flight
    if _TEN < length < _HUNDRED and draft.unit == "minute":
        first, last = document.sentences[draft.sentence]
        is_beside = first <= start.first < last or first <= end.first < last
        printed, made = str(length), str(apart)
        is_swap = sorted(printed) == sorted(made)
        is_in_digits = document.lower[draft.first].isdecimal()
        return is_in_digits and (is_swap or is_beside) and is_digit_slip(printed, made)
    later, earlier = (end.minute - off) % _DAY, (start.minute + off) % _DAY
    return length % _TEN > 0 and any(
        one.minute // _HOUR == made // _HOUR
        and is_digit_slip(f"{one.minute % _HOUR:02}", f"{made % _HOUR:02}")
        for one, made in ((end, later), (start, earlier))
    )


def _clocks(document: Document) -> list[Clock]:
    """Return the times of day of an article in text order."""
    lower = document.lower
    found: list[Clock] = []
    index = 0
    while index < len(lower):
        clock = _clock_at(document, lower, index)
        if clock is None:
            index += 1
            continue
        found.append(clock)
        index = clock.last
    return found


def _clock_at(document: Document, lower: list[str], index: int) -> Clock | None:
    word = lower[index]
    if word in _NAMES:
        return Clock(index, index + 1, _NAMES[word], is_sure=True)
    if word[0].isdecimal():
        read = _of_digits(document, lower, index)
    elif word in _PARTS or word in _MINUTES:
        read = _of_words(lower, index)
    else:
        return None
    if read is None:
        return None
    minute, last, is_of_day = read
    behind = lower[last : last + _HALVES]
    for number, one in enumerate(behind):
        if one in _BREAKS:
            behind = behind[:number]
            break
    if not _PM.isdisjoint(behind):
        return Clock(index, last, minute % _HALF_DAY + _HALF_DAY, is_sure=True)
    if not _AM.isdisjoint(behind):
        return Clock(index, last, minute % _HALF_DAY, is_sure=True)
    return Clock(index, last, minute, is_sure=is_of_day)


def _of_digits(document: Document, lower: list[str], index: int) -> tuple[int, int, bool] | None:
    """Return the minute of "21:40", "at 7.40" or "9 pm", its end, and whether it is one of 24 hours."""
    word = lower[index]
    behind = lower[index + 1 : index + 3]
    is_half_day = bool(behind) and (behind[0] in _PM or behind[0] in _AM)
    if len(behind) == _TWO and behind[0] == ":" and document.joined(index + 1):
        hour, minutes, last = word, behind[1], index + 3
        if lower[last : last + 1] == [":"]:
            return None  # a running time
    elif "." in word:
        hour, _, minutes = word.partition(".")
        last = index + 1
        is_led = index > 0 and lower[index - 1] in _LEADS and _TRADING.isdisjoint(document.vocabulary())
        if not (is_half_day or is_led):
            return None
    elif word.isdecimal() and is_half_day:
        hour, minutes, last = word, "00", index + 1
    else:
        return _of_words(lower, index)
    if len(minutes) != _TWO or not (hour.isdecimal() and minutes.isdecimal()) or len(hour) > _TWO:
        return None
    if int(hour) >= _HOURS or int(minutes) >= _HOUR:
        return None
    return int(hour) * _HOUR + int(minutes), last, int(hour) > _NOON or hour[0] == "0"


def _of_words(lower: list[str], index: int) -> tuple[int, int, bool] | None:
    """Return the minute of "half past six", "quarter to nine" and "20 minutes to one" and its end."""
    word = lower[index]
    part = _PARTS.get(word) or _MINUTES.get(word) or (int(word) if word.isdecimal() else 0)
    at = index + 1 + (lower[index + 1 : index + 2] in (["minutes"], ["minute"]))
    if not 0 < part < _HOUR or at + 1 >= len(lower) or lower[at] not in ("past", "to"):
        return None
    hour = _NUMBERS.get(lower[at + 1])
    if hour is None or (index and lower[index - 1] not in _LEADS and lower[index - 1] != "a"):
        return None
    return (hour * _HOUR + _PAST[lower[at]] * part) % _HALF_DAY, at + _TWO, False
