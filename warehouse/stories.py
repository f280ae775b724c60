"""Stories: which articles have one origin, so that a copy is no second witness.

Each current article is compared once, and the table `copies` keeps the pairs. Articles that pairs connect are
one story, named after its smallest article id: the same whatever the order of loading. An article without
copies has no story, and counts as one of its own. Nothing is dropped.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import duckdb

from schemas.faults import first_line
from schemas.stories import Copies
from warehouse import arrow
from warehouse.copies import find_copies
from warehouse.errors import LoadFailed
from warehouse.joined import Joined
from warehouse.planning import named_rows
from warehouse.shingles import forget_words
from warehouse.valid import valid

# Articles compared at a time: bounds memory; each such batch costs one look at its days.
BATCH = 1_000
LINKING_MEMORY = "100MB"
# What a flood of copies takes that does not fit: DuckDB writes out what is sorted, but not what is joined.
FLOOD_MEMORY = "500MB"
# The signatures of so few articles need no room made for them.
FEW = 2_000
PENDING = """
select
    articles.article_id,
    signatures.article_id is not null
    or articles.article_id in (select article_id from copies union all select copy_of_id from copies)
        as is_known
from articles
left join signatures on articles.article_id = signatures.article_id
where articles.reading_key is not null and articles.reading_key is distinct from signatures.reading_key
order by articles.published_on nulls last, articles.article_id
"""
FORGOTTEN = (("copies", "article_id"), ("copies", "copy_of_id"), ("signatures", "article_id"))
GONE = """
select signatures.article_id
from signatures
left join articles on signatures.article_id = articles.article_id and articles.reading_key is not null
where articles.article_id is null
order by signatures.article_id
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


def link_stories(connection: duckdb.DuckDBPyConnection) -> StoryCounts:
    """Compare what is new or was read again, and name the stories that this changes, in one transaction.

    Raises:
        LoadFailed: the transaction was rolled back.
    """
    rows = connection.execute(PENDING).fetchall()
    pending = [str(article_id) for article_id, _ in rows]
    known = [str(article_id) for article_id, is_known in rows if is_known]
    gone = [str(article_id) for (article_id,) in connection.execute(GONE).fetchall()]
    if not pending and not gone:
        return StoryCounts()
    (signed,) = connection.execute("select count(*) from signatures").fetchone() or (0,)
    left = [*known, *gone]
    if signed + len(pending) <= FEW:
        return _link(connection, pending, left)
    try:
        with _memory(connection, LINKING_MEMORY):
            return _link(connection, pending, left)
    except LoadFailed as error:
        if not isinstance(error.__cause__, duckdb.OutOfMemoryException):
            raise
    with _memory(connection, FLOOD_MEMORY):
        return _link(connection, pending, left)


@contextmanager
def _memory(connection: duckdb.DuckDBPyConnection, amount: str) -> Iterator[None]:
    """Leave DuckDB so much memory for a while: the signatures of all articles are held beside it."""
    (limit,) = connection.execute("select current_setting('memory_limit')").fetchone() or ("",)
    # Of what it has not written it can give nothing back.
    connection.execute("checkpoint")
    with suppress(duckdb.OutOfMemoryException):
        connection.execute(f"set memory_limit = '{amount}'")
    try:
        yield
    finally:
        connection.execute(f"set memory_limit = '{limit}'")


def _link(connection: duckdb.DuckDBPyConnection, pending: list[str], left: list[str]) -> StoryCounts:
    """Compare `pending` articles; forget first what is known of those that are read again or gone."""
    connection.execute("begin")
    try:
        # An article that is gone may have held its story together: its members are named anew.
        changed = _neighbours_of(connection, left) if left else set[str]()
        for table, key in FORGOTTEN if left else ():
            connection.execute(f"delete from {table} where {key} in (select unnest($ids))", {"ids": left})
        copies = 0
        for start in range(0, len(pending), BATCH):
            found = find_copies(connection, pending[start : start + BATCH])
            changed.update(row[name] for row in found for name in ("article_id", "copy_of_id"))
            copies += len(found)
        changed.update(_link_versions(connection))
        renamed = _name_stories(connection, changed.union(pending, left))
        connection.execute("commit")
    except BaseException as error:
        # Where DuckDB has ended the transaction itself there is none to roll back.
        with suppress(duckdb.TransactionException):
            connection.execute("rollback")
        # No space, or the file is gone: said in the words of the file.
        if isinstance(error, duckdb.Error) and not isinstance(error, duckdb.IOException):
            raise LoadFailed(f"the linking of stories was rolled back: {first_line(error)}") from error
        raise
    finally:
        forget_words()
    return StoryCounts(len(pending), copies, renamed)


def _link_versions(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Make a superseded text a pair with its successor; return the ids of new pairs."""
    blank = dict.fromkeys(("jaccard", "containment", "shared_figures"))
    rows = [{**row, "relation": "update", **blank} for row in named_rows(connection, VERSIONS, {})]
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
        article_id: (story_id, is_current)
        for article_id, story_id, is_current in connection.execute(
            "select article_id, story_id, reading_key is not null "
            "from articles where article_id in (select unnest($ids))",
            {"ids": sorted(members)},
        ).fetchall()
    }
    renamed: list[tuple[str | None, str]] = []
    for story in _components(sorted(before), sorted(edges)):
        # Named after a current text, so that an outlet's old texts don't decide the name.
        name = min([one for one in story if before[one][1]] or story) if len(story) > 1 else None
        renamed += [(name, one) for one in story if before[one][0] != name]
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
