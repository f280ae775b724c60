"""The second value of a comparison: "to 9 percent from 8 percent", "against 7 million a year earlier"."""

from bisect import bisect_left
from typing import Final

from flows.extraction.dates.calendars import day_of, length_in_months, moved_days, shifted
from flows.extraction.dates.date_words import NUMBERS, bag
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Dated, Draft
from flows.extraction.periods.moved_periods import (
    YEAR,
    before_main,
    compared,
    period_of,
    rolled,
    week_before,
    within_year,
)
from flows.extraction.periods.period_context import Context, Period, is_to_date
from flows.extraction.periods.pointed_back import pointed_at
from flows.extraction.text.change_words import CHANGE_NOUNS, CHANGES, CURRENT
from flows.extraction.text.period_words import FILLERS, FIRST_TOLD, FORESEEN, REPORTED, REVISED

Governed = tuple[Period | None, str, float]
# Behind a value these say of what other thing it is.
OTHERS: Final = frozenset(("for", "of", "in", "at", "by", "who", "against"))
# Behind a value these say that it is compared with how things stand.
NOW: Final = frozenset(("now", "currently", "today", "presently"))
# Tokens around a value within which a word says that it was foretold or revised.
NEAR: Final = 6
# What is foretold or planned, and what is done to it: both values are of one period.
PLANS: Final = bag(
    """estimate estimates forecast forecasts outlook guidance target targets expectations hopes view
    projection projections quota quotas program programme budget ceiling"""
)
MOVED: Final = bag(
    """cut cuts cutting lowered lowers lower raised raises raise increased increases increase reduced
    reduces nudged narrowed widened boosted hiked slashed pared trimmed revised upgraded downgraded lifted"""
)
FORMERLY: Final = (["previously"], ["earlier"], ["before"])
# Months of what statistics are told of, and months within which they come out.
SERIES: Final = (1, 3)
NEWS: Final = 2
# What is quoted every day has its "year to date" up to the publication.
TRADED: Final = frozenset(("shares", "stock", "stocks", "price"))
# Tokens between a value and the date that is its own: "a 9 percent rise in May".
OWN_REACH: Final = 2
# Not "more": it hedges as often.
MOVED_BY: Final = frozenset(("up", "down", "higher", "lower"))
BACK: Final = {"month": 1, "quarter": 3, "half": 6, "year": YEAR}
NAMING: Final = FILLERS | bag("'s ’s close closing settlement finish daily results result pretax turnover")
PLAN_REACH: Final = 28
# Tokens of "current output of".
THING: Final = 3
# Before "revised" these make it say what a value is: "a revised 9 percent".
ADJECTIVAL: Final = bag("a an the its 's ’s upwardly downwardly sharply of at to by from and")


def earlier_value(
    draft: Draft, sentence: Sentence, context: Context, following: Dated | None, role: str
) -> Governed:
    """Return the period of the second value of a comparison, the rule, and how sure it is."""
    if draft.last < sentence.last and sentence.lower[draft.last] in NOW:
        return None, "none", 1.0
    main = _main_of(draft, sentence, context)
    is_dated = (
        role == "main"
        and following is not None
        and (following.basis == "explicit" or following.first - draft.last <= OWN_REACH)
    )
    if _is_foretold(draft, sentence) and not is_dated:
        main = _value_before(draft, sentence) or main
        return (main, "foretold", 0.8) if main is not None else (None, "none", 1.0)
    if following is not None and role == "base" and following.basis in ("comparison", "same"):
        return compared(main, following, sentence, context), "compared", 1.0
    if following is not None and role in ("main", "base") and following.end_on is not None:
        if (
            main is not None
            and main.start is not None
            and following.basis in ("published", "anchored")
            and length_in_months((following.start_on, following.end_on)) == YEAR
            and sentence.lower[following.last - 1] == "year"
        ):
            # "against 4 million last year" beside a quarter: the same quarter.
            earlier = within_year(main, following)
            is_same = earlier is not None and earlier.end == main.end and main.length() != YEAR
            return (main.back(12, following) if is_same else earlier), "compared", 0.9
        earlier = period_of(following)
        if not _is_year_back(main, sentence):
            earlier = before_main(main, earlier)
        if _is_too_late(earlier, main, context):
            # "Rose to 9 percent from 7 percent at year-end"
            earlier = earlier and earlier.back(YEAR)
        _learn(main, earlier, context)
        return rolled(draft, main, earlier, sentence), "compared", 1.0
    for date in sentence.near(draft):
        # "the previous quarter's 77 million"
        if date.basis == "comparison" and date.last <= draft.first <= date.last + 4 and date.shift:
            return compared(context.period or main, date, sentence, context), "compared", 0.9
    if _is_other_thing(draft, sentence):
        beside = _value_before(draft, sentence) or main
        return (beside, "beside", 0.8) if beside is not None else (None, "", 1.0)
    if main is None:
        return None, "none", 1.0
    base = sentence.of_role("base")
    if base is not None and base.first > draft.last and (base.shift or base.start_on):
        return compared(main, base, sentence, context), "compared", 0.8
    if main.start == main.end and main.end in (context.quoted, context.today):
        # A quote that is "up from 9" may be so since any day.
        return None, "none", 1.0
    week = week_before(main, main.date)
    if week is not None:
        return week, "compared", 0.5
    by = context.shift
    if (main.length() or 0) > by:
        # Two months are compared with none that they overlap.
        by = YEAR
    if main.length() == 1 and by == 12 and draft.kind in ("rate", "percent"):
        # Rates of a month are mostly compared with the month before; nothing says which.
        return main.back(1), "compared", 0.4
    return main.back(by), "compared", 0.7


