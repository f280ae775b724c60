"""What place an article is about, and what kind of article it is: which figures may take that place."""

from functools import lru_cache
from typing import Final

from flows.extraction.dates.date_words import bag
from flows.extraction.figure import Name
from flows.extraction.periods.opening_periods import title_of
from flows.extraction.places.place_mentions import Group, groups_of, mentions_with_forms
from flows.extraction.places.place_names import Place
from flows.extraction.places.place_words import AGENCIES, MARKETS, STUDIES
from flows.extraction.reading import Reading
from flows.extraction.text.clause_breaks import is_verb
from flows.extraction.text.counts import commonest, counts_of
from flows.extraction.text.document import Document
from schemas.reference import Reference

# Forms in which a place is named as no place of figures.
UNUSABLE: Final = frozenset(("skip", "dateline", "body"))
# What a way to name a place in the title or the opening adds to its share of all the places named: "opens" in
# the first sentence, "early" in the next, "speaks" by an institution of its own, "passing" as a company's or
# person's.
WAYS: Final = {"titled": 0.6, "opens": 0.3, "early": 0.1, "speaks": 0.4, "passing": 0.2, "subject": 0.8}
NAMED: Final = frozenset(("opens", "early", "subject"))
# The world and its regions are named beside their countries, and cities within theirs.
LESS: Final = {"world": -0.2, "region": -0.1, "city": -0.1}
FOREMOST: Final = frozenset(("titled", "opens"))
PARTS: Final = frozenset(("state", "city"))
WIDE: Final = frozenset(("world", "region"))
ENOUGH: Final = 0.7
WORLD: Final = "001"
DATELINE_REACH: Final = 12
SHARES: Final = frozenset("stock stocks share shares equity equities bond bonds funds markets".split())
DASHES: Final = frozenset(("-", "--", "–", "—"))
# One mention alone is no whole share.
DOUBT: Final = 0.5
# Sentences in which an article says what it is about.
OPENING: Final = 2
# Tokens of the longest slogan.
SLOGAN: Final = 12
# Tokens of the first sentence, with its dateline, in which its subject stands.
SUBJECT_REACH: Final = 16
STUDY_REACH: Final = 3
# Types of names that may be a company's whose words do not tell: "airline Gull", "Adam Gull Ltd <GULL>".
NAMELESS: Final = frozenset((None, "person", "brand"))
RESULTS: Final = bag("profit profits earnings net loss losses results revenue revenues quarterly eps pretax")
FIRMS: Final = bag(
    """carmaker automaker retailer airline lender insurer chipmaker drugmaker planemaker steelmaker brewer
    miner broadcaster supermarket grocer company firm manufacturer carrier startup giant group maker"""
)
# Tokens behind a place's name in which its sales are named: "U.S. light vehicle sales".
MARKET_REACH: Final = 4


class About:
    """What an article is about.

    Attributes:
        lead: the place that it is about, None where it has none.
        country: the country that most of its places are, lie in or belong to.
        home: the country whose currency it counts in, None where that is not one country's.
        is_worldwide: whether it speaks of the world's sales or the world's largest.
        is_of_company: whether it is about a company, whose money has no place.
        tells_domestic: whether it tells domestic figures from others.
    """

    def __init__(
        self,
        lead: Group | None,
        country: Place | None,
        home: Place | None,
        is_worldwide: bool,
        is_of_company: bool,
        tells_domestic: bool,
    ) -> None:
        self.lead = lead
        self.country = country
        self.home = home
        self.is_worldwide = is_worldwide
        self.is_of_company = is_of_company
        self.tells_domestic = tells_domestic


def about_article(reading: Reading, groups: list[Group]) -> About:
    """Return what the article is about: from its title, its first sentences, its places and its money."""
    # A city, a state or a country's parliament counts for the country.
    counted = counts_of(
        country_of(place)
        for group in groups
        if group.form not in ("skip", "dateline")
        for place in group.places
        # What an unlisted place lies in is not known: mostly in the article's.
        if place.type != "local" or len(group.places) > 1
    )
    is_of_company = _names_a_company(reading)
    return About(
        None if is_of_company and _is_of_results(reading) else _lead(reading, groups, is_of_company),
        _country(reading.reference, counted),
        _home(reading),
        _is_worldwide(reading.document, groups),
        is_of_company,
        "domestic" in reading.document.vocabulary(),
    )


def _names_a_company(reading: Reading) -> bool:
    """Whether the title opens with a company or the first sentence has one as its subject."""
    document, title = reading.document, reading.title or ""
    limit = document.sentences[0][0] + SUBJECT_REACH if document.sentences else 0
    # "A Gull poll": who asked is not what the article is about.
    is_study = not STUDIES.isdisjoint(title.lower().split()[: STUDY_REACH + 1])
    return any(
        _is_company(document, name)
        and (
            (name.first < limit and STUDIES.isdisjoint(document.lower[name.last : name.last + STUDY_REACH]))
            or (not is_study and title.startswith((name.own or name.name, name.name)))
        )
        for name in reading.names
    )


def _is_of_results(reading: Reading) -> bool:
    """Whether a text is about what a company earned, which it earns wherever it is."""
    if reading.title:
        return not RESULTS.isdisjoint(title_of(reading).lower)
    document = reading.document
    return bool(document.sentences) and not RESULTS.isdisjoint(document.lower[slice(*document.sentences[0])])


def _is_company(document: Document, name: Name) -> bool:
    """Whether a name is a company's: known as one, called one, or with a stock code behind it."""
    if name.type == "company":
        return name.name.lower() not in AGENCIES
    if name.type not in NAMELESS:
        return False
    lower, last = document.lower, name.last
    if name.first and lower[name.first - 1] in FIRMS:
        return True
    words = document.words
    # "Gull Industries GULL.L", with the code as part of the name or behind it
    for dot in (last, last + 1):
        if dot + 1 < len(words) and words[dot] == "." and document.joined(dot) and document.joined(dot + 1):
            return words[dot - 1].isupper() or words[dot - 1].isdecimal()
    return lower[last : last + 1] == ["<"]


