"""Shares told beside their parts in one list, of a whole that most of them make.

"Berg took 18,604 votes, or 43.1 percent, Brandal 18,377 (42.5 percent) and Falk 6,219, or 14.4 percent": all
are of the 43,200 that two of them make, wherever these are told, whatever the third says. Behind one whose
whole words tell the others are of that: "Of 300 calls 120 (40%) were false. Pranks came to 27, or 9 percent".
"""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Standing, is_share_of, share_miss
from flows.extraction.figure import Draft, Member, Relation, by_role, related, start_of
from flows.extraction.relations.likeness import listable

_FEWEST: Final = 2  # shares that show what their whole is
_OFF: Final = 0.75  # by how much another may miss it
_KINDS: Final = frozenset(("share", "percent"))
_LEVELS: Final = frozenset(("count", "money", "measure"))

_WORDED: Final = frozenset(
    "part_of_base percent_of of_them of_the told of_the_base or_percent in_brackets".split()
)
_ALL: Final = frozenset("total all whole them those".split())
_OPENS: Final = frozenset("of among out from".split())
_THEN: Final = frozenset("ago earlier previously before compared against last previous".split())
_REACH: Final = 4  # tokens behind a share in which another time is told

_Pair = tuple[Draft, Draft]  # a share and its part


def find_sibling_shares(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return shares that have a part alone, with the whole that two others make or words tell of one before.

    Args:
        standing: the figures of the article.
        found: the relations so far, which give shares their parts.
    """
    parts: dict[int, _Pair] = {}
    whole: set[int] = set()
    bases: dict[int, Draft] = {}
    for relation in found:
        roles = by_role(relation)
        share, part = roles.get("share"), roles.get("part")
        if relation.kind != "share" or share is None or part is None or len(roles) < len(relation.members):
            continue
        if share.kind in _KINDS and share.unit == "percent" and part.kind in _LEVELS and part.value:
            parts[id(share)] = share, part
        if "base" in roles:
            whole.add(id(share))
        base = roles.get("base")
        if base is not None and relation.rule in _WORDED and is_share_of(share, part, base):
            bases[id(share)] = base
    told: list[Relation] = []
    for group in _lists(list(parts.values())):
        loose = [pair for pair in group if id(pair[0]) not in whole]
        if not loose:
            continue
        base, makers = _whole_of(standing, group) if len(group) > _FEWEST else (None, 0)
        if base is None or makers < _FEWEST:
            told += _carried(standing, group, whole, bases)
            continue
        for share, part in loose:
            if part is not base and share_miss(share, part, base) <= _OFF:
                members = (Member("part", part), Member("base", base), Member("share", share))
                told.append(related("share", "sibling", *members, told_by=share))
    return told


def _carried(
    standing: Standing, group: list[_Pair], whole: set[int], bases: dict[int, Draft]
) -> list[Relation]:
    """Return the shares of a list with the whole that words tell of the one before."""
    told: list[Relation] = []
    base: Draft | None = None
    for share, part in group:
        base = bases.get(id(share), base)
        if base is None or id(share) in whole or part is base:
            continue
        if _is_of_another(standing, share, part, base) or share_miss(share, part, base) > _OFF:
            base = None
            continue
        members = (Member("part", part), Member("base", base), Member("share", share))
        told.append(related("share", "sibling", *members, told_by=share))
    return told


def _is_of_another(standing: Standing, share: Draft, part: Draft, base: Draft) -> bool:
    """Whether a share is told of another whole, or of another time: "Of the women 12, or a third"."""
    lower, opens = standing.lower, standing.document.sentences[share.sentence][0]
    behind = lower[share.last : share.last + 3]
    if behind[:1] == ["of"] and _ALL.isdisjoint(behind):
        return True
    if lower[opens] in _OPENS and share.sentence != base.sentence:
        return True
    around = lower[opens : share.last + _REACH]
    if not _THEN.isdisjoint(around):
        return True
    return None not in (part.period_end, base.period_end) and part.period_end != base.period_end


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
