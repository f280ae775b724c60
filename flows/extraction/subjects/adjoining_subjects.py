"""Subjects that adjoin their figure: who has it, before it, and what its change is of, behind it."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse, Referent
from flows.extraction.subjects.referents import resolve
from flows.extraction.text.clauses import Clause
from flows.extraction.text.subject_phrases import TIME_WORDS, is_mark
from flows.extraction.text.subject_words import CHANGES, PHRASE_ENDS, RELATORS
from flows.extraction.text.verb_words import DETERMINERS, PREPOSITIONS, SUBORDINATORS, is_adverb

# A change behind one of these is no doing of the clause's subject.
BESIDE_CHANGES: Final = frozenset(
    """despite by to with after against amid than forecast forecasts underperforming outperforming
    underperformed outperformed beating lagging outpacing outstripping trailing exceeding topping""".split()
)
NO_OWNERS: Final = TIME_WORDS | {"world", "globe"}
MADE: Final = frozenset(("product", "brand"))
MAX_NARROWING: Final = 3
MAX_CHANGED: Final = 9


def possessor(discourse: Discourse, draft: Draft, clause: Clause) -> Referent | None:
    """Return who has a figure that stands right behind: "Norway's 3 million tonnes", "Hart's five models".

    Not where what is had is named itself: "Hart's 50,000th Leaf".
    """
    document = discourse.reading.document
    lower = document.lower
    last = draft.first - 1
    if last <= clause.first or lower[last] not in ("'s", "’s") or lower[last - 1] in NO_OWNERS:
        return None
    if any(name.type in MADE for name in discourse.names_in(draft.last, draft.last + 2)):
        return None
    floor = clause.first
    if clause.verb is not None and clause.verb < last:
        floor = clause.verb + 1
    first = last - 1
    while first > floor and not (
        is_mark(document, first - 1) or lower[first - 1][:1].isdigit() or lower[first - 1] in PREPOSITIONS
    ):
        first -= 1
    return resolve(discourse, first, last) if first < last else None


def changed(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return what a change behind its figure is a change of: "despite a 5 percent fall in the price of tin".

    A change that somebody reports or sees is his, unless its noun is named.
    """
    document = discourse.reading.document
    lower = document.lower
    last = document.sentences[draft.sentence][1]
    at = draft.last
    while at < last and at - draft.last < MAX_NARROWING and lower[at] not in CHANGES:
        if not lower[at].isalpha() or lower[at] in RELATORS:
            return None
        at += 1
    if at + 2 >= last or lower[at] not in CHANGES or lower[at + 1] not in ("in", "of"):
        return None
    if lower[at + 2] in TIME_WORDS - {"the", "a"}:
        return None
    end = at + 2
    while end < last and end - at < MAX_CHANGED and not is_mark(document, end):
        inside = lower[end] == "of" or (lower[end] == "and" and discourse.names_in(at, end + 2))
        if not inside and (
            lower[end] in PHRASE_ENDS or lower[end] in RELATORS or lower[end] in SUBORDINATORS
        ):
            break
        if lower[end][:1].isdigit() and not discourse.begins_name(end):
            break
        end += 1
    found = resolve(discourse, at + 2, end) if end > at + 2 else None
    if found is None or found.is_bare or found.type in ("place", "person"):
        return None
    before = draft.first - 1
    while before > 0 and (lower[before] in DETERMINERS or is_adverb(lower[before])):
        before -= 1
    return found if found.type != "phrase" or lower[before] in BESIDE_CHANGES else None
