"""Streams as files, for readers that have to go back and forth."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from flows.sources.given import Given

# The index of these stands at their end.
NEEDS_PATH = (".parquet", ".zip")


@contextmanager
def with_path(given: Given, kind: str) -> Iterator[Given]:
    """Give what a reader of `kind` can read: where it needs a file, a temporary one."""
    if given.path is not None or kind not in NEEDS_PATH:
        yield given
        return
    with NamedTemporaryFile(prefix="crossfoot-", suffix=kind) as file:
        shutil.copyfileobj(given.stream, file)
        size = file.tell()
        file.seek(0)
        yield replace(given, stream=cast(BinaryIO, file), path=Path(file.name), size=size)
