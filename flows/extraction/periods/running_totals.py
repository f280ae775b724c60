"""Running totals: what has been counted up to a day, against what was counted over a period."""

from typing import Final

from flows.extraction.dates.calendars import shifted
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Dated, Draft
from flows.extraction.text.document import Document
from flows.extraction.text.period_words import (
    COUNTED_UP,
    HEDGES,
    MILESTONE_VERBS,
    MILESTONES,
    PERFECT,
    STREAK,
    SUBORDINATE_TIMES,
)

PROPORTIONS: Final = frozenset(("rate", "share", "percent", "growth"))
COUNTABLE: Final = frozenset(("count", "money", "ordinal_milestone", "share", "percent", "measure"))
SUMMED: Final = frozenset(("count", "money", "measure"))
FEW: Final = 1000
# Right behind a figure these join the next one to it.
JOINING: Final = frozenset(("and", ",", "or", "to", "("))
# Tokens between a figure and a date that is plainly its own: "Since May it has sold the 9 it bought in 2011".
NEXT: Final = 12
# What is paid or received again and again adds up: "has raised $9", "have set aside $9".
SUMMING: Final = frozenset(
    """raised borrowed lent drawn returned repaid given donated spent invested collected received used paid
    aside""".split()
)
HAVING: Final = PERFECT - {"had", "having"}
HAVING_REACH: Final = 14
AMOUNT_HEDGES: Final = HEDGES | {"over", "more", "less", "than", "only", "up", "to", "another", "as", "much"}
ROUNDS: Final = frozenset(("new", "fresh", "financing", "funding", "round", "a", "each", "every"))
Total = tuple[str | None, str, Dated | None]


def as_of_day(document: Document, dates: list[Dated], today: str | None) -> str | None:
    """Return the day up to which the article's running totals count.

    It is the end of the month in which the article says that a mark was reached, else its publication.
    """
    lower = document.lower
    for date in dates:
        if date.end_on is None or date.start_on is None or date.basis not in ("explicit", "published"):
            continue
        if today is not None and not (shifted(today, -4) or "") <= date.end_on <= today[:8] + "31":
            continue
        if date.start_on == date.end_on or date.start_on[:7] != date.end_on[:7]:
            continue
        first, _ = document.sentences[document.sentence_at(date.first)]
        words = lower[first : date.first]
        if not (MILESTONES.isdisjoint(words) or MILESTONE_VERBS.isdisjoint(words)):
            return min(date.end_on, today) if today is not None else date.end_on
    return today


