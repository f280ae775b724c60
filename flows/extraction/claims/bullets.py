"""Wholes with the parts that a list of bullets tells: "Here is where the 3.2 million went:" and four lines.

The lines of such a list are one figure each; what the sentence before says of the whole tells whether they
leave anything out. Lines without bullets are such a list behind a colon, where each ends with its figure.
"""

import re
from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.relations.sums import is_plausible, makes, spread

# It begins with a line end, since a search then leaps over all that is none.
_BULLET: Final = re.compile(r"\n[ \t]*(?:[*•·‣▪◦–—-]|\(?(?:\d|[a-z])[.)])[ \t]+(?=\S)[^\n]*")
# Lines such as "Norway: 8,412" or "Ray Dutt (Independent) 4,210" behind one that ends with a colon.
_LINES: Final = re.compile(r":[ \t]*\n\s*((?:[^\n]{3,80}?[\d%][ \t]*(?:\n\s*|$)){3,})")
_LINE: Final = re.compile(r"[^\n]+")
# What announces all parts of a whole; and what announces some of them.
_ALL: Final = frozenset(
    """follows breakdown breaks broken split splits divided divides shared distributed allocated composed
    comprises comprised comprise consists consisted consist went goes gone became spent""".split()
)
_PHRASES: Final = (
    "this is",
    "here is",
    "here's",
    "here are",
    "all of it",
    "all of them",
    "made up",
    "make up",
    "to be",
)
_SOME: Final = frozenset(
    "including included includes among such example examples highlights notably mainly chiefly".split()
)
_RANKED: Final = frozenset(
    "top leading largest biggest best most main principal highest worst selected".split()
)
_FEWEST: Final = 2
_LIST: Final = 3  # lines from which on a list can be of a whole that is told further before
_NEAR: Final = Decimal("0.75")  # of which of such a whole and its lines the other may be
_BACK: Final = 2  # sentences from a list to its whole
_LEAD: Final = 400  # characters of what announces a list
_HUNDRED: Final = Decimal(100)
_NEAR_HUNDRED: Final = 40  # points that shares of a whole may miss it by, and still be meant


def find_bullets(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return wholes, or none where the lines are percentages, with one part from each line of a list.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is a part of a complete sum already is left alone.
    """
    told: list[Relation] = []
    text = standing.document.text
    lines = [(match.start(), match.end() - 1) for match in _BULLET.finditer("\n" + text)]
    plain = [
        [line.span() for line in _LINE.finditer(text, *match.span(1)) if line.group().strip()]
        for match in (_LINES.finditer(text) if ":\n" in text else ())
    ]
    if len(lines) < _FEWEST and not plain:
        return told
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    runs = _runs(text, lines)
    for run in (*runs, *plain):
        if len(run) >= _FEWEST:
            relation = (_sum_of(standing, run) if run in runs else None) or _sum_told_apart(standing, run)
            if relation is not None and summed.isdisjoint(id(member.draft) for member in relation.members):
                told.append(relation)
                summed |= figures_of([relation])
    return told


def _runs(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the lists: lines with nothing but white space between them."""
    runs: list[list[tuple[int, int]]] = []
    for line in lines:
        if runs and not text[runs[-1][-1][1] : line[0]].strip():
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _sum_of(standing: Standing, run: list[tuple[int, int]]) -> Relation | None:
    near = standing.levels_between(max(0, run[0][0] - _LEAD), run[0][0])
    before = [level for level in near if level.end <= run[0][0]]
    if before:
        for whole in reversed([level for level in before if before[-1].sentence - level.sentence < _BACK]):
            words = _announcing(standing, whole.start, run[0][0])
            parts = [part for line in run if (part := _part_in(standing, line, whole)) is not None]
            if words is None or len(parts) < len(run) or not is_alike_in_status((whole, *parts)):
                continue
            complete = _is_of_all(words, standing.document.text[whole.end : run[0][0]])
            if is_plausible(whole, parts, said=True) and (complete or makes(parts, whole)):
                return spread("bullets", whole, parts, True)
    shares = standing.shares_between(run[0][0], run[-1][1])
    words = _announcing(standing, run[0][0], run[0][0])
    off = abs(sum((share.value or Decimal(0) for share in shares), -_HUNDRED))
    alone = len(shares) == len(run) > _FEWEST and all(share.unit == "percent" for share in shares)
    if words is not None and alone and off <= _NEAR_HUNDRED and _is_of_all(words, ""):
        return spread("bullets", None, shares, True)
    return None


def _sum_told_apart(standing: Standing, run: list[tuple[int, int]]) -> Relation | None:
    """Return a whole told further before a list, or right behind it, whose lines end with their figures.

    What a colon announces without "including" or "the largest" is all of it. A whole that the lines make is
    meant, else the only one that comes near.
    """
    text = standing.document.text
    lead = text[max(0, run[0][0] - _LEAD) : run[0][0]].rstrip()
    said = set(re.findall(r"[a-z]+", lead[lead.rfind("\n") + 1 :].lower()))
    if (
        len(run) < _LIST
        or not lead.endswith(":")
        or not (_SOME.isdisjoint(said) and _RANKED.isdisjoint(said))
    ):
        return None
    ends = [standing.levels_between(*line)[-1:] for line in run]
    parts = [
        level for line, last in zip(run, ends, strict=True) for level in last if level.end >= line[1] - 1
    ]
    if len(parts) < len(run) or any(part.kind != parts[0].kind or not part.value for part in parts):
        return None
    amount = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    last = parts[-1].sentence + 1
    near = [
        level
        for level in standing.levels
        if (level.end <= run[0][0] or (level.start > run[-1][1] and level.sentence <= last))
        and level.kind == parts[0].kind
        and level.unit == (parts[0].unit or level.unit)
        and _NEAR * (level.value or 0) <= amount
        and _NEAR * amount <= (level.value or 0)
        and all((part.value or 0) < (level.value or 0) for part in parts)
    ]
    made = [level for level in near if makes(parts, level)]
    whole = made[:1] or (near if len({level.value for level in near}) == 1 else [])
    return spread("bullets", whole[0], parts, True) if whole else None


def _announcing(standing: Standing, start: int, end: int) -> str | None:
    """Return the words from the beginning of a figure's sentence to a list; none where they are far apart."""
    document = standing.document
    opens = document.text.rfind("\n\n", 0, start) + 1 if start < end else max(0, end - _LEAD)
    words = document.text[opens:end].lower()
    return words if len(words) < _LEAD else None


def _is_of_all(words: str, between: str) -> bool:
    """Whether words announce all parts, or a colon behind the whole ends their sentence."""
    told = set(re.findall(r"[a-z']+", words))
    if not _SOME.isdisjoint(told):
        return False
    colon = between.rstrip().endswith(":") and "." not in between
    return colon or not _ALL.isdisjoint(told) or any(phrase in words for phrase in _PHRASES)


def _part_in(standing: Standing, line: tuple[int, int], whole: Draft) -> Draft | None:
    """Return the one figure of a line that the whole may hold: "620 oaks" of the trees, too."""
    inside = [level for level in standing.levels_between(*line) if level.kind == whole.kind]
    inside = [level for level in inside if (level.value or 0) < (whole.value or 0)]
    alike = [level for level in inside if level.unit in (whole.unit, None)]
    if alike or whole.kind != "count":
        return alike[-1] if alike else None
    return inside[0] if len(inside) == 1 else None
