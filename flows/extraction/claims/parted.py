"""Wholes that one sentence parts without a rest: "Of the 41, 27 live in A, nine in B and five in C".

Three parts or more behind "of" with their whole are all of it, and so are two or more where each of those
counted does one of several things alone: "Twenty-one of the 25 shares fell, three rose and one was flat".
A list that ends "and 25 elsewhere" is all of a whole told before it. Traits that may overlap (women and the
young, those who came and those who stayed) are not. What no slip of a digit makes hold is not tied.
"""

from itertools import pairwise
from typing import Final

from flows.extraction.claims.holding import is_whole_number
from flows.extraction.claims.made_of import size_of
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of, first_of
from flows.extraction.relations.likeness import may_be_part, same_measure
from flows.extraction.relations.misprints import may_have_slipped, numeral_of, ways_to_slip
from flows.extraction.relations.sizes import is_size
from flows.extraction.relations.sums import makes, spread

_OF: Final = frozenset(("of",))
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth")
_TO_NTH: Final = 3  # tokens from a part to "first": "two in the first"
_ELSE: Final = frozenset(("else", "elsewhere"))
_SOMETHING: Final = frozenset("something somewhere someone somebody".split())
_TO_ELSE: Final = 6  # tokens from the last part to "else"
_NEAR: Final = 2  # sentences from a list to its whole
_OPENING: Final = 6  # tokens from the start of a sentence to its whole
_TO_WHOLE: Final = 5  # tokens from a part to its whole: "of the more than"
_ITEM: Final = 14  # tokens from one part to the next
_FEWEST: Final = 3
_PAIR: Final = 2
_JOINED: Final = frozenset((",", ";", "and", "while", "but"))
_LAST: Final = frozenset(("and", "while", "but"))
# What stands between parts that are none, or may overlap.
_APART: Final = frozenset(
    """including whom which than compared versus against each every also both average another further more
    next later then finally ranked these those them""".split()
)
# Of each of those counted one of a line is true.
_WAYS: Final = tuple(
    frozenset(line.split())
    for line in """
    rose fell gained lost declined dropped advanced climbed slipped unchanged flat steady higher lower grew
    improved worsened
    forecast forecasts predicted predict expected expect expects saw see reckoned foresaw bet
    favour favor against abstained voted backed opposed supported rejected dissented yes no undecided
    won lost drew drawn tied
    passed failed
    positive negative
    convicted acquitted cleared
    open closed reopened shut blocked
    killed died dead drowned injured hurt wounded unhurt unharmed unscathed missing survived
    """.strip().splitlines()
)
_LICENSING: Final = _OF | _ELSE | {"second"} | frozenset(word for way in _WAYS for word in way)
_SEXES: Final = frozenset("men women man woman male female males females boys girls".split())
_HAVING: Final = frozenset(
    "have has own owned use used speak spoke contain lack lacked need needed like liked with".split()
)
_AGES: Final = frozenset("under over aged older younger born".split())


