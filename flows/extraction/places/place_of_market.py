"""The country of what a whole market did: shares that changed hands, an index, a government's bonds."""

from typing import Final

from flows.extraction.dates.date_words import bag
from flows.extraction.figure import Draft
from flows.extraction.names.entities import entity_table
from flows.extraction.places.place_counts import country_of
from flows.extraction.places.place_names import place_table
from flows.extraction.reading import Reading
from flows.extraction.text.document import TOKEN

# What all of a market's shares did; of one company's the others are told, too, but by no such word.
BREADTH: Final = bag("advancers decliners advancing declining gainers losers")
TRADED: Final = bag("traded trading hands volume")
EXCHANGE_WORDS: Final = frozenset(("nyse", "nasdaq", "exchange"))
# Exchanges whose code does not say so.
EXCHANGES: Final = frozenset(("nasdaq",))
COUNTED: Final = frozenset(("count", "rate"))
PRICED: Final = frozenset(("money", "duration", "rank"))
INDEXES: Final = frozenset(("index", "indexes", "indices"))
# Of indexes with these in their names no word names a place.
FAMILIES: Final = {
    "s&p": "US",
    "standard & poor": "US",
    "dow jones": "US",
    "dow industrials": "US",
    "nasdaq": "US",
    "nyse": "US",
    "amex": "US",
    "arca": "US",
    "phlx": "US",
    "kbw": "US",
    "russell": "US",
}
# What a government owes is of its country, whoever holds it.
BONDS: Final = {
    "treasuries": "US",
    "treasurys": "US",
    "bund": "DE",
    "bunds": "DE",
    "gilt": "GB",
    "gilts": "GB",
}
NOTES: Final = frozenset(("yield", "yields", "note", "notes", "bond", "bonds", "bill", "bills"))


def code_of_market(reading: Reading, draft: Draft) -> str | None:
    """Return the code of the place whose whole market a figure is of, None where it is of none."""
    return _of_index(reading, draft) or _of_bonds(draft) or _of_exchange(reading, draft)


def _of_index(reading: Reading, draft: Draft) -> str | None:
    """Read an index that no table lists by its name: "the S&P retail index", "a Stoxx bank index"."""
    if not (draft.metric_code or "").endswith("stock_index") or draft.subject is None:
        return None
    subject = draft.subject.lower()
    if "dollar" in subject:
        # Of a currency, and that is of no place.
        return None
    if "stoxx" in subject:
        return "150"
    if not INDEXES.isdisjoint(subject.split(" ")[-1:]):
        table = place_table(reading.reference)
        for word in TOKEN.findall(subject):
            place = table.get(word)
            if place is not None and not (place.is_capitals and word == "us"):
                return country_of(place)
    return next((code for name, code in FAMILIES.items() if name in subject), None)


def _of_bonds(draft: Draft) -> str | None:
    """Read "the yield on 10-year Treasuries"."""
    words = (draft.subject or "").lower().split(" ")
    found = next((BONDS[word] for word in words if word in BONDS), None)
    # The treasuries of others issue bills, too: what is of another country is not America's.
    if found is None and "treasury" in words and (draft.place is None or "u.s." in words):
        following = words[words.index("treasury") + 1 :] or (draft.metric_code or "").split("_")[1:]
        return "US" if not NOTES.isdisjoint(following[:1]) else None
    return found


def _of_exchange(reading: Reading, draft: Draft) -> str | None:
    """Read "6 billion shares changed hands on the Gull Exchange", but not of one company's shares."""
    words = reading.document.vocabulary_of(draft.sentence)
    # How a share moved is told in percent, how many did in numbers.
    if draft.kind in PRICED or draft.unit == "percent" or EXCHANGE_WORDS.isdisjoint(words):
        return None
    is_of_all = not BREADTH.isdisjoint(words)
    if not is_of_all and (draft.kind not in COUNTED or "shares" not in words or TRADED.isdisjoint(words)):
        return None
    first, last = reading.document.sentences[draft.sentence]
    entities = entity_table(reading.reference).by_code
    found: str | None = None
    for name in reading.names:
        if name.first < first or name.first >= last or name.entity_code is None:
            continue
        if name.entity_code.endswith("exchange") or name.entity_code in EXCHANGES:
            entity = entities.get(name.entity_code)
            found = found or (entity.country_code if entity is not None else None)
        elif name.type == "company" and not is_of_all:
            return None
    return found or None
