"""Names that count vehicles: "its 40,000th Zoe", "4,210 Leafs", "150 Teslas"."""

from functools import lru_cache
from typing import Final

from flows.extraction.numbers.numeral import Numeral
from flows.extraction.text.document import Document, tokenise
from flows.extraction.text.noun_words import CLOSED, VERBS
from flows.extraction.text.nouns import Counted
from schemas.reference import Reference

_MOST: Final = 3
_PRODUCTS: Final = frozenset(
    """car coupe coupé saloon sedan hatchback roadster convertible cabriolet suv crossover supercar hypercar
    limousine jet jetliner airliner helicopter laptop phone smartphone console tractor motorcycle locomotive
    chip processor""".split()
)
_DETERMINERS: Final = frozenset("the its their new this latest a an old same popular".split())


@lru_cache(maxsize=8)
def vehicle_names(reference: Reference) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """Return the names of models of vehicles, and those of their makers, as tokens in lower case."""
    models: set[tuple[str, ...]] = set()
    makers: set[tuple[str, ...]] = set()
    for row in reference.rows("entities"):
        roles = row["roles"].split("|")
        into = models if "vehicle" in roles else makers if "carmaker" in roles else None
        if into is not None:
            for name in filter(None, (row["name"], *row["aliases"].split("|"))):
                into.add(tuple(tokenise(name).lower))
    return frozenset(models), frozenset(makers)


def counted_vehicle(document: Document, index: int, reference: Reference, *, one: bool) -> Counted | None:
    """Return "vehicle" where a name of a model or of a maker's cars begins at token `index`.

    A name in the plural ("Leafs", "Teslas") counts after any number; a model's name as it stands only after
    an ordinal or one, and before no further noun ("its 5,000th Leaf customer").
    """
    words, lower = document.words, document.lower
    if index >= len(words) or not words[index][0].isupper():
        return None
    models, makers = vehicle_names(reference)
    for length in range(min(_MOST, len(words) - index), 0, -1):
        last = index + length
        name = tuple(lower[index:last])
        after = lower[last] if last < len(lower) else ""
        goes_on = after[:1].isalpha() and after not in CLOSED and after not in VERBS and words[last].islower()
        if goes_on and (one or not name[-1].endswith("s")):
            continue
        # "63 Model 3s": the ending is a token of its own after a digit.
        ends_in_digit = name[-1] == "s" and document.joined(last - 1)
        bare = name[:-1] if ends_in_digit else (*name[:-1], name[-1].removesuffix("s"))
        if bare != name and (bare in models or bare in makers) and not one:
            return Counted("vehicle", index, last, ())
        if one and name in models:
            return Counted("vehicle", index, last, ())
    return None


def is_model_number(document: Document, numeral: Numeral) -> bool:
    """Whether a bare number names a model: "the 718 sports car", "its 300 saloon".

    A product's noun in the singular closes the phrase; "the 300 car fleet" counts cars.
    """
    first, last = numeral.first, numeral.last
    words, lower = document.words, document.lower
    if (
        numeral.unit is not None
        or numeral.form != "digits"
        or not words[first].isdecimal()
        or not 2 <= len(words[first]) <= 4
        or last != first + 1
        or last >= len(words)
        or document.begins_sentence(last)
    ):
        return False
    before = words[first - 1] if first else ""
    if before.lower() not in _DETERMINERS and not before[:1].isupper():
        return False
    cursor = last
    if lower[cursor] in ("sports", "sport", "electric", "luxury", "passenger", "city", "executive", "hybrid"):
        cursor += 1
    if cursor >= len(words) or lower[cursor] not in _PRODUCTS:
        return False
    after = lower[cursor + 1] if cursor + 1 < len(lower) else ""
    return not after[:1].isalpha() or after in CLOSED or after in VERBS
