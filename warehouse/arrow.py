"""Hand polars frames to DuckDB without pyarrow, whose import costs more than most loads."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol

import duckdb
import polars as pl


class Streams(Protocol):
    """What gives its rows as Arrow: a polars frame, a relation of DuckDB."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Return the rows."""


class _Stream:
    """A frame behind the Arrow C stream interface and nothing else.

    DuckDB imports pyarrow when it is given a polars frame as such.
    """

    def __init__(self, frame: Streams) -> None:
        self.frame = frame

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.frame.__arrow_c_stream__(requested_schema)


@contextmanager
def given(connection: duckdb.DuckDBPyConnection, **frames: Streams) -> Iterator[None]:
    """Let queries name the frames as tables."""
    # A result of which a caller took only the first row would keep DuckDB 2 from registering anything.
    with suppress(duckdb.InvalidInputException):
        connection.fetchall()
    for name, frame in frames.items():
        connection.register(name, _Stream(frame))
    yield
    # Not in a `finally`: DuckDB refuses it in a failed transaction, and that error would hide the cause.
    for name in frames:
        connection.unregister(name)


def insert(connection: duckdb.DuckDBPyConnection, table: str, frame: pl.DataFrame, *, replace: bool) -> None:
    """Insert a frame whose columns are the table's; with `replace`, over rows of the same key."""
    if frame.is_empty():
        return
    verb = "insert or replace into" if replace else "insert into"
    with given(connection, given_rows=frame):
        connection.execute(f'{verb} "{table}" by name select * from given_rows')
