"""What place an article is about, and what kind of article it is: which figures may take that place."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from flows.extraction.counts import commonest, counts_of
from flows.extraction.document import Document
from flows.extraction.period_context import title_of
from flows.extraction.place_mentions import Group, groups_of, mentions_with_forms
from flows.extraction.place_names import Place
from flows.extraction.place_words import (
    AGENCIES,
    COMPANY_FIGURES,
    GOVERNING,
    INSTITUTES,
    MARKETS,
    NATIONAL,
    OFFICIAL,
    QUOTED,
    TRADES,
)
from flows.extraction.reading import Reading
from schemas.reference import Reference

# Forms in which a place is named as no place of figures.
UNUSABLE: Final = frozenset(("skip", "dateline", "body"))
# An article is about a place that has this share of its places.
DOMINANT: Final = 0.6
ALONE: Final = 0.7
# A place of the title that has less than this share is named in passing.
PASSING: Final = 0.25
# Sentences in which an article says what it is about.
OPENING: Final = 2
# Tokens of the first sentence, with its dateline, in which its subject stands.
SUBJECT_REACH: Final = 16
# Tokens behind a place's name in which its sales are named: "U.S. light vehicle sales".
MARKET_REACH: Final = 4


@dataclass(frozen=True, slots=True)
class About:
    """What an article is about.

    Attributes:
        lead: the place of its title or first sentences, None where it has none.
        country: the country that most of its places are, lie in or belong to.
        home: the country whose currency it counts in, None where that is not one country's.
        is_national: whether it is about a country's economy.
        is_market: whether it opens with sales in one place.
        is_worldwide: whether it speaks of the world's sales or the world's largest.
        is_of_companies: whether it names companies, whose figures have no place.
        tells_domestic: whether it tells domestic figures from others.
    """

    lead: Group | None
    country: Place | None
    home: Place | None
    is_national: bool
    is_market: bool
    is_worldwide: bool
    is_of_companies: bool
    tells_domestic: bool


def about_article(reading: Reading, groups: list[Group]) -> About:
    """Return what the article is about: from its title, its first sentences, its places and its money."""
    document = reading.document
    sentences = document.sentences
    limit = sentences[min(OPENING, len(sentences)) - 1][1] if sentences else 0
    headline = title_of(reading) if reading.title else None
    opening = frozenset(document.lower[:limit]).union(headline.lower if headline is not None else ())
    is_named = _names_a_company(reading)
    is_private = not COMPANY_FIGURES.isdisjoint(opening) and not OFFICIAL.isdisjoint(opening)
    first = frozenset(document.lower[: sentences[0][1] if sentences else 0])
    is_private = is_private or not (QUOTED.isdisjoint(first) or not GOVERNING.isdisjoint(first))
    is_trade = not TRADES.isdisjoint(opening) and not is_named
    is_private = is_private and not is_trade
    is_national = is_trade or not (NATIONAL.isdisjoint(opening) or is_private or is_named)
    # A city, a state or a country's parliament counts for the country.
    counted = counts_of(
        country_of(place)
        for group in groups
        if group.form not in ("skip", "dateline")
        for place in group.places
        # What an unlisted place lies in is not known: mostly in the article's.
        if place.type != "local" or len(group.places) > 1
    )
    title = _of_title(reading, headline)
    lead = title if title is not None and _is_told(title, groups) else None
    early = next((group for group in groups if group.first < limit and group.form not in UNUSABLE), None)
    if early is not None:
        rival = lead or title
        if (lead is None and _dominates(early.places[0], counted, _wholes(reading.reference))) or (
            rival is not None and _is_better(early, rival, counted)
        ):
            lead = early
    spoken = None if is_private or is_named else _spoken_for(document, groups, limit, is_national)
    if lead is None or (is_national and spoken is not None and lead.places[0].type == "city"):
        lead = spoken or _main_place(groups)
        is_national = is_national or spoken is not None
    if lead is not None and len(lead.places) > 1:
        lead = None
    is_market = lead is not None and _opens_with_sales(lead, headline, document, groups, limit)
    return About(
        lead,
        _country(reading.reference, counted),
        _home(reading),
        is_national,
        is_market,
        _is_worldwide(document, groups),
        is_named or is_private,
        "domestic" in document.lower,
    )


def _names_a_company(reading: Reading) -> bool:
    """Whether the title opens with a company or the first sentence has one as its subject."""
    sentences = reading.document.sentences
    limit = sentences[0][0] + SUBJECT_REACH if sentences else 0
    title = reading.title or ""
    return any(
        name.type == "company"
        and name.name.lower() not in AGENCIES
        and (name.first < limit or title.startswith((name.own or name.name, name.name)))
        for name in reading.names
    )


def _of_title(reading: Reading, headline: Document | None) -> Group | None:
    """Return the only place of the title."""
    if headline is None:
        return None
    mentions = mentions_with_forms(headline, [], reading.reference, is_title=True)
    found = [group for group in groups_of(headline, mentions) if group.form not in UNUSABLE]
    return Group(-1, -1, found[0].places, found[0].form) if len(found) == 1 else None


def _is_told(title: Group, groups: list[Group]) -> bool:
    """Whether the text names the place of the title too, and not mostly others."""
    named = [place for group in groups if group.form != "dateline" for place in group.places]
    if {place.code for place in named}.isdisjoint(place.code for place in title.places):
        return False
    countries = {country_of(place) for place in title.places}
    used = [place for group in groups if group.form not in ("dateline", "skip") for place in group.places]
    count = sum(country_of(place) in countries for place in used)
    return count >= PASSING * len(used) or country_of(named[0]) in countries


def _is_better(early: Group, lead: Group, counted: dict[str, int]) -> bool:
    """Whether the first sentences say what an article is about better than its title.

    They name a region where a title has room for a country only; and a country that the text names more
    often than the region of the title: "Voters reject EU" about British voters.
    """
    place, other = early.places[0], lead.places[0]
    if place.type == "region" and other.type == "country":
        return early.form in ("in", "adjective", "bare")
    return (
        place.type == "country"
        and other.type == "region"
        and counted.get(place.code, 0) > counted.get(other.code, 0)
    )


def _dominates(place: Place, counted: dict[str, int], wholes: dict[str, frozenset[str]]) -> bool:
    """Whether most places are `place` or lie in it, those that it lies in itself apart.

    What lies in the world says nothing, nor what lies in a region that one country of it outweighs.
    """
    country = country_of(place)
    around = wholes.get(country, frozenset())
    total = sum(count for code, count in counted.items() if code not in around)
    within = [count for code, count in counted.items() if country in wholes.get(code, frozenset())]
    own = counted.get(country, 0)
    if place.type == "region" and within and max(within) <= own:
        own += sum(within)
    return own >= DOMINANT * total


@lru_cache(maxsize=8)
def _wholes(reference: Reference) -> dict[str, frozenset[str]]:
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


def _opens_with_sales(
    lead: Group, headline: Document | None, document: Document, groups: list[Group], limit: int
) -> bool:
    """Whether the title or the first sentences speak of sales in the place: "U.S. light vehicle sales"."""
    if lead.first < 0 and headline is not None and not MARKETS.isdisjoint(headline.lower):
        return True
    return any(
        group.form == "adjective"
        and group.places[0].code == lead.places[0].code
        and not MARKETS.isdisjoint(document.lower[group.last : group.last + MARKET_REACH])
        for group in groups
        if group.first < limit
    )


def _spoken_for(document: Document, groups: list[Group], limit: int, is_national: bool) -> Group | None:
    """Return the country that an institution of the opening speaks for: "the Labor Department said".

    Ministries and police ("Norway's police") speak of the country only in an article about its economy.
    """
    for group in groups:
        if group.first >= limit:
            break
        if group.form == "body" or (
            is_national
            and group.form != "dateline"
            and not INSTITUTES.isdisjoint(document.lower[group.last : group.last + 3])
        ):
            return Group(group.first, group.last, group.places[:1], "possessive")
    return None


def _main_place(groups: list[Group]) -> Group | None:
    """Return the place that nearly all places of the article are, or lie in, named more than once."""
    kept = [group for group in groups if group.form != "dateline"]
    places = [
        place for group in kept for place in group.places if place.type != "world" or group.form != "skip"
    ]
    for codes in ([place.code for place in places], [country_of(place) for place in places]):
        code, count = commonest(counts_of(codes))
        if count > 1 and count >= ALONE * len(places):
            named = [group for group in groups if group.places[0].code == code]
            where = [group for group in named if group.form not in UNUSABLE]
            if where[1:]:
                return Group(where[0].first, where[0].last, where[0].places[:1], where[0].form)
            if named:
                return Group(named[0].first, named[0].last, named[0].places[:1], "about")
    return None


def country_of(place: Place) -> str:
    """Return the code of the country that a state or city lies in, else the place's own."""
    return place.code[:2] if place.type in ("state", "city") else place.code


@lru_cache(maxsize=8)
def _countries(reference: Reference) -> dict[str, Place]:
    """Return the countries by their code."""
    return {
        row["place_code"]: Place(row["place_code"], row["place"], "country", "name", False)
        for row in reference.rows("places")
        if row["type"] == "country"
    }


def _is_worldwide(document: Document, groups: list[Group]) -> bool:
    """Whether a text speaks of sales in the world, or of the world's largest: not of the "global economy"."""
    for group in groups:
        if group.places[0].type == "world":
            if group.form != "adjective" or document.lower[group.last : group.last + 1] == ["'s"]:
                return True
            if not MARKETS.isdisjoint(document.lower[group.last : group.last + MARKET_REACH]):
                return True
    return False


def _country(reference: Reference, counted: dict[str, int]) -> Place | None:
    """Return the country named most."""
    countries = _countries(reference)
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


def _home(reading: Reading) -> Place | None:
    unit, _ = commonest(
        counts_of(draft.unit for draft in reading.drafts if draft.kind == "money" and draft.unit)
    )
    return _countries_by_currency(reading.reference).get(unit)
