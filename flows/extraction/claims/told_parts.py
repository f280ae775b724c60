"""Parts of a whole that the sentences before tell: "Forty of the victims were shot and fifteen stabbed"."""

from typing import Final

from flows.extraction.claims.holding import may_hold
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.relations.sums import is_plausible, makes, spread

_ACCOUNTS: Final = frozenset("accounts account accounted".split())
_NOT_SUMMED: Final = frozenset("average median daily monthly rate price index".split())
_AGAINST: Final = frozenset("against from versus vs than".split())
_BACK: Final = 2  # sentences from the parts to their whole
_FEWEST: Final = 3  # parts, where only the last are told to be parts


def find_told_parts(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return wholes with the parts of the sentences behind, where words call one of these a part.

    Not complete, unless they make the whole: parts may be left out, but come to no more than it.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is a part of a sum already is left alone.
    """
    accounts = standing.sentences_with(_ACCOUNTS)
    summed = figures_of(one for one in found if one.kind == "sum")
    told: list[Relation] = []
    for number, level in enumerate(standing.levels):
        if id(level) in summed or not _is_part(standing, level, accounts):
            continue
        behind = [
            other for other in standing.levels[number + 1 :][:_FEWEST] if other.sentence == level.sentence
        ]
        whole, parts = _whole_of(standing, level, behind)
        if whole is None or len(parts) < _FEWEST or not summed.isdisjoint(map(id, parts)):
            continue
        if is_plausible(whole, parts) and is_alike_in_status((whole, *parts)):
            told.append(spread("told_parts", whole, parts, makes(parts, whole)))
            summed.update(map(id, parts))
    return told


def _is_part(standing: Standing, level: Draft, accounts: set[int]) -> bool:
    """Whether "accounted for" stands before a level, or "of the" behind a count that begins its sentence."""
    lower, opens = standing.lower, standing.document.sentences[level.sentence][0]
    if level.first == opens:
        is_part = level.kind == "count" and lower[level.last : level.last + 2] == ["of", "the"]
    else:
        is_part = level.sentence in accounts and lower[level.first - 1] == "for"
        is_part = is_part and lower[level.first - 2] in _ACCOUNTS
    return is_part and _NOT_SUMMED.isdisjoint(standing.words(level))


def _whole_of(standing: Standing, level: Draft, behind: list[Draft]) -> tuple[Draft | None, list[Draft]]:
    """Return the nearest level before that may hold a part and those behind it, with all parts between."""
    before = standing.levels_before(level, _BACK)
    for number in range(len(before) - 1, -1, -1):
        whole = before[number]
        if whole.unit == "metre" and standing.lower[whole.last - 1] == "m":
            continue  # "it sold 4.4m": metres as easily as millions
        parts = [
            part
            for part in (*before[number + 1 :], level, *behind)
            # "14,208 cases, against 11,376 in 2025": another time is no part.
            if may_hold(whole, part)
            and standing.lower[part.first - 1] not in _AGAINST
            and standing.lower[part.first - 2 : part.first] != ["compared", "with"]
        ]
        if may_hold(whole, level) and len(parts) >= _FEWEST:
            return whole, parts
    return None, []
