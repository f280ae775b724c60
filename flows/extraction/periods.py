"""When each figure holds: which date governs which figure, and what a date leaves to the next sentence."""

from collections import Counter
from dataclasses import dataclass, field

from flows.extraction.calendar_shapes import Calendar
from flows.extraction.calendars import length_in_months, moved_days, shifted
from flows.extraction.dates import find_dates
from flows.extraction.document import Document, tokenise
from flows.extraction.figure import Because, Dated, Draft
from flows.extraction.period_words import ELAPSED, FUTURE_VERBS, HOLDINGS, OWNING, PRICES
from flows.extraction.reading import Reading
from flows.extraction.running_totals import FEW, as_of_day, narrows, running_total
from flows.extraction.sentence_dates import Sentence

# Of these the text goes on about the period it is in, unless its verb says otherwise.
FLOWING = frozenset(("growth", "money", "percent", "share", "count", "rate", "measure"))
PATIENCE = 2
# Months after which a period is history.
HISTORY = 30
# Sentences that can say what period the figures after them are of.
OPENING = 4
# Months of the longest period that a text goes on about.
LONGEST = 12
OPENING_REACH = 8


@dataclass(frozen=True, slots=True)
class Period:
    """A period on the way to a figure: ISO ends, how it was read, and the date that gave it."""

    start: str | None
    end: str | None
    basis: str
    date: Dated | None = None

    def back(self, by: int, date: Dated | None = None) -> "Period":
        """Return the same stretch `by` months earlier."""
        return Period(shifted(self.start, -by), shifted(self.end, -by), "comparison", date or self.date)


@dataclass(slots=True)
class Context:
    """What the text so far has settled.

    Attributes:
        period: the period that it goes on about.
        ahead: the last period named that ends after the publication, which forecasts go on about.
        is_settled: whether a date, though perhaps one that cannot be placed, has said what that is.
        is_running: whether it goes on about running totals.
        shift: how far back its comparisons reach, in months.
        as_of: the end of its running totals.
        today: the publication's day, None where unknown.
        waiting: figures before the first date, with the number of their sentence.
    """

    as_of: str | None
    today: str | None
    shift: int = 12
    period: Period | None = None
    ahead: Period | None = None
    is_settled: bool = False
    is_running: bool = False
    waiting: list[tuple[int, Draft]] = field(default_factory=list)


def assign_periods(reading: Reading) -> None:
    """Fill the period of every draft of `reading`; NULL stays where the text does not settle it."""
    if not reading.drafts:
        return
    document = reading.document
    dates = [date for date in reading.dates if date.basis not in ("clock", "name")]
    context = Context(
        as_of_day(document, dates, reading.published),
        Calendar.of(reading.published).today,
        _usual_shift(dates),
    )
    if reading.title:
        context.period = _title_period(reading.title, reading.published, document, dates)
    at_date = at_draft = 0
    for number, (first, last) in enumerate(document.sentences):
        begin_date, begin_draft = at_date, at_draft
        while at_date < len(dates) and dates[at_date].first < last:
            at_date += 1
        while at_draft < len(reading.drafts) and reading.drafts[at_draft].first < last:
            at_draft += 1
        if begin_draft == at_draft and (begin_date == at_date or context.is_settled):
            continue
        sentence = Sentence(
            document, first, last, dates[begin_date:at_date], reading.drafts[begin_draft:at_draft]
        )
        if sentence.drafts:
            _read_sentence(sentence, number, context)
        else:
            _read_opening(sentence, number, context)


def _read_opening(sentence: Sentence, number: int, context: Context) -> None:
    """Take the period from a sentence before the figures: "posted a decline in first-quarter profit"."""
    if number >= OPENING:
        return
    for date in sentence.dates:
        if sentence.role(date) != "main" or date.start_on == date.end_on or date.end_on is None:
            continue
        period = Period(date.start_on, date.end_on, date.basis, date)
        is_ahead = context.today is not None and date.end_on > context.today
        words = sentence.lower[max(sentence.first, date.first - OPENING_REACH) : date.first]
        if not is_ahead and not _is_history(period, context) and not FUTURE_VERBS.intersection(words):
            context.period = period
            context.is_settled = True
            return


