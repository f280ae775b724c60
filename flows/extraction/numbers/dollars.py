"""Whose dollars a bare "$" means: the article's own evidence decides, else they are American.

Agencies name the country with the first amount only.
"""

import re
from itertools import pairwise
from typing import Final

from flows.extraction.numbers.numeral import Numeral
from flows.extraction.numbers.units import Unit, UnitTable
from flows.extraction.text.document import Document

_OTHERS: Final = frozenset("CAD AUD NZD HKD SGD TWD".split())
_DLRS: Final = frozenset(("dlr", "dlrs"))
# A company's code with the suffix of its exchange, and the dollars of those.
_CODE: Final = re.compile(r"[<(] ?[A-Z0-9]{1,6}\.([A-Z]{1,3}) ?[>)]")
_EXCHANGES: Final = {"S": "AUD", "TO": "CAD", "M": "CAD", "HK": "HKD", "HKG": "HKD", "WE": "NZD", "SI": "SGD"}
_AMERICAN: Final = frozenset("us u.s. u.s usd american".split())
# "all figures in Canadian dollars", "results are stated in Australian dollars".
_STATING: Final = frozenset(
    """figures amounts values results reported stated expressed denominated prices currency sums numbers
    financials otherwise""".split()
)
# Words of American markets: their amounts are American beside those of another country.
_AMERICAN_MARKETS: Final = frozenset("nasdaq nyse wall".split())
_CONVERTING: Final = frozenset(
    "( , or = equal to about around some roughly nearly approximately equivalent".split()
)


def settle_dollars(document: Document, numerals: list[Numeral], table: UnitTable) -> None:
    """Give bare dollars the country of which the article speaks.

    Either it says so ("all figures in Canadian dollars"), or its company is listed there, or its first
    amount in dollars names the country, as agencies do, and none names another one. A conversion beside it
    ("C$4 million ($3 million)") shows that bare dollars are American.
    """
    dollars = [n for n in numerals if n.unit is not None and (n.unit.unit == "USD" or n.unit.unit in _OTHERS)]
    bare = [n for n in dollars if _is_bare(document, n)]
    if not bare:
        return
    code = _stated(document, table) or _listed(document, bare)
    if code is None:
        named = {n.unit.unit for n in dollars if n.unit is not None and n.unit.unit in _OTHERS}
        if (
            len(named) != 1
            or len(bare) < sum(n.unit is not None and n.unit.unit == "USD" for n in dollars)
            or dollars[0] is bare[0]
            or not _AMERICAN_MARKETS.isdisjoint(document.vocabulary())
            or _converts(
                document, [n for n in numerals if n.unit is not None and n.unit.kind == "money"], bare
            )
        ):
            return
        code = named.pop()
    for numeral in bare:
        if numeral.unit is not None:
            numeral.unit = Unit(code, code, "money", numeral.unit.factor)
            numeral.borrowed = numeral.borrowed or "the dollars of the text"


def _is_bare(document: Document, numeral: Numeral) -> bool:
    return (
        numeral.unit is not None
        and numeral.unit.unit == "USD"
        and _AMERICAN.isdisjoint(document.lower[numeral.first : numeral.last])
    )


def _stated(document: Document, table: UnitTable) -> str | None:
    """Return the code of "figures in Canadian dollars"."""
    if "dollars" not in document.vocabulary():
        return None
    lower = document.lower
    for at, word in enumerate(lower):
        if word != "dollars":
            continue
        for first in range(max(0, at - 2), at):
            for phrase, unit in table.words.get(lower[first], ()):
                if (
                    tuple(lower[first : at + 1]) == phrase
                    and unit.unit in _OTHERS
                    and lower[first - 1] == "in"
                    and not _STATING.isdisjoint(lower[max(0, first - 6) : first])
                ):
                    return unit.unit
    return None


def _listed(document: Document, bare: list[Numeral]) -> str | None:
    """Return the dollars of the exchange where the company that a text opens with is listed: "<GULL.S>".

    Only of agencies' "dlrs": where they write "$", they write "A$" too.
    """
    if _DLRS.isdisjoint(document.vocabulary()) or any(
        "$" in document.text[document.starts[numeral.first] : document.ends[numeral.last - 1]]
        for numeral in bare
    ):
        return None
    opening = document.text[: document.ends[document.sentences[0][1] - 1]]
    code = _CODE.search(opening)
    return _EXCHANGES.get(code[1]) if code is not None else None


def _converts(document: Document, amounts: list[Numeral], bare: list[Numeral]) -> bool:
    """Whether bare dollars stand as a conversion beside another currency, or as an exchange rate."""
    if any(one.rate == "USD" for one in amounts):
        return True
    known = {id(numeral) for numeral in bare}
    for one, other in pairwise(amounts):
        gap = document.lower[one.last : other.first]
        if gap in ([], [","]) or not _CONVERTING.issuperset(gap):
            continue
        if (id(one) in known) != (id(other) in known):
            return True
    return False
