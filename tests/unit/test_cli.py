"""The command line: exit codes, messages a person can act on, output another program can read."""

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows import cli
from flows.configuration import ConfigurationError, load_configuration
from warehouse import checks, load, stories

TEXT = "The port of Sarn handled 4,200 containers in 2023."
# Finds what any reading of numbers finds, so that these tests hold whatever the rules.
THIRTEEN = """\
-- severity: error
-- Fails when a figure is thirteen.
select
    'contradiction' as certainty, 'a figure is thirteen: ' || quote as message, '13 = 13' as formula,
    13.0 as computed_low, 13.0 as computed_high, 12.0 as expected_low, 12.0 as expected_high, 1.0 as gap,
    [{'figure_id': figure_id, 'role': 'value'}] as figures
from figures where value = 13
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a project's settings, which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "figure_is_thirteen.sql").write_text(THIRTEEN)
    (tmp_path / "crossfoot.toml").write_text('checks = "checks"\n')
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "port.txt").write_text(TEXT)
    return tmp_path


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A warehouse for tests that only ask."""
    folder = tmp_path_factory.mktemp("loaded")
    (folder / "port.txt").write_text(TEXT)
    warehouse = str(folder / "loaded.duckdb")
    assert run("--warehouse", warehouse, str(folder / "port.txt")) == 0
    return warehouse


def run(*arguments: str) -> int:
    return cli.main(["run", "--direct", *arguments])


