"""Parts that a pair of opposites names, with the total before them: "5,607 cars and 16,422 trucks"."""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import listable, may_be_part
from flows.extraction.relations.partitions import names_side, side_of
from flows.extraction.relations.relating import Changes, is_current, is_level
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import is_plausible, spread

_BACK: Final = 2  # sentences in which a total is sought
_LEAVING: Final = frozenset("leaving leaves leave rest remaining".split())
_ADDED: Final = frozenset("additional extra more another further".split())


_LEFT_OVER: Final = 0.5  # how sure a share is whose kind nothing says


def find_opposites(reading: Reading, shapes: list[Shape], number: int, changes: Changes) -> list[Relation]:
    """Return the parts that a pair of opposites names ("cars" and "trucks") with the total before them."""
    shape = shapes[number]
    if len(shape.figures) < 2 or not names_side(reading.document.lower[shape.tokens[0] : shape.tokens[-1]]):
        return []
    for kind in "LP":
        positions = [
            p for p in shape.figures if shape.classes[p] == kind and is_current(shape.draft(p), changes)
        ]
        for one, other in pairwise(positions):
            if not listable(shape.draft(one), shape.draft(other)) or ";" in shape.classes[one:other]:
                continue
            if "every" in reading.document.lower[shape.draft(one).last : shape.draft(other).first]:
                continue  # "$1.01 for every $1 earned by men"
            if not _LEAVING.isdisjoint(reading.document.lower[shape.draft(other).last : shape.tokens[-1]]):
                continue  # "75 at home and 40 abroad, which leaves 65"
            left, right = side_of(reading.document, shape, one), side_of(reading.document, shape, other)
            if _ADDED & set(
                reading.document.lower[max(0, shape.draft(one).first - 3) : shape.draft(one).first]
            ):
                continue
            if left is None or right is None or left[0] != right[0] or left[1] == right[1]:
                continue
            parts = [shape.draft(one), shape.draft(other)]
            if kind == "P":
                # "16% of women, compared with 30% of men" are rates of two wholes.
                within = [shape.classes[place + 1 : place + 2] == "o" for place in (one, other)]
                amount = sum((part.value or Decimal(0) for part in parts), Decimal(0))
                if parts[0].unit == "percent" and not 60 < amount < 150:
                    continue
                named = all(names_side([reading.document.lower[part.last]]) for part in parts)
                if not named and any(part.confidence.get("kind", 1) <= _LEFT_OVER for part in parts):
                    continue  # "rise since 2003: petrol 45 percent, diesel 60": no shares
                if not all(within) and (named or all(part.kind == "share" for part in parts)):
                    return [spread("opposites", None, parts, True)]
                continue
            total = _whole_of(reading, shapes, number, one, parts, changes)
            if total is not None and is_plausible(total, parts):
                return [spread("opposites", total, parts, True)]
    return []


def _whole_of(
    reading: Reading, shapes: list[Shape], number: int, position: int, parts: list[Draft], changes: Changes
) -> Draft | None:
    for back in range(number, max(-1, number - 1 - _BACK), -1):
        shape = shapes[back]
        if shape.sentence < shapes[number].sentence - _BACK:
            return None
        for candidate in reversed(shape.figures):
            if back == number and candidate >= position:
                continue
            whole = shape.draft(candidate)
            if is_level(shape, candidate, changes) and all(may_be_part(part, whole) for part in parts):
                return whole if side_of(reading.document, shape, candidate) is None else None
    return None
