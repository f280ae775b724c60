"""Figures of a part beside those of its whole: a quarter and its year, a country and its region.

Two members of one series that add up over parts (sales, output, deaths) differ in one way, and in that way
the one is a part of the other: it cannot be more. Parts of one whole that leave each other out are gathered.
And "this includes 29 million of fees": a part of what was said last.
"""

from functools import lru_cache
from typing import Final

from flows.extraction.claims.segments import is_additive
from flows.extraction.figure import Draft, Relation, end_with_noun, start_of
from flows.extraction.implied.series import Series, same_place, same_thing
from flows.extraction.reading import Reading
from flows.extraction.relations.relating import IMPLIED
from flows.extraction.relations.sums import spread
from schemas.reference import Reference

_AROUND: Final = 8  # members of a series that are tried on each side of a whole
_WORLD: Final = "001"
_ALL: Final = frozenset("market industry sector entire".split())
_SUMMED: Final = frozenset(("flow", "events"))
_SIZES: Final = frozenset(("count", "money", "measure"))
_THESE: Final = frozenset("that those these them this".split())
_INCLUDES: Final = frozenset("include includes included".split())
_SAID: Final = 6  # words from the start of a sentence to "includes"


def find_implied_parts(
    reading: Reading, aside: set[int], series: Series, known: list[Relation]
) -> list[Relation]:
    """Return totals with figures of their series that are of a part, of the time, the place, the thing."""
    told = _told(known)
    found: list[Relation] = []
    for drafts in series.values():
        if len(drafts) < 2 or not is_additive(drafts[0]):
            continue
        members = [d for d in drafts if d.value is not None and id(d) not in aside]
        if len(members) < 2 or len({_sides(draft) for draft in members}) < 2:
            continue
        for index, whole in enumerate(members):
            near = members[max(0, index - _AROUND) : index] + members[index + 1 : index + 1 + _AROUND]
            by_way: dict[str, list[Draft]] = {}
            for part in near:
                way = _way(reading.reference, part, whole)
                if way and (id(part), id(whole)) not in told:
                    by_way.setdefault(way, []).append(part)
            for way, parts in by_way.items():
                apart = _apart(way, parts, whole)
                if apart:
                    found.append(spread(f"{IMPLIED}part_of_{way}", whole, apart, False))
    return found + _of_what_was_said(reading, aside, told)


def _of_what_was_said(reading: Reading, aside: set[int], told: set[tuple[int, int]]) -> list[Relation]:
    """Return the parts in "received 18 million of that revenue" and "This also includes 29 million"."""
    lower = reading.document.lower
    found: list[Relation] = []
    for index, part in enumerate(reading.drafts):
        if part.kind not in _SIZES or part.value is None:
            continue
        end = end_with_noun(part)
        first = reading.document.sentences[part.sentence][0]
        refers = end + 1 < len(lower) and lower[end] == "of" and lower[end + 1] in _THESE
        includes = lower[first] in _THESE and not _INCLUDES.isdisjoint(
            lower[first : min(first + _SAID, part.first)]
        )
        if not (refers or includes):
            continue
        for whole in reversed(reading.drafts[max(0, index - _AROUND) : index]):
            if part.sentence - whole.sentence > 1:
                break
            fits = (
                whole.kind == part.kind
                and whole.unit == part.unit
                and (refers or whole.sentence < part.sentence)
            )
            if fits and id(whole) not in aside and whole.value is not None:
                if part.value < whole.value and (id(part), id(whole)) not in told:
                    found.append(spread(f"{IMPLIED}part_of_that", whole, [part], False))
                break
    return found


def _sides(draft: Draft) -> tuple[str | None, str | None, str | None]:
    return draft.period_start, draft.place_code, draft.entity_code


