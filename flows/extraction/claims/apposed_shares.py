"""Shares with the part beside them, of a whole told before: "One in five of them, 668 people, fell".

"Them" are the things counted last; without the word, the whole is the one level that can hold the part.
"""

from collections.abc import Iterator
from typing import Final

from flows.extraction.claims.standing import (
    Candidate,
    Standing,
    choose,
    is_alike_in_status,
    scale_of,
    share_miss,
)
from flows.extraction.figure import (
    Draft,
    Member,
    Relation,
    by_role,
    end_with_noun,
    figures_of,
    is_whole_share,
    related,
)
from flows.extraction.relations.likeness import are_kindred, listable, may_be_part
from flows.extraction.relations.relating import is_current
from flows.extraction.text.noun_words import singular

_THEM: Final = frozenset("them these those which whom it this that".split())
_OPENS: Final = frozenset(", - – — ( :".split())
_CLOSES: Final = frozenset(", - – — ) . ; :".split())
_LEADS: Final = frozenset(
    "or about around some roughly nearly almost exactly precisely just only that is i.e. namely".split()
)
_NOUNS: Final = frozenset("share proportion percentage turnout occupancy quota".split())
_BEFORE: Final = 7  # tokens from a comma to the share behind "a share of"
_OTHERS: Final = frozenset("of more less higher lower above below fewer".split())
# What stands beside a share without "or", which tells changes, too: "24 points, or 0.9 percent".
_EQUIVALENT: Final = frozenset("equivalent equal representing".split())
_SAME: Final = (_LEADS - {"or"}) | _EQUIVALENT | frozenset("to which a".split())
_POINTS: Final = frozenset(("point", "basis point", "percentage point"))
_LEVELS: Final = frozenset("count money measure".split())
_POINTING: Final = frozenset("that which this it meaning".split())
_MAKES: Final = frozenset("makes is means equals amounts comes works would was made meant".split())
_LEAD: Final = 4  # tokens of "as a share of"
_BACK: Final = 2  # sentences from the part to its whole
_FAR: Final = 5  # the same where its noun is the base's
_AHEAD: Final = 3  # sentences from the part to a whole behind it
_IN_ALL: Final = frozenset("all number total".split())
_PHRASE: Final = 7  # tokens of a base before the comma behind which its part stands
_FIRST: Final = 2  # words of a base among which its noun stands
_MOST: Final = 8  # levels before a share beyond which nothing is certain
_OFF: Final = 0.75  # by how much part and whole may miss their share and still be meant


