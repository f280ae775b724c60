"""The reference CSVs as tables, so that queries and checks read what the extractor read."""

import duckdb
import polars as pl

from schemas.reference import TABLES, Reference, ReferenceError, digest_of
from warehouse import arrow, ddl


def load_reference(connection: duckdb.DuckDBPyConnection, reference: Reference) -> bool:
    """Replace the reference tables where they are others; return whether they were.

    Raises:
        ReferenceError: a cell of a column of numbers is no number.
    """
    reference_hash = digest_of(reference)
    if ddl.get_meta(connection, "reference_hash") == reference_hash:
        return False
    frames = {table: _frame(table, reference) for table in TABLES}
    connection.execute("begin")
    try:
        for table, frame in frames.items():
            for statement in ddl.reference_statements(table, frame.columns):
                connection.execute(statement)
            arrow.insert(connection, table, frame, replace=False)
        ddl.set_meta(connection, "reference_hash", reference_hash)
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise
    return True


def _frame(table: str, reference: Reference) -> pl.DataFrame:
    rows = reference.rows(table)
    columns = list(rows[0]) if rows else ddl.header_of(table)
    return pl.DataFrame([_series(table, column, [row[column] for row in rows]) for column in columns])


def _series(table: str, column: str, cells: list[str]) -> pl.Series:
    if ddl.reference_type(table, column) == "VARCHAR":
        return pl.Series(column, [cell or None for cell in cells], dtype=pl.String)
    numbers: list[float | None] = []
    for cell in cells:
        try:
            numbers.append(float(cell) if cell else None)
        except ValueError:
            raise ReferenceError(f"{table}.csv, column {column}: {cell!r} is no number") from None
    return pl.Series(column, numbers, dtype=pl.Float64)
