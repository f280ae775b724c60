"""Growth with its new and old level: "rose 12% to 5.4 million from 4.8 million", "5.4 million, up 12%"."""

import re
from typing import Final

from flows.extraction.claims.announced import tie_announced
from flows.extraction.claims.grown_from import tie_grown_from, tie_moved
from flows.extraction.figure import Draft
from flows.extraction.implied.series import is_one_metric
from flows.extraction.reading import Reading
from flows.extraction.relations.directions import direction_before, is_inverse, is_of_the_level
from flows.extraction.relations.growth_patterns import (
    COMPARAND,
    FORMER,
    FORMER_CHANGE,
    GROWTH,
    GROWTH_AFTER,
    LEVEL_FOLLOWS,
    MULTIPLIED_BEFORE,
    OLD_AFTER,
    OLD_COMPARED,
    OLD_IN_BRACKET,
    OLD_NAMED,
    OLD_ON,
    PAIRS,
    THEN,
)
from flows.extraction.relations.likeness import far_apart, is_per_once, opposed, same_level
from flows.extraction.relations.relating import COMPARED, Changes, relate
from flows.extraction.relations.shapes import Shape

_ON: Final = frozenset(("on", "over"))
_REACHED: Final = frozenset("reached reaching hit hitting totalled totaled totalling totaling".split())
_RANGES: Final = frozenset("range ranges ranged ranging vary varied varies varying between".split())
# A change may be printed ten times too large; beyond that it is no change of this level.
_SLIP: Final = 12
_PAIR: Final = 2
_OF_THE_OLD: Final = frozenset(("more_than_the_old", "above_the_old"))
_APPOSED: Final = frozenset(("a_rise_of", "a_loss_of", "a_percent_rise"))
_BEING: Final = frozenset("was were is are".split())
_LOSSES: Final = frozenset("loss difference shortfall".split())
_OUTLOOKS: Final = frozenset("forecast forecasts guidance outlook estimate estimates target".split())
_MOVED: Final = "moved"  # an order whose verb can belong to nothing else


def find_changes(reading: Reading, shapes: list[Shape]) -> Changes:
    """Return growth links, and orders where a rise or fall is stated with both levels and no growth."""
    changes = Changes()
    for shape in shapes:
        if len(shape.figures) > 1:
            _changes_of(reading, shape, changes)
    tie_grown_from(reading, shapes, changes)
    tie_moved(reading, shapes, changes)
    tie_announced(reading, shapes, changes)
    return changes


