"""Lists within one sentence that words tie to a total told before: "It comprises 48 of ... and 12 ...".

What ties them is a verb of composition behind a pronoun or "the haul", a part that is "of the cars" or "of
them", or "There were ..." right behind a count. Parts that a verb makes the whole are all of it; others may
leave some out, so that they are only more than the total where they contradict it.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from flows.extraction.claims.holding import is_whole_number
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of
from flows.extraction.relations.likeness import are_kindred, listable, same_measure
from flows.extraction.relations.sizes import is_size
from flows.extraction.relations.sums import makes, spread
from flows.extraction.text.noun_words import singular

_COMPOSED: Final = frozenset("comprise comprises comprised consist consists consisted composed".split())
_HOLDING: Final = frozenset(
    "include includes included contain contains contained cover covers covered holds held".split()
)
_POINTING: Final = frozenset("this these that those it they the".split())
_PRONOUNS: Final = frozenset("them these those it this that which".split())
_THERE: Final = (["there", "were"], ["there", "are"])
_THEY: Final = frozenset(("they", "these"))
_OPENING: Final = 6  # tokens in which such a sentence comes to its verb
_FEWEST: Final = 2
_KINDS: Final = 3  # parts from which on "There were" tells kinds
_BACK: Final = 2  # sentences to the total
_SUBSTANCE: Final = 2  # tokens behind a unit that say of what
_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_SOME: Final = frozenset("total sum money amount lot whole number".split())
_CLOSING: Final = frozenset(("and", "while"))
_JOINED: Final = frozenset((",", ";", "and", "while"))
_OF_THOSE: Final = (["of", "those"], ["of", "them"], ["of", "these"], ["of", "whom"], ["of", "which"])
_WHOSE: Final = frozenset("its their his her our".split())
_INSIDE: Final = frozenset("including whom which who where".split())
_HEDGES: Final = frozenset("about around some roughly nearly almost just only over".split())
_ITEM: Final = 9  # tokens from one item of a list to the next
_NO_ITEM: Final = _INSIDE | frozenset("to from than against compared versus between of".split())
_RANKED: Final = frozenset("respectively than against versus compared ahead followed rose fell".split())
_OWN: Final = frozenset(("of_these", "of_them"))  # rules that read such a list already
_OFF: Final = Decimal("0.5")  # of which of total and parts the other may be


def find_enumerated(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return totals with the parts that a sentence behind them enumerates.

    Args:
        standing: the figures of the article.
        found: the relations so far; what is in a complete sum already is left alone.
    """
    summed = figures_of(one for one in found if one.kind == "sum" and (one.is_complete or one.rule in _OWN))
    told: list[Relation] = []
    for sentence in sorted({level.sentence for level in standing.levels}):
        parts = _listed(standing, sentence) or _leading(standing, sentence)
        if len(parts) < _FEWEST or not summed.isdisjoint(map(id, parts)):
            continue
        whole, is_complete = _whole_of(standing, parts, found)
        if whole is None or id(whole) in summed:
            continue
        told.append(spread("composed" if is_complete else "enumerated", whole, parts, is_complete))
        summed |= figures_of(told[-1:])
    return told


def _listed(standing: Standing, sentence: int) -> list[Draft]:
    """Return the levels of a sentence if all of them are one list that is closed, else none."""
    levels = standing.levels_in(sentence)
    if len(levels) < _FEWEST or not is_alike_in_status(levels):
        return []
    if len(standing.told_in(sentence, sentence)) != len(levels) or not _RANKED.isdisjoint(
        standing.words(levels[0])
    ):
        return []
    between = [standing.lower[one.last : other.first] for one, other in pairwise(levels)]
    if any(
        _JOINED.isdisjoint(words) or not _INSIDE.isdisjoint(words) for words in between
    ) or _CLOSING.isdisjoint(between[-1]):
        return []
    if any(standing.lower[one.first - 1] in _WHOSE for one in levels):
        return []  # "14 tankers and 11 ferries, and keeps its three docks busy"
    if any(standing.lower[one.last : one.last + 2] in _OF_THOSE for one in levels):
        return []  # "372 were treated, and 31 of those died"
    counts = all(one.kind == "count" and is_whole_number(one) for one in levels)
    return levels if counts or all(same_measure(one, levels[0]) for one in levels) else []


