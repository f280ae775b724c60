"""Ratios that are so by definition: a margin of profit over revenue, unemployed over the work force."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related
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
        parts = [d for d in drafts if d.metric_code in above and _fits(d, ratio)]
        bases = [d for d in drafts if d.metric_code in below and _fits(d, ratio)] if parts else []
        pair = next(
            (
                (part, base)
                for part in parts
                for base in bases
                if part.unit == base.unit and _makes(ratio, part, base)
            ),
            None,
        )
        if pair is not None:
            members = [Member("share", ratio), Member("part", pair[0]), Member("base", pair[1])]
            relations.append(related("share", IMPLIED + "ratio", *members, told_by=ratio))
    return relations


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
