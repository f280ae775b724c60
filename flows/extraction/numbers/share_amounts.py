"""Earnings by the share where a text leaves "per share" out: "from $23 million, or 40 cents, a year ago"."""

from decimal import Decimal
from typing import Final

from flows.extraction.numbers.numeral import Numeral
from flows.extraction.text.document import Document

SHARE: Final = "share"
# What is told in whole and by the share.
EARNED: Final = frozenset(
    """profit profits loss losses earnings earned earn earns income net lost gain gains charge charges eps
    results""".split()
)
# Who expects earnings by the share, whatever else they expect of a company.
EXPECTING: Final = frozenset("analysts analyst consensus estimate estimates expected forecast street".split())
# Beside these an amount is a price, or paid for something else.
PRICED: Final = frozenset(
    """shares stock stocks price prices closed closing trading traded trade barrel gallon pound ounce bushel
    dividend dividends revenue sales ticket fee cost costs""".split()
)
HEDGES: Final = frozenset(
    "about around nearly almost over only just roughly some approximately up down".split()
)
WHOLE: Final = Decimal(1_000_000)
# What a share earns at most where its text does not say "per share" again.
MOST: Final = Decimal(100)
# Tokens between "million" and "or".
NEAR: Final = 4


def count_by_share(document: Document, numerals: list[Numeral]) -> None:
    """Give amounts the share that they are told by, where the words left it out."""
    amounts = [n for n in numerals if n.unit is not None and n.unit.kind == "money"]
    shared = {n.unit.unit for n in amounts if n.unit is not None and n.rate == SHARE}
    before: Numeral | None = None
    for numeral in amounts:
        if numeral.rate is None and not numeral.power and numeral.noun is None and abs(numeral.value) < MOST:
            begin, end = document.sentences[document.sentence_at(numeral.first)]
            words = document.lower[begin:end]
            is_again = before is not None and before.last > begin and _says_again(document, before, numeral)
            if not EARNED.isdisjoint(words) and (is_again or _is_expected(numeral, words, shared)):
                numeral.rate, numeral.borrowed = SHARE, numeral.borrowed or "the share that it is told by"
        before = numeral


def _says_again(document: Document, before: Numeral, numeral: Numeral) -> bool:
    """Whether an amount says one of millions again: "$23 million, or 40 cents"."""
    between = document.lower[before.last : numeral.first]
    is_of_one = before.unit is not None and numeral.unit is not None and before.unit.unit == numeral.unit.unit
    is_joined = "or" in between and len(between) <= NEAR and HEDGES.issuperset(set(between) - {",", "or"})
    return is_of_one and is_joined and abs(before.value) >= WHOLE


def _is_expected(numeral: Numeral, words: list[str], shared: set[str]) -> bool:
    """Whether a small amount is of the earnings that the text tells by the share."""
    is_shared = numeral.unit is not None and numeral.unit.unit in shared
    return is_shared and not EXPECTING.isdisjoint(words) and PRICED.isdisjoint(words)
