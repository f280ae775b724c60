"""Names of levels that a verb gives away: "bought Velta for 3 million" is of the purchase of Velta."""

from typing import Final

from flows.extraction.document import Document
from flows.extraction.subject_phrases import TIME_WORDS
from flows.extraction.verb_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_adverb

# What is done with what is bought, and how its money is called; by the stem that the verb begins with.
_DEEDS: Final = {
    "deal_value": {
        "b": "purchase",
        "p": "purchase",
        "a": "acquisition",
        "s": "sale",
        "t": "takeover",
        "f": "sale",
    },
    "financing": {"r": "amount raised"},
    "profit": {"e": "earnings"},
}
_MAX_WORDS: Final = 6
WITHIN: Final = frozenset(("-", "&", "'s", "’s"))
ENDS: Final = PREPOSITIONS | AUXILIARIES | TIME_WORDS | {"but", "while", "stg", "shares"}


def deed_name(document: Document, code: str, verb: int) -> str:
    """Return the name of a level of `code` that the verb at token `verb` gives away, "" without one.

    >>> from flows.extraction.document import tokenise
    >>> deed_name(tokenise("Hart bought the Velta mills for 3 million"), "deal_value", 1)
    'purchase of Velta mills'
    """
    lower = document.lower
    if code == "value" and lower[verb] == "worth":
        thing = _words_before(document, verb)
        return f"value of {thing}" if thing else ""
    deed = _DEEDS.get(code, {}).get(lower[verb][0], "")
    if code != "deal_value" or not deed:
        return deed
    thing = _words_behind(document, verb + 1)
    return f"{deed} of {thing}" if thing else f"{deed} price"


def _words_behind(document: Document, first: int) -> str:
    """Return what a verb does something to: up to a preposition, a mark or a number."""
    lower = document.lower
    while first < len(lower) and lower[first] in DETERMINERS:
        first += 1
    last = first
    while (
        last < len(lower)
        and last - first < _MAX_WORDS
        and (lower[last][0].isalpha() or (lower[last] in WITHIN and last > first))
        and lower[last] not in ENDS
    ):
        last += 1
    return document.quote(first, last) if last > first else ""


def _words_before(document: Document, last: int) -> str:
    """Return the nouns right before "worth": "emergency loans worth 3 million"."""
    lower, words = document.lower, document.words
    first = last
    while (
        first
        and last - first < 2
        and lower[first - 1].isalpha()
        and words[first - 1] == lower[first - 1]
        and lower[first - 1] not in ENDS
        and lower[first - 1] not in DETERMINERS
        and not is_adverb(lower[first - 1])
    ):
        first -= 1
    plural = lower[last - 1].endswith("s") and not lower[last - 1].endswith("illions")
    return document.quote(first, last) if first < last and plural else ""
