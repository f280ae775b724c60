"""What a quantity brought of another: "drove 2.7 million km, saving 410 tonnes of carbon dioxide"."""

from itertools import pairwise
from typing import Final

from flows.extraction.figure import Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import dimensions
from flows.extraction.relations.relating import IMPLIED, relate
from flows.extraction.relations.shapes import Shape

_BRINGS: Final = frozenset(
    """saving preventing prevent avoiding burning using consuming emitting producing yielding generating
    releasing cutting displacing""".split()
)
_REACH: Final = 14  # elements between the two


def find_implied_rates(reading: Reading, shapes: list[Shape]) -> list[Relation]:
    """Return rates that are not printed: two measures of two dimensions of which one brought the other."""
    lower = reading.document.lower
    known = dimensions(reading.reference)
    found: list[Relation] = []
    for shape in shapes:
        measures = [p for p in shape.figures if shape.draft(p).kind == "measure"]
        if len(measures) < 2 or _BRINGS.isdisjoint(lower[shape.tokens[0] : shape.tokens[-1]]):
            continue
        for one, other in pairwise(measures):
            here, there = (known.get(shape.draft(p).unit or "") for p in (one, other))
            between = lower[shape.tokens[one] : shape.tokens[other]]
            if here is None or there is None or here == there or other - one > _REACH:
                continue
            if not _BRINGS.isdisjoint(between):
                found.append(relate(shape, "rate", IMPLIED + "rate", [(one, "quantity"), (other, "amount")]))
    return found
