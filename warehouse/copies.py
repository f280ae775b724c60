"""Copies: which of some new articles have one origin with another, new or known.

An article is compared with those published within some days of it: `signatures` gives the candidates, their
words and figures decide. Of articles without a date all are neighbours, so what is held at once is bounded:
the signatures as plain numbers, and the texts of a part of the candidates at a time.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

import duckdb
import numpy as np
from numpy.typing import NDArray

from schemas.stories import Copies, Signatures
from warehouse import arrow
from warehouse.candidates import WINDOW, Pairs, Signed, candidates
from warehouse.joined import Joined
from warehouse.planning import Row, named_rows
from warehouse.shingles import SIGNATURE_LENGTH, Hashes, shared, shingles, signature, values_of, words_of
from warehouse.valid import valid

# Known articles whose signatures, and of those that may be copies whose texts, are held at a time.
SIGNED = 15_000
HELD = 500
Dated = tuple[str, date | None, date | None]
FETCHED = 2_000
# Runs of five words of the shorter text that both have: a copy of a part; of that many runs at least.
LEAST_CONTAINMENT = 0.3
LEAST_RUNS = 10
# Runs of three words and values that both have: told anew from one release.
LEAST_JACCARD = 0.12
LEAST_SHARED_FIGURES = 0.6
LEAST_VALUES = 4
# Runs of three words: the same text but for a paragraph.
NEAR = 0.6
# Pairs kept of an article within its story. Nearest in time first, so that they hang together without it.
MOST_COPIES = 24

ARTICLES = """
select
    article_id,
    text,
    reading_key,
    publisher,
    published_on as first_on,
    case published_precision
        when 'year' then make_date(year(published_on), 12, 31)
        when 'month' then last_day(published_on)
        else published_on
    end as last_on
from articles
where article_id in (select unnest($ids))
order by article_id
"""
VALUES = """
select article_id, list(value)
from figures
where field = 'text' and value is not null and article_id in (select unnest($ids))
group by article_id
"""
NEIGHBOURS = """
select article_id, first_on, last_on
from signatures
where $is_any or first_on is null
    or (last_on >= $first_on::date - $days and first_on <= $last_on::date + $days)
order by article_id
"""
NUMBERS = "select article_id, words, figures from signatures where article_id in (select unnest($ids))"


@dataclass(frozen=True, slots=True)
class _Text:
    """What two articles are compared by."""

    row: Row
    words: Hashes
    threes: Hashes
    values: Hashes


def find_copies(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[Row]:
    """Sign the articles `ids`, and return and keep their copies among all that are signed."""
    texts = _texts(connection, ids)
    arrow.insert(
        connection, "signatures", valid(Signatures, [_sign(one) for one in texts.values()]), replace=False
    )
    fives: dict[str, Hashes] = {}
    found = []
    counts: Counter[str] = Counter()
    joined = Joined()
    for pairs in _pairs(connection, texts):
        known = sorted({one for pair in pairs for one in pair} - set(texts))
        held = texts | _texts(connection, known)
        for one, other in pairs:
            if max(counts[one], counts[other]) >= MOST_COPIES and joined.root(one) == joined.root(other):
                continue
            for name in (one, other):
                if name not in fives:
                    fives[name] = shingles(held[name].words, 5)
            if copy := _copy(held[one], held[other], fives[one], fives[other]):
                found.append(copy)
                counts.update((one, other))
                joined.join(one, other)
        for name in known:
            fives.pop(name, None)
    arrow.insert(connection, "copies", valid(Copies, found), replace=False)
    return found


def _pairs(connection: duckdb.DuckDBPyConnection, texts: Mapping[str, _Text]) -> Iterator[list[list[str]]]:
    """Yield the pairs that may be copies, of which one is in `texts`, in parts of few other articles."""
    near = _near(connection, [one.row for one in texts.values()])
    new = [one for one in near if one[0] in texts]
    known = [one for one in near if one[0] not in texts]
    del near
    for start in range(0, max(len(known), 1), SIGNED):
        rows = sorted([*new, *known[start : start + SIGNED]], key=itemgetter(0))
        is_new = np.array([article_id in texts for article_id, _, _ in rows], dtype=np.bool_)
        pairs = candidates(_signed(connection, rows), is_new)
        if start:
            # Two new ones were paired at first.
            pairs = pairs[~is_new[pairs].all(axis=1)]
        for part in _parts(pairs, is_new):
            yield [[rows[one][0], rows[other][0]] for one, other in part]


def _parts(pairs: Pairs, is_new: NDArray[np.bool_]) -> Iterator[list[list[int]]]:
    """Yield the pairs in parts, each with no more than `HELD` known articles in it; their order is kept."""
    known = _distinct(pairs[~is_new[pairs]])
    # One of a pair is new, and is held with every part.
    parts = np.where(is_new[pairs], 0, np.searchsorted(known, pairs) // HELD).max(axis=1, initial=0)
    for number in _distinct(parts):
        yield pairs[parts == number].tolist()


def _distinct(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the different ones of `numbers` in order: np.unique would import masked arrays for it."""
    ordered: NDArray[np.int64] = np.sort(numbers, axis=None)
    is_first = np.ones(len(ordered), dtype=np.bool_)
    is_first[1:] = ordered[1:] != ordered[:-1]
    return ordered[is_first]


