"""Hostile files, made by a generator that lies beside the repository: each as its manifest says, and fast."""

import json
import re
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import pytest

from flows import cli, sources
from flows.sources import READERS, Article, Options

GENERATOR = Path(__file__).parents[3] / "shared" / "tools" / "badfiles.py"
pytestmark = pytest.mark.skipif(not GENERATOR.exists(), reason="the generator of bad files is not there")
# Of CPU, for all files together: one that hangs a reader or a rule shows, a busy machine does not.
SECONDS = 60


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad") / "files"
    subprocess.run([sys.executable, str(GENERATOR), "small", str(folder)], check=True, capture_output=True)
    return folder


def expectations(bad: Path) -> dict[str, str]:
    lines = (bad / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    cases = {case["name"]: case["expect"] for case in map(json.loads, lines)}
    return {name: expect for name, expect in cases.items() if Path(name).suffix in READERS}


def test_each_file_is_read_or_refused_as_it_should_be(bad: Path) -> None:
    got = defaultdict(set)
    for item in sources.read(str(bad), Options()):
        where = Path(item.location).relative_to(bad).as_posix()
        # "a.jsonl, line 3", "a.zip/member.txt": the folders that the generator makes are one deep.
        name = "/".join(re.split(r", (?:line|entry|record|row) ", where)[0].split("/")[:2])
        got[name].add("ok" if isinstance(item, Article) else "reject")
    for name, expect in expectations(bad).items():
        assert got[name], f"{name}: neither read nor refused"
        if expect != "either":
            assert got[name] == {expect}, name


def test_a_run_over_all_of_them_completes_and_a_second_one_changes_nothing(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["run", "--direct", "--warehouse", str(tmp_path / "bad.duckdb"), str(bad)]
    start = time.process_time()
    assert cli.main(arguments) in (0, 1)
    assert time.process_time() - start < SECONDS
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    assert "\x1b" not in told.out + told.err
    assert cli.main(arguments) in (0, 1)
    assert "nothing changed" in capsys.readouterr().out
