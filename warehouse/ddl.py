"""Tables, views and macros of the warehouse, made from the pandera models and the `.sql` files."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from importlib import resources
from typing import Any

import duckdb
import polars as pl

from schemas import references
from schemas.base import Table, columns_of, definition_of
from schemas.reference import TABLES as REFERENCE_TABLES
from schemas.reference import load_reference
from schemas.tables import MODELS
from warehouse.errors import NotAWarehouse, WrongSchemaVersion

# Raise it with every change to a table; views and macros are renewed without.
SCHEMA_VERSION = 1

TYPES: dict[type, str] = {
    pl.String: "VARCHAR",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    pl.Datetime: "TIMESTAMP",
}


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create what is missing of the warehouse; do nothing, and write nothing, where all is there.

    Raises:
        NotAWarehouse: the database holds other tables.
        WrongSchemaVersion: the warehouse was made by another version.
    """
    meta = _meta(connection)
    views_hash = _hash(*view_statements())
    if meta.get("views_hash") == views_hash and _is_current(meta):
        return
    if meta:
        _require_current(meta)
    statements = list(view_statements()) if meta else [*table_statements(), *view_statements()]
    entries = {"views_hash": views_hash}
    if not meta:
        entries |= {"schema_version": str(SCHEMA_VERSION), "schema_hash": schema_hash()}
    connection.execute("begin")
    try:
        for statement in statements:
            connection.execute(statement)
        for name, value in entries.items():
            set_meta(connection, name, value)
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise


def require_current(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise unless the database is a warehouse of this version."""
    meta = _meta(connection)
    if not meta:
        raise NotAWarehouse("the database holds no tables of Crossfoot; name another file")
    _require_current(meta)


def set_meta(connection: duckdb.DuckDBPyConnection, name: str, value: str) -> None:
    """Set one entry of `meta`."""
    connection.execute("insert or replace into meta values (?, ?)", [name, value])


def get_meta(connection: duckdb.DuckDBPyConnection, name: str) -> str | None:
    """Return one entry of `meta`, or None."""
    row = connection.execute("select value from meta where name = ?", [name]).fetchone()
    return None if row is None else str(row[0])


def schema_hash() -> str:
    """Return a hash of all table definitions: another one is another version, whatever its number."""
    return _hash(*(table_statement(model) for model in MODELS))


def table_statements() -> Iterator[str]:
    """Yield the statements that create and comment all tables."""
    for model in MODELS:
        yield table_statement(model)
        yield from _comments(model)
    reference = load_reference()
    for table in REFERENCE_TABLES:
        rows = reference.rows(table)
        yield from reference_statements(table, list(rows[0]) if rows else header_of(table))


def table_statement(model: type[Table]) -> str:
    """Return `create table` for `model`: types, NOT NULL, primary key and checks."""
    definition = definition_of(model)
    lines = []
    for name, column in columns_of(model).items():
        null = "" if column.nullable else " not null"
        lines.append(f"{quoted(name)} {_type_of(column)}{null}")
    for name, column in columns_of(model).items():
        lines.extend(f"check ({_condition(name, check)})" for check in column.checks)
    lines.extend(f"check ({condition})" for condition in definition.rules.values())
    if definition.key:
        lines.append(f"primary key ({', '.join(map(quoted, definition.key))})")
    return f"create table {quoted(definition.name)} (\n    " + ",\n    ".join(lines) + "\n)"


def reference_statements(table: str, columns: list[str]) -> Iterator[str]:
    """Yield the statements that create and comment a reference table with `columns`."""
    lines = ", ".join(f"{quoted(column)} {reference_type(table, column)}" for column in columns)
    yield f"create or replace table {quoted(table)} ({lines})"
    comment = references.DESCRIPTIONS.get(table, "Reference data.")
    yield f"comment on table {quoted(table)} is {literal(comment)}"
    for column in columns:
        description = references.COLUMN_DESCRIPTIONS.get(column, f"As in {table}.csv.")
        yield f"comment on column {quoted(table)}.{quoted(column)} is {literal(description)}"


def reference_type(table: str, column: str) -> str:
    """Return the type of a reference table's column."""
    return "DOUBLE" if (table, column) in references.NUMBER_COLUMNS else "VARCHAR"


def view_statements() -> Iterator[str]:
    """Yield the statements that create the macros and, each after those it reads, the views.

    A view is one file in `sql/views`: its name is the view's, its leading comment the view's comment.
    """
    sql = resources.files("warehouse") / "sql"
    yield from statements_of((sql / "macros.sql").read_text(encoding="utf-8"))
    files = sorted((sql / "views").iterdir(), key=lambda file: file.name)
    bodies = {
        file.name.removesuffix(".sql"): file.read_text(encoding="utf-8")
        for file in files
        if file.name.endswith(".sql")
    }
    for name in _in_order(bodies):
        comment, query = split_comment(bodies[name])
        yield f"create or replace view {quoted(name)} as\n{query}"
        yield f"comment on view {quoted(name)} is {literal(comment)}"


def split_comment(sql: str) -> tuple[str, str]:
    """Return the leading comment of `sql` as one line of text, and the query without it."""
    comment: list[str] = []
    lines = sql.strip().splitlines()
    while lines and (lines[0].startswith("--") or not lines[0].strip()):
        comment.append(lines.pop(0).removeprefix("--").strip())
    return " ".join(line for line in comment if line), "\n".join(lines).rstrip().removesuffix(";")


def statements_of(sql: str) -> list[str]:
    """Split a file of statements that end in a semicolon at a line's end."""
    return [part.strip() for part in re.split(r";[ \t]*(?:\n|$)", sql) if part.strip()]


def quoted(name: str) -> str:
    """Return `name` as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """Return `value` as an SQL string."""
    return "'" + value.replace("'", "''") + "'"


def _in_order(bodies: dict[str, str]) -> list[str]:
    """Return the views' names, each after the views that its query names."""
    done: list[str] = []
    waiting = list(bodies)
    while waiting:
        ready = [
            name
            for name in waiting
            if not any(
                re.search(rf"\b{other}\b", split_comment(bodies[name])[1])
                for other in waiting
                if other != name
            )
        ]
        if not ready:
            raise ValueError(f"views that read each other: {', '.join(waiting)}")
        done.extend(ready)
        waiting = [name for name in waiting if name not in ready]
    return done


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


def _type_of(column: Any) -> str:
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


def _meta(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    tables = {
        str(name)
        for (name,) in connection.execute(
            "select table_name from duckdb_tables() where not internal and not temporary "
            "and database_name = current_database() and schema_name = 'main'"
        ).fetchall()
    }
    if not tables:
        return {}
    if "meta" not in tables or "figures" not in tables:
        raise NotAWarehouse(
            f"the database holds other tables ({', '.join(sorted(tables)[:3])}); name another file"
        )
    return {str(name): str(value) for name, value in connection.execute("select * from meta").fetchall()}


def _is_current(meta: dict[str, str]) -> bool:
    return meta.get("schema_version") == str(SCHEMA_VERSION) and meta.get("schema_hash") == schema_hash()


def _require_current(meta: dict[str, str]) -> None:
    if not _is_current(meta):
        raise WrongSchemaVersion(
            f"the warehouse has schema version {meta.get('schema_version', 'none')} "
            f"({meta.get('schema_hash', 'no hash')}), this program needs version {SCHEMA_VERSION} "
            f"({schema_hash()}); build a new warehouse, or use the program that made this one"
        )
