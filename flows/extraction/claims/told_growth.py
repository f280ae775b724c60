"""Growth whose levels stand elsewhere: "24% more than in 2003. ... In 2003 output was 11.5 million"."""

from bisect import bisect_left
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, by_role, first_of, in_text_order, related
from flows.extraction.implied.series import (
    PRICES,
    alike,
    grown_metric,
    kindred,
    same_end,
    same_place,
    same_thing,
)
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import IMPLIED, Changes

_NEAR: Final = 3  # sentences between a growth and levels that are told as a step
_FAR: Final = 14  # sentences between a growth and levels of its own metric
_ROUND: Final = Decimal("0.15")  # by how much "doubled" may miss
_MOST: Final = 12  # levels that are tried about one growth
_TELLING: Final = 3  # per cent, below which levels agree with a growth by chance
_RELATIVE: Final = frozenset(("percent", "times", "fraction", "percentage point", "basis point"))
_BESIDE: Final = 8  # tokens between a change and its percentage
_OFF: Final = 0.25
_HALF: Final = Decimal("0.5")
_LEVELS: Final = frozenset(("count", "money", "measure", "score"))


def find_told_growth(reading: Reading, changes: Changes, found: list[Relation]) -> list[Relation]:
    """Return the growths without a former level, with the two levels nearby that make them.

    New and old level are of one metric, or already told as the one after the other; the growth is of the same
    metric or thing. That the numbers agree is the evidence.
    """
    tied: dict[int, Relation] = {}
    steps: list[tuple[Draft, Draft]] = []
    complete: set[int] = set()
    for relation in found:
        roles = by_role(relation)
        if relation.kind == "growth":
            growth = roles.get("growth")
            if growth is not None:
                tied[id(growth)] = relation
                if "old" in roles:
                    complete.add(id(growth))
        elif relation.kind == "order":
            step = _step(roles["greater"], roles["lesser"], changes)
            if step is not None:
                steps.append(step)
    loose = [
        draft
        for draft in reading.drafts
        if draft.kind == "growth"
        and draft.unit in ("percent", "times")
        and id(draft) not in complete
        and draft.value
    ]
    if not loose:
        return []
    levels: dict[str, list[Draft]] = {}
    for draft in reading.drafts:
        if (
            draft.kind in _LEVELS
            and draft.metric_code is not None
            and draft.value is not None
            and draft.value > 0
        ):
            levels.setdefault(draft.metric_code, []).append(draft)
    steps.sort(key=_of_step)
    relations = _by_changes(reading, loose, tied)
    for growth in loose:
        pair = _by_steps(growth, steps) or _by_levels(growth, levels, tied.get(id(growth)))
        if pair is not None:
            new, old = pair
            members = [Member("growth", growth), Member("new", new), Member("old", old)]
            relations.append(related("growth", IMPLIED + "growth", *members, told_by=growth))
    return relations


def _step(greater: Draft | None, lesser: Draft | None, changes: Changes) -> tuple[Draft, Draft] | None:
    """Return which of two ordered levels came after the other, where that is known: (new, old)."""
    if greater is None or lesser is None or greater.kind not in _LEVELS:
        return None
    for new, old in ((greater, lesser), (lesser, greater)):
        if id(old) in changes.former and id(new) not in changes.former:
            return new, old
        ends = new.period_end, old.period_end
        if ends[0] is not None and ends[1] is not None and ends[0] > ends[1] and same_thing(new, old):
            return new, old
    return None


def _by_changes(reading: Reading, loose: list[Draft], tied: dict[int, Relation]) -> list[Relation]:
    """Return the growths beside a change in the unit of a level nearby: "rose by 5 million, or 12%"."""
    drafts = reading.drafts
    found: list[Relation] = []
    for growth in loose:
        if growth.unit != "percent" or id(growth) in tied:
            continue
        index = bisect_left(drafts, growth.first, key=first_of)
        for change in (*drafts[max(0, index - 1) : index], *drafts[index + 1 : index + 2]):
            if (
                change.kind != "growth"
                or change.unit in _RELATIVE
                or abs(change.first - growth.first) > _BESIDE
            ):
                continue
            for level in drafts[max(0, index - _MOST) : index + _MOST]:
                if abs(level.sentence - growth.sentence) > 1 or level.kind not in _LEVELS:
                    continue
                if level.unit != change.unit:
                    continue
                role = _made_by_change(growth, change, level)
                if role:
                    members = [Member("change", change), Member("growth", growth), Member(role, level)]
                    start, end = min(change.start, growth.start), max(change.end, growth.end)
                    found.append(
                        Relation("growth", in_text_order(members), False, start, end, IMPLIED + "change")
                    )
                    break
            else:
                continue
            break
    return found


