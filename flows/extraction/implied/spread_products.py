"""Amounts that a rate and a quantity of other sentences make: $30 a share, 100 million shares, $3 billion.

That rate times quantity is the amount to its last digit, more exactly than chance, is the evidence.
"""

from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related, start_of
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.relations.sums import rounding_of

_AROUND: Final = 16  # figures of a unit that are tried on each side of a rate
_FAR: Final = 10  # sentences between a rate and its quantity, or its amount
_CHANCE: Final = 0.03  # how likely one of the products that were tried is an amount by chance
_LEVELS: Final = frozenset(("count", "money", "measure"))


def find_spread_products(reading: Reading, known: list[Relation]) -> list[Relation]:
    """Return rates with the quantity that they are per and the amount that the two make."""
    rates = [
        d for d in reading.drafts if " per " in (d.unit or "") and d.kind in ("money", "rate") and d.value
    ]
    if not rates:
        return []
    told = {id(m.draft) for r in known if r.kind == "rate" for m in r.members}
    by_unit: dict[str, list[Draft]] = {}
    for draft in reading.drafts:
        if draft.kind in _LEVELS and draft.unit and draft.value and draft.value > 0 and id(draft) not in told:
            by_unit.setdefault(draft.unit, []).append(draft)
    found: list[Relation] = []
    for rate in rates:
        above, _, per = (rate.unit or "").partition(" per ")
        if per not in by_unit or above not in by_unit or id(rate) in told:
            continue
        made = _made(rate, _near(by_unit[per], rate), _near(by_unit[above], rate))
        if made is not None:
            told.update(map(id, (rate, *made)))
            members = [Member("rate", rate), Member("quantity", made[0]), Member("amount", made[1])]
            found.append(related("rate", IMPLIED + "product", *members, told_by=rate))
    return found


def _near(drafts: list[Draft], rate: Draft) -> list[Draft]:
    """Return the figures about a rate, of a list in text order."""
    index = bisect_left(drafts, rate.start, key=start_of)
    return drafts[max(0, index - _AROUND) : index + _AROUND]


def _made(rate: Draft, quantities: list[Draft], amounts: list[Draft]) -> tuple[Draft, Draft] | None:
    """Return the quantity and the amount nearby that a rate makes, if chance would hardly."""
    tries = 0
    for quantity in quantities:
        if abs(quantity.sentence - rate.sentence) > _FAR:
            continue
        product = float(rate.value or 0) * float(quantity.value or 0)
        for amount in amounts:
            if abs(amount.sentence - rate.sentence) > _FAR:
                continue
            tries += 1
            room = float(rounding_of(amount))
            if abs(product - float(amount.value or 0)) <= room:
                chance = 2 * room * tries / float(amount.value or 1)
                return (quantity, amount) if chance <= _CHANCE else None
    return None
