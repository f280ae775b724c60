"""Products that hold but for one slip of the pen: price and quantity, share and whole, and what they make.

A slip is two digits swapped, one wrong, or a zero left out. How often one of the figures that
were tried makes such a product hold by chance follows from their digits, as for the sums of `slips.py`.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.made_of import is_within_rounding, made_of
from flows.extraction.figure import Draft, Relation, drafts_of
from flows.extraction.relations.misprints import (
    exchanged,
    printed_digits,
    swapped,
    with_a_wrong_digit,
    with_an_inner_zero,
)

_FINEST: Final = 0.0002  # of a figure that its last digit may be
_ROOM: Final = 0.0005  # what an exact figure leaves open
_LIKE: Final = 4  # times that what is tried may be off
_SWAPPED: Final = 0.5  # by how much a slip that is common tells less for chance
_WRONG: Final = 9
_SMALL: Final = 10_000  # below which the zero of "150" may be a digit
_TEN: Final = 10
_PAIR: Final = 2


class Product:
    """Figures of which one is what the others make.

    Attributes:
        factors: the figures that are multiplied.
        made: what they come to.
        times: how many times the one that is told is what they make.
        rounded: those that are no more exact than they are printed.
        chance: how much likelier chance is where less tells that they belong together.
    """

    __slots__ = ("chance", "factors", "made", "rounded", "times")

    def __init__(
        self, factors: list[Draft], made: Draft, times: float, rounded: list[Draft], chance: float = 1.0
    ) -> None:
        self.chance = chance
        self.factors = factors
        self.made = made
        self.times = times
        self.rounded = rounded

    def holds(self) -> bool:
        """Whether they hold as they are printed."""
        room = sum([_rounding(one) for one in [*self.factors, self.made]]) + _ROOM
        return abs(self.times - 1) <= room


class _Slip:
    """A slip that makes a product hold: how often chance does, of which figure, what it would have been."""

    __slots__ = ("draft", "expected", "number", "told")

    def __init__(self, number: int, expected: float, draft: Draft, told: Decimal) -> None:
        self.number = number
        self.draft = draft
        self.expected = expected
        self.told = told


def meant_but_for_a_slip(
    products: list[Product], limit: float, together: float, told: list[Draft], found: list[Relation]
) -> int | None:
    """Return the place of the one product that holds but for one slip, and hardly by chance; None for none.

    Args:
        products: what is tried: all that may make one figure.
        limit: how often chance may make one of them hold.
        together: the same for all of them.
        told: the levels of the article: what one of them already is, no other one would have been.
        found: the relations so far: what is in one that holds is no slip.
    """
    slips = [slip for number, product in enumerate(products) for slip in _slips(number, product)]
    if not slips:
        return None
    best = min(slips, key=_expected)
    tried = sum([1 / _LIKE <= product.times <= _LIKE for product in products])
    if best.expected > limit or best.expected * max(tried, 1) > together:
        return None
    if any(slip.number != best.number and slip.expected < best.expected * _PAIR for slip in slips):
        return None
    is_another = any(level.value == best.told for level in told)
    return None if is_another or _is_sure(found, best.draft) else best.number


def _expected(slip: _Slip) -> float:
    return slip.expected


def _slips(number: int, product: Product) -> Iterator[_Slip]:
    """Yield the slips of one of the figures that make a product hold."""
    times, figures = product.times, [*product.factors, product.made]
    if not 1 / _LIKE <= times <= _LIKE:
        return
    room = max([_rounding(one) for one in product.rounded]) + _ROOM
    steps = [_step(one) for one in figures]
    step = (min(steps) * max(steps)) ** 0.5
    swaps = sum(map(_swaps, figures)) * _SWAPPED
    length = sum(map(_length, figures))
    others = float(sum([len(list(exchanged(one))) for one in figures]))
    for figure in figures:
        value = figure.value
        if value is None:
            continue
        for ways, tellings in (
            (swaps, swapped(figure)),
            (others, exchanged(figure)),
            ((length - len(figures)) * _SWAPPED, with_an_inner_zero(figure)),
            (float(length * _WRONG), with_a_wrong_digit(figure)),
        ):
            for told in tellings:
                if told:
                    factor = float(value / told) if figure is product.made else float(told / value)
                    off = abs(times * factor - 1)
                    if off <= room:
                        expected = ways * product.chance * 2 * max(off, step)
                        yield _Slip(number, expected, figure, told)


def _length(draft: Draft) -> int:
    return len(printed_digits(draft)[0])


def _swaps(draft: Draft) -> int:
    return sum([one != other for one, other in pairwise(printed_digits(draft)[0])])


def _rounding(draft: Draft) -> float:
    """Return how far off a figure may be as it is printed, as a share of it."""
    if draft.kind == "count" and draft.granule <= 1:
        return 0.0  # counted one by one
    return float(draft.granule) / 2 / float(draft.value or 1)


def _step(draft: Draft) -> float:
    """Return how far off the last digit of a figure leaves it; the zero of "150" may be one."""
    is_digit = draft.granule >= _TEN and _length(draft) <= _PAIR and (draft.value or 0) < _SMALL
    step = float(draft.granule or 1) / 2 / float(draft.value or 1)
    return max(_FINEST, step / (_TEN if is_digit else 1))


def _is_sure(found: list[Relation], draft: Draft) -> bool:
    """Whether a figure is in a relation of three that holds."""
    for relation in found:
        drafts = drafts_of(relation)
        if relation.kind == "order" or len(drafts) <= _PAIR or not any(one is draft for one in drafts):
            continue
        made = made_of(relation)
        if made is not None and is_within_rounding(relation, made):
            return True
    return False
