"""Parts that a pair of opposites names, with the total before them: "5,607 cars and 16,422 trucks"."""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import is_alike_in_status
from flows.extraction.figure import Draft, Relation, end_with_noun
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import listable, may_be_part
from flows.extraction.relations.partitions import names_side, side_of
from flows.extraction.relations.relating import Changes, is_current, is_level
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import is_plausible, makes, spread

_BACK: Final = 2  # sentences in which a total is sought
_ONE_MORE: Final = frozenset(("a", "an", "one", "his", "her", "their"))
_LEAVING: Final = frozenset("leaving leaves leave rest remaining".split())
_NET: Final = frozenset("net balance surplus deficit".split())
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
            behind = reading.document.lower[end_with_noun(shape.draft(other)) : shape.tokens[-1]]
            if kind == "L" and not _NET.isdisjoint(behind):
                continue  # "9,600 moved away and 4,300 came, a net loss of 5,300"
            if kind == "L" and behind[:1] == ["and"] and behind[1:2] != [] and behind[1] in _ONE_MORE:
                continue  # "five women, three men and a girl"
            if not _LEAVING.isdisjoint(behind):
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
                lower, last = reading.document.lower, parts[0].last
                if lower[last] == "of" and names_side(lower[last + 1 : last + 3]):
                    continue  # "49 percent of primary teachers and 41 percent in secondary schools"
                if not all(within) and (named or all(part.kind == "share" for part in parts)):
                    return [spread("opposites", None, parts, True)]
                continue
            total = _whole_of(reading, shapes, number, one, parts, changes)
            if total is not None and is_plausible(total, parts, said=True):
                return [spread("opposites", total, parts, True)]
    return []


def _whole_of(
    reading: Reading, shapes: list[Shape], number: int, position: int, parts: list[Draft], changes: Changes
) -> Draft | None:
    """Return the level before that the parts make, else the nearest that they can be parts of."""
    nearest = None
    for back in range(number, max(-1, number - 1 - _BACK), -1):
        shape = shapes[back]
        if shape.sentence < shapes[number].sentence - _BACK:
            break
        for candidate in reversed(shape.figures):
            if back == number and candidate >= position:
                continue
            whole = shape.draft(candidate)
            if not is_level(shape, candidate, changes) or not _may_hold(whole, parts):
                continue
            has_side = side_of(reading.document, shape, candidate) is not None
            if not has_side and makes(parts, whole):
                return whole
            if nearest is None:
                nearest = (whole, has_side)
    return nearest[0] if nearest is not None and not nearest[1] else None


def _may_hold(whole: Draft, parts: list[Draft]) -> bool:
    """Whether parts can be counted in a whole; amounts of other sentences are mostly of something else."""
    if not is_alike_in_status((whole, *parts)):
        return False
    is_alike = whole.kind != "money" or all(
        part.sentence == whole.sentence
        or (part.metric_code == whole.metric_code and (part.value or 0) < (whole.value or 0))
        for part in parts
    )
    return is_alike and all(may_be_part(part, whole) for part in parts)
