"""Tables, views and macros of the warehouse, made from the pandera models and the `.sql` files."""

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from importlib import resources
from typing import Any

import duckdb
import polars as pl

from schemas import references
from schemas.base import Table, columns_of, definition_of
from schemas.reference import TABLES as REFERENCE_TABLES
from schemas.tables import MODELS
from warehouse.names import literal, quoted
from warehouse.sql_files import view_statements
from warehouse.version import SCHEMA_VERSION as SCHEMA_VERSION
from warehouse.version import get_meta as get_meta
from warehouse.version import read_meta, wrong_version
from warehouse.version import set_meta as set_meta

TYPES: dict[type, str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    pl.Datetime: "TIMESTAMP",
    pl.Binary: "BLOB",
}


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create what is missing of the warehouse; do nothing, and write nothing, where all is there.

    Raises:
        NotAWarehouse: the database holds other tables.
        WrongSchemaVersion: the warehouse was made by another version.
    """
    meta = read_meta(connection)
    if meta and meta.get("definitions_hash") == _sealed(meta):
        return
    current = versions()
    if meta and any(meta.get(name) != current[name] for name in ("schema_version", "schema_hash")):
        raise wrong_version(meta, f"{current['schema_version']} {current['schema_hash']}")
    if meta and meta.get("views_hash") == current["views_hash"]:
        return
    connection.execute("begin")
    try:
        if not meta:
            for statement in table_statements():
                connection.execute(statement)
        for statement in (*_drop_views(connection), *view_statements()):
            connection.execute(statement)
        for name, value in {**current, "definitions_hash": _sealed(current)}.items():
            set_meta(connection, name, value)
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise


def _drop_views(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the statements that drop all views: one that has no file any more goes."""
    rows = connection.execute(
        "select view_name from duckdb_views() where not internal and not temporary "
        "and database_name = current_database() order by view_name"
    ).fetchall()
    return [f"drop view {quoted(name)}" for (name,) in rows]


@cache
def versions() -> dict[str, str]:
    """Return the entries of `meta` that say of which version tables and views are."""
    return {
        "schema_version": str(SCHEMA_VERSION),
        "schema_hash": schema_hash(),
        "views_hash": _hash(*view_statements()),
    }


@cache
def definitions_hash() -> str:
    """Return a hash of the files that say what tables and views are: where it is known nothing else is asked.

    Making all statements, to compare them, takes as long as loading ten articles.
    """
    schemas, warehouse = resources.files("schemas"), resources.files("warehouse")
    files = [
        *(file for file in schemas.iterdir() if file.name.endswith(".py")),
        *(warehouse / name for name in ("ddl.py", "names.py", "sql_files.py", "version.py")),
        *(file for file in (warehouse / "sql").iterdir() if file.name.endswith(".sql")),
        *(warehouse / "sql" / "views").iterdir(),
    ]
    texts = sorted((file.name, file.read_text(encoding="utf-8")) for file in files)
    return _hash(*(part for text in texts for part in text))


def _sealed(versions: Mapping[str, str]) -> str:
    """Return a hash of the versions that a warehouse says it has, and of the files that they come from."""
    names = ("schema_version", "schema_hash", "views_hash")
    return _hash(definitions_hash(), *(versions.get(name, "") for name in names))


def schema_hash() -> str:
    """Return a hash of all table definitions: another one is another version, whatever its number."""
    return _hash(*(table_statement(model) for model in MODELS))


def table_statements() -> Iterator[str]:
    """Yield the statements that create and comment all tables."""
    for model in MODELS:
        yield table_statement(model)
        yield from _comments(model)
    for table in REFERENCE_TABLES:
        yield from reference_statements(table, header_of(table))


def table_statement(model: type[Table]) -> str:
    """Return `create table` for `model`: types, NOT NULL, primary key where it is held, checks."""
    definition = definition_of(model)
    lines = []
    for name, column in columns_of(model).items():
        null = "" if column.nullable else " not null"
        lines.append(f"{quoted(name)} {type_of(column)}{null}")
    for name, column in columns_of(model).items():
        lines.extend(f"check ({_condition(name, check)})" for check in column.checks)
    lines.extend(f"check ({condition})" for condition in definition.rules.values())
    if definition.key and definition.is_indexed:
        lines.append(f"primary key ({', '.join(map(quoted, definition.key))})")
    return f"create table {quoted(definition.name)} (\n    " + ",\n    ".join(lines) + "\n)"


def reference_statements(table: str, columns: list[str]) -> Iterator[str]:
    """Yield the statements that create and comment a reference table with `columns`."""
    lines = ", ".join(f"{quoted(column)} {reference_type(table, column)}" for column in columns)
    yield f"create or replace table {quoted(table)} ({lines})"
    comment = references.DESCRIPTIONS.get(table, "Reference data.")
    yield f"comment on table {quoted(table)} is {literal(comment)}"
    for column in columns:
        own = references.COLUMN_DESCRIPTIONS.get(f"{table}.{column}")
        description = own or references.COLUMN_DESCRIPTIONS.get(column, f"As in {table}.csv.")
        yield f"comment on column {quoted(table)}.{quoted(column)} is {literal(description)}"


def reference_type(table: str, column: str) -> str:
    """Return the type of a reference table's column."""
    return "DOUBLE" if (table, column) in references.NUMBER_COLUMNS else "VARCHAR"


def _comments(model: type[Table]) -> Iterator[str]:
    definition = definition_of(model)
    yield f"comment on table {quoted(definition.name)} is {literal(definition.description)}"
    for name, column in columns_of(model).items():
        yield (
            f"comment on column {quoted(definition.name)}.{quoted(name)} is {literal(column_comment(column))}"
        )


def column_comment(column: Any) -> str:
    """Return a column's description, with its unit."""
    unit = (column.metadata or {}).get("unit")
    return str(column.description) + (f" [{unit}]" if unit else "")


def type_of(column: Any) -> str:
    """Return a column's type in DuckDB."""
    kind = column.dtype.type
    return TYPES[kind if isinstance(kind, type) else type(kind)]


def _condition(name: str, check: Any) -> str:
    """Return a pandera check in SQL. What is not listed here fails: no check may be lost silently."""
    column, given = quoted(name), check.statistics
    match check.name:
        case "str_matches":
            return f"regexp_matches({column}, {literal(given['pattern'])})"
        case "str_length" if given["max_value"] is None:
            return f"length({column}) >= {given['min_value']}"
        case "isin":
            return f"{column} in ({', '.join(map(literal, given['allowed_values']))})"
        case "in_range":
            return f"{column} between {given['min_value']!r} and {given['max_value']!r}"
        case "greater_than_or_equal_to":
            return f"{column} >= {given['min_value']!r}"
        case _:
            raise NotImplementedError(f"no SQL for the check {check.name} of column {name}")


def header_of(table: str) -> list[str]:
    """Return the columns of a shipped reference table."""
    source = resources.files("schemas") / "reference" / f"{table}.csv"
    return source.read_text(encoding="utf-8").splitlines()[0].split(",")


def _hash(*parts: str) -> str:
    return blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()
