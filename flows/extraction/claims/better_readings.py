"""Relations that do not hold, though they would with another figure in one place: misread.

"Full crates number 448,000 and open ones 212,000. Empty crates made up the remaining 390,000", of 1,050,000
told before: 448,000 is no total but a part. An article has far more ways to be misread than to be wrong, so
what holds in another way is read that way, and the relation that does not is dropped. What one clause says
outright ("rose 12% to 5.4 million from 4.8 million") is held against the levels of its own sentence alone.
"""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.levels_alike import levels_alike
from flows.extraction.claims.misread_changes import is_misread_growth
from flows.extraction.claims.misread_shares import is_misread_share
from flows.extraction.claims.misread_sums import is_misread_sum
from flows.extraction.figure import Draft, Relation, by_role, drafts_of
from flows.extraction.reading import Reading
from flows.extraction.relations.sums import rounding_of

# "At a yearly rate of 1.3 million" tells a total, too.
_LEVELS: Final = frozenset(("count", "money", "measure", "rate"))
_COARSE: Final = Decimal("0.1")
_MANY: Final = 60  # levels in an article beyond which one of them fits by chance
# Whose words tie figures of one sentence, and that held wherever they were met (docs/relations.md).
_OUTRIGHT: Final = frozenset(
    """grew_to more_than_the_old including of_the of_the_first of_them moved far_up_from against_estimate
    more_than followed_by to_against announced from_the_close""".split()
)


def without_misread(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return the relations but those that another figure of the article would make hold."""
    levels = [
        draft
        for draft in reading.drafts
        if draft.kind in _LEVELS and draft.value is not None and draft.value > 0 and draft.low is None
    ]
    if len(levels) > _MANY:
        return found
    return [relation for relation in found if not _is_misread(reading, relation, levels)]


def _is_misread(reading: Reading, relation: Relation, levels: list[Draft]) -> bool:
    drafts = reading.drafts
    if relation.rule in _OUTRIGHT:
        sentences = {draft.sentence for draft in drafts_of(relation)}
        levels = [level for level in levels if level.sentence in sentences]
    if relation.kind == "sum":
        return is_misread_sum(relation, levels, drafts)
    if relation.kind == "share":
        return is_misread_share(relation, levels, drafts, reading.document.lower)
    if relation.kind == "growth":
        return is_misread_growth(relation, levels, drafts)
    if relation.kind == "rate":
        return _is_misread_rate(relation, levels)
    return False


def _is_misread_rate(relation: Relation, levels: list[Draft]) -> bool:
    """Whether a rate times its quantity makes another amount, or its amount is of another quantity."""
    roles = by_role(relation)
    rate, quantity, amount = (roles.get(role) for role in ("rate", "quantity", "amount"))
    if rate is None or quantity is None or amount is None or "span" in roles:
        return False
    if _comes_to(rate, quantity, amount):
        return False
    known = {id(rate), id(quantity), id(amount)}
    if any(_comes_to(rate, quantity, other) for other in levels_alike(levels, amount, known)):
        return True
    # No count is another time.
    return quantity.kind != "duration" and any(
        _comes_to(rate, other, amount) for other in levels_alike(levels, quantity, known)
    )


def _comes_to(rate: Draft, quantity: Draft, amount: Draft) -> bool:
    if rate.value is None or not quantity.value or not amount.value or not rate.value:
        return False
    made = rate.value * quantity.value
    # Figures are seldom all rounded by half a digit, and all in one direction.
    open_by = (
        made * rounding_of(rate) / abs(rate.value),
        made * rounding_of(quantity) / quantity.value,
        rounding_of(amount),
    )
    slack = sum((one * one for one in open_by), Decimal(0)).sqrt()
    # What "10 million" leaves open would let nearly anything hold.
    return abs(made - amount.value) <= min(slack, made * _COARSE)
