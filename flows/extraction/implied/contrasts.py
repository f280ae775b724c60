"""What one sentence sets against what: "69% of the old vote, compared with 17% of the young".

A word ("against", "below", "while", "from") sets the figure after it against one before it. Where it says
which is more, the values must agree; else they decide. What the sentence sets against nothing of its own is
left to the sentences before.
"""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from flows.extraction.figure import Draft, Relation
from flows.extraction.implied.contrast_words import (
    ABOVE,
    AT,
    BELOW,
    BY_HOW_MUCH,
    CLAUSE,
    CLOSED,
    COMPARED,
    CUES,
    FIRST_SAID,
    FROM,
    GROWN_WHEN_BETTER,
    IMPROVES,
    LESS,
    LEVELLED,
    NEEDING,
    OUTLOOKS,
    RANK,
    REACHES,
    SINCE,
    SUPERLATIVE,
    TARGET,
    THEN,
    UTMOST,
    VERB,
    changed,
    is_hedge,
    is_other_use,
    is_relative,
    superlative,
    than,
)
from flows.extraction.implied.said_more import is_stated
from flows.extraction.implied.series import (
    PRICES,
    Pairs,
    alike,
    is_one_question,
    order,
    said_order,
    same_thing,
)
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import is_bad, opposed
from flows.extraction.relations.relating import Changes
from flows.extraction.relations.shapes import Shape

OUTDONE: Final = "said_more"
_NO_WIDTH: Final = OUTLOOKS | frozenset("improvement improved improving better worse".split())
_CUED: Final = frozenset(CUES)
_REACH: Final = 14  # words from a cue to what it sets against something
_RELATIVE_REACH: Final = 18  # the same, where that is told in a clause of its own
_BESIDE: Final = 3  # elements from a figure to one that it is set against at once
_PARALLEL: Final = 7  # elements between two members of a list
_GAINS: Final = frozenset("profit income gain earnings".split())
_LEVELS: Final = frozenset("LP")
_DATED: Final = re.compile("e?D,")
_WITHIN: Final = frozenset((CLAUSE, RANK))  # these set nothing against what another sentence says


class Comparand(NamedTuple):
    """A figure that is set against one which its sentence does not hold.

    Attributes:
        shape, position: where it stands.
        cue: the token of the word that sets it against another.
        above: whether that word calls the other one greater; None: it does not say.
    """

    shape: Shape
    position: int
    cue: int
    above: bool | None


class Contrasts(NamedTuple):
    """What is set against what.

    Attributes:
        relations: the orders within sentences.
        open_ended: comparands whose counterpart their sentence does not hold.
        set_beside: the figures (by identity) that others are set against: of another time or someone else's.
    """

    relations: list[Relation]
    open_ended: list[Comparand]
    set_beside: set[int]


def find_contrasts(reading: Reading, shapes: list[Shape], changes: Changes, pairs: Pairs) -> Contrasts:
    """Return the orders of figures that a sentence sets against one another, and the comparands left over."""
    found = Contrasts([], [], set())
    lower = reading.document.lower
    for shape in shapes:
        if _CUED.isdisjoint(reading.document.vocabulary_of(shape.sentence)):
            continue
        cues = [index for index in range(shape.tokens[0], shape.tokens[-1]) if lower[index] in _CUED]
        if not cues:
            continue
        levels = [position for position in shape.figures if shape.classes[position] in _LEVELS]
        comparands: set[int] = set()
        for cue in cues if levels else ():
            if len(levels) == 1 and (CUES[lower[cue]] in _WITHIN or lower[cue] in NEEDING):
                continue
            _read(lower, shape, levels, cue, changes, pairs, comparands, found)
    return found


