"""Readers see the old warehouse or the new one; whatever happens to a run, the published file is whole."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import duckdb
import pytest
from loading import Record, load_records, rows

from warehouse import publish
from warehouse.ddl import SCHEMA_VERSION, set_meta
from warehouse.errors import (
    NotAWarehouse,
    NotWritable,
    NoWarehouse,
    WarehouseBusy,
    WarehouseError,
    WrongSchemaVersion,
)
from warehouse.publish import MARK, MARK_AT, open_reader, open_run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.duckdb"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "news.duckdb"
    with open_run(path) as connection:
        load_records(connection, Record("a", "1 boat"))
    return path


@pytest.fixture
def published(template: Path, path: Path) -> Path:
    shutil.copy(template, path)
    path.with_name("news.duckdb.lock").touch()
    return path


def left_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def texts(path: Path) -> list[str]:
    with open_reader(path) as connection:
        return [text for (text,) in rows(connection, "select text from articles order by text")]


def test_a_run_publishes_what_it_wrote_and_leaves_nothing_else(published: Path) -> None:
    assert texts(published) == ["1 boat"]
    assert left_in(published.parent) == ["news.duckdb", "news.duckdb.lock"]


def test_the_file_is_of_the_format_that_duckdb_1_5_reads(published: Path) -> None:
    with duckdb.connect(published, read_only=True) as connection:
        query = "select tags['storage_version'] from duckdb_databases() where database_name = 'news'"
        assert rows(connection, query) == [("v1.5.0+",)]


def test_it_stays_of_that_format_when_it_is_written_again(published: Path) -> None:
    with open_run(published) as connection:
        load_records(connection, Record("b", "2 boats"))
    test_the_file_is_of_the_format_that_duckdb_1_5_reads(published)


def test_a_run_that_wrote_nothing_leaves_the_file_as_it_was(published: Path) -> None:
    before = published.stat()
    with open_run(published) as connection:
        load_records(connection, Record("a", "1 boat"))
        connection.execute("create temp table notes as select 1 as one")
    after = published.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_smallest_write_is_published_at_once(published: Path) -> None:
    before = published.stat().st_ino
    with open_run(published) as connection:
        set_meta(connection, "extractor_version", "2")
    assert published.stat().st_ino != before


def test_the_disk_has_the_copy_before_it_takes_the_published_name(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # DuckDB itself waits for no disk while a run writes its copy.
    flushed = []
    before = published.stat().st_ino
    monkeypatch.setattr(
        publish, "flush", lambda path: flushed.append((path, path.stat().st_ino, published.stat().st_ino))
    )
    with open_run(published) as connection:
        set_meta(connection, "note", "1")
    (copy, inode, name_then), (folder, _, name_at_last) = flushed
    assert copy.parent == folder == published.parent
    assert name_then == before and name_at_last == inode == published.stat().st_ino


def test_a_small_warehouse_is_written_in_one_thread_until_there_is_much(published: Path) -> None:
    def threads() -> int:
        (found,) = rows(connection, "select current_setting('threads')::integer")
        return int(found[0])

    with open_run(published) as connection:
        assert threads() == 1
        publish.use_threads(connection)
        assert threads() == duckdb.execute("select current_setting('threads')::integer").fetchall()[0][0]


def test_mode_and_links_stay(published: Path, tmp_path: Path) -> None:
    published.chmod(0o640)
    link = tmp_path / "latest.duckdb"
    link.symlink_to(published)
    with open_run(link) as connection:
        load_records(connection, Record("b", "2 boats"))
    assert link.is_symlink() and published.stat().st_mode & 0o777 == 0o640
    assert texts(link) == texts(published) == ["1 boat", "2 boats"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_after_an_exception_the_published_file_is_as_it_was(
    published: Path, error: type[BaseException]
) -> None:
    before = published.read_bytes()
    with pytest.raises(error), open_run(published) as connection:
        load_records(connection, Record("a", "2 boats"))
        raise error
    assert published.read_bytes() == before
    assert left_in(published.parent) == ["news.duckdb", "news.duckdb.lock"]


FULL = """
    import resource, sys
    from pathlib import Path
    from loading import Record, load_records
    from warehouse.errors import WarehouseError
    from warehouse.publish import open_run
    # No file may grow beyond what the warehouse has now: to DuckDB it is a full disk.
    path = Path(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, path.stat().st_size))
    try:
        with open_run(path) as connection:
            load_records(connection, *(Record(f"n{n}", f"{n} boats " + "x" * 5000) for n in range(900)))
    except WarehouseError as error:
        print(error)
