"""Which indices of a text are statistics: of prices, of moods, of business, and of no stock market.

An index is told by its name: "the factory [activity] index", "an index of consumer [sentiment]". One that is
only pointed at ("the index", "the overall index") is the one named last. Where a name says nothing, an
index is a market's in a text that speaks of shares.
"""

from typing import Final

from flows.extraction.text.document import Document
from flows.extraction.text.noun_phrases import VERBS, is_word, phrase_after

INDICES: Final = frozenset(("index", "indexes", "indices"))
# What is measured, or who measures it.
_STATISTICAL: Final = frozenset(
    """price prices confidence sentiment attitudes optimism comfort purchasing manufacturing factory activity
    application applications refinancing refinance refinancings sales indicators indicator coincident lagging
    cost costs expectations situation conditions climate lending employment production output orders shipments
    inventories wages inflation expenditure expenditures spending pce cpi ppi pmi wholesale unemployment labor
    labour economic ism ifo zew tankan nahb tracker survey perception perceptions corruption freedom misery
    competitiveness quality wellbeing rents mortgage purchase purchases""".split()
)
# What stands right before "index" only where it is a statistic.
_LAST_WORDS: Final = frozenset(("leading", "services", "managers"))
# Parts of stock markets are named by these, whatever else is in their names.
_SECTORS: Final = frozenset(
    """financial oil business consumer communication communications utility health software computer
    telecom sector""".split()
)
_SHARES: Final = frozenset(
    """share shares stock stocks equity equities bond bonds futures volatility dollar commodity commodities
    benchmark blue chip fund funds""".split()
)
# Who computes indices of shares, and what they are called.
_MARKETS: Final = frozenset(
    """dow jones nasdaq ftse msci stoxx russell kbw phlx amex nyse nikkei topix kospi dax cac seng sensex
    nifty taiex ibovespa bovespa merval ibex mib tsx asx vix cboe wilshire arca crb straits shanghai
    csi""".split()
)
# Before an index these tell none from another.
_IDLE: Final = frozenset(
    """seasonally adjusted unadjusted overall headline main key monthly weekly quarterly annual final
    preliminary widely closely watched followed latest own broad composite january february march april may
    june july august september october november december""".split()
)
# In a text without any of these an index is no market's.
_TRADED: Final = _MARKETS | frozenset("shares stocks stock equities bourse".split())
# Tokens before an index in which its name may begin.
_REACH: Final = 7
# How many of the words before it call it.
_NAMED: Final = 3

Names = dict[int, tuple[int, int]]


def statistical_indices(document: Document) -> Names:
    """Return the tokens that call a statistic an index, each with where the name of it stands."""
    if document.indices is None:
        vocabulary = document.vocabulary()
        document.indices = {} if INDICES.isdisjoint(vocabulary) else _find(document)
    return document.indices


def index_words(document: Document, name: tuple[int, int]) -> list[str]:
    """Return the words by which a statistic is called: its last ones, or the index and what it is of."""
    words = [word for word in document.lower[name[0] : name[1]] if word not in _IDLE and word not in "'’"]
    at = next(index for index, word in enumerate(words) if word in INDICES)
    if at + 1 < len(words):
        return words[at:]
    first = max(0, at - _NAMED, *(index + 1 for index in range(at) if words[index] in ("/", "&")))
    while first < at and not words[first].isalpha():
        first += 1
    return words[first:]


def _find(document: Document) -> Names:
    """Read the indices of a text in order: one without a name of its own is the last one named."""
    found: Names = {}
    lower = document.lower
    is_of_shares = not _TRADED.isdisjoint(document.vocabulary())
    # What an index without a name is; before any is named, as the text says.
    last: tuple[int, int] | None = None
    is_named = False
    for token, word in enumerate(lower):
        if word in _MARKETS:
            last, is_named = None, True
        elif word in INDICES:
            name = _name(document, token)
            own = set(lower[name[0] : token] + lower[token + 1 : name[1]])
            kind = _kind(lower, own, token)
            if kind == "statistic":
                last, is_named = name, True
                found[token] = name
            elif kind == "shares":
                last, is_named = None, True
            elif kind == "nothing" and is_named:
                if last is not None:
                    found[token] = last
            elif not is_of_shares:
                last, is_named = name, kind != "nothing"
                found[token] = name
            elif kind != "nothing":
                last, is_named = None, True
    return found


def _name(document: Document, token: int) -> tuple[int, int]:
    """Return the tokens of an index's name: what narrows it, the word itself, and what it is of."""
    lower = document.lower
    begin, end = document.sentences[document.sentence_at(token)]
    first = token
    while first > max(begin, token - _REACH) and _narrows(lower[first - 1]):
        first -= 1
    while first < token and not lower[first].isalpha():
        first += 1
    last = token + 1
    if lower[last : last + 1] in (["of"], ["on"]) and last + 1 < end:
        phrase = phrase_after(document, last + 1, end)
        if phrase is not None:
            last = phrase[1]
    return first, last


def _narrows(word: str) -> bool:
    return (is_word(word) and word not in VERBS) or word in ("-", "/", "&", "'", "’") or word in _IDLE


def _kind(lower: list[str], own: set[str], token: int) -> str:
    """Return what the words of a name say: statistic, shares, "other" where they say neither, or nothing."""
    before = lower[token - 1] if token else ""
    if not _SHARES.isdisjoint(own) or before.isdigit():
        return "shares"
    if "price" in own or "prices" in own:
        return "statistic"
    if not _MARKETS.isdisjoint(own) or "p" in own:
        return "statistic" if "shiller" in own else "shares"
    if not _STATISTICAL.isdisjoint(own):
        return "statistic"
    managers = before in ("'", "’") and lower[token - 2] in _LAST_WORDS
    if (before in _LAST_WORDS or managers) and _SECTORS.isdisjoint(own):
        return "statistic"
    return "nothing" if own <= _IDLE or own <= _IDLE | {"-", "'", "’"} else "other"
