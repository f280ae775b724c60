"""The price at which a share closed, as the former level of what it did when the exchange was shut.

"The shares rose 3.2 percent to $16.15 after the closing bell. ... The stock ended the regular session at
$15.65": trading before and after hours starts from the last close, whatever the numbers say.
"""

from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft

_SHARE_PRICE: Final = "share_price"
# "In extended trade", "premarket", "after the bell", "after-hours": joined ones and the words of others.
_LATE: Final = frozenset("extended premarket aftermarket bell".split())
_HOURS: Final = frozenset("hours market close".split())
_SHUT: Final = frozenset(("after", "before", "pre", "post"))
# A share's first day starts from the price at which it was sold.
_NEW: Final = frozenset(("debut", "debuted"))
_FIRST_DAY: Final = ["first", "day", "of"]  # "in their first day of trading"
_OFFERED: Final = frozenset("priced ipo offer offering".split())
_SINCE: Final = frozenset(("after", "from"))
_CLOSES: Final = frozenset(
    "close closed closes closing end ended ending finish finished settled regular".split()
)
_BEHIND: Final = 10  # tokens behind its level that do
_NEAR: Final = 14  # tokens from "closed" to its price
_VERB: Final = 4  # tokens from "closed" to "up 2.6 percent at $251.89": that was the close
_NAMED: Final = (
    6  # tokens from "from" to "close": "from their close", "from their New York Stock Exchange close"
)
_BACK: Final = 1  # sentences around a growth in which the close is told
_AHEAD: Final = 2
_TIMES: Final = 2  # times a price that the close may be


def closing_price(standing: Standing, growth: Draft, new: Draft) -> Draft | None:
    """Return the only price at which the share closed near a growth out of hours."""
    if new.metric_code != _SHARE_PRICE or new.entity_code is None or not new.value:
        return None
    lower = standing.lower
    first, last = standing.document.sentences[growth.sentence]
    behind = lower[new.last : min(last, new.last + _BEHIND)]
    if not _NEW.isdisjoint(behind) or behind[2:5] == _FIRST_DAY:
        offers = [level for level in _prices_near(standing, new) if _is_told_as_offered(standing, level)]
        return offers[0] if len(offers) == 1 else None
    if _is_close(lower[max(first, growth.first - _VERB) : growth.first]):
        return None
    is_late = _is_out_of_hours(lower[first : min(last, new.last + _BEHIND)])
    prices = _prices_near(standing, new)
    closes = [
        level
        for level in prices
        if level.entity_code == new.entity_code
        and _is_told_as_close(standing, level)
        and (is_late or _is_led_from(lower, new, level) or _is_of_the_session(standing, new, level, prices))
    ]
    return closes[0] if len(closes) == 1 else None


def _prices_near(standing: Standing, new: Draft) -> list[Draft]:
    """Return the levels around a price that may be other prices of its share."""
    near = standing.told_about(new, back=_BACK, ahead=_AHEAD)
    return [level for level in near if level is not new and _is_comparable(level, new)]


def _is_told_as_offered(standing: Standing, level: Draft) -> bool:
    """Whether "was priced at", "the IPO price of", "its offer price of" leads to a level."""
    first, _ = standing.document.sentences[level.sentence]
    return not _OFFERED.isdisjoint(standing.lower[max(first, level.first - _VERB) : level.first])


def _is_of_the_session(standing: Standing, new: Draft, level: Draft, prices: list[Draft]) -> bool:
    """Whether a close is that of "the regular session": the price beside it is of another time."""
    first, last = standing.document.sentences[level.sentence]
    start, end = sorted((new.start, level.start))
    if any(start < price.start < end for price in prices):
        return False
    return "regular" in standing.lower[max(first, level.first - _NEAR) : min(last, level.last + _NAMED)]


def _is_comparable(one: Draft, other: Draft) -> bool:
    """Whether two levels may be prices of one share: "24 cents lower at $49.99" tells one price."""
    if one.value is None or other.value is None or one.unit is None or other.unit is None:
        return False
    if one.unit.partition(" per ")[0] != other.unit.partition(" per ")[0]:
        return False
    return other.value / _TIMES <= one.value <= other.value * _TIMES


def _is_told_as_close(standing: Standing, level: Draft) -> bool:
    """Whether "closed at", "to end the session down 1 percent at", "from Monday's close of" leads to it."""
    first, _ = standing.document.sentences[level.sentence]
    told = standing.told_in(level.sentence, level.sentence)
    before = [other.last for other in told if other.last <= level.first and _is_comparable(other, level)]
    first = max([first, level.first - _NEAR, *before])
    if not _CLOSES.isdisjoint(standing.lower[level.last : level.last + 1]):
        return True  # "from a $103.05 close"
    return _is_close(standing.lower[first : level.first])


def _is_led_from(lower: list[str], new: Draft, close: Draft) -> bool:
    """Whether a price is told with the close it came from: "fell to $9.97 after closing at $10.20"."""
    if new.sentence != close.sentence or close.first < new.first:
        return False
    between = lower[new.last : close.first]
    return any(
        word in _CLOSES and not _SINCE.isdisjoint(between[max(0, place - _NAMED) : place])
        for place, word in enumerate(between)
    )


def _is_close(words: list[str]) -> bool:
    """Whether words tell of the close itself, not of "after the close" alone."""
    return any(
        word in _CLOSES and words[max(0, place - 2) : place] != ["after", "the"]
        for place, word in enumerate(words)
    )


def _is_out_of_hours(words: list[str]) -> bool:
    if not _LATE.isdisjoint(words):
        return True
    return any(
        word in _HOURS and not _SHUT.isdisjoint(words[max(0, place - 2) : place])
        for place, word in enumerate(words)
    )
