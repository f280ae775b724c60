"""Amounts without a currency: what the noun beside them, or all that their text counts, says to be money."""

from bisect import bisect_left
from decimal import Decimal
from typing import Final

from flows.extraction.numbers.numeral import LARGE, Numeral
from flows.extraction.numbers.sold_things import is_thing
from flows.extraction.numbers.told_nouns import is_counted_mass
from flows.extraction.numbers.unit_ellipsis import OF_THAT, has_word_after
from flows.extraction.numbers.units import Unit
from flows.extraction.text.document import Document
from flows.extraction.text.noun_words import is_person, is_plural, singular
from flows.extraction.text.nouns import Counted

# Without a magnitude, and from this amount on, what was earned is money.
_LEAST_PLAIN_AMOUNT: Final = 10_000
_EARNINGS: Final = frozenset("earnings profit profits loss losses deficit surplus shortfall".split())
_SAYING_HOW_MUCH: Final = frozenset("of to at from was were by against with over about nearly almost".split())
_APART: Final = frozenset((";", ":", ",", "and", "or", "but"))
_NOUN_REACH: Final = 10
_TIMES: Final = frozenset("days weeks months quarters years".split())
_MONEY_NOUNS: Final = frozenset(
    """loss losses profit profits sales revenue revenues turnover income earnings deficit surplus shortfall
    debt debts budget cost costs spending proceeds assets capital dividend dividends investment payment
    payments loan loans inflow inflows outflow outflows gap receipts outlays expenditure expenditures
    borrowing borrowings repayment repayments lending ebitda ebit expenses wages salaries takings""".split()
)
# Only money is spent and paid: "it spent 350 million on research", "bought from a rival for 5.4 million".
_SPENDING: Final = frozenset(
    """spent spend spends spending paid pay pays paying cost costs costing invested invest invests investing
    owed owe owes owing borrowed earned earning fined""".split()
)
_TRADING: Final = frozenset(
    """bought buy buys buying sold sell sells selling acquired acquire acquires acquiring purchased auctioned
    signed joined""".split()
)
_HEDGES: Final = frozenset(
    "about around roughly nearly almost some just over only approximately another up to an estimated".split()
)
_PERCENT: Final = frozenset(("percent", "per", "%", "pct"))
# Lines of a table of results: "Net 4,120,000 vs 3,770,000".
_ROWS: Final = _EARNINGS | {"net", "revs", "rev", "revenues", "revenue", "sales", "turnover", "pretax"}
_ROW_REACH: Final = 4
# What a text counts by the million beside its money, though it may name it only once.
_COUNTED: Final = frozenset(
    """shares shrs stock volume volumes users membership enrolment enrollment tally viewers readers
    audience units copies output production payrolls employment barrels bpd tonnes tons bushels bags
    crop harvest acres hectares traffic downloads views accounts households families contracts options
    warrants bonds notes ounces cards lines""".split()
)
_BOUNDING: Final = frozenset("of with least than over".split())
_NUMBERING: Final = frozenset("totalled totaled numbered topped reached to".split())
# Amounts by the million from which on a text's numbers are amounts.
_LEAST_AMOUNTS: Final = 2
_SHARES: Final = frozenset(("shares", "shrs"))
_SHARES_REACH: Final = 4
_BILLION: Final = 9  # as a power of ten
_MILLION: Final = Decimal(10**LARGE)


def carry_money(numerals: list[Numeral], document: Document) -> None:
    """Give "a loss of 3.2 billion" the currency of its sentence or text, where that has but one.

    A noun of money must say what the amount is, with nothing counted between the two. An amount without a
    magnitude is one only of earnings: other nouns count as well ("sales of 40,300").
    """
    # A bare pound may be a weight.
    amounts = [
        n
        for n in numerals
        if n.unit is not None and n.unit.kind == "money" and not (n.unit.choices and n.unit.unit == "pound")
    ]
    if not amounts:
        return
    of_text = _only_currency(amounts)
    for numeral in numerals:
        if numeral.unit is not None or (numeral.noun is not None and numeral.noun.noun not in _MONEY_NOUNS):
            continue
        if numeral.power >= LARGE:
            nouns = _MONEY_NOUNS
        elif numeral.form == "digits" and numeral.value >= _LEAST_PLAIN_AMOUNT:
            nouns = _EARNINGS
        else:
            continue
        first, last = document.sentences[document.sentence_at(numeral.first)]
        near = _between(amounts, first, last)
        known = _only_currency(near) or _only_currency([n for n in near if _is_own(document, n)]) or of_text
        if known is None:
            continue
        after = document.lower[numeral.last] if numeral.last < last else ""
        of_that = numeral.power >= LARGE and tuple(document.lower[numeral.last : numeral.last + 2]) in OF_THAT
        if (
            after in nouns
            or (
                (
                    _is_of_noun(document, numeral, first, nouns)
                    or _is_in_row(document, numeral, first)
                    or (numeral.power >= LARGE and _is_spent(document, numeral, first))
                )
                and not has_word_after(document, numeral)
            )
            or (of_that and _follows_money(numeral, numerals))
        ):
            _set_money(numeral, known, "the text's only currency")


