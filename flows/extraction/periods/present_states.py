"""What holds now: "now has 9 shops", "the current 4.5 percent" stand on the day of the publication."""

from typing import Final

from flows.extraction.periods.period_case import Case
from flows.extraction.periods.period_context import Period
from flows.extraction.periods.running_totals import Total
from flows.extraction.text.period_words import BREAKS, FUTURE_VERBS, REPORTING

NOW: Final = frozenset(("now", "currently", "presently", "today", "nowadays"))
CURRENT: Final = frozenset(("current", "present"))
# "The current account" is no account of today; "the current year" is a date.
NAMES: Final = frozenset("account accounts assets liabilities year month quarter season week".split())
OWNING: Final = frozenset(("the", "its", "their", "his", "her", "a", "'s", "’s"))
STATES: Final = frozenset(("count", "share", "percent", "rate", "money", "measure", "score"))
COUNTED: Final = frozenset(("count", "share", "percent"))
# Tokens before a figure in which it is told to hold now, and behind it.
REACH: Final = 10
AFTER: Final = 3
# Tokens between "the current" and its figure.
NAMED: Final = 4
# How many things are counted rather than named: "now has two models".
SEVERAL: Final = 10
# Right before "now" these say from when on: "from now", "until now".
UNTIL: Final = frozenset(("from", "until", "till", "by", "before", "between", "right", "for"))


def standing_now(case: Case) -> Period | None:
    """Return the day of the publication for what is told to stand now; a change has its own time."""
    draft, sentence, day = case.draft, case.sentence, case.context.today
    if case.context.calendar.day is None or draft.kind not in STATES or case.is_change or day is None:
        return None
    lower = sentence.lower
    if draft.kind == "count" and (draft.value or 0) < SEVERAL:
        return None
    begin = max(case.begin, draft.first - REACH)
    is_current = any(
        lower[index] in CURRENT and lower[index - 1] in OWNING and lower[index + 1] not in NAMES
        for index in range(max(case.begin + 1, draft.first - NAMED), draft.first)
    )
    if not is_current and (case.tense == "future" or not _is_now(case, begin)):
        return None
    return Period(day, day, "published")


def until_now(case: Case) -> Total | None:
    """Return the end of what stands "today" in a text whose day is not known: that of its running totals."""
    as_of, draft = case.context.as_of, case.draft
    if case.context.calendar.day is not None or as_of is None or case.tense != "present":
        return None
    is_now = case.sentence.of_role("now", case.begin, case.end) is not None
    return (as_of, "now", None) if is_now and draft.kind in COUNTED else None


def _is_now(case: Case, begin: int) -> bool:
    """Whether "now" stands in the clause of a figure, before any other figure."""
    draft, sentence = case.draft, case.sentence
    lower = sentence.lower
    for indices in (
        range(draft.first - 1, begin - 1, -1),
        range(draft.last, min(case.end, draft.last + AFTER)),
    ):
        for index in indices:
            if index in sentence.numbers or lower[index] in BREAKS or lower[index] in FUTURE_VERBS:
                break
            # As it stands: "Today" is a newspaper.
            if lower[index] in NOW and (index == sentence.first or sentence.document.words[index].islower()):
                beside = lower[max(sentence.first, index - 1) : index + 2]
                return (UNTIL | FUTURE_VERBS).isdisjoint(beside[:1]) and REPORTING.isdisjoint(beside)
    return False
