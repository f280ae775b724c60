"""Whether the capital at the head of a sentence is (part of) a name: any word has one there."""

from typing import Final

from flows.extraction.names.entities import LEGAL_FORMS
from flows.extraction.names.name_runs import is_common
from flows.extraction.names.sole_names import TRADES, acts_as_name
from flows.extraction.names.territory_names import may_be_territory
from flows.extraction.text.document import Document
from flows.extraction.text.name_words import OF_HEADS, TITLES
from flows.extraction.text.noun_words import CLOSED
from flows.extraction.text.subject_words import ONLOOKERS, ROLES
from flows.extraction.text.verb_words import FINITE_AUXILIARIES, PAST, SAYING, is_adverb

# What follows a name that opens a sentence: the verb, the possessive, what is measured of it.
AFTER_NAMES: Final = frozenset(
    """
    's ’s ( , - and & also still now only has plans expects aims owns makes sells says sees reports
    shares stock sales profit profits revenue earnings officials executives itself alone <
    """.split()
)
# Openers that tell of a firm and are no part of its name.
NO_FIRMS: Final = frozenset(
    """rival rivals giant giants parent peer peers shares stocks yesterday today billionaire founder investor
    fellow former late earlier separately elsewhere meanwhile german french british american japanese
    chinese swiss dutch italian spanish swedish korean indian russian canadian australian brazilian""".split()
)
# Inside the name of a firm: "Shipping and Trading Bank of Hart Ltd".
JOINERS: Final = frozenset(("and", "of", "&"))
MAX_FIRM: Final = 9


def is_heading(document: Document, first: int, end: int, small_words: frozenset[str]) -> bool:
    """Whether a run is (part of) a cross heading in capitals: "SHARES SLIDE"."""
    if end - first < 2:
        return False
    words = document.words[first:end]
    return all(word.isupper() for word in words if word.isalpha()) and any(
        len(word) > 1 and is_common(small_words, word.lower()) for word in words
    )


def may_open(
    document: Document,
    index: int,
    last: int,
    small_words: frozenset[str],
    known: tuple[int, str] | None,
) -> bool:
    """Whether the capitalised opener of a sentence is (part of) a name and not just any word."""
    word, lower = document.words[index], document.lower
    if known and (known[0] > index + 1 or not is_common(small_words, lower[index])):
        return True
    if word[1:] != lower[index][1:]:
        # Capitals inside: "IBM", "iPhone", "GlaxoSmithKline"; not a heading in capitals.
        return not is_common(small_words, lower[index])
    follows = index + 1 < last and document.words[index + 1] != lower[index + 1]
    if follows and lower[index] in TITLES:
        return True
    if follows and (lower[index] in TRADES or _is_trade(lower[index])):
        # "Carmaker Velta sold", "Homebuilder Velta": the name is what follows.
        return False
    if lower[index] in OF_HEADS and index + 2 < last and lower[index + 1] == "of":
        return document.words[index + 2] != lower[index + 2]
    if is_common(small_words, lower[index]):
        return (follows or lower[index + 1 : index + 2] == ["and"]) and _is_firm(document, index, last)
    if follows:
        return True
    after = lower[index + 1] if index + 1 < last else ""
    second = document.words[index + 2] if after == "-" and index + 2 < last else ""
    if second[:1].isupper() and second[1:2].islower() and lower[index].endswith("ing"):
        # "Harling-Velta said": no participle.
        return True
    return (
        after in AFTER_NAMES
        or acts_as_name(document, index)
        or may_be_territory(document, index)
        or after in FINITE_AUXILIARIES
        or after in PAST
        or after in SAYING
        or after.endswith("ed")
    ) and not lower[index].endswith(("ing", "ly", "ed", "ions", "ers", "ments"))


def _is_trade(word: str) -> bool:
    """Whether a word tells what a business does, before its name: "jeweller", "publisher", "homebuilder"."""
    return (word in ROLES and word.endswith(("er", "or"))) or word.endswith(
        ("maker", "builder", "seller", "weller")
    )


def _is_firm(document: Document, index: int, last: int) -> bool:
    """Whether a common word opens the name of a firm: "Office Depot Inc", "Fifth Third Bancorp (FITB.O)"."""
    lower = document.lower
    if (
        lower[index] in CLOSED
        or (lower[index] in ONLOOKERS and lower[index + 1] not in LEGAL_FORMS)
        or lower[index] in NO_FIRMS
        or is_adverb(lower[index])
    ):
        return False
    end = index + 1
    while end < min(last, index + MAX_FIRM) and (
        document.words[end][0].isupper()
        or (lower[end] in JOINERS and end + 1 < len(lower) and document.words[end + 1][0].isupper())
    ):
        if lower[end] in LEGAL_FORMS:
            return True
        end += 1
    return end > index + 1 and lower[end : end + 1] == ["("] and "." in lower[end + 1 : end + 5]
