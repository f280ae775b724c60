"""Totals whose parts stand in other sentences: levels of one series that add up to another beyond chance."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.likeness import may_be_part
from flows.extraction.relating import IMPLIED, Changes
from flows.extraction.series import same_place
from flows.extraction.shapes import Shape
from flows.extraction.sums import rounding_of, spread

_FAR: Final = 8  # sentences between a total and its parts
_AROUND: Final = 6  # levels of the series that are tried on each side of a total
_LONGEST: Final = 5  # parts in a row
_FEW: Final = 3  # parts picked among others
_PAIR: Final = 2
_ERROR: Final = 1 + 1e-9
_CHANCE: Final = 0.05  # how likely the sums that were tried may come as near by chance
_CALLED: Final = 8  # elements from "total" to the figure that it names
_KINDS: Final = frozenset(("count", "money", "measure", "growth"))


def find_spread_sums(
    shapes: list[Shape], changes: Changes, aside: set[int], known: list[Relation]
) -> list[Relation]:
    """Return totals with the levels of their series nearby that make them, more exactly than chance would.

    Of a series are levels of one metric, unit and period, changes among themselves. A figure that is
    called a total may have parts of other metrics.
    """
    summed = {id(m.draft) for r in known if r.kind == "sum" for m in r.members}
    by_metric: dict[tuple[str | None, str, str | None], list[Draft]] = {}
    by_unit: dict[tuple[str, str | None], list[Draft]] = {}
    called: list[Draft] = []
    for shape in shapes:
        for position in shape.figures:
            draft = shape.draft(position)
            if (
                shape.classes[position] != "L"
                or draft.kind not in _KINDS
                or draft.value is None
                or id(draft) in changes.former
                or id(draft) in aside
                or " per " in (draft.unit or "")
            ):
                continue
            if draft.metric_code is not None:
                by_metric.setdefault((draft.metric_code, draft.kind, draft.period_end), []).append(draft)
            by_unit.setdefault((draft.kind, draft.unit), []).append(draft)
            if "B" in shape.classes[max(0, position - _CALLED) : position]:
                called.append(draft)
    found: list[Relation] = []
    for members in by_metric.values():
        if len(members) > 2:
            found += _sums_among(members, members, summed)
    for total in called:
        if id(total) not in summed:
            found += _sums_among([total], by_unit[total.kind, total.unit], summed)
    return found


def _sums_among(totals: list[Draft], members: list[Draft], summed: set[int]) -> list[Relation]:
    found: list[Relation] = []
    for total in totals:
        if id(total) in summed or total.value is None:
            continue
        parts = _parts_of(total, members)
        if parts:
            summed.update(map(id, (total, *parts)))
            found.append(spread(IMPLIED + "sum", total, sorted(parts, key=_start), True))
    return found


def _parts_of(total: Draft, members: list[Draft]) -> list[Draft]:
    """Return the members that make a total, of the first sum that holds beyond chance."""
    value = total.value
    if value is None or not value:
        return []
    seen = {value}
    before: list[Draft] = []
    after: list[Draft] = []
    for draft in members:
        if (
            draft is total
            or draft.value is None
            or draft.value in seen
            or abs(draft.sentence - total.sentence) > _FAR
            or not may_be_part(draft, total)
            or (not same_place(draft, total) and draft.place_code is None)
            or (total.kind != "growth" and not 0 < draft.value < value)
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
    goal, slack = float(value), float(rounding_of(total))
    for tries, picked in enumerate(_candidates(len(before), len(row)), 1):
        room = slack + sum([rooms[index] for index in picked])
        if abs(sum([values[index] for index in picked]) - goal) <= room * _ERROR:
            return [row[index] for index in picked] if 2 * room * tries <= _CHANCE * abs(goal) else []
    return []


def _candidates(place: int, count: int) -> Iterator[tuple[int, ...]]:
    """Yield the parts that may be meant, of `count` levels; the likeliest stand about the total's place."""
    for length in range(2, _LONGEST + 1):
        for first in range(max(0, place - length), min(place, count - length) + 1):
            yield tuple(range(first, first + length))
    for length in range(2, _FEW + 1):
        yield from combinations(range(place, count), length)


def _start(draft: Draft) -> int:
    return draft.start
