"""Totals with the series of levels behind them that are their parts: of three legs, three distances.

A series is tied by how many parts are said to be ("split into three legs", "over three days"), by a word that
adds one part to those before ("another 9,350"), or by a list that closes right behind the total. The total is
the first level of its measure in the article. But for the said number, parts may be left out: then they are
only more than the total where they contradict it.
"""

from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.earlier_levels import is_told_earlier, words_of
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.sums import rounding_of, spread
from flows.extraction.text.noun_words import singular

_PARTS: Final = frozenset(
    """leg stage section segment division part phase tranche instalment installment category day quarter
    terminal site plant region branch round stretch class wing""".split()
)
_NUMBERS: Final = {"three": 3, "four": 4, "five": 5, "six": 6}
_BEHIND: Final = 14  # sentences in which parts are told
_SOON: Final = 3  # the same of a list
_LONGEST: Final = 8
_FEWEST: Final = 3
_LEAST: Final = 200  # times a part may be its total
_OFF: Final = Decimal("0.6")  # of which of total and parts the other may be
_RIVAL: Final = 3  # times a level before is more than a topic's own
_NOT_ADDED: Final = frozenset(
    """average median price rate index record largest biggest most highest leading tops top ahead target each
    per wage salary worth loss losses profit profits income earnings deficit surplus""".split()
)
_RANKING: Final = frozenset(
    """followed ahead second third next behind runner-up largest biggest highest compared against versus than
    respectively""".split()
)
_ADDING: Final = frozenset(("another", "further", "additional"))
_WHERE: Final = frozenset(("in", "at", "on", "from"))
_BEFORE: Final = frozenset((",", ";", "and", "while", "but"))
_TIMES: Final = frozenset("first second third last same previous year month week quarter past".split())
_CLOSING: Final = frozenset(("and", "while", "with"))
_PLACED: Final = frozenset("more less fewer higher lower up down than".split())


