"""When each figure holds: which date expression governs which figure, and what a date leaves to the next."""

from collections import Counter
from dataclasses import dataclass, field

from flows.extraction.calendar_shapes import Calendar
from flows.extraction.calendars import length_in_months, shifted
from flows.extraction.dates import find_dates
from flows.extraction.document import Document, tokenise
from flows.extraction.figure import Because, Dated, Draft
from flows.extraction.period_words import (
    ACCUMULATING,
    BEFORE_OLD,
    BREAKS,
    CLAUSE_WORDS,
    COMPARATORS,
    COMPARED,
    FILLERS,
    FUTURE_VERBS,
    MILESTONE_VERBS,
    MILESTONES,
    PAST,
    PERFECT,
    PRESENT,
    REPORTING,
    STREAK,
    SUBORDINATE_TIMES,
    SUPERLATIVES,
)
from flows.extraction.reading import Reading

STATIC_KINDS = frozenset(("measure", "duration", "rank", "rate", "score"))


@dataclass(frozen=True, slots=True)
class Period:
    """A period on the way to a figure: ISO ends, and the date that gave it."""

    start: str | None
    end: str | None
    basis: str
    date: Dated | None = None

    def back(self, by: int) -> "Period":
        """Return the same stretch `by` months earlier."""
        return Period(shifted(self.start, -by), shifted(self.end, -by), "comparison", self.date)


@dataclass(slots=True)
class Context:
    """What the text so far has settled.

    Attributes:
        period: the period that it goes on about.
        shift: how far back its comparisons reach, in months.
        as_of: the end of running totals: when the article says that one was reached, else its publication.
    """

    period: Period | None = None
    shift: int = 12
    as_of: str | None = None
    waiting: list[Draft] = field(default_factory=list)


def assign_periods(reading: Reading) -> None:
    """Fill the period of every draft of `reading`; NULL stays where the text does not settle it."""
    document = reading.document
    dates = [date for date in reading.dates if date.basis not in ("clock", "name")]
    context = Context(as_of=_as_of(document, dates, reading.published))
    context.shift = _usual_shift(dates)
    if reading.title:
        context.period = _title_period(reading.title, reading.published)
    at_date = at_draft = 0
    today = Calendar.of(reading.published).today
    for first, last in document.sentences:
        begin_date = at_date
        while at_date < len(dates) and dates[at_date].first < last:
            at_date += 1
        begin_draft = at_draft
        while at_draft < len(reading.drafts) and reading.drafts[at_draft].first < last:
            at_draft += 1
        if begin_draft == at_draft and begin_date == at_date:
            continue
        sentence = Sentence(document, first, last, dates[begin_date:at_date], reading.drafts[begin_draft:at_draft])
        _read_sentence(sentence, context, today)


def _read_sentence(sentence: "Sentence", context: Context, today: str | None) -> None:
    for draft in sentence.drafts:
        _assign(draft, sentence, context, today)
    # What the sentence is about stays; what it looks ahead to or back at does not.
    main = sentence.carried()
    if main is not None:
        context.period = main
        for draft in context.waiting:
            _give(draft, main, "goes_on", sentence.document, 0.5)
        context.waiting.clear()


