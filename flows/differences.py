"""What another version of rules and reference data changes: stored figures against a reading of today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Literal

import duckdb

from flows.extracting import Extractor, Failure
from flows.reading import BATCH_ARTICLES
from schemas.figures import Figures
from warehouse.planning import ToRead
from warehouse.rebuild import articles_of, column_names

Row = dict[str, Any]
# Where a figure stands is who it is; its sentence follows from the text alone.
NOT_COMPARED = {"figure_id", "article_id", "field", "char_start", "char_end", "quote", "sentence"}


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that a reading of today gains, loses or reads otherwise.

    Attributes:
        quote, sentence: its words, so that a person can judge.
        columns: of a changed figure, by column what it was and what it is now.
    """

    kind: Literal["gained", "lost", "changed"]
    figure_id: str
    article_id: str
    quote: str
    sentence: str
    columns: dict[str, tuple[Any, Any]]


def differences(connection: duckdb.DuckDBPyConnection, extractor: Extractor) -> Iterator[Change]:
    """Read every stored text that has figures again and give what differs, article by article.

    Args:
        connection: to a warehouse of any version; it is only read.
        extractor: reads as this program and its reference data do.
    """
    known = column_names(connection, "figures")
    columns = [name for name in Figures.to_schema().columns if name in known]
    articles = articles_of(connection)
    while batch := list(islice(articles, BATCH_ARTICLES)):
        before = _stored(connection, columns, batch)
        for article, rows in zip(batch, extractor.extract(batch), strict=True):
            if isinstance(rows, Failure):
                rows = {"figures": [], "title_figures": []}
            after = {row["figure_id"]: row for row in (*rows["figures"], *rows["title_figures"])}
            yield from _changes(article.article_id, before.get(article.article_id, {}), after, columns)


def _changes(
    article_id: str, before: dict[str, Row], after: dict[str, Row], columns: list[str]
) -> Iterator[Change]:
    for figure_id in sorted(before.keys() | after.keys(), key=lambda one: _place(before, after, one)):
        old, new = before.get(figure_id), after.get(figure_id)
        row = new or old or {}
        changed: dict[str, tuple[Any, Any]] = {}
        if old and new:
            pairs = {name: (_plain(old[name]), new[name]) for name in columns if name not in NOT_COMPARED}
            changed = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
            if not changed:
                continue
        kind: Literal["gained", "lost", "changed"] = "changed" if changed else "gained" if new else "lost"
        yield Change(kind, figure_id, article_id, row["quote"], row["sentence"], changed)


def _place(before: dict[str, Row], after: dict[str, Row], figure_id: str) -> tuple[Any, ...]:
    row = after.get(figure_id) or before[figure_id]
    return row["field"], row["char_start"], row["char_end"]


def _stored(
    connection: duckdb.DuckDBPyConnection, columns: list[str], batch: list[ToRead]
) -> dict[str, dict[str, Row]]:
    """Return the stored figures of the batch's articles, by article and figure."""
    rows = connection.execute(
        f"select {', '.join(columns)} from figures where article_id in (select unnest($ids))",
        {"ids": [article.article_id for article in batch]},
    ).fetchall()
    stored: dict[str, dict[str, Row]] = {}
    for row in (dict(zip(columns, values, strict=True)) for values in rows):
        stored.setdefault(row["article_id"], {})[row["figure_id"]] = row
    return stored


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
