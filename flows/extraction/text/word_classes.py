"""Which words of a text may begin something: asked once a word, not once a word and rule.

Most of a text's words begin nothing. A rule that begins at words of one class ("words that begin a date")
declares the class; a text then has one byte a token, whose bits are the classes of its word, and a class's
words are found in it without looking at the others.
"""

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import Final

from flows.extraction.text.document import Document
from schemas.reference import Reference

# The words of a class, in lower case, by the tables where they list some.
Listed = Callable[[Reference | None], Collection[str]]
# Whether a word that is not listed, in lower case and as written, is of a class by its letters.
Test = Callable[[str, str], bool]
# A byte holds so many bits.
MOST_CLASSES: Final = 8
# A day's news has as many different words; then the table begins anew.
MOST_WORDS: Final = 1 << 15
_CLASSES: Final[list[tuple[Listed, Test | None]]] = []


class WordClass:
    """A class of words at which a rule begins."""

    def __init__(self, listed: Listed, test: Test | None = None) -> None:
        if len(_CLASSES) >= MOST_CLASSES:
            raise ValueError(
                f"more than {MOST_CLASSES} classes of words: widen the marks or join two classes"
            )
        self._bit = 1 << len(_CLASSES)
        _CLASSES.append((listed, test))

    def tokens(self, document: Document, reference: Reference | None = None) -> list[int]:
        """Return the tokens of `document` whose words are of the class; `reference` as the class needs it."""
        return self._among(marks_of(document, reference), 0, len(document.words))

    def tokens_in(self, document: Document, first: int, last: int) -> list[int]:
        """Return the tokens of ``[first, last)`` whose words are of a class that needs no tables."""
        return self._among(marks_of(document, None), first, last)

    def _among(self, marks: bytes, first: int, last: int) -> list[int]:
        bit = self._bit
        return [token for token in range(first, last) if marks[token] & bit]


def marks_of(document: Document, reference: Reference | None) -> bytes:
    """Return one byte for each token of `document`: the classes of its word.

    A text is marked once, by the first who asks; again only if that was without the tables.
    """
    if document.marked_by is None or (reference is not None and document.marked_by is not reference):
        marks: list[int | None] = list(map(_known(reference, len(_CLASSES)).get, document.words))
        if None in marks:
            _learn(document, reference, marks)
        document.marks = bytes(marks)  # type: ignore[arg-type]
        document.marked_by = reference
    return document.marks


@lru_cache(maxsize=8)
def _known(reference: Reference | None, classes: int) -> dict[str, int]:  # noqa: ARG001
    """Return the marks of the words seen with `reference`; `classes` changes while modules are imported."""
    return {}


@lru_cache(maxsize=8)
def _listed(reference: Reference | None, classes: int) -> dict[str, int]:  # noqa: ARG001
    """Return the classes that list a word, as bits."""
    bits: dict[str, int] = {}
    for number, (listed, _) in enumerate(_CLASSES):
        for word in listed(reference):
            bits[word] = bits.get(word, 0) | 1 << number
    return bits


def _learn(document: Document, reference: Reference | None, marks: list[int | None]) -> None:
    """Fill the marks of words not seen before; a text has dozens of them, so that this has to be quick."""
    known = _known(reference, len(_CLASSES))
    if len(known) > MOST_WORDS:
        known.clear()
    bits = _listed(reference, len(_CLASSES))
    tests = [(1 << number, test) for number, (_, test) in enumerate(_CLASSES) if test is not None]
    for index, mark in enumerate(marks):
        if mark is None:
            word, small = document.words[index], document.lower[index]
            found = bits.get(small, 0)
            for bit, test in tests:
                if test(small, word):
                    found |= bit
            marks[index] = known[word] = found
