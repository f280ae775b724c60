"""Differences whose two levels stand elsewhere: "gained $1.20 to $41.20. ... It had closed at $40".

A change in the unit of its level, or what one level is said to be above another ("a $5 premium"). The level
that it led to stands with it, the other one nearby: that the three agree to the last digit is the evidence.
"""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.implied.series import same_place
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import is_per_once, opposed
from flows.extraction.relations.relating import IMPLIED

_AROUND: Final = 10  # levels that are tried on each side of a difference
_FAR: Final = 8  # sentences between the two levels
_CHANCE: Final = 0.15  # how likely one of the pairs that were tried may differ by just that
_RELATIVE: Final = frozenset(("percent", "times", "fraction", "percentage point", "basis point", "point"))
_CHANGING: Final = frozenset(("growth", "money", "measure"))
_LEVELS: Final = frozenset(("count", "money", "measure"))
# What a figure is called that says how far one level is above another.
_APART: Final = frozenset("premium discount gap spread lead difference".split())
_MOVED: Final = frozenset(("lower", "higher"))
_BESIDE: Final = 8  # tokens between a change and its percentage
_TOLERANCE: Final = Decimal("0.1")


def find_told_differences(reading: Reading, known: list[Relation]) -> list[Relation]:
    """Return changes with both their levels, and distances with the two levels that they lie between."""
    drafts, lower = reading.drafts, reading.document.lower
    tied = {
        id(m.draft)
        for r in known
        for m in r.members
        if m.role == "change" and any(other.role == "old" for other in r.members)
    }
    found: list[Relation] = []
    for index, draft in enumerate(drafts):
        if draft.kind not in _CHANGING or not draft.value or draft.unit in _RELATIVE or id(draft) in tied:
            continue
        after = lower[draft.last : draft.last + 1]
        if draft.kind == "growth":
            found += _change(reading, index, draft.value)
        elif not _MOVED.isdisjoint(after):
            found += _change(reading, index, draft.value if after[0] == "higher" else -draft.value)
        elif draft.kind == "money" and not _APART.isdisjoint((*after, *lower[draft.first - 2 : draft.first])):
            found += _distance(reading, index)
    return found


def _levels(drafts: list[Draft], index: int) -> list[Draft]:
    """Return the levels in the unit of a difference near it, the nearest first."""
    difference = drafts[index]
    found = [
        draft
        for draft in drafts[max(0, index - _AROUND) : index + _AROUND + 1]
        if draft is not difference
        and draft.kind in _LEVELS
        and draft.value is not None
        and draft.value > 0
        and (draft.unit == difference.unit or is_per_once(draft, difference))
        and abs(draft.sentence - difference.sentence) <= _FAR
    ]
    return sorted(found, key=lambda draft: abs(draft.first - difference.first))


def _change(reading: Reading, index: int, value: Decimal) -> list[Relation]:
    """Return a change with the level of its sentence that it led to and the one that it started from."""
    drafts = reading.drafts
    change = drafts[index]
    levels = _levels(drafts, index)
    news = [level for level in levels if level.sentence == change.sentence]
    if not news:
        return []
    new = news[0]
    wanted = (new.value or Decimal(0)) - value
    tries = 0
    for old in levels:
        if old is new or old.value is None or not same_place(old, new) or old.value == new.value:
            continue
        tries += 1
        if old.value == wanted and not opposed(reading.document.lower, new, old):
            if tries * float(_step(change, new, old)) > _CHANCE * abs(float(value)):
                return []
            members = [Member("change", change), Member("new", new), Member("old", old)]
            percentage = _percentage(drafts, index, value / old.value * 100)
            if percentage is not None:
                members.append(Member("growth", percentage))
            return [related("growth", IMPLIED + "difference", *members, told_by=change)]
    return []


def _distance(reading: Reading, index: int) -> list[Relation]:
    """Return a distance with the lower and the higher level nearby that it is between, as parts and total."""
    distance = reading.drafts[index]
    levels = _levels(reading.drafts, index)
    tries = 0
    for place, one in enumerate(levels):
        for other in levels[place + 1 :]:
            if one.value is None or other.value is None or distance.value is None or one.value == other.value:
                continue
            tries += 1
            if abs(one.value - other.value) == abs(distance.value):
                if tries * float(_step(distance, one, other)) > _CHANCE * abs(float(distance.value)):
                    return []
                low, high = (one, other) if one.value < other.value else (other, one)
                members = [Member("total", high), Member("part", low), Member("part", distance)]
                rule = IMPLIED + "difference"
                return [related("sum", rule, *members, told_by=distance, is_complete=True)]
    return []


def _step(*drafts: Draft) -> Decimal:
    """Return the place of the last digit of the figures, of the finest: so far apart two levels can be."""
    steps = [draft.granule for draft in drafts if draft.granule > 0]
    return min(steps) if steps else Decimal(1)


def _percentage(drafts: list[Draft], index: int, made: Decimal) -> Draft | None:
    """Return the percentage beside a change that says the same: "33 cents, or 0.5%"."""
    change = drafts[index]
    for draft in (*drafts[max(0, index - 1) : index], *drafts[index + 1 : index + 2]):
        if (
            draft.kind == "growth"
            and draft.unit == "percent"
            and draft.value is not None
            and abs(draft.first - change.first) <= _BESIDE
            and abs(draft.value - made) <= max(draft.granule, _TOLERANCE)
        ):
            return draft
    return None
