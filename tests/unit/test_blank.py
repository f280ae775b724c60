"""An empty warehouse is kept beside the program, and a run does without it where none can be."""

import sys
from pathlib import Path

import duckdb
import pytest

from schemas.reference import load_reference
from warehouse import blank
from warehouse.publish import open_reader, open_rebuild, open_run


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "program" / "__pycache__"
    monkeypatch.setattr(blank, "cache_from_source", lambda _: str(folder / "blank.pyc"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


def made(path: Path) -> list[object]:
    with open_run(path, load_reference()):
        pass
    with open_reader(path) as reader:
        return [
            reader.execute("from meta order by name").fetchall(),
            reader.execute("from units order by all").fetchall(),
            reader.execute("select view_name, comment from duckdb_views() where not internal").fetchall(),
        ]


def test_a_new_warehouse_is_the_kept_one(tmp_path: Path, kept: Path) -> None:
    first = made(tmp_path / "first.duckdb")
    (file,) = kept.iterdir()
    before = file.stat().st_mtime_ns
    assert made(tmp_path / "second.duckdb") == first
    assert [*kept.iterdir()] == [file] and file.stat().st_mtime_ns == before
    assert len(first[1]) > 10  # type: ignore[arg-type]


def test_a_rebuild_takes_the_kept_one_too(tmp_path: Path, kept: Path) -> None:
    path = tmp_path / "news.duckdb"
    made(path)
    for old, reference in (("one", load_reference()), ("other", None)):
        with open_rebuild(path, tmp_path / old, reference) as (_, new):
            (count,) = new.execute("select count(*) from units").fetchone() or (0,)
            assert (count > 10) == (reference is not None)


def test_another_version_takes_the_place_of_what_was_kept(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "first.duckdb")
    (old,) = kept.iterdir()
    old.with_name("blank-0.duckdb.17").write_bytes(b"left by a run that was killed")
    monkeypatch.setattr(duckdb, "__version__", "another")
    made(tmp_path / "second.duckdb")
    (new,) = kept.iterdir()
    assert new != old


def test_nothing_is_kept_where_no_byte_code_is(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    with open_run(tmp_path / "first.duckdb", load_reference()) as connection:
        assert connection.execute("select count(*) from units").fetchall() == [(0,)]
    assert not kept.exists()


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path, kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_text("a file where the folder should be")
    with open_run(tmp_path / "first.duckdb", load_reference()) as connection:
        assert connection.execute("select count(*) from units").fetchall() == [(0,)]
