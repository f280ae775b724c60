"""What a run has fetched and not yet committed: a killed run's successor takes it from here.

A run publishes its warehouse as a whole at its end, so what it fetched would be lost with it, and fetched
again. Each answer is therefore written to a file beside the warehouse before it is used, and the file is
emptied when the warehouse that holds the articles is published. Why not commit as it is fetched: readers
must see a state that the checks have seen, never half a run.

The file begins with its name, an id. The warehouse keeps the id of the journal that it was published with,
so that a journal whose run was killed between publishing and emptying is known as committed. Then follow
records: lengths, a JSON head, the packed body, a digest. A record that is cut is the last one, and goes.
"""

import json
import os
import struct
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, Self
from uuid import uuid4

from flows.sources.http_body import Response

# In bytes: the head, the body; then the digest of both.
LENGTHS = struct.Struct(">II")
DIGEST_SIZE = 8
NAME_SIZE = 32
# A page that a killed run fetched is the page as it was then; a feed of yesterday is not today's.
FRESH = timedelta(hours=1)
# What nobody has asked for again in this time is not asked for any more.
LONGEST_KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave.

    Attributes:
        final_url: where redirects led.
        response: the server's answer.
        fetched_at: when, in UTC without a zone.
    """

    final_url: str
    response: Response
    fetched_at: datetime


class Journal:
    """Answers by address, on disk from `add` on.

    Args:
        path: the file; made with the first answer. None: nothing is kept.

    Attributes:
        name: of the file's records; None: there are none.
    """

    def __init__(self, path: Path | None = None):
        self.path = path
        self.name: str | None = None
        self._places: dict[str, tuple[int, int, int]] = {}
        self._used: set[str] = set()
        self._file: BinaryIO | None = None

    def open(self) -> Self:
        """Take what a killed run has left."""
        if self.path is not None and self.path.is_file():
            self._open(self.path)
        return self

    def has(self, key: str) -> bool:
        """Whether something was fetched for `key`."""
        return key in self._places

    def get(self, key: str) -> Answer | None:
        """Return what was fetched for `key`."""
        place = self._places.get(key)
        if place is None or self._file is None:
            return None
        self._used.add(key)
        start, head_size, body_size = place
        self._file.seek(start)
        head = json.loads(self._file.read(head_size))
        body = zlib.decompress(self._file.read(body_size))
        at = datetime.fromisoformat(head["fetched_at"])
        return Answer(head["final_url"], Response(head["status"], head["headers"], body), at)

    def is_fresh(self, answer: Answer, now: datetime) -> bool:
        """Whether the server need not be asked whether it is still so."""
        return timedelta(0) <= now - answer.fetched_at < FRESH

    def add(self, key: str, answer: Answer) -> None:
        """Write an answer; it is on the disk when this returns."""
        if self.path is None:
            return
        if self._file is None:
            self._create(self.path)
        if self._file is None:
            raise RuntimeError("a journal without a file")
        response = answer.response
        said = {
            "key": key,
            "final_url": answer.final_url,
            "status": response.status,
            "headers": response.headers,
            "fetched_at": answer.fetched_at.isoformat(),
        }
        head, body = json.dumps(said).encode(), zlib.compress(response.body, 1)
        place = self._file.seek(0, os.SEEK_END) + LENGTHS.size
        self._file.write(LENGTHS.pack(len(head), len(body)) + head + body + _digest(head + body))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._places[key] = (place, len(head), len(body))
        self._used.add(key)

    def settle(self, now: datetime) -> None:
        """Forget what was used: it is committed. What another run fetched, for other sources, stays."""
        unused = {key: answer for key in set(self._places) - self._used if (answer := self.get(key))}
        self.clear()
        for key, answer in sorted(unused.items()):
            if now - answer.fetched_at < LONGEST_KEPT:
                self.add(key, answer)

    def clear(self) -> None:
        """Forget everything."""
        self.close()
        self._places.clear()
        self._used.clear()
        self.name = None
        if self.path is not None:
            self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file, which stays."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _create(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w+b")
        self.name = uuid4().hex
        self._file.write(self.name.encode())

    def _open(self, path: Path) -> None:
        self._file = path.open("r+b")
        self.name = self._file.read(NAME_SIZE).decode("ascii", "replace")
        whole = NAME_SIZE if len(self.name) == NAME_SIZE else 0
        while whole and (record := self._next_record()) is not None:
            key, place = record
            self._places[key] = place
            whole = self._file.tell()
        if not whole:
            self.clear()
            return
        self._file.truncate(whole)

    def _next_record(self) -> tuple[str, tuple[int, int, int]] | None:
        if self._file is None:
            return None
        lengths = self._file.read(LENGTHS.size)
        if len(lengths) < LENGTHS.size:
            return None
        head_size, body_size = LENGTHS.unpack(lengths)
        place = self._file.tell()
        content = self._file.read(head_size + body_size)
        if self._file.read(DIGEST_SIZE) != _digest(content):
            return None
        return json.loads(content[:head_size])["key"], (place, head_size, body_size)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=DIGEST_SIZE).digest()
