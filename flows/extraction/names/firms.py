"""Names that a stock code behind them shows to be firms': "Jane Cook ( JCK.L )", "Office Hart ( OFH.N )"."""

from typing import Final

from flows.extraction.names.entities import LEGAL_FORMS
from flows.extraction.names.full_names import Found
from flows.extraction.text.document import Document

# Sorts of names that may be a firm's whose words do not tell.
UNSURE: Final = frozenset(("person", "institution", "place", None))
MAX_MARKET: Final = 2


def mark_firms(document: Document, found: list[Found]) -> None:
    """Give the type "company" to unlisted names that a stock code stands behind, wherever they stand."""
    coded = {
        name.name
        for name in found
        if name.code is None
        and name.place_code is None
        and name.type in UNSURE
        and _has_stock_code(document, name.last)
    }
    if not coded:
        return
    for name in found:
        if name.name in coded and name.code is None:
            name.type = "company"


def _has_stock_code(document: Document, at: int) -> bool:
    """Whether "(ABC.N)" stands at `at`, or behind a legal form there."""
    words, lower = document.words, document.lower
    while at < len(words) and (lower[at] in LEGAL_FORMS or lower[at] == "."):
        at += 1
    code = words[at : at + 5]
    return (
        len(code) == 5
        and code[0] == "("
        and code[1].isupper()
        and code[2] == "."
        and len(code[3]) <= MAX_MARKET
        and code[4] == ")"
    )
