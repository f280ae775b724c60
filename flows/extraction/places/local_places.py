"""Places that no table lists, known by what is said of them: "Kings County", "the people of Lower Sarn"."""

from typing import Final

from flows.extraction.dates.date_words import bag
from flows.extraction.figure import Name
from flows.extraction.places.place_names import Mention, Place
from flows.extraction.places.place_words import LOCATIVES, NOT_NOUNS
from flows.extraction.text.document import Document
from flows.extraction.text.name_words import CALENDAR, COMPANY_TAILS, INSTITUTIONAL, NEVER_ALONE, TITLES
from flows.extraction.text.word_classes import WordClass

# A run of capitals that ends with one of these is a place.
HEADS: Final = bag(
    "county province district prefecture governorate township borough parish oblast municipality shire"
)
# Of these it is one of people: "the population of", "residents of".
PEOPLE_OF: Final = bag(
    """population residents inhabitants people voters households city town village county province district
    region mayor state island capital"""
)
# After a name and "'s" these are of its people.
OF_PEOPLE: Final = bag("population residents inhabitants voters households schools hospitals roads")
# In these one has an interest, and it is no place.
HELD: Final = bag(
    """stake stakes share shares stock interest investment investments invest invested investing holding
    holdings confidence trading believe bonds position positions partner partners named dealings trust faith
    involved role listed based interested appearing appeared starred published written reported bid control
    ownership rise fall increase decrease drop decline gain surge jump growth
    revenue revenues sales profit profits earnings income loss losses"""
)
MONEY: Final = bag("million billion trillion mln bln bn m percent pct % dollars euros pounds yen dlrs stg")
TYPED: Final = frozenset(("company", "person", "product", "institution", "organisation", "group", "index"))
# "Sarnport, the capital, ..."
APPOSED: Final = bag("capital city town village suburb island")
TRIGGERS: Final = HEADS | LOCATIVES | APPOSED | {"of", "'s", "’s"}
TELLS_PLACE: Final = WordClass(lambda _: TRIGGERS)
# A people's adjective is no place.
ADJECTIVES: Final = ("ian", "ean", "man", "ish", "ese", "can", "tch")
LONGEST: Final = 3


def find_local_places(document: Document, names: list[Name], listed: list[Mention]) -> list[Mention]:
    """Return the places of `document` that no table lists, in text order.

    A capitalised name is taken for a place where a word of places says so: its own last word, or "in" right
    before it where the name stands so at least twice or beside a count of people.

    Args:
        document: the tokenised article.
        names: its proper names; companies and persons are no places.
        listed: the places that the table knows.
    """
    words, lower = document.words, document.lower
    taken = {token for mention in listed for token in range(mention.first, mention.last)}
    # "Los Angeles County" is no city.
    cities = {mention.last: mention.first for mention in listed if mention.place.type == "city"}
    sure: dict[str, tuple[int, int]] = {}
    seen: dict[str, int] = {}
    found: list[tuple[int, int, str]] = []
    for name in names:
        if name.type in TYPED and not _is_region(lower, name):
            taken.update(range(name.first, name.last))
        elif (
            name.type == "place"
            and name.first not in taken
            and name.last - name.first <= LONGEST
            and "-" not in lower[name.first : name.last]
            and not (name.last - name.first > 1 and lower[name.last - 1].endswith(ADJECTIVES))
        ):
            found.append((name.first, name.last, _key(lower, name.first, name.last)))
            sure[found[-1][2]] = (name.first, name.last)
    for index in TELLS_PLACE.tokens(document):
        word = lower[index]
        if word in HEADS and index:
            city = cities.get(index)
            first = city if city is not None else _run_before(document, index, taken)
            if words[index].islower() and first == document.sentences[document.sentence_at(index)][0]:
                # "Southern county towns": the capital may be the sentence's.
                first = index
            if first < index:
                found.append((first, index + 1, _key(lower, first, index + 1)))
                sure[found[-1][2]] = (first, index + 1)
        elif word in LOCATIVES or (word == "of" and index and lower[index - 1] in PEOPLE_OF):
            first = index + 1 + (index + 1 < len(lower) and lower[index + 1] == "the")
            last = _run_after(document, first, taken)
            is_thing = first > index + 1 and _is_attribute(document, last)
            if last > first and not is_thing and not (index and lower[index - 1] in HELD):
                key = _key(lower, first, last)
                found.append((first, last, key))
                seen[key] = seen.get(key, 0) + 1
                if word == "of" or _is_of_count(lower, index):
                    sure[key] = (first, last)
        elif word in APPOSED:
            mark = next((step for step in range(index - 1, max(0, index - 4), -1) if lower[step] == ","), 0)
            first = _run_before(document, mark, taken)
            if first < mark and lower[mark + 1] in ("the", "a", "its"):
                found.append((first, mark, _key(lower, first, mark)))
                sure[found[-1][2]] = (first, mark)
        elif word in ("'s", "’s") and index + 1 < len(lower) and lower[index + 1] in OF_PEOPLE:
            first = _run_before(document, index, taken)
            if first < index:
                found.append((first, index, _key(lower, first, index)))
                sure[found[-1][2]] = (first, index)
    mentions: list[Mention] = []
    for first, last, key in sorted(set(found)):
        if (key in sure or seen.get(key, 0) > 1) and (not mentions or first >= mentions[-1].last):
            place = Place(key.replace(" ", "-"), " ".join(words[first:last]), "local", "name", False)
            mentions.append(Mention(first, last, place))
    return mentions


