"""What a figure is in, where it is said once: "900 million dollars: 500 million are grants"."""

from typing import Final

from flows.extraction.figure import Relation

_KINDS: Final = frozenset(("money", "measure"))
_GIVING: Final = frozenset(("total", "base", "new", "numerator"))
_TAKING: Final = frozenset(("part", "old", "denominator"))
# Levels side by side: whichever of them is told first has the unit.
_BESIDE: Final = frozenset(("total", "part", "greater", "lesser"))


def share_units(relations: list[Relation]) -> None:
    """Let bare parts and former levels of an amount be in its unit, and be per what it is per.

    Only what stands in a relation, and counts nothing of its own: "900 million" beside "400 schools" stays.
    """
    for relation in relations:
        is_beside = relation.kind == "order" or relation.rule == "difference"
        giving, taking = (_BESIDE, _BESIDE) if is_beside else (_GIVING, _TAKING)
        told = [
            member.draft
            for member in relation.members
            if member.role in giving and member.draft is not None and member.draft.kind in _KINDS
        ]
        if not told or len({draft.unit for draft in told}) > 1 or (len(told) > 1 and not is_beside):
            continue
        one = told[0]
        for member in relation.members:
            draft = member.draft
            bare = draft is not None and draft.kind == "count" and draft.unit is None
            per = draft is not None and (one.unit or "").startswith(f"{draft.unit} per ")
            if draft is not None and per and member.role == "old":
                draft.unit = one.unit
            if draft is not None and bare and member.role in taking:
                draft.kind, draft.unit, draft.unit_code = one.kind, one.unit, one.unit_code
