"""The part that a date plays in its sentence: rules in the order in which they are tried."""

from collections.abc import Callable
from typing import Final

from flows.extraction.dates.calendars import length_in_months
from flows.extraction.dates.date_words import DASHES, DISASTERS, NUMBERS, SHORT_MONTHS, UNITS
from flows.extraction.figure import Dated
from flows.extraction.text.period_words import (
    AT_EVENTS,
    BEFORE_BASE,
    BREAKS,
    COMPARED,
    CONTRACTS,
    DATE_FILLERS,
    FIGURE_NOUNS,
    FORESEEN,
    FUTURE_VERBS,
    MATURING,
    REPORTING,
    SAID,
    is_superlative,
)

SPECIAL_ROLES: Final = frozenset(("since", "by", "to_date", "back", "span"))
SINCE_REACH: Final = 14
# Tokens behind a date in which the publication stands that is called by it.
TITLED: Final = 4
PUBLICATIONS: Final = frozenset(("publication", "bulletin", "newsletter", "edition", "issue"))
OWNERS: Final = frozenset(("'s", "’s", "its", "the", "their", "a"))
EARLIER: Final = frozenset(("previous", "preceding", "prior"))
ALIKE: Final = frozenset(("same", "unchanged", "much", "many"))
AFTER_ALIKE: Final = frozenset((",", ".", ";", ")", "and", "but"))
TELLING: Final = REPORTING | {"forecast", "forecasts", "expects", "filings"}
SECURITIES: Final = frozenset(("bonds", "bond", "notes", "note", "bunds", "gilts"))
EVENTS: Final = DISASTERS | frozenset(
    "recall strike ruling launch merger takeover deal agreement meeting conference debut".split()
)
PLANS: Final = frozenset(
    "plan plans forecast forecasts estimate estimates projection outlook prediction".split()
)
FORESEERS: Final = frozenset(("it", "they", "he", "she", "analysts", "economists"))
FORMER: Final = frozenset(("previous", "earlier", "original", "prior", "initial", "last"))
STRETCHES: Final = frozenset(("last", "past", "next", "coming"))
# What compares, but not within a compound.
JOINABLE: Final = BEFORE_BASE | FORESEEN
EDGES: Final = frozenset(("end", "start", "beginning", "close"))
SAID_FILLERS: Final = frozenset(("in", "on", "late", "earlier", "the", "back"))
# Tokens before "since" in which it is told that something is a record.
RECORD_REACH: Final = 8
RECORDS: Final = frozenset(("records", "record-keeping", "data", "series"))
REACHING: Final = frozenset(("dating", "going", "back", "began", "begin", "started", "start"))


class Wording:
    """The words of a sentence ``[first, last)``, the tokens of its numbers, the first tokens of its dates."""

    def __init__(
        self,
        words: list[str],
        lower: list[str],
        first: int,
        last: int,
        numbers: set[int],
        starts: frozenset[int],
    ) -> None:
        self.words = words
        self.lower = lower
        self.first = first
        self.last = last
        self.numbers = numbers
        self.starts = starts


def role_of(date: Dated, wording: Wording) -> str:
    """Return the part that a date plays: what its own words say ("since", "by"), else the first rule's."""
    if _is_record(date, wording) or _is_attribute(date, wording) or _is_history(date, wording):
        return "none"
    if date.basis in SPECIAL_ROLES:
        return date.basis
    return next((role for role, rule in ROLES if rule(date, wording)), "main")


def _is_record(date: Dated, wording: Wording) -> bool:
    """Whether a date says how far a record goes back: "least since May", "records dating back to 1952"."""
    before = wording.lower[max(wording.first, date.first - RECORD_REACH) : date.first]
    if not RECORDS.isdisjoint(before) and not REACHING.isdisjoint(before):
        return True
    return date.basis in ("since", "to_date") and any(is_superlative(word) for word in before)


def _is_history(date: Dated, wording: Wording) -> bool:
    """Whether "before" tells what came earlier: "a month before May", not "will open before 2030"."""
    before = wording.lower[wording.first : date.first]
    return wording.lower[date.first] == "before" and FUTURE_VERBS.isdisjoint(before)


