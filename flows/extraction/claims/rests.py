"""What is left of a whole that was told before: "The other 380 flats", "the remaining 12 percent"."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from flows.extraction.claims.called_totals import is_called_whole
from flows.extraction.claims.closing_words import CLOSING, closes, is_told_of_rest
from flows.extraction.claims.holding import counts_another, holds, is_whole_number, scale_to, sum_miss
from flows.extraction.claims.hundred_left import NONE, PER_WHOLE, is_bare, is_of_none, parts_of_hundred
from flows.extraction.claims.standing import Candidate, Standing, choose
from flows.extraction.claims.tied_rests import tied_whole
from flows.extraction.claims.wholes import are_listed, is_no_whole, is_of_change
from flows.extraction.figure import Draft, Relation, by_role, figures_of
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.sums import adds_up, spread

_NEAR: Final = 3  # the same where it has been told with one part
_BACK: Final = 8  # sentences from the rest to its whole
_BESIDE: Final = 4  # tokens behind a part in which its own whole may stand
_REACH: Final = 6  # tokens behind a rest in which its whole may be named
_LONGEST: Final = 7  # parts told before their rest
_OTHER: Final = frozenset("other remaining".split())
_SMALL: Final = {"two": 2, "three": 3, "four": 4}
_SOON: Final = 2  # sentences in which what was announced is told
_MONEY_SPAN: Final = 2  # sentences over which amounts are parts of one
_CLAUSES: Final = frozenset("and while whereas ;".split())
_AHEAD: Final = 8  # sentences from a rest to a whole that words call one
_FEW: Final = 2  # parts that may make a whole by chance
_MANY: Final = 60  # levels of an article that are tried as a whole
_SUBSETS: Final = 16  # of parts by another noun that are tried
_OFF: Final = 0.2  # by how much parts may miss their whole and still be meant
_FAR_OFF: Final = 0.45  # the same of many parts
_EACH: Final = frozenset("each apiece both every".split())


def find_rests(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return wholes with the parts told and the rest: percentages of 100, levels of a level before.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is a part of a complete sum already is left alone.
    """
    sentences = standing.sentences_with(CLOSING)
    of_none = standing.sentences_with(NONE) if standing.shares else set()
    if not sentences and not of_none:
        return []
    # "No other country has sent any" closes the list of the sentence before.
    sentences |= {number - 1 for number in sentences}
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    # "It keeps 700 of its 1,000 workers. The other 300 have to go": there the part stands before its whole.
    held: dict[int, list[Draft]] = {}
    for relation in found:
        roles = by_role(relation)
        if relation.kind == "sum" and (whole := roles.get("total")) is not None:
            held.setdefault(id(whole), []).extend(
                member.draft for member in relation.members if member.role == "part" and member.draft
            )
    # What is all listed has no rest, and what has a share is a part beside others that have one.
    listed = figures_of((one for one in found if one.rule == "listed" and adds_up(one)), "total")
    shared = figures_of((one for one in found if one.kind == "share"), "part")
    rests: list[Relation] = []
    closed: set[int] = set()
    for rest in _rests_among(standing, sentences):
        if summed.isdisjoint(map(id, rest)) and not _is_of_share(standing, rest[0]):
            # "1,350 on Little Orm, which leaves 1,150 for the other three": one rest a whole.
            readings = _without_members(_of_whole(standing, rest, held))
            tied = None if any(not one.miss for one in readings) else tied_whole(standing, rest, held)
            told = _best(readings) if tied is None else (tied[0], *tied[1])
            if told is not None and id(told[0]) not in closed | listed and not _are_too_few(rest, told[0]):
                if any(standing.lower[part.first - 2 : part.first] == ["all", "but"] for part in told[1:]):
                    continue  # "104 were known, and all but nine of those were seen again. That leaves 117"
                if id(told[0]) in shared and any(id(part) in shared for part in told[1:]):
                    continue  # "812 votes, or 48 percent, her rival 779, or 46; the other 78 went to lists"
                sorts = [part for part in told[1:] if _is_of_their_sort(part, told[0], rest)]
                rests.append(spread("the_others", told[0], [*sorts, *rest], True))
                summed.update(map(id, rest))
                closed.add(id(told[0]))
    bare = [level for level in standing.levels if is_bare(level)] if standing.shares else []
    for share in (*standing.shares, *bare):
        if share.sentence not in sentences | of_none or share.unit not in PER_WHOLE or id(share) in summed:
            continue
        if standing.lower[share.last : share.last + 1] == ["on"]:
            continue  # "a fee of 12 percent on the rest"
        is_last = share.sentence in of_none and is_of_none(standing, share)
        # "The rest will pay for the deficit, put at 2.6 percent of output": no share of what was told.
        is_share = share.kind != "percent"
        if is_last or closes(standing, share) or (is_share and is_told_of_rest(standing, share)):
            parts = choose(parts_of_hundred(standing, share), within=_OFF)
            if parts is not None:
                rests.append(spread("rest_of_hundred", None, [*parts, share], True))
    return rests


