"""Where clauses end within a sentence: at semicolons and colons, and at commas that begin a new statement."""

from typing import Final

from flows.extraction.text.document import Document
from flows.extraction.text.period_words import BREAKS, CLAUSE_WORDS, FUTURE_VERBS, PAST, PERFECT, PRESENT
from flows.extraction.text.word_classes import WordClass

VERBS: Final = PAST | PRESENT | PERFECT | FUTURE_VERBS
MARKS: Final = BREAKS | {",", "(", ")"}
MAY_BREAK: Final = WordClass(lambda _: MARKS)
VERB_REACH: Final = 7


def clause_breaks(document: Document, first: int, last: int) -> list[int]:
    """Return the tokens of the sentence ``[first, last)`` at which a clause ends, in order; read once.

    Brackets end no clause, nor does what stands in them; "and" after a comma does only where a verb
    follows soon, so that it joins statements and not the items of a list.
    """
    known = document.breaks.get(first)
    if known is not None:
        return known
    breaks: list[int] = []
    depth = 0
    lower = document.lower
    for index in MAY_BREAK.tokens_in(document, first, last):
        word = lower[index]
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        elif word == ",":
            after = lower[index + 1] if index + 1 < last else ""
            if after in CLAUSE_WORDS and (after != "and" or _has_verb(lower, index + 2, last)):
                breaks.append(index)
        elif depth == 0:
            breaks.append(index)
    document.breaks[first] = breaks
    return breaks


def is_verb(word: str) -> bool:
    """Whether a word is a verb of reports, or ends as one."""
    return word in VERBS or (word.endswith("ed") and len(word) > 4)


def _has_verb(lower: list[str], first: int, last: int) -> bool:
    words = lower[first : min(last, first + VERB_REACH)]
    return any(is_verb(word) for word in words)
