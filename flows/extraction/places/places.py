"""Where each figure holds: a place of its clause, else the one that the article is about."""

from typing import Final

from flows.extraction.dates.figure_families import EXPERTS
from flows.extraction.figure import Because, Draft
from flows.extraction.places.place_headings import heading_at, headings_of
from flows.extraction.places.place_mentions import Group, groups_of, mentions_with_forms
from flows.extraction.places.place_names import ELSEWHERE, Place, find_places, is_body, place_table
from flows.extraction.places.place_of_article import UNUSABLE, About, about_article
from flows.extraction.places.place_of_rank import place_of_rank
from flows.extraction.places.place_of_trade import Trade, opens_with_contract, place_of_trade
from flows.extraction.places.place_rules import place_of_sentence
from flows.extraction.places.place_scene import REACH, Given, SentencePlaces, scene_of
from flows.extraction.places.place_words import (
    ABROAD,
    CURRENCIES,
    DOMESTIC,
    GOODS,
    MANY,
    NATIONWIDE,
    NO_PLACE,
    PRIVATE,
    SOLD,
)
from flows.extraction.reading import Reading
from flows.extraction.text.change_words import CHANGES
from flows.extraction.text.clause_breaks import clause_breaks
from flows.extraction.text.document import Document
from flows.extraction.text.period_words import BREAKS, MILESTONE_VERBS, PERFECT

__all__ = ["assign_places", "find_places", "place_table"]

SOLD_KINDS: Final = frozenset(("count", "growth", "ordinal_milestone"))
# What may stand between a change and the values at its ends, or between two ways to say one amount.
JOINTS: Final = frozenset(("to", "from", ",", "or", "(", ")", "against", "compared", "with", "at"))
COSTS: Final = frozenset(("cost", "costs", "costing"))
MAKING_REACH: Final = 8
SCOPE_REACH: Final = 8
RATE_REACH: Final = 8
# Counted lands are of the world.
LANDS: Final = frozenset(("country", "nation", "market"))
PLACELESS: Final = EXPERTS | {"session"}
RATED: Final = frozenset(("growth", "rate", "money", "percent"))
CHANGE_REACH: Final = 4
SCOPES: Final = DOMESTIC | ABROAD | NATIONWIDE
WITHHELD: Final = "places withheld"
WORLD: Final = Place("001", "world", "world", "name", False)


def assign_places(reading: Reading) -> None:
    """Fill the places of every draft of `reading`; nothing is filled in that the text does not imply."""
    if not reading.drafts:
        return
    document = reading.document
    mentions = mentions_with_forms(document, reading.names, reading.reference)
    groups = groups_of(document, mentions)
    about = about_article(reading, groups)
    at = at_draft = at_company = 0
    companies = [name for name in reading.names if name.type == "company"]
    latest: Group | None = None
    headings = headings_of(document, groups)
    latest_trade: Trade | None = None
    latest_of_type: dict[str, Group] = {}
    # What has not the article's place, since its sentence is about a company.
    withheld: list[tuple[Draft, Group]] = []
    reading.shared[WITHHELD] = withheld
    for number, (first, last) in enumerate(document.sentences):
        begin = at
        while at < len(groups) and groups[at].first < last:
            at += 1
        begin_company = at_company
        while at_company < len(companies) and companies[at_company].first < last:
            at_company += 1
        begin_draft = at_draft
        while at_draft < len(reading.drafts) and reading.drafts[at_draft].first < last:
            at_draft += 1
        usable = [group for group in groups[begin:at] if group.form not in UNUSABLE]
        told, latest = latest, usable[-1] if usable else latest
        if begin_draft == at_draft:
            latest_of_type.update((group.places[0].type, group) for group in usable if len(group.places) == 1)
            continue
        drafts = reading.drafts[begin_draft:at_draft]
        words = document.vocabulary_of(number) if last - first < REACH else None
        traded_at = place_of_trade(document, groups[begin:at], first, last, words)
        if traded_at is not None or not opens_with_contract(document, first):
            latest_trade = traded_at
        sentence = SentencePlaces(
            document,
            first,
            last,
            usable,
            told,
            latest_of_type,
            {token for draft in drafts for token in range(draft.first, draft.last)},
            clause_breaks(document, first, last) if usable else [],
            words,
            at_company > begin_company,
            any(not is_body(reading.reference, name.name) for name in companies[begin_company:at_company]),
            any(draft.kind == "money" for draft in drafts),
            latest_trade,
        )
        before: Draft | None = None
        for draft in drafts:
            if draft.kind == "rank":
                ranked = place_of_rank(document, groups[begin:at], draft, last)
                if ranked is not None:
                    give_place(document, draft, ranked)
                continue
            if (
                draft.unit in PLACELESS
                or _is_exchange_rate(document, draft)
                or _is_cost_of_making(document, draft, last)
            ):
                continue
            given = _scope(document, draft, about, first)
            if given is None and (usable or told is not None or latest_trade is not None):
                given = place_of_sentence(scene_of(sentence, draft))
                if given is not None and _are_people_elsewhere(document, given, about):
                    given = None
            if given is None and headings:
                heading = heading_at(document, headings, draft.first)
                given = None if heading is None else Given(heading, "heading", 0.7)
            if given is None and draft.unit in LANDS and _counts_lands(document, draft, about):
                given = Given(Group(-1, -1, (WORLD,), "adverb"), "countries", 0.6)
                if before is not None and _is_in_them(document, before, draft):
                    give_place(document, before, given)
            if given is None:
                given = _carried(sentence, draft, about)
            if given is not None:
                give_place(document, draft, given)
            elif before is not None and before.place is not None and _is_same_matter(document, before, draft):
                _share(before, draft)
            elif about.lead is not None and not about.is_of_company:
                withheld.append((draft, about.lead))
            before = draft
        latest_of_type.update((group.places[0].type, group) for group in usable if len(group.places) == 1)


