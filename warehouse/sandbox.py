"""A user's own checks, run where they can read the warehouse and nothing else.

They run in a database in memory that holds copies of the tables: no files, no network, no writing to the
warehouse, whatever their SQL says.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

import duckdb

from schemas.base import definition_of
from schemas.reference import TABLES as REFERENCE_TABLES
from schemas.tables import MODELS
from warehouse import arrow
from warehouse.check_files import Check, CheckError, sql_text
from warehouse.check_scope import PREPARED, has_few_figures
from warehouse.found import Found, read_rows
from warehouse.names import quoted

TABLES = (*(definition_of(model).name for model in MODELS), *REFERENCE_TABLES, *PREPARED)
MACRO = re.compile(r"macro (\w+)\(")


def run_own(
    connection: duckdb.DuckDBPyConnection, checks: Sequence[Check]
) -> Iterator[tuple[Check, list[Found]]]:
    """Run a user's checks over copies of the tables of `connection`.

    Raises:
        CheckError: more than one statement, no SELECT, or SQL that does not run.
    """
    if not checks:
        return
    with duckdb.connect(":memory:") as sandbox:
        if has_few_figures(connection):
            sandbox.execute("set threads = 1")
        sandbox.execute("set enable_external_access = false")
        sandbox.execute("set lock_configuration = true")
        words = "\n".join(check.query for check in checks).lower()
        named = {table for table in TABLES if table in words}
        _copy_tables(connection, sandbox, named)
        macros = sql_text("check_macros.sql")
        if any(name in words for name in MACRO.findall(macros)):
            sandbox.execute(macros)

        def copy_rest() -> bool:
            # A name that is made up within a query was missed.
            left = _tables(connection) - named
            _copy_tables(connection, sandbox, left)
            named.update(left)
            return bool(left)

        for check in checks:
            yield check, _run(sandbox, check, copy_rest)


def _run(sandbox: duckdb.DuckDBPyConnection, check: Check, copy_rest: Callable[[], bool]) -> list[Found]:
    try:
        statements = duckdb.extract_statements(check.query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise CheckError(f"check {check.name}: must be one SELECT statement")
        try:
            result = sandbox.execute(statements[0])
        except duckdb.CatalogException:
            if not copy_rest():
                raise
            result = sandbox.execute(statements[0])
        names = [column[0] for column in result.description or ()]
        rows = result.fetchall()
    except duckdb.Error as error:
        raise CheckError(f"check {check.name} cannot run: {error}") from error
    return read_rows(check, names, rows)


def _tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    rows = connection.execute(
        "select table_name from duckdb_tables() where database_name = current_database() and not internal"
    ).fetchall()
    return {*(name for (name,) in rows), *PREPARED}


def _copy_tables(
    source: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, names: Collection[str]
) -> None:
    for name in sorted(names):
        with arrow.given(target, copied=source.sql(f"from {quoted(name)}")):
            target.execute(f"create table {quoted(name)} as from copied")
