"""What articles open with: "a better-than-expected profit ... It earned 61 cents. Analysts had expected 57".

The first sentences say on which side of the outlook a profit or revenue came; what it was and what had been
expected stand behind, in sentences of their own. So the two are ordered whatever the numbers are.
"""

from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.implied.series import PRICES, Pairs, evidence, said_order, size
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import is_bad, is_per_once
from flows.extraction.relations.sayings import Sayings

_RULE: Final = "opened_with"
_LEAD: Final = 3  # sentences that an article begins with
_APART: Final = 2  # sentences between what came and what had been expected
_BACK: Final = 8  # figures before an outlook that are looked at
_CLAUSE: Final = 16  # words before a verb in which its subject stands
_AHEAD: Final = 7  # words behind it in which the outlook stands, or a noun behind "expected"
_SHARE: Final = 20  # of any currency: what is less is the profit of a share
_PROFIT: Final = frozenset("profit profits earnings results result income".split())
_REVENUE: Final = frozenset("revenue revenues sales".split())
_ABOVE: Final = frozenset(
    """beat beats beating topped topping tops exceeded exceeding exceeds surpassed surpassing surpasses
    above""".split()
)
_BELOW: Final = frozenset("missed missing misses below".split())
_HIGH: Final = frozenset("ahead better stronger higher".split())
_LOW: Final = frozenset("short shy worse weaker lower poorer".split())
_SETTING: Final = _ABOVE | _BELOW | _HIGH | _LOW
_PAIRED: Final = frozenset(("of", "than"))
_OUTLOOK: Final = frozenset(
    """expectations expectation estimates estimate forecasts forecast street analysts views view consensus
    predictions""".split()
)
# What is told of the time to come, or is less where it is better.
_OTHERWISE: Final = frozenset(
    """forecast forecasts forecasting outlook guidance predicts predicted expects sees projected projects
    warned warns expect will would may could guided target previously earlier loss losses drop decline fall
    slide dip charge charges""".split()
)
_FORETOLD: Final = frozenset(
    "forecast forecasts outlook guidance expects sees projected projects forecasting expect looking".split()
)
_PAST: Final = frozenset("had were was expected".split())
_BREAKS: Final = frozenset((",", ";", ".", "but", "while", "though", "although"))


def find_told_outlooks(reading: Reading, beside: set[int], pairs: Pairs, sayings: Sayings) -> list[Relation]:
    """Return the orders of what came with what had been expected, as the first sentences tell them."""
    if not sayings.forecasters:
        return []
    found: list[Relation] = []
    sides: dict[str, bool | None] | None = None
    for index, other in enumerate(reading.drafts):
        what = _what(other)
        if (
            not what
            or id(other) in beside
            or not sayings.is_foreseen(other)
            or not _was_expected(reading, other)
        ):
            continue
        if sides is None:
            sides = _sides(reading)
            if not sides:
                return []
        above = sides.get(what)
        if above is None:
            continue
        came = _came(reading, index, other, what, beside, sayings)
        if not came:
            continue
        # The reading that holds is the one that is meant: net of all, or without what is left out.
        one = next((one for one in came if _holds(one, other, above=above)), came[0])
        if pairs.tie(one, other):
            greater, lesser = (one, other) if above else (other, one)
            found.append(said_order(_RULE, greater, lesser, evidence(reading, one, other)))
    return found


def _what(draft: Draft) -> str:
    """Return whether a figure is of profit a share or of revenue, else nothing."""
    code = draft.metric_code or ""
    if draft.kind != "money" or not draft.value or code in PRICES or "dividend" in code:
        return ""
    is_in_cents = code in ("profit", "net_profit") and draft.value < _SHARE
    if (draft.unit or "").endswith(" per share") or code == "earnings_per_share" or is_in_cents:
        return "profit"
    return "revenue" if code == "revenue" else ""


def _holds(one: Draft, other: Draft, *, above: bool) -> bool:
    first, second = size(one), size(other)
    return first is not None and second is not None and (first >= second if above else first <= second)


