"""Listed entities: what a name stands for, by its words.

Compiled once per `Reference` from entities.csv and entity_parts.csv. Aliases match token by token, as
they stand; a line in capitals matches too.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from flows.extraction.text.document import TOKEN
from schemas.reference import Reference

LEGAL_FORMS: Final = frozenset(
    """inc corp corporation co company ltd limited plc ag sa nv spa se gmbh llc llp lp ab asa oyj kk bhd pty
    holdings holding group cos incorporated as oao pjsc jsc tbk kg""".split()
)
NOT_SLUG: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entity:
    """A listed entity: code, canonical name, type, ISO 3166-1 code or '', nouns that may refer to it."""

    code: str
    name: str
    type: str
    country_code: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class EntityTable:
    """What the rules ask of the entity tables.

    Attributes:
        by_code: entities by code.
        by_first: for a first token in lower case, the aliases that begin with it: all their tokens as
            written, and the code; longest first.
        wholes: for the frozen set of codes that make up a whole completely, the whole's code.
        whole_of: for a part's code, the code of its whole.
    """

    by_code: dict[str, Entity]
    by_first: dict[str, list[tuple[tuple[str, ...], str]]]
    wholes: dict[frozenset[str], str]
    whole_of: dict[str, str]
    parts: dict[str, list[str]] = field(default_factory=dict)

    def match(self, words: list[str], lower: list[str], first: int, last: int) -> tuple[int, str] | None:
        """Return the end and code of the longest alias at token `first`, ending by `last`."""
        aliases = self.by_first.get(lower[first])
        if aliases is None:
            return None
        for alias, code in aliases:
            end = first + len(alias)
            if end > last:
                continue
            for at, part in enumerate(alias, first):
                word = words[at]
                if word != part and not (word.isupper() and word == part.upper()):
                    break
            else:
                return end, code
        return None


@lru_cache(maxsize=8)
def entity_table(reference: Reference) -> EntityTable:
    """Compile the entity tables of `reference`."""
    by_code: dict[str, Entity] = {}
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in reference.rows("entities"):
        code = row["entity_code"]
        roles = frozenset(filter(None, row["roles"].split("|")))
        by_code[code] = Entity(code, row["name"], row["type"], row["country_code"], roles)
        for alias in [row["name"], *filter(None, row["aliases"].split("|"))]:
            tokens = tuple(TOKEN.findall(alias))
            by_first.setdefault(tokens[0].lower(), []).append((tokens, code))
    for aliases in by_first.values():
        aliases.sort(key=lambda alias: -len(alias[0]))
    parts: dict[str, list[str]] = {}
    complete: dict[str, list[str]] = {}
    whole_of: dict[str, str] = {}
    for row in reference.rows("entity_parts"):
        parts.setdefault(row["whole_code"], []).append(row["part_code"])
        whole_of.setdefault(row["part_code"], row["whole_code"])
        if row["is_complete"] == "true":
            complete.setdefault(row["whole_code"], []).append(row["part_code"])
    wholes = {frozenset(members): whole for whole, members in complete.items()}
    return EntityTable(by_code, by_first, wholes, whole_of, parts)


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """Return the code of an unlisted name: its words without accents, legal form and marks.

    >>> slug("Vögel & Söhne AG")
    'vogel_and_sohne'
    """
    plain = name.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = plain.replace("&", " and ").replace("'", "").replace("’", "").replace(".", "")
    if not plain.replace(" ", "").isalnum():
        plain = NOT_SLUG.sub(" ", plain)
    words = plain.split()
    while len(words) > 1 and (words[-1] in LEGAL_FORMS or words[-1] == "and"):
        # "Vestra & Co"
        words.pop()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return "_".join(words)
