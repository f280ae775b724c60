"""The arithmetic of totals and parts, on printed values and their rounding."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, by_role, in_text_order

# Between which multiples of a total its parts may add up to, where only the neighbourhood says that they are
# parts; and the share of a total from which on a part is a level of its own.
_LEAST, _MOST = Decimal("0.4"), Decimal(12)
_SAID_LEAST: Final = Decimal("0.08")
_NEARLY: Final = Decimal("0.8")


def makes(parts: list[Draft], total: Draft) -> bool:
    """Whether the parts add up to the total within the rounding of all."""
    values = [part.value for part in parts if part.value is not None]
    if total.value is None or len(values) < len(parts):
        return False
    slack = sum((rounding_of(part) for part in parts), rounding_of(total))
    return abs(sum(values, Decimal(0)) - total.value) <= slack


def adds_up(relation: Relation) -> bool:
    """Whether the parts of a sum that are told make its total, with their signs."""
    total = by_role(relation).get("total")
    parts = [member.draft for member in relation.members if member.role == "part"]
    return total is not None and makes([part for part in parts if part is not None], total)


def is_plausible(total: Draft, parts: list[Draft], *, said: bool = False) -> bool:
    """Whether a total can be meant: a figure may be wrong by a factor of ten, not by more.

    Args:
        total: the figure that may be the total.
        parts: the figures that may be its parts.
        said: whether words join them; without, the total itself must be of the right size.
    """
    if total.value is None or any(part.value is None for part in parts):
        return False
    amount = sum((part.value for part in parts if part.value is not None), Decimal(0))
    if sum(part.value >= total.value * _NEARLY for part in parts if part.value is not None) > 1:
        return False  # "5.2 billion (5.6 billion and 4.4 billion)": the same at other times
    return total.value * (_SAID_LEAST if said else _LEAST) <= amount <= total.value * _MOST


def spread(rule: str, total: Draft | None, parts: list[Draft], is_complete: bool) -> Relation:
    """Return a sum over several sentences; its evidence is the parts' words."""
    members = [Member("part", part) for part in parts]
    if total is not None:
        members.append(Member("total", total))
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    return Relation("sum", in_text_order(members), is_complete, start, end, rule)


def rounding_of(draft: Draft) -> Decimal:
    """Return how far a printed value may be from the true one; a count without a granule is off by a half."""
    return (draft.granule or Decimal(draft.kind == "count")) / 2


def open_by(drafts: list[Draft]) -> Decimal:
    """Return how far a sum may be off by the intervals of its figures: small counts are exact."""
    return sum(
        (
            (draft.read_high - draft.read_low) / 2
            if draft.read_low is not None and draft.read_high is not None
            else rounding_of(draft)
            for draft in drafts
        ),
        Decimal(0),
    )
