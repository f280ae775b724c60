"""The fullest words that an article has for what it then only points at: "the outbreak", of cholera.

As a short name stands for the full one, a noun alone behind "the" stands for what was said with it before.
"""

from typing import Final

from flows.extraction.names.entities import slug
from flows.extraction.subjects.discourse import Discourse, Referent, referent_of
from flows.extraction.text.name_words import CALENDAR
from flows.extraction.text.noun_phrases import COPULAS, FUNCTION_WORDS, VERBS
from flows.extraction.text.subject_words import MEASURES, MODIFIERS, PREDICATIVES, UNIT_NOUNS
from flows.extraction.text.verb_words import AUXILIARIES, PAST, SAYING, is_adverb

POINTING: Final = frozenset("the this that these those".split())
# What is no part of a name for something.
NO_PART: Final = (
    FUNCTION_WORDS | VERBS | COPULAS | PAST | AUXILIARIES | SAYING | CALENDAR | PREDICATIVES | UNIT_NOUNS
)
# Said of a thing among others, never part of what it is called.
NOT_TELLING: Final = frozenset(
    "rival other old new similar possible big biggest huge major main controversial proposed".split()
)
MAX_BEFORE: Final = 4


def fuller_phrase(discourse: Discourse, head: int) -> Referent | None:
    """Return the first phrase before token `head` that has its noun and says more of it."""
    lower = discourse.reading.document.lower
    word = lower[head]
    # Sought once in the text, however often the noun comes again.
    at, found = discourse.found_fuller.get(word, (-1, None))
    while found is None:
        try:
            at = lower.index(word, at + 1, max(head, at + 1))
        except ValueError:
            break
        found = _told_at(discourse, word, at)
    discourse.found_fuller[word] = (at, found)
    return found if at < head else None


def _told_at(discourse: Discourse, word: str, at: int) -> Referent | None:
    """Return what the phrase that ends with the noun at `at` says more of it, if it does."""
    document = discourse.reading.document
    lower = document.lower
    if _goes_on(lower, at + 1):
        return None
    first = at
    while first > 0 and at - first < MAX_BEFORE and _is_part(lower, first - 1):
        first -= 1
    while lower[first] == "-" or lower[first] in NOT_TELLING:
        first += 1
    if first >= at or all(w in MODIFIERS or w in MEASURES or w == "-" for w in lower[first:at]):
        return None
    name = next((name for name in discourse.names_in(first, at + 1) if name.last == at + 1), None)
    if name is None:
        words = " ".join(document.quote(first, at + 1).split())
        return Referent(words, slug(words) or words, "phrase", first, at + 1)
    if name.type != "place" and not word.endswith("s"):
        return referent_of(name)
    return None


def _goes_on(lower: list[str], after: int) -> bool:
    """Whether the word before `after` is no head: another noun follows."""
    word = lower[after]
    return (word[0].isalpha() and word not in NO_PART and not word.endswith(("ed", "ing", "ly"))) or word in (
        "-",
        "'s",
        "’s",
    )


def _is_part(lower: list[str], index: int) -> bool:
    word = lower[index]
    if word == "-":
        return index > 0 and lower[index - 1].isalpha() and lower[index - 1] not in NO_PART
    return word[0].isalpha() and word not in NO_PART and not is_adverb(word)
