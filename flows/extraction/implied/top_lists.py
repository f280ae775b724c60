"""Lists that go down: "Top products: A 3.5 billion, B 2.8 billion, C 2.1 billion, D 427 million"."""

from itertools import pairwise
from typing import Final

from flows.extraction.figure import Relation
from flows.extraction.implied.series import Pairs, order
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import Changes, is_level
from flows.extraction.relations.shapes import Shape

_HEADS: Final = frozenset("top largest biggest leading ranking ranked highest".split())
_LEAST: Final = 4  # entries, since fewer may well go down by chance
_GAP: Final = 12  # elements between two entries


def find_top_lists(reading: Reading, shapes: list[Shape], changes: Changes, pairs: Pairs) -> list[Relation]:
    """Return the orders of neighbours in a list of one unit that is called a ranking and goes down."""
    found: list[Relation] = []
    lower = reading.document.lower
    for shape in shapes:
        if len(shape.figures) < _LEAST or _HEADS.isdisjoint(lower[shape.tokens[0] : shape.tokens[-1]]):
            continue
        run: list[int] = []
        for position in [*shape.figures, -1]:
            if position >= 0 and not is_level(shape, position, changes):
                continue
            if position >= 0 and (not run or _goes_on(shape, run[-1], position)):
                run.append(position)
                continue
            if len(run) >= _LEAST and not _HEADS.isdisjoint(lower[shape.tokens[0] : shape.tokens[run[0]]]):
                for one, other in pairwise(run):
                    a, b = shape.draft(one), shape.draft(other)
                    relation = order("top_list", a, b, (a.start, b.end), above=True)
                    if relation is not None and pairs.tie(a, b):
                        found.append(relation)
            run = [position] if position >= 0 else []
    return found


def _goes_on(shape: Shape, one: int, other: int) -> bool:
    """Whether an entry follows another: of its unit, not above it, with words between."""
    a, b = shape.draft(one), shape.draft(other)
    return (
        a.kind == b.kind
        and a.unit == b.unit
        and a.value is not None
        and b.value is not None
        and a.value >= b.value
        and 1 < other - one <= _GAP
    )
