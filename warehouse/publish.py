"""Publish by swap: a run works on its own copy, and readers see it when it is whole.

DuckDB locks a file for one process, readers against the writer too. So no run writes to the published
file: it writes to a copy beside it, which takes the published name when it is whole. An open reader keeps
the state that it opened; the next one sees the new state.
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from schemas.faults import first_line
from schemas.reference import Reference
from warehouse.errors import (
    NotAWarehouse,
    NotWritable,
    NoWarehouse,
    TooLittleMemory,
    WarehouseBusy,
    WarehouseError,
    WrongSchemaVersion,
)
from warehouse.names import literal
from warehouse.version import require_stored, require_version

# Files of this format are read by DuckDB 1.5 and later; without it, only by the version that wrote them.
STORAGE_VERSION = "v1.5.0"
# Of a run's DuckDB, which else takes most of the machine's as cache; what does not fit goes to a file beside
# the copy. Checks need more of it than loading, beside which a process extracts.
LOADING_MEMORY = "100MB"
MEMORY = "150MB"
# Of changes that are not in the file yet.
LITTLE = 4 << 20
# A file of so many figures that handing work to other threads costs less than it saves; it has 4 MB empty.
WORTH_THREADS = 8 << 20
# A DuckDB file has this mark after its first eight bytes.
MARK = b"DUCK"
MARK_AT = 8


@contextmanager
def open_run(path: Path, reference: Reference | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection to a private copy of the warehouse at `path`; publish it on a clean exit.

    The warehouse's tables are there (`ddl.create`). Where nothing was written, the published file stays
    as it is. On an exception the published file is untouched and the copy is removed.

    Args:
        path: the published file.
        reference: what a new warehouse will hold, so that a kept one can be taken for it.

    Raises:
        WarehouseBusy: another run holds the warehouse.
        NotAWarehouse: the file is something else.
        WrongSchemaVersion: another version of the program made it.
        NotWritable: the folder is missing or read-only, or the disk is full.
    """
    path = _target(path)
    with _private_copy(path) as copy:
        _require_database(path)
        with _writing(path):
            _copy(path, copy)
        before = _stamp(copy)
        with _open_copy(path, copy, reference) as connection:
            yield connection
        if _stamp(copy) != before:
            with _writing(path):
                _swap(copy, path)


@contextmanager
def open_rebuild(
    path: Path, kept: Path, reference: Reference | None = None
) -> Iterator[tuple[duckdb.DuckDBPyConnection, duckdb.DuckDBPyConnection]]:
    """Yield the warehouse at `path`, of any version, and an empty new one; publish that on a clean exit.

    The old file is then called `kept`. On an exception the published file is untouched. With what the new
    one will hold as `reference` a kept empty one can be taken for it.

    Raises:
        NoWarehouse: there is nothing at `path`.
        NotWritable: there is a file at `kept`.
        WarehouseBusy, NotAWarehouse: as `open_run`.
    """
    path = _target(path)
    with _private_copy(path) as copy, open_stored(path) as old:
        if kept.exists():
            raise NotWritable(f"{kept}: is there already, from a rebuild before; move or delete it first")
        with _open_copy(path, copy, reference) as new:
            yield old, new
        with _writing(path):
            os.link(path, kept)
            _swap(copy, path)


