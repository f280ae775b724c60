"""What a noun phrase of nobody named stands for: its words, where it ends, how much they say."""

from typing import Final

from flows.extraction.figure import Name
from flows.extraction.names.entities import slug
from flows.extraction.subjects.discourse import Discourse, Referent
from flows.extraction.subjects.fuller_phrases import POINTING, fuller_phrase
from flows.extraction.text.change_words import singular
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.result_names import result_end
from flows.extraction.text.subject_phrases import TIME_WORDS, is_mark
from flows.extraction.text.subject_words import (
    ARTICLES,
    COMPANY_PRICES,
    MACRO,
    MEASURES,
    MODIFIERS,
    OF_ECONOMIES,
    POSTPOSED,
    PREDICATIVES,
    RELATORS,
    TRADED,
    UNIT_NOUNS,
    WORLDWIDE,
)

POSSESSIVES: Final = frozenset(("'s", "’s", "'", "’"))
MAX_PHRASE: Final = 7
# What somebody says, has or does, in the plural, and those who speak for it: no part.
ABSTRACT: Final = frozenset(
    """plans results figures changes records decisions moves hopes efforts problems woes troubles talks
    ambitions fortunes prospects chances fears concerns worries comments remarks statements actions
    measures policies rules laws issues interests ties relations terms conditions needs offers deals
    losses numbers times officials executives lawyers spokesmen advisers analysts forecasts statistics
    announcements reports finances operations accounts books details findings proposals claims charges
    allegations services attempts bids awards motives reasons difficulties errors failures mistakes
    reforms reviews days years months weeks sales""".split()
)
# Parts of a whole that stand in the singular.
UNITS: Final = frozenset("division segment unit arm brand subsidiary".split())
# Behind a head they say of what; "for the year" and "on average" do not.
COMPLEMENTS: Final = frozenset("of for among on in".split())
SECTORS: Final = frozenset("industry industries sector sectors".split())
NO_COMPLEMENTS: Final = frozenset("average whole own example instance".split())
OPENERS: Final = frozenset("when while because although though whether if".split())
# "such as", "as well as", "as of": no clause begins there.
AS_AFTER: Final = frozenset(
    "such well known same as far long soon described seen regarded considered".split()
)
AS_BEFORE: Final = frozenset("well of many much few a an".split())
_NO_TOKENS: Final[set[int]] = set()
INDEXED: Final = frozenset("price prices output sentiment confidence activity cost".split())
VICTIMS: Final = frozenset("toll death deaths fatalities casualties injuries cases infections".split())


def those_phrase(discourse: Discourse, first: int, last: int) -> Referent:
    """Return "those aged 30 to 39", "adults aged 18 or over" whole: what follows tells them apart."""
    document = discourse.reading.document
    last = min(last, first + 9)
    for index in range(first + 1, last):
        word = document.lower[index]
        if (
            is_mark(document, index)
            or word in ("while", ".", "compared", "would", "will", "is", "was", "do", "did", "say", "said")
            or (word == "and" and not "".join(document.lower[index + 1 : index + 2])[:1].isdigit())
            or (word in ("have", "has", "had", "are", "were") and "who" not in document.lower[first:index])
        ):
            last = index
            break
    words = " ".join(document.quote(first, last).split())
    return Referent(words, slug(words), "phrase", first, last)


def head_end(lower: list[str], first: int, last: int, names: list[Name]) -> int:
    """Return where the head of a phrase ends: before "of", "in" and the like, outside of names."""
    inside = {index for name in names for index in range(name.first, name.last)} if names else _NO_TOKENS
    end = first + 1
    # "peer-to-peer lenders": what a hyphen joins is one word.
    while end < last and (lower[end] not in RELATORS or end in inside or lower[end - 1] == "-"):
        if lower[end] == "before" and result_end(lower, end) > end:
            # "earnings before interest and taxes"
            break
        end += 1
    while (
        end > first + 1 and (lower[end - 1] in POSTPOSED or lower[end - 1] in ",;") and end - 1 not in inside
    ):
        # "net income attributable to shareholders", "analysts, on average,"
        end -= 1
    return end


def after_subordinator(lower: list[str], first: int, last: int) -> int:
    """Return where the last clause of ``[first, last)`` begins: a subject stands right before its verb."""
    for index in range(last - 2, first - 1, -1):
        word = lower[index]
        if (
            (word in OPENERS and not (word == "before" and result_end(lower, index) > index))
            or (index == first and word in ("how", "why"))
            or (
                word == "as"
                and index > first
                and lower[index - 1] not in AS_AFTER
                and lower[index + 1] not in AS_BEFORE
            )
        ):
            return index + 1
    return first


def without_brackets(words: list[str]) -> list[str]:
    """Return words without what stands in brackets."""
    kept: list[str] = []
    depth = 0
    for word in words:
        if word in ("(", "<", "["):
            depth += 1
        elif word in (")", ">", "]"):
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(word)
    return kept


