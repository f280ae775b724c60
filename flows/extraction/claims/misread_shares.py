"""Shares that are of something else than was read: a sibling, part and base together, another whole."""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.levels_alike import CLAIMED, levels_alike
from flows.extraction.claims.standing import is_share_of, scale_of, share_miss
from flows.extraction.figure import Draft, Relation, by_role, end_with_noun

_CLAIMED_SHARES: Final = CLAIMED | {"apposed"}
_COMPARED: Final = 6  # tokens between a level and the one that it is compared with
_AGAINST: Final = frozenset("compared against from versus than".split())
_BESIDE: Final = 5  # tokens from a level to the share that it is said to be


def is_misread_share(relation: Relation, levels: list[Draft], drafts: list[Draft], lower: list[str]) -> bool:
    """Whether a share that does not hold is of something else.

    Args:
        relation: a share.
        levels: the levels of the article.
        drafts: all of its figures.
        lower: its words.
    """
    return (
        _is_upside_down(relation)
        or _is_set_against_its_base(relation, lower)
        or _is_of_a_sibling(relation, drafts)
        or _is_of_both(relation)
        or _is_of_another(relation, levels)
        or _is_another_share(relation, drafts)
        or _is_of_a_nearer(relation, levels)
    )


def _is_upside_down(relation: Relation) -> bool:
    """Whether the greater is meant as a share of the lesser: 11,062 prisoners in cells for 9,680 are 114%."""
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or not part.value or not base.value:
        return False
    return is_share_of(share, base, part) and not is_share_of(share, part, base)


def _is_set_against_its_base(relation: Relation, lower: list[str]) -> bool:
    """Whether what looks like part and base is one level at two times: "5.1 nights, compared with 5.9"."""
    roles = by_role(relation)
    part, base = roles.get("part"), roles.get("base")
    if part is None or base is None:
        return False
    one, other = (part, base) if part.start < base.start else (base, part)
    between = lower[end_with_noun(one) : other.first]
    return len(between) <= _COMPARED and not _AGAINST.isdisjoint(between) and "of" not in between


def _is_of_a_sibling(relation: Relation, drafts: list[Draft]) -> bool:
    """Whether the base of a share is another part of one whole: "12,114 votes (40.6%) to 9,870 (33.0%)"."""
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or not share_miss(share, part, base):
        return False
    beside = next((draft for draft in drafts if draft.start > base.start), None)
    if beside is None or beside is share or beside.unit != share.unit or beside.first - base.last > _BESIDE:
        return False
    one, other = _whole_of(part, share), _whole_of(base, beside)
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _is_of_both(relation: Relation) -> bool:
    """Whether a share is of part and base together, or of what the part leaves of the base.

    25,600 unfilled posts and 358,600 others are 6.7%; 351 of 516 million abroad leaves a third at home.
    """
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or not part.value or not base.value or not share.value:
        return False
    scale = scale_of(share) or Decimal(1)
    if relation.rule not in ("points_back", "follows") or is_share_of(share, part, base):
        return False
    if share.unit == "fraction" and relation.rule != "follows":
        return False  # "barely a third" is nearly anything
    if share.read_low is None or share.read_high is None:
        return False
    both = part.value + base.value
    # "By 18,614 votes to 16,327": either is a part of both.
    made = [part.value / both, base.value / both]
    if relation.rule == "follows":
        made.append((base.value - part.value) / base.value)
    return any(share.read_low <= scale * one <= share.read_high for one in made)


def _is_of_another(relation: Relation, levels: list[Draft]) -> bool:
    """Whether a share that is claimed of what was told is of another whole or part of the article."""
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or relation.rule not in _CLAIMED_SHARES:
        return False
    if is_share_of(share, part, base):
        return False
    known = {id(part), id(base), id(share)}
    return any(is_share_of(share, part, other) for other in levels_alike(levels, base, known)) or any(
        is_share_of(share, other, base) for other in levels_alike(levels, part, known)
    )


def _is_another_share(relation: Relation, drafts: list[Draft]) -> bool:
    """Whether part and base make another share of the sentence: "69.5%, up from 66.2%: 84,123 of 121,047"."""
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or is_share_of(share, part, base):
        return False
    told = {share.sentence, part.sentence}
    others = (d for d in drafts if d.sentence in told and d.unit == share.unit and d is not share)
    return any(is_share_of(other, part, base) for other in others)


def _is_of_a_nearer(relation: Relation, levels: list[Draft]) -> bool:
    """Whether a share is of a level told between base and part: "Of 159, 127 ran and 120, or 94%, ..."."""
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or is_share_of(share, part, base):
        return False
    if sum(member.role == "part" for member in relation.members) > 1:
        return False
    return any(
        base.start < other.start < part.start
        and other.sentence in (base.sentence, part.sentence)
        and other.kind == base.kind
        and is_share_of(share, part, other)
        for other in levels
    )


def _whole_of(part: Draft, share: Draft) -> tuple[Decimal, Decimal] | None:
    """Return between which values the whole lies of which a part is such a share."""
    if not part.value or not share.value:
        return None
    low, high = abs(share.value) - share.granule / 2, abs(share.value) + share.granule / 2
    return (part.value / high, part.value / low) if low > 0 else None