def _told(known: list[Relation]) -> set[tuple[int, int]]:
    """Return the parts with their totals (by identity) that other rules have found."""
    told: set[tuple[int, int]] = set()
    for relation in known:
        if relation.kind == "sum":
            totals = [id(member.draft) for member in relation.members if member.role == "total"]
            told.update(
                (id(m.draft), total) for total in totals for m in relation.members if m.role == "part"
            )
    return told


def _way(reference: Reference, part: Draft, whole: Draft) -> str:
    """Return in which way a figure is of a part of what another is of, "" if in none or in several."""
    if part.value is None or whole.value is None or part.value >= whole.value:
        return ""
    if part.unit != whole.unit or part.scope != whole.scope:
        return ""
    ways = []
    if not _same_time(part, whole):
        if part.metric_code not in _flows(reference) or not _within(part, whole):
            return ""
        ways.append("time")
    if not same_place(part, whole):
        if part.place_code not in places_within(reference, whole.place_code or ""):
            return ""
        ways.append("place")
    if not same_thing(part, whole):
        if not _is_of(reference, part, whole):
            return ""
        ways.append("thing")
    return ways[0] if len(ways) == 1 else ""


def _same_time(part: Draft, whole: Draft) -> bool:
    return (part.period_start, part.period_end) == (whole.period_start, whole.period_end)


def _within(part: Draft, whole: Draft) -> bool:
    """Whether one period lies within another, both known from the day they begin."""
    one, other = (part.period_start, part.period_end), (whole.period_start, whole.period_end)
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return False
    return other[0] <= one[0] and one[1] <= other[1]


@lru_cache(maxsize=4)
def _flows(reference: Reference) -> frozenset[str]:
    """Return the metrics of which a year has the sum of its quarters."""
    return frozenset(row["metric_code"] for row in reference.rows("metrics") if row["aggregation"] in _SUMMED)


def _is_of(reference: Reference, part: Draft, whole: Draft) -> bool:
    """Whether what one figure is about is a part of what another is about."""
    one, other = part.entity_code, whole.entity_code
    if one is None:
        return False
    if other is not None and one in entities_within(reference).get(other, ()):
        return True
    return "/" not in one and not _ALL.isdisjoint((whole.subject or "").lower().split())


def _apart(way: str, parts: list[Draft], whole: Draft) -> list[Draft]:
    """Return the parts that leave each other out, as far as all of them fit into the whole."""
    kept: list[Draft] = []
    seen: set[str | None] = set()
    left = whole.value
    for part in sorted(parts, key=start_of):
        name = {
            "time": part.period_start,
            "place": part.place_code,
            "thing": part.entity_code,
        }[way]
        if name in seen or part.value is None or left is None or part.value > left:
            continue
        if way == "time" and any(_overlap(part, other) for other in kept):
            continue
        seen.add(name)
        kept.append(part)
        left -= part.value
    return kept


def _overlap(one: Draft, other: Draft) -> bool:
    return (one.period_start or "") <= (other.period_end or "") and (other.period_start or "") <= (
        one.period_end or ""
    )


@lru_cache(maxsize=512)
def places_within(reference: Reference, whole: str) -> frozenset[str]:
    """Return the codes of all places within a place, at any depth; of the world, all but itself."""
    parts = _place_parts(reference)
    if whole == _WORLD:
        return frozenset(code for some in parts.values() for code in some) - {_WORLD}
    found: set[str] = set()
    queue = [whole]
    while queue:
        for code in parts.get(queue.pop(), ()):
            if code not in found:
                found.add(code)
                queue.append(code)
    return frozenset(found)


@lru_cache(maxsize=4)
def _place_parts(reference: Reference) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = {}
    for row in reference.rows("place_parts"):
        parts.setdefault(row["whole_code"], []).append(row["part_code"])
    return parts


@lru_cache(maxsize=4)
def entities_within(reference: Reference) -> dict[str, set[str]]:
    """Return the codes of the parts of each listed entity."""
    parts: dict[str, set[str]] = {}
    for row in reference.rows("entity_parts"):
        parts.setdefault(row["whole_code"], set()).add(row["part_code"])
    return parts
