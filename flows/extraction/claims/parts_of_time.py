"""A span of time with its parts in their order: two quarters of a half year, two halves of a year."""

from decimal import Decimal
from typing import Final, NamedTuple

from flows.extraction.claims.standing import Candidate, Standing, choose, is_alike_in_status, miss
from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.relations.likeness import same_measure
from flows.extraction.relations.sums import rounding_of, spread

_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_FIRST: Final = frozenset(("first",))
_SECOND: Final = frozenset(("second",))
_AHEAD: Final = 7  # tokens from a figure to the part of time that it is of
_APART: Final = 1  # sentences from one part to the next
_BACK: Final = 2  # sentences between the parts and the whole
_OFF: Final = 0.4
_STOPS: Final = frozenset(".,;:()")
# How the whole is named, by the unit of its parts and how many there are.
_WHOLES: Final = {
    ("quarter", 2): ("six months", "half year", "half - year", "first half"),
    ("quarter", 3): ("nine months", "three quarters"),
    ("quarter", 4): ("the year", "full year", "full - year", "twelve months", "12 months"),
    ("half", 2): ("the year", "full year", "full - year", "twelve months", "12 months"),
}
_SAME_SIZE: Final = 5  # times one part may be another


class _Part(NamedTuple):
    draft: Draft
    number: int
    unit: str | None


def find_parts_of_time(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return the levels of the parts of a span of time, told in their order, with the level of the whole.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is summed up already is left alone.
    """
    if not standing.sentences_with(_FIRST) or not standing.sentences_with(_SECOND):
        return []
    summed = figures_of(one for one in found if one.kind == "sum")
    told: list[Relation] = []
    for run in _runs([part for level in standing.levels if (part := _part_of(standing, level))]):
        drafts = [part.draft for part in run]
        names = _WHOLES.get((run[0].unit or "", len(run)))
        if names is None or not summed.isdisjoint(map(id, drafts)):
            continue
        chosen = choose(_of_whole(standing, drafts, names), within=_OFF)
        if chosen is not None:
            told.append(spread("parts_of_time", chosen[0], drafts, True))
    return told


def _part_of(standing: Standing, level: Draft) -> _Part | None:
    """Return which part of time a level is told of: "31 million in the first quarter", "44 in the second"."""
    lower, end = standing.lower, standing.document.sentences[level.sentence][1]
    for place in range(level.last, min(level.last + _AHEAD, end - 1)):
        if lower[place] in _STOPS or lower[place][0].isdigit():
            return None
        number = _ORDINALS.get(lower[place])
        if number is not None and lower[place - 1] == "the":
            after = lower[place + 1]
            if after in ("quarter", "half"):
                return _Part(level, number, after)
            is_bare = after in _STOPS or after in ("and", "after")
            return _Part(level, number, None) if is_bare else None
    return None


def _runs(parts: list[_Part]) -> list[list[_Part]]:
    """Return the runs of parts that count up from the first and name their unit once."""
    runs: list[list[_Part]] = []
    for part in parts:
        last = runs[-1] if runs else []
        if (
            last
            and part.number == last[-1].number + 1
            and part.unit in (None, last[0].unit)
            and part.draft.sentence - last[-1].draft.sentence <= _APART
            and same_measure(part.draft, last[0].draft)
        ):
            last.append(part)
        elif part.number == 1 and part.unit is not None:
            runs.append([part])
    return runs


def _of_whole(standing: Standing, parts: list[Draft], names: tuple[str, ...]) -> list[Candidate]:
    values = [part.value for part in parts if part.value is not None]
    if max(values) > min(values) * _SAME_SIZE:
        return []
    made = sum(values, Decimal(0))
    candidates = []
    for level in standing.levels:
        if (
            any(level is part for part in parts)
            or not parts[0].sentence - _BACK <= level.sentence <= parts[-1].sentence + _BACK
            or level.value is None
            or level.kind != parts[0].kind
            or not same_measure(level, parts[0])
            or not is_alike_in_status((level, *parts))
        ):
            continue
        words = " ".join(standing.words(level))
        if any(name in words for name in names):
            slack = sum(map(rounding_of, parts), rounding_of(level))
            candidates.append(Candidate((level,), miss(level.value, made, slack)))
    return candidates
