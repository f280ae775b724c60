"""`make` runs the compiled extraction where it is there and as new as the source, else the source."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(
    shutil.which("make") is None or not (ROOT / "Makefile").is_file(), reason="needs make and the repository"
)


def command(compiled: Path) -> str:
    """Return what `make run` would do."""
    done = subprocess.run(
        ["make", "--dry-run", "run", f"COMPILED={compiled}", "VENV=the-source"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_without_a_build_the_source_runs(tmp_path):
    assert "the-source/bin/crossfoot findings" in command(tmp_path)


def test_a_build_newer_than_the_source_runs(tmp_path):
    (tmp_path / ".installed").touch()
    assert f"{tmp_path}/bin/crossfoot findings" in command(tmp_path)
    assert "the-source/bin/crossfoot" not in command(tmp_path)


def test_a_build_older_than_the_source_does_not_run(tmp_path):
    (tmp_path / ".installed").touch()
    os.utime(tmp_path / ".installed", (0, 0))
    assert "the-source/bin/crossfoot findings" in command(tmp_path)