def _is_of_their_sort(part: Draft, whole: Draft, rest: list[Draft]) -> bool:
    """Whether a part counts what the whole or the rest counts; the hospitals that took patients are none."""
    return part.unit is None or any(listable(part, one) for one in (whole, *rest))


def _is_of_share(standing: Standing, rest: Draft) -> bool:
    """Whether a rest is what a share leaves: "Two thirds of them paid by phone; the other 137,000 queued"."""
    opens = standing.document.starts[standing.document.sentences[rest.sentence][0]]
    levels = standing.levels_between(opens, rest.start)
    shares = standing.shares_between(levels[-1].end if levels else opens, rest.start)
    return bool(shares) and shares[-1].end < rest.start


def _are_too_few(rest: list[Draft], whole: Draft) -> bool:
    """Whether a rest is less than its whole is rounded to: "480 million, ... the other five"."""
    return sum((part.value or Decimal(0) for part in rest), Decimal(0)) < whole.granule / 2


def _rests_among(standing: Standing, sentences: set[int]) -> Iterator[list[Draft]]:
    """Yield the levels that words call a rest: one behind the word, or all behind "The rest are ..."."""
    yield from filter(None, _announced(standing, sentences))
    told: dict[int, list[Draft]] = {}
    for level in standing.levels:
        if level.sentence not in sentences:
            continue
        if closes(standing, level):
            yield [level]
        elif is_told_of_rest(standing, level):
            told.setdefault(level.sentence, []).append(level)
    for levels in told.values():
        yield [
            level for level in levels if listable(level, levels[0]) or scale_to(standing, level, levels[0])
        ]


def _announced(standing: Standing, sentences: set[int]) -> Iterator[list[Draft]]:
    """Yield the next levels where so many are said to be the last: "Cheaper are the two other ways"."""
    lower = standing.lower
    for sentence in sorted(sentences):
        first, last = standing.document.sentences[sentence]
        for place in range(first, last - 2):
            if lower[place] != "the" or lower[place + 2] not in _OTHER or lower[place + 1] not in _SMALL:
                continue
            if place + 1 in standing.firsts:
                break  # "the two other boats": they are counted themselves
            behind = standing.told_in(sentence, sentence + _SOON)
            behind = [one for one in behind if one.first > place]
            yield [one for one in behind if listable(one, behind[0])][: _SMALL[lower[place + 1]]]


def _best(candidates: list[Candidate]) -> tuple[Draft, ...] | None:
    """Return the figures of the first reading that holds, else of the one that is nearest for its length.

    The more parts come near, the less is it by chance: a part with those behind it comes near, too.
    """
    near = [one for one in candidates if one.miss <= (_OFF if len(one.drafts) <= _FEW else _FAR_OFF)]
    if not near:
        return None
    return min(near, key=lambda one: (one.miss / len(one.drafts) ** 2, -len(one.drafts))).drafts


