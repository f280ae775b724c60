"""Growth of two levels told before it: "A year earlier it took in 450 million. The increase of 8% ..."."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation
from flows.extraction.likeness import same_level
from flows.extraction.standing import Candidate, Standing, choose, is_alike_in_status, miss

_RISES: Final = frozenset("increase rise growth gain jump".split())
_FALLS: Final = frozenset("decrease fall decline drop reduction".split())
_DEFINITE: Final = frozenset("the this that".split())
_MEANS: Final = frozenset("means is was represents marks meant equals".split())
_BEFORE: Final = 6  # tokens from the noun to the figure
_NEAR: Final = 2  # sentences from the growth to the former level
_FAR: Final = 6  # sentences from the growth to the new level
_OFF: Final = 0.75  # by how much levels may miss their growth and still be meant
# What tells that a sentence speaks of a time before that of the others.
_FORMERLY: Final = frozenset("earlier previous previously before ago".split())
_HUNDRED: Final = Decimal(100)


def find_definite_growth(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return growths that a definite noun tells of two levels before, with these.

    The former level stands near and is told to be of an earlier time: in words, or by its period.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the growths among them.
        found: the relations so far; growths that have their levels are left alone.
    """
    tied = {
        id(member.draft)
        for relation in found
        if relation.kind == "growth"
        for member in relation.members
        if member.role in ("growth", "change")
    }
    told: list[Relation] = []
    for growth in drafts:
        if (
            growth.kind != "growth"
            or id(growth) in tied
            or growth.unit != "percent"
            or not _is_definite(standing.lower, growth)
        ):
            continue
        levels = choose(_of_levels(standing, growth), within=_OFF)
        if levels is not None:
            new, old = levels
            members = (Member("new", new), Member("old", old), Member("growth", growth))
            ordered = tuple(sorted(members, key=_place))
            told.append(Relation("growth", ordered, False, growth.start, growth.end, "definite"))
    return told


def _is_definite(lower: list[str], growth: Draft) -> bool:
    """Whether "the increase of", "this means a fall of" stands before a figure."""
    before = lower[max(0, growth.first - _BEFORE) : growth.first]
    if "of" not in before:
        return False
    place = len(before) - 1 - before[::-1].index("of")
    if place < 2 or before[place - 1] not in _RISES | _FALLS:
        return False
    if before[place - 2] in _DEFINITE:
        return True
    return place > 2 and before[place - 2] in ("a", "an") and before[place - 3] in _MEANS


def _of_levels(standing: Standing, growth: Draft) -> Iterator[Candidate]:
    """Yield new and former levels; of one direction, as the word for the growth says."""
    levels = standing.levels_before(growth, _FAR)
    near = [level for level in levels if growth.sentence - level.sentence <= _NEAR]
    for old in near:
        for new in reversed(levels):
            if new is old or new.kind != old.kind or not same_level(new, old):
                continue
            if not is_alike_in_status((new, old)) or not _came_before(standing, old, new):
                continue
            if new.value is None or old.value is None or growth.value is None:
                continue
            made = (new.value / old.value - 1) * _HUNDRED
            slack = growth.granule / 2
            slack += (
                _HUNDRED * new.value / old.value * (new.granule / new.value + old.granule / old.value) / 2
            )
            if made * growth.value > 0:
                yield Candidate((new, old), miss(growth.value, made, slack))


def _came_before(standing: Standing, old: Draft, new: Draft) -> bool:
    """Whether words or periods put the one level before the other."""
    if old.period_end is not None and new.period_end is not None and old.period_end != new.period_end:
        return old.period_end < new.period_end
    return not _FORMERLY.isdisjoint(standing.words(old)) and _FORMERLY.isdisjoint(standing.words(new))


def _place(member: Member) -> int:
    return member.draft.start if member.draft else 0
