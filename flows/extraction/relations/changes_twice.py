"""One change told twice, as an amount and in percent: "fell 41 cents, or 0.7%, to $58.64"."""

import re
from decimal import Decimal
from math import inf
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, in_text_order
from flows.extraction.relations.likeness import is_per_once
from flows.extraction.relations.relating import Changes
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import rounding_of

TOLD_TWICE: Final = "told_twice"
_LEVELS: Final = frozenset(("count", "money", "measure", "rate"))
_RELATIVE: Final = frozenset(("percent", "fraction", "times", "percentage point", "basis point"))
# What may stand between the two: "41 cents, or 0.7%", "£2.1m (4.8%)", "£2.1m, a 4.8% increase".
_BETWEEN: Final = frozenset(",|(eqbwioUV")
_CLOSE: Final = 6
_OPENINGS: Final = frozenset("|(e")
_OR: Final = frozenset("|(")
_LED_TO: Final = re.compile("w{0,2}[ta]q?L")  # "fell 41 cents to $58.64, or 0.7%"
_FROM: Final = re.compile("f[wDNeqso]{0,6}$")  # "from a peak of"
_RISE: Final = re.compile("^w?[UVY]")  # "a 4.8% increase"
_TO: Final = re.compile("[ta][wDNeqs]{0,3}$")
_ENDS: Final = frozenset(";:.")
_BREAKS: Final = frozenset(";:.UVudP")  # another change is told
_SPREAD: Final = frozenset("annual annually yearly average compound year-on-year year".split())
_SLIP: Final = 12  # a percentage may be printed ten times too large; beyond that it is of something else
_ROUND: Final = Decimal("0.05")
_LEAST: Final = 3  # figures: amount, percentage and level


class Pair:
    """The amount of a change, and the percentage that says the same."""

    def __init__(self, amount: Draft, percentage: Draft) -> None:
        self.amount = amount
        self.percentage = percentage


def find_changes_twice(lower: list[str], shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return changes with their percentages and the level of their sentence that they led to or began at."""
    found: list[Relation] = []
    for shape in shapes:
        figures = shape.figures
        if len(figures) < _LEAST:
            continue
        for index, first in enumerate(figures):
            for last in figures[index + 1 : index + _LEAST]:
                pair = _told_twice(lower, shape, first, last)
                level = _level(shape, pair, first, last, changes) if pair else None
                if pair and level:
                    found.append(_related(pair, level))
    return found


def _told_twice(lower: list[str], shape: Shape, first: int, last: int) -> Pair | None:
    """Return the amount and the percentage of a change that two figures say, if they do."""
    between = _LED_TO.sub("", shape.classes[first + 1 : last])
    if len(between) > _CLOSE or not _BETWEEN.issuperset(between) or _OPENINGS.isdisjoint(between):
        return None
    amount, percentage = shape.draft(first), shape.draft(last)
    if amount.unit == "percent":
        amount, percentage = percentage, amount
    if (
        percentage.unit != "percent"
        or amount.unit in _RELATIVE
        or {amount.kind, percentage.kind} != {"growth"}
    ):
        return None
    # "to 2,520 yen, outperforming a 1.1 percent rise in the index", "$181 million, or a 0.2 percent rate"
    is_of_another = "w" in between and _OR.isdisjoint(between)
    if is_of_another or lower[percentage.last : percentage.last + 1] == ["rate"]:
        return None
    # "by 5 million to 27 million, an annual rise of 3%"
    if not _SPREAD.isdisjoint(lower[shape.tokens[first + 1] : shape.tokens[last]]):
        return None
    if not amount.value or not percentage.value or (amount.value < 0) != (percentage.value < 0):
        return None
    return Pair(amount, percentage)


def _level(shape: Shape, pair: Pair, first: int, last: int, changes: Changes) -> Member | None:
    """Return the level of a change: one that makes it, else the one that the words tie to it."""
    levels = [place for place in shape.figures if _is_level_of(shape.draft(place), pair.amount)]
    roles = {place: _role(shape, place, first, last, changes) for place in levels}
    for place, role in roles.items():
        for one in (role,) if role else ("new", "old"):
            if _misses(pair, shape.draft(place), one) == 1:
                return Member(one, shape.draft(place))
    for place, role in roles.items():
        if role and _misses(pair, shape.draft(place), role) < _SLIP:
            return Member(role, shape.draft(place))
    return None


def _role(shape: Shape, place: int, first: int, last: int, changes: Changes) -> str:
    """Return what the words make of a level beside a change that is told from `first` to `last`."""
    if id(shape.draft(place)) in changes.former:
        return "old"
    if place > first:
        between = _RISE.sub("", shape.classes[(last if place > last else first) + 1 : place])
        if sum(last < other < place for other in shape.figures) > 1 or not _BREAKS.isdisjoint(between):
            return ""
        return "old" if _FROM.search(between) else "new" if _TO.search(between) else ""
    # "closed at $58.64, down 41 cents, or 0.7%"
    stands_apart = any(place < other < first for other in shape.figures)
    return "" if stands_apart or not _ENDS.isdisjoint(shape.classes[place + 1 : first]) else "new"


def _is_level_of(level: Draft, amount: Draft) -> bool:
    if level.kind not in _LEVELS or not level.value or level.value <= 0:
        return False
    return (level.unit or "") == (amount.unit or "") or is_per_once(level, amount)


def _misses(pair: Pair, level: Draft, role: str) -> float:
    """Return by which factor the percentage misses what the change makes of a level; 1 where it is right."""
    amount, percentage = pair.amount, pair.percentage
    if amount.value is None or percentage.value is None or level.value is None:
        return inf
    old = level.value if role == "old" else level.value - amount.value
    if old <= 0:
        return inf
    made = 100 * amount.value / old
    slack = abs(made) * (rounding_of(amount) / abs(amount.value) + rounding_of(level) / level.value)
    if abs(made - percentage.value) <= slack + (rounding_of(percentage) or _ROUND):
        return 1.0
    times = float(made / percentage.value)
    return max(times, 1 / times)


def _related(pair: Pair, level: Member) -> Relation:
    amount, percentage = pair.amount, pair.percentage
    members = (Member("change", amount), Member("growth", percentage), level)
    start, end = min(amount.start, percentage.start), max(amount.end, percentage.end)
    return Relation("growth", in_text_order(members), False, start, end, TOLD_TWICE)
