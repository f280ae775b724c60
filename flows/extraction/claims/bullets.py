"""Wholes with the parts that a list of bullets tells: "Here is where the 3.2 million went:" and four lines.

The lines of such a list are one figure each; what the sentence before says of the whole tells whether they
leave anything out.
"""

import re
from decimal import Decimal
from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.relations.sums import is_plausible, makes, spread

# It begins with a line end, since a search then leaps over all that is none.
_BULLET: Final = re.compile(r"\n[ \t]*(?:[*•·‣▪◦–—-]|\(?(?:\d|[a-z])[.)])[ \t]+(?=\S)[^\n]*")
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
_FEWEST: Final = 2
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
    lines = [(match.start(), match.end() - 1) for match in _BULLET.finditer("\n" + standing.document.text)]
    if len(lines) < _FEWEST:
        return told
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    for run in _runs(standing.document.text, lines):
        if len(run) >= _FEWEST:
            relation = _sum_of(standing, run)
            if relation is not None and summed.isdisjoint(id(member.draft) for member in relation.members):
                told.append(relation)
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
