"""Some figures of which the greatest may be all the others, held against one another to the last digit.

Those that hold are read as they are printed. Of those that do not, one slip of the pen may make one hold: two
digits swapped, or one wrong. How often chance would do that follows from the digits.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from flows.extraction.claims.holding import scale_to
from flows.extraction.claims.made_of import size_of
from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.misprints import (
    is_other_magnitude,
    may_have_slipped,
    numeral_of,
    ways_to_slip,
)
from flows.extraction.relations.sizes import is_size
from flows.extraction.relations.sums import rounding_of

_SPREAD: Final = 300  # times a part may be its whole
_CHANCE: Final = 0.03  # how often chance may make hold what does not stand together
_LIKELY: Final = 1.15  # the same for what does
_ZERO_DIGIT: Final = 10  # times as round as the finest a figure may be and its zero be a digit
_ROUND: Final = 1000  # from which on bare numbers are amounts of one thing
_SMALL: Final = 100  # of so few any others are made by chance
_CASTING: Final = frozenset("vote ballot paper delegate member".split())
_ZERO: Final = Decimal(0)


class Run(NamedTuple):
    """A whole and its parts, with the slip that makes them add up.

    Attributes:
        whole: the greatest figure, or one of the headline.
        parts: the others, in text order.
        slipped: the figure that is misprinted; None where the run holds.
        expected: how often chance makes such a run hold.
        is_clean: whether the whole stands among its parts or right before them.
        is_of_a_sort: whether all count one sort of thing, or are amounts.
    """

    whole: Draft
    parts: list[Draft]
    slipped: Draft | None
    expected: float
    is_clean: bool
    is_of_a_sort: bool


def try_run(
    standing: Standing, whole: Draft, parts: list[Draft], *, is_clean: bool, is_title: bool = False
) -> Iterator[Run]:
    """Yield a run that holds, or that one slip makes hold."""
    scales = [scale_to(standing, part, whole) or Decimal(1) for part in parts]
    sizes = [scale * size_of(part) for scale, part in zip(scales, parts, strict=True)]
    size = size_of(whole)
    made = sum(sizes, _ZERO)
    if abs(made - size) <= size / 10:
        off, room = abs(made - size), _room(standing, [whole, *parts])
        if off <= room and size > max(sizes):
            yield Run(whole, parts, None, 0.0, is_clean, True)
            return
        if is_title and off <= 2 * room:
            return  # cut off rather than rounded
    if size > _SPREAD * min(sizes) or any(
        part.kind == "count" and is_size(standing.document, part) for part in parts
    ):
        return
    # A part that is more than its whole is the one that slipped.
    beyond = [part for part, amount in zip(parts, sizes, strict=True) if amount >= size]
    if len(beyond) > 1:
        return
    told_twice = len(set(sizes)) < len(sizes) and max(sizes) >= _SMALL
    if told_twice or any(scale != 1 for scale in scales):
        return
    step = min(_step(one) for one in [whole, *parts])
    expected, slipped = 0.0, None
    for one in beyond or [whole, *parts]:
        told = made if one is whole else size - made + size_of(one)
        if told <= 0 or (one is not whole and told >= size) or not may_have_slipped(size_of(one), told):
            continue
        if one is whole and told <= max(sizes):
            continue
        is_tenfold = size_of(one) in (10 * told, told / 10) or is_other_magnitude(size_of(one), told)
        ways = 0 if is_tenfold else ways_to_slip(size_of(one), numeral_of(standing.document.text, one), told)
        if ways:
            expected += float(step / size) * ways
            slipped = one
    if slipped is not None:
        is_clean = is_clean and not beyond
        yield Run(whole, parts, slipped, expected, is_clean, _are_of_a_sort(whole, parts))


def _are_of_a_sort(whole: Draft, parts: list[Draft]) -> bool:
    """Whether figures count one sort of thing by kindred nouns, as far as they say what they count."""
    if whole.kind != "count":
        return True
    named = [one for one in (whole, *parts) if one.unit is not None]
    if whole.unit is None and len(named) < len(parts):
        return whole.granule >= _ROUND
    if _CASTING.issuperset(one.unit or "" for one in named):
        return True  # delegates hand in blank papers
    return all(listable(one, other) for one, other in combinations(named, 2))


def _room(standing: Standing, members: list[Draft]) -> Decimal:
    """Return by how much a run may be off: what is printed with fewer digits than the others is rounded."""
    finest = min(map(rounding_of, members))
    most = max(_decimals(standing, one) for one in members)
    coarse = [
        rounding_of(one)
        for one in members
        if rounding_of(one) > finest * _ZERO_DIGIT
        or one.qualifier != "exact"
        or (_decimals(standing, one) < most and rounding_of(one) > finest)
    ]
    # Rounded parts may be off by as much each.
    return max([finest * len(members) if finest >= 1 else finest, *coarse])


def _decimals(standing: Standing, draft: Draft) -> int:
    return len(numeral_of(standing.document.text, draft).partition(".")[2])


def best_run(runs: Iterator[Run], titles: list[Draft], sure: set[int]) -> Run | None:
    """Return the run that is meant, none where one holds: the cleanest and longest that a slip mends."""
    told: dict[tuple[int, ...], Run] = {}
    for run in runs:
        if run.slipped is None:
            # That the text bears a headline out is worth telling.
            return run if any(run.whole is title for title in titles) else None
        key = tuple(map(id, [run.whole, *run.parts]))
        if key not in told or run.is_clean:
            told[key] = run
    slips = list(told.values())
    meant = [
        one
        for one in slips
        if (one.is_clean and one.is_of_a_sort and one.expected <= _LIKELY)
        or (size_of(one.whole) >= _SMALL and one.expected * len(slips) <= _CHANCE)
    ]
    # What is a run with one more figure is meant so, or is none.
    wider = [set(map(id, [one.whole, *one.parts])) for one in slips]
    meant = [
        one
        for one in meant
        if id(one.slipped) not in sure
        and not any(some > {id(one.whole), *map(id, one.parts)} for some in wider)
    ]
    return max(meant, key=_preferred) if meant else None


def _preferred(run: Run) -> tuple[bool, int, float]:
    return run.is_clean, len(run.parts), -run.expected


def _step(draft: Draft) -> Decimal:
    return draft.granule or Decimal(1)