def is_of_things(lower: list[str], link: int, last: int) -> bool:
    """Whether "from" or "for" names what is measured: "revenue from recorded music", "demand for cars"."""
    if lower[link] not in ("from", "for") or last <= link + 1 or last - link > 4:
        return False
    if lower[link - 1] in VICTIMS:
        # "the death toll from floods": of the place, by what they died of.
        return False
    if lower[link] == "for" and not lower[last - 1].endswith("s"):
        return False
    return lower[last - 1] not in MEASURES and all(
        (word.isalpha() and word not in CALENDAR and word not in MODIFIERS) or word == "-"
        for word in lower[link + 1 : last]
    )


def possessed(discourse: Discourse, name: Name, end: int) -> Referent | None:
    """Return a part that somebody has, "Velta's wind farms"; None for a measure or a doing."""
    document = discourse.reading.document
    head = document.lower[end - 1]
    plural = head[0].isalpha() and head.endswith("s") and not head.endswith(("ss", "us", "is"))
    if (
        name.type == "person"
        or end - name.last > MAX_PHRASE
        or not (
            head in UNITS or (plural and head not in ABSTRACT and MEASURES.isdisjoint((head, singular(head))))
        )
        or not all(
            word[0].isalpha() or word in POSSESSIVES or word in "-&"
            for word in document.lower[name.last : end]
        )
    ):
        return None
    return named_part(discourse, name.first, end)


def named_part(discourse: Discourse, first: int, end: int) -> Referent:
    """Return a part that is told apart from its whole: "Velta's wind farms", "[its] lamp unit"."""
    words = " ".join(discourse.reading.document.quote(first, end).split())
    return Referent(words, slug(words), "phrase", first, end, is_part=True)


def is_only_place(lower: list[str], first: int, end: int, place: Name) -> bool:
    """Whether a phrase is a place and nothing else but its article."""
    return all(
        word in ARTICLES or not word.isalnum()
        for word in [*lower[first : place.first], *lower[place.last : end]]
    )


def _complement_end(discourse: Discourse, end: int, last: int) -> int:
    """Return where what tells a head apart ends: "price [for imported oil]", `end` itself without any."""
    document = discourse.reading.document
    lower = document.lower
    if end >= last or lower[end] not in COMPLEMENTS:
        return end
    stop = min(last, end + MAX_PHRASE)
    for index in range(end + 1, stop):
        if lower[index] in RELATORS or is_mark(document, index):
            stop = index
            break
    if lower[end] == "in" and lower[stop - 1] not in SECTORS:
        # Where something is tells nothing apart.
        return end
    timed = lower[end] != "of" and (lower[stop - 1] in TIME_WORDS or lower[stop - 1] in NO_COMPLEMENTS)
    return end if timed else stop


def is_index_of(lower: list[str], end: int) -> bool:
    """Whether a phrase is an index of what is measured: "the producer price index", no "share index"."""
    return lower[end - 1] == "index" and lower[end - 2] in INDEXED


def noun_phrase(discourse: Discourse, first: int, end: int, last: int, measured: bool) -> Referent | None:
    """Return a phrase whose head is ``[first, end)`` as it stands; None where it says nothing.

    `measured`: its head is a measure, so that it may belong to somebody named elsewhere.
    """
    document = discourse.reading.document
    lower = document.lower
    while first < end and (lower[first] in ARTICLES or lower[first] in POSSESSIVES):
        first += 1
    if first >= end:
        return None
    telling = [
        w
        for w in lower[first:end]
        if w.isalpha() and w not in MODIFIERS and w not in MEASURES and w not in ("and", "or")
    ]
    if end - first > 1 and ("population" in lower[first:end] or is_index_of(lower, end)):
        telling = telling or [lower[end - 1]]
    if end - first == 1 and lower[first].endswith("ing") and end < last and lower[end] in RELATORS:
        # "compensating for weak sales": nothing but a doing.
        return None
    if all(word in RELATORS or word in ARTICLES or not word.isalpha() for word in lower[first:end]):
        return None
    bare = not telling and not any(name.type == "place" for name in discourse.names_in(first, end))
    if bare and not measured:
        return None
    if lower[end - 1] in PREDICATIVES or lower[end - 1] in UNIT_NOUNS:
        return None
    if end - first > 2 and lower[end - 2] == "-" and lower[end - 1].endswith("ing"):
        # "a record-breaking 3 percent"
        return None
    stop = _complement_end(discourse, end, last)
    if end - first == 1 and stop == end and not measured and first and lower[first - 1] in POINTING:
        fuller = fuller_phrase(discourse, first)
        if fuller is not None:
            return fuller
    first = max(first, end - MAX_PHRASE - 2 * lower[first:end].count("-"))
    words = " ".join(document.quote(first, stop).split())
    macro = lower[end - 1] in MACRO or any(word in ("market", "industry", "sector") for word in telling)
    owned = not (telling and lower[end - 1] in TRADED and WORLDWIDE.intersection(lower[first:end]))
    weak = bare or (
        measured
        and owned
        and not (macro and telling and not any(word in COMPANY_PRICES for word in lower[first:end]))
    )
    rated = lower[end - 1] in ("rate", "rates") and end - first > 1
    if lower[end - 1 - rated] in OF_ECONOMIES:
        # "the unemployment rate": a country's, whomever the article is about.
        bare = weak = False
    return Referent(words, slug(words) or words, "phrase", first, stop, is_weak=weak, is_bare=bare)
