"""The largest hostile inputs, each made, sent through a whole run and deleted: in time, within a gigabyte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from measuring import measure

pytestmark = pytest.mark.soak

GENERATOR = Path(__file__).parents[3] / "shared" / "tools" / "badfiles.py"
# Of CPU, which a busy machine does not stretch.
SECONDS = float(os.environ.get("CROSSFOOT_BIG_SECONDS", "30"))
GIGABYTE = 1 << 30
# What becomes of each: the reason of its reject.
REFUSED = {
    "line_1gb.txt": "too_large",
    "line_1gb.jsonl": "too_large",
    "sparse_50gb.txt": "too_large",
    "gz_10gb.jsonl.gz": "bomb",
    "warc_10gb.warc.gz": "bomb",
    "feed_200k.xml": "too_large",
    "html_50mb.html": "too_large",
    "html_deep_1m.html": "too_complex",
    "laughs_lol12.xml": "entities",
    "csv_quote_500mb.csv": "bad_row",
}
# Fifty thousand texts of one wording: a run takes so many of them, unless it is told to take all.
FILES, FILES_PER_SECOND = 50_000, 100
BOUND = 1_000


@pytest.fixture
def made(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """The folder with the input that the test names."""
    if not GENERATOR.exists():
        pytest.skip("the generator of bad files is not there")
    command = [sys.executable, str(GENERATOR), "big", request.param, str(tmp_path / "big")]
    subprocess.run(command, check=True, capture_output=True)
    request.addfinalizer(lambda: shutil.rmtree(tmp_path))
    return tmp_path


def run(folder: Path, seconds: float, *settings: str) -> duckdb.DuckDBPyConnection:
    """Run the whole way from files to findings; return the warehouse."""
    warehouse = folder / "big.duckdb"
    command = [
        "-m",
        "flows.cli",
        *settings,
        "run",
        "--direct",
        "--warehouse",
        str(warehouse),
        str(folder / "big"),
    ]
    done = measure([sys.executable, *command], folder)
    print(f"{done.cpu_seconds:.1f} s of CPU, peak {done.peak_bytes >> 20} MB, exit code {done.exit_code}")
    assert "Traceback" not in done.output and "did not complete" not in done.output
    # Without an article the run says that there is none.
    assert done.exit_code in (0, 1, 2)
    assert done.cpu_seconds < seconds
    assert done.peak_bytes < GIGABYTE
    assert done.left == 0
    return duckdb.connect(str(warehouse), read_only=True)


@pytest.mark.parametrize(("made", "reason"), REFUSED.items(), indirect=["made"])
def test_a_huge_input_is_refused_in_time_and_within_a_gigabyte(made: Path, reason: str) -> None:
    with run(made, SECONDS) as warehouse:
        reasons = warehouse.execute("select distinct reason from rejects").fetchall()
        assert (reason,) in reasons
        assert warehouse.execute("select count(*) from articles").fetchone() == (0,)


@pytest.mark.parametrize("made", ["many_files"], indirect=True)
def test_a_flood_of_one_wording_is_read_in_parts_each_in_time(made: Path) -> None:
    for number in (1, 2):
        with run(made, SECONDS) as warehouse:
            count = warehouse.execute("select count(*), count(distinct article_id) from articles").fetchone()
            assert count == (number * BOUND, number * BOUND)


@pytest.mark.parametrize("made", ["many_files"], indirect=True)
def test_a_folder_of_very_many_files_is_read_at_once_within_a_gigabyte(made: Path) -> None:
    unbounded = made / "unbounded.toml"
    unbounded.write_text("max_alike = 0\n")
    with run(made, FILES / FILES_PER_SECOND, "--config", str(unbounded)) as warehouse:
        assert warehouse.execute("select count(*) from articles").fetchone() == (FILES,)
        # All are told from one template.
        assert warehouse.execute("select count(distinct story_id) from articles").fetchone() == (1,)
