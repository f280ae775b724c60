"""What is left of a whole that was told before: "The other 380 flats", "the remaining 12 percent"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.likeness import listable, may_be_part
from flows.extraction.standing import Candidate, Standing, choose, is_alike_in_status, miss, with_one_part
from flows.extraction.sums import rounding_of, spread

_OTHER: Final = frozenset("other remaining missing".split())
_TELLING: Final = _OTHER | {"rest"}
_HEDGES: Final = frozenset("about around roughly nearly almost some just".split())
_BREAKS: Final = frozenset(", ( - – —".split())
_JOINING: Final = frozenset((",", "and", "or", "&"))
_BACK: Final = 3  # sentences from the rest to its whole
_STAKES: Final = frozenset("stake stakes interest interests holding shares shareholding".split())
_BESIDE: Final = 4  # tokens behind a part in which its own whole may stand
_FEW: Final = 100  # below which a bare number beside money counts something else
_LONGEST: Final = 5  # shares told before their rest
_OFF: Final = 0.3  # by how much parts may miss their whole and still be meant
_HUNDRED: Final = Decimal(100)


def find_rests(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return wholes with the parts told and the rest: percentages of 100, levels of a level before.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is a part of a complete sum already is left alone.
    """
    sentences = standing.sentences_with(_TELLING)
    if not sentences:
        return []
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    # "It keeps 700 of its 1,000 workers. The other 300 have to go": there the part stands before its whole.
    held: dict[int, list[Draft]] = {}
    for whole, part in with_one_part(found):
        held.setdefault(id(whole), []).append(part)
    rests: list[Relation] = []
    for share in standing.shares:
        if (
            share.sentence in sentences
            and share.unit == "percent"
            and id(share) not in summed
            and _is_rest(standing.lower, share)
        ):
            parts = choose(_of_hundred(standing, share), within=_OFF)
            if parts is not None:
                rests.append(spread("rest_of_hundred", None, [*parts, share], True))
    for level in standing.levels:
        if level.sentence in sentences and id(level) not in summed and _is_rest(standing.lower, level):
            told = choose(_of_whole(standing, level, held), within=_OFF)
            if told is not None:
                rests.append(spread("the_others", told[0], [*told[1:], level], True))
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
    # "The rest, 12 million, ..." and "The other runners, some 1,500, ..."
    return lower[before] in _BREAKS and (
        lower[before - 1] == "rest" or (lower[before - 2] in _OTHER and lower[before - 3] == "the")
    )


def _of_hundred(standing: Standing, rest: Draft) -> Iterator[Candidate]:
    shares = [share for share in standing.shares_before(rest, _BACK) if share.unit == "percent"]
    total, slack = rest.value or Decimal(0), rest.granule / 2
    for length in range(1, min(_LONGEST, len(shares)) + 1):
        part = shares[-length]
        total += part.value or 0
        slack += part.granule / 2
        off = miss(_HUNDRED, total, slack)
        # Stakes in several firms stand side by side.
        if is_alike_in_status((part, rest)) and not (
            off and not _STAKES.isdisjoint(standing.lower[rest.last : rest.last + 1])
        ):
            yield Candidate(tuple(shares[-length:]), off)


def _of_whole(standing: Standing, rest: Draft, held: dict[int, list[Draft]]) -> Iterator[Candidate]:
    """Yield each level before that may hold the rest, with the part told of it or all levels between."""
    levels = standing.levels_before(rest, _BACK)
    for number in range(len(levels) - 1, -1, -1):
        whole = levels[number]
        parts = held.get(id(whole)) or levels[number + 1 :]
        parts = [part for part in parts if part.start < rest.start and may_hold(whole, part)]
        if (
            not parts
            or (id(whole) not in held and _is_of_others(standing.lower, parts[0]))
            or _are_listed(standing.lower, whole, parts[0])
        ):
            continue
        if not may_hold(whole, rest) or not is_alike_in_status((whole, *parts, rest)):
            continue
        made = sum((part.value or Decimal(0) for part in parts), rest.value or Decimal(0))
        slack = sum(map(rounding_of, (*parts, rest)), rounding_of(whole))
        yield Candidate((whole, *parts), miss(whole.value or Decimal(0), made, slack))


def may_hold(whole: Draft, part: Draft) -> bool:
    """Whether a level may be a part of another: less of the same measure, or people by a narrower word."""
    if part.value is None or whole.value is None or part.value >= whole.value:
        return False
    if whole.kind == "count" and whole.unit is None:
        return False  # a bare number may be a name: "Block 302"
    if whole.kind == "money" and part.unit is None and part.value < _FEW:
        return False  # "Viniar got 58 million dollars. The other three ..."
    return may_be_part(part, whole) or (part.kind == "count" and listable(part, whole))


def _are_listed(lower: list[str], one: Draft, other: Draft) -> bool:
    """Whether two figures are members of one list: then neither holds the other."""
    first, last = (one, other) if one.first < other.first else (other, one)
    return one.sentence == other.sentence and _JOINING.issuperset(lower[first.last : last.first])


def _is_of_others(lower: list[str], part: Draft) -> bool:
    """Whether a part names another whole: "six of the last 10 times"."""
    behind = lower[part.last : part.last + _BESIDE]
    return behind[:1] == ["of"] and any(word[:1].isdigit() for word in behind)
