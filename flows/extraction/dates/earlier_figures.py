"""Which figures of a sentence are the earlier values of comparisons: "to 9 percent from 8 percent"."""

from bisect import bisect_left
from typing import Final

from flows.extraction.dates.date_roles import Wording
from flows.extraction.figure import Dated, Draft
from flows.extraction.text.change_words import CHANGES, PARTICLES
from flows.extraction.text.period_words import BEFORE_OLD, COMPARED, FILLERS, FIRST_TOLD, HEDGES, REPORTED

# How far before "from" the word is that tells what changed.
CHANGE_REACH: Final = 14
# A change reaches from one value to another at these, without a word for it ("was 9, against 8").
SHORT: Final = 45
# What results come "after" is no earlier result.
ITEMS: Final = frozenset(
    ("extraordinary", "special", "one-time", "charge", "charges", "tax", "taxes", "writedown")
)
RANGING: Final = frozenset(("ranging", "range", "ranges", "ranged", "anywhere"))
COUNTED: Final = frozenset(("count", "rate"))
UP_AGAIN: Final = ([",", "up"], [",", "down"])
# "More than threefold from a year ago" compares nothing yet.
HEDGED: Final = (["more"], ["less"], ["fewer"])
SALES: Final = frozenset(("sales", "revenue", "revenues"))


def earlier_figures(wording: Wording, dates: list[Dated], drafts: list[Draft]) -> dict[int, bool]:
    """Return, by a figure's first token, whether it is the earlier value of a comparison."""
    old: dict[int, bool] = {}
    compared = [date for date in dates if date.basis in ("comparison", "same")]
    for index, draft in enumerate(drafts):
        twin = drafts[index - 1] if index and _is_twin(drafts[index - 1], draft, wording) else None
        old[draft.first] = (
            _is_old(draft, wording, drafts)
            or (twin is not None and old[twin.first])
            or (bool(compared) and _is_then(draft, compared, wording, dates))
        )
    return old


def _is_twin(one: Draft, other: Draft, wording: Wording) -> bool:
    """Whether a figure says the one before it in other terms: "$80 million, or 12 cents"."""
    between = wording.lower[one.last : other.first]
    # "... a year ago, on sales of $337 million", but not "of $337 million, up 9 percent from a year ago"
    is_again = wording.lower[other.last : other.last + 2] in UP_AGAIN
    is_on = between[-1:] == ["of"] and "on" in between[-4:] and not SALES.isdisjoint(between[-3:])
    return (len(between) < 6 and "or" in between) or (is_on and not is_again)


def _is_old(draft: Draft, wording: Wording, drafts: list[Draft]) -> bool:
    lower = wording.lower
    for index in range(draft.first - 1, max(wording.first, draft.first - 7) - 1, -1):
        word = lower[index]
        if index in wording.numbers:
            return False
        if word == "from" and lower[index - 1] in RANGING:
            return False
        if word in BEFORE_OLD:
            return word in ("vs", "versus") or _is_change(draft, index, wording, drafts)
        if (
            word == "after"
            and draft.kind != "count"
            and all(wording.lower[i] in HEDGES for i in range(index + 1, draft.first))
        ):
            return ITEMS.isdisjoint(lower[draft.last : draft.last + 3])
        if word in ("with", "to") and index > wording.first and lower[index - 1] in COMPARED:
            return True
        if word in ("as", "at") and lower[index - 1] in REPORTED and lower[index - 2] in FIRST_TOLD:
            # "A 9 percent drop in May, initially reported as an 8 percent drop"
            return drafts[0].first < draft.first
        if word not in FILLERS:
            return False
    return False


def _is_then(draft: Draft, compared: list[Dated], wording: Wording, dates: list[Dated]) -> bool:
    """Whether a comparison's date makes a value the earlier one: "the previous quarter's 8 million"."""
    at = bisect_left(compared, draft.first, key=lambda date: date.first)
    before = compared[at - 1] if at else None
    if before is not None and before.basis == "comparison" and is_possessor(before, draft, wording.lower):
        return True
    at = bisect_left(dates, draft.last, key=lambda date: date.first)
    after = dates[at] if at < len(dates) else None
    if after is None or after.basis not in ("comparison", "same"):
        return False
    if after.basis == "comparison" and after.first == (draft.noun_last or draft.last):
        # "With 48 million in December and 106 million a year earlier"
        return draft.kind != "growth"
    # "Wider than the 16 percent a year earlier"
    words = wording.lower[max(wording.first, draft.first - 4) : draft.first]
    is_hedged = words[-1:] == ["than"] and words[-2:-1] in HEDGED
    return "than" in words and not is_hedged and after.first - draft.last < 8


def _is_change(draft: Draft, index: int, wording: Wording, drafts: list[Draft]) -> bool:
    """Whether "from" or "against" at `index` is part of a change or comparison of values.

    "From 8 percent" is after a rise, or after another value of the same kind; collecting money from 300
    clients compares nothing.
    """
    lower = wording.lower
    for step in range(index - 1, max(wording.first, index - CHANGE_REACH) - 1, -1):
        word = lower[step]
        if word in CHANGES or word in PARTICLES:
            return True
        if word == ";":
            break
    at = bisect_left(drafts, draft.first, key=lambda other: other.first)
    return any(
        index - other.last < SHORT
        and (
            other.kind == "growth"
            or (other.kind == draft.kind and _is_alike(other.unit, draft.unit))
            # "To a pace of 9 million units, from 8 million"
            or {other.kind, draft.kind} == COUNTED
        )
        for other in drafts[max(0, at - 3) : at]
    )


def is_possessor(date: Dated, draft: Draft, lower: list[str]) -> bool:
    """Whether a date stands right before a figure: "2012's 640"."""
    if (date.start_on is None and date.basis != "comparison") or not 0 <= draft.first - date.last <= 4:
        return False
    if draft.first == date.last:
        return True
    between = lower[date.last : draft.first]
    if date.basis == "comparison":
        # "A year-earlier loss of 9", "the year-ago profit was 9"
        return all(word in FILLERS or word in ("'s", "’s", "was", "were") for word in between)
    return between[0] == "'s" and all(word in FILLERS for word in between[1:])


def _is_alike(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
