"""Objects on the disk until what they hold is committed: there a killed run's successor finds them.

As the journal does for pages; a file an object, since an object may be a dump of many gigabytes.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from flows.sources.article import SourceError

# What nobody has asked for again in this time is not asked for any more.
LONGEST_KEPT = timedelta(days=7)


class Kept:
    """A folder of objects by a key that names them and their state.

    Args:
        folder: made with the first object.
    """

    def __init__(self, folder: Path):
        # The child that parses may have begun in another folder.
        self.folder = folder.absolute()
        self._used: set[Path] = set()

    @contextmanager
    def opened(
        self, key: str, fetch: Callable[[], AbstractContextManager[BinaryIO]]
    ) -> Iterator[tuple[BinaryIO, Path]]:
        """Open the object as a file; fetch it first where it is not there in whole.

        Raises:
            SourceError: it cannot be fetched or written.
        """
        path = self.folder / key
        self._used.add(path)
        if not path.exists():
            with fetch() as stream:
                self._write(path, stream)
        with path.open("rb") as file:
            yield file, path

    def settle(self, now: datetime) -> None:
        """Remove what was used: it is committed; and what is old."""
        if not self.folder.is_dir():
            return
        for path in list(self.folder.iterdir()):
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None)
            if path in self._used or path.suffix == ".part" or now - changed > LONGEST_KEPT:
                path.unlink()
        if not any(self.folder.iterdir()):
            self.folder.rmdir()

    def _write(self, path: Path, stream: BinaryIO) -> None:
        part = path.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                shutil.copyfileobj(stream, file, 1 << 20)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as fault:
            part.unlink(missing_ok=True)
            raise SourceError(
                "unreadable", f"cannot be kept on this disk: {fault.strerror or fault}"
            ) from fault
