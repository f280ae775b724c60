"""A difference held against levels that an article tells far from it, where words say whose they are.

"The tower will be 26 metres taller than the cathedral ... a height of 148 metres ... The cathedral measures
122 metres": what stands behind "than" names one of the two, and the other is the only one left of their
dimension, or the only one that the sentence of the difference names. A deficit is what is spent beyond what
comes in, and imports beyond exports. Any two levels of the article that differ so are meant.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from flows.extraction.claims.differences import RELATIVE, difference_of
from flows.extraction.claims.earlier_levels import (
    SPANS_OF_TIME,
    is_set_against,
    tells_of_then,
    words_of,
)
from flows.extraction.claims.level_differences import COMPARATIVES, UNTOLD, Pair, holds, may_be_meant, sized
from flows.extraction.claims.naming import names_in, names_of
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Relation, figures_of

_KINDS: Final = frozenset("count money measure growth".split())
_BALANCES: Final = frozenset("deficit surplus shortfall red".split())
# What a balance lies between, by the words around its two levels.
_SIDES: Final = (
    (frozenset("exports export exported".split()), frozenset("imports import imported".split())),
    (
        frozenset("revenue revenues income receipts takings".split()),
        frozenset("spending spent expenditure expenditures outlays outgoings expenses".split()),
    ),
)
_PARTIAL: Final = frozenset(
    "primary structural current account expected forecast difference between tax customs interest".split()
)
_THAN: Final = frozenset(("than", "ahead", "behind", "above", "below"))
_BREAKS: Final = frozenset(", ; : ( ) . - – — and but which who that when while as".split())
_TIMES: Final = frozenset(
    "year years month months week weeks before ago earlier last previous planned first usual normal".split()
)
_REACH: Final = 9  # tokens behind a difference that say than what
_NAME: Final = 5  # tokens behind "than" that name it
_BESIDE: Final = 6  # tokens around a balance that call it one
_MILLION: Final = 1_000_000
_MOST: Final = 24  # levels of an article's dimension beyond which nothing is certain


def find_far_differences(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return the greater of two levels with the lesser and the difference that is told of them.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the differences among them.
        found: the relations so far; a difference that is tied is left alone.
    """
    sentences = standing.sentences_with(_THAN | _BALANCES)
    if not sentences:
        return []
    tied = figures_of(one for one in found if one.kind in ("sum", "growth", "ratio", "share"))
    told = []
    for draft in drafts:
        if (
            draft.sentence not in sentences
            or draft.kind not in _KINDS
            or draft.unit in RELATIVE
            or id(draft) in tied
            or not draft.value
            or draft.qualifier not in ("exact", "approximately", "nearly")
        ):
            continue
        pair = _meant(standing, draft)
        if pair is not None:
            told.append(difference_of(draft, *pair))
            tied |= {id(draft), id(pair[0]), id(pair[1])}
    return told


def _meant(standing: Standing, draft: Draft) -> tuple[Draft, Draft] | None:
    """Return the greater and the lesser level of a difference, where words tell both; none where any hold."""
    than, sides = _than_what(standing, draft), _sides_of(standing, draft)
    if not than and sides is None:
        return None
    levels = [level for level in standing.told if level is not draft and level.sentence != draft.sentence]
    if len(levels) > _MOST:
        return None
    pairs = [
        pair
        for two in combinations(levels, 2)
        if (pair := _of_one_money(draft, *two) if sides else sized(standing, draft, *two)) is not None
    ]
    if any(holds(draft, *pair) for pair in pairs):
        return None
    near = [
        pair
        for pair in pairs
        if may_be_meant(standing, draft, pair)
        and is_alike_in_status(pair[:2])
        and not any(is_set_against(standing, one) or tells_of_then(standing, one) for one in pair[:2])
    ]
    meant = list(_of_sides(standing, near, *sides) if sides else _named(standing, draft, near, than))
    if len(meant) != 1:
        return None
    one, other, a, b = meant[0]
    return (one, other) if a > b else (other, one)


def _of_one_money(draft: Draft, one: Draft, other: Draft) -> Pair | None:
    """Return two amounts in the money of a balance; that of one may be left out, where it has millions."""
    for level in (one, other):
        is_bare = level.kind == "count" and level.unit is None and (level.value or 0) >= _MILLION
        if level.unit != draft.unit and not is_bare:
            return None
    return (one, other, one.value, other.value) if one.value and other.value else None


def _than_what(standing: Standing, draft: Draft) -> frozenset[str]:
    """Return what names the lesser or greater in "26 metres taller than the cathedral", "9 ahead of them"."""
    lower = standing.lower
    last = min(standing.document.sentences[draft.sentence][1], draft.last + _REACH)
    for at in range(draft.last, last - 1):
        if lower[at] in _BREAKS:
            break
        is_led = lower[at] in COMPARATIVES and lower[at + 1] == "than"
        if is_led or (lower[at] == "ahead" and lower[at + 1] == "of"):
            behind = lower[at + 2 : at + 2 + _NAME]
            stop = next((place for place, word in enumerate(behind) if word in _BREAKS), len(behind))
            words = behind[:stop]
            is_named = (_TIMES | UNTOLD | SPANS_OF_TIME).isdisjoint(words)
            return names_in(words) if is_named and not any(w[:1].isdigit() for w in words) else frozenset()
    return frozenset()


def _named(standing: Standing, draft: Draft, pairs: list[Pair], than: frozenset[str]) -> Iterator[Pair]:
    """Yield the pairs of which one level is named behind "than", and the other before it or by nothing."""
    first = standing.document.sentences[draft.sentence][0]
    who = names_in(standing.lower[first : draft.first])
    who, than = who - than, than - who  # "Lake Orm is deeper than Lake Sill"
    levels = {id(level): level for pair in pairs for level in pair[:2]}
    names = {key: names_of(level) | _words(standing, level) for key, level in levels.items()}
    those = [key for key in levels if not than.isdisjoint(names[key])]
    if len(those) != 1:
        return
    fitting = [pair for pair in pairs if those[0] in map(id, pair[:2])]
    own = [
        pair
        for pair in fitting
        if any(id(level) != those[0] and not who.isdisjoint(names[id(level)]) for level in pair[:2])
    ]
    yield from own or fitting


def _words(standing: Standing, level: Draft) -> frozenset[str]:
    return names_in(words_of(standing, level)) | names_in((level.subject or "").lower().split())


def _sides_of(standing: Standing, draft: Draft) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the words of both sides of a balance: "a trade surplus of", "3 million in the red"."""
    if draft.kind != "money":
        return None
    first, last = standing.document.sentences[draft.sentence]
    words = standing.lower[max(first, draft.first - _BESIDE) : min(last, draft.last + _BESIDE)]
    if _BALANCES.isdisjoint(words) or not _PARTIAL.isdisjoint(words):
        return None
    return _SIDES[0] if "trade" in words else _SIDES[1]


def _of_sides(
    standing: Standing, pairs: list[Pair], coming: frozenset[str], going: frozenset[str]
) -> Iterator[Pair]:
    """Yield the pairs of which one level is told of what comes in and one of what goes out."""
    for pair in pairs:
        one, other = (frozenset(words_of(standing, level)) for level in pair[:2])
        if not _PARTIAL.isdisjoint(one | other):
            continue  # tax receipts are not all that comes in
        is_told = [not coming.isdisjoint(words) and going.isdisjoint(words) for words in (one, other)]
        is_spent = [not going.isdisjoint(words) and coming.isdisjoint(words) for words in (one, other)]
        if (is_told[0] and is_spent[1]) or (is_told[1] and is_spent[0]):
            yield pair
