"""Counts with everybody named: "Three climbers died. The dead were A, a baker; B, 29; and her cousin C"."""

from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Member, Name, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import PEOPLE
from flows.extraction.text.noun_words import singular

_MOST: Final = 20
_COPULAS: Final = frozenset(("are", "were"))
_OPENING: Final = frozenset("they these those".split())
_LEAST: Final = 2
_SOME: Final = frozenset("other others remaining first last main biggest largest top best".split())
_WITH_ADJECTIVES: Final = (3, 4)  # tokens from "the" to the copula behind its noun
# Who a list of people may be of, whatever the count calls them.
_CALLED: Final = frozenset(
    """dead victims killed injured winners finalists bidders candidates nominees men women accused suspects
    arrested defendants shortlisted newcomers survivors missing contenders applicants prizewinners laureates
    contestants hostages detained others ones names""".split()
)
_NUMBERS: Final = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_TELLING: Final = frozenset("full complete entire whole".split())
# Between "were" and the first name.
_LEADING: Final = frozenset("named identified as listed in the a an her his their : -".split())
_SEPARATORS: Final = frozenset((",", ";", "and", "&", ":", "-", "•", "*", "–"))
_BULLETS: Final = frozenset(("-", "•", "*", "–"))
_JOINING: Final = frozenset(("and", "&"))
# Before a name these make it where somebody is from, or somebody of a clause.
_WITHIN: Final = frozenset(
    """( ) of from in at near for by with to on off over under after before against who which whose whom that
    than as like about into through beat met said is was are were has had""".split()
)
_SAYING: Final = frozenset("said says told is was has had will would did announced added".split())
# These stand for members without a name.
_UNNAMED: Final = frozenset(
    """unnamed unidentified other others another boy boys girl girls child children couple twins anonymous
    more including such perhaps or baby infant""".split()
)
_REACH: Final = 6  # tokens from a separator to the name that it brings
_TICKER: Final = 4  # tokens of a bracket up to its colon
_FIRST: Final = 6  # tokens from the beginning to "list:"


def find_rosters(reading: Reading, counts: list[Draft]) -> list[Relation]:
    """Return counts of two to twenty with the names that the next sentence, or what follows a colon, gives.

    Args:
        reading: the article.
        counts: its counts that may be counted out, in text order.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for count in counts:
        by_sentence.setdefault(count.sentence, []).append(count)
    found: list[Relation] = []
    for told in by_sentence.values():
        if len(told) > 1:
            continue
        count = told[0]
        relation = _behind_colon(reading, count) or _in_next(reading, count)
        if relation is not None:
            found.append(relation)
    return found


def _behind_colon(reading: Reading, count: Draft) -> Relation | None:
    """Return what "Three clubs went up: A, B and, for the first time, C" names; it may leave some out."""
    sentences, lower = reading.document.sentences, reading.document.lower
    last = sentences[count.sentence][1]
    if ":" not in lower[count.last : last]:
        return None
    begin = lower.index(":", count.last) + 1
    if "(" in lower[max(count.last, begin - _TICKER) : begin]:
        return None  # "(NYSE: ABC)"
    if begin == last:
        for first, end in sentences[count.sentence + 1 : count.sentence + 1 + _MOST]:
            if lower[first] not in _BULLETS:
                break
            last = end
    items = _items(reading, count, begin, last)
    return _relation(reading, count, items, "listed") if len(items) >= _LEAST else None


def _in_next(reading: Reading, count: Draft) -> Relation | None:
    sentences = reading.document.sentences
    if count.sentence + 1 >= len(sentences):
        return None
    first, last = sentences[count.sentence + 1]
    begin = _begins(reading, count, first, last)
    if begin is None:
        return None
    items = _items(reading, count, begin, last)
    if len(items) < (count.value or 0) and _names_others(reading, begin, items):
        return None
    if len(items) < _LEAST or (len(items) < (count.value or 0) and _leaves_out(reading, begin, last, items)):
        return None
    return _relation(reading, count, items, "roster")


def _begins(reading: Reading, count: Draft, first: int, last: int) -> int | None:
    """Return where the names of a sentence begin that tells who those counted are."""
    lower = reading.document.lower
    opening = lower[first : first + _FIRST]
    if "list" in opening and ":" in opening and not _TELLING.isdisjoint(opening):
        return first + opening.index(":") + 1
    head = opening[1] if opening[0] == "the" and len(opening) > 1 else opening[0]
    unit = count.unit or ""
    copula = next((index for index in range(first + 1, last) if lower[index] in _COPULAS), None)
    if copula is None:
        return None
    if opening[0] == "the" and copula - first in _WITH_ADJECTIVES and _SOME.isdisjoint(opening):
        head = lower[copula - 1]  # "The affected districts are"
    meant = (
        head in _OPENING
        or (opening[0] == "the" and (head in _CALLED or singular(head) == unit))
        or (opening[0] == "the" and head in _NUMBERS)
    )
    if not meant:
        return None
    begin = copula + 1
    while begin < last and lower[begin] in _LEADING:
        begin += 1
    return begin if reading.names_between(begin, begin + 2) else None


def _items(reading: Reading, count: Draft, begin: int, last: int) -> list[Name]:
    """Return the names that a list is of, without those of places, owners and clauses between them."""
    lower = reading.document.lower
    inside = reading.names_between(begin, last)
    edges = [begin, *(index + 1 for index in range(begin, last) if lower[index] == ";"), last + 1]
    stretches: list[list[tuple[Name, str]]] = []
    for start, end in pairwise(edges):
        told = [name for name in inside if start <= name.first < end]
        brought = [(name, by) for name in told if (by := _brought_by(reading, name, start))]
        if not brought and told and stretches and lower[start] in _JOINING:
            brought = [(told[0], "and")]  # "; and A History of Rain by Ona Pask"
        if not brought or brought[0][0].first - start > _REACH:
            break  # "...; that is the whole list"
        stretches.append(brought)
    if len(stretches) > 1:
        # "A, 41, of Delco Holdings; B ...": between semicolons only "and" brings another.
        heads = [
            one for told in stretches for one in (told[0], *(two for two in told[1:] if two[1] in _JOINING))
        ]
        return _alike([name for name, _ in heads], count)
    heads = stretches[0] if stretches else []
    if len(heads) > 1 and heads[-1][1] == "," and "and" in lower[heads[-2][0].last : heads[-1][0].first]:
        heads[-1] = heads[-1][0], "and"  # "and a fund from Malta, Blue Meridian"
    if sum(by in _BULLETS for _, by in heads) < len(heads) - 1:
        closing = [place for place, (_, by) in enumerate(heads) if by in _JOINING]
        heads = heads[: closing[-1] + 1] if closing else []
    return _alike([name for name, _ in heads], count)


def _brought_by(reading: Reading, name: Name, begin: int) -> str:
    """Return what brings a name into a list, a comma, "and" or the list's beginning; else ""."""
    lower, words = reading.document.lower, reading.document.words
    after = lower[name.last : name.last + 1]
    if after and (after[0] in ("'s", "’s") or after[0] in _SAYING):
        return ""
    if after == ["-"] and reading.document.joined(name.last):
        return ""  # "a Malta-registered fund"
    is_adjective = (
        name.place_code is not None and words[name.last : name.last + 1] and words[name.last][0].islower()
    )
    if is_adjective and after[0] not in _JOINING | _WITHIN:
        return ""  # "the Greek shipping line"
    for index in range(name.first - 1, max(begin, name.first - _REACH) - 1, -1):
        if lower[index] in _WITHIN:
            return ""
        if lower[index] in _SEPARATORS:
            # "and, for the first time, C"
            aside = lower[max(begin, index - _REACH) : index]
            return "and" if lower[index] == "," and "and" in aside[:-1] and _is_aside(aside) else lower[index]
    return ":" if name.first - begin <= _REACH else ""


