"""Sums of another time: where a total is the sum of its parts, what each was before adds up as well.

"Exports were 23,914 tonnes (22,105 in May) ... to Asia 14,202 (13,004) ... elsewhere 9,712 (9,101)": that the
levels of one time add up, by their words or to the digit, makes those of the other a sum that can be wrong.
"""

from collections.abc import Iterator
from typing import Final

from flows.extraction.figure import Draft, Relation, start_of
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.relations.sums import spread

_KINDS: Final = frozenset(("count", "money", "measure"))
_RULE: Final = "at_another_time"
# Sums that only their digits show: three digits add up by chance in articles that are full of numbers.
_BY_DIGITS: Final = frozenset(("adds_up", IMPLIED + "sum"))
_ENOUGH: Final = 1000  # steps of its last digit


def find_parallel_sums(known: list[Relation]) -> list[Relation]:
    """Return the sums of the levels that the members of known sums are set against."""
    whole = [(total, parts) for total, parts in map(_split, known) if total is not None and len(parts) > 1]
    if not whole:
        return []
    times = _other_times(known)
    totals = {id(total) for total, _ in whole}
    found: list[Relation] = []
    for total, parts in whole:
        for other in times.get(id(total), []):
            others = [_at_the_time_of(other, times.get(id(part), [])) for part in parts]
            summed = [draft for draft in others if draft is not None]
            are_apart = len({id(draft) for draft in (other, *summed)}) == len(parts) + 1
            if id(other) not in totals and are_apart:
                totals.add(id(other))
                found.append(spread(_RULE, other, sorted(summed, key=start_of), True))
    return found


def _split(relation: Relation) -> tuple[Draft | None, list[Draft]]:
    """Return the total and the parts of a complete sum of amounts, None and nothing of all else."""
    drafts = [member.draft for member in relation.members if member.draft is not None]
    if (
        relation.kind != "sum"
        or not relation.is_complete
        or len(drafts) < len(relation.members)
        or not _KINDS.issuperset([draft.kind for draft in drafts])
    ):
        return None, []
    total = next((m.draft for m in relation.members if m.role == "total"), None)
    if total is None or (relation.rule in _BY_DIGITS and (total.value or 0) < _ENOUGH * total.granule):
        return None, []
    return total, [m.draft for m in relation.members if m.role == "part" and m.draft is not None]


def _other_times(known: list[Relation]) -> dict[int, list[Draft]]:
    """Return, for each figure (by identity), the levels of the same thing that it is set against."""
    times: dict[int, list[Draft]] = {}
    for one, other in _set_against(known):
        for draft, against in ((one, other), (other, one)):
            listed = times.setdefault(id(draft), [])
            if against not in listed:
                listed.append(against)
    return times


def _set_against(known: list[Relation]) -> Iterator[tuple[Draft, Draft]]:
    for relation in known:
        if relation.kind not in ("growth", "order"):
            continue
        drafts = [m.draft for m in relation.members if m.role in ("new", "old", "greater", "lesser")]
        if len(drafts) != 2 or drafts[0] is None or drafts[1] is None:
            continue
        one, other = drafts[0], drafts[1]
        if (
            one.metric_code == other.metric_code
            and one.unit == other.unit
            and one.status == other.status
            and one.period_end is not None
            and other.period_end is not None
            and one.period_end != other.period_end
        ):
            yield one, other


def _at_the_time_of(total: Draft, levels: list[Draft]) -> Draft | None:
    """Return the one of a part's levels that is of the total's time."""
    same = [
        level
        for level in levels
        if (level.period_start, level.period_end) == (total.period_start, total.period_end)
    ]
    return same[0] if len(same) == 1 else None
