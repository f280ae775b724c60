"""Whether words say which of two figures of one clause is more, whatever the values are.

Verbs of outdoing say it of what they stand between. Where "above", "below", "than" or a change "from" stand
between two figures of one series, nothing else may stand there that the word could belong to.
"""

import re
from bisect import bisect_left
from typing import Final

from flows.extraction.implied.contrast_words import CUES, FALLS, FROM, IMPROVES, RISES, VERB
from flows.extraction.relations.directions import direction_before, is_inverse
from flows.extraction.relations.relating import BEFORE, is_aside
from flows.extraction.relations.shapes import Shape

_OUTDOING: Final = frozenset(CUES) & frozenset(
    """exceeded exceeding exceeds beat beats beating topped topping tops surpassed surpassing surpasses ahead
    outpaced outpacing outstripped outstripping outperformed outperforming eclipsed eclipsing outnumbered
    outweighed outstrips outpaces outshone outshining outdid outdoing overtook overtaking past missed missing
    misses shy behind trailing trailed trails lagging lagged lags undershot undershooting""".split()
)
_MORE: Final = frozenset("further another additional extra".split())
_WHOSE: Final = frozenset("whose which who".split())
_COMPARING: Final = frozenset("above below short than".split())
# With these between "from" or "below" and a figure, it is of another clause, item or figure.
_PARTED: Final = frozenset(",;x&|(-HT")
_LEVELS: Final = frozenset("LP")
_OF_ANOTHER: Final = frozenset(";x&(If")
# "for $7 billion, the bank is now more than half", "to sell 5 trillion, which would push the debt above"
_OF_A_NEW_CLAUSE: Final = re.compile(",q?[eN][^,]{2,}$|W[^,q]{3,}$")
_GROWN_AND: Final = re.compile("^[wNDesiqo]{0,6},?q?[ud]b?q{0,2}P(?:f[^,;&]{0,8})?,?&")
_FROM_WHAT: Final = re.compile("f[wNDesiqo]{1,6},")
# "Rose 0.4 percent from August, compared with 0.5", "earnings from operations up 7"
_OTHER_CHANGE: Final = frozenset("cudUV")
_OF_A_WHOLE: Final = re.compile("[LPTR]w?oe?q?$")
_TO_ANOTHER: Final = re.compile("q?t[LP]|[wNDesiqoUV]{0,8}&[wNDeiqo]{0,3}[LP]")
# "The New York Stock Exchange, NYSE Amex and the Nasdaq" is one place in a list.
_NAMES: Final = re.compile("N(?:,e?N)*,?&e?N")
# "To 5 from 7 in June and 8 in May": each is dated, and what stands first is set against both.
_DATED_BOTH: Final = re.compile("q?e?[LP][^&,;]{0,4}D[^&,;]{0,3}&[qewNs]{0,4}$")
_THEN: Final = re.compile(".[wieasDN]{0,4}D")
# "Trimmed his price target to 197 from", "rose at a 1.7 percent annual rate to 2.4 from"
_LED: Final = re.compile(f"[^,;&fx]*t{BEFORE}$")
_JUST_BEFORE: Final = 3  # elements between a change and the "from" that it leads to
_DIFFERING: Final = re.compile("[LPTRH]w?q?[mlud]$")
_BEYOND_A_PLACE: Final = re.compile("e?N[wioVUd]{2,}")
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
    if _OF_A_WHOLE.search(classes, 0, one):
        return False  # "took 71 of the 150 seats, five short of the 76 needed"
    if word in _OUTDOING:
        if lower[shape.draft(one).first - 1] in _MORE:
            return False  # "with a further 38,000 pledged it will beat last year's 252,000"
        is_bare = None in (shape.draft(one).unit, shape.draft(other).unit)
        if is_bare and "average" not in lower[cue : shape.tokens[other]]:
            return False  # "second with 28.73, behind Grace Toor, who did 28.62": seconds
        if ",&" in classes[one:place]:
            # "Followed a gain of 2.4 percent, and surpassed": of who did so another figure is told.
            return False
        if is_aside(classes, one, place):
            return False
        first = next((position for position in shape.figures if position > place), other)
        # "17.9 percent missing estimates and 13.5 percent matching them", "topped forecasts - less than"
        is_parted = not set("&l-").isdisjoint(classes[place + 1 : first])
        if _TO_ANOTHER.match(classes, other + 1):
            return False  # "by 2,608 to 392, while advancers beat decliners 2,165 to 470"
        # "Exceeded 50,000" tells how far it came itself; in brackets stands what is said of something else.
        return bool(behind.strip("q")) and not is_parted and set(";(").isdisjoint(classes[one:other])
    between = classes[one + 1 : place]
    if one > place:
        return False
    is_next = _LEVELS.isdisjoint(between)
    if not _PARTED.isdisjoint(behind):
        is_second = _DATED_BOTH.fullmatch(behind) and _THEN.match(classes, other)
        if word != FROM or not is_next or not is_second or shape.draft(one).kind == "growth":
            return False
    if word in _COMPARING:
        between = _without_asides(lower, shape, one, between)
    elif is_next:
        between = between.replace("x", "")  # "rose to 558 as of March from"
    if not _OF_ANOTHER.isdisjoint(between) or _OF_A_NEW_CLAUSE.search(between):
        return False
    last = shape.draft(one).last
    if lower[last] == "-":
        return False  # "in the 151-member house, down from 68"
    if word in _COMPARING:
        if _BEYOND_A_PLACE.match(behind):
            return False  # "two schools on the heights above the Meuse have formed classes of 16"
        if _DIFFERING.search(between):
            return False  # "at 1.10 it would make 33 million more than at 1.32": the 33 are the difference
        # "Reached above 8 percent" is a bound.
        return bool(behind.strip("qo")) and between.strip("q") not in _BESIDE
    if word != FROM or not _OTHER_CHANGE.isdisjoint(behind) or _is_second(shape, one):
        return False
    if not is_next and not _WHOSE.isdisjoint(lower[shape.draft(one).last : cue]):
        return False  # "with 60%, ahead of diesel, whose share slipped to 27% from 34%"
    if is_aside(classes, one, place):
        return False  # "The film, which opened with 41 million, slipped from 28 million"
    if "c" in between and classes[place - 1] not in "ud":
        return False  # "six issues raised 224 million, compared with 130 from nine issues"
    former = shape.draft(other)
    if former.unit != "percent" and is_inverse(lower, shape, place):
        return False
    if former.kind == "growth" and lower[former.last - 1][-1].isdigit():
        return False  # "rents rose by 2.1 percent, from 8.23": euros
    return _goes(lower, shape, one, place, above=above)


