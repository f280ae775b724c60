"""Orders that ranks give: "was third with 198,552", "in seventh place ... 117,561"."""

from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import same_measure
from flows.extraction.relations.relating import Changes, is_current
from flows.extraction.relations.shapes import Shape
from flows.extraction.text.document import Document

RANKS: Final = {
    word: rank
    for rank, words in enumerate(
        ("first top", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
    for word in words.split()
}
_NUMBERS: Final = {
    word: rank for rank, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
_SIGNS: Final = frozenset((*RANKS, "number"))
_PLACES: Final = frozenset("place spot position largest biggest ranked".split())
_VERBS: Final = frozenset("was ranked came finished remained placed rank ranks".split())
_LEAST: Final = 3
_NEAR: Final = 6  # sentences between two ranks alone


def find_rank_orders(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return greater and lesser of levels whose ranks an article gives, neighbour by neighbour.

    Only where at least three levels of one measure have one rank each: two ranks alone may come from two
    rankings, unless two named subjects are ranked by one metric in one place and period.
    """
    ranked: list[tuple[int, Draft]] = []
    for shape in shapes:
        rank = rank_of(reading.document, shape)
        if not rank:
            continue
        levels = [
            shape.draft(position)
            for position in shape.figures
            if shape.classes[position] == "L" and is_current(shape.draft(position), changes)
        ]
        if len(levels) == 1 and levels[0].kind in ("count", "money", "measure"):
            ranked.append((rank, levels[0]))
    found: list[Relation] = []
    groups: dict[tuple[str, str | None], list[tuple[int, Draft]]] = {}
    for item in ranked:
        groups.setdefault((item[1].kind, item[1].metric_code), []).append(item)
    for alike in groups.values():
        chain = sorted((item for item in alike if same_measure(item[1], alike[0][1])), key=_by_rank)
        if len({rank for rank, _ in chain}) < len(chain):
            continue
        if len(chain) < _LEAST and not (len(chain) == 2 and _one_ranking(chain[0][1], chain[1][1])):
            continue
        for (_, greater), (_, lesser) in pairwise(chain):
            found.append(related("order", "ranked", Member("greater", greater), Member("lesser", lesser)))
    return found


def _one_ranking(one: Draft, other: Draft) -> bool:
    return (
        one.metric_code is not None
        and one.metric_code == other.metric_code
        and None not in (one.entity_code, other.entity_code)
        and one.entity_code != other.entity_code
        and one.unit == other.unit
        and one.scope == other.scope
        and one.place_code == other.place_code
        and (one.period_start, one.period_end) == (other.period_start, other.period_end)
        and abs(one.sentence - other.sentence) <= _NEAR
    )


def _by_rank(item: tuple[int, Draft]) -> tuple[int, int]:
    return item[0], item[1].start


def rank_of(document: Document, shape: Shape) -> int | None:
    """Return the rank that a sentence gives, if it gives one."""
    if _SIGNS.isdisjoint(document.vocabulary_of(shape.sentence)):
        return None
    lower = document.lower
    first, last = shape.tokens[0], shape.tokens[-1]
    found: list[int] = []
    for index in range(first, last):
        word = lower[index]
        if word not in _SIGNS:
            continue
        after = lower[index + 1] if index + 1 < last else ""
        if word in RANKS:
            before = lower[index - 1] if index > first else ""
            superlative = after == "-" and index + 2 < last and lower[index + 2] in _PLACES
            stated = before in _VERBS and after in ("in", "with", ",", ".", "at")
            if after in _PLACES or superlative or stated:
                found.append(RANKS[word])
        elif after in _NUMBERS:
            found.append(_NUMBERS[after])
    return found[0] if len(found) == 1 else None
