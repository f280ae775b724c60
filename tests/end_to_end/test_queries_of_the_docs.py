"""The queries, exports and examples of docs/queries.md, run on the warehouse of the sample articles."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest

from flows import cli
from warehouse.ddl import create
from warehouse.publish import open_reader

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
CODE = re.compile(r"[A-Za-z0-9_@$-]+")
# After rows that are written already.
LATE_FAULT = "select case range when 200000 then error('late')::int else range end as n from range(300000)"
TIME = re.compile(r"\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-S[12])?|\d{4}-\d{2}-\d{2}/P\d+D")

ARTICLE = """
insert into articles by name
select
    'a' || repeat('0', 15) as article_id, 'a' as source_id, 's' as source, '5' as text, 'r' as first_run_id,
    'r' as last_run_id
"""
FIGURE = """
insert into figures by name
select
    'f' || repeat('0', 15) as figure_id, 'a' || repeat('0', 15) as article_id, 'text' as field,
    0 as char_start, 1 as char_end, '5' as quote, '5' as sentence, 5 as value, 'exact' as qualifier,
    'count' as kind,
    'e/f+g' as entity_code, 'm' as metric_code, $start::date as period_start, $end::date as period_end,
    $cumulative as is_cumulative, 'reported' as status, 1 as subject_confidence, 1 as metric_confidence,
    1 as place_confidence, 1 as period_confidence
"""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("samples") / "crossfoot.duckdb"
    articles = ROOT / "flows" / "samples" / "articles"
    assert cli.main(["run", "--direct", "--warehouse", str(path), str(articles)]) == 1
    return path


def test_there_are_ten_worked_queries() -> None:
    questions = re.findall(
        r"^\*\*[^*]+\?\*\*", PAGE.split("## Ten questions")[1].split("\n## ")[0], re.MULTILINE
    )
    assert len(questions) == 10 and len(QUERIES) >= 10


@pytest.mark.parametrize(
    "query", QUERIES, ids=[query.splitlines()[0] + f" {n}" for n, query in enumerate(QUERIES)]
)
def test_a_query_of_the_docs_has_an_answer(samples: Path, query: str) -> None:
    with open_reader(samples) as connection:
        assert connection.execute(query).fetchall()


def test_growth_is_an_interval_between_values_of_one_kind(samples: Path) -> None:
    with open_reader(samples) as connection:
        rows = connection.execute(
            "select from_quote, to_quote, growth_low, growth_high "
            "from growth_between('lower_sarn', 'population', '2011-12-31', '2021-12-31')"
        ).fetchall()
    ((before, after, low, high),) = rows
    assert (before, after) == ("1,251,000", "1,204,000")
    assert low < 100 * (1_204 / 1_251 - 1) < high < 0 and high - low < 0.2


def test_two_publishers_are_set_against_each_other(samples: Path) -> None:
    with open_reader(samples) as connection:
        rows = connection.execute(
            "select quote, other_quote, do_meet from said_against('Ledger Daily', 'The Nordic Gazette')"
        ).fetchall()
        assert connection.execute("from said_against('Ledger Daily', 'Ledger Daily')").fetchall() == []
    assert rows == [("468.2 million euros", "482.6 million euros", False)]


def test_the_python_example_runs(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(samples.parent)
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    found: dict[str, pl.DataFrame] = {}
    exec(code, found)
    assert found["revenue"].height > 2


def test_sdmx_csv_has_the_codes_and_periods_of_the_standard(samples: Path, tmp_path: Path) -> None:
    for name, options in (("all.csv", []), ("kept.csv", ["--reconciled"])):
        out = str(tmp_path / name)
        assert cli.main(["export", "--warehouse", str(samples), "--out", out, *options]) == 0
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0])[:3] == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
    assert {row["STRUCTURE_ID"] for row in rows} == {"CROSSFOOT:FIGURES(1.0)"}
    for row in rows:
        for name in (
            "FREQ",
            "ENTITY",
            "INDICATOR",
            "REF_AREA",
            "SCOPE",
            "UNIT_MEASURE",
            "ACCUMULATION",
            "FIGURE",
        ):
            assert CODE.fullmatch(row[name]), row
        assert TIME.fullmatch(row["TIME_PERIOD"]), row
        assert float(row["OBS_VALUE"]) or row["OBS_VALUE"]
    dimensions = list(rows[0])[3:12]
    assert len({tuple(row[name] for name in dimensions) for row in rows}) == len(rows), "no observation twice"
    revenue = {
        (row["TIME_PERIOD"], float(row["OBS_VALUE"]), row["OBS_STATUS"])
        for row in rows
        if row["ENTITY"] == "halden_paper" and row["INDICATOR"] == "revenue"
    }
    assert {("2023-S1", 430_900_000.0, "A"), ("2024-S1", 482_600_000.0, "U")} <= revenue
    assert any(status == "F" for _, _, status in revenue), "a forecast is marked"
    with (tmp_path / "kept.csv").open(encoding="utf-8", newline="") as stream:
        kept = list(csv.DictReader(stream))
    assert kept == [row for row in rows if row["OBS_STATUS"] != "U"] and 0 < len(kept) < len(rows)


@pytest.fixture(scope="module")
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse with an article that has no figures."""
    with duckdb.connect(config={"threads": 1}) as connection:
        create(connection)
        connection.execute(ARTICLE)
        yield connection