def _is_region(lower: list[str], name: Name) -> bool:
    """Whether a company's name is a region's here: "87 in the Vale" has an article, and a count before it."""
    at = name.first - 2
    return at > 0 and lower[at + 1] == "the" and lower[at] in LOCATIVES and _is_of_count(lower, at)


def _is_attribute(document: Document, last: int) -> bool:
    """Whether what follows "the" and a name makes it a thing's: "in the Gull browser"."""
    if last >= len(document.words):
        return False
    word = document.words[last]
    return word.islower() and word.isalpha() and word not in HEADS and word not in NOT_NOUNS


def _is_of_count(lower: list[str], index: int) -> bool:
    """Whether "in" at `index` stands right behind a count: "231 were in Northfield"."""
    before = lower[max(0, index - 3) : index]
    return (
        any(word[0].isdigit() for word in before)
        and before[-1] not in MONEY
        and HELD.isdisjoint(lower[max(0, index - 8) : index])
    )


def _key(lower: list[str], first: int, last: int) -> str:
    return " ".join(lower[first:last])


def _is_part(document: Document, index: int, taken: set[int]) -> bool:
    word, lower = document.words[index], document.lower[index]
    return (
        index not in taken
        and word[0].isupper()
        and word[1:].islower()
        and lower not in CALENDAR
        and lower not in NEVER_ALONE
        and lower not in TITLES
    )


def _run_after(document: Document, first: int, taken: set[int]) -> int:
    """Return the end of the capitalised name that begins at `first`; `first` itself where it is none."""
    last, count = first, len(document.words)
    while last < count and last - first < LONGEST and _is_part(document, last, taken):
        last += 1
    if (
        last < count
        and (document.words[last][0].isupper() or document.lower[last] in ("&", "-", "'s", "’s"))
        and document.sentence_at(last) == document.sentence_at(first)
    ):
        return first
    if last < count and document.words[last][0].isdigit() and last > first:
        # "In Gull Quest 2"
        return first
    tail = document.lower[last - 1]
    if last > first and (tail in COMPANY_TAILS or tail in INSTITUTIONAL):
        return first
    return last


def _run_before(document: Document, last: int, taken: set[int]) -> int:
    first = last
    while first > 0 and last - first < LONGEST and _is_part(document, first - 1, taken):
        if document.lower[first - 1] in ("the", "in", "of", "a"):
            break
        first -= 1
    return first
