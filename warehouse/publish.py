"""Publish by swap: a run works on its own copy, and readers see it when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb


@contextmanager
def open_run(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection to a private copy of the warehouse at `path`; publish it on a clean exit.

    The warehouse's tables are there (`ddl.create`). Where nothing was written, the published file stays
    as it is. On an exception the published file is untouched and the copy is removed.

    Raises:
        WarehouseBusy: another run holds the warehouse.
        NotAWarehouse, WrongSchemaVersion, NotWritable: see `warehouse.errors`.
    """
    raise NotImplementedError
    yield


def open_reader(path: Path) -> duckdb.DuckDBPyConnection:
    """Return a read-only connection to the published warehouse, without access to files or network.

    Raises:
        NoWarehouse, NotAWarehouse, WrongSchemaVersion: see `warehouse.errors`.
    """
    raise NotImplementedError
