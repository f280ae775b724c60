"""Counts told again: "62 trams ... the first of the 62 trams on order", "23 were hurt ... all 23 injured".

"The", "its" or "all" before a count says that it was told before. Where it was not, and only one other count
of the noun was told, that one is meant if a digit is mistaken; else the two are of different things. Of an
amount before a noun ("the 8.6 million pound project") the only one told before with two of its digits swapped
is meant, or the only other measure of the article, told of the same noun ("a mirror of 3.6 metres").
"""

from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, figures_of, related
from flows.extraction.relations.likeness import PEOPLE

_DEFINITE: Final = frozenset("the all its their his her our these those both".split())
_NAMING: Final = frozenset("the its their his her this that".split())
_NO_NOUNS: Final = frozenset(
    """of in for to from and or at on by that which who it he she they was is were are had has would will
    a an the more less""".split()
)
_AT_NOUN: Final = 3  # tokens between a measure and the noun of what it measures
_LEAST: Final = 10  # below which a digit says nothing
_NARROWING: Final = 6  # tokens behind a count in which "in the other boat" stands
_COMPARING: Final = frozenset("than against from to over under above below".split())
_RELATIVE: Final = frozenset(("that", "who", "which", "whose"))
_OTHERS: Final = frozenset("other remaining others rest first last next final additional".split())


def find_restatements(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return definite counts that no other figure tells, with the one that they repeat but for a digit.

    Args:
        standing: the figures of the article.
        found: the relations so far; two that are related otherwise are left alone.
    """
    told: list[Relation] = []
    for number, level in enumerate(standing.told):
        if _names_again(standing, level):
            told += _swapped(standing, number)
            continue
        if not _points_back(standing, level):
            continue
        others = [one for one in standing.told if one is not level]
        if any(one.value == level.value for one in others):
            continue
        before = [
            one
            for one in standing.told[:number]
            if _is_of_its_noun(one, level) and one.sentence < level.sentence
        ]
        if len({one.value for one in before}) > 1 and level.unit in PEOPLE:
            # 51 were on board, 23 of them hurt: by what happened to them.
            before = [one for one in before if one.metric_code == level.metric_code]
        if len({one.value for one in before}) != 1 or not _differ_by_a_digit(before[0], level):
            continue
        pair = {id(before[0]), id(level)}
        if not any(pair <= figures_of([relation]) for relation in found):
            members = (Member("from", before[0]), Member("to", level))
            told.append(related("conversion", "told_again", *members))
    return told


def _names_again(standing: Standing, level: Draft) -> bool:
    """Whether an amount stands between "the" and a noun that it names again: "the 8.6 million project"."""
    lower, behind = standing.lower, standing.lower[level.last : level.last + 1]
    if level.kind not in ("money", "measure") or level.qualifier != "exact" or level.first < 1:
        return False
    is_definite = lower[level.first - 1] in _NAMING and lower[level.first - 2] not in _COMPARING
    return is_definite and bool(behind) and behind[0].isalpha() and behind[0] not in _NO_NOUNS


def _swapped(standing: Standing, number: int) -> list[Relation]:
    """Return an amount with the only one before it that has two of its digits swapped, where none has all."""
    level = standing.told[number]
    alike = [one for one in standing.told if one is not level and one.unit == level.unit]
    if any(one.value == level.value for one in alike):
        return []
    before = [one for one in alike if one.sentence < level.sentence and _are_swapped(one, level)]
    if level.kind == "measure":
        before = [one for one in before if not _is_of_another_thing(standing, one, level)]
        before = before or _of_its_thing(standing, level, alike)
    if len({one.value for one in before}) != 1:
        return []
    members = (Member("from", before[0]), Member("to", level))
    return [related("conversion", "told_again", *members)]


def _is_of_another_thing(standing: Standing, one: Draft, level: Draft) -> bool:
    """Whether "a span of 64 metres" says what a measure is of, and the later one is of something else."""
    lower = standing.lower
    return lower[one.first - 1] == "of" and lower[one.first - 2] != lower[level.last]


def _of_its_thing(standing: Standing, level: Draft, alike: list[Draft]) -> list[Draft]:
    """Return the one measure told before that stands at the noun of a later one: "a mirror of 3.6 metres"."""
    noun = standing.lower[level.last]
    around = [standing.lower[max(0, one.first - _AT_NOUN) : one.last + _AT_NOUN] for one in alike]
    named = [one for one, words in zip(alike, around, strict=True) if noun in words]
    return named if len(named) == 1 == len(alike) and named[0].sentence < level.sentence else []


def _points_back(standing: Standing, level: Draft) -> bool:
    """Whether "the" or "all" stands before a count with its noun, and nothing that narrows it."""
    is_count = level.kind == "count" and level.unit is not None and not level.modifiers
    if not is_count or (level.value or 0) < _LEAST or level.qualifier != "exact":
        return False
    if standing.lower[level.last : level.last + 1] == ["-"]:
        return False  # "the 17-nation euro area"
    if standing.lower[level.first - 2] == "of" and level.first - 3 in standing.lasts:
        return False  # "ten of the 19 banks": told for the first time
    words = standing.lower[level.first - 1 : level.first] if level.first else []
    # "More than the 123 that they need"
    is_of_another = standing.lower[level.first - 2] in _COMPARING or not _RELATIVE.isdisjoint(
        standing.lower[level.last : end_with_noun(level) + 1]
    )
    return (
        not is_of_another
        and not _DEFINITE.isdisjoint(words)
        and _OTHERS.isdisjoint(standing.lower[level.last : level.last + _NARROWING])
    )


def _is_of_its_noun(one: Draft, level: Draft) -> bool:
    if one.kind != level.kind:
        return False
    return one.unit == level.unit or (one.unit in PEOPLE and level.unit in PEOPLE)


def _are_swapped(one: Draft, other: Draft) -> bool:
    """Whether two numbers have the same digits, two neighbours swapped."""
    return _differ_by_a_digit(one, other) and sorted(_digits(one)) == sorted(_digits(other))


def _digits(draft: Draft) -> str:
    return f"{(draft.value or 0):f}"


def _differ_by_a_digit(one: Draft, other: Draft) -> bool:
    """Whether two numbers have all digits but one in common, or the same ones with two neighbours swapped."""
    if one.value is None or other.value is None:
        return False
    a, b = f"{one.value.normalize():f}", f"{other.value.normalize():f}"
    off = [place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) != len(b) or not 0 < len(off) <= 2:
        return False
    first, last = off[0], off[-1]
    return len(off) == 1 or (last == first + 1 and a[first] == b[last] and a[last] == b[first])
