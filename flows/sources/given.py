"""What a reader is given: the bytes of a file, of a member of an archive, or of a response."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from flows.sources.article import Items, Options, SourceError
from flows.sources.opening import CHUNK, too_large


@dataclass(frozen=True, slots=True)
class Given:
    """Bytes to read once, and what they are called.

    Attributes:
        stream: the bytes; reading may raise `SourceError` (a bomb, damage).
        source: the source of articles that name none.
        source_id: the id of an article that names none.
        name: what messages call it: the path, or archive and member; its ending tells the kind.
        size: number of bytes, where known before reading.
        is_unchanged: whether the bytes are still what they were when they were opened.
        path: the file, where it is a plain one.
        url: where it was fetched from.
        charset: encoding declared outside of the bytes (by HTTP).
        retrieved_on: the day it was fetched, as YYYY-MM-DD; no publication date lies after it.
    """

    stream: BinaryIO
    source: str
    source_id: str
    name: str
    size: int | None = None
    is_unchanged: Callable[[], bool] = lambda: True
    path: Path | None = None
    url: str | None = None
    charset: str | None = None
    retrieved_on: str | None = None

    def read_all(self, limit: int) -> bytes:
        """Return all bytes, at most `limit`.

        Raises:
            SourceError: there are more, or they changed while they were read.
        """
        if self.size is not None and self.size > limit:
            raise SourceError("too_large", too_large(self.size, limit))
        chunks = []
        left = limit + 1
        while left > 0 and (chunk := self.stream.read(min(CHUNK, left))):
            chunks.append(chunk)
            left -= len(chunk)
        if left <= 0:
            raise SourceError("too_large", too_large(limit + 1, limit))
        if not self.is_unchanged():
            raise SourceError("changed", "changed while it was read; the next run reads it again")
        return b"".join(chunks)


class Reader(Protocol):
    """Gives the articles in what it is given, and what was refused."""

    def __call__(self, given: Given, options: Options, /) -> Items: ...  # noqa: D102