def _copy(one: _Text, other: _Text, fives: Hashes, other_fives: Hashes) -> Row | None:
    """Return the row of a pair that has one origin, else None."""
    threes = shared(one.threes, other.threes)
    jaccard = threes / max(1, len(one.threes) + len(other.threes) - threes)
    runs = shared(fives, other_fives)
    containment = runs / max(1, min(len(fives), len(other_fives)))
    fewer = min(len(one.values), len(other.values))
    values = shared(one.values, other.values) / fewer if fewer else None
    is_same = len(one.words) == len(other.words) and bool((one.words == other.words).all())
    is_told_anew = (
        jaccard >= LEAST_JACCARD
        and values is not None
        and values >= LEAST_SHARED_FIGURES
        and fewer >= LEAST_VALUES
    )
    if not (is_same or is_told_anew or (containment >= LEAST_CONTAINMENT and runs >= LEAST_RUNS)):
        return None
    first, copy = sorted((one.row, other.row), key=_earlier)
    if is_same:
        relation = "exact"
    elif copy["publisher"] and copy["publisher"] == first["publisher"]:
        relation = "update"
    else:
        relation = "near" if jaccard >= NEAR else "rewrite"
    return {
        "article_id": copy["article_id"],
        "copy_of_id": first["article_id"],
        "relation": relation,
        "jaccard": jaccard,
        "containment": containment,
        "shared_figures": values,
    }


def _earlier(row: Row) -> tuple[object, ...]:
    return row["first_on"] is None, row["first_on"] and row["first_on"].toordinal(), row["article_id"]


def _texts(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> dict[str, _Text]:
    values: dict[str, list[float]] = dict(connection.execute(VALUES, {"ids": list(ids)}).fetchall())
    texts = {}
    for row in named_rows(connection, ARTICLES, {"ids": list(ids)}):
        words = words_of(row.pop("text"))
        given = values_of(values.get(row["article_id"], ()))
        texts[row["article_id"]] = _Text(row, words, shingles(words, 3), given)
    return texts


def _sign(one: _Text) -> Row:
    words, figures = signature(one.threes), signature(one.values)
    return {
        **one.row,
        "words": None if words is None else words.astype("<u4").tobytes(),
        "figures": None if figures is None else figures.astype("<u4").tobytes(),
    }


def _near(connection: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> list[Dated]:
    """Return all signed articles that may have been published within days of `rows`, by id."""
    given = {
        "is_any": any(row["first_on"] is None for row in rows),
        "first_on": min((row["first_on"] for row in rows if row["first_on"]), default=None),
        "last_on": max((row["last_on"] for row in rows if row["last_on"]), default=None),
        "days": WINDOW,
    }
    return connection.execute(NEIGHBOURS, given).fetchall()


def _signed(connection: duckdb.DuckDBPyConnection, rows: Sequence[Dated]) -> Signed:
    """Return the signatures of articles, in their order."""
    far = 10**7
    first = np.array([day.toordinal() if day else -far for _, day, _ in rows], dtype=np.int64)
    last = np.array([day.toordinal() if day else far for _, _, day in rows], dtype=np.int64)
    place = {article_id: number for number, (article_id, _, _) in enumerate(rows)}
    words, figures = (np.zeros((len(rows), SIGNATURE_LENGTH), np.uint32) for _ in range(2))
    has_words, has_figures = (np.zeros(len(rows), np.bool_) for _ in range(2))
    # Unsorted, into place: in a sort the numbers would take several times their room.
    result = connection.execute(NUMBERS, {"ids": list(place)})
    while fetched := result.fetchmany(FETCHED):
        for article_id, *signatures in fetched:
            row = place[article_id]
            for numbers, has, one in zip((words, figures), (has_words, has_figures), signatures, strict=True):
                if one is not None:
                    numbers[row] = np.frombuffer(one, dtype="<u4")
                    has[row] = True
    return Signed(words, figures, has_words, has_figures, first, last)
