"""A new warehouse from the texts of an older one: what cannot be read from texts again is taken over.

Figures, relations, stories and reference data follow from the texts and the program; they are made anew.
Texts, who showed them, what was refused, the findings' history, acceptances and the ledger of runs are all
that would be lost.
"""

from collections.abc import Iterator
from typing import Any

import duckdb
import polars as pl

from schemas.articles import Articles, Sightings
from schemas.base import Table, columns_of, definition_of
from schemas.corrections import Corrections
from schemas.fetches import Fetches, Hosts
from schemas.findings import AcceptedFindings, FindingFigures, Findings
from schemas.rejects import Rejects
from schemas.rows import base_type
from schemas.runs import RunRejects, Runs, RunSources
from warehouse import arrow
from warehouse.ddl import TYPES
from warehouse.errors import WrongSchemaVersion
from warehouse.names import quoted
from warehouse.planning import GOT, SAID, ToRead

KEPT: tuple[type[Table], ...] = (
    Articles,
    Sightings,
    Rejects,
    Corrections,
    Fetches,
    Hosts,
    Findings,
    FindingFigures,
    AcceptedFindings,
    Runs,
    RunRejects,
    RunSources,
)
# Of articles, what is told anew; of rejects, those of articles.
ANEW = {("articles", "reading_key"), ("articles", "story_id")}
ONLY = {"rejects": "article_id is null"}
# What a number has in rows that are older than its column.
NEUTRAL: dict[type, str] = {pl.Int64: "0", pl.Float64: "0", pl.Boolean: "false"}
FETCHED = 5_000

ARTICLES = """
    select article_id, text, title, published from articles where superseded_by is null order by article_id
"""
SIGHTINGS = """
    from sightings inner join articles using (article_id) order by sightings.source, sightings.source_id
"""
TOLD = ("source", "source_id", *SAID, *GOT)


def copy_kept(old: duckdb.DuckDBPyConnection, new: duckdb.DuckDBPyConnection) -> None:
    """Copy the rows that no text gives again into the new warehouse's empty tables.

    A column that the old table lacks is empty in the new one, or 0 where it may not be.

    Raises:
        WrongSchemaVersion: a column without such a value must be filled.
    """
    for model in KEPT:
        table = definition_of(model).name
        if not (known := column_names(old, table)):
            continue
        chosen = [_expression(model, name, name in known) for name in columns_of(model)]
        where = f"where {ONLY[table]}" if table in ONLY else ""
        rows = old.sql(f"select {', '.join(chosen)} from {quoted(table)} {where}")
        for part in rows.to_arrow_reader(FETCHED):
            arrow.insert(new, table, pl.DataFrame(part), replace=False)


def _expression(model: type[Table], name: str, is_known: bool) -> str:
    """Return what to select of the old table for a column of the new one."""
    table, column = definition_of(model).name, columns_of(model)[name]
    kind = base_type(column.dtype.type)
    if is_known and (table, name) not in ANEW:
        return quoted(name)
    if column.nullable:
        return f"cast(null as {TYPES[kind]}) as {quoted(name)}"
    if kind not in NEUTRAL:
        raise WrongSchemaVersion(
            f"the table {table} has no {name}, which this version needs; name a new file to begin anew"
        )
    return f"cast({NEUTRAL[kind]} as {TYPES[kind]}) as {quoted(name)}"


def column_names(connection: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    """Return the names of a table's columns; none where there is no such table."""
    found = connection.execute(
        "select column_name from duckdb_columns() "
        "where table_name = ? and database_name = current_database() and schema_name = 'main'",
        [table],
    ).fetchall()
    return {str(name) for (name,) in found}


def stored_texts(old: duckdb.DuckDBPyConnection) -> Iterator[dict[str, Any]]:
    """Give each text as each of its sources shows it now, in a stable order."""
    known = column_names(old, "sightings")
    said = [f"sightings.{name}" for name in TOLD if name in known]
    return _each(old, f"select {', '.join(said)}, articles.text {SIGHTINGS}")


def articles_of(connection: duckdb.DuckDBPyConnection) -> Iterator[ToRead]:
    """Give the articles that have figures, as they are read, in a stable order."""
    return (ToRead(**row) for row in _each(connection, ARTICLES))


def _each(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[dict[str, Any]]:
    # A cursor of its own: another query of the connection would end this one.
    result = connection.cursor().execute(query)
    names = [column[0] for column in result.description or ()]
    while rows := result.fetchmany(FETCHED):
        yield from (dict(zip(names, row, strict=True)) for row in rows)
