"""Whether the words around a date speak of what is to come."""

from typing import Final

from flows.extraction.dates.date_words import FUTURE, bag
from flows.extraction.text.document import Document

# Right before a date these say when something was foretold: "as forecast in February".
# In lower case: "may" is none where it is the month.
MODALS: Final = frozenset(("will", "shall", "may"))
POSSIBLE: Final = frozenset(("may", "could", "might", "should"))
FORESEEING: Final = bag("expects projecting forecasting predicts anticipates")
EFFECTIVE: Final = bag("effective starting beginning")
TOLD: Final = bag("said posted reported")
REPORTS: Final = bag("report reports post announce")
FORETOLD: Final = bag("forecast forecasts expected predicted projected planned set plan plans estimates")
FORECASTS: Final = frozenset(("forecast", "forecasts", "estimates"))
# Behind these it only measures what came: "a better-than-expected rise in May".
BEFORE_THINGS: Final = frozenset(("for", "of", "on", "an", "the", "its", "their"))
YARDSTICKS: Final = frozenset(("-", "than", "as"))


def _foretells_nothing(lower: list[str], index: int) -> bool:
    """Whether "expected" is of what is out ("had expected") or a thing ("expected costs"), or "set" aside."""
    if lower[index - 1] == "had":
        return True
    if lower[index] == "set":
        return lower[index + 1] in ("aside", "up", "out")
    return lower[index].endswith("ed") and lower[index - 1] in BEFORE_THINGS and lower[index + 1] != "to"


def _is_for(document: Document, index: int) -> bool:
    """Whether "forecast" is a thing that is for a time: "its forecast for the year"."""
    return document.lower[index] in FORECASTS and document.words[index + 1] == "for"


def looks_ahead(document: Document, first: int, last: int) -> bool:
    """Whether the words around a date, within its sentence, speak of what is to come."""
    start, end = document.sentences[document.sentence_at(first)]
    lower = document.lower
    if lower[first - 1] in REPORTS or (first > 1 and lower[first - 2] in REPORTS):
        # What is still to be reported is over.
        return False
    if lower[first - 1] in EFFECTIVE or (first > 1 and lower[first - 2] in EFFECTIVE):
        return True
    for index in range(first - 1, max(start, first - 16) - 1, -1):
        word = lower[index]
        if word in FUTURE and not (
            (word in ("plan", "plans") and lower[index + 1] not in ("to", "for", "on"))
            or (
                word in FORETOLD
                and (
                    # "As forecast in February", not "its forecast for the year to February"
                    (index >= first - 3 and not _is_for(document, index))
                    or lower[index - 1] in YARDSTICKS
                    or lower[index + 1] == "-"
                    or _foretells_nothing(lower, index)
                )
            )
        ):
            return True
        if document.words[index] in POSSIBLE:
            return True
        if word in (";", ":") or word in TOLD:
            # What was expected before "said" is not what it said.
            break
    return not (MODALS | FORESEEING).isdisjoint(document.words[last : min(end, last + 6)])