def sql(capsys: pytest.CaptureFixture[str], query: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert cli.main(["sql", "--format", "json", query]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_run_takes_no_more_than_it_may_and_the_next_ones_go_on(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "crossfoot.toml").write_text(
        'max_new_articles = 2\n[[sources]]\nname = "quay"\nfrom = ["articles", "more"]\nevery = "1h"\n'
    )
    (project / "more").mkdir()
    for number in range(4):
        (project / "more" / f"{number}.txt").write_text(f"The port has {number + 20} cranes.")
    (project / "articles" / "empty.txt").write_text("")
    told = []
    for _ in range(4):
        # Named nowhere: what is put off stays due.
        assert run() == 0
        told.append(capsys.readouterr())
    assert [one.out.partition(" new, ")[0][-1:] for one in told[:3]] == ["2", "2", "1"]
    assert ["put off   the rest of" in one.out for one in told[:3]] == [True, True, False]
    assert "no source is due" in told[3].err
    assert sql(capsys, "select count(*) as n, count(distinct article_id) as d from articles") == [
        {"n": 5, "d": 5}
    ]


def test_a_flood_of_one_wording_is_read_over_several_runs_and_holds_up_no_other_text(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "crossfoot.toml").write_text(
        'max_alike = 2\n[[sources]]\nname = "quay"\nfrom = "flood"\nevery = "1h"\n'
    )
    (project / "flood").mkdir()
    for number in range(5):
        (project / "flood" / f"{number}.txt").write_text(f"Crane {number} lifted {number + 20} crates.")
    (project / "flood" / "other.txt").write_text("The port has 31 cranes.")
    told = []
    for _ in range(4):
        # What is put off stays due.
        run()
        told.append(capsys.readouterr())
    assert [one.out.partition(" new, ")[0][-1:] for one in told[:3]] == ["3", "2", "1"]
    assert [
        "3 texts that differ from others only in their numbers" in told[0].out,
        "put off" in told[2].out,
    ] == [
        True,
        False,
    ]
    assert "no source is due" in told[3].err
    assert sql(capsys, "select count(distinct article_id) as d from articles") == [{"d": 6}]


def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in cli.command_names():
        with pytest.raises(SystemExit) as ended:
            cli.main([command, "--help"])
        assert ended.value.code == 0
        assert f"  crossfoot {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["swim"],
        ["extract", "--fast", "a.txt"],
        ["sql", "--format", "xml", "select 1"],
        ["serve", "a", "--cron", "* * * * *", "--every", "1h"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code: object = cli.main(arguments)
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    printed = capsys.readouterr()
    assert "usage: crossfoot" in printed.out + printed.err


def test_extract_writes_one_object_an_article(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "articles" / "quay.md").write_text("# Quay\n\nThe quay is 310 metres long.")
    assert cli.main(["extract", "articles"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["source_id"] for line in lines] == ["port.txt", "quay.md"]
    assert list(lines[0]) == [
        "source_id", "article_id", "figures", "breakdowns", "links", "worded_shares", "rejects",
        "title_figures",
    ]  # fmt: skip
    (figure,) = [figure for figure in lines[0]["figures"] if figure["value"] == 4200]
    assert TEXT[figure["char_start"] : figure["char_end"]] == figure["quote"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--version"], 0), (["run", "--direct", "articles"], 0), (["run", "--direct", "none"], 2)],
)
def test_a_process_ends_with_the_code_of_its_command(project: Path, arguments: list[str], code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flows.cli", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    assert done.stdout.endswith("\n")


def test_what_is_registered_for_the_exit_is_called(project: Path) -> None:
    code = (
        "import atexit, sys\nfrom flows.cli import enter\n"
        "atexit.register(print, 'tidied', file=sys.stderr)\nsys.argv[1:] = ['extract', 'articles']\nenter()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "tidied\n")
    assert json.loads(done.stdout)["source_id"] == "port.txt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is full")
def test_output_that_cannot_be_written_is_no_success(project: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "flows.cli", "extract", "articles"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert "No space left" in done.stderr


def test_extract_reads_records_from_standard_input(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given = json.dumps({"id": "p1", "text": TEXT}) + "\nno json\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert cli.main(["extract", "-"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["source_id"] == "p1"
    assert "standard input, line 2: no JSON" in told.err


def test_a_reader_that_has_enough_is_no_fault(project: Path) -> None:
    records = "".join(json.dumps({"id": str(n), "text": f"{TEXT} {n}"}) + "\n" for n in range(200))
    # Several times what a pipe holds.
    (project / "many.jsonl").write_text(records)
    done = subprocess.run(
        f"{sys.executable} -m flows.cli extract many.jsonl | head -1",
        shell=True, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert json.loads(done.stdout)["source_id"] == "0"


def test_explain_adds_the_reasons(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["extract", "--explain", "articles"]) == 0
    (line,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert all("explain" in figure for figure in line["figures"])


@pytest.mark.parametrize("command", [["extract"], ["run", "--direct"]])
def test_a_source_without_an_article_is_2_and_is_named(
    project: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "empty").mkdir()
    assert cli.main([*command, "articles", "empty", "missing.txt"]) == 2
    told = capsys.readouterr().err
    assert "missing.txt: no such file" in told
    assert "empty: no article in it" in told


def test_open_findings_do_not_hide_a_source_without_an_article(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "articles" / "luck.txt").write_text("The ship carried 13 lifeboats.")
    assert run("articles", "missing.txt") == 2
    told = capsys.readouterr()
    assert "CONTRADICTION  figure_is_thirteen" in told.out and "the run fails: 1 open finding" in told.err
    assert "missing.txt: no article in it" in told.err
    assert cli.main(["status"]) == 2
    told = capsys.readouterr()
    assert "no article in missing.txt; 1 open finding: figure_is_thirteen" in told.out
    assert run("articles") == 1


def test_a_run_without_findings_is_0_and_a_second_one_changes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("articles") == 0
    assert "1 read: 1 new" in capsys.readouterr().out
    before = Path("crossfoot.duckdb").stat()
    assert run("articles") == 0
    told = capsys.readouterr().out
    assert "1 unchanged" in told and "nothing changed" in told
    after = Path("crossfoot.duckdb").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_run_with_an_open_finding_is_1_and_shows_its_evidence(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "articles" / "luck.txt").write_text("The ship carried 13 lifeboats.")
    assert run("articles") == 1
    told = capsys.readouterr().out
    assert "CONTRADICTION  figure_is_thirteen" in told
    assert "The ship carried 13 lifeboats." in told
    assert "luck.txt" in told and "characters 17-19" in told
    assert run("articles") == 1, "the finding is still open"
    assert cli.main(["findings"]) == 1
    assert "figure_is_thirteen" in capsys.readouterr().out
    (row,) = sql(capsys, "select finding_id from findings")
    assert cli.main(["explain", str(row["finding_id"])[:8]]) == 0
    told = capsys.readouterr().out
    assert "13 = 13" in told and "The ship carried 13 lifeboats." in told
    assert cli.main(["explain", "ffff"]) == 2


def test_a_corrected_article_replaces_its_figures_and_closes_the_finding(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    luck = project / "articles" / "luck.txt"
    luck.write_text("The ship carried 13 lifeboats.")
    assert run("articles") == 1
    luck.write_text("The ship carried 14 lifeboats.")
    assert run("articles") == 0
    assert "1 changed, 1 unchanged" in capsys.readouterr().out
    values = [row["value"] for row in sql(capsys, "select value from figures where quote in ('13', '14')")]
    assert values == [14]
    old = sql(capsys, "select superseded_by is not null as gone from articles where text like '%13%'")
    assert old == [{"gone": True}]
    assert sql(capsys, "select status from findings") == [{"status": "closed"}]


def test_an_article_that_its_source_no_longer_shows_stays(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("articles")
    (project / "articles" / "port.txt").unlink()
    (project / "articles" / "quay.txt").write_text("The quay is 310 metres long.")
    assert run("articles") == 0
    assert sql(capsys, "select count(*) as n from articles where superseded_by is null") == [{"n": 2}]


def test_an_accepted_finding_fails_no_run(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "articles" / "luck.txt").write_text("The ship carried 13 lifeboats.")
    run("articles")
    (row,) = sql(capsys, "select finding_id from findings")
    beginning = str(row["finding_id"])[:6]
    assert cli.main(["accept", beginning, "counted twice, it is right", "--by", "jane"]) == 0
    assert run("articles") == 0
    assert cli.main(["findings"]) == 0
    assert cli.main(["accept", "ffff", "no such finding"]) == 2
    assert cli.main(["accept", beginning, " "]) == 2


def test_acceptances_in_a_file_hold_until_their_day_or_until_they_are_taken_out(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "articles" / "luck.txt").write_text("The ship carried 13 lifeboats.")
    (project / "crossfoot.toml").write_text('checks = "checks"\nacceptances = "accepted.csv"\n')
    assert run("articles") == 2
    assert "begin it with a line finding_id,reason,until,accepted_by" in capsys.readouterr().err
    (project / "accepted.csv").write_text("finding_id,reason,until,accepted_by\n")
    assert run("articles") == 1
    (row,) = sql(capsys, "select finding_id from findings")
    beginning = str(row["finding_id"])[:6]
    for wrong in (["--until", "soon"], ["--until", "2020-01-01"], []):
        assert cli.main(["accept", beginning, *(["--reason", "asked"] if wrong else []), *wrong]) == 2
    assert cli.main(["accept", beginning, "--reason", "asked", "--until", "2999-12-31", "--by", "jane"]) == 0
    assert run("articles") == 0
    kept = (project / "accepted.csv").read_text().splitlines()
    assert kept == ["finding_id,reason,until,accepted_by", f"{row['finding_id']},asked,2999-12-31,jane"]
    (project / "accepted.csv").write_text(
        f"{kept[0]}\n{row['finding_id']},asked,2020-01-01,jane\n{'f' * 16},known,,\n"
    )
    capsys.readouterr()
    assert run("articles") == 1
    told = capsys.readouterr()
    assert "accepted until a day that is past" in told.out + told.err
    assert f"accepted, but gone: {'f' * 16}" in told.out + told.err


def test_bad_files_are_rejected_once_and_cost_no_other(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "articles" / "empty.txt").write_bytes(b"")
    (project / "articles" / "binary.txt").write_bytes(b"\x00\x01")
    (project / "articles" / "lines.jsonl").write_text('{"id": 1, "text": "One crane."}\n{"id": 2\n')
    for _ in range(2):
        assert run("articles") == 0
    told = capsys.readouterr()
    assert "empty.txt: no text in it" in told.err
    rows = sql(capsys, "select source_id, reason from rejects where article_id is null order by all")
    assert rows == [
        {"source_id": "binary.txt", "reason": "nul_bytes"},
        {"source_id": "empty.txt", "reason": "empty"},
        {"source_id": "lines.jsonl:2", "reason": "bad_json"},
    ]
    assert sql(capsys, "select count(*) as n from articles") == [{"n": 2}]


def test_two_texts_under_one_id_are_told_and_the_first_stays(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = [
        {"id": 1, "text": "One crane."},
        {"id": 1, "text": "One crane."},
        {"id": 1, "text": "Two cranes."},
    ]
    (project / "cranes.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    for expected in ("1 new", "nothing changed"):
        assert run("cranes.jsonl") == 0
        told = capsys.readouterr()
        assert expected in told.out
        assert "line 3: another text has this id" in told.err
    assert sql(capsys, "select text from articles") == [{"text": "One crane."}]


@pytest.mark.parametrize(
    ("content", "words", "code"),
    [(b"no database at all, really", "no DuckDB database", 2), (None, "no warehouse", 2)],
)
def test_a_file_that_is_no_warehouse_is_left_alone(
    project: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, words: str, code: int
) -> None:
    if content is not None:
        Path("crossfoot.duckdb").write_bytes(content)
        assert run("articles") == code
        assert words in capsys.readouterr().err
        assert Path("crossfoot.duckdb").read_bytes() == content
    assert cli.main(["findings"]) == code
    assert words in capsys.readouterr().err


def test_a_run_that_cannot_write_is_3(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("articles", "--warehouse", "nowhere/w.duckdb") == 3
    told = capsys.readouterr().err
    assert "nowhere" in told and "Traceback" not in told


def test_an_own_check_that_cannot_run_stops_the_run_and_nothing_is_published(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "checks" / "broken.sql").write_text(
        "-- severity: error\n-- Broken.\nselect nonsense from nowhere"
    )
    assert run("articles") == 2
    assert "broken" in capsys.readouterr().err
    assert not Path("crossfoot.duckdb").exists()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("selec 1", "syntax error"),
        ("select * from nowhere", "nowhere"),
        ("drop table figures", "read-only"),
        ("insert into runs (run_id) values ('x')", "read-only"),
        ("from read_csv('crossfoot.toml')", "disabled"),
        ("copy figures to 'out.csv'", "disabled"),
        ("set enable_external_access = true", "locked"),
    ],
)
def test_a_query_can_neither_change_nor_leave_the_warehouse(
    loaded: str, capsys: pytest.CaptureFixture[str], query: str, words: str
) -> None:
    assert cli.main(["sql", "--warehouse", loaded, query]) == 2
    told = capsys.readouterr().err
    assert words in told.lower() and "Traceback" not in told


def test_sql_writes_tables_csv_and_json(loaded: str, capsys: pytest.CaptureFixture[str]) -> None:
    query = (
        "select '=1+1' as word, 4200 as number, date '2024-03-01' as day, null as nothing, [1, 2] as list, "
        "true as yes"
    )
    capsys.readouterr()
    assert cli.main(["sql", "--warehouse", loaded, query]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "word  number  day         nothing  list    yes",
        "----  ------  ----------  -------  ------  ----",
        "=1+1   4,200  2024-03-01           [1, 2]  true",
    ]
    assert cli.main(["sql", "--warehouse", loaded, "--format", "csv", query]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows == [
        {
            "word": "'=1+1",
            "number": "4200",
            "day": "2024-03-01",
            "nothing": "",
            "list": "[1, 2]",
            "yes": "true",
        }
    ]
    assert cli.main(["sql", "--warehouse", loaded, "--format", "json", query]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "word": "=1+1", "number": 4200, "day": "2024-03-01", "nothing": None, "list": [1, 2], "yes": True
    }  # fmt: skip


def test_what_articles_write_cannot_steer_a_terminal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "articles" / "luck.txt").write_text("The \x1b[2Jship \u202ecarried 13 lifeboats.\n")
    assert run("articles") == 1
    told = capsys.readouterr().out
    assert "\x1b" not in told and "\u202e" not in told
    assert "\\u001b[2Jship" in told


@pytest.mark.parametrize("command", ["run", "check", "rebuild"])
def test_duckdb_may_take_more_memory_once_nothing_extracts(
    project: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    run("articles")
    (project / "articles" / "quay.txt").write_text("The port of Sarn has 7 quays.")
    limits = {}

    def noting(name: str, called: Callable[..., Any]) -> Callable[..., Any]:
        def noted(connection: Any, *rest: Any) -> Any:
            limits[name] = connection.execute("select current_setting('memory_limit')").fetchone()
            return called(connection, *rest)

        return noted

    for module, name in ((load, "load"), (stories, "link_stories"), (checks, "run_checks")):
        monkeypatch.setattr(module, name, noting(name, getattr(module, name)))
    assert cli.main(["run", "--direct", "articles"] if command == "run" else [command]) == 0
    assert limits.pop("run_checks") == limits.pop("link_stories", ("143.0 MiB",)) == ("143.0 MiB",)
    assert limits == ({} if command == "check" else {"load": ("95.3 MiB",)})


def test_check_runs_the_checks_anew(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 2
    (project / "articles" / "luck.txt").write_text("The ship carried 13 lifeboats.")
    check = project / "checks" / "figure_is_thirteen.sql"
    text = check.read_text()
    check.unlink()
    assert run("articles") == 0
    check.write_text(text)
    assert cli.main(["check"]) == 1
    assert run("articles") == 1


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("warehouse = 3", "warehouse is 3"),
        ('colour = "red"', "unknown setting 'colour'"),
        ('fail_on = "noise"', "fail_on is 'noise'"),
        ('reference = "nowhere"', "there is no folder"),
        ("workers = -1", "workers is -1"),
        ("max_article_bytes = true", "max_article_bytes is True"),
        ("= 3", "no valid TOML"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, settings: str, words: str) -> None:
    file = tmp_path / "crossfoot.toml"
    file.write_text(settings)
    with pytest.raises(ConfigurationError, match=r"crossfoot\.toml") as fault:
        load_configuration(file)
    assert words in str(fault.value)


def test_settings_may_stand_in_the_project_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.crossfoot]\nwarehouse = "news.duckdb"\nfail_on = "contradiction"'
    )
    loaded = load_configuration()
    assert (loaded.warehouse, loaded.fail_on) == (Path("news.duckdb"), "contradiction")
    assert load_configuration(warehouse="other.duckdb").warehouse == Path("other.duckdb")
    (tmp_path / "crossfoot.toml").write_text("workers = 2")
    assert load_configuration().workers == 2


@pytest.mark.parametrize("published", ["last year", "2024-13"])
def test_a_wrong_publication_date_is_told_at_once(
    project: Path, published: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("articles/port.txt", "--published", published) == 2
    assert "--published" in capsys.readouterr().err
    assert not Path("crossfoot.duckdb").exists()


def test_a_publication_date_is_for_a_single_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("articles", "--published", "2024") == 2
    assert run("articles/port.txt", "--published", "2024-05") == 0
    assert sql(capsys, "select published, published_precision from articles") == [
        {"published": "2024-05", "published_precision": "month"}
    ]


def test_what_was_mended_within_a_file_is_rejected_no_more(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (project / "crossfoot.toml").open("a") as settings:
        # The processes that so many articles are worth would take longer to start than the rest.
        settings.write("workers = 1\n")
    file = project / "articles" / "cranes.jsonl"
    rejected = "select source_id from rejects where article_id is null order by all"
    lines = [f'{{"id": {n}, "text": "Crane {n} lifted {n + 7} tonnes."}}' for n in range(700)]
    lines[3] = lines[690] = "no json"
    file.write_text("\n".join(lines))
    for _ in range(2):
        run("articles")
        assert [row["source_id"] for row in sql(capsys, rejected)] == ["cranes.jsonl:4", "cranes.jsonl:691"]
    lines[3] = '{"id": 3, "text": "Crane 3 lifted 10 tonnes."}'
    file.write_text("\n".join(lines))
    run("articles")
    assert [row["source_id"] for row in sql(capsys, rejected)] == ["cranes.jsonl:691"]


def test_pages_that_are_known_are_not_parsed_again(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.sources.child import Child

    rest = "The foreman said that the carts were weighed at the gate and entered in the book every evening."
    for n in range(3):
        text = f"<p>Shed {n} held {n + 50} tonnes.</p><p>{rest}</p><p>{rest}</p>"
        (project / "articles" / f"{n}.html").write_text(
            f"<html><body><article>{text}</article></body></html>"
        )
    asked: list[str] = []
    ask = Child.ask
    monkeypatch.setattr(
        Child, "ask", lambda self, task, *rest: (asked.append(task), ask(self, task, *rest))[1]
    )
    for expected, parsed in (("4 new", 3), ("4 unchanged", 0)):
        asked.clear()
        assert run("articles") == 0
        assert expected in capsys.readouterr().out
        assert len(asked) == parsed
    (project / "articles" / "3.html").write_text((project / "articles" / "1.html").read_text())
    assert run("articles") == 0
    assert sql(capsys, "select source_id from sightings order by all")[3] == {"source_id": "3.html"}
    assert asked == []


def test_pages_that_were_refused_are_parsed_again_only_by_another_parser(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.sources import page
    from flows.sources.child import Child

    words = "Subscribe now to keep reading. Already a subscriber? Log in to continue."
    wall = f"<html><body><p>{words}</p></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{wall}"
    record = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/1\r\n"
        f"WARC-Date: 2024-05-01T10:00:00Z\r\nContent-Length: {len(answer)}\r\n\r\n{answer}\r\n\r\n"
    )
    (project / "articles" / "a.html").write_text(wall)
    (project / "articles" / "b.warc").write_text(record)
    with zipfile.ZipFile(project / "articles" / "c.zip", "w") as archive:
        archive.writestr("d.html", wall)
    asked: list[str] = []
    ask = Child.ask
    monkeypatch.setattr(
        Child, "ask", lambda self, task, *rest: (asked.append(task), ask(self, task, *rest))[1]
    )
    refused = "select source_id, reason from rejects where article_id is null order by all"
    places = ["a.html", "c.zip/d.html", "https://quay.example/1"]
    expected = [{"source_id": place, "reason": "paywall"} for place in places]
    for parsed in (3, 0):
        asked.clear()
        assert run("articles") == 0
        assert len(asked) == parsed
        assert sql(capsys, refused) == expected
    assert "nothing changed" in (run("articles"), capsys.readouterr().out)[1]
    monkeypatch.setattr(page, "reader_version", lambda: "0" * 16)
    for parsed in (3, 0):
        asked.clear()
        assert run("articles") == 0
        assert len(asked) == parsed
        assert sql(capsys, refused) == expected
    (project / "articles" / "a.html").write_text(wall.replace("Log in", "Sign in"))
    asked.clear()
    assert run("articles") == 0
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("sources = 3", "sources is 3"),
        ('[[sources]]\nname = "a"', "sources: a: from is None"),
        ('[[sources]]\nfrom = "a"', "number 1: name is None"),
        ('[[sources]]\nname = "a"\nfrom = "b"\ncolour = "red"', "unknown field 'colour'"),
        ('[[sources]]\nname = "a"\nfrom = "b"\nevery = "often"', "every is 'often'; expected a duration"),
        ('[[sources]]\nname = "a"\nfrom = "ftp://b"', "nothing reads ftp://"),
        ('[[sources]]\nname = "a"\nfrom = "b"\nkind = "film"', "kind is 'film'; expected one of feed"),
        (
            '[[sources]]\nname = "a"\nfrom = "b"\n[[sources]]\nname = "a"\nfrom = "c"',
            "several are called 'a'",
        ),
        ('[http]\ncontact = "dësk"', "plain ASCII"),
        ("[http]\ndeadline = 0", "http.deadline is 0"),
        ("[http]\nmax_bytes = true", "http.max_bytes is True"),
        ('[http]\nproxy = "x"', "unknown field 'proxy'"),
    ],
)
def test_a_wrong_setting_of_sources_is_named(tmp_path: Path, settings: str, words: str) -> None:
    file = tmp_path / "crossfoot.toml"
    file.write_text(settings)
    with pytest.raises(ConfigurationError, match=r"crossfoot\.toml") as fault:
        load_configuration(file)
    assert words in str(fault.value)


def test_without_a_source_and_without_settings_nothing_is_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run() == 2
    assert "no SOURCE is given" in capsys.readouterr().err
    assert cli.main(["serve", "articles"]) == 2
    assert "how often?" in capsys.readouterr().err
    assert cli.main(["serve", "--every", "1h"]) == 2


def test_a_schedule_without_a_time_is_that_of_the_source_read_most_often(project: Path) -> None:
    from flows.commands import serve

    settings = project / "crossfoot.toml"
    settings.write_text(
        '[[sources]]\nname = "slow"\nfrom = "a"\nevery = "6h"\n'
        '[[sources]]\nname = "fast"\nfrom = "s3://b"\nevery = "90s"\n'
    )
    configuration = load_configuration()
    assert serve.shortest(configuration).total_seconds() == 90
    placed = [serve._placed(one, configuration) for one in ("fast", "articles", "https://quay.example/feed")]
    assert placed == ["fast", str(project / "articles"), "https://quay.example/feed"]


@pytest.mark.parametrize(
    ("minutes", "due"),
    [(0, []), (28, []), (29.5, ["fast"]), (45, ["fast"]), (360, ["fast", "slow"]), (-5, ["fast", "slow"])],
)
def test_a_source_is_due_when_its_time_has_come(project: Path, minutes: float, due: list[str]) -> None:
    from flows.polling import Polls

    (project / "crossfoot.toml").write_text(
        '[[sources]]\nname = "fast"\nfrom = "a"\nevery = "30m"\n'
        '[[sources]]\nname = "slow"\nfrom = "a"\nevery = "6h"\n'
    )
    configuration = load_configuration()
    polls = Polls(configuration.warehouse)
    at = datetime(2030, 1, 1)
    assert [one.name for one in polls.due(configuration.sources, at)] == ["fast", "slow"]
    polls.mark(["fast", "slow"], at)
    assert [one.name for one in polls.due(configuration.sources, at + timedelta(minutes=minutes))] == due
    polls.path.write_text("damaged")
    assert len(polls.due(configuration.sources, at)) == 2


def test_a_run_tells_nothing_that_is_not_its_own(project: Path) -> None:
    command = [sys.executable, "-m", "flows.cli", "run", "--direct", "articles"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=project)
    assert done.returncode == 0
    assert done.stderr == ""
