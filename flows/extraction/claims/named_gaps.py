"""How far somebody is ahead of whoever is named, whose own figure stands elsewhere.

"Poulton polled 17,842 votes, 1,316 ahead of Philippa Gascoigne": hers is told under her name, before or
behind.
"""

from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of
from flows.extraction.relations.sums import makes, spread

_AHEAD: Final = (["ahead", "of"], ["clear", "of"])
_BEHIND: Final = (["behind"], ["adrift", "of"])
_WORDS: Final = frozenset("ahead clear behind adrift".split())
_NAME: Final = 4  # tokens behind "ahead of" among which a name stands
_BEFORE: Final = 8  # tokens from a name to its figure


def find_named_gaps(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return the greater of two levels with the lesser and how far they are said to be apart.

    Args:
        standing: the figures of the article.
        found: the relations so far; a difference that is tied is left alone.
    """
    sentences = standing.sentences_with(_WORDS)
    if not sentences:
        return []
    tied = figures_of(one for one in found if one.kind == "sum")
    told: list[Relation] = []
    for gap in standing.levels:
        if gap.sentence not in sentences or id(gap) in tied or not gap.value:
            continue
        after = end_with_noun(gap)
        lower = standing.lower
        said = next((words for words in _AHEAD if lower[after : after + len(words)] == words), None)
        sign = 1 if said is not None else -1
        said = said or next((words for words in _BEHIND if lower[after : after + len(words)] == words), None)
        before = [one for one in standing.levels_before(gap, 0) if _is_alike(one, gap)]
        names = _names(standing, after + len(said)) if said is not None and before else set()
        if not names:
            continue
        others = [one for one in standing.levels if _is_alike(one, gap) and _is_of(standing, one, names, gap)]
        pairs = [(before[-1], one) if sign > 0 else (one, before[-1]) for one in others]
        pairs = [(one, other) for one, other in pairs if (one.value or 0) > (other.value or 0)]
        meant = [pair for pair in pairs if makes([pair[1], gap], pair[0])] or pairs
        if meant and len({(one.value, other.value) for one, other in meant}) == 1:
            told.append(spread("difference", meant[0][0], [meant[0][1], gap], True))
    return told


def _is_alike(level: Draft, gap: Draft) -> bool:
    """Whether a level may differ from another by a gap: of one kind, and of one unit where both have one."""
    is_of_one_unit = level.unit == gap.unit or None in (level.unit, gap.unit)
    return level is not gap and level.kind == gap.kind and is_of_one_unit


def _names(standing: Standing, first: int) -> set[str]:
    """Return the words of the name that begins there: "ahead of Philippa Gascoigne for the Unionists"."""
    names: set[str] = set()
    for word in standing.document.words[first : first + _NAME]:
        if not word[:1].isupper():
            break
        names.add(word)
    return names


def _is_of(standing: Standing, level: Draft, names: set[str], gap: Draft) -> bool:
    """Whether a level of another sentence is told right behind a name."""
    if level.sentence == gap.sentence:
        return False
    first = max(standing.document.sentences[level.sentence][0], level.first - _BEFORE)
    while any(place in standing.lasts for place in range(first, level.first)):
        first += 1
    return not names.isdisjoint(standing.document.words[first : level.first])
