"""What a figure measures, known only after its period, can give it one: that of a market's quotes."""

from datetime import date
from functools import lru_cache
from typing import Final

from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Because, Draft
from flows.extraction.periods.market_moves import EARNING, NEAR, STRETCHES
from flows.extraction.periods.period_case import Case
from flows.extraction.reading import Reading
from flows.extraction.text.level_words import QUOTES

# Under this key a reading keeps the figures without a period that may be quotes, each with its day.
UNQUOTED: Final = "unquoted"
# What is counted of quotes in a text about trading.
TRADES: Final = frozenset("stocks volume".split())
# Parts of dates beside which a figure keeps its day.
IDLE: Final = frozenset(("none", "news"))
CHANGING: Final = frozenset(("growth", "percent"))
# How sure the day of a text's quotes is for one that does not say it.
SURENESS: Final = 0.5
_SATURDAY: Final = 5
# No market moves as much in a day, in percent.
_MOST: Final = 10
# How sure it is that a figure without any day is of a quote, and tokens from its change to it.
_SURE: Final = 0.7
_NEAR: Final = 5

Quotable = tuple[Draft, str, bool, bool]


def quotable(case: Case) -> Quotable | None:
    """Return a figure that may be a quote, and its day.

    Also whether that is only the day of the text, which tells none of quotes; and whether that is of trading.
    """
    draft, sentence, day = case.draft, case.sentence, case.context.quoted
    if draft.kind == "duration" or sentence.old[draft.first]:
        return None
    if case.tense != "past" and not (case.tense == "" and draft.kind in CHANGING):
        return None
    is_supposed = day is None
    if is_supposed and case.context.calendar.day is not None:
        day = trading_day(case.context.today)
    if day is None:
        return None
    if not EARNING.isdisjoint(case.told(NEAR)) or not _is_idle(sentence, draft):
        return None
    return draft, day, is_supposed, case.context.is_of_trading


@lru_cache(maxsize=64)
def trading_day(day: str | None) -> str | None:
    """Return a day on which markets are open, None for one of a weekend."""
    return day if day is not None and date.fromisoformat(day).weekday() < _SATURDAY else None


def _is_idle(sentence: Sentence, draft: Draft) -> bool:
    """Whether nothing in a sentence dates its figures."""
    # Of no day: "3 percent for the week".
    behind = sentence.lower[draft.last : min(sentence.last, draft.last + 6)]
    return STRETCHES.keys().isdisjoint(behind) and all(sentence.role(one) in IDLE for one in sentence.dates)


def settle_periods(reading: Reading) -> None:
    """Fill the day of the text's quotes for what turns out to be one."""
    quotables = reading.shared.get(UNQUOTED)
    if not isinstance(quotables, list):
        return
    moved: Draft | None = None
    for draft, day, is_supposed, is_of_trading in quotables:
        metric = (draft.metric_code or "").removeprefix("growth_of_")
        if is_supposed and not _moves(draft, metric, moved):
            continue
        if metric in QUOTES or (is_of_trading and metric in TRADES):
            draft.period_start = draft.period_end = day
            draft.period_basis = "published"
            draft.why["period"] = Because("of_quotes", draft.start, draft.end)
            draft.confidence["period"] = SURENESS
            moved = draft


def _moves(draft: Draft, metric: str, moved: Draft | None) -> bool:
    """Whether a figure surely is what a quote moved by, or to: "Acme fell [3 percent] to [$9]"."""
    if metric not in QUOTES or draft.confidence.get("metric", 1) < _SURE:
        return False
    size = draft.value
    if metric == "stock_index" and draft.unit == "percent" and size is not None and abs(size) > _MOST:
        return False
    return draft.kind == "growth" or (moved is not None and 0 < draft.first - moved.last < _NEAR)
