"""Shares that are told in words alone, of a whole that the text counts: "the vast majority of those sales".

They are no figures, since they have no number. What has the share is a name before a verb of sharing, or a
figure that the words stand beside; the whole is a figure behind "of", or the one that "those" refers to.
"""

from bisect import bisect_left
from functools import lru_cache
from typing import Final

from flows.extraction.figure import Bounds, Draft, WordedShare, first_of
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import may_be_part
from schemas.reference import Reference

# The verbs of one who has a share; of several ("make up") whose names stand before, each has less.
_WITH: Final = {
    "for": frozenset("accounts accounted".split()),
    "up": frozenset("makes made".split()),
}
_ALONE: Final = frozenset("represents represented constitutes constituted comprises comprised".split())
_STILL: Final = frozenset("still now also already alone currently again consistently long has had".split())
_JOINED: Final = frozenset("and or & with plus nor".split())
_DETERMINERS: Final = frozenset("a an the its their his her all of some".split())
_BACK: Final = frozenset("those these that this such".split())
_UNSURE: Final = frozenset(
    "not never no nor without if may might could would should will can expected likely less fewer".split()
)
_OPENING: Final = frozenset(", ( - – — or".split())
_CLOSING: Final = frozenset(", ) . ; - – — :".split())
_LEVELS: Final = frozenset(("count", "money", "measure", "ordinal_milestone"))
# Tokens from "of" to the noun that refers back, and sentences back to the figure that it refers to.
_NOUN_WITHIN: Final = 3
_BACK_WITHIN: Final = 1
# Tokens between a figure and the noun that it counts.
_COUNTED_WITHIN: Final = 5


def find_worded_shares(reading: Reading) -> list[WordedShare]:
    """Return the shares in words whose whole is a figure of the text, in text order."""
    phrases = _phrases(reading.reference)
    lower = reading.document.lower
    vocabulary = reading.document.vocabulary()
    if not reading.drafts:
        return []
    found: list[WordedShare] = []
    for word, known in phrases.items():
        if word not in vocabulary:
            continue
        # Sought, not looked for at every word: "most" stands in half of all texts.
        last = -1
        for _ in range(lower.count(word)):
            last = lower.index(word, last + 1)
            share = _told_at(reading, last, known)
            if share is not None:
                found.append(share)
    return sorted(found, key=_start)


def _told_at(reading: Reading, last: int, known: list[tuple[tuple[str, ...], Bounds]]) -> WordedShare | None:
    """Read the longest phrase that ends with token `last`."""
    for words, bounds in known:
        first = last + 1 - len(words)
        if first >= 0 and tuple(reading.document.lower[first : last + 1]) == words:
            named = _told_of_a_name(reading, first, last + 1, bounds)
            return named or _told_of_a_figure(reading, first, last + 1, bounds)
    return None