def _changes_of(reading: Reading, shape: Shape, changes: Changes) -> None:
    classes = shape.classes
    present = set(classes)
    if present.isdisjoint("UVudHYc") and (present.isdisjoint("P,") or present.isdisjoint("ml")):
        is_lost = 0 < classes.count("D") <= _PAIR and not _LOSSES.isdisjoint(
            reading.document.vocabulary_of(shape.sentence)
        )
        if not is_lost:
            return
    if "c" in present:
        _note_former(shape, changes)
    taken: set[int] = set()  # positions of growth figures and new levels already linked
    pairs: dict[int, tuple[int, int, str, str]] = {}
    lower = reading.document.lower
    for rule, needs, pattern in PAIRS:
        if needs <= present:
            for match in pattern.finditer(classes):
                new, old = match.start("n"), match.start("o")
                if rule == "from_to" and _is_range(lower, shape, match.start(), new, old):
                    continue
                if classes[new] != classes[old] or _signed(shape.draft(new)) or _signed(shape.draft(old)):
                    continue
                if rule == "to_against" and classes[match.start() - 1 : match.start()] == "u":
                    continue  # "up to 10 tonnes against 12"
                if rule == "up_from":
                    new = _meant(shape, new, old, match.group("v"))
                # "a 0.1 percent rise from the 0.5 percent reported first": the rise is the figure's own.
                if rule == "up_from" and classes[new] == "P" and match.group("v") in "UV":
                    continue
                if opposed(lower, shape.draft(new), shape.draft(old)):
                    continue
                if new not in pairs and same_level(shape.draft(new), shape.draft(old)):
                    direction = match.groupdict().get("v") or direction_before(classes, match.start())
                    if direction or _is_told(classes, match.start(), max(new, old)):
                        pairs[new] = (old, match.start(), rule, direction)
    if "f" in present:
        _far_pairs(lower, shape, pairs, changes)
    olds = {old for old, _, _, _ in pairs.values()}
    for rule, needs, pattern in GROWTH:
        if not needs <= present:
            continue
        for match in pattern.finditer(classes):
            growth = match.start("g") if match.group("g") else match.start("h")
            new = match.start("n")
            # "fell to 5 in May from 8 in April, a decline of 37%": the decline is not the 8's.
            if growth in taken or new in taken or new in olds:
                continue
            if rule == "grew_and_reached" and lower[shape.tokens[match.start("reached")]] not in _REACHED:
                continue
            if rule == "down_on" and lower[shape.tokens[match.start("on")]] not in _ON:
                continue
            if rule == "more_than_when" and lower[shape.tokens[match.start("when")]] != "when":
                continue
            if rule == "up_being" and lower[shape.tokens[match.start("be")]] not in _BEING:
                continue
            if rule == "a_loss_of" and lower[shape.tokens[match.start("loss")]] not in _LOSSES:
                continue
            if rule in ("up", "up_by") and LEVEL_FOLLOWS.match(classes, growth + 1):
                continue
            older: int | None = (
                match.start("o") if "o" in pattern.groupindex else _old_of(lower, shape, pairs, new, growth)
            )
            if older is not None and (older in taken or older == growth or is_inverse(lower, shape, growth)):
                older = None
            if older is not None and far_apart(shape.draft(new), shape.draft(older)):
                older = None
            if rule == "lost_to" and shape.draft(growth).kind != "growth":
                continue
            if rule == "grew_going_to" and not _goes_there(shape, match):
                continue
            if rule == "above_the_old" and not _is_one_unit(shape.draft(new), shape.draft(match.start("o"))):
                continue  # "1.34 metres above the 6.50 of 2018 and 18 centimetres short of"
            if older is None and rule in _APPOSED:
                older = _dated_before(lower, shape, new, growth)
            if rule == "a_loss_of" and older is None:
                continue
            if older is not None and rule in _OF_THE_OLD:
                new = _of_its_size(shape, new, older)
            # "8,000 more than": the words make it a difference, whatever it counts.
            is_told = rule.startswith("more_than") or rule == "a_loss_of"
            if not _holds_together(shape, growth, new, is_told=is_told) or COMPARED.search(
                classes, max(0, new - 4), new
            ):
                continue
            if rule in ("fell_or", "up_or_at"):
                changes.changes.add(id(shape.draft(match.start("c"))))
            taken.update((growth, new) if older is None else (growth, new, older))
            _add(shape, changes, rule, growth, new, older)
    for new, (former, start, rule, direction) in pairs.items():
        if former in taken:
            continue
        after = GROWTH_AFTER.match(classes, max(new, former) + 1)
        by = max(after.start(name) for name in "ghk") if after else None
        # "25 million shares, or 1.9%, up from 22 million, or 1.7%": shares of something else.
        if after and "|" in after.group() and "|" in classes[min(new, former) : max(new, former)]:
            by = None
        if by is not None and by not in taken and _holds_together(shape, by, new):
            taken.update((by, new, former))
            _add(shape, changes, rule + "_by", by, new, former)
            continue
        multiplied = MULTIPLIED_BEFORE.search(classes, max(0, start - 14), start)
        if multiplied and multiplied.start("g") not in taken:
            taken.update((multiplied.start("g"), new, former))
            _add(shape, changes, rule + "_multiplied", multiplied.start("g"), new, former)
            continue
        if not direction:
            continue
        taken.update((new, former))
        changes.former.add(id(shape.draft(former)))
        _add_order(reading, shape, changes, rule, new, former, start, direction)


def _note_former(shape: Shape, changes: Changes) -> None:
    """Set "compared with a fall of 9% to 59 billion" aside: what the earlier change led to is former, too."""
    for match in FORMER_CHANGE.finditer(shape.classes):
        changes.changes.add(id(shape.draft(match.start("g"))))
        changes.former.add(id(shape.draft(match.start("o"))))


def _of_its_size(shape: Shape, new: int, old: int) -> int:
    """Return the level of the size of the old one: "1,875 people on one night, 8% fewer than the 2,038"."""
    former = shape.draft(old).value
    for position in reversed([position for position in shape.figures if position <= new]):
        value = shape.draft(position).value
        if shape.classes[position] != shape.classes[new] or not value or not former:
            continue
        if former <= value * _SLIP and value <= former * _SLIP:
            return position
    return new


