"""Runs killed at any moment lose nothing and double nothing: `make soak`, too long for every change.

A folder of articles grows and changes from run to run; most runs are killed. Whatever stood there before is
still there whole, and the run that is let through leaves the warehouse that one quiet run would have made.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest

pytestmark = pytest.mark.soak

KILLS = int(os.environ.get("CROSSFOOT_KILLS", "100"))
ARTICLES = 120
BEGIN = "from flows.cli import enter; enter()"
# What a warehouse holds, without the ids and times of the runs that made it.
CONTENT = {
    "articles": "select article_id, text, superseded_by from articles order by all",
    "sightings": "select source, source_id, article_id from sightings order by all",
    "figures": "select * from figures order by figure_id",
    "breakdowns": "select * from breakdowns order by all",
    "parts": "select * from breakdown_parts order by all",
    "links": "select * from links order by all",
    "members": "select * from link_figures order by all",
    "worded_shares": "select * from worded_shares order by all",
    "findings": "select finding_id, status, message from findings where status <> 'closed' order by all",
    "finding figures": "select finding_figures.* from finding_figures inner join findings using (finding_id) "
    "where status <> 'closed' order by all",
}


def article(number: int, version: int) -> str:
    """Return a text with a total and its parts; of every third the parts are more than the total."""
    total = 900 + number * 7 + version
    parts = (total * 5 // 9, total - total * 5 // 9 + (40 if number % 3 == 0 else 0))
    return (
        f"The town of Ostwick{number} recorded {total:,} burglaries in 2023, {parts[0]:,} in the north "
        f"and {parts[1]:,} in the south. The police there have {200 + number} officers.\n\n"
        f"Ostwick{number} has about {40 + number},000 inhabitants, {3 + number % 5}% more than in 2013.\n"
    )


def content(warehouse: Path) -> dict[str, list[Any]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return {name: connection.execute(query).fetchall() for name, query in CONTENT.items()}


def start(folder: Path, warehouse: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", BEGIN, "run", "--direct", "--warehouse", str(warehouse), str(folder)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def finish(folder: Path, warehouse: Path) -> float:
    begun = time.monotonic()
    run = start(folder, warehouse)
    _, said = run.communicate(timeout=300)
    assert run.returncode == 1, said.decode()
    return time.monotonic() - begun


def assert_whole(warehouse: Path) -> None:
    """Nothing half, whoever was killed: rows belong to articles, and each reading is there or not at all."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        orphans = connection.execute(
            "select count(*) from figures anti join articles using (article_id)"
        ).fetchone()
        unread = connection.execute(
            "select count(*) from articles where superseded_by is null and reading_key is not null "
            "and article_id not in (select article_id from figures)"
        ).fetchone()
        twice = connection.execute(
            "select count(*) from (select source, source_id from sightings group by all having count(*) > 1)"
        ).fetchone()
    assert (orphans, unread, twice) == ((0,), (0,), (0,))


def test_no_kill_loses_or_doubles_anything(tmp_path: Path) -> None:
    chance = random.Random(7)
    folder, warehouse = tmp_path / "articles", tmp_path / "news" / "news.duckdb"
    folder.mkdir()
    warehouse.parent.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number:03}.txt").write_text(article(number, 0))
    length = finish(folder, warehouse)
    killed = landed = 0
    while killed < KILLS:
        before = content(warehouse)
        for number in chance.sample(range(ARTICLES), 20):
            (folder / f"{number:03}.txt").write_text(article(number, killed + 1))
        run = start(folder, warehouse)
        time.sleep(chance.uniform(0, 1.1 * length))
        if run.poll() is None:
            killed += 1
            os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        assert_whole(warehouse)
        after = content(warehouse)
        landed += after != before
        # One in ten is let through, so that kills meet warehouses of many runs.
        if killed % 10 == 0:
            length = (length + finish(folder, warehouse)) / 2
    assert landed, "no run came as far as its swap: the kills came too early to show anything"
    finish(folder, warehouse)
    left = [".news.duckdb.state", "news.duckdb", "news.duckdb.lock"]
    assert [file.name for file in sorted(warehouse.parent.iterdir())] == left
    quiet = tmp_path / "quiet.duckdb"
    finish(folder, quiet)
    expected, found = content(quiet), content(warehouse)
    # Texts that were replaced stay, in the warehouse that saw them.
    expected["articles"], found["articles"] = (
        [row for row in rows["articles"] if row[2] is None] for rows in (expected, found)
    )
    assert found == expected
