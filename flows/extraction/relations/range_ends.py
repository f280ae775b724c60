"""The two ends of a range that runs downwards: "a range of $3.42 to $1.47", "between 40 and 12 percent".

A range is told from its lower end to its upper one: of 2,600 of 5,960 gathered articles two are not, both of
share prices. Where the numbers run down and no change is told, one of them is wrong.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.numbers.number_ranges import CHANGES
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import Changes
from flows.extraction.text.level_words import QUOTES

_JOINED: Final = frozenset(("to", "-", "–"))
_SKIPPED: Final = frozenset("only about around some nearly almost roughly just at least most an a up".split())
_CONTEXT: Final = frozenset("of range between at least".split())
# What runs from the one to the other, and what is set against the other.
_OTHERWISE: Final = CHANGES | frozenset(
    "from by ratio odds vote votes score lead won beat week weeks".split()
)
_BEFORE: Final = 5  # tokens before a range that are looked at
_HUNDRED: Final = 100
_SLIP: Final = 12  # times one end may be the other


def find_range_ends(reading: Reading, changes: Changes) -> list[Relation]:
    """Return the ends of ranges that run down: the second is said to be the greater."""
    lower = reading.document.lower
    found: list[Relation] = []
    for one, other in pairwise(reading.drafts):
        if (
            other.first - one.last == 1
            and one.sentence == other.sentence
            and one.value is not None
            and other.value is not None
            and one.value > other.value > 0
            and one.value <= _SLIP * other.value
            and _is_joined(lower, one)
            and _is_of_one_unit(one, other)
            and changes.changes.isdisjoint((id(one), id(other)))
            and changes.former.isdisjoint((id(one), id(other)))
            and not _are_all(one, other)
        ):
            members = Member("lesser", one), Member("greater", other)
            found.append(related("order", "range_ends", *members))
    return found


def _is_joined(lower: Sequence[str], one: Draft) -> bool:
    """Whether a range is told: "in a range of A to B", "at least A to B", "between A and B"."""
    before = lower[max(0, one.first - _BEFORE) : one.first]
    if lower[one.last] == "and":
        return before[-1:] == ["between"]
    if lower[one.last] not in _JOINED or not _OTHERWISE.isdisjoint(before):
        return False
    told = [word for word in before if word not in _SKIPPED or word == "least"]
    return bool(told) and told[-1] in _CONTEXT


def _are_all(one: Draft, other: Draft) -> bool:
    """Whether two percentages are the sides of a vote: "51.4 percent to 48.6"."""
    if one.unit != "percent" or one.value is None or other.value is None:
        return False
    return abs(one.value + other.value - _HUNDRED) <= 1


def _is_of_one_unit(one: Draft, other: Draft) -> bool:
    if one.metric_code in QUOTES or other.metric_code in QUOTES:
        return False
    if one.kind == other.kind == "money":
        return one.unit == other.unit or (other.unit or "").startswith(f"{one.unit} per ")
    return one.unit == other.unit == "percent"