def _read_sentence(sentence: Sentence, number: int, context: Context) -> None:
    carried: Period | None = None
    carries = is_running = False
    for draft in sentence.drafts:
        period, rule = _assign(draft, sentence, number, context)
        if draft.is_cumulative:
            is_running = True
        elif rule in ("after", "before", "later") and not sentence.is_milestone:
            if period is not None and context.today is not None and (period.end or "") > context.today:
                context.ahead = period
            if period is None or not _looks_ahead(draft, sentence, period, context):
                carried, carries, is_running = period, True, False
    if carries and not (carried is not None and carried.start == carried.end):
        if context.today is None and context.period is None and number >= OPENING:
            # What an undated text names late may be long over.
            carried = None
        is_kept = carried is None or (carried.date is not None and not _is_history(carried, context))
        if is_kept and _replaces(carried, context):
            context.period = carried
        context.is_settled = True
        if carried is not None:
            for since, draft in context.waiting:
                if number - since <= PATIENCE:
                    _give(draft, carried, "goes_on", sentence.document, 0.5)
        context.waiting.clear()
        context.is_running = False
    if is_running:
        context.is_running = True


def _assign(draft: Draft, sentence: Sentence, number: int, context: Context) -> tuple[Period | None, str]:
    """Fill the period of one draft; return what governs it and by which rule."""
    document = sentence.document
    clause = sentence.clause(draft)
    if draft.kind == "duration" and draft.last < sentence.last and sentence.lower[draft.last] in ELAPSED:
        return None, "none"
    tense = sentence.tense(draft, *clause)
    period, rule, confidence = _governing(draft, sentence, context, tense)
    governing = period.date if period is not None else None
    if rule == "unplaced":
        return None, "before"
    if not sentence.old[draft.first] or rule == "":
        span = _until_deadline(draft, sentence, clause) if tense == "future" else None
        if span is not None:
            _give(draft, span, "until", document, 0.9)
            return span, "until"
        total = running_total(draft, sentence, tense, clause, governing, context.is_running, context.as_of)
        if total is not None:
            end, basis, date = total
            draft.is_cumulative, draft.period_end, draft.period_basis = end is not None, end, basis
            where = document.span(date.first, date.last) if date else (draft.start, draft.end)
            draft.why["period"] = Because(f"running_{basis}", *where)
            return None, "running"
    if period is not None:
        period = _over_year(draft, sentence, period)
        _give(draft, period, rule, document, confidence)
        return period, rule
    if rule == "none":
        return None, rule
    if tense == "future" and context.ahead is not None and draft.kind in FLOWING:
        _give(draft, context.ahead, "looks_ahead", document, 0.6)
        return None, "none"
    if _stands_alone(draft, sentence, clause, tense):
        return None, "none"
    if context.is_running and context.as_of is not None and _is_running_kind(draft):
        draft.is_cumulative, draft.period_end, draft.period_basis = True, context.as_of, "goes_on"
        draft.confidence["period"] = 0.6
        draft.why["period"] = Because("running_goes_on", draft.start, draft.end)
        return None, "running"
    if tense == "present" and draft.kind in ("count", "share", "measure", "rate"):
        return None, "none"
    if context.period is not None:
        _give(draft, context.period, "goes_on", document, 0.7)
    elif not context.is_settled:
        context.waiting.append((number, draft))
    return None, "goes_on"


def _give(draft: Draft, period: Period, rule: str, document: Document, confidence: float) -> None:
    draft.period_start, draft.period_end, draft.period_basis = period.start, period.end, period.basis
    date = period.date
    where = document.span(date.first, date.last) if date is not None else (draft.start, draft.end)
    draft.why["period"] = Because(rule, *where)
    if confidence < 1:
        draft.confidence["period"] = confidence


