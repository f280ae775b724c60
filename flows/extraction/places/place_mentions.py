"""How a place is mentioned: as where something happens, or as an attribute of a company or a person."""

from typing import Final, NamedTuple

from flows.extraction.figure import Name
from flows.extraction.places.local_places import find_local_places
from flows.extraction.places.place_names import Mention, Place, find_places
from flows.extraction.places.place_words import (
    AGENCIES,
    ARTICLES,
    COMPANIES,
    CURRENCIES,
    DEALINGS,
    FLAT_SUPERLATIVES,
    LOCATIVES,
    NOT_NOUNS,
    PLACE_NOUNS,
    PUBLIC,
    SEATED,
    STATISTIC_CODES,
    SUPERLATIVE_ENDING,
)
from flows.extraction.text.document import Document
from schemas.reference import Reference

DATELINE_REACH: Final = 8
NOUN_REACH: Final = 5
PUBLIC_REACH: Final = 5
NO_RANKS: Final = frozenset(("latest", "interest", "forest", "harvest", "west", "northwest", "southwest"))
# These also count periods: "Norway's first-quarter exports".
ORDINARY: Final = frozenset(("first", "second", "third", "fourth", "fifth", "most"))
POSSESSIVES: Final = frozenset(("'s", "’s"))
PARTS: Final = frozenset(("local", "city", "state"))
ONE: Final = POSSESSIVES | {"a", "the"}


class Group(NamedTuple):
    """One or more places named together ("the U.S., Asia and Europe"): tokens ``[first, last)``.

    `form` is in, adverb, adjective, possessive, bare, or skip (dateline, body): no place of figures.
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
    inside: set[int] = set()
    openers = {first for first, _ in document.sentences}
    for name in names:
        if name.place_code is None:
            # A sentence's capital joins its first word to a name: "Nationwide U.S. stocks".
            inside.update(range(name.first + (name.first in openers), name.last))
    forms: list[tuple[Mention, str]] = []
    for mention in found:
        if _is_money(document, mention):
            # "Canadian dollars" are no mention of Canada.
            continue
        form = _form(document, mention, inside)
        if form == "skip" and _is_public(document, mention):
            form = "body"
        elif (
            form == "bare" and forms and forms[-1][1] == "skip" and _lies_in(document, forms[-1][0], mention)
        ):
            continue
        forms.append((mention, form))
    return forms


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
    """Whether a place is a currency's: "Canadian dollars", but not "Canada won"."""
    after = document.lower[mention.last : mention.last + 1]
    return not CURRENCIES.isdisjoint(after) and (mention.place.role == "demonym" or after != ["won"])


def _lies_in(document: Document, before: Mention, mention: Mention) -> bool:
    """Whether a place only says where the one before it lies: "based in Bergen, Norway"."""
    return (
        before.place.type in PARTS
        and mention.place.type in ("state", "country")
        and mention.first == before.last + 1
        and document.lower[before.last] == ","
    )


def _form(document: Document, mention: Mention, inside: set[int]) -> str:
    lower, words = document.lower, document.words
    first, last, place = mention
    count = len(words)
    after = lower[last] if last < count else ""
    if place.role == "body":
        return "body"
    if place.type == "world":
        if first and words[first][0].isupper() and words[first - 1][0].isupper() and first in inside:
            # "Caesars World's shares"
            return "skip"
        if place.role == "demonym":
            if lower[first] != "global":
                return "adverb"
            if after == "benchmark":
                # Brent's price, not all the world's.
                return "skip"
            # "Global airlines" are all of them, "the global bank" is one.
            form = _noun_form(document, last)
            return (
                "adjective"
                if form == "skip" and after.endswith("s") and lower[first - 1] not in ONE
                else form
            )
        if after in POSSESSIVES:
            following = lower[last + 1] if last + 1 < count else ""
            ranked = following.endswith(SUPERLATIVE_ENDING) or following in FLAT_SUPERLATIVES
            if following in COMPANIES and following.endswith("s"):
                # "The world's airlines": all of them.
                return "adjective"
            return "skip" if ranked else _possessive(document, last + 1)
        if after in PLACE_NOUNS:
            return "adjective"
        return "in" if _locative(lower, first) else "skip"
    if _is_dateline(document, first, last):
        return "dateline"
    if place.type == "local":
        if after in POSSESSIVES and last + 1 < count and words[last + 1][0].isupper():
            # "In Acme's Boat Review": who publishes is no place.
            return "skip"
        if _is_seat(lower, first):
            return "skip"
        return "in" if _locative(lower, first) else "possessive"
    if first in inside and last - 1 in inside and not _locative(lower, first):
        begins = first - 1 not in inside and last not in inside
        if not begins:
            return "skip"
    if (
        after == "-"
        and last + 1 < count
        and lower[last + 1] in ("based", "born", "listed", "owned", "made", "led", "backed")
    ):
        return "skip"
    if place.role == "demonym" and first and lower[first - 1] == "on" and after in PLACE_NOUNS:
        return "in"
    if place.role == "name" and after in COMPANIES and after not in PLACE_NOUNS:
        # "The New York attorney"
        return "skip" if not _locative(lower, first) else "in"
    if after in ("based", "international") or _is_seat(lower, first):
        return "skip"
    if _locative(lower, first):
        if last < count and words[last][0].isupper():
            return "in"
        return "in" if place.role == "name" and after not in COMPANIES else _noun_form(document, last)
    if after in POSSESSIVES:
        return _possessive(document, last + 1)
    if place.role == "demonym" or place.is_capitals or after in PLACE_NOUNS:
        if after not in NOT_NOUNS and (after.isalpha() or after == "-"):
            return _noun_form(document, last)
        if place.role == "demonym":
            return _noun_form(document, last + 2) if after == "and" else "bare"
    before = lower[first - 1] if first else ""
    if after == "(":
        return "bare"
    if before == "of" and first >= 2 and lower[first - 2] == "out":
        # "Moved out of London"
        return "skip"
    if before == "of" and first >= 2:
        # "sales of ... of France" tells whose, "the economy of France" where.
        return "skip" if words[first - 2][0].isupper() or words[first - 2] in (")", ">") else "possessive"
    if before in ("the", "-") and first >= 2 and lower[first - 2] == "of" and words[first - 3][0].isupper():
        return "skip"
    if before in ("to", "from", "with", "by", "into", "via", "between", "against", "than", "over", "outside"):
        # The other party of trade or talks: "exports to", "a deal with".
        return "skip"
    if before == "for":
        return "bare"
    if last < count and words[last][0].isupper() and after not in NOT_NOUNS and after.isalpha():
        return "skip"
    return "bare"