def _read(
    lower: list[str],
    shape: Shape,
    levels: list[int],
    cue: int,
    changes: Changes,
    pairs: Pairs,
    comparands: set[int],
    found: Contrasts,
) -> None:
    """Read one cue: what it sets against what, and which of the two it calls greater."""
    kind = CUES[lower[cue]]
    if kind == ABOVE and lower[cue + 1 : cue + 2] == ["by"]:
        # "dwarfed by the 204 million", "was exceeded by"
        kind, cue = BELOW, cue + 1
    if is_other_use(lower, shape, cue, kind):
        return
    position = _after(lower, shape, levels, cue, kind)
    if position is None or is_hedge(lower, shape, cue, position):
        return
    place = bisect_left(shape.tokens, cue)
    direction = changed(lower, shape, place) if kind == FROM else None
    is_better = direction == "" and shape.draft(position).metric_code in GROWN_WHEN_BETTER
    if is_better and not IMPROVES.isdisjoint(lower[shape.tokens[max(0, place - VERB)] : cue]):
        direction = "up"
    if (
        kind == FROM
        and direction is None
        and place
        and "t" not in shape.classes[max(0, place - VERB) : place]
    ):
        return
    is_most = superlative(lower, shape, cue) if kind == SINCE else None
    before = [p for p in levels if p < place and p not in comparands]
    if (kind == AT or lower[cue] in BY_HOW_MUCH) and before and before[-1] == place - 1:
        before.pop()  # "five cents below the forecast": by how much
        if kind == AT:
            return
    if not before and lower[cue] in NEEDING:
        return
    others = _list_from(shape, levels, position)
    above = None
    if kind in (ABOVE, RANK):
        above = True
    elif kind in (BELOW, TARGET):
        above = False
    elif kind == SINCE:
        # "the lowest since the 1.08 million of March 1993": that was lower
        if is_most is None and UTMOST.isdisjoint(lower[max(shape.tokens[0], cue - SUPERLATIVE) : cue]):
            return
        above = None if is_most is None else not is_most
    elif kind == AT:
        # "For the north that figure is much lower, at 0.1%"
        above = lower[cue] in LESS
    elif kind == COMPARED:
        above = than(lower, shape, place)
    elif kind == CLAUSE:
        inside = _in_clause(shape, levels, position)
        if lower[cue] in THEN and len(others) > 1:
            # "after falls of 3% in May and 2% in April"
            inside = [p for p in others if shape.classes[p] == shape.classes[position]]
        others = [p for p in inside if id(shape.draft(p)) not in changes.former]
        if not before and others:
            # "While 17% of men had none, so had 5% of women"
            later = [p for p in levels if p > others[-1] and "," in shape.classes[others[-1] : p]]
            before, others = others, later[:1]
    elif kind == FROM:
        led = bool(before) and _leads_to(shape, before[-1] - 8, before[-1], nearest=True)
        if before and not led:
            # "to reach 4%, or 2.5 million, from 3%"
            led = lower[cue - 1] == "revised" or not REACHES.isdisjoint(
                lower[shape.tokens[0] : shape.tokens[before[-1]]]
            )
        following = [p for p in levels if p > others[-1] and not led and _leads_to(shape, others[-1], p)]
        if not before and place == 0 and not following:
            # "From 38% in May, only 31% now expect ..."
            following = [p for p in levels if p > position and "," in shape.classes[position:p]][:1]
            direction = "" if following else direction
        if following and direction is not None:
            # "dropped from 10 cases worth 8m to 7 cases worth 6m"
            before = [p for p in others if p < following[0]]
            others = _list_from(shape, levels, following[0])
        elif direction:
            above = direction == "up"
        elif not led:
            return
        if direction and "revised" in lower[shape.tokens[max(0, place - VERB)] : cue]:
            above = None  # "was revised to show a 1.7% increase, from a 3.9% rise"
        if not following and "revised" in lower[max(shape.tokens[0], cue - 3) : cue]:
            # "to 2.75 from 2.91, revised down from 2.92"
            before = [p for p in levels if p < place][-1:]
    matched = _match(lower, shape, before, others, changes, kind)
    if kind != CLAUSE and (matched or kind not in (AT, TARGET)):
        comparands.update(others)
        found.set_beside.update(id(shape.draft(p)) for p in others)
    for one, other in matched:
        a, b = shape.draft(one), shape.draft(other)
        said = None if _is_of_losses(lower, shape, a, b, cue) else above
        span = min(a.start, b.start), max(a.end, b.end)
        if (
            said is not None
            and is_one_question(a, b)
            and (a.metric_code == b.metric_code or sum(_same_unit(shape.draft(o), b) for o in others) == 1)
            and is_stated(lower, shape, one, other, cue, above=said)
        ):
            relation: Relation | None = said_order(OUTDONE, *((a, b) if said else (b, a)), span)
        else:
            relation = order("contrast", a, b, span, above=said)
        if relation is not None and pairs.tie(a, b):
            found.relations.append(relation)
    if not matched and kind not in (CLAUSE, RANK):
        for other in others if kind == COMPARED else (position,):
            if not any(alike(shape.draft(p), shape.draft(other)) for p in before[-2:]):
                found.open_ended.append(Comparand(shape, other, cue, above))


