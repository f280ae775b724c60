"""What a run writes of itself, and when a source that dries up is told."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from loading import rows

from flows import cli, work
from schemas.runs import Runs
from warehouse.errors import LoadFailed
from warehouse.ledger import Yield, run_id_after, warnings_of, write_run

AT = "2030-01-01 00:00:00"


def ledger_row(run_id: str) -> dict[str, Any]:
    """Return what the ledger holds of a run."""
    at = datetime(2030, 1, 1)
    return dict.fromkeys(Runs.to_schema().columns, 0) | {
        "run_id": run_id, "started_at": at, "finished_at": at, "status": "passed",
        "crossfoot_version": "1", "extractor_version": "1",
    }  # fmt: skip


def run(connection: duckdb.DuckDBPyConnection, number: int, **given: Yield) -> dict[str, str]:
    """Write a run whose sources gave so much; return its warnings."""
    warnings = warnings_of(connection, given)
    write_run(connection, ledger_row(f"r{number:04}"), given, warnings)
    return warnings


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ([(30, 90)] * 3, (30, 31), ""),
        ([(30, 90)] * 3, (3, 29), "29 figures in 3 articles; in each of its last 3 runs at least 90"),
        ([(30, 90)] * 3, (0, 0), "0 figures in 0 articles"),
        ([(30, 90)] * 2, (3, 29), ""),
        ([(30, 90), (30, 90), (5, 15)], (2, 6), ""),
        ([(3, 19)] * 5, (1, 0), ""),
        (
            [(1, 2)] * 4 + [(90, 900)],
            (30, 60),
            "2.0 figures an article in 30 articles; in its last 5 runs 9.7",
        ),
        ([(1, 2)] * 4 + [(90, 900)], (9, 1), ""),
        ([(9, 900)] * 9 + [(30, 90)] * 5, (30, 40), ""),
    ],
    ids=[
        "a third is less, and not far less",
        "below a third of the least",
        "nothing at all",
        "two runs are too few",
        "a small run was seen before",
        "few figures vary by chance",
        "fewer an article",
        "few articles vary by chance",
        "only the last five count",
    ],
)
def test_a_source_that_gives_far_less_than_before_is_told(
    connection: duckdb.DuckDBPyConnection,
    before: list[tuple[int, int]],
    now: tuple[int, int],
    words: str,
) -> None:
    for number, past in enumerate(before):
        run(connection, number, pier=Yield(*past), other=Yield(5, 5))
    warnings = run(connection, len(before), pier=Yield(*now), other=Yield(5, 5))
    assert warnings.get("pier", "").startswith(words) and bool(words) == bool(warnings)
    last = "run_id = (select max(run_id) from runs)"
    told = rows(connection, f"select source from run_sources where warning is not null and {last}")
    assert told == ([("pier",)] if words else [])


def test_a_source_that_stays_low_is_told_once(connection: duckdb.DuckDBPyConnection) -> None:
    for number in range(3):
        run(connection, number, pier=Yield(5, 90))
    assert run(connection, 3, pier=Yield(5, 9))
    assert not run(connection, 4, pier=Yield(5, 9))


def test_what_sources_gave_is_kept_for_a_while_and_warnings_for_good(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("warehouse.ledger.KEPT_RUNS", 5)
    for number in range(3):
        run(connection, number, pier=Yield(5, 90))
    for number in range(3, 15):
        run(connection, number, pier=Yield(5, 9))
    kept = [run_id for (run_id,) in rows(connection, "select run_id from run_sources order by run_id")]
    assert kept == ["r0003", "r0010", "r0011", "r0012", "r0013", "r0014"]
    assert len(rows(connection, "select * from runs")) == 15


def test_a_run_is_written_whole_or_not_at_all(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(LoadFailed, match="run_sources: row r1, "):
        write_run(connection, {"run_id": "r1"}, {"": Yield()}, {})
    assert rows(connection, "select count(*) from run_sources") == [(0,)]


def crossfoot(*arguments: str) -> int:
    return cli.main([*arguments])


def test_a_run_tells_its_steps_and_what_it_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CROSSFOOT_LOG", "")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("On 3 May 2021 the pier of Sarn took 4,200 boats.")
    (tmp_path / "in" / "b.txt").write_bytes(b"\x00\x01")
    assert crossfoot("--log", "json", "run", "--direct", "in") == 0
    told = capsys.readouterr()
    events = [json.loads(line) for line in told.err.splitlines()]
    assert [one["event"] for one in events if one["event"] != "message"] == [
        "run_started", "rejected", "batch_loaded", "run_finished"
    ]  # fmt: skip
    (refused, finished) = (next(e for e in events if e["event"] == n) for n in ("rejected", "run_finished"))
    assert refused["source_id"] == "b.txt" and refused["reason"]
    assert list(finished["seconds"]) == ["read", "extract", "load", "check", "publish"]
    # Reading and extracting so little takes less than the millisecond that is told.
    assert all(finished["seconds"][step] > 0 for step in ("load", "check", "publish"))
    assert finished["rejects_by_reason"][refused["reason"]] == 1 and finished["exit_code"] == 0
    assert "seconds   " in told.out and "set aside " in told.out and "articles a second" in told.out
    assert crossfoot("sql", "--format", "json", "from runs") == 0
    (line,) = map(json.loads, capsys.readouterr().out.splitlines())
    steps = ("read", "extract", "load", "check", "publish")
    assert all(line[f"{step}_seconds"] > 0 for step in steps) and line["articles_per_second"] > 0
    assert crossfoot("sql", "--format", "json", "from run_sources") == 0
    (line,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (line["article_count"], line["warning"]) == (1, None) and line["figure_count"] > 0


def test_a_source_that_dries_up_is_in_the_output_and_the_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "quay"
    folder.mkdir()
    for number in range(3):
        for name in range(12):
            (folder / f"{name}.txt").write_text(
                f"Quay {name} took 4,{number}{name:02} boats and 31 tugs of 120 m."
            )
        assert crossfoot("run", "--direct", "quay") == 0
    assert "warning" not in capsys.readouterr().out
    for path in sorted(folder.iterdir())[2:]:
        path.unlink()
    for expected in (True, False):
        assert crossfoot("run", "--direct", "quay") == 0
        assert ("warning   quay: " in capsys.readouterr().out) is expected
    crossfoot("sql", "--format", "json", "select warning from run_sources where warning is not null")
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize(
    ("last", "wanted", "given"),
    [
        (None, "20300102T000000.000000Z", "20300102T000000.000000Z"),
        ("20300101T235959.999999Z", "20300102T000000.000000Z", "20300102T000000.000000Z"),
        ("20300102T000000.000000Z", "20300102T000000.000000Z", "20300102T000000.000001Z"),
        ("20311231T235959.999999Z", "20300102T000000.000000Z", "20320101T000000.000000Z"),
        ("by hand", "20300102T000000.000000Z", "20300102T000000.000000Z"),
    ],
)
def test_a_run_sorts_after_the_last_one(
    connection: duckdb.DuckDBPyConnection, last: str | None, wanted: str, given: str
) -> None:
    if last is not None:
        write_run(connection, ledger_row(last), {}, {})
    assert run_id_after(connection, wanted) == given


def test_after_the_clock_was_set_back_the_last_run_is_the_one_that_ran_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = tmp_path / "quay.txt"
    for day, boats in ((3, "4,200"), (1, "4,300"), (2, "4,400")):

        class Clock(datetime):
            @classmethod
            def now(cls, tz: Any = None, day: int = day) -> datetime:  # type: ignore[override]
                return datetime(2031, 5, day, tzinfo=tz)

        monkeypatch.setattr(work, "datetime", Clock)
        text.write_text(f"On 3 May 2021 the pier of Sarn took {boats} boats.")
        assert crossfoot("run", "--direct", "quay.txt") == 0
    capsys.readouterr()
    query = (
        "select day(started_at) as day, articles_changed, run_id = (select max(last_run_id) from sightings) "
        "as is_last from runs order by run_id"
    )
    assert crossfoot("sql", "--format", "json", query) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["day"], one["articles_changed"], one["is_last"]) for one in told] == [
        (3, 0, False), (1, 1, False), (2, 1, True)
    ]  # fmt: skip
    assert crossfoot("status") == 0
    assert "run 20310503T" in capsys.readouterr().out
