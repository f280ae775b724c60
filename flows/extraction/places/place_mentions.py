"""How a place is mentioned: as where something happens, or as an attribute of a company or a person."""

from typing import Final, NamedTuple

from flows.extraction.figure import Name
from flows.extraction.places.local_places import find_local_places
from flows.extraction.places.place_forms import POSSESSIVES, form_of, is_party
from flows.extraction.places.place_names import ELSEWHERE, Mention, Place, find_places, place_table
from flows.extraction.places.place_words import CURRENCIES, NOT_NOUNS, PUBLIC
from flows.extraction.text.credits import credit_tokens
from flows.extraction.text.document import Document
from schemas.reference import Reference

# Tokens between a region and what of it is left out: "Asia-Pacific shares outside Japan".
OUTSIDE_REACH: Final = 7
PUBLIC_REACH: Final = 5
MEXICAN_GULF: Final = "US:gulf-of-mexico"
PARTS: Final = frozenset(("local", "city", "state"))
# Between places named together.
JOINED: Final = frozenset((",", "and", "&", "the", "or"))
LIST_REACH: Final = 4
CENTS: Final = frozenset(("cent", "cents", "pence", "penny"))


class Group(NamedTuple):
    """One or more places named together ("the U.S., Asia and Europe"): tokens ``[first, last)``.

    `form` is in, adverb, adjective, possessive, bare, or no place of figures: skip, dateline, body, exchange,
    or trade, where all of its companies are named ("Norwegian banks").
    """

    first: int
    last: int
    places: tuple[Place, ...]
    form: str


def mentions_with_forms(
    document: Document, names: list[Name], reference: Reference, is_title: bool = False
) -> list[tuple[Mention, str]]:
    """Return the places that `document` names with the form of each mention.

    In a title every word may be a capital, so that capitals tell nothing.
    """
    found = find_places(document, reference)
    if is_title:
        document = Document(
            document.text,
            document.lower,
            document.lower,
            document.starts,
            document.ends,
            document.sentences,
            document.paragraphs,
        )
    else:
        local = find_local_places(document, names, found)
        if local:
            held = {token for mention in local for token in range(mention.first, mention.last)}
            found = sorted([*(mention for mention in found if mention.first not in held), *local])
    if credits := credit_tokens(document):
        found = [mention for mention in found if mention.first not in credits]
    inside: set[int] = set()
    openers = {first for first, _ in document.sentences}
    for name in names:
        if name.place_code is None:
            # A sentence's capital joins its first word to a name: "Nationwide U.S. stocks".
            inside.update(range(name.first + (name.first in openers), name.last))
    forms: list[tuple[Mention, str]] = []
    # The place named last, where it is another party.
    party: Mention | None = None
    has_gulf = any(mention.place.code == MEXICAN_GULF for mention in found)
    for mention in found:
        if _is_outside(document.lower, mention):
            # "Asia outside Japan" is Asia.
            narrows = (
                document.lower[mention.first - 1] != "-"
                and bool(forms)
                and mention.first - forms[-1][0].last < OUTSIDE_REACH
            )
            forms.append((mention, "skip") if narrows else (mention._replace(place=ELSEWHERE), "in"))
            continue
        if has_gulf and mention.place.code == "gulf":
            mention = mention._replace(place=place_table(reference)["gulf of mexico"])
        if _is_money(document, mention):
            # "Canadian dollars" are no mention of Canada.
            continue
        if _is_same_body(forms, mention):
            forms[-1] = forms[-1][0], "body"
            continue
        form = form_of(document, mention, inside)
        is_listed = (
            party is not None
            and mention.first - party.last < LIST_REACH
            and JOINED.issuperset(document.lower[party.last : mention.first])
        )
        if forms and forms[-1][1] == "dateline" and _lies_in(document, forms[-1][0], mention):
            # "OSLO, Norway (AP) -"
            form = "dateline"
        if form == "skip" and _is_public(document, mention):
            form = "body"
        elif form == "bare" and forms and forms[-1][1] == "skip":
            if _lies_in(document, forms[-1][0], mention):
                continue
            if is_listed:
                # "Talks with Norway and Denmark"
                form = "skip"
        party = mention if form == "skip" and (is_listed or is_party(document.lower, mention.first)) else None
        forms.append((mention, form))
    return forms


def _is_outside(lower: list[str], mention: Mention) -> bool:
    """Whether all places but a country are meant: "outside the U.S.", "non-US sales"."""
    if mention.place.type not in ("country", "region"):
        return False
    before = lower[max(0, mention.first - 3) : mention.first]
    return before[-2:] == ["non", "-"] or [word for word in before if word not in ("of", "the")][-1:] == [
        "outside"
    ]


def _is_same_body(forms: list[tuple[Mention, str]], mention: Mention) -> bool:
    """Whether a body's country is named right before it: "the U.S. Agriculture Department" counts once."""
    if mention.place.role != "body" or not forms:
        return False
    before = forms[-1][0]
    return before.last == mention.first and before.place.code == mention.place.code


def _is_public(document: Document, mention: Mention) -> bool:
    """Whether a place is named with its government or another public body: "the U.S. Labor Department"."""
    lower, last = document.lower, mention.last
    last += last < len(lower) and lower[last] in POSSESSIVES
    for word in lower[last : last + PUBLIC_REACH]:
        if word in PUBLIC:
            return True
        if not word.isalpha() or word in NOT_NOUNS - {"and"}:
            break
    return False


def _is_money(document: Document, mention: Mention) -> bool:
    """Whether a place is a currency's: "Canadian dollars", "US$9", but not "Canada won"."""
    after = document.lower[mention.last] if mention.last < len(document.lower) else ""
    if after == "$":
        return document.joined(mention.last)
    if mention.place.role == "demonym":
        return after in CURRENCIES or after in CENTS
    return after in CURRENCIES and after != "won"


def _lies_in(document: Document, before: Mention, mention: Mention) -> bool:
    """Whether a place only says where the one before it lies: "based in Bergen, Norway"."""
    return (
        before.place.type in PARTS
        and mention.place.type in ("state", "country")
        and mention.first == before.last + 1
        and document.lower[before.last] == ","
    )


def groups_of(document: Document, mentions: list[tuple[Mention, str]]) -> list[Group]:
    """Join the mentions that stand side by side ("the U.S., Asia and Europe")."""
    groups: list[Group] = []
    for mention, form in mentions:
        if groups and form in ("bare", "in") and groups[-1].form in ("in", "bare"):
            between = document.lower[groups[-1].last : mention.first]
            if between and JOINED.issuperset(between):
                last = groups[-1]
                groups[-1] = Group(last.first, mention.last, (*last.places, mention.place), last.form)
                continue
        groups.append(Group(mention.first, mention.last, (mention.place,), form))
    return groups
