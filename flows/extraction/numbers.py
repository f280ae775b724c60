"""Numbers of a document: value, unit, hedge. (A first stand-in: the full reader replaces it.)"""

from decimal import Decimal

from flows.extraction.document import Document
from flows.extraction.figure import Dated, Draft, Name, Reject
from schemas.reference import Reference

MAGNITUDES = {"thousand": 3, "k": 3, "m": 6, "mln": 6, "million": 6, "bn": 9, "bln": 9, "billion": 9}
CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR"}


def read_numbers(
    document: Document, dates: list[Dated], names: list[Name], reference: Reference
) -> tuple[list[Draft], list[Reject]]:
    """Return the figures of `document` with value, unit and hedge, and what looked like one and is none."""
    drafts = []
    masked = {index for date in dates for index in range(date.first, date.last)}
    for index, word in enumerate(document.words):
        if not word[0].isdigit() or index in masked:
            continue
        digits = word.replace(",", "")
        if digits.count(".") > 1 or (digits.isdigit() and len(digits) == 4 and 1900 <= int(digits) < 2100):
            continue
        value = Decimal(digits)
        first, last = index, index + 1
        kind, unit = "count", None
        if last < len(document.words) and (power := MAGNITUDES.get(document.lower[last])):
            value, last = value.scaleb(power), last + 1
        if first and (code := CURRENCIES.get(document.words[first - 1])):
            first, kind, unit = first - 1, "money", code
        elif last < len(document.words) and document.lower[last] in ("%", "percent", "pct"):
            last, kind, unit = last + 1, "percent", "percent"
        start, end = document.span(first, last)
        drafts.append(
            Draft(first, last, start, end, document.sentence_at(index), value, kind=kind, unit=unit)
        )
    return drafts, []
