"""Counts with their named items: "five models: the A, B, C, D and E"; "one of two ... The other is B"."""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import Final

from flows.extraction.claims.rosters import find_rosters
from flows.extraction.figure import Draft, Member, Name, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.shapes import Shape
from schemas.reference import Reference

_MOST: Final = 20
_REACH: Final = 30  # sentences over which the products of a count may be named
_LONGEST: Final = 7  # words of an item
_OPENS: Final = re.compile(
    r"(?P<c>L)(?:[wNDesiqoabht]{0,14}?(?P<colon>:)|[wNDesi]{0,7}?(?P<mark>-|[(]|,(?=q?(?:w|e|i|N))))"
)
_ENDS: Final = frozenset((".", ";", ":", "--", "—", "–", "(", ")", "!", "?", '"', "”"))
_TICKER: Final = 4  # tokens of a bracket up to its colon
_NO_ITEM: Final = frozenset(
    """is are was were be been has have had will would can could may said says which who that it they
    he she we to but if when while because not up down from than""".split()
)
_SELLING: Final = frozenset(
    """sell sells sold offer offers offered make makes made build builds built produce produces produced
    launch launched market markets marketed has have sale""".split()
)
_LEADING: Final = frozenset("in at from of with namely".split())
_PRONOUNS: Final = frozenset("it they the its".split())


def find_enumerations(reading: Reading, shapes: list[Shape]) -> list[Relation]:
    """Return counts with the items that the article names for them."""
    found: list[Relation] = []
    rest: list[Draft] = []
    for shape in shapes:
        for position in shape.figures:
            if shape.classes[position] == "L" and _countable(shape.draft(position)):
                relation = (
                    _listed(reading, shape, position)
                    or _one_and_the_other(reading, shape.draft(position))
                    or _offered(reading, shape.draft(position))
                )
                if relation is not None:
                    found.append(relation)
                else:
                    rest.append(shape.draft(position))
    return found + find_rosters(reading, rest)


def _countable(draft: Draft) -> bool:
    value = draft.value
    return (
        draft.kind == "count"
        and draft.qualifier == "exact"
        and draft.form != "ordinal"
        and value is not None
        and 2 <= value <= _MOST
        and value == int(value)
    )


def _listed(reading: Reading, shape: Shape, position: int) -> Relation | None:
    """Return "three firms: A, B and C", where each item is short and the last comes after "and"."""
    match = _OPENS.match(shape.classes, position)
    if match is None:
        return None
    document = reading.document
    first = shape.tokens[match.end()]
    lower, last = document.lower, shape.tokens[-1]
    if match.group("colon") and "(" in lower[max(shape.tokens[0], first - _TICKER) : first]:
        return None  # "(NYSE: ABC)"
    if first < last and lower[first] in _LEADING:
        first += 1
    end = first
    while end < last and lower[end] not in _ENDS:
        if lower[end] == "-" and not document.joined(end):
            break  # "Three firms - A, B and C - are bidding"
        end += 1
    if match.group("mark") == "(" and (end == last or lower[end] != ")"):
        return None
    items = _split(lower, first, end)
    draft = shape.draft(position)
    if len(items) < 2 or any(b - a > _LONGEST or set(lower[a:b]) & _NO_ITEM for a, b in items):
        return None
    if any(first <= shape.tokens[other] < end for other in shape.figures if other != position):
        return None
    firsts = [name.first for name in reading.names]
    named = [
        bisect_left(firsts, a) < bisect_left(firsts, b) or _is_capitalised(reading, (a, b)) for a, b in items
    ]
    agrees = len(items) == draft.value
    comma = match.group("mark") in (",", "(")
    # A comma opens an enumeration only for names; a wrong count is believed only of names.
    if (comma or not agrees) and not all(named):
        return None
    if comma and not agrees and not _only_names(reading, items):
        return None
    # "No trains ran to six towns: A, B, C, D and E." names them all, so fewer contradict the count as well.
    names_all = (
        match.group("colon") is not None
        and _ends_with(reading, shape, position, match.end(), end)
        and len(items) > 2
        and all(_is_capitalised(reading, item) for item in items)
    )
    return _enumerate(reading, draft, items, True, "roster" if names_all else "listed")


def _is_capitalised(reading: Reading, item: tuple[int, int]) -> bool:
    """Whether all words of an item begin with a capital: "Upper Yara"."""
    return all(word[0].isupper() for word in reading.document.words[item[0] : item[1]])


