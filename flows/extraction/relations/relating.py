"""What the rules on relations share: the filler between keywords, what changed, how a relation is made."""

import re
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.relations.shapes import Shape

# What may stand between two keywords without changing who they belong to; and before a number.
# How the names of rules begin whose relations the words only imply: they are recorded, and not checked.
IMPLIED: Final = "implied_"
FILLER: Final = "[wNDesiqo]"
BEFORE: Final = "q{0,3}(?:Ds|e[qw]{0,2})?q?"
# What stands after "compared with" is the former level.
COMPARED: Final = re.compile("c[ht]?q?e?$")


_NOR: Final = frozenset(("neither", "nor"))
_NOR_REACH: Final = 3  # tokens from such a word to its figure
_SAID: Final = 12  # elements among which "said that" stands
_ASIDE: Final = re.compile(",W[^,]*$")


def is_aside(classes: str, position: int, verb: int) -> bool:
    """Whether a figure before a verb is not its own: "Results, which include a charge of 20 cents, beat"."""
    return _ASIDE.search(classes, 0, position) is not None and "," in classes[position : verb + 1]


class Changes:
    """What the reading of changes found.

    Attributes:
        relations: changes with the levels that they led to and from.
        steps: changes in the unit of the level that they led to, where no former level is told.
        former, changes: the figures (by identity) that are former levels, and those that are changes.
    """

    def __init__(self) -> None:
        self.relations: list[Relation] = []
        self.steps: list[Relation] = []
        self.former: set[int] = set()
        self.changes: set[int] = set()


def relate(
    shape: Shape,
    kind: str,
    rule: str,
    members: list[tuple[int, str]],
    *,
    is_complete: bool = False,
) -> Relation:
    """Return a relation between elements of one sentence; its evidence reaches from the first to the last."""
    drafts = (Member(role, shape.draft(position)) for position, role in members)
    return related(kind, rule, *drafts, is_complete=is_complete)


def opens_with(pattern: re.Pattern[str], shape: Shape, lower: list[str]) -> re.Match[str] | None:
    """Return the match of a pattern where a sentence or what is said opens: "He said that of the 500"."""
    found = pattern.match(shape.classes)
    if found is not None:
        return found
    for place in range(1, min(_SAID, len(shape.classes))):
        if shape.classes[place] == "o" and lower[shape.tokens[place - 1]] == "that":
            return pattern.match(shape.classes, place)
    return None


def is_denied(lower: list[str], draft: Draft) -> bool:
    """Whether a figure is one that was not reached: "neither that nor the 800 million of May"."""
    return not _NOR.isdisjoint(lower[max(0, draft.first - _NOR_REACH) : draft.first])


def is_current(draft: Draft, changes: Changes) -> bool:
    """Whether a figure states a level of its own time: no former level, no change."""
    return id(draft) not in changes.former and id(draft) not in changes.changes and draft.kind != "growth"


def is_level(shape: Shape, position: int, changes: Changes) -> bool:
    """Whether the element at `position` is a level (no percentage, duration or multiple) of its own time."""
    return shape.classes[position] == "L" and is_current(shape.draft(position), changes)
