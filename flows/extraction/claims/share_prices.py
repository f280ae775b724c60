"""Shares at a price with what they come to: "raised 3.5 billion. It sold 140 million shares at 25 each".

The price follows its shares in one sentence. The amount stands there too, or in a sentence around it that
tells what shares are worth or raised; of several the one that the two make is meant, else the only one.
"""

from typing import Final

from flows.extraction.claims.standing import Standing, miss
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, figures_of, related
from flows.extraction.relations.likeness import SECURITIES
from flows.extraction.relations.sums import rounding_of

_APART: Final = 10  # tokens from shares to their price, or from an amount to its shares
_LEAST: Final = 20  # shares; fewer come to an amount that may be a price
_BEFORE: Final = 5  # tokens before an amount that say what it is
_EACH: Final = (["each"], ["apiece"])
_PER: Final = (["a", "share"], ["per", "share"], ["a", "unit"], ["per", "unit"])
_COMES_TO: Final = frozenset(
    """raised raising raise raises proceeds worth valued value cost costing costs for total totalling totaling
    paid pay paying spent spend spending use used offering""".split()
)
_RAISED: Final = frozenset("raised raising raise raises proceeds worth valued fetched brought netted".split())
_CLOSING: Final = frozenset(("close", "closing"))
_WORTH: Final = frozenset("worth valued value values valuing".split())
_BACK: Final = 3  # sentences before the shares in which the amount may stand, and one behind
_SHARES: Final = frozenset("share shares stock stake placing placement offering sale holding".split())
# What is gained is less than the shares come to, and what they are a part of more.
_OTHER: Final = frozenset(
    "profit gain option options warrant warrants debt assumed including plus part alone".split()
)


def find_share_prices(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return rates: prices a share with the shares right before them and the amount that these come to."""
    quantities = [d for d in standing.levels if d.kind == "count" and d.unit in SECURITIES]
    if not quantities:
        return []
    tied = figures_of(relation for relation in found if relation.kind == "rate")
    told: list[Relation] = []
    for quantity in quantities:
        here = standing.levels_in(quantity.sentence)
        price = _price_of(standing, quantity, here)
        if price is None or id(price) in tied or (quantity.value or 0) < _LEAST:
            continue
        amount = _amount_of(standing, quantity, price, here)
        if amount is not None:
            members = (Member("quantity", quantity), Member("rate", price), Member("amount", amount))
            told.append(related("rate", "shares_at", *members, told_by=price))
    return told + _at_the_close(standing, quantities, tied)


def _at_the_close(standing: Standing, quantities: list[Draft], tied: set[int]) -> list[Relation]:
    """Return shares with what they are worth at a close: "At Friday's close of 24.50 they are worth 294"."""
    told: list[Relation] = []
    for sentence in sorted(standing.sentences_with(_CLOSING)):
        money = [level for level in standing.told_in(sentence, sentence) if level.kind == "money"]
        prices = [level for level in money if _tells(standing, level, _CLOSING)]
        amounts = [level for level in money if level not in prices and _tells(standing, level, _WORTH)]
        near = [d for d in quantities if 0 <= sentence - d.sentence <= 1 and (d.value or 0) >= _LEAST]
        if len(prices) != 1 or len(amounts) != 1 or id(prices[0]) in tied:
            continue
        made = [quantity for quantity in near if not _miss(quantity, prices[0], amounts[0])]
        is_at_it = "premium" not in standing.words(prices[0])
        near = made or [quantity for quantity in near if quantity.unit == "share" and is_at_it]
        if len(near) == 1:
            members = (Member("quantity", near[0]), Member("rate", prices[0]), Member("amount", amounts[0]))
            told.append(related("rate", "shares_at", *members, told_by=prices[0]))
    return told


def _price_of(standing: Standing, quantity: Draft, here: list[Draft]) -> Draft | None:
    """Return the price of "140 million shares of common stock at 25 euros each"."""
    lower = standing.lower
    behind = next((level for level in here if level.start > quantity.start), None)
    if behind is None or behind.kind != "money" or not _is_price(lower, behind):
        return None
    between = lower[end_with_noun(quantity) : behind.first]
    return behind if len(between) <= _APART and "at" in between and ";" not in between else None


def _is_price(lower: list[str], level: Draft) -> bool:
    """Whether an amount is a share's: "1.60 euros a share", "25 euros each"."""
    if " per " in (level.unit or ""):
        return True
    end = end_with_noun(level)
    return lower[end : end + 1] in _EACH or lower[end : end + 2] in _PER


def _amount_of(standing: Standing, quantity: Draft, price: Draft, here: list[Draft]) -> Draft | None:
    """Return the amount that shares come to at their price."""
    currency = (price.unit or "").partition(" per ")[0]
    words = standing.document.vocabulary_of(quantity.sentence)
    around = standing.told_in(quantity.sentence - _BACK, quantity.sentence + 1)
    amounts = [d for d in here if _is_amount(standing, d, currency)]
    raised = [
        d
        for d in around
        if d.sentence != quantity.sentence
        and _is_amount(standing, d, currency)
        and (d.sentence == quantity.sentence - 1 or not _SHARES.isdisjoint(standing.words(d)))
    ]
    for amount in (*amounts, *raised):
        if not _miss(quantity, price, amount):
            return amount
    if not _OTHER.isdisjoint(words) or sum(d.unit in SECURITIES for d in here) > 1:
        return None
    # "A 1.2 billion offering of 171 million shares at"
    told = [d for d in amounts if 0 <= quantity.first - d.last <= _APART] or [
        d for d in amounts if _tells(standing, d, _COMES_TO)
    ]
    told = told or [d for d in raised if _tells(standing, d, _RAISED)]
    return told[0] if len(told) == 1 else None


def _is_amount(standing: Standing, level: Draft, currency: str) -> bool:
    return level.kind == "money" and level.unit == currency and not _is_price(standing.lower, level)


def _tells(standing: Standing, amount: Draft, words: frozenset[str]) -> bool:
    """Whether one of `words` stands right before an amount."""
    opens = standing.document.sentences[amount.sentence][0]
    return not words.isdisjoint(standing.lower[max(opens, amount.first - _BEFORE) : amount.first])


def _miss(quantity: Draft, price: Draft, amount: Draft) -> float:
    """Return how far the shares at their price are from an amount, as `miss` does."""
    if not quantity.value or not price.value or not amount.value:
        return 1.0
    made = quantity.value * price.value
    # A price is printed in full: "at 10 euros each" is not rounded.
    return miss(amount.value, made, price.value * rounding_of(quantity) + rounding_of(amount))
