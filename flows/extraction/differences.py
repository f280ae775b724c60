"""How far two figures are apart: "The difference of 311 votes", "2,400 flats, 600 fewer than in 2021"."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.likeness import listable
from flows.extraction.standing import Candidate, Standing, choose, is_alike_in_status, miss, words_before
from flows.extraction.standing_growth import came_before
from flows.extraction.sums import rounding_of, spread

_NOUNS: Final = frozenset("difference gap deficit surplus shortfall margin majority lead".split())
_DEFINITE: Final = frozenset(("the", "this", "that"))
_LEAVING: Final = frozenset("left leaving leaves means makes making is was , - –".split())
_MORE: Final = frozenset(("more", "higher"))
_FEWER: Final = frozenset(("fewer", "less", "lower"))
_THAN_WORD: Final = frozenset(("than",))
_THAN: Final = 2  # tokens behind a change in which "more than" begins
_BEFORE: Final = 5  # tokens from the noun to the figure
_BACK: Final = 2  # sentences from the difference to what differs
_MOST: Final = 6  # levels about a difference beyond which nothing is certain
_OFF: Final = 0.9  # by how much two figures may miss their difference and still be meant


def find_differences(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return the greater of two levels with the lesser and the difference between them, as its parts.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is a part of a complete sum already is left alone.
    """
    sentences = standing.sentences_with(_NOUNS)
    if not sentences and not standing.sentences_with(_THAN_WORD):
        return []
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    differences = _than_before(standing, summed)
    for level in standing.levels:
        if (
            level.sentence not in sentences
            or id(level) in summed
            or not _is_difference(standing.lower, level)
        ):
            continue
        pair = choose(_of_pairs(standing, level), within=_OFF)
        if pair is not None:
            greater, lesser = pair
            differences.append(spread("difference", greater, [lesser, level], True))
    return differences


def _than_before(standing: Standing, summed: set[int]) -> list[Relation]:
    """Return levels with how many more they are than before, and with what there was then, told near by."""
    found: list[Relation] = []
    sentences = standing.sentences_with(_THAN_WORD)
    levels = [level for level in standing.told if level.sentence in sentences]
    for new, change in pairwise(levels):
        if new.sentence != change.sentence or id(change) in summed or not listable(new, change):
            continue
        after = change.last if change.noun_last is None else max(change.last, change.noun_last)
        words = standing.lower[after : after + _THAN]
        if "than" not in words or words[0] not in _MORE | _FEWER:
            continue
        is_more = words[0] in _MORE
        candidates = []
        for old in standing.told_about(change, back=_BACK, ahead=_BACK):
            if old is new or old is change or not listable(old, new) or not came_before(standing, old, new):
                continue
            if new.metric_code is None or old.metric_code != new.metric_code:
                continue
            whole, part = (new, old) if is_more else (old, new)
            if not whole.value or not part.value or not change.value or part.value >= whole.value:
                continue
            slack = sum(map(rounding_of, (new, old)), rounding_of(change))
            off = miss(change.value, whole.value - part.value, slack)
            candidates.append(Candidate((whole, part), off))
        chosen = choose(candidates, within=_OFF) if len(candidates) == 1 else None
        if chosen is not None:
            found.append(spread("than_before", chosen[0], [chosen[1], change], True))
    return found


def _is_difference(lower: list[str], draft: Draft) -> bool:
    """Whether "the deficit of" stands right before a figure: a definite one, or one of the two just told."""
    *before, article = words_before(lower, draft, _NOUNS, _BEFORE) or [""]
    # "This left a deficit of"; not "compared with a deficit of", which is another's.
    return article in _DEFINITE or (article == "a" and not _LEAVING.isdisjoint(before[-1:]))


def _of_pairs(standing: Standing, difference: Draft) -> Iterator[Candidate]:
    """Yield the pairs of levels before that may differ so; one that does not must be the only one."""
    levels = [level for level in standing.levels_before(difference, _BACK) if listable(level, difference)]
    if len(levels) > _MOST:
        return
    for one, other in combinations(reversed(levels), 2):
        if one.value is None or other.value is None or not listable(one, other):
            continue
        if one.value == other.value or not is_alike_in_status((one, other)):
            continue
        greater, lesser = (one, other) if one.value > other.value else (other, one)
        told = difference.value or Decimal(0)
        slack = sum(map(rounding_of, (one, other)), rounding_of(difference))
        off = miss(told, abs(one.value - other.value), slack)
        if not off or len(levels) == 2:
            yield Candidate((greater, lesser), off)