"""


def test_a_full_disk_is_told_and_leaves_the_published_file_as_it_was(published: Path) -> None:
    before = published.read_bytes()
    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FULL), str(published)],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert "Could not write file" in told.stdout, told.stderr
    assert published.read_bytes() == before
    assert left_in(published.parent) == ["news.duckdb", "news.duckdb.lock"]


def test_a_first_run_that_fails_publishes_nothing(path: Path) -> None:
    with pytest.raises(ValueError), open_run(path):
        raise ValueError
    assert left_in(path.parent) == ["news.duckdb.lock"]


def test_an_open_reader_keeps_its_state_and_the_next_one_sees_the_new(published: Path) -> None:
    query = "select text from articles where superseded_by is null"
    with open_reader(published) as early:
        with open_run(published) as connection:
            load_records(connection, Record("a", "2 boats"))
            assert rows(early, query) == [("1 boat",)]
            with open_reader(published) as during:
                assert rows(during, query) == [("1 boat",)]
        assert rows(early, query) == [("1 boat",)]
        with open_reader(published) as late:
            assert rows(late, query) == [("2 boats",)]


@pytest.mark.parametrize("is_heard", [True, False])
def test_a_state_that_is_swapped_while_it_is_opened_is_opened_anew(
    published: Path, monkeypatch: pytest.MonkeyPatch, is_heard: bool
) -> None:
    # DuckDB opens a file twice: for its header, and for the rest. Mixed, the two may fail or read as whole.
    attached, opened = publish._attached, []

    def swapped(path: Path) -> duckdb.DuckDBPyConnection:
        connection = attached(path)
        opened.append(connection)
        if len(opened) == 1:
            with open_run(path) as run:
                load_records(run, Record("b", "2 boats"))
            if is_heard:
                connection.close()
                raise NotAWarehouse("could not read enough bytes")
        return connection

    monkeypatch.setattr(publish, "_attached", swapped)
    assert texts(published) == ["1 boat", "2 boats"]
    assert len(opened) == 2
    with pytest.raises(duckdb.ConnectionException, match="closed"):
        opened[0].execute("select 1")


def test_a_file_that_goes_while_it_is_opened_is_told(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path) -> duckdb.DuckDBPyConnection:
        path.unlink()
        raise NotAWarehouse("cannot be read")

    monkeypatch.setattr(publish, "_attached", gone)
    with pytest.raises(NoWarehouse, match="there is no warehouse"):
        open_reader(published)


def test_readers_meet_no_error_and_no_half_state_while_runs_publish(published: Path) -> None:
    stop, faults, reads = threading.Event(), [], []

    def read() -> None:
        while not stop.is_set():
            try:
                with open_reader(published) as connection:
                    query = "select count(distinct article_id), count(*) from figures"
                    ((articles, figures),) = rows(connection, query)
                    reads.append(articles)
                    assert figures == 2 * articles or articles == 1
            except BaseException as error:
                faults.append(error)

    with open_run(published) as connection:
        load_records(connection, Record("a", "1 of 2"))
    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(4):
            with open_run(published) as connection:
                load_records(connection, Record(f"n{number}", f"{number} boats of 9"))
    finally:
        stop.set()
        reader.join()
    assert faults == []
    assert len(reads) > 4 and reads == sorted(reads)


@pytest.mark.parametrize(
    "statement",
    [
        "insert into meta values ('a', 'b')",
        "drop table figures",
        "create table own (a int)",
        "copy meta to '{folder}/out.csv'",
        "select * from read_text('{folder}/news.duckdb.lock')",
        "attach '{folder}/other.duckdb'",
        "set enable_external_access = true",
        "set lock_configuration = false",
        "reset enable_external_access",
        "install spatial",
    ],
)
def test_a_reader_can_neither_write_nor_reach_files(published: Path, statement: str) -> None:
    with open_reader(published) as connection, pytest.raises(duckdb.Error):
        connection.execute(statement.format(folder=published.parent))
    assert left_in(published.parent) == ["news.duckdb", "news.duckdb.lock"]


def test_a_reader_has_views_and_macros(published: Path) -> None:
    with open_reader(published) as connection:
        assert rows(connection, "select quote, meet(1, 2, 2, 3) from figure_details") == [("1", True)]


def test_a_second_run_ends_with_a_word_on_who_is_writing(published: Path) -> None:
    busy = pytest.raises(WarehouseBusy, match=rf"process {os.getpid()} is writing.*run again")
    with open_run(published), busy:
        open_run(published).__enter__()
    with open_run(published):
        pass


@pytest.mark.parametrize("content", [b"publisher,title\n", b"\0" * 5000, b"x"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    for attempt in (open_reader, lambda path: open_run(path).__enter__()):
        with pytest.raises(NotAWarehouse, match=r"news.duckdb: is no DuckDB database; name another file"):
            attempt(path)
    assert path.read_bytes() == content


def test_a_damaged_database_is_refused_and_left_alone(path: Path) -> None:
    content = b"\0" * MARK_AT + MARK + b"\xff" * 20_000
    path.write_bytes(content)
    for attempt in (open_reader, lambda path: open_run(path).__enter__()):
        with pytest.raises(NotAWarehouse, match=r"news.duckdb: DuckDB cannot open it"):
            attempt(path)
    assert path.read_bytes() == content
    assert left_in(path.parent) in (["news.duckdb"], ["news.duckdb", "news.duckdb.lock"])


def test_an_empty_file_becomes_a_warehouse(path: Path) -> None:
    path.touch()
    with pytest.raises(NoWarehouse):
        open_reader(path)
    with open_run(path):
        pass
    assert texts(path) == []


def test_another_program_s_database_is_refused(path: Path) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("create table songs (title varchar)")
    for attempt in (open_reader, lambda path: open_run(path).__enter__()):
        with pytest.raises(NotAWarehouse, match=r"news.duckdb: the database holds other tables \(songs\)"):
            attempt(path)


def test_another_version_is_refused(published: Path) -> None:
    with duckdb.connect(published) as connection:
        set_meta(connection, "schema_version", str(SCHEMA_VERSION + 1))
    for attempt in (open_reader, lambda path: open_run(path).__enter__()):
        with pytest.raises(WrongSchemaVersion, match=rf"news.duckdb: .* of version {SCHEMA_VERSION + 1}"):
            attempt(published)


def test_another_program_s_unfinished_writes_are_not_lost(published: Path) -> None:
    published.with_name("news.duckdb.wal").write_bytes(b"unfinished")
    with pytest.raises(NotAWarehouse, match="close that program"), open_run(published):
        pass


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for attempt in (open_reader, lambda path: open_run(path).__enter__()):
        with pytest.raises(NotAWarehouse, match="is no file"):
            attempt(tmp_path)


def test_reading_what_is_not_there_says_how_to_make_it(path: Path) -> None:
    with pytest.raises(NoWarehouse, match="make it with `crossfoot run`"):
        open_reader(path)
    assert left_in(path.parent) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotWritable, match=r"the folder .*absent does not exist; create it"):
        open_run(tmp_path / "absent" / "news.duckdb").__enter__()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NotWritable, match="cannot be written: Permission denied"):
            open_run(tmp_path / "news.duckdb").__enter__()
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_takes_no_files_is_named() -> None:
    with pytest.raises(NotWritable, match=r"cannot be written|does not exist"):
        open_run(Path("/proc/news.duckdb")).__enter__()


def test_a_full_disk_while_publishing_leaves_the_published_file(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(NotWritable, match="No space left on device"), open_run(published) as connection:
        load_records(connection, Record("b", "2 boats"))
        monkeypatch.setattr(os, "fsync", full)
    assert published.read_bytes() == before
    assert left_in(published.parent) == ["news.duckdb", "news.duckdb.lock"]


def test_errors_of_the_run_itself_pass_as_they_are(published: Path) -> None:
    with pytest.raises(FileNotFoundError), open_run(published):
        raise FileNotFoundError("articles.csv")
    assert not issubclass(FileNotFoundError, WarehouseError)


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from loading import Record, load_records
    from warehouse import publish

    path, moment = Path(sys.argv[1]), sys.argv[2]
    flush = publish.flush

    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)

    def die_in_transaction(connection, *_):
        connection.execute("begin")
        connection.execute("delete from figures")
        die()

    if moment == "before the swap":
        publish._swap = die
    if moment == "after the swap":
        publish.flush = lambda target: die() if target.is_dir() else flush(target)
    with publish.open_run(path) as connection:
        load_records(connection, *(Record(f"n{number}", f"{number} boats") for number in range(50)))
        if moment == "in a transaction":
            die_in_transaction(connection)
        if moment == "after the load":
            die()
"""


@pytest.mark.parametrize(
    ("moment", "loaded"),
    [("in a transaction", 0), ("after the load", 0), ("before the swap", 0), ("after the swap", 50)],
)
def test_a_killed_run_leaves_the_published_file_whole(published: Path, moment: str, loaded: int) -> None:
    support = str(Path(__file__).parents[1] / "support")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([support, *sys.path])}
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), published, moment], env=environment, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    with open_reader(published) as connection:
        assert rows(connection, "select count(*) from articles") == [(1 + loaded,)]
    with open_run(published) as connection:
        load_records(connection, *(Record(f"n{number}", f"{number} boats") for number in range(50)))
    assert len(texts(published)) == 51
    assert left_in(published.parent) == ["news.duckdb", "news.duckdb.lock"]
