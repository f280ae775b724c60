"""Orders of figures of several sentences: ranks, outlooks, former levels, one thing over time.

All of them are implied: the words set two figures of one series against one another, and they are recorded
where the values agree with what the words say.
"""

from bisect import bisect_left
from datetime import date
from itertools import pairwise
from typing import Final

from flows.extraction.claims.segments import is_additive
from flows.extraction.figure import Draft, Relation, first_of, sentence_of
from flows.extraction.implied.contrast_words import ABOVE, BELOW, COMPARED, CUES, FROM
from flows.extraction.implied.contrasts import Comparand, Contrasts
from flows.extraction.implied.outlooks import find_foreseen, find_said_earlier
from flows.extraction.implied.series import (
    Pairs,
    Series,
    alike,
    evidence,
    is_one_question,
    measure_of,
    order,
    said_order,
    same_place,
    same_thing,
)
from flows.extraction.implied.told_outlooks import find_told_outlooks
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import is_bad, opposed
from flows.extraction.relations.relating import Changes
from flows.extraction.relations.sayings import Sayings
from flows.extraction.relations.shapes import Shape

_THAT_WAS: Final = "said_of_that"
_SAYING_WHICH: Final = frozenset((ABOVE, BELOW, COMPARED, FROM))
_PAIR: Final = 2
_BACK: Final = 8  # members of a series that are looked at before one
_FAR: Final = 10  # sentences to what a comparand is set against
_NEAR: Final = 3  # sentences between two figures that one passage compares
_SAID: Final = 1  # sentences to what a comparison without a direction is with
_SPAN: Final = 0.15  # by which part two periods of one length may differ (quarters, leap years)
_SIZES: Final = frozenset(("money", "count", "measure"))
_REFERRING: Final = frozenset(
    "figure total number level rate result results reading gain increase decline growth".split()
)
_THAT: Final = frozenset("that this it these those".split())


def find_standings(
    reading: Reading,
    shapes: list[Shape],
    changes: Changes,
    pairs: Pairs,
    contrasts: Contrasts,
    series: Series,
) -> list[Relation]:
    """Return the orders between figures of one series that stand in several sentences."""
    beside = changes.former | contrasts.set_beside
    found = _set_against(reading, beside, pairs, contrasts, series)
    sayings = Sayings(reading, shapes)
    found += find_told_outlooks(reading, beside, pairs, sayings)
    found += find_foreseen(reading, beside, pairs, sayings)
    found += find_said_earlier(reading, shapes, beside, pairs)
    for members in series.values():
        if len(members) < _PAIR:
            continue
        found += _ranked(members, sayings, beside, pairs)
        found += _unmatched(reading, members, sayings, beside, pairs)
        for index, other in enumerate(members):
            if id(other) in beside:
                continue
            told: set[str] = set()
            for one in reversed(members[max(0, index - _BACK) : index]):
                if other.sentence - one.sentence > _NEAR:
                    break
                if id(one) in beside or pairs.has(one, other):
                    continue
                rule, above = _what_sets_apart(reading, one, other, sayings)
                if not rule or rule in told:
                    continue
                relation = order(rule, one, other, evidence(reading, one, other), above=above)
                told.add(rule)
                if relation is not None and pairs.tie(one, other):
                    found.append(relation)
    return found


def _set_against(
    reading: Reading, beside: set[int], pairs: Pairs, contrasts: Contrasts, series: Series
) -> list[Relation]:
    """Return the orders of comparands whose counterpart stands before: "That was below the 9 of May"."""
    found: list[Relation] = []
    lower = reading.document.lower
    for comparand in contrasts.open_ended:
        other = comparand.shape.draft(comparand.position)
        first = comparand.shape.tokens[0]
        # "That was down from", "It fell from", "The figure is below": what the sentences before say.
        refers = not _THAT.isdisjoint(lower[first : first + 2])
        told = comparand.above is not None
        members = series.get((other.metric_code or "", measure_of(other)), [])
        place = bisect_left(members, other.sentence, key=sentence_of)
        before = members[max(0, place - _BACK) : place]
        before.reverse()
        if told:
            # A headline's comparison comes before its figure.
            after = bisect_left(members, other.sentence + 1, key=sentence_of)
            before += [d for d in members[after : after + 1] if d.sentence <= other.sentence + _FAR]
        if refers or (told and not _REFERRING.isdisjoint(lower[first : comparand.cue])):
            before += [d for d in _said_before(reading, other) if d not in before]
        reach = _FAR if told and not refers else _SAID
        for one in before:
            if other.sentence - one.sentence > reach:
                continue
            if id(one) in beside or not alike(one, other) or opposed(lower, one, other):
                continue
            if not refers and not (same_thing(one, other) and one.scope == other.scope) and one in members:
                continue
            if pairs.has(one, other):
                break
            start = reading.document.starts[comparand.cue]
            span = min(start, other.start), max(other.end, reading.document.ends[comparand.cue])
            relation = _said_of_that(reading, comparand, one, other, beside, span) if refers else None
            if relation is None:
                relation = order("set_against", one, other, span, above=comparand.above)
            if relation is not None and pairs.tie(one, other):
                found.append(relation)
            break
    return found


