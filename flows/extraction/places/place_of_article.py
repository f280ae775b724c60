"""What place an article is about, and what kind of article it is: which figures may take that place."""

from typing import Final

from flows.extraction.dates.date_words import bag
from flows.extraction.periods.opening_periods import title_of
from flows.extraction.places.place_counts import (
    ASIDE,
    WIDE,
    WORLD,
    countries_by_code,
    country_named_most,
    country_of,
    country_of_money,
    counts_of_places,
    wholes_of,
)
from flows.extraction.places.place_mentions import Group, groups_of, mentions_with_forms
from flows.extraction.places.place_names import ELSEWHERE, Place
from flows.extraction.places.place_of_company import is_about_company, is_about_results, site_of
from flows.extraction.places.place_scene import REASONS
from flows.extraction.places.place_words import MARKETS
from flows.extraction.reading import Reading
from flows.extraction.text.clause_breaks import is_verb
from flows.extraction.text.counts import counts_of
from flows.extraction.text.document import Document

# Forms in which a place is named as no place of figures.
UNUSABLE: Final = frozenset(("skip", "dateline", "body", "trade", "exchange"))
# What a way to name a place in the title or the opening adds to its share of all the places named: "opens" in
# the first sentence, "early" in the next, "speaks" by an institution of its own, "trade" as all of its
# companies', "passing" as one company's or a person's.
WAYS: Final = {
    "titled": 0.6,
    "opens": 0.3,
    "early": 0.1,
    "speaks": 0.4,
    "trade": 0.25,
    "passing": 0.2,
    "subject": 0.8,
}
NAMED: Final = frozenset(("opens", "early", "subject"))
# The world and its regions are named beside their countries, and cities within theirs.
LESS: Final = {"world": -0.2, "region": -0.1, "city": -0.1}
OF_ITS_OWN: Final = NAMED | {"titled"}
BY_THE_WAY: Final = frozenset(("passing",))
BY_OTHERS: Final = frozenset(("region", "city"))
PARTS: Final = frozenset(("state", "city"))
ENOUGH: Final = 0.7
DATELINE_REACH: Final = 12
SHARES: Final = frozenset("stock stocks share shares equity equities bond bonds funds markets".split())
DASHES: Final = frozenset(("-", "--", "–", "—"))
# One mention alone is no whole share.
DOUBT: Final = 0.5
SUBJECT_REACH: Final = 8
# Sentences in which an article says what it is about.
OPENING: Final = 2
# Tokens of the longest slogan.
SLOGAN: Final = 12
# What a country has, or is asked, without its name.
AT_HOME: Final = bag(
    """government consumer consumers homeowners households household voters poll survey respondents economy
    economic inflation unemployment jobless retail factory factories manufacturing industrial housing homes
    mortgage payrolls gdp shoppers retailers"""
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
        is_of_site: whether it is about what that company builds, digs or drills in one place.
        tells_domestic: whether it tells domestic figures from others.
    """

    def __init__(
        self,
        lead: Group | None,
        country: Place | None,
        home: Place | None,
        is_worldwide: bool,
        is_of_company: bool,
        is_of_site: bool,
        is_of_government: bool,
        tells_domestic: bool,
    ) -> None:
        self.lead = lead
        self.country = country
        self.home = home
        self.is_worldwide = is_worldwide
        self.is_of_company = is_of_company
        self.is_of_site = is_of_site
        self.is_of_government = is_of_government
        self.tells_domestic = tells_domestic


def about_article(reading: Reading, groups: list[Group]) -> About:
    """Return what the article is about: from its title, its first sentences, its places and its money."""
    # A city, a state or a country's parliament counts for the country.
    counted = counts_of(
        country_of(place)
        for group in groups
        if group.form != "skip" and group.form not in ASIDE
        for place in group.places
        # What an unlisted place lies in is not known: mostly in the article's.
        if place.type != "local" or len(group.places) > 1
    )
    is_of_company = is_about_company(reading)
    site = None
    if is_of_company:
        site = site_of(reading.document, groups)
        lead = site or (None if is_about_results(reading) else _lead(reading, groups, True))
    else:
        lead = _lead(reading, groups, False) or _at_home(reading, groups)
    return About(
        lead,
        country_named_most(reading.reference, counted),
        country_of_money(reading),
        _is_worldwide(reading.document, groups),
        is_of_company,
        site is not None,
        _is_of_government(groups),
        "domestic" in reading.document.vocabulary(),
    )


def _is_of_government(groups: list[Group]) -> bool:
    """Whether a public body is the first sentence's subject, so that shares it holds are of its country."""
    begin = next((group.last for group in groups[:1] if group.form == "dateline"), 0)
    return any(group.form == "body" and group.first < begin + SUBJECT_REACH for group in groups[:3])


def _at_home(reading: Reading, groups: list[Group]) -> Group | None:
    """Return the country of the dateline where a text about a people or an economy names no other place.

    It is at home: "WASHINGTON - Factory orders rose, a government report showed". So it is where a body of
    the country speaks in the opening, whatever else is named.
    """
    document = reading.document
    end = _opening(document)
    if not groups or groups[0].form != "dateline" or AT_HOME.isdisjoint(document.lower[:end]):
        return None
    home = country_of(groups[0].places[0])
    named = {country_of(place) for group in groups for place in group.places if place.type != "local"}
    speaks = any(
        group.form == "body" and group.first < end and country_of(group.places[0]) == home for group in groups
    )
    country = countries_by_code(reading.reference).get(home)
    if country is None or (named != {home} and not speaks):
        return None
    return Group(groups[0].first, groups[0].last, (country,), "dateline")


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
        if group.form not in UNUSABLE - {"trade"} or (group.form == "body" and group.places[0].role != "body")
    ]