def _is_aside(words: list[str]) -> bool:
    """Whether "and" stands right before a comma among words."""
    place = len(words) - 1 - words[::-1].index("and")
    return words[place + 1 : place + 2] == [","]


def _alike(names: list[Name], count: Draft) -> list[Name]:
    """Return the names once each, without where people are from; none where some may be no items."""
    of_people = any(name.type == "person" for name in names)
    of_places = sum(name.place_code is not None for name in names)
    if of_places and not of_people and of_places < len(names):
        return []  # towns, of which some are known, or firms and where they are
    kept: dict[str, Name] = {}
    for name in names:
        if name.place_code is None or of_places == len(names):
            kept.setdefault(name.name, name)
    found = list(kept.values())
    sizes = {name.last - name.first > 1 for name in found}
    spoken = any(other.first - name.last > _LEAST for name, other in pairwise(found))
    # "Ida Kern, Delco, Bo Friis": what has one word may be where somebody works.
    may_be_of_people = count.unit is None or count.unit in PEOPLE
    return [] if len(sizes) > 1 and (of_people or (spoken and may_be_of_people)) else found


def _names_others(reading: Reading, begin: int, items: list[Name]) -> bool:
    """Whether a list has names that are no items, and may be: "the old station of Grimvik"."""
    lower, words, taken = reading.document.lower, reading.document.words, {name.first for name in items}
    return (
        bool(items)
        and any(
            name.first not in taken
            and name.place_code is None
            and lower[name.first - 1] == "of"
            and words[name.first - 2].isalpha()
            and words[name.first - 2].islower()  # not "Lena Vogt, 31, of Graz"
            and lower[name.last : name.last + 1] != ["'s"]
            for name in reading.names_between(begin, items[-1].first)
        )
    )


def _leaves_out(reading: Reading, begin: int, last: int, items: list[Name]) -> bool:
    """Whether a list has members without a name: "his two sons", "an unidentified man"."""
    lower = reading.document.lower[begin:last]
    end = items[-1].last
    numbers = [draft for draft in reading.drafts if begin <= draft.first < end and draft.kind != "duration"]
    return not _UNNAMED.isdisjoint(lower) or bool(numbers)


def _relation(reading: Reading, count: Draft, items: list[Name], rule: str) -> Relation:
    document = reading.document
    members = (
        Member("count", count),
        *(Member("item", None, document.quote(name.first, name.last)) for name in items),
    )
    return Relation("enumeration", members, True, count.start, document.ends[items[-1].last - 1], rule)
