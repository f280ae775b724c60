"""Coordinated figures: "97,000, followed by Peru (7,100) and Chile (6,400)", "4 in A and 5 in B"."""

from typing import Final

from flows.extraction.relations.likeness import listable
from flows.extraction.relations.relating import Changes, is_current
from flows.extraction.relations.shapes import Shape

_REACH: Final = 11  # words between two members of a list
_FIRST_REACH: Final = 9
_RISING: Final = frozenset("UVYPudH")
# Between "including" or "of which" and the first member: another verb or a second phrase.
_NOT_FIRST: Final = frozenset("&tfUVudcFWC|")


def list_after(
    shape: Shape,
    start: int,
    changes: Changes,
    *,
    kind: str = "L",
    first: int | None = None,
    said: bool = False,
) -> list[int]:
    """Return the positions of the coordinated levels that follow `start`: of one measure, in one clause.

    With `first`, the list begins with the figure there, and what follows continues it. A former level or a
    growth figure between two members belongs to a member and does not end the list. With `said`, words join
    the members to one total: things of any name that can be counted ("80 thefts and 9 assaults"), and what
    went "to" somebody.
    """
    classes = shape.classes
    found: list[int] = [] if first is None else [first]
    for position in shape.figures:
        if position <= start:
            continue
        origin = max(found[-1], start) if found else start
        between = classes[origin + 1 : position]
        if len(between) > (_REACH if found else _FIRST_REACH) or ";" in between or "x" in between:
            break
        draft = shape.draft(position)
        if classes[position] != kind or not is_current(draft, changes):
            if (classes[position] in "PR" and kind != "P") or not is_current(draft, changes):
                continue
            break
        if not found and set(between) & _NOT_FIRST:
            break
        if found:
            counted = said and shape.draft(found[0]).kind == draft.kind == "count"
            if not counted and not listable(shape.draft(found[0]), draft):
                break
            if (
                not {",", "&", "("} & set(between)
                or not {"B", "I"}.isdisjoint(between.replace("oeB", ""))  # "32% of the total, ..."
                or ("t" in between and not said and not _RISING & set(between))
            ):
                break
        found.append(position)
    return found


def closes_with_and(shape: Shape, members: list[int]) -> bool:
    """Whether the last two members are joined by "and", as a list that ends is."""
    return len(members) > 1 and "&" in shape.classes[members[-2] : members[-1]]
