"""The processes that extract: none outlives the run that started it."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows import extracting

PARENT = """
    import multiprocessing, sys, time
    from types import SimpleNamespace
    from flows.extracting import WORTH_PROCESSES, Extractor
    if __name__ == "__main__":
        article = SimpleNamespace(text="The pier is 310 metres long.", title=None, published=None)
        with Extractor(workers=2) as extractor:
            rows = extractor.extract([article] * WORTH_PROCESSES)
            assert len(rows) == WORTH_PROCESSES and rows[0]["figures"][0]["value"] == 310
            print(*(child.pid for child in multiprocessing.active_children()), flush=True)
            time.sleep(60)
"""


BESIDE = """
    import multiprocessing, os, signal, sys, time
    from types import SimpleNamespace
    from flows import extracting
    from flows.errors import RunError
    extracting.can_begin = lambda: True
    articles = [
        SimpleNamespace(text=f"The pier is {length} metres long.", title=None, published="2019")
        for length in (310, 290)
    ]
    with extracting.Extractor(workers=2) as extractor:
        assert extractor.extract([]) == []
        extractor.begin()
        assert "flows.extraction.rows" not in sys.modules
        beside = extractor.extract(articles)
        assert "flows.extraction.rows" not in sys.modules
        (child,) = multiprocessing.active_children()
        extractor.rest()
        assert not multiprocessing.active_children() and child.exitcode == 0
        assert extractor.extract(articles) == beside
        assert [one["figures"][0]["value"] for one in beside] == [310, 290]

        extractor.begin()
        (child,) = multiprocessing.active_children()
        os.kill(child.pid, signal.SIGKILL)
        try:
            extractor.extract(articles)
        except RunError as fault:
            assert "was ended" in str(fault)
        else:
            raise SystemExit("an ended process is no fault")
        extractor.rest()

        extractor.begin()
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
        time.sleep(60)
"""


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("program", [PARENT, BESIDE], ids=["many articles", "few articles"])
def test_a_killed_run_leaves_no_process_behind(program: str, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(textwrap.dedent(program))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    parent = subprocess.Popen(
        [sys.executable, str(script)], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    children = [int(pid) for pid in parent.stdout.readline().split()]
    assert children and all(map(is_running, children))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    deadline = time.monotonic() + 20
    while any(map(is_running, children)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(is_running, children))


def test_where_no_process_is_to_be_had_the_run_reads_the_articles_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError("fork")

    monkeypatch.setattr(extracting, "can_begin", lambda: True)
    monkeypatch.setattr(extracting, "Beside", refuse)
    with extracting.Extractor(workers=2) as extractor:
        extractor.begin()
        article = SimpleNamespace(text="The pier is 310 metres long.", title=None, published=None)
        (rows,) = extractor.extract([article])
    assert not isinstance(rows, extracting.Failure) and rows["figures"][0]["value"] == 310
