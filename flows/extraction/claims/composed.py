"""Totals whose parts the next sentence tells: "956 million. This financing will comprise 270 million ..."."""

from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.sums import spread

_COMPOSED: Final = frozenset("comprise comprises comprised consist consists consisted composed".split())
_POINTING: Final = frozenset("this these that those it they the".split())
_OPENING: Final = 6  # tokens in which such a sentence comes to its verb
_FEWEST: Final = 2


def find_composed(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return the last level of a sentence with the parts of which the next one says that it is composed.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is in a complete sum already is left alone.
    """
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    told: list[Relation] = []
    for sentence in sorted(standing.sentences_with(_COMPOSED)):
        first, last = standing.document.sentences[sentence]
        opening = standing.lower[first : min(last, first + _OPENING)]
        if opening[0] not in _POINTING or _COMPOSED.isdisjoint(opening):
            continue
        parts = standing.levels_in(sentence)
        whole = _told_before(standing, parts)
        if whole is None or len(parts) < _FEWEST or not summed.isdisjoint(map(id, (whole, *parts))):
            continue
        if "and" in standing.lower[parts[-2].last : parts[-1].first]:
            told.append(spread("composed", whole, parts, True))
    return told


def _told_before(standing: Standing, parts: list[Draft]) -> Draft | None:
    """Return the last level of the sentence before, if all parts are of its measure."""
    before = standing.levels_in(parts[0].sentence - 1) if parts else []
    if not before or not all(listable(part, before[-1]) for part in parts):
        return None
    return before[-1]
