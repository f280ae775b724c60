"""Ranges and tolerances: "3 to 5 million", "between a and b", "20 ± 2 kg"; scores and seasons are none."""

from collections.abc import Callable
from typing import Final

from flows.extraction.numbers.number_forms import shifted
from flows.extraction.numbers.numeral import Numeral
from flows.extraction.text.document import Document
from flows.extraction.text.masks import MONEY_SIGNS, Mask
from flows.extraction.text.noun_words import VERBS, is_plural

_DASHES: Final = frozenset("-–—‐‑−")
CHANGES: Final = frozenset(
    """rose rise rises rising risen fell fall falls falling fallen grew grow grows growing grown up down
    increased increase increases increasing decreased decrease decreases decreasing climbed climb climbs
    climbing dropped drop drops dropping gained gain gains gaining lost lose losing slipped slip slid
    slide slides jumped jump jumps jumping surged surge soared soar declined decline declines declining
    cut cuts cutting raised raise raises raising lowered lower lowers lowering reduced reduce reduces
    reducing improved improve improving widened widen narrowed narrow narrowing advanced advance eased
    ease edged tumbled plunged plummeted shrank shrink shrunk expanded expand went swelled doubled
    tripled halved moved changed change changing revised revise trimmed boosted boost lifted lift hiked
    hike slashed slash dipped dip rebounded recovered moving went going accelerated slowed slow upgraded
    downgraded converted switched extended dropping jump""".split()
)
_BY_HEDGES: Final = frozenset(
    """about around nearly almost over only just roughly some approximately by an estimated more than at least
    less most another further a as much an additional""".split()
)
_RATIOS: Final = frozenset(("ratio", "odds"))
_RATIO_REACH: Final = 4
Reader = Callable[[int], "Numeral | Mask | None"]
_SCORES: Final = frozenset(
    """win won wins beat beats beaten defeat defeated lead leads led victory loss lost draw drew tie tied
    score
    scored game match set sets aggregate half-time halftime goal goals vote voted record""".split()
)


def number_start(document: Document, index: int) -> int:
    """Return the token where a number begins, at or shortly after money or a sign at `index`."""
    cursor = index
    while cursor < min(len(document.words), index + 4):
        word = document.words[cursor]
        if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
            return cursor
        if word[0].isalpha() and not (len(word) < 4 and word[0].isupper()):
            return cursor
        cursor += 1
    return cursor


def range_from(document: Document, numeral: Numeral, read: Reader) -> tuple[Numeral | Mask | None, bool]:
    """Join `numeral` with the number that ends its range.

    Returns:
        The range, a mask (a score or season), or None where no range stands there; and whether the second
        number was read in vain, so that it is read again by itself.
    """
    before = (numeral.value, numeral.place, numeral.bare_place, numeral.power)
    joined, again = _join(document, numeral, read)
    if joined is None:
        # What the second number said of the first one holds only in a range.
        numeral.value, numeral.place, numeral.bare_place, numeral.power = before
    return joined, again


