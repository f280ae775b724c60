"""A level has the period of the change that led to it: "fell 5 percent in May ... to 58" is of May, both."""

from typing import Final

from flows.extraction.figure import Because, Draft
from flows.extraction.reading import Reading

# What a growth says of one and the same time; what was before is of another.
ALIKE: Final = ("new", "change", "growth")
# In 98 of 100 growths whose level and change both have a period it is the same.
SURENESS: Final = 0.5


def settle_by_relation(reading: Reading) -> None:
    """Give the period that a change or its new level has to the other one, where that has none."""
    for relation in reading.relations:
        if relation.kind != "growth":
            continue
        alike = [
            member.draft for member in relation.members if member.role in ALIKE and member.draft is not None
        ]
        known = next((draft for draft in alike if draft.period_end is not None), None)
        if known is None or known.is_cumulative:
            continue
        for draft in alike:
            if draft.period_end is None and draft.kind != "duration":
                _share(known, draft)


def _share(known: Draft, draft: Draft) -> None:
    draft.period_start, draft.period_end = known.period_start, known.period_end
    draft.period_basis = known.period_basis
    draft.why["period"] = Because("of_its_change", known.start, known.end)
    draft.confidence["period"] = SURENESS
