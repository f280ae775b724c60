"""Growth from a former level to the level said before: "Sales were 131. They rose 5% from 125"."""

import re
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.implied.series import kindred
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import same_level
from flows.extraction.relations.relating import BEFORE, FILLER, Changes, is_level
from flows.extraction.relations.shapes import Shape

_FROM: Final = re.compile(
    rf"(?:[UVud]{FILLER}{{0,3}}b?{BEFORE}(?P<g>P)|(?P<h>P)w{{0,2}}[UVY]){FILLER}{{0,3}},?"
    rf"f(?:{BEFORE}|e[eqwDNs]{{1,6}}o{BEFORE})(?P<o>L)(?!{FILLER}{{0,6}},?t)"
)
# "That was 9% fewer than the 48,310 of last year", "It is 11% above the 3.2 million of 2018".
_THAN: Final = re.compile(rf"^[wqeD]{{1,5}}(?P<g>P)w?(?:[mlud]c|[ml]){BEFORE}(?P<o>L)")
# "That is 50% more than in the same months of 2018, when 12,300 found buyers"
_THAN_WHEN: Final = re.compile(
    rf"^[wqe]{{1,4}}(?P<g>P)w?[mlud]c[^LPTRH;:(]{{0,9}},(?P<when>x)[wNe]{{0,4}}[atb]?{BEFORE}(?P<o>L)"
)
_PAIR: Final = 2
# "It has thus dropped by 6.8 metres."
_MOVED_BY: Final = re.compile(rf"^[wq]{{1,5}}[UV]b{BEFORE}(?P<g>L)[wq]{{0,2}}[.]$")
# "It is now at 7.8 metres, a drop of 6.8 metres"
_DROP_OF: Final = re.compile(rf"(?P<n>L){FILLER}{{0,6}}[,-]{{1,2}}ew{{0,2}}[UV]o{BEFORE}(?P<g>L)")
_PRONOUNS: Final = frozenset("it they this that these those he she we".split())


def tie_grown_from(reading: Reading, shapes: list[Shape], changes: Changes) -> None:
    """Link each "rose 5% from 125" whose new level is not said with it to the one of the sentence before.

    The new level is the only one there of the same metric, measure and subject; a thing named by its metric
    ("sales rose") or by a pronoun is that of the sentence before. The words decide, not the numbers.
    """
    lower = reading.document.lower
    for number in range(1, len(shapes)):
        shape, before = shapes[number], shapes[number - 1]
        if before.sentence != shape.sentence - 1:
            continue
        than = _THAN.match(shape.classes) or _THAN_WHEN.match(shape.classes)
        if than and "when" in than.groupdict() and lower[shape.tokens[than.start("when")]] != "when":
            than = None
        match = than or (_FROM.search(shape.classes) if "f" in shape.classes else None)
        if match is None:
            continue
        place = match.start("g") if match.group("g") else match.start("h")
        growth, old = shape.draft(place), shape.draft(match.start("o"))
        if id(growth) in changes.changes or id(old) in changes.former or old.metric_code is None:
            continue
        levels = [before.draft(p) for p in before.figures if is_level(before, p, changes)]
        # A date behind "than" is the former level's: it says nothing of the growth's own time.
        levels = [
            level
            for level in levels
            if _same_thing(growth, old, level) and (match is than or _same_time(growth, level))
        ]
        if len(levels) != 1:
            continue
        changes.changes.add(id(growth))
        changes.former.add(id(old))
        members = (Member("new", levels[0]), Member("growth", growth), Member("old", old))
        changes.relations.append(
            Relation("growth", members, False, growth.start, max(growth.end, old.end), "grown_from")
        )


def tie_moved(reading: Reading, shapes: list[Shape], changes: Changes) -> None:
    """Link a change alone to the two levels of the sentence before: "It has thus dropped by 6.8 metres".

    And one beside its new level, "a drop of 6.8 metres", to the only level of its unit in the one before.
    """
    lower = reading.document.lower
    for number in range(1, len(shapes)):
        shape, before = shapes[number], shapes[number - 1]
        if before.sentence != shape.sentence - 1:
            continue
        alone = _MOVED_BY.match(shape.classes) if len(shape.figures) == 1 else None
        beside = _DROP_OF.search(shape.classes) if len(shape.figures) == _PAIR else None
        match = alone or beside
        if match is None or (alone and lower[shape.tokens[0]] not in _PRONOUNS):
            continue
        change = shape.draft(match.start("g"))
        if change.unit is None or change.qualifier != "exact" or change.status != "reported":
            continue
        levels = [before.draft(p) for p in before.figures if is_level(before, p, changes)]
        levels = [level for level in levels if level.unit == change.unit]
        others = [before.draft(p) for p in before.figures if before.draft(p).unit != change.unit]
        if alone and len(levels) == _PAIR and not others:
            old, new = levels
        elif beside and len(levels) == 1 and "now" in lower[shape.tokens[0] : change.first]:
            old, new = levels[0], shape.draft(match.start("n"))
        else:
            continue
        if new.unit != old.unit or id(old) in changes.former:
            continue
        changes.changes.add(id(change))
        changes.former.add(id(old))
        changes.relations.append(
            related("growth", "moved_by", Member("old", old), Member("new", new), Member("change", change))
        )


def _same_thing(growth: Draft, old: Draft, level: Draft) -> bool:
    codes = (growth.entity_code, level.entity_code)
    words = set((growth.subject or "").lower().split())
    named = f"{level.metric or ''} {growth.metric or ''} {(level.metric_code or '').replace('_', ' ')}"
    own = set(named.lower().split())
    alike = growth.subject == level.subject or words <= own | _PRONOUNS
    return (
        kindred(level.metric_code, old.metric_code)
        and same_level(level, old)
        and (codes[0] == codes[1] or None in codes)
        and (alike or (codes[0] is not None and codes[0] == codes[1]))
        and level.status == growth.status == "reported"
    )


def _same_time(growth: Draft, level: Draft) -> bool:
    return growth.period_end == level.period_end or None in (growth.period_end, level.period_end)
