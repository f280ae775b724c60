"""When each figure holds: which date governs which figure, and what a date leaves to the next sentence."""

from bisect import bisect_left
from collections import Counter
from typing import Final

from flows.extraction.calendar_shapes import Calendar
from flows.extraction.change_words import CHANGES
from flows.extraction.clause_breaks import is_verb
from flows.extraction.dates import CALENDAR, calendar_of, scan
from flows.extraction.document import Document
from flows.extraction.earlier_values import (
    Governed,
    after_base,
    earlier_value,
    over_year,
    over_years,
    period_of,
    resolve,
)
from flows.extraction.figure import Because, Dated, Draft
from flows.extraction.figure_families import FORECASTERS, family, is_expectation, is_of_change
from flows.extraction.period_context import (
    OPENING,
    Context,
    Period,
    implied_period,
    is_company_report,
    is_reporting,
    read_opening,
    title_period,
    without_unsettled,
)
from flows.extraction.period_words import FUTURE_VERBS, PERFECT, TRADING
from flows.extraction.reading import Reading
from flows.extraction.running_totals import FEW, as_of_day, deadline_of, narrows, running_total
from flows.extraction.sentence_dates import REACH, Sentence

# Sentences over which a period goes on for figures whose own words do not say what they are of.
PATIENCE: Final = 2
AHEAD_PATIENCE: Final = 3
FLOWING: Final = frozenset(("growth", "money", "percent", "count", "rate", "measure"))
PROPORTIONAL: Final = frozenset(("growth", "percent", "money"))
TOTALS: Final = frozenset(("count", "money", "share", "percent"))
STATED: Final = frozenset(("count", "money", "measure", "share", "rate", "percent"))
TO_DAY: Final = frozenset(("end", "close", "ended", "finished", "closed"))
# Tokens between two figures that one "and" joins.
JOINED: Final = 14
# What is foretold for a date, not counted up till then; and the verbs of what is.
FORETOLD: Final = frozenset(("money", "percent", "share", "rate"))
SPENDING: Final = frozenset(
    "invest spend raise sell pay cut save lend repay borrow investing spending raising saving".split()
)
# In the present tense these are of now, not of the period that a text goes on about.
STANDING: Final = frozenset(("count", "share", "measure", "percent"))
# Where a clause in the present tense leaves the past before it.
LEAVING: Final = frozenset(("and", ":", "but", "though", "although", "while"))
OWNED: Final = frozenset(("owned", "held", "controlled"))
REPEATED: Final = frozenset(("each", "every", "annually"))
ANNUAL: Final = frozenset(("annual", "yearly", "full-year"))
NO_ANNUAL: Final = frozenset(
    "rate basis pace meeting report conference average rates general capacity salary".split()
)


def assign_periods(reading: Reading) -> None:
    """Fill the period of every draft of `reading`; NULL stays where the text does not settle it."""
    if not reading.drafts:
        return
    document = reading.document
    dates = [date for date in reading.dates if date.basis not in ("clock", "name")]
    calendar = reading.shared.get(CALENDAR)
    if not isinstance(calendar, Calendar):
        calendar = calendar_of(document, scan(document), reading.published)
    placed = dates
    if calendar.fiscal_end is None and is_company_report(reading):
        dates = without_unsettled(document, dates, calendar.today)
    context = Context(
        calendar, as_of_day(document, dates, reading.published), calendar.today, _usual_shift(dates)
    )
    if reading.title:
        context.period = title_period(reading, dates)
    if context.period is None and dates is placed:
        context.period = implied_period(document, dates, context)
    if context.period is not None:
        context.used = 0
    at_date = at_draft = 0
    for number, (first, last) in enumerate(document.sentences):
        begin_date, begin_draft = at_date, at_draft
        while at_date < len(dates) and dates[at_date].first < last:
            at_date += 1
        while at_draft < len(reading.drafts) and reading.drafts[at_draft].first < last:
            at_draft += 1
        if begin_draft == at_draft and (begin_date == at_date or number >= OPENING):
            continue
        sentence = Sentence(
            document, first, last, dates[begin_date:at_date], reading.drafts[begin_draft:at_draft]
        )
        if sentence.drafts:
            _read_sentence(sentence, number, context)
        else:
            read_opening(sentence, number, context)