@contextmanager
def open_stored(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a read-only connection to a warehouse of any version: its texts outlive its tables.

    Raises:
        NoWarehouse: there is no file at `path`.
        NotAWarehouse: the file is something else.
    """
    path = _target(path)
    _require_warehouse(path)
    try:
        connection = duckdb.connect(str(path), read_only=True, config={"enable_external_access": "false"})
    except duckdb.Error as error:
        raise NotAWarehouse(f"{path}: DuckDB cannot open it: {first_line(error)}") from error
    with connection:
        _explained(path, require_stored, connection)
        yield connection


@contextmanager
def _private_copy(path: Path) -> Iterator[Path]:
    """Hold the warehouse for this process and yield where its copy may stand; nothing of it is left."""
    with _lock(path):
        copy = path.with_name(f"{_copy_prefix(path)}{os.getpid()}")
        try:
            with _writing(path):
                _remove_copies(path)
            yield copy
        finally:
            with suppress(OSError):
                _remove_copies(path)


def open_reader(path: Path) -> duckdb.DuckDBPyConnection:
    """Return a read-only connection to the published warehouse, without access to files or network.

    Raises:
        NoWarehouse: there is no file at `path`.
        NotAWarehouse: the file is something else.
        WrongSchemaVersion: another version of the program made it.
    """
    path = _target(path)
    while True:
        _require_warehouse(path)
        before = _state(path)
        try:
            connection = _attached(path)
        except WarehouseError:
            if _state(path) == before:
                raise
            continue
        if _state(path) == before:
            return connection
        connection.close()


def _attached(path: Path) -> duckdb.DuckDBPyConnection:
    """Return a read-only connection to `path`, which DuckDB opens once for its header and once for the rest.

    Where it took another file's name in between, the two are of two states, whatever comes of that.
    """
    # Attached to a database of its own: connections to one path share one state in a process, and
    # would show the state before the swap for as long as any of them is open.
    connection = duckdb.connect(":memory:")
    try:
        connection.execute(f"attach {literal(str(path))} as warehouse (read_only)")
        connection.execute("use warehouse")
        _explained(path, require_version, connection)
        connection.execute("set enable_external_access = false")
        connection.execute("set lock_configuration = true")
    except duckdb.Error as error:
        connection.close()
        raise NotAWarehouse(f"{path}: DuckDB cannot open it: {first_line(error)}") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _state(path: Path) -> tuple[int, ...] | None:
    """Return what tells the file at `path` from others that had its name; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns


@contextmanager
def _open_copy(
    path: Path, copy: Path, reference: Reference | None = None
) -> Iterator[duckdb.DuckDBPyConnection]:
    # Here, since readers need none of pandera and polars, which take a second to import.
    from warehouse.blank import put_blank
    from warehouse.ddl import create

    if reference is not None and not copy.exists():
        put_blank(copy, reference, _connect)
    try:
        connection = _connect(copy)
    except duckdb.Error as error:
        raise NotAWarehouse(f"{path}: DuckDB cannot open it: {first_line(error)}") from error
    try:
        _explained(path, create, connection)
        yield connection
        connection.execute("checkpoint")
    except duckdb.OutOfMemoryException as error:
        raise TooLittleMemory(
            f"{path}: a run may take {MEMORY} of memory and this one needs more ({first_line(error)}); "
            "load fewer articles at a time, or report it; the published file is as it was"
        ) from error
    # A disk that is full while a transaction is written ends as a FatalException.
    except (duckdb.IOException, duckdb.FatalException) as error:
        raise NotWritable(
            f"{path}: cannot be written: {first_line(error)}; check the free space beside it: a run needs "
            "as much again for its copy; the published file is as it was"
        ) from error
    finally:
        connection.close()


def _connect(copy: Path) -> duckdb.DuckDBPyConnection:
    settings: dict[str, str | bool | int | float | list[str]] = {
        "storage_compatibility_version": STORAGE_VERSION,
        "enable_external_access": "false",
        "memory_limit": LOADING_MEMORY,
    }
    if not copy.exists() or copy.stat().st_size < WORTH_THREADS:
        settings["threads"] = 1
    if not duckdb.__version__.startswith("1."):
        # Nobody reads the copy before it is whole, and a power cut takes the run with it: `_swap` waits for
        # the disk, once.
        settings["fsync_mode"] = "none"
    return duckdb.connect(str(copy), config=settings)


def use_memory(connection: duckdb.DuckDBPyConnection) -> None:
    """Let DuckDB take what the whole run may from now on: what loads and extracts has done its work."""
    connection.execute(f"set memory_limit = '{MEMORY}'")


def use_threads(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the work be done in several threads from now on: there is enough of it."""
    connection.execute("reset threads")


def _explained(
    path: Path, step: Callable[[duckdb.DuckDBPyConnection], object], connection: duckdb.DuckDBPyConnection
) -> None:
    """Run `step`, and put the file's name before the message of what it raises."""
    try:
        step(connection)
    except (NotAWarehouse, WrongSchemaVersion) as error:
        raise type(error)(f"{path}: {error}") from error


def _target(path: Path) -> Path:
    """Return the file itself where `path` is a link: the link stays when the file is swapped."""
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise NotAWarehouse(f"{path}: cannot be followed: {error}") from error


def _require_warehouse(path: Path) -> None:
    if not _require_database(path):
        raise NoWarehouse(
            f"{path}: there is no warehouse; make it with `crossfoot run`, or name another file"
        )


def _require_database(path: Path) -> bool:
    """Return whether there is a database at `path`; raise where there is something else."""
    try:
        if not path.exists():
            return False
        if not path.is_file():
            raise NotAWarehouse(f"{path}: is no file; name a file for the warehouse")
        with path.open("rb") as file:
            start = file.read(MARK_AT + len(MARK))
    except OSError as error:
        raise NotAWarehouse(f"{path}: cannot be read: {error.strerror}; check its permissions") from error
    if not start:
        return False
    if start[MARK_AT:] != MARK:
        raise NotAWarehouse(f"{path}: is no DuckDB database; name another file for the warehouse")
    log = path.with_name(path.name + ".wal")
    if log.exists():
        raise NotAWarehouse(
            f"{path}: another program has changed it and not finished ({log.name} is there); "
            "close that program, or open and close the file once with DuckDB"
        )
    return True


@contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Hold the lock file beside `path`. The kernel frees it with the process, however that ends."""
    with _writing(path):
        descriptor = os.open(path.with_name(path.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
            raise WarehouseBusy(path, int(holder) if holder.isdecimal() else None) from None
        with _writing(path):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        # The file stays: removing it would let two runs lock two files of one name.
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise NotWritable(
            f"{path}: the folder {path.parent} does not exist; create it, or name another file"
        ) from error
    except OSError as error:
        raise NotWritable(
            f"{path}: cannot be written: {error.strerror}; check the folder's permissions and free space"
        ) from error


def _copy_prefix(path: Path) -> str:
    return f".{path.name}.run-"


def _copy(path: Path, copy: Path) -> None:
    if not path.exists() or not path.stat().st_size:
        return
    shutil.copyfile(path, copy)
    shutil.copymode(path, copy)
    # An old time, so that any write shows, however soon it follows.
    os.utime(copy, ns=(0, 0))


def _stamp(copy: Path) -> tuple[int, int] | None:
    if not copy.exists():
        return None
    state = copy.stat()
    return state.st_mtime_ns, state.st_size


def write_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Write what was changed to the disk itself: what publishing has left to do is to swap two names.

    A few megabytes are left to the end, where they take milliseconds: tables would be written twice.
    """
    found = connection.execute("select path from duckdb_databases() where path is not null").fetchall()
    paths = [Path(path) for (path,) in found]
    logs = [path.with_name(path.name + ".wal") for path in paths]
    if sum(log.stat().st_size for log in logs if log.exists()) < LITTLE:
        return
    connection.execute("checkpoint")
    for path in paths:
        # Closing it again frees DuckDB's lock on the file too; nobody else has a run's own copy.
        flush(path)


def _swap(copy: Path, path: Path) -> None:
    """Give `copy` the published name; after a power cut there is the old file or the new one."""
    flush(copy)
    copy.replace(path)
    flush(path.parent)


def flush(path: Path) -> None:
    """Wait until what was written is on the disk itself."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _remove_copies(path: Path) -> None:
    """Remove what this run or a killed one left; nobody else has copies while the lock is held."""
    for left in path.parent.iterdir():
        if not left.name.startswith(_copy_prefix(path)):
            continue
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
        else:
            left.unlink()
