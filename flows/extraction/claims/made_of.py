"""How many times what is told the other figures of a relation make: 1 where it holds."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import WHOLES, scale_of
from flows.extraction.figure import Draft, Relation
from flows.extraction.relations.sums import rounding_of

_Roles = dict[str, list[Draft]]
_ZERO: Final = Decimal(0)


def made_of(relation: Relation) -> Decimal | None:
    """Return what the figures of a relation make, as a multiple of what is told.

    None where a figure or its unit leaves that open, and for kinds that say only what is more. Signs are not
    looked at.
    """
    make = _MADE.get(relation.kind)
    roles: _Roles = {}
    for member in relation.members:
        if make is None or member.draft is None or not size_of(member.draft):
            return None
        roles.setdefault(member.role, []).append(member.draft)
    return make(roles) if make is not None else None


def is_within_rounding(relation: Relation, made: Decimal) -> bool:
    """Whether a relation holds as precisely as its figures are printed."""
    drafts = [member.draft for member in relation.members if member.draft is not None]
    if relation.kind == "sum":
        # Parts, or two levels and how far they are apart, are off by as much, not by as many times.
        total = next((size_of(m.draft) for m in relation.members if m.role == "total" and m.draft), _ZERO)
        return bool(total) and abs(made - 1) <= sum(map(rounding_of, drafts), _ZERO) / total
    slack = sum((rounding_of(draft) / size_of(draft) for draft in drafts if size_of(draft)), _ZERO)
    return abs(made - 1) <= slack


def _of_parts(roles: _Roles) -> Decimal | None:
    parts, total = roles.get("part", []), _only(roles, "total")
    if total is None or len({part.unit for part in parts if part.kind != "count"} | {total.unit}) > 1:
        return None
    return sum(map(size_of, parts), _ZERO) / size_of(total)


def _of_share(roles: _Roles) -> Decimal | None:
    share, part, base = (_only(roles, role) for role in ("share", "part", "base"))
    scale = scale_of(share) if share is not None else None
    if share is None or part is None or base is None or scale is None:
        return None
    if part.unit != base.unit and not part.kind == base.kind == "count":
        return None
    return scale * size_of(part) / size_of(base) / size_of(share)


def _of_rate(roles: _Roles) -> Decimal | None:
    rate, quantity, amount = (_only(roles, role) for role in ("rate", "quantity", "amount"))
    if rate is None or quantity is None or amount is None:
        return None
    if rate.unit not in (None, amount.unit, f"{amount.unit} per {quantity.unit}"):
        return None
    span = _only(roles, "span")
    return size_of(rate) * size_of(quantity) * (size_of(span) or 1) / size_of(amount)


def _of_levels(roles: _Roles) -> Decimal | None:
    growth, new, old = (_only(roles, role) for role in ("growth", "new", "old"))
    scale = WHOLES.get(growth.unit or "") if growth is not None else None
    if growth is None or new is None or old is None or scale is None or new.unit != old.unit:
        return None
    # Of the levels, not of the growth: one that is ten times too small makes a growth of a thousand percent.
    told = 1 + (growth.value or _ZERO) / scale
    return size_of(new) / size_of(old) / told if told > 0 else None


_MADE: Final[dict[str, Callable[[_Roles], Decimal | None]]] = {
    "sum": _of_parts, "share": _of_share, "rate": _of_rate, "growth": _of_levels,
}  # fmt: skip


def _only(roles: _Roles, role: str) -> Draft | None:
    drafts = roles.get(role, [])
    return drafts[0] if len(drafts) == 1 else None


def size_of(draft: Draft | None) -> Decimal:
    """Return the value of a figure without its sign; 0 for none."""
    return abs(draft.value) if draft is not None and draft.value is not None else _ZERO
