"""Processes beside this one that answer what they are asked: what they hold is gone when they end.

The first can get ready while this one imports. It is forked, so it must begin before anything that keeps
threads is loaded: a fork would freeze these. Others are programs of their own.
"""

import gc
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any

THREADED = ("duckdb", "numpy", "polars")
# -P: the current folder is not searched for modules. Not multiprocessing's own way, which imports anew what
# this process was started with: an orchestrator takes a second and a hundred megabytes.
PROGRAM = ("-P", "-c", "import sys; from flows.beside import serve_at; serve_at(int(sys.argv[1]))")
Answer = Callable[[Any], Any]


def can_fork() -> bool:
    """Whether none of this process's threads would be lost in a fork."""
    return threading.active_count() == 1 and sys.modules.keys().isdisjoint(THREADED)


class Beside:
    """A process that calls `prepare` and then what that returns, once for each thing it is asked."""

    def __init__(self, prepare: Callable[[], Answer]) -> None:
        self.connection, theirs = Pipe()
        with theirs:
            self.wait = (_fork if can_fork() else _start)(self.connection, theirs, prepare)


def _fork(ours: Connection, theirs: Connection, prepare: Callable[[], Answer]) -> Callable[[], object]:
    # A daemon: should this process end without `end`, it is stopped and not waited for.
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_serve_forked, args=(ours, theirs, prepare), daemon=True)
    process.start()
    return process.join


def _start(ours: Connection, theirs: Connection, prepare: Callable[[], Answer]) -> Callable[[], object]:
    place = theirs.fileno()
    process = subprocess.Popen([sys.executable, *PROGRAM, str(place)], pass_fds=[place])
    ours.send(prepare)
    return process.wait


def end(processes: Sequence[Beside]) -> None:
    """Let processes end, and wait for that."""
    # All at first: one that was forked may hold the end of another's pipe.
    for process in processes:
        process.connection.close()
    for process in processes:
        process.wait()


def ask(processes: Sequence[Beside], questions: Iterable[Any], meanwhile: Iterable[object]) -> list[Any]:
    """Return the answers in the order of the questions; each goes to the next process that is free.

    Args:
        processes: who answers.
        questions: what they are asked.
        meanwhile: work in pieces, done one after the other until the first answer is there.

    Raises:
        EOFError, OSError: a process has ended.
    """
    left = enumerate(questions)
    asked: dict[Connection, int] = {}
    answers: dict[int, Any] = {}

    def ask_next(connection: Connection) -> None:
        for number, question in left:
            connection.send(question)
            asked[connection] = number
            return

    for process in processes:
        ask_next(process.connection)
    for _ in meanwhile:
        if wait(list(asked), 0):
            break
    while asked:
        for connection in wait(list(asked)):
            if not isinstance(connection, Connection):
                continue
            number, answer = asked.pop(connection), connection.recv_bytes()
            # First, so that it is at work while its answer is unpacked.
            ask_next(connection)
            answers[number] = pickle.loads(answer)  # noqa: S301 (of a process of our own)
    return [answers[number] for number in sorted(answers)]


def serve_at(place: int) -> None:
    """Serve, as a program, at the end of a pipe that this process was given."""
    theirs = Connection(place)
    _serve(theirs, theirs.recv())


def _serve_forked(ours: Connection, theirs: Connection, prepare: Callable[[], Answer]) -> None:
    # Closed here too: what is asked has an end when the process that asks has one, however that came.
    ours.close()
    _serve(theirs, prepare)


def _serve(theirs: Connection, prepare: Callable[[], Answer]) -> None:
    # An interrupt is the parent's to handle.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Who reads what the parent prints must not wait for this process.
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nothing, descriptor)
    answer = prepare()
    with suppress(EOFError, OSError):
        theirs.send(answer(theirs.recv()))
        # What the first question has loaded stays until the end.
        gc.freeze()
        gc.enable()
        while True:
            theirs.send(answer(theirs.recv()))
