"""Terms served one after the other: "six years for fraud and three, consecutively ... nine years in prison".

Two lengths or more in a clause with such words are all of the term that is told in the sentences around them.
"""

from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.sums import spread

_RULE: Final = "served_terms"
_UNITS: Final = {"month": 1, "year": 12}
_AFTER_EACH_OTHER: Final = (
    ["one", "after", "the", "other"],
    ["one", "after", "another"],
    ["back", "to", "back"],
)
_JAIL: Final = frozenset(
    "jail jailed prison imprisoned bars sentenced sentence custody locked serve term".split()
)
_IN_TURN: Final = frozenset("consecutively consecutive other another back".split())
_SERVED: Final = frozenset("spent served already brother sister wife husband accomplice".split())
_BACK: Final = 4  # sentences from the terms to the words that they are served in turn
_TERMS: Final = frozenset("terms sentences penalties".split())
_GIVEN: Final = frozenset("sentenced imposed added gave given jailed handed got received term terms".split())
_NUMBERS: Final = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_NEAR: Final = 8  # tokens between a whole term and the word of prison
_AROUND: Final = 6  # sentences in which the whole is told
_OFF: Final = 2  # times the parts that it may be
_LIFE: Final = 60  # years that nobody serves
_FOR: Final = frozenset("for on and , of to ; plus with followed in".split())
_OF_AGE: Final = frozenset(("aged", "of", ","))
_NO_PARTS: Final = frozenset("concurrently concurrent suspended old parole licence".split())


def find_served_terms(reading: Reading) -> list[Relation]:
    """Return the terms that are served one after the other, with the whole."""
    document = reading.document
    told: list[Relation] = []
    if _IN_TURN.isdisjoint(document.vocabulary()) or _JAIL.isdisjoint(document.vocabulary()):
        return told
    terms = [draft for draft in reading.drafts if draft.kind == "duration" and _UNITS.get(draft.unit or "")]
    for number, vocabulary in enumerate(document.vocabularies()) if terms else ():
        if _IN_TURN.isdisjoint(vocabulary):
            continue
        first, last = document.sentences[number]
        words = document.lower[first:last]
        if not _is_in_turn(words) or not _NO_PARTS.isdisjoint(words):
            continue
        parts = [
            term
            for term in terms
            if term.sentence == number
            and (term.value or 0) < _LIFE
            and _is_of_a_crime(document.lower, term, last)
        ]
        if len(parts) < 2:
            parts = _told_before(reading, terms, number)
        whole = _whole(reading, terms, parts) if len(parts) > 1 else None
        if whole is not None:
            for term in (whole, *parts):
                # What a court gives is no round number.
                term.stated_low = term.stated_high = term.read_low = term.read_high = term.value
            told.append(spread(_RULE, whole, parts, True))
    return told


def _told_before(reading: Reading, terms: list[Draft], number: int) -> list[Draft]:
    """Return the terms of the sentences before "The three terms are to be served one after the other"."""
    document = reading.document
    first, last = document.sentences[number]
    words = document.lower[first:last]
    count = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
    if _TERMS.isdisjoint(words) or any(term.sentence == number for term in terms):
        return []
    told = [
        term
        for term in terms
        if 0 < number - term.sentence <= _BACK
        and (term.value or 0) < _LIFE
        and not _GIVEN.isdisjoint(document.vocabulary_of(term.sentence))
        and document.lower[term.first - 1] not in _OF_AGE
        and document.lower[term.last : term.last + 1] != ["-"]
    ]
    # "The three terms": no more and no fewer.
    return told[-count:] if count and len(told) >= count else told if not count else []


def _is_of_a_crime(lower: list[str], term: Draft, last: int) -> bool:
    """Whether a length is a term that somebody was given: "six years for fraud", no age."""
    return term.last < last and lower[term.last] in _FOR and lower[term.first - 1] not in _OF_AGE


def _is_in_turn(words: list[str]) -> bool:
    if "consecutively" in words or "consecutive" in words:
        return True
    return any(
        words[at : at + len(phrase)] == phrase
        for phrase in _AFTER_EACH_OTHER
        for at in range(len(words) - len(phrase) + 1)
    )


def _whole(reading: Reading, terms: list[Draft], parts: list[Draft]) -> Draft | None:
    """Return the term that the parts make, else the only one of prison about them that comes near."""
    made = sum(_months(part) for part in parts)
    wholes = [
        term
        for term in terms
        if not any(term is part for part in parts)
        and abs(term.sentence - parts[0].sentence) <= _AROUND
        and _is_of_prison(reading.document.lower, term)
    ]
    wholes += [term for term in reading.titles if term.kind == "duration" and term.unit in _UNITS]
    for whole in wholes:
        if _months(whole) == made:
            return whole
    near = [
        term
        for term in wholes
        if made / _OFF <= _months(term) <= made * _OFF and _months(term) > max(map(_months, parts))
    ]
    return near[0] if len({term.value for term in near}) == 1 else None


def _is_of_prison(lower: list[str], term: Draft) -> bool:
    before = lower[max(0, term.first - _NEAR) : term.first]
    if not _SERVED.isdisjoint(before) or ["been", "in"] in (before[-4:-2], before[-3:-1]):
        return False
    around = [*before, *lower[term.last : term.last + 3]]
    return not _JAIL.isdisjoint(around) and lower[term.last : term.last + 2] != ["-", "old"]


def _months(term: Draft) -> float:
    return float(term.value or 0) * _UNITS[term.unit or ""]
