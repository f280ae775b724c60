"""The levels that may be meant in the place of another one, where a relation does not hold."""

from collections.abc import Iterator
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.relations.likeness import is_per_once, same_measure

# Rules that look for what a claim is about in the sentences around it.
CLAIMED: Final = frozenset(
    "points_back follows claimed told standing former_level dated_levels named_base".split()
)


def levels_alike(levels: list[Draft], like: Draft, known: set[int]) -> Iterator[Draft]:
    """Yield the other levels that may be meant in the place of one: things of any name, the same money.

    A bare number may be of any unit: "sales of 40 million euros and a profit of 4 million".
    """
    for draft in levels:
        is_bare = draft.kind == "count" and draft.unit is None
        if (
            id(draft) not in known
            and (is_bare or draft.kind == like.kind or "rate" in (draft.kind, like.kind))
            and (
                like.kind == "count"
                or same_measure(draft, like)
                or is_per_once(draft, like)
                # What money is per may be another figure's.
                or (draft.kind == "money" and _above(draft) == _above(like))
            )
        ):
            yield draft


def _above(draft: Draft) -> str:
    return (draft.unit or "").partition(" per ")[0]