def _said_of_that(
    reading: Reading, comparand: Comparand, one: Draft, other: Draft, beside: set[int], span: tuple[int, int]
) -> Relation | None:
    """Return the order of the only figure of its unit in the sentence that "that was below 9" speaks of."""
    lower = reading.document.lower
    above = comparand.above
    if (
        above is None
        or CUES[lower[comparand.cue]] not in _SAYING_WHICH
        or other.sentence - one.sentence != _SAID
        or one.metric_code != other.metric_code
        or "," in lower[comparand.shape.tokens[0] : comparand.cue]
        or not is_one_question(one, other)
        or (is_bad(lower, one) and is_bad(lower, other))
    ):
        return None
    for draft in _said_before(reading, other):
        is_rival = draft.sentence == one.sentence and draft is not one and id(draft) not in beside
        if is_rival and (draft.unit == one.unit or alike(draft, one)):
            return None  # "2.4 billion a month and 1.6 billion a day. That is above the 2.3 billion of May"
    return said_order(_THAT_WAS, *((one, other) if above else (other, one)), span)


def _said_before(reading: Reading, draft: Draft) -> list[Draft]:
    """Return the figures of the sentences right before, the nearest first."""
    index = bisect_left(reading.drafts, draft.first, key=first_of)
    near = [
        d for d in reading.drafts[max(0, index - _BACK) : index] if 0 < draft.sentence - d.sentence <= _NEAR
    ]
    return near[::-1]


def _ranked(members: list[Draft], sayings: Sayings, beside: set[int], pairs: Pairs) -> list[Relation]:
    """Return the orders of neighbours in a ranking: between the third and the fifth is the fourth."""
    told = [draft for draft in members if draft.sentence in sayings.ranks]
    if len(told) < 2:
        return []
    first = told[0]
    chain: list[Draft] = []
    seen: set[str] = set()
    for draft in members:
        if (
            draft.entity_code is None
            or draft.entity_code in seen
            or draft.value is None
            or id(draft) in beside
            or draft.kind == "growth"
            or draft.status != "reported"
            or draft.scope != first.scope
            or not same_place(draft, first)
            or (draft.period_start, draft.period_end) != (first.period_start, first.period_end)
            or not alike(draft, first)
        ):
            continue
        seen.add(draft.entity_code)
        if not chain or (chain[-1].value or 0) >= draft.value:
            chain.append(draft)
    found: list[Relation] = []
    for one, other in pairwise(chain):
        relation = order("ranking", one, other, (one.start, other.end), above=True)
        if relation is not None and pairs.tie(one, other):
            found.append(relation)
    return found


def _unmatched(
    reading: Reading, members: list[Draft], sayings: Sayings, beside: set[int], pairs: Pairs
) -> list[Relation]:
    """Return the orders of what is called the largest in history with the others of its series."""
    tops = [draft for draft in members if draft.sentence in sayings.unmatched and draft.kind in _SIZES]
    if len(tops) != 1:
        return []
    found = []
    for draft in members[:_BACK]:
        if draft is not tops[0] and id(draft) not in beside and alike(draft, tops[0]):
            relation = order("largest", tops[0], draft, evidence(reading, draft, tops[0]), above=True)
            if relation is not None and pairs.tie(tops[0], draft):
                found.append(relation)
    return found


def _what_sets_apart(reading: Reading, one: Draft, other: Draft, sayings: Sayings) -> tuple[str, bool | None]:
    """Return the rule by which a text compares two figures, and whether it calls the first greater."""
    if not alike(one, other) or one.scope != other.scope or opposed(reading.document.lower, one, other):
        return "", None
    known = None not in (one.period_end, other.period_end)
    same_time = not known or (one.period_start, one.period_end) == (other.period_start, other.period_end)
    if same_thing(one, other) and same_place(one, other):
        if same_time:
            foreseen = sayings.is_foreseen(one), sayings.is_foreseen(other)
            apart = one.sentence != other.sentence and foreseen[0] != foreseen[1]
            return ("outlook" if apart else ""), None
        near = other.sentence - one.sentence <= 1
        foreign = one.sentence in sayings.forecasters or other.sentence in sayings.forecasters
        same_basis = one.sentence == other.sentence or not (sayings.adjusted & {one.sentence, other.sentence})
        if (
            near
            and not foreign
            and same_basis
            and one.kind != "growth"
            and (_is_ratio(one) or _as_long(one, other))
        ):
            return "over_time", None
        return "", None
    if (
        same_time
        and same_place(one, other)
        and None not in (one.entity_code, other.entity_code)
        and is_additive(one)
        and one.sentence != other.sentence
    ):
        tops = sayings.tops(one), sayings.tops(other)
        if tops[0] != tops[1]:
            return "largest", tops[0]
    return "", None


def _is_ratio(draft: Draft) -> bool:
    """Whether a figure is as large in a month as in a year: a rate, a share."""
    return draft.unit in ("percent", "fraction")


def _as_long(one: Draft, other: Draft) -> bool:
    """Whether two figures are of periods of one length, or both as of a day."""
    lengths = [_days(draft) for draft in (one, other)]
    if lengths[0] is None or lengths[1] is None:
        return lengths[0] is None and lengths[1] is None and one.kind != "growth"
    return abs(lengths[0] - lengths[1]) <= _SPAN * max(lengths[0], lengths[1])


def _days(draft: Draft) -> int | None:
    if draft.period_start is None or draft.period_end is None:
        return None
    try:
        return (date.fromisoformat(draft.period_end) - date.fromisoformat(draft.period_start)).days + 1
    except ValueError:
        return None
