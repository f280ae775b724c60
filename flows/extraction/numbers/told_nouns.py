"""What a number without a noun counts, where the words around it tell: "four have died", "300 of them"."""

from typing import Final

from flows.extraction.numbers.numeral import Numeral
from flows.extraction.numbers.sold_things import is_thing
from flows.extraction.text.change_words import CHANGE_NOUNS
from flows.extraction.text.document import Document
from flows.extraction.text.noun_words import CLOSED, VERBS, is_plural, singular
from flows.extraction.text.nouns import Counted

_AUXILIARIES: Final = frozenset(
    "have has had been were was are is being remain remained also since already now".split()
)
_SUFFERED: Final = frozenset(
    """died killed injured wounded hurt arrested detained hospitalised hospitalized dead missing infected
    evacuated rescued deported convicted jailed vaccinated quarantined displaced drowned unemployed jobless
    homeless""".split()
)
_MADE: Final = frozenset(
    "sold built delivered registered made produced shipped bought ordered installed assembled".split()
)
_ANIMALS: Final = frozenset(
    """cow pig bird chicken hen horse dog cat sheep goat whale dolphin elephant wolf bear cattle seal turtle
    turkey duck deer fish lion tiger rhino bee penguin""".split()
)
_BACK: Final = frozenset("them these those whom which".split())
# How far back a thing may have been spoken of.
_WINDOW: Final = 60
# Words of a whole that is made of what is counted.
MASSES: Final = {
    "population": "person",
    "workforce": "person",
    "headcount": "person",
    "attendance": "person",
    "membership": "member",
    "enrolment": "student",
    "enrollment": "student",
}
_OF_PLACES: Final = frozenset(
    """prison world city town country island village total jail resident census state county national global
    current whole entire region district municipal human combined estimated""".split()
)
_PREPOSITIONS: Final = frozenset("of for at by from with among to on per in".split())
_TOLD: Final = frozenset(
    """cases deaths fatalities infections hospitalisations hospitalizations arrests births marriages divorces
    homes houses cars vehicles visitors tourists passengers subscribers students members jobs claims
    applications vacancies redundancies injuries casualties accidents crimes murders homicides burglaries
    flights voters users customers employees patients refugees migrants inmates prisoners bankruptcies
    insolvencies permits complaints admissions""".split()
)


def tell_nouns(document: Document, numerals: list[Numeral]) -> None:
    """Give numbers without unit and noun what the verb after them, or "of them", says that they count."""
    for position, numeral in enumerate(numerals):
        if (
            numeral.unit is not None
            or numeral.noun is not None
            or numeral.rate is not None
            or numeral.form not in ("digits", "words", "range")
        ):
            continue
        noun = (
            _pointed_back(document, numerals, position)
            or _by_verb(document, numerals, position)
            or _labelled(document, numeral)
        )
        if noun is not None:
            numeral.noun, numeral.borrowed = noun, "ellipsis"


def is_counted_mass(word: str) -> bool:
    """Whether a noun says what a number told of it counts: "membership", "claims"."""
    return word in MASSES or word in _TOLD


def _pointed_back(document: Document, numerals: list[Numeral], position: int) -> Counted | None:
    """Read "1,200 of them", "of these, 300": what the number before them counts."""
    numeral, lower = numerals[position], document.lower
    last = numeral.last
    after = lower[last : last + 3]
    behind = (
        after[:1] == ["of"]
        and len(after) > 1
        and after[1] in _BACK
        and (
            len(after) < 3
            or after[1] in ("whom", "which")
            or not after[2][0].isalpha()
            or after[2] in CLOSED
            or after[2] in VERBS
        )
    )
    first = numeral.first
    while first and lower[first - 1] in ("about", "some", "only", "just", "nearly", "almost", ","):
        first -= 1
    ahead = first > 1 and lower[first - 1] in _BACK and lower[first - 2] == "of"
    if not (behind or ahead):
        return None
    known = _counted_before(document, numerals, position)
    if known is None or known.noun is None or abs(numeral.value) > abs(known.high or known.value):
        return None
    return known.noun


