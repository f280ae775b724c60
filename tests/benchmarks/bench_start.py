"""How long a run on the ten sample articles takes from start to finish, against importing its libraries.

    python tests/benchmarks/bench_start.py

CPU time and time on the clock, the least of several, each beside that of the import in the same turn. With
byte code, as a user has it after the first run; the first turn, which may have to write it, does not count.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from importlib import resources
from pathlib import Path

IMPORTS = "import duckdb, polars, pandera"
TURNS = 7


def commands(warehouse: Path) -> dict[str, list[str]]:
    """Return what is measured: the imports, a run into a new warehouse, and the same again."""
    crossfoot = [sys.executable, "-m", "flows.cli"]
    samples = str(resources.files("flows") / "samples" / "articles")
    run = [*crossfoot, "run", "--direct", "--warehouse", str(warehouse), samples]
    return {
        IMPORTS: [sys.executable, "-c", IMPORTS],
        "run --direct, ten articles": run,
        "the same again": run,
        "findings": [*crossfoot, "findings", "--warehouse", str(warehouse)],
    }


def measured(command: list[str]) -> tuple[float, float]:
    """Return the CPU time and the time on the clock of a command."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    # The samples contradict each other: a run on them ends with 1.
    if ended.returncode not in (0, 1):
        sys.exit(ended.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock


def main() -> None:
    """Print the table."""
    times: dict[str, list[tuple[float, float]]] = {}
    for turn in range(TURNS + 1):
        with tempfile.TemporaryDirectory() as folder:
            for name, command in commands(Path(folder) / "new.duckdb").items():
                found = measured(command)
                if turn:
                    times.setdefault(name, []).append(found)
    base = [min(one[kind] for one in times[IMPORTS]) for kind in (0, 1)]
    print(f"{'start to finish':34}{'CPU s':>8}{'ratio':>8}{'clock s':>10}{'ratio':>8}")
    for name, each in times.items():
        cpu, clock = (min(one[kind] for one in each) for kind in (0, 1))
        print(f"{name:34}{cpu:8.2f}{cpu / base[0]:8.2f}{clock:10.2f}{clock / base[1]:8.2f}")


if __name__ == "__main__":
    main()