def _read_sentence(sentence: Sentence, number: int, context: Context) -> None:
    for draft in sentence.drafts:
        clause = sentence.clause(draft)
        kin = family(draft, sentence, *clause)
        period, rule = _assign(draft, kin, clause, sentence, number, context)
        if draft.is_cumulative and rule == "running":
            context.running_at = number
        if period is None or rule not in ("after", "before", "later"):
            continue
        if context.is_ahead(period):
            if kin in ("flow", ""):
                context.ahead, context.ahead_at = period, number
            if context.period is not None:
                continue
        kind = "growth" if is_of_change(draft, sentence) else draft.kind
        if sentence.is_milestone or not is_reporting(period, kin, kind):
            continue
        if _looks_ahead(draft, sentence, period) or context.is_history(period):
            continue
        if context.today is None and context.period is None and number >= OPENING:
            # What an undated text names late may be long over.
            continue
        if context.replaces(period):
            if (period.start, period.end) != (
                context.period and context.period.start, context.period and context.period.end
            ):  # fmt: skip
                context.units = set()
            context.period, context.used, context.is_settled = period, number, True
            if draft.unit:
                context.units.add(draft.unit)
        for since, waiting in context.waiting:
            if number - since <= 1 and period.length() in (3, 6, 9):
                _give(waiting, period, "goes_on", sentence.document, 0.5)
        context.waiting.clear()


def _assign(
    draft: Draft, kin: str, clause: tuple[int, int], sentence: Sentence, number: int, context: Context
) -> tuple[Period | None, str]:
    """Fill the period of one draft; return what governs it and by which rule."""
    document = sentence.document
    if draft.kind == "rank" or _is_attribute(draft, sentence):
        return None, "none"
    if draft.kind == "duration" and not _is_measured(draft, sentence):
        return None, "none"
    if draft.kind == "count" and draft.last < sentence.last and sentence.lower[draft.last] in FORECASTERS:
        return None, "none"
    tense = sentence.tense(draft, *clause)
    if kin == "market" and (day := _quoted(draft, clause, tense, sentence, context)) is not None:
        return day, "quoted"
    period, rule, confidence = _governing(draft, kin, sentence, context, tense)
    if rule == "unplaced":
        return None, "before"
    if not sentence.old[draft.first] or rule == "":
        span = _until_deadline(draft, sentence, clause) if tense == "future" else None
        if span is not None:
            _give(draft, span, "until", document, 0.9)
            return span, "until"
        grown = _grown_since(draft, sentence, clause, period, context)
        if grown is not None:
            _give(draft, grown, "since", document, 0.9)
            return grown, "since"
        governing = period.date if period is not None else None
        forecast = _forecast_for(draft, kin, sentence, tense, clause, context)
        if forecast is not None:
            _give(draft, forecast, "by", document, 0.8)
            return forecast, "by"
        total = None
        if kin != "market" and not (kin == "single" and governing is None and _is_price(draft, sentence)):
            is_running = number - context.running_at <= 1
            total = running_total(draft, sentence, tense, clause, governing, is_running, context.as_of)
        if total is not None:
            end, basis, date = total
            draft.is_cumulative, draft.period_end, draft.period_basis = end is not None, end, basis
            where = document.span(date.first, date.last) if date else (draft.start, draft.end)
            draft.why["period"] = Because(f"running_{basis}", *where)
            return None, "running"
    if period is not None:
        period = _to_date(period, tense, kin, draft, sentence, context)
        period = over_years(draft, sentence, over_year(draft, sentence, period))
        _give(draft, period, rule, document, confidence)
        if period.date is not None and _is_as_of(draft, kin, period, sentence):
            draft.period_start, draft.is_cumulative = None, True
            return None, "as_of"
        return period, rule
    if rule == "none":
        return None, rule
    period, rule = _beside(draft, sentence), "beside"
    if period is None:
        period, rule = (
            after_base(draft, sentence.of_role("base", draft.last, clause[1]), sentence, context),
            "after_base",
        )
    if period is not None:
        _give(draft, period, rule, document, 0.7)
        return None, rule
    return _carry(draft, kin, clause, tense, sentence, number, context)


