"""Orders that superlatives give over two sentences: who comes second to what is the largest."""

from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.implied.ranks import rank_of
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.shapes import Shape

_SECOND: Final = frozenset(("second",))
_MOST: Final = frozenset(
    """highest largest biggest most hottest longest tallest busiest deepest dearest strongest heaviest wettest
    warmest hotter warmer more higher larger greatest record""".split()
)
# A record may be a low, and who is fastest took the least time.
_LEAST: Final = frozenset(
    """lowest smallest fewest least coldest shortest cheapest fastest quickest lower colder fewer less faster
    quicker weakest driest low seconds minutes hours""".split()
)
_BACK: Final = 2  # sentences between the two


def find_superlatives(standing: Standing, shapes: list[Shape]) -> list[Relation]:
    """Return the largest above the second, where words say so and each sentence has one level."""
    found: list[Relation] = []
    ranked = standing.sentences_with(_SECOND)
    for shape in shapes:
        if shape.sentence not in ranked or rank_of(standing.document, shape) != 2:
            continue
        levels = standing.levels_in(shape.sentence)
        largest = _largest(standing, levels[0]) if len(levels) == 1 else None
        if largest is not None:
            members = (Member("greater", largest), Member("lesser", levels[0]))
            found.append(related("order", "second_to", *members))
    return found


def _largest(standing: Standing, level: Draft) -> Draft | None:
    """Return the only level of a sentence just before that a superlative puts above the second one."""
    largest = _just_before(standing, level)
    if largest is None or largest.sentence == level.sentence or not is_alike_in_status((largest, level)):
        return None
    words, own = set(standing.words(largest)), set(standing.words(level))
    is_first = not _MOST.isdisjoint(words) and "second" not in words
    return largest if is_first and _LEAST.isdisjoint(words | own) else None


def _just_before(standing: Standing, level: Draft) -> Draft | None:
    """Return the only level of the nearest sentence with one that may be set against `level`."""
    for back in range(_BACK + 1):
        if back and len(standing.told_in(level.sentence, level.sentence)) > 1:
            return None  # "26 inches of snow, twice the old record of 13": what its sentence tells broke it
        near = [
            other
            for other in standing.levels_before(level, back)
            if other.sentence == level.sentence - back and other.kind == level.kind and listable(other, level)
        ]
        if near:
            return near[0] if len(near) == 1 else None
    return None
