"""Totals of several that are named together: "A and B will provide 150 million, A 90 and B 60".

Who is named with the total is all of the whole: where each of them has one figure behind it, nothing is left
out, and no nearness is needed to tell that these are its parts.
"""

from collections.abc import Iterator
from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Name, Relation, end_with_noun, figures_of
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.sums import spread

_JOINING: Final = frozenset(("and", "&", ","))
_BEHIND: Final = 3  # sentences from the total to its parts
_APART: Final = 12  # tokens between two who are named together
_REACH: Final = 8  # tokens from a part to the name behind it, "450 million from the new Delco"
_NEAR: Final = 3  # tokens from "from" to that name
_MOST: Final = 6
_FAR: Final = 1000  # times a level beside which another is what a share of it costs
# "A and B each sold 150": no total.
_EACH: Final = frozenset("each both respectively apiece average or than against versus".split())
_STAKES: Final = frozenset("stake interest holding".split())
_FROM: Final = frozenset(("from", "by", "to", "for", "in", "at"))


def find_joint_totals(standing: Standing, reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return the levels and stakes that two or more names share, with the one that each of them has behind.

    Args:
        standing: the figures of the article.
        reading: its names.
        found: the relations so far; what is in a complete sum already is left alone.
    """
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    totals: list[Relation] = []
    stakes = [
        share
        for share in standing.shares
        if share.unit == "percent" and not _STAKES.isdisjoint(standing.lower[share.last : share.last + _NEAR])
    ]
    for level in (*standing.levels, *stakes):
        if id(level) in summed:
            continue
        names = _named_with(standing, reading, level)
        if len(names) < 2:
            continue
        parts = _one_of_each(standing, reading, level, names)
        if parts and summed.isdisjoint(map(id, parts)):
            totals.append(spread("joint_total", level, parts, True))
            summed.update(map(id, (level, *parts)))
    return totals


def _named_with(standing: Standing, reading: Reading, level: Draft) -> list[str]:
    """Return the names that stand together before a level in its sentence, with no other figure between."""
    opens = standing.document.sentences[level.sentence][0]
    first = level.first
    while first > opens and first - 1 not in standing.lasts:
        first -= 1
    if not _EACH.isdisjoint(standing.lower[first : level.first + 2]):
        return []
    together: list[Name] = []
    is_joined = False
    for name in reading.names_between(first, level.first):
        if name.place_code is not None or standing.lower[name.first - 1] in ("(", "<"):
            continue  # where a firm is from, and how it is quoted
        if together and not _is_joined(standing, together[-1], name):
            if is_joined:
                break
            together = []
        elif together:
            is_joined = is_joined or "and" in standing.lower[together[-1].last : name.first]
        together.append(name)
    return list(dict.fromkeys(map(_key, together))) if is_joined else []


def _key(name: Name) -> str:
    return name.entity_code or name.name


def _is_joined(standing: Standing, one: Name, other: Name) -> bool:
    between = standing.lower[one.last : other.first]
    return len(between) <= _APART and not _JOINING.isdisjoint(between)


def _one_of_each(standing: Standing, reading: Reading, total: Draft, names: list[str]) -> list[Draft]:
    """Return the levels behind a total if each of the names has one of them, and nobody else has any."""
    owners: dict[str, Draft] = {}
    for part, owner in _owned_behind(standing, reading, total, names):
        if owner is None:
            return []
        if owner in owners:
            break
        owners[owner] = part
        if len(owners) == len(names):
            return list(owners.values())
    return []


def _owned_behind(
    standing: Standing, reading: Reading, total: Draft, names: list[str]
) -> Iterator[tuple[Draft, str | None]]:
    is_share = total.unit == "percent"
    told_in = standing.shares_in if is_share else standing.told_in
    behind = told_in(total.sentence, total.sentence + _BEHIND)
    for part in [one for one in behind if one.start > total.start][:_MOST]:
        is_price = (part.value or 0) * _FAR < (total.value or 0)
        if (listable(part, total) or part.unit is None) and not is_price:
            yield part, _owner(standing, reading, part, names)


def _owner(standing: Standing, reading: Reading, part: Draft, names: list[str]) -> str | None:
    """Return whose a part is: the name right behind it with "from", else the last name of its clause."""
    document = standing.document
    opens, ends = document.sentences[part.sentence]
    last = end_with_noun(part)
    if standing.lower[last : last + 1] and standing.lower[last] in _FROM:
        behind = reading.names_between(last, min(ends, last + _REACH))
        if behind and behind[0].first - last <= _NEAR:
            return _full(_key(behind[0]), names)
    # "Nissan deliveries jumped 14 percent to 4.67 million": a growth of its own parts no name from a level.
    levels = [level.last for level in standing.levels_between(document.starts[opens], part.start)]
    first = max(levels, default=opens)
    before = {_full(_key(name), names) for name in reading.names_between(first, part.first)} - {None}
    return before.pop() if len(before) == 1 else None


def _full(key: str, names: list[str]) -> str | None:
    """Return the name that a key is of, or is short for: "Stuart" for "Stuart Pharmaceuticals"."""
    return next((name for name in names if name == key or name.startswith(f"{key}_")), None)
