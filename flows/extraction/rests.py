"""What is left of a whole that was told before: "The other 380 flats", "the remaining 12 percent"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of
from flows.extraction.likeness import dimensions, factors, listable, may_be_part
from flows.extraction.standing import Candidate, Standing, choose, is_alike_in_status, miss, with_one_part
from flows.extraction.sums import rounding_of, spread

_OTHER: Final = frozenset("other remaining missing".split())
_RESTS: Final = frozenset("rest remainder balance others".split())
_LAST: Final = frozenset(("last", "final"))
_LEFT: Final = frozenset("left remains remained over".split())
_LEAVING: Final = frozenset("leaving leaves leave left".split())
_UNUSED: Final = frozenset(
    "open vacant unsold empty undecided unaccounted unfilled unspent unpaid free idle for to over".split()
)
_TELLING: Final = _OTHER | _RESTS | _LAST | _LEFT | _LEAVING
# "In the last 10 games" is a span; "independents the last 13" closes a list.
_SPANNING: Final = frozenset("in of for over during than to since within from among by at on after".split())
_JOINED: Final = frozenset("; , and but while all".split())
_SUBORDINATE: Final = frozenset("when if after before while because as to until since".split())
_OF_ANOTHER: Final = frozenset("of on sheet between in for at".split())  # "the balance on services"
_HEDGES: Final = frozenset("about around roughly nearly almost some just".split())
_BREAKS: Final = frozenset(", ( - – —".split())
_JOINING: Final = frozenset((",", "and", "or", "&"))
_BACK: Final = 3  # sentences from the rest to its whole
_STAKES: Final = frozenset("stake stakes interest interests holding shares shareholding".split())
_BESIDE: Final = 4  # tokens behind a part in which its own whole may stand
_INSIDE: Final = 12  # tokens from a rest inside a sentence to its figure
_REACH: Final = 6  # tokens behind a rest in which its whole may be named
_FEW: Final = 100  # below which a bare number beside money counts something else
_LONGEST: Final = 5  # shares told before their rest
_OFF: Final = 0.3  # by how much parts may miss their whole and still be meant
_HUNDRED: Final = Decimal(100)
_PER_WHOLE: Final = {"percent": Decimal(1), "fraction": Decimal(100)}  # "half", "20 percent", "the rest"


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
        if share.sentence not in sentences or share.unit not in _PER_WHOLE or id(share) in summed:
            continue
        if _is_rest(standing, share) or _is_told_of_rest(standing, share):
            parts = choose(_of_hundred(standing, share), within=_OFF)
            if parts is not None:
                rests.append(spread("rest_of_hundred", None, [*parts, share], True))
    closed: set[int] = set()
    for rest in _rests_among(standing, sentences):
        if summed.isdisjoint(map(id, rest)):
            # "1,350 on Little Orm, which leaves 1,150 for the other three": one rest a whole.
            told = choose(_without_members(_of_whole(standing, rest, held)), within=_OFF)
            if told is not None and id(told[0]) not in closed:
                rests.append(spread("the_others", told[0], [*told[1:], *rest], True))
                summed.update(map(id, rest))
                closed.add(id(told[0]))
    return rests


def _rests_among(standing: Standing, sentences: set[int]) -> Iterator[list[Draft]]:
    """Yield the levels that words call a rest: one behind the word, or all behind "The rest are ..."."""
    told: dict[int, list[Draft]] = {}
    for level in standing.levels:
        if level.sentence not in sentences:
            continue
        if _is_rest(standing, level):
            yield [level]
        elif _is_told_of_rest(standing, level):
            told.setdefault(level.sentence, []).append(level)
    for levels in told.values():
        yield [level for level in levels if listable(level, levels[0]) or _scale(standing, level, levels[0])]


def _is_rest(standing: Standing, draft: Draft) -> bool:
    """Whether words right before a figure call it the rest: "the other", "remaining", "the rest, "."""
    lower, before = standing.lower, draft.first - 1
    while before > 0 and lower[before] in _HEDGES:
        before -= 1
    if before < 1:
        return False
    if lower[before] in _OTHER:
        return True
    if lower[before] in _LAST:
        is_bare = draft.noun_last is None or draft.noun_last <= draft.last
        return is_bare and lower[before - 1] == "the" and lower[before - 2] not in _SPANNING
    if lower[before] == "of":
        return lower[before - 1] in ("remainder", "balance") and lower[before - 2] in ("the", "a")
    if lower[before] in _LEAVING:
        # "Leaving 65 posts open"; not "leaving 65 dead", who are no rest.
        after = end_with_noun(draft)
        return lower[after : after + 1] != [] and lower[after] in _UNUSED
    # "The rest, 12 million, ..." and "The other runners, some 1,500, ..." and "What is left, 12 million, ..."
    return lower[before] in _BREAKS and (
        (lower[before - 1] in _RESTS and (lower[before - 1] != "others" or lower[before - 2] == "the"))
        or (lower[before - 2] in _OTHER and lower[before - 3] == "the")
        or (lower[before - 1] in _LEFT and "what" in lower[max(0, before - 4) : before - 1])
    )


def _is_told_of_rest(standing: Standing, draft: Draft) -> bool:
    """Whether a figure stands in a sentence about the rest: "The rest are in the Ness, with 19, and ..."."""
    lower, opens = standing.lower, standing.document.sentences[draft.sentence][0]
    for place in range(draft.first - 2, opens, -1):
        # "The rest will be used up when bonds of 14 million are issued": those are no rest.
        if lower[place] == ";" or lower[place] in _SUBORDINATE:
            return False
        if lower[place] in _RESTS and lower[place - 1] == "the" and lower[place + 1] not in _OF_ANOTHER:
            # "58 percent owned by Tolva and the rest by Quenda, and competes with Harl, which has half"
            return place - 1 == opens or (lower[place - 2] in _JOINED and draft.first - place <= _INSIDE)
    return False


def _of_hundred(standing: Standing, rest: Draft) -> Iterator[Candidate]:
    shares = [share for share in standing.shares_before(rest, _BACK) if share.unit in _PER_WHOLE]
    scale = _PER_WHOLE[rest.unit or ""]
    total, slack = scale * (rest.value or 0), scale * rest.granule / 2
    for length in range(1, min(_LONGEST, len(shares)) + 1):
        part = shares[-length]
        scale = _PER_WHOLE[part.unit or ""]
        total += scale * (part.value or 0)
        slack += scale * part.granule / 2
        off = miss(_HUNDRED, total, slack)
        # Stakes in several firms stand side by side.
        if is_alike_in_status((part, rest)) and not (
            off and not _STAKES.isdisjoint(standing.lower[rest.last : rest.last + 1])
        ):
            yield Candidate(tuple(shares[-length:]), off)


def _of_whole(standing: Standing, rest: list[Draft], held: dict[int, list[Draft]]) -> Iterator[Candidate]:
    """Yield each level before that may hold the rest, with the part told of it or all levels between."""
    first = rest[0]
    levels = standing.levels_before(first, _BACK)
    if (said := _whole_behind(standing, first)) is not None:
        # "The other five of the 151 members": what adds up to it, from the last part back.
        for number in range(len(levels) - 1, -1, -1):
            parts = [part for part in levels[number:] if _holds(standing, said, part)]
            yield Candidate((said, *parts), _miss(standing, said, [*parts, *rest]))
        return
    for number in range(len(levels) - 1, -1, -1):
        whole = levels[number]
        if _is_said_part(standing.lower, whole) and not _is_of_others(standing.lower, whole):
            continue
        own = held.get(id(whole), [])
        between = [level for level in levels[number + 1 :] if all(level is not part for part in own)]
        if not own and between and _is_of_others(standing.lower, between[0]):
            continue
        for told in (own, [*own, *between]) if own and between else ([*own, *between],):
            parts = [part for part in told if part.start < first.start and _holds(standing, whole, part)]
            if not parts or _are_listed(standing.lower, whole, parts[0]):
                continue
            if not all(_holds(standing, whole, part) for part in rest):
                continue
            # "It will close 45 shops. Twenty of those are in the north": those are to be closed, too.
            if is_alike_in_status((*parts, *rest)) and (
                whole.status != "reported" or is_alike_in_status((whole, *parts))
            ):
                yield Candidate((whole, *parts), _miss(standing, whole, [*parts, *rest]))


def _without_members(candidates: Iterator[Candidate]) -> list[Candidate]:
    """Return the readings but those whose whole is itself a part, beside its own, of a whole that is near."""
    readings = list(candidates)
    members = [
        (reading.drafts[1:], reading.drafts[0].sentence) for reading in readings if reading.miss <= _OFF
    ]
    return [
        reading
        for reading in readings
        if not any(
            any(reading.drafts[0] is part for part in parts)
            and sentence < reading.drafts[0].sentence == reading.drafts[1].sentence
            for parts, sentence in members
        )
    ]


def _miss(standing: Standing, whole: Draft, parts: list[Draft]) -> float:
    made, slack = Decimal(0), rounding_of(whole)
    for part in parts:
        scale = _scale(standing, part, whole) or Decimal(1)
        made += scale * (part.value or 0)
        slack += scale * rounding_of(part)
    return miss(whole.value or Decimal(0), made, slack)


def _holds(standing: Standing, whole: Draft, part: Draft) -> bool:
    """Whether a level may be a part of another, in another unit of its dimension, too."""
    scale = _scale(standing, part, whole)
    if scale is None and whole.kind == "count" and whole.unit is None:
        # "45 of its 180 shops" counts; a bare number alone may be a name.
        is_of = standing.lower[whole.last : whole.last + 1] == ["of"]
        return is_of and part.kind == "count" and (part.value or 0) < (whole.value or 0)
    if scale is None:
        return may_hold(whole, part)
    return bool(part.value and whole.value) and (part.value or 0) * scale < (whole.value or 0)


def _scale(standing: Standing, part: Draft, whole: Draft) -> Decimal | None:
    """Return how many of a whole's units are in one of a part's: kilograms and tonnes; none where alike."""
    if part.unit == whole.unit or part.unit is None or whole.unit is None:
        return None
    known, sizes = dimensions(standing.reference), factors(standing.reference)
    if part.kind != "measure" or known.get(part.unit) is None or known[part.unit] != known.get(whole.unit):
        return None
    return sizes[part.unit] / sizes[whole.unit]


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
    between = lower[first.last : last.first]
    # "Twenty are in the north and sixteen in the Midlands"
    return one.sentence == other.sentence and (_JOINING.issuperset(between) or between[-1] in ("and", "or"))


def _whole_behind(standing: Standing, rest: Draft) -> Draft | None:
    """Return the level that a rest is said to be the rest of: "the other five of the 151 members"."""
    if standing.lower[rest.last : rest.last + 1] != ["of"]:
        return None
    here = standing.levels_in(rest.sentence)
    return next((level for level in here if rest.last < level.first <= rest.last + _REACH), None)


def _is_said_part(lower: list[str], level: Draft) -> bool:
    """Whether a level is itself said to be a part: "96 of the launches", "40 of them"."""
    behind = lower[level.last : level.last + 2]
    return behind[:1] == ["of"] and behind[1:] in (
        ["the"],
        ["them"],
        ["these"],
        ["those"],
        ["its"],
        ["their"],
    )


def _is_of_others(lower: list[str], part: Draft) -> bool:
    """Whether a part names another whole: "six of the last 10 times"."""
    behind = lower[part.last : part.last + _BESIDE]
    return behind[:1] == ["of"] and any(word[:1].isdigit() for word in behind)
