"""Against when a change is measured, where the words beside it say so: "year-on-year change in sales".

A monthly and a yearly change of one thing are two figures; their names tell them apart. What a market quotes
is told every day: its change on one day is against the day before, where nothing else is said.
"""

import re
from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.reading import Reading
from flows.extraction.relations.implied_bases import implied_basis
from flows.extraction.text.level_words import HEDGE_WORDS, QUOTES

_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_FROM: Final = r"(?:from|than|on|over|with|to|against)\ (?:an?\ |one\ |the\ )?"
# One pattern for all, so that the words beside a change are looked through once; the empty group behind them
# tells what they name.
_BASES: Final = re.compile(
    rf"""\b(?:
        (?:year[- ]o(?:n|ver)[- ]year|on\ the\ year\b|last\ year\b
        |(?:{_FROM}|\ an?\ |\ the\ )year[- ](?:ago|earlier|before)\b|{_FROM}(?:previous|past|prior)\ year\b
        |in\ the\ (?:past\ year|year\ to)\b
        |{_FROM}(?:same|corresponding|comparable)\ (?:period|month|quarter|week|time|half|three|six|nine)\b
        |(?:past|last|previous)\ (?:12|twelve)\ months\b|an\ annual\b(?!\ (?:rate|pace))
        |(?:from|on|with|than\ in)\ (?:19|20)\d\d\b)(?P<year>)
        |(?:month[- ]o(?:n|ver)[- ]month|on\ the\ month\b|{_FROM}(?:previous|prior|last)\ month\b
        |in\ the\ month\b|{_FROM}month\ (?:ago|earlier|before)\b|from\ (?:{_MONTHS})\b(?!\ \d|['’])
        )(?P<month>)
        |(?:quarter[- ]o(?:n|ver)[- ]quarter|{_FROM}(?:previous|prior|preceding)\ quarter\b
        |{_FROM}quarter\ (?:ago|earlier|before)\b
        |from\ the\ (?:first|second|third|fourth)\ quarter\b|sequentially\b
        )(?P<quarter>)
        |(?:week[- ]o(?:n|ver)[- ]week|(?:[Oo]n|[Ff]or|[Ii]n)\ the\ (?:past\ |last\ )?week\b
        |{_FROM}(?:previous|prior|last)\ week\b|{_FROM}week\ (?:ago|earlier|before)\b
        )(?P<week>)
        |(?:year[- ]to[- ]date|(?:so|thus)\ far\ (?:this\ year|in\ (?:19|20)\d\d)
        |[Ss]ince\ the\ (?:start|beginning|turn)\ of\ (?:the|this)\ year\b
        )(?P<begun>)
    )""",
    re.VERBOSE,
)
# Each of the above has one of these words.
_TELLING: Final = frozenset(
    """year annual month months quarter period week time half three six nine january february march april may
    june july august september october november december sequentially""".split()
) | frozenset(map(str, range(1900, 2100)))
_BEGUN: Final = "year-to-date"
_NAMES: Final = {
    "year": "year-on-year",
    "month": "monthly",
    "quarter": "quarterly",
    "week": "weekly",
    "begun": _BEGUN,
}
_QUOTED: Final = frozenset(f"growth_of_{code}" for code in QUOTES)
# What is summed up of a year so far is held against the year before; a price against where it began.
_PRICED: Final = _QUOTED | {"growth_of_price", "growth_of_value", "growth_of_fund_value"}
# Between a change and the levels that it leads to and comes from: "rose 3% to 5 million from 4 million".
_LEADING: Final = HEDGE_WORDS | frozenset(
    """to from at , ( ) or and $ £ € a an per share compared with versus against in the same each""".split()
)
# A change since another day, or up to a high of the past, is not of the day on which it is told.
_LONGER: Final = frozenset("since week weeks month months quarter year years decade".split())
_BACK_TO: Final = frozenset("low high peak trough lows highs levels level record offer ipo debut".split())
# Characters that a change reaches for the words that say so.
_REACH: Final = 90
# A level, the one before, and each again for one share or in another currency.
_LEVELS: Final = 6
# Tokens around a change that may say that it is of more than a day.
_DAY_REACH: Final = 10


def name_change_bases(reading: Reading) -> None:
    """Put "year-on-year", "monthly", "daily" before the metric of changes that say it."""
    drafts = reading.drafts
    previous: Draft | None = None
    basis: str | None = None
    for position, draft in enumerate(drafts):
        if draft.kind != "growth" or not draft.metric:
            continue
        alike = (
            previous is not None
            and previous.sentence == draft.sentence
            and previous.metric_code == draft.metric_code
            and (basis != _BEGUN or previous.period_start == draft.period_start)
        )
        # "rose 3% on the month, after 2%": against the same.
        basis = (
            _basis(reading, position)
            or (basis if alike else None)
            or _of_a_day(reading, draft)
            or implied_basis(reading, draft)
        )
        if basis is not None:
            draft.metric = f"{basis} {draft.metric}"
        previous = draft


def _basis(reading: Reading, position: int) -> str | None:
    """Return against when a change is: the nearest words behind it and its levels, else before."""
    document = reading.document
    draft = reading.drafts[position]
    first, last = document.sentences[draft.sentence]
    end = min(_end_behind(reading, position), document.ends[last - 1])
    # Else the words are of another figure, "which rose 9% so far this year, fell 2%", or of a sum.
    may_begin = draft.metric_code in _PRICED and (draft.period_start or "-01-01").endswith("-01-01")
    if not _TELLING.isdisjoint(document.lower[draft.last : bisect_left(document.starts, end)]):
        said = _BASES.search(document.text, draft.end, end)
        if said is not None and (may_begin or said.lastgroup != "begun"):
            return _NAMES[str(said.lastgroup)]
    begin = max(document.starts[first], draft.start - _REACH)
    basis: str | None = None
    if not _TELLING.isdisjoint(document.lower[bisect_left(document.starts, begin) : draft.first]):
        for said in _BASES.finditer(document.text, begin, draft.start):
            if may_begin or said.lastgroup != "begun":
                basis = _NAMES[str(said.lastgroup)]
    return basis


def _end_behind(reading: Reading, position: int) -> int:
    """Return up to which character words behind a change are its own, up to another figure than its levels.

    "Sales rose [3 percent to 5 million from 4 million a year ago], and costs fell 2 percent".
    """
    lower = reading.document.lower
    draft = last = reading.drafts[position]
    for other in reading.drafts[position + 1 : position + 1 + _LEVELS]:
        between = lower[last.last : other.first]
        if (
            other.kind == "growth"
            or other.sentence != draft.sentence
            or not between
            or not all(word in _LEADING for word in between)
        ):
            return min(other.start, last.end + _REACH)
        last = other
    return last.end + _REACH


def _of_a_day(reading: Reading, draft: Draft) -> str | None:
    """Return "daily" for the change of a market's price on one day, None where it may be of a longer time."""
    day = draft.period_start
    if draft.metric_code not in _QUOTED or day is None or day != draft.period_end:
        return None
    lower = reading.document.lower
    first, last = reading.document.sentences[draft.sentence]
    near = lower[max(first, draft.first - _DAY_REACH) : min(last, draft.last + _DAY_REACH)]
    behind = lower[draft.last : min(last, draft.last + _DAY_REACH)]
    since = "from" in behind and not _BACK_TO.isdisjoint(behind)
    return None if since or not _LONGER.isdisjoint(near) else "daily"
