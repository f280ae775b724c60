"""Streams that unpack, and stop when what comes out is out of proportion to what went in."""

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO
from zipfile import BadZipFile

from flows.sources.article import SourceError

# Text packs to a third or a tenth; pages of one site to a fiftieth. A bomb packs to a thousandth.
MOST_RATIO = 100
# So much may come out of anything: repetitive files are small.
FREE = 16_000_000
FAULTS = (
    OSError,
    EOFError,
    zlib.error,
    struct.error,
    BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Unpacked(io.RawIOBase):
    """What comes out of `packed`; damage and bombs are raised as `SourceError`.

    Args:
        packed: unpacks as it is read with `read1`.
        taken: how many packed bytes went in so far.
    """

    def __init__(self, packed: Any, taken: Callable[[], int]):
        self._packed = packed
        self._taken = taken
        self._given = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Unpack into `buffer`."""
        try:
            # read1: what came out before the damage is given before the damage is told.
            chunk = self._packed.read1(len(buffer))
        except SourceError:
            raise
        except FAULTS as fault:
            raise SourceError("damaged", f"cannot be unpacked: {fault or type(fault).__name__}") from fault
        self._given += len(chunk)
        if self._given > max(FREE, MOST_RATIO * self._taken()):
            raise SourceError(
                "bomb", f"more than {self._given:,} bytes come out of {self._taken():,}; the rest is not read"
            )
        buffer[: len(chunk)] = chunk
        return len(chunk)


def unpacked(packed: Any, taken: Callable[[], int]) -> BinaryIO:
    """Return a buffered stream of what comes out of `packed`."""
    return io.BufferedReader(Unpacked(packed, taken), 1 << 16)