def _is_range(lower: list[str], shape: Shape, start: int, new: int, old: int) -> bool:
    """Whether "from L to L" gives two ends ("lowered its forecast from 1.60 to 1.85")."""
    words = lower[max(0, shape.tokens[start] - 8) : shape.tokens[start]]
    if not _RANGES.isdisjoint(words):
        return True
    rises = direction_before(shape.classes, start) in "uU"
    return not _OUTLOOKS.isdisjoint(words) and not _went(
        shape.draft(new), shape.draft(old), "u" if rises else "d"
    )


def _meant(shape: Shape, new: int, old: int, direction: str) -> int:
    """Return which of two figures of a clause is meant, where both may be: the one that went as is said.

    "It costs $2 million to insure $10 million, down from $4 million": the $2 million.
    """
    before = [position for position in shape.figures if position < new]
    if (
        not before
        or shape.draft(before[-1]).kind == "growth"
        or not {",", "f"}.isdisjoint(shape.classes[before[-1] : new])
    ):
        return new
    nearest, other, former = shape.draft(new), shape.draft(before[-1]), shape.draft(old)
    if nearest.unit != other.unit or None in (nearest.value, other.value, former.value):
        return new
    return new if _went(nearest, former, direction) or not _went(other, former, direction) else before[-1]


def _goes_there(shape: Shape, match: re.Match[str]) -> bool:
    """Whether a growth is what leads to a level: "lost 12 percent, falling to", not "paid 5%, rising to"."""
    growth = shape.draft(match.start("g"))
    if growth.kind != "growth" or not growth.value:
        return False
    going = match.group("going")
    return going is None or (going == "U") == (growth.value > (growth.unit == "times"))


def _is_one_unit(new: Draft, old: Draft) -> bool:
    """Whether two levels have one unit, or what they are per is said once."""
    return old.unit in (None, new.unit) or is_per_once(new, old)


def _went(new: Draft, old: Draft, direction: str) -> bool:
    if new.value is None or old.value is None:
        return False
    return new.value > old.value if direction in "uU" else new.value < old.value


def _far_pairs(
    lower: list[str], shape: Shape, pairs: dict[int, tuple[int, int, str, str]], changes: Changes
) -> None:
    """Pair each "..., up from L" that stands far behind its new level with the nearest level of its unit."""
    classes = shape.classes
    known = {old for old, _, _, _ in pairs.values()}
    # In "45.6%, less than the 47.3% forecast and down from 47.1%" the first of the three is down.
    known.update(match.start("b") for match in COMPARAND.finditer(classes))
    for match in FORMER.finditer(classes):
        old = match.start("o")
        if old in known:
            continue
        changes.former.add(id(shape.draft(old)))
        before = [
            position for position in shape.figures if position < match.start() and position not in known
        ]
        for new in before[:-3:-1]:
            if new in pairs or ";" in classes[new : match.start()]:
                break
            if _signed(shape.draft(new)) or _signed(shape.draft(old)):
                break
            alike = classes[new] == classes[old] and shape.draft(new).unit == shape.draft(old).unit
            if alike and not opposed(lower, shape.draft(new), shape.draft(old)):
                new = _meant(shape, new, old, match.group("v"))
                pairs[new] = (old, match.start(), "far_up_from", match.group("v"))
                break
            if classes[new] == classes[old] and shape.draft(new).kind == "count":
                break  # "owners of $1 million were 7.8 million, up from 6.7 million": no money is meant


def _old_of(
    lower: list[str], shape: Shape, pairs: dict[int, tuple[int, int, str, str]], new: int, growth: int
) -> int | None:
    """Return the position of the former level that goes with the level at `new`, where one is stated."""
    classes = shape.classes
    if new in pairs:
        old, start, _, _ = pairs[new]
        # "up 6% from 2012 but down from 128 billion in February": the growth is over another level.
        other = start > growth and not set("fcx&").isdisjoint(classes[growth + 1 : start])
        return None if other else old
    for pattern in (OLD_AFTER, OLD_NAMED, OLD_COMPARED, OLD_ON, OLD_IN_BRACKET):
        match = pattern.match(classes, max(growth, new) + 1)
        if match and pattern is OLD_NAMED and not _is_one_metric(shape, new, match.start("o")):
            continue
        if match and pattern is OLD_ON and lower[shape.tokens[match.start("on")]] not in _ON:
            continue
        if match and same_level(shape.draft(new), shape.draft(match.start("o"))):
            return match.start("o")
    return None


