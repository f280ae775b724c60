"""The fiscal year of a government that an article speaks of, where its text need not tell when it ends."""

from typing import Final

from flows.extraction.dates.date_words import bag
from flows.extraction.text.document import Document

SEPTEMBER: Final = 8
# Who spends by the fiscal year of the United States, and who may where the country is named.
FEDERAL: Final = bag("pentagon usda nasa medicare medicaid congressional")
PUBLIC: Final = bag("congress senate administration federal department")
COUNTRY: Final = bag("u.s. u.s washington american")
# A company's fiscal year is its own.
RESULTS: Final = bag("profit profits loss earnings income revenue revenues results")
OPENING: Final = 3


def budget_end_of(document: Document) -> int | None:
    """Return the last month (0 to 11) of the fiscal year of the government whose money a text is about."""
    words = document.vocabulary()
    if FEDERAL.isdisjoint(words) and (PUBLIC.isdisjoint(words) or COUNTRY.isdisjoint(words)):
        return None
    opening = document.sentences[min(OPENING, len(document.sentences)) - 1][1]
    return SEPTEMBER if RESULTS.isdisjoint(document.lower[:opening]) else None
