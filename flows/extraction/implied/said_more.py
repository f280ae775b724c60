"""Whether words say which of two figures of one clause is more, whatever the values are.

Verbs of outdoing say it of what they stand between. Where "above", "below", "than" or a change "from" stand
between two figures of one series, nothing else may stand there that the word could belong to.
"""

from bisect import bisect_left
from typing import Final

from flows.extraction.implied.contrast_words import CUES, FROM
from flows.extraction.relations.directions import direction_before, is_inverse, is_of_the_level
from flows.extraction.relations.relating import is_aside
from flows.extraction.relations.shapes import Shape

_OUTDOING: Final = frozenset(CUES) & frozenset(
    """exceeded exceeding exceeds beat beats beating topped topping tops surpassed surpassing surpasses ahead
    outpaced outpacing outstripped outstripping outperformed outperforming eclipsed eclipsing outnumbered
    outweighed outstrips outpaces outshone outshining outdid outdoing overtook overtaking past missed missing
    misses shy behind trailing trailed trails lagging lagged lags undershot undershooting""".split()
)
_COMPARING: Final = frozenset("above below short than".split())
# With these between "from" or "below" and a figure, it is of another clause, item or figure.
_PARTED: Final = frozenset(",;x&|(-HT")
_OF_ANOTHER: Final = frozenset(";x&(If")
_POINTING: Final = frozenset("that this these".split())
_BESIDE: Final = frozenset("mlud")  # "3 billion more than the 22": the 3 lie between


def is_stated(lower: list[str], shape: Shape, one: int, other: int, cue: int, *, above: bool) -> bool:
    """Whether the order of two figures is stated.

    Args:
        lower: the words of the article.
        shape: the sentence.
        one: the position of a figure.
        other: that of the figure that is set against it.
        cue: the token of the word that does so.
        above: whether the first is called the greater.
    """
    classes, word = shape.classes, lower[cue]
    place = bisect_left(shape.tokens, cue)
    behind = classes[place + 1 : other]
    if word in _OUTDOING:
        if ",&" in classes[one:place]:
            # "Followed a gain of 2.4 percent, and surpassed": of who did so another figure is told.
            return False
        if is_aside(classes, one, place):
            return False
        first = next(position for position in shape.figures if position > place)
        # "17.9 percent missing estimates and 13.5 percent matching them", "topped forecasts - less than"
        is_parted = not set("&l-").isdisjoint(classes[place + 1 : first])
        # "Exceeded 50,000" tells how far it came itself; in brackets stands what is said of something else.
        return bool(behind.strip("q")) and not is_parted and set(";(").isdisjoint(classes[one:other])
    between = classes[one + 1 : place]
    if one > place or not _PARTED.isdisjoint(behind) or not _OF_ANOTHER.isdisjoint(between):
        return False
    last = shape.draft(one).last
    if lower[last] == "-" or not _POINTING.isdisjoint(lower[last:cue]):
        return False  # "in the 151-member house, down from 68", "with 16 abroad. That's above last year's 23"
    if word in _COMPARING:
        # "Reached above 8 percent" is a bound.
        return bool(behind) and between.strip("q") not in _BESIDE
    if word != FROM or shape.draft(one).kind == "growth" or "D" in behind.replace("Ds", ""):
        return False
    if _is_second(shape, one) or is_inverse(lower, shape, place):
        return False
    at = place if direction_before(classes, place) else one
    return (direction_before(classes, at) in ("U", "u")) == above and is_of_the_level(lower, shape, at)


def _is_second(shape: Shape, position: int) -> bool:
    """Whether a figure of its unit or the same in other terms stands before: "2 to insure 10, down from"."""
    before = [place for place in shape.figures if place < position]
    if not before:
        return False
    between = shape.classes[before[-1] + 1 : position]
    if "|" in between[-2:]:
        return True
    is_alike = shape.draft(before[-1]).unit == shape.draft(position).unit
    return is_alike and set(",;x&").isdisjoint(between)