def _of_title(reading: Reading) -> list[Group]:
    """Return the places of the title that may be places of figures."""
    if not reading.title:
        return []
    headline = title_of(reading)
    groups = groups_of(headline, mentions_with_forms(headline, [], reading.reference, is_title=True))
    return [
        Group(-1, -1, group.places, group.form)
        for group in groups
        # "Japan government's support" names Japan; "NHS" and "USDA" do not name theirs.
        if group.form not in UNUSABLE or (group.form == "body" and group.places[0].role != "body")
    ]


def _lead(reading: Reading, groups: list[Group], is_of_company: bool) -> Group | None:
    """Return the place that has most for it: its share of all places named, the title, the opening."""
    counts, listed, unlisted = _counts(reading.reference, groups)
    ways: dict[str, set[str]] = {}
    named: dict[str, Group] = {}
    opening = _opening(reading.document)
    for group in (*_of_title(reading), *groups):
        way = _way(reading.document, group, opening)
        for place in group.places if group.form != "dateline" else ():
            known = named.get(place.code)
            if known is None or (known.form in UNUSABLE and group.form not in UNUSABLE):
                named[place.code] = Group(group.first, group.last, (place,), group.form)
            if way is not None:
                ways.setdefault(place.code, set()).add(way)
    lead, most = None, ENOUGH
    for code, group in named.items():
        kind, said = group.places[0].type, ways.get(code, set())
        if group.form == "skip" and counts.get(code, 0) < 2:
            # "The French brewer" alone says nothing of the article.
            continue
        total = listed + unlisted * (kind == "local") + DOUBT
        score = counts.get(code, 0) / total + sum(WAYS[way] for way in said) + LESS.get(kind, 0.0)
        if score > most and (not is_of_company or _is_site(code, said, groups)):
            lead, most = group, score
    return _part_of(lead, named, ways) or lead


def _is_site(code: str, said: set[str], groups: list[Group]) -> bool:
    """Whether a text about a company tells what it does in a place: in its opening, or in more than passing.

    A title alone names owners and sellers as well.
    """
    if not NAMED.isdisjoint(said):
        return True
    forms = [group.form for group in groups if any(place.code == code for place in group.places)]
    return "titled" in said and 2 * sum(form not in UNUSABLE for form in forms) > len(forms)


def _part_of(lead: Group | None, named: dict[str, Group], ways: dict[str, set[str]]) -> Group | None:
    """Return the one part of a country that opens a text in which the country is only named in passing."""
    if lead is None or lead.form not in UNUSABLE:
        return None
    if lead.places[0].type != "country" or lead.places[0].role == "body":
        return None
    parts = [
        group
        for code, group in named.items()
        if group.places[0].type in PARTS
        and country_of(group.places[0]) == lead.places[0].code
        and group.form not in UNUSABLE
        and not FOREMOST.isdisjoint(ways.get(code, ()))
    ]
    return parts[0] if len(parts) == 1 else None


def _opening(document: Document) -> int:
    """Return where the opening ends, slogans without a verb not counted: "The end. A shame. Norway lost."."""
    sentences, lower = document.sentences, document.lower
    at = 0
    for first, last in sentences[:-1]:
        if last - first > SLOGAN or any(map(is_verb, lower[first:last])):
            break
        at += 1
    return sentences[min(at + OPENING, len(sentences)) - 1][1]


def _is_subject(document: Document, index: int) -> bool:
    """Whether the text begins at `index`: "PARIS (Reuters) - The world's airlines"."""
    before = index - (index > 0 and document.lower[index - 1] == "the")
    if document.lower[index + 1 : index + 2] and document.lower[index + 1] in SHARES:
        # A market's day is told by many places.
        return False
    return before == 0 or (before < DATELINE_REACH and document.lower[before - 1] in DASHES)


def _way(document: Document, group: Group, opening: int) -> str | None:
    """Return how the title or the opening names places, None elsewhere."""
    if group.first < 0:
        return "titled"
    if group.first >= opening:
        return None
    if group.form in UNUSABLE:
        return "speaks" if group.form == "body" else "passing"
    if group.places[0].code == WORLD and _is_subject(document, group.first):
        return "subject"
    return "opens" if group.first < document.sentences[0][1] else "early"


def _counts(reference: Reference, groups: list[Group]) -> tuple[dict[str, int], int, int]:
    """Return how often each place with its parts is named, and how often all listed and unlisted ones.

    What an unlisted place lies in is not known, mostly the article's: it stands against none. What
    lies in a region or in the world counts for it only where it is named more often than any of them.
    """
    counts: dict[str, int] = {}
    parts: dict[str, list[int]] = {}
    listed = unlisted = 0
    for group in groups:
        for place in group.places:
            if group.form == "dateline" or (place.type == "world" and group.form == "skip"):
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
    wholes = _wholes(reference)
    for code, count in counts.items():
        for whole in wholes.get(code, frozenset()).intersection(parts):
            parts[whole].append(count)
    for whole, within in parts.items():
        if max(within, default=0) <= counts[whole] > (whole == WORLD):
            counts[whole] = min(listed, counts[whole] + sum(within))
    return counts, listed, unlisted


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


def _home(reading: Reading) -> Place | None:
    unit, _ = commonest(
        counts_of(draft.unit for draft in reading.drafts if draft.kind == "money" and draft.unit)
    )
    return _countries_by_currency(reading.reference).get(unit)
