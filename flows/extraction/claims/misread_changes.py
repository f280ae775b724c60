"""Growths and changes that lead from or to another level, or that are no growth of the level before."""

from typing import Final

from flows.extraction.claims.levels_alike import CLAIMED, levels_alike
from flows.extraction.claims.standing import WHOLES, growth_miss, makes_growth
from flows.extraction.figure import Draft, Relation, by_role
from flows.extraction.relations.sums import rounding_of

_COARSE: Final = 50  # of how many parts of a growth in words one may be left open
_MAGNITUDE: Final = 10_000  # times one level may be another, where both tell their magnitude
_BESIDE: Final = 5  # tokens from a level to the share that it is said to be
_PASSAGE: Final = 3  # sentences in which another level may be meant


def is_misread_growth(relation: Relation, levels: list[Draft], drafts: list[Draft]) -> bool:
    """Whether another level of the article makes a growth or change hold, or a level lacks its magnitude.

    Args:
        relation: a growth.
        levels: the levels of the article.
        drafts: all of its figures.
    """
    return (
        _is_short_of_a_magnitude(relation)
        or _is_misread_change(relation, levels, drafts)
        or _is_made_by_others(relation, levels, drafts)
    )


def _is_short_of_a_magnitude(relation: Relation) -> bool:
    """Whether one of two levels lacks its million: "to $170 million from $121"."""
    roles = by_role(relation)
    new, old = roles.get("new"), roles.get("old")
    if new is None or old is None or not new.value or not old.value:
        return False
    return max(new.value, old.value) > _MAGNITUDE * min(new.value, old.value)


def _is_misread_change(relation: Relation, levels: list[Draft], drafts: list[Draft]) -> bool:
    """Whether a change leads from or to another level, or another change from the one to the other.

    "129 of the 245 seats, six more than the 123"; "fell 4 cents to 14.65 from 14.69, down 2 cents".
    """
    roles = by_role(relation)
    change, new, old = (roles.get(role) for role in ("change", "new", "old"))
    if change is None or new is None or old is None or _leads(change, new, old):
        return False
    known = {id(change), id(new), id(old)}
    others = (d for d in drafts if d.sentence == change.sentence and d.kind == "growth" and d is not change)
    if any(other.unit == change.unit and _leads(other, new, old) for other in others):
        return True
    return any(
        _leads(change, other, old) or _leads(change, new, other) for other in levels_alike(levels, new, known)
    )


def _is_made_by_others(relation: Relation, levels: list[Draft], drafts: list[Draft]) -> bool:
    """Whether a growth is made by others, or is no growth but the share of the level before.

    "Raised by 30 million to 240 million, a rise of one-seventh"; "161 million, a quarter of all, up from 154
    million, or 22%".
    """
    roles = by_role(relation)
    growth, new, old = (roles.get(role) for role in ("growth", "new", "old"))
    if growth is None or new is None or old is None or not growth_miss(growth, new, old):
        return False
    if 0 < growth.first - old.last <= _BESIDE and _share_beside(new, drafts, growth) is not None:
        return True
    if relation.rule not in CLAIMED and growth.sentence == new.sentence == old.sentence:
        return False
    near = [level for level in levels if abs(level.sentence - growth.sentence) <= _PASSAGE]
    if relation.rule not in CLAIMED:
        near = [level for level in near if level is not new and level is not old]
    # "64 cents per share, up from 51 cents": what it is per is said once.
    paired = ((one, other) for one in near for other in near if _plain(one) == _plain(other))
    if any(makes_growth(growth, one, other) for one, other in paired):
        return True
    changes = [d for d in drafts if d.sentence == growth.sentence and d.kind == "growth" and d is not growth]
    return any(
        _grows_by(growth, change, level)
        for change in changes
        for level in near
        if change.unit == level.unit and level.sentence == growth.sentence
    )


def _plain(draft: Draft) -> tuple[str, str]:
    unit = "" if draft.unit is None or draft.unit == "times" else draft.unit  # "called out 7,316 times"
    return draft.kind, unit.partition(" per ")[0]


def _grows_by(growth: Draft, change: Draft, new: Draft) -> bool:
    """Whether a change leads to a level by such a growth."""
    scale = WHOLES.get(growth.unit or "")
    if (
        scale is None
        or not change.value
        or not new.value
        or growth.value is None
        or new.value == change.value
    ):
        return False
    made = scale * change.value / (new.value - change.value)
    return abs(abs(made) - abs(growth.value)) <= max(growth.granule, abs(growth.value) / _COARSE)


def _share_beside(level: Draft, drafts: list[Draft], other: Draft) -> Draft | None:
    """Return the share that stands right behind a level, as what it is of a whole."""
    beside = next((draft for draft in drafts if draft.start > level.start), None)
    if beside is None or beside is other or beside.kind != "share" or beside.first - level.last > _BESIDE:
        return None
    return beside


def _leads(change: Draft, new: Draft, old: Draft) -> bool:
    if change.value is None or new.value is None or old.value is None:
        return False
    slack = rounding_of(change) + rounding_of(new) + rounding_of(old)
    return abs(abs(new.value - old.value) - abs(change.value)) <= slack
