"""Outlooks of other sentences: what forecasters expected, and what was said or reached earlier."""

from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft, Relation, first_of
from flows.extraction.implied.series import PRICES, Pairs, alike, evidence, kindred, order, same_thing
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import opposed
from flows.extraction.relations.sayings import Sayings
from flows.extraction.relations.shapes import Shape

_BACK: Final = 8  # members of a series that are looked at before one
_NEAR: Final = 3  # sentences between two figures that one passage compares
_DIVIDEND: Final = "dividend"
_OPENING: Final = 5  # words from the start of a sentence to "earlier"
_EARLIER: Final = frozenset("earlier previously originally initially".split())
_SAYING: Final = frozenset(
    """forecast expected predicted projected estimated said reported guided touched dropped fell rose hit
    reached climbed traded planned targeted had put""".split()
)


def find_foreseen(reading: Reading, beside: set[int], pairs: Pairs, sayings: Sayings) -> list[Relation]:
    """Return the orders of what forecasters expected with what came, a sentence or a few before or after."""
    found: list[Relation] = []
    if not sayings.forecasters:
        return found
    drafts = reading.drafts
    met: set[int] = set()  # what came meets one expectation
    for index, other in enumerate(drafts):
        if not sayings.is_foreseen(other) or id(other) in beside or pairs.is_tied(other):
            continue
        near = drafts[max(0, index - _BACK) : index][::-1] + drafts[index + 1 : index + 3]
        for one in near:
            if (
                one.sentence != other.sentence
                and abs(one.sentence - other.sentence) <= _NEAR
                and id(one) not in beside
                and one.status == "reported"
                and not sayings.is_foreseen(one)
                and id(one) not in met
                and _may_be_of_one_time(one, other)
                and _same_question(one, other)
                and alike(one, other)
                and not opposed(reading.document.lower, one, other)
            ):
                met.add(id(one))
                relation = order("outlook", one, other, evidence(reading, one, other))
                if relation is not None and pairs.tie(one, other):
                    found.append(relation)
                break
    return found


def find_said_earlier(
    reading: Reading, shapes: list[Shape], beside: set[int], pairs: Pairs
) -> list[Relation]:
    """Return the orders of what was said or reached before with what stands in the sentence before that.

    "It previously forecast growth of 9 percent", "Earlier in the session it touched $1,489".
    """
    lower = reading.document.lower
    drafts = reading.drafts
    found: list[Relation] = []
    for shape in shapes:
        opening = lower[shape.tokens[0] : shape.tokens[0] + _OPENING]
        if _EARLIER.isdisjoint(opening):
            continue
        word = next(word for word in opening if word in _EARLIER)
        # "Said earlier this year" tells when it was said.
        if "this" in opening[opening.index(word) + 1 :][:1]:
            continue
        if _SAYING.isdisjoint(lower[shape.tokens[0] : shape.tokens[shape.figures[0]]]):
            continue
        index = bisect_left(drafts, shape.tokens[0], key=first_of)
        for position in shape.figures:
            other = shape.draft(position)
            if pairs.is_tied(other) or id(other) in beside or other.kind in ("rank", "duration"):
                continue
            for one in reversed(drafts[max(0, index - _BACK) : index]):
                if other.sentence - one.sentence > 1:
                    break
                if (
                    id(one) in beside
                    or one.unit != other.unit
                    or not alike(one, other)
                    or not kindred(one.metric_code, other.metric_code)
                    or not same_thing(one, other)
                    or opposed(lower, one, other)
                ):
                    continue
                relation = order("earlier", one, other, evidence(reading, one, other))
                if relation is not None and pairs.tie(one, other):
                    found.append(relation)
                break
    return found


def _may_be_of_one_time(one: Draft, other: Draft) -> bool:
    """Whether two periods may be one; "had expected a rise in March" is dated as if it were to come."""
    if one.period_end is None or other.period_end is None or one.period_end == other.period_end:
        return True
    months = {(draft.period_start or "")[5:7] for draft in (one, other)}
    months |= {draft.period_end[5:7] for draft in (one, other) if draft.period_end}
    return len(months) == 1


def _same_question(one: Draft, other: Draft) -> bool:
    """Whether two figures are of one metric, as far as the words of it say, or both of earnings a share."""
    if one.unit != other.unit or one.kind != other.kind:
        return False
    codes = {one.metric_code, other.metric_code}
    if (one.unit or "").endswith("per share") and codes.isdisjoint(PRICES) and _DIVIDEND not in codes:
        return True
    return kindred(one.metric_code, other.metric_code) and same_thing(one, other)
