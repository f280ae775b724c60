"""Levels that something moves to, with the one that it was at: "10% of sales, but that should rise to 15%".

The former level is not said with the new one: it stands before, in the same sentence or in the one before.
The direction is the verb's, and the values must agree with it.
"""

import re
from bisect import bisect_left
from typing import Final

from flows.extraction.figure import Draft, Relation, figures_of, first_of
from flows.extraction.implied.series import PRICES, Pairs, alike, order, same_place, same_thing
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import opposed
from flows.extraction.relations.relating import BEFORE, FILLER, Changes
from flows.extraction.relations.shapes import Shape

# A former level behind ("to 5 from 4", "to 5, compared with 4") makes it a relation of its own.
_TO: Final = re.compile(
    rf"(?P<v>[UVud])(?P<what>u?{FILLER}{{0,6}})t{BEFORE}(?P<n>[LP])(?!{FILLER}{{0,7}},?[ud]?[fc])"
)
# "to 9.4% by the end of 2010 and 8.5% by the end of 2011"
_AND_THEN: Final = re.compile(
    rf"[bwNesiqo]{{0,6}}D{{1,2}},?&(?:w{{0,2}}t)?{BEFORE}(?P<m>[LP])[biaoew][wNesiqo]{{0,5}}D"
)
_VERBS: Final = frozenset("UVud")
_BACK: Final = 6  # figures before that are tried
_THAT: Final = frozenset(
    "that this it which figure number share rate total level amount they proportion percentage".split()
)
_NEAR_VERB: Final = 4  # elements between "that" and the verb


def find_moves(
    reading: Reading, shapes: list[Shape], changes: Changes, pairs: Pairs, known: list[Relation]
) -> list[Relation]:
    """Return the orders of levels that are moved to with the nearest level before of the same thing."""
    complete = figures_of(
        one for one in known if one.kind == "growth" and any(m.role == "old" for m in one.members)
    )
    lower = reading.document.lower
    found: list[Relation] = []
    for shape in shapes:
        if "t" not in shape.classes or _VERBS.isdisjoint(shape.classes):
            continue
        for match in _TO.finditer(shape.classes):
            new = shape.draft(match.start("n"))
            then = _AND_THEN.match(shape.classes, match.end("n"))
            if then is not None and alike(new, shape.draft(then.start("m"))):
                later = shape.draft(then.start("m"))
                above = match.group("v") in "Uu"
                relation = order("move", later, new, (new.start, later.end), above=above)
                if relation is not None and pairs.tie(later, new):
                    found.append(relation)
            if id(new) in complete or id(new) in changes.former:
                continue
            verb = match.start("v")
            first, last = shape.tokens[max(0, verb - _NEAR_VERB)], shape.tokens[match.end("what")]
            said = not _THAT.isdisjoint(lower[first:last])
            if new.kind == "growth" and not said:
                continue
            old = _former(reading, new, said, changes, pairs)
            if old is None:
                continue
            start = reading.document.starts[shape.tokens[verb]]
            relation = order(
                "move", new, old, (min(start, old.start), new.end), above=match.group("v") in "Uu"
            )
            if relation is not None and pairs.tie(new, old):
                found.append(relation)
    return found


def _former(reading: Reading, new: Draft, said: bool, changes: Changes, pairs: Pairs) -> Draft | None:
    """Return the nearest level before that may be what was moved from, None where another is nearer."""
    drafts = reading.drafts
    index = bisect_left(drafts, new.first, key=first_of)
    for old in reversed(drafts[max(0, index - _BACK) : index]):
        if new.sentence - old.sentence > 1:
            break
        if (
            id(old) in changes.former
            or id(old) in changes.changes
            or not alike(old, new)
            or opposed(reading.document.lower, old, new)
        ):
            continue
        if pairs.has(old, new):
            return None
        series = (
            old.metric_code is not None
            and old.metric_code == new.metric_code
            and (new.metric_code not in PRICES or new.sentence == old.sentence)
            and same_thing(old, new)
            and same_place(old, new)
            and old.scope == new.scope
        )
        return old if said or series else None
    return None
