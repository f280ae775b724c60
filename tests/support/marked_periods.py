"""Periods of figures that are marked in a text: [digits|kind]."""

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal

from flows.extraction.dates.dates import find_dates
from flows.extraction.figure import Draft, Name
from flows.extraction.periods.periods import assign_periods
from flows.extraction.reading import Reading
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")
DAY = "2016-09-15"


def read(marked: str, published: str | None = DAY, title: str | None = None) -> list[Draft]:
    spans, text, position = [], "", 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[1], match[2]))
        text += match[1]
        position = match.end()
    text += marked[position:]
    document = tokenise(text)
    drafts = []
    for start, end, quote, kind in spans:
        first = bisect_right(document.starts, start) - 1
        digits = re.sub(r"[^\d.]", "", quote).strip(".") or "0"
        drafts.append(
            Draft(
                first,
                bisect_left(document.starts, end),
                start,
                end,
                document.sentence_at(first),
                Decimal(digits),
                kind=kind,
            )
        )
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