def _of_whole(standing: Standing, rest: list[Draft], held: dict[int, list[Draft]]) -> Iterator[Candidate]:
    """Yield each level before that may hold the rest, with the part told of it or all levels between."""
    first = rest[0]
    levels = standing.levels_before(first, _BACK)
    if (said := _whole_behind(standing, first)) is not None:
        # "The other five of the 151 members": what adds up to it, from the last part back.
        for number in range(len(levels) - 1, -1, -1):
            parts = [part for part in levels[number:] if holds(standing, said, part)]
            yield Candidate((said, *parts), sum_miss(standing, said, [*parts, *rest]))
        return
    nested = {id(part) for parts in held.values() for part in parts}
    is_made = False
    for number in range(len(levels) - 1, -1, -1):
        whole = levels[number]
        if is_no_whole(standing, levels, number):
            continue
        if (_is_said_part(standing.lower, whole) and not _is_of_others(standing.lower, whole)) or id(
            whole
        ) in nested:
            continue
        own = held.get(id(whole)) or _said_of(standing.lower, levels, number)
        between = [level for level in levels[number + 1 :] if all(level is not part for part in own)]
        if not own and between and _is_of_others(standing.lower, between[0]):
            continue
        for told in (own, [*own, *between]) if own and between else ([*own, *between],):
            told = [part for part in told if part.start < first.start and not is_of_change(standing, part)]
            told = _without_nested(told, held)
            for parts, is_all in _parts_among(standing, whole, told, rest, bool(own)):
                if not parts or are_listed(standing.lower, whole, parts[0]):
                    continue
                off = sum_miss(standing, whole, [*parts, *rest], is_exact=not is_all)
                is_near = len(parts) > 1 or first.sentence - whole.sentence <= _NEAR
                is_made = is_made or not off
                fits = all(
                    part.unit not in (None, whole.unit) or (part.value or 0) < (whole.value or 0)
                    for part in (*parts, *rest)
                )
                if not off or (
                    fits and is_all and is_near and _is_of_its_kind(standing, whole, [*parts, *rest])
                ):
                    yield Candidate((whole, *parts), off)
    if not is_made:
        yield from _made_elsewhere(standing, rest, held)


def _is_of_its_kind(standing: Standing, whole: Draft, parts: list[Draft]) -> bool:
    """Whether one of the parts that say what they count counts what the whole does, all in one year."""
    # What "has been" so far was so in any year.
    dated = [one for one in (whole, *parts) if not one.is_cumulative and one.status == "reported"]
    if len({one.period_end[:4] for one in dated if one.period_end is not None}) > 1:
        return False
    if whole.kind == "money" and not _are_told_apart(standing, whole, parts):
        return False  # money of several purposes stands side by side
    for part in parts:
        first, last = standing.document.sentences[part.sentence]
        if not _EACH.isdisjoint(standing.lower[first : min(last, part.last + 2)]):
            return False  # "Each club got 25,500": of how many clubs is not said here
    rest = parts[-1]
    if whole.kind == "money" and rest.kind == "count" and rest.unit is None:
        # "Each got 25,500 tickets. The remaining 35,000": of the tickets, not of the takings.
        before = standing.levels_before(rest, _BACK)
        if before and before[-1].kind == "count" and before[-1].unit is not None:
            return False
    named = [part for part in parts if part.unit is not None]
    if whole.unit is None and any(not listable(one, other) for one, other in pairwise(named)):
        return False  # teachers and beds are no parts of a number
    return (
        not named
        or whole.unit is None
        or any(listable(part, whole) or part.kind == whole.kind != "count" for part in named)
    )


def _are_told_apart(standing: Standing, whole: Draft, parts: list[Draft]) -> bool:
    """Whether amounts stand near one another, or each in a clause of its own."""
    if parts[-1].sentence - parts[0].sentence <= _MONEY_SPAN:
        return True
    return all(
        one.sentence != other.sentence or not _CLAUSES.isdisjoint(standing.lower[one.last : other.first])
        for one, other in pairwise([whole, *parts])
    )


