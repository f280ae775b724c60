"""What can go wrong with a warehouse, in words that a user can act on: what, where, what to do."""

from pathlib import Path


class WarehouseError(Exception):
    """A fault of the warehouse; its text is meant for the user, without a traceback."""


class WarehouseBusy(WarehouseError):
    """Another run holds the warehouse."""

    def __init__(self, path: Path, pid: int | None) -> None:
        holder = f"process {pid}" if pid else "another process"
        super().__init__(
            f"{path}: {holder} is writing to this warehouse; "
            "wait until it has finished, or stop it, and run again"
        )
        self.path = path
        self.pid = pid


class NotAWarehouse(WarehouseError):
    """The file is no DuckDB database, or one that Crossfoot did not make."""


class NoWarehouse(WarehouseError):
    """There is no file to read."""


class WrongSchemaVersion(WarehouseError):
    """The warehouse was made by another version of Crossfoot."""


class NotWritable(WarehouseError):
    """The warehouse or its folder cannot be written: permissions, disk space, a missing folder."""


class TooLittleMemory(WarehouseError):
    """A run needs more memory than it may take."""


class StaleBatch(WarehouseError):
    """A batch lacks readings that the warehouse's present state asks for: plan it again."""


class LoadFailed(WarehouseError):
    """A load was rolled back, or its ledger was not there after the commit."""


class AcceptanceError(ValueError):
    """An acceptance that cannot be used: says which, what is wrong and what to do."""