def _counted_before(document: Document, numerals: list[Numeral], position: int) -> Numeral | None:
    """Return the last number with a counted noun, in this sentence or the one before."""
    sentence = document.sentence_at(numerals[position].first)
    for known in reversed(numerals[max(0, position - 4) : position]):
        if document.sentence_at(known.first) < sentence - 1:
            return None
        if known.noun is not None:
            return known
    return None


def _by_verb(document: Document, numerals: list[Numeral], position: int) -> Counted | None:
    lower, count = document.lower, len(document.lower)
    numeral = numerals[position]
    end = min(count, document.sentences[document.sentence_at(numeral.first)][1])
    cursor = numeral.last
    while cursor < min(end, numeral.last + 4) and lower[cursor] in _AUXILIARIES:
        cursor += 1
    if cursor >= end:
        return None
    word = lower[cursor]
    suffered = word in _SUFFERED or (
        cursor > numeral.last and lower[cursor : cursor + 2] in (["in", "hospital"], ["in", "custody"])
    )
    if suffered:
        known = _counted_before(document, numerals, position)
        if known is not None and known.noun is not None and known.noun.noun in _ANIMALS:
            return known.noun
        return Counted("person", numeral.last, cursor + 1, ())
    if word in _MADE and cursor > numeral.last:
        return _one_thing(document, numeral.first)
    return None


def _labelled(document: Document, numeral: Numeral) -> Counted | None:
    """Read "Employees: 3,500", "Employees - 3,500 Revenue - ...": a list that names what it counts first."""
    at = numeral.first - 2
    if at < 0 or document.lower[at + 1] not in (":", "-", "–", "—") or document.lower[at] not in _TOLD:
        return None
    if not document.words[at][0].isupper() or document.joined(numeral.first):
        return None
    return Counted(singular(document.lower[at]), at, at + 1, ())


def _one_thing(document: Document, at: int) -> Counted | None:
    """Return the one sort of things, sold by the piece, that the words before speak of."""
    found: dict[str, int] = {}
    for cursor in range(max(0, at - _WINDOW), at):
        word = document.lower[cursor]
        if is_plural(word) and is_thing(thing := singular(word)):
            found[thing] = cursor
    if len(found) != 1:
        return None
    (noun, cursor), *_ = found.items()
    return Counted(noun, cursor, cursor + 1, ())


def subject_noun(document: Document, at: int, begin: int, first: int) -> Counted | None:
    """Return what the head at token `at` of the subject of a number counts; None where it is no such head.

    "The population fell to", "flu cases in Bremholm climb to", "the death toll rose to". A noun after a
    preposition is no head ("the cost for patients rose to").
    """
    lower = document.lower
    word = lower[at]
    before = lower[at - 1] if at > begin else ""
    if word == "toll":
        return Counted("death", at - 1, at + 1, ()) if before == "death" else None
    mass = MASSES.get(word)
    if mass is None and word not in _TOLD:
        return None
    if mass is not None:
        ahead = range(at + 2, min(at + 5, first)) if at + 1 < first and lower[at + 1] == "of" else range(0)
        if any(is_plural(lower[each]) and document.words[each].islower() for each in ahead):
            return None
        plain = (
            not before
            or not before[0].isalpha()
            or before in CLOSED
            or before in _OF_PLACES
            or document.words[at - 1][0].isupper()
            or before.endswith(("al", "an", "ing", "ed", "'s"))
        )
        return Counted(mass, at, at + 1, ()) if plain else None
    after = lower[at + 1]
    is_noun = after[0].isalpha() and not after.endswith(("ed", "ing"))
    if is_noun and after not in CLOSED and after not in VERBS and after not in CHANGE_NOUNS:
        # "The jobs watchdog", but "jobs climbed", "jobs growth"
        return None
    cursor = at - 1
    begin = max(0, begin - 1)
    while cursor >= begin and at - cursor < 5 and lower[cursor][0].isalpha() and lower[cursor] not in CLOSED:
        cursor -= 1
    if cursor >= begin and (lower[cursor] in _PREPOSITIONS or lower[cursor][0].isdecimal()):
        return None
    return Counted(singular(word), at, at + 1, ())
