"""Who wrote a text: "(Reporting by Jane Roe in Oslo)" tells nothing of what it is about."""

from typing import Final

from flows.extraction.text.document import Document

WORK: Final = frozenset("reporting polling editing writing compiled compiling translated".split())
# Tokens from a bracket to "by": "(Additional reporting by".
OPENING: Final = 4
LONGEST: Final = 80


def credit_tokens(document: Document) -> frozenset[int]:
    """Return the tokens of the brackets that name who wrote, edited or polled."""
    lower = document.lower
    if WORK.isdisjoint(document.vocabulary()):
        return frozenset()
    found: set[int] = set()
    for first, word in enumerate(lower):
        if word == "(" and "by" in lower[first + 2 : first + OPENING]:
            by = lower.index("by", first + 2)
            if lower[by - 1] in WORK:
                limit = min(len(lower), first + LONGEST)
                found.update(range(first, next((i for i in range(by, limit) if lower[i] == ")"), limit)))
    return frozenset(found)
