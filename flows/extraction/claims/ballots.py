"""Votes for and against in an assembly whose members are told: "approved by 38 to 31, with six abstentions".

Nobody votes twice, so that they are no more than its members; where all of these were there, they are as
many.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of
from flows.extraction.relations.sums import spread

_VOTING: Final = frozenset(
    "voted vote votes approved passed rejected backed carried adopted endorsed defeated agreed".split()
)
_LEADS: Final = frozenset("by of".split())
_JOINED: Final = (["to"], ["votes", "to"], ["against"], ["votes", "against"], ["votes", "for", "and"])
_FOR: Final = frozenset("favour favor for yes".split())
_AGAINST: Final = frozenset("against opposed no".split())
_ABSTAINING: Final = frozenset("abstention abstentions abstained abstaining absent abstain".split())
_ABSENT: Final = frozenset("absent missing away abroad stayed".split())
_REST: Final = frozenset("remaining other".split())
_MEMBERS: Final = frozenset(
    "member seat deputy lawmaker senator councillor delegate mp legislator representative".split()
)
_PRESENT: Final = frozenset("present voted attended".split())
_PAIR: Final = 2
_NEXT: Final = 2  # sentences behind votes in which abstentions are told
_TAKING: Final = frozenset("took taking take".split())
_NEAR: Final = 8  # sentences from a vote to the size of its assembly
_BESIDE: Final = 3  # tokens from "by" to a vote, or behind a figure to "abstained"
_HALF: Final = Decimal("0.5")  # of which of the members and their votes the other may be


def find_ballots(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return the members of an assembly with their votes for and against, and those who cast none.

    Args:
        standing: the figures of the article.
        found: the relations so far; votes that are in a sum already are left alone.
    """
    sentences = standing.sentences_with(_VOTING)
    members = [one for one in standing.levels if one.unit in _MEMBERS] if sentences else []
    if not members:
        return []
    summed = figures_of(one for one in found if one.kind == "sum")
    told: list[Relation] = []
    for sentence in sorted(sentences):
        votes = votes_in(standing, sentence)
        rest = _others_behind(standing, votes)
        if not votes or not summed.isdisjoint(map(id, votes)):
            continue
        amount = sum((vote.value or Decimal(0) for vote in votes), Decimal(0))
        sizes = [
            one
            for one in members
            if abs(one.sentence - sentence) <= _NEAR
            and all(one is not vote and (vote.value or 0) <= (one.value or 0) for vote in votes)
            and _HALF * (one.value or 0) <= amount <= (one.value or 0) / _HALF
        ]
        if len({one.value for one in sizes}) == 1:
            rest = [one for one in rest if one is not sizes[0]]
            is_all = bool(rest) or (_are_all_there(standing, sizes[0]) and not _may_abstain(standing, votes))
            told.append(spread("ballots", sizes[0], [*votes, *rest], is_all))
    return told


def votes_in(standing: Standing, sentence: int) -> list[Draft]:
    """Return the votes for and against of a sentence, with those who abstained; none where it has no pair."""
    lower = standing.lower
    levels = [one for one in standing.told_in(sentence, sentence) if one.kind == "count" and one.value]
    for one, other in pairwise(levels):
        before = lower[max(0, one.first - _BESIDE) : one.first]
        is_pair = lower[end_with_noun(one) : other.first] in _JOINED and not _LEADS.isdisjoint(before)
        # "71 votes in favour, 52 against"
        is_told = not (
            _FOR.isdisjoint(_around(standing, one)) or _AGAINST.isdisjoint(_around(standing, other))
        )
        if is_pair or is_told:
            rest = [
                level
                for level in levels
                if level.start > other.start and not _ABSTAINING.isdisjoint(_around(standing, level))
            ]
            return [one, other, *rest]
    return []


def _others_behind(standing: Standing, votes: list[Draft]) -> list[Draft]:
    """Return who cast no vote, told behind a pair of votes, where these are all the others.

    They are where the last of them remain, or where some abstained and some were absent.
    """
    if len(votes) != _PAIR:
        return []
    number = votes[0].sentence
    told = [
        one
        for one in standing.told_in(number, number + _NEXT)
        if one.start > votes[-1].start and one.kind == "count" and one.unit not in ("vote", "times")
    ]
    others: list[Draft] = []
    abstained = absent = is_rest = False
    for one in told:
        around = _around(standing, one)
        remains = standing.lower[one.first - 1] in _REST
        if not remains and _ABSTAINING.isdisjoint(around) and _ABSENT.isdisjoint(around):
            continue
        end = end_with_noun(one)
        if not remains and standing.lower[end : end + 1] in (["of"], ["from"]):
            continue  # "five members of her own party abstained": others may have, too
        is_absent = not _ABSENT.isdisjoint(around)
        absent, abstained = absent or is_absent, abstained or not is_absent
        is_rest = is_rest or remains
        others.append(one)
    return others if is_rest or (absent and abstained) else []


def _around(standing: Standing, level: Draft) -> list[str]:
    return standing.lower[level.first : max(level.last, end_with_noun(level)) + _BESIDE]


def _may_abstain(standing: Standing, votes: list[Draft]) -> bool:
    """Whether those who abstained may be told in another sentence: "71 to 64. Five abstained"."""
    number = votes[0].sentence
    near = range(max(0, number - 1), min(number + _NEXT, len(standing.document.sentences) - 1) + 1)
    return len(votes) <= _PAIR and any(
        not _ABSTAINING.isdisjoint(standing.document.vocabulary_of(one)) for one in near
    )


def _are_all_there(standing: Standing, members: Draft) -> bool:
    """Whether "all 75 members were present", or these are the "140 deputies taking part"."""
    words = standing.words(members)
    if standing.lower[members.first - 1] == "all" and not _PRESENT.isdisjoint(words):
        return True
    last = end_with_noun(members)
    behind = standing.lower[last : last + _BESIDE]
    if behind[:1] == ["who"]:
        behind = behind[1:]
    return behind[1:2] == ["part"] and behind[0] in _TAKING