def _leading(standing: Standing, sentence: int) -> list[Draft]:
    """Return the list with which a sentence opens behind "There are" or "consists of"; more may follow."""
    levels = standing.told_in(sentence, sentence)
    if not levels or not _is_list_of_all(standing, levels[0]):
        return []
    parts = levels[:1]
    for level in levels[1:]:
        between = standing.lower[parts[-1].last : level.first]
        if len(between) > _ITEM or _JOINED.isdisjoint(between) or not _NO_ITEM.isdisjoint(between):
            break
        counts = all(one.kind == "count" and is_whole_number(one) for one in (parts[0], level))
        if not counts and not same_measure(level, parts[0]):
            break
        parts.append(level)
        if not _CLOSING.isdisjoint(between):
            return parts if is_alike_in_status(parts) else []
    return []


def _is_list_of_all(standing: Standing, first: Draft) -> bool:
    """Whether what stands right before the first figure of a sentence makes its list all of something.

    "There are 47 features, ...", "the chamber is made up of 24 Greens, ...", "the cuts consist of".
    """
    opens = standing.document.sentences[first.sentence][0]
    before = standing.lower[max(opens, first.first - _OPENING) : first.first]
    while before and before[-1] in _HEDGES:
        before.pop()
    if before in _THERE or before[-3:] == ["made", "up", "of"]:
        return True
    return not _COMPOSED.isdisjoint(before[-2:] if before[-1:] == ["of"] else before[-1:])


def _whole_of(standing: Standing, parts: list[Draft], found: list[Relation]) -> tuple[Draft | None, bool]:
    """Return the total that words tie to a list, and whether they leave nothing out."""
    first, last = standing.document.sentences[parts[0].sentence]
    opening = standing.lower[first : min(last, first + _OPENING)]
    before = [one for one in standing.levels_before(parts[0], _BACK) if one.sentence < parts[0].sentence]
    before = [one for one in before if _is_of_their_measure(standing, one, parts)]
    beside = [one for one in before if one.sentence == parts[0].sentence - 1]
    if opening[0] in _POINTING and (not _COMPOSED.isdisjoint(opening) or _is_made_up(opening)):
        return _whole_beside(beside, parts), True
    if _is_list_of_all(standing, parts[0]):
        # "The 56-seat council ... is made up of 24 Greens, ...": a size may be a whole.
        near = standing.levels_before(parts[0], 1)
        near = [one for one in near if _is_counted_like(one, parts) and _is_near(one, parts)]
        if len(near) == 1 and (opening[:2] not in _THERE or _are_kinds(parts)):
            return near[0], True
    before, beside = ([one for one in some if _is_near(one, parts)] for some in (before, beside))
    if _are_counted(standing, opening, parts) and len(beside) == 1:
        return beside[0], True
    if len(parts) >= _KINDS and len(before) == 1 and _are_as_many(standing, parts):
        return before[0], True
    if opening[0] in _POINTING and not _HOLDING.isdisjoint(opening) and parts[0].kind != "money":
        return (beside[-1] if beside else None), False
    is_of_one = len({part.unit for part in parts if part.unit is not None}) <= 1
    # "37 of the cases, and 19 people": the others are bare, or of one noun.
    for noun in _partitives(standing, parts, first) if is_of_one else ():
        named = [one for one in before if _is_named(standing, noun, one, parts)]
        if named:
            return named[-1], False
    if len(parts) >= _KINDS:
        if (opening[:2] in _THERE or opening[0] in _THEY) and len(beside) == 1:
            return beside[0], False
        return _of_segments(parts, found), False
    return None, False


def _are_kinds(parts: list[Draft]) -> bool:
    """Whether each part counts things of its own noun: features, documentaries and shorts."""
    return len(parts) >= _KINDS and len({part.unit for part in parts if part.unit is not None}) == len(parts)