def _are_people_elsewhere(document: Document, given: Given, about: About) -> bool:
    """Whether a sentence only says of which people it is, in a text about another place: "Danes have 9"."""
    group, lead = given.group, about.lead
    return (
        given.rule == "before"
        and document.lower[group.last - 1].endswith("s")
        and group.places[0].role == "demonym"
        and lead is not None
        and lead.places[0].code != group.places[0].code
    )


def _counts_lands(document: Document, draft: Draft, about: About) -> bool:
    """Whether countries are counted, of no region that the text is about: not "the 17-country zone"."""
    is_wide = about.lead is not None and about.lead.places[0].type in ("world", "region")
    return not is_wide and document.lower[draft.last] != "-"


def _is_in_them(document: Document, before: Draft, draft: Draft) -> bool:
    """Whether a figure is of the countries that are counted behind it: "9,000 workers in 20 countries"."""
    rule = before.why["place"].rule if before.place is not None else "goes_on"
    between = document.lower[before.last : draft.first]
    return rule == "goes_on" and between[-1:] == ["in"] and BREAKS.isdisjoint(between) and "," not in between


def _is_exchange_rate(document: Document, draft: Draft) -> bool:
    """Whether a figure is what a currency is worth, which is of no place: "the rupee fell to 72"."""
    lower = document.lower
    if draft.first > 1 and lower[draft.first - 2 : draft.first] == ["1", "="]:
        # "($1 = 80 yen)"
        return True
    if draft.kind not in RATED:
        return False
    for index in range(
        draft.first - 1, max(document.sentences[draft.sentence][0], draft.first - RATE_REACH), -1
    ):
        if lower[index] in ("and", "while", ";"):
            break
        if lower[index] in CURRENCIES and lower[index - 1] in ("the", "a") and lower[index - 2] != "against":
            return lower[index + 1] not in ("zone", "area", "-")
    return False


def _is_cost_of_making(document: Document, draft: Draft, last: int) -> bool:
    """Whether money is what a film or product took to make, wherever it sells: "cost $9m (£5m) to make"."""
    lower = document.lower
    if draft.kind != "money" or COSTS.isdisjoint(lower[max(0, draft.first - MAKING_REACH) : draft.first]):
        return False
    behind = lower[draft.last : min(last, draft.last + MAKING_REACH)]
    return "to" in behind and behind[behind.index("to") + 1 :][:1] in (["make"], ["produce"])


def give_place(document: Document, draft: Draft, given: Given) -> None:
    """Fill in the place of a figure, with the words that name it."""
    group = given.group
    draft.place_code = "+".join(dict.fromkeys(place.code for place in group.places))
    draft.place = ", ".join(dict.fromkeys(place.name for place in group.places))
    if 0 <= group.first < group.last:
        draft.why["place"] = Because(given.rule, *document.span(group.first, group.last))
    else:
        draft.why["place"] = Because(given.rule, draft.start, draft.end)
    if given.confidence < 1:
        draft.confidence["place"] = given.confidence


def _is_same_matter(document: Document, before: Draft, draft: Draft) -> bool:
    """Whether two figures are a change and its ends, or one amount twice: "5 percent to $7 from $6 ($5)"."""
    between = document.lower[before.last : draft.first]
    return JOINTS.issuperset(between) or (
        draft.kind == before.kind and between[-2:-1] == ["compared"] and BREAKS.isdisjoint(between)
    )


