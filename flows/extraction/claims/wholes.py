"""Levels that cannot be the whole of a rest: former ones, aims, differences, members of a list."""

from typing import Final

from flows.extraction.claims.holding import is_whole_number
from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, end_with_noun

_JOINING: Final = frozenset((",", "and", "or", "&"))
_CHANGES: Final = frozenset("loss gain rise fall drop increase decrease decline".split())
_SET_AGAINST: Final = frozenset("against than versus over under".split())
_ADDED: Final = frozenset("another further additional extra".split())
_GAINED: Final = frozenset(("gained",))
_MORE: Final = frozenset("more fewer less up down higher lower short needed required".split())


def is_no_whole(standing: Standing, levels: list[Draft], number: int) -> bool:
    """Whether one of the levels before a rest cannot be what is left of."""
    lower, whole = standing.lower, levels[number]
    if lower[whole.first - 2 : whole.first] == ["had", "been"]:
        return True  # "a year before, there had been 97,540"
    if "target" in lower[max(0, whole.first - 3) : whole.first]:
        return True  # "held to 419, against a target of 417": aimed at
    if whole.kind == "count" and not is_whole_number(whole):
        return True  # "at a price of 97.50" counts nothing
    if whole.unit == "metre" and lower[whole.last - 1] == "m":
        return True  # "Xbox sold the other 1.0m": metres as easily as millions
    if lower[whole.first - 1] in _ADDED or is_of_change(standing, whole):
        return True
    # "41 grams and 37 grams": one of a list is no whole, nor what more of the same is told of since.
    return _is_member(standing, levels, number) or any(_is_more(one, whole) for one in levels[number + 1 :])


def _is_more(level: Draft, whole: Draft) -> bool:
    """Whether a later sentence tells of more of the same."""
    is_later = level.sentence > whole.sentence and level.unit == whole.unit
    return is_later and (level.value or 0) > (whole.value or 0)


def _is_member(standing: Standing, levels: list[Draft], number: int) -> bool:
    """Whether a level stands in a list with the next one or the one before."""
    whole = levels[number]
    beside = levels[number - 1 : number] + levels[number + 1 : number + 2]
    return any(
        one.unit == whole.unit is not None and are_listed(standing.lower, whole, one) for one in beside
    )


def is_of_change(standing: Standing, part: Draft) -> bool:
    """Whether a level tells what was before or how much more it is: "11 more", "a loss of nine"."""
    lower = standing.lower
    before = lower[max(0, part.first - 2) : part.first]
    behind = (*lower[part.last : part.last + 1], *lower[end_with_noun(part) : end_with_noun(part) + 1])
    is_gain = (before[-1:] == ["of"] and before[0] in _CHANGES) or not _GAINED.isdisjoint(before[-1:])
    return is_gain or not _SET_AGAINST.isdisjoint(before[-1:]) or not _MORE.isdisjoint(behind)


def are_listed(lower: list[str], one: Draft, other: Draft) -> bool:
    """Whether two figures are members of one list: then neither holds the other."""
    first, last = (one, other) if one.first < other.first else (other, one)
    between = lower[first.last : last.first]
    # "Twenty are in the north and sixteen in the Midlands"
    return one.sentence == other.sentence and (_JOINING.issuperset(between) or between[-1] in ("and", "or"))
