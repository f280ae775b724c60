"""Whether a change is told against another time than that of the level it was tied to.

"Output fell 4.4% from a year earlier" says that the former level is a year old: what is told of the month
before, or of ten years ago, is not it.
"""

from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Dated, Draft, Relation, drafts_of
from flows.extraction.reading import Reading

_REACH: Final = 8  # tokens from a change to what it is compared with
# "4.4% from a year earlier", "170 fewer than a year before".
_AGAINST: Final = frozenset("than from on over".split())
_THAN: Final = 4  # tokens from a difference to "than"
_YEAR: Final = 12


def is_compared_with_another_time(
    reading: Reading, relation: Relation, spans: dict[int, tuple[str, str]]
) -> bool:
    """Whether the words behind a change rule out the time of one of its levels.

    Args:
        reading: the article.
        relation: a growth, or the difference of two levels.
        spans: first and last day of its figures, by identity, where they are known.
    """
    drafts = drafts_of(relation)
    changes = [member.draft for member in relation.members if member.role in ("growth", "change")]
    change = next((draft for draft in changes or drafts if draft and _compared(reading, draft, drafts)), None)
    if relation.rule == "difference" and any(_is_of_no_level(reading, draft, spans) for draft in drafts):
        return True
    compared = _compared(reading, change, drafts) if change is not None else None
    if compared is None:
        return False
    ends = [_month(spans[id(draft)][1]) for draft in drafts if draft is not change and id(draft) in spans]
    if not ends:
        # "88 seats, 24 fewer than four years ago": than it had, not than the 61 of a rival.
        owners = {draft.entity_code for draft in drafts if draft is not change and draft.entity_code}
        return relation.rule == "difference" and len(owners) > 1
    if len(ends) == len(drafts) - 1:
        apart = max(ends) - min(ends)
        return not compared.shift / 2 <= apart <= compared.shift * 2
    if not reading.published:
        return False
    # A year before the year that has just ended, at most.
    return _month(reading.published) - min(ends) > 2 * compared.shift + _YEAR


def _is_of_no_level(reading: Reading, draft: Draft, spans: dict[int, tuple[str, str]]) -> bool:
    """Whether "18,000 fewer than in 2011" is told against a time of which no level is told."""
    than = reading.document.lower[draft.last : draft.last + _THAN]
    if "than" not in than:
        return False
    behind = draft.last + than.index("than")
    for date in reading.dates[bisect_left(reading.dates, behind, key=_first) :]:
        if date.first > behind + 2:
            return False
        if date.basis == "explicit" and date.start_on and date.end_on:
            return not any(first <= date.end_on and date.start_on <= last for first, last in spans.values())
    return False


def _compared(reading: Reading, draft: Draft, levels: list[Draft]) -> Dated | None:
    """Return the time "before" or "earlier" that stands behind a figure in its clause."""
    dates = reading.dates
    for date in dates[bisect_left(dates, draft.last, key=_first) :]:
        if date.first > draft.last + _REACH:
            return None
        between = reading.document.lower[draft.last : date.first]
        is_of_this = "," not in between and not _AGAINST.isdisjoint(between)
        # "From 140,000 a year earlier" dates that level.
        is_of_this = is_of_this and not any(draft.last <= level.first < date.first for level in levels)
        if date.basis == "comparison" and date.shift > 0 and is_of_this:
            return date
    return None


def _first(date: Dated) -> int:
    return date.first


def _month(day: str) -> int:
    """Return the month of a day, counted through."""
    return int(day[:4]) * _YEAR + int(day[5:7] or 1)
