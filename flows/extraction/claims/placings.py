"""Who came first, second and third, each with a figure: "Varde came second with 74, Holm third on 71".

A place is said before its figure, or right behind it, by a rank or by a medal; who won is first. Of times and
strokes the first one has least. Neighbours of one contest are set against one another.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from flows.extraction.claims.difference_words import GAPS
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.claims.utmost_words import is_heading
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, first_of, related
from flows.extraction.implied.ranks import RANKS
from flows.extraction.relations.likeness import listable
from flows.extraction.text.period_words import HEDGES

_HEADING: Final = frozenset("topped tops heads headed leads led top".split())
_WINNING: Final = frozenset(
    "won win wins winning gold title victory victorious triumphed winner elected else".split()
)
_FIRSTS: Final = _HEADING | _WINNING | frozenset("leaders champions champion winners".split())
# Those behind are told in as many ways.
_PLACES: Final = {"silver": 2, "runners": 2, "runner": 2, "bronze": 3}
_MEDALS: Final = frozenset("gold silver bronze medal medals".split())
_OPPONENTS: Final = frozenset(("opponent", "challenger"))
_WHOSE: Final = frozenset("his her their its the only sole".split())
_CLOSEST: Final = frozenset(("closest", "nearest"))
_RIVALS: Final = frozenset(
    "rival rivals challenger challengers competitor competitors pursuer pursuers".split()
)
WORDS: Final = frozenset((*_FIRSTS, *RANKS, *_PLACES, *_CLOSEST, *_OPPONENTS, "else"))
_PLACED: Final = frozenset("place placed spot position with on at in".split())
_COMING: Final = frozenset(
    """came come comes finished finishing finish in was were placed ranked lies lie lay stands stood sits sit
    sat itself himself herself themselves now down remains remained stays stayed ended ends still""".split()
)
_MORE: Final = frozenset(("further", "another"))
_BEHIND: Final = 14  # tokens from the words of a place to its figure
_AFTER: Final = 4  # tokens from a figure to the words of its place
_APART: Final = 2  # sentences between two places of one table
_SMALL: Final = 20  # a smaller number may count anything
_TIMES: Final = 6  # times as much is another measure
# Who has fewer of these comes first.
_FEWER_IS_BETTER: Final = frozenset("stroke shot second minute hour goal_conceded fault penalty".split())
_STROKES: Final = frozenset("golf golfer golfers birdie birdies bogey bogeys par putt putts".split())
_LEAST: Final = frozenset(
    """lowest fewest smallest least cheapest shortest bottom worst slowest fewer bid bids bidder tender
    contract seats prize prizes purse each quarter half round heat leg stage""".split()
)
# What counts games, years and people of a contest is not what it is won by.
_SHARES: Final = frozenset(("share", "percent"))
_KINDS: Final = frozenset("count money measure duration share percent".split())


def find_placings(standing: Standing, drafts: list[Draft]) -> list[Relation]:
    """Return greater and lesser of figures of neighbouring places, in the sentences that tell a table.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the times of a race.
    """
    sentences = standing.sentences_with(WORDS)
    if not sentences:
        return []
    # "There were 103 bronze": medals counted say who won nothing.
    levels: dict[int, list[Draft]] = {
        number: [
            one
            for one in standing.levels_in(number)
            if _MEDALS.isdisjoint(standing.lower[one.last : one.last + 1])
        ]
        for number in sentences
    }
    for draft in drafts:
        if draft.sentence not in sentences:
            continue
        is_time = draft.kind == "duration" and draft.unit in _FEWER_IS_BETTER
        is_share = draft.unit == "percent" and draft.kind in _SHARES and not levels[draft.sentence]
        if is_time or is_share:
            levels[draft.sentence].append(draft)
    placed: list[tuple[int, Draft]] = []
    for number in sorted(sentences):
        if not levels[number]:
            placed += _told_behind(standing, number, sentences)
        elif _LEAST.isdisjoint(standing.words(levels[number][0])):
            placed += _places(standing, number, sorted(levels[number], key=first_of))
    found: list[Relation] = []
    run: list[tuple[int, Draft]] = []
    for item in [*placed, None]:
        if item is not None and (not run or _goes_on(run[-1][1], item[1])) and not _begins_anew(run, item):
            run.append(item)
            continue
        found += _orders(standing, run)
        run = [item] if item is not None else []
    return found


def _told_behind(standing: Standing, number: int, sentences: set[int]) -> list[tuple[int, Draft]]:
    """Return the level that follows a sentence with a place and no level: "A is third. It sold 6,900"."""
    if number + 1 in sentences or number + 1 >= len(standing.document.sentences):
        return []
    first, last = standing.document.sentences[number]
    ranks = {rank for _, rank in _ranks(standing.lower, first, last)}
    levels = [level for level in standing.levels_in(number + 1) if (level.value or 0) >= _SMALL]
    if len(ranks) != 1 or len(levels) != 1 or not _LEAST.isdisjoint(standing.words(levels[0])):
        return []
    return [] if _is_gap(standing.lower, levels[0]) else [(ranks.pop(), levels[0])]


def _begins_anew(run: list[tuple[int, Draft]], item: tuple[int, Draft]) -> bool:
    """Whether the times of another race follow: who won the women's is told after who came third."""
    return bool(run) and item[1].kind == "duration" and item[0] < run[-1][0]