def _to_date(
    period: Period, tense: str, kin: str, draft: Draft, sentence: Sentence, context: Context
) -> Period:
    """Return "this year" up to the publication where it tells what has happened: "is up 5% this year"."""
    date, today = period.date, context.today
    if date is None or today is None or context.calendar.day is None or date.basis != "published":
        return period
    is_this_year = period.start == f"{today[:4]}-01-01" and period.end == f"{today[:4]}-12-31"
    has_been = tense == "perfect" or not PERFECT.isdisjoint(
        sentence.lower[max(sentence.first, draft.first - 6) : draft.first]
    )
    if is_this_year and (has_been or (tense == "present" and kin == "market")):
        return Period(period.start, today, period.basis, date)
    return period


def _beside(draft: Draft, sentence: Sentence) -> Period | None:
    """Return the period of the figure that this one is joined to: "In 2001 29% of men and 19% of women"."""
    at = bisect_left(sentence.drafts, draft.first, key=lambda other: other.first)
    other = sentence.drafts[at - 1] if at else None
    if other is None or other.is_cumulative:
        return None
    between = sentence.lower[other.last : draft.first]
    if between == ["to"] and is_of_change(other, sentence) and other.period_start is not None:
        # "Rose 5 percent to 12 million barrels"
        return Period(other.period_start, other.period_end, other.period_basis or "")
    if (other.kind, other.unit) != (draft.kind, draft.unit):
        return None
    if "and" not in between or len(between) > JOINED or any(is_verb(word) for word in between):
        return None
    if other.period_start is None or sentence.old[other.first]:
        return None
    return Period(other.period_start, other.period_end, other.period_basis or "")


def _carry(
    draft: Draft,
    kin: str,
    clause: tuple[int, int],
    tense: str,
    sentence: Sentence,
    number: int,
    context: Context,
) -> tuple[Period | None, str]:
    """Fill the period that the text goes on about, where the figure is one of what that period covers."""
    document, lower = sentence.document, sentence.lower
    if kin == "level" and is_of_change(draft, sentence):
        # What a level has changed by is of the period as much as a sum.
        kin = ""
    if "=" in lower[max(clause[0], draft.first - 1) : draft.last + 1] or kin in ("market", "single", "level"):
        return None, "none"
    told = lower[max(clause[0], draft.first - 12) : draft.first]
    is_foretold = is_expectation(draft, sentence, *clause)
    if kin == "flow" and not ANNUAL.isdisjoint(told) and NO_ANNUAL.isdisjoint(told):
        year = context.year(None, tense == "future" and not is_foretold)
        if context.period is not None and context.period.length() == 12 and tense != "future":
            year = context.period
        if year is not None:
            _give(draft, year, "annual", document, 0.5)
            return None, "goes_on"
    if tense == "future" and not is_foretold:
        if (
            context.ahead is not None
            and number - context.ahead_at <= AHEAD_PATIENCE
            and draft.kind in FLOWING
        ):
            _give(draft, context.ahead, "looks_ahead", document, 0.5)
        return None, "none"
    if draft.kind not in FLOWING | {"share"} or narrows(draft, sentence):
        return None, "none"
    if (
        context.used < context.running_at >= number - 1
        and context.as_of is not None
        and tense != "present"
        and sentence.of_role("base", *clause) is None
        and draft.kind in TOTALS
        and not (draft.kind == "count" and (draft.value or 0) < FEW)
    ):
        draft.is_cumulative, draft.period_end, draft.period_basis = True, context.as_of, "goes_on"
        draft.confidence["period"] = 0.6
        draft.why["period"] = Because("running_goes_on", draft.start, draft.end)
        return None, "running"
    if tense == "present" and draft.kind in STANDING and not is_of_change(draft, sentence):
        return None, "none"
    is_near = number - context.used <= PATIENCE
    is_kin = kin == "flow" or (is_near and draft.kind in PROPORTIONAL)
    if draft.kind in ("count", "measure", "share") and kin != "flow":
        is_kin = is_near and draft.unit is not None and draft.unit in context.units and draft.kind != "share"
    if not is_kin:
        return None, "none"
    if context.period is not None:
        context.used = number
        _give(draft, context.period, "goes_on", document, 0.7 if kin == "flow" else 0.5)
    elif kin == "flow" and draft.kind in PROPORTIONAL:
        context.waiting.append((number, draft))
    return None, "goes_on"


