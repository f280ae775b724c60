"""The names of places in a text: countries, regions, states, cities, and the adjectives made of them."""

from functools import lru_cache
from typing import Final, NamedTuple

from flows.extraction.text.document import TOKEN, Document
from flows.extraction.text.word_classes import WordClass
from schemas.reference import Reference

# A text whose first words have no capital has none at all.
OPENING: Final = 24


class Place(NamedTuple):
    """What a name stands for: code and English name, its type (world, region, country, state, city).

    `role` is "name" or "demonym" ("Japan", "Japanese"), or "body" where only what is its alone is named
    ("the Bundestag"); `is_capitals` where only capitals name it ("US").
    """

    code: str
    name: str
    type: str
    role: str
    is_capitals: bool


# Where a country ends: no code has it.
ELSEWHERE: Final = Place("abroad", "abroad", "elsewhere", "name", False)


class Mention(NamedTuple):
    """A place named in a text: tokens ``[first, last)``."""

    first: int
    last: int
    place: Place


@lru_cache(maxsize=8)
def place_table(reference: Reference) -> dict[str, Place]:
    """Return every name and demonym, its lower-case tokens joined by spaces, with what it stands for.

    >>> from schemas.reference import load_reference
    >>> place_table(load_reference())["japanese"][:4]
    ('JP', 'Japan', 'country', 'demonym')
    """
    table: dict[str, Place] = {}
    for row in reference.rows("places"):
        code, name, kind = row["place_code"], row["place"], row["type"]
        for role, column in (("name", f"{name}|{row['names']}"), ("demonym", row["demonyms"])):
            for written in column.split("|"):
                if written:
                    key = " ".join(TOKEN.findall(written.lower()))
                    # The first row that has a name keeps it: regions and countries before states and cities.
                    table.setdefault(key, Place(code, name, kind, role, written.isupper()))
    return table


@lru_cache(maxsize=8)
def names_by_code(reference: Reference) -> dict[str, str]:
    """Return the English name of every listed place by its code."""
    return {row["place_code"]: row["place"] for row in reference.rows("places")}


@lru_cache(maxsize=8)
def _bodies(reference: Reference) -> dict[str, Place]:
    """Return the parties, offices and institutes that are one place's, with the place."""
    return {
        " ".join(TOKEN.findall(name.lower())): Place(
            row["place_code"], row["place"], row["type"], "body", name.isupper()
        )
        for row in reference.rows("places")
        for name in row["bodies"].split("|")
        if name
    }


@lru_cache(maxsize=4096)
def is_body(reference: Reference, name: str) -> bool:
    """Whether a name is one of a country's own: its lender, its post, its party; not a city's exchange.

    >>> from schemas.reference import load_reference
    >>> is_body(load_reference(), "Freddie Mac"), is_body(load_reference(), "Goldman Sachs")
    (True, False)
    """
    body = _bodies(reference).get(" ".join(TOKEN.findall(name.lower())))
    return body is not None and body.type != "city"


@lru_cache(maxsize=8)
def _by_first_word(reference: Reference) -> dict[str, tuple[tuple[tuple[str, ...], Place], ...]]:
    """Return the names by their first token, longest first."""
    groups: dict[str, list[tuple[tuple[str, ...], Place]]] = {}
    for key, place in {**_bodies(reference), **place_table(reference)}.items():
        tokens = tuple(key.split(" "))
        groups.setdefault(tokens[0], []).append((tokens[1:], place))
    return {word: tuple(sorted(group, key=lambda item: -len(item[0]))) for word, group in groups.items()}


MAY_BE_PLACE: Final = WordClass(lambda reference: () if reference is None else _by_first_word(reference))


def find_places(document: Document, reference: Reference) -> list[Mention]:
    """Return the places that `document` names, in text order, the longest name at each token."""
    groups = _by_first_word(reference)
    lower, words = document.lower, document.words
    mentions = []
    position = 0
    is_lower = all(word.islower() or not word.isalpha() for word in words[:OPENING])
    for index in MAY_BE_PLACE.tokens(document, reference):
        if index < position:
            continue
        following = lower[index + 1] if index + 1 < len(lower) else ""
        for rest, place in groups[lower[index]]:
            last = index + 1 + len(rest)
            if rest and (rest[0] != following or tuple(lower[index + 1 : last]) != rest):
                continue
            if place.is_capitals:
                if not all(words[i].isupper() for i in range(index, last)):
                    continue
            elif place.role == "body":
                if not words[index][0].isupper() or (not rest and not _stands_alone(document, index)):
                    continue
            elif not (words[index][0].isupper() or is_lower) and place.type not in ("world", "region"):
                continue
            mentions.append(Mention(index, last, place))
            position = last
            break
    return mentions


def _stands_alone(document: Document, index: int) -> bool:
    """Whether a word's capital is its own: no sentence's, and no part of a longer name's."""
    if index == document.sentences[document.sentence_at(index)][0]:
        return False
    before = document.words[index - 1]
    return not before[0].isupper() or before in ("The", "U.S.", "US", "UK", "But", "And")
