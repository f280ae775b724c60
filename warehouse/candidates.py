"""Pairs of articles that may be copies: those whose signatures agree in a band, within some days.

A band is two numbers of a signature. 128 bands are pairs of the words' numbers, 64 pair a number of the words
with one of the figures: a press release told anew shares few runs of words and most figures. A pair of
unrelated articles agrees in a band once in 600 pairs or so; where three words in a row overlap by 0.2
(Jaccard), or by 0.12 with half of the values, some band agrees with a probability of 0.97 and more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from warehouse.shingles import SIGNATURE_LENGTH

# Days between two publications of one story; the same words weeks later are another event, told alike.
WINDOW = 7
# Which later number of the words each number is paired with.
STEPS = (1, 2)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SLOTS = 2**20
Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Signed:
    """Signatures of n articles.

    Attributes:
        words: (n, 64) MinHash of words.
        figures: (n, 64) MinHash of values; rows of articles without figures hold anything.
        has_words, has_figures: (n,) whether the row counts.
        first, last: (n,) days on which it may have been published; the widest range where unknown.
    """

    words: NDArray[np.uint32]
    figures: NDArray[np.uint32]
    has_words: NDArray[np.bool_]
    has_figures: NDArray[np.bool_]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


def candidates(signed: Signed, is_new: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the pairs of rows, the smaller first, that agree in a band and of which one is new."""
    count = len(is_new)
    found = np.zeros(0, np.int64)
    for keys, rows in _bands(signed):
        one, other = _agreeing(keys, rows, is_new[rows])
        gap = np.maximum(signed.first[one], signed.first[other]) - np.minimum(
            signed.last[one], signed.last[other]
        )
        keep = (one < other) & (gap <= WINDOW)
        found = np.union1d(found, one[keep] * count + other[keep])
    return [divmod(pair, count) for pair in found.tolist()]


def _bands(signed: Signed) -> Iterator[tuple[Keys, NDArray[np.int64]]]:
    """Yield each band's keys, with the rows that have them."""
    with_words = np.flatnonzero(signed.has_words)
    with_figures = np.flatnonzero(signed.has_words & signed.has_figures)
    words = signed.words[with_words].astype(np.uint64)
    for place in range(SIGNATURE_LENGTH):
        for step in STEPS:
            yield _key(words[:, place], words[:, (place + step) % SIGNATURE_LENGTH]), with_words
    words = signed.words[with_figures].astype(np.uint64)
    figures = signed.figures[with_figures].astype(np.uint64)
    for place in range(SIGNATURE_LENGTH):
        yield _key(words[:, place], figures[:, place]), with_figures


def _key(one: Keys, other: Keys) -> Keys:
    key = ((one << np.uint64(32)) | other) * _FACTOR
    return key ^ (key >> np.uint64(31))


def _agreeing(
    keys: Keys, rows: NDArray[np.int64], is_new: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of rows with equal keys, a new row with any: each pair of two new ones both ways."""
    new = np.flatnonzero(is_new)
    new = new[np.argsort(keys[new], kind="stable")]
    new_keys = keys[new]
    # Most keys are of no new row: a look into a table of slots leaves few to be sought.
    slots = np.zeros(_SLOTS, np.bool_)
    slots[new_keys % np.uint64(_SLOTS)] = True
    maybe = np.flatnonzero(slots[keys % np.uint64(_SLOTS)])
    left = np.searchsorted(new_keys, keys[maybe], "left")
    counts = np.searchsorted(new_keys, keys[maybe], "right") - left
    # All places left, left + 1, ... of each.
    starts = np.repeat(left - np.concatenate(([0], np.cumsum(counts)[:-1])), counts) if len(counts) else left
    places = starts + np.arange(len(starts))
    one, other = rows[np.repeat(maybe, counts)], rows[new[places]]
    return np.minimum(one, other), np.maximum(one, other)
