"""The words of a level that say something: by them two sentences are known to tell of one thing."""

from typing import Final

from flows.extraction.claims.earlier_levels import words_of
from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft
from flows.extraction.text.noun_words import CLOSED, VERBS

STEM: Final = 5  # letters by which two words are one
_EMPTY: Final = (
    CLOSED | VERBS | frozenset("million billion trillion percent there other total still since".split())
)


def stems(standing: Standing, draft: Draft) -> set[str]:
    """Return how the words of a figure's clause begin, without those that any clause may have."""
    return {
        word[:STEM]
        for word in words_of(standing, draft)
        if len(word) >= STEM and word.isalpha() and word not in _EMPTY
    }