@pytest.mark.parametrize(
    ("start", "end", "cumulative", "frequency", "period"),
    [
        ("2024-01-01", "2024-12-31", False, "A", "2024"),
        ("2024-07-01", "2024-12-31", False, "S", "2024-S2"),
        ("2024-04-01", "2024-06-30", False, "Q", "2024-Q2"),
        ("2024-02-01", "2024-02-29", False, "M", "2024-02"),
        ("2024-02-05", "2024-02-05", False, "D", "2024-02-05"),
        ("2024-02-01", "2024-04-30", False, "_O", "2024-02-01/P90D"),
        ("2023-10-01", "2024-09-30", False, "_O", "2023-10-01/P366D"),
        ("2024-02-01", "2024-02-28", False, "_O", "2024-02-01/P28D"),
        (None, "2024-06-30", False, "_Z", "2024-06-30"),
        ("2024-01-01", "2024-06-30", True, "_Z", "2024-06-30"),
    ],
)
def test_periods_are_written_as_sdmx_has_them(
    empty: duckdb.DuckDBPyConnection,
    start: str | None,
    end: str,
    cumulative: bool,
    frequency: str,
    period: str,
) -> None:
    empty.execute("delete from figures")
    empty.execute(FIGURE, {"start": start, "end": end, "cumulative": cumulative})
    found = empty.execute('select "FREQ", "TIME_PERIOD", "ENTITY" from sdmx_observations').fetchall()
    assert found == [(frequency, period, "e_f_g")]


@pytest.mark.parametrize("ending", ["csv", "json", "jsonl", "parquet", "txt"])
def test_a_query_is_written_in_the_form_that_the_ending_says(
    samples: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"out.{ending}"
    query = "select figure_id, value, period_end from figures order by figure_id"
    assert cli.main(["sql", "--warehouse", str(samples), "--out", str(out), query]) == 0
    with open_reader(samples) as connection:
        expected = connection.execute(query).fetchall()
    if ending == "parquet":
        assert pl.read_parquet(out).rows() == expected
    elif ending == "csv":
        assert len(out.read_text().splitlines()) == len(expected) + 1
    elif ending == "txt":
        assert out.read_text().startswith("figure_id")
    else:
        assert pl.read_ndjson(out).height == len(expected)
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "parquet", "select 1"], "name a file with --out"),
        (["--out", "a.xls", "select 1"], "its ending is none of .csv"),
        (["--out", "nowhere/a.csv", "select 1"], "cannot be written: No such file"),
        (["--out", "a.csv", "select nothing"], "cannot be answered"),
        (["--out", "a.csv", LATE_FAULT], "late"),
        (["--out", "a.parquet", LATE_FAULT], "late"),
        (["--out", "a.parquet", "select nothing"], "cannot be answered"),
        (["--out", "a.parquet", "delete from runs"], "cannot be answered"),
        (["--out", "a.csv", "copy runs to 'b.csv'"], "cannot be answered"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_and_none_is_left(
    samples: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["sql", "--warehouse", str(samples), *options]) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