def _goes(lower: list[str], shape: Shape, one: int, place: int, *, above: bool) -> bool:
    """Whether the change that leads to "from", or to the figure before it, goes where it is said to."""
    classes = shape.classes
    near = {lower[shape.tokens[back]] for back in range(max(one, place - _JUST_BEFORE), place)}
    if not near.isdisjoint(RISES if above else FALLS):
        return True  # "increased 1.8 percent, slowing sharply from"
    direction = direction_before(classes, place) or direction_before(classes, one)
    if direction:
        return (direction in ("U", "u")) == above
    # Over another figure: the one that leads there is the nearest.
    for back in range(place - 1, max(-1, place - VERB), -1):
        word = lower[shape.tokens[back]]
        is_verb = classes[back] in "UV" or word in RISES or word in FALLS or word in IMPROVES
        if is_verb or (classes[back] in "ud" and place - back <= _JUST_BEFORE):
            return back > one or _LED.fullmatch(classes, back + 1, one) is not None
    return False


def _without_asides(lower: list[str], shape: Shape, one: int, between: str) -> str:
    """Return what stands between a figure and the word that compares it, without what says more of it.

    "2 million, up 34 percent from May and above", "1.10 from operations, above", "5 million, but below".
    """
    between = _NAMES.sub("N", _GROWN_AND.sub("", between))
    between = _FROM_WHAT.sub(",", between)
    turn = between.find("x")
    if turn >= 0 and lower[shape.tokens[one + 1 + turn]] == "but":
        between = between.replace("x", "", 1)
    return between


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
