"""Orders and conversions: "5,973, fewer than the 9,808 of ...", "250 km (155 miles)"."""

import re
from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import dimensions, is_bad, is_conversion, same_measure
from flows.extraction.relations.relating import (
    BEFORE,
    COMPARED,
    FILLER,
    Changes,
    is_aside,
    is_current,
    is_level,
    relate,
)
from flows.extraction.relations.shapes import Shape

_CONVERSIONS: Final = [
    re.compile(pattern)
    for pattern in (
        r"(?P<a>L)w?[(/\[][|qk]*(?P<b>L)(?:[;,/|]q?(?P<c>L))?(?=[)\]])",
        r"(?P<a>L)w?\([|qk]*(?P<b>L)\)[;,]?\((?P<c>L)\)",
        r"(?P<a>L),?[|]q?(?P<b>L)(?=[,).]|$)",
        r"(?P<a>L)[,-]{0,2}(?:e?kto?|kt)q?(?P<b>L)",
        # "45 months, or four and a half years": without the comma they would be two terms.
        r"(?P<a>T)w?[(\[]q{0,2}(?P<b>T)(?=[)\]])",
        r"(?P<a>T),[|]q?(?P<b>T)(?=[,).]|$)",
        r"(?P<a>L)[,-](?P<hedge>q{1,2})(?P<b>L)(?=[,).;-]|$)",
        r"(?P<a>[LT])[,-]{1,2}(?P<that>ew|Ww|w)q{0,2}(?P<b>[LT])(?=[,).;-]|$)",
    )
]
# One of these is in each of them.
_MARKS_OF_CONVERSION: Final = frozenset("(/[|k,-")
# "26 miles, that is 42 kilometres"
_THAT_IS: Final = frozenset((("that", "is"), ("which", "is"), ("i.e.",), ("that's",), ("namely",)))
# a is compared with b by a word: more or above, less or below. Without a comma "3 more than the 22" would be
# a difference; "3, more than the 2", "3 below the 4" are none.
_JUDGING: Final = frozenset("better worse".split())
_THAN: Final = re.compile(
    rf"(?P<a>[LP]){FILLER}{{0,7}}(?:[,(-]x?q?(?P<v>[mlud]c?|zo)|(?P<w>[mlud]))(?:e[qw]{{0,2}}|N?s[qw]{{0,2}})"
    r"(?P<b>[LP])"
)
# "compared with 9,808 for the Volt, which now leads"
_NEARLY: Final = re.compile(rf"(?P<a>L){FILLER}{{0,8}},?qw(?:e[qw]{{0,2}}|s)(?P<b>L)")
_WHICH_LEADS: Final = re.compile(rf"(?P<a>L){FILLER}{{0,8}},?c[ht]?{BEFORE}(?P<b>L)i{FILLER}{{0,4}},Wq?z")
_OUTSOLD: Final = re.compile(
    rf"z{FILLER}{{0,6}},?h{FILLER}{{0,4}}(?P<a>L){FILLER}{{0,6}}c[ht]?{BEFORE}(?P<b>L)"
)
_FOLLOWED: Final = re.compile(r"(?P<a>[LP])[^;:xF]{0,40}?Fb(?P<rest>e?N)")
# "45.6%, less than the 47.3% forecast and down from 47.1%": of the first figure, too.
# "$735 million, beating the average estimate of $708 million"
_ESTIMATE: Final = re.compile(
    rf"(?P<a>[LP]){FILLER}{{0,8}}[,(-]x?q?(?P<v>[mlz])c?(?P<what>[eNswq]{{1,6}})[oai]?{BEFORE}(?P<b>[LP])"
)
# One of these is in each pattern of an order.
_COMPARING: Final = frozenset("mludzFq")
_ESTIMATES: Final = frozenset(
    """estimate estimates expectation expectations forecast forecasts target consensus average record high
    peak level limit guidance goal quota""".split()
)
# "received 873 votes, ahead of Paul Lind with 402 votes and Rosa Amat with 125"
_AHEAD: Final = re.compile(
    rf"(?P<a>[LP]){FILLER}{{0,6}}[,(-]{{0,2}}q?(?P<v>z[ow]?|[ml]c|l)(?P<who>e?w{{0,2}}Ns?[wNe]{{0,3}})"
    r"(?:,?[Wc]?[hawi]w?|[,(-])q{0,2}e?q?(?P<b>[LP])"
)
_BEHIND: Final = frozenset(("behind", "trailing"))
# "$9.1 billion, up from a forecast of $8.2 billion before, and above the $7.3 billion of 2012"
_FROM_FORECAST: Final = re.compile(
    rf"(?P<a>L){FILLER}{{0,8}}[,(-]{{1,2}}q?(?P<v>[ud])f(?P<what>[eqw]{{1,4}})oq?(?P<b>L)"
)
_AND_ABOVE: Final = re.compile(rf"{FILLER}{{0,3}},?&q?(?P<v>[ml])c?eq?(?P<b>L)")
_AND_FROM: Final = re.compile(rf"{FILLER}{{0,5}}(?:,?&|,)(?P<v>[ud])f{BEFORE}(?P<b>[LP])")
_FROM_BELOW: Final = frozenset(
    "lowest smallest fewest least cheapest worst weakest bottom youngest shortest".split()
)
# "The worst hit was Dena": it has the most.
_STRUCK: Final = frozenset(("hit", "affected", "struck", "-"))
_NEAR: Final = 8  # words between two rivals
_INDEFINITE: Final = frozenset(("a", "an"))
_INDIAN: Final = frozenset("crore crores lakh lakhs".split())


