"""A growth that a headline tells, with the levels of the text that it is of: "Harl doubles its profit".

Where no figure of the text repeats it, the first two levels of its metric that the text sets against one
another as of two times are those of the headline, if they stand among its first sentences.
"""

from typing import Final

from flows.extraction.claims.level_growth import QUOTED, miss_of
from flows.extraction.claims.standing import WHOLES
from flows.extraction.claims.standing_growth import is_relative
from flows.extraction.figure import Draft, Member, Relation, by_role, start_of
from flows.extraction.implied.series import grown_metric, kindred, may_be_one, same_place
from flows.extraction.reading import Reading

_FIRST: Final = 3  # the last sentence in which the levels of a headline stand
_OFF: Final = 0.8  # by how much they may miss it and still be meant
_HUNDRED: Final = 100
_EXPECTED: Final = frozenset(
    "sees expects expected forecast forecasts to may could should would outlook target seen adjusted".split()
)


def find_headline_steps(heading: Reading, body: Reading) -> list[Relation]:
    """Return the growth of a headline with new and former level; the words are those of the levels."""
    growths = [draft for draft in heading.drafts if draft.kind == "growth" and is_relative(draft)]
    if len(growths) != 1 or not _EXPECTED.isdisjoint(heading.document.lower):
        return []
    growth = growths[0]
    metric = grown_metric(growth)
    if not growth.value or not metric or metric in QUOTED or _is_repeated(growth, body):
        return []
    steps = [step for one in body.relations if (step := _step(one)) and kindred(metric, step[0].metric_code)]
    if not steps:
        return []
    new, old = min(steps, key=lambda step: min(map(start_of, step)))
    is_meant = (
        max(new.sentence, old.sentence) <= _FIRST
        and may_be_one(growth.entity_code, new.entity_code)
        and same_place(growth, new)
        and new.status == old.status == "reported"
        and new.unit not in WHOLES
    )
    off = miss_of(growth, new, old, is_growth=True) if is_meant else None
    if off is None or off > _OFF:
        return []
    members = Member("growth", growth), Member("new", new), Member("old", old)
    start, end = min(new.start, old.start), max(new.end, old.end)
    return [Relation("growth", members, False, start, end, "headline_step")]


def _is_repeated(growth: Draft, body: Reading) -> bool:
    """Whether the text tells a growth as large: then that one is held against levels of its own."""
    told = _size(growth)
    return any(
        draft.value
        and draft.kind in ("growth", "rate", "share")
        and (draft.unit == "times") == (growth.unit == "times")
        and (draft.unit in WHOLES or draft.unit == "times")
        and abs(_size(draft) - told) <= float(draft.granule + growth.granule) / 2
        for draft in body.drafts
    )


def _size(draft: Draft) -> float:
    size = abs(float(draft.value or 0))
    return size * _HUNDRED if draft.unit == "fraction" else size


def _step(relation: Relation) -> tuple[Draft, Draft] | None:
    """Return new and former level of what sets two levels against one another as of two times."""
    roles = by_role(relation)
    if relation.kind == "growth":
        new, old = roles.get("new"), roles.get("old")
        return None if new is None or old is None else (new, old)
    one, other = roles.get("greater"), roles.get("lesser")
    if relation.kind != "order" or one is None or other is None or one.metric_code != other.metric_code:
        return None
    if one.period_end is None or other.period_end is None or one.period_end == other.period_end:
        return None
    return (one, other) if one.period_end > other.period_end else (other, one)
