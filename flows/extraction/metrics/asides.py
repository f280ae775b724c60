"""What is inserted between a subject and its verb: "profit, [excluding gains on mills], fell 3 percent".

A comma or a dash right before a verb closes what was inserted behind the subject. What an insertion speaks of
is no level of the numbers behind that verb: they are of the subject.
"""

from typing import Final

from flows.extraction.text.change_words import CHANGE_VERBS
from flows.extraction.text.document import Document
from flows.extraction.text.level_words import MODALS, RELATIVE_WORDS
from flows.extraction.text.noun_phrases import COPULAS
from flows.extraction.text.verb_words import is_adverb

Aside = tuple[int, int]

_COMMAS: Final = (",",)
_MARKS: Final = (",", "--", "—", "–", "-")
_DASHES: Final = frozenset(_MARKS[1:])
# Verbs that go on with what was said before an insertion.
_RESUMING: Final = frozenset(
    word
    for word in (*CHANGE_VERBS, *COPULAS, *MODALS, "has", "have", "had")
    if not word.endswith("ing") and word not in ("at", "be", "been", "seen", "to", "not")
)
# These open an insertion that may have commas and verbs of its own.
_OPENING: Final = RELATIVE_WORDS - {"that"} | {"whose", "where", "including", "excluding"}
_JOINING: Final = frozenset("and or but while as although though when because if after".split())
_MAX_WORDS: Final = 40


def asides(document: Document, first: int, last: int) -> tuple[Aside, ...]:
    """Return the insertions of a sentence, from their opening mark to the verb behind them, in order.

    >>> from flows.extraction.text.document import tokenise
    >>> asides(tokenise("profit, excluding gains on mills, fell 3 percent"), 0, 10)
    ((1, 7),)
    >>> asides(tokenise("in May, sales rose 3 percent, profits fell"), 0, 10)
    ()
    """
    words = document.lower[first:last]
    has_commas, has_dashes = words.count(",") > 1, not _DASHES.isdisjoint(words)
    if not (has_commas or has_dashes):
        return ()
    found: list[Aside] = []
    for mark in _MARKS if has_dashes else _COMMAS:
        if words.count(mark) < 2:
            continue
        marks = [index for index, word in enumerate(words, first) if word == mark]
        if mark == "-":
            marks = [index for index in marks if not document.joined(index)]
        for position in range(1, len(marks)):
            verb = _verb_behind(document.lower, marks[position], last)
            if not verb:
                continue
            opening = _opening(document.lower, marks, position, first)
            if opening is not None and not any(begin <= opening < end for begin, end in found):
                found.append((opening, verb))
    return tuple(sorted(found))


def _verb_behind(lower: list[str], mark: int, last: int) -> int:
    """Return the verb that stands right behind a mark, adverbs apart; 0 where none does."""
    index = mark + 1
    while index < last - 1 and index < mark + 3 and is_adverb(lower[index]):
        index += 1
    return index if index < last and lower[index] in _RESUMING else 0


def _opening(lower: list[str], marks: list[int], position: int, first: int) -> int | None:
    """Return the mark that opens what the mark at `position` closes, None where nothing is inserted."""
    close = marks[position]
    nearest = marks[position - 1]
    if lower[close] != ",":
        return nearest if close - nearest <= _MAX_WORDS else None
    widest = None
    for mark in reversed(marks[:position]):
        if close - mark > _MAX_WORDS or mark == first or lower[mark + 1] in _RESUMING:
            break
        if lower[mark + 1] in _OPENING or lower[mark + 2] in _OPENING:
            # ", which owns mills, ports and ships,", ", most of which are empty,"
            widest = mark
    if widest is not None:
        return widest
    inside = lower[nearest + 1 : close]
    if (
        nearest == first
        or close - nearest < 2
        or inside[0] in _JOINING
        or (
            any(word in _RESUMING for word in inside[1:])
            and _OPENING.isdisjoint(inside)
            and "that" not in inside
            and "how" not in inside
        )
    ):
        return None
    return nearest
