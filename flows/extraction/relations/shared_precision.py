"""The place to which figures are printed that a text sets against one another.

"Rose to $57 million from $50 million" says 50 to the million, not to the ten million: the zero is a digit
like the 7 beside it. Alone, "$50 million" may be rounded to ten million.
"""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from flows.extraction.figure import Because, Draft, Relation
from flows.extraction.numbers.intervals import Scale, interval_rules, intervals
from flows.extraction.reading import Reading

# Of which roles the figures of a relation are printed alike.
_ALIKE: Final = {
    "growth": frozenset(("new", "old")),
    "sum": frozenset(("part", "total")),
    "share": frozenset(("part", "base")),
    "order": frozenset(("greater", "lesser")),
    "ratio": frozenset(("numerator", "denominator")),
}
_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
# A zero beside a finer figure is a digit; two zeros may still be rounding.
_FINER: Final = 10
_FAR: Final = 2  # sentences between figures that are set against one another
_ONE: Final = Decimal(1)
Place = tuple[str | None, str, Decimal]


def share_precision(reading: Reading, relations: list[Relation], *, far: int = _FAR) -> None:
    """Narrow the intervals of round figures that stand in a relation with figures printed alike but finer.

    Printed alike is what has the same unit, the same words of magnitude and the same digits after the point.
    Over all gathered growths with both levels, those with such a pair hold as often as others do on the
    narrower intervals.

    Args:
        reading: the article.
        relations: what sets its figures against one another.
        far: over how many sentences they may stand.
    """
    for relation in relations:
        roles = _ALIKE.get(relation.kind)
        if roles is None:
            continue
        groups: dict[Place, list[Draft]] = {}
        for member in relation.members:
            draft = member.draft
            if draft is None or member.role not in roles or draft.qualifier != "exact":
                continue
            place = _printed(reading, draft)
            if place is not None:
                groups.setdefault(place, []).append(draft)
        for (_, _, step), drafts in groups.items():
            if len(drafts) > 1 and drafts[-1].sentence - drafts[0].sentence <= far:
                _narrow(reading, drafts, step)


def _printed(reading: Reading, draft: Draft) -> Place | None:
    """Return unit, kind and the last printed place of a plain number in digits, or None."""
    if draft.form != "digits" or not draft.value or draft.kind == "ordinal_milestone":
        return None
    match = _DIGITS.search(reading.document.text, draft.start, draft.end)
    if match is None:
        return None
    try:
        printed = Decimal(match.group().replace(",", ""))
        scale = abs(draft.value) / printed
    except (InvalidOperation, ZeroDivisionError):
        return None
    if scale != _ONE.scaleb(scale.adjusted()):
        return None  # the digits mean something else: "2,5" or "1.708"
    decimals = len(match.group().partition(".")[2])
    return (
        draft.unit if draft.kind in ("money", "measure", "percent") else "",
        draft.kind,
        scale.scaleb(-decimals),
    )


def _narrow(reading: Reading, drafts: list[Draft], step: Decimal) -> None:
    finest = min(draft.granule or step for draft in drafts)
    fives = all(_ends_on_five(draft) for draft in drafts if (draft.granule or step) == finest)
    for draft in drafts:
        granule = draft.granule
        if not granule or (granule <= finest and (fives or not _is_coarse(draft))):
            continue
        shared = max(finest, granule / _FINER) if granule > finest else granule
        _set(reading, draft, shared)


def _is_coarse(draft: Draft) -> bool:
    """Whether the figure may stand on steps of five or of ten points, as its interval says."""
    low, value = draft.stated_low, draft.value
    return low is not None and value is not None and value - low > draft.granule


def _ends_on_five(draft: Draft) -> bool:
    if draft.value is None or not draft.granule:
        return False
    return abs(draft.value) / draft.granule % 10 in (Decimal(5), Decimal(0))


def _set(reading: Reading, draft: Draft, granule: Decimal) -> None:
    value = draft.value
    if value is None:
        return
    exact = granule <= _ONE and draft.kind == "count"
    draft.granule = Decimal(0) if exact else granule
    draft.stated_low, draft.stated_high, draft.read_low, draft.read_high = intervals(
        interval_rules(reading.reference), "exact" if exact else "bare", value, value, Scale(granule, granule)
    )
    draft.why["interval"] = Because("interval: as fine as what it is set against", draft.start, draft.end)
