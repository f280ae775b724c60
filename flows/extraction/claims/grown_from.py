"""Growth from a former level to the level said before: "Sales were 131. They rose 5% from 125"."""

import re
from typing import Final, NamedTuple

from flows.extraction.figure import Draft, Member, Relation, in_text_order, related
from flows.extraction.implied.series import is_one_metric
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import same_level
from flows.extraction.relations.relating import BEFORE, FILLER, Changes, is_denied, is_level
from flows.extraction.relations.shapes import Shape

# "from 125", "from 1985's gains of 125", "from Friday's closing 125"
_NAMED: Final = rf"(?:{BEFORE}|[eDN][eqwDNsUV]{{1,7}}o{BEFORE}|[DN]s[wq]{{1,3}})"
_FROM: Final = re.compile(
    rf"(?:[UVud]{FILLER}{{0,3}}b?{BEFORE}(?P<g>P)|(?P<h>P)w{{0,2}}[UVY]|(?P<m>H)){FILLER}{{0,3}},?"
    rf"f{_NAMED}(?P<o>L)(?!{FILLER}{{0,6}},?t)"
)
# "a 35 percent premium to Friday's close of 12.40", "a premium of 10% over last night's 315 pence"
_PREMIUM: Final = re.compile(rf"(?P<g>P)(?P<word>w)[tiq]{_NAMED}(?P<o>L)")
_PREMIUM_OF: Final = re.compile(rf"(?P<word>w)o{BEFORE}(?P<g>P)[tiq]{_NAMED}(?P<o>L)")
# "an increase in spending of 11 percent over the 432 billion"
_OVER: Final = re.compile(rf"[UV](?:i[wqeN]{{1,3}})?o{BEFORE}(?P<g>P)(?P<word>i){_NAMED}(?P<o>L)")
# "a fivefold increase on the 500", "a 12 percent rise over the 431"
_RISE_ON: Final = re.compile(rf"(?P<g>[PR])w?[UV](?P<word>i){_NAMED}(?P<o>L)")
# "That was 9% fewer than the 48,310 of last year", "It is 11% above the 3.2 million of 2018".
_THAN: Final = re.compile(rf"(?P<g>P)w?(?:[mludw]c|[ml]){_NAMED}(?P<o>L)")
# "That is 50% more than in the same months of 2018, when 12,300 found buyers"
_THAN_WHEN: Final = re.compile(
    rf"^[wqe]{{1,4}}(?P<g>P)w?[mlud]c[^LPTRH;:(]{{0,9}},(?P<word>x)[wNe]{{0,4}}[atb]?{BEFORE}(?P<o>L)"
)
_PREMIUMS: Final = frozenset(("premium",))
# Each with a class that must be there, and the words that one of its elements may be.
_WORDINGS: Final[tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]] = (
    (_FROM, "f", frozenset()),
    (_THAN, "P", frozenset()),
    (_THAN_WHEN, "x", frozenset(("when",))),
    (_PREMIUM, "P", _PREMIUMS),
    (_PREMIUM_OF, "o", _PREMIUMS),
    (_OVER, "i", frozenset(("over", "on"))),
    (_RISE_ON, "i", frozenset(("over", "on"))),
)
_BESIDE: Final = re.compile(rf"(?:[mlud]c|[ml]){BEFORE}$")
_REACH: Final = 6  # elements before a level in which it is set against another
_OVER_IT: Final = frozenset(("above", "below"))
_STEPS: Final = frozenset("after before when since".split())
_PAIR: Final = 2
# "It has thus dropped by 6.8 metres."
_MOVED_BY: Final = re.compile(rf"^[wq]{{1,5}}[UV]b{BEFORE}(?P<g>L)[wq]{{0,2}}[.]$")
# "It is now at 7.8 metres, a drop of 6.8 metres"
_DROP_OF: Final = re.compile(rf"(?P<n>L){FILLER}{{0,6}}[,-]{{1,2}}ew{{0,2}}[UV]o{BEFORE}(?P<g>L)")
_THAT: Final = frozenset(("that", "this"))
_PRONOUNS: Final = frozenset("it they this that these those he she we".split())


class _ToldFrom(NamedTuple):
    """A growth that is told with its former level: the places of both, and by what words."""

    growth: int
    old: int
    is_over: bool
    is_premium: bool


