"""What a relative pronoun or a participle goes back to: the phrase before it, or the name inside of it."""

from typing import TYPE_CHECKING, Final

from flows.extraction.text.document import Document
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.subject_phrases import Span
from flows.extraction.text.verb_words import COMMAS, PREPOSITIONS, SUBORDINATORS, is_adverb

if TYPE_CHECKING:
    from flows.extraction.text.clauses import Clause

# Persons, of whom nobody says "which".
PERSONAL: Final = frozenset(
    """executive chairman president head director manager founder spokesman spokeswoman analyst economist
    owner chief boss minister governor secretary""".split()
)
LINKS: Final = frozenset("of in at for".split())


def antecedent(document: Document, clause: "Clause", end: int) -> Span | None:
    """Return the phrase right before a relative pronoun at `end`."""
    first = clause.first if clause.verb is None or clause.verb >= end else clause.verb + 1
    if first >= end:
        return clause.subject
    span = phrase_before(document, clause, end)
    if span is None:
        return None
    if document.words[span[0]] in LINKS and span[1] - span[0] > 1 and document.lower[span[0] + 1] != "-":
        # "Velta is in the middle of a dispute that": what stands behind the prepositions.
        inner = (i for i in range(span[1] - 2, span[0], -1) if document.lower[i : i + 2] == ["of", "a"])
        span = next(inner, span[0]) + 1, span[1]
    if document.lower[end] == "who":
        return _named_before(document, clause, span)
    return _inner_name(document, span, end) if document.lower[end] == "which" else span


def _named_before(document: Document, clause: "Clause", span: Span) -> Span:
    """Return the person that an apposition tells of: "Jane Roe, chief executive of Velta, who saw"."""
    words, lower = document.words, document.lower
    last = span[0] - 1
    head = next((i for i in range(*span) if lower[i] in PREPOSITIONS), span[1])
    if last <= clause.first or lower[last] != "," or lower[head - 1] not in PERSONAL:
        return span
    first = last
    while first > clause.first and words[first - 1][0].isupper():
        first -= 1
    return (first, last) if last - first > 1 else span


def _inner_name(document: Document, span: Span, which: int) -> Span:
    """Return the name inside of a phrase that "which" takes up: "shareholders in Velta, which owns".

    What several have or a person is cannot be what one thing does.
    """
    words, lower = document.words, document.lower
    link = next((i for i in range(span[1] - 1, span[0], -1) if lower[i] in LINKS), 0)
    named = (link + 1, span[1])
    if not link or not all(w[0].isupper() or w in "()&.<>-" for w in words[named[0] : named[1]]):
        return span
    verb = which + 1
    while verb + 1 < len(lower) and is_adverb(lower[verb]):
        verb += 1
    several = lower[link - 1].endswith("s") and lower[verb].endswith("s") and not lower[verb].endswith("ss")
    return named if several or lower[link - 1] in PERSONAL else span


def _bracket_before(lower: list[str], first: int, close: int) -> int:
    """Return the token of the bracket that closes at `close`, or `first` where it does not open soon."""
    for index in range(close - 1, max(first, close - 10), -1):
        if lower[index] == "(":
            return index
    return first


def phrase_before(document: Document, clause: "Clause", end: int) -> Span | None:
    """Return the noun phrase that ends before token `end`, not reaching over the verb of `clause`."""
    lower = document.lower
    while end > clause.first and (
        lower[end - 1] in COMMAS
        or lower[end - 1] in CALENDAR
        or lower[end - 1] in ("on", "later", "last", "earlier")
    ):
        end -= 1
    first = clause.first if clause.verb is None or clause.verb >= end else clause.verb + 1
    if lower[end] == ")" and (opened := _bracket_before(lower, first, end)) > first:
        # "Toyota Motor Co (7203.T), whose sales": a code is not what follows.
        end = opened
    index = end
    while index > first and lower[index - 1] not in COMMAS:
        if lower[index - 1] in SUBORDINATORS and lower[index] != "-":
            # "and" before a hyphen is part of a word: "a two-and-a-half-year low".
            break
        if lower[index - 1] in PREPOSITIONS and lower[index - 1] not in ("of", "in", "for", "at"):
            break
        index -= 1
    return (index, end) if index < end else None
