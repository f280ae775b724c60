"""Proper names of a document and the entities they stand for.

Names are runs of capitalised words, cut at titles and at listed names; sentence openers and headlines,
where capitals say nothing, take part only with what is known from elsewhere. A short form stands for the
fullest form that the document has ("Toyota" for "Toyota Motor Corp", "Ghosn" for "Carlos Ghosn").
"""

from typing import Final

from flows.extraction.figure import Name
from flows.extraction.names.digit_names import begins_with_digits
from flows.extraction.names.entities import LEGAL_FORMS, EntityTable, entity_table
from flows.extraction.names.firms import mark_firms
from flows.extraction.names.full_names import Found, with_full_names
from flows.extraction.names.listed_places import PlaceNames, place_names
from flows.extraction.names.name_brackets import bind_bracket
from flows.extraction.names.name_openers import is_heading, may_open
from flows.extraction.names.name_runs import headline_sentences, is_common, is_ticker, opens_sentence, run_end
from flows.extraction.names.persons import mark_persons
from flows.extraction.names.territory_names import mark_territories
from flows.extraction.text.common_words import COMMON_WORDS
from flows.extraction.text.document import Document
from flows.extraction.text.name_words import (
    CALENDAR,
    COMPANY_TAILS,
    FIRST_NAMES,
    INSTITUTIONS,
    NEVER_ALONE,
    TITLES,
)
from flows.extraction.text.word_classes import WordClass
from schemas.reference import Reference

NO_NAME: Final = NEVER_ALONE | CALENDAR
MAY_BE_NAME: Final = WordClass(
    lambda _: (), lambda small, word: word != small and (small not in NO_NAME or word == "May")
)
PORTFOLIOS: Final = frozenset(
    """
    finance foreign home trade economy economics health labour labor interior defence defense justice
    energy transport education agriculture treasury industry environment budget culture planning oil
    shadow
    """.split()
)
SENTENCE_OPENERS: Final = frozenset(
    "it he she they we the this that these in on at but and if when as".split()
)
DIRECTIONS: Final = frozenset(
    """west east north south western eastern northern southern central greater mainland upper lower""".split()
)
COMBINING: Final = frozenset("franco anglo sino indo russo euro afro austro greco italo luso".split())
# "the mayor of X": X is a place; "a stake in X": it is none.
PLACE_HEADS: Final = frozenset(
    """mayor city town province population village residents county capital citizens inhabitants port island
    outskirts suburb north south east west governor voters towns region district""".split()
)
INVESTED: Final = frozenset(
    """stake stakes share shares interest interests invest invested investing investment investments
    holding holdings shareholder shareholders investor investors stock position confidence trading trade
    job role""".split()
)
# Alone these say of what creed or people somebody is.
LONE_ADJECTIVES: Final = frozenset(
    """communist socialist catholic protestant muslim islamic islamist christian jewish hindu buddhist
    orthodox hispanic latino asian caucasian republican democratic""".split()
)
DAYS_OF_SALES: Final = (["friday"], ["monday"], ["wednesday"], ["thursday"], ["tuesday"])
# Titles that are part of names as often: "Burger King", "Lord of the Rings".
TITLES_IN_NAMES: Final = frozenset(("king", "lord", "general"))


MAX_WORDS: Final = 7
OF_LINKS: Final = frozenset(("of", "for", "on"))


