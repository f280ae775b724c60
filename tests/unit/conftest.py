"""A warehouse without rows, made once: making its tables takes longer than most tests."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import duckdb
import pytest

from warehouse import publish
from warehouse.ddl import create

Opening = Callable[[], AbstractContextManager[duckdb.DuckDBPyConnection]]


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file; to be copied."""
    path = tmp_path_factory.mktemp("warehouse") / "empty.duckdb"
    with duckdb.connect(path, config={"threads": 1}) as connection:
        create(connection)
    return path


@pytest.fixture(scope="session")
def open_empty(empty_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Opening:
    """Opens a copy of it, as a run does; the copy goes when it is closed."""

    @contextmanager
    def opened() -> Iterator[duckdb.DuckDBPyConnection]:
        folder = tmp_path_factory.mktemp("copy")
        with publish._connect(Path(shutil.copy(empty_warehouse, folder / "copy.duckdb"))) as connection:
            yield connection
        shutil.rmtree(folder)

    return opened


@pytest.fixture
def connection(open_empty: Opening) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to a copy of it."""
    with open_empty() as connection:
        yield connection