def is_current(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure is told to be the one of now: "the current 5 percent", "current output of 5"."""
    before = sentence.lower[max(sentence.first, draft.first - THING) : draft.first]
    if before[-1:] == ["of"]:
        before = before[:-2]
    if not before or before[-1] not in CURRENT:
        return False
    own = sentence.following(draft)
    return own is None or own.first - draft.last > OWN_REACH


def named_value(draft: Draft, sentence: Sentence, context: Context) -> Period | None:
    """Return the period of an earlier value that its date names: "against a third-quarter shortfall of 9"."""
    for date in reversed(sentence.near(draft)):
        if date.last <= draft.first and date.start_on is not None and sentence.role(date) == "base":
            between = sentence.lower[date.last : draft.first]
            if not between or not all(word in NAMING for word in between):
                return None
            return rolled(draft, _main_of(draft, sentence, context), period_of(date), sentence)
    return None


def resolve(date: Dated, sentence: Sentence, context: Context) -> Period | None:
    """Return the period of a date; "the quarter" and "the year" point back to the one that the text is in."""
    if date.basis != "back":
        period = period_of(date)
        now = context.period
        if (
            period is not None
            and now is not None
            and now.end is not None
            and is_to_date(date, sentence)
            and TRADED.isdisjoint(sentence.lower[sentence.first : sentence.last])
            and date.start_on == now.end[:4] + "-01-01"
            and now.end < (period.end or "")
        ):
            # "So far this year" beside the figures of May reaches to May.
            return Period(period.start, now.end, period.basis, date)
        return period
    word = sentence.lower[date.last - 1]
    count = NUMBERS.get(sentence.lower[date.first + 1]) if date.last - date.first > 2 else None
    if count is not None:
        return _months_named(count, date, context)
    near = context.last
    if near is not None and near.length() == BACK.get(word) and context.number - context.last_at <= 1:
        return Period(near.start, near.end, near.basis, date)
    if word == "year" and (context.period is None or context.period.length() != 12):
        year = context.year(context.period, False)
        return year and Period(year.start, year.end, year.basis, date)
    period = context.period
    if word == "quarter" and (period is None or period.length() != 3):
        period = context.quarter()
    return period and Period(period.start, period.end, period.basis, date)


def _months_named(count: int, date: Dated, context: Context) -> Period | None:
    """Return what "the five months" are: a period of that length, else the year's up to the month told of."""
    known = [period for period in (context.last, context.period) if period is not None]
    for period in known:
        if period.length() == count:
            return Period(period.start, period.end, period.basis, date)
    # The latest: the same month of the year before may have been told last.
    for period in sorted(known, key=lambda period: period.end or "", reverse=True):
        if period.length() == 1 and (period.end or "")[5:7] == f"{count:02d}":
            return Period((period.end or "")[:4] + "-01-01", period.end, period.basis, date)
    return None


def over_year(draft: Draft, sentence: Sentence, period: Period) -> Period:
    """Return the time of a change that ends on a day: "500 at the end of 2004, up 20 over 2003"."""
    if draft.kind != "growth" or period.start is None or period.start != period.end:
        return period
    base = sentence.following(draft)
    if base is None or sentence.role(base) != "base":
        return period
    start = base.end_on or (shifted(period.end, -base.shift) if base.shift else None)
    start = moved_days(start, 1) if start is not None else None
    return Period(start or period.start, period.end, period.basis, period.date)


def after_base(draft: Draft, base: Dated | None, sentence: Sentence, context: Context) -> Period | None:
    """Return the time of a change that is told only against the year before it: "a drop of 9 from 2009"."""
    if base is None or base.basis != "explicit" or sentence.role(base) != "base" or base.end_on is None:
        return None
    if length_in_months((base.start_on, base.end_on)) != 12:
        return None
    words = sentence.lower[max(sentence.first, draft.first - 2 * NEAR) : draft.first]
    if draft.kind != "growth" and (CHANGES.keys() | MOVED_BY).isdisjoint(words):
        return None
    now = context.period
    if now is not None and now.start is not None and now.start > base.end_on:
        return now
    after = Period(shifted(base.start_on, 12), shifted(base.end_on, 12), "comparison", base)
    if context.today is None:
        # An undated text is of the year after where that is the one which it is about.
        return after if (after.end or "")[:4] == f"{context.calendar.anchor}" else None
    return after if (after.end or "") <= context.today else None


def after_earlier(draft: Draft, sentence: Sentence, context: Context) -> Period | None:
    """Return the month or quarter right after that of the earlier value: "rose 9 percent after 4 in April".

    Only where it was over by the publication, and is news.
    """
    at = bisect_left(sentence.drafts, draft.last, key=lambda other: other.first)
    other = sentence.drafts[at] if at < len(sentence.drafts) else None
    if other is None or context.today is None or other.unit != draft.unit or sentence.old[draft.first]:
        return None
    between = sentence.lower[draft.last : other.first]
    if not (sentence.old[other.first] or between[:1] == ["after"] or between[:2] == [",", "following"]):
        return None
    date = sentence.following(other)
    if (
        date is None
        or date.basis != "published"
        or not FORESEEN.isdisjoint(sentence.lower[other.last : date.first])
    ):
        return None
    length = length_in_months((date.start_on, date.end_on))
    if length not in SERIES:
        return None
    after = Period(shifted(date.start_on, length), shifted(date.end_on, length), "comparison", date)
    is_news = (shifted(context.today, -NEWS) or "") <= (after.end or "") <= context.today
    return after if is_news else None


def over_years(draft: Draft, sentence: Sentence, period: Period) -> Period:
    """Return the later year of a change from one year to the next: "the drop between 2008 and 2009"."""
    date = period.date
    if date is None or length_in_months((period.start, period.end)) != 24:
        return period
    is_change = draft.kind == "growth" or sentence.lower[date.first - 1] in CHANGE_NOUNS
    if not is_change or sentence.lower[date.first] not in ("between", "from"):
        return period
    return Period(shifted(period.start, 12), period.end, period.basis, date)


def _is_year_back(main: Period | None, sentence: Sentence) -> bool:
    """Whether the value before is itself of long ago: "more than in May a year ago, less than in June"."""
    date = main.date if main is not None else None
    return date is not None and "ago" in sentence.lower[date.first : date.last]


def _is_too_late(earlier: Period | None, main: Period | None, context: Context) -> bool:
    """Whether an earlier value would lie ahead of the publication, though the later one does not."""
    if earlier is None or earlier.basis == "explicit" or main is None:
        return False
    return context.is_ahead(earlier) and not context.is_ahead(main)


def _is_foretold(draft: Draft, sentence: Sentence) -> bool:
    """Whether a value is what was expected or first told of the same period, not that of an earlier one."""
    lower = sentence.lower
    before = lower[max(sentence.first, draft.first - NEAR) : draft.first]
    after = lower[draft.last : min(sentence.last, draft.last + NEAR)]
    for words in (before, after):
        if not FORESEEN.isdisjoint(words):
            return True
    clause = lower[max(sentence.first, draft.first - PLAN_REACH) : draft.first]
    if "from" in before and not MOVED.isdisjoint(clause) and not PLANS.isdisjoint(clause):
        # "Cut its outlook for the year to $5 from $6"
        return True
    if after[:1] in FORMERLY and not PLANS.isdisjoint(clause):
        # "Forecast a profit of $5, down from $6 previously"
        return True
    if _tells_version(before) or _tells_version(after[:2]):
        # "To a gain of 5 percent from 3 percent originally reported"
        return True
    at = max((index for index, word in enumerate(before) if word in ("from", "against", "with")), default=-1)
    if at > 0 and not REVISED.isdisjoint(before[:at]):
        return True
    return at >= 0 and before[at] == "from" and _was_revised(clause)


def _tells_version(words: list[str]) -> bool:
    """Whether words say that a value is what another was first told to be: "originally reported"."""
    return any(words[at - 1] in FIRST_TOLD and words[at] in REPORTED for at in range(1, len(words)))


def _was_revised(clause: list[str]) -> bool:
    """Whether what stands before a value says that another was revised: not "fell to a revised 8 from"."""
    for index in range(len(clause) - 1, 0, -1):
        if clause[index] in REVISED:
            # "From 8, revised down from 9, and from 6 a year earlier": the last is no first version.
            return clause[index - 1] not in ADJECTIVAL and clause[index + 1 :].count("from") == 1
    return False


def _main_of(draft: Draft, sentence: Sentence, context: Context) -> Period | None:
    """Return the period of the clause around an earlier value."""
    if context.is_study and _is_of_study(draft, sentence):
        # "40 percent expect more sales next year, up from 30": a date in an answer says nothing of when.
        return _value_before(draft, sentence)
    before = sentence.preceding(draft)
    if before is not None and sentence.role(before) == "base":
        # Its own: "up from April's 9"
        before = next(
            (date for date in reversed(sentence.near(draft)) if _is_main_before(date, draft, sentence)), None
        )
    for date in (before, sentence.later_main(draft)):
        if date is None:
            continue
        if date.last != draft.first and date.basis != "comparison":
            return resolve(date, sentence, context)
    pointed = pointed_at(draft, sentence, context) if context.is_pointing else None
    return _value_before(draft, sentence) or pointed or context.period


def _value_before(draft: Draft, sentence: Sentence) -> Period | None:
    """Return the period of the value that an earlier or other one is compared with, right before it."""
    at = bisect_left(sentence.drafts, draft.first, key=lambda other: other.first)
    for other in reversed(sentence.drafts[max(0, at - 2) : at]):
        # "After an 8 percent drop in April, initially reported as 7 percent"
        is_version = _tells_version(sentence.lower[other.last : draft.first])
        if other.period_start is not None and (is_version or not sentence.old[other.first]):
            return Period(other.period_start, other.period_end, other.period_basis or "")
    return None


def _is_of_study(draft: Draft, sentence: Sentence) -> bool:
    """Whether the value right before one that it is compared with is a result of the article's study."""
    at = bisect_left(sentence.drafts, draft.first, key=lambda other: other.first)
    told = sentence.drafts[at - 1].why.get("period") if at else None
    return told is not None and told.rule == "study"


def _is_main_before(date: Dated, draft: Draft, sentence: Sentence) -> bool:
    return date.last < draft.first and sentence.role(date) == "main"


def _learn(main: Period | None, earlier: Period | None, context: Context) -> None:
    """Keep how far back an article compares months where it says so: the month or the year before."""
    if main is None or earlier is None or main.length() != 1 or earlier.length() != 1:
        return
    by = day_of(main.end or "")[0] - day_of(earlier.end or "")[0]
    if by in (1, 12):
        context.shift = by


def _is_other_thing(draft: Draft, sentence: Sentence) -> bool:
    """Whether a comparison is with another thing, not another time: "compared to 700 for its rival"."""
    at = draft.last
    if draft.noun_first == at and draft.noun_last is not None:
        # "compared with 700 deliveries of its rival"
        at = draft.noun_last
    if at + 1 < sentence.last and sentence.lower[at] in CHANGE_NOUNS:
        at += 1
    return at < sentence.last and sentence.lower[at] in OTHERS
