"""Opposites that leave nothing out: men and women, cars and trucks, home and abroad."""

from typing import Final

from flows.extraction.relations.shapes import Shape
from flows.extraction.text.document import Document

# Each line divides a whole in two; words of one side are separated by blanks.
_PAIRS: Final = """
men man male males boys | women woman female females girls
car cars | truck trucks
car cars | commercial-vehicles lorries vans
domestic home | export exports foreign overseas abroad international
imports | exports
public | private
urban | rural
residential | commercial
onshore | offshore
adults | children
full-time | part-time
primary | secondary
passenger | cargo freight
underground | surface ground
indoors | outdoors
software products product | services service
refined slab | scrap
first-lien | second-lien
long-term | short-term
passengers | crew crewmen
seats seated seating | standing
wide-body | narrow-body
jets | turboprops
undergraduates | postgraduates
valid | spoiled spoilt invalid
convicted | acquitted
land | sea
compensatory | punitive
"""


def sides_of(pairs: str) -> dict[str, list[tuple[int, int]]]:
    """Return for each word of lines "these | those" the lines and sides (0 or 1) that it stands on."""
    sides: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(pairs.strip().splitlines()):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                sides.setdefault(word, []).append((number, side))
    return sides


_SIDES: Final = sides_of(_PAIRS)
_NAMING: Final = frozenset(_SIDES)
_PARTING: Final = frozenset("L;x")  # between the head of a sentence and a figure that is of something else
_HEAD: Final = 2  # tokens that head a sentence
_HEADED: Final = (",", ":")
_BREAKS: Final = frozenset(",;:&x()")


def names_side(words: list[str]) -> bool:
    """Whether any of `words` names a side."""
    return not _NAMING.isdisjoint(words)


def side_of(document: Document, shape: Shape, position: int) -> tuple[int, int] | None:
    """Return the pair and side that the words around a figure name, or None.

    Looked for in the words after the figure up to a comma, "and" or another figure, then in those before.
    """
    classes, tokens, lower = shape.classes, shape.tokens, document.lower
    end = position + 1
    while (
        end < len(classes)
        and classes[end] not in _BREAKS
        and shape.drafts[end] is None
        and end - position < 6
    ):
        end += 1
    side = _only_side(lower[tokens[position] : tokens[end]])
    if side is not None:
        return side
    first = position
    while first > 0 and classes[first - 1] not in _BREAKS and position - first < 12:
        if shape.drafts[first - 1] is not None and classes[first - 1] != "P":
            break
        first -= 1
    side = _only_side(lower[tokens[first] : tokens[position]])
    if side is None and classes[first - 1 : first] in _HEADED and not _PARTING & set(classes[:first]):
        side = _only_side(lower[tokens[0] : tokens[0] + _HEAD])  # "Car sales at Arl, which ..., rose to 31"
    if side is not None and first > 0 and classes[first - 1] == "&":
        before = _SIDES.get(lower[tokens[first] - 2]) if tokens[first] > 1 else None
        if before is not None and before[0][0] == side[0]:
            return None  # "foreign and domestic shares at 25%"
    return side


def _only_side(words: list[str]) -> tuple[int, int] | None:
    """Return the side that the last telling word names, unless another names the opposite."""
    found = [_SIDES[word][0] for word in words if word in _SIDES]
    if not found or any(pair == found[-1][0] and side != found[-1][1] for pair, side in found):
        return None
    return found[-1]
