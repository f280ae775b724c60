"""Stories: which articles have one origin, so that a copy is no second witness.

Each current article is compared once with those published within some days of it: `signatures` gives the
candidates, their words and figures decide, `copies` keeps the pairs. Articles that pairs connect are one
story, named after its smallest article id: the same whatever the order of loading. An article without copies
has no story, and counts as one of its own. Nothing is dropped.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import duckdb
import numpy as np
from numpy.typing import NDArray

from schemas.stories import Copies, Signatures
from warehouse import arrow
from warehouse.candidates import WINDOW, Signed, candidates
from warehouse.errors import LoadFailed, first_line
from warehouse.joined import Joined
from warehouse.planning import Row
from warehouse.shingles import SIGNATURE_LENGTH, Hashes, shared, shingles, signature, values_of, words_of
from warehouse.valid import valid

# Articles compared at a time: bounds memory; each such batch costs one look at its days.
BATCH = 2_000
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

PENDING = """
select articles.article_id
from articles
left join signatures on articles.article_id = signatures.article_id
where articles.reading_key is not null and articles.reading_key is distinct from signatures.reading_key
order by articles.published_on nulls last, articles.article_id
"""
GONE = """
select signatures.article_id
from signatures
left join articles on signatures.article_id = articles.article_id and articles.reading_key is not null
where articles.article_id is null
order by signatures.article_id
"""
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
select article_id, first_on, last_on, words, figures
from signatures
where $is_any or first_on is null
    or (last_on >= $first_on::date - $days and first_on <= $last_on::date + $days)
order by article_id
"""
VERSIONS = """
select superseded_by as article_id, article_id as copy_of_id
from articles as versions
where superseded_by is not null and not exists (
    from copies
    where copies.article_id = versions.superseded_by and copies.copy_of_id = versions.article_id
)
order by article_id
"""


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """What linking did: articles compared, pairs that are copies, and articles whose story changed."""

    compared: int = 0
    copies: int = 0
    renamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """What two articles are compared by."""

    row: Row
    words: Hashes
    threes: Hashes
    values: Hashes


def link_stories(connection: duckdb.DuckDBPyConnection) -> StoryCounts:
    """Compare what is new or was read again, and name the stories that this changes, in one transaction.

    Raises:
        LoadFailed: the transaction was rolled back.
    """
    pending = _ids(connection, PENDING)
    gone = _ids(connection, GONE)
    if not pending and not gone:
        return StoryCounts()
    connection.execute("begin")
    try:
        # An article that is gone may have held its story together: its members are named anew.
        changed = _neighbours_of(connection, [*pending, *gone])
        for table, keys in (("copies", ("article_id", "copy_of_id")), ("signatures", ("article_id",))):
            for key in keys:
                connection.execute(
                    f"delete from {table} where {key} in (select unnest($ids))", {"ids": [*pending, *gone]}
                )
        copies = 0
        for start in range(0, len(pending), BATCH):
            found = _compare(connection, pending[start : start + BATCH])
            changed.update(row[name] for row in found for name in ("article_id", "copy_of_id"))
            copies += len(found)
        changed.update(_link_versions(connection))
        renamed = _name_stories(connection, changed.union(pending, gone))
        connection.execute("commit")
    except BaseException as error:
        # Where DuckDB has ended the transaction itself there is none to roll back.
        with suppress(duckdb.TransactionException):
            connection.execute("rollback")
        # No space, or the file is gone: said in the words of the file.
        if isinstance(error, duckdb.Error) and not isinstance(error, duckdb.IOException):
            raise LoadFailed(f"the linking of stories was rolled back: {first_line(error)}") from error
        raise
    return StoryCounts(len(pending), copies, renamed)


