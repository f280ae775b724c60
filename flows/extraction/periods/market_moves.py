"""What moves every day: shares on the news, indices, and what is told beside their quotes."""

from bisect import bisect_left
from datetime import date
from typing import Final

from flows.extraction.dates.calendars import day_of, months, moved_days
from flows.extraction.dates.date_words import bag
from flows.extraction.figure import Dated
from flows.extraction.periods.period_case import Case
from flows.extraction.periods.period_context import Period
from flows.extraction.text.change_words import CHANGES
from flows.extraction.text.period_words import TRADING

SHARES: Final = frozenset(("shares", "stock"))
# "Stocks of" and "stocks at" are what is kept.
KEEPING: Final = frozenset(("of", "at", "held"))
# Tokens before a figure in which shares are named that moved by it.
NEAR: Final = 24
# What moves every day besides shares: indices, and commodities where they are quoted.
MARKETS: Final = frozenset(
    """dow nasdaq s&p ftse nikkei dax cac topix sensex kospi bovespa stoxx tsx russell ibex crude brent gold
    copper yield yields""".split()
)
# Behind these stands why something moved.
REASONS: Final = frozenset("after despite as following amid because when before".split())
EARNING: Final = frozenset("revenue revenues sales profit profits earnings income".split())
# Tokens before a figure in which it is told to have moved.
MOVE_REACH: Final = 4
# "For the week", "on the year": what a change is of; and the months of each.
OVER: Final = frozenset(("for", "on"))
STRETCHES: Final = {"week": 0, "month": 1, "quarter": 3, "year": 12}
STRETCH_REACH: Final = 4
PAUSES: Final = frozenset((",", ";", "and", "but"))
# Friday's next day of trading is three days later.
FRIDAYS: Final = 7
# What a share or an ounce costs at most.
DEAREST: Final = 100_000
# Moves that are set against each other are of one time, unless what is traded at some time or price is.
CONTRASTS: Final = bag(
    """while whereas outpacing outperforming underperforming outstripping lagging trailing beating than
    compared versus against ;"""
)
# How what is set against something may have got its own time.
DATED: Final = frozenset(("after", "before", "later", "since", "moved_over", "as_long"))
CHANGED: Final = frozenset(("growth", "percent"))
PRICING: Final = (["to"], ["at"])
PRICE_REACH: Final = 9
IDLE: Final = frozenset(("none", "news"))
DIRECTIONS: Final = frozenset(("up", "down", "off", "higher", "lower"))
BEING: Final = frozenset(("was", "were"))


def moved_on_news(case: Case) -> Period | None:
    """Fill the day of the publication for what moved on its news: "its shares fell 5%", "the Dow lost 90"."""
    today, sentence, draft = case.context.today, case.sentence, case.draft
    start = max(sentence.first, draft.first - NEAR)
    before = sentence.lower[start : draft.first]
    shares = next((index for index, word in enumerate(before) if word in SHARES), None)
    at = shares
    if at is None and case.tense == "past" and EARNING.isdisjoint(before):
        at = next((index for index, word in enumerate(before) if word in MARKETS), None)
    if case.context.calendar.day is None or at is None or "since" in before:
        return None
    is_level = draft.kind == "money" if shares is not None else before[-1] in ("at", "to")
    if not (case.is_change or is_level or _is_other(case)):
        return None
    if any(date.first > start + at and _is_of_move(date, case) for date in sentence.dates):
        # "Shares of Gull rose 5 percent during the quarter, those of Tern 3 percent"
        return None
    period = Period(today, today, "published")
    case.give(period, "moved", 0.6)
    return period


def moved_over(case: Case) -> Period | None:
    """Return the stretch up to the day of the quotes that a change is of: "rose 2 percent for the week"."""
    context, sentence, draft = case.context, case.sentence, case.draft
    if not case.is_change or case.kin not in ("market", ""):
        return None
    day = context.quoted or (context.today if case.kin == "market" else None)
    if day is None or context.calendar.day is None:
        return None
    lower = sentence.lower
    for start in (draft.last, sentence.first):
        if STRETCHES.keys().isdisjoint(lower[start : start + STRETCH_REACH + 2]):
            continue
        for index in range(start, min(sentence.last - 2, start + STRETCH_REACH)):
            if index in sentence.numbers or lower[index] in PAUSES:
                break
            is_stretch = lower[index] in OVER and lower[index + 1] == "the" and lower[index + 2] in STRETCHES
            # "For the month of July" is of its own.
            if is_stretch and lower[index + 3 : index + 4] != ["of"]:
                return Period(*_so_far(lower[index + 2], day), "published")
    return None