def find_names(document: Document, title: str | None, reference: Reference) -> list[Name]:  # noqa: ARG001
    """Return the proper names of `document`, in text order and without overlap.

    `title` is no evidence yet: headline capitals say nothing.

    Numbers that belong to a name ("Model 3") lie inside its range. Possessive marks and legal forms
    after a full stop lie outside. Names in headline style appear only where they are listed or stand
    elsewhere in the document.
    """
    words, lower = document.words, document.lower
    entities, places = entity_table(reference), place_names(reference)
    capitals = MAY_BE_NAME.tokens(document)
    headlines = headline_sentences(document, capitals)
    small_words = document.small_words()
    found: list[Found] = []
    deferred: list[int] = []
    done = 0
    sentence, last = -1, 0
    for index in capitals:
        if index < done:
            continue
        while index >= last:
            sentence += 1
            last = document.sentences[sentence][1]
        if ticker := is_ticker(document, index, last):
            done = ticker
            continue
        first = _first(document, index, done, last)
        known = entities.match(words, lower, first, last) or places.match(words, lower, index, last)
        if sentence in headlines:
            if known and (known[0] > index + 1 or not is_common(small_words, lower[index])):
                done = known[0]
                found.append(_known(document, first, known, entities))
            else:
                deferred.append(index)
            continue
        if (
            first == index
            and opens_sentence(document, index)
            and not may_open(document, index, last, small_words, known)
        ):
            deferred.append(index)
            continue
        end = max(run_end(document, index, last), known[0] if known else 0)
        if known or end - first < 2 or not is_heading(document, first, end, small_words):
            _cut(document, first, end, entities, places, found)
        done = end
        done = bind_bracket(document, found, done, last, entities, places)
    mark_territories(document, found)
    mark_persons(document, found)
    mark_firms(document, found)
    return with_full_names(document, found, deferred, entities)


def _first(document: Document, index: int, done: int, last: int) -> int:
    """Return where a name begins whose first capital is at `index`: "e-NV200", "3 Series", "3M Co"."""
    words, lower = document.words, document.lower
    if (
        index - 2 >= done
        and words[index - 1] == "-"
        and document.joined(index)
        and document.joined(index - 1)
        and len(words[index - 2]) == 1
        and words[index - 2].isalpha()
    ):
        return index - 2
    if (
        index - 1 >= done
        and words[index - 1].isdigit()
        and (lower[index] in ("series", "class") or begins_with_digits(document, index, last))
    ):
        return index - 1
    return index


def _known(document: Document, first: int, known: tuple[int, str], entities: EntityTable) -> Found:
    end, code = known
    if entity := entities.by_code.get(code):
        return Found(first, end, _words(document, first, end), code, None, entity.type)
    return Found(first, end, _words(document, first, end), None, code, "place")


def _words(document: Document, first: int, last: int) -> str:
    if last - first == 1:
        return document.words[first]
    return " ".join(document.quote(first, last).split())


def _cut(
    document: Document,
    first: int,
    end: int,
    entities: EntityTable,
    places: PlaceNames,
    found: list[Found],
) -> None:
    """Append the names of one run: cut at titles, at listed names, at a place before a name."""
    words, lower = document.words, document.lower
    index, titled = first, False
    for opener in range(first + 1, end):
        if lower[opener] in SENTENCE_OPENERS and _is_capitals(words, first, opener):
            # "DEBT PAYDOWN The company": a heading in capitals, and the sentence after it.
            index = opener + 1
            break
    while index < end:
        small = lower[index]
        is_title = small in TITLES and small not in TITLES_IN_NAMES
        if is_title and index + 1 < end and lower[index + 1] in LEGAL_FORMS:
            # "Coach Inc"
            is_title = False
        if is_title or words[index] in ".&/-–":
            titled = titled or small in TITLES
            index += 1
            continue
        known = entities.match(words, lower, index, end)
        if known is None:
            known = places.match(words, lower, index, end)
        stop = _stop(document, known[0] if known else index + 1, end, known is not None, entities)
        while stop > index + 1 and known is None and lower[stop - 1] in SENTENCE_OPENERS:
            # "Damage Assessment It will take": a heading, and the sentence after it.
            stop -= 1
        if known is not None:
            _append_known(document, index, known, stop, entities, found)
        elif (code := _compound_place(document, index, stop, places)) is not None:
            found.append(Found(index, stop, _words(document, index, stop), None, code or None, "place"))
        else:
            name = _words(document, index, stop)
            # "Finance Minister Jane Roe": what she is minister of.
            held = stop - index == 1 and lower[index] in PORTFOLIOS and stop < end and lower[stop] in TITLES
            if not held and not _says_nothing(document, index, stop):
                found.append(Found(index, stop, name, None, None, _type(document, index, stop, titled)))
        titled = False
        index = stop


def _is_capitals(words: list[str], first: int, last: int) -> bool:
    """Whether a run is in capitals and no abbreviation: "DEBT PAYDOWN"."""
    return all(word.isupper() and len(word) > 3 for word in words[first:last] if word.isalpha())


