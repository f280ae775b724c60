"""What words name, so that a claim and the levels that it is of know each other: "exports", "exported"."""

import re
from collections.abc import Iterable
from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.noun_words import CLOSED, VERBS

_LETTERS: Final = 3  # shorter words name nothing
_STEM: Final = 6  # letters that tell a word from others
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ings?|ies|e[sd]?|s|y)$")
_NO_NAMES: Final = (
    CLOSED
    | VERBS
    | CALENDAR
    | frozenset(
        """year years month months week weeks percent number figure total amount first people unit units time
        times change share value million billion according while them being half those these with""".split()
    )
)


def names_in(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of those of some words, in lower case, that may name something."""
    return frozenset(
        _ENDING.sub("", word)[:_STEM]
        for word in words
        if len(word) >= _LETTERS and word.isalpha() and word not in _NO_NAMES
    )


def names_of(level: Draft) -> frozenset[str]:
    """Return the stems of what a level counts and measures."""
    return names_in(f"{level.unit or ''} {level.metric or ''}".lower().split())
