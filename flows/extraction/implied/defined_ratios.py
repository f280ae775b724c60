"""Ratios that are so by definition: a margin of profit over revenue, unemployed over the work force.

That two figures make one is the evidence; where none do, that two would but for one slip of the pen.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.consequences import BESIDES
from flows.extraction.claims.product_slips import Product, meant_but_for_a_slip
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, related
from flows.extraction.implied.series import same_place
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import IMPLIED

_HALF: Final = Decimal("0.5")
_HUNDRED: Final = Decimal(100)
# metric of the ratio: metrics of what is divided, metrics of what it is divided by
_DEFINED: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "margin": (
        frozenset("net_profit operating_profit profit pretax_profit gross_profit".split()),
        frozenset(("revenue",)),
    ),
    "unemployment_rate": (
        frozenset(("unemployed",)),
        frozenset("labour_force workforce work_force employees people".split()),
    ),
    "turnout": (frozenset(("votes", "voters")), frozenset("voters electorate".split())),
}
_DEFINED["operating_margin"] = _DEFINED["net_margin"] = _DEFINED["profit_margin"] = _DEFINED["margin"]
# Those who are looking for work, by what is said of them.
_JOBLESS: Final = frozenset("unemployed jobless workless claimants jobseekers".split())
_WITHOUT: Final = frozenset(
    """without work|without jobs|without job|without a|out of|looking for|seeking work|seeking jobs|seeking a|
    no work|no job|no jobs|searching for|in search""".replace("\n    ", "").split("|")
)
_WORK: Final = frozenset("work job jobs employment".split())
_SAID: Final = 5  # tokens about a count in which that stands
# How often chance may make one of the pairs hold but for a slip, and all of them.
_LIMIT: Final = 0.02
_TOGETHER: Final = 0.08
_MARGINS: Final = frozenset("margin operating_margin net_margin profit_margin".split())
_SORTS: Final = ("operating", "net", "pretax", "gross")
_SMOOTHED: Final = frozenset("smoothed seasonal seasonally adjusted national nationwide nationally".split())
_NEAR: Final = 4  # sentences from a margin to its profit and sales
_OF_A_PART: Final = frozenset(
    "unit units division divisions segment business businesses subsidiary arm".split()
)
_LEVELS: Final = frozenset(("count", "money", "measure"))
_WIDEST: Final = Decimal(5)  # per cent of the ratio beyond which rounding leaves too much open


def find_defined_ratios(reading: Reading, aside: set[int], found: list[Relation]) -> list[Relation]:
    """Return ratios with the two figures of the article that make them; that they do is the evidence."""
    ratios = [d for d in reading.drafts if d.metric_code in _DEFINED and d.unit == "percent" and d.value]
    if not ratios:
        return []
    told = {id(m.draft) for r in found if r.kind == "share" for m in r.members if m.role == "share"}
    relations = []
    for ratio in ratios:
        if id(ratio) in told or ratio.metric_code is None:
            continue
        above, below = _DEFINED[ratio.metric_code]
        drafts = [d for d in reading.drafts if id(d) not in aside]
        is_of_jobless = ratio.metric_code == "unemployment_rate"
        parts = [
            d
            for d in drafts
            if (d.metric_code in above or (is_of_jobless and _is_of_jobless(reading, d))) and _fits(d, ratio)
        ]
        bases = [d for d in drafts if d.metric_code in below and _fits(d, ratio)] if parts else []
        pair = next(
            (
                (part, base)
                for part in parts
                for base in bases
                if _may_slip(part, base) and _makes(ratio, part, base)
            ),
            None,
        )
        if pair is not None:
            members = [Member("share", ratio), Member("part", pair[0]), Member("base", pair[1])]
            relations.append(related("share", IMPLIED + "ratio", *members, told_by=ratio))
            continue
        pairs = [
            (part, base)
            for part in parts
            for base in bases
            if _may_slip(part, base) and _is_of_the_same(reading, ratio, part, base)
        ]
        products = [_product(ratio, *one) for one in pairs]
        if not pairs or any(product.holds() for product in products):
            continue
        if not BESIDES.isdisjoint(reading.document.vocabulary_of(ratio.sentence)):
            continue  # "so turnout including the spoiled papers was 41.6 percent"
        place = meant_but_for_a_slip(products, _LIMIT, _TOGETHER, reading.drafts, found)
        if place is not None:
            part, base = pairs[place]
            members = [Member("share", ratio), Member("part", part), Member("base", base)]
            relations.append(related("share", "defined_ratio", *members, told_by=ratio))
    return relations


def _is_of_jobless(reading: Reading, draft: Draft) -> bool:
    """Whether a count is of people without work."""
    if draft.kind != "count" or draft.value is None:
        return False
    lower, end = reading.document.lower, end_with_noun(draft)
    said = [*lower[max(0, draft.first - _SAID) : draft.first], *lower[draft.last : end + _SAID]]
    if not _JOBLESS.isdisjoint(said):
        return True
    return not _WORK.isdisjoint(said) and any(f"{one} {other}" in _WITHOUT for one, other in pairwise(said))


def _is_of_the_same(reading: Reading, ratio: Draft, part: Draft, base: Draft) -> bool:
    """Whether a margin is told of the whole company, near its profit of the same sort and its sales."""
    words = reading.document.vocabulary_of(ratio.sentence)
    if ratio.metric_code not in _MARGINS:
        return _SMOOTHED.isdisjoint(words)
    sort = next((one for one in _SORTS if one in words), "")
    near = [abs(one.sentence - ratio.sentence) <= _NEAR for one in (part, base)]
    return (
        "margin" in words
        and _OF_A_PART.isdisjoint(words)
        and all(near)
        and bool(sort)
        and part.metric_code == f"{sort}_profit"
        and part.scope == base.scope == ratio.scope
        and part.entity_code == base.entity_code
    )


def _may_slip(part: Draft, base: Draft) -> bool:
    is_alike = part.unit == base.unit or (part.kind == base.kind == "count")
    return is_alike and part is not base and part.kind in _LEVELS and bool(part.value and base.value)


def _product(ratio: Draft, part: Draft, base: Draft) -> Product:
    times = float(ratio.value or 1) * float(base.value or 1) / float(part.value or 1) / float(_HUNDRED)
    return Product([ratio, base], part, times, [ratio, base, part])


def _fits(draft: Draft, ratio: Draft) -> bool:
    codes = draft.entity_code, ratio.entity_code
    return (
        draft.value is not None
        and draft.value > 0
        and draft.kind != "growth"
        and (codes[0] == codes[1] or None in codes or draft.place_code == ratio.place_code)
        and same_place(draft, ratio)
        and (draft.period_end == ratio.period_end or None in (draft.period_end, ratio.period_end))
    )


def _makes(ratio: Draft, part: Draft, base: Draft) -> bool:
    if (
        part is base
        or part.value is None
        or not base.value
        or ratio.value is None
        or part.value >= base.value
    ):
        return False
    made = _HUNDRED * part.value / base.value
    slack = ratio.granule * _HALF + made * _HALF * (part.granule / part.value + base.granule / base.value)
    return (
        slack * _HUNDRED <= max(_WIDEST * ratio.value, _HUNDRED * ratio.granule)
        and abs(made - ratio.value) <= slack
    )