def _after(lower: list[str], shape: Shape, levels: list[int], cue: int, kind: str) -> int | None:
    """Return the position of the figure that a cue sets against another: the next one of its clause."""
    tokens = shape.tokens
    following = next((position for position in levels if tokens[position] > cue), None)
    if following is None or tokens[following] - cue > _RELATIVE_REACH:
        return None
    first = bisect_left(tokens, cue)
    # "since July 1979" is one element, a date.
    between = shape.classes[first + (kind != SINCE or shape.classes[first] != "D") : following]
    relative = kind in LEVELLED and between.count(",") == 1 and is_relative(lower, tokens, first, between)
    if tokens[following] - cue > _REACH and not relative:
        return None
    if not {";", ":", "b"}.isdisjoint(between) or between.count(",") > 1:
        return None
    # "lower than in May, while exports rose 5%"; but "than a year earlier, when it sold 5"
    parted = "x" in between and "D" not in between[: between.index("x")]
    if parted and lower[cue] not in FIRST_SAID:  # "previously reported as"
        return None
    if "," in between and "x" not in between and kind != FROM and not relative:
        # "ahead of B, with 57%", "compared to June, rents were up 12%"
        return None
    # "from a year earlier, well below the forecast of 0.3 percent": the date is all that "from" leads to.
    if kind == FROM and _DATED.match(between):
        return None
    # "from the previous quarter to 5.8 million"
    if kind == FROM and "t" in between and set("Do").isdisjoint(between[between.rindex("t") :]):
        return None
    return following


def _leads_to(shape: Shape, start: int, position: int, *, nearest: bool = False) -> bool:
    """Whether "to" stands before a figure, after the element at `start`: "to a loss of 5"."""
    between = shape.classes[max(0, start + 1) : position]
    cut = between.rfind("t")
    return cut >= 0 and len(between) - cut <= 6 and set(",;fc&").isdisjoint(between[cut if nearest else 0 :])


def _list_from(shape: Shape, levels: list[int], position: int) -> list[int]:
    """Return a figure and those listed with it: "4 in May, 5 in June and 6 in July", "9m, or 5 a share"."""
    found = [position]
    for other in levels:
        if other <= position:
            continue
        between = shape.classes[found[-1] + 1 : other]
        joined = not {"&", "|", ","}.isdisjoint(between) or len(between) <= 2
        if len(between) > _PARALLEL or not joined or not set(";:xcfUVudtml").isdisjoint(between):
            break
        found.append(other)
    return found


def _in_clause(shape: Shape, levels: list[int], position: int) -> list[int]:
    """Return the first level and the first percentage of a clause whose first figure is at `position`."""
    found = [position]
    for other in levels:
        if other <= position:
            continue
        if not {";", "x", "f", "c", ","}.isdisjoint(shape.classes[found[-1] + 1 : other]):
            break
        if shape.classes[other] != shape.classes[position]:
            found.append(other)
            break
    return found