def find_series(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return totals with the series behind them, where these are told to be its parts and do not make it.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is in a sum already is left alone.
    """
    summed = figures_of(relation for relation in found if relation.kind == "sum")
    grown = figures_of((relation for relation in found if relation.kind == "order"), "lesser")
    told: list[Relation] = []
    for number, whole in enumerate(standing.levels):
        if id(whole) in summed or not _is_topic(standing, number):
            continue
        behind = [
            part
            for part in standing.levels[number + 1 :]
            if part.sentence - whole.sentence <= _BEHIND
            and _may_be_part(standing, part, whole)
            and id(part) not in summed | grown
        ][: _LONGEST + 1]
        relation = _series_of(standing, whole, behind)
        if relation is not None:
            told.append(relation)
            summed |= figures_of([relation])
    return told


def _is_topic(standing: Standing, number: int) -> bool:
    """Whether a level is the first of its measure, and no price, average or extreme."""
    whole = standing.levels[number]
    if (whole.value or 0) < _RIVAL or whole.unit == "times" or whole.qualifier != "exact":
        return False
    if not _NOT_ADDED.isdisjoint(words_of(standing, whole)):
        return False
    return not any(
        _is_like(other, whole) and (other.value or 0) * _RIVAL >= (whole.value or 0)
        for other in standing.levels[:number]
    )


def _is_like(one: Draft, whole: Draft) -> bool:
    if one.unit == whole.unit:
        return one.kind == whole.kind
    if one.unit is None:
        return one.kind == "count" and (whole.kind == "count" or bool(one.granule and one.granule > 1))
    # "3,160 nautical miles", and miles from there on.
    return listable(one, whole) or (whole.unit or "").endswith(f" {one.unit}")


def _may_be_part(standing: Standing, part: Draft, whole: Draft) -> bool:
    lower, behind = standing.lower, end_with_noun(part)
    if not _is_like(part, whole) or not part.value or not whole.value:
        return False
    is_sized = part.value < whole.value <= part.value * _LEAST
    is_level = _PLACED.isdisjoint(lower[behind : behind + 1]) and lower[part.last : part.last + 1] != ["-"]
    words = words_of(standing, part)
    # "For the last 660 miles they had the wind behind them" tells of no earlier time.
    told = [word for word, after in pairwise([*words, ""]) if word != "had" or after == "been"]
    return is_sized and is_level and not is_told_earlier(told)


def _series_of(standing: Standing, whole: Draft, behind: list[Draft]) -> Relation | None:
    """Return the sum that words tie, unless some of the levels behind make the total."""
    if len(behind) < _FEWEST or not is_alike_in_status((whole, *behind[:_FEWEST])):
        return None
    relation = None
    if len(behind) in _said_numbers(standing, whole, behind) and _is_near(behind, whole):
        relation = spread("counted_parts", whole, behind, True)
    for size in range(_FEWEST, len(behind) + 1) if relation is None else ():
        parts = behind[:size]
        if sum((part.value or 0) for part in parts) > (whole.value or 0):
            is_added = standing.lower[parts[-1].first - 1] in _ADDING
            if is_added or _is_list(standing, whole, parts) or _are_parallel(standing, parts):
                relation = spread("series", whole, parts, False)
            break
    return None if relation is None or _some_make(behind, whole) else relation


def _some_make(parts: list[Draft], whole: Draft) -> bool:
    """Whether two or more of some parts make a whole."""
    amounts = {Decimal(0)}
    for part in parts:
        amounts |= {amount + (part.value or 0) for amount in amounts}
    slack = sum(map(rounding_of, (whole, *parts)), Decimal(0)) / 2
    return any(abs(amount - (whole.value or 0)) <= slack for amount in amounts)


def _is_near(parts: list[Draft], whole: Draft) -> bool:
    """Whether levels of the said number may be the parts: no more than one of them is wrong."""
    amount = sum((part.value or 0 for part in parts), Decimal(0))
    return _OFF * (whole.value or 0) <= amount and _OFF * amount <= (whole.value or 0)


def _said_numbers(standing: Standing, whole: Draft, behind: list[Draft]) -> set[int]:
    """Return how many parts the article says there are: "split into three legs", "over three days"."""
    sentences = standing.document.sentences
    # Before the parts: "31 in the three churches" tells nothing of how many parts there are.
    first, last = sentences[max(0, whole.sentence - 1)][0], behind[0].first
    lower = standing.lower
    return {
        _NUMBERS[lower[place]]
        for place in range(first, last - 2)
        if lower[place] in _NUMBERS
        and (singular(lower[place + 1]) in _PARTS or singular(lower[place + 2]) in _PARTS)
    }


def _is_list(standing: Standing, whole: Draft, parts: list[Draft]) -> bool:
    """Whether parts are the list of one sentence soon behind a total, none of them ranked."""
    first, last = parts[0], parts[-1]
    if first.sentence != last.sentence or not 0 < first.sentence - whole.sentence <= _SOON:
        return False
    between = standing.lower[parts[-2].last : last.first]
    here = [one for one in standing.levels_in(first.sentence) if _is_like(one, whole)]
    return (
        not _CLOSING.isdisjoint(between)
        and len(here) == len(parts)
        and _RANKING.isdisjoint(standing.words(first))
        and not _are_siblings(whole, parts)
    )


def _are_parallel(standing: Standing, parts: list[Draft]) -> bool:
    """Whether the clauses of parts begin with one preposition of places: "in the south ... in the north"."""
    opens = {tuple(_opening(words_of(standing, part))) for part in parts}
    return len({words[:1] for words in opens}) == 1 and len(opens) == len(parts) and () not in opens


def _opening(words: list[str]) -> list[str]:
    """Return the preposition and article that a clause begins with, and the word behind these."""
    while words and words[0] in _BEFORE:
        words = words[1:]
    is_place = len(words) > 2 and words[0] in _WHERE and words[1] in ("the", "its") and words[2].isalpha()
    return words[:3] if is_place and words[2] not in _TIMES else []


def _are_siblings(whole: Draft, parts: list[Draft]) -> bool:
    """Whether a total and its parts have names of their own, of which none is of another."""
    owners = {part.entity_code for part in parts}
    if whole.entity_code is None or None in owners:
        return False
    return not any((owner or "").startswith(whole.entity_code) for owner in owners)
