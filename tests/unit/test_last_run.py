"""A schedule that has stopped is seen from outside: the last run is too long ago."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows import cli, last_run
from flows.report import RunReport


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def completed(folder: Path, ago: timedelta, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run with a failing finding have ended some time ago."""
    at = datetime.now(UTC) - ago

    class Then(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return at

    report = RunReport("r1", str(folder / "crossfoot.duckdb"), at)
    report.failing = [{"check_name": "parts_contradict_total", "finding_id": "f1"}]
    report.failing_ids = ["f1"]
    with monkeypatch.context() as patch:
        patch.setattr(last_run, "datetime", Then)
        last_run.note(report)


@pytest.mark.parametrize(
    ("ago", "arguments", "every", "code"),
    [
        (timedelta(hours=5), [], None, 1),
        (timedelta(hours=5), ["--within", "6h"], None, 1),
        (timedelta(hours=5), ["--within", "4h"], None, 3),
        (timedelta(minutes=50), [], "30m", 1),
        (timedelta(minutes=70), [], "30m", 3),
        # The clock went back.
        (timedelta(hours=-2), ["--within", "1h"], None, 1),
    ],
)
def test_the_last_run_says_whether_the_schedule_lives(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    ago: timedelta,
    arguments: list[str],
    every: str | None,
    code: int,
) -> None:
    if every:
        (folder / "crossfoot.toml").write_text(f'[[sources]]\nname = "a"\nfrom = "a"\nevery = "{every}"\n')
    completed(folder, ago, monkeypatch)
    assert cli.main(["status", *arguments]) == code


def test_without_a_run_there_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["status"]) == 3
    assert "no run has completed" in capsys.readouterr().err


def test_a_run_without_news_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text("On 3 May 2021 the pier of Sarn took 4,200 boats.")
    assert cli.main(["run", "--direct", "in"]) == 0
    assert cli.main(["status", "--within", "1h"]) == 0
    first = capsys.readouterr().out.splitlines()[-1]
    assert cli.main(["run", "--direct", "in"]) == 0
    assert cli.main(["status", "--within", "1h"]) == 0
    second = capsys.readouterr().out.splitlines()[-1]
    assert first.split()[1] != second.split()[1] and "exit code 0: 1 articles" in second