def _compare(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> list[Row]:
    """Sign the articles `ids`, and return and keep their copies among all that are signed."""
    texts = _texts(connection, ids)
    arrow.insert(
        connection, "signatures", valid(Signatures, [_sign(one) for one in texts.values()]), replace=False
    )
    rows = _signed_near(connection, [one.row for one in texts.values()])
    order = [row["article_id"] for row in rows]
    is_new = np.array([one in texts for one in order], dtype=np.bool_)
    pairs = [(order[one], order[other]) for one, other in candidates(_signed(rows), is_new)]
    texts |= _texts(connection, sorted({one for pair in pairs for one in pair} - set(texts)))
    fives: dict[str, Hashes] = {}
    found = []
    counts: Counter[str] = Counter()
    joined = Joined()
    for one, other in pairs:
        if max(counts[one], counts[other]) >= MOST_COPIES and joined.root(one) == joined.root(other):
            continue
        for name in (one, other):
            if name not in fives:
                fives[name] = shingles(texts[name].words, 5)
        if copy := _copy(texts[one], texts[other], fives[one], fives[other]):
            found.append(copy)
            counts.update((one, other))
            joined.join(one, other)
    arrow.insert(connection, "copies", valid(Copies, found), replace=False)
    return found


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


def _link_versions(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Make a superseded text a pair with its successor; return the ids of new pairs."""
    blank = dict.fromkeys(("jaccard", "containment", "shared_figures"))
    rows = [{**row, "relation": "update", **blank} for row in _rows(connection, VERSIONS)]
    arrow.insert(connection, "copies", valid(Copies, rows), replace=False)
    return {row[name] for row in rows for name in ("article_id", "copy_of_id")}


def _name_stories(connection: duckdb.DuckDBPyConnection, changed: Collection[str]) -> tuple[str, ...]:
    """Name the stories of `changed` articles and of all that their pairs reach; return how many changed."""
    members, edges = set(changed), set[tuple[str, str]]()
    reached = sorted(changed)
    while reached:
        rows = connection.execute(
            "select article_id, copy_of_id from copies "
            "where article_id in (select unnest($ids)) or copy_of_id in (select unnest($ids))",
            {"ids": reached},
        ).fetchall()
        edges.update(rows)
        reached = sorted({one for pair in rows for one in pair} - members)
        members.update(reached)
    before = {
        row["article_id"]: row
        for row in _rows(
            connection,
            "select article_id, story_id, reading_key is not null as is_current "
            "from articles where article_id in (select unnest($ids))",
            sorted(members),
        )
    }
    renamed: list[tuple[str | None, str]] = []
    for story in _components(sorted(before), sorted(edges)):
        # Named after a current text, so that an outlet's old texts don't decide the name.
        name = min([one for one in story if before[one]["is_current"]] or story) if len(story) > 1 else None
        renamed += [(name, one) for one in story if before[one]["story_id"] != name]
    _rename(connection, renamed)
    return tuple(one for _, one in renamed)


def _rename(connection: duckdb.DuckDBPyConnection, pairs: list[tuple[str | None, str]]) -> None:
    if not pairs:
        return
    connection.execute(
        "update articles set story_id = named.story_id "
        "from (select unnest($stories) as story_id, unnest($ids) as article_id) as named "
        "where articles.article_id = named.article_id",
        {"stories": [story for story, _ in pairs], "ids": [one for _, one in pairs]},
    )


def _components(ids: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the connected sets of `ids`."""
    known = dict.fromkeys(ids)
    joined = Joined()
    for one, other in edges:
        if one in known and other in known:
            joined.join(one, other)
    sets: dict[str, list[str]] = {}
    for one in known:
        sets.setdefault(joined.root(one), []).append(one)
    return list(sets.values())


def _neighbours_of(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> set[str]:
    """Return the articles that share a pair with one of `ids`."""
    rows = connection.execute(
        "select article_id, copy_of_id from copies "
        "where article_id in (select unnest($ids)) or copy_of_id in (select unnest($ids))",
        {"ids": list(ids)},
    ).fetchall()
    return {one for pair in rows for one in pair}


def _texts(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> dict[str, _Text]:
    values: dict[str, list[float]] = dict(connection.execute(VALUES, {"ids": list(ids)}).fetchall())
    texts = {}
    for row in _rows(connection, ARTICLES, ids):
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


def _signed_near(connection: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> list[Row]:
    """Return the signatures of all articles that may have been published within days of `rows`."""
    given = {
        "is_any": any(row["first_on"] is None for row in rows),
        "first_on": min((row["first_on"] for row in rows if row["first_on"]), default=None),
        "last_on": max((row["last_on"] for row in rows if row["last_on"]), default=None),
        "days": WINDOW,
    }
    return _rows(connection, NEIGHBOURS, parameters=given)


def _signed(rows: Sequence[Row]) -> Signed:
    blank = bytes(4 * SIGNATURE_LENGTH)
    far = 10**7

    def numbers(name: str) -> NDArray[np.uint32]:
        joined = b"".join(row[name] or blank for row in rows)
        return np.frombuffer(joined, dtype="<u4").astype(np.uint32).reshape(len(rows), SIGNATURE_LENGTH)

    def present(name: str) -> NDArray[np.bool_]:
        return np.array([row[name] is not None for row in rows], dtype=np.bool_)

    def days(name: str, unknown: int) -> NDArray[np.int64]:
        return np.array([row[name].toordinal() if row[name] else unknown for row in rows], dtype=np.int64)

    return Signed(
        numbers("words"),
        numbers("figures"),
        present("words"),
        present("figures"),
        days("first_on", -far),
        days("last_on", far),
    )


def _ids(connection: duckdb.DuckDBPyConnection, query: str) -> list[str]:
    return [str(one) for (one,) in connection.execute(query).fetchall()]


def _rows(
    connection: duckdb.DuckDBPyConnection,
    query: str,
    ids: Sequence[str] | None = None,
    parameters: Row | None = None,
) -> list[Row]:
    given = parameters or ({} if ids is None else {"ids": list(ids)})
    result = connection.execute(query, given)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