def _was_expected(reading: Reading, draft: Draft) -> bool:
    """Whether a figure is told as what had been expected: "analysts had expected", not "analysts expect"."""
    words = reading.document.lower[reading.document.sentences[draft.sentence][0] : draft.first]
    return not _PAST.isdisjoint(words) and "are" not in words and "expect" not in words


def _came(
    reading: Reading, index: int, other: Draft, what: str, beside: set[int], sayings: Sayings
) -> list[Draft]:
    """Return what may have come in place of what was expected, the nearest first.

    None where the sentence of the outlook has a figure of its own to compare. Revenue is that of whose
    results the article tells first.
    """
    lower, sentences = reading.document.lower, reading.document.sentences
    found: list[Draft] = []
    whose = next((draft.entity_code for draft in reading.drafts if _what(draft)), None)
    for one in reversed(reading.drafts[max(0, index - _BACK) : index]):
        if other.sentence - one.sentence > _APART:
            break
        if _what(one) != what or (one.unit != other.unit and not is_per_once(one, other)):
            continue
        if one.sentence == other.sentence:
            return []
        if what == "revenue" and (
            (one.metric or "").lower() != (other.metric or "").lower() or one.entity_code != whose
        ):
            # "Gross revenue of 1.8 billion. Analysts had expected net revenue of 1.4 billion"; one product's
            continue
        if (
            id(one) not in beside
            and not sayings.is_foreseen(one)
            and lower[one.first - 1] != "including"
            and _FORETOLD.isdisjoint(lower[sentences[one.sentence][0] : one.first])
            and not is_bad(lower, one)
            and not is_bad(lower, other)
        ):
            found.append(one)
    return found


def _sides(reading: Reading) -> dict[str, bool | None]:
    """Return on which side of the outlook the first sentences put profit and revenue; None: on both."""
    lower = reading.document.lower
    found: dict[str, bool | None] = {}
    for first, last in reading.document.sentences[:_LEAD]:
        if _SETTING.isdisjoint(lower[first:last]):
            continue
        for index in range(first, last):
            above = _side(lower, index)
            if above is None:
                continue
            what = _subject(lower, index, first, last)
            if what:
                found[what] = above if found.get(what, above) == above else None
    return found


def _side(lower: list[str], index: int) -> bool | None:
    """Return whether a word puts something above (True) or below the outlook, None when it does neither."""
    word = lower[index]
    if word in _ABOVE or word in _BELOW:
        return word in _ABOVE
    if (word in _HIGH or word in _LOW) and not _PAIRED.isdisjoint(lower[index + 1 : index + 3]):
        return word in _HIGH
    return None


def _subject(lower: list[str], index: int, first: int, last: int) -> str:
    """Return what a word puts above or below the outlook: "profit", "revenue" or nothing."""
    if lower[index + 1 : index + 2] == ["-"]:
        # "A better-than-expected profit"
        if lower[index + 2 : index + 5] != ["than", "-", "expected"]:
            return ""
        end = index + 5
        while end < min(last, index + 5 + _AHEAD) and lower[end] not in _BREAKS:
            end += 1
        words = lower[index + 5 : end]
        before = lower[max(first, index - _AHEAD) : index]
        return _named(words) if _OTHERWISE.isdisjoint(before) else ""
    behind = lower[index + 1 : min(last, index + _AHEAD)]
    outlooks = [place for place, word in enumerate(behind) if word in _OUTLOOK]
    if not outlooks:
        return ""
    begin = index
    while begin > first and index - begin < _CLAUSE and lower[begin - 1] not in _BREAKS:
        begin -= 1
    # "Its profit beat forecasts", "it beat the profit forecasts"
    return _named(lower[begin:index] + behind[: outlooks[-1]])


def _named(words: list[str]) -> str:
    """Return which of profit and revenue words name, nothing for both, for losses and for what is to come."""
    of_profit, of_revenue = not _PROFIT.isdisjoint(words), not _REVENUE.isdisjoint(words)
    if of_profit == of_revenue or not _OTHERWISE.isdisjoint(words):
        return ""
    return "profit" if of_profit else "revenue"
