"""The data dictionary: what tables, views and macros hold, as Markdown, from what makes them.

python -m warehouse.dictionary > docs/warehouse.md
"""

import re
from collections.abc import Iterator
from importlib import resources

import duckdb

from schemas.base import columns_of, definition_of
from schemas.reference import TABLES as REFERENCE_TABLES
from schemas.tables import MODELS
from warehouse.ddl import column_comment, create, type_of

INTRODUCTION = """# The warehouse

One DuckDB file. `crossfoot sql` asks it, and so does every tool that reads DuckDB 1.5 or later; a run
publishes a new file in its place, so an open connection keeps the state that it opened.

This page is made from the models in `schemas/` and the files in `warehouse/sql/`, by
`python -m warehouse.dictionary > docs/warehouse.md`.
"""


def dictionary() -> str:
    """Return the data dictionary."""
    with duckdb.connect() as connection:
        create(connection)
        parts = [INTRODUCTION, *_tables(), *_reference_tables(connection), *_views(connection), *_macros()]
    return "\n".join(parts)


def _tables() -> Iterator[str]:
    yield "## Tables\n"
    for model in MODELS:
        definition = definition_of(model)
        key = _code(definition.key) + ("" if definition.is_indexed else " (no index)")
        yield f"### {definition.name}\n\n{definition.description} Key: {key}.\n"
        yield "| column | type | null | meaning |\n|---|---|---|---|"
        for name, column in columns_of(model).items():
            meaning = cell(column_comment(column)) + _values(column)
            yield f"| `{name}` | {type_of(column)} | {'yes' if column.nullable else ''} | {meaning} |"
        yield ""
        if definition.rules:
            yield "Each row obeys:\n"
            yield from (f"- {name.replace('_', ' ')}: `{rule}`" for name, rule in definition.rules.items())
            yield ""


def _values(column: object) -> str:
    for check in getattr(column, "checks", ()):
        if check.name == "isin":
            return f" One of {_code(check.statistics['allowed_values'])}."
    return ""


def _reference_tables(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    yield "## Reference tables\n\nThe CSVs of `schemas/reference`, with the rows of a user's own folder.\n"
    for table in REFERENCE_TABLES:
        (comment,) = _one(connection, "select comment from duckdb_tables() where table_name = ?", table)
        yield f"### {table}\n\n{comment}\n\n| column | type | meaning |\n|---|---|---|"
        query = "select column_name, data_type, comment from duckdb_columns() where table_name = ?"
        for name, kind, meaning in connection.execute(query, [table]).fetchall():
            yield f"| `{name}` | {kind} | {cell(meaning)} |"
        yield ""


def _views(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    yield "## Views\n"
    query = "select view_name, comment from duckdb_views() where not internal order by view_name"
    for view, comment in connection.execute(query).fetchall():
        columns = [name for name, *_ in connection.execute(f'describe "{view}"').fetchall()]
        yield f"### {view}\n\n{comment}\n\nColumns: {_code(columns)}.\n"


def _macros() -> Iterator[str]:
    yield "## Macros\n\nArithmetic on intervals (a bound that is NULL is open), codes and months.\n"
    yield from _macros_of("macros")
    yield "\n## Questions\n\nMacros that give tables: `from growth_between(...)`.\n"
    yield from _macros_of("query_macros")
    yield ""


def _macros_of(name: str) -> Iterator[str]:
    sql = (resources.files("warehouse") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
    # A comment of lines, then the macro it describes.
    found = re.findall(r"((?:^--.*\n)*)^create or replace macro (\w+\([^)]*\))", sql, re.MULTILINE)
    for comment, signature in found:
        meaning = " ".join(line.removeprefix("--").strip() for line in comment.splitlines())
        yield f"- `{signature}`" + (f": {meaning}" if meaning else "")


def _one(connection: duckdb.DuckDBPyConnection, query: str, name: str) -> tuple[str, ...]:
    return connection.execute(query, [name]).fetchone() or ("",)


def _code(names: object) -> str:
    return ", ".join(f"`{name}`" for name in names) if isinstance(names, list | tuple) else ""


def cell(text: str) -> str:
    """Return text as it stands in a cell of a table of Markdown."""
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(dictionary(), end="")
