"""Parts that words join with their whole in one sentence: "of 184 judges, 31", "31 cows, of the 48"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import Standing, with_one_part
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of, is_whole_share
from flows.extraction.relations.likeness import listable

_RULES: Final = frozenset(("of_the", "of_the_first", "of_which", "of_these", "of_them", "out_of", "of_base"))
_OF: Final = 4  # tokens before a whole in which "of the county's" stands
_PARTING: Final = frozenset(", ; : in on at to by from with for and or but".split())
_PUT_AT: Final = 9  # the same from the beginning of its sentence: "Of the total cost, put at 48 million, 22"
_THE: Final = frozenset("the its their his her our".split())
_THESE: Final = frozenset("these those them".split())


def told_pairs(standing: Standing, found: list[Relation]) -> list[tuple[Draft, Draft]]:
    """Return wholes with the one part that words join with each, where no share says what it is of it."""
    joined = [relation for relation in found if relation.rule in _RULES]
    parted = figures_of(filter(is_whole_share, found), "part")
    pairs = [pair for pair in with_one_part(joined) if id(pair[1]) not in parted]
    known = {id(part) for _, part in pairs} | parted
    return pairs + [pair for pair in _said_pairs(standing) if id(pair[1]) not in known]


def _said_pairs(standing: Standing) -> Iterator[tuple[Draft, Draft]]:
    """Yield whole and part of "of the 48,000 homes, 31,500 have it", "125 women among its 391 members"."""
    lower = standing.lower
    for one, other in pairwise(standing.levels):
        if one.sentence != other.sentence or not one.value or not other.value:
            continue
        between = lower[one.last : other.first]
        if _is_of_these(lower, other):
            continue
        if one.value < other.value and between[-2:-1] == ["among"] and between[-1] in _THE:
            yield other, one
        if not listable(one, other):
            continue
        opens = standing.document.sentences[one.sentence][0]
        is_opened = lower[opens] == "of" and one.first - opens <= _PUT_AT and other.first - one.last <= _OF
        if one.value > other.value and "," in between and (is_opened or _follows_of(lower, one, opens)):
            yield one, other
        elif other.value > one.value and _follows_of(lower, other, one.last) and _is_set_off(between):
            yield other, one
    for part in standing.levels if standing.sentences_with(_THESE) else ():
        if _is_of_these(lower, part):
            before = [
                level
                for level in standing.levels_before(part, 0)
                if (level.value or 0) > (part.value or 0) and (part.unit is None or listable(part, level))
            ]
            if before:
                yield before[-1], part


def _follows_of(lower: list[str], level: Draft, opens: int) -> bool:
    """Whether "of", "of the" or "of the county's" stands before a level: no other preposition between."""
    for place in range(level.first - 1, max(opens, level.first - 1 - _OF), -1):
        if lower[place] == "of":
            return True
        if lower[place] in _PARTING:
            return False
    return lower[opens] == "of" and level.first - opens <= _OF


def _is_set_off(between: list[str]) -> bool:
    """Whether "of" stands right behind the last comma between two levels: "28,400 animals, of the 48,000"."""
    behind = between[len(between) - between[::-1].index(",") :] if "," in between else []
    return behind[:1] == ["of"] or behind[1:2] == ["of"]


def _is_of_these(lower: list[str], level: Draft) -> bool:
    last = end_with_noun(level)
    return lower[last : last + 1] == ["of"] and not _THESE.isdisjoint(lower[last + 1 : last + 2])
