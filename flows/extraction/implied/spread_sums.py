"""Totals whose parts stand in other sentences: levels of one series that add up to another beyond chance."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import combinations, islice
from typing import Final

from flows.extraction.figure import Draft, Relation, start_of
from flows.extraction.implied.series import PRICES, Pairs, same_place
from flows.extraction.relations.likeness import is_narrower, may_be_part
from flows.extraction.relations.relating import IMPLIED, Changes
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import rounding_of, spread

_FAR: Final = 15  # sentences between a total and its parts
_FINE: Final = 100  # steps of its last digit that a total without any other likeness to its parts must have
_SMALL: Final = 20  # times a part may go into such a total
_PER_SHARE: Final = frozenset(("earnings_per_share", "dividend"))
_WINDOW: Final = 40  # members of the series that are looked at on each side of a total
_AROUND: Final = 8  # levels of the series that are tried on each side of a total
_LONGEST: Final = 5  # parts in a row
_FEW: Final = 3  # parts picked among others
_PAIR: Final = 2
_UNBOUNDED: Final = 1000
_ENDLESS: Final = 1_000_000_000
_ERROR: Final = 1 + 1e-9
# How likely the sums that were tried may come as near by chance: where the levels are of one metric and in
# neighbouring sentences, or a word calls the total one; of one metric but far apart; of one unit only.
_CHANCE, _CHANCE_FAR, _CHANCE_UNIT = 0.05, 0.01, 0.007
_CHANCE_ROUNDED: Final = 0.001  # the same of sums that rounding must explain: most of these are of chance
_NEAR: Final = 3  # sentences
_CALLED: Final = 8  # elements from "total" to the figure that it names
_KINDS: Final = frozenset(("count", "money", "measure", "growth"))


def find_spread_sums(
    shapes: list[Shape], changes: Changes, aside: set[int], known: list[Relation], pairs: Pairs
) -> list[Relation]:
    """Return totals with the levels of their series nearby that make them, more exactly than chance would.

    Of a series are levels of one metric, unit and period, former ones and changes among themselves. A figure
    that is called a total may have parts of other metrics.
    """
    summed = {id(m.draft) for r in known if r.kind == "sum" for m in r.members}
    by_metric: dict[tuple[str | None, str, str | None], list[Draft]] = {}
    by_unit: dict[tuple[str, str | None], list[Draft]] = {}
    called: list[Draft] = []
    for shape in shapes:
        for position in shape.figures:
            draft = shape.draft(position)
            is_former = id(draft) in changes.former
            if (
                shape.classes[position] != "L"
                or draft.kind not in _KINDS
                or draft.value is None
                or (draft.period_end is None if is_former else id(draft) in aside)
                or draft.metric_code in PRICES
                or draft.unit == "point"
            ):
                continue
            if not is_former:
                by_unit.setdefault((draft.kind, draft.unit), []).append(draft)
            if " per " in (draft.unit or "") and draft.metric_code not in _PER_SHARE:
                continue
            if draft.metric_code is not None:
                by_metric.setdefault((draft.metric_code, draft.kind, draft.period_end), []).append(draft)
            if not is_former and "B" in shape.classes[max(0, position - _CALLED) : position]:
                called.append(draft)
    found: list[Relation] = []
    for members in by_metric.values():
        if len(members) > 2:
            found += _sums_among(members, members, summed, pairs)
    for total in called:
        if id(total) not in summed:
            found += _sums_among([total], by_unit[total.kind, total.unit], summed, pairs, called=True)
    for (kind, unit), members in by_unit.items():
        if len(members) > _PAIR and unit is not None and kind != "growth" and (" per " not in unit):
            fine = [draft for draft in members if draft.granule * _FINE <= (draft.value or 0)]
            found += _sums_among(fine, members, summed, pairs, _CHANCE_UNIT)
    return found


def _sums_among(
    totals: list[Draft],
    members: list[Draft],
    summed: set[int],
    pairs: Pairs,
    chance: float = _CHANCE,
    *,
    called: bool = False,
) -> list[Relation]:
    found: list[Relation] = []
    for total in totals:
        if id(total) in summed or total.value is None:
            continue
        parts = _parts_of(total, members, pairs, chance, called)
        if parts:
            summed.update(map(id, (total, *parts)))
            for part in parts:
                pairs.tie(part, total)
            found.append(spread(IMPLIED + "sum", total, sorted(parts, key=start_of), True))
    return found


def _parts_of(total: Draft, members: list[Draft], pairs: Pairs, chance: float, called: bool) -> list[Draft]:
    """Return the members that make a total, of the first sum that holds beyond chance."""
    value = total.value
    if value is None or not value:
        return []
    goal, slack = float(value), float(rounding_of(total))
    # How many sums may be tried before one that holds would hold by chance.
    bound = chance * abs(goal) / (2 * slack) if slack else _UNBOUNDED
    # Also of totals beyond all numbers: digits without end are text that somebody damaged.
    most = int(bound) if bound < _ENDLESS else _ENDLESS
    if most < 1:
        return []
    seen = {value}
    before: list[Draft] = []
    after: list[Draft] = []
    index = bisect_left(members, total.start, key=start_of)
    for draft in members[max(0, index - _WINDOW) : index + _WINDOW]:
        if (
            draft is total
            or draft.value is None
            or (total.kind != "growth" and not total.granule <= draft.value < value)
            or draft.value in seen
            or abs(draft.sentence - total.sentence) > _FAR
            or not may_be_part(draft, total)
            or (not same_place(draft, total) and draft.place_code is None)
            or pairs.has(draft, total)  # what is set against another is no part of it
            or is_narrower(total, draft)
            or (chance == _CHANCE_UNIT and draft.value * _SMALL < value)
        ):
            continue
        seen.add(draft.value)
        (before if draft.start < total.start else after).append(draft)
    before, after = before[-_AROUND:], after[:_AROUND]
    row = before + after
    if len(row) < _PAIR:
        return []
    # Sums are tried in floats: rounding leaves more open than they do.
    values = [float(draft.value or 0) for draft in row]
    rooms = [float(rounding_of(draft)) for draft in row]
    for tries, picked in enumerate(islice(_candidates(len(before), len(row)), most), 1):
        off = abs(sum([values[index] for index in picked]) - goal)
        # To the last digit of the total: as likely by chance as one of its digits, however round the parts.
        finest = max(slack, min([rooms[index] for index in picked]))
        exact = off <= finest * _ERROR
        room = finest if exact else slack + sum([rooms[index] for index in picked])
        if off <= room * _ERROR:
            parts = [row[index] for index in picked]
            allowed = chance if exact else min(chance, _CHANCE_ROUNDED)
            distances = {abs(part.sentence - total.sentence) for part in parts}
            if chance == _CHANCE and max(distances) > _NEAR:
                allowed = min(allowed, _CHANCE_FAR)
            if distances == {0} and not called:
                return []  # "Peru lost 3.8 million, Chile 3 million and Cuba 0.8 million"
            return parts if 2 * room * tries <= allowed * abs(goal) else []
    return []


def _candidates(place: int, count: int) -> Iterator[tuple[int, ...]]:
    """Yield the parts that may be meant, of `count` levels; the likeliest stand about the total's place."""
    for length in range(2, _LONGEST + 1):
        for first in range(max(0, place - length), min(place, count - length) + 1):
            yield tuple(range(first, first + length))
    for length in range(2, _FEW + 1):
        yield from combinations(range(place, count), length)
    yield from combinations(range(place), _PAIR)
    for length in range(_FEW + 1, _LONGEST + 1):
        for first in range(place + 1, count - length + 1):
            yield tuple(range(first, first + length))
