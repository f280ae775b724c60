"""Words and values as numbers that compare fast: n words in a row (shingles), their overlap, MinHash.

Own and small on purpose: signatures are kept in the warehouse, so they must be the same in every version;
libraries change theirs between releases, and ask for all signatures to be built anew.
"""

from collections.abc import Sequence
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Signature = NDArray[np.uint32]

SIGNATURE_LENGTH = 64
_PUNCTUATION = ".,;:!?\"'()[]{}<>«»„“”‘’…¿¡–—-*|/_#"
# Distinct words that are remembered, with their punctuation; a batch of 1,000 articles has some 40,000. Each
# takes some 200 bytes.
_REMEMBERED = 50_000


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


# Odd, so that multiplying loses nothing; made by a hash, so that they are the same everywhere.
_FACTORS = np.array([_hash(f"word {n}") | 1 for n in range(5)], dtype=np.uint64)
_PERMUTATIONS = np.array([_hash(f"permutation {n}") | 1 for n in range(SIGNATURE_LENGTH)], dtype=np.uint64)


class _Known(dict[str, int]):
    """Hashes of words by what stands between spaces, each computed once; 0 where that is no word."""

    def __missing__(self, printed: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        word = printed.strip(_PUNCTUATION)
        # 32 bits are enough to tell words apart; blake2b would take most of the time there is.
        value = self[printed] = crc32(word.encode("utf-8", "surrogatepass")) if word else 0
        return value


_known = _Known()


def words_of(text: str) -> Hashes:
    """Return the words of `text` in their order, as hashes; case and punctuation don't count."""
    found = text.lower().split()
    words: Hashes = np.fromiter(map(_known.__getitem__, found), dtype=np.uint64, count=len(found))
    present: Hashes = words[words != 0]
    return present


def forget_words() -> None:
    """Free what remembered words take, until words are asked for again."""
    _known.clear()


def shingles(words: Hashes, length: int) -> Hashes:
    """Return the distinct runs of `length` words, as sorted hashes."""
    count = len(words) - length + 1
    if count < 1:
        return np.zeros(0, np.uint64)
    value = np.zeros(count, np.uint64)
    for place in range(length):
        value = (value + words[place : place + count]) * _FACTORS[place]
        value ^= value >> np.uint64(29)
    return _distinct(value)


def values_of(values: Sequence[float]) -> Hashes:
    """Return the distinct values, as sorted hashes."""
    # Plus zero, so that the two zeros are one; mixed, since MinHash takes the upper bits.
    hashes = (np.array(values, dtype=np.float64) + 0.0).view(np.uint64) * _FACTORS[0]
    return _distinct(hashes ^ (hashes >> np.uint64(29)))


def signature(hashes: Hashes) -> Signature | None:
    """Return the MinHash of a set: of two sets, as many places agree as the sets overlap (Jaccard).

    Returns:
        64 numbers; None for the empty set.
    """
    if not len(hashes):
        return None
    least: Hashes = (hashes[None, :] * _PERMUTATIONS[:, None]).min(axis=1)
    return (least >> np.uint64(32)).astype(np.uint32)


def shared(one: Hashes, other: Hashes) -> int:
    """Return how many members two sorted sets share."""
    if len(one) > len(other):
        one, other = other, one
    if not len(one):
        return 0
    places = np.searchsorted(other, one)
    places[places == len(other)] = 0
    return int(np.count_nonzero(other[places] == one))


def _distinct(values: Hashes) -> Hashes:
    values.sort()
    if len(values) < 2:
        return values
    return values[np.concatenate(([True], values[1:] != values[:-1]))]
