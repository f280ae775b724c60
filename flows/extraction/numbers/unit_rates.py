"""What a rate is per, where an earlier word or number has said it, and what a rate counts.

"48 euros per megawatt hour, against 57 euros a year earlier", "earnings per share were 34 cents, beating the
31 cents forecast", "31,400 doses of vaccine, about 1,250 a day".
"""

from decimal import Decimal
from typing import Final

from flows.extraction.numbers.number_starts import CALENDAR
from flows.extraction.numbers.numeral import Numeral
from flows.extraction.numbers.units import UnitTable, denominator, unit_after
from flows.extraction.text.document import Document
from flows.extraction.text.noun_words import CLOSED, VERBS, is_plural

_HEDGES: Final = frozenset(
    "about around nearly almost over only just roughly some approximately an estimated".split()
)
_SAID_AGAIN: Final = _HEDGES | {"or", "equal", "equivalent", "to", "average"}
_COMPARED: Final = frozenset(
    """from against versus vs than with beating beat topping topped missing missed lagging trailing exceeding
    above below""".split()
)
_LEVELS: Final = frozenset(
    "was were is are of to at from totaled totalled reached hit averaged averages came".split()
)
_PAID: Final = frozenset(
    """earnings profit profits loss losses dividend dividends income price prices cost costs fee fees wage
    wages pay spending revenue revenues value tax rate tariff rent charge sales subsidy""".split()
)
_CHANGES: Final = frozenset(
    "increase decrease rise fall gain drop decline improvement cut jump growth".split()
)
_COMMODITIES: Final = frozenset(
    ("barrel", "ounce", "tonne", "ton", "bushel", "million british thermal units")
)
_MARKETS: Final = frozenset(
    "crude brent wti intermediate bullion futures benchmark contract settlement premium discount".split()
)
_FIRMS: Final = frozenset(
    "share shares earnings profit revenue company stock stocks dividend gallon gasoline gas fee".split()
)
_APART: Final = frozenset((";", ":", "(", ")", "while", "but", "whereas", "on"))


def carry_rates(document: Document, numerals: list[Numeral], table: UnitTable) -> None:
    """Give amounts what they are per, and rates of time what they count, from the same sentence."""
    before: Numeral | None = None
    paid: Numeral | None = None
    sentence = -1
    priced = _priced_per(numerals)
    for numeral in numerals:
        where = document.sentence_at(numeral.first)
        if where != sentence:
            before, paid, sentence = None, None, where
        if numeral.unit is not None and numeral.unit.kind == "money":
            if numeral.rate is None and not numeral.power and numeral.noun is None:
                _paid_per(document, numeral, paid, table)
                if priced is not None:
                    _market_price(document, numeral, priced)
            paid = numeral if numeral.rate is not None else None
        elif numeral.lacks_unit and numeral.rate in CALENDAR and before is not None:
            _counted_per(document, numeral, before)
        before = numeral


def _paid_per(document: Document, numeral: Numeral, paid: Numeral | None, table: UnitTable) -> None:
    """Find what an amount is per: of the amount it is compared with, or of the words that it is told of."""
    lower = document.lower
    at = numeral.first - 1
    while at >= 0 and lower[at] in _HEDGES and numeral.first - at < 5:
        at -= 1
    begin, end = document.sentences[document.sentence_at(numeral.first)]
    if paid is not None:
        # "a 2-cent increase in earnings per share to 41 cents"
        led = lower[paid.last] in _CHANGES and lower[at] == "to"
        # "from 34 cents a litre to 29 cents"
        led = led or (lower[at] == "to" and lower[paid.first - 1] == "from")
        compared = not _COMPARED.isdisjoint(lower[max(paid.last, at - 6) : at + 1])
        if (
            paid.unit is not None
            and numeral.unit is not None
            and paid.unit.unit == numeral.unit.unit
            and numeral.first - paid.last < 16
            and (led or (compared and _is_near(paid, numeral)))
        ):
            numeral.rate = paid.rate
            numeral.borrowed = numeral.borrowed or "ellipsis"
        return
    per = -1
    if numeral.last + 1 < end and lower[numeral.last] in _CHANGES and lower[numeral.last + 1] in ("in", "of"):
        # "a 2-cent increase in earnings per share"
        ahead = lower[numeral.last : min(end, numeral.last + 7)]
        per = numeral.last + ahead.index("per") if "per" in ahead else -1
    elif at > 0 and lower[at] in _LEVELS:
        for cursor in range(at - 1, max(begin, at - 10), -1):
            if lower[cursor] in _APART or lower[cursor] == "and":
                break
            if lower[cursor] == "per":
                per = cursor
                break
    if per <= 0 or lower[per - 1] not in _PAID:
        return
    unit = unit_after(table, document, per + 1, digits=False, one=True, hyphen=True)
    if unit is not None and unit[0].kind == "measure" and " per " not in unit[0].unit:
        numeral.rate = unit[0].unit
    elif (found := denominator(table, document, per + 1)) is not None:
        numeral.rate = found[0]
    if numeral.rate is not None:
        numeral.borrowed = numeral.borrowed or "subject"


def _priced_per(numerals: list[Numeral]) -> Numeral | None:
    """Return the first price of a commodity, where a text has those of one commodity only."""
    prices = [n for n in numerals if n.rate in _COMMODITIES and n.unit is not None and n.unit.kind == "money"]
    return prices[0] if prices and len({(n.rate, n.unit) for n in prices}) == 1 else None


def _market_price(document: Document, numeral: Numeral, priced: Numeral) -> None:
    """Let amounts of its market be per what the text has named: "Brent fell 46 cents to $51"."""
    begin, end = document.sentences[document.sentence_at(numeral.first)]
    words = document.lower[begin:end]
    if (
        numeral.rate is not None
        or numeral.unit is None
        or priced.unit is None
        or numeral.unit.unit != priced.unit.unit
        or abs(numeral.high or numeral.value) > 2 * abs(priced.high or priced.value)
        or document.lower[numeral.last : numeral.last + 1] == ["per"]
        or _MARKETS.isdisjoint(words)
        or not _FIRMS.isdisjoint(words)
    ):
        return
    numeral.rate, numeral.borrowed = priced.rate, numeral.borrowed or "the prices of the text"


def _is_near(before: Numeral, numeral: Numeral) -> bool:
    first, second = abs(before.high or before.value), abs(numeral.high or numeral.value)
    return bool(first and second) and Decimal("0.1") <= second / first <= 10


def _counted_per(document: Document, numeral: Numeral, before: Numeral) -> None:
    """Let "31,400 doses, about 1,250 a day" count doses: what a longer time had is said just before."""
    lower = document.lower
    if before.noun is None or before.borrowed or abs(before.value) < abs(numeral.value):
        return
    at = numeral.first - 1
    while at > before.noun.last and lower[at] in _SAID_AGAIN:
        at -= 1
    beside = at == before.noun.last - 1
    if at < before.noun.last - 1 or not (beside or lower[at] in (",", "(", "–", "—", "-")):
        return
    if numeral.first - before.noun.last > 14:
        return
    for cursor in range(before.noun.last, at):
        word = lower[cursor]
        if word in VERBS or (cursor == before.noun.last and word.endswith("ed")):
            return
        if is_plural(word) and lower[cursor - 1] not in CLOSED and not document.words[cursor][0].isupper():
            # The number before may be of those who do it: "the 900 workers build vans, about 40 a day".
            return
    numeral.noun, numeral.borrowed = before.noun, "ellipsis"
