"""Relations that do not hold, though they would with another figure in one place: misread.

"Full crates number 448,000 and open ones 212,000. Empty crates made up the remaining 390,000", of 1,050,000
told before: 448,000 is no total but a part. An article has far more ways to be misread than to be wrong, so
what holds in another way is read that way, and the relation that does not is dropped. What one clause says
outright ("rose 12% to 5.4 million from 4.8 million") has no other reading.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import WHOLES, growth_miss, is_share_of, scale_of, share_miss
from flows.extraction.figure import Draft, Relation, by_role
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import same_measure
from flows.extraction.relations.sums import makes, rounding_of

# "At a yearly rate of 1.3 million" tells a total, too.
_LEVELS: Final = frozenset(("count", "money", "measure", "rate"))
# Rules whose words leave no doubt which figures they join.
_OUTRIGHT: Final = frozenset(("made_up_of", "of_the", "joint_total", "composed"))
# Rules that look for what a claim is about in the sentences around it.
_CLAIMED: Final = frozenset(
    "points_back follows claimed told standing former_level dated_levels heralded".split()
)

_CLAIMED_SHARES: Final = _CLAIMED | {"apposed"}
_COARSE: Final = 50  # of how many parts of a growth in words one may be left open
_MANY: Final = 60  # levels in an article beyond which one of them fits by chance
_PAIR: Final = 2
_MAGNITUDE: Final = 10_000  # times one level may be another, where both tell their magnitude
_BESIDE: Final = 5  # tokens from a level to the share that it is said to be
_FAR: Final = 50  # times from which on two figures are no rivals
_WHOLE: Final = Decimal(100)
_PASSAGE: Final = 3  # sentences over which the shares of one whole are told
_SMALLEST: Final = Decimal(10)  # so few can be made in many ways


def without_misread(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return the relations but those that another figure of the article would make hold."""
    levels = [
        draft
        for draft in reading.drafts
        if draft.kind in _LEVELS and draft.value is not None and draft.value > 0 and draft.low is None
    ]
    if len(levels) > _MANY:
        return found
    return [relation for relation in found if not _is_misread(relation, levels, reading.drafts)]


def _is_misread(relation: Relation, levels: list[Draft], drafts: list[Draft]) -> bool:
    if relation.kind == "sum":
        return relation.rule not in _OUTRIGHT and (
            _is_misread_sum(relation, levels) or _is_misread_hundred(relation, drafts)
        )
    if relation.kind == "rate":
        return _is_misread_rate(relation, levels)
    if relation.kind == "growth":
        return (
            _is_short_of_a_magnitude(relation)
            or _is_misread_change(relation, levels)
            or _is_misread_growth(relation, levels, drafts)
        )
    if relation.kind == "order":
        return _is_of_two_sorts(relation)
    return relation.kind == "share" and (
        _is_of_a_sibling(relation, drafts)
        or _is_of_both(relation)
        or _is_of_another(relation, levels)
        or _is_another_share(relation, drafts)
    )


def _is_short_of_a_magnitude(relation: Relation) -> bool:
    """Whether one of two levels lacks its million: "to $170 million from $121"."""
    roles = by_role(relation)
    new, old = roles.get("new"), roles.get("old")
    if new is None or old is None or not new.value or not old.value:
        return False
    return max(new.value, old.value) > _MAGNITUDE * min(new.value, old.value)


