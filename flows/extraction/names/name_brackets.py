"""Abbreviations and stock codes in brackets behind a name, bound to it."""

from flows.extraction.names.entities import EntityTable
from flows.extraction.names.full_names import Found
from flows.extraction.names.listed_places import PlaceNames
from flows.extraction.text.document import Document


def bind_bracket(
    document: Document,
    found: list[Found],
    index: int,
    last: int,
    entities: EntityTable,
    places: PlaceNames,
) -> int:
    """Bind an abbreviation or a stock code in brackets after a name; return where reading goes on."""
    words = document.words
    if index + 1 < last and words[index] in (".", "'s", "’s") and words[index + 1] in "(<":
        index += 1
    if index + 2 >= last or words[index] not in ("(", "<") or not found or found[-1].place_code:
        return index
    close = index + 1
    while close < last and close - index < 8 and words[close] not in (")", ">"):
        close += 1
    if close >= last or words[close] not in (")", ">"):
        return index
    if close - index > 3 and words[close - 2] == "." and document.joined(close - 1):
        found[-1].type = found[-1].type or "company"
        return close
    if close == index + 2 and words[index + 1].isalpha() and words[index + 1][0].isupper():
        short = words[index + 1]
        known = entities.match(words, document.lower, index + 1, close)
        if (known and found[-1].code not in (None, known[1])) or places.match(
            words, document.lower, index + 1, close
        ):
            return index
        if short.isupper() or _abbreviation_of(short, found[-1].name):
            name = found[-1]
            name.code = name.code or (known[1] if known else None)
            found.append(Found(index + 1, close, short, name.code, None, name.type, stands_for=name))
            return close
    return index


def _abbreviation_of(short: str, name: str) -> bool:
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower() == short.lower()
