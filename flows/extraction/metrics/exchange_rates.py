"""Currencies that rise and fall themselves: "the krone fell 3 percent" is of its exchange rate."""

from bisect import bisect_left
from collections.abc import Collection
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.text.change_words import CHANGE_VERBS
from flows.extraction.text.document import Document
from flows.extraction.text.level_words import CLOSINGS, DETERMINERS
from flows.extraction.text.noun_phrases import COPULAS
from flows.extraction.text.verb_words import is_adverb

# What all of them are called, and names that no table of units has.
_CALLED: Final = frozenset("currency greenback loonie aussie kiwi buck".split())
_OF_ANOTHER: Final = frozenset("of in against versus than to with for per from by vs".split())
_QUOTED: Final = (
    frozenset("bought buys fetched touched has had have hit hits trades last against versus at , (".split())
    | CLOSINGS
)
# No currency is worth so many of another; more of them is what somebody earned by it.
_MOST: Final = 50_000


def is_currency(word: str, currencies: Collection[str]) -> bool:
    """Whether a word in lower case names a currency, or any of them."""
    return word in currencies or word in _CALLED


def is_of_currency(document: Document, draft: Draft, begin: int, end: int, known: Collection[str]) -> bool:
    """Whether a number of the sentence ``[begin, end)`` is what its subject, a currency, moved by or to.

    `known`: names of currencies.
    """
    because = draft.why.get("subject")
    if (
        because is None
        or draft.subject is None
        or not is_currency(draft.subject.rpartition(" ")[2].lower(), known)
    ):
        return False
    size = draft.value if draft.value is not None else draft.high
    first = bisect_left(document.starts, because.start)
    last = bisect_left(document.starts, because.end)
    if not begin <= first < last < end or size is None or abs(size) > _MOST:
        return False
    lower = document.lower
    before = first - 1
    while before > begin and (lower[before] in DETERMINERS or document.words[before][0].isupper()):
        before -= 1
    while last < end and is_adverb(lower[last]):
        last += 1
    return lower[before] not in _OF_ANOTHER and (
        lower[last] in CHANGE_VERBS or lower[last] in COPULAS or lower[last] in _QUOTED
    )