class Sentence:
    """One sentence: its figures, its dates and the part that each date plays."""

    def __init__(self, document: Document, first: int, last: int, dates: list[Dated], drafts: list[Draft]) -> None:
        self.document = document
        self.first, self.last = first, last
        self.lower = document.lower
        self.drafts = drafts
        self.numbers = {token for draft in drafts for token in range(draft.first, draft.last)}
        self.roles = {date.first: self._role(date) for date in dates}
        self.dates = dates
        self.old = {draft.first: self._is_old(draft) for draft in drafts}
        self._bind_old()

    def _role(self, date: Dated) -> str:
        """Return the part that a date plays: main, base (of a comparison), since, by, to_date, news, back."""
        lower = self.lower
        if date.basis in ("since", "by", "to_date", "back", "span"):
            if date.basis == "since" and any(
                lower[i] in SUPERLATIVES for i in range(max(self.first, date.first - 6), date.first)
            ):
                return "none"
            return date.basis
        before = date.first - 1
        while before > self.first and lower[before] in FILLERS | {"in", "'s", "during", "for"}:
            before -= 1
        if before >= self.first and before not in self.numbers:
            word = lower[before]
            if word in ("from", "than", "over", "against", "versus", "vs") or (
                word in ("to", "with") and lower[before - 1] in COMPARED
            ):
                return "base"
            if word == "on" and date.basis in ("comparison", "same", "explicit") and lower[date.first - 1] in ("on", "the") and length_in_months((date.start_on, date.end_on)) != 1 and (date.start_on != date.end_on or date.start_on is None):
                return "base"
        if date.basis in ("comparison", "same"):
            return "base"
        if date.basis == "published" and date.start_on == date.end_on and self._is_news(date):
            return "news"
        return "main"

    def _is_news(self, date: Dated) -> bool:
        """Whether a day only says when something was said."""
        lower = self.lower
        for index in range(max(self.first, date.first - 14), min(self.last, date.last + 6)):
            if lower[index] in REPORTING:
                return True
        return False

    def _is_old(self, draft: Draft) -> bool:
        """Whether words before a figure make it the earlier value of a comparison."""
        lower = self.lower
        index = draft.first - 1
        steps = 0
        while index >= self.first and steps < 6:
            word = lower[index]
            if word in BEFORE_OLD:
                return True
            if word in ("with", "to") and index > self.first and lower[index - 1] in COMPARED:
                return True
            if index in self.numbers or word not in FILLERS:
                return False
            index -= 1
            steps += 1
        return False

    def _bind_old(self) -> None:
        """Find the dates that belong to the earlier value of a comparison alone."""
        self.owner: dict[int, int] = {}
        for draft in self.drafts:
            if not self.old[draft.first]:
                continue
            date = self._following(draft, same_clause=True)
            if date is not None:
                self.owner[date.first] = draft.first

    def _following(self, draft: Draft, same_clause: bool) -> Dated | None:
        """Return the first date after `draft` with no other figure or clause end between."""
        for date in self.dates:
            if date.first < draft.last:
                continue
            for index in range(draft.last, date.first):
                if index in self.numbers:
                    return None
                word = self.lower[index]
                if word in BREAKS or (
                    word == "," and same_clause and index + 1 < self.last and self.lower[index + 1] in CLAUSE_WORDS
                ):
                    return None
                if word in SUBORDINATE_TIMES:
                    return None
            return date
        return None

    def clause(self, draft: Draft) -> tuple[int, int]:
        """Return the token range of the clause around `draft`."""
        lower = self.lower
        begin = draft.first
        while begin > self.first and not self._breaks(begin - 1):
            begin -= 1
        end = draft.last
        while end < self.last and not self._breaks(end):
            end += 1
        return begin, end

    def _breaks(self, index: int) -> bool:
        word = self.lower[index]
        if word in BREAKS:
            return True
        return word == "," and index + 1 < self.last and self.lower[index + 1] in CLAUSE_WORDS

    def preceding(self, draft: Draft) -> Dated | None:
        """Return the nearest date before `draft` that governs what follows it."""
        best = None
        for date in self.dates:
            if date.first >= draft.first:
                break
            role = self.roles[date.first]
            if role in ("main", "back") and date.first not in self.owner:
                best = date
            elif role == "base" and self._opens_clause(date):
                best = date
        if best is not None and any(
            self.lower[index] in SUBORDINATE_TIMES for index in range(best.last, draft.first)
        ):
            return None
        return best

    def _opens_clause(self, date: Dated) -> bool:
        """Whether what follows is about the date itself: "compared with 1985, when ..."."""
        index = date.last
        if index < self.last and self.lower[index] == ",":
            index += 1
        return index < self.last and self.lower[index] == "when" and date.start_on is not None

    def later_main(self, draft: Draft) -> Dated | None:
        """Return the next governing date of the same clause, even behind other figures."""
        for date in self.dates:
            if date.first < draft.last or date.first in self.owner or self.roles[date.first] not in ("main", "back"):
                continue
            for index in range(draft.last, date.first):
                if self.lower[index] in BREAKS or self.lower[index] in SUBORDINATE_TIMES:
                    return None
                if self.lower[index] == "," and self.lower[index + 1] in CLAUSE_WORDS:
                    return None
            return date
        return None

    def of_role(self, role: str) -> Dated | None:
        """Return the first date of the sentence that plays `role`."""
        return next((date for date in self.dates if self.roles[date.first] == role), None)

    def carried(self) -> Period | None:
        """Return the period that the sentence leaves to the next: of its last date that says what is reported."""
        for date in reversed(self.dates):
            if self.roles[date.first] != "main" or date.first in self.owner or date.basis == "unanchored":
                continue
            if date.start_on is None or date.end_on is None or date.start_on == date.end_on:
                continue
            if not self.drafts:
                return None
            begin = date.first
            while begin > self.first and not self._breaks(begin - 1):
                begin -= 1
            if any(self.lower[index] in FUTURE_VERBS for index in range(begin, min(self.last, date.last + 4))):
                continue
            return Period(date.start_on, date.end_on, date.basis, date)
        return None


