"""Shares whose part and base stand elsewhere and are known by words alone, whatever the numbers."""

from collections.abc import Iterable
from typing import Final

from flows.extraction.figure import (
    Draft,
    Member,
    Relation,
    end_with_noun,
    figures_of,
    is_whole_share,
    related,
)
from flows.extraction.periods.study_periods import POLLS
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import may_be_part
from flows.extraction.relations.relating import Changes, is_current

_NEAR: Final = 4  # sentences between a share and its part
_REACH: Final = 12  # sentences between a share and its base
_MOST: Final = 40  # figures of a metric beyond which an article is a table
_BESIDE: Final = 6  # words from a share to its part in the same sentence
_APPOSED: Final = ([",", "or"], ["or"], ["("])  # "14,208 votes, or 45.8%, to 11,963": of all votes
_SLIP: Final = 2  # how far above its base a misprinted part may be
_PLAIN: Final = frozenset(
    "the of all a an in its his her their total overall new whole entire this that".split()
)


def find_claimed_shares(reading: Reading, changes: Changes, found: list[Relation]) -> list[Relation]:
    """Return shares with the part of their own subject and the base that their words or a total name.

    The part is the only figure near the share of the same subject, metric and period. The base is the total
    of a sum that holds the part, or the only figure whose subject and metric are the words of the base.

    Args:
        reading: the article.
        changes: former levels and changes, which are neither part nor base.
        found: the relations found so far: their shares are left alone, their totals may be bases.
    """
    tied = figures_of(filter(is_whole_share, found))
    shares = [
        draft
        for draft in reading.drafts
        if draft.kind == "share"
        and draft.unit in ("percent", "fraction")
        and id(draft) not in tied
        and (draft.metric_code or "").startswith("share_of_")
        and is_current(draft, changes)
    ]
    if not shares:
        return []
    by_metric: dict[str, list[Draft]] = {}
    for draft in reading.drafts:
        if draft.kind in ("count", "money", "measure") and draft.metric_code and is_current(draft, changes):
            by_metric.setdefault(draft.metric_code, []).append(draft)
    totals = _totals(found)
    parts = _parts(found)
    # "raised its stake to 1,490, or 16%, from 1,440, or 15%": what has a share is no base.
    parted = {id(part) for part in parts.values()}
    claimed: list[Relation] = []
    for share in shares:
        part = parts.get(id(share))
        levels = by_metric.get((share.metric_code or "").removeprefix("share_of_"), [])
        if not levels and part is not None:
            levels = by_metric.get(part.metric_code or "", [])  # sales are revenue
        if not 1 <= len(levels) <= _MOST:
            continue
        own = [d for d in levels if abs(d.sentence - share.sentence) <= _NEAR and _own(share, d)]
        # "the one about half that, and the other 5.3 billion": what follows is another's.
        own = [d for d in own if d.sentence != share.sentence or d.first - share.last < _BESIDE]
        # "Hanna Berg got 41. In all, 77 votes were cast": the 77 may count as hers, but a sum knows better.
        part = part or _only([d for d in own if id(d) in totals] or own)
        if part is None or (part.unit == "seat" and _is_polled(reading, share)):
            continue
        base = totals.get(id(part))
        if base is None or base.metric_code != part.metric_code:
            base = _only(d for d in levels if id(d) not in parted and _named(reading, share, part, d))
        if (
            base is None
            or id(base) in parted
            or base is part
            or not may_be_part(part, base)
            or _exceeds(part, base)
            or reading.document.lower[end_with_noun(base) : share.first] in _APPOSED
        ):
            continue
        members = (Member("share", share), Member("part", part), Member("base", base))
        claimed.append(related("share", "claimed", *members, told_by=share))
    return claimed


def _is_polled(reading: Reading, share: Draft) -> bool:
    """Whether a poll gives a share: it is of those asked, not of the seats that are held."""
    first, last = reading.document.sentences[share.sentence]
    return not POLLS.isdisjoint(reading.document.lower[first:last])


def _exceeds(part: Draft, base: Draft) -> bool:
    """Whether a part is far above its base: then the words name another base."""
    return part.value is not None and base.value is not None and part.value > base.value * _SLIP


def _parts(found: list[Relation]) -> dict[int, Draft]:
    """Return the part that the words of its own sentence give a share (by identity) without its base."""
    parts: dict[int, Draft] = {}
    for relation in found:
        given = [member.draft for member in relation.members if member.role == "part"]
        if relation.kind == "share" and len(given) == 1 and given[0] is not None:
            parts.update({id(m.draft): given[0] for m in relation.members if m.role == "share"})
    return parts


def _totals(found: list[Relation]) -> dict[int, Draft]:
    """Return the total of each part (by identity), where it is in just one sum."""
    totals: dict[int, Draft] = {}
    twice: set[int] = set()
    for relation in found:
        total = next((m.draft for m in relation.members if m.role == "total"), None)
        if relation.kind != "sum" or total is None:
            continue
        for member in relation.members:
            if member.role == "part" and member.draft is not None:
                if id(member.draft) in totals:
                    twice.add(id(member.draft))
                totals[id(member.draft)] = total
    return {part: total for part, total in totals.items() if part not in twice}


def _own(share: Draft, level: Draft) -> bool:
    """Whether a level is of the share's subject, place, status and period."""
    if share.entity_code is None and (share.subject is None or level.subject != share.subject):
        return False
    return (
        level.entity_code == share.entity_code
        and level.status == share.status
        and (level.place_code == share.place_code or None in (level.place_code, share.place_code))
        and _same_time(share, level)
    )


def _named(reading: Reading, share: Draft, part: Draft, level: Draft) -> bool:
    """Whether the words of a share's base name a level, by more than its metric alone."""
    if level is part or level.status != part.status:
        return False
    if abs(level.sentence - share.sentence) > _REACH or level.period_end != part.period_end:
        return False
    wanted = _words(share.base)
    if level.entity_code == part.entity_code or part.entity_code is None:
        # "47 percent of total revenue" is of what the text calls total revenue.
        opening = reading.document.sentences[level.sentence][0]
        said = " ".join(reading.document.lower[opening : level.first])
        base = (share.base or "").lower()
        if base.startswith("total ") and f" {base} " in f" {said} ":
            return True
    if level.entity_code is not None and level.entity_code == part.entity_code:
        return False
    given = _words(level.subject) | _words(level.metric) | _words((level.scope or "").replace("+", " "))
    return wanted <= given and bool(wanted - _words((level.metric_code or "").replace("_", " ")))


def _same_time(one: Draft, other: Draft) -> bool:
    return one.period_end == other.period_end or None in (one.period_end, other.period_end)


def _words(phrase: str | None) -> set[str]:
    words = (phrase or "").lower().replace("-", " ").replace("'s", "").split()
    return {word.removesuffix("s") for word in words if word not in _PLAIN}


def _only(candidates: Iterable[Draft]) -> Draft | None:
    """Return the first of the candidates when all have its value."""
    found = list(candidates)
    if not found or any(draft.value != found[0].value for draft in found):
        return None
    return found[0]