def _is_one_metric(shape: Shape, new: int, old: int) -> bool:
    one, other = shape.draft(new).metric_code, shape.draft(old).metric_code
    return one is None or other is None or is_one_metric(one, other)


def _dated_before(lower: list[str], shape: Shape, new: int, growth: int) -> int | None:
    """Return the only other level before a level and its change, where both are dated.

    "In 1985 they counted 214; in 2019 they found 171, a drop of 43."
    """
    classes = shape.classes
    before = [p for p in shape.figures if p < new and classes[p] == "L"]
    if len(before) != 1:
        return None
    (old,) = before
    is_now = "now" in lower[shape.tokens[old] : shape.tokens[growth]]
    if classes[:growth].count("D") + is_now != _PAIR:
        return None
    is_dated = THEN.fullmatch(classes, old + 1, new) and (
        "D" in classes[old:new] or "D" in classes[new:growth]
    )
    return old if is_dated and same_level(shape.draft(new), shape.draft(old)) else None


def _is_told(classes: str, start: int, last: int) -> bool:
    """Whether the growth between two levels is told right before or after them: it has the direction."""
    before = MULTIPLIED_BEFORE.search(classes, max(0, start - 14), start)
    return before is not None or GROWTH_AFTER.match(classes, last + 1) is not None


def _signed(draft: Draft) -> bool:
    """Whether a figure is a fall, of which more is less."""
    return draft.value is not None and draft.value < 0


def _holds_together(shape: Shape, growth: int, new: int, *, is_told: bool = False) -> bool:
    """Whether the figure at `growth` can be the change that led to the level at `new`."""
    change, level = shape.draft(growth), shape.draft(new)
    if change.unit == "point" and level.unit == "percent":
        return True
    if level.kind == "growth" or change.kind == "rate":
        return False
    kind = shape.classes[growth]
    if kind == "P":
        # A rise of 0.3 percent to 5.4 percent may mean points or per cent: no relation is better.
        return level.unit not in ("percent", "fraction") or change.unit in ("percentage point", "basis point")
    if kind in "RH":
        return True
    return (
        # "415 cents a share, 35 cents less": what it is per is said once.
        (same_level(change, level) or same_level(level, change))
        and (change.unit is not None or (level.kind == "count" and (is_told or change.kind == "growth")))
        and change.value is not None
        and level.value is not None
        and abs(change.value) < abs(level.value) * _SLIP
    )


def _add(shape: Shape, changes: Changes, rule: str, growth: int, new: int, old: int | None) -> None:
    change = shape.draft(growth)
    if change.unit == "point" and shape.draft(new).unit == "percent":
        change.unit = "percentage point"  # "seven points, from 38% to 45%"
    absolute = shape.classes[growth] not in "PRH" or change.unit in ("percentage point", "basis point")
    members = [(growth, "change" if absolute else "growth"), (new, "new")]
    if old is not None:
        members.append((old, "old"))
        changes.former.add(id(shape.draft(old)))
    elif absolute:
        # Nothing is left to be checked: it must not keep another rule from either figure.
        changes.changes.add(id(change))
        if change.kind == "growth":
            changes.steps.append(relate(shape, "growth", rule, members))
        return
    changes.changes.add(id(change))
    changes.relations.append(relate(shape, "growth", rule, members))


def _is_per_currency(draft: Draft) -> bool:
    """Whether a rate of exchange is more the less a currency buys: "8.14 per euro"."""
    return draft.metric_code == "exchange_rate" and "per " in (draft.unit or "")


def _add_order(
    reading: Reading,
    shape: Shape,
    changes: Changes,
    rule: str,
    new: int,
    old: int,
    start: int,
    direction: str,
) -> None:
    lower = reading.document.lower
    if is_inverse(lower, shape, start) or _is_per_currency(shape.draft(new)):
        return  # "a weak crown slipped to 8.14 per euro from 8.11"
    rises = direction in "Uu"
    members = [(new, "greater" if rises else "lesser"), (old, "lesser" if rises else "greater")]
    if rule in ("to_from", "from_to") and is_of_the_level(lower, shape, start):
        rule = _MOVED
    changes.relations.append(relate(shape, "order", rule, members))
