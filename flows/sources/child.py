"""The parent's side of the process that parses what others wrote.

Parsers of pages, feeds and columns are large, written in C, and meet hostile input: they hang, take all
memory or crash. They work in a child with limits; it serves many inputs, and is killed and
replaced on trouble.
"""

import atexit
import os
import select
import subprocess
import sys
from collections.abc import Iterator
from time import monotonic
from typing import Any

from flows.sources.article import SourceError
from flows.sources.frames import HEAD, LARGEST, frame, json_frame, read_json

# A page takes some 20 ms, the worst honest one a second.
SECONDS = 10.0
# Importing the parsers on a busy machine comes on top of the first answer.
START_SECONDS = 60.0
# Parsers keep what they once allocated; a fresh child costs half a second.
SERVES = 2_000


class Child:
    """A process that parses; started when it is first asked.

    Args:
        seconds: for each answer, after which the child is killed.
    """

    def __init__(self, seconds: float = SECONDS):
        self.seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def ask(self, task: str, arguments: dict[str, Any], content: bytes = b"") -> Iterator[dict[str, Any]]:
        """Give the child's answers to one task.

        Raises:
            SourceError: what was given cannot be read, took too long or too much memory, or broke the parser.
        """
        process = self._running()
        limit = self.seconds + (START_SECONDS if self._served == 0 else 0)
        self._served += 1
        is_done = False
        try:
            self._send(process, json_frame({"task": task, "arguments": arguments}) + frame(content))
            while (answer := self._receive(process, limit)) is not None:
                if "refused" in answer:
                    is_done = True
                    raise SourceError(*answer["refused"])
                yield answer
                limit = self.seconds
            is_done = True
        finally:
            # Also when the caller takes no more: what is left in the pipe would answer the next task.
            if not is_done or self._served >= SERVES:
                self.close()

    def close(self) -> None:
        """End the child."""
        process, self._process, self._served = self._process, None, 0
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    # Unsent bytes are of no use to a process that is gone.
                    try:
                        stream.close()
                    except BrokenPipeError:
                        continue
            process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            # -P: the current folder is not searched for modules.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "flows.sources.worker", str(int(self.seconds) + 2)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
        return self._process

    def _send(self, process: subprocess.Popen[bytes], content: bytes) -> None:
        if process.stdin is None:
            raise RuntimeError("a child without a pipe")
        view = memoryview(content)
        try:
            while view:
                view = view[process.stdin.write(view) or 0 :]
        except BrokenPipeError as fault:
            raise self._died() from fault

    def _receive(self, process: subprocess.Popen[bytes], limit: float) -> dict[str, Any] | None:
        """Return the next answer; None after the last one."""
        deadline = monotonic() + limit
        (length,) = HEAD.unpack(self._take(process, HEAD.size, deadline))
        if length > LARGEST:
            raise self._died()
        answer = read_json(self._take(process, length, deadline))
        return answer if isinstance(answer, dict) else None

    def _take(self, process: subprocess.Popen[bytes], size: int, deadline: float) -> bytes:
        if process.stdout is None:
            raise RuntimeError("a child without a pipe")
        descriptor = process.stdout.fileno()
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        chunks = []
        while size > 0:
            left = deadline - monotonic()
            if left <= 0 or not poll.poll(left * 1000):
                raise SourceError("too_complex", f"not parsed within {self.seconds:.0f} s", may_pass=True)
            chunk = os.read(descriptor, min(size, 1 << 20))
            if not chunk:
                raise self._died()
            chunks.append(chunk)
            size -= len(chunk)
        return b"".join(chunks)

    def _died(self) -> SourceError:
        return SourceError(
            "too_complex",
            "the process that parsed it ended: too much time or memory, or a fault",
            may_pass=True,
        )


_children: dict[str, Child] = {}


def child(role: str = "files") -> Child:
    """Return the child of this process for a role.

    What is asked while another answer is still being taken (a record's tags, within a file of records) is a
    role of its own.
    """
    if role not in _children:
        _children[role] = Child()
        atexit.register(_children[role].close)
    return _children[role]
