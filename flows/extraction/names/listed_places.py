"""Listed places: their names and demonyms, matched token by token."""

from dataclasses import dataclass
from functools import lru_cache

from flows.extraction.text.document import TOKEN
from schemas.reference import Reference


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names and demonyms of places, as written and in lower case, by first token, longest first."""

    by_first: dict[str, list[tuple[list[str], list[str], str]]]

    def match(self, words: list[str], lower: list[str], first: int, last: int) -> tuple[int, str] | None:
        """Return the end and code of the longest place name at token `first`, ending by `last`."""
        aliases = self.by_first.get(lower[first])
        if aliases is None:
            return None
        word = words[first]
        is_upper = word.isupper()
        for alias, small, code in aliases:
            end = first + len(alias)
            if end > last:
                continue
            if (word == alias[0] and words[first:end] == alias) or (is_upper and lower[first:end] == small):
                return end, code
        return None


@lru_cache(maxsize=8)
def place_names(reference: Reference) -> PlaceNames:
    """Compile the names and demonyms of the places of `reference`."""
    by_first: dict[str, list[tuple[list[str], list[str], str]]] = {}
    for row in reference.rows("places"):
        for cell in (row["place"], row["names"], row["demonyms"]):
            for alias in filter(None, cell.split("|")):
                tokens = TOKEN.findall(alias)
                if tokens and tokens[0] != tokens[0].lower():
                    small = list(map(str.lower, tokens))
                    by_first.setdefault(small[0], []).append((tokens, small, row["place_code"]))
    for aliases in by_first.values():
        aliases.sort(key=lambda alias: -len(alias[0]))
    return PlaceNames(by_first)
