"""What a figure is in, where it is said once: "900 million dollars: 500 million are grants"."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation, by_role

_HALF: Final = Decimal("0.5")
_KINDS: Final = frozenset(("money", "measure", "duration"))
_GIVING: Final = frozenset(("total", "base", "new", "numerator"))
_TAKING: Final = frozenset(("part", "old", "denominator"))
_LED_FROM: Final = frozenset(("old", "change"))
# Levels side by side: whichever of them is told first has the unit.
_BESIDE: Final = frozenset(("total", "part", "greater", "lesser"))


def share_units(relations: list[Relation]) -> None:
    """Let bare parts and former levels of an amount be in its unit, and be per what it is per.

    Only what stands in a relation, and counts nothing of its own: "900 million" beside "400 schools" stays.
    """
    for relation in relations:
        is_beside = relation.kind == "order" or relation.rule == "difference"
        giving, taking = (_BESIDE, _BESIDE) if is_beside else (_GIVING, _TAKING)
        told = _giving(relation, giving)
        if len(told) > 1 and is_beside:
            # "16.3 degrees Celsius; the previous high, 16.9 degrees"
            told = [draft for draft in told if draft.unit != "degree"] or told
        if not told or len({draft.unit for draft in told}) > 1 or (len(told) > 1 and not is_beside):
            continue
        one = _per_something(relation, told[0])
        for member in relation.members:
            draft = member.draft
            bare = draft is not None and draft.kind == "count" and draft.unit is None
            per = draft is not None and (one.unit or "").startswith(f"{draft.unit} per ")
            if draft is not None and per and (member.role in _LED_FROM or one is not told[0]):
                draft.unit, draft.unit_code = one.unit, one.unit_code
                draft.kind = one.kind if member.role == "old" else draft.kind
            if draft is not None and draft.unit == "degree" and (one.unit or "").startswith("degree "):
                draft.unit, draft.unit_code = one.unit, one.unit_code
            if draft is not None and bare and (member.role in taking or member.role == "total"):
                draft.kind, draft.unit, draft.unit_code = one.kind, one.unit, one.unit_code
                if one.unit == "percent":
                    _round(draft)


def _per_something(relation: Relation, new: Draft) -> Draft:
    """Return the former level where only that tells what both are per: "to 4.99, below the 17 a share"."""
    old = by_role(relation).get("old") if relation.kind == "growth" else None
    return old if old is not None and (old.unit or "").startswith(f"{new.unit} per ") else new


def _giving(relation: Relation, roles: frozenset[str]) -> list[Draft]:
    """Return the figures of a relation whose unit its bare ones are in: of shares of one whole the first."""
    drafts = [member.draft for member in relation.members if member.draft is not None]
    if relation.kind == "sum" and all(member.role == "part" for member in relation.members):
        return [draft for draft in drafts if draft.unit == "percent"][:1]
    told = [member.draft for member in relation.members if member.role in roles and member.draft is not None]
    # "5.6 tonnes a hectare, against 6.4 tonnes"
    kinds = _KINDS | {"rate"} if relation.kind == "growth" else _KINDS
    known = [draft for draft in told if draft.kind in kinds]
    if not known and relation.kind == "sum":
        # "It pays 14 million euros, the town 6.5 million ... the 36 million total"
        known = [draft for draft in drafts if draft.kind in _KINDS]
        return known[:1] if len({draft.unit for draft in known}) == 1 else []
    return known


def _round(draft: Draft) -> None:
    """Let a whole number that proves to be a percentage be as rounded as one is."""
    if draft.value is not None and draft.stated_low == draft.stated_high == draft.value:
        draft.granule = Decimal(1)
        draft.stated_low, draft.stated_high = draft.value - _HALF, draft.value + 1
        draft.read_low, draft.read_high = draft.value - _HALF, draft.value + _HALF
