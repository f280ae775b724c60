"""Against when a change is measured, where the words beside it say so: "year-on-year change in sales".

A monthly and a yearly change of one thing are two figures; their names tell them apart.
"""

import re
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.reading import Reading

_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_FROM: Final = r"\b(?:from|than|on|over|with|to|against)\ (?:an?\ |one\ |the\ )?"
_BASES: Final = {
    "year-on-year": re.compile(
        rf"""\byear[- ]o(?:n|ver)[- ]year|\bon\ the\ year\b|\blast\ year\b
        |{_FROM}year[- ](?:ago|earlier|before)\b|{_FROM}(?:previous|past|prior)\ year\b
        |\bin\ the\ (?:past\ year|year\ to)\b
        |{_FROM}(?:same|corresponding|comparable)\ (?:period|month|quarter|week|time|half|three|six|nine)\b
        |\b(?:past|last|previous)\ (?:12|twelve)\ months\b|\ban\ annual\b(?!\ (?:rate|pace))
        |\b(?:from|on|with|than\ in)\ (?:19|20)\d\d\b""",
        re.VERBOSE,
    ),
    "monthly": re.compile(
        rf"""\bmonth[- ]o(?:n|ver)[- ]month|\bon\ the\ month\b|{_FROM}(?:previous|prior|last)\ month\b
        |\bin\ the\ month\b|{_FROM}month\ (?:ago|earlier|before)\b|\bfrom\ (?:{_MONTHS})\b(?!\ \d|['’])""",
        re.VERBOSE,
    ),
    "quarterly": re.compile(
        rf"""\bquarter[- ]o(?:n|ver)[- ]quarter|{_FROM}(?:previous|prior|preceding)\ quarter\b
        |{_FROM}quarter\ (?:ago|earlier|before)\b|\bfrom\ the\ (?:first|second|third|fourth)\ quarter\b""",
        re.VERBOSE,
    ),
}
# Characters that a change reaches for the words that say so.
_REACH: Final = 90


def name_change_bases(reading: Reading) -> None:
    """Put "year-on-year", "monthly", "quarterly" before the metric of changes that say it."""
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
        )
        follower = drafts[position + 1] if position + 1 < len(drafts) else None
        # "rose 3% on the month, after 2%": against the same.
        basis = _basis(reading, draft, follower) or (basis if alike else None)
        if basis is not None:
            draft.metric = f"{basis} {draft.metric}"
        previous = draft


def _basis(reading: Reading, draft: Draft, follower: Draft | None) -> str | None:
    """Return against when a change is: the nearest words behind it, up to the next figure, else before."""
    document = reading.document
    first, last = document.sentences[draft.sentence]
    end = min(document.ends[last - 1], draft.end + _REACH)
    if follower is not None:
        end = min(end, follower.start)
    found = [
        (match.start(), basis)
        for basis, words in _BASES.items()
        if (match := words.search(document.text, draft.end, end)) is not None
    ]
    if found:
        return min(found)[1]
    begin = max(document.starts[first], draft.start - _REACH)
    found = [
        (-match.start(), basis)
        for basis, words in _BASES.items()
        if (match := words.search(document.text, begin, draft.start)) is not None
    ]
    return min(found)[1] if found else None
