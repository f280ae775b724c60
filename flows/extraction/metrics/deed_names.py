"""Names of levels that a verb gives away: "bought Velta for 3 million" is the purchase price of Velta."""

from typing import Final

from flows.extraction.text.document import Document
from flows.extraction.text.subject_phrases import TIME_WORDS, is_mark
from flows.extraction.text.verb_words import AUXILIARIES, DETERMINERS, NOT_VERBS, PREPOSITIONS, is_adverb

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
# Words between a verb and its money.
_REACH: Final = 8
JOINING: Final = frozenset(
    """which who that and or but while than as because when if was were is are be with at in on by to from
    after until over under between despite""".split()
)
# What money is by what is done with it; any other verb: "amount swindled".
_DONE: Final = {
    form: name
    for name, forms in {
        "takings": "take takes took taken taking",
        "offer": "offer offers offered offering",
        "award": "award awards awarded awarding",
        "pledge": "pledge pledges pledged pledging",
        "commitment": "commit commits committed committing",
        "donation": "donate donates donated donating",
        "claim": "claim claims claimed claiming sue sues sued suing",
        "demand": "demand demands demanded demanding",
        "loan": "lend lends lent lending borrow borrows borrowed borrowing",
        "amount given": "give gives gave given giving",
        "amount received": "receive receives receiving get gets got getting",
        "amount wanted": "want wants",
        "amount sought": "seek seeks sought seeking",
        "amount won": "win wins won winning",
        "amount put": "put puts putting",
        "amount collected": "collect collects collecting",
    }.items()
    for form in forms.split()
}
WITHIN: Final = frozenset(("-", "&", "'s", "’s"))
NO_THINGS: Final = frozenset("remaining more rest up out it them him her which".split())
ENDS: Final = PREPOSITIONS | AUXILIARIES | TIME_WORDS | {"but", "while", "stg", "shares"}


def deed_name(document: Document, code: str, verb: int, *, is_same: bool = True) -> str:
    """Return the name of a level of `code` that the verb at token `verb` gives away, "" without one.

    `is_same`: whether it is of what the verb itself has for its object.

    >>> from flows.extraction.text.document import tokenise
    >>> deed_name(tokenise("Hart bought the Velta mills for 3 million"), "deal_value", 1)
    'purchase price of Velta mills'
    """
    lower = document.lower
    if code == "value" and lower[verb] == "worth" and is_same:
        thing = _words_before(document, verb)
        return f"value of {thing}" if thing else ""
    deed = _DEEDS.get(code, {}).get(lower[verb][0], "")
    if code != "deal_value" or not deed:
        return deed
    thing = _words_behind(document, verb + 1) if is_same else ""
    return f"{deed} price of {thing}" if thing else f"{deed} price"


def done_with(document: Document, last: int, first: int) -> tuple[str, int] | None:
    """Return what money before token `last` is by its verb, and that: "[awarded] Acme 3 million"."""
    lower = document.lower
    for index in range(last - 1, max(first, last - _REACH), -1):
        word = lower[index]
        if is_mark(document, index) or word[0].isdigit() or word in JOINING:
            return None
        if word in _DONE and lower[index - 1] not in DETERMINERS:
            name = _DONE[word]
            # "took 3 million from the fund" is no box office's.
            return ("amount taken" if name == "takings" and "from" in lower[last : last + 4] else name), index
        if word.endswith("ed") and lower[index - 1] not in DETERMINERS and word not in NOT_VERBS:
            return f"amount {word}", index
    return None


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
        and not is_adverb(lower[last])
    ):
        last += 1
    while last > first and (lower[last - 1] in WITHIN or lower[last - 1] in NO_THINGS):
        last -= 1
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
