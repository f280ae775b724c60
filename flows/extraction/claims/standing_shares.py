"""Shares of two levels told before: "At 25 percent they are lower than ever", "with a pass rate of 84%"."""

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Final

from flows.extraction.claims.rated_figures import is_claimed
from flows.extraction.claims.standing import (
    Candidate,
    Standing,
    choose,
    is_alike_in_status,
    share_miss,
    with_one_part,
)
from flows.extraction.figure import Draft, Member, Relation, by_role, related
from flows.extraction.relations.likeness import listable

_NOUNS: Final = frozenset("turnout occupancy".split())
# A rate of these is of people or things that were counted; one of interest, tax or growth is not.
_RATES: Final = frozenset(
    """pass success failure death fatality mortality survival response conviction acceptance vacancy infection
    occupancy detection dropout participation""".split()
)
_FREQUENCIES: Final = frozenset("rate incidence prevalence frequency".split())
_POINTING: Final = frozenset("that this which".split())
# "It is 40 percent owned by" points to nothing; "it represents 40 percent" does.
_IT: Final = frozenset("it figure number total sum amount they".split())
_MAKES: Final = frozenset(
    """makes equals means corresponds amounts translates equates represents represented constitutes
    constituted represent constitute amounted corresponded equalled""".split()
)
_IS: Final = _MAKES | {"is", "was", "made"}
_OF_ALL: Final = ("of", "the", "total"), ("of", "all"), ("of", "the", "whole"), ("of", "them"), ("of", "it")
_HEDGES: Final = frozenset(
    """about around roughly nearly almost some just only exactly a barely hardly well over under more less
    than precisely""".split()
)
_STOPS: Final = frozenset(". , ; : - – — )".split())
# "Out of a budget of 40 million", "For a town of 9,000"
_FRAMES: Final = frozenset("measured set out of against relative given for on with".split())
_NEAR: Final = 5  # tokens from "turnout" to its share
_BESIDE: Final = 3  # tokens from a level to a share of its own
_BACK: Final = 2  # sentences from the share to part and base
_MOST: Final = 8  # levels about a share beyond which nothing is certain
_OFF: Final = 0.75  # by how much part and base may miss their share and still be meant
_PEOPLE: Final = frozenset("inhabitant person people resident citizen".split())
_PAIR: Final = 2
_SEVERAL: Final = 10  # the same of what one sentence counts
_MANY: Final = 100  # times those who live somewhere are those whom a rate counts


