"""Sums over sentences that words alone state: "Packaging brought in 2", "Together they sold 9"."""

import re
from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import may_be_part
from flows.extraction.relations.partitions import side_of
from flows.extraction.relations.relating import Changes, is_level
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import is_plausible, makes, spread

_REACH: Final = 5  # sentences back to a segment's total
# What a whole has less or more of than its parts together: profits are netted, prices and margins averaged.
_NOT_ADDITIVE: Final = (
    "profit",
    "loss",
    "income",
    "earnings",
    "ebit",
    "margin",
    "price",
    "average",
    "rate",
    "share",
    "growth",
)
# "A total of 900 votes were cast", "In total, ...", "Together they sold 9"
_CALLED: Final = re.compile(
    r"^[,&x]?(?:(?P<open>eBow?|iB,?)|(?P<all>B))(?P<between>[^LPTRH;:(x]{0,7})(?P<t>L)"
)
_BOUNDS: Final = frozenset(
    """smallest largest minimum maximum ceiling floor highest lowest cheapest dearest biggest limit cap
    youngest oldest least shortest longest""".split()
)
_BEFORE: Final = 5  # tokens from such a word to the figure
_TOGETHER: Final = frozenset(("together", "combined"))


def find_segments(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return the figures of a thing's segments in one sentence with the figure of the whole thing before.

    Segments are known by their subjects ("corva/packaging" is one of "corva"). Metric, unit, status and
    period must be the same. Complete only when two opposites leave nothing out, or when the sum holds.
    """
    found: list[Relation] = []
    for number, shape in enumerate(shapes):
        levels = [p for p in shape.figures if _is_of_now(shape, p, changes)]
        parts: dict[str, int] = {}
        for position in levels:
            code = shape.draft(position).entity_code or ""
            if "/" in code and is_additive(shape.draft(position)):
                parts.setdefault(code, position)
        if len(parts) < 2:
            continue
        places = list(parts.values())
        first = shape.draft(places[0])
        whole = (first.entity_code or "").rpartition("/")[0]
        alike = [
            place
            for place in places
            if (shape.draft(place).entity_code or "").rpartition("/")[0] == whole
            and _same(shape.draft(place), first)
        ]
        if len(alike) < 2:
            continue
        total = _total_of(shapes, number, whole, first, alike[0], changes)
        drafts = [shape.draft(place) for place in alike]
        if total is None or not is_plausible(total, drafts):
            continue
        if any(is_bound(reading.document.lower, draft) for draft in (total, *drafts)):
            continue
        sides = [side_of(reading.document, shape, place) for place in alike]
        opposite = (
            len(sides) == 2
            and sides[0] is not None
            and sides[1] is not None
            and sides[0][0] == sides[1][0]
            and sides[0][1] != sides[1][1]
        )
        found.append(spread("segments", total, drafts, opposite or makes(drafts, total)))
    return found


def find_called_totals(reading: Reading, shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return "A got 5, B 3 and C 1. A total of 9 votes were cast": a total that follows its parts.

    Incomplete unless the words join just these parts ("together they sold 9"), or the sum holds.
    """
    found: list[Relation] = []
    for number in range(1, len(shapes)):
        shape, before = shapes[number], shapes[number - 1]
        if "B" not in shape.classes[:4] or before.sentence != shape.sentence - 1:
            continue
        match = _CALLED.match(shape.classes)
        if match is None or not is_level(shape, match.start("t"), changes):
            continue
        words = reading.document.lower[shape.tokens[match.start()] : shape.tokens[match.start("between")]]
        joined = not _TOGETHER.isdisjoint(words)
        if match.group("all") and not joined and words[-1] != "altogether":
            continue
        total = shape.draft(match.start("t"))
        if not is_additive(total):
            continue
        levels = [before.draft(p) for p in before.figures if is_level(before, p, changes)]
        parts = [draft for draft in levels if _may_be(draft, total)]
        owners = {(part.entity_code or part.subject, part.place_code, part.scope) for part in parts}
        if len(parts) < 2 or len(owners) < len(parts) or not is_plausible(total, parts):
            continue
        complete = (joined and len(parts) == len(levels)) or makes(parts, total)
        found.append(spread("called_total", total, parts, complete))
    return found


def is_bound(lower: list[str], draft: Draft) -> bool:
    """Whether a figure is the least or most of something: "the ceiling at 20,000", no part of any whole."""
    return not _BOUNDS.isdisjoint(lower[max(0, draft.first - _BEFORE) : draft.first])


def is_additive(draft: Draft) -> bool:
    """Whether the figures of parts add up to the whole's."""
    code = draft.metric_code
    return (
        code is not None
        and draft.kind in ("count", "money", "measure")
        and " per " not in (draft.unit or "")
        and not any(word in code for word in _NOT_ADDITIVE)
    )


def _same(one: Draft, other: Draft) -> bool:
    return (
        one.metric_code == other.metric_code
        and one.unit == other.unit
        and one.status == other.status
        and one.period_end == other.period_end
        and one.period_start == other.period_start
    )


def _may_be(part: Draft, total: Draft) -> bool:
    return (
        part.metric_code == total.metric_code
        and part.kind == total.kind
        and part.status == total.status
        and may_be_part(part, total)
        and (part.period_end == total.period_end or None in (part.period_end, total.period_end))
    )


def _total_of(
    shapes: list[Shape], number: int, whole: str, part: Draft, position: int, changes: Changes
) -> Draft | None:
    """Return the nearest figure before a segment's that is the whole's, of the same metric and period."""
    for back in range(number, max(-1, number - 1 - _REACH), -1):
        shape = shapes[back]
        if shape.sentence < shapes[number].sentence - _REACH:
            return None
        for candidate in reversed(shape.figures):
            if back == number and candidate >= position:
                continue
            draft = shape.draft(candidate)
            if draft.entity_code == whole and _same(draft, part) and _is_of_now(shape, candidate, changes):
                # "Gates added 12 million, sponsors 11 and television 4": the first is another part.
                return None if back == number and "," in shape.classes[candidate:position] else draft
    return None


def _is_of_now(shape: Shape, position: int, changes: Changes) -> bool:
    """Whether a figure is a level that another is not just set against: "net 10.5 mln vs 7.3 mln"."""
    return is_level(shape, position, changes) and shape.classes[:position][-1:] != "c"
