"""Shares told beside their parts in one list, of a whole that most of them make.

"Berg took 18,604 votes, or 43.1 percent, Brandal 18,377 (42.5 percent) and Falk 6,219, or 14.4 percent": all
are of the 43,200 that two of them make, wherever these are told, whatever the third says.
"""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Standing, share_miss
from flows.extraction.figure import Draft, Member, Relation, by_role, related, start_of
from flows.extraction.relations.likeness import listable

_FEWEST: Final = 2  # shares that show what their whole is
_OFF: Final = 0.75  # by how much another may miss it
_KINDS: Final = frozenset(("share", "percent"))
_LEVELS: Final = frozenset(("count", "money", "measure"))

_Pair = tuple[Draft, Draft]  # a share and its part


def find_sibling_shares(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return shares that have a part alone, with the whole that two others of their list make.

    Args:
        standing: the figures of the article.
        found: the relations so far, which give shares their parts.
    """
    parts: dict[int, _Pair] = {}
    whole: set[int] = set()
    for relation in found:
        roles = by_role(relation)
        share, part = roles.get("share"), roles.get("part")
        if relation.kind != "share" or share is None or part is None or len(roles) < len(relation.members):
            continue
        if share.kind in _KINDS and share.unit == "percent" and part.kind in _LEVELS and part.value:
            parts[id(share)] = share, part
        if "base" in roles:
            whole.add(id(share))
    told: list[Relation] = []
    for group in _lists(list(parts.values())):
        loose = [pair for pair in group if id(pair[0]) not in whole]
        if len(group) <= _FEWEST or not loose:
            continue
        base, makers = _whole_of(standing, group)
        if base is None or makers < _FEWEST:
            continue
        for share, part in loose:
            if part is not base and share_miss(share, part, base) <= _OFF:
                members = (Member("part", part), Member("base", base), Member("share", share))
                told.append(related("share", "sibling", *members, told_by=share))
    return told


def _lists(pairs: list[_Pair]) -> list[list[_Pair]]:
    """Return the shares that stand one after the other with parts of one measure."""
    lists: list[list[_Pair]] = []
    for pair in sorted(pairs, key=_start):
        last = lists[-1][-1] if lists else None
        if last is not None and pair[0].sentence - last[0].sentence <= 1 and _are_alike(pair[1], last[1]):
            lists[-1].append(pair)
        else:
            lists.append([pair])
    return lists


def _start(pair: _Pair) -> int:
    return start_of(pair[0])


def _are_alike(one: Draft, other: Draft) -> bool:
    return one.kind == other.kind and listable(one, other) and (one.kind == "count" or one.unit == other.unit)


def _whole_of(standing: Standing, group: list[_Pair]) -> tuple[Draft | None, int]:
    """Return the level that the most shares of a list make with their parts, and how many do."""
    best: Draft | None = None
    most = 0
    greatest = max(part.value or Decimal(0) for _, part in group)
    for level in standing.levels:
        if (level.value or 0) < greatest or not _are_alike(level, group[0][1]):
            continue
        makers = sum(not share_miss(share, part, level) for share, part in group if part is not level)
        if makers > most:
            best, most = level, makers
    return best, most