def find_parted(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return wholes with the parts that a sentence gives them.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is in a complete sum already is left alone.
    """
    told: list[Relation] = []
    summed: set[int] = set()
    full = {
        one.sentence
        for one, other in zip(standing.levels, standing.levels[_FEWEST - 1 :], strict=False)
        if one.sentence == other.sentence
    }
    for sentence in sorted(full):
        if _LICENSING.isdisjoint(standing.document.vocabulary_of(sentence)):
            continue
        levels = standing.told_in(sentence, sentence)
        if len(standing.levels_in(sentence)) != len(levels):
            continue
        if not summed:
            summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
        if not summed.isdisjoint(map(id, levels)):
            continue
        wholes, parts = _wholes_and_parts(standing, levels)
        wholes = [one for one in wholes if _are_parts(standing, one, parts)]
        if not any(makes(parts, one) for one in wholes):
            wholes = [one for one in wholes if _is_slip(standing, one, parts)]
            if len({one.value for one in wholes}) == 1:
                told.append(spread("parted", wholes[-1], parts, True))
        else:
            told.append(spread("parted", next(one for one in wholes if makes(parts, one)), parts, True))
    return told


def _ends_elsewhere(standing: Standing, last: Draft) -> bool:
    """Whether a list ends with what is elsewhere or does something else."""
    ends = standing.document.sentences[last.sentence][1]
    behind = standing.lower[last.last : min(ends, last.last + _TO_ELSE)]
    return behind[:1] == ["elsewhere"] or any(
        one in _SOMETHING and other == "else" for one, other in pairwise(behind)
    )


def _wholes_and_parts(standing: Standing, levels: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Return what the levels of a sentence may be all of, and those of them that are parts of it.

    The whole opens the sentence behind "of", or behind one part "of" it, or is told before a list that leaves
    nothing out.
    """
    lower, first = standing.lower, levels[0]
    opens = standing.document.sentences[first.sentence][0]
    head = lower[opens : first.first]
    ahead = lower[end_with_noun(first) : levels[1].first]
    if head and len(head) <= _OPENING and (head[0] == "of" or head[:2] == ["out", "of"]) and "," not in head:
        is_list = len(levels) > _FEWEST or _tell_one_way(standing, levels[1:], _PAIR)
        # "Of the guests 149,000 came from A, 20,000 ...": the first is a part.
        is_whole = "," in ahead or (end_with_noun(first) > first.last and first.kind == "count")
        return ([first], levels[1:]) if is_list and is_whole and not _joins(ahead[-1:]) else ([], [])
    between = lower[first.last : levels[1].first]
    if between[:1] == ["of"] and len(between) <= _TO_WHOLE and _JOINED.isdisjoint(between):
        parts = [first, *levels[2:]]
        return ([levels[1]], parts) if _tell_one_way(standing, parts, _PAIR) else ([], [])
    if len(levels) > _FEWEST and ";" in ahead and _tell_one_way(standing, levels[1:], len(levels) - 1):
        return [first], levels[1:]
    is_elsewhere = _ends_elsewhere(standing, levels[-1]) or _are_in_order(standing, levels)
    if is_elsewhere or _tell_one_way(standing, levels, len(levels)):
        before = [one for one in standing.levels_before(first, _NEAR) if one.sentence < first.sentence]
        return [one for one in before if is_elsewhere or _counts_the_same(one, levels)], levels
    return [], []


def _are_in_order(standing: Standing, parts: list[Draft]) -> bool:
    """Whether parts are of the first, the second, the third: "two in the first year, one in the second"."""
    lower = standing.lower
    return len(parts) >= _FEWEST and all(
        place < len(_ORDINALS) and _ORDINALS[place] in lower[part.last : end_with_noun(part) + _TO_NTH]
        for place, part in enumerate(parts)
    )


def _counts_the_same(whole: Draft, parts: list[Draft]) -> bool:
    """Whether a level told before a list counts what its parts count, as far as they say what: no points."""
    return whole.unit not in (None, "point") and all(may_be_part(part, whole) for part in parts)


def _joins(words: list[str]) -> bool:
    return words != [] and words[0] in _LAST


def _tell_one_way(standing: Standing, parts: list[Draft], least: int) -> bool:
    """Whether what so many parts do is one of several things that exclude each other."""
    ends = standing.document.sentences[parts[0].sentence][1]
    clauses = [
        standing.lower[part.last : min(other.first, part.last + _ITEM)] for part, other in pairwise(parts)
    ]
    clauses.append(standing.lower[parts[-1].last : min(ends, parts[-1].last + _ITEM)])
    return any(sum(not way.isdisjoint(words) for words in clauses) >= least for way in _WAYS)


def _are_parts(standing: Standing, whole: Draft, parts: list[Draft]) -> bool:
    """Whether levels are one closed list of what may be parts of a whole and does not overlap."""
    lower = standing.lower
    between = [
        lower[one.last : other.first] for one, other in pairwise(sorted([whole, *parts], key=first_of))
    ]
    between = between[len(between) - len(parts) + 1 :]
    if any(
        len(words) > 2 * _ITEM or _JOINED.isdisjoint(words) or not _APART.isdisjoint(words)
        for words in between
    ) or _LAST.isdisjoint(between[-1]):
        return False
    ends = standing.document.sentences[parts[-1].sentence][1]
    if not _APART.isdisjoint(lower[parts[-1].last : min(ends, parts[-1].last + 3)]):
        return False
    counts = all(one.kind == "count" and is_whole_number(one) for one in (whole, *parts))
    if not counts and not all(same_measure(part, whole) for part in parts):
        return False
    if any(is_size(standing.document, one) for one in parts):
        return False
    # What so many economists expect is planned, they are not.
    if not (counts or is_alike_in_status((whole, *parts))):
        return False
    if not all(may_be_part(part, whole, said=True) for part in parts):
        return False
    tails = [lower[part.last : part.last + 4] for part in parts]
    if any(tail[:1] != [] and tail[0] in _HAVING for tail in tails):
        return False  # "60 have balconies, 40 have two rooms and 19 face the sea"
    for traits in (_SEXES, _AGES):
        if 0 < sum(not traits.isdisjoint(words) for words in tails) < len(parts):
            return False
    # "Of the 900, 700 started and 650 finished": one is within the other.
    return sum(2 * size_of(part) > size_of(whole) for part in parts) <= 1


def _is_slip(standing: Standing, whole: Draft, parts: list[Draft]) -> bool:
    """Whether one figure with another digit, or two swapped, makes parts their whole."""
    off = size_of(whole) - sum(map(size_of, parts))
    told = [(whole, size_of(whole) - off), *((part, size_of(part) + off) for part in parts)]
    return any(
        meant > 0
        and may_have_slipped(size_of(one), meant)
        and ways_to_slip(size_of(one), numeral_of(standing.document.text, one), meant) > 0
        for one, meant in told
    )
