"""The folder of a report: built beside its place, and put there when it is whole."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.errors import WarehouseError

# Its presence says that the folder is a report and may be replaced.
MARKER = ".crossfoot-report"


class NotAReport(WarehouseError):
    """The folder holds something else, and is left as it is."""


class Folder:
    """A folder that files are written into."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files = 0
        self._made: set[str] = set()

    def write(self, name: str, content: str | bytes) -> None:
        """Write one file; `name` is its path in the folder, with slashes."""
        folder, slash, _ = name.rpartition("/")
        if slash and folder not in self._made:
            (self.path / folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        with open(f"{self.path}{os.sep}{name}", "wb", buffering=0) as file:  # noqa: PTH123  thousands of files
            file.write(data)
        self.files += 1


@contextmanager
def replaced(target: Path) -> Iterator[Folder]:
    """Yield an empty folder that takes the place of `target` on a clean exit; an older report goes.

    Raises:
        NotAReport: `target` is a file, or a folder with anything but a report in it.
    """
    target = target.absolute()
    if target.exists() and not _is_replaceable(target):
        raise NotAReport(f"{target}: holds something else than a report; name a new or an empty folder")
    target.parent.mkdir(parents=True, exist_ok=True)
    building = target.with_name(f".{target.name}.building-{os.getpid()}")
    old = target.with_name(f".{target.name}.old-{os.getpid()}")
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir()
    try:
        (building / MARKER).write_text("Made by crossfoot report, which replaces this folder.\n", "utf-8")
        yield Folder(building)
        if target.exists():
            target.rename(old)
        building.rename(target)
    finally:
        shutil.rmtree(building, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _is_replaceable(target: Path) -> bool:
    return target.is_dir() and ((target / MARKER).is_file() or not any(target.iterdir()))
