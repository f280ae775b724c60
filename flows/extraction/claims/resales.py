"""What somebody made of a thing: "bought it for 310,000 in 2004 ... fetched 452,000, a profit of 142,000"."""

from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status, miss
from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.relations.sums import rounding_of, spread

_MADE: Final = frozenset(("profit", "gain"))
_BUYING: Final = frozenset("bought buy buying paid pay paying acquired acquiring purchased cost".split())
_SELLING: Final = frozenset("sold sell selling fetched fetch fetching resold".split())
# Profits of a firm's year, or of several things.
_OF_A_TIME: Final = frozenset("tax taxes year quarter half months month".split())
_REPORTING: Final = frozenset("reported reports posted recorded booked announced forecast net annual".split())
_OTHERS: Final = frozenset("another other others new each shares stake".split())
_AROUND: Final = 2  # sentences from a profit to what it was made of
_NEAR: Final = 5  # tokens beside it, and beside a price
_OFF: Final = 0.5  # by how much it may miss and still be meant


def find_resales(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return what a thing was sold for, with what it had been bought for and the profit, as its parts.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is a part of a complete sum already is left alone.
    """
    sentences = standing.sentences_with(_MADE)
    if not sentences or not standing.sentences_with(_BUYING) or not standing.sentences_with(_SELLING):
        return []
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    told = []
    for profit in standing.levels:
        if profit.sentence not in sentences or profit.kind != "money" or id(profit) in summed:
            continue
        before = standing.lower[max(0, profit.first - _NEAR) : profit.first]
        behind = standing.lower[profit.last : profit.last + _NEAR]
        if before[-1:] != ["of"] or _MADE.isdisjoint(before[-2:]):
            continue
        if not (_OF_A_TIME.isdisjoint(behind) and _REPORTING.isdisjoint(before)):
            continue
        levels = [
            one
            for one in standing.told_in(profit.sentence - _AROUND, profit.sentence)
            if one.kind == "money" and one.unit == profit.unit and one.start < profit.start
        ]
        bought = [one for one in levels if _is_of(standing, one, _BUYING, _SELLING)]
        sold = [one for one in levels if _is_of(standing, one, _SELLING, _BUYING)]
        if len(levels) == len(bought) + len(sold) and len(bought) == len(sold) == 1:
            told += _resale(sold[0], bought[0], profit)
    return told


def _resale(sold: Draft, bought: Draft, profit: Draft) -> list[Relation]:
    if not sold.value or not bought.value or not profit.value:
        return []
    slack = rounding_of(sold) + rounding_of(bought) + rounding_of(profit)
    is_near = miss(sold.value, bought.value + profit.value, slack) <= _OFF
    if not is_near or not is_alike_in_status((sold, bought, profit)):
        return []
    return [spread("resale", sold, [bought, profit], True)]


def _is_of(standing: Standing, level: Draft, verbs: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the last verb of a trade before a level in its sentence is one of `verbs`."""
    opens = standing.document.sentences[level.sentence][0]
    beside = standing.lower[max(opens, level.first - _NEAR) : level.last + _NEAR]
    if not _OTHERS.isdisjoint(beside):
        return False
    for place in range(level.first - 1, opens - 1, -1):
        if standing.lower[place] in verbs:
            return True
        if standing.lower[place] in others:
            return False
    return False
