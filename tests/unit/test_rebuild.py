"""An older warehouse is made anew from its texts; what no text gives again is taken over."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from thirteen import THIRTEEN

from flows import cli
from schemas.base import definition_of
from schemas.tables import MODELS
from warehouse.ddl import set_meta
from warehouse.publish import open_run
from warehouse.rebuild import KEPT as KEPT_MODELS

LUCK = "The ship carried 13 lifeboats."
PORT = "The port of Sarn handled 4,200 containers in 2023."
Rows = list[dict[str, object]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose warehouse has had two runs, one finding accepted and one text replaced."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "checks").mkdir()
    (folder / "checks" / "figure_is_thirteen.sql").write_text(THIRTEEN)
    (folder / "crossfoot.toml").write_text('checks = "checks"\nreference = "reference"\n')
    (folder / "reference").mkdir()
    (folder / "articles").mkdir()
    (folder / "articles" / "luck.txt").write_text(LUCK)
    (folder / "articles" / "port.txt").write_text("The port of Sarn handled 4,100 containers in 2023.")
    (folder / "articles" / "empty.txt").write_text("")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert cli.main(["run", "--direct", "articles"]) == 1
        (folder / "articles" / "port.txt").write_text(PORT)
        assert cli.main(["run", "--direct", "articles"]) == 1
        (row,) = ask("select finding_id from findings")
        assert cli.main(["accept", str(row["finding_id"]), "lifeboats do come in thirteens"]) == 0
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the current folder."""
    copied = shutil.copytree(made, tmp_path / "project")
    monkeypatch.chdir(copied)
    return copied


def ask(query: str, warehouse: str = "crossfoot.duckdb") -> Rows:
    with duckdb.connect(warehouse, read_only=True) as connection:
        result = connection.execute(query)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def make_old(*statements: str) -> None:
    """Give the warehouse the tables of a version that nobody reads any more."""
    with duckdb.connect("crossfoot.duckdb") as connection:
        for (view,) in connection.execute(
            "select view_name from duckdb_views() where not internal"
        ).fetchall():
            connection.execute(f"drop view {view}")
        for statement in statements:
            connection.execute(statement)
        set_meta(connection, "schema_version", "1")


KEPT = {
    "articles": "select article_id, text, superseded_by, first_run_id from articles order by all",
    "sightings": "select source, source_id, article_id, title, first_run_id from sightings order by all",
    "figures": "select * from figures order by figure_id",
    "findings": "select finding_id, status, opened_run_id from findings order by all",
    "accepted": "select finding_id, reason, accepted_by from accepted_findings order by all",
    "refused": "select source_id, reason from rejects where article_id is null order by all",
}


def test_a_rebuild_keeps_texts_history_and_acceptances_and_reads_the_same_figures(project: Path) -> None:
    before = {name: ask(query) for name, query in KEPT.items()}
    runs = ask("select run_id from runs order by run_id")
    make_old()
    assert cli.main(["run", "--direct", "articles"]) == 3
    assert cli.main(["rebuild"]) == 0, "the only finding is accepted"
    assert {name: ask(query) for name, query in KEPT.items()} == before
    assert len(before["articles"]) == 3 and before["refused"] and before["accepted"]
    assert ask("select run_id from runs order by run_id")[:-1] == runs
    assert cli.main(["run", "--direct", "articles"]) == 0


def test_a_run_tells_that_a_rebuild_is_needed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_old()
    assert cli.main(["run", "--direct", "articles"]) == 3
    assert "crossfoot rebuild" in capsys.readouterr().err


def test_columns_that_the_old_tables_lack_are_empty(project: Path) -> None:
    make_old(
        "alter table sightings drop column title",
        "create or replace table runs as select * exclude (articles_changed) from runs",
    )
    assert cli.main(["rebuild"]) == 0
    assert {row["title"] for row in ask("select title from sightings")} == {None}
    assert [row["articles_changed"] for row in ask("select articles_changed from runs order by run_id")][
        :2
    ] == [
        0,
        0,
    ]


def test_a_column_that_nothing_can_fill_is_told_and_nothing_is_lost(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_old("create or replace table findings as select * exclude (message) from findings")
    before = Path("crossfoot.duckdb").read_bytes()
    assert cli.main(["rebuild"]) == 3
    assert "findings has no message" in capsys.readouterr().err
    assert Path("crossfoot.duckdb").read_bytes() == before
    assert not Path("crossfoot.duckdb.old").exists()


def test_the_old_file_is_kept_and_never_overwritten(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = Path("crossfoot.duckdb").read_bytes()
    assert cli.main(["rebuild"]) == 0
    assert Path("crossfoot.duckdb.old").read_bytes() == old
    assert cli.main(["rebuild"]) == 3
    assert "move or delete it" in capsys.readouterr().err
    assert cli.main(["rebuild", "--keep", "older.duckdb"]) == 0
    assert Path("older.duckdb").exists() and Path("crossfoot.duckdb.old").read_bytes() == old


def test_without_a_warehouse_there_is_nothing_to_rebuild(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["rebuild"]) == 2
    assert cli.main(["diff"]) == 2


def test_the_rebuild_of_a_warehouse_without_articles_is_a_run_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_run(Path("crossfoot.duckdb")):
        pass
    assert cli.main(["rebuild"]) == 0
    assert ask("select articles_read from runs") == [{"articles_read": 0}]
    assert ask("select count(*) > 10 as is_filled from units") == [{"is_filled": True}]


def test_diff_tells_what_new_reference_data_changes_and_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff"]) == 0
    assert "0 figures gained, 0 lost, 0 changed" in capsys.readouterr().err
    with duckdb.connect("crossfoot.duckdb") as connection:
        connection.execute("update figures set unit = 'barrel' where unit = 'container'")
        connection.execute("delete from figures where value = 13")
    before = Path("crossfoot.duckdb").read_bytes()
    assert cli.main(["diff", "--format", "json"]) == 0
    told = capsys.readouterr()
    changes = {row["quote"]: row for row in map(json.loads, told.out.splitlines())}
    assert changes["4,200"]["kind"] == "changed"
    assert changes["4,200"]["columns"] == {"unit": ["barrel", "container"]}
    assert changes["13"]["kind"] == "gained"
    assert "1 figures gained, 0 lost, 1 changed" in told.err
    assert Path("crossfoot.duckdb").read_bytes() == before


def test_diff_reads_a_warehouse_of_another_version(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_old("alter table figures drop column scope")
    assert cli.main(["diff"]) == 0
    assert "0 figures gained, 0 lost, 0 changed" in capsys.readouterr().err


def test_every_table_is_taken_over_or_made_anew_on_purpose() -> None:
    made_anew = {
        "copies",
        "signatures",
        "figures",
        "breakdowns",
        "breakdown_parts",
        "links",
        "link_figures",
        "worded_shares",
        "meta",
    }
    kept = {definition_of(model).name for model in KEPT_MODELS}
    assert kept | made_anew == {definition_of(model).name for model in MODELS}
    assert not kept & made_anew
