"""Whether an article is about a company, whose money has no place, and where it builds or digs."""

import re
from typing import Final

from flows.extraction.dates.date_words import bag
from flows.extraction.figure import Name
from flows.extraction.periods.opening_periods import title_of
from flows.extraction.places.place_mentions import Group
from flows.extraction.places.place_names import is_body
from flows.extraction.places.place_words import AGENCIES, ARTICLES, STUDIES
from flows.extraction.reading import Reading
from flows.extraction.text.document import Document

# "CORRECTED - UPDATE 2-Gull profit falls"
LABEL: Final = re.compile(
    r"^(?:(?:corrected|correction|update|wrapup|factbox|timeline|exclusive)[ \d]*[-:] *)+", re.I
)
# Tokens of the first sentence, with its dateline, in which its subject stands.
SUBJECT_REACH: Final = 16
STUDY_REACH: Final = 3
# Types of names that may be a company's whose words do not tell: "airline Gull", "Adam Gull Ltd <GULL>".
NAMELESS: Final = frozenset((None, "person", "brand"))
RESULTS: Final = bag("profit profits earnings net loss losses results revenue revenues quarterly eps pretax")
SITES: Final = bag(
    """mine mines deposit deposits well wells field fields project projects block blocks refinery refineries
    smelter mill reactor reactors plant plants factory factories site sites acreage asset assets prospect
    prospects concession concessions licence license discovery find pipeline basin quarry dam center centre
    battery farm"""
)
FIRMS: Final = bag(
    """carmaker automaker retailer airline lender insurer chipmaker drugmaker planemaker steelmaker brewer
    miner broadcaster supermarket grocer company firm manufacturer carrier startup giant group maker"""
)


def is_about_company(reading: Reading) -> bool:
    """Whether the title opens with a company or the first sentence has one as its subject.

    A country's own lender or post is none: what is of it is of the country.
    """
    document, title = reading.document, LABEL.sub("", reading.title or "")
    limit = document.sentences[0][0] + SUBJECT_REACH if document.sentences else 0
    # "A Gull poll": who asked is not what the article is about.
    is_study = not STUDIES.isdisjoint(title.lower().split()[: STUDY_REACH + 1])
    public = {name.last for name in reading.names if is_body(reading.reference, name.name)}
    return _has_stock_code(document, limit, public) or any(
        _is_company(document, name)
        and name.last not in public
        and (
            (name.first < limit and STUDIES.isdisjoint(document.lower[name.last : name.last + STUDY_REACH]))
            or (not is_study and _opens_title(title, name))
        )
        for name in reading.names
    )


def _opens_title(title: str, name: Name) -> bool:
    """Whether a title opens with a name that does not only say something: "Gull: boat use falls"."""
    opener = next((own for own in (name.own, name.name) if own and title.startswith(own)), None)
    return opener is not None and not title.startswith(":", len(opener))


def is_about_results(reading: Reading) -> bool:
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
    if name.first and (lower[name.first - 1] in FIRMS or lower[name.first - 1] == "<"):
        # Some old wire copy has unlisted firms in brackets: "<Gull Sea>".
        return True
    words = document.words
    # "Gull Industries GULL.L", with the code as part of the name or behind it
    for dot in (last, last + 1):
        if dot + 1 < len(words) and words[dot] == "." and document.joined(dot) and document.joined(dot + 1):
            return words[dot - 1].isupper() or words[dot - 1].isdecimal()
    return lower[last : last + 1] == ["<"]


def _has_stock_code(document: Document, limit: int, public: set[int]) -> bool:
    """Whether a stock code stands in brackets before `limit`, behind no body: "Gull Inc ( GULL.N )"."""
    words = document.words
    return any(
        words[index] == "("
        and words[index + 2] == "."
        and words[index + 1].isupper()
        and document.joined(index + 2)
        and index not in public
        for index in range(min(limit, len(words) - 4))
    )


def site_of(document: Document, groups: list[Group]) -> Group | None:
    """Return where the mine, plant or well of the first sentence is: "its gold deposit in Norway"."""
    end = document.sentences[0][1] if document.sentences else 0
    for group in groups:
        if group.first >= end:
            break
        at = group.first - 1
        while at > 0 and document.lower[at] in ARTICLES:
            at -= 1
        if group.form == "in" and at > 0 and document.lower[at] == "in" and document.lower[at - 1] in SITES:
            return group
    return None
