"""Who has the most, and what the others have: "was the biggest buyer with 310. Austria took 240"."""

from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.claims.utmost_words import OF_MONEY, SUPERLATIVES, WORDS, is_most, is_of_length
from flows.extraction.figure import (
    Draft,
    Member,
    Relation,
    end_with_noun,
    figures_of,
    first_of,
    in_text_order,
)
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import is_per_once, listable, opposed, same_level
from flows.extraction.relations.relating import is_current
from flows.extraction.text.level_words import QUOTES

_REACH: Final = 16  # tokens between the superlative and its level
_LENGTH_REACH: Final = 30  # tokens between the word for what lasts longest and how long
_MOST: Final = 6  # levels of a sentence beyond which it lists more than rivals
_OPENING: Final = 4  # tokens of a sentence in which it says so of what was told before
_POINTING: Final = frozenset(("that", "this", "it"))
_NAMES: Final = 8  # names of the sentence of what has the most
_PER: Final = " per "
_BEHIND: Final = 3  # sentences behind the superlative in which its level may follow
_SMALL: Final = 20  # a smaller number may count anything
_FAR: Final = 10  # times as much is another measure
# What is told of all, of parts of one, or of another time.
_OTHERWISE: Final = frozenset(
    """total totals overall altogether combined together whole entire sum all both average world global
    earlier ago previous previously last next forecast expected planned year before then worth further
    another more additional up down rose fell including which them those because whether""".split()
)
_OF_THEM: Final = (["of", "them"], ["of", "which"], ["of", "those"], ["of", "these"])
_PRONOUNS: Final = frozenset("it its they their he she his her that this we i".split())
_ALIKE: Final = frozenset(("subject_of_clause", "gapped", "named_in_list", "named_in_object"))


