"""Gzip of any kind: `a.jsonl.gz` is read as `a.jsonl`."""

import gzip
from dataclasses import replace
from typing import Any

from flows.sources.article import Items, Options, SourceError
from flows.sources.given import Given
from flows.sources.inner import inner_reader
from flows.sources.unpacking import unpacked


class _Counted:
    """A stream that counts what was read from it."""

    def __init__(self, stream: Any):
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        chunk: bytes = self._stream.read(size)
        self.count += len(chunk)
        return chunk


def read(given: Given, options: Options) -> Items:
    """Give the articles of what is packed.

    Raises:
        SourceError: of no kind, damaged, or a bomb.
    """
    name = given.name[: -len(".gz")]
    reader = inner_reader(name)
    counted = _Counted(given.stream)
    with gzip.GzipFile(fileobj=counted, mode="rb") as packed:  # type: ignore[call-overload]
        stream = unpacked(packed, lambda: counted.count)
        inside = replace(given, stream=stream, name=name, size=None, path=None)
        yield from (_named(item, given) for item in reader(inside, options))
    if not given.is_unchanged():
        raise SourceError("changed", "changed while it was read; the next run reads it again")


def _named(item: Any, given: Given) -> Any:
    """Messages name the file as it is called in the folder."""
    inner = given.name[: -len(".gz")]
    if item.location.startswith(inner):
        return replace(item, location=given.name + item.location[len(inner) :])
    return item
