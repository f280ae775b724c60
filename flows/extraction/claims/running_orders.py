"""Running totals of one article: what has been counted by a later day is no less."""

from functools import lru_cache
from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.implied.series import same_place, same_thing
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import same_measure
from schemas.reference import Reference

_KINDS: Final = frozenset(("count", "money", "measure", "ordinal_milestone"))


def find_running_orders(reading: Reading) -> list[Relation]:
    """Return later and earlier of the running totals of one thing: of events there can only be more.

    What is no count of events (staff, debt, water in a lake) may fall, and is left alone.
    """
    totals: dict[str, list[Draft]] = {}
    for draft in reading.drafts:
        is_total = draft.is_cumulative and draft.kind in _KINDS and draft.period_end is not None
        if is_total and draft.status == "reported" and _is_of_events(reading.reference, draft.metric_code):
            totals.setdefault(draft.metric_code or "", []).append(draft)
    found: list[Relation] = []
    for drafts in totals.values():
        for earlier, later in pairwise(sorted(drafts, key=_end)):
            if earlier.period_end == later.period_end or not _is_one_total(earlier, later):
                continue
            members = (Member("lesser", earlier), Member("greater", later))
            found.append(related("order", "running_total", *members))
    return found


def _is_one_total(one: Draft, other: Draft) -> bool:
    return (
        one.entity_code == other.entity_code
        and same_thing(one, other)
        and same_place(one, other)
        and same_measure(one, other)
        and one.scope == other.scope
        and (one.period_start == other.period_start or None in (one.period_start, other.period_start))
    )


@lru_cache(maxsize=1024)
def _is_of_events(reference: Reference, code: str | None) -> bool:
    """Whether a metric counts events, by its own row or by the one for whatever is counted ("*_sold")."""
    if code is None:
        return False
    fitting = [
        (len(row["metric_code"]), row["aggregation"])
        for row in reference.rows("metrics")
        if row["metric_code"] == code
        or (row["metric_code"].startswith("*_") and code.endswith(row["metric_code"][1:]))
    ]
    return bool(fitting) and max(fitting)[1] == "events"


def _end(draft: Draft) -> str:
    return draft.period_end or ""