def _is_of_a_sibling(relation: Relation, drafts: list[Draft]) -> bool:
    """Whether the base of a share is another part of one whole: "12,114 votes (40.6%) to 9,870 (33.0%)"."""
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or not share_miss(share, part, base):
        return False
    beside = next((draft for draft in drafts if draft.start > base.start), None)
    if beside is None or beside is share or beside.unit != share.unit or beside.first - base.last > _BESIDE:
        return False
    one, other = _whole_of(part, share), _whole_of(base, beside)
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _is_of_both(relation: Relation) -> bool:
    """Whether a share is of part and base together, or of what the part leaves of the base.

    25,600 unfilled posts and 358,600 others are 6.7%; 351 of 516 million abroad leaves a third at home.
    """
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or not part.value or not base.value or not share.value:
        return False
    scale = scale_of(share) or Decimal(1)
    if relation.rule not in ("points_back", "follows") or is_share_of(share, part, base):
        return False
    if share.unit == "fraction" and relation.rule != "follows":
        return False  # "barely a third" is nearly anything
    if share.read_low is None or share.read_high is None:
        return False
    together, left = part.value / (part.value + base.value), (base.value - part.value) / base.value
    made = left if relation.rule == "follows" else together
    return share.read_low <= scale * made <= share.read_high


def _is_of_another(relation: Relation, levels: list[Draft]) -> bool:
    """Whether a share that is claimed of what was told is of another whole of the article."""
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or relation.rule not in _CLAIMED_SHARES:
        return False
    if is_share_of(share, part, base):
        return False
    return any(is_share_of(share, part, other) for other in _like(levels, base, {id(part), id(base)}))


def _is_another_share(relation: Relation, drafts: list[Draft]) -> bool:
    """Whether part and base make another share of the sentence: "69.5%, up from 66.2%: 84,123 of 121,047"."""
    roles = by_role(relation)
    share, part, base = (roles.get(role) for role in ("share", "part", "base"))
    if share is None or part is None or base is None or is_share_of(share, part, base):
        return False
    others = (d for d in drafts if d.sentence == share.sentence and d.unit == share.unit and d is not share)
    return any(is_share_of(other, part, base) for other in others)


def _is_of_two_sorts(relation: Relation) -> bool:
    """Whether what is said to be more is so much less that it must be something else: 112 and 93,906."""
    roles = by_role(relation)
    greater, lesser = roles.get("greater"), roles.get("lesser")
    if greater is None or lesser is None or greater.value is None or lesser.value is None:
        return False
    return 0 < greater.value * _FAR < lesser.value


def _whole_of(part: Draft, share: Draft) -> tuple[Decimal, Decimal] | None:
    """Return between which values the whole lies of which a part is such a share."""
    if not part.value or not share.value:
        return None
    low, high = abs(share.value) - share.granule / 2, abs(share.value) + share.granule / 2
    return (part.value / high, part.value / low) if low > 0 else None


def _is_misread_sum(relation: Relation, levels: list[Draft]) -> bool:
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
    if total.value < _SMALLEST:
        return False
    others = list(_like(levels, total, {id(total), *map(id, parts)}))
    if relation.rule == "difference" and len(parts) == _PAIR:
        lesser, apart = sorted(parts, key=lambda part: part.value or Decimal(0), reverse=True)
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
    last = max(parts, key=lambda draft: draft.start)
    amount, slack = Decimal(0), Decimal(0)
    for draft in reversed(drafts[: drafts.index(last) + 1]):
        if (
            draft.unit not in ("percent", None)
            or draft.value is None
            or last.sentence - draft.sentence > _PASSAGE
        ):
            continue
        amount += draft.value
        slack += draft.granule / 2
        if abs(amount - _WHOLE) <= slack:
            return True
        if amount > _WHOLE + slack:
            return False
    return False


def _is_misread_rate(relation: Relation, levels: list[Draft]) -> bool:
    """Whether a rate times its quantity makes another amount, or its amount is of another quantity."""
    roles = by_role(relation)
    rate, quantity, amount = (roles.get(role) for role in ("rate", "quantity", "amount"))
    if rate is None or quantity is None or amount is None:
        return False
    if _comes_to(rate, quantity, amount):
        return False
    known = {id(rate), id(quantity), id(amount)}
    return any(_comes_to(rate, quantity, other) for other in _like(levels, amount, known)) or any(
        _comes_to(rate, other, amount) for other in _like(levels, quantity, known)
    )


