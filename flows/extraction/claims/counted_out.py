"""Counts whose members one sentence tells: "They are aged 22, 27 and 31", "31 in A, 22 in B and 9 in C".

The ages of those counted, the places that a total is broken down by, and those that follow the first ("The
first will be in A, followed by B, C and D") are as many as counted.
"""

from typing import Final

from flows.extraction.figure import Draft, Member, Name, Relation, by_role
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import PEOPLE

_LEAST: Final = 2
_MOST: Final = 20
_SEVERAL: Final = 3  # names that make a list
_BACK: Final = 1  # sentences from a breakdown to the count of its places
_PLACES: Final = frozenset(
    """province region state county district city town village country municipality parish suburb island
    commune prefecture department borough canton port nation neighbourhood constituency ward""".split()
)
_IN: Final = frozenset(("in", "at", "from", "across"))
_JOINING: Final = frozenset((",", "and"))
_THEY: Final = frozenset(("they", "all"))


def find_counted_out(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return counts with the members that the words tell one by one.

    Args:
        reading: the article.
        found: the relations so far; what is counted out already is left alone.
    """
    taken = {id(one.members[0].draft) for one in found if one.kind == "enumeration"}
    counts = [draft for draft in reading.drafts if _countable(draft) and id(draft) not in taken]
    if not counts:
        return []
    told = _aged(reading, counts) + _by_place(reading, counts, found)
    for count in counts:
        relation = _named_behind(reading, count, counts)
        if relation is not None:
            told.append(relation)
    return told


def _countable(draft: Draft) -> bool:
    return (
        draft.kind == "count"
        and draft.unit is not None
        and draft.qualifier == "exact"
        and draft.form != "ordinal"
        and draft.value is not None
        and _LEAST <= draft.value <= _MOST
    )


def _aged(reading: Reading, counts: list[Draft]) -> list[Relation]:
    """Return people counted with their ages: "five men, aged 22, 27 and 31", "They are aged 22 and 31."."""
    lower = reading.document.lower
    drafts = reading.drafts
    found: list[Relation] = []
    for place, draft in enumerate(drafts):
        if lower[draft.first - 1] != "aged" or draft.kind != "duration" or draft.unit != "year":
            continue
        ages = [draft]
        for other in drafts[place + 1 :]:
            between = lower[ages[-1].last : other.first]
            if not between or not set(between) <= _JOINING or other.value is None:
                break
            ages.append(other)
        first = reading.document.sentences[draft.sentence][0]
        if len(ages) < _LEAST or "and" not in lower[ages[-1].first - 1 : ages[-1].first]:
            continue
        before = lower[first : draft.first - 1]
        if before[:1] and before[0] in _THEY and len(before) <= _SEVERAL:
            people = [one for one in counts if one.sentence == draft.sentence - 1 and one.unit in PEOPLE]
        else:
            # "Five men, aged 22, 27 and 31,"
            people = [one for one in counts if one.noun_last == draft.first - 2 and one.unit in PEOPLE]
        if len(people) == 1:
            found.append(_enumeration(reading, people[0], [(one.first, one.last) for one in ages]))
    return found


def _by_place(reading: Reading, counts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return places counted with those that a complete breakdown tells one by one: "31 in A, 22 in B"."""
    told: list[Relation] = []
    for relation in found:
        parts = [one.draft for one in relation.members if one.role == "part" and one.draft is not None]
        total = by_role(relation).get("total")
        if relation.kind != "sum" or not relation.is_complete or total is None or len(parts) < _SEVERAL:
            continue
        names = [_place_of(reading, part) for part in parts]
        items = [(name.first, name.last) for name in names if name is not None]
        if len(items) != len(parts) or len({name.name for name in names if name is not None}) != len(parts):
            continue
        near = [
            one
            for one in counts
            if one.unit in _PLACES
            and total.sentence - _BACK <= one.sentence <= total.sentence
            and reading.document.lower[one.first - 1] in _IN
        ]
        if len(near) == 1 and near[0].start < parts[0].start:
            told.append(_enumeration(reading, near[0], items))
    return told


def _place_of(reading: Reading, part: Draft) -> Name | None:
    """Return the name right behind a part and "in"."""
    lower = reading.document.lower
    place = part.last if part.noun_last is None else max(part.last, part.noun_last)
    if lower[place : place + 1] and lower[place] in _IN:
        return next(iter(reading.names_between(place + 1, place + 3)), None)
    return None


def _named_behind(reading: Reading, count: Draft, counts: list[Draft]) -> Relation | None:
    """Return a count with the first and those that follow it, told in the next sentence."""
    sentences, lower = reading.document.sentences, reading.document.lower
    if count.sentence + 1 >= len(sentences):
        return None
    first, last = sentences[count.sentence + 1]
    if lower[first : first + 2] != ["the", "first"] or "followed" not in lower[first:last]:
        return None
    if sum(one.sentence == count.sentence for one in counts) > 1:
        return None
    place = lower.index("followed", first)
    items = _list(reading, place + 2, last) if lower[place + 1 : place + 2] == ["by"] else []
    ahead = [(name.first, name.last) for name in reading.names_between(first, place)]
    is_closed = bool(items) and lower[items[-1][1]] == "."
    return _enumeration(reading, count, ahead[:1] + items) if ahead and is_closed else None


def _list(reading: Reading, begin: int, last: int) -> list[tuple[int, int]]:
    """Return the capitalised items of a list that begins there and that "and" closes, else none."""
    lower, words = reading.document.lower, reading.document.words
    items: list[tuple[int, int]] = []
    start, is_closed = begin, False
    for index in range(begin, last):
        if lower[index] in _JOINING:
            if index > start:
                items.append((start, index))
            is_closed = lower[index] == "and"
            start = index + 1
        elif not words[index][:1].isupper():
            if is_closed and index > start:
                items.append((start, index))
                return items
            return []
    return []


def _enumeration(reading: Reading, count: Draft, items: list[tuple[int, int]]) -> Relation:
    document = reading.document
    members = (Member("count", count), *(Member("item", None, document.quote(a, b)) for a, b in items))
    end = max(count.end, document.ends[items[-1][1] - 1])
    return Relation("enumeration", members, True, count.start, end, "told_out")