def _join(document: Document, numeral: Numeral, read: Reader) -> tuple[Numeral | Mask | None, bool]:
    lower, words = document.lower, document.words
    count = len(words)
    at = numeral.last
    if at + 1 >= count or numeral.form in ("fraction", "multiple", "ordinal") or numeral.kind == "rank":
        return None, False
    joiner = lower[at]
    begin = document.sentences[document.sentence_at(numeral.first)][0]
    before = lower[numeral.first - 1] if numeral.first > begin else ""
    dashed = joiner in _DASHES
    if joiner in ("+", "±"):
        return _tolerance(document, numeral, read), False
    if (
        joiner == "-"
        and document.joined(at)
        and at + 2 < count
        and lower[at + 1] == "to"
        and words[at + 2] == "-"
    ):
        # "20-to-24"
        joiner, at, dashed = "to", at + 2, False
    elif joiner == "-" and document.joined(at) and lower[at + 1] in ("to", "or") and numeral.unit is None:
        # "8- to 16-metre", "7- or 8-inch"
        if lower[at + 1] == "or":
            return None, False
        joiner, at, dashed = "to", at + 1, False
    between = (joiner == "and" and before == "between") or (
        joiner == "and" and _in_range(document, numeral, begin)
    )
    # A range's own words read again: "15 and 20" is all that there is.
    alone = joiner == "and" and not between and numeral.first == 0 and count < 12
    between = between or alone
    if not (dashed or joiner == "to" or between or joiner == "or"):
        return None, False
    if dashed and document.joined(at) != document.joined(at + 1) and not _is_sloppy(document, numeral, at):
        return None, False
    start = at + 1
    if dashed and numeral.lacks_unit and not document.joined(at) and words[start][-1] in MONEY_SIGNS:
        return None, False  # "the team of six - $940,000"
    direction = 0
    if (
        joiner == "to"
        and lower[start] in ("up", "down", "plus", "minus")
        and before in ("up", "down", "plus", "minus")
    ):
        direction = 1 if lower[start] in ("up", "plus") else -1
        start += 1
    second_at = number_start(document, start)
    if second_at >= count or second_at - start > 3:
        return None, False
    second = read(second_at)
    if isinstance(second, Mask) and dashed and words[second_at].isdecimal() and numeral.unit is None:
        return _dashed_bare(numeral, second_at + 1), False
    if (
        not isinstance(second, Numeral)
        or second.form in ("fraction", "multiple", "ordinal")
        or second.high is not None
    ):
        return None, True
    if second.first != start and not (dashed and second.first == start - 1):
        return None, True
    if dashed and second.first == start - 1:
        second.value = -second.value
    if not _fits(numeral, second) or (alone and second.last < count):
        return None, True
    if direction:
        numeral.value = numeral.value if before in ("up", "plus") else -numeral.value
        second.value = second.value * direction
    low, high = numeral, second
    if dashed and _is_short(document, numeral, second):
        _scale(numeral, 3)
    if (
        second.power
        and not numeral.power
        and abs(numeral.value) < 1000
        and shifted(numeral.value, second.power) <= second.value
    ):
        _scale(numeral, second.power)
        numeral.power = second.power
    if second.unit is not None and numeral.unit is None and second.unit.factor != 1:
        numeral.value *= second.unit.factor
    if joiner == "or" and not _alternative(numeral, second):
        return None, True
    if (
        joiner == "to"
        and not between
        and not direction
        and (_is_ratio(lower, numeral) or _is_change(document, numeral, second, before, begin))
    ):
        return None, True
    if low.value > high.value > 0 and between and second.unit is not None:
        return None, True  # no range of amounts runs down: one of the two is wrong
    if low.value >= high.value and not (between or high.value < 0):
        if dashed and numeral.unit is None and second.unit is None:
            return _dashed_bare(numeral, second.last), False
        return None, True
    bare = numeral.unit is None and second.unit is None and not numeral.power and not second.power
    if dashed and bare and (mask := _score_or_season(document, numeral, second, before)) is not None:
        return mask, False
    ends = sorted((numeral.value, second.value))
    joined = Numeral(
        numeral.first,
        second.last,
        numeral.digits_first,
        second.digits_last,
        ends[0],
        min(numeral.place, second.place),
        min(numeral.bare_place, second.bare_place),
        second.last_digit,
        power=max(numeral.power, second.power),
        form="range",
        high=ends[1],
        unit=second.unit or numeral.unit,
        rate=second.rate or numeral.rate,
        spelled=numeral.spelled,
        money_before=numeral.money_before,
    )
    return joined, False


def _is_short(document: Document, low: Numeral, high: Numeral) -> bool:
    """Whether "$50-100,000" leaves out the thousands of its low end."""
    return (
        document.words[high.digits_first].endswith(",000")
        and low.value == int(low.value)
        and 1 < low.value < 1000
        and low.value * 1000 < high.value < 1_000_000
        and not low.power
        and not high.power
    )


def _scale(numeral: Numeral, power: int) -> None:
    numeral.value = shifted(numeral.value, power)
    numeral.place += power
    numeral.bare_place += power


def _is_sloppy(document: Document, numeral: Numeral, at: int) -> bool:
    """Whether "75 -300mm" is a range all the same: the larger second number has a unit glued to it."""
    words = document.words
    if not document.joined(at + 1) or at + 2 >= len(words) or numeral.unit is not None:
        return False
    first, second, after = words[numeral.digits_first], words[at + 1], words[at + 2]
    return (
        first.isdecimal()
        and second.isdecimal()
        and len(first) < 7 > len(second)
        and int(first) < int(second)
        and document.joined(at + 2)
        and after[0].isalpha()
    )


def _in_range(document: Document, numeral: Numeral, begin: int) -> bool:
    """Whether "a and b" stands in "in the range of a and b", "ranging between"."""
    floor = max(begin, numeral.first - 4)
    return bool({"range", "ranging", "ranged", "between"} & set(document.lower[floor : numeral.first]))


