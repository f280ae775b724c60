"""How many shares changed hands, and how many rose, is of the exchange, whomever the text spoke of before.

"Volume was light on the New York Stock Exchange, with 1.2 billion shares changing hands, below an average of
1.5 billion, while on Nasdaq 2 billion traded, and advancing stocks outnumbered declining ones by 3 to 2."
"""

from typing import Final

from flows.extraction.figure import Draft, Name
from flows.extraction.subjects.discourse import Discourse, Referent, referent_of, together

EXCHANGES: Final = frozenset("nasdaq nyse amex exchange bourse".split())
# Of shares, beside an exchange: what is traded there.
TRADED: Final = frozenset("hands volume volumes trading traded".split())
JOINERS: Final = frozenset((",", "and", "the"))
# Fewer are what somebody bought.
MANY: Final = 10_000_000
# Stocks that rise, which are set against those that fall.
RISING: Final = frozenset("advancing advancers rising gainers winners rose".split())
FALLING: Final = frozenset("declining decliners falling losers fell".split())
SET_AGAINST: Final = frozenset("outnumbered outnumber beat every ratio advancers decliners".split())
SECURITIES: Final = frozenset("stocks issues shares advancers decliners gainers".split())
# Between a count and the exchange behind it: "16 to 13 on the Nasdaq".
UP_TO_EXCHANGE: Final = frozenset("to for every one on the a stocks issues fell rose that of".split())
UNITS: Final = ("share", "share per day", "stock", "issue", None)


def traded_on(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the exchange on which a figure of shares changed hands, or one of stocks rose or fell."""
    if draft.unit not in UNITS or draft.kind in ("share", "percent", "money"):
        return None
    document = discourse.reading.document
    first, last = document.sentences[draft.sentence]
    said = document.vocabulary_of(draft.sentence)
    if EXCHANGES.isdisjoint(said):
        return None
    if draft.kind in ("count", "rate") and draft.value is not None and draft.value >= MANY:
        if "shares" not in said or TRADED.isdisjoint(said):
            return None
    elif (
        RISING.isdisjoint(said)
        or FALLING.isdisjoint(said)
        or SET_AGAINST.isdisjoint(said)
        or SECURITIES.isdisjoint(said)
    ):
        return None
    names = [name for name in discourse.names_in(first, last) if _is_exchange(document.lower, name)]
    beside = next((name for name in names if _is_right_behind(document.lower, draft, name)), None)
    before = [name for name in names if name.first < draft.first]
    if beside is not None or before:
        return _run(discourse, names, beside or before[-1])
    # "on volume of 40 million shares, the most on Nasdaq": of the firm that was spoken of.
    if names and "," not in document.lower[draft.last : names[0].first]:
        return _run(discourse, names, names[0])
    return None


def _is_exchange(lower: list[str], name: Name) -> bool:
    return name.type != "index" and not EXCHANGES.isdisjoint(lower[name.first : name.last])


def _is_right_behind(lower: list[str], draft: Draft, name: Name) -> bool:
    """Whether an exchange is where a figure says that it is: "by [16] to 13 on the Nasdaq"."""
    return name.first >= draft.last and all(
        word in UP_TO_EXCHANGE or word[0].isdigit() for word in lower[draft.last : name.first]
    )


def _run(discourse: Discourse, names: list[Name], name: Name) -> Referent:
    """Return an exchange with those that stand beside it: "the New York Stock Exchange, Nasdaq and Amex"."""
    lower = discourse.reading.document.lower
    at = names.index(name)
    first = last = at
    while first and JOINERS.issuperset(lower[names[first - 1].last : names[first].first]):
        first -= 1
    while last + 1 < len(names) and JOINERS.issuperset(lower[names[last].last : names[last + 1].first]):
        last += 1
    return together(discourse, [referent_of(one) for one in names[first : last + 1]])