def find_utmost(standing: Standing, reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return the level of what has the most (or least) of all, against those of the others told right after.

    Args:
        standing: the figures of the article.
        reading: the article, for its names.
        found: the relations so far; totals and bases are none of others.
    """
    sentences = standing.sentences_with(WORDS)
    if not sentences:
        return []
    wholes = figures_of((one for one in found if one.kind in ("sum", "share")), "total", "base")
    parts = figures_of((one for one in found if one.kind == "share"), "part")
    orders: list[Relation] = []
    told_in: dict[int, list[Draft]] = {number: [] for number in sentences}
    for draft in reading.drafts:
        if draft.sentence in told_in:
            told_in[draft.sentence].append(draft)
    for number in sorted(sentences):
        levels = _levels_in(standing, reading, number)
        first, last = standing.document.sentences[number]
        for index in range(first, last):
            if standing.lower[index] not in WORDS:
                continue
            most = is_most(standing.lower, index, first, last)
            if most is None:
                continue
            if is_of_length(standing.lower, index, first):
                orders += _lengths(standing, reading, number, index, most=most)
            told = _told_before(standing, number, index)
            known = [level for level in levels if not _is_sized(standing.lower, level)]
            top = told or _level_of(standing, index, known)
            if top is None and not any(_is_of_it(standing, one) for one in told_in[number]):
                top = _told_behind(standing, reading, number)
            if top is None:
                continue
            near = _levels_in(standing, reading, top.sentence) if top.sentence > number else levels
            own = [level for level in near if level.start > top.start]
            for behind in range(1, _BEHIND):
                own = own or _levels_in(standing, reading, max(number, top.sentence) + behind)
            rivals = _rivals(standing, reading, top, own, wholes, parts)
            orders += [_order(top, rival, most=most) for rival in rivals]
            break
    return orders


def _lengths(standing: Standing, reading: Reading, number: int, index: int, *, most: bool) -> list[Relation]:
    """Return how long lasted what lasted longest, against the others of which the sentences behind tell."""
    told = [
        draft
        for draft in reading.drafts
        if 0 <= draft.sentence - number <= _BEHIND and draft.kind == "duration" and draft.metric_code != "age"
    ]
    own = [draft for draft in told if draft.sentence == number]
    if len(own) != 1 or abs(own[0].first - index) > _LENGTH_REACH:
        return []
    top = own[0]
    others = [draft for draft in told if draft.sentence > number and draft.unit == top.unit]
    orders = []
    for other in others:
        first = standing.document.sentences[other.sentence][0]
        is_other = reading.names_between(first, other.first) and _comparable(standing, top, other, set())
        words = standing.lower[first : other.first]
        if is_other and _OTHERWISE.isdisjoint(words[-_OPENING:]) and words[0] not in _PRONOUNS:
            orders.append(_order(top, other, most=most))
    return orders


def _level_of(standing: Standing, index: int, levels: list[Draft]) -> Draft | None:
    """Return the level that a superlative is about: the first behind it, or the only one before."""
    if standing.lower[index] in OF_MONEY:
        levels = [level for level in levels if level.kind == "money"]
    behind = [level for level in levels if 0 < level.first - index <= _REACH]
    if behind:
        # "the busiest of the three airports, handling 6 million"
        sized = [level for level in behind if standing.lower[level.first - 1] != "the"]
        return sized[0] if sized else None
    return levels[0] if len(levels) == 1 and index - levels[0].last <= _REACH else None


def _is_of_it(standing: Standing, draft: Draft) -> bool:
    """Whether a figure beside a superlative may be of what it says: no length, nor how many rivals."""
    return draft.kind not in ("duration", "rank") and not _is_sized(standing.lower, draft)


def _is_sized(lower: list[str], level: Draft) -> bool:
    """Whether a number only says among how many something has the most: "of the four", "of 148 places"."""
    return level.kind == "count" and lower[level.first - 1] in ("of", "the", "all", "these", "those")


def _levels_in(standing: Standing, reading: Reading, number: int) -> list[Draft]:
    """Return the levels of a sentence, and its rates: rents a metre, grams a litre."""
    rates = [
        draft
        for draft in reading.drafts
        if draft.sentence == number
        and draft.kind == "rate"
        and _PER in (draft.unit or "")
        and is_current(draft, standing.changes)
    ]
    levels = standing.levels_in(number)
    return sorted([*levels, *rates], key=first_of) if rates else levels


def _told_behind(standing: Standing, reading: Reading, number: int) -> Draft | None:
    """Return the first level behind a sentence that says what has the most, and no number of it."""
    for behind in range(1, _BEHIND):
        levels = _levels_in(standing, reading, number + behind)
        if levels:
            top = levels[0]
            is_known = top.kind in ("money", "measure", "rate") or (top.value or 0) >= _SMALL
            return top if is_known and not _is_sized(standing.lower, top) else None
    return None


def _told_before(standing: Standing, number: int, index: int) -> Draft | None:
    """Return the level that "That was the lowest rate of all" is about: the only one told just before."""
    first, _ = standing.document.sentences[number]
    opening = standing.lower[first : first + 2]
    if index - first > _OPENING or opening[0] not in _POINTING or opening[1:] not in (["was"], ["is"]):
        return None
    before = [level for level in standing.levels_in(number - 1) if level.kind != "duration"]
    return before[0] if len(before) == 1 else None


def _rivals(
    standing: Standing, reading: Reading, top: Draft, levels: list[Draft], wholes: set[int], parts: set[int]
) -> list[Draft]:
    """Return the levels of others in one sentence, each with its own subject; none where one is not."""
    if not levels or len(levels) > _MOST:
        return []
    lower = standing.lower
    begin = max(standing.document.sentences[levels[0].sentence][0], top.last)
    opens = standing.document.sentences[top.sentence][0]
    names = {name.name for name in reading.names_between(opens, top.last)[:_NAMES]}
    rivals = []
    since = begin
    for level in levels:
        words = lower[since : level.first]
        named = any(name.name not in names for name in reading.names_between(since, level.first))
        told = level.why.get("subject")
        has_own = named or (
            told is not None and told.rule in _ALIKE and level.subject not in (None, top.subject)
        )
        if (
            not has_own
            or words[:1] == []
            or words[0] in _PRONOUNS
            or words[0] == "of"
            or lower[end_with_noun(level) : end_with_noun(level) + 2] in _OF_THEM
            or not _OTHERWISE.isdisjoint(words)
            or not SUPERLATIVES.isdisjoint(words)
            or id(level) in wholes
        ):
            return []
        if not _comparable(standing, top, level, parts):
            return []
        rivals.append(level)
        since = end_with_noun(level)
    return rivals


def _comparable(standing: Standing, top: Draft, level: Draft, parts: set[int]) -> bool:
    ends = {top.period_end, level.period_end} - {None}
    if not top.value or not level.value or not top.value / _FAR < level.value < top.value * _FAR:
        return False
    if top.metric_code in QUOTES or level.metric_code in QUOTES:
        return False  # prices of two shares
    # What two amounts of one sentence are of, its words say; those of the next may say it otherwise, but no
    # part of something else.
    is_apart = top.sentence == level.sentence or id(level) in parts
    if top.kind == "money" and top.metric_code != level.metric_code and is_apart:
        return False
    return (
        (listable(top, level) or same_level(top, level))
        and (top.kind == level.kind or level.unit is None or is_per_once(top, level))
        and is_alike_in_status((top, level))
        and len(ends) < 2
        and not opposed(standing.lower, top, level)
    )


def _order(top: Draft, rival: Draft, *, most: bool) -> Relation:
    greater, lesser = (top, rival) if most else (rival, top)
    members = in_text_order((Member("greater", greater), Member("lesser", lesser)))
    return Relation("order", members, False, top.start, rival.end, "utmost")