def _is_misread_change(relation: Relation, levels: list[Draft]) -> bool:
    """Whether a change leads from or to another level: "129 of the 245 seats, six more than the 123"."""
    roles = by_role(relation)
    change, new, old = (roles.get(role) for role in ("change", "new", "old"))
    if change is None or new is None or old is None or _leads(change, new, old):
        return False
    known = {id(change), id(new), id(old)}
    return any(
        _leads(change, other, old) or _leads(change, new, other) for other in _like(levels, new, known)
    )


def _is_misread_growth(relation: Relation, levels: list[Draft], drafts: list[Draft]) -> bool:
    """Whether a growth is made by others, or is no growth but the share of the level before.

    "Raised by 30 million to 240 million, a rise of one-seventh"; "161 million, a quarter of all, up from 154
    million, or 22%".
    """
    roles = by_role(relation)
    growth, new, old = (roles.get(role) for role in ("growth", "new", "old"))
    if growth is None or new is None or old is None or not growth_miss(growth, new, old):
        return False
    if 0 < growth.first - old.last <= _BESIDE and _share_beside(new, drafts, growth) is not None:
        return True
    if relation.rule not in _CLAIMED and growth.sentence == new.sentence == old.sentence:
        return False
    near = [level for level in levels if abs(level.sentence - growth.sentence) <= _PASSAGE]
    near = [level for level in near if level is not new and level is not old]
    # "64 cents per share, up from 51 cents": what it is per is said once.
    paired = ((one, other) for one in near for other in near if _plain(one) == _plain(other))
    if any(growth_miss(growth, one, other) == 0 for one, other in paired):
        return True
    changes = [d for d in drafts if d.sentence == growth.sentence and d.kind == "growth" and d is not growth]
    return any(
        _grows_by(growth, change, level)
        for change in changes
        for level in near
        if change.unit == level.unit and level.sentence == growth.sentence
    )


def _plain(draft: Draft) -> tuple[str, str]:
    return draft.kind, (draft.unit or "").partition(" per ")[0]


def _grows_by(growth: Draft, change: Draft, new: Draft) -> bool:
    """Whether a change leads to a level by such a growth."""
    scale = WHOLES.get(growth.unit or "")
    if (
        scale is None
        or not change.value
        or not new.value
        or growth.value is None
        or new.value == change.value
    ):
        return False
    made = scale * change.value / (new.value - change.value)
    return abs(abs(made) - abs(growth.value)) <= max(growth.granule, abs(growth.value) / _COARSE)


def _share_beside(level: Draft, drafts: list[Draft], other: Draft) -> Draft | None:
    """Return the share that stands right behind a level, as what it is of a whole."""
    beside = next((draft for draft in drafts if draft.start > level.start), None)
    if beside is None or beside is other or beside.kind != "share" or beside.first - level.last > _BESIDE:
        return None
    return beside


def _leads(change: Draft, new: Draft, old: Draft) -> bool:
    if change.value is None or new.value is None or old.value is None:
        return False
    slack = rounding_of(change) + rounding_of(new) + rounding_of(old)
    return abs(abs(new.value - old.value) - abs(change.value)) <= slack


def _comes_to(rate: Draft, quantity: Draft, amount: Draft) -> bool:
    if rate.value is None or not quantity.value or not amount.value or not rate.value:
        return False
    made = rate.value * quantity.value
    slack = made * (rounding_of(rate) / abs(rate.value) + rounding_of(quantity) / quantity.value)
    return abs(made - amount.value) <= slack + rounding_of(amount)


def _like(levels: list[Draft], like: Draft, known: set[int]) -> Iterator[Draft]:
    """Yield the other levels that may be meant in the place of one: things of any name, the same money."""
    for draft in levels:
        if (
            id(draft) not in known
            and (draft.kind == like.kind or "rate" in (draft.kind, like.kind))
            and (like.kind == "count" or same_measure(draft, like))
        ):
            yield draft
