"""Stakes of several owners that leave nothing over: "sold 57.5% of the unit. It will retain 42.5%".

That they come to exactly 100 is the evidence; at least one of them is said to be a stake.
"""

from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.relations.sums import spread

_NEAR: Final = 3  # sentences between two stakes
_MOST: Final = 4  # owners
_PAIR: Final = 2
_WORDS: Final = 6  # between a share and the word that says whose it is
_OWNING: Final = frozenset(
    "own owns owned hold holds held sell sale sold buy bought acquire acquired stake interest".split()
)
_HUNDRED: Final = 100


def find_whole_stakes(reading: Reading, known: list[Relation]) -> list[Relation]:
    """Return stakes that stand one after the other and come to 100 percent."""
    if not any(draft.metric_code == "stake" for draft in reading.drafts):
        return []
    summed = figures_of(one for one in known if one.kind == "sum")
    lower = reading.document.lower
    stakes: list[Draft] = []
    for draft in reading.drafts:
        if draft.kind != "share" or draft.unit != "percent" or not draft.value or id(draft) in summed:
            continue
        words = lower[max(0, draft.first - _WORDS) : draft.last + _WORDS]
        is_stake = draft.metric_code == "stake" or not _OWNING.isdisjoint(words)
        if is_stake and all(draft.value != stake.value for stake in stakes[-_MOST:]):
            stakes.append(draft)
    found: list[Relation] = []
    first = 0
    while first < len(stakes) - 1:
        for count in range(_PAIR, _MOST + 1):
            parts = stakes[first : first + count]
            if _make_a_whole(parts, count):
                found.append(spread(IMPLIED + "whole", None, parts, True))
                first += count - 1
                break
        first += 1
    return found


def _make_a_whole(parts: list[Draft], count: int) -> bool:
    return (
        len(parts) == count
        and any(part.metric_code == "stake" for part in parts)
        and all(b.sentence - a.sentence <= _NEAR for a, b in pairwise(parts))
        and sum(part.value for part in parts if part.value is not None) == _HUNDRED
    )
