"""A warehouse without rows, made once: making its tables takes longer than most tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.ddl import create


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file; to be copied."""
    path = tmp_path_factory.mktemp("warehouse") / "empty.duckdb"
    with duckdb.connect(path) as connection:
        create(connection)
    return path


@pytest.fixture
def connection(empty_warehouse: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a copy of it."""
    with duckdb.connect(shutil.copy(empty_warehouse, tmp_path / "copy.duckdb")) as connection:
        yield connection
