"""Runs of figures that words close, and that add up but for one slip of the pen.

"Cherry farmers lost 1,910 tonnes ... Pears make up what is missing to the total, 580": words say that a
figure is the last part of a whole, or what a running total has come to. Which figures are meant the equation
says, whatever their nouns and order: the greatest of some neighbours, or one of the headline, is all the
others. Where a run holds, nothing is wrong; where one slip of one figure makes it hold, that one is.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from flows.extraction.claims.closing_words import LEFT, closes, is_left, is_told_of_rest
from flows.extraction.claims.exhaustive import (
    FATES,
    STRETCHES,
    are_all_aboard,
    are_quarters,
    fate_of,
    stretch_of,
)
from flows.extraction.claims.holding import is_bare_amount, is_whole_number, scale_to
from flows.extraction.claims.made_of import size_of
from flows.extraction.claims.reached_words import (
    ADDING,
    REACHING,
    is_added,
    is_brought,
    is_reached,
    may_be_flows,
)
from flows.extraction.claims.standing import Standing, of_sentences
from flows.extraction.claims.wholes import are_listed
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of, first_of
from flows.extraction.implied.run_slips import Run, best_run, try_run
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.relating import IMPLIED, is_denied
from flows.extraction.relations.sizes import is_size
from flows.extraction.relations.sums import adds_up, spread

_RULE: Final = "closed_run"
_NEAREST: Final = "the_others"  # of a rest that is tied to what it misses least
# In which ways words say that nothing is left out.
_RUNNING: Final = "running"
_CLOSED: Final = "closed"
_STRETCH: Final = "stretch"
_FATE: Final = "fate"
_LISTED: Final = "listed"
_ADDED: Final = "added"
_TO_COLON: Final = 6  # tokens from a whole to the colon before its parts
_ENDING: Final = frozenset("and while plus with but".split())
_SOME: Final = frozenset("including among mostly mainly example instance whom which".split())
_HOLES: Final = frozenset("hole gap shortfall".split())
_LICENSING: Final = LEFT | REACHING | STRETCHES | FATES | _HOLES | ADDING | {":"}
_ADDS: Final = 0.01  # how often chance may make hold what is merely added
_BACK: Final = 8  # sentences from what closes a run to its first figure
_AHEAD: Final = 3  # the same to the last where it opens the run
_PAIR: Final = 2
_LONGEST: Final = 8
_FEWEST: Final = 3  # figures of a run
_MOST: Final = 24  # figures of an article's passage that are tried
_THESE: Final = frozenset("the them these those its their whom which".split())
_SET_AGAINST: Final = frozenset("against than versus".split())
_MORE: Final = frozenset("more fewer less higher lower".split())
_AGAINST: Final = frozenset(("order", "growth", "conversion", "ratio"))
_LEVELS: Final = frozenset(("count", "money", "measure"))
_RATIOS: Final = frozenset(("percent", "percentage point", "fraction", "basis point", "times"))
_ZERO: Final = Decimal(0)


def find_closed_runs(
    standing: Standing, drafts: list[Draft], titles: list[Draft], found: list[Relation]
) -> list[Relation]:
    """Return runs that words close and that hold but for one slip.

    Args:
        standing: the figures of the article that are levels.
        drafts: all of its figures.
        titles: the figures of its headline.
        found: the relations so far; what stands in a sum that holds, or is reported already, is left alone.
    """
    sentences = standing.sentences_with(_LICENSING)
    if not sentences:
        return []
    closing = standing.sentences_with(LEFT)
    closing |= {number - 1 for number in closing}
    sentences |= closing
    sums = [one for one in found if one.kind == "sum" and one.is_complete]
    held = figures_of(one for one in sums if adds_up(one))
    known = figures_of(one for one in sums if not adds_up(one) and one.rule != _NEAREST)
    sure = held | figures_of(one for one in found if one.kind in ("share", "conversion", "rate"))
    told = [one for one in standing.told if _may_stand(standing, one)]
    current = set(map(id, standing.levels))
    levels = [one for one in told if id(one) in current]
    changes = [one for one in drafts if one.kind == "growth" and one.unit not in _RATIOS]
    against = [
        figures_of([one]) for one in found if one.kind in _AGAINST and not one.rule.startswith(IMPLIED)
    ]
    runs: list[Relation] = []
    for last in told:
        if last.sentence not in sentences or id(last) in known | held or is_size(standing.document, last):
            continue
        licence = _licence(standing, last, closing, is_current=id(last) in current)
        if not licence:
            continue
        if licence == _FATE and _goes_on(standing, levels, last):
            continue
        some = told if licence == _RUNNING else levels
        run = best_run(_runs(standing, some, titles, last, licence), titles, sure)
        if run is None or not _is_unbroken(run, changes):
            continue
        members = {id(run.whole), *map(id, run.parts)}
        if known.isdisjoint(members) and all(len(pair & members) < _PAIR for pair in against):
            runs.append(spread(_RULE, run.whole, run.parts, True))
            known |= figures_of(runs[-1:])
    return runs


def _is_unbroken(run: Run, changes: list[Draft]) -> bool:
    """Whether no change of an amount is told between figures of a run: "rises by 0.3 billion to 0.9"."""
    first, last = min(map(first_of, run.parts)), max(map(first_of, run.parts))
    units = {one.unit for one in (run.whole, *run.parts)} - {None}
    return not any(first < one.first < last and one.unit in units for one in changes)


def with_runs(found: list[Relation], runs: list[Relation]) -> list[Relation]:
    """Return relations with runs, in place of rests of as few figures that were given the nearest whole."""
    nearest = [one for one in found if one.rule == _NEAREST and not adds_up(one)]
    dropped: set[int] = set()
    kept: list[Relation] = []
    for run in runs:
        rivals = [one for one in nearest if len(figures_of([one]) & figures_of([run])) > 1]
        if all(len(one.members) <= len(run.members) for one in rivals):
            kept.append(run)
            dropped.update(map(id, rivals))
    return [*(one for one in found if id(one) not in dropped), *kept]


def _licence(standing: Standing, last: Draft, closing: set[int], *, is_current: bool) -> str:
    """Return in which way words say that a figure ends what leaves nothing out; "" where none do."""
    words = standing.document.vocabulary_of(last.sentence)
    if not REACHING.isdisjoint(words) and is_reached(standing, last):
        return _RUNNING
    if not is_current:
        return ""
    if last.sentence in closing and (
        closes(standing, last) or is_told_of_rest(standing, last) or is_left(standing, last)
    ):
        return _CLOSED
    if ":" in words and _ends_list(standing, last) is not None:
        return _LISTED
    if not _HOLES.isdisjoint(words) and _is_hole(standing.lower, last):
        return _CLOSED
    if not STRETCHES.isdisjoint(words) and stretch_of(standing, last) >= _FEWEST:
        return _STRETCH
    if not FATES.isdisjoint(words) and fate_of(standing, last) is not None:
        return _FATE
    return _ADDED if not ADDING.isdisjoint(words) and is_added(standing, last) else ""


def _ends_list(standing: Standing, last: Draft) -> Draft | None:
    """Return the figure before a colon whose list ends with this one: "83 apes: 46 gibbons and 37 orangs"."""
    lower, opens = standing.lower, standing.document.sentences[last.sentence][0]
    here = standing.levels_in(last.sentence)
    if len(here) < _FEWEST or here[-1] is not last or _ENDING.isdisjoint(lower[here[-2].last : last.first]):
        return None
    colon = next((at for at in range(last.first - 1, opens, -1) if lower[at] == ":"), 0)
    before = [one for one in here if one.first < colon]
    behind = len(here) - len(before)
    if len(before) > 1 and before[-1].value == behind:
        before.pop()  # "83 apes of two kinds:"
    if not before or behind < 2 or colon - end_with_noun(before[-1]) > _TO_COLON:
        return None
    return before[-1] if _SOME.isdisjoint(lower[before[-1].last : last.first]) else None


def _is_hole(lower: list[str], last: Draft) -> bool:
    """Whether a figure is what lacks to a whole: "the gap of 3.2 million"."""
    before = lower[max(0, last.first - 3) : last.first]
    return before[:1] == ["the"] and before[1:2] != [] and before[1] in _HOLES and before[2:] == ["of"]


def _goes_on(standing: Standing, levels: list[Draft], last: Draft) -> bool:
    """Whether the next figure soon behind one tells of more people, too."""
    behind = next((one for one in levels if one.start > last.start), None)
    return (
        behind is not None
        and behind.sentence - last.sentence <= 1
        and behind.kind == "count"
        and fate_of(standing, behind) is not None
    )


def _may_stand(standing: Standing, level: Draft) -> bool:
    """Whether a figure is an amount that a run may have."""
    if level.kind not in _LEVELS or not level.value or level.value <= 0 or level.unit == "times":
        return False
    if level.kind == "count" and (not is_whole_number(level) or _is_of_so_many(standing.lower, level)):
        return False
    return " per " not in (level.unit or "") and not is_denied(standing.lower, level)


def _is_of_so_many(lower: list[str], level: Draft) -> bool:
    """Whether a small number tells what somebody has: "a mother of four"."""
    is_bare = level.unit is None and level.form == "words"
    return (
        is_bare
        and lower[level.first - 1] == "of"
        and lower[level.first - 3 : level.first - 2] in (["a"], ["an"])
    )


def _is_like(standing: Standing, level: Draft, last: Draft) -> bool:
    """Whether a figure may be of one dimension with what closes a run; bare millions are of any."""
    if level.kind == last.kind:
        if last.kind == "count":
            # "Four vessels" beside bare millions counts something else.
            is_bare = is_bare_amount(level) or is_bare_amount(last)
            return (level.unit is None and last.unit is None) or not is_bare
        return level.unit == last.unit or scale_to(standing, level, last) is not None
    bare = level if level.kind == "count" else last
    return is_bare_amount(bare)


def _runs(
    standing: Standing, levels: list[Draft], titles: list[Draft], last: Draft, licence: str
) -> Iterator[Run]:
    """Yield the runs of neighbours around what closes them, of all of its dimension or of its sort alone."""
    around = [
        level
        for level in of_sentences(levels, last.sentence - _BACK, last.sentence + _AHEAD)
        if level is last or (_is_like(standing, level, last) and not _is_aside(standing, level))
    ]
    place = next(at for at, level in enumerate(around) if level is last)
    around = around[max(0, place - _MOST) :]
    seen: set[tuple[int, ...]] = set()
    for some in _sorts(standing, around, last, is_of_all=licence == _FATE):
        key = tuple(map(id, some))
        if key not in seen:
            seen.add(key)
            yield from _of_neighbours(standing, some, titles, last, licence)
            outer = _without_inner(some, last)
            if len(outer) < len(some):
                yield from _of_neighbours(standing, outer, titles, last, licence)


def _is_aside(standing: Standing, level: Draft) -> bool:
    """Whether a figure tells how things had been, what others are set against, or how much more there is."""
    lower, last = standing.lower, end_with_noun(level)
    before = lower[max(0, level.first - 2) : level.first]
    if before == ["had", "been"] or not _SET_AGAINST.isdisjoint(before):
        return True
    return any(
        lower[at : at + 1] != [] and lower[at] in _MORE and lower[at + 1 : at + 2] == ["than"]
        for at in (level.last, last)
    )


def _sorts(standing: Standing, around: list[Draft], last: Draft, *, is_of_all: bool) -> Iterator[list[Draft]]:
    """Yield all figures around what closes a run, those of its sort, and either but parts of parts."""
    alike = [level for level in around if level is last or listable(level, last)]
    for some in (around,) if is_of_all else (around, alike):
        yield some
        inner = [level for level in some if level is last or not _is_said_of(standing.lower, level)]
        if len(inner) < len(some):
            yield inner


def _is_said_of(lower: list[str], level: Draft) -> bool:
    """Whether a figure is said to be of what stands before it: "40 of them"."""
    return lower[level.last : level.last + 1] == ["of"] and lower[level.last + 1 : level.last + 2] != []


def _is_part(lower: list[str], level: Draft) -> bool:
    """Whether a figure is said to be some of what is told elsewhere: "950 of the new positions"."""
    return lower[level.last : level.last + 1] == ["of"] and not _THESE.isdisjoint(
        lower[level.last + 1 : level.last + 2]
    )


def _without_inner(levels: list[Draft], last: Draft) -> list[Draft]:
    """Return figures but those that make the one before, and what sums up: "97: 51 thefts, 46 raids"."""
    kept: list[Draft] = []
    at = 0
    while at < len(levels):
        kept.append(levels[at])
        whole, amount, inner = levels[at], _ZERO, 0
        for behind in range(at + 1, min(len(levels), at + _LONGEST)):
            if levels[behind] is last or levels[behind].sentence - whole.sentence > 1:
                break
            amount += size_of(levels[behind])
            if amount >= size_of(whole):
                inner = behind - at if amount == size_of(whole) and behind - at > 1 else 0
                break
        at += inner + 1
    return [level for at, level in enumerate(kept) if level is last or not _sums_up_those_before(kept, at)]


def _sums_up_those_before(levels: list[Draft], at: int) -> bool:
    """Whether a figure is what those right before it make: "290 and 310, 600 in six months"."""
    amount = _ZERO
    for before in range(at - 1, max(-1, at - _LONGEST), -1):
        if levels[at].sentence - levels[before].sentence > 1:
            return False
        amount += size_of(levels[before])
        if amount >= size_of(levels[at]):
            return amount == size_of(levels[at]) and at - before > 1
    return False


def _of_neighbours(
    standing: Standing, some: list[Draft], titles: list[Draft], last: Draft, licence: str
) -> Iterator[Run]:
    place = next(at for at, level in enumerate(some) if level is last)
    listed = _ends_list(standing, last) if licence == _LISTED else None
    if listed is not None:
        opens = next(at for at in range(last.first, 0, -1) if standing.lower[at] == ":")
        parts = [level for level in some[: place + 1] if level.first > opens]
        # "78 with two rooms and 94 with three": these count nothing of the whole.
        counted = [part for part in parts if part.form == "digits"]
        for some_parts in (parts, counted):
            # Each kind has a noun of its own.
            for run in try_run(standing, listed, some_parts, is_clean=True) if len(some_parts) > 1 else ():
                yield run._replace(is_of_a_sort=True)
        return
    for first in range(place, max(-1, place - _LONGEST), -1):
        ends = range(place, place + 1)
        if place - first <= 1 and licence == _CLOSED and is_left(standing, last):
            ends = range(place, min(len(some), place + _LONGEST // 2))
        for end in ends:
            window = some[first : end + 1]
            if len(window) >= _FEWEST:
                yield from _of_window(standing, window, last, licence)
            if end > place or len(window) < _FEWEST - 1 or licence in (_RUNNING, _ADDED):
                continue
            for whole in some[:first]:
                if not _is_part(standing.lower, whole):
                    yield from _tried_beyond(standing, whole, window, licence)
            if licence == _STRETCH and not are_quarters(standing, None, window):
                continue
            for whole in titles if licence in (_CLOSED, _STRETCH) else ():
                if _is_like(standing, whole, last) and all(level.value != whole.value for level in some):
                    yield from try_run(standing, whole, window, is_clean=licence == _CLOSED, is_title=True)


def _of_window(standing: Standing, window: list[Draft], last: Draft, licence: str) -> Iterator[Run]:
    """Yield neighbours of which the greatest may be all the others."""
    if licence in (_RUNNING, _CLOSED) and _balances(window):
        yield Run(window[0], window[1:], None, 0.0, True, True)
        return
    for whole in sorted(window, key=size_of)[-2:]:
        parts = [level for level in window if level is not whole]
        if licence == _RUNNING:
            if whole is not last and whole is not window[0]:
                continue
            told = may_be_flows(standing, window, is_gain=whole is last)
            if told or is_brought(standing, last):
                yield from try_run(standing, whole, parts, is_clean=told and len(window) > _FEWEST)
        elif any(are_listed(standing.lower, whole, part) for part in parts):
            continue  # "50 million and 25 million": neither holds the other
        elif whole is not last and licence in (_CLOSED, _ADDED) and not _is_part(standing.lower, whole):
            for run in try_run(standing, whole, parts, is_clean=licence == _CLOSED):
                if licence == _CLOSED or run.slipped is None or (run.is_of_a_sort and run.expected <= _ADDS):
                    yield run


def _tried_beyond(standing: Standing, whole: Draft, parts: list[Draft], licence: str) -> Iterator[Run]:
    """Yield a whole before its parts, whatever stands between."""
    if licence == _STRETCH and not are_quarters(standing, whole, parts):
        return
    is_of_all = licence == _FATE and are_all_aboard(standing, whole, parts)
    if licence != _FATE or is_of_all:
        yield from try_run(standing, whole, parts, is_clean=is_of_all or licence == _STRETCH)


def _balances(window: list[Draft]) -> bool:
    """Whether what came and what went make the last figure of the first, whatever the verbs say."""
    made = {size_of(window[0])}
    for flow in window[1:-1]:
        made = {amount + sign * size_of(flow) for amount in made for sign in (1, -1)}
    return size_of(window[-1]) in made
