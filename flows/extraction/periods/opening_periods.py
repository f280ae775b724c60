"""What the title and the first sentences say a text is about: its period, and whose results it tells."""

from typing import Final

from flows.extraction.dates.calendars import shifted
from flows.extraction.dates.dates import find_dates
from flows.extraction.dates.figure_families import FLOW, MOVES
from flows.extraction.dates.fiscal_years import OPENING, OUTLOOKS, TIMELY
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Dated
from flows.extraction.periods.period_context import Context, Period, is_reporting
from flows.extraction.reading import Reading
from flows.extraction.text.document import Document, tokenise
from flows.extraction.text.period_words import FUTURE_VERBS

# Under this key a reading keeps its title as a document.
TITLE: Final = "title"
# Tokens before a date in which a verb may look ahead, and behind it in which an outlook may stand.
OPENING_REACH: Final = 8
OUTLOOK_REACH: Final = 3
COMPARED_WITH: Final = frozenset("from than versus vs against over".split())
# What a title about a period's figures has without a word for them: "GULL PLC YEAR 1986".
TITLING: Final = frozenset(("changed", "steady", "flat", "year"))
REPORTING: Final = frozenset("reported reports posted posts said".split())
QUARTER: Final = 3
YEAR: Final = 12
SERIAL: Final = frozenset("half first second third fourth 1st 2nd 3rd 4th q1 q2 q3 q4 q 1q 2q 3q 4q".split())
RESULTS: Final = frozenset("profit profits loss earnings income shr results".split())
REPORTED: Final = frozenset(
    "profit profits loss losses earnings results revenue revenues sales income net margin dividend".split()
)


def read_opening(
    sentence: Sentence, number: int, context: Context, lengths: frozenset[int | None] | None = None
) -> None:
    """Take the period from a sentence before the figures: "posted a decline in first-quarter profit".

    Of a sentence whose figures it did not date, only a month or a quarter is taken (`lengths`).
    """
    if number >= OPENING or context.is_settled:
        return
    is_flow = not FLOW.isdisjoint(sentence.lower[sentence.first : sentence.last])
    for date in sentence.dates:
        if sentence.role(date) != "main" or date.start_on == date.end_on or date.end_on is None:
            continue
        period = Period(date.start_on, date.end_on, date.basis, date)
        if lengths is not None and period.length() not in lengths:
            continue
        if not (is_flow or period.length() in (3, 6, 9)) or not is_reporting(period, "flow", "growth"):
            continue
        before = range(max(sentence.first, date.first - OPENING_REACH), date.first)
        is_foretold = any(
            sentence.lower[index] in FUTURE_VERBS and not sentence.is_yardstick(index) for index in before
        ) or not OUTLOOKS.isdisjoint(sentence.lower[date.last : date.last + OUTLOOK_REACH])
        if context.is_ahead(period) and context.ahead is None:
            context.ahead, context.ahead_at = period, number
        if not context.is_ahead(period) and not context.is_history(period) and not is_foretold:
            context.period, context.used = period, number
            context.is_settled = True
            return


def implied_period(document: Document, dates: list[Dated], context: Context) -> Period | None:
    """Return the quarter or half of "quarterly", "half-year" results: the one named, else the last.

    A company's report that says neither is of the quarter that it names later on, else, where it names no
    period but sets its results against a year before, of the last one. None where the opening speaks of no
    results.
    """
    limit = document.sentences[min(OPENING, len(document.sentences)) - 1][1]
    words = document.lower[:limit]
    if REPORTED.isdisjoint(words):
        return None
    quarterly = "quarterly" in words or any(
        words[index] == "quarter" and words[index - 1] == "the" and words[index - 2] in ("for", "in")
        for index in range(2, len(words))
    )
    half_yearly = "interim" in words or any(
        words[index] == "half" and words[index + 1 : index + 3] == ["-", "year"]
        for index in range(len(words))
    )
    if any(_is_of_fiscal_part(document, date) for date in dates):
        return None
    if not (quarterly or half_yearly):
        return _reported(document, dates, context) if context.is_report else None
    for date in dates:
        if _is_compared_with(document, date):
            continue
        period = Period(date.start_on, date.end_on, date.basis, date)
        if period.length() == (3 if quarterly else 6):
            if not context.is_ahead(period) and not context.is_history(period) and context.is_recent(period):
                return period
        elif period.length() in (3, 6, 9) and not context.is_ahead(period):
            return None
    if not quarterly:
        return context.half()
    return context.timely_quarter()


