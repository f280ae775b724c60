"""Hand polars frames to DuckDB without pyarrow, whose import costs more than most loads."""

from typing import Any

import duckdb
import polars as pl

NAME = "given_rows"


class _Stream:
    """A frame behind the Arrow C stream interface and nothing else.

    DuckDB imports pyarrow when it is given a polars frame as such.
    """

    def __init__(self, frame: pl.DataFrame) -> None:
        self.frame = frame

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.frame.__arrow_c_stream__(requested_schema)


def insert(connection: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame, *, replace: bool) -> None:
    """Insert a frame whose columns are the table's; with `replace`, over rows of the same key."""
    if frame.is_empty():
        return
    # A result of which a caller took only the first row would keep DuckDB 2 from registering anything.
    connection.execute("select 1").fetchall()
    connection.register(NAME, _Stream(frame))
    verb = "insert or replace into" if replace else "insert into"
    connection.execute(f'{verb} "{table}" by name select * from {NAME}')
    # Not in a `finally`: DuckDB refuses it in a failed transaction, and that error would hide the cause.
    connection.unregister(NAME)
