"""The rows of `rejects`: each fault once, however often a run meets it."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Any, Protocol

import duckdb
import polars as pl

from schemas.base import columns_of
from schemas.identity import identifier
from schemas.rejects import Rejects
from warehouse.planning import Key, Plan, Row
from warehouse.valid import valid

# What makes two rejects the same fault.
KEY = ("source", "source_id", "location", "article_id", "field", "char_start", "char_end", "reason", "detail")
# Longer words and explanations are cut: they are for people.
LONGEST = 500

# Of a file that was read again, the rejects of its lines (a.jsonl:3) and members (a.zip/b.txt) too.
FREED = """
    select distinct rejects.reject_id
    from rejects
    inner join (
        select unnest($sources) as source, unnest($source_ids) as source_id, unnest($are_read) as is_read
    ) as answers on rejects.source = answers.source
    where rejects.article_id is null
        and (
            rejects.source_id = answers.source_id
            or (
                answers.is_read
                and (
                    starts_with(rejects.source_id, answers.source_id || ':')
                    or starts_with(rejects.source_id, answers.source_id || '/')
                )
            )
        )
    order by rejects.reject_id
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """A file, feed, page or object that could be had; `is_read`: and was read, with all that is in it."""

    source: str
    source_id: str
    is_read: bool = False


class Refusal(Protocol):
    """A file or record that could not be read; `flows.sources.Refused` is one."""

    @property
    def source(self) -> str:
        """Where it was to be read."""

    @property
    def source_id(self) -> str:
        """Its id there."""

    @property
    def reason(self) -> str:
        """The class of fault."""

    @property
    def detail(self) -> str:
        """What is wrong and what to do."""

    @property
    def location(self) -> str:
        """File and line."""

    @property
    def content_hash(self) -> str | None:
        """Of bytes that are not to be read again."""


def reject_rows(
    planned: Plan, of_articles: Iterable[Row], refusals: Iterable[Refusal], run_id: str
) -> list[Row]:
    """Return all rejects of a batch as rows of the table, each once."""
    sources = {row["article_id"]: row for row in planned.articles}
    found = [
        {**reject, "source": row["source"], "source_id": row["source_id"]}
        for reject in of_articles
        for row in (sources[reject["article_id"]],)
    ]
    found += [
        {
            "source": it.source,
            "source_id": it.source_id,
            "location": it.location,
            "reason": it.reason,
            "detail": it.detail,
            "content_hash": it.content_hash,
        }
        for it in refusals
    ]
    found += [
        {
            "source": it.record.source,
            "source_id": it.record.source_id,
            "reason": it.reason,
            "detail": it.detail,
        }
        for it in planned.faults
    ]
    blank: Row = dict.fromkeys(columns_of(Rejects))
    by_id: dict[str, Row] = {}
    for given in found:
        row = blank | {name: _storable(value) for name, value in given.items()}
        row["reject_id"] = identifier(*(row[name] for name in KEY))
        row["run_id"] = run_id
        by_id.setdefault(row["reject_id"], row)
    return list(by_id.values())


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return value[:LONGEST].encode("utf-8", "backslashreplace").decode()
    return value


def new_rejects(connection: duckdb.DuckDBPyConnection, rows: list[Row]) -> pl.DataFrame:
    """Return the rejects to write: those of articles are written anew, a known file's or record's are not."""
    of_files = [row["reject_id"] for row in rows if row["article_id"] is None]
    known = set(
        connection.execute(
            "select reject_id, content_hash from rejects where reject_id in (select unnest($ids))",
            {"ids": of_files},
        ).fetchall()
    )
    return valid(
        Rejects,
        [row for row in rows if row["article_id"] or (row["reject_id"], row["content_hash"]) not in known],
    )


def freed_rejects(
    connection: duckdb.DuckDBPyConnection,
    sighted: Sequence[Key],
    answers: Sequence[Answer],
    standing: Set[str],
) -> list[str]:
    """Return the rejects of files and records that are read now.

    Args:
        connection: the warehouse.
        sighted: keys of records that are loaded.
        answers: what could be read.
        standing: ids of rejects that were met again.
    """
    read = [*(Answer(*key) for key in sighted), *answers]
    if not read:
        return []
    found = connection.execute(
        FREED,
        {
            "sources": [one.source for one in read],
            "source_ids": [one.source_id for one in read],
            "are_read": [one.is_read for one in read],
        },
    ).fetchall()
    return [reject_id for (reject_id,) in found if reject_id not in standing]
