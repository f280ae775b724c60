"""Totals told behind their parts: "A got 41, B 30 and C 12. In all, 83 votes were cast", "those 317"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from flows.extraction.claims.holding import counts_another, holds, sum_miss
from flows.extraction.claims.standing import Candidate, Standing, choose, is_alike_in_status
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of
from flows.extraction.relations.likeness import listable
from flows.extraction.relations.sizes import is_difference
from flows.extraction.relations.sums import spread

_TOTAL: Final = frozenset("total whole altogether together combined overall all sum entire".split())
_POINTING: Final = frozenset(("those", "these"))
_GROUPS: Final = frozenset("those these all they together".split())
_OPENS: Final = (("in", "all"), ("in", "total"), ("all", "told"), ("taken", "together"), ("all", "in"))
_ALL_THESE: Final = frozenset("the these those all".split())
_ADDING: Final = frozenset(("add",))
_ALONE: Final = frozenset("combined overall".split())
_SURE: Final = frozenset("altogether together".split())
# "Bringing his total haul to 83", behind parts.
_BRINGING: Final = frozenset("bringing brings taking takes brought raising".split())
_TALLIES: Final = frozenset("total tally haul toll gross takings".split())
_SO: Final = frozenset("so thus for giving making lifting pushing".split()) | _BRINGING
_REACHING: Final = frozenset(("to", "at", "is", "of"))
_BROUGHT: Final = 8  # tokens before a total in which it is brought to it
_MORE: Final = frozenset("another further additional extra more".split())
_REACHED: Final = 12  # the same from "so"
_ADJUNCT: Final = frozenset("from in of on at by with to for".split())
_RANKED: Final = frozenset(("top", "all", "leading", "biggest", "largest"))
_NEAR: Final = 4  # tokens around a figure in which a word calls it a total
_BACK: Final = 3  # sentences from a total to its parts
_FEWEST: Final = 3
_PAIR: Final = 2
_LONGEST: Final = 8
# By how much parts may miss a total and still be meant: more where words add the last of them.
_WITHIN: Final = {"totals": 0.25, "together_with": 0.45, "brought_to": 0.75, "until_then": 0.25}


def is_called_whole(standing: Standing, level: Draft) -> bool:
    """Whether words beside a figure call it a total: "the 36 million total", "on the whole network"."""
    lower, last = standing.lower, end_with_noun(level)
    ends = standing.document.sentences[level.sentence][1]
    around = (*lower[max(0, level.first - _NEAR) : level.first], *lower[level.last : min(ends, last + _NEAR)])
    return not _TOTAL.isdisjoint(around) or lower[level.first - 1] in _POINTING


def find_totals(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return totals that words call so behind their parts, with the parts of the sentences right before.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is in a complete sum already is left alone.
    """
    sentences = standing.sentences_with(_TOTAL | _POINTING | _TALLIES | _ADDING)
    if not sentences:
        return []
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    totals: list[Relation] = []
    for level in standing.levels:
        if level.sentence in sentences and id(level) not in summed and _sums_up(standing, level):
            rule = _rule_of(standing, level)
            parts = choose(_told_before(standing, level, rule), within=_WITHIN[rule])
            if parts is not None and summed.isdisjoint(map(id, parts)):
                totals.append(spread(rule, level, list(parts), True))
                summed.update(map(id, parts))
    return totals


def _rule_of(standing: Standing, level: Draft) -> str:
    if _is_brought(standing, level):
        return "brought_to"
    if _is_reached(standing, level):
        return "until_then"
    return "together_with" if _adds_some(standing, level) else "totals"


def _sums_up(standing: Standing, level: Draft) -> bool:
    """Whether a figure sums up what was told: "In all, 83", "83 altogether", "those 83 people"."""
    lower, opens = standing.lower, standing.document.sentences[level.sentence][0]
    if lower[end_with_noun(level) : end_with_noun(level) + 1] == ["since"]:
        return False  # "Taken together they have lost 36 million since 2011": over the years
    if lower[level.first - 1] in _POINTING:
        return True
    if _is_brought(standing, level) or _is_reached(standing, level):
        return True
    if _adds_some(standing, level):
        return level not in standing.levels_in(level.sentence)[:1]
    before = lower[opens : level.first]
    # "In all 39,600 votes were cast by an electorate of 72,000" sums up the first of them.
    is_first = level in standing.levels_in(level.sentence)[:1]
    pairs = [*(pairwise(before[:3]) if is_first else ()), *pairwise(before[-_NEAR:])]
    # "Overall, 83 votes"; not "Overall revenue rose to 83".
    leads = lower[opens : min(opens + 2, level.first)]
    is_alone = any(word in _ALONE and lower[opens + at + 1] == "," for at, word in enumerate(leads))
    if any(pair in _OPENS for pair in pairs) or is_alone or not _SURE.isdisjoint(leads):
        return True
    if before[-3:] == ["add", "up", "to"] and before[:1] != [] and before[0] in _GROUPS:
        return True  # "Those three groups add up to 193,000"
    last = end_with_noun(level)
    return tuple(lower[last : last + 2]) in _OPENS or lower[last : last + 1] == ["altogether"]


