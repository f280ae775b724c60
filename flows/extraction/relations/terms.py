"""Spans of time that are made up of others: "14 years: nine for the robbery and five for the shooting"."""

import re
from typing import Final

from flows.extraction.figure import Relation
from flows.extraction.relations.lists import closes_with_and, list_after
from flows.extraction.relations.relating import Changes, relate
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import is_plausible

_OPENS: Final = re.compile(r"(?P<t>T)[wNesiqoa]{0,4}:")


def find_terms(shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return a span of time with those of one unit that are listed behind its colon: all of it."""
    found: list[Relation] = []
    for shape in shapes:
        match = _OPENS.search(shape.classes) if ":" in shape.classes else None
        if match is None:
            continue
        total = match.start("t")
        parts = list_after(shape, match.end() - 1, changes, kind="T")
        drafts = [shape.draft(part) for part in parts]
        if (
            len(parts) > 1
            and closes_with_and(shape, parts)
            and all(draft.unit == shape.draft(total).unit for draft in drafts)
            and is_plausible(shape.draft(total), drafts)
        ):
            members = [(total, "total"), *((part, "part") for part in parts)]
            found.append(relate(shape, "sum", "listed", members, is_complete=True))
    return found
