"""A share and what is left of its whole, told apart: "are 38 percent full ... sixty-two percent is air".

The words at two percentages of different sentences name opposites of one whole. Those that come to 100
need no rule; where two digits of one are swapped, they would.
"""

from decimal import Decimal
from itertools import combinations
from typing import Final

from flows.extraction.figure import Draft, Relation, first_of
from flows.extraction.reading import Reading
from flows.extraction.relations.misprints import otherwise
from flows.extraction.relations.partitions import sides_of
from flows.extraction.relations.sums import spread

_RULE: Final = "complement"
# Each line divides a whole in two, beside men and women: what is said of it.
_PAIRS: Final = """
full filled occupied taken booked let used | empty vacant unoccupied unused unlet air spare free
for favour yes agree agreed back backed support supported approve | against oppose opposed no reject disagree
pass passed passing | fail failed failing
vaccinated immunised jabbed protected | unvaccinated unprotected
work job jobs employed employment | unemployed jobless unemployment idle
rent renters tenants rented | own owners owned owner
survived alive survive | died dead die killed
paid pay | unpaid owe
sold | unsold
voted turnout vote polls | abstained abstain home stayed
insured | uninsured
punctual time | late delayed delay
recycled recycling | landfill burned burnt dumped incinerated buried
men man male males boys | women woman female females girls
urban city cities towns | rural country countryside villages
public | private
cash coins notes | card cards plastic
foreign abroad exported exports | home domestic
adults | children
"""
_SIDES: Final = sides_of(_PAIRS)
_NAMING: Final = frozenset(_SIDES)
_BEFORE: Final = 4  # tokens around a percentage that say of what it is
_BEHIND: Final = 9
_APART: Final = 6  # sentences between the two
_KINDS: Final = frozenset(("share", "percent"))
_HUNDRED: Final = Decimal(100)
_ROOM: Final = Decimal("0.06")
_LEAST: Final = Decimal(10)


def find_complements(reading: Reading) -> list[Relation]:
    """Return two percentages of opposites that would be the whole but for two digits swapped."""
    shares = [
        draft
        for draft in reading.drafts
        if draft.unit == "percent" and draft.kind in _KINDS and draft.qualifier == "exact"
    ]
    if len(shares) < 2 or _NAMING.isdisjoint(reading.document.vocabulary()):
        return []
    told = []
    for one, other in combinations(shares, 2):
        if not 0 < abs(one.sentence - other.sentence) <= _APART or not _are_slipped(one, other):
            continue
        sides = _sides(reading, one), _sides(reading, other)
        if any((number, 1 - side) in sides[1] for number, side in sides[0]):
            told.append(spread(_RULE, None, sorted((one, other), key=first_of), True))
    return told if len(told) == 1 else []


def _are_slipped(one: Draft, other: Draft) -> bool:
    """Whether two percentages would come to 100 if two digits of one were swapped."""
    a, b = one.value or _HUNDRED, other.value or _HUNDRED
    if min(a, b) < _LEAST or abs(a + b - _HUNDRED) <= 1:
        return False
    slips = [told + b for told in otherwise(one)] + [a + told for told in otherwise(other)]
    return any(abs(amount - _HUNDRED) <= _ROOM for amount in slips)


def _sides(reading: Reading, draft: Draft) -> set[tuple[int, int]]:
    """Return the sides that the words around a percentage name, as far as its sentence goes."""
    first, last = reading.document.sentences[draft.sentence]
    lower = reading.document.lower
    words = (
        lower[max(first, draft.first - _BEFORE) : draft.first]
        + lower[draft.last : min(last, draft.last + _BEHIND)]
    )
    sides = {side for word in words for side in _SIDES.get(word, ())}
    # "Women have surpassed men with 56 percent": of whom is open.
    named = {side for word in lower[first:last] for side in _SIDES.get(word, ())}
    return {(number, side) for number, side in sides if (number, 1 - side) not in named}
