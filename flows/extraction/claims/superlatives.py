"""Orders that superlatives give over two sentences: the old record, and who comes second."""

from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.implied.ranks import rank_of
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.shapes import Shape

_OLD: Final = frozenset(("old", "previous", "former"))
_SECOND: Final = frozenset(("second",))
# What is called a record, and which way it was set.
_HIGHS: Final = frozenset(
    """highest high peak maximum largest biggest most hottest warmest wettest longest tallest busiest deepest
    heaviest strongest""".split()
)
_LOWS: Final = frozenset(
    "lowest low minimum smallest fewest least coldest driest shortest cheapest weakest slowest".split()
)
_RECORDS: Final = _HIGHS | _LOWS | {"record", "best", "mark"}
# "Breaking the record of 24" says as much as "the old record of 24".
_BREAKING: Final = frozenset(
    """breaking broke broken beating beat bettering bettered surpassing surpassed eclipsing eclipsed smashing
    smashed topping topped""".split()
)
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
# What was expected is no new record.
_BEFORE_IT: Final = frozenset("estimate estimates estimated expected guide guideline".split())
_BACK: Final = 2  # sentences between the two
_AFTER: Final = 8  # tokens from "the old record" to its figure


def find_superlatives(standing: Standing, shapes: list[Shape]) -> list[Relation]:
    """Return the new record and the old one, and the largest above the second, where words say so.

    Each sentence has one level that may be meant.
    """
    found: list[Relation] = []
    ranked, recorded = standing.sentences_with(_SECOND), standing.sentences_with(_OLD | _BREAKING)
    for shape in shapes:
        if shape.sentence not in ranked and shape.sentence not in recorded:
            continue
        levels = standing.levels_in(shape.sentence)
        if not levels:
            continue
        second = rank_of(standing.document, shape) == 2
        for level in levels:
            record = _old_record(standing, level) if shape.sentence in recorded else None
            if record is None and not (second and len(levels) == 1):
                continue
            greater, lesser = (
                _with_the_record(standing, level, record) if record else (_largest(standing, level), level)
            )
            if greater is not None and lesser is not None:
                members = (Member("greater", greater), Member("lesser", lesser))
                found.append(related("order", "old_record" if record else "second_to", *members))
            break
    return found


def _old_record(standing: Standing, level: Draft) -> str | None:
    """Return the word for a record in "the old record of", "the previous best was" before a level."""
    first = max(standing.document.sentences[level.sentence][0], level.first - _AFTER)
    before = standing.lower[first : level.first]
    for place, word in enumerate(before):
        if word in _STANDS:
            # "The highest since a previous record of 20", "down from the old record": that one stands.
            return None
        told = before[place + 1 : place + 3]
        if word in _BREAKING and "record" in told and before[-1] in ("of", "from"):
            return "record"
        if word in _OLD and not _RECORDS.isdisjoint(told):
            # "The previous record for the highest minimum"
            of_what = before[place + 2 : place + 5]
            named = of_what[-1] if of_what[:2] == ["for", "the"] else ""
            return named if named in _RECORDS else next(word for word in told if word in _RECORDS)
    return None


def _with_the_record(standing: Standing, level: Draft, record: str) -> tuple[Draft | None, Draft | None]:
    """Return the greater and the lesser of an old record and the level of a sentence just before it."""
    new = _just_before(standing, level)
    if new is None or not is_alike_in_status((new, level)):
        return None, None
    opens = standing.document.sentences[new.sentence][0]
    if not _BEFORE_IT.isdisjoint(standing.lower[max(opens, new.first - _AFTER) : new.first]):
        return None, None  # "above the upper estimate of 5 million"
    if (new.period_end or "9") < (level.period_end or ""):
        return None, None  # "the seller had bought it in 1989 for 2 million"
    is_low = record in _LOWS
    if not is_low and record not in _HIGHS:
        words = {*standing.words(new), *standing.words(level)}
        is_low = not words.isdisjoint(_LOWS)
        if is_low and not words.isdisjoint(_HIGHS):
            return None, None  # "the highest minimum"
        if not words.isdisjoint(_LEAST) and (not is_low or not words.isdisjoint(_MOST)):
            return None, None
    return (level, new) if is_low else (new, level)


def _largest(standing: Standing, level: Draft) -> Draft | None:
    """Return the only level of a sentence just before that a superlative puts above the second one."""
    largest = _just_before(standing, level)
    if largest is None or largest.sentence == level.sentence or not is_alike_in_status((largest, level)):
        return None
    words, own = set(standing.words(largest)), set(standing.words(level))
    is_first = not _MOST.isdisjoint(words) and "second" not in words
    return largest if is_first and _LEAST.isdisjoint(words | own) else None


def _just_before(standing: Standing, level: Draft) -> Draft | None:
    """Return the only level of the nearest sentence with one that may be set against `level`."""
    for back in range(_BACK + 1):
        if back and len(standing.told_in(level.sentence, level.sentence)) > 1:
            return None  # "26 inches of snow, twice the old record of 13": what its sentence tells broke it
        near = [
            other
            for other in standing.levels_before(level, back)
            if other.sentence == level.sentence - back and other.kind == level.kind and listable(other, level)
        ]
        if near:
            return near[0] if len(near) == 1 else None
    return None
