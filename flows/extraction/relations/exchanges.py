"""Amounts in two currencies held against the rate that the article prints: "($1 = 6.85 yuan)"."""

import re
from collections.abc import Iterator
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, in_text_order
from flows.extraction.reading import Reading

EXCHANGED: Final = "exchanged"
# Where a text does not say whose pesos they are, the word is the unit.
_OF_EXCHANGE: Final = re.compile(r"(?:[A-Z]{3}|[a-z]+) per (?:[A-Z]{3}|[a-z]+)")


def find_exchanges(reading: Reading, conversions: list[Relation]) -> list[Relation]:
    """Return each conversion with the one rate of exchange that the article prints for its currencies."""
    if not conversions:
        return []
    rates = rates_of_exchange(reading)
    return [relation for one in conversions for relation in _exchanged(one, rates)] if rates else []


def rates_of_exchange(reading: Reading) -> dict[str, list[Draft]]:
    """Return the rates of exchange that an article prints, by their units."""
    rates: dict[str, list[Draft]] = {}
    for draft in reading.drafts:
        if draft.kind == "rate" and draft.unit and draft.value and _OF_EXCHANGE.fullmatch(draft.unit):
            rates.setdefault(draft.unit, []).append(draft)
    return rates


def _exchanged(conversion: Relation, rates: dict[str, list[Draft]]) -> Iterator[Relation]:
    one, other = (member.draft for member in conversion.members)
    for amount, quantity in ((one, other), (other, one)):
        if amount is None or quantity is None:
            continue
        # Two rates are of two times, and which of them a pair is of is not said.
        of_both = rates.get(f"{amount.unit} per {quantity.unit}", ())
        if len(of_both) == 1:
            members = (
                Member("rate", of_both[0]),
                Member("quantity", quantity),
                Member("amount", amount),
            )
            yield Relation("rate", in_text_order(members), False, conversion.start, conversion.end, EXCHANGED)
