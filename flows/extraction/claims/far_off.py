"""Whether figures that do not hold are further off than wrong numbers are.

Who writes a wrong number writes one that is near, or slips: two digits swapped, one wrong, too many or too
few, a million for a billion. How near depends on the kind of relation (docs/relations.md has the counts).
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.claims.made_of import size_of
from flows.extraction.claims.standing import WHOLES
from flows.extraction.figure import Draft, Relation, by_role, drafts_of, start_of
from flows.extraction.relations.misprints import (
    otherwise,
    swapped,
    with_a_digit_less,
    with_a_wrong_digit,
    with_another_magnitude,
)

# How many times figures may be off by kind: wrong numbers are nearer, or slips of the pen.
_NEAR: Final = {
    "sum": Decimal("1.4"),
    "growth": Decimal("1.5"),
    "rate": Decimal("1.75"),
    "share": Decimal(2),
    "difference": Decimal("2.5"),
    "order": Decimal(2),
}
_SLIP: Final = Decimal("0.03")  # by how much what a slip makes may be off, as a share
_DIGIT: Final = Decimal("0.006")  # the same for a wrong digit, of which there are many
_BEYOND: Final = Decimal(20)  # how many times off what "rose to 12 from 9" says is believed
_SURE: Final = frozenset(
    """moved worded_step headline_step grew_to announced up more_than_the_old from_the_close
    against_estimate next_together""".split()
)
_LEVELS: Final = frozenset(("count", "money", "measure"))
# What a relation makes, as told; the others are what makes it.
_TOLD: Final = frozenset(("share", "base", "amount", "old"))
_ZERO: Final = Decimal(0)
# "41 of its 26": whatever part it was, two digits swapped may have made it more than that.
_OF_ITS: Final = frozenset(("of_the", "out_of"))
_BESIDE: Final = 3  # tokens of "out of the"
_OF_A_DIFFERENCE: Final = 3  # figures: two levels, and how far they are apart


def times_more(relation: Relation) -> Decimal:
    """Return how many times what is said to be less is the other; 1 where the order holds or is not told."""
    greater, lesser = (by_role(relation).get(role) for role in ("greater", "lesser"))
    if greater is None or lesser is None or greater.value is None or lesser.value is None:
        return Decimal(1)
    if greater.value >= lesser.value or greater.value * lesser.value <= 0:
        return Decimal(1)
    if greater.unit != lesser.unit and (greater.unit in WHOLES or lesser.unit in WHOLES):
        return Decimal(1)  # four in ten, and 28 percent
    least, most = sorted((abs(greater.value), abs(lesser.value)))
    return least / most


def is_far(relation: Relation, made: Decimal) -> bool:
    """Whether figures are further off than wrong numbers are, and no slip of the pen explains it."""
    off, kind = made, relation.kind
    drafts = drafts_of(relation)
    if relation.rule == "difference" and len(drafts) == _OF_A_DIFFERENCE:
        # Two levels are apart by so many times their difference.
        total, lesser, difference = sorted(map(size_of, drafts), reverse=True)
        off, kind = (total - lesser) / difference if difference else made, "difference"
    limit = _BEYOND if relation.rule in _SURE else _NEAR.get(kind)
    if limit is None or 1 / limit <= off <= limit:
        return False
    if relation.rule in _OF_ITS and not relation.is_complete and _is_part_after_a_slip(drafts):
        return False
    if kind == "order":
        return not _holds_after_a_slip(relation, limit)
    for draft, one in _corrected(relation, made):
        slips = (
            (otherwise(draft), _SLIP),
            (with_another_magnitude(draft) if draft.kind in _LEVELS else iter(()), _SLIP),
            (with_a_wrong_digit(draft), _DIGIT),
            (with_a_digit_less(draft), _DIGIT),
        )
        if any(abs(told - one) <= room * one for values, room in slips for told in values):
            return False
    return True


def _is_part_after_a_slip(drafts: list[Draft]) -> bool:
    """Whether a part that stands right before its whole is no more than that but for two digits swapped."""
    part, whole = sorted(drafts, key=start_of)[:2]
    if whole.first - part.last > _BESIDE or not part.value or not whole.value:
        return False
    return any(told <= whole.value for told in swapped(part)) or any(
        told >= part.value for told in swapped(whole)
    )


def _corrected(relation: Relation, made: Decimal) -> Iterator[tuple[Draft, Decimal]]:
    """Yield each figure of a relation with what it would have to be if the others are right."""
    parts = sum((size_of(member.draft) for member in relation.members if member.role == "part"), _ZERO)
    total = next((size_of(member.draft) for member in relation.members if member.role == "total"), _ZERO)
    for member in relation.members:
        draft, value = member.draft, size_of(member.draft)
        if draft is None:
            continue
        scale = WHOLES.get(draft.unit or "")
        if relation.kind == "sum":
            yield draft, parts if member.role == "total" else value + total - parts
        elif member.role == "growth" and scale is not None:
            yield draft, abs((scale + (draft.value or _ZERO)) * made - scale)
        elif member.role in _TOLD:
            yield draft, value * made
        elif made:
            yield draft, value / made


def _holds_after_a_slip(relation: Relation, limit: Decimal) -> bool:
    """Whether a slip of the pen in one of two figures would put it on its side of the other, and near."""
    greater, lesser = (by_role(relation).get(role) for role in ("greater", "lesser"))
    if greater is None or lesser is None or not greater.value or not lesser.value:
        return False
    times = [told / lesser.value for told in otherwise(greater)]
    times += [greater.value / told for told in otherwise(lesser) if told]
    return any(1 <= one <= limit for one in times)