def count_in_money(document: Document, numerals: list[Numeral]) -> None:
    """Take what is left without a unit for money where its text counts nothing else by the million.

    Agencies name the currency of a figure once and leave it out in the comparisons and sentences behind it.
    Where other things are counted as well, an amount right before must be money.
    """
    large = [n for n in numerals if n.power >= LARGE or abs(n.value) >= _MILLION]
    if all(not n.lacks_unit for n in large):
        return
    amounts = [n for n in numerals if _is_money(n)]
    if not amounts:
        return
    told = [n for n in large if not n.lacks_unit]
    is_all_money = bool(told) and all(map(_is_money, told))
    of_text = _only_currency(amounts) if is_all_money else None
    # Of billions there is little else; for millions one amount is no evidence.
    least = LARGE if len(told) >= _LEAST_AMOUNTS else _BILLION
    before: Numeral | None = None
    # What stands behind a number that counts something else in its sentence is compared with that.
    floor = 0
    for numeral in large:
        first, last = document.sentences[document.sentence_at(numeral.first)]
        if numeral.lacks_unit:
            known = None
            if _may_be_money(document, numeral, first) and first >= floor:
                near = _only_currency([n for n in _between(large, first, last) if _is_own(document, n)])
                if before is not None and before.first >= first:
                    known = near if _is_compared(document, before, numeral) else None
                elif is_all_money:
                    known = near or (of_text if numeral.power >= least else None)
            if known is not None:
                _set_money(numeral, known, "the text's money")
            elif numeral.lacks_unit:
                floor = last
        if not numeral.lacks_unit:
            before = numeral


def _between(numerals: list[Numeral], first: int, last: int) -> list[Numeral]:
    """Return those of `numerals` that begin within tokens ``[first, last)``."""
    begin = bisect_left(numerals, first, key=lambda numeral: numeral.first)
    end = bisect_left(numerals, last, begin, key=lambda numeral: numeral.first)
    return numerals[begin:end]


def _is_money(numeral: Numeral) -> bool:
    return numeral.unit is not None and numeral.unit.kind == "money"


def _is_own(document: Document, numeral: Numeral) -> bool:
    """Whether an amount is none that repeats another in brackets."""
    return _is_money(numeral) and document.lower[numeral.first - 1] != "("


def _is_compared(document: Document, amount: Numeral, numeral: Numeral) -> bool:
    """Whether an amount says what a number behind it is: not "owners of $1 million totalled 3 million"."""
    lower = document.lower
    bounds_a_group = lower[amount.first - 1] in _BOUNDING and lower[numeral.first - 1] in _NUMBERING
    return _is_money(amount) and not bounds_a_group


def _set_money(numeral: Numeral, known: Unit, why: str) -> None:
    """Give an amount a currency; one in cents tells the currency, and this is in the whole of it."""
    numeral.unit = known if known.factor == 1 else known._replace(factor=Decimal(1))
    numeral.noun, numeral.borrowed = None, why


def _may_be_money(document: Document, numeral: Numeral, first: int) -> bool:
    """Whether nothing says that a number without a unit counts other things than money.

    Average shares are told beside results; they are counted at once.
    """
    if (
        not numeral.lacks_unit
        or numeral.rate is not None
        or numeral.power < LARGE
        or numeral.form not in ("digits", "words", "range")
        or has_word_after(document, numeral)
    ):
        return False
    lower = document.lower
    if not _SHARES.isdisjoint(lower[max(first, numeral.first - _SHARES_REACH) : numeral.first]):
        numeral.noun = Counted("share", numeral.first, numeral.last, ())
        numeral.borrowed = "subject"
        return False
    return not any(_is_counted(word) for word in lower[first : numeral.first])


def _is_counted(word: str) -> bool:
    if word in _COUNTED or is_counted_mass(word) or is_counted_mass(f"{word}s"):
        return True
    if not is_plural(word):
        return False
    one = singular(word)
    return is_thing(one) or is_person(word, one)


def _is_in_row(document: Document, numeral: Numeral, first: int) -> bool:
    """Whether the label of a line of results stands right before a number."""
    at = numeral.first - 1
    return first <= at < first + _ROW_REACH and document.lower[at] in _ROWS


def _is_spent(document: Document, numeral: Numeral, first: int) -> bool:
    """Whether a number is what something was bought for, or what was spent or paid."""
    lower, at = document.lower, numeral.first - 1
    while at > first and lower[at] in _HEDGES:
        at -= 1
    if lower[numeral.last : numeral.last + 1] in (["their"], ["of"]):
        return False  # "It cost 3 million their homes", "bought it for 10 million of its own shares"
    if at < first or lower[at] != "for":
        return at >= first and lower[at] in _SPENDING
    return not _TRADING.isdisjoint(lower[max(first, at - _NOUN_REACH) : at])


def _follows_money(numeral: Numeral, numerals: list[Numeral]) -> bool:
    """Whether the amount that "2 billion of that" points back to is money: the greater one told last."""
    for before in reversed(numerals):
        if before.first < numeral.first and before.power >= LARGE and before.value > numeral.value:
            return _is_money(before)
    return False


def _only_currency(amounts: list[Numeral]) -> Unit | None:
    """Return the unit of `amounts`, None where they are in several currencies or there are none."""
    units = {n.unit.unit: n.unit for n in amounts if n.unit is not None}
    return units.popitem()[1] if len(units) == 1 else None


def _is_of_noun(document: Document, numeral: Numeral, first: int, nouns: frozenset[str]) -> bool:
    """Whether one of `nouns` before a number says what it is: "the surplus on oil fell last year by 3"."""
    lower = document.lower
    told = lower[numeral.first - 1]
    if told not in _SAYING_HOW_MUCH:
        return False
    for at in range(numeral.first - 2, max(first, numeral.first - _NOUN_REACH) - 1, -1):
        word = lower[at]
        if word in nouns:
            return True
        is_year = len(word) == 4 and word[:2] in ("19", "20")
        # "Profit fell 2 percent to 678 million": by how much it came there.
        is_change = told == "to" and lower[at + 1] in _PERCENT
        is_number = word[0].isdigit() and not is_year and not is_change
        if word in _APART or is_number or (is_plural(word) and word not in _TIMES):
            return False
    return False
