"""Rates of exchange whose currency is the subject: "the yen was little changed at 108.90 per dollar"."""

from typing import Final

from flows.extraction.numbers.numeral import Numeral
from flows.extraction.numbers.units import Unit, UnitTable, settle_currency
from flows.extraction.text.document import Document

BASES: Final = {"dollar": "USD", "euro": "EUR", "pound": "GBP"}
# Tokens before a rate in which its currency is named.
REACH: Final = 16


def name_exchanged(document: Document, numerals: list[Numeral], table: UnitTable) -> None:
    """Give rates "per dollar" the currency that their sentence names last before them."""
    for numeral in numerals:
        base = BASES.get(numeral.rate or "")
        if base is None or not numeral.lacks_unit:
            continue
        begin, _ = document.sentences[document.sentence_at(numeral.first)]
        for index in range(numeral.first - 1, max(begin, numeral.first - REACH) - 1, -1):
            unit = _currency(document, index, table)
            if unit is not None and unit.code not in (None, base):
                numeral.unit, numeral.rate, numeral.kind = unit, base, "rate"
                numeral.borrowed = numeral.borrowed or "subject"
                break


def _currency(document: Document, index: int, table: UnitTable) -> Unit | None:
    """Return the currency that a word names."""
    for phrase, unit in table.words.get(document.lower[index], ()):
        if len(phrase) == 1 and unit.kind == "money" and unit.factor == 1:
            return settle_currency(table, unit, document.vocabulary()) if unit.choices else unit
    return None
