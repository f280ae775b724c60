"""How many seats a party is short of a majority, or above it: "98 of 200 seats, three short of a majority".

A majority is half of all seats, and one more. The seats and all that there are stand beside one another
("98 of the 200"), or all are told in a compound ("the 200-seat assembly").
"""

from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, related

_RULE: Final = "of_a_majority"
# What a number of seats is to a majority, as a role.
_MISSING: Final = "missing"
_BEYOND: Final = "beyond"
_MAJORITY: Final = frozenset(("majority",))
_BELOW: Final = frozenset("short shy away missing lacking".split())
_LACKING: Final = frozenset("needs need lacks lack lacked needed missed misses missing".split())
_MORE: Final = frozenset("more over above beyond".split())
_NEEDED: Final = frozenset("needed required necessary need needs than a an the over above beyond".split())
_SEATS: Final = frozenset("seat member deputy lawmaker mp mandate senator representative councillor".split())
_COMPOUND: Final = frozenset("seat member strong".split())
_BETWEEN: Final = frozenset(
    "of the seats seat in all council's council parliament's its their a now only just".split()
)
_BACK: Final = 3  # sentences before the claim in which the seats are told
_REACH: Final = 10  # tokens from the number to "majority"
_NEAR: Final = 3  # tokens from the number to "short"
_LEAST: Final = 9  # so few seats are no assembly


def find_majorities(standing: Standing, drafts: list[Draft]) -> list[Relation]:
    """Return seats with how far they are from a majority of all seats."""
    told: list[Relation] = []
    lower = standing.lower
    for number in sorted(standing.sentences_with(_MAJORITY)):
        last = standing.document.sentences[number][1]
        for gap in [draft for draft in drafts if draft.sentence == number and _may_be_seats(draft)]:
            end = end_with_noun(gap)
            if "majority" not in lower[end : min(last, end + _REACH)]:
                continue
            role = _side(lower, gap, end)
            seats = _seats(standing, drafts, gap) if role else None
            if seats is not None and not _is_of_others(
                drafts, gap, *seats, sign=1 if role == _MISSING else -1
            ):
                members = (
                    Member("numerator", seats[0]),
                    Member("denominator", seats[1]),
                    Member(role, gap),
                )
                told.append(related("ratio", _RULE, *members, told_by=gap))
    return told


def _may_be_seats(draft: Draft) -> bool:
    return draft.kind == "count" and bool(draft.value) and (draft.unit is None or draft.unit in _SEATS)


def _side(lower: list[str], gap: Draft, end: int) -> str:
    """Return whether a number is missing to a majority or more than one; nothing where it is its own."""
    behind = lower[end : end + _NEAR]
    if not _BELOW.isdisjoint(behind) and "than" not in behind:
        return _MISSING
    if not _LACKING.isdisjoint(lower[gap.first - _NEAR : gap.first]) and not _MORE.isdisjoint(
        lower[gap.last : end + 2]
    ):
        return _MISSING  # "needs three more seats for a majority"
    is_above = behind[:1] and behind[0] in _MORE and not _NEEDED.isdisjoint(lower[end + 1 : end + 1 + _NEAR])
    return _BEYOND if is_above else ""


def _is_of_others(drafts: list[Draft], gap: Draft, party: Draft, whole: Draft, *, sign: int) -> bool:
    """Whether other seats near it are so far from the majority: those of a party with its allies."""
    told = int(whole.value or 0) // 2 + 1 - sign * (gap.value or 0)
    if party.value == told:
        return False
    near = (one for one in drafts if abs(gap.sentence - one.sentence) <= 1 and _may_be_seats(one))
    return any(one.value == told for one in near)


def _seats(standing: Standing, drafts: list[Draft], gap: Draft) -> tuple[Draft, Draft] | None:
    """Return the seats of a party and all seats: the only two told as "98 of the 200"."""
    lower = standing.lower
    near = [
        draft
        for draft in drafts
        if -1 <= gap.sentence - draft.sentence <= _BACK and _may_be_seats(draft) and draft is not gap
    ]
    pairs = []
    for one, other in pairwise(near):
        between = lower[one.last : other.first]
        if (
            one.sentence == other.sentence
            and "of" in between
            and _BETWEEN.issuperset(between)
            and _LEAST < (other.value or 0) > (one.value or 0)
        ):
            pairs.append((one, other))
    if len(pairs) == 1:
        return pairs[0]
    everybody = [
        draft
        for draft in drafts
        if lower[draft.last : draft.last + 1] == ["-"]
        and lower[draft.last + 1 : draft.last + 2]
        and lower[draft.last + 1] in _COMPOUND
    ]
    before = [one for one in near if one.first < gap.first and one not in everybody]
    if pairs or len({one.value for one in everybody}) != 1 or not before:
        return None
    whole = everybody[0]
    own = [one for one in before if one.sentence == before[-1].sentence]
    is_one = len(own) == 1 and (own[0].value or 0) < (whole.value or 0)
    return (own[0], whole) if is_one else None
