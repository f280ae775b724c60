"""Sums that another level, or a part more or less, would make hold."""

from decimal import Decimal
from itertools import combinations
from typing import Final

from flows.extraction.claims.levels_alike import levels_alike
from flows.extraction.claims.standing import WHOLES, is_share_of
from flows.extraction.figure import Draft, Relation, start_of
from flows.extraction.relations.sums import makes, rounding_of

# Rules whose words leave no doubt which figures they join.
_OUTRIGHT: Final = frozenset(
    ("made_up_of", "of_the", "joint_total", "composed", "parted", "medals", "all_sorts")
)
_PAIR: Final = 2
_WHOLE: Final = Decimal(100)
_PASSAGE: Final = 3  # sentences over which the shares of one whole are told
_SMALLEST: Final = Decimal(10)  # so few can be made in many ways


def is_misread_sum(relation: Relation, levels: list[Draft], drafts: list[Draft]) -> bool:
    """Whether another level of the article, or one part more or less, makes a sum hold.

    Args:
        relation: a sum.
        levels: the levels of the article.
        drafts: all of its figures.
    """
    if relation.rule in _OUTRIGHT:
        return False
    return (
        _has_another_reading(relation, levels)
        or _is_misread_hundred(relation, drafts)
        or are_parts_of_a_share(relation, drafts)
        or _are_nested(relation, drafts)
    )


def _are_nested(relation: Relation, drafts: list[Draft]) -> bool:
    """Whether parts beyond their total hold one another: "127 started and 120, or 94%, finished"."""
    parts = [m.draft for m in relation.members if m.role == "part" and m.draft is not None]
    if relation.is_complete or len(parts) != _PAIR:
        return False
    greater, lesser = sorted(parts, key=_value_of, reverse=True)
    return any(
        share.kind == "share" and share.sentence == lesser.sentence and is_share_of(share, lesser, greater)
        for share in drafts
    )


def are_parts_of_a_share(relation: Relation, drafts: list[Draft]) -> bool:
    """Whether parts make what a share is of their total: "Of 310,000 flats 84% are rented", and by whom."""
    parts = [m.draft for m in relation.members if m.role == "part" and m.draft is not None]
    total = next((m.draft for m in relation.members if m.role == "total"), None)
    if total is None or not total.value or len(parts) < _PAIR:
        return False
    amount = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    # Counts to the last one are exact.
    room = sum((draft.granule / 2 for draft in (total, *parts) if draft.granule > 1), Decimal(0))
    return any(
        abs(share.value * total.value - scale * amount) <= share.granule / 2 * total.value + scale * room
        for share in drafts
        if share.kind == "share" and (scale := WHOLES.get(share.unit or "")) and share.value
        if 0 <= share.sentence - total.sentence <= _PASSAGE and not makes(parts, total)
    )


def _value_of(draft: Draft) -> Decimal:
    return draft.value or Decimal(0)


def _has_another_reading(relation: Relation, levels: list[Draft]) -> bool:
    """Whether parts make another total, or this one with one part more or less."""
    parts = [m.draft for m in relation.members if m.role == "part" and m.draft is not None]
    totals = [m.draft for m in relation.members if m.role == "total" and m.draft is not None]
    if len(totals) != 1 or not parts or any(part.value is None for part in parts):
        return False
    total = totals[0]
    amount = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    if total.value is None or makes(parts, total):
        return False
    if not relation.is_complete and amount <= total.value:
        return False
    if len(parts) > _PAIR:
        # A member of another list, or the end of one: "Lind four (plus three), a total of seven".
        shorter = [[p for p in parts if p is not part] for part in parts]
        ends = [parts[at:] for at in range(1, len(parts) - 1)]
        if any(_meets(some, total) for some in (*shorter, *ends)):
            return True
    if relation.rule == "of_which" and _goes_on(parts, total, levels):
        return True
    # "Out of 610 trains 290 ran, the remaining 320 being parked": of another whole of the article.
    if relation.rule == "the_others" and any(
        part.sentence == one.sentence == other.sentence and _meets([one, other], part)
        for part in parts
        for one, other in combinations([p for p in parts if p is not part], _PAIR)
    ):
        return True
    if total.value < _SMALLEST * min(total.granule or 1, 1):
        return False
    others = list(levels_alike(levels, total, {id(total), *map(id, parts)}))
    if relation.rule in ("difference", "flow_balance") and len(parts) == _PAIR:
        lesser, apart = sorted(parts, key=_value_of, reverse=True)
        if any(_lie_apart(other, one, apart) for other in others for one in (total, lesser)):
            return True
        # "The surplus of 3.5 was three times the 1.1 of 2014, when exports were 49.2 and imports 48.1"
        if any(_lie_apart(total, lesser, other) for other in others):
            return True
    return any(_meets(parts, other) or _meets([*parts, total], other) for other in others) or any(
        _meets([*parts, other], total)
        for other in others
        if other.value is not None and other.value < total.value
    )