def _share(before: Draft, draft: Draft) -> None:
    draft.place, draft.place_code, draft.why["place"] = before.place, before.place_code, before.why["place"]
    draft.confidence["place"] = min(0.7, before.confidence.get("place", 1.0))


def _scope(document: Document, draft: Draft, about: About, first: int) -> Given | None:
    """Read a word of scope before a figure: "domestic sales", "exports", "the national average".

    Domestic is the country whose currency the article counts in; abroad is what the article tells from it;
    national the country that it is about.
    """
    reach = max(first, draft.first - SCOPE_REACH)
    lower = document.lower
    if SCOPES.isdisjoint(lower[reach : draft.first]):
        return None
    for index in range(draft.first - 1, reach - 1, -1):
        word = lower[index]
        if word in BREAKS or word.isdigit():
            break
        if word in DOMESTIC and about.home is not None and lower[index + 1] != "product":
            return Given(Group(index, index + 1, (about.home,), "adjective"), "domestic", 0.7)
        if word in ABROAD and about.tells_domestic and (about.is_of_company or about.lead is None):
            return Given(Group(index, index + 1, (ELSEWHERE,), "adjective"), "abroad", 0.6)
        if word in NATIONWIDE and about.country is not None and not _is_of_name(document, index):
            return Given(Group(index, index + 1, (about.country,), "adjective"), "nationwide", 0.6)
    return None


def _carried(sentence: SentencePlaces, draft: Draft, about: About) -> Given | None:
    """Return the place that the text goes on about, None where a figure has none of its own."""
    lead = about.lead
    lower, first, last = sentence.document.lower, sentence.first, sentence.last
    is_private = sentence.is_private(draft) and not about.is_of_government
    if lead is not None and not about.is_of_company and not is_private:
        # Profits of no company are all companies' of the country.
        return Given(lead, "goes_on", 0.5 if lead.form in UNUSABLE else 0.7)
    if lead is not None and about.is_of_site and NO_PLACE.isdisjoint(sentence.near(draft)):
        return Given(lead, "site", 0.6)
    if (
        lead is not None
        and about.is_of_company
        and draft.kind not in ("duration", "money")
        and (draft.kind != "percent" or _is_of_change(sentence.document, draft))
        and lead.places[0].type != "world"
        and NO_PLACE.isdisjoint(sentence.near(draft))
    ):
        return Given(lead, "site", 0.5)
    words = sentence.words
    if words is None:
        words = frozenset(lower[max(first, draft.first - REACH) : min(last, draft.last + REACH)])
    if _is_of_all_sales(sentence, draft, about, words):
        return Given(Group(-1, -1, (WORLD,), "adverb"), "worldwide", 0.5)
    return None


def _is_of_name(document: Document, index: int) -> bool:
    """Whether a word is part of a name: "the National Institute"."""
    return document.words[index][0].isupper() and document.words[index + 1][0].isupper()


def _is_of_change(document: Document, draft: Draft) -> bool:
    """Whether a word of change stands right beside a figure: "rose 5 percent", "a 5 percent rise"."""
    lower = document.lower
    first = max(document.sentences[draft.sentence][0], draft.first - CHANGE_REACH)
    near = lower[first : draft.first] + lower[draft.last : draft.last + 2]
    return document.lower[draft.first - 1] in ("up", "down") or not CHANGES.keys().isdisjoint(near)


def _is_of_all_sales(sentence: SentencePlaces, draft: Draft, about: About, words: frozenset[str]) -> bool:
    """Whether a figure is of the goods that a company sold, which without a place are all that it sold."""
    is_change = draft.kind == "growth" or (
        draft.kind == "percent" and _is_of_change(sentence.document, draft)
    )
    if not (is_change or draft.kind in SOLD_KINDS) or SOLD.isdisjoint(words):
        return False
    if "exports" in words or "imports" in words:
        return False
    if is_change:
        if sentence.has_money:
            # "Sales rose 5 percent to $7bn": revenue, which has no place.
            return False
        told = sentence.document.lower[max(0, draft.first - SCOPE_REACH) : draft.last + CHANGE_REACH]
        return about.is_worldwide and PRIVATE.isdisjoint(told)
    if draft.kind != "ordinal_milestone" and (draft.unit or "").split(" ")[-1] not in GOODS:
        return False
    if (draft.value or 0) < MANY:
        return False
    return (
        about.is_worldwide
        or draft.kind == "ordinal_milestone"
        or not (PERFECT.isdisjoint(words) and MILESTONE_VERBS.isdisjoint(words))
    )