def find_comparisons(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return the orders that the words of single sentences state."""
    found: list[Relation] = []
    for shape in shapes:
        if len(shape.figures) > 1:
            found += _orders(reading, shape, changes)
    return found


def find_conversions(reading: Reading, shapes: list[Shape]) -> list[Relation]:
    """Return the figures that are given in a second unit beside the first."""
    return [
        relation for shape in shapes if len(shape.figures) > 1 for relation in _conversions(reading, shape)
    ]


def converted(relations: list[Relation]) -> set[int]:
    """Return the figures (by identity) that only repeat another in a second unit."""
    return figures_of((one for one in relations if one.kind == "conversion"), "to")


def _is_judged(reading: Reading, shape: Shape, word: int, places: tuple[int, int]) -> bool:
    """Whether a word says which is better, of things that are better when there is less of them: a loss."""
    lower = reading.document.lower
    if lower[shape.tokens[word]] not in _JUDGING:
        return False
    return any(is_bad(lower, shape.draft(place)) for place in places)


def _conversions(reading: Reading, shape: Shape) -> list[Relation]:
    found: list[Relation] = []
    seen: set[int] = set()
    lower = reading.document.lower
    if _MARKS_OF_CONVERSION.isdisjoint(shape.classes):
        return found
    for pattern in _CONVERSIONS:
        for match in pattern.finditer(shape.classes):
            origin = match.start("a")
            if "that" in pattern.groupindex:
                words = lower[shape.tokens[match.start("that")] : shape.tokens[match.end("that")]]
                if tuple(words) not in _THAT_IS:
                    continue
            for group in ("b", "c"):
                other = match.start(group) if group in pattern.groupindex else -1
                if other < 0 or other in seen:
                    continue
                pair = shape.draft(origin), shape.draft(other)
                if "hedge" in pattern.groupindex and "money" in (pair[0].kind, pair[1].kind):
                    continue
                if _is_second_of_two(reading, shape, origin):
                    continue  # "seven pounds, two ounces (3.23 kilograms)"
                is_converted = is_conversion(*pair, reading.reference)
                if is_converted or _is_counted_twice(reading, *pair):
                    seen.add(other)
                    members = [(origin, "from"), (other, "to")]
                    rule = "in_another_unit" if is_converted else "told_again"
                    found.append(relate(shape, "conversion", rule, members))
    return found


def _is_second_of_two(reading: Reading, shape: Shape, place: int) -> bool:
    """Whether a measure goes on with smaller units what the one right before it began."""
    one = shape.draft(place)
    before = [shape.draft(position) for position in shape.figures if position < place][-1:]
    if one.kind != "measure" or not before or before[0].kind != "measure" or before[0].unit == one.unit:
        return False
    words = reading.document.lower[before[0].last : one.first]
    known = dimensions(reading.reference)
    own, told = known.get(one.unit or ""), known.get(before[0].unit or "")
    return words in ([], [","], ["and"]) and own is not None and own == told


def _is_counted_twice(reading: Reading, one: Draft, other: Draft) -> bool:
    """Whether a number is given in the Indian way and in the western one: "45 crore rupees (450 million)"."""
    words = reading.document.vocabulary_of(one.sentence)
    if one.unit != other.unit or _INDIAN.isdisjoint(words):
        return False
    lower = reading.document.lower
    is_indian = [not _INDIAN.isdisjoint(lower[draft.first : draft.last]) for draft in (one, other)]
    return is_indian.count(True) == 1


def _orders(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    classes = shape.classes
    found: list[Relation] = []
    if _COMPARING.isdisjoint(classes):
        return found
    for match in _THAN.finditer(classes):
        one, other = match.start("a"), match.start("b")
        if COMPARED.search(classes, max(0, one - 4), one):
            continue
        one = _told_before(shape, one, changes)
        if _is_judged(
            reading, shape, match.start("v") if match.group("v") else match.start("w"), (one, other)
        ):
            continue
        if _comparable(shape, one, other, changes) and not _indefinite(
            reading, shape, match.start("v"), other
        ):
            above = (match.group("v") or match.group("w"))[0] in "muz"
            found.append(_order(shape, "more_than", *((one, other) if above else (other, one))))
            also = _AND_FROM.match(classes, other + 1)
            if also and _comparable(shape, one, also.start("b"), changes):
                third = also.start("b")
                up = also.group("v") == "u"
                found.append(_order(shape, "and_up_from", *((one, third) if up else (third, one))))
    for match in _NEARLY.finditer(classes):
        one, other = match.start("a"), match.start("b")
        words = reading.document.lower[shape.tokens[one + 1] : shape.tokens[other]]
        if "nearly" in words and "matching" in words and _comparable(shape, one, other, changes):
            found.append(_order(shape, "nearly_matching", other, one))
    for match in _ESTIMATE.finditer(classes):
        one, other = match.start("a"), match.start("b")
        if COMPARED.search(classes, max(0, one - 4), one):
            # "168, compared with 82 a year earlier, above the estimate of 160"
            one = max((p for p in shape.figures if p < one), default=one)
        if shape.draft(one).metric_code != shape.draft(other).metric_code:
            continue
        if match.group("v") == "z" and is_aside(classes, one, match.start("v")):
            continue
        words = reading.document.lower[shape.tokens[match.start("what")] : shape.tokens[match.end("what")]]
        if _comparable(shape, one, other, changes) and not _ESTIMATES.isdisjoint(words):
            members = (other, one) if match.group("v") == "l" else (one, other)
            found.append(_order(shape, "against_estimate", *members))
    found += _ahead(reading, shape, changes)
    for match in _FROM_FORECAST.finditer(classes):
        one, other = match.start("a"), match.start("b")
        words = reading.document.lower[shape.tokens[match.start("what")] : shape.tokens[match.end("what")]]
        if _ESTIMATES.isdisjoint(words) or not _comparable(shape, one, other, changes):
            continue
        if "I" in classes[max(0, one - 3) : one]:
            continue  # "3.10 a share, including 12 cents of options, up from a prior forecast of 3.03"
        up = match.group("v") == "u"
        found.append(_order(shape, "from_forecast", *((one, other) if up else (other, one))))
        also = _AND_ABOVE.match(classes, other + 1)
        if also and _comparable(shape, one, also.start("b"), changes):
            third, above = also.start("b"), also.group("v") == "m"
            found.append(_order(shape, "and_above", *((one, third) if above else (third, one))))
    if "z" in classes:
        for rule, pattern in (("which_leads", _WHICH_LEADS), ("leads_with", _OUTSOLD)):
            for match in pattern.finditer(classes):
                one, other = match.start("a"), match.start("b")
                if _comparable(shape, one, other, changes):
                    greater, lesser = (other, one) if rule == "which_leads" else (one, other)
                    found.append(_order(shape, rule, greater, lesser))
    if "F" in classes:
        found += _followed(reading, shape, changes)
    return found


def _told_before(shape: Shape, position: int, changes: Changes) -> int:
    """Return the level that a former one is told for: "to 47 from 40 a year ago, beating the 44 of polls"."""
    is_led = shape.classes[max(0, position - 2) : position] in ("Lf", "Pf")
    if id(shape.draft(position)) not in changes.former and not is_led:
        return position
    news = [p for p in shape.figures if p < position and is_level(shape, p, changes)]
    return news[-1] if news else position


def _ahead(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    """Return the orders of "received 873 votes, ahead of Paul Lind with 402 and Rosa Amat with 125"."""
    classes = shape.classes
    found: list[Relation] = []
    for match in _AHEAD.finditer(classes):
        one, other = match.start("a"), match.start("b")
        behind = match.group("v")[0] == "l"
        if match.group("v") == "l" and reading.document.lower[shape.tokens[match.start("v")]] not in _BEHIND:
            continue
        if not _comparable(shape, one, other, changes) or shape.draft(one).kind == "growth":
            continue
        if match.start("v") == one + 1:
            continue  # "with 214, six ahead of A, who has 208": the six lie between
        rivals = [other]
        for position in shape.figures:
            if position <= other or "N" not in classes[rivals[-1] : position]:
                continue
            between = classes[rivals[-1] + 1 : position]
            if not {",", "&"} & set(between) or set(between) & set(";xtfUVudi") or len(between) > _NEAR:
                break
            if not _comparable(shape, one, position, changes):
                break
            rivals.append(position)
        for rival in rivals:
            found.append(_order(shape, "ahead_of", *((rival, one) if behind else (one, rival))))
    return found


def _followed(reading: Reading, shape: Shape, changes: Changes) -> list[Relation]:
    """Return the falling order of "A with 9, followed by B (8) and C (7)"."""
    match = _FOLLOWED.search(shape.classes)
    if match is None:
        return []
    before = [
        position
        for position in shape.figures
        if position < match.start("rest")
        and _listed(shape, position, changes)
        and shape.classes[position + 1] not in "ml"  # "572, three fewer than before, followed by"
    ]
    if not before:
        return []
    chain = [before[-1]]
    for position in shape.figures:
        if position > match.start("rest") and _comparable(shape, chain[0], position, changes):
            if set(shape.classes[chain[-1] : position]) & {";", "x", "D"}:
                break
            chain.append(position)
    lower = reading.document.lower
    if any(
        lower[token] in _FROM_BELOW and lower[token + 1] not in _STRUCK
        for token in range(shape.tokens[0], shape.tokens[match.start("rest")])
    ):
        chain.reverse()  # "the lowest rate, 3.2%, followed by ..."
    return [_order(shape, "followed_by", greater, lesser) for greater, lesser in pairwise(chain)]


def _listed(shape: Shape, position: int, changes: Changes) -> bool:
    return shape.classes[position] in "LP" and is_current(shape.draft(position), changes)


def _comparable(shape: Shape, one: int, other: int, changes: Changes) -> bool:
    first, second = shape.draft(one), shape.draft(other)
    return (
        shape.classes[one] == shape.classes[other]
        and same_measure(first, second)
        and first.kind == second.kind
        and is_current(first, changes)
        and is_current(second, changes)
    )


def _indefinite(reading: Reading, shape: Shape, start: int, end: int) -> bool:
    lower = reading.document.lower
    return any(word in _INDEFINITE for word in lower[shape.tokens[start] : shape.tokens[end]])


def _order(shape: Shape, rule: str, greater: int, lesser: int) -> Relation:
    return relate(shape, "order", rule, [(greater, "greater"), (lesser, "lesser")])