def _is_of_more(standing: Standing, total: Draft, told: int) -> bool:
    """Whether a total is said to be of more than were told: "Overall, the top 12 films sold ..."."""
    words = standing.lower[standing.document.sentences[total.sentence][0] : total.first]
    return any(
        word in _RANKED and number.isdecimal() and int(number) > told for word, number in pairwise(words)
    )


def _is_brought(standing: Standing, level: Draft) -> bool:
    """Whether a part before brings the total to a figure: "B got 30, bringing the total to 83"."""
    words = standing.lower[max(0, level.first - _BROUGHT) : level.first]
    return "to" in words[-2:] and "total" in words and not _BRINGING.isdisjoint(words)


def _is_reached(standing: Standing, level: Draft) -> bool:
    """Whether what had been until then makes a total: "It had earned 38 by Friday, so its total is 60"."""
    opens = standing.document.sentences[level.sentence][0]
    words = standing.lower[max(opens, level.first - _REACHED) : level.first]
    if _REACHING.isdisjoint(words[-2:]) or _TALLIES.isdisjoint(words) or _SO.isdisjoint(words):
        return False
    here = [one for one in standing.told_in(level.sentence, level.sentence) if one.start < level.start]
    if len(here) != 1:
        return False
    # "It had earned 38 by Friday" or, of what came to it, "Another 7 followed"
    before = standing.lower[opens : here[0].first]
    return "had" in before or not _MORE.isdisjoint(before[-2:])


def _adds_some(standing: Standing, level: Draft) -> bool:
    """Whether a sentence adds to what was told: "Together with 671 spoiled papers that makes 62,418"."""
    opens = standing.document.sentences[level.sentence][0]
    return standing.lower[opens : opens + 2] in (["together", "with"], ["along", "with"])


def _told_before(standing: Standing, total: Draft, rule: str) -> Iterator[Candidate]:
    """Yield the levels right before a total, the fewest first; all of them need not make it to be meant."""
    before = standing.levels_before(total, 1 if rule == "brought_to" else _BACK)
    if rule == "until_then":
        before = [level for level in before if level.kind == total.kind and level.unit == total.unit]
    # "33,902 people voted for it and 28,745 against. Together with 671 spoiled papers ..."
    of_all_sorts = rule == "together_with"
    parts: list[Draft] = []
    counted = 0
    for level in reversed(before):
        if level.sentence == total.sentence and not parts and _counts_parts(standing.lower, level):
            counted = int(level.value or 0)  # "Together, the three countries"
            continue
        if is_difference(standing.document, level):
            continue  # "61,000 tonnes, 9,000 more than last year"
        is_part = holds(standing, total, level) and listable(level, total)
        if not is_part and not (of_all_sorts and counts_another(total, level)):
            if standing.lower[level.first - 1] in _ADJUNCT:
                continue  # "from eight countries"
            break
        if rule not in ("brought_to", "until_then") and not is_alike_in_status((level, total)):
            break
        parts.insert(0, level)
        if len(parts) > _LONGEST:
            return
        if len(parts) > 1 and not sum_miss(standing, total, parts):
            yield Candidate(tuple(parts), 0.0)
        if counted and len(parts) == counted:
            break
    # "Together with the 4.5p paid in May that brings the total to 12.7p": two, where no more are told before.
    is_pair = len(parts) == _PAIR and (
        (rule == "brought_to" and _adds_some(standing, total))
        or (rule == "until_then" and "had" in standing.words(total))
        or (rule != "totals" and _add_to_what_was(standing, parts))
    )
    if counted and (len(parts) != counted or _are_of_more(standing, total, before, parts)):
        return
    is_told = is_pair or (len(parts) >= _FEWEST and rule != "until_then")
    if is_told and not _is_of_more(standing, total, len(parts)):
        yield Candidate(tuple(parts), sum_miss(standing, total, parts))


def _are_of_more(standing: Standing, total: Draft, before: list[Draft], parts: list[Draft]) -> bool:
    """Whether parts are the end of a longer list, of which others may be meant: "the four renewable ones"."""
    first = parts[0]
    return any(
        one.sentence == first.sentence and one.start < first.start and holds(standing, total, one)
        for one in before
    )


def _counts_parts(lower: list[str], level: Draft) -> bool:
    """Whether a number says how many have the parts of a total: "the three countries"."""
    is_few = level.kind == "count" and level.value is not None and _FEWEST <= level.value <= _LONGEST
    return is_few and lower[level.first - 1] in _ALL_THESE and end_with_noun(level) > level.last


def _add_to_what_was(standing: Standing, parts: list[Draft]) -> bool:
    """Whether one part had been there and the other came to it: "had 12 million ... raised another 3"."""
    lower = standing.lower
    had, came = False, False
    for part in parts:
        opens = standing.document.sentences[part.sentence][0]
        had = had or "had" in standing.words(part)
        came = came or not _MORE.isdisjoint(lower[max(opens, part.first - 2) : part.first])
    return had and came