def _ends_with(reading: Reading, shape: Shape, position: int, begin: int, end: int) -> bool:
    """Whether a sentence ends with a list behind a colon, and counts nothing between count and colon."""
    lower = reading.document.lower
    is_alone = all(not position < other < begin for other in shape.figures)
    return is_alone and "(" not in lower[shape.tokens[position] : end] and lower[end : end + 1] == ["."]


def _only_names(reading: Reading, items: list[tuple[int, int]]) -> bool:
    """Whether at least three items are names and nothing else ("three countries, A, B, C and D, signed")."""
    spans = {(name.first, name.last) for name in reading.names}
    return len(items) > 2 and all(item in spans for item in items)


def _split(lower: list[str], first: int, end: int) -> list[tuple[int, int]]:
    """Return the token ranges between commas and the last "and"; empty where no "and" closes the list."""
    items: list[tuple[int, int]] = []
    start = first
    closed = False
    for index in range(first, end + 1):
        if index == end or lower[index] in (",", "and", "&"):
            if closed and index < end and lower[index] == ",":
                end = index
            if index > start:
                items.append((start, index))
            start = index + 1
            if index < end and lower[index] != ",":
                if closed or lower[index + 1 : index + 2] == [","]:
                    return []  # "A, B and, for the first time, C"
                closed = True
            if index >= end:
                break
    return items if closed else []


def _enumerate(
    reading: Reading, count: Draft, items: list[tuple[int, int]], is_complete: bool, rule: str
) -> Relation:
    document = reading.document
    trimmed = [
        (a + 1 if document.lower[a] in ("the", "a", "an", "its") and b - a > 1 else a, b) for a, b in items
    ]
    members = (Member("count", count), *(Member("item", None, document.quote(a, b)) for a, b in trimmed))
    end = max(count.end, *(document.ends[b - 1] for _, b in trimmed))
    return Relation("enumeration", members, is_complete, count.start, end, rule)


def _one_and_the_other(reading: Reading, count: Draft) -> Relation | None:
    """Return "A is one of two models ... The other is B"."""
    document = reading.document
    lower = document.lower
    if count.value != 2 or lower[max(0, count.first - 2) : count.first] != ["one", "of"]:
        return None
    sentence = document.sentences[count.sentence]
    one = next((n for n in reading.names if sentence[0] <= n.first < count.first), None)
    for first, last in document.sentences[count.sentence + 1 : count.sentence + 5]:
        if lower[first : first + 3] == ["the", "other", "is"]:
            other = next((n for n in reading.names if first < n.first < last), None)
            if one is not None and other is not None and one.name != other.name:
                items = [(one.first, one.last), (other.first, other.last)]
                members = (
                    Member("count", count),
                    *(Member("item", None, document.quote(a, b)) for a, b in items),
                )
                start, end = document.starts[one.first], document.ends[other.last - 1]
                return Relation("enumeration", members, True, start, end, "one_and_the_other")
    return None


@lru_cache(maxsize=8)
def _parts(reference: Reference) -> dict[str, frozenset[str]]:
    parts: dict[str, set[str]] = {}
    for row in reference.rows("entity_parts"):
        parts.setdefault(row["whole_code"], set()).add(row["part_code"])
    return {whole: frozenset(codes) for whole, codes in parts.items()}


def _offered(reading: Reading, count: Draft) -> Relation | None:
    """Return "X has sold four models" with the known products of X that it is then said to sell.

    Incomplete: an article need not name them all.
    """
    document = reading.document
    lower = document.lower
    if count.entity_code is None or count.unit not in ("model", "product", "vehicle", "car"):
        return None
    products = _parts(reading.reference).get(count.entity_code, frozenset())
    first, last = document.sentences[count.sentence]
    if not products or not _SELLING & set(lower[first : count.first]):
        return None
    firsts = [name.first for name in reading.names]
    named: dict[str, Name] = {}
    sentences = [(count.last, last), *document.sentences[count.sentence + 1 : count.sentence + _REACH]]
    for number, (begin, end) in enumerate(sentences):
        inside = reading.names[bisect_left(firsts, begin) : bisect_left(firsts, end)]
        if number:
            subject = next((n.entity_code for n in inside), None)
            if not _SELLING & set(lower[begin:end]):
                continue
            if subject != count.entity_code and not _PRONOUNS & set(lower[begin : begin + 1]):
                continue
        for name in inside:
            if name.entity_code in products:
                named.setdefault(name.entity_code, name)
    if len(named) < 2:
        return None
    items = [(name.first, name.last) for name in named.values()]
    return _enumerate(reading, count, items, False, "offered")
