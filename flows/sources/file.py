"""A file as what readers are given; it is looked at before and after."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.sources.article import shown
from flows.sources.given import Given
from flows.sources.opening import opened


@contextmanager
def given_file(path: Path, source: str, source_id: str) -> Iterator[Given]:
    """Open the regular file at `path`.

    Raises:
        SourceError: it cannot be opened or read, or is no regular file.
    """
    with opened(path) as descriptor, os.fdopen(os.dup(descriptor), "rb") as stream:
        before = os.fstat(descriptor)

        def is_unchanged() -> bool:
            after = os.fstat(descriptor)
            return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)

        yield Given(stream, source, source_id, shown(path), before.st_size, is_unchanged, path)


def read_bytes(path: Path, limit: int) -> bytes:
    """Return the bytes of a regular file of at most `limit` bytes.

    Raises:
        SourceError: it cannot be opened, is too large, or changed while it was read.
    """
    with given_file(path, "", "") as given:
        return given.read_all(limit)
