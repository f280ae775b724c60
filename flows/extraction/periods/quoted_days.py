"""The day of a quote of shares, currencies or futures."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Calendar
from flows.extraction.dates.calendars import length_in_months, shifted
from flows.extraction.dates.figure_families import FLOW, MOVES
from flows.extraction.dates.sentence_dates import REACH
from flows.extraction.figure import Dated
from flows.extraction.periods.market_moves import EARNING, SHARES, moved_on_news
from flows.extraction.periods.opening_periods import title_of
from flows.extraction.periods.period_case import CLOCKS, Case, is_day
from flows.extraction.periods.period_context import Period
from flows.extraction.periods.running_totals import FEW
from flows.extraction.reading import Reading
from flows.extraction.text.period_words import TRADING

# What is traded; where it is named so early in a text, the text is about its trading.
TRADED: Final = frozenset("shares bonds futures yields stock".split())
# What is traded too, where it is what moved: "Oil rose", not "Oil producers said".
PRICED: Final = frozenset(
    "oil crude gold silver copper dollar euro yen sterling yuan rupee gas gasoline".split()
)
INDICES: Final = frozenset("dow nasdaq ftse nikkei dax cac topix sensex kospi bovespa stocks".split())
KEPT: Final = (["of"], ["at"], ["held"])
# In a title these measure what is no trading: "profit beats Wall Street estimates", "funds cut stocks: poll".
MEASURING: Final = frozenset("expectations estimates forecasts views view consensus poll funds".split())
STREETS: Final = frozenset(("street", "st"))
MARKET_NAMES: Final = INDICES | {"wall", "p"}
# Tokens from a change to the date behind the level that it led to.
LEVEL_REACH: Final = 6
MOVE_REACH: Final = 8
POINTS: Final = frozenset(("point", "points", "index point", "basis point"))
HEAD: Final = 8
DATELINE: Final = 12
EARLIER: Final = frozenset(("after", "following", "from"))
PREMIUMS: Final = frozenset(("premium", "discount"))
# What is issued, and what is done to it.
SECURITIES: Final = frozenset("notes bonds debentures eurobond eurobonds bond".split())
ISSUING: Final = frozenset(
    "offering raising sells selling issuing issues issue priced launches launched".split()
)
TERMS: Final = frozenset(("money", "percent", "rate", "count"))
SENT_REACH: Final = 6
SENDING: Final = frozenset(("sending", "pushing", "driving", "lifting", "sent"))
# What markets do that do not move.
DRIFTS: Final = frozenset(
    "mixed changed flat steady steadied drifted paused pared ending swung hovered".split()
)
MOVED: Final = MOVES | DRIFTS
REPEATED: Final = frozenset(("each", "every", "annually"))


def traded_on(reading: Reading, dates: list[Dated], calendar: Calendar) -> str | None:
    """Return the day whose trading an article is about, where it opens with what shares, bonds or oil did."""
    if calendar.day is None:
        return None
    document = reading.document
    first, last = document.sentences[0]
    at = next((index for index in range(first, last) if document.lower[index] == ")"), first - 1)
    start = at + 1 if at - first < DATELINE else first
    words, title = document.lower[start:last], title_of(reading).lower
    is_titled = MEASURING.isdisjoint(title) and _names_market(title) and _names_market(words)
    if MOVED.isdisjoint(words + title if is_titled else words):
        return None
    head = words[:HEAD]
    # "Revenue of the owner of the Dow index grew" tells of no trading.
    earned = next((index for index, word in enumerate(head) if word in EARNING), HEAD)
    is_of_shares = is_titled or _names_market(head[:earned]) or any(word in TRADED for word in head)
    if not (is_of_shares or _opens_with_move(words)):
        return None
    named = [date for date in dates if date.first < last and date.start_on is not None]
    days = [date.start_on for date in named if is_day(date)]
    if (
        not is_of_shares
        and not days
        and any(length_in_months((date.start_on, date.end_on)) for date in named)
    ):
        # "The dollar market grew in December": what did so over months is no trading of a day.
        return None
    return next(iter(days), calendar.today)


def _names_market(words: list[str]) -> bool:
    """Whether words name a stock market or its index: "Wall Street", "the S&P", "U.S. stocks"."""
    return not MARKET_NAMES.isdisjoint(words) and any(
        (word in INDICES and words[index + 1 : index + 2] not in KEPT)
        or (word in STREETS and words[index - 1] == "wall")
        or (word == "p" and words[index - 1] == "&")
        for index, word in enumerate(words)
    )


def _opens_with_move(words: list[str]) -> bool:
    """Whether a sentence first tells what a commodity or currency did: "Crude oil values rose"."""
    at = next((index for index, word in enumerate(words[:HEAD]) if word in PRICED), None)
    if at is None:
        return False
    reach = words[at + 1 : at + 1 + MOVE_REACH]
    return not MOVES.isdisjoint(reach) and FLOW.isdisjoint(reach)


def issued_on(reading: Reading, calendar: Calendar) -> str | None:
    """Return the day of the terms of an issue: the publication, where a text opens with bonds being sold."""
    first, last = reading.document.sentences[0]
    words = set(reading.document.lower[first:last]).union(title_of(reading).lower)
    is_issue = not (SECURITIES.isdisjoint(words) or ISSUING.isdisjoint(words))
    return calendar.today if is_issue and calendar.day is not None else None


def of_issue(case: Case) -> Period | None:
    """Return the day of an issue for its terms: amounts, yields and coupons that no date governs."""
    day, draft = case.context.issued, case.draft
    if day is None or draft.kind not in TERMS or case.kin not in ("single", "market", ""):
        return None
    if case.context.is_of_trading or case.sentence.old[draft.first]:
        return None
    return Period(day, day, "published")


def quoted(case: Case) -> Period | None:
    """Fill the day of a quote of shares, currencies or futures where the text says that it is of a day."""
    draft, sentence, context = case.draft, case.sentence, case.context
    is_few = draft.kind == "count" and draft.unit not in POINTS and draft.value in range(FEW)
    if is_few and draft.noun_first is not None and not case.is_change:
        # "Among 11 groups of the index"
        return None
    nearest = None if _is_premium(case) else sentence.following(draft)
    is_today = nearest is not None and nearest.first - draft.last <= 1 and is_day(nearest)
    is_valued = context.is_of_trading and case.tense == "present" and draft.kind == "money"
    is_sent = not SENDING.isdisjoint(case.told(SENT_REACH))
    if case.tense in ("perfect", "present", "future") and not (is_today or is_valued or is_sent):
        return None
    if sentence.role(nearest) in ("since", "base"):
        return None
    is_led = nearest is None and case.is_change and sentence.lower[draft.last : draft.last + 1] == ["to"]
    later = sentence.later_main(draft) if is_led else None
    if later is not None and later.start_on != later.end_on and later.first - draft.last <= LEVEL_REACH:
        # "Fell 9 percent to $50 in 2015"
        return None
    if not REPEATED.isdisjoint(sentence.lower[draft.last : draft.last + 4]):
        return None
    day: Dated | None = None
    for date in sentence.near(draft):
        if date.start_on is None or date.first > draft.last + 40 or _is_of_next(date, case):
            continue
        if date.start_on == date.end_on and sentence.role(date) in ("news", "main", "now"):
            if day is None or date.first <= draft.first or case.begin <= date.first < case.end:
                day = date
        elif sentence.role(date) in ("main", "back", "base") and (
            date is nearest or (case.begin <= date.first < draft.first and not _sends_shares(date, case))
        ):
            return None
    on = context.quoted
    if day is not None:
        on = day.end_on
        # Of quotes by the minute, only those of this sentence are of another day; so are those of long ago.
        is_old = (on or "") < (shifted(context.today, -1) or "")
        if not (context.is_timed or context.is_of_trading or is_old or sentence.old[draft.first]):
            context.quoted = on
    elif not TRADING.isdisjoint(
        sentence.lower[max(sentence.first, draft.first - REACH) : min(sentence.last, draft.last + REACH)]
    ):
        today = context.today if context.calendar.day is not None else None
        context.is_timed = context.is_timed or not CLOCKS.isdisjoint(
            sentence.lower[sentence.first : sentence.last]
        )
        # A time of day is the publication's: what follows it is no more of the day before.
        on = context.quoted = today if context.is_timed else context.quoted or today
    if sentence.old[draft.first]:
        return None
    if on is None:
        return moved_on_news(case)
    period = Period(on, on, "published", day)
    case.give(period, "quoted", 0.95 if day is not None else 0.7)
    return period


def _is_of_next(date: Dated, case: Case) -> bool:
    """Whether a day behind a quote is that of an earlier one: "rose 1% after falling 2% on Thursday"."""
    if date.first < case.draft.last:
        return False
    between = range(case.draft.last, date.first)
    return any(index in case.sentence.numbers for index in between) and not EARLIER.isdisjoint(
        case.sentence.lower[case.draft.last : date.first]
    )


def _sends_shares(date: Dated, case: Case) -> bool:
    """Whether what a date is of moves shares now: "saw less profit this year, sending its shares down"."""
    between = case.sentence.lower[date.last : case.draft.first]
    if SHARES.isdisjoint(between):
        return False
    at = next(index for index, word in enumerate(between) if word in SHARES)
    return not SENDING.isdisjoint(between) or "and" in between[max(0, at - 2) : at]


def _is_premium(case: Case) -> bool:
    """Whether a quote is what one contract costs more than another, named by a month, too."""
    lower, draft = case.sentence.lower, case.draft
    return not PREMIUMS.isdisjoint(
        lower[max(case.begin, draft.first - 3) : draft.first] + lower[draft.last : draft.last + 1]
    )
