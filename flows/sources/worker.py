"""The child that parses: `python -m flows.sources.worker SECONDS`, asked through its standard input.

Gets frames: the task as JSON, then the bytes. Answers with frames: JSON objects, then null; or one
`{"refused": [reason, detail]}`.
"""

import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, BinaryIO

from flows.sources.article import SourceError
from flows.sources.frames import HEAD, json_frame, read_json

# Address space, of which the libraries alone reserve some 200 MB.
MEMORY = 1 << 30
TASKS = {"page": "page_parser", "feed": "feed_parser", "fragment": "fragment", "parquet": "parquet_parser"}
Task = Callable[[dict[str, Any], bytes], Iterator[dict[str, Any]]]


def main() -> None:
    """Serve until standard input ends."""
    seconds = int(sys.argv[1])
    # An interrupt is the parent's to handle.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What a library prints must not stand among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while (head := _take(sys.stdin.buffer)) is not None:
        content = _take(sys.stdin.buffer)
        if content is None:
            return
        # Ends the process even where the parent is gone and the parser does not come back to Python.
        signal.alarm(seconds)
        for answer in _answers(read_json(head), content):
            answers.write(json_frame(answer))
            answers.flush()
            signal.alarm(seconds)
        signal.alarm(0)


def _answers(asked: dict[str, Any], content: bytes) -> Iterator[object]:
    try:
        task: Task = import_module(f"flows.sources.{TASKS[asked['task']]}").parse
        yield from task(asked["arguments"], content)
        yield None
    except SourceError as fault:
        yield {"refused": [fault.reason, fault.detail]}
    except (MemoryError, RecursionError) as fault:
        yield {"refused": ["too_complex", f"too large or too deep to be parsed ({type(fault).__name__})"]}
    except Exception as fault:  # noqa: BLE001 (a parser's fault on hostile input: told, never fatal)
        yield {
            "refused": ["damaged", f"the parser failed on it ({type(fault).__name__}: {str(fault)[:200]})"]
        }


def _take(stream: BinaryIO) -> bytes | None:
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (length,) = HEAD.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


if __name__ == "__main__":
    main()