def _goes_on(parts: list[Draft], total: Draft, levels: list[Draft]) -> bool:
    """Whether a list is of a wider whole: "Of 214 who came 88 have jobs, 64 of them here, 59 study"."""
    first, *others = sorted(parts, key=start_of)
    made = sum((part.value or Decimal(0) for part in (total, *others)), Decimal(0))
    return (
        bool(others)
        and (first.value or 0) <= (total.value or 0)
        and any(
            level.sentence == total.sentence and level.start < total.start and made <= (level.value or 0)
            for level in levels
        )
    )


def _meets(parts: list[Draft], total: Draft) -> bool:
    """Whether parts make a total to its finest digit: rounding leaves room for one more part, or one less."""
    made = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    return total.value is not None and abs(made - total.value) <= min(map(rounding_of, (*parts, total)))


def _lie_apart(one: Draft, other: Draft, difference: Draft) -> bool:
    """Whether two levels differ by so much: "beat the record of 66,100 by 2,300", of 68,400 told before."""
    greater, lesser = (one, other) if (one.value or 0) > (other.value or 0) else (other, one)
    return _meets([lesser, difference], greater)


def _is_misread_hundred(relation: Relation, drafts: list[Draft]) -> bool:
    """Whether neighbours up to the last share make 100: "38.4 percent, refused 31.2; the other 30.4"."""
    parts = [m.draft for m in relation.members if m.draft is not None]
    if any(m.role == "total" for m in relation.members) or any(d.unit != "percent" for d in parts):
        return False
    told = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    if abs(told - _WHOLE) <= sum((part.granule for part in parts), Decimal(0)):
        return False
    last = max(parts, key=start_of)
    # "Of those with a phone, 86 percent of all, it was 20 percent. Of the other 14 percent": right behind
    # the other of two that make all, in its sentence, stands what is true of it.
    if len(parts) == _PAIR + 1:
        first, second = sorted((part for part in parts if part is not last), key=start_of)
        rest = abs((first.value or Decimal(0)) + (last.value or Decimal(0)) - _WHOLE)
        if rest <= first.granule and first.sentence == second.sentence < last.sentence:
            return True
    # "In value it was 14%. Cards had 51%, telephones 17; the remaining 3% ..." after "29% were paid in cash"
    there = [part for part in parts if part.sentence == last.sentence]
    lacking = _WHOLE - sum((part.value or Decimal(0) for part in there), Decimal(0))
    if len(there) > 1 and any(
        draft.unit == "percent" and draft.value == lacking and 0 < last.sentence - draft.sentence <= _PASSAGE
        for draft in drafts
    ):
        return True
    opens = min(last.sentence - _PASSAGE, *(part.sentence for part in parts))
    # "Energy, with a weight of 10%": a part that its own words do not show to be a share.
    room = sum((part.granule / 2 for part in parts), Decimal(0))
    if any(
        draft.unit == "percent"
        and opens <= draft.sentence
        and draft.start < last.start
        and all(draft is not part for part in parts)
        and abs(told + (draft.value or 0) - _WHOLE) <= room
        for draft in drafts
    ):
        return True
    amount, slack = Decimal(0), Decimal(0)
    for draft in reversed(drafts[: drafts.index(last) + 1]):
        if draft.unit not in ("percent", None) or draft.value is None or draft.sentence < opens:
            continue
        amount += abs(draft.value)
        slack += draft.granule / 2
        if abs(amount - _WHOLE) <= slack:
            return True
        if amount > _WHOLE + slack:
            return False
    return False