def _reported(document: Document, dates: list[Dated], context: Context) -> Period | None:
    """Return the quarter of a company's report that does not open with it."""
    first, last = document.sentences[0]
    if REPORTING.isdisjoint(document.lower[first:last]):
        return None
    limit = document.sentences[min(OPENING, len(document.sentences)) - 1][1]
    is_compared = is_of_other = False
    for date in dates:
        if _is_compared_with(document, date):
            is_compared = True
            continue
        if date.basis == "comparison":
            is_compared = is_compared or (date.shift == YEAR and date.first < limit)
            continue
        period = Period(date.start_on, date.end_on, date.basis, date)
        if period.end is None or context.is_ahead(period):
            continue
        length = period.length()
        is_serial = not SERIAL.isdisjoint(document.lower[date.first : date.last])
        if length == QUARTER and is_serial and not is_of_other:
            is_last = (shifted(period.end, TIMELY[QUARTER]) or "") >= (context.today or "")
            return period if is_last else None
        is_of_other = is_of_other or length in (3, 6, 9) or (length == YEAR and date.first < limit)
    if is_of_other:
        return None
    quarter = context.timely_quarter() if is_compared else None
    return None if quarter is None else Period(quarter.start, quarter.end, "supposed")


def _is_of_fiscal_part(document: Document, date: Dated) -> bool:
    """Whether a date is a quarter or half of a business year whose end the text does not tell."""
    words = document.lower[date.first : date.last]
    return date.start_on is None and words[0] == "fiscal" and not SERIAL.isdisjoint(words)


def _is_compared_with(document: Document, date: Dated) -> bool:
    """Whether a date only says since when something changed: "up 2 percent from the fourth quarter"."""
    at = date.first - 1
    while at > 0 and document.lower[at] in ("the", "a", "its"):
        at -= 1
    return at >= 0 and document.lower[at] in COMPARED_WITH


def is_company_report(reading: Reading) -> bool:
    """Whether a text opens with a company's results, whose quarters are of its own year."""
    document = reading.document
    limit = document.sentences[min(OPENING, len(document.sentences)) - 1][1]
    if RESULTS.isdisjoint(document.lower[:limit]):
        return False
    first = document.sentences[0][1]
    return any(name.type == "company" and name.first < first for name in reading.names)


def title_of(reading: Reading) -> Document:
    """Return the title of `reading` as a document, the same for all rules."""
    known = reading.shared.get(TITLE)
    if isinstance(known, Document):
        return known
    document = tokenise(reading.title or "")
    reading.shared[TITLE] = document
    return document


def title_period(reading: Reading, dates: list[Dated]) -> Period | None:
    """Return the period that the title names, as the body means it: by the body's fiscal year."""
    document, body = title_of(reading), reading.document
    found = find_dates(document, reading.published)
    if not found:
        return None
    meant = {body.quote(date.first, date.last).lower(): date for date in reversed(dates)}
    sentence = Sentence(document, 0, len(document.words), found, [])
    is_flow = not (FLOW | MOVES | TITLING).isdisjoint(document.vocabulary())
    for date in found:
        if sentence.role(date) == "main" and date.start_on != date.end_on and date.start_on is not None:
            same = meant.get(document.quote(date.first, date.last).lower(), date)
            period = Period(same.start_on, same.end_on, same.basis)
            if same.start_on and (is_flow or period.length() in (3, 6, 9)):
                return period
    return None
