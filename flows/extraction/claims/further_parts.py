"""What is added to a level, with the total of both: "first with 214 ... another 173 points ... 387 in all".

Of the levels before "another" and the totals about it two that make one another are meant; else the only two
that a slip of a digit would make so.
"""

from typing import Final

from flows.extraction.claims.polls import made_sum
from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.relations.likeness import same_measure

_FURTHER: Final = frozenset("another further additional extra".split())
_TOTALS: Final = frozenset(
    "total totals totalled altogether overall combined tally all final together".split()
)
_AROUND: Final = 6  # tokens about a level in which it is called a total
_NEAR: Final = 4  # sentences from what is added to the total
_BACK: Final = 2  # and back to the level
_RULE: Final = "further_part"


def find_further_parts(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return totals with a level and what words add to it.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is in a complete sum already is left alone.
    """
    sentences = standing.sentences_with(_FURTHER)
    if not sentences:
        return []
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    told: list[Relation] = []
    for added in standing.levels:
        if added.sentence not in sentences or id(added) in summed or not added.value:
            continue
        if standing.lower[added.first - 1] not in _FURTHER:
            continue
        like = [
            level
            for level in standing.told_in(added.sentence - _NEAR, added.sentence + _NEAR)
            if level is not added and level.value and level.kind == added.kind and same_measure(level, added)
        ]
        bases = [one for one in like if one.first < added.first and one.sentence >= added.sentence - _BACK]
        wholes = [one for one in like if _is_total(standing, one)]
        pairs: list[tuple[list[Draft], Draft]] = [
            ([base, added], whole)
            for base in bases
            for whole in wholes
            if base is not whole and (whole.value or 0) > max(base.value or 0, added.value)
        ]
        relation = made_sum(_RULE, pairs, summed, is_sure=False)
        if relation is not None:
            told.append(relation)
    return told


def _is_total(standing: Standing, level: Draft) -> bool:
    first, last = standing.document.sentences[level.sentence]
    words = standing.lower[max(first, level.first - _AROUND) : min(last, level.last + _AROUND)]
    return not _TOTALS.isdisjoint(words)
