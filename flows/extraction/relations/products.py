"""What is so many times another: "84, twice the 42", "60,000 each for 200 buses", "an average of 19,000"."""

import re
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, end_with_noun, in_text_order
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import SECURITIES, SEVERAL_SIZES, dimensions, factors, same_measure
from flows.extraction.relations.relating import FILLER, Changes, is_level, relate
from flows.extraction.relations.shapes import Shape

# "84 mm, twice the average of 42 mm", "32 billion, more than double the 16 billion", "30, half as many as the
# 60". Not "three times more": that may be four.
_MULTIPLE: Final = re.compile(
    rf"(?P<n>L)(?![PR])(?:{FILLER}{{0,8}}[,(-]{{0,2}}|[wNDesiqoah]{{1,12}}[,(-]{{1,2}})(?:xw?|W|&)?(?:q{{0,3}}|mc)"
    r"(?:(?P<r>[RH])[xewNsqoD]{0,9}?|(?P<p>P)(?:xwx[ewNsq]{0,4}?|eq?))"
    r"(?P<d>L)"
)
_PLACED: Final = frozenset("in at on with from by".split())
_POINTING: Final = frozenset(("that", "this", "it"))
_FACTOR_AND_OTHER: Final = 2
_DIVIDED_BACK: Final = 2  # sentences to what was divided, where the one between has no figures
_DIVIDED: Final = frozenset("shared share divided divide split distributed among between".split())
# "18 million, half of what it had earned in 2019, when its profit was 36 million"
_OF_WHAT: Final = re.compile(
    r"(?P<n>L)(?![PR])[wNDesiqoah]{0,12}[,(-]{1,2}q{0,2}(?:(?P<r>R)|(?P<p>P)o)(?P<what>[wWe])[^LPTRH;:(]{1,12},"
    r"(?P<when>x)[^LPTRH;:(]{0,6}(?P<d>L)"
)
_EACH: Final = frozenset("each every apiece".split())
# What stands before or after the amount of all: "at a cost of 5 million", "or 480 in all".
_ALL_BEFORE: Final = frozenset(
    """total totals totalled cost costs costing bill worth capacity value sum budget combined all
    altogether spending earning""".split()
)
_ALL_AFTER: Final = frozenset("total all altogether overall combined".split())
_TO_PRICE: Final = 4  # words from "an average price of" to it
_WORDS: Final = 6  # between a word for all, and the amount
# Between an amount and what it is per unit of something that the sentence before counts.
_RESTATING: Final = frozenset(", ( or - –".split())
_MOST: Final = 6  # levels in a sentence beyond which nothing is certain
# A figure may be wrong by a digit.
_SLIP: Final = Decimal(12)


