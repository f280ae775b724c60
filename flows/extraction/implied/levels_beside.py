"""Amounts a share beside two levels: "rose to $9 million, or 60 cents a share, from $7 million, or 47 cents".

The words set the levels against one another; what each comes to a share goes the same way, whatever is
printed.
"""

from bisect import bisect_left
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation, by_role, first_of
from flows.extraction.implied.series import said_order, same_thing, size
from flows.extraction.reading import Reading

_RULE: Final = "beside_its_level"
_APART: Final = Decimal("1.1")  # shares are bought back and issued: less of a change may turn
_BETWEEN: Final = frozenset((",", "or", "-", "--", "about", "a", "record", "nearly", "almost"))


def find_levels_beside(reading: Reading, known: list[Relation]) -> list[Relation]:
    """Return the orders of amounts a share beside two levels that words set against one another."""
    vocabulary = reading.document.vocabulary()
    # Where the shares outstanding are told, they may have become more or fewer.
    if "or" not in vocabulary or "share" not in vocabulary or "outstanding" in vocabulary:
        return []
    found: list[Relation] = []
    for relation in known:
        if relation.kind not in ("order", "growth"):
            continue
        roles = by_role(relation)
        one, other = roles.get("greater", roles.get("new")), roles.get("lesser", roles.get("old"))
        if one is None or other is None or one.kind != "money" or one.sentence != other.sentence:
            continue
        if not same_thing(one, other):
            continue  # "Corrib earned 4 million, or 30 cents a share, while Liffey earned 3, or 50 cents"
        beside, former = _beside(reading, one), _beside(reading, other)
        if beside is None or former is None:
            continue
        first, second = size(one), size(other)
        if first is None or second is None or second <= 0 or first <= 0:
            continue
        if max(first, second) < _APART * min(first, second):
            continue
        greater, lesser = (beside, former) if first > second else (former, beside)
        span = min(one.start, other.start), max(beside.end, former.end)
        found.append(said_order(_RULE, greater, lesser, span))
    return found


def _beside(reading: Reading, level: Draft) -> Draft | None:
    """Return the amount a share that says the same as a level: "or 60 cents a share" right behind it."""
    drafts = reading.drafts
    place = bisect_left(drafts, level.last, key=first_of)
    if place == len(drafts) or drafts[place].sentence != level.sentence:
        return None
    amount = drafts[place]
    between = reading.document.lower[level.last : amount.first]
    if "or" not in between or not _BETWEEN.issuperset(between):
        return None
    is_per_share = (amount.unit or "").endswith(" per share")
    return amount if amount.kind == "money" and is_per_share and amount.value else None