def _assign(draft: Draft, sentence: Sentence, context: Context, today: str | None) -> None:
    """Fill the period of one draft."""
    document = sentence.document
    period, rule, confidence = _governing(draft, sentence, context)
    cumulative = _running_total(draft, sentence, context, period, rule, today)
    if cumulative is not None:
        draft.is_cumulative = True
        draft.period_start, draft.period_end = cumulative.start, cumulative.end
        draft.period_basis = cumulative.basis
        where = cumulative.date
        start, end = document.span(where.first, where.last) if where else (draft.start, draft.end)
        draft.why["period"] = Because("running_total", start, end)
        return
    if period is not None:
        _give(draft, period, rule, document, confidence)
        return
    if rule == "none":
        return
    if _carries(draft, sentence):
        if context.period is not None:
            _give(draft, context.period, "goes_on", document, 0.7)
        elif rule != "unanchored":
            context.waiting.append(draft)


def _give(draft: Draft, period: Period, rule: str, document: Document, confidence: float) -> None:
    draft.period_start, draft.period_end, draft.period_basis = period.start, period.end, period.basis
    if period.date is not None and period.date.last <= len(document.words):
        draft.why["period"] = Because(rule, *document.span(period.date.first, period.date.last))
    if confidence < 1:
        draft.confidence["period"] = confidence


def _governing(draft: Draft, sentence: Sentence, context: Context) -> tuple[Period | None, str, float]:
    """Return the period that a date of the sentence gives to `draft`, the rule and how sure it is."""
    following = sentence._following(draft, same_clause=True)
    role = sentence.roles[following.first] if following else ""
    if sentence.old[draft.first]:
        main = _main_of(draft, sentence, context)
        if following is not None:
            if role == "base" and following.basis in ("comparison", "same"):
                return _compared(main, following, context), "compared", 1.0
            if role in ("main", "base") and following.start_on is not None and following.end_on is not None:
                if following.basis == "published" and main is not None and main.start is not None:
                    # "against 6.3 billion last year" beside a quarter: the same quarter.
                    return _within_year(main, following), "compared", 0.9
                return _of(following), "after", 1.0
        if main is None:
            return None, "none", 1.0
        if _is_other_thing(draft, sentence):
            return main, "beside", 0.8
        base = next((date for date in sentence.dates if sentence.roles[date.first] == "base"), None)
        if base is not None and base.first > draft.last and (base.shift or base.start_on):
            return _compared(main, base, context), "compared", 0.8
        return main.back(context.shift), "compared", 0.7
    if following is not None and role in ("main", "back") and following.first not in sentence.owner:
        period = _resolve(following, context)
        return period, "after" if following.basis != "unanchored" else "unanchored", 1.0
    before = sentence.preceding(draft)
    if before is not None:
        return _resolve(before, context), "before" if before.basis != "unanchored" else "unanchored", 0.95
    later = sentence.later_main(draft)
    if later is not None:
        return _resolve(later, context), "later" if later.basis != "unanchored" else "unanchored", 0.85
    return None, "", 1.0


def _main_of(draft: Draft, sentence: Sentence, context: Context) -> Period | None:
    before = sentence.preceding(draft)
    if before is not None:
        return _resolve(before, context)
    later = sentence.later_main(draft)
    if later is not None:
        return _resolve(later, context)
    return context.period


def _resolve(date: Dated, context: Context) -> Period | None:
    if date.basis == "back":
        return context.period
    return _of(date)


def _of(date: Dated) -> Period | None:
    if date.start_on is None and date.end_on is None:
        return None
    return Period(date.start_on, date.end_on, date.basis, date)


def _compared(main: Period | None, base: Dated, context: Context) -> Period | None:
    """Return the earlier period that `base` points to from `main`."""
    if base.start_on is not None:
        if base.basis == "same" and main is not None:
            return _within_year(main, base)
        return _of(base)
    if main is None:
        return None
    back = main.back(base.shift or context.shift)
    return Period(back.start, back.end, "comparison", base)


def _within_year(main: Period, year: Dated) -> Period:
    """Return the months of `main` in another year ("the same months of 1986")."""
    if main.end is None or year.end_on is None or year.start_on is None or year.start_on[5:] != "01-01":
        return Period(year.start_on, year.end_on, year.basis, year)
    by = (int(main.end[:4]) - int(year.end_on[:4])) * 12
    return Period(shifted(main.start, -by), shifted(main.end, -by), "comparison", year)


def _is_other_thing(draft: Draft, sentence: Sentence) -> bool:
    """Whether a comparison is with another thing, not another time: "compared to 9,808 for the Volt"."""
    index = draft.last
    return index < sentence.last and sentence.lower[index] in ("for", "of", "in", "at", "by", "percent")