def _made_by_change(growth: Draft, change: Draft, level: Draft) -> str:
    """Return what a level is, old or new, where the change makes the growth of it, else ""."""
    if growth.value is None or change.value is None or level.value is None or level.value <= 0:
        return ""
    change_value, level_value = float(change.value), float(level.value)
    if abs(change_value) >= level_value or not change_value:
        return ""
    slack = float(max(growth.granule, Decimal("0.1"))) / 2
    wanted = abs(float(growth.value))
    rounding = float(change.granule) / abs(change_value) + float(level.granule) / level_value
    for role, base in (("new", level_value - change_value), ("old", level_value)):
        made = 100 * abs(change_value) / base
        if abs(made - wanted) <= slack + made * rounding / 2:
            return role
    return ""


def _by_steps(growth: Draft, steps: list[tuple[Draft, Draft]]) -> tuple[Draft, Draft] | None:
    telling = growth.value is not None and abs(growth.value) > _TELLING
    for new, old in steps[bisect_left(steps, growth.sentence - _NEAR, key=_of_step) :]:
        if new.sentence > growth.sentence + _NEAR:
            break
        if not _agrees(growth, new, old):
            continue
        next_to = abs(new.sentence - growth.sentence) <= 1
        of_one_family = kindred(grown_metric(growth), new.metric_code)
        one_thing = growth.entity_code is not None and growth.entity_code == new.entity_code
        unnamed = growth.entity_code is None and new.entity_code is None
        if (
            (of_one_family and (one_thing or same_thing(growth, new)))
            or (next_to and one_thing and telling and new.kind == "count")
            or (next_to and unnamed and same_place(growth, new) and telling)
        ):
            return new, old
    return None


def _by_levels(
    growth: Draft, levels: dict[str, list[Draft]], relation: Relation | None
) -> tuple[Draft, Draft] | None:
    """Return the level that a growth is said of and an earlier one of its metric that makes it."""
    if relation is not None:
        news = [m.draft for m in relation.members if m.role == "new" and m.draft is not None]
        code = news[0].metric_code if news else None
    else:
        news = []
        code = grown_metric(growth)
    telling = growth.value is not None and abs(growth.value) > _TELLING
    near: list[Draft] = []
    for other, drafts in levels.items():
        if kindred(code, other):
            index = bisect_left(drafts, growth.first, key=first_of)
            near += drafts[max(0, index - _MOST) : index + _MOST]
    near = [draft for draft in near if abs(draft.sentence - growth.sentence) <= _FAR]
    if relation is None:
        news = [
            draft
            for draft in near
            if (same_end(growth, draft) or draft.metric_code in PRICES)
            and (
                growth.granule < 1
                or same_thing(growth, draft)
                or abs(draft.sentence - growth.sentence) <= (_NEAR if telling else 1)
            )
        ]
    for new in news:
        for old in near:
            if (
                old is not new
                and alike(old, new)
                and (relation is not None or same_thing(old, new) or _told_together(old, new))
                and (
                    growth.unit == "percent"
                    or old.sentence == new.sentence
                    or growth.sentence == new.sentence
                )
                and same_place(old, new)
                and (_came_before(old, new) or _on_one_day(old, new, growth))
                and _agrees(growth, new, old)
            ):
                return new, old
    return None


def _told_together(old: Draft, new: Draft) -> bool:
    """Whether one sentence gives both levels, and they are not the prices of two things."""
    return old.sentence == new.sentence and new.metric_code not in PRICES


def _of_step(step: tuple[Draft, Draft]) -> int:
    return step[0].sentence


def _came_before(old: Draft, new: Draft) -> bool:
    return old.period_end is None or new.period_end is None or old.period_end < new.period_end


def _on_one_day(old: Draft, new: Draft, growth: Draft) -> bool:
    """Whether two levels may be of one day: two prices, or two levels of one sentence with a fine growth."""
    if new.metric_code in PRICES:
        return old.period_end == new.period_end
    return old.sentence == new.sentence and growth.granule < 1


def _agrees(growth: Draft, new: Draft, old: Draft) -> bool:
    """Whether the levels make the growth, within its own rounding and that of the levels."""
    if growth.value is None or new.value is None or old.value is None or old.value <= 0 or new.value <= 0:
        return False
    # Most pairs are far off: that is seen sooner in floats.
    rough = float(new.value) / float(old.value) - (0 if growth.unit == "times" else 1)
    wanted = float(growth.value) / (1 if growth.unit == "times" else 100)
    if abs(rough - wanted) > _OFF * abs(wanted) + _OFF / 10:
        return False
    ratio = new.value / old.value
    if growth.unit == "times":
        # "nearly tripled" and "doubled" are round numbers.
        return abs(ratio - growth.value) <= growth.value * _ROUND and ratio > 1
    slack = max(growth.granule, Decimal("0.1")) * _HALF
    if growth.granule < 1 and abs((ratio - 1) * 100 - growth.value) <= slack:
        return True  # 8.3%, from 240 to 260: to the digit, however round the levels
    slack += 100 * ratio * (new.granule / new.value + old.granule / old.value) * _HALF
    if slack > max(Decimal("1.5"), abs(growth.value) / 6):
        return False
    return abs((ratio - 1) * 100 - growth.value) <= slack