def _compound_place(document: Document, first: int, last: int, places: PlaceNames) -> str | None:
    """Return the code of the last place of "Franco-Japanese", which is no name of its own."""
    if (
        last - first >= 2
        and document.lower[first] in DIRECTIONS
        and (part := places.match(document.words, document.lower, first + 1, last))
        and part[0] == last
    ):
        # "West German", "Greater China": near the place, but not the same.
        return ""
    if last - first != 3 or document.words[first + 1] != "-" or document.lower[first] not in COMBINING:
        return None
    known = places.match(document.words, document.lower, first + 2, last)
    return known[1] if known else None


def _stop(document: Document, index: int, end: int, known: bool, entities: EntityTable) -> int:
    """Return where the name that covers the tokens before `index` ends: at a title or a listed name."""
    words, lower = document.words, document.lower
    while index < end:
        if lower[index] in TITLES and lower[index] not in TITLES_IN_NAMES:
            break
        if known and entities.match(words, lower, index, end):
            break
        index += 1
    while words[index - 1] in "-–&/" or (words[index - 1] == "." and index - 2 >= 0 and index == end):
        index -= 1
    return index


def _append_known(
    document: Document,
    index: int,
    known: tuple[int, str],
    stop: int,
    entities: EntityTable,
    found: list[Found],
) -> None:
    end, code = known
    tail = [word for word in document.lower[end:stop] if word.isalnum()]
    entity = entities.by_code.get(code)
    name = _words(document, index, stop)
    if entity is not None and all(word in LEGAL_FORMS or word in COMPANY_TAILS for word in tail):
        if found and _is_part(found[-1], index, code, entities):
            found[-1].last, found[-1].code, found[-1].type = stop, code, entity.type
            found[-1].name = _words(document, found[-1].first, stop)
            return
        found.append(Found(index, stop, name, code, None, entity.type))
    elif entity is not None:
        # "Toyota Yaris", "Honda Canada": a thing of its own, named after the listed one.
        found.append(Found(index, stop, name, None, None, _type(document, index, stop, False)))
    elif not tail or all(word in COMMON_WORDS for word in tail):
        stop = end
        name = _words(document, index, stop)
        found.append(Found(index, stop, name, None, code, "place"))
    elif tail[0] in FIRST_NAMES:
        found.append(Found(index, end, _words(document, index, end), None, code, "place"))
        found.append(Found(end, stop, _words(document, end, stop), None, None, "person"))
    else:
        found.append(Found(index, stop, name, None, None, _type(document, index, stop, False)))


def _is_part(before: Found, index: int, code: str, entities: EntityTable) -> bool:
    """Whether the name before is the whole of the part `code`, right before it: "Renault" + "Zoe"."""
    whole = entities.whole_of.get(code)
    while whole is not None and before.last == index:
        if whole == before.code:
            return True
        whole = entities.whole_of.get(whole)
    return False


def _says_nothing(document: Document, first: int, last: int) -> bool:
    if last - first > 1:
        # A headline that ran into its sentence.
        return last - first > MAX_WORDS and all(word[0].isupper() for word in document.words[first:last])
    small = document.lower[first]
    if small in LONE_ADJECTIVES or (small == "black" and document.lower[last : last + 1] in DAYS_OF_SALES):
        return True
    if small in COMMON_WORDS and not document.words[first].isupper():
        return True
    return small in NEVER_ALONE or small in CALENDAR or small in LEGAL_FORMS or len(small) == 1


def _type(document: Document, first: int, last: int, titled: bool) -> str | None:
    lower = document.lower
    if first and last - first <= 2 and document.words[first].isalpha():
        before = lower[first - 1]
        earlier = lower[first - 2] if first > 1 else ""
        if before in ("in", "near") and earlier not in INVESTED:
            return "place"
        if before == "of" and earlier in PLACE_HEADS:
            return "place"
    if titled:
        return "person"
    if any(word in LEGAL_FORMS for word in lower[first + 1 : last]):
        return "company"
    if lower[first] in FIRST_NAMES and 1 < last - first <= 4:
        return "person"
    if last - first > 1 and (
        # "Ministry of Health", but "Union Lamps" is a firm's name.
        (lower[first] in INSTITUTIONS and lower[first + 1] in OF_LINKS)
        or any(w in INSTITUTIONS for w in lower[first + 1 : last])
    ):
        return "institution"
    return None
