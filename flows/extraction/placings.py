"""Who came first, second and third, each with a figure: "Varde came second with 74, Holm third with 71"."""

from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, in_text_order
from flows.extraction.likeness import listable
from flows.extraction.ranks import RANKS
from flows.extraction.standing import Standing, is_alike_in_status
from flows.extraction.utmost_words import is_heading

_FIRSTS: Final = frozenset("leaders champions winners topped tops heads headed leads led top".split())
WORDS: Final = frozenset((*_FIRSTS, *RANKS))
_WITH: Final = frozenset("with on at".split())
_BESIDE: Final = 4  # tokens from "second with" to its figure
_BEHIND: Final = 12  # tokens from "second-placed" to its figure
_APART: Final = 2  # sentences between two places of one table
# Who has fewer of these comes first.
_FEWER_IS_BETTER: Final = frozenset("stroke shot second minute hour goal_conceded fault penalty".split())
_LEAST: Final = frozenset("lowest fewest smallest least cheapest shortest bottom worst fastest last".split())


def find_placings(standing: Standing) -> list[Relation]:
    """Return greater and lesser of figures of neighbouring places, in the sentences that tell a table."""
    sentences = sorted(standing.sentences_with(WORDS))
    if not sentences:
        return []
    placed: list[tuple[int, Draft]] = []
    for number in sentences:
        levels = [level for level in standing.levels_in(number) if level.unit not in _FEWER_IS_BETTER]
        if levels and _LEAST.isdisjoint(standing.words(levels[0])):
            placed += _places(standing, number, levels)
    found: list[Relation] = []
    run: list[tuple[int, Draft]] = []
    for item in [*placed, None]:
        if item is not None and (not run or _goes_on(run[-1][1], item[1])):
            run.append(item)
            continue
        found += _orders(run)
        run = [item] if item is not None else []
    return found


def _places(standing: Standing, number: int, levels: list[Draft]) -> list[tuple[int, Draft]]:
    """Return the levels of a sentence that a place is said with, each with its place."""
    first, last = standing.document.sentences[number]
    lower = standing.lower
    found: dict[int, tuple[int, Draft]] = {}
    for index in range(first, last):
        word = lower[index]
        if word not in WORDS:
            continue
        after = lower[index + 1 : last][:3]
        reach = 0
        if word in RANKS and RANKS[word] > 1:
            if after[:1] and (after[0] in _WITH or after[:2] == [",", "with"]):
                reach = _BESIDE
            elif after[:2] == ["-", "placed"] or after[:1] == ["place"]:
                reach = _BEHIND
        elif word == "first" and after[:1] == ["with"]:
            reach = _BESIDE
        elif is_heading(word, lower[index + 1 : last][:_BESIDE]) or word in ("leaders", "champions"):
            reach = _BEHIND
        level = next((one for one in levels if 0 < one.first - index <= reach), None)
        if level is not None and id(level) not in found:
            found[id(level)] = (RANKS.get(word, 1), level)
    return sorted(found.values(), key=_start)


def _goes_on(before: Draft, level: Draft) -> bool:
    return (
        level.sentence - before.sentence <= _APART
        and listable(before, level)
        and before.kind in (level.kind, "count")
        and is_alike_in_status((before, level))
    )


def _orders(run: list[tuple[int, Draft]]) -> list[Relation]:
    if len({rank for rank, _ in run}) < len(run):
        return []  # two tables
    orders = []
    for (_, greater), (_, lesser) in pairwise(sorted(run, key=_rank)):
        members = in_text_order((Member("greater", greater), Member("lesser", lesser)))
        start, end = min(greater.start, lesser.start), max(greater.end, lesser.end)
        orders.append(Relation("order", members, False, start, end, "placed"))
    return orders


def _rank(item: tuple[int, Draft]) -> int:
    return item[0]


def _start(item: tuple[int, Draft]) -> int:
    return item[1].start
