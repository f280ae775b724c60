"""Whose a figure is of several that are told together: "Acme and Hart rose 3 and 4 percent, respectively"."""

from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Name
from flows.extraction.subjects.discourse import Discourse, Referent, referent_of
from flows.extraction.text.document import Document
from flows.extraction.text.verb_words import PRESENT_S

EACH: Final = frozenset(("respectively", "respective"))
# What stands between the members of a list, and with a number of one.
_JOINING: Final = frozenset(", and & or".split())
_BESIDE: Final = frozenset("the about around nearly almost some over more than just $ £ € a by to".split())
# Behind these a list of places says where, one of names who tells.
_APART: Final = frozenset("in to from by against with than across between".split())
_EXAMPLES: Final = frozenset(("like", "as"))


def each_of(discourse: Discourse, draft: Draft) -> Referent | None:
    """Return which one of as many names has a figure of a list."""
    document = discourse.reading.document
    if EACH.isdisjoint(document.vocabulary_of(draft.sentence)):
        return None
    first, last = document.sentences[draft.sentence]
    listed = _listed(document, [d for d in discourse.reading.drafts if first <= d.first < last], draft)
    if len(listed) < 2:
        return None
    lists = [one for one in _names(document, discourse.names_in(first, last)) if len(one) == len(listed)]
    before = [one for one in lists if one[-1].last <= listed[0].first]
    behind = [one for one in lists if one[0].first >= listed[-1].last]
    if before:
        names = before[-1]
    elif behind and not EACH.isdisjoint(document.lower[listed[-1].last : behind[0][0].first]):
        names = behind[0]
    else:
        return None
    opener = document.lower[names[0].first - (2 if document.lower[names[0].first - 1] == "the" else 1)]
    if names[0].first > first and opener in _APART:
        return None
    if names[-1].type == "place":
        # "Markets like Norway and Peru, where sales rose", "Norwegian and Peruvian banks"
        after = document.lower[names[-1].last]
        if opener in _EXAMPLES or (after.endswith("s") and after not in PRESENT_S):
            return None
    return referent_of(names[listed.index(draft)])


def _listed(document: Document, drafts: list[Draft], draft: Draft) -> list[Draft]:
    """Return the figures that a list joins to `draft`."""
    run: list[Draft] = []
    for one in drafts:
        between = document.lower[run[-1].last : one.first] if run else []
        if run and not _joins(between):
            if draft in run:
                return run
            run = []
        run.append(one)
    return run if draft in run else []


def _names(document: Document, names: list[Name]) -> list[list[Name]]:
    """Return the lists of names of a sentence."""
    lists = [[name] for name in names[:1]]
    for one, other in pairwise(names):
        if _joins(_outside(document.lower[one.last : other.first])):
            lists[-1].append(other)
        else:
            lists.append([other])
    return lists


def _joins(words: list[str]) -> bool:
    return not _JOINING.isdisjoint(words) and all(word in _JOINING or word in _BESIDE for word in words)


def _outside(words: list[str]) -> list[str]:
    """Return words without those in brackets: a firm's stock code."""
    if "(" not in words or ")" not in words:
        return words
    at, end = words.index("("), words.index(")")
    return words[:at] + words[end + 1 :] if at < end else words