def find_standing_shares(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return shares that point back, with the part and the base that were just told.

    Args:
        standing: the figures of the article.
        found: the relations so far: a share whose part is known wants its base alone, one that has both
            nothing.
    """
    if not standing.shares or not standing.levels:
        return []
    parts: dict[int, Draft] = {}
    bases: dict[int, Draft] = {}
    # What has a share of its own is a part beside others, and no base of theirs.
    parted: set[int] = set()
    settled: set[int] = set()
    for relation in found:
        roles = by_role(relation)
        share, part = roles.get("share"), roles.get("part")
        if relation.kind != "share" or share is None:
            continue
        if part is not None:
            parted.add(id(part))
        base = roles.get("base")
        if base is not None and part is not None:
            settled.add(id(share))
        elif part is not None:
            parts[id(share)] = part
        elif base is not None:
            bases[id(share)] = base
    claims = [
        share
        for share in standing.shares
        if id(share) not in settled and (id(share) in parts or _points_back(standing, share))
    ]
    if not claims:
        return []
    parted |= _with_shares(standing)
    told: list[Relation] = []
    wholes = {id(part): whole for whole, part in with_one_part(found)}
    for share in claims:
        part = parts.get(id(share))
        ahead = [bases[id(share)]] if id(share) in bases else _told_behind(standing, share)
        if not ahead and part is None:
            ahead = _framed(standing, share)
        readings = _of_that(standing, share, ahead) if ahead and part is None else ()
        pair = choose((*readings, *_of_pairs(standing, share, part, parted, wholes)), within=_OFF)
        if pair is not None:
            members = (Member("part", pair[0]), Member("base", pair[1]), Member("share", share))
            told.append(related("share", "points_back", *members, told_by=share))
    return told


def _with_shares(standing: Standing) -> set[int]:
    """Return the levels (by identity) right behind which a share stands: "262 million, 54% of the total"."""
    behind = {(share.sentence, share.first) for share in standing.shares if not _is_of_many(share)}
    return {
        id(level)
        for level in standing.levels
        if any((level.sentence, level.last + gap) in behind for gap in range(_BESIDE))
    }


def _points_back(standing: Standing, share: Draft) -> bool:
    """Whether the words before a share say that it is one of what was just told."""
    if _is_of_many(share) and is_claimed(standing, share):
        return True
    lower, opens = standing.lower, standing.document.sentences[share.sentence][0]
    before = share.first - 1
    while before >= opens and lower[before] in _HEDGES:
        before -= 1
    lead = lower[opens : before + 1]
    after = tuple(lower[share.last : share.last + 3])
    if _is_named(standing, share):
        return True
    if lead[-1:] and lead[-1] in _STOPS and after in _OF_ALL:
        return True
    if len(lead) == 1:
        return lead[0] in ("at", "with") and lower[share.last : share.last + 1] != ["of"]
    if len(lead) > _PAIR and lead[-1] == "of":
        if lead[-2] in _FREQUENCIES:
            return _is_of_many(share) or (lead[-2] == "rate" and lead[-3] in _RATES)
        lead = lead[:-_PAIR]
        while lead and lead[-1] in _HEDGES:
            lead.pop()
    if lead[-1:] == ["to"]:
        lead = lead[:-1]
    if len(lead) < _PAIR or lead[-1] not in _IS:
        return False
    if after[:1] == ("of",) and _is_of_subject(lead) and _told_behind(standing, share):
        return True
    if lead[-2] not in _POINTING and (lead[-1] not in _MAKES or lead[-2] not in _IT):
        return False
    if lead[-3:-2] == [","] and _framed(standing, share):
        return True
    if lead[-3:-1] == [",", "which"] and after[:1] and after[0] in _STOPS:
        return True
    return len(lead) == _PAIR or lead[-1] in _MAKES or any(after[: len(words)] == words for words in _OF_ALL)


def _is_of_subject(lead: list[str]) -> bool:
    """Whether a sentence says of what was told how much it is: "It is 6% of", "The gap equalled 5% of"."""
    if len(lead) == _PAIR:
        return lead[0] in _IT
    return len(lead) == _PAIR + 1 and lead[0] == "the" and lead[-1] in _MAKES


def _is_named(standing: Standing, share: Draft) -> bool:
    """Whether a noun calls a share one of those who came of those who might have: "Turnout reached 62%"."""
    opens = standing.document.sentences[share.sentence][0]
    return not _NOUNS.isdisjoint(standing.lower[max(opens, share.first - _NEAR) : share.first])


def _of_pairs(
    standing: Standing, share: Draft, part: Draft | None, parted: set[int], wholes: dict[int, Draft]
) -> Iterator[Candidate]:
    """Yield part and base from ever further back; a pair that does not hold must stand alone."""
    after = tuple(standing.lower[share.last : share.last + 3])
    # "This amount represents a third of annual exports": of a whole that has no figure here.
    is_of_another = (
        part is None and after[:1] == ("of",) and not any(after[: len(words)] == words for words in _OF_ALL)
    )
    behind = _of_sentence_behind(standing, share) if part is None and _is_named(standing, share) else []
    # "The highest occupancy, 89.6%, and the highest rate, $391": who came of those who might have, no money.
    of_people = part is None and _is_named(standing, share)
    for back in range(_BACK + 1):
        near = (*standing.levels_before(share, back), *behind)
        levels = [d for d in near if d is part or id(d) not in parted]
        if of_people:
            levels = [d for d in levels if d.kind != "money"]
        if part is not None:
            pairs = [(part, level) for level in levels if level is not part and listable(level, part)]
            # "$26 million, or 53 percent, more": of which sum is not said.
            alone = len(pairs) == 1 and part.kind == "count"
        else:
            pairs = [pair for pair in combinations(levels, 2) if _may_share(share, *pair)]
            alone = len(pairs) == 1 and len(levels) <= _MOST and not is_of_another
        if part is None and levels and id(levels[-1]) in wholes:
            # "Of these, 744 said yes, which corresponds to 80 percent"
            pairs, alone = [(levels[-1], wholes[id(levels[-1])])], True
        for one, other in pairs if len(levels) <= _MOST else ():
            lesser, greater = (one, other) if (one.value or 0) < (other.value or 0) else (other, one)
            if part is not None and lesser is not part:
                continue
            if not is_alike_in_status((one, other)) or lesser.value is None or not greater.value:
                continue
            off = share_miss(share, lesser, greater)
            if not off or alone:
                yield Candidate((lesser, greater), off)


def _told_behind(standing: Standing, share: Draft) -> list[Draft]:
    """Return the levels behind "40 percent of all the power, which the grid puts at 46 terawatt-hours"."""
    is_of = standing.lower[share.last : share.last + 1] == ["of"]
    return _of_sentence_behind(standing, share) if is_of else []


def _framed(standing: Standing, share: Draft) -> list[Draft]:
    """Return the level of "Measured against an output of 1,400 billion, that is 12 percent"."""
    opens = standing.document.sentences[share.sentence][0]
    before = standing.levels_before(share, 0)
    lead = standing.lower[opens : share.first]
    if lead[:1] == [] or lead[0] not in _FRAMES or len(before) != 1 or "," not in lead:
        return []
    return before


def _of_sentence_behind(standing: Standing, share: Draft) -> list[Draft]:
    return [level for level in standing.levels_in(share.sentence) if level.start > share.end]


def _of_that(standing: Standing, share: Draft, ahead: list[Draft]) -> Iterator[Candidate]:
    """Yield "that", the level told last, with a whole that is told behind its share."""
    before = [level for level in standing.levels_before(share, 1) if level not in ahead]
    pairs = [(part, base) for base in ahead for part in before if part is not base and listable(part, base)]
    for part, base in reversed(pairs):
        if not part.value or not base.value or part.value >= base.value:
            continue
        # A planned deficit is measured against the output that there is.
        is_alike = base.start < share.start or is_alike_in_status((part, base))
        off = share_miss(share, part, base) if is_alike else 1.0
        if not off or len(pairs) == 1:
            yield Candidate((part, base), off)


def _is_of_many(share: Draft) -> bool:
    """Whether a share is so many of thousands: those are people, whatever is counted among them."""
    return " per " in f" {share.unit or ''}"


def _may_share(share: Draft, one: Draft, other: Draft) -> bool:
    if _is_of_many(share):
        if one.kind != "count" or other.kind != "count":
            return False
        if (one.unit in _PEOPLE) != (other.unit in _PEOPLE):
            return True
        lesser, greater = sorted((one.value or 0, other.value or 0))
        if one.unit != other.unit and one.sentence == other.sentence == share.sentence:
            return greater > lesser * _SEVERAL  # "42 deaths among 12,000 patients, a rate of 3.5 per 1,000"
        return one.unit in _PEOPLE and greater > lesser * _MANY  # those murdered of all
    # "$36.67, up from $35.33": prices are no parts of one another.
    is_priced = one.kind == "money" and one.metric_code is not None and one.metric_code == other.metric_code
    return listable(one, other) and not (is_priced and one.sentence == other.sentence)


def find_restated_shares(standing: Standing) -> list[Relation]:
    """Return shares that the sentence behind says again: "One in four stayed away. That is 25 percent"."""
    found: list[Relation] = []
    for before, share in pairwise(standing.shares):
        opens = standing.document.sentences[share.sentence][0]
        lead = standing.lower[opens : share.first]
        if before.sentence != share.sentence - 1 or before.unit == share.unit or _is_of_many(share):
            continue
        if len(lead) != _PAIR or lead[0] not in _POINTING or lead[1] not in _IS:
            continue
        between = standing.levels_before(share, 1)
        others = standing.shares_in(before.sentence, share.sentence)
        if not between and len(others) == _PAIR:
            found.append(related("conversion", "restated", Member("from", before), Member("to", share)))
    return found
