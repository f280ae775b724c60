"""A length of time told again: "home after 16 days ... in those 16 days", "Kern, 34, ... the 34-year-old".

The only length of its unit, or the only age of a person, that was told before is meant if the two differ by a
slip: in one of two digits, or in their order.
"""

from decimal import Decimal
from typing import Final

from flows.extraction.claims.ages import is_age_again
from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.reading import Reading
from flows.extraction.relations.misprints import is_digit_slip

_RULE: Final = "told_again"
_DEFINITE: Final = frozenset(("those", "these"))
_DIGITS: Final = 10  # from which a length has two digits
_GROWN: Final = 16
_NAME: Final = 4  # tokens before an age in which the name begins
_NONE: Final = Decimal(0)
_AT: Final = frozenset("of in at from near to on through into outside".split())
_YEARS: Final = Decimal(1)  # by which somebody's age may differ within an article
_OF_AGE: Final = frozenset((",", "aged", "("))
_ENDS_AGE: Final = frozenset((",", ".", ")", ";"))


def find_lengths_again(reading: Reading) -> list[Relation]:
    """Return definite lengths and ages that none tells, with the one that they repeat but for a digit."""
    lower = reading.document.lower
    told: list[Relation] = []
    lengths = [draft for draft in reading.drafts if draft.kind == "duration" and draft.qualifier == "exact"]
    for number, draft in enumerate(lengths):
        if (draft.value or 0) < _DIGITS or not draft.first:
            continue
        before = [one for one in lengths[:number] if one.unit == draft.unit]
        if is_age_again(lower, draft):
            before = [one for one in before if _is_age_of_a_name(reading, one)]
            if (
                len(before) != 1
                or _is_of_another(reading, before[0], draft)
                or _is_a_year_off(before[0], draft)
            ):
                continue
        elif lower[draft.first - 1] in _DEFINITE:
            before = [one for one in before if one.sentence < draft.sentence]
        else:
            continue
        if len({one.value for one in before}) == 1 and is_digit_slip(str(before[0].value), str(draft.value)):
            told.append(related("conversion", _RULE, Member("from", before[0]), Member("to", draft)))
    return told


def _is_a_year_off(age: Draft, again: Draft) -> bool:
    """Whether somebody has a birthday within the article."""
    return abs((age.value or _NONE) - (again.value or _NONE)) <= _YEARS


def _is_age_of_a_name(reading: Reading, draft: Draft) -> bool:
    """Whether an age is told of somebody: "Todd Kern, 34, fell", "a man aged 34"."""
    lower = reading.document.lower
    if lower[draft.last : draft.last + 2] == ["-", "old"]:
        return lower[draft.first - 1] in ("a", "an")
    return (
        (draft.value or 0) >= _GROWN
        and lower[draft.first - 1] in _OF_AGE
        and not _ENDS_AGE.isdisjoint(lower[draft.last : draft.last + 1])
    )


def _is_of_another(reading: Reading, age: Draft, again: Draft) -> bool:
    """Whether somebody else is named about an age that stands for a person."""
    if age.entity_code is not None and age.entity_code == again.entity_code:
        return False
    sentences = reading.document.sentences
    first = sentences[max(0, again.sentence - 1)][0]
    lower = reading.document.lower
    known = set(lower[: age.first])
    is_near = age.sentence >= again.sentence - 1
    names = reading.names_between(max(0, age.first - _NAME), age.first)
    if not is_near and not any(lower[name.last - 1] in lower[first : again.first] for name in names):
        return True
    return any(
        name.place_code is None
        and lower[name.last - 1] not in known
        and (not name.first or lower[name.first - 1] not in _AT)
        for name in reading.names_between(first, again.first)
    )