def _governing(
    draft: Draft, sentence: Sentence, context: Context, tense: str
) -> tuple[Period | None, str, float]:
    """Return the period that a date of the sentence gives to `draft`, the rule and how sure it is.

    The rule is "unplaced" where the date that governs cannot be placed, "none" where none may be
    carried in from elsewhere, "" where no date governs.
    """
    following = sentence.following(draft)
    role = sentence.role(following)
    if sentence.old[draft.first]:
        return _earlier_value(draft, sentence, context, following, role)
    if role == "span" and following is not None and sentence.lower[following.first] == "single":
        return None, "none", 1.0
    before, later = sentence.preceding(draft), sentence.later_main(draft)
    if before is not None and tense == "present" and _is_over(before, draft, sentence, context):
        before = None
    if before is not None and later is not None and _is_day(before) and not _is_day(later):
        before = None
    for date, rule, confidence in (
        (following if role in ("main", "back") else None, "after", 1.0),
        (before, "before", 0.95),
        (later, "later", 0.85),
    ):
        if date is not None and sentence.owner.get(date.first, draft.first) == draft.first:
            if date.basis == "unanchored":
                return None, "unplaced", 1.0
            period = _resolve(date, context)
            return (period, rule, confidence) if period is not None else (None, "unplaced", 1.0)
    return None, "", 1.0


def _is_day(date: Dated) -> bool:
    """Whether a date is a single day relative to the publication."""
    return date.start_on == date.end_on and date.basis == "published"


def _is_over(date: Dated, draft: Draft, sentence: Sentence, context: Context) -> bool:
    """Whether a clause in the present tense has left a date behind: "opened in 2008 and holds 90"."""
    if date.end_on is None or (context.today is not None and date.end_on[:7] >= context.today[:7]):
        return False
    return any(sentence.lower[index] in ("and", ":", "but") for index in range(date.last, draft.first))


def _earlier_value(
    draft: Draft, sentence: Sentence, context: Context, following: Dated | None, role: str
) -> tuple[Period | None, str, float]:
    """Return the period of the second value of a comparison ("to 9 percent from 8 percent in 2013")."""
    main = _main_of(draft, sentence, context)
    if following is not None and role == "base" and following.basis in ("comparison", "same"):
        return _compared(main, following, context), "compared", 1.0
    if following is not None and role in ("main", "base") and following.end_on is not None:
        if following.basis == "published" and main is not None and main.start is not None:
            # "against 4 million last year" beside a quarter: the same quarter.
            return _within_year(main, following), "compared", 0.9
        return _of(following), "compared", 1.0
    if main is None:
        return None, "none", 1.0
    if _is_other_thing(draft, sentence):
        return main, "beside", 0.8
    base = sentence.of_role("base")
    if base is not None and base.first > draft.last and (base.shift or base.start_on):
        return _compared(main, base, context), "compared", 0.8
    return main.back(context.shift), "compared", 0.7


def _main_of(draft: Draft, sentence: Sentence, context: Context) -> Period | None:
    """Return the period of the clause around an earlier value."""
    for date in (sentence.preceding(draft), sentence.later_main(draft)):
        if date is not None:
            return _resolve(date, context)
    return context.period


def _resolve(date: Dated, context: Context) -> Period | None:
    return context.period if date.basis == "back" else _of(date)


def _of(date: Dated) -> Period | None:
    if date.start_on is None and date.end_on is None:
        return None
    return Period(date.start_on, date.end_on, date.basis, date)


def _compared(main: Period | None, base: Dated, context: Context) -> Period | None:
    """Return the earlier period that `base` points to from `main`."""
    if base.start_on is not None:
        return _within_year(main, base) if base.basis == "same" and main is not None else _of(base)
    return main.back(base.shift or context.shift, base) if main is not None else None


def _within_year(main: Period, year: Dated) -> Period | None:
    """Return the months of `main` in another year ("the same months of 1986")."""
    if main.end is None or year.end_on is None or year.start_on is None or year.start_on[5:] != "01-01":
        return _of(year)
    by = (int(main.end[:4]) - int(year.end_on[:4])) * 12
    return main.back(by, year)


def _is_other_thing(draft: Draft, sentence: Sentence) -> bool:
    """Whether a comparison is with another thing, not another time: "compared to 700 for its rival"."""
    return draft.last < sentence.last and sentence.lower[draft.last] in ("for", "of", "in", "at", "by")


