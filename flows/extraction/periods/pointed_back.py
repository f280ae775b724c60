"""What a sentence says of the figures right before it: "That was 9 percent less", "Analysts had expected 8".

It names no date of its own, since what it points to has one.
"""

from typing import Final

from flows.extraction.dates.date_words import bag
from flows.extraction.dates.figure_families import is_expectation, is_of_change
from flows.extraction.dates.sentence_dates import Sentence
from flows.extraction.figure import Draft
from flows.extraction.periods.period_case import Case
from flows.extraction.periods.period_context import Context, Period
from flows.extraction.text.change_words import CHANGE_NOUNS

POINTERS: Final = frozenset(("that", "this"))
# Tokens with which a sentence may open before it points.
OPENERS: Final = frozenset(("but", "and", "still", "however", "so", ",", '"', "“"))
# What is said of a figure; "that follows" is of what was before.
JUDGING: Final = bag(
    """is was are were would compares compared represents represented marks marked topped tops beat beats
    missed misses exceeds exceeded equals equalled accounts accounted amounts amounted"""
)
FIGURES: Final = bag(
    "total figure figures number tally result increase rise gain drop fall decline decrease growth amount sum"
)
# "It compares with": other than of figures nobody says so.
COMPARING: Final = frozenset(("compares", "compared"))
# Behind these another statement begins.
JOINING: Final = bag("because when which who that while as after driven due led and but , ;")
# Tokens from the opening to the figure that is told of what it points to.
REACH: Final = 14
# Who expected what has come out, within so many tokens of the opening.
EXPECTING: Final = bag("analysts analyst economists forecasters forecasts estimates street consensus")
EXPECTING_REACH: Final = 4
EXPECTED: Final = bag(
    """expect expected expecting forecast forecasts forecasting estimate estimates looking project ranged
    consensus"""
)
# Words that make the sentence before an outlook; and those that open a clause about another time.
OUTLOOKS: Final = bag(
    "expects expected sees forecast forecasts projected projects outlook will see expect view"
)
WHEN_REACH: Final = 6


def points_back(sentence: Sentence) -> bool:
    """Whether a sentence is about a figure of the one before: "That was", "The total represents"."""
    at = sentence.first
    while at < sentence.last and sentence.lower[at] in OPENERS:
        at += 1
    words = sentence.lower[at : min(at + 4, sentence.last)]
    if len(words) < 4:
        return False
    if words[0] == "it":
        return words[1] in COMPARING
    if words[0] in POINTERS:
        return words[1] in JUDGING or (words[1] in FIGURES and words[2] in JUDGING)
    named = 2 if words[1] == "latest" else 1
    return words[0] == "the" and words[named] in FIGURES and words[named + 1] in JUDGING


def _is_predicate(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure is what the opening says of the one that it points to."""
    between = sentence.lower[sentence.first + 1 : draft.first]
    is_only = sentence.numbers.isdisjoint(range(sentence.first, draft.first))
    return is_only and len(between) <= REACH and JOINING.isdisjoint(between)


def pointable(sentence: Sentence) -> list[tuple[Draft, bool]]:
    """Return the figures that the next sentence may be about, and whether each is a change."""
    return [
        (draft, _is_step(draft, sentence))
        for draft in sentence.drafts
        if not sentence.old[draft.first]
        and "when" not in sentence.lower[max(sentence.first, draft.first - WHEN_REACH) : draft.first]
    ]


def is_outlook(sentence: Sentence) -> bool:
    """Whether a sentence tells what is to come."""
    return not OUTLOOKS.isdisjoint(sentence.lower[sentence.first : sentence.last])


def _is_step(draft: Draft, sentence: Sentence) -> bool:
    """Whether a figure is a change: "rose 5 percent", "an increase of 900 barrels"."""
    before = sentence.lower[max(sentence.first, draft.first - 2) : draft.first]
    return is_of_change(draft, sentence) or (before[1:] == ["of"] and before[0] in CHANGE_NOUNS)


def pointed_at(draft: Draft, sentence: Sentence, context: Context) -> Period | None:
    """Return the period of the figure of the sentence before that is meant.

    It is the last one of the same sort: a change or none, of the same unit; else the last.
    """
    is_step = _is_step(draft, sentence)
    told = [
        (other, step)
        for other, step in context.before
        if other.period_start and other.period_start != other.period_end and not other.is_cumulative
    ]
    if not told:
        return None
    other, _ = max(
        reversed(told),
        key=lambda told: ((told[0].unit, told[0].kind) == (draft.unit, draft.kind), told[1] == is_step),
    )
    return Period(other.period_start, other.period_end, other.period_basis or "")


def of_pointed(case: Case) -> Period | None:
    """Return the period of the figure before that a figure without a date is measured by or told of."""
    draft, sentence, context = case.draft, case.sentence, case.context
    if case.kin == "market" or sentence.old[draft.first]:
        return None
    if context.is_pointing:
        return pointed_at(draft, sentence, context) if _is_predicate(draft, sentence) else None
    opening = sentence.lower[sentence.first : sentence.first + EXPECTING_REACH]
    told = sentence.lower[sentence.first : draft.first]
    if EXPECTING.isdisjoint(opening) or EXPECTED.isdisjoint(told):
        return None
    if not is_expectation(draft, sentence, case.begin, case.end) or not any(
        (other.unit, other.kind) == (draft.unit, draft.kind) for other, _ in context.before
    ):
        return None
    return pointed_at(draft, sentence, context)