def _is_possessing_day(date: Dated, wording: Wording) -> bool:
    """Whether "today's" stands for what is of now."""
    after = wording.lower[date.last] if date.last < wording.last else ""
    return _is_now(date, wording) and date.basis == "published" and after in ("'s", "’s")


def _is_now(date: Dated, wording: Wording) -> bool:
    """Whether a date is "today"."""
    word = wording.lower[date.first]
    if date.basis == "unanchored":
        return word == "today"
    is_day = date.start_on is not None and date.start_on == date.end_on and date.basis == "published"
    return is_day and word in ("today", "currently")


def _is_attribute(date: Dated, wording: Wording) -> bool:
    """Whether a date says which one a thing is: "bonds due 2017", "January delivery", "base 1980"."""
    before = wording.lower[date.first - 1] if date.first > wording.first else ""
    if before in ("in", "on", "by", "for", "the") and date.first - 1 > wording.first:
        before = wording.lower[date.first - 2]
    if before == "of" and date.first - 2 >= wording.first and wording.lower[date.first - 2] in SECURITIES:
        # "The Treasury bonds of 2016"
        return True
    after = wording.lower[date.last] if date.last < wording.last else ""
    # "Its February crop report": when it was written.
    titled = wording.lower[date.last : min(wording.last, date.last + TITLED)]
    is_title = not PUBLICATIONS.isdisjoint(titled) and all(word.isalpha() for word in titled[:1])
    return before in MATURING or after in CONTRACTS or (is_title and before in OWNERS)


def _is_base(date: Dated, wording: Wording) -> bool:
    lower = wording.lower
    before = date.first - 1
    while before >= wording.first and before not in wording.numbers:
        word = lower[before]
        if (
            word in FORESEEN
            and lower[before - 1] in ("than", "as")
            and date.basis not in ("comparison", "same")
        ):
            # "Fell more than expected in May" compares with what was expected.
            return False
        if word in JOINABLE and lower[before - 1] in DASHES:
            # "A better-than-expected rise in May", "9 percent year-over-year in the second quarter"
            return False
        if word in BEFORE_BASE:
            # "over the past year" is a stretch, "over the first quarter" a comparison.
            return not (word == "over" and _is_stretch(date, lower))
        if word in ("to", "with") and before > wording.first and lower[before - 1] in COMPARED:
            return True
        if word == "as" and before > wording.first and lower[before - 1] in ALIKE:
            # "Rose 9 percent, the same as in May", not "the same as 2015 sales of 9"
            return date.last >= wording.last or lower[date.last] in AFTER_ALIKE
        if word == "on" and date.basis == "explicit" and date.first - before <= 2:
            return length_in_months((date.start_on, date.end_on)) == 12
        if word not in DATE_FILLERS or date.first - before > 6:
            break
        before -= 1
    return date.basis in ("comparison", "same")


def _is_stretch(date: Dated, lower: list[str]) -> bool:
    """Whether a date tells how long: "over the past year", "over the 12 months to June", not "over 2011"."""
    word = lower[date.first]
    if word == "last" and lower[date.first - 1] == "over" and lower[date.first + 1] in UNITS:
        # "A 9 percent jump over last year"
        return False
    if word in STRETCHES or word == "weekend" or (word in EARLIER and date.basis != "comparison"):
        return True
    is_counted = word in NUMBERS or (word.isdecimal() and len(word) < 4) or word in UNITS
    return is_counted and date.end_on is not None and date.last - date.first > 1


def _in_since_clause(date: Dated, wording: Wording) -> bool:
    """Whether "since" opens the clause of a date: "since its launch in May 2012"."""
    for index in range(date.first - 1, max(wording.first, date.first - SINCE_REACH) - 1, -1):
        if index in wording.numbers or wording.lower[index] in BREAKS:
            return False
        if wording.lower[index] == "since":
            # "The least since May, it said on Thursday": that since has a date of its own.
            before = wording.lower[max(wording.first, index - RECORD_REACH) : index]
            # "The first rise since a slump in May" is a record, too.
            return index not in wording.starts and not any(is_superlative(word) for word in before)
    return False


