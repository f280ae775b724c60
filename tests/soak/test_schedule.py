"""A schedule over minutes: it fires three times in a row, and what was missed is caught up once."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from prefect_server import Server, crossfoot, stop, wait_for, write_project

pytestmark = [pytest.mark.soak, pytest.mark.prefect]

EVERY = 20
MISSED = 4


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("prefect"))
    yield running
    stop(running.process)


def scheduled(server: Server, *states: str) -> list[dict[str, Any]]:
    return [run for run in server.flow_runs() if run["auto_scheduled"] and run["state_type"] in states]


def test_three_runs_in_a_row_then_a_pause_is_caught_up_once(server: Server, tmp_path: Path) -> None:
    project = write_project(tmp_path)
    serving = crossfoot(server, project, "serve", "articles", "--every", f"{EVERY}s")
    try:
        wait_for(lambda: len(scheduled(server, "FAILED")) >= 3, "three scheduled runs")
    finally:
        stop(serving)
    runs = sorted(scheduled(server, "FAILED"), key=lambda run: str(run["start_time"]))
    assert all(one["end_time"] <= other["start_time"] for one, other in pairwise(runs))
    before = len(scheduled(server, "FAILED", "COMPLETED"))

    time.sleep(MISSED * EVERY)
    assert len(scheduled(server, "FAILED", "COMPLETED")) == before, "nobody serves"
    begun = time.time()
    serving = crossfoot(server, project, "serve", "articles", "--every", f"{EVERY}s")
    try:
        wait_for(lambda: len(scheduled(server, "FAILED", "COMPLETED")) > before, "the run that catches up")
        caught_up = len(scheduled(server, "FAILED", "COMPLETED")) - before
        wait_for(lambda: len(scheduled(server, "CANCELLED")) >= MISSED - 1, "the others to be dropped")
    finally:
        stop(serving)
    assert caught_up <= 1 + (time.time() - begun) // EVERY
    assert all("missed" in run["state"]["message"] for run in scheduled(server, "CANCELLED"))
