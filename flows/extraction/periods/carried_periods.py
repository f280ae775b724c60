"""What a figure without a date takes from beside it, or from the period that the text goes on about."""

from bisect import bisect_left
from typing import Final

from flows.extraction.dates.calendars import length_in_months, shifted
from flows.extraction.dates.figure_families import BEATEN, MOVES, is_expectation, is_of_change
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Because, Dated, Draft
from flows.extraction.periods.period_case import Case
from flows.extraction.periods.period_context import Period
from flows.extraction.periods.running_totals import FEW, narrows
from flows.extraction.text.clause_breaks import is_verb
from flows.extraction.text.period_words import FORESEEN, SUBORDINATE_TIMES

# Sentences over which a period goes on for figures whose own words do not say what they are of.
PATIENCE: Final = 2
AHEAD_PATIENCE: Final = 3
FLOWING: Final = frozenset(("growth", "money", "percent", "count", "rate", "measure"))
# What an outlook goes on about where no word tells what is summed: not how large or how many things are.
AHEAD: Final = frozenset(("growth", "money", "percent", "rate"))
PROPORTIONAL: Final = frozenset(("growth", "percent", "money"))
TOTALS: Final = frozenset(("count", "money", "share", "percent"))
# What a title about a month or a year can be about.
STATISTICS: Final = frozenset(("growth", "percent", "share", "rate", "count", "measure", "duration"))
MOVING: Final = MOVES | {"steady", "stable", "remained", "held"}
NOW: Final = frozenset(("now", "currently", "today"))
NOW_REACH: Final = 8
MOVED_REACH: Final = 6
ASKING: Final = frozenset(("surveys", "survey", "polled", "surveyed", "asked", "interviewed"))
# Parts of dates that say when; any date before a figure may be what it is about.
DATING: Final = frozenset(("main", "since", "by", "back"))
# In the present tense these are of now, not of the period that a text goes on about.
STANDING: Final = frozenset(("count", "share", "measure", "percent"))
# Tokens between two figures that one "and" joins.
JOINED: Final = 14
ANNUAL: Final = frozenset(("annual", "yearly", "full-year"))
NO_ANNUAL: Final = frozenset(
    "rate basis pace meeting report conference average rates general capacity salary".split()
)
# What a text expects, and the tokens before a figure in which it stands.
PLANS: Final = frozenset("outlook guidance forecast forecasts target targets".split())
NAMED: Final = 5
ANNUAL_REACH: Final = 12
YEAR: Final = 12


# Between an amount and what repeats it in another currency or by the share.
REPEATING: Final = frozenset(("(", "or"))
PARTS: Final = frozenset(("growth", "percent"))
# Tokens between a change and "or": "56 cents a barrel, or 3 percent".
PER: Final = 3


def repeated(draft: Draft, sentence: Sentence) -> Period | None:
    """Return the period of the amount or change that a figure says again.

    In another currency or by the share ("€5bn ($6bn)", "$5bn or $2 per share"), or as a part ("up 5 cents,
    or 3 percent").
    """
    lower = sentence.lower
    joined = draft.first - 1
    if lower[joined] not in REPEATING or (draft.kind != "money" and lower[joined] != "or"):
        return None
    if lower[joined] == "or" and sentence.directly_behind(draft) is not None:
        # "$5bn or $2 per share in May": both have the date behind.
        return None
    at = bisect_left(sentence.drafts, draft.first, key=lambda other: other.first)
    other = sentence.drafts[at - 1] if at else None
    if other is None or other.period_end is None:
        return None
    is_amount = draft.kind == other.kind == "money" and other.last == joined
    is_near = 0 <= joined - other.last <= PER and not other.is_cumulative
    is_change = draft.kind in PARTS and is_near and is_of_change(other, sentence)
    if not (is_amount or is_change):
        return None
    draft.is_cumulative = other.is_cumulative
    return Period(other.period_start, other.period_end, other.period_basis or "")


def beside(draft: Draft, sentence: Sentence) -> Period | None:
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


def carry(case: Case) -> str:
    """Fill the period that the text goes on about, else that of its title; return the rule."""
    rule = _carry(case)
    title = case.context.titled
    if case.draft.why.get("period") is not None or title is None or not _is_of_title(case):
        return rule
    case.give(title, "titled", 0.5)
    return "goes_on"


def _is_of_title(case: Case) -> bool:
    """Whether a figure that no date governs is one of the statistics that the title speaks of.

    They are told in the past tense, in sentences without another date; a market's quotes are not of them.
    """
    draft, sentence = case.draft, case.sentence
    if case.kin == "market" or case.tense not in ("past", "") or draft.kind not in STATISTICS:
        return False
    if narrows(draft, sentence) or sentence.old[draft.first] or _is_note(case):
        return False
    near = sentence.lower[max(case.begin, draft.first - MOVED_REACH) : draft.first]
    if not (case.is_change or MOVING.intersection(near + sentence.lower[draft.last : draft.last + 2])):
        # What results do not say to have moved may stand at any time: "the 40 percent that it owns".
        return False
    if not NOW.isdisjoint(sentence.lower[draft.last : min(sentence.last, draft.last + NOW_REACH)]):
        return False
    if draft.kind == "count" and ((draft.value or 0) < FEW or not ASKING.isdisjoint(_words(sentence))):
        # How many were asked, or how many ports were closed, is none of them.
        return False
    # A date that belongs to an earlier value dates nothing else.
    return all(
        date.first in sentence.owner
        or (
            date.first > draft.first
            and (sentence.role(date) not in DATING or _is_before(date, draft, sentence))
        )
        for date in sentence.dates
    )


