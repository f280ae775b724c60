"""How many times one level is another: "14 seats, twice as many as four years ago, when they had seven".

"Twice as many as", "three times what it was", "half as large as": one of the two levels stands before such
words, or in the sentence before, and the other behind them, or in the sentence behind. A pair that makes the
multiple is meant; else the only one on either side, where it is off by two times at most.

"More than the next two together" says so of a level and the two that follow.
"""

from decimal import Decimal
from itertools import permutations
from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Member, Relation, figures_of, related
from flows.extraction.relations.likeness import are_kindred, same_measure

_RULE: Final = "told_multiple"
_TOGETHER_RULE: Final = "next_together"
_SIZES: Final = frozenset(
    """number size amount figure total level rate price length height weight volume sum share strength cost
    area quantity population value""".split()
)
_OF_WHAT: Final = frozenset(("what", "those"))
_USUAL: Final = frozenset("usual usually normal normally average expected planned hoped ever".split())
_TAIL: Final = 6  # tokens behind a multiple that say of what it is one
_FRACTION: Final = "fraction"
_KINDS: Final = frozenset("count money measure share percent rate".split())
_SMALL: Final = 13  # a smaller number may count anything, unless it has a noun
_OFF: Final = Decimal(2)  # times that a multiple may be off
_ROOM: Final = Decimal("0.13")  # by which part of it "twice" may be missed and hold
_ONE: Final = Decimal(1)
_TOGETHER: Final = frozenset("together combined".split())
_NEXT: Final = frozenset("next other following nearest two three".split())
_MORE: Final = frozenset("more larger bigger higher greater".split())
_MANY: Final = {"two": 2, "three": 3, "four": 4}
_REACH: Final = 10  # words from "than" to "together"
_BEHIND: Final = 3  # sentences in which the others are told


def find_told_multiples(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return levels with the multiple that one is of the other.

    Args:
        standing: the levels of the article.
        drafts: all of its figures.
        found: the relations so far: a multiple that has levels is left alone.
    """
    told = _next_together(standing)
    multiples = [one for one in drafts if one.unit in ("times", _FRACTION) and _compares(standing.lower, one)]
    if not multiples:
        return told
    tied = figures_of(one for one in found if one.kind in ("ratio", "growth", "share"))
    levels = [one for one in drafts if one.kind in _KINDS and one.unit not in ("times", _FRACTION)]
    for multiple in multiples:
        if id(multiple) in tied or not multiple.value:
            continue
        near = [
            one
            for one in levels
            if abs(one.sentence - multiple.sentence) <= 1
            and (one.value or 0) > 0
            and id(one) not in standing.changes.changes
        ]
        pair = _pair(near, multiple)
        if pair is not None:
            members = (
                Member("numerator", pair[0]),
                Member("ratio", multiple),
                Member("denominator", pair[1]),
            )
            told.append(related("ratio", _RULE, *members, told_by=multiple))
    return told


def _compares(lower: list[str], multiple: Draft) -> bool:
    """Whether "as many as", "the number of", "what it was" follows a multiple or a fraction."""
    if multiple.kind == "growth":
        return False  # "tripled the amount it set aside, to 6.7 million"
    behind = lower[multiple.last : multiple.last + 2]
    if behind[:1] == ["as"]:
        # "Twice as much as usual": of what no number tells.
        return _USUAL.isdisjoint(lower[multiple.last + 2 : multiple.last + _TAIL])
    if multiple.unit == _FRACTION:
        return False
    return (behind[:1] == ["the"] and behind[-1] in _SIZES) or (bool(behind) and behind[0] in _OF_WHAT)


def _pair(near: list[Draft], multiple: Draft) -> tuple[Draft, Draft] | None:
    """Return the two levels that make a multiple, else the only ones before it and behind it."""
    for one, other in permutations(near, 2):
        room = _ROOM if multiple.granule == 0 or multiple.granule >= 1 else multiple.granule / 2
        is_held = abs(_times(one, other, multiple) - 1) <= room
        if is_held and _may_be_compared(one, other):
            # "In the year before it had been twice as large": no other one is meant.
            return (one, other) if one.start < multiple.start < other.start else None
    own = [one for one in near if one.sentence == multiple.sentence]
    before = [one for one in own if one.start < multiple.start] or [
        one for one in near if one.sentence < multiple.sentence
    ]
    behind = [one for one in own if one.start > multiple.start] or [
        one for one in near if one.sentence > multiple.sentence
    ]
    pairs = [(one, other) for one in before for other in behind if _may_be_compared(one, other)]
    if len({(one.value, other.value) for one, other in pairs}) != 1:
        return None
    off = _times(*pairs[0], multiple)
    if not own:
        return None  # "That's triple the number of episodes": of shows that other sentences count
    return pairs[0] if _ONE / _OFF <= off <= _OFF else None


def _times(one: Draft, other: Draft, multiple: Draft) -> Decimal:
    """Return how many times a multiple is what two levels make."""
    return (one.value or _ONE) / (other.value or _ONE) / (multiple.value or _ONE)


def _may_be_compared(one: Draft, other: Draft) -> bool:
    return is_alike_in_status((one, other)) and one.value != other.value and _are_alike(one, other)


def _are_alike(one: Draft, other: Draft) -> bool:
    if one.kind == other.kind:
        is_bare = one.unit is None and other.unit is None and min(one.value or 0, other.value or 0) < _SMALL
        return not (one.kind == "count" and is_bare) and (
            same_measure(one, other) or are_kindred(one.unit, other.unit)
        )
    bare, full = (one, other) if one.unit is None else (other, one)
    return bare.unit is None and bare.kind == "count" and full.kind != "count" and (bare.value or 0) > _SMALL


def _next_together(standing: Standing) -> list[Relation]:
    """Return a level with the next two or three of its measure that it is said to exceed together."""
    told: list[Relation] = []
    lower = standing.lower
    for number in sorted(standing.sentences_with(_TOGETHER)):
        first, last = standing.document.sentences[number]
        for place in range(first, last):
            if lower[place] != "than" or place == first or lower[place - 1] not in _MORE:
                continue
            behind = lower[place + 1 : min(last, place + 1 + _REACH)]
            end = next((at for at, word in enumerate(behind) if word in _TOGETHER), None)
            if end is None or _NEXT.isdisjoint(behind[:end]):
                continue
            count = next((_MANY[word] for word in behind[:end] if word in _MANY), 2)
            before = [one for one in standing.levels_in(number) if one.first < place]
            before = before or standing.levels_in(number - 1)
            behind_it = [
                one
                for later in range(_BEHIND)
                for one in standing.levels_in(number + later)
                if one.first > place + end
            ]
            for top in reversed(before):
                parts = [one for one in behind_it if _are_alike(top, one)][:count]
                if len(parts) == count and all(_is_like(top, part) for part in parts):
                    members = (Member("total", top), *(Member("part", part) for part in parts))
                    told.append(related("sum", _TOGETHER_RULE, *members, told_by=top))
                    told += [
                        related("order", _TOGETHER_RULE, Member("greater", top), Member("lesser", part))
                        for part in parts
                    ]
                    break
            break
    return told


def _is_like(top: Draft, part: Draft) -> bool:
    """Whether one of the others may be as large: not ten times as small, nor twice as large."""
    return (top.value or _ONE) / 10 < (part.value or _ONE) < (top.value or _ONE) * 2