def _whole_beside(beside: list[Draft], parts: list[Draft]) -> Draft | None:
    """Return the level before a list that it makes, else the last one of its size, else the last one."""
    last_first = beside[::-1]
    made = next((one for one in last_first if makes(parts, one)), None)
    return made or next((one for one in last_first if _is_near(one, parts)), next(iter(last_first), None))


def _is_made_up(opening: list[str]) -> bool:
    return "made" in opening and opening[opening.index("made") + 1 :][:2] == ["up", "of"]


def _are_counted(standing: Standing, opening: list[str], parts: list[Draft]) -> bool:
    """Whether a list is of as many as were said before: "in three issues. The issues are 12, 6 and 3"."""
    if opening[0] not in _POINTING or opening[2:3] not in (["are"], ["were"]):
        return False
    first, last = standing.document.sentences[parts[0].sentence - 1]
    said = [at for at in range(first, last - 1) if standing.lower[at + 1] == opening[1]]
    return any(_NUMBERS.get(standing.lower[at]) == len(parts) for at in said)


def _are_as_many(standing: Standing, parts: list[Draft]) -> bool:
    """Whether the sentence before counts as many as a list tells: "18,400 in three plants. Leeds ..."."""
    first, last = standing.document.sentences[parts[0].sentence - 1]
    return any(_NUMBERS.get(word) == len(parts) for word in standing.lower[first:last])


def _partitives(standing: Standing, parts: list[Draft], first: int) -> Iterator[str]:
    """Yield the nouns or pronouns that parts are said to be of: "Of the sum, ...", "96,400 of the cars"."""
    lower = standing.lower
    for place in (first, *(part.last for part in parts)):
        if lower[place : place + 1] != ["of"] or place + 1 >= len(lower):
            continue
        word = lower[place + 1]
        if word in _PRONOUNS:
            yield word
        elif word in ("the", "its", "their", "those", "these"):
            yield lower[place + 2]


def _is_named(standing: Standing, noun: str, whole: Draft, parts: list[Draft]) -> bool:
    """Whether a pronoun or a noun can mean a total: "of them", "of the cars" after vehicles."""
    if noun in _PRONOUNS or noun in _SOME:
        return True
    one = singular(noun)
    # "84 tonnes of fodder"
    named = {singular(word) for word in standing.lower[whole.last : end_with_noun(whole) + _SUBSTANCE]}
    if whole.unit is None:
        return False
    counted = any(part.unit == one and listable(part, whole) for part in parts)
    return one == whole.unit or one in named or counted or are_kindred(one, whole.unit)


def _of_segments(parts: list[Draft], found: list[Relation]) -> Draft | None:
    """Return the total of a sum by segments, of which the list has one more that no subject tells."""
    here = {id(part) for part in parts}
    for relation in found:
        if relation.rule != "segments":
            continue
        told = {member.role: member.draft for member in relation.members}
        own = [member.draft for member in relation.members if member.role == "part"]
        total = told.get("total")
        if total is not None and own and all(id(one) in here for one in own):
            return total
    return None


def _is_of_their_measure(standing: Standing, whole: Draft, parts: list[Draft]) -> bool:
    """Whether a level counts what the parts of a list count, or is of their measure, and is no size."""
    return not is_size(standing.document, whole) and _is_counted_like(whole, parts)


def _is_counted_like(whole: Draft, parts: list[Draft]) -> bool:
    if whole.value is None:
        return False
    if whole.kind == "count" and all(part.kind == "count" for part in parts):
        return is_whole_number(whole)
    return all(same_measure(part, whole) or listable(part, whole) for part in parts)


def _is_near(whole: Draft, parts: list[Draft]) -> bool:
    """Whether a level is more than each of the parts, and about as much as all of them."""
    told = whole.value or Decimal(0)
    if any((part.value or 0) >= told for part in parts):
        return False
    # "Of those, 31,240 started and 30,115 finished": two that are most of it each are one within the other.
    if sum((part.value or 0) > _OFF * told for part in parts) > 1:
        return False
    amount = sum((part.value or Decimal(0) for part in parts), Decimal(0))
    return makes(parts, whole) or _OFF * told <= amount <= told / _OFF
