"""Shares that part and whole make in other words: "a 40 percent stake ... 22 of its 56 million shares".

A stake is so many of a company's shares; a quantity, "12 of the 26 terawatt-hours", makes the share that its
own sentence tells in a clause beside it. Counts do not: who wins 47 percent of the vote takes other seats.
"""

from typing import Final

from flows.extraction.claims.part_and_whole import told_pairs
from flows.extraction.claims.standing import Standing, is_alike_in_status, share_miss
from flows.extraction.figure import Draft, Member, Relation, figures_of, is_whole_share, related
from flows.extraction.relations.likeness import SECURITIES

_STAKES: Final = frozenset("stake stakes holding interest shareholding".split())
_BEHIND: Final = 4  # tokens from a share to "stake"
_NEAR: Final = 1  # sentences between a stake and its shares
_OFF: Final = 0.6  # by how much part and whole may miss their share and still be meant
_CLAUSE: Final = 3  # tokens from a comma to the verb of its clause
_LINKS: Final = frozenset("or and as with that which".split())


def find_told_beside_pairs(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return shares with the part and whole beside them that are shares of a company, or of one quantity.

    Args:
        standing: the figures of the article.
        found: the relations so far; a share that has part and base is left alone.
    """
    if not standing.shares:
        return []
    settled = figures_of(filter(is_whole_share, found))
    pairs = [pair for pair in told_pairs(standing, found) if pair[0].kind in ("count", "measure", "money")]
    told: list[Relation] = []
    for whole, part in pairs:
        is_of_shares = whole.unit in SECURITIES and whole.kind == "count"
        reach = _NEAR if is_of_shares else 0
        shares = [
            share
            for share in standing.shares_in(part.sentence - reach, part.sentence + reach)
            if id(share) not in settled and share.unit == "percent" and share.kind == "share"
        ]
        if is_of_shares:
            shares = [share for share in shares if _is_stake(standing, share)]
        elif whole.kind == "count":
            continue
        if len(shares) != 1:
            continue
        share = shares[0]
        is_beside = is_alike_in_status((share, part)) and _is_beside(standing, share, part, whole)
        if not (is_of_shares or is_beside):
            continue
        if share_miss(share, part, whole) <= _OFF:
            members = (Member("part", part), Member("base", whole), Member("share", share))
            told.append(related("share", "beside_a_pair", *members, told_by=share))
    return told


def _is_stake(standing: Standing, share: Draft) -> bool:
    return not _STAKES.isdisjoint(standing.lower[share.last : share.last + _BEHIND])


def _is_beside(standing: Standing, share: Draft, part: Draft, whole: Draft) -> bool:
    """Whether a participle joins a share with a pair: ", delivering 12 of the 26 terawatt-hours"."""
    lower = standing.lower
    first, then = (share, part) if share.first < part.first else (whole, share)
    between = lower[first.last : then.first]
    if "," not in between or standing.told_in(share.sentence, share.sentence) != [part, whole]:
        return False
    clause = between[len(between) - between[::-1].index(",") :]
    return any(word.endswith("ing") for word in clause[:_CLAUSE]) and _LINKS.isdisjoint(clause)
