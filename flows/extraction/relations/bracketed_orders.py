"""Orders whose levels stand in brackets or beside one another: "more in 2019 (61%) than in 2014 (58%)"."""

import re
from typing import Final

from flows.extraction.figure import Relation
from flows.extraction.relations.likeness import same_measure
from flows.extraction.relations.relating import Changes, is_current, relate
from flows.extraction.relations.shapes import Shape

# Each with the greater, or the lesser, first: `v` is a word for less where it begins with "l".
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # "3.20 euros, more than in May (2.90 euros)"
        r"(?P<a>[LP])[wN]{0,2},?q?(?P<v>[ml])c[iwDNes]{1,4}\((?P<b>[LP])\)",
        # "More people voted in 2019 (61 percent) than in 2014 (58 percent)"
        r"^(?P<v>[ml])[^LPTRH;:(,]{1,9}\((?P<a>[LP])\)c[^LPTRH;:(,]{1,6}\((?P<b>[LP])\)",
        # "Orn (410,000 people) is the largest, ahead of Holm (380,000)"
        r"\((?P<a>[LP])\)[^LPTRH;:(]{1,9},(?P<v>z)o[^LPTRH;:(,]{1,4}\((?P<b>[LP])\)",
        # "sold more cars than Merida last year: 410,000 against 380,000"
        r"(?P<v>[ml])w{0,2}c[^LPTRH;:(,]{1,6}:(?P<a>[LP])[ct](?P<b>[LP])[,.;]",
        # "outsold Merida by 410,000 cars to 380,000", "outnumbered those for it by a ratio of about 9 to 5"
        r"(?P<v>z)[^LPTRH;:(,]{1,12}b(?:ewo)?q{0,3}(?P<a>L)t(?P<b>L)",
    )
)
_NEEDED: Final = frozenset("mlz")


def find_bracketed_orders(shapes: list[Shape], changes: Changes) -> list[Relation]:
    """Return greater and lesser of two levels of one measure that such words set against one another."""
    found: list[Relation] = []
    for shape in shapes:
        if _NEEDED.isdisjoint(shape.classes):
            continue
        for pattern in _PATTERNS:
            for match in pattern.finditer(shape.classes):
                one, other = match.start("a"), match.start("b")
                if not _comparable(shape, one, other, changes):
                    continue
                greater, lesser = (other, one) if match.group("v") == "l" else (one, other)
                members = [(greater, "greater"), (lesser, "lesser")]
                found.append(relate(shape, "order", "in_brackets", members))
    return found


def _comparable(shape: Shape, one: int, other: int, changes: Changes) -> bool:
    first, second = shape.draft(one), shape.draft(other)
    return (
        shape.classes[one] == shape.classes[other]
        and same_measure(first, second)
        and is_current(first, changes)
        and is_current(second, changes)
    )
