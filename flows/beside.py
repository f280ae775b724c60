"""A process beside this one that gets ready while this one imports: it answers what it is asked, in turn.

Forked, so it must begin before anything that keeps threads is loaded: a fork would freeze these.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

THREADED = ("duckdb", "numpy", "polars")
Answer = Callable[[Any], Any]


def can_begin() -> bool:
    """Whether a process would have a processor of its own, and none of this one's threads is lost."""
    return (
        len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
        and sys.modules.keys().isdisjoint(THREADED)
    )


class Beside:
    """A process that calls `prepare` and then what that returns, once for each thing it is asked."""

    def __init__(self, prepare: Callable[[], Answer]) -> None:
        context = multiprocessing.get_context("fork")
        self._ours, theirs = context.Pipe()
        # A daemon: should this process end without `end`, it is stopped and not waited for.
        self._process = context.Process(target=_serve, args=(self._ours, theirs, prepare), daemon=True)
        self._process.start()
        theirs.close()

    def ask(self, given: object, meanwhile: Callable[[], object]) -> Any:
        """Return its answer, after `meanwhile` was called.

        Raises:
            EOFError, OSError: it has ended.
        """
        self._ours.send(given)
        meanwhile()
        return self._ours.recv()

    def end(self) -> None:
        """Let it end, and wait for that."""
        self._ours.close()
        self._process.join()


def _serve(ours: Connection, theirs: Connection, prepare: Callable[[], Answer]) -> None:
    # Closed here too: what is asked has an end when the process that asks has one, however that came.
    ours.close()
    # An interrupt is the parent's to handle.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Who reads what the parent prints must not wait for this process.
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nothing, descriptor)
    answer = prepare()
    gc.freeze()
    gc.enable()
    with suppress(EOFError, OSError):
        while True:
            theirs.send(answer(theirs.recv()))