def _is_gap(lower: list[str], level: Draft) -> bool:
    """Whether a level is nobody's own: "a majority of 2,118", "won by almost 9,000"."""
    before = level.first - 1
    while lower[before] in HEDGES:
        before -= 1
    if lower[before] in _MORE:
        return True  # "a further 40 seconds adrift"
    return lower[before] == "by" or (lower[before] == "of" and lower[before - 1] in GAPS)


def _places(standing: Standing, number: int, levels: list[Draft]) -> list[tuple[int, Draft]]:
    """Return the levels of a sentence that a place is said with, each with its place."""
    first, last = standing.document.sentences[number]
    found: dict[int, tuple[int, Draft]] = {}
    for index, rank in _ranks(standing.lower, first, last):
        level = next((one for one in levels if 0 < one.first - index <= _BEHIND), None)
        if level is not None and ";" in standing.lower[index : level.first]:
            level = None
        if rank == 1 and standing.lower[index] in _WINNING:
            # "786 kilos on Saturday to win the vegetable class"
            timed = [one for one in levels if one.kind == "duration"] if len(levels) > 1 else levels
            level = timed[0] if len(timed) == 1 else None
        elif level is None:
            near = [one for one in levels if 0 <= index - end_with_noun(one) < _AFTER]
            level = near[-1] if near and rank > 1 else None
            if level is not None and "when" in standing.lower[end_with_noun(level) : index]:
                level = None  # "ran 2:06:38 when finishing fourth in another race"
        if level is not None and id(level) not in found and not _is_gap(standing.lower, level):
            found[id(level)] = (rank, level)
    return sorted(found.values(), key=_start)


def _ranks(lower: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a sentence that tell a place, by their token, each with the place."""
    for index in range(first, last):
        word = lower[index]
        if word not in WORDS:
            continue
        before, behind = lower[index - 1] if index > first else "", lower[index + 1 : min(last, index + 4)]
        if word in _PLACES:
            if word in ("silver", "bronze") or behind[:2] == ["-", "up"]:
                yield index, _PLACES[word]
        elif word in _CLOSEST:
            if not _RIVALS.isdisjoint(behind[:2]):
                yield index, 2
        elif word in _OPPONENTS:
            if before in _WHOSE:
                yield index, 2
        elif word == "else":
            # "more tractors than anybody else"
            if "than" in lower[max(first, index - 3) : index]:
                yield index, 1
        elif word in RANKS and word != "top":
            is_placed = behind[:1] and (
                behind[0] in _PLACED or behind[:2] in ([",", "with"], ["-", "placed"])
            )
            # "Second was a woodcutter from Laos with 55"
            is_placed = is_placed or (index == first and behind[:1] in (["was"], ["came"], ["is"]))
            if RANKS[word] == 1:
                # Not "in the first place".
                is_placed = behind[:1] == ["with"] or (behind[:1] == ["place"] and before != "the")
            if is_placed or (before in _COMING and RANKS[word] > 1):
                yield index, RANKS[word]
        elif is_heading(word, lower[index + 1 : min(last, index + 5)]) or word not in _HEADING:
            yield index, 1


def _goes_on(before: Draft, level: Draft) -> bool:
    """Whether two places may be of one table: near, of one measure and size."""
    if level.sentence - before.sentence > _APART or level.kind not in _KINDS:
        return False
    if (
        not level.value
        or not before.value
        or max(level.value, before.value) > _TIMES * min(level.value, before.value)
    ):
        return False
    is_bare = level.kind == "count" and level.unit is None
    return is_bare or (
        listable(before, level)
        and before.kind in (level.kind, "count")
        and is_alike_in_status((before, level))
    )


def _orders(standing: Standing, run: list[tuple[int, Draft]]) -> list[Relation]:
    if len({rank for rank, _ in run}) < len(run):
        return []  # two tables
    is_least = any(level.unit in _FEWER_IS_BETTER for _, level in run) or (
        all(level.unit is None for _, level in run) and bool(standing.sentences_with(_STROKES))
    )
    orders = []
    for (_, ahead), (_, behind) in pairwise(sorted(run, key=_rank)):
        roles = ("lesser", "greater") if is_least else ("greater", "lesser")
        orders.append(related("order", "placed", Member(roles[0], ahead), Member(roles[1], behind)))
    return orders


def _rank(item: tuple[int, Draft]) -> int:
    return item[0]


def _start(item: tuple[int, Draft]) -> int:
    return item[1].start
