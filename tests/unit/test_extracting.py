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

# In a process that keeps threads, which a fork would freeze, and from the start of one that has none.
MANY = """
    import sys, threading, time
    from types import SimpleNamespace
    from flows.extracting import CHUNK, WORTH_PROCESSES, Extractor
    from processes import children_of_this
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    blank = " " * (WORTH_PROCESSES // CHUNK)
    articles = [
        SimpleNamespace(text=f"The pier is {length} metres long.{blank}", title=None, published=None)
        for length in range(310, 310 + 3 * CHUNK)
    ]
    with Extractor(workers=2) as extractor:
        rows = extractor.extract(articles)
        assert [one["figures"][0]["value"] for one in rows] == list(range(310, 310 + 3 * CHUNK))
        assert "flows.extraction.rows" not in sys.modules
        children = children_of_this()
        assert len(children) == 2
        print(*children, flush=True)
        time.sleep(60)
"""


BESIDE = """
    import itertools, os, signal, sys, time
    from types import SimpleNamespace
    from flows import extracting
    from flows.errors import RunError
    from processes import children_of_this
    extracting.can_fork = lambda: True
    os.sched_getaffinity = lambda _: {0, 1}
    articles = [
        SimpleNamespace(text=f"The pier is {length} metres long.", title=None, published="2019")
        for length in (310, 290)
    ]
    with extracting.Extractor(workers=1) as extractor:
        assert extractor.extract([]) == []
        extractor.begin()
        # Has the first one's pipe too, since it is forked.
        extractor._add(extracting._rules)
        assert len(children_of_this()) == 2
        extractor.rest()
        assert not children_of_this()

        extractor.begin()
        assert "flows.extraction.rows" not in sys.modules
        pieces = []
        # Without end: done until the answer is there, and no longer.
        beside = extractor.extract(articles, (pieces.append(n) for n in itertools.count()))
        assert pieces
        assert "flows.extraction.rows" not in sys.modules
        (child,) = children_of_this()
        extractor.rest()
        assert not children_of_this()
        assert extractor.extract(articles) == beside
        assert [one["figures"][0]["value"] for one in beside] == [310, 290]

        extractor.begin()
        (child,) = children_of_this()
        os.kill(child, signal.SIGKILL)
        try:
            extractor.extract(articles)
        except RunError as fault:
            assert "was ended" in str(fault)
        else:
            raise SystemExit("an ended process is no fault")
        extractor.rest()

        extractor.begin()
        print(*children_of_this(), flush=True)
        time.sleep(60)
"""


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("program", [MANY, BESIDE], ids=["many articles", "few articles"])
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

    monkeypatch.setattr(extracting, "can_fork", lambda: True)
    monkeypatch.setattr(extracting, "Beside", refuse)
    monkeypatch.setattr(extracting, "WORTH_PROCESSES", 1)
    with extracting.Extractor(workers=2) as extractor:
        extractor.begin()
        article = SimpleNamespace(text="The pier is 310 metres long.", title=None, published=None)
        (rows,) = extractor.extract([article])
    assert not isinstance(rows, extracting.Failure) and rows["figures"][0]["value"] == 310


def test_a_change_of_any_rule_is_another_version(tmp_path: Path) -> None:
    """Else known articles would not be read again with it."""
    files = ["extract.py", "dates/calendars.py", "dates/old/moons.py"]
    for name in files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("a = 1")

    def version() -> str:
        extracting._rules_version.cache_clear()
        return extracting._rules_version(tmp_path)

    versions = [version()]
    for name in files:
        (tmp_path / name).write_text("a = 2")
        versions.append(version())
    (tmp_path / "dates" / "dials.py").write_text("")
    versions.append(version())
    assert len(set(versions)) == len(versions)
    assert version() == versions[-1]