def running_total(
    draft: Draft, sentence: Sentence, tense: str, clause: tuple[int, int], governing: Dated | None,
    is_running: bool, as_of: str | None,
) -> Total | None:  # fmt: skip
    """Return the end of a running total, the rule and the date it rests on; None where the figure is none.

    Args:
        draft: the figure.
        sentence: its sentence.
        tense: of its clause.
        clause: the clause's token range.
        governing: the date of the sentence that governs it, if one does.
        is_running: whether the text before was about running totals.
        as_of: the day up to which the article's running totals count.
    """
    if draft.kind not in COUNTABLE:
        return None
    lower = sentence.lower
    begin, end = clause
    in_past_event = _is_in_past_event(lower, begin, draft.first)
    base = sentence.of_role("base", begin, end)
    if base is not None and base.basis == "comparison" and not sentence.old[draft.first] and tense == "past":
        # "Passed 9,000 a year ago", "its 200th came months earlier"
        return None
    if draft.kind == "ordinal_milestone":
        if draft.last < sentence.last and lower[draft.last] in STREAK:
            return None
        if governing is not None and governing.end_on is not None:
            return governing.end_on, "reached", governing
        return (None if in_past_event else as_of), "reached", sentence.of_role("since")
    deadline = deadline_of(draft, sentence, clause)
    if deadline is not None:
        # A rate or share stands at a date: nothing is summed up to it.
        return (deadline.end_on, "by", deadline) if draft.kind not in PROPORTIONS else None
    since = sentence.of_role("since", begin, end)
    is_own = governing is not None and draft.last <= governing.first < draft.last + NEXT
    if (
        since is not None
        and not (is_own and since.first < draft.first)
        and draft.kind not in ("share", "percent")
    ):
        until = governing.end_on if governing is not None and governing.last <= since.first else None
        return until or as_of, "since", since
    to_date = sentence.of_role("to_date", begin, end)
    if to_date is not None and governing is not None and is_own and governing.last <= to_date.first:
        # "Took 4 percent in May 2010, less than in any month so far"
        return None
    if to_date is not None and to_date.start_on is None and not narrows(draft, sentence):
        return as_of, "to_date", to_date
    nearby = lower[draft.last : draft.last + 3]
    if governing is None and not MILESTONES.isdisjoint(nearby) and draft.kind in SUMMED and tense != "future":
        return (None if in_past_event and not is_running else as_of), "reached", None
    if governing is not None:
        in_brackets = governing.first > sentence.first and lower[governing.first - 1] == "("
        marked = not MILESTONE_VERBS.isdisjoint(lower[begin : draft.first])
        if in_brackets and draft.kind in SUMMED and (tense == "perfect" or marked):
            return governing.end_on, "reached", governing
        return None
    if in_past_event:
        return (None, "reached", None) if is_running and tense in ("past", "") else None
    if lower[draft.first - 1] in ("a", "an", "another") and draft.first > begin:
        return None
    if tense == "perfect" and draft.kind in ("count", "measure", "share") and not narrows(draft, sentence):
        return as_of, "perfect", None
    if draft.kind == "money" and is_added_up(draft, sentence, begin):
        return as_of, "perfect", None
    if draft.kind == "count" and tense == "present" and not COUNTED_UP.isdisjoint(nearby[:2]):
        return as_of, "counted", None
    return None


def deadline_of(draft: Draft, sentence: Sentence, clause: tuple[int, int]) -> Dated | None:
    """Return the "by" that a figure stands with: the one behind it, else the clause's."""
    if "by" not in sentence.by_role:
        return None
    following = sentence.following(draft)
    deadline = following if sentence.role(following) == "by" else sentence.of_role("by", clause[0], clause[1])
    if deadline is None or deadline.end_on is None:
        return None
    if deadline is not following and _is_of_next(deadline, draft, sentence):
        return None
    joined = sentence.is_joined(min(draft.last, deadline.last), max(draft.first, deadline.first))
    return None if joined else deadline


def _is_of_next(deadline: Dated, draft: Draft, sentence: Sentence) -> bool:
    """Whether a deadline is that of a figure behind an amount: "a $9 plan to plant 400 trees by 2030"."""
    if draft.kind != "money":
        return False
    between = range(draft.last, deadline.first)
    words = sentence.lower[draft.last : deadline.first]
    return any(index in sentence.numbers for index in between) and not JOINING.issuperset(words[:1])


def _is_in_past_event(lower: list[str], begin: int, first: int) -> bool:
    """Whether "after" or "before" opens what a number stands in; a comma closes it."""
    for index in range(first - 1, begin - 1, -1):
        if lower[index] == ",":
            return False
        if lower[index] in SUBORDINATE_TIMES:
            return True
    return False


def narrows(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure only says where something was counted: "in nine ports", "one of two models"."""
    before = draft.first - 1
    if draft.kind != "count" or before < sentence.first or draft.value is None or draft.value >= FEW:
        return False
    return sentence.lower[before] in ("in", "across", "of")


def is_added_up(draft: Draft, sentence: Sentence, begin: int) -> bool:
    """Whether an amount is what has been paid or received so far: "has raised more than $9 million"."""
    lower, at = sentence.lower, draft.first - 1
    while at > begin and lower[at] in AMOUNT_HEDGES:
        at -= 1
    if lower[at] not in SUMMING or not ROUNDS.isdisjoint(lower[draft.last : draft.last + 3]):
        return False
    is_joined = lower[at - 1] == "and"
    for index in range(at - 1, max(begin, at - HAVING_REACH) - 1, -1):
        if lower[index] in HAVING:
            return True
        if lower[index] == "," or (index in sentence.numbers and not is_joined):
            return False
    return False