def _without_nested(parts: list[Draft], held: dict[int, list[Draft]]) -> list[Draft]:
    """Return parts but those that are told to be of another one: "125 died, among them a family of five"."""
    nested = {id(inner) for part in parts for inner in held.get(id(part), ())}
    return [part for part in parts if id(part) not in nested]


def _made_elsewhere(
    standing: Standing, rest: list[Draft], held: dict[int, list[Draft]]
) -> Iterator[Candidate]:
    """Yield the wholes anywhere in the article that the levels told right before a rest make with it.

    Behind the parts a whole is meant though they do not make it where words call it one: "36 million in all".
    """
    told_before = [
        part for part in standing.levels_before(rest[0], _BACK) if not is_of_change(standing, part)
    ]
    for whole in standing.levels[:_MANY]:
        if not all(holds(standing, whole, part) or counts_another(whole, part) for part in rest):
            continue
        parts = list(rest)
        # "71 of the 150 seats": its own parts stand before it, and are none of a part.
        before = _without_nested([part for part in told_before if part is not whole], held)
        for part in reversed(before[-_LONGEST:]):
            if not (holds(standing, whole, part) or counts_another(whole, part)):
                if part.kind == whole.kind == rest[0].kind and (part.value or 0) >= (whole.value or 0):
                    break
                continue
            if part.kind != rest[0].kind and None not in (part.unit, rest[0].unit):
                break
            if part.kind == "count" and part.unit is not None and whole.unit is None and rest[0].unit is None:
                continue  # "two mules" among millions
            parts.insert(0, part)
            told = parts[: -len(rest)]
            for left in range(min(len(told), 3)):
                for some in combinations(told, len(told) - left):
                    if not sum_miss(standing, whole, [*some, *rest], is_exact=True):
                        yield Candidate((whole, *some), 0.0)
        is_behind = 0 <= whole.sentence - rest[-1].sentence <= _AHEAD and whole.start > rest[-1].start
        if is_behind and len(parts) > _FEW and is_called_whole(standing, whole):
            yield Candidate((whole, *parts[: -len(rest)]), sum_miss(standing, whole, parts))


def _parts_among(
    standing: Standing, whole: Draft, told: list[Draft], rest: list[Draft], is_said: bool
) -> Iterator[tuple[list[Draft], bool]]:
    """Yield the parts of a whole among levels, and whether they are all of their kind: others must make it.

    What counts things by another noun may be a part, too ("640 books, 280 of them novels, 150 volumes of
    verse"), or count something else: what makes the whole is meant, else all, or none, of these.
    """
    sure = [
        part
        for part in told
        if holds(standing, whole, part)
        or (is_said and (part is told[0] or (part.unit is None and listable(part, told[0]))))
    ]
    named = [part for part in (*told, *rest) if counts_another(whole, part) and part not in sure]
    counts = is_said and whole.kind == "count"
    if not all(
        part in named or holds(standing, whole, part) or (counts and is_whole_number(part)) for part in rest
    ):
        return
    others = [part for part in named if part.start < rest[0].start]
    if not others:
        yield sure, bool(sure)
        return
    for number in range(min(2 ** len(others), _SUBSETS)):
        some = [part for place, part in enumerate(others) if number >> place & 1]
        parts = sorted([*sure, *some], key=lambda part: part.start)
        yield parts, bool(sure) and len(some) in (0, len(others))


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


def _whole_behind(standing: Standing, rest: Draft) -> Draft | None:
    """Return the level that a rest is said to be the rest of: "the other five of the 151 members"."""
    if standing.lower[rest.last : rest.last + 1] != ["of"]:
        return None
    here = standing.levels_in(rest.sentence)
    return next((level for level in here if rest.last < level.first <= rest.last + _REACH), None)


def _said_of(lower: list[str], levels: list[Draft], number: int) -> list[Draft]:
    """Return the part that is said of a whole right before it: "19 of 26", "19 of its 26"."""
    if not number:
        return []
    part, whole = levels[number - 1], levels[number]
    between = lower[part.last : whole.first]
    return [part] if between[-2:-1] == ["of"] or between[-1:] == ["of"] else []


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