@lru_cache(maxsize=1)
def _phrases(reference: Reference) -> dict[str, list[tuple[tuple[str, ...], Bounds]]]:
    """Return the words for shares by their last one, the longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], Bounds]]] = {}
    for row in reference.rows("quantifiers"):
        words = tuple(row["phrase"].lower().split())
        bounds = (
            float(row["stated_low"]),
            float(row["stated_high"]),
            float(row["read_low"]),
            float(row["read_high"]),
        )
        phrases.setdefault(words[-1], []).append((words, bounds))
    for known in phrases.values():
        known.sort(key=lambda one: -len(one[0]))
    return phrases


@lru_cache(maxsize=256)
def _nouns(reference: Reference, metric_code: str) -> frozenset[str]:
    """Return the nouns that say a metric, in the singular: "those sales" are the cars that were sold."""
    nouns = [
        row["nouns"]
        for row in reference.rows("metrics")
        if row["metric_code"] == metric_code
        or (row["metric_code"].startswith("*_") and metric_code.endswith(row["metric_code"][1:]))
    ]
    return frozenset(noun.lower().removesuffix("s") for each in nouns for noun in each.split("|") if noun)


def _told_of_a_name(reading: Reading, first: int, last: int, bounds: Bounds) -> WordedShare | None:
    """Read "Acme accounts for the vast majority of those sales"."""
    document = reading.document
    lower = document.lower
    begin, end = document.sentences[document.sentence_at(first)]
    if last >= end or lower[last] != "of":
        return None
    at = first - 1
    while at > begin and lower[at] in _DETERMINERS:
        at -= 1
    verbs = _WITH.get(lower[at])
    if verbs is not None:
        at -= 1
    if at <= begin or lower[at] not in (_ALONE if verbs is None else verbs):
        return None
    while at > begin and lower[at - 1] in _STILL:
        at -= 1
    names = reading.names_between(max(begin, at - 8), at)
    if not names or names[-1].last != at or names[-1].entity_code is None:
        return None
    name = names[-1]
    before = name.first - 1 - (name.first - 1 > begin and lower[name.first - 1] == "the")
    if before >= begin and (
        _is_joined(reading, begin, before) or not _UNSURE.isdisjoint(lower[begin : before + 1])
    ):
        return None
    base = _whole_behind(reading, last + 1, end)
    if base is None or base.entity_code in (None, name.entity_code) or base.metric_code is None:
        return None
    start, stop = document.starts[first], document.ends[last - 1]
    return WordedShare(start, stop, bounds, base, None, name.entity_code, "accounts_for")


def _is_joined(reading: Reading, begin: int, before: int) -> bool:
    """Whether a name before token `before` has the share together with the one behind it."""
    lower = reading.document.lower
    if lower[before] not in _JOINED:
        return False
    # "sold 400 cars, and Acme accounted for" joins clauses; "Beta, Gamma, and Acme" do not.
    names = reading.names_between(begin, before)
    return lower[before - 1] != "," or (bool(names) and names[-1].last == before - 1)


def _whole_behind(reading: Reading, first: int, end: int) -> Draft | None:
    """Return the figure that begins at `first`, behind articles, or that "those sales" refers to."""
    lower = reading.document.lower
    at = first
    while at < end and lower[at] in _DETERMINERS:
        at += 1
    drafts = reading.drafts
    place = bisect_left(drafts, at, key=first_of)
    if place < len(drafts) and drafts[place].first == at:
        return drafts[place] if _is_level(drafts[place]) else None
    if at >= end or lower[at] not in _BACK:
        return None
    noun = next((i for i in range(at + 1, min(end, at + 2 + _NOUN_WITHIN)) if not lower[i].isalpha()), None)
    if noun is None or noun == at + 1:
        return None
    counted = lower[noun - 1]
    sentence = reading.document.sentence_at(first)
    # The figure that counts such things, told last.
    for draft in reversed(drafts[: bisect_left(drafts, first, key=first_of)]):
        if draft.sentence < sentence - _BACK_WITHIN:
            break
        if _is_level(draft) and (
            counted in lower[draft.last : draft.last + _COUNTED_WITHIN]
            or counted.removesuffix("s") in _nouns(reading.reference, draft.metric_code or "")
        ):
            return draft
    return None


def _told_of_a_figure(reading: Reading, first: int, last: int, bounds: Bounds) -> WordedShare | None:
    """Read "41 of the 52 members, the vast majority," and "most members (41 of 52)"."""
    document = reading.document
    lower = document.lower
    begin, end = document.sentences[document.sentence_at(first)]
    drafts = reading.drafts
    place = bisect_left(drafts, first, key=first_of)
    at = first - 1
    while at > begin and lower[at] in _DETERMINERS:
        at -= 1
    opening = next((i for i in range(last, min(end, last + _NOUN_WITHIN)) if not lower[i].isalpha()), end)
    if at > begin and place > 1 and lower[at] in _OPENING and last < end and lower[last] in _CLOSING:
        part, base = drafts[place - 2 : place]
        # Behind the whole stands its noun alone.
        is_beside = part.first >= begin and at - base.last <= _NOUN_WITHIN
        is_beside = is_beside and all(word.isalpha() for word in lower[base.last : at])
    elif opening < end and lower[opening] in _OPENING and place + 1 < len(drafts):
        part, base = drafts[place : place + 2]
        is_beside = part.first == opening + 1 and base.last <= end
    else:
        return None
    between = lower[part.last : base.first]
    if not is_beside or between[:1] != ["of"] or not _DETERMINERS.issuperset(between):
        return None
    if not (_is_level(part) and _is_level(base) and may_be_part(part, base)):
        return None
    start, stop = document.starts[first], document.ends[last - 1]
    return WordedShare(start, stop, bounds, base, part, None, "in_apposition")


def _is_level(draft: Draft) -> bool:
    return draft.kind in _LEVELS and draft.status == "reported" and draft.value is not None


def _start(share: WordedShare) -> int:
    return share.start