def _so_far(stretch: str, day: str) -> tuple[str | None, str | None]:
    """Return the week, month, quarter or year up to a day; the whole of it where no trading is left."""
    weekday = date.fromisoformat(day).weekday()
    if stretch == "week":
        return moved_days(day, -weekday), day
    month, _ = day_of(day)
    first = month - month % STRETCHES[stretch]
    start, end = months(first, first + STRETCHES[stretch] - 1)
    is_over = (moved_days(day, max(1, FRIDAYS - weekday)) or "") > (end or "")
    return start, end if is_over else day


def _is_of_move(date: Dated, case: Case, roles: tuple[str, ...] = ("main", "back")) -> bool:
    """Whether a date may be that of a move, and not of its reason: "fell after cutting its 2015 outlook"."""
    if case.sentence.role(date) not in roles:
        return False
    return REASONS.isdisjoint(case.sentence.lower[case.draft.last : date.first])


def _is_after_quotes(case: Case) -> bool:
    """Whether a sentence goes on about quotes, or about what shares did in the one before."""
    if case.number - case.context.quoted_at <= 1:
        return True
    if case.context.calendar.day is None or not case.number:
        return False
    document = case.sentence.document
    words = document.lower[slice(*document.sentences[case.number - 1])]
    return any(
        word == "shares" or (word == "stocks" and KEEPING.isdisjoint(words[index + 1 : index + 2]))
        for index, word in enumerate(words)
    )


def _is_other(case: Case) -> bool:
    """Whether a figure says in other terms by how much something moved: "90 points, or 0.4 percent"."""
    drafts, draft = case.sentence.drafts, case.draft
    at = bisect_left(drafts, draft.first, key=lambda other: other.first)
    told = drafts[at - 1].why.get("period") if at else None
    is_joined = "or" in case.sentence.lower[draft.first - 3 : draft.first]
    return told is not None and told.rule == "moved" and is_joined


def as_long(case: Case) -> Period | None:
    """Return the stretch over which something moved that this move is set against.

    "Gull is up 9 percent this year, while the index is down 4 percent", "lost 9 percent in May, more than the
    index's 4 percent". A day of its own, or what only a day has, is of that.
    """
    draft, sentence, lower = case.draft, case.sentence, case.sentence.lower
    if draft.kind not in CHANGED or case.kin != "market":
        return None
    at = bisect_left(sentence.drafts, draft.first, key=lambda other: other.first)
    other = sentence.drafts[at - 1] if at else None
    if other is None or other.kind not in CHANGED or other.unit != draft.unit or other.is_cumulative:
        return None
    if other.period_start is None or other.period_start == other.period_end or sentence.old[other.first]:
        return None
    # "Rose more than 9 percent" compares with nothing.
    between = lower[other.last : draft.first - (lower[draft.first - 1] == "than")]
    behind = lower[draft.last : min(sentence.last, draft.last + PRICE_REACH)]
    told = other.why.get("period")
    is_set = told is not None and (
        (told.rule == "as_long" and "and" in between)
        or (told.rule in DATED and not CONTRASTS.isdisjoint(between))
    )
    if not is_set or not TRADING.isdisjoint(between + behind) or behind[:1] in PRICING:
        return None
    its = sentence.following(other)
    is_dated = any(
        date is not its
        and other.last <= date.first
        and date.basis != "same"
        and sentence.role(date) not in IDLE
        for date in sentence.dates
    )
    return None if is_dated else Period(other.period_start, other.period_end, other.period_basis or "")


def beside_quotes(case: Case) -> Period | None:
    """Return the day of the quotes right before for what went up or down beside them: "Gull was down 4%"."""
    draft, sentence, context = case.draft, case.sentence, case.context
    if case.kin == "flow" or draft.kind not in ("percent", "growth") or not _is_after_quotes(case):
        return None
    told = sentence.lower[max(sentence.first, draft.first - MOVE_REACH) : draft.first]
    words = sentence.lower[sentence.first : draft.first]
    is_down = not (DIRECTIONS.isdisjoint(told) or BEING.isdisjoint(words))
    if case.tense != "past" or not (is_down or _is_priced(case, told)):
        return None
    is_dated = any(_is_of_move(date, case, ("main", "back", "base", "since")) for date in sentence.dates)
    day = context.quoted or context.today
    return Period(day, day, "published") if not is_dated and day is not None else None


def _is_priced(case: Case, told: list[str]) -> bool:
    """Whether something moved to or at a price, or did no more than move: "fell 4% to $46", "fell 4%."."""
    draft, lower = case.draft, case.sentence.lower
    if case.kin not in ("", "market") or CHANGES.keys().isdisjoint(told) or case.context.quoted_at < 0:
        return False
    after = draft.last
    if after + 1 >= case.sentence.last:
        return True
    at = bisect_left(case.sentence.drafts, after, key=lambda other: other.first)
    price = case.sentence.drafts[at] if at < len(case.sentence.drafts) else None
    if price is None or price.first > after + 2 or lower[after] not in ("to", "at"):
        return False
    return price.value is not None and price.value < DEAREST
