"""What lasts as long as a figure says: "a [10-year] bond" has a term, "a [10-year] low" was so long ago."""

from typing import Final

from flows.extraction.text.change_words import CHANGES, plural, singular
from flows.extraction.text.document import Document
from flows.extraction.text.level_words import HEDGE_WORDS
from flows.extraction.text.noun_phrases import is_word
from flows.extraction.text.period_words import NO_SUPERLATIVES

Named = tuple[str, int, int]


def _with_plurals(words: str) -> frozenset[str]:
    return frozenset(form for word in words.split() for form in (word, plural(word)))


# What is paid back at its end, and what runs until then.
_SECURITIES: Final = _with_plurals(
    "bond note bill yield treasury gilt bund debenture eurobond paper security jgb t-bill cd"
)
_RUNNING: Final = _with_plurals(
    """loan facility mortgage swap rate lease contract agreement deal credit euribor libor arm deposit pact
    licence license debt"""
)
_EXTREMES: Final = _with_plurals("high low peak trough record")
# What is summed up over a time, and what is a time itself.
_SUMMED: Final = _with_plurals("sale profit loss result return earnings revenue income net turnover output")
_TIMES: Final = frozenset("period term maturity time span history".split())
_EXTREME: Final = frozenset("most least best worst first record highest lowest".split())
# After "first" or "most" these are no event that came again.
_NO_EVENTS: Final = frozenset("quarter half year month week day".split())
_REGULAR: Final = frozenset("monthly annual quarterly weekly yearly total of".split())
_WHICH: Final = frozenset("the a last past next first coming following previous only".split())
_DURING: Final = frozenset("in over for within during after every through throughout until".split())
_BACK: Final = 5
_AHEAD: Final = 5


def span_name(document: Document, first: int, last: int, begin: int, end: int) -> Named | None:
    """Return what a duration at tokens ``[first, last)`` is in ``[begin, end)``, and the words.

    >>> from flows.extraction.text.document import tokenise
    >>> span_name(tokenise("the yield on the 10-year Treasury note fell"), 4, 7, 0, 10)
    ('term to maturity', 7, 8)
    >>> span_name(tokenise("posted its biggest monthly drop in 7 years"), 6, 8, 0, 8)
    ('time since such a drop', 2, 5)
    """
    return _term(document, last, end) or _since(document, first, begin)


def _term(document: Document, last: int, end: int) -> Named | None:
    """Return what a duration right before a noun tells of it."""
    if not is_attribute(document, last):
        return None
    lower = document.lower
    start = last + (lower[last : last + 1] == ["-"])
    for index in range(start, min(start + _AHEAD, end)):
        word = lower[index]
        if word in _SECURITIES:
            return "term to maturity", index, index + 1
        if word in _RUNNING and not (index + 1 < end and lower[index + 1] in _SECURITIES):
            return "term", index, index + 1
        if word in _EXTREMES:
            return f"time since such a {singular(word)}", index, index + 1
        if not (is_word(word) or word == "-") or word in CHANGES:
            break
    return None


def is_attribute(document: Document, last: int) -> bool:
    """Whether a duration that ends before token `last` stands before a noun: "10-year", not "10 years"."""
    lower = document.lower
    return last < len(lower) and (lower[last] == "-" or not lower[last - 1].endswith("s"))


def takes_time(lower: list[str], first: int) -> bool:
    """Whether a duration at token `first` only says how long something took: "fell 3 percent in two days"."""
    index = first - 1
    while index > 0 and (lower[index] in HEDGE_WORDS or lower[index] in _WHICH):
        index -= 1
    return lower[index] in _DURING


def length_of(words: str, *, is_one: bool) -> str:
    """Return how a duration before a noun is called: the length of a strike, the period of a profit.

    >>> length_of("losing streak", is_one=False), length_of("sales", is_one=False)
    ('length of losing streak', 'period')
    """
    head = words.rpartition(" ")[2]
    if head in _TIMES:
        return words
    # "The worst one-day drop"
    return "period" if head in _SUMMED or (is_one and head in CHANGES) else f"length of {words}"


def _since(document: Document, first: int, begin: int) -> Named | None:
    """Return what happened last so long ago: "the biggest [drop] in 7 years"."""
    lower = document.lower
    link = first - 1
    while link > begin and lower[link] in HEDGE_WORDS:
        link -= 1
    if link <= begin or lower[link] not in ("in", "for"):
        return None
    for index in range(link - 1, max(begin, link - _BACK) - 1, -1):
        word = lower[index]
        if word in _EXTREME or (word.endswith("est") and word not in NO_SUPERLATIVES):
            head = singular(lower[link - 1]) if link - 1 > index else "level"
            name = "time since it last happened" if head == "time" else f"time since such a {head}"
            return None if head in _NO_EVENTS else (name, index, link)
        if not (is_word(word) or word in _REGULAR) or word in _NO_EVENTS:
            return None
    return None
