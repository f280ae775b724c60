"""Shares told of a part that stands with its whole: "16,900 of them, a share of 20%", "That is 6%"."""

import re
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, figures_of, is_whole_share, related
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import may_be_part, same_measure
from flows.extraction.relations.relating import BEFORE, Changes, is_level
from flows.extraction.relations.shapes import Shape

# ", a turnout of 61%", ", for a margin of 12%"
_TOLD: Final = re.compile(rf"[,:-]{{1,2}}(?:[x&]?i?|w{{1,3}})ew{{0,3}}o{BEFORE}(?P<s>P)")
_NOUNS: Final = frozenset("share turnout rate proportion percentage ratio margin quota occupancy".split())
# ", a quarter of them", ", that is nine in ten": nothing follows that the share could be of instead.
_BESIDE: Final = re.compile(
    rf"[,-]{{1,2}}(?:W?w{{0,2}}|[|]){BEFORE}(?P<s>P)(?:o(?P<of>e?[wWBe]{{1,2}}))?(?=[,.;)-]|$)"
)
_LEADS: Final = frozenset(
    "that is or that's which i.e. just only about almost nearly around roughly some barely hardly".split()
)
# "A quarter of the network" is of the branches that were just counted; a quarter of the market is not.
_OF_ANOTHER: Final = frozenset(
    """market profit profits sales revenue turnover price prices vote votes value budget population country
    world economy output production cost costs income area""".split()
)
# An occupancy may be above 100%: its base is what there is room for, not the greater of the two.
_ROOM: Final = frozenset("built room capacity designed places beds seats space meant made".split())
_FILLED: Final = frozenset("occupancy load utilisation utilization capacity".split())
# "That is a rate of 6%"
_THAT: Final = re.compile(rf"^e?(?:w{{0,2}}|[kO]i?)t?(?:ew{{0,3}}o)?{BEFORE}(?P<s>P)")
_GOES_ON: Final = frozenset(
    "of and but or in at as for on this since while which with compared against after from if".split()
)
_POINTS_BACK: Final = frozenset("that this it which".split())


def find_told_shares(
    reading: Reading, shapes: list[Shape], changes: Changes, found: list[Relation]
) -> list[Relation]:
    """Return shares of the part and whole that the same sentence or the one before joins.

    Args:
        reading: the article.
        shapes: its sentences.
        changes: former levels and changes, which are none of the three.
        found: the relations so far: a sum with one part is such a pair; a share with its base is left alone.
    """
    told: list[Relation] = []
    settled = figures_of(filter(is_whole_share, found), "share")
    pairs = _pairs(found)
    for shape in shapes:
        if "P" not in shape.classes:
            continue
        for share, back, is_named in _told_in(reading, shape):
            if id(share) in settled or id(share) in changes.changes or share.kind == "growth":
                continue
            pair = _pair_before(pairs, shape, share, shape.sentence - back)
            if pair is not None and not (back or is_named) and _is_of_a_further_clause(reading, pair, share):
                continue
            if pair is None and is_named:
                pair = _room_and_filled(reading, shape, share, changes) or _two_levels(shape, share, changes)
            if pair is not None and share.value is not None:
                part, base = pair
                members = (Member("part", part), Member("base", base), Member("share", share))
                told.append(related("share", "told", *members, told_by=share))
    return told


def _pairs(found: list[Relation]) -> list[tuple[Draft, Draft]]:
    """Return part and total of the sums that have one part."""
    pairs = []
    for relation in found:
        parts = [member.draft for member in relation.members if member.role == "part"]
        totals = [member.draft for member in relation.members if member.role == "total"]
        if relation.kind == "sum" and len(parts) == len(totals) == 1:
            part, total = parts[0], totals[0]
            if part is not None and total is not None:
                pairs.append((part, total))
    return pairs


def _told_in(reading: Reading, shape: Shape) -> list[tuple[Draft, int, bool]]:
    """Return the shares told of something before: how many sentences back, and whether a noun names them."""
    lower = reading.document.lower
    found = []
    for match in _TOLD.finditer(shape.classes):
        words = lower[shape.tokens[match.start()] : shape.tokens[match.start("s")]]
        if not _NOUNS.isdisjoint(words):
            found.append((shape.draft(match.start("s")), 0, True))
    for match in _BESIDE.finditer(shape.classes):
        lead = lower[shape.tokens[match.start()] + 1 : shape.tokens[match.start("s")]]
        of = (
            lower[shape.tokens[match.start("of")] : shape.tokens[match.end("of")]]
            if match.group("of")
            else []
        )
        if _LEADS.issuperset(lead) and _OF_ANOTHER.isdisjoint(of):
            found.append((shape.draft(match.start("s")), 0, False))
    back = _THAT.match(shape.classes)
    if back and lower[shape.tokens[0]] in _POINTS_BACK and len(shape.figures) == 1:
        share = shape.draft(back.start("s"))
        behind = lower[share.last] if share.last < len(lower) else "."
        # "It is 60 percent contained", "that is 8 percent cheaper": a share of something else, or none.
        if not behind.isalpha() or behind in _GOES_ON:
            found.append((share, 1, False))
    return found


def _pair_before(
    pairs: list[tuple[Draft, Draft]], shape: Shape, share: Draft, sentence: int
) -> tuple[Draft, Draft] | None:
    """Return the part and total that stand right before a share: no other level comes between."""
    near = [pair for pair in pairs if pair[0].sentence == sentence and pair[0].end <= share.start]
    if not near:
        return None
    end = max(draft.end for draft in near[-1])
    between = (p for p in shape.figures if end <= shape.draft(p).start < share.start)
    return None if any(shape.classes[p] == "L" for p in between) else near[-1]


def _is_of_a_further_clause(reading: Reading, pair: tuple[Draft, Draft], share: Draft) -> bool:
    """Whether a clause adds a share: "won 14 of 22 wards, with his best score, 61%, in Orl"."""
    lower, behind = reading.document.lower, max(draft.last for draft in pair)
    return lower[behind : share.first].count(",") > 1


def _room_and_filled(
    reading: Reading, shape: Shape, share: Draft, changes: Changes
) -> tuple[Draft, Draft] | None:
    """Return how many there are and how many there is room for: either may be the greater."""
    lower, levels = reading.document.lower, _levels_before(shape, share, changes)[-2:]
    if len(levels) < 2 or _FILLED.isdisjoint(lower[max(0, share.first - 4) : share.first]):
        return None
    filled, room = levels
    if _ROOM.isdisjoint(lower[filled.last : room.last + 2]) or not same_measure(filled, room):
        return None
    return filled, room


def _levels_before(shape: Shape, share: Draft, changes: Changes) -> list[Draft]:
    return [
        shape.draft(p)
        for p in shape.figures
        if is_level(shape, p, changes) and shape.draft(p).start < share.start
    ]


def _two_levels(shape: Shape, share: Draft, changes: Changes) -> tuple[Draft, Draft] | None:
    """Return the only two levels of one measure that stand before a share: the lesser is the part."""
    levels = _levels_before(shape, share, changes)
    if len(levels) != 2 or levels[0].value is None or levels[1].value is None:
        return None
    part, base = sorted(levels, key=lambda draft: draft.value or 0)
    # "Received 900 applications and made offers to 300 candidates, a rate of 33%": any two counts will do.
    return (part, base) if same_measure(part, base) or may_be_part(part, base, said=True) else None
