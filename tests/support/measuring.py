"""A command with all processes that it starts: its exit code, CPU time and peak memory."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.05
# Python's tracker of resources ends when it sees that the process which began it is gone.
AFTER = 2.0


@dataclass(frozen=True)
class Measured:
    """What a command did.

    Attributes:
        cpu_seconds: of it and of all processes that it waited for.
        peak_bytes: of all its processes at one moment; what they share counts once.
        left: processes that were still there some time after it had ended.
    """

    exit_code: int
    output: str
    cpu_seconds: float
    peak_bytes: int
    left: int


def measure(command: Sequence[str], folder: Path) -> Measured:
    """Run a command to its end in a session of its own, by which its processes are known."""
    output = folder / "output"
    with output.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, start_new_session=True)
        peak = 0
        while True:
            peak = max(peak, sum(map(_bytes, _session(process.pid))))
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
            if ended:
                break
            time.sleep(PAUSE)
    process.returncode = os.waitstatus_to_exitcode(status)
    words = output.read_text(encoding="utf-8", errors="replace")
    seconds = usage.ru_utime + usage.ru_stime
    until = time.monotonic() + AFTER
    while (left := len(list(_session(process.pid)))) and time.monotonic() < until:
        time.sleep(PAUSE)
    return Measured(process.returncode, words, seconds, peak, left)


def _session(leader: int) -> Iterator[int]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                # After the name, which may hold anything: state, parent, group, session.
                session = (folder / "stat").read_text().rpartition(")")[2].split()[3]
            except OSError:
                continue
            if int(session) == leader:
                yield int(folder.name)


def _bytes(process: int) -> int:
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) << 10
    except OSError:
        # It has ended.
        return 0
    return 0