def find_multiples(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return figures with the multiple or fraction that the words say they are of another."""
    found = []
    lower = reading.document.lower
    for number, shape in enumerate(shapes):
        if number and len(shape.figures) == _FACTOR_AND_OTHER:
            found += _of_the_one_before(lower, shape, shapes[number - 1])
        if len(shape.figures) < 3 or not (
            "P" in shape.classes or "R" in shape.classes or "H" in shape.classes
        ):
            continue
        matches = [*_MULTIPLE.finditer(shape.classes), *_OF_WHAT.finditer(shape.classes)]
        for match in matches:
            if "when" in match.re.groupindex and lower[shape.tokens[match.start("when")]] != "when":
                continue
            one, other = _current(shape, match.start("n"), changes), match.start("d")
            factor = match.start("r") if match.group("r") else match.start("p")
            if shape.draft(factor).unit not in ("times", "fraction"):
                continue
            if _is_of_a_thing(lower, shape.draft(other)):
                continue  # "the energy of a 6.2 quake is twice that of a 6.0"
            if one != match.start("n") and shape.draft(factor).qualifier == "approximately":
                continue  # "24% more than the 2,967, and about two and a half times the low of 1,411"
            if same_measure(shape.draft(one), shape.draft(other)) and "growth" not in (
                shape.draft(one).kind, shape.draft(other).kind
            ):  # fmt: skip
                members = [(one, "numerator"), (factor, "ratio"), (other, "denominator")]
                found.append(relate(shape, "ratio", "times", members))
    return found


def _is_of_a_thing(lower: list[str], level: Draft) -> bool:
    """Whether what is compared is something of a thing that a figure tells apart: "that of a 6.0"."""
    before = lower[max(0, level.first - 3) : level.first]
    return before[:2] in (["that", "of"], ["those", "of"]) or before[1:] in (["that", "of"], ["those", "of"])


def _current(shape: Shape, place: int, changes: Changes) -> int:
    """Return the level that a former one beside it came to: "2.8, up from 1.7 and nearly twice the 1.5"."""
    before = [one for one in shape.figures if one < place and is_level(shape, one, changes)]
    return before[-1] if before and id(shape.draft(place)) in changes.former else place


def _of_the_one_before(lower: list[str], shape: Shape, before: Shape) -> list[Relation]:
    """Return "That was twice as much as in 2020, when it was 48": the 96 stand in the sentence before."""
    factor, other = (shape.draft(position) for position in shape.figures)
    if (
        shape.classes[shape.figures[0]] != "R"
        or lower[shape.tokens[0]] not in _POINTING
        or not before.figures
    ):
        return []
    one = before.draft(before.figures[-1])
    # "Twice as many as"; not "three times more", which may be four, nor "12 times earnings".
    if lower[factor.last : factor.last + 1] != ["as"] or "times" in (one.unit, other.unit):
        return []
    if lower[other.first - 1] in _PLACED:
        return []  # "It now has 20 times as many, in 70": schools
    if before.sentence != shape.sentence - 1 or factor.unit != "times" or "growth" in (one.kind, other.kind):
        return []
    is_bare = other.kind == "count" and other.unit is None and one.kind == "money"
    if not is_bare and (one.kind != other.kind or not same_measure(one, other)):
        return []
    members = (Member("numerator", one), Member("ratio", factor), Member("denominator", other))
    return [Relation("ratio", members, False, factor.start, other.end, "times")]


def find_rates(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return rates and averages with the quantity that they are per, and the amount of all."""
    found = []
    for number, shape in enumerate(shapes):
        levels = [p for p in shape.figures if is_level(shape, p, changes)]
        if not 1 <= len(levels) <= _MOST:
            continue
        relation = (
            _each_of_them(reading, shapes, number, levels)
            if len(levels) == 1
            else _per_unit(reading, shapes, number, levels, changes)
            or _each(reading, shapes, number, levels)
            or _average(reading, shape, levels)
        )
        if relation is not None:
            found.append(relation)
    return found


def _per_unit(
    reading: Reading, shapes: list[Shape], number: int, levels: list[int], changes: Changes
) -> Relation | None:
    """Return "$300 per student for 2,000 students, or $600,000": the quantity counts what the rate is per.

    Quantity and amount stand in the sentence of the rate, or where there is none in the one before. The
    amount may be in another unit of the rate's dimension: tonnes, and kilograms per passenger.
    """
    shape, lower = shapes[number], reading.document.lower
    here = [shape.draft(p) for p in levels]
    rates = [draft for draft in here if _per(lower, draft)]
    before: list[Draft] = []
    if rates and number and shapes[number - 1].sentence == shape.sentence - 1:
        earlier = shapes[number - 1]
        before = [earlier.draft(p) for p in earlier.figures if is_level(earlier, p, changes)]
    for rate in rates:
        above, per = (rate.unit or "").partition(" per ")[0], _per(lower, rate)
        quantities = [draft for draft in here if draft is not rate and draft.unit == per]
        # "45 euros an hour and billed 32 hours, for a total of 1,440"
        spans = (shape.draft(p) for p in shape.figures if shape.classes[p] == "T")
        hours = [draft for draft in spans if draft.unit == per and rate.kind == "money"]
        quantities = quantities or hours or [draft for draft in before if draft.unit == per]
        amounts = [
            draft
            for draft in here
            if draft is not rate and draft not in quantities and _scale(reading, draft, above) is not None
        ]
        if quantities and quantities == hours and not any(_is_all(lower, shape, one) for one in amounts):
            continue
        is_before = bool(quantities) and quantities[0] in before
        if is_before and (per in SECURITIES or not _is_restated(lower, amounts, rate)):
            continue
        if (
            len(quantities) != 1
            or len(amounts) != 1
            or [r for r in rates if r is not rate and r not in amounts]
        ):
            continue
        scale = _scale(reading, amounts[0], above)
        if scale is not None and _may_be(rate, quantities[0], amounts[0], scale):
            return _members("per_unit", rate, quantities[0], amounts[0])
    return None


def _is_restated(lower: list[str], amounts: list[Draft], rate: Draft) -> bool:
    """Whether a rate only says an amount again: "120 million, or 1.5 million per megawatt"."""
    return any(
        amount.last < rate.first <= amount.last + 3 and _RESTATING.issuperset(lower[amount.last : rate.first])
        for amount in amounts
    )


def _scale(reading: Reading, amount: Draft, unit: str) -> Decimal | None:
    """Return how many of `unit` an amount's own unit has; None where they measure different things."""
    own = (amount.unit or "").partition(" per ")[0]
    if own == unit:
        return Decimal(1)
    if own in SEVERAL_SIZES or unit in SEVERAL_SIZES:
        return None
    known, sizes = dimensions(reading.reference), factors(reading.reference)
    if own not in known or known[own] != known.get(unit):
        return None
    return sizes[own] / sizes[unit]


def _per(lower: list[str], draft: Draft) -> str:
    """Return what a figure is per, by its unit or by the words after it."""
    per = (draft.unit or "").partition(" per ")[2]
    after = lower[draft.last : draft.last + 2]
    return per or (after[1] if after[:1] == ["per"] and len(after) > 1 else "")


def _each(reading: Reading, shapes: list[Shape], number: int, levels: list[int]) -> Relation | None:
    """Return "each of the 4,000 gets 1,250, at a cost of 5 million", where a word tells the amount of all."""
    shape, lower = shapes[number], reading.document.lower
    words = lower[shape.tokens[0] : shape.tokens[-1]]
    drafts = [shape.draft(p) for p in levels]
    if _EACH.isdisjoint(words) and not any(_is_price(lower, draft) for draft in drafts):
        return None
    pairs = [
        (one, other)
        for one in drafts
        for other in drafts
        if one is not other
        and one.unit == other.unit
        and one.kind in ("money", "measure")
        and " per " not in (one.unit or "")
        and (_is_all(lower, shape, other) or _is_given_for_each(lower, drafts, one, other))
        and not _is_all(lower, shape, one)
        and (not _EACH.isdisjoint(words) or _is_price(lower, one))
    ]
    if len(pairs) != 1:
        return None
    rate, amount = pairs[0]
    quantities = [d for d in drafts if d.kind == "count" and d.unit is not None and d not in pairs[0]]
    if not quantities and number and shapes[number - 1].sentence == shape.sentence - 1:
        before = shapes[number - 1]
        quantities = [before.draft(p) for p in before.figures if before.draft(p).kind == "count"]
        quantities = [d for d in quantities if d.unit in words]
    if len(quantities) != 1 or not _may_be(rate, quantities[0], amount):
        return None
    return _members("each", rate, quantities[0], amount)


def _each_of_them(reading: Reading, shapes: list[Shape], number: int, levels: list[int]) -> Relation | None:
    """Return "a prize of 16 million was shared by 40 people. Each of them gets 400,000"."""
    shape, lower = shapes[number], reading.document.lower
    # "A prize of 16 million was shared by 40 people. They had played for years. Each of them gets 400,000"
    back = number - 1
    if back > 0 and not shapes[back].figures:
        back -= 1
    if back < 0 or shapes[back].sentence < shape.sentence - _DIVIDED_BACK or len(levels) != 1:
        return None
    before, rate = shapes[back], shape.draft(levels[0])
    if _EACH.isdisjoint(lower[shape.tokens[0] : shape.tokens[-1]]) or rate.kind not in ("money", "measure"):
        return None
    if _DIVIDED.isdisjoint(lower[before.tokens[0] : before.tokens[-1]]):
        return None
    drafts = [before.draft(p) for p in before.figures]
    amounts = [draft for draft in drafts if draft.kind == rate.kind and draft.unit == rate.unit]
    quantities = [draft for draft in drafts if draft.kind == "count" and draft.unit is not None]
    if len(amounts) != 1 or len(quantities) != 1 or not _may_be(rate, quantities[0], amounts[0]):
        return None
    return _members("each", rate, quantities[0], amounts[0])


def _is_given_for_each(lower: list[str], drafts: list[Draft], rate: Draft, amount: Draft) -> bool:
    """Whether a rate closes a sentence of two others: "640 workers share 320,000 euros, 500 euros each"."""
    is_apposed = lower[rate.first - 1] == "," or lower[rate.first - 2 : rate.first] == [",", "or"]
    after = end_with_noun(rate)
    return len(drafts) == 3 and amount.last < rate.first and is_apposed and lower[after] in _EACH


def _is_price(lower: list[str], draft: Draft) -> bool:
    """Whether a figure is what one of several cost: "2 million shares at an average price of $25"."""
    before = lower[max(0, draft.first - _TO_PRICE) : draft.first]
    return (
        draft.kind == "money" and before[-2:] == ["price", "of"] and not {"a", "an"}.isdisjoint(before[:-2])
    )


def _average(reading: Reading, shape: Shape, levels: list[int]) -> Relation | None:
    """Return "437,000 people watched 23 matches, an average of 19,000", if there is nothing else."""
    lower = reading.document.lower
    means = [p for p in levels if _is_mean(lower, shape, shape.draft(p))]
    others = [shape.draft(p) for p in levels if p not in means]
    if len(means) != 1 or len(others) != 2:
        return None
    mean = shape.draft(means[0])
    amount, quantity = sorted(others, key=_size, reverse=True)
    if quantity.kind != "count" or quantity.unit is None or quantity.unit == amount.unit:
        return None
    if not same_measure(mean, amount) or not _may_be(mean, quantity, amount):
        return None
    return _members("average", mean, quantity, amount)


def _is_mean(lower: list[str], shape: Shape, draft: Draft) -> bool:
    """Whether "an average of" stands right before a figure, not "an average estimate of"."""
    before = lower[max(shape.tokens[0], draft.first - 4) : draft.first]
    return "average" in before and before[before.index("average") + 1 :][:1] == ["of"]


def _size(draft: Draft) -> Decimal:
    return draft.value if draft.value is not None else Decimal(0)


def _is_all(lower: list[str], shape: Shape, draft: Draft) -> bool:
    """Whether the words around a figure call it the amount of all."""
    first = shape.tokens[0]
    before = lower[max(first, draft.first - _WORDS) : draft.first]
    for place in range(len(before) - 1, -1, -1):
        if before[place] in (",", ";", "each", "every") or before[place][:1].isdigit():
            before = before[place + 1 :]
            break
    after = lower[draft.last : min(draft.last + 3, shape.tokens[-1])]
    if "," in after and "a" in after[after.index(",") :]:
        after = after[: after.index(",")]  # "gets 200 euros, a total of"
    # "bringing the total to 26.5 million each" is no amount of all.
    if not _EACH.isdisjoint(after[:1]):
        return False
    return not _ALL_BEFORE.isdisjoint(before) or not _ALL_AFTER.isdisjoint(after)


def _may_be(rate: Draft, quantity: Draft, amount: Draft, scale: Decimal = Decimal(1)) -> bool:
    """Whether an amount can be meant to be so many times a rate: it may be wrong by a digit, not by more."""
    if rate.value is None or quantity.value is None or amount.value is None:
        return False
    stated = amount.value * scale
    if stated <= rate.value:
        return False
    return stated / _SLIP <= rate.value * quantity.value <= stated * _SLIP


def _members(rule: str, rate: Draft, quantity: Draft, amount: Draft) -> Relation:
    members = [Member("rate", rate), Member("quantity", quantity), Member("amount", amount)]
    start = min(rate.start, amount.start)
    return Relation("rate", in_text_order(members), False, start, max(rate.end, amount.end), rule)
