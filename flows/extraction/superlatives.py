"""Orders that superlatives give over two sentences: the old record, and who comes second."""

from typing import Final

from flows.extraction.figure import Draft, Member, Relation, in_text_order
from flows.extraction.likeness import listable
from flows.extraction.ranks import rank_of
from flows.extraction.shapes import Shape
from flows.extraction.standing import Standing, is_alike_in_status

_OLD: Final = frozenset(("old", "previous", "former"))
_SECOND: Final = frozenset(("second",))
_RECORDS: Final = frozenset(("record", "best"))
_STANDS: Final = frozenset("since down below short under off from".split())
_MOST: Final = frozenset(
    """highest largest biggest most hottest longest tallest busiest deepest dearest strongest heaviest wettest
    warmest hotter warmer more higher larger greatest record""".split()
)
# A record may be a low, and who is fastest took the least time.
_LEAST: Final = frozenset(
    """lowest smallest fewest least coldest shortest cheapest fastest quickest lower colder fewer less faster
    quicker weakest driest low seconds minutes hours""".split()
)
_BACK: Final = 2  # sentences between the two
_AFTER: Final = 8  # tokens from "the old record" to its figure


def find_superlatives(standing: Standing, shapes: list[Shape]) -> list[Relation]:
    """Return the new record above the old one, and the largest above the second, where words say so.

    Each sentence has one level that may be meant.
    """
    found: list[Relation] = []
    ranked, recorded = standing.sentences_with(_SECOND), standing.sentences_with(_OLD)
    for shape in shapes:
        if shape.sentence not in ranked and shape.sentence not in recorded:
            continue
        levels = [level for level in standing.levels if level.sentence == shape.sentence]
        if not levels:
            continue
        second = rank_of(standing.lower, shape) == 2
        for level in levels:
            is_old = _is_old_record(standing, level)
            if not is_old and not (second and len(levels) == 1):
                continue
            greater = _greater(standing, level, is_record=is_old)
            if greater is not None:
                members = (Member("greater", greater), Member("lesser", level))
                start, end = min(greater.start, level.start), max(greater.end, level.end)
                found.append(
                    Relation(
                        "order",
                        in_text_order(members),
                        False,
                        start,
                        end,
                        "old_record" if is_old else "second_to",
                    )
                )
            break
    return found


def _is_old_record(standing: Standing, level: Draft) -> bool:
    """Whether "the old record of" or "the previous best was" stands before a level."""
    before = standing.lower[max(0, level.first - _AFTER) : level.first]
    # "The highest since a previous record of 20", "down from the old record": that one stands.
    return _STANDS.isdisjoint(before) and any(
        word in _OLD and not _RECORDS.isdisjoint(before[place + 1 : place + 3])
        for place, word in enumerate(before)
    )


def _greater(standing: Standing, level: Draft, *, is_record: bool) -> Draft | None:
    """Return the only level of a sentence just before that a superlative puts above `level`."""
    own = set(standing.words(level))
    if not _LEAST.isdisjoint(own):
        return None
    for back in range(_BACK + 1):
        near = [
            other
            for other in standing.levels_before(level, back)
            if other.sentence == level.sentence - back and other.kind == level.kind and listable(other, level)
        ]
        if not near:
            continue
        words = set(standing.words(near[0]))
        if len(near) > 1 or not _LEAST.isdisjoint(words) or not is_alike_in_status((near[0], level)):
            return None
        if back == 0 and not is_record:
            return None
        is_first = not _MOST.isdisjoint(words) and "second" not in words
        return near[0] if is_record or is_first else None
    return None
