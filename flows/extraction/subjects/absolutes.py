"""Subjects that "with" brings in beside a clause: ", with Acme selling 40", ", with 3% of lamps broken"."""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.subjects.discourse import Discourse, Referent
from flows.extraction.subjects.referents import resolve
from flows.extraction.subjects.share_subjects import of_phrase
from flows.extraction.text.subject_phrases import is_mark
from flows.extraction.text.subject_words import SHARES
from flows.extraction.text.verb_groups import NOUNS_IN_ING
from flows.extraction.text.verb_words import PREPOSITIONS

# Before "with" that belongs to its verb.
BOUND: Final = frozenset("compared along together up down associated filled met dealing".split())
# Between the noun that "with" brings in and its figure, beside a participle.
LINKS: Final = frozenset("at up down on having off".split())
MAX_BACK: Final = 14


def brought_in(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return the subject of a figure inside of what "with" brings in, None elsewhere."""
    document = discourse.reading.document
    lower = document.lower
    begin = max(document.sentences[draft.sentence][0], draft.first - MAX_BACK)
    if "with" not in lower[begin : draft.first]:
        return None
    verb = 0
    for index in range(draft.first - 1, begin, -1):
        word = lower[index]
        if word == "with":
            if lower[index - 1] in BOUND:
                return None
            if verb:
                found = _named(resolve(discourse, index + 1, verb))
                # "Leaf sales rose, with Norway at 40": where, and of what was said before.
                return None if found is not None and found.type == "place" else found
            if draft.kind in SHARES and lower[draft.last : draft.last + 1] == ["of"]:
                return _named(of_phrase(discourse, draft))
            return None
        if word == "," and verb == index + 1 and lower[verb] == "at":
            # "with Acme, at 114, reporting"
            continue
        if is_mark(document, index) or word[0].isdigit():
            return None
        participle = (
            word.endswith("ing") and word not in NOUNS_IN_ING and lower[index - 1] not in PREPOSITIONS
        )
        if word in LINKS or participle:
            verb = index
    return None


def _named(found: Referent | None) -> Referent | None:
    return None if found is None or found.is_bare or found.is_weak else found
