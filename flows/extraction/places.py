"""Where each figure holds: a place of its clause, else the one that the article is about."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from flows.extraction.clause_breaks import clause_breaks
from flows.extraction.document import Document
from flows.extraction.figure import Because, Draft, Name
from flows.extraction.period_context import title_of
from flows.extraction.period_words import BREAKS, MILESTONE_VERBS, PERFECT, REPORTING
from flows.extraction.place_mentions import Group, groups_of, mentions_with_forms
from flows.extraction.place_names import Place, find_places, place_table
from flows.extraction.place_words import (
    AGENCIES,
    COMPANY_FIGURES,
    DOMESTIC,
    GOODS,
    INSTITUTES,
    LOCATIVES,
    MANY,
    MARKETS,
    NATIONAL,
    OFFICIAL,
    PRIVATE,
    QUOTED,
    SOLD,
)
from flows.extraction.reading import Reading
from schemas.reference import Reference

__all__ = ["assign_places", "find_places", "place_table"]

DIRECT: Final = frozenset(("in", "adverb"))
# A length of time or a place in an order is of no place.
SOLD_KINDS: Final = frozenset(("count", "growth", "ordinal_milestone"))
PLACELESS: Final = frozenset(("duration", "rank"))
THERE_REACH: Final = 8
EXISTING: Final = frozenset("is are was were has have had will would 's may might could ’s".split())
# Places and tokens beyond which nothing is looked for, so that a sentence without an end stays linear.
NEIGHBOURS: Final = 12
REACH: Final = 120
NEAR: Final = 20
# Tokens of the first sentence, with its dateline, in which its subject stands.
SUBJECT_REACH: Final = 16
NARROW: Final = frozenset(("in", "adjective", "possessive"))
UNUSABLE: Final = frozenset(("skip", "dateline"))
# Tokens within which a place opens a sentence.
HEADING: Final = 4
# An article is about a place that has this share of its places.
DOMINANT: Final = 0.6
ALONE: Final = 0.7
# What is counted of a country's people is of it even where it is only named in passing.
PEOPLED: Final = frozenset(("count", "share", "percent", "growth", "rate"))


@dataclass(frozen=True, slots=True)
class About:
    """What an article is about.

    Attributes:
        lead: the place of its title or first sentences.
        home: the country whose currency it counts in, None where that is not one country's.
        is_national: whether it is about a country's economy.
        is_market: whether its title says that it is about sales in one place.
        is_worldwide: whether it speaks of the world's sales or the world's largest.
        is_of_companies: whether it names companies, whose figures have no place.
    """

    lead: Group | None
    home: Place | None
    is_national: bool
    is_market: bool
    is_worldwide: bool
    is_of_companies: bool


def assign_places(reading: Reading) -> None:
    """Fill the places of every draft of `reading`; nothing is filled in that the text does not imply."""
    if not reading.drafts:
        return
    document = reading.document
    mentions = mentions_with_forms(document, reading.names, reading.reference)
    groups = groups_of(document, mentions)
    about = _about(reading, groups)
    at = at_draft = 0
    latest: Group | None = None
    for first, last in document.sentences:
        begin = at
        while at < len(groups) and groups[at].first < last:
            at += 1
        begin_draft = at_draft
        while at_draft < len(reading.drafts) and reading.drafts[at_draft].first < last:
            at_draft += 1
        usable = [group for group in groups[begin:at] if group.form not in UNUSABLE]
        told, latest = latest, usable[-1] if usable else latest
        if begin_draft == at_draft:
            continue
        drafts = reading.drafts[begin_draft:at_draft]
        breaks = clause_breaks(document.lower, first, last) if usable else []
        spoken = frozenset(document.lower[first:last]) if last - first < REACH else None
        numbers = {token for draft in drafts for token in range(draft.first, draft.last)}
        for draft in drafts:
            if draft.kind in PLACELESS:
                continue
            group, rule, confidence = _domestic(document, draft, about, first)
            if group is None and (spoken is None or "there" in spoken):
                group, rule, confidence = _there(document, draft, usable, told, last)
            if group is None:
                group, rule, confidence = _of_sentence(document, draft, usable, numbers, breaks, first, last)
            if group is None:
                group, rule, confidence = _carried(document, draft, about, first, last, spoken)
            if group is not None:
                _give(document, draft, group, rule, confidence)


def _give(document: Document, draft: Draft, group: Group, rule: str, confidence: float) -> None:
    draft.place_code = "+".join(dict.fromkeys(place.code for place in group.places))
    draft.place = ", ".join(dict.fromkeys(place.name for place in group.places))
    if 0 <= group.first < group.last:
        draft.why["place"] = Because(rule, *document.span(group.first, group.last))
    else:
        draft.why["place"] = Because(rule, draft.start, draft.end)
    if confidence < 1:
        draft.confidence["place"] = confidence


def _of_sentence(
    document: Document,
    draft: Draft,
    groups: list[Group],
    numbers: set[int],
    breaks: list[int],
    first: int,
    last: int,
) -> tuple[Group | None, str, float]:
    """Return the place that the sentence gives to `draft`, the rule and how sure it is."""
    if not groups:
        return None, "", 1.0
    lower = document.lower
    at = bisect_left(groups, draft.first, key=lambda group: group.first)
    nearby = groups[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    before = [group for group in nearby if group.last <= draft.first]
    after = [group for group in nearby if group.first >= draft.last]
    for group in nearby:
        if draft.first <= group.first and group.last <= draft.last:
            return group, "within", 1.0
    if before and before[-1].last == draft.first - 1 and lower[draft.first - 1] == "(":
        return before[-1], "bracket", 1.0
    after_break = bisect_left(breaks, draft.last)
    end = breaks[after_break] if after_break < len(breaks) else last
    clear = draft.last
    while clear < min(end, draft.last + REACH) and clear not in numbers:
        if lower[clear] in REPORTING:
            break
        if lower[clear] == "," and clear + 1 < last and lower[clear + 1] not in LOCATIVES:
            break
        clear += 1
    if draft.kind in ("share", "percent") and clear > draft.last and lower[draft.last] == "of":
        for group in after:
            if group.first < clear and group.form == "possessive" and group.first - draft.last <= 3:
                return group, "of", 0.9
    for group in after:
        if group.first >= clear:
            break
        if group.form in DIRECT or (group.form == "adjective" and group.first - draft.last <= 2):
            return group, "after", 1.0
    before_break = bisect_left(breaks, draft.first)
    begin = breaks[before_break - 1] + 1 if before_break else first
    in_clause = [group for group in before if group.first >= begin]
    strong = [group for group in in_clause if group.form != "bare"]
    if strong or (in_clause and draft.kind in PEOPLED):
        return (strong or in_clause)[-1], "before", 0.95 if strong else 0.8
    for group in after:
        if group.first < end and group.form in DIRECT:
            if (
                REPORTING.isdisjoint(lower[draft.last : group.first])
                and "," not in lower[draft.last : group.first]
            ):
                return group, "later", 0.85
            break
    if before and before[0].form in DIRECT and before[0].first - first <= HEADING and draft.kind in PEOPLED:
        # "In Norway, ...": what opens a sentence holds for all of it.
        return before[0], "sentence", 0.75
    return None, "", 1.0


def _there(
    document: Document, draft: Draft, usable: list[Group], told: Group | None, last: int
) -> tuple[Group | None, str, float]:
    """Read "9 people died there": of the place named just before."""
    lower = document.lower
    begin = max(document.sentences[draft.sentence][0], draft.first - THERE_REACH)
    for index in (
        *range(draft.last, min(last, draft.last + THERE_REACH)),
        *range(draft.first - 1, begin, -1),
    ):
        if lower[index] in BREAKS:
            break
        if lower[index] == "there" and not (index + 1 < last and lower[index + 1] in EXISTING):
            before = [group for group in usable if group.last <= index]
            group = before[-1] if before else told
            return (group, "there", 0.8) if group is not None else (None, "", 1.0)
    return None, "", 1.0


def _domestic(document: Document, draft: Draft, about: About, first: int) -> tuple[Group | None, str, float]:
    """Read "domestic sales": of the country whose currency the article counts in."""
    if about.home is None or not DOMESTIC.intersection(
        document.lower[max(first, draft.first - 8) : draft.first]
    ):
        return None, "", 1.0
    for index in range(draft.first - 1, max(first, draft.first - 8) - 1, -1):
        word = document.lower[index]
        if word in DOMESTIC:
            return Group(index, index + 1, (about.home,), "adjective"), "domestic", 0.7
        if word in BREAKS or word.isdigit():
            break
    return None, "", 1.0


def _carried(
    document: Document, draft: Draft, about: About, first: int, last: int, sentence: frozenset[str] | None
) -> tuple[Group | None, str, float]:
    """Return the place that the text goes on about, None where a figure has none of its own."""
    if about.lead is None and not about.is_worldwide and draft.kind not in SOLD_KINDS:
        return None, "", 1.0
    if sentence is None:
        sentence = frozenset(document.lower[max(first, draft.first - REACH) : min(last, draft.last + REACH)])
    words = sentence
    near = document.lower[max(first, draft.first - NEAR) : min(last, draft.last + NEAR // 2)]
    if about.lead is not None and draft.kind in PEOPLED | {"money"}:
        if about.is_national and PRIVATE.isdisjoint(near):
            return about.lead, "national", 0.6
        if (
            about.is_market
            and not SOLD.isdisjoint(words)
            and PRIVATE.isdisjoint(near)
            and draft.kind != "money"
        ):
            return about.lead, "market", 0.6
        if (
            not about.is_of_companies
            and (draft.kind in PEOPLED or about.lead.form in NARROW)
            and (COMPANY_FIGURES.isdisjoint(words))
        ):
            return about.lead, "goes_on", 0.5 if about.lead.form == "about" else 0.7
    if _is_of_all_sales(draft, about, words):
        return Group(-1, -1, (_world(),), "adverb"), "worldwide", 0.5
    return None, "", 1.0


def _is_of_all_sales(draft: Draft, about: About, words: frozenset[str]) -> bool:
    """Whether a figure is of the goods that a company sold, which without a place are all that it sold."""
    if draft.kind not in SOLD_KINDS or SOLD.isdisjoint(words):
        return False
    if "exports" in words or "imports" in words:
        return False
    if draft.kind == "growth":
        return about.is_worldwide
    if draft.kind != "ordinal_milestone" and (draft.unit or "").split(" ")[-1] not in GOODS:
        return False
    if (draft.value or 0) < MANY:
        return False
    return (
        about.is_worldwide
        or draft.kind == "ordinal_milestone"
        or not (PERFECT.isdisjoint(words) and MILESTONE_VERBS.isdisjoint(words))
    )


def _world() -> Place:
    return Place("001", "world", "world", "name", False)


def _about(reading: Reading, groups: list[Group]) -> About:
    """Return what the article is about: from its title, its first sentences, its places and its money."""
    document = reading.document
    lead, is_market = None, False
    limit = document.sentences[min(1, len(document.sentences) - 1)][1] if document.sentences else 0
    opening = frozenset(document.lower[:limit])
    if reading.title:
        title = title_of(reading)
        opening |= frozenset(title.lower)
        mentions = mentions_with_forms(title, [], reading.reference, is_title=True)
        found = [group for group in groups_of(title, mentions) if group.form not in UNUSABLE]
        named = {place.code for group in groups if group.form != "dateline" for place in group.places}
        if len(found) == 1 and named.intersection(place.code for place in found[0].places):
            lead = Group(-1, -1, found[0].places, found[0].form)
            is_market = not MARKETS.isdisjoint(title.lower)
    usable = [group for group in groups if group.form not in UNUSABLE]
    # A city or state counts for its country.
    counted = Counter(country_of(place) for group in usable for place in group.places)
    if lead is None:
        early = [group for group in usable if group.first < limit]
        total = sum(counted.values())
        if early:
            place = early[0].places[0]
            count = counted[country_of(place)]
            # What lies in a place that no table lists is not known either.
            if count >= DOMINANT * total or (place.type == "local" and count > 1):
                lead = early[0]
    is_private = not COMPANY_FIGURES.isdisjoint(opening) and not OFFICIAL.isdisjoint(opening)
    headline = document.lower[: document.sentences[0][1]] if document.sentences else []
    is_private = is_private or not QUOTED.isdisjoint(headline)
    subject = document.sentences[0][0] + SUBJECT_REACH if document.sentences else 0
    is_named = any(
        name.type == "company" and name.first < subject and not _is_agency(name) for name in reading.names
    )
    is_national = not NATIONAL.isdisjoint(opening) and not is_private and not is_named
    spoken = _spoken_for(reading, groups, limit) if is_national or lead is None else None
    if lead is None or (is_national and spoken is not None and lead.places[0].type == "city"):
        lead = spoken if is_national and spoken is not None else lead
    if lead is None:
        lead = _main_place(groups)
    if lead is not None and len(lead.places) > 1:
        lead = None
    is_worldwide = any(place.type == "world" for group in groups for place in group.places)
    return About(lead, _home(reading), is_national, is_market, is_worldwide, is_named or is_private)


def _is_agency(name: Name) -> bool:
    """Whether a company is the agency that a dateline names, not one that the article is about."""
    return name.name.lower() in AGENCIES


def _spoken_for(reading: Reading, groups: list[Group], limit: int) -> Group | None:
    """Return the country that an institution of the opening speaks for: "the Labor Department said"."""
    countries = _countries_of_institutions(reading.reference)
    for name in reading.names:
        if name.first >= limit:
            break
        place = countries.get(name.entity_code or "")
        if place is not None:
            return Group(name.first, name.last, (place,), "possessive")
    lower = reading.document.lower
    for group in groups:
        if group.first >= limit:
            break
        if group.form != "dateline" and not INSTITUTES.isdisjoint(lower[group.last : group.last + 3]):
            return Group(group.first, group.last, group.places[:1], "possessive")
    return None


@lru_cache(maxsize=8)
def _countries_of_institutions(reference: Reference) -> dict[str, Place]:
    """Return the country of each institution that is one country's."""
    countries = {row["place_code"]: row for row in reference.rows("places") if row["type"] == "country"}
    found: dict[str, Place] = {}
    for row in reference.rows("entities"):
        country = countries.get(row["country_code"])
        if row["type"] == "institution" and country is not None:
            found[row["entity_code"]] = Place(
                country["place_code"], country["place"], "country", "name", False
            )
    return found


def _main_place(groups: list[Group]) -> Group | None:
    """Return the place that nearly all places of the article are, or lie in, named more than once."""
    places = [
        place
        for group in groups
        for place in group.places
        if group.form != "dateline" and (place.type != "world" or group.form != "skip")
    ]
    for codes in (Counter(place.code for place in places), Counter(country_of(place) for place in places)):
        if not codes:
            break
        code, count = codes.most_common(1)[0]
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
    money = Counter(draft.unit for draft in reading.drafts if draft.kind == "money" and draft.unit)
    if not money:
        return None
    unit, _ = money.most_common(1)[0]
    return _countries_by_currency(reading.reference).get(unit)
