"""Turnouts, with those who voted and all who might have, wherever an article tells these."""

from itertools import pairwise
from typing import Final

from flows.extraction.claims.pair_shares import made_otherwise
from flows.extraction.claims.part_and_whole import told_pairs
from flows.extraction.claims.standing import WHOLES, Standing
from flows.extraction.figure import Draft, Member, Relation, figures_of, is_whole_share, related

_TURNOUT: Final = frozenset("turnout part turned polls".split())
_VOTED: Final = frozenset((("take", "part"), ("took", "part"), ("turned", "out"), ("the", "polls")))
_LEAST: Final = 20  # times a turnout may be all who might have voted
_NEAR: Final = 5  # tokens between "turnout" and its share
_CLAUSE: Final = 8  # tokens behind a share in which they vote
# "9,100 people were entitled to vote"; "2,870 turned out".
_ELECTORATE: Final = frozenset("registered electorate eligible entitled roll rolls register electors".split())
_VOTING: Final = frozenset("cast voted turned crossed".split())
_ABOUT: Final = 9  # tokens behind a level in which such a word stands
_BEFORE: Final = 5  # the same before it


def find_turnouts(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return the only turnout of an article with those who voted, and those who might have.

    Args:
        standing: the figures of the article.
        found: the relations so far; a share that has part and base is left alone.
    """
    sentences = standing.sentences_with(_TURNOUT) if standing.shares else set()
    if not sentences or not standing.sentences_with(_ELECTORATE):
        return []
    settled = figures_of(filter(is_whole_share, found), "share")
    claims = [
        share
        for share in standing.shares
        if share.sentence in sentences and share.unit in WHOLES and _is_turnout(standing, share)
    ]
    # Two turnouts are of two votes.
    if len(claims) != 1 or id(claims[0]) in settled or any(made_otherwise(standing, claims[0], "count")):
        return []
    pair = _electorate(standing, found)
    if pair is None:
        return []
    whole, part = pair
    members = (Member("part", part), Member("base", whole), Member("share", claims[0]))
    return [related("share", "turnout", *members, told_by=claims[0])]


def _is_turnout(standing: Standing, share: Draft) -> bool:
    lower, (opens, ends) = standing.lower, standing.document.sentences[share.sentence]
    beside = (
        *lower[max(opens, share.first - _NEAR) : share.first],
        *lower[share.last : min(ends, share.last + _NEAR)],
    )
    clause = lower[share.last : min(ends, share.last + _CLAUSE)]
    return "turnout" in beside or any(pair in _VOTED for pair in pairwise(clause))


def _electorate(standing: Standing, found: list[Relation]) -> tuple[Draft, Draft] | None:
    """Return all who might have voted and those who did, where the article tells each once."""
    counts = [level for level in standing.levels if level.kind == "count"]
    all_voters = [level for level in counts if _is_told_with(standing, level, _ELECTORATE)]
    joined = [pair for pair in told_pairs(standing, found) if any(pair[0] is one for one in all_voters)]
    if not joined and len(all_voters) == 1:
        those = [level for level in counts if _is_told_with(standing, level, _VOTING)]
        joined = [(all_voters[0], level) for level in those if level.value != all_voters[0].value]
    # Who voted for one side is told as well: all of them are the most.
    whole, part = max(joined, key=lambda pair: pair[1].value or 0, default=(None, None))
    if (
        whole is None
        or part is None
        or not (whole.value or 0) / _LEAST < (part.value or 0) < (whole.value or 0)
    ):
        return None
    return whole, part


def _is_told_with(standing: Standing, level: Draft, words: frozenset[str]) -> bool:
    """Whether one of some words stands behind a level, or right before it, with no other figure between."""
    opens, ends = standing.document.sentences[level.sentence]
    last, first = level.last, level.first
    while last < min(ends, level.last + _ABOUT) and last not in standing.firsts:
        last += 1
    while first > max(opens, level.first - _BEFORE) and first - 1 not in standing.lasts:
        first -= 1
    told = standing.lower[level.last : last] + standing.lower[first : level.first] * (words is _ELECTORATE)
    return not words.isdisjoint(told)
