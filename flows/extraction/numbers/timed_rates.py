"""How long a rate takes, where a word apart from the number says it.

"A daily output of 4 million barrels", "an annual rate of 411,000 homes", "40,000 people fall ill every year".
"""

from typing import Final

from flows.extraction.numbers.numeral import Numeral
from flows.extraction.text.document import Document

_ADJECTIVES: Final = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "annual": "year",
    "yearly": "year", "annualized": "year", "annualised": "year",
}  # fmt: skip
_ADVERBS: Final = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year"}
_TIMES: Final = frozenset("hour day week month year".split())
# What goes on at a rate. What a year brings in (sales, profit, a crop) is a sum of that year instead.
_FLOWS: Final = frozenset("rate pace capacity throughput clip".split())
_SHORT_FLOWS: Final = _FLOWS | frozenset(
    """output production consumption demand supply supplies exports imports use usage intake average flow
    flows volume volumes turnover traffic""".split()
)
_ANNUALIZED: Final = frozenset(("annualized", "annualised"))
_APART: Final = frozenset("; : ( ) , that which who while but and from or than against".split())
_DEPTHS: Final = frozenset(
    ("millimetre", "centimetre", "metre", "inch", "foot", "degree", "degree Celsius", "degree Fahrenheit")
)
_REACH: Final = 9
_BEHIND: Final = 6


def find_timed_rates(document: Document, numerals: list[Numeral]) -> None:
    """Give counts and measures what they are per, from an adjective before or an adverb behind them."""
    vocabulary = document.vocabulary()
    before = not vocabulary.isdisjoint(_ADJECTIVES)
    behind = not vocabulary.isdisjoint(_ADVERBS) or "every" in vocabulary or "each" in vocabulary
    if not before and not behind:
        return
    for numeral in numerals:
        if numeral.rate is not None or numeral.kind or numeral.form not in ("digits", "words", "range"):
            continue
        unit = numeral.unit
        if (unit is None and numeral.noun is None) or (
            unit is not None and (unit.kind != "measure" or " per " in unit.unit)
        ):
            continue
        numeral.rate = (
            (before and _adjective(document, numeral)) or (behind and _adverb(document, numeral)) or None
        )


def _adjective(document: Document, numeral: Numeral) -> str | None:
    """Return the time in "daily output is about 4 million barrels", "a 40,000-unit annual rate"."""
    lower = document.lower
    begin, end = document.sentences[document.sentence_at(numeral.first)]
    for cursor in range(numeral.end, min(end - 1, numeral.end + 3)):
        if lower[cursor] in _ADJECTIVES and lower[cursor + 1] in _FLOWS:
            return _ADJECTIVES[lower[cursor]]
    if lower[numeral.first - 1] == "by":
        return None
    for cursor in range(numeral.first - 1, max(begin, numeral.first - _REACH) - 1, -1):
        word = lower[cursor]
        if word in _APART or word[0].isdigit():
            return None
        if word in _ADJECTIVES:
            if "average" in lower[cursor + 1 : cursor + 2] and _is_depth(numeral):
                return None  # "the monthly average of 42 mm" of rain
            named = lower[cursor + 1 : min(cursor + 4, numeral.first)]
            wanted = _FLOWS if _ADJECTIVES[word] == "year" else _SHORT_FLOWS
            is_flow = word in _ANNUALIZED or not wanted.isdisjoint(named)
            return _ADJECTIVES[word] if is_flow else None
    return None


def _is_depth(numeral: Numeral) -> bool:
    """Whether a number measures what lies or stands, as rain or heat does: nothing that goes on at a rate."""
    return numeral.unit is not None and numeral.unit.unit in _DEPTHS


def _adverb(document: Document, numeral: Numeral) -> str | None:
    """Return the time in "40,000 people fall ill every year", "a dozen people diagnosed annually"."""
    lower = document.lower
    end = document.sentences[document.sentence_at(numeral.first)][1]
    for cursor in range(numeral.end, min(end - 1, numeral.end + _BEHIND)):
        word = lower[cursor]
        if word in _APART or word[0].isdigit():
            return None
        if word in ("every", "each") and lower[cursor + 1] in _TIMES:
            return lower[cursor + 1]
        if word in _ADVERBS and (lower[cursor + 1] in _APART or not lower[cursor + 1][0].isalpha()):
            return _ADVERBS[word]
    return None
