"""Percentages that make up a whole: "made up of 60% shares, 30% bonds and 10% cash"."""

import re
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.lists import closes_with_and, list_after
from flows.extraction.relations.relating import Changes, is_current
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import spread

_MOST: Final = 150  # per cent, above which shares are of two wholes
_UNDER: Final = frozenset("under below younger".split())
_OVER: Final = frozenset("over above older elderly".split())
_RANGE: Final = re.compile(r"\w(?: to | and |[-–])\w")
_IS_COMPOSED: Final = re.compile(r"(?:C|wuo|wwo|wwuo)[iob]?(?=q?P)")


def find_hundred(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    """Return listed percentages that make up a whole: said to ("made up of"), or three that come to 100."""
    composed = _IS_COMPOSED.search(shape.classes)
    said = composed is not None and (
        "C" in composed.group()
        or "made" in reading.document.lower[shape.tokens[composed.start()] : shape.tokens[composed.end()]]
    )
    begin = composed.end() - 1 if composed is not None and said else -1
    parts = list_after(shape, begin, changes, kind="P") if said else _percentages(shape, changes)
    if said and any(shape.classes[p] == "P" and p <= begin for p in shape.figures):
        return []  # "2.5 percent, comprising 1.5 for selling and ...": they make up that
    drafts = [shape.draft(part) for part in parts]
    if len(drafts) < 2 or any(draft.unit != "percent" or draft.value is None for draft in drafts):
        return []
    amount = sum((draft.value for draft in drafts if draft.value is not None), Decimal(0))
    slack = sum((max(draft.granule, Decimal("0.1")) for draft in drafts), Decimal(0)) / 2
    if said and closes_with_and(shape, parts):
        return [spread("made_up_of", None, drafts, True)]
    if len(drafts) > 2 and abs(amount - 100) <= slack:
        return [spread("adds_up", None, drafts, True)]
    if len(drafts) > 2 and _MOST > amount > 100 and _is_of_ages(reading, shape):
        return [spread("ages", None, drafts, False)]
    return []


def _is_of_ages(reading: Reading, shape: Shape) -> bool:
    """Whether a sentence tells groups by ages of which one ends where the next begins: they exclude another.

    "Under 30" and "under 20" do not: there must be a group between two ages, or bounds to either side.
    """
    document = reading.document
    start, end = document.span(shape.tokens[0], shape.tokens[-1])
    groups = [
        document.text[reject.start : reject.end]
        for reject in reading.rejects
        if reject.reason == "age group" and start <= reject.start < end
    ]
    words = frozenset(document.lower[shape.tokens[0] : shape.tokens[-1]])
    is_between = any(_RANGE.search(group) for group in groups) or (len(groups) > 1 and "to" in words)
    return bool(groups) and (is_between or not (_UNDER.isdisjoint(words) or _OVER.isdisjoint(words)))


def _percentages(shape: Shape, changes: Changes) -> list[int]:
    """Return the coordinated percentages of a sentence that begin with its first one."""
    for position in shape.figures:
        if shape.classes[position] == "P" and is_current(shape.draft(position), changes):
            return list_after(shape, position, changes, kind="P", first=position, said=True)
    return []