def _is_before(date: Dated, draft: Draft, sentence: Sentence) -> bool:
    """Whether a date behind a figure is of what came before: "fell 2 percent after being flat in May"."""
    return not SUBORDINATE_TIMES.isdisjoint(sentence.lower[draft.last : date.first])


def _words(sentence: Sentence) -> list[str]:
    return sentence.lower[sentence.first : sentence.last]


def _is_note(case: Case) -> bool:
    """Whether a figure is a rate of exchange in a note: "($1 = 90 yen)"."""
    return "=" in case.sentence.lower[max(case.begin, case.draft.first - 1) : case.draft.last + 1]


def _year_after(case: Case) -> Period | None:
    """Return the year of what is compared with the year before, beside a quarter: "to 9 from 8 in 2014"."""
    draft, sentence, now = case.draft, case.sentence, case.context.period
    at = bisect_left(sentence.drafts, draft.last, key=lambda other: other.first)
    other = sentence.drafts[at] if at < len(sentence.drafts) else None
    if (
        now is None
        or now.end is None
        or now.length() == YEAR
        or other is None
        or not sentence.old[other.first]
    ):
        return None
    base = sentence.following(other)
    if base is None or base.basis != "explicit" or length_in_months((base.start_on, base.end_on)) != YEAR:
        return None
    year = Period(shifted(base.start_on, YEAR), shifted(base.end_on, YEAR), "comparison", base)
    return year if year.end == now.end else None


def _carry(case: Case) -> str:
    """Fill the period that the text goes on about where it covers the figure; return the rule."""
    draft, sentence, context, number = case.draft, case.sentence, case.context, case.number
    kin, tense = case.kin, case.tense
    if _is_note(case) or kin in (
        "market",
        "single",
        "level",
    ):
        return "none"
    told = case.told(ANNUAL_REACH)
    is_foretold = is_expectation(draft, sentence, case.begin, case.end)
    if kin == "flow" and not ANNUAL.isdisjoint(told) and NO_ANNUAL.isdisjoint(told):
        year = context.year(None, tense == "future" and not is_foretold)
        if context.period is not None and context.period.length() == 12 and tense != "future":
            year = context.period
        if year is not None:
            case.give(year, "annual", 0.5)
            return "goes_on"
    if kin == "flow" and context.period is None and "quarterly" in told and tense == "past":
        quarter = context.timely_quarter()
        if quarter is not None:
            case.give(quarter, "goes_on", 0.5)
            return "goes_on"
    is_next = context.last_at < context.ahead_at >= number - 1 and not context.is_study
    if (
        is_foretold
        and is_next
        and BEATEN.isdisjoint(told)
        and context.ahead is not None
        and kin in ("flow", "")
    ):
        # What analysts had expected of the outlook that has just been told.
        case.give(context.ahead, "looks_ahead", 0.5)
        return "none"
    is_outlook = not PLANS.isdisjoint(told[-NAMED:])
    # A poll on a month that is over tells what its data are expected to be.
    is_polled = context.is_study and kin == "flow" and context.ahead is None and context.period is not None
    if (tense == "future" or is_outlook) and not (is_foretold or is_polled):
        # "Kept its outlook at $9" is of what is to come, too.
        ahead = context.ahead if number - context.ahead_at <= AHEAD_PATIENCE else None
        is_named = ahead is None and kin == "flow" and not FORESEEN.isdisjoint(told)
        if is_named and context.period is not None and context.is_ahead(context.period):
            # What the title is about is still to come: "Gull cuts 2016 outlook".
            ahead = context.period
        if ahead is not None and draft.kind in (FLOWING if kin == "flow" else AHEAD):
            case.give(ahead, "looks_ahead", 0.5)
        return "none"
    if draft.kind not in FLOWING | {"share"} or narrows(draft, sentence):
        return "none"
    if (
        context.used < context.running_at >= number - 1
        and context.as_of is not None
        and tense != "present"
        and sentence.of_role("base", case.begin, case.end) is None
        and draft.kind in TOTALS
        and not (draft.kind == "count" and (draft.value or 0) < FEW)
    ):
        draft.is_cumulative, draft.period_end, draft.period_basis = True, context.as_of, "goes_on"
        draft.confidence["period"] = 0.6
        draft.why["period"] = Because("running_goes_on", draft.start, draft.end)
        return "running"
    if tense == "present" and draft.kind in STANDING and not case.is_change:
        return "none"
    is_near = number - context.used <= PATIENCE
    is_kin = kin == "flow" or (is_near and draft.kind in PROPORTIONAL)
    if draft.kind in ("count", "measure", "share") and kin != "flow":
        is_kin = is_near and draft.unit is not None and draft.unit in context.units and draft.kind != "share"
    if not is_kin:
        return "none"
    year = _year_after(case)
    if year is not None:
        case.give(year, "after_base", 0.7)
    elif context.aside is not None and number - context.aside_at <= 1:
        case.give(context.aside, "goes_on", 0.5)
    elif context.period is not None:
        context.used = number
        case.give(context.period, "goes_on", 0.7 if kin == "flow" else 0.5)
    elif kin == "flow" and draft.kind in PROPORTIONAL:
        context.waiting.append((number, draft))
    return "goes_on"
