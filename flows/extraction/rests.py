"""What is left of a whole that was told before: "The other 380 flats", "the remaining 12 percent"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.likeness import listable, may_be_part
from flows.extraction.standing import Candidate, Standing, choose, is_alike_in_status, miss
from flows.extraction.sums import rounding_of, spread

_OTHER: Final = frozenset("other remaining".split())
_HEDGES: Final = frozenset("about around roughly nearly almost some just".split())
_BREAKS: Final = frozenset(", ( - – —".split())
_JOINING: Final = frozenset((",", "and", "or", "&"))
_BACK: Final = 3  # sentences from the rest to its whole
_LONGEST: Final = 5  # shares told before their rest
_OFF: Final = 0.3  # by how much parts may miss their whole and still be meant
_HUNDRED: Final = Decimal(100)


def find_rests(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return wholes with the parts told and the rest: percentages of 100, levels of a level before.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is a part of a complete sum already is left alone.
    """
    summed = {
        id(member.draft)
        for relation in found
        if relation.kind == "sum" and relation.is_complete
        for member in relation.members
    }
    rests: list[Relation] = []
    for share in standing.shares:
        if share.unit == "percent" and id(share) not in summed and _is_rest(standing.lower, share):
            parts = choose(_of_hundred(standing, share), within=_OFF)
            if parts is not None:
                rests.append(spread("rest_of_hundred", None, [*parts, share], True))
    for level in standing.levels:
        if id(level) not in summed and _is_rest(standing.lower, level):
            whole = choose(_of_whole(standing, level), within=_OFF)
            if whole is not None:
                rests.append(spread("the_others", whole[0], [*whole[1:], level], True))
    return rests


def _is_rest(lower: list[str], draft: Draft) -> bool:
    """Whether words right before a figure call it the rest: "the other", "remaining", "the rest, "."""
    before = draft.first - 1
    while before > 0 and lower[before] in _HEDGES:
        before -= 1
    if before < 1:
        return False
    if lower[before] in _OTHER:
        return True
    return lower[before] in _BREAKS and lower[before - 1] == "rest"


def _of_hundred(standing: Standing, rest: Draft) -> Iterator[Candidate]:
    shares = [share for share in standing.shares_before(rest, _BACK) if share.unit == "percent"]
    total, slack = rest.value or Decimal(0), rest.granule / 2
    for length in range(1, min(_LONGEST, len(shares)) + 1):
        part = shares[-length]
        total += part.value or 0
        slack += part.granule / 2
        if is_alike_in_status((part, rest)):
            yield Candidate(tuple(shares[-length:]), miss(_HUNDRED, total, slack))


def _of_whole(standing: Standing, rest: Draft) -> Iterator[Candidate]:
    """Yield each level before that may hold the rest, with all levels between that it may hold, too."""
    levels = standing.levels_before(rest, _BACK)
    for number in range(len(levels) - 1, -1, -1):
        whole = levels[number]
        parts = [part for part in levels[number + 1 :] if _may_hold(whole, part)]
        if not parts or _are_listed(standing.lower, whole, parts[0]):
            continue
        if not _may_hold(whole, rest) or not is_alike_in_status((whole, *parts, rest)):
            continue
        made = sum((part.value or Decimal(0) for part in parts), rest.value or Decimal(0))
        slack = sum(map(rounding_of, (*parts, rest)), rounding_of(whole))
        yield Candidate((whole, *parts), miss(whole.value or Decimal(0), made, slack))


def _may_hold(whole: Draft, part: Draft) -> bool:
    if part.value is None or whole.value is None or part.value >= whole.value:
        return False
    return may_be_part(part, whole) or (part.kind == "count" and listable(part, whole))


def _are_listed(lower: list[str], one: Draft, other: Draft) -> bool:
    """Whether two figures are members of one list: then neither holds the other."""
    return one.sentence == other.sentence and _JOINING.issuperset(lower[one.last : other.first])