def _lead(reading: Reading, groups: list[Group], is_of_company: bool) -> Group | None:
    """Return the place that has most for it: its share of all places named, the title, the opening."""
    titled = _of_title(reading)
    # A title says once what its text may not: a region is named there for what it decides.
    exact = [group for group in titled if group.places[0].type not in WIDE]
    counts, listed, unlisted = counts_of_places(reading.reference, [*exact, *groups])
    ways: dict[str, set[str]] = {}
    named: dict[str, Group] = {}
    opening = _opening(reading.document)
    for group in (*titled, *groups):
        way = _way(reading.document, group, opening)
        for place in group.places if group.form not in ASIDE else ():
            known = named.get(place.code)
            if known is None or (known.form in UNUSABLE and group.form not in UNUSABLE):
                named[place.code] = Group(group.first, group.last, (place,), group.form)
            if way is not None:
                ways.setdefault(place.code, set()).add(way)
    lead, most = None, ENOUGH
    for code, group in named.items():
        kind, said = group.places[0].type, ways.get(code, set())
        if kind == ELSEWHERE.type:
            continue
        if group.form == "skip" and counts.get(code, 0) < 2:
            # "The French brewer" alone says nothing of the article.
            continue
        total = listed + unlisted * (kind == "local") + DOUBT
        score = counts.get(code, 0) / total + sum(WAYS[way] for way in said) + LESS.get(kind, 0.0)
        if kind in BY_OTHERS and said <= BY_THE_WAY:
            # A region so named is a championship's, a city a club's.
            continue
        if score > most and (not is_of_company or _is_site(code, said, groups)):
            lead, most = group, score
    return _whole_of(reading, lead, named, ways) or _part_of(lead, named, ways) or lead


def _is_site(code: str, said: set[str], groups: list[Group]) -> bool:
    """Whether a text about a company tells what it does in a place: in its opening, or in more than passing.

    A title alone names owners and sellers as well.
    """
    if not NAMED.isdisjoint(said):
        return True
    forms = [group.form for group in groups if any(place.code == code for place in group.places)]
    return "titled" in said and 2 * sum(form not in UNUSABLE for form in forms) > len(forms)


def _part_of(lead: Group | None, named: dict[str, Group], ways: dict[str, set[str]]) -> Group | None:
    """Return the one part of a country that opens a text whose opening names the country only in passing."""
    if lead is None or lead.places[0].type != "country":
        return None
    if not OF_ITS_OWN.isdisjoint(ways.get(lead.places[0].code, ())):
        return None
    parts = [
        group
        for code, group in named.items()
        if group.places[0].type in PARTS
        and country_of(group.places[0]) == lead.places[0].code
        and group.form == "in"
        and not OF_ITS_OWN.isdisjoint(ways.get(code, ()))
    ]
    return parts[0] if len(parts) == 1 else None


def _whole_of(
    reading: Reading, lead: Group | None, named: dict[str, Group], ways: dict[str, set[str]]
) -> Group | None:
    """Return the region that the first sentence names where only the title names its country.

    Titles are short: "US box office" of the "North American box office".
    """
    if lead is None or ways.get(lead.places[0].code) != {"titled"}:
        return None
    wholes = wholes_of(reading.reference).get(lead.places[0].code, frozenset())
    for code, group in named.items():
        if code in wholes and group.places[0].type == "region" and "opens" in ways.get(code, ()):
            return group if group.form not in UNUSABLE else None
    return None


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
        return "trade" if group.form == "trade" else "titled"
    if group.first >= opening:
        return None
    if group.form in UNUSABLE:
        return {"body": "speaks", "trade": "trade"}.get(group.form, "passing")
    if group.places[0].code == WORLD and _is_subject(document, group.first):
        return "subject"
    begin, _ = document.sentences[document.sentence_at(group.first)]
    if group.places[0].type in PARTS and not REASONS.isdisjoint(document.lower[begin + 1 : group.first]):
        # "Output fell as a storm shut wells in the Gulf of Velta": of the country.
        return "passing"
    return "opens" if begin == document.sentences[0][0] else "early"


def _is_worldwide(document: Document, groups: list[Group]) -> bool:
    """Whether a text speaks of sales in the world, or of the world's largest: not of the "global economy"."""
    for group in groups:
        if group.places[0].type == "world":
            if group.form != "adjective" or document.lower[group.last : group.last + 1] == ["'s"]:
                return True
            if not MARKETS.isdisjoint(document.lower[group.last : group.last + MARKET_REACH]):
                return True
    return False
