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
# Of articles that agree in a band, each is paired with so many that were published next, so that a feed of
# texts from one template is a chain, and costs its length, not the square. Few stories have more copies.
MOST_NEXT = 24
# Each of so few can be paired with all others, which is quicker than to go through the bands.
FEW = MOST_NEXT
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SLOTS = 2**20
# Pairs that are held before those found twice are dropped.
_GATHERED = 2**19
Keys = NDArray[np.uint64]
Pairs = NDArray[np.int64]


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


def candidates(signed: Signed, is_new: NDArray[np.bool_]) -> Pairs:
    """Return the pairs of rows (n, 2), the smaller first, that agree in a band and of which one is new.

    Of many that agree in one, each is paired with those published next to it; the nearest come first.
    """
    count = len(is_new)
    if count <= FEW:
        return _of_few(signed, is_new)
    # By day, so that those which follow one another may be copies.
    place = np.empty(count, np.int64)
    place[np.argsort(signed.first, kind="stable")] = np.arange(count)
    found, fresh = np.zeros(0, np.int64), [np.zeros(0, np.int64)]
    for keys, rows in _bands(signed):
        one, other = _agreeing(keys, rows, is_new[rows], place[rows])
        keep = _gap(signed, one, other) <= WINDOW
        fresh.append(one[keep] * count + other[keep])
        if sum(map(len, fresh)) > _GATHERED:
            found, fresh = _distinct([found, *fresh]), []
    found = _distinct([found, *fresh])
    one, other = np.divmod(found, count)
    nearest = np.argsort(np.abs(place[one] - place[other]), kind="stable")
    return np.stack((one[nearest], other[nearest]), axis=1)


def _of_few(signed: Signed, is_new: NDArray[np.bool_]) -> Pairs:
    """Return the same of so few articles that each pair of them is looked at."""
    one, other = np.triu_indices(len(is_new), 1)
    day = np.argsort(np.argsort(signed.first, kind="stable"))
    words = (signed.words[one] == signed.words[other]) & _both(signed.has_words, one, other)
    figures = (signed.figures[one] == signed.figures[other]) & _both(signed.has_figures, one, other)
    agree = words & figures
    for step in STEPS:
        agree |= words & np.roll(words, -step, axis=1)
    is_near = _gap(signed, one, other) <= WINDOW
    keep = np.flatnonzero(agree.any(axis=1) & is_near & (is_new[one] | is_new[other]))
    keep = keep[np.argsort(np.abs(day[one] - day[other])[keep], kind="stable")]
    return np.stack((one[keep], other[keep]), axis=1)


def _gap(signed: Signed, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the days between the publications of each pair; none or less where they may be one day."""
    days: NDArray[np.int64] = np.maximum(signed.first[one], signed.first[other]) - np.minimum(
        signed.last[one], signed.last[other]
    )
    return days


def _both(has: NDArray[np.bool_], one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.bool_]:
    both: NDArray[np.bool_] = (has[one] & has[other])[:, None]
    return both


def _distinct(pairs: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    # Not np.unique, whose table of hashes degenerates on numbers as regular as these.
    whole = np.sort(np.concatenate(pairs))
    return whole[np.diff(whole, prepend=-1) > 0]


def _bands(signed: Signed) -> Iterator[tuple[Keys, NDArray[np.int64]]]:
    """Yield each band's keys, with the rows that have them."""
    with_words = np.flatnonzero(signed.has_words)
    with_figures = np.flatnonzero(signed.has_words & signed.has_figures)

    # A column at a time: all of them as wide numbers would be twice what the signatures take.
    def column(numbers: NDArray[np.uint32], place: int, rows: NDArray[np.int64]) -> Keys:
        wide: Keys = numbers[rows, place % SIGNATURE_LENGTH].astype(np.uint64)
        return wide

    for place in range(SIGNATURE_LENGTH):
        for step in STEPS:
            words = column(signed.words, place, with_words)
            yield _key(words, column(signed.words, place + step, with_words)), with_words
    for place in range(SIGNATURE_LENGTH):
        words = column(signed.words, place, with_figures)
        yield _key(words, column(signed.figures, place, with_figures)), with_figures


def _key(one: Keys, other: Keys) -> Keys:
    key = ((one << np.uint64(32)) | other) * _FACTOR
    return key ^ (key >> np.uint64(31))


def _agreeing(
    keys: Keys, rows: NDArray[np.int64], is_new: NDArray[np.bool_], place: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs of rows with equal keys of which one is new, the smaller row first.

    Of rows with one key, each is paired with the `MOST_NEXT` that follow it by `place`.
    """
    # Most keys are of no new row: a look into a table of slots leaves few to be sorted.
    slots = np.zeros(_SLOTS, np.bool_)
    slots[keys[is_new] % np.uint64(_SLOTS)] = True
    maybe = np.flatnonzero(slots[keys % np.uint64(_SLOTS)])
    maybe = maybe[np.lexsort((place[maybe], keys[maybe]))]
    sought = keys[maybe]
    pairs = [np.zeros((2, 0), np.int64)]
    for step in range(1, MOST_NEXT + 1):
        equal = np.flatnonzero(sought[step:] == sought[:-step])
        if not len(equal):
            break
        one, other = maybe[equal], maybe[equal + step]
        counts = is_new[one] | is_new[other]
        pairs.append(np.stack((rows[one[counts]], rows[other[counts]])))
    found = np.concatenate(pairs, axis=1)
    return found.min(axis=0), found.max(axis=0)