def _is_of_event(date: Dated, wording: Wording) -> bool:
    """Whether a year belongs to an event's name: "its 2003 collapse"."""
    if date.last >= wording.last:
        return False
    if date.basis != "explicit":
        return _is_of_disaster(date, wording)
    if date.last - date.first != 1:
        return False
    after, before = (
        wording.lower[date.last],
        wording.lower[date.first - 1] if date.first > wording.first else "",
    )
    if before not in ("'s", "the", "a", "its", "their", "his", "her", "'", "’") or not after.isalpha():
        return False
    if before == "the" and date.first - 2 >= wording.first and wording.lower[date.first - 2] in AT_EVENTS:
        # "Figures for the 2001 election": when it was; "after the 2001 collapse" is before.
        return False
    return wording.words[date.last].islower() and after not in FIGURE_NOUNS


def _is_of_disaster(date: Dated, wording: Wording) -> bool:
    """Whether a month or day only names an event: "the March recall", "the March 11 disaster"."""
    names = EVENTS if date.last - date.first == 1 else DISASTERS
    return wording.lower[date.last] in names and wording.lower[date.first - 1] in OWNERS


def _is_of_plan(words: list[str]) -> bool:
    """Whether words before a date say when it was foretold: "the plan made in", "its last forecast in"."""
    before, last = words
    return (before in PLANS and last == "made") or (before in FORMER and last in PLANS)


def _is_said(date: Dated, wording: Wording) -> bool:
    """Whether a date follows the verb of saying that it belongs to: "announced last month that"."""
    lower, index = wording.lower, date.first - 1
    if date.basis not in ("published", "explicit", "unanchored", "fiscal", "supposed"):
        return False
    while index > wording.first and lower[index] in SAID_FILLERS:
        index -= 1
    if index > wording.first and _is_of_plan(lower[index - 1 : index + 1]):
        return True
    if wording.first < index < date.first - 1 and lower[index] in FORESEEN and lower[index - 1] in FORESEERS:
        # "Three times what it forecast in December"
        return True
    if index < wording.first or lower[index] not in SAID:
        return False
    if lower[index] == "reported" and length_in_months((date.start_on, date.end_on)) == 12:
        # "The 900 leaks reported in 2007" are of 2007.
        return False
    after = lower[date.last] if date.last < wording.last else ""
    if lower[date.first - 1] == "the" and after.isalpha() and after not in ("that", "it", "its"):
        # "Said the 2014 harvest is in"
        return False
    if index == date.first - 1:
        # "Reported first-quarter sales": without a preposition only what stands alone says when.
        return after in (
            ".",
            ",",
            "",
            "that",
            "it",
            "its",
            "he",
            "she",
            "they",
            "a",
            "the",
            "plans",
        ) and (length_in_months((date.start_on, date.end_on)) not in (3, 6, 9))
    return True


def _is_news(date: Dated, wording: Wording) -> bool:
    """Whether a day only says when something was said."""
    if date.start_on is None or date.start_on != date.end_on or date.basis != "published":
        return False
    if wording.lower[date.first] in EDGES:
        # "Said assets were $9 at the end of June"
        return False
    if date.first - 1 in wording.numbers:
        # "Gained 4 percent Friday after it disclosed": when it gained.
        return False
    # "Said on Friday that", far apart; but a day of a month only right beside the saying.
    before, after = (3, 2) if wording.lower[date.first][:3] in SHORT_MONTHS else (14, 9)
    words = wording.lower[max(wording.first, date.first - before) : date.last]
    return not TELLING.isdisjoint(words + _spoken(wording, date.last, after))


def _spoken(wording: Wording, first: int, count: int) -> list[str]:
    """Return so many words behind a date, without what stands in brackets: "On Friday Gull (GULL.S) said"."""
    words: list[str] = []
    depth = 0
    for word in wording.lower[first : min(wording.last, first + 2 * count)]:
        depth += (word in ("(", "<")) - (word in (")", ">"))
        if depth == 0 and word not in (")", ">"):
            words.append(word)
    return words[:count]


ROLES: Final[tuple[tuple[str, Callable[[Dated, Wording], bool]], ...]] = (
    ("base", _is_base),
    ("since", _in_since_clause),
    ("none", _is_of_event),
    ("news", _is_said),
    ("none", _is_possessing_day),
    ("now", _is_now),
    ("news", _is_news),
)
