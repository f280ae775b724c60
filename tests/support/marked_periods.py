"""Periods of figures that are marked in a text: [digits|kind]."""

from marked_figures import read_marked

from flows.extraction.dates.dates import find_dates
from flows.extraction.figure import Draft, Name
from flows.extraction.periods.periods import assign_periods
from flows.extraction.reading import Reading
from schemas.reference import load_reference

DAY = "2016-09-15"


def read(marked: str, published: str | None = DAY, title: str | None = None) -> list[Draft]:
    document, drafts = read_marked(marked)
    reading = Reading(document, title, published, load_reference())
    reading.drafts = drafts
    reading.dates = find_dates(document, published)
    if "Acme" in document.words:
        at = document.words.index("Acme")
        reading.names = [Name(at, at + 1, "Acme", "acme", None, "company")]
    assign_periods(reading)
    return reading.drafts


def periods(marked: str, published: str | None = DAY, title: str | None = None) -> list[str]:
    found = []
    for draft in read(marked, published, title):
        if draft.period_start is None and draft.period_end is None:
            found.append("-")
        elif draft.is_cumulative:
            found.append(f"../{draft.period_end}")
        else:
            found.append(f"{draft.period_start}/{draft.period_end}")
    return found
