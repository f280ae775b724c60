"""How often an article names each place, with what lies in it, and which country it counts its money in."""

from functools import lru_cache
from typing import Final

from flows.extraction.places.place_mentions import Group
from flows.extraction.places.place_names import Place
from flows.extraction.reading import Reading
from flows.extraction.text.counts import commonest, counts_of
from schemas.reference import Reference

# What says where a text was written, or on which exchange things are traded.
ASIDE: Final = frozenset(("dateline", "exchange"))
WIDE: Final = frozenset(("world", "region"))
WORLD: Final = "001"


def counts_of_places(reference: Reference, groups: list[Group]) -> tuple[dict[str, int], int, int]:
    """Return how often each place with its parts is named, and how often all listed and unlisted ones.

    What an unlisted place lies in is not known, mostly the article's: it stands against none. What
    lies in a region or in the world counts for it only where it is named more often than any of them.
    """
    counts: dict[str, int] = {}
    parts: dict[str, list[int]] = {}
    listed = unlisted = 0
    for group in groups:
        for place in group.places:
            if group.form in ASIDE or (place.type == "world" and group.form == "skip"):
                continue
            if place.type == "local" and len(group.places) == 1:
                counts[place.code] = counts.get(place.code, 0) + 1
                unlisted += 1
            else:
                for code in {place.code, country_of(place)}:
                    counts[code] = counts.get(code, 0) + 1
                listed += 1
                if place.type in WIDE:
                    parts.setdefault(place.code, [])
    wholes = wholes_of(reference)
    for code, count in counts.items():
        for whole in wholes.get(code, frozenset()).intersection(parts):
            parts[whole].append(count)
    for whole, within in parts.items():
        if max(within, default=0) <= counts[whole] > (whole == WORLD):
            counts[whole] = min(listed, counts[whole] + sum(within))
    return counts, listed, unlisted


@lru_cache(maxsize=8)
def wholes_of(reference: Reference) -> dict[str, frozenset[str]]:
    """Return the regions that each country or region lies in, near and far."""
    above: dict[str, set[str]] = {}
    for row in reference.rows("place_parts"):
        above.setdefault(row["part_code"], set()).add(row["whole_code"])
    found: dict[str, frozenset[str]] = {}
    for code in above:
        todo, seen = [code], set[str]()
        while todo:
            for whole in above.get(todo.pop(), ()):
                if whole not in seen:
                    seen.add(whole)
                    todo.append(whole)
        found[code] = frozenset(seen)
    return found


def country_of(place: Place) -> str:
    """Return the code of the country that a state or city lies in, else the place's own."""
    return place.code[:2] if place.type in ("state", "city") else place.code


@lru_cache(maxsize=8)
def countries_by_code(reference: Reference) -> dict[str, Place]:
    """Return the countries by their code."""
    return {
        row["place_code"]: Place(row["place_code"], row["place"], "country", "name", False)
        for row in reference.rows("places")
        if row["type"] == "country"
    }


def country_named_most(reference: Reference, counted: dict[str, int]) -> Place | None:
    """Return the country named most."""
    countries = countries_by_code(reference)
    code, _ = commonest({code: count for code, count in counted.items() if code in countries})
    return countries.get(code)


@lru_cache(maxsize=8)
def _countries_by_currency(reference: Reference) -> dict[str, Place]:
    """Return the country of each currency: the one whose code begins the currency's (US of USD)."""
    countries: dict[str, Place] = {}
    for row in reference.rows("places"):
        for code in row["currency"].split("|"):
            if code:
                place = Place(row["place_code"], row["place"], row["type"], "name", False)
                countries[code] = (
                    place if code not in countries or place.code == code[:2] else countries[code]
                )
    return countries


def country_of_money(reading: Reading) -> Place | None:
    """Return the country whose currency an article counts in, None where it is not one country's."""
    unit, _ = commonest(
        counts_of(draft.unit for draft in reading.drafts if draft.kind == "money" and draft.unit)
    )
    return _countries_by_currency(reading.reference).get(unit)
