"""When each figure holds: which date governs which figure, and what a date leaves to the next sentence."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Calendar
from flows.extraction.dates.dates import CALENDAR, calendar_of, scan
from flows.extraction.dates.fiscal_years import OPENING
from flows.extraction.dates.joined_dates import join_dates
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Because, Dated
from flows.extraction.periods.carried_periods import beside, carry, repeated
from flows.extraction.periods.earlier_values import (
    after_base,
    after_earlier,
    is_current,
    over_year,
    over_years,
)
from flows.extraction.periods.extremes import date_extremes
from flows.extraction.periods.governing_dates import governing
from flows.extraction.periods.market_moves import as_long, beside_quotes, moved_over
from flows.extraction.periods.opening_periods import (
    implied_period,
    is_company_report,
    read_opening,
    title_period,
)
from flows.extraction.periods.parallel_sentences import follow
from flows.extraction.periods.period_case import Case, case_of, give, has_no_period
from flows.extraction.periods.period_context import LONGEST, Context, Period, is_reporting, is_to_date
from flows.extraction.periods.periods_by_metric import UNQUOTED, quotable
from flows.extraction.periods.pointed_back import is_outlook, of_pointed, pointable, points_back
from flows.extraction.periods.present_states import standing_now, until_now
from flows.extraction.periods.quoted_days import issued_on, of_issue, quoted, traded_on
from flows.extraction.periods.result_tables import NOTES, headed_period
from flows.extraction.periods.running_totals import as_of_day, is_added_up, running_total
from flows.extraction.periods.spans_to import (
    forecast_for,
    grown_since,
    is_as_of,
    is_years_ahead,
    until_deadline,
    up_to_date,
)
from flows.extraction.periods.study_periods import (
    is_of_opinion,
    of_study,
    opens_with_study,
    study_period,
    tells_of_study,
)
from flows.extraction.reading import Reading
from flows.extraction.text.period_words import FUTURE_VERBS

# Months that an opening sentence with figures of its own can give to those after it.
OPENED: Final = frozenset((1, 3))
# Tokens of a sentence in which the date stands that it is all about: "For all of 2009, profit".
OPENER: Final = 4
# Tokens of a heading that tells how many months results add up.
HEADING: Final = 2
YEAR: Final = 12
# What one thing cost or is worth is no running total.
PRICED: Final = frozenset(("money", "share", "percent"))


def assign_periods(reading: Reading) -> None:
    """Fill the period of every draft of `reading`; NULL stays where the text does not settle it."""
    if not reading.drafts:
        return
    document = reading.document
    dates = [date for date in reading.dates if date.basis not in ("clock", "name")]
    dates, shared = join_dates(document, dates, reading.drafts)
    calendar = reading.shared.get(CALENDAR)
    if not isinstance(calendar, Calendar):
        calendar = calendar_of(document, scan(document), reading.published)
    context = Context(
        calendar, as_of_day(document, dates, calendar.today), calendar.today, _usual_shift(dates)
    )
    reading.shared[UNQUOTED] = context.unquoted
    context.is_report = is_company_report(reading)
    context.shared = shared
    context.quoted = traded_on(reading, dates, calendar)
    context.is_of_trading = context.quoted is not None
    context.issued = issued_on(reading, calendar)
    context.is_study = opens_with_study(reading)
    if context.is_study or tells_of_study(reading):
        study = study_period(reading, dates, calendar.today)
        context.study = study if context.is_study or study[1] else (None, False)
    if reading.title:
        context.period = context.titled = title_period(reading, dates)
    if context.period is None and not calendar.is_unsettled:
        context.period = implied_period(document, dates, context)
    if context.period is not None:
        context.used = 0
    reported: Period | None = None
    at_date = at_draft = 0
    for number, (first, last) in enumerate(document.sentences):
        begin_date, begin_draft = at_date, at_draft
        while at_date < len(dates) and dates[at_date].first < last:
            at_date += 1
        while at_draft < len(reading.drafts) and reading.drafts[at_draft].first < last:
            at_draft += 1
        if last - first <= HEADING and (headed := headed_period(document.lower[first:last], context.period)):
            reported = reported or context.period
            context.period, context.used = headed, number
            continue
        if reported is not None and document.lower[first] in NOTES:
            # What is told of lines above is of the first of them.
            context.period, reported = reported, None
        if begin_draft == at_draft and (begin_date == at_date or number >= OPENING):
            if document.words[last - 1].isalpha():
                context.used += 1  # a heading between two paragraphs is no sentence
            continue
        sentence = Sentence(
            document, first, last, dates[begin_date:at_date], reading.drafts[begin_draft:at_draft]
        )
        if sentence.drafts:
            _read_sentence(sentence, number, context)
        if not sentence.drafts or (number == 0 and context.period is None):
            read_opening(sentence, number, context, OPENED if sentence.drafts else None)
        if (
            number == 0
            and context.titled is None
            and context.period is not None
            and context.period.length() in (1, 3)
        ):
            context.titled = context.period


def _read_sentence(sentence: Sentence, number: int, context: Context) -> None:
    context.number = number
    if number > context.read_at + 1:
        context.before = []
    context.read_at = number
    context.is_pointing = bool(context.before) and points_back(sentence)
    for draft in sentence.drafts:
        if has_no_period(draft, sentence):
            continue
        same = repeated(draft, sentence)
        if same is not None:
            give(draft, same, "beside", sentence, 0.9)
            continue
        case = case_of(draft, sentence, number, context)
        kin = case.kin
        period, rule = _assign(case)
        if draft.period_end is None and (quote := quotable(case)) is not None:
            context.unquoted.append(quote)
        if draft.is_cumulative and rule == "running":
            context.running_at = number
        if period is None or rule not in ("after", "before", "later"):
            continue
        is_older = number == context.last_at and (period.end or "") < (
            (context.last and context.last.end) or ""
        )
        if not (sentence.old[draft.first] or context.is_ahead(period) or is_older):
            context.last, context.last_at = period, number
        if context.is_ahead(period):
            if kin in ("flow", "") and (period.length() or 0) <= LONGEST:
                context.ahead, context.ahead_at = period, number
            if context.period is not None or period.length() in (3, 6, 9):
                # Results are of what is over.
                continue
        if context.is_about(period):
            context.used = number
        kind = "growth" if case.is_change else draft.kind
        if sentence.is_milestone or not is_reporting(period, kin, kind) or is_to_date(period.date, sentence):
            continue
        if _looks_ahead(case, period) or context.is_history(period):
            continue
        if "since" in sentence.lower[case.begin : draft.first]:
            # "The best since a 5 percent rise in 1999"
            continue
        if context.today is None and context.period is None and number >= OPENING:
            # What an undated text names late may be long over.
            continue
        if context.replaces(period):
            if not context.is_about(period):
                context.units = set()
            context.period, context.used, context.is_settled = period, number, True
            if draft.unit:
                context.units.add(draft.unit)
        elif (
            period.date is not None
            and period.date.first - sentence.first <= OPENER
            and context.period is not None
            and (period.length(), period.end) == (YEAR, context.period.end)
        ):
            context.aside, context.aside_at = period, number
        for since, waiting in context.waiting:
            if number - since <= 1 and period.length() in (3, 6, 9):
                give(waiting, period, "goes_on", sentence, 0.5)
        context.waiting.clear()
    date_extremes(sentence, number, context)
    context.pattern = follow(sentence, number, context.pattern)
    context.before, context.is_outlook = pointable(sentence), is_outlook(sentence)


def _assign(case: Case) -> tuple[Period | None, str]:
    """Fill the period of one figure; return what governs it and by which rule."""
    draft, sentence, context = case.draft, case.sentence, case.context
    if (stretch := moved_over(case)) is not None:
        case.give(stretch, "moved_over", 0.7)
        context.quoted_at = case.number
        return stretch, "quoted"
    if (stretch := as_long(case)) is not None:
        case.give(stretch, "as_long", 0.6)
        return stretch, "as_long"
    if case.kin == "market" and (day := quoted(case)) is not None:
        context.quoted_at = case.number
        return day, "quoted"
    if (day := beside_quotes(case)) is not None:
        case.give(day, "moved", 0.5)
        context.quoted_at = case.number
        return day, "quoted"
    period, rule, confidence = governing(case)
    if rule == "unplaced":
        return None, "before"
    is_opinion = rule in ("after", "later") and period is not None and is_of_opinion(case, period.date)
    if is_opinion:
        period, rule = None, ""
    elif period is not None and is_years_ahead(period.date, sentence):
        period, rule = None, "none"
    # "Hit 9 in 2011 and will hit 10 by 2016": the first has its own date.
    is_dated = (
        rule == "after" and period is not None and (period.basis == "explicit" or _is_beside(case, period))
    )
    if (not sentence.old[draft.first] or rule == "") and not is_current(draft, sentence):
        for span, name, sureness in (
            (until_deadline(case) if case.tense == "future" else None, "until", 0.9),
            (grown_since(case, period), "since", 0.9),
            (None if is_dated else forecast_for(case), "by", 0.8),
        ):
            if span is not None:
                case.give(span, name, sureness)
                return span, name
        study = of_study(case, is_opinion) if period is None and rule == "" else None
        if study is not None:
            case.give(study, "study", 0.7)
            return None, "study"
        if is_opinion:
            return None, "none"
        if _is_running(case, period):
            return None, "running"
    if period is not None:
        period = over_years(draft, sentence, over_year(draft, sentence, up_to_date(case, period)))
        case.give(period, rule, confidence)
        if period.date is not None and is_as_of(case, period):
            draft.period_start = draft.period_end
            return None, "as_of"
        return period, rule
    now = standing_now(case)
    if now is not None:
        case.give(now, "now", 0.6)
        return None, "now"
    if rule == "none":
        return None, rule
    pointed = of_pointed(case)
    if pointed is not None and context.is_outlook and context.is_ahead(pointed):
        # "It sees a profit of 9 next quarter. Analysts had expected 8."
        case.give(pointed, "pointed", 0.7)
        return None, "pointed"
    base = sentence.of_role("base", draft.last, case.end)
    after = after_earlier(draft, sentence, context) if case.tense == "past" else None
    for near, name in (
        (beside(draft, sentence), "beside"),
        (after_base(draft, base, sentence, context), "after_base"),
        # What the text goes on about is found as such first.
        (None if after is None or context.is_about(after) else after, "after_earlier"),
    ):
        if near is not None:
            case.give(near, name, 0.7)
            return None, name
    rule = carry(case)
    if after is not None and draft.why.get("period") is None:
        case.give(after, "after_earlier", 0.6)
    if pointed is not None and draft.why.get("period") is None:
        case.give(pointed, "pointed", 0.6)
        context.waiting = [(since, waiting) for since, waiting in context.waiting if waiting is not draft]
    terms = of_issue(case) if draft.why.get("period") is None else None
    if terms is not None:
        case.give(terms, "issued", 0.5)
    return None, rule


def _is_beside(case: Case, period: Period) -> bool:
    """Whether a date stands right behind a figure: "half by 2020 from 41 percent last year"."""
    return period.date is not None and period.date.first == case.draft.last


def _is_running(case: Case, period: Period | None) -> bool:
    """Fill the figure as a running total where it is one."""
    draft, context = case.draft, case.context
    governed = period.date if period is not None else None
    is_price = draft.kind in PRICED and draft.first > case.sentence.first
    if case.kin == "market" or (
        case.kin == "single"
        and governed is None
        and is_price
        and not is_added_up(draft, case.sentence, case.begin)
    ):
        return False
    total = running_total(
        draft,
        case.sentence,
        case.tense,
        (case.begin, case.end),
        governed,
        case.number - context.running_at <= 1,
        context.as_of,
    )
    total = total or until_now(case)
    if total is None:
        return False
    end, basis, date = total
    draft.is_cumulative, draft.period_end, draft.period_basis = end is not None, end, basis
    where = case.sentence.document.span(date.first, date.last) if date else (draft.start, draft.end)
    draft.why["period"] = Because(f"running_{basis}", *where)
    return True


def _looks_ahead(case: Case, period: Period) -> bool:
    """Whether a figure is of what is to come, which the text after it is not about."""
    sentence, end = case.sentence, case.draft.first
    if period.date is not None and period.date.first > end:
        end = min(sentence.last, period.date.last + 4)
    # As they stand: "May" is a month.
    words = sentence.document.words
    return any(
        words[index] in FUTURE_VERBS and not sentence.is_yardstick(index) for index in range(case.begin, end)
    )


def _usual_shift(dates: list[Dated]) -> int:
    """Return how far back the article's comparisons usually reach, in months."""
    shifts = [date.shift for date in dates if date.basis == "comparison" and date.shift in (1, 3, 6, 12)]
    return max(shifts, key=shifts.count) if shifts else 12