def _is_seat(lower: list[str], first: int) -> bool:
    """Whether "in" or "at" before a place tells where somebody sits or spoke."""
    index = first - 1
    while index > 0 and lower[index] in ARTICLES:
        index -= 1
    if index <= 0 or lower[index] not in ("in", "at", "near", "outside"):
        return False
    before = lower[index - 1]
    if before == "office" and lower[index - 2] == "box":
        # Takings, not a seat.
        return False
    # "The largest maker in Norway" is still a company; "makers in Norway" may be counted.
    return before in SEATED or (before in COMPANIES and not before.endswith("s"))


def _locative(lower: list[str], first: int) -> bool:
    index = first - 1
    while index >= 0 and lower[index] in ARTICLES:
        index -= 1
    return index >= 0 and lower[index] in LOCATIVES


def _noun_form(document: Document, index: int) -> str:
    """Return "adjective" before a noun of things and "skip" before a company, a person or a name."""
    lower, words = document.lower, document.words
    if index >= len(words):
        return "bare"
    if lower[index] == "-":
        index += 1
    for step in range(index, min(len(words), index + NOUN_REACH)):
        word = lower[step]
        if (word in COMPANIES or word.endswith(("maker", "makers"))) and not _is_of_trade(lower, step):
            return "skip"
        if word == "-":
            continue
        if word == "and" and step > index and _is_one_company(lower, step + 1):
            return "skip"
        if not word.isalpha() or word in NOT_NOUNS:
            break
        if step > index and words[step][0].isupper() and not words[step - 1][0].isupper():
            # "German steelmaker Acme": what the lower-case words call is the name behind them.
            return "skip"
        if words[step][0].isupper() and step == index and not words[step].isupper():
            # "Japanese Prime Minister"; after the full stop of "U.S." some old wire copy has a capital.
            is_full_stop = (
                lower[index - 1].endswith(".") and not words[min(step + 1, len(words) - 1)][0].isupper()
            )
            return "adjective" if is_full_stop else "skip"
    return "adjective"


def _is_of_trade(lower: list[str], index: int) -> bool:
    """Whether a noun of companies only says what is traded or made: "the airline market"."""
    return index + 1 < len(lower) and lower[index + 1] in PLACE_NOUNS


def _is_one_company(lower: list[str], index: int) -> bool:
    """Whether a list of adjectives ends in one company's noun: "food and drinks firm"."""
    return any(word in COMPANIES and not word.endswith("s") for word in lower[index : index + 2])


def _is_rank(word: str) -> bool:
    """Whether a word ranks what it stands before: "biggest", "second"."""
    if word.endswith(SUPERLATIVE_ENDING) and word not in NO_RANKS:
        return True
    return word in FLAT_SUPERLATIVES and word not in ORDINARY


def _possessive(document: Document, index: int) -> str:
    lower, words = document.lower, document.words
    if index < len(words) and _is_rank(lower[index]):
        return "skip"
    for step in range(index, min(len(words), index + 5)):
        if words[step][0].isupper() and lower[step] not in STATISTIC_CODES:
            return "skip"
        is_company = lower[step] in COMPANIES and not _is_of_trade(lower, step)
        if is_company or (step == index and lower[step] in DEALINGS):
            return "skip"
        if not lower[step].isalpha() or lower[step] in NOT_NOUNS:
            break
    return "possessive"


def _is_dateline(document: Document, first: int, last: int) -> bool:
    """Whether a place opens the text before its agency or a dash: "TOKYO (Reuters) -"."""
    start = document.sentences[document.sentence_at(first)][0]
    after = document.lower[last : last + 2]
    if len(after) == 2 and after[0] == "(" and after[1] in AGENCIES:
        return True
    if first - start > DATELINE_REACH or document.words[first] != document.words[first].upper():
        return False
    following = document.lower[last : last + DATELINE_REACH]
    return any(word in ("reuters", "ap", "afp", "-", "--", "—", "–") for word in following) and (
        first == start or "," in document.lower[start:first] or "/" in document.lower[start:first]
    )


def groups_of(document: Document, mentions: list[tuple[Mention, str]]) -> list[Group]:
    """Join the mentions that stand side by side ("the U.S., Asia and Europe")."""
    groups: list[Group] = []
    for mention, form in mentions:
        if groups and form in ("bare", "in") and groups[-1].form in ("in", "bare"):
            between = document.lower[groups[-1].last : mention.first]
            if between and all(word in (",", "and", "&", "the", "or") for word in between):
                last = groups[-1]
                groups[-1] = Group(last.first, mention.last, (*last.places, mention.place), last.form)
                continue
        groups.append(Group(mention.first, mention.last, (mention.place,), form))
    return groups
