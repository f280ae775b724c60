"""Texts with marked figures: "It sold [5,000|count] boats" has one count, of 5,000."""

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal

from flows.extraction.figure import Draft
from flows.extraction.text.document import Document, tokenise

MARK = re.compile(r"\[([^|\]]+)\|(\w+)\]")


def read_marked(marked: str, unit: str | None = None) -> tuple[Document, list[Draft]]:
    """Return the text without its marks, and the marked figures: their value, and the kind after the bar."""
    spans, text, position = [], "", 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[1], match[2]))
        text += match[1]
        position = match.end()
    document = tokenise(text + marked[position:])
    drafts = []
    for start, end, quote, kind in spans:
        first = bisect_right(document.starts, start) - 1
        last = bisect_left(document.starts, end)
        value = Decimal(re.sub(r"[^\d.]", "", quote).strip(".") or "0")
        drafts.append(
            Draft(first, last, start, end, document.sentence_at(first), value, kind=kind, unit=unit)
        )
    return document, drafts
