"""The Prefect way, for real: a server, the flow against it, a schedule that fires, state and artifacts."""

import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from chat import Chat, listening
from prefect_server import BLOCK, COMMANDS, PATIENCE, Server, crossfoot, stop, wait_for, write_project

pytestmark = pytest.mark.prefect


@pytest.fixture(scope="module")
def deployed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the deployments that this repository ships."""
    project = write_project(tmp_path_factory.mktemp("deployed"))
    given = (Path(__file__).parents[2] / "prefect.yaml").read_text()
    assert 'cron: "5 * * * *"' in given and "entrypoint: flows.pipeline.crossfoot" in given
    (project / "prefect.yaml").write_text(given)
    return project


@pytest.fixture(scope="module")
def chat() -> Iterator[Chat]:
    with listening() as server:
        yield server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, chat: Chat, deployed: Path) -> Iterator[Server]:
    """A server that knows whom to tell, with a work pool and the deployments."""
    running = Server(tmp_path_factory.mktemp("prefect"))
    try:
        commands = [
            "--no-prompt work-pool create crossfoot --type process",
            f"--no-prompt deploy --all --job-variable working_dir={deployed}",
        ]
        # In one process: to start it takes longer than all that it does.
        code = textwrap.dedent(BLOCK + COMMANDS)
        prefect = [sys.executable, "-c", code, f"http://127.0.0.1:{chat.server_port}/hook", *commands]
        subprocess.run(prefect, cwd=deployed, env=running.environment, check=True, capture_output=True)
        yield running
    finally:
        stop(running.process)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def test_a_run_with_a_contradiction_is_a_failed_flow_that_names_it_and_tells_it_once(
    server: Server, project: Path, chat: Chat
) -> None:
    with (project / "crossfoot.toml").open("a") as settings:
        settings.write('[notify]\nblock = "custom-webhook/chat"\n')
    run = crossfoot(server, project, "run", "articles")
    out, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 1, err
    assert "The ship carried 13 lifeboats." in out
    assert "Traceback" not in out + err
    flow_run = server.flow_runs()[-1]
    assert flow_run["state_type"] == "FAILED"
    assert "figure_is_thirteen" in flow_run["state"]["message"]
    names = [one["name"] for one in server.ask("task_runs/filter", sort="EXPECTED_START_TIME_ASC")]
    assert names == ["reference data", "articles 1", "copies", "checks"]
    artifacts = {one["key"]: one for one in server.ask("artifacts/filter")}
    assert "13 lifeboats" in artifacts["crossfoot-run"]["data"]
    assert "figure_is_thirteen" in artifacts["crossfoot-findings"]["data"]

    (message,) = chat.got
    assert message["subject"] == "Crossfoot: 1 new finding"
    assert "figure_is_thirteen" in message["body"]

    # The contradiction is mended: the flow completes, and the other way of calling it finds nothing to do.
    (project / "articles" / "luck.txt").write_text("The ship carried 14 lifeboats.")
    run = crossfoot(server, project, "run", "articles")
    out, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, err
    assert server.flow_runs()[-1]["state_type"] == "COMPLETED"
    direct = crossfoot(server, project, "run", "--direct", "articles")
    out, err = direct.communicate(timeout=PATIENCE)
    assert direct.returncode == 0, err
    assert "nothing changed" in out
    assert len(chat.got) == 1


def test_a_run_that_breaks_is_a_failed_flow_and_exit_code_3(server: Server, project: Path) -> None:
    run = crossfoot(server, project, "run", "articles", "--warehouse", "nowhere/w.duckdb")
    _, err = run.communicate(timeout=PATIENCE)
    assert run.returncode == 3
    assert "nowhere" in err and "Traceback" not in err
    assert server.flow_runs()[-1]["state_type"] == "FAILED"


def test_a_schedule_fires_again_and_again_one_run_at_a_time_and_survives_a_stop(
    server: Server, project: Path
) -> None:
    before = len(server.flow_runs())
    serving = crossfoot(server, project, "serve", "articles", "--every", "10s")
    try:

        def scheduled() -> list[dict[str, Any]]:
            if serving.poll() is not None:
                raise RuntimeError(serving.stderr.read() if serving.stderr else "")
            runs = [run for run in server.flow_runs()[before:] if run["auto_scheduled"]]
            return [run for run in runs if run["state_type"] in ("FAILED", "COMPLETED")]

        wait_for(lambda: len(scheduled()) >= 2, "two scheduled runs")
    finally:
        stop(serving)
    assert serving.returncode == 0
    told = serving.stderr.read() if serving.stderr else ""
    assert "Warning" not in told and "Traceback" not in told
    first, second = scheduled_times(server, before)[:2]
    assert first["state_type"] == "FAILED", "the contradiction fails a scheduled run too"
    assert "figure_is_thirteen" in first["state"]["message"]
    assert first["end_time"] <= second["start_time"], "runs do not overlap"
    assert (project / "crossfoot.duckdb").exists()
    (deployment,) = [one for one in server.ask("deployments/filter") if one["name"] == "crossfoot"]
    assert deployment["paused"] is False, "a restart finds its schedule"
    assert deployment["schedules"][0]["active"] is True


def test_a_worker_runs_the_deployment_of_prefect_yaml(server: Server, deployed: Path) -> None:
    (deployment,) = [one for one in server.ask("deployments/filter") if one["name"] == "hourly"]
    asked = server.ask(f"deployments/{deployment['id']}/create_flow_run")
    worker = subprocess.Popen(
        [sys.executable, "-m", "prefect", "worker", "start", "--pool", "crossfoot", "--name", "desk"],
        cwd=deployed, env=server.environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:

        def done() -> list[dict[str, Any]]:
            # This one: the deployment has a schedule, which may come due meanwhile.
            of_this = {"id": {"any_": [asked["id"]]}}
            runs: list[dict[str, Any]] = server.ask("flow_runs/filter", flow_runs=of_this)
            return [run for run in runs if run["state_type"] in ("FAILED", "COMPLETED")]

        wait_for(done, "a run by the worker")
    finally:
        stop(worker)
    (run,) = done()
    assert run["work_pool_name"] == "crossfoot"
    assert "figure_is_thirteen" in run["state"]["message"]
    assert deployment["schedules"][0]["active"] is True


def scheduled_times(server: Server, before: int) -> list[dict[str, Any]]:
    # Those that ran: one that was missed is cancelled, and has the time of that as its start.
    ended = ("FAILED", "COMPLETED")
    runs = [
        run for run in server.flow_runs()[before:] if run["auto_scheduled"] and run["state_type"] in ended
    ]
    return sorted(runs, key=lambda run: str(run["start_time"]))