def tie_grown_from(reading: Reading, shapes: list[Shape], changes: Changes) -> None:
    """Link each "rose 5% from 125" whose new level is not said right with it to the one told before.

    The new level is the nearest before it in its sentence, or the only one of the sentence before that is of
    the same metric, measure and subject; a thing named by its metric ("sales rose") or by a pronoun is that
    of the sentence before. The words decide, not the numbers.
    """
    lower = reading.document.lower
    for number, shape in enumerate(shapes):
        told = _told_from(lower, shape) if _has_loose(shape, changes) else []
        if not told:
            continue
        before = shapes[number - 1] if number and shapes[number - 1].sentence == shape.sentence - 1 else None
        olds = {one.old for one in told}
        for one in told:
            growth, old = shape.draft(one.growth), shape.draft(one.old)
            if id(growth) in changes.changes or id(old) in changes.former or old.metric_code is None:
                continue
            new = _level_before(lower, shape, changes, one, olds)
            if new is None and before is not None:
                new = _level_of(lower, before, changes, growth, old, is_over=one.is_over)
            if new is None:
                continue
            changes.changes.add(id(growth))
            changes.former.add(id(old))
            members = (Member("new", new), Member("growth", growth), Member("old", old))
            end = max(growth.end, old.end)
            changes.relations.append(
                Relation("growth", in_text_order(members), False, growth.start, end, "grown_from")
            )


def _has_loose(shape: Shape, changes: Changes) -> bool:
    """Whether a sentence has a growth that nothing ties yet, and a level."""
    classes = shape.classes
    if "L" not in classes or not ("P" in classes or "H" in classes or "R" in classes):
        return False
    return any(
        classes[place] in "PHR" and id(shape.drafts[place]) not in changes.changes for place in shape.figures
    )


def _told_from(lower: list[str], shape: Shape) -> list[_ToldFrom]:
    """Return the growths of a sentence that stand with the level that they start from."""
    found = []
    for pattern, needed, words in _WORDINGS:
        if needed not in shape.classes:
            continue
        for match in pattern.finditer(shape.classes):
            groups = match.groupdict()
            if words and lower[shape.tokens[match.start("word")]] not in words:
                continue
            growth = max(match.start(name) for name in "ghm" if groups.get(name))
            draft = shape.draft(growth)
            if draft.qualifier == "approximately":
                continue  # "still down about 80 percent from their price of 17": said in passing
            if words is _PREMIUMS or draft.kind == "growth":
                found.append(_ToldFrom(growth, match.start("o"), pattern is not _FROM, words is _PREMIUMS))
    return found


def _level_before(
    lower: list[str], shape: Shape, changes: Changes, told: _ToldFrom, olds: set[int]
) -> Draft | None:
    """Return the nearest level before a growth in its sentence: "31.05 billion, and 96 pct higher than"."""
    growth, old = shape.draft(told.growth), shape.draft(told.old)
    for place in reversed(shape.figures):
        new = shape.draft(place)
        if place >= told.growth or place in olds or not is_level(shape, place, changes):
            continue
        if _BESIDE.search(shape.classes, max(0, place - _REACH), place):
            continue  # "below the 8.2 million of May and 14 percent lower than"
        if not _OVER_IT.isdisjoint(lower[max(shape.tokens[0], new.first - _REACH) : new.first]):
            continue  # "32 percent above Friday's close of 390p and 33 percent above the 386p"
        if is_denied(lower, new):
            return None
        if not (same_level(new, old) or same_level(old, new)):
            continue
        # "fell to 126 after rising 2 percent from 127"
        is_next = _STEPS.isdisjoint(lower[new.last : growth.first])
        is_told = new.status == growth.status == "reported" or told.is_over
        is_told = is_told and (told.is_premium or _same_time(growth, new))
        return new if is_next and is_told and new.value is not None else None
    return None


def _level_of(
    lower: list[str], before: Shape, changes: Changes, growth: Draft, old: Draft, *, is_over: bool
) -> Draft | None:
    """Return the only level of the sentence before that can have come from another."""
    levels = [before.draft(place) for place in before.figures if is_level(before, place, changes)]
    is_that = lower[before.tokens[-1]] in _THAT
    # A date behind "than" is the former level's: it says nothing of the growth's own time.
    levels = [
        level
        for level in levels
        if _same_thing(growth, old, level, is_that=is_that) and (is_over or _same_time(growth, level))
    ]
    return levels[0] if len(levels) == 1 else None


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


def _same_thing(growth: Draft, old: Draft, level: Draft, *, is_that: bool) -> bool:
    codes = (growth.entity_code, level.entity_code)
    words = set((growth.subject or "").lower().split())
    named = f"{level.metric or ''} {growth.metric or ''} {(level.metric_code or '').replace('_', ' ')}"
    own = set(named.lower().split())
    alike = is_that or growth.subject == level.subject or words <= own | _PRONOUNS
    return (
        is_one_metric(level.metric_code, old.metric_code)
        and same_level(level, old)
        and (codes[0] == codes[1] or None in codes)
        and (alike or (codes[0] is not None and codes[0] == codes[1]))
        and level.status == growth.status == "reported"
    )


def _same_time(growth: Draft, level: Draft) -> bool:
    return growth.period_end == level.period_end or None in (growth.period_end, level.period_end)