def _give(draft: Draft, period: Period, rule: str, document: Document, confidence: float) -> None:
    draft.period_start, draft.period_end, draft.period_basis = period.start, period.end, period.basis
    date = period.date
    where = document.span(date.first, date.last) if date is not None else (draft.start, draft.end)
    draft.why["period"] = Because(rule, *where)
    if confidence < 1:
        draft.confidence["period"] = confidence


def _governing(draft: Draft, kin: str, sentence: Sentence, context: Context, tense: str) -> Governed:
    """Return the period that a date of the sentence gives to `draft`, the rule and how sure it is.

    The rule is "unplaced" where the date that governs cannot be placed, "none" where none may be
    carried in from elsewhere, "" where no date governs.
    """
    following = sentence.following(draft)
    role = sentence.role(following)
    if (
        role == "base"
        and following is not None
        and _is_then(following, sentence)
        and context.period is not None
    ):
        return earlier_value(draft, sentence, context, following, role)
    if sentence.old[draft.first]:
        return earlier_value(draft, sentence, context, following, role)
    if role == "span" and following is not None and sentence.lower[following.first] == "single":
        return None, "none", 1.0
    before, later = sentence.preceding(draft), sentence.later_main(draft)
    if before is not None and not _reaches(before, draft, kin, sentence, tense, context):
        before = None
    if later is not None and sentence.is_joined(draft.last, later.first) and kin != "flow":
        later = None
    if (
        before is not None
        and before.basis != "back"
        and kin != "flow"
        and tense in ("future", "present")
        and sentence.is_joined(before.last, draft.first)
    ):
        # "May start this month and involve 900 people"
        before = None
    if before is not None and later is not None and _is_day(before) and not _is_day(later):
        before = None
    is_known = before is not None and before.basis not in ("unanchored", "back")
    if is_known and following is not None and following.basis == "unanchored":
        # "In July 1999 it asked 900, it said on Monday": the day is not even placed.
        role = ""
    for date, rule, confidence in (
        (following if role in ("main", "back") else None, "after", 1.0),
        (before, "before", 0.95),
        (later, "later", 0.85),
    ):
        if date is not None and sentence.owner.get(date.first, draft.first) == draft.first:
            if date.basis == "unanchored":
                return None, "unplaced", 1.0
            is_change = draft.kind in ("growth", "percent")
            if date.basis == "back" and kin in ("single", "level", "market") and not is_change:
                continue
            period = _full_year(date, sentence, context) or resolve(date, sentence, context)
            return (period, rule, confidence) if period is not None else (None, "unplaced", 1.0)
    return None, "", 1.0


def _is_then(date: Dated, sentence: Sentence) -> bool:
    """Whether a comparison says when a figure was, and not against what: "in the same month of 2010"."""
    before = date.first - 1
    before -= sentence.lower[before] == "the"
    return date.basis == "same" and sentence.lower[before] in ("in", "for", "during")


def _full_year(date: Dated, sentence: Sentence, context: Context) -> Period | None:
    """Return the year of "the whole year" beside a half or a quarter: the one that holds it."""
    words = sentence.lower[date.first : date.last]
    if words[-1] != "year" or words[0] not in ("full", "whole", "entire") or context.period is None:
        return None
    if context.period.length() not in (3, 6, 9):
        return None
    year = context.year(context.period, False)
    return year and Period(year.start, year.end, year.basis, date)


