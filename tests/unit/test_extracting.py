"""The processes that extract: none outlives the run that started it."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

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


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_killed_run_leaves_no_process_behind(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(textwrap.dedent(PARENT))
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
