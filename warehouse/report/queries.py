"""The report's queries, each read once, its rows streamed."""

from collections.abc import Iterator, Mapping
from importlib import resources
from itertools import groupby
from operator import itemgetter
from typing import Any

import duckdb

Row = dict[str, Any]
FETCHED = 2_000


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Number the figures, note their findings and name the articles, in memory beside the warehouse."""
    for name in ("numbers", "concerns", "heading_length", "heading", "shown_by"):
        connection.execute(_sql(name))


def rows(
    connection: duckdb.DuckDBPyConnection, name: str, parameters: Mapping[str, Any] | None = None
) -> Iterator[Row]:
    """Yield the rows of the query in `sql/<name>.sql`.

    Each query has a cursor of its own, so that several can be read side by side.
    """
    cursor = connection.cursor()
    try:
        # A cursor does not inherit the database in use.
        cursor.execute("use warehouse")
        result = cursor.execute(_sql(name), parameters) if parameters else cursor.execute(_sql(name))
        names = [column[0] for column in result.description or ()]
        while fetched := result.fetchmany(FETCHED):
            for values in fetched:
                yield dict(zip(names, values, strict=True))
    finally:
        cursor.close()


def by_article(connection: duckdb.DuckDBPyConnection, name: str) -> "Groups":
    """Return the rows of a query that is ordered by article, to be taken article by article."""
    return Groups(rows(connection, name))


class Groups:
    """Rows in groups, taken in the order of their articles."""

    def __init__(self, ordered: Iterator[Row]) -> None:
        self._groups = groupby(ordered, key=itemgetter("article_id"))
        self._next: tuple[str, list[Row]] | None = None
        self._advance()

    def take(self, article_id: str) -> list[Row]:
        """Return the rows of an article; those of articles before it are passed over."""
        while self._next is not None and self._next[0] < article_id:
            self._advance()
        if self._next is None or self._next[0] != article_id:
            return []
        taken = self._next[1]
        self._advance()
        return taken

    def _advance(self) -> None:
        group = next(self._groups, None)
        self._next = (group[0], list(group[1])) if group else None


def _sql(name: str) -> str:
    return resources.files("warehouse.report").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