def _reaches(date: Dated, draft: Draft, kin: str, sentence: Sentence, tense: str, context: Context) -> bool:
    """Whether a date before a figure still governs it: not over a clause's end, unless it is a period's."""
    if tense == "present" and _is_over(date, draft, sentence, context):
        return False
    period = period_of(date)
    if date.basis == "back" or is_reporting(period, kin, draft.kind):
        is_kept = kin == "flow" and (date.basis == "back" or (period and period.length()) in (3, 6, 9))
        return is_kept or not sentence.is_aside(date, draft)
    begin, _ = sentence.clause(draft)
    return date.first >= begin and not sentence.is_aside(date, draft)


def _is_day(date: Dated) -> bool:
    """Whether a date is a single day relative to the publication."""
    return date.start_on == date.end_on and date.basis == "published"


def _is_over(date: Dated, draft: Draft, sentence: Sentence, context: Context) -> bool:
    """Whether a clause in the present tense has left a date behind: "opened in 2008 and holds 90"."""
    if date.end_on is None or (context.today is not None and date.end_on[:7] >= context.today[:7]):
        return False
    return any(sentence.lower[index] in LEAVING for index in range(date.last, draft.first))


def _is_attribute(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure only describes a thing: "a 40-inch screen", "its 10-year plan"."""
    after = sentence.lower[draft.last] if draft.last < sentence.last else ""
    if draft.kind in ("percent", "share"):
        # "The 99 percent owned unit"
        owned = draft.last + 1 if after == "-" else draft.last
        return owned < sentence.last and sentence.lower[owned] in OWNED
    if draft.kind not in ("measure", "count") or (
        draft.noun_first is not None
        and draft.kind == "count"
        and not (after == "-" and (draft.value or FEW) < FEW)
    ):
        return False
    quote = sentence.lower[draft.first : draft.last]
    return "-" in quote[1:] or after == "-"


def _is_measured(draft: Draft, sentence: Sentence) -> bool:
    """Whether a length of time is a level that changes ("the week fell to 34 hours"), not a stretch."""
    return not CHANGES.keys().isdisjoint(sentence.lower[max(sentence.first, draft.first - 8) : draft.first])


def _quoted(
    draft: Draft, clause: tuple[int, int], tense: str, sentence: Sentence, context: Context
) -> Period | None:
    """Fill the day of a quote of shares, currencies or futures where the text says that it is of a day."""
    nearest = sentence.following(draft)
    is_today = nearest is not None and nearest.first - draft.last <= 1 and _is_day(nearest)
    if tense in ("perfect", "present", "future") and not is_today:
        return None
    if sentence.role(sentence.following(draft)) in ("since", "base"):
        return None
    if not REPEATED.isdisjoint(sentence.lower[draft.last : draft.last + 4]):
        return None
    day: Dated | None = None
    for date in sentence.near(draft):
        if date.start_on is None or date.first > draft.last + 40:
            continue
        if date.start_on == date.end_on and sentence.role(date) in ("news", "main", "now"):
            if day is None or date.first <= draft.first or clause[0] <= date.first < clause[1]:
                day = date
        elif sentence.role(date) in ("main", "back", "base") and (
            date is nearest or clause[0] <= date.first < draft.first
        ):
            return None
    if day is not None:
        context.quoted = day.end_on
    elif not TRADING.isdisjoint(
        sentence.lower[max(sentence.first, draft.first - REACH) : min(sentence.last, draft.last + REACH)]
    ):
        context.quoted = context.quoted or (context.today if context.calendar.day is not None else None)
    if context.quoted is None or sentence.old[draft.first]:
        return None
    period = Period(context.quoted, context.quoted, "published", day)
    _give(draft, period, "quoted", sentence.document, 0.95 if day is not None else 0.7)
    return period


def _is_as_of(draft: Draft, kin: str, period: Period, sentence: Sentence) -> bool:
    """Whether a figure stands at the end of its date: "stood at 900 at the end of March"."""
    date = period.date
    if date is None or draft.kind not in STATED or kin == "market" or period.end is None:
        return False
    lower = sentence.lower
    if not sentence.first <= date.first < sentence.last or lower[draft.first - 1] in ("by", "of"):
        # "Rose by 500", "a rise of 500" are changes.
        return False
    words = lower[max(sentence.first, date.first - 1) : date.last]
    if period.start == period.end:
        is_as_of = words[0] == "of" and lower[date.first - 2] == "as"
        return is_as_of or kin == "level" or not TO_DAY.isdisjoint(words)
    if words[0] in ("ended", "finished", "closed"):
        return kin != "flow"
    length = period.length()
    return kin == "level" and draft.kind != "percent" and (length is None or length <= 3)


def _grown_since(
    draft: Draft, sentence: Sentence, clause: tuple[int, int], period: Period | None, context: Context
) -> Period | None:
    """Return the time of a change since a date: a change has a beginning, unlike a running total."""
    if draft.kind not in ("growth", "percent"):
        return None
    since = sentence.following(draft)
    if sentence.role(since) != "since":
        since = sentence.of_role("since", *clause) if period is None else None
    if since is None or since.start_on is None or context.as_of is None or since.start_on > context.as_of:
        return None
    return Period(since.start_on, context.as_of, "since", since)


def _is_price(draft: Draft, sentence: Sentence) -> bool:
    """Whether an amount is what one thing cost or is worth: it is no running total."""
    return draft.kind in ("money", "share", "percent") and draft.first > sentence.first


def _until_deadline(draft: Draft, sentence: Sentence, clause: tuple[int, int]) -> Period | None:
    """Return the span from a date to a later "by": "in May it said it would open ten by 2020"."""
    deadline = sentence.of_role("by", *clause)
    start = sentence.of_role("main")
    if deadline is None or deadline.end_on is None or start is None or start.start_on is None:
        return None
    if start.first < draft.first and start.start_on <= deadline.end_on:
        return Period(start.start_on, deadline.end_on, "until", deadline)
    return None


def _forecast_for(
    draft: Draft, kin: str, sentence: Sentence, tense: str, clause: tuple[int, int], context: Context
) -> Period | None:
    """Return the period that a level is foretold for: "sales will reach $5bn by 2030", "40 percent by 2030".

    What is counted up till then ("will sell 9,000 by 2030") is a running total instead.
    """
    deadline = deadline_of(draft, sentence, clause)
    if draft.kind not in FORETOLD or deadline is None or deadline.start_on is None:
        return None
    period = Period(deadline.start_on, deadline.end_on, "by", deadline)
    is_apart = any(
        sentence.lower[index] == "," and index not in sentence.asides
        for index in range(draft.last, deadline.first)
    )
    is_open = tense not in ("past", "perfect")
    is_ahead = context.is_ahead(period) if context.today is not None else is_open
    told = sentence.lower[max(clause[0], draft.first - 8) : draft.first]
    if is_apart or not is_ahead or not SPENDING.isdisjoint(told) or kin == "single":
        return None
    if (
        kin in ("flow", "")
        and deadline.start_on == deadline.end_on
        and sentence.lower[deadline.last - 1].isdigit()
    ):
        # "Revenue of $1bn by the end of 2030": of the year.
        return Period(f"{deadline.start_on[:4]}-01-01", deadline.end_on, "by", deadline)
    return period if deadline.start_on != deadline.end_on else None


def _looks_ahead(draft: Draft, sentence: Sentence, period: Period) -> bool:
    """Whether a figure is of what is to come, which the text after it is not about."""
    begin, _ = sentence.clause(draft)
    end = draft.first
    if period.date is not None and period.date.first > draft.first:
        end = min(sentence.last, period.date.last + 4)
    # As they stand: "May" is a month.
    words = sentence.document.words
    return any(
        words[index] in FUTURE_VERBS and not sentence.is_yardstick(index) for index in range(begin, end)
    )


def _usual_shift(dates: list[Dated]) -> int:
    """Return how far back the article's comparisons usually reach, in months."""
    counted = Counter(
        date.shift for date in dates if date.basis == "comparison" and date.shift in (1, 3, 6, 12)
    )
    return counted.most_common(1)[0][0] if counted else 12