def _fits(first: Numeral, second: Numeral) -> bool:
    """Whether two numbers can be the ends of one range: the same unit, or one that says it for both."""
    if first.unit is None or second.unit is None:
        return second.unit is not None or first.unit is None or first.unit.kind == "money"
    if first.unit.unit == second.unit.unit:
        return True
    return first.unit.kind == "money" and second.unit.kind == "money" and first.unit.code == second.unit.code


def _alternative(first: Numeral, second: Numeral) -> bool:
    """Whether "a or b" is a range: two small neighbours ("two or three"), or a magnitude said once."""
    if first.unit is not None and first.unit.kind != "money":
        return False
    return (
        first.value + 1 == second.value
        and second.value <= 20
        and first.value == int(first.value)
        and first.spelled == second.spelled
        and first.value > 0
        and second.rate is None
    )


def _is_ratio(lower: list[str], first: Numeral) -> bool:
    """Whether "a to b" tells two numbers as a ratio: "by a ratio of about 5 to 9"."""
    return not _RATIOS.isdisjoint(lower[max(0, first.first - _RATIO_REACH) : first.first])


def _is_change(document: Document, first: Numeral, second: Numeral, before: str, begin: int) -> bool:
    """Whether "a to b" tells a change from a to b, or a change by a that led to b."""
    lower = document.lower
    if before == "between":
        return False
    at = first.first - 1
    while at >= begin and lower[at] in _BY_HEDGES and first.first - at < 5:
        at -= 1
    word = lower[at] if at >= begin else ""
    if word == "from":
        told = lower[at - 1] if at > begin else ""
        if told == "," and "to" in lower[max(begin, at - 5) : at - 1] and first.value < second.value:
            # "to 4 to 5 percent, from 2 to 3 percent": a range that was replaced.
            return False
        if (told in ("down", "lower") and first.value < second.value) or (
            told in ("up", "higher") and first.value > second.value
        ):
            # "down from 4.10 to 4.20 earlier": the earlier view was a range.
            return False
        floor = max(begin, at - 25)
        return bool(CHANGES & set(lower[floor:at]))
    if word in CHANGES or before == "by":
        low, high = abs(first.value), abs(second.value)
        return low >= high or high > 3 * low
    return False


def _tolerance(document: Document, numeral: Numeral, read: Reader) -> Numeral | None:
    """Read "± 2", "+/- 2" after a number: its half-width, in the unit that the whole has."""
    words = document.words
    at = numeral.last
    if words[at] == "+":
        if not (at + 3 < len(words) and words[at + 1] == "/" and words[at + 2] == "-"):
            return None
        at += 2
    if at + 1 >= len(words) or not words[at + 1][0].isdecimal():
        return None
    width = read(at + 1)
    if not isinstance(width, Numeral) or width.high is not None:
        return None
    if numeral.unit is not None and width.unit is not None and numeral.unit.unit != width.unit.unit:
        return None
    numeral.tolerance = abs(width.value)
    numeral.unit = numeral.unit or width.unit
    numeral.rate = numeral.rate or width.rate
    numeral.last = width.last
    return numeral


def _dashed_bare(numeral: Numeral, last: int) -> Mask:
    return Mask(numeral.first, last, "score", "numbers joined by a dash without a unit: a score or a code")


def _score_or_season(document: Document, first: Numeral, second: Numeral, before: str) -> Mask | None:
    """Tell "3-4" as a score from "5-7 days", "10-12 people" and "aged 30-39"."""
    last = second.last
    lower = document.lower
    following = lower[last] if last < len(document.words) else ""
    if 1800 <= first.value <= 2100 and first.value == int(first.value):
        return Mask(first.first, last, "date", "a span of years")
    if "." in document.words[first.digits_first] or "." in document.words[second.digits_first]:
        return None
    if following.isalpha() and is_plural(following) and following not in VERBS and following not in ("wins",):
        return None
    if before in (
        "aged",
        "ages",
        "age",
        "between",
        "of",
        "from",
        "about",
        "around",
        "some",
        "is",
        "was",
        "are",
        "every",
        "within",
        "in",
        "=",
    ):
        begin, end = document.sentences[document.sentence_at(first.first)]
        if not _SCORES & set(lower[max(begin, first.first - 12) : min(end, last + 12)]):
            return None
    if first.value < 200 and second.value < 200:
        return Mask(first.first, last, "score", "two small numbers joined by a dash: a score")
    return None