def _running_total(
    draft: Draft, sentence: Sentence, context: Context, period: Period | None, rule: str, today: str | None
) -> Period | None:
    """Return the as-of of a running total, None where the figure is none."""
    if draft.kind not in ("count", "money", "ordinal_milestone", "share", "measure"):
        return None
    lower = sentence.lower
    begin, end = sentence.clause(draft)
    since = sentence.of_role("since")
    if draft.kind == "ordinal_milestone":
        if draft.last < sentence.last and lower[draft.last] in STREAK:
            return None
        at = period.end if period is not None else None
        if at is None and since is None and any(lower[i] in SUBORDINATE_TIMES for i in range(begin, draft.first)):
            return Period(None, None, "unanchored")
        return Period(None, at or context.as_of, "reached", period.date if period else since)
    deadline = next(
        (date for date in sentence.dates if sentence.roles[date.first] == "by" and begin <= date.first < end), None
    )
    if deadline is not None and deadline.end_on is not None:
        start = sentence.of_role("main")
        if start is not None and start.first < draft.first and start.start_on is not None and start.start_on <= deadline.end_on:
            return None
        return Period(None, deadline.end_on, "by", deadline)
    if since is not None and begin <= since.first < end and draft.kind != "share":
        return Period(None, (period.end if period is not None and rule != "later" else None) or context.as_of, "since", since)
    to_date = next(
        (date for date in sentence.dates if sentence.roles[date.first] == "to_date" and begin <= date.first < end), None
    )
    if to_date is not None and to_date.start_on is None:
        return Period(None, context.as_of, "to_date", to_date)
    if draft.kind in ("count", "money", "measure") and _is_perfect(lower, begin, draft.first):
        if period is not None and period.end is not None:
            if period.date is not None and lower[period.date.first - 1] == "(":
                return Period(None, period.end, "reached", period.date)
            return None
        if any(lower[i] in SUBORDINATE_TIMES for i in range(begin, draft.first)):
            return None
        return Period(None, context.as_of, "perfect")
    return None


def _is_perfect(lower: list[str], begin: int, end: int) -> bool:
    """Whether the clause says that something "has sold", "have been built"."""
    for index in range(begin, end):
        if lower[index] in PERFECT:
            for step in range(index + 1, min(end, index + 5)):
                if lower[step] in ACCUMULATING:
                    return True
    return False


def _carries(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure without a date of its own goes on about the period that the text is in."""
    if draft.kind in ("duration", "rank", "ordinal_milestone"):
        return False
    lower = sentence.lower
    begin, _ = sentence.clause(draft)
    past = False
    for index in range(draft.first - 1, begin - 1, -1):
        word = lower[index]
        if index in sentence.numbers:
            continue
        if word in PAST or (word.endswith("ed") and len(word) > 4 and word not in FUTURE_VERBS):
            past = True
            break
        if word in FUTURE_VERBS:
            return False
        if word in PRESENT:
            return draft.kind == "growth"
    return past or draft.kind in ("growth", "money", "percent", "share", "count", "rate")


def _as_of(document: Document, dates: list[Dated], published: str | None) -> str | None:
    """Return the day up to which the article's running totals count."""
    today = Calendar.of(published).today
    lower = document.lower
    for date in dates:
        if date.end_on is None or date.start_on is None or date.basis not in ("explicit", "published"):
            continue
        if today is not None and not (shifted(today, -4) or "") <= date.end_on <= today[:8] + "31":
            continue
        first, last = document.sentences[document.sentence_at(date.first)]
        if date.start_on == date.end_on or date.start_on[:4] != date.end_on[:4]:
            continue
        if any(word in MILESTONES for word in lower[first:date.first]) and any(
            word in MILESTONE_VERBS or word in ("achieved", "marked") for word in lower[first:date.first]
        ):
            return min(date.end_on, today) if today is not None and date.end_on[:7] == today[:7] else date.end_on
    return today


def _usual_shift(dates: list[Dated]) -> int:
    """Return how far back the article's comparisons usually reach, in months."""
    counted = Counter(date.shift for date in dates if date.basis == "comparison" and date.shift in (1, 3, 6, 12))
    return counted.most_common(1)[0][0] if counted else 12


def _title_period(title: str, published: str | None) -> Period | None:
    document = tokenise(title)
    dates = find_dates(document, published)
    sentence = Sentence(document, 0, len(document.words), dates, [])
    for date in dates:
        if date.basis not in ("clock", "name", "unanchored") and sentence.roles[date.first] == "main":
            if date.start_on is not None and date.end_on is not None and date.start_on != date.end_on:
                return Period(date.start_on, date.end_on, date.basis)
    return None
