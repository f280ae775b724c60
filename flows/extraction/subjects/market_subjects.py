"""How many shares changed hands is of the exchange, whomever the text spoke of before.

"Volume was light on the New York Stock Exchange, with 1.2 billion shares changing hands, below an average of
1.5 billion, while on Nasdaq 2 billion traded."
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


def traded_on(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the exchange on which a figure of shares changed hands: the last before it, else the next."""
    if (
        draft.kind != "count"
        or draft.unit not in ("share", None)
        or draft.value is None
        or draft.value < MANY
    ):
        return None
    document = discourse.reading.document
    first, last = document.sentences[draft.sentence]
    said = document.lower[first:last]
    if "shares" not in said or TRADED.isdisjoint(said) or EXCHANGES.isdisjoint(said):
        return None
    names = [name for name in discourse.names_in(first, last) if _is_exchange(document.lower, name)]
    if not names:
        return None
    before = [name for name in names if name.first < draft.first]
    return _run(discourse, names, before[-1] if before else names[0])


def _is_exchange(lower: list[str], name: Name) -> bool:
    return not EXCHANGES.isdisjoint(lower[name.first : name.last])


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
