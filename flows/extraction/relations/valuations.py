"""What a stake's price says of the whole: "36 million for 30%, which values the company at 120 million"."""

from typing import Final

from flows.extraction.figure import Draft, Member, Relation, in_text_order
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import Changes, is_level
from flows.extraction.relations.shapes import Shape, with_next
from flows.extraction.relations.shares import is_share

_VALUES: Final = frozenset("values valued valuing valuation value worth".split())
_STAKE: Final = frozenset("stake shareholding holding interest share".split())
_BUYS: Final = frozenset(
    """buy buys buying bought pay pays paying paid sell sells selling sold invest invests investing
    invested acquire acquires acquiring acquired for""".split()
)
# Debt belongs to the whole and not to the price of its shares; new money is in one and not in the other.
_OF_SOMETHING_ELSE: Final = frozenset(
    """debt debts liabilities enterprise pre-money post-money previous earlier raise raised raises
    option""".split()
)
_SLIP: Final = 12
_NEAR: Final = 3  # tokens between a word for the value, and the value


def find_valuations(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return a stake with its price as part and the value of the whole as base, all in one sentence or two.

    There is one stake, one price and one value, in one currency, and the words tell which amount is which.
    """
    found: list[Relation] = []
    lower = reading.document.lower
    for number, shape in enumerate(shapes):
        stakes = [
            shape.draft(p)
            for p in shape.figures
            if shape.classes[p] == "P" and is_share(shape.draft(p), changes)
        ]
        if len(stakes) != 1 or not _is_stake(lower, stakes[0]):
            continue
        # "valuing the firm at 18 billion": what the next sentence tells is then of something else.
        near = [shape]
        amounts = _amounts(near, changes)
        values = [draft for draft in amounts if _is_value(lower, draft)]
        if not values:
            near = with_next(shapes, number)
            amounts = _amounts(near, changes)
            values = [draft for draft in amounts if _is_value(lower, draft)]
        prices = [draft for draft in amounts if draft not in values and draft.sentence == shape.sentence]
        if len(values) != 1 or len(prices) != 1 or not _fit(stakes[0], prices[0], values[0]):
            continue
        words = lower[shape.tokens[0] : near[-1].tokens[-1]]
        if _BUYS.isdisjoint(words) or not _OF_SOMETHING_ELSE.isdisjoint(words):
            continue
        members = [Member("share", stakes[0]), Member("part", prices[0]), Member("base", values[0])]
        last = max(stakes[0].end, prices[0].end, values[0].end)
        found.append(
            Relation(
                "share", in_text_order(members), False, min(stakes[0].start, prices[0].start), last, "valued"
            )
        )
    return found


def _amounts(shapes: list[Shape], changes: Changes) -> list[Draft]:
    """Return the amounts of money of some sentences that are levels of their own time."""
    return [
        shape.draft(p)
        for shape in shapes
        for p in shape.figures
        if is_level(shape, p, changes) and shape.draft(p).kind == "money"
    ]


def _is_stake(lower: list[str], draft: Draft) -> bool:
    """Whether a percentage is a stake: "a 30% stake", "bought 40% of the brewer"."""
    if not _STAKE.isdisjoint(lower[draft.last : draft.last + 3]):
        return True
    bought = not _BUYS.isdisjoint(lower[max(0, draft.first - 2) : draft.first])
    return bought and lower[draft.last : draft.last + 1] == ["of"]


def _is_value(lower: list[str], draft: Draft) -> bool:
    """Whether an amount is said to be what the whole is worth: "values the company at 120 million"."""
    before = lower[max(0, draft.first - 8) : draft.first]
    told = [place for place, word in enumerate(before) if word in _VALUES]
    if not told:
        return False
    between = before[told[-1] + 1 :]
    return {"at", "of"} & set(between[-_NEAR:]) != set() and not {",", ";", ".", "and", "stake"} & set(
        between
    )


def _fit(stake: Draft, price: Draft, value: Draft) -> bool:
    """Whether a price can be meant for the stake: it may be wrong by a digit, not by more."""
    if stake.value is None or price.value is None or value.value is None or price.unit != value.unit:
        return False
    share = stake.value / 100 if stake.unit == "percent" else stake.value
    meant = share * value.value
    return 0 < share < 1 and meant / _SLIP <= price.value <= meant * _SLIP
