"""Totals whose parts follow bare: "recorded 230 burglaries, 150 in Eastport and 80 in Westport"."""

import re
from itertools import pairwise
from typing import Final

from flows.extraction.claims.segments import is_additive
from flows.extraction.figure import Draft, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import may_be_part
from flows.extraction.relations.relating import Changes, is_level
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import is_plausible, makes, spread

# From a total to its first part, from part to part, and after the last; a date would set another time.
_OPENING: Final = re.compile(r"[wNDsieft]{0,12}(?:,|-{1,2})q{0,2}")
_PHRASE: Final = r"[ifobthw][wNseo/]{0,6}(?:&[eN]?[wN]{1,3})?"
_LINK: Final = re.compile(rf"(?:{_PHRASE})(?P<mark>,&|,|&)q{{0,2}}")
# "..., officials said." and other words without figures may close the sentence.
_CLOSING: Final = re.compile(rf"(?:{_PHRASE})(?:[.;!?)-]|,x|,[wNDesio]{{1,9}}\.|$)")
_MOST: Final = 12
_HEADS: Final = frozenset("in from by for at to among through on under over of".split())
# "450,000 in the first quarter and 410,000 in the second" may be of two years.
_TIMES: Final = frozenset("quarter half year month week season morning night evening period decade".split())


def find_bare_lists(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return totals with parts that follow after a comma, each with a phrase that begins with the same word.

    The things counted are named once, with the total. Such a list may leave parts out, so it is complete only
    where it adds up: more than the total it cannot be.
    """
    found: list[Relation] = []
    for shape in shapes:
        if "," not in shape.classes and "-" not in shape.classes:
            continue
        for number, position in enumerate(shape.figures[:-2]):
            if not is_level(shape, position, changes) or not is_additive(shape.draft(position)):
                continue
            first = shape.figures[number + 1]
            if not _OPENING.fullmatch(shape.classes, position + 1, first):
                continue
            parts = _parts(shape, shape.figures[number + 1 : number + 1 + _MOST])
            total, drafts = shape.draft(position), [shape.draft(part) for part in parts]
            if len(parts) < 2 or not _names_what(total) or not _alike(reading, shape, position, parts):
                continue
            members = all(
                is_level(shape, part, changes) and draft.kind == total.kind and may_be_part(draft, total)
                for part, draft in zip(parts, drafts, strict=True)
            )
            if members and is_plausible(total, drafts):
                found.append(spread("bare_list", total, drafts, makes(drafts, total)))
    return found


def _parts(shape: Shape, candidates: list[int]) -> list[int]:
    """Return the members of a list that ends with "and" and closes its clause, or none."""
    parts = candidates[:1]
    for one, other in pairwise(candidates):
        link = _LINK.fullmatch(shape.classes, one + 1, other)
        if link is None:
            break
        parts.append(other)
        if "&" in link.group("mark"):
            return parts if _CLOSING.match(shape.classes, other + 1) else []
    return []


def _names_what(total: Draft) -> bool:
    """Whether what is counted stands with the total itself, and not only before it."""
    return total.kind != "count" or (total.noun_last is not None and total.noun_last > total.last)


def _alike(reading: Reading, shape: Shape, total: int, parts: list[int]) -> bool:
    """Whether the same word follows each of the parts, but not the total, and none speaks of a time."""
    lower, tokens = reading.document.lower, shape.tokens
    heads = {lower[tokens[part + 1]] for part in parts}
    for place in range(total + 1, parts[0]):
        # "31,000 cars in Europe, 12,000 in Asia": one list; but "31,000 cars in May, 12,000 in Asia".
        if lower[tokens[place]] in heads and shape.classes[place + 1] != "D":
            return False
    words = lower[tokens[parts[0]] : tokens[min(parts[-1] + 6, len(tokens) - 1)]]
    return len(heads) == 1 and heads <= _HEADS and _TIMES.isdisjoint(words)
