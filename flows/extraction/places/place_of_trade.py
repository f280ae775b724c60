"""Where a quote is of: the city of the exchange or market that its sentence names."""

from typing import Final, NamedTuple

from flows.extraction.dates.date_words import bag
from flows.extraction.places.place_mentions import Group
from flows.extraction.text.document import Document

QUOTED: Final = frozenset(("money", "growth", "percent", "rate", "count"))
# What is traded by contract is of its exchange; a company's shares are of the company, whatever exchange
# lists them, unless the text says in which market they moved.
CONTRACTS: Final = bag("delivery settlement futures barrel barrels ounce bushel contract contracts crude")
SHARES: Final = bag("shares share stock stocks index equities sensex")
EXCHANGES: Final = frozenset(("exchange", "bourse"))
MARKETS: Final = frozenset(("market", "trade", "trading", "dealings"))
CLOSED: Final = frozenset(("closed", "ended", "finished", "traded"))
OPENERS: Final = frozenset(("contract", "contracts"))
# Tokens of an exchange's name behind the city: "London-based Gull Futures Europe Exchange".
EXCHANGE_REACH: Final = 7
MARKET_REACH: Final = 2
CITIES: Final = frozenset(("city", "state"))


class Trade(NamedTuple):
    """Where the quotes of a sentence are of, and whether that is told by an exchange's name."""

    group: Group
    is_exchange: bool


def place_of_trade(
    document: Document, groups: list[Group], first: int, last: int, words: frozenset[str] | None
) -> Trade | None:
    """Return the place of the exchange or market that a sentence with quotes names, None without one."""
    if words is None:
        return None
    is_of_contracts = not CONTRACTS.isdisjoint(words)
    if not (is_of_contracts or not SHARES.isdisjoint(words)):
        return None
    for group in groups:
        if len(group.places) > 1 or group.places[0].type not in CITIES:
            continue
        if is_of_contracts and (group.form == "exchange" or _names_exchange(document, group.last, last)):
            return Trade(group, True)
        if not is_of_contracts and _names_market(document, group, first, last):
            return Trade(group, False)
    return None


def opens_with_contract(document: Document, first: int) -> bool:
    """Whether a sentence goes on about the contract of the one before: "The contract rose"."""
    return document.lower[first] == "the" and document.lower[first + 1] in OPENERS


def _names_exchange(document: Document, begin: int, last: int) -> bool:
    for index in range(begin, min(last, begin + EXCHANGE_REACH)):
        word = document.words[index]
        if document.lower[index] in EXCHANGES:
            return True
        if not (word[0].isupper() or word in ("-", "based")):
            return False
    return False


def _names_market(document: Document, group: Group, first: int, last: int) -> bool:
    lower = document.lower
    behind = lower[group.last : min(last, group.last + MARKET_REACH)]
    if not MARKETS.isdisjoint(behind) and "exchange" not in behind:
        return True
    at = group.first - 1
    if at > first and lower[at] in ("in", "on") and not _names_exchange(document, group.last, last):
        return lower[at - 1] in MARKETS or lower[at - 1] in CLOSED
    return False