def find_apposed_shares(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return shares with the level that only says them again, and the whole that was told before.

    Args:
        standing: the figures of the article.
        drafts: all of them: "or 668 people" is no level of its own.
        found: the relations so far; a share that has part and base is left alone.
    """
    if not standing.shares:
        return []
    settled = figures_of(filter(is_whole_share, found), "share")
    parts = figures_of((one for one in found if one.kind == "share"), "part")
    bases = _bases(found)
    firsts = {draft.first: draft for draft in drafts if draft.kind in _LEVELS}
    told: list[Relation] = []
    for share in standing.shares:
        if id(share) in settled or scale_of(share) is None or share.kind == "growth":
            continue
        base = bases.get(id(share))
        apposed = _apposed(standing, share, base, firsts)
        if apposed is None and base is None:
            apposed = _named(standing, share) or _beside(standing, share)
        if apposed is None or (base is None and _names_its_base(standing, share)):
            continue
        part, tie = apposed
        chosen = choose(_wholes(standing, share, part, base, tie), within=_OFF)
        # What has a share itself is another part: "812 votes, or 48.6 percent ... The other 78, 4.7 percent".
        is_other = chosen is not None and (id(chosen[0]) in parts or _has_a_share(standing, chosen[0]))
        if chosen is not None and (base is not None or not is_other):
            members = (Member("part", part), Member("base", chosen[0]), Member("share", share))
            told.append(related("share", "apposed", *members, told_by=share))
    return told


def _names_its_base(standing: Standing, share: Draft) -> bool:
    """Whether a sentence opens with what its share is of: "As a share of the whole age group that is 11%"."""
    opens = standing.document.sentences[share.sentence][0]
    lead = standing.lower[opens : opens + _LEAD]
    return lead[:2] == ["as", "a"] and lead[2:3] != [] and lead[2] in _NOUNS and lead[3:] == ["of"]


def _has_a_share(standing: Standing, level: Draft) -> bool:
    """Whether a level is told with a share of its own: "28.1 percent and 38 seats"."""
    before = standing.shares_between(0, level.start)
    return bool(before) and before[-1].last == level.first - 1 and standing.lower[level.first - 1] == "and"


def _bases(found: list[Relation]) -> dict[int, Draft]:
    """Return the base of each share (by identity) that has no part: "a fifth of the 3,400 tickets"."""
    bases: dict[int, Draft] = {}
    for relation in found:
        roles = by_role(relation)
        base = roles.get("base")
        if relation.kind == "share" and base is not None and "part" not in roles:
            bases[id(roles.get("share"))] = base
    return bases


def _apposed(
    standing: Standing, share: Draft, base: Draft | None, firsts: dict[int, Draft]
) -> tuple[Draft, str] | None:
    """Return the level in a comma, dash or bracket behind a share, and what ties the two, if words do."""
    lower, end = standing.lower, standing.document.sentences[share.sentence][1]
    place, tie = share.last, ""
    if base is not None and base.first > share.first:
        place, tie = end_with_noun(base), "them"
    elif lower[place : place + 1] == ["of"]:
        place += 1
        place += lower[place : place + 1] == ["all"]
        if place < end and lower[place] in _THEM:
            place, tie = place + 1, "them"
        else:
            # "A quarter of the children on the drug, 95 in all, had a rash"
            place = next((at for at in range(place, min(end, place + _PHRASE)) if lower[at] in _OPENS), end)
            if any(at in standing.firsts for at in range(share.last, place)):
                return None
            tie = "base"
    if place >= end:
        return None
    if lower[place] not in _OPENS:
        return _made(standing, share, firsts, tie) if tie != "base" else None
    place += 1
    # "That is, 6,000 tonnes"
    while place < end and (lower[place] in _LEADS or (lower[place] == "," and lower[place - 1] == "is")):
        place += 1
    part = firsts.get(place)
    if part is None:
        return _made(standing, share, firsts, tie) if tie != "base" else None
    if not is_current(part, standing.changes):
        return None
    after = end_with_noun(part)
    after += 2 * (lower[after : after + 1] == ["in"] and lower[after + 1] in _IN_ALL)
    # "40 percent (82) of the boats" are of another whole, "a fifth, or 26 million, more" is a change.
    if lower[after + 1 : after + 2] and lower[after + 1] in _OTHERS:
        return None
    return (part, tie) if after >= end or lower[after] in _CLOSES else None


def _made(standing: Standing, share: Draft, firsts: dict[int, Draft], tie: str) -> tuple[Draft, str] | None:
    """Return what a share of them makes: "35 per cent of these must be cheap: that makes 224 flats"."""
    lower, end = standing.lower, standing.document.sentences[share.sentence][1]
    if not tie:
        return None
    for place in range(share.last, end - 3):
        if lower[place] in _OPENS and lower[place + 1] in _POINTING and lower[place + 2] in _MAKES:
            place += 3
            while place < end and lower[place] in _LEADS | {"to", "at", "out"}:
                place += 1
            part = firsts.get(place)
            return (part, tie) if part is not None and is_current(part, standing.changes) else None
    return None


def _named(standing: Standing, share: Draft) -> tuple[Draft, str] | None:
    """Return the level that a noun ties to a share: "They got 18 million, a share of 40 percent"."""
    lower, opens = standing.lower, standing.document.sentences[share.sentence][0]
    lead = lower[max(opens, share.first - _BEFORE) : share.first]
    while lead and lead[-1] in _LEADS:
        lead.pop()
    if lead[-1:] != ["of"] or lead[-2:-1] == [] or lead[-2] not in _NOUNS or _OPENS.isdisjoint(lead):
        return None
    here = standing.levels_before(share, 0)
    return (here[0], "noun") if len(here) == 1 and "market" not in lead else None


def _beside(standing: Standing, share: Draft) -> tuple[Draft, str] | None:
    """Return the level right before a share that says it again: "In 198 samples, some 15 percent, "."""
    lower, place = standing.lower, share.first - 1
    while place > 0 and lower[place] in _SAME:
        place -= 1
    if lower[place] not in _OPENS or share.last >= len(lower) or lower[share.last] not in _CLOSES:
        return None
    level = next((level for level in standing.levels_before(share, 0) if end_with_noun(level) == place), None)
    tie = "" if _EQUIVALENT.isdisjoint(lower[place : share.first]) else "noun"
    return (level, tie) if level is not None and level.unit not in _POINTS else None


def _levels_about(standing: Standing, share: Draft, part: Draft, tie: str) -> list[Draft]:
    """Return the levels that may be the base: those told before, or those around that count what it names."""
    words = {singular(word) for word in (share.base or "").lower().split()[:_FIRST]}
    if tie != "base":
        named = [level for level in standing.levels_before(share, _FAR) if level.unit in words]
        return standing.levels_before(share, _BACK) or named
    around = standing.told_in(share.sentence - _FAR, share.sentence + _AHEAD)
    return [
        level
        for level in around
        if level.unit in words
        or any(are_kindred(level.unit, word) for word in words)
        # "45 per cent of its milk, 28,000 litres", "a fifth of the fleet, 62 lorries"
        or (part.unit is not None and level.unit == part.unit and (level.value or 0) > (part.value or 0))
    ]


def _wholes(
    standing: Standing, share: Draft, part: Draft, base: Draft | None, tie: str
) -> Iterator[Candidate]:
    before = [
        level
        for level in ([base] if base is not None else _levels_about(standing, share, part, tie))
        if level is not part
        and (level.value or 0) > (part.value or 0)
        and (level.unit is not None or level.kind != "count")
        and (may_be_part(part, level, said=tie == "them") or listable(part, level))
    ]
    # "A further 26 million, 53 percent, ...": of which sum is not said.
    alone = bool(before) and (tie == "them" or (len(before) == 1 and (part.kind == "count" or bool(tie))))
    for number, whole in enumerate(reversed(before[-_MOST:])):
        if not part.value:
            continue
        if tie != "them" and not is_alike_in_status((whole, part)):
            continue
        off = share_miss(share, part, whole)
        if not off or (alone and not number):
            yield Candidate((whole,), off)
