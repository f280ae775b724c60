"""Levels that add up to another one too exactly for chance, where no word says so."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.implied.series import PRICES
from flows.extraction.relations.likeness import is_narrower, same_measure
from flows.extraction.relations.relating import Changes, is_level
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import open_by, rounding_of, spread

_FEWEST: Final = 3  # levels: a total and two parts
_LONGEST: Final = 8  # parts
_NEAR: Final = 3  # sentences over which parts may be spread
# What rounding may leave open, as a share of the total, before a sum may well hold by chance: where the
# figures are known to measure the same thing, and where they are not.
_MOVED: Final = ("u", "d", "l", "m")  # "59 cents lower", "two fewer than": no level
_CHANCE_ALIKE, _CHANCE = Decimal("0.005"), Decimal("0.0005")


def find_adding_up(
    shapes: list[Shape], changes: Changes, repeated: set[int], known: list[Relation]
) -> list[Relation]:
    """Return neighbouring levels that add up to another one too exactly for chance.

    Only a sum that holds is taken: that it holds is the evidence.
    """
    totals = {id(m.draft) for relation in known for m in relation.members if m.role == "total"}
    levels: list[Draft] = []
    announced: set[int] = set()  # totals that a word calls one
    for shape in shapes:
        current = [
            shape.draft(position)
            for position in shape.figures
            if is_level(shape, position, changes) and shape.classes[position + 1 : position + 2] not in _MOVED
        ]
        levels += [draft for draft in current if id(draft) not in repeated]
        if "B" in shape.classes:
            announced.update(map(id, current))
    levels = [
        d
        for d in levels
        if d.value is not None and d.value > 0 and d.kind != "rate" and d.metric_code not in PRICES
    ]
    found: list[Relation] = []
    if len(levels) < _FEWEST:
        return found
    for index, total in enumerate(levels):
        if id(total) in totals or total.value is None:
            continue
        slack = rounding_of(total)
        if slack > total.value * _CHANCE_ALIKE:
            continue
        for step in (1, -1):
            parts = _window(levels, index, step, slack, id(total) in announced)
            if parts:
                found.append(spread("adds_up", total, sorted(parts, key=lambda d: d.start), True))
                break
    return found


def _window(levels: list[Draft], index: int, step: int, slack: Decimal, announced: bool) -> list[Draft]:
    """Return the levels in one direction that add up to the one at `index`, which may be off by `slack`."""
    total = levels[index]
    value = total.value
    if value is None:
        return []
    parts: list[Draft] = []
    position = index + step
    amount = Decimal(0)
    while 0 <= position < len(levels) and len(parts) < _LONGEST:
        part = levels[position]
        if part.sentence == total.sentence and not parts and abs(part.first - total.last) < 4:
            return []  # members of one list, not a total and its part
        if abs(part.sentence - total.sentence) > _NEAR:
            break
        position += step
        if part.value is None or part.kind != total.kind or not same_measure(part, total):
            continue
        if is_narrower(total, part):
            continue
        if part.value >= value:
            break
        parts.append(part)
        amount += part.value
        slack += rounding_of(part)
        if len(parts) > 1 and abs(amount - value) <= min(slack, open_by([total, *parts])):
            together = len(parts) > 2 and parts[0].sentence == parts[-1].sentence
            alike = announced or together or all(_alike(part, total) for part in parts)
            chance = _CHANCE_ALIKE if alike else _CHANCE
            return parts if slack <= value * chance else []
        if amount > value + slack:
            break
    return []


def _alike(part: Draft, total: Draft) -> bool:
    """Whether two levels are known to measure the same thing in the same period."""
    if part.metric_code is not None and total.metric_code is not None:
        same = part.metric_code == total.metric_code
    else:
        same = not set((part.metric or "").lower().split()).isdisjoint((total.metric or "").lower().split())
    return same and (
        part.period_end == total.period_end or part.period_end is None or total.period_end is None
    )