def _match(
    lower: list[str], shape: Shape, before: list[int], others: list[int], changes: Changes, kind: str
) -> list[tuple[int, int]]:
    """Return what each comparand is set against: the nearest figure of its unit that is of its own time."""
    matched: list[tuple[int, int]] = []
    taken: set[int] = set()
    for number, other in enumerate(others):
        comparand = shape.draft(other)
        fits = [
            p
            for p in reversed(before)
            if (kind == FROM or id(shape.draft(p)) not in changes.former)
            and shape.classes[p] == shape.classes[other]
            and alike(shape.draft(p), comparand)
            and not opposed(lower, shape.draft(p), comparand)
            and not _loss_and_profit(lower, shape.draft(p), comparand)
            and (kind not in (CLAUSE, RANK) or _one_question(lower, shape, p, other))
        ]
        # "552 vs 547": next to one another they need no further likeness.
        beside = kind == COMPARED and bool(fits) and other - fits[0] <= _BESIDE
        for same in () if beside else (_same_unit, _same_kind, _same_metric):
            fits = [p for p in fits if same(shape.draft(p), comparand)] or fits
        if not fits:
            continue
        alone = sum(_same_unit(shape.draft(o), comparand) for o in others) == 1
        free = [p for p in fits if p not in taken]
        if not alone and len(fits) >= len(others) > 1 and len(fits) > number:
            # "5 cars and 6 vans, compared with 4 and 7": as they are told.
            one = fits[len(others) - 1 - number]
        else:
            one = (free or fits)[0] if alone else fits[0]
        taken.add(one)
        matched.append((one, other))
    return matched


def _loss_and_profit(lower: list[str], one: Draft, other: Draft) -> bool:
    """Whether before one figure stands a loss, before the other a profit: "loss 1.41 vs profit 96 cts"."""
    words = {lower[one.first - 1], lower[other.first - 1]} if one.first and other.first else set()
    return "loss" in words and not _GAINS.isdisjoint(words)


def _is_of_losses(lower: list[str], shape: Shape, one: Draft, other: Draft, cue: int) -> bool:
    """Whether two figures are losses, of which words may call the lesser the better or the higher.

    A loss beats one that was expected by being less; one that was reported widens to more, or is narrower.
    """
    if not is_bad(lower, one) or not is_bad(lower, other):
        return False
    if CUES[lower[cue]] not in (COMPARED, FROM) or not one.status == other.status == "reported":
        return True
    # "Lowering our estimate to a loss of 4 from", "an improvement from a loss of 14"
    return not _NO_WIDTH.isdisjoint(lower[shape.tokens[0] : other.last])


def _same_unit(one: Draft, other: Draft) -> bool:
    return one.unit == other.unit


def _same_kind(one: Draft, other: Draft) -> bool:
    return one.kind == other.kind


def _same_metric(one: Draft, other: Draft) -> bool:
    return one.metric_code == other.metric_code


def _one_question(lower: list[str], shape: Shape, one: int, other: int) -> bool:
    """Whether two figures of two clauses are of one series: one metric, or shares of one whole."""
    a, b = shape.draft(one), shape.draft(other)
    words = lower[shape.tokens[one] : shape.tokens[other]]
    after = not THEN.isdisjoint(words)
    if after and not CLOSED.isdisjoint(words) and a.kind == b.kind == "money" and a.unit == b.unit:
        return same_thing(a, b)
    if a.metric_code is not None and a.metric_code == b.metric_code:
        if a.metric_code in PRICES:
            return False
        at_times = None not in (a.period_end, b.period_end) and a.period_end != b.period_end
        return not after or (same_thing(a, b) and (a.kind == "growth" or at_times))
    return a.kind == b.kind and a.kind in ("share", "growth") and not after
