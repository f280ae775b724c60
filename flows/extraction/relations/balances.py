"""Levels before and after a change that stands apart: "8 went in, lifting stocks to 62 from 54"."""

import re
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, in_text_order
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import listable, same_measure
from flows.extraction.relations.relating import BEFORE, FILLER, Changes, is_level
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import spread

# "118 new cases, bringing the total to 3,046 (from 2,928)"
_BRINGING: Final = re.compile(
    rf"(?<![tf])(?<![tf]q)(?P<c>L)[^LPTRHK;:(]{{0,20}}[,&]W?(?P<v>[wUV])(?P<what>[^LPTRHK;:(),]{{1,16}})t{BEFORE}(?P<n>L)"
    rf"(?:{FILLER}{{0,6}},?u?f{BEFORE}(?P<o>L))?"
)
_BRINGS: Final = frozenset(
    """bringing brings brought bring taking takes took take pushing raising lifting swelling increasing
    cutting reducing lowering""".split()
)
# "A day earlier the total had stood at 2,928"
_FORMERLY: Final = frozenset("earlier previous previously yesterday before prior".split())
# "collected 412 and spent 398, leaving a surplus of 14"
_LEFT: Final = re.compile(
    r"(?P<a>L)(?:[^LPTRHK;:(]{1,24})(?P<b>L)[^LPTRHK;:(]{0,14}[,&-]{1,2}[^LPTRHK;:(,]{0,5}(?P<what>w)oq{0,2}(?P<d>L)"
)
_DIFFERENCES: Final = frozenset("surplus deficit shortfall gap".split())


def find_balances(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return changes in the unit of the level with the level that they lead to, and the one before.

    And what is left of one level after another: then the greater is the total of the lesser and the rest.
    """
    found: list[Relation] = []
    for number, shape in enumerate(shapes):
        if len(shape.figures) > 1:
            relation = _brought(reading, shapes, number, changes)
            if relation is not None:
                found.append(relation)
            found += _left(reading, shape, changes)
    return found


def _brought(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> Relation | None:
    shape, lower = shapes[number], reading.document.lower
    for match in _BRINGING.finditer(shape.classes):
        verb = lower[shape.tokens[match.start("v")]]
        change, new = shape.draft(match.start("c")), shape.draft(match.start("n"))
        if verb not in _BRINGS or change.kind == "rate" or not same_measure(change, new):
            continue
        if shape.classes[: match.start("c")].rstrip("q")[-1:] in ("f", "t", "c"):
            continue  # "to 10.9 million from 11.4 million, and raised its stake to 6.0 million"
        if match.group("o"):
            old = shape.draft(match.start("o"))
        else:
            formerly = _former(reading, shapes, number, new)
            if formerly is None:
                continue
            old = formerly
        if not same_measure(old, new) or id(change) in changes.changes:
            continue
        members = [Member("change", change), Member("new", new), Member("old", old)]
        changes.changes.add(id(change))
        changes.former.add(id(old))
        return Relation("growth", in_text_order(members), False, change.start, new.end, "bringing_to")
    return None


def _former(reading: Reading, shapes: list[Shape], number: int, new: Draft) -> Draft | None:
    """Return the only level of the sentence after or before, where that is said to be of an earlier time."""
    for neighbour in (number + 1, number - 1):
        if not 0 <= neighbour < len(shapes):
            continue
        shape = shapes[neighbour]
        words = reading.document.lower[shape.tokens[0] : shape.tokens[-1]]
        if abs(shape.sentence - new.sentence) != 1 or _FORMERLY.isdisjoint(words):
            continue
        levels = [shape.draft(p) for p in shape.figures if shape.classes[p] == "L"]
        if len(levels) == 1 and len(shape.figures) == 1 and same_measure(levels[0], new) and "total" in words:
            return levels[0]
    return None


def _left(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    found = []
    for match in _LEFT.finditer(shape.classes):
        if reading.document.lower[shape.tokens[match.start("what")]] not in _DIFFERENCES:
            continue
        places = [match.start(group) for group in "abd"]
        drafts = [shape.draft(place) for place in places]
        if not all(is_level(shape, place, changes) for place in places):
            continue
        one, other, rest = drafts
        before = [place for place in shape.figures if place < places[0] and is_level(shape, place, changes)]
        if any(one.unit in (None, shape.draft(place).unit) for place in before):
            continue  # "grants of 512,000, rents of 231,000 and gifts of 138,000, leaving a deficit"
        if one.value is None or other.value is None or one.unit != other.unit or not listable(one, rest):
            continue
        if len({draft.period_end for draft in drafts if draft.period_end is not None}) > 1:
            continue  # "a surplus of 11, after a deficit of 3 in May and a surplus of 9 in June"
        greater, lesser = (one, other) if one.value >= other.value else (other, one)
        found.append(spread("what_is_left", greater, [lesser, rest], True))
    return found
