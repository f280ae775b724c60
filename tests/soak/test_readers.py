"""Readers of two DuckDB versions during fifty publishes: no error, and never half a state."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from loading import Record, load_records

from warehouse.publish import open_run

pytestmark = pytest.mark.soak

PUBLISHES = int(os.environ.get("CROSSFOOT_PUBLISHES", "50"))
# Every article has two figures: a state with another ratio is half of one.
READER = """
    import json, sys, time
    from pathlib import Path
    import duckdb
    path, stop = sys.argv[1:]
    reads, faults, seen = 0, [], set()
    started = False
    while not Path(stop).exists():
        try:
            with duckdb.connect(path, read_only=True) as connection:
                for _ in range(3):
                    articles, figures = connection.execute(
                        "select (select count(*) from articles), (select count(*) from figures)"
                    ).fetchone()
                    reads += 1
                    seen.add(articles)
                    if figures != 2 * articles:
                        faults.append(f"{articles} articles, {figures} figures")
        except Exception as fault:
            faults.append(repr(fault))
        if not started:
            print("reading", flush=True)
            started = True
        time.sleep(0.005)
    print(json.dumps({"reads": reads, "faults": faults[:5], "seen": len(seen)}))
"""


def older_python(folder: Path) -> str | None:
    """Return a Python with DuckDB 1.5, in an environment of its own; None where it cannot be had."""
    python = folder / "older" / "bin" / "python"
    try:
        subprocess.run([sys.executable, "-m", "venv", folder / "older"], check=True, capture_output=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "duckdb>=1.5,<1.6"], check=True, capture_output=True
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return str(python)


def test_readers_of_both_versions_meet_no_fault(tmp_path: Path) -> None:
    older = older_python(tmp_path)
    warehouse, stop = tmp_path / "news.duckdb", tmp_path / "stop"
    with open_run(warehouse) as connection:
        load_records(connection, Record("first", "1 of 2 boats"))
    readers = [
        subprocess.Popen(
            [python, "-c", textwrap.dedent(READER), str(warehouse), str(stop)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for python in (sys.executable, older) if python
    ]  # fmt: skip
    try:
        # On a busy machine the publishes would be over before a reader has started.
        assert [reader.stdout.readline() for reader in readers if reader.stdout] == ["reading\n"] * len(
            readers
        )
        for number in range(PUBLISHES):
            with open_run(warehouse) as connection:
                load_records(
                    connection, Record(f"n{number}", f"{number % 10} of 9 boats, no. {'x' * number}")
                )
    finally:
        stop.touch()
        told = [reader.communicate(timeout=60) for reader in readers]
    for out, err in told:
        assert not err
        answer = json.loads(out)
        assert answer["faults"] == []
        assert answer["reads"] > PUBLISHES and answer["seen"] > 2, answer
    if older is None:
        pytest.skip("DuckDB 1.5 cannot be installed here: only the version at hand was tried")
