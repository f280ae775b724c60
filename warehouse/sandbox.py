"""A user's own checks, run where they can read the warehouse and nothing else.

They run in a database in memory that holds copies of the tables: no files, no network, no writing to the
warehouse, whatever their SQL says.
"""

from collections.abc import Iterator, Sequence

import duckdb

from warehouse.check_files import Check, CheckError, sql_text
from warehouse.check_scope import PREPARED
from warehouse.found import Found, read_rows


def run_own(
    connection: duckdb.DuckDBPyConnection, checks: Sequence[Check]
) -> Iterator[tuple[Check, list[Found]]]:
    """Run a user's checks over copies of the tables of `connection`.

    Raises:
        CheckError: more than one statement, no SELECT, or SQL that does not run.
    """
    if not checks:
        return
    sandbox = duckdb.connect(":memory:")
    try:
        _copy_tables(connection, sandbox)
        sandbox.execute(sql_text("check_macros.sql"))
        sandbox.execute("set enable_external_access = false")
        sandbox.execute("set lock_configuration = true")
        for check in checks:
            yield check, _run(sandbox, check)
    finally:
        sandbox.close()


def _run(sandbox: duckdb.DuckDBPyConnection, check: Check) -> list[Found]:
    try:
        statements = duckdb.extract_statements(check.query)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise CheckError(f"check {check.name}: must be one SELECT statement")
        result = sandbox.execute(statements[0])
        names = [column[0] for column in result.description or ()]
        rows = result.fetchall()
    except duckdb.Error as error:
        raise CheckError(f"check {check.name} cannot run: {error}") from error
    return read_rows(check, names, rows)


def _copy_tables(source: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection) -> None:
    names = source.execute(
        "select table_name from duckdb_tables() where database_name = current_database() and not internal"
    ).fetchall()
    for name in sorted({*(name for (name,) in names), *PREPARED}):
        frame = source.sql(f'select * from "{name}"').to_arrow_table()
        target.register("copied", frame)
        target.execute(f'create table "{name}" as select * from copied')
        target.unregister("copied")