def _over_year(draft: Draft, sentence: Sentence, period: Period) -> Period:
    """Return the time of a change that ends on a day: "500 at the end of 2004, up 20 over 2003"."""
    if draft.kind != "growth" or period.start is None or period.start != period.end:
        return period
    base = sentence.following(draft)
    if base is None or sentence.role(base) != "base":
        return period
    start = base.end_on or (shifted(period.end, -base.shift) if base.shift else None)
    start = moved_days(start, 1) if start is not None else None
    return Period(start or period.start, period.end, period.basis, period.date)


def _until_deadline(draft: Draft, sentence: Sentence, clause: tuple[int, int]) -> Period | None:
    """Return the span from a date to a later "by": "in May it said it would open ten by 2020"."""
    deadline = sentence.of_role("by", *clause)
    start = sentence.of_role("main")
    if deadline is None or deadline.end_on is None or start is None or start.start_on is None:
        return None
    if start.first < draft.first and start.start_on <= deadline.end_on:
        return Period(start.start_on, deadline.end_on, "until", deadline)
    return None


def _replaces(carried: Period | None, context: Context) -> bool:
    """Whether a period takes the place of the one that the text was about."""
    if carried is None:
        return True
    length = length_in_months((carried.start, carried.end))
    if carried.start is None or (length is not None and length > LONGEST):
        return False
    if context.period is None:
        return True
    old, new = context.period.end or "", carried.end or ""
    return new >= old or (context.today is not None and old > context.today)


def _is_history(period: Period, context: Context) -> bool:
    """Whether a period was over long before the publication, so that the text does not go on about it."""
    limit = shifted(context.today, -HISTORY)
    return limit is not None and period.end is not None and period.end < limit


def _looks_ahead(draft: Draft, sentence: Sentence, period: Period, context: Context) -> bool:
    """Whether a figure is of what is to come, which the text after it is not about."""
    if context.period is not None and context.today is not None and (period.end or "") > context.today:
        return True
    begin, _ = sentence.clause(draft)
    end = draft.first
    if period.date is not None and period.date.first > draft.first:
        end = min(sentence.last, period.date.last + 4)
    return not FUTURE_VERBS.isdisjoint(sentence.lower[begin:end])


def _stands_alone(draft: Draft, sentence: Sentence, clause: tuple[int, int], tense: str) -> bool:
    """Whether a figure without a date of its own is not about the period that the text is in."""
    lower = sentence.lower
    begin, end = clause
    if "=" in lower[max(begin, draft.first - 1) : draft.last + 1]:
        return True
    if draft.kind not in FLOWING or tense == "future":
        return True
    after = lower[draft.last : min(end, draft.last + 4)]
    before = lower[begin : draft.first]
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    if not HOLDINGS.isdisjoint(after) or not OWNING.isdisjoint(before[-3:]):
        return True
    return narrows(draft, sentence) or not PRICES.isdisjoint(before)


def _is_running_kind(draft: Draft) -> bool:
    """Whether a figure among running totals is likely one: a share, or more than a few."""
    if draft.kind in ("share", "percent"):
        return True
    return draft.kind in ("count", "money") and draft.value is not None and draft.value >= FEW


def _usual_shift(dates: list[Dated]) -> int:
    """Return how far back the article's comparisons usually reach, in months."""
    counted = Counter(
        date.shift for date in dates if date.basis == "comparison" and date.shift in (1, 3, 6, 12)
    )
    return counted.most_common(1)[0][0] if counted else 12


def _title_period(
    title: str, published: str | None, body: Document, body_dates: list[Dated]
) -> Period | None:
    """Return the period that the title names, as the body means it: by the body's fiscal year."""
    document = tokenise(title)
    meant = {body.quote(date.first, date.last).lower(): date for date in reversed(body_dates)}
    dates = find_dates(document, published)
    sentence = Sentence(document, 0, len(document.words), dates, [])
    for date in dates:
        if sentence.role(date) == "main" and date.start_on != date.end_on and date.start_on is not None:
            same = meant.get(document.quote(date.first, date.last).lower(), date)
            return Period(same.start_on, same.end_on, same.basis) if same.start_on else None
    return None
