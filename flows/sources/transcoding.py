"""Streams in UTF-16 as streams in UTF-8, for readers that go line by line; spreadsheets save tables so."""

import codecs
import io
from typing import Any, BinaryIO

from flows.sources.article import SourceError

MARKS = (b"\xff\xfe", b"\xfe\xff")
CHUNK = 1 << 16


class _Transcoded(io.RawIOBase):
    def __init__(self, head: bytes, stream: BinaryIO):
        self._head = head
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")()
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            chunk = self._head or self._stream.read(CHUNK)
            self._head = b""
            try:
                self._ready = self._decoder.decode(chunk, final=not chunk).encode()
            except UnicodeDecodeError as fault:
                raise SourceError("not_text", "not valid UTF-16; save it as UTF-8") from fault
            if not chunk:
                break
        given, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(given)] = given
        return len(given)


def as_utf8(head: bytes, stream: BinaryIO) -> BinaryIO:
    """Return what follows in UTF-8, where `head`, read already, begins with a mark of UTF-16."""
    return io.BufferedReader(_Transcoded(head, stream), CHUNK)
