"""The Prefect way, for real: a server, the flow against it, a schedule that fires, state and artifacts."""

import json
import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.prefect

PATIENCE = 180
CONTRADICTION = """\
-- severity: error
-- Fails when a figure is thirteen.
select
    'contradiction' as certainty, 'a figure is thirteen' as message, null::varchar as formula,
    13.0 as computed_low, 13.0 as computed_high, 12.0 as expected_low, 12.0 as expected_high, 1.0 as gap,
    [{'figure_id': figure_id, 'role': 'value'}] as figures
from figures where value = 13
"""


class Server:
    """A Prefect server of its own on the loopback address, without its pages."""

    def __init__(self, home: Path):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/api"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")},
            "PREFECT_HOME": str(home),
            "PREFECT_API_URL": self.url,
            "PREFECT_SERVER_UI_ENABLED": "false",
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
        self.log = home / "server.log"
        where = ["--host", "127.0.0.1", "--port", str(port)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "prefect", "server", "start", *where],
                env=self.environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        wait_for(self.is_up, "the server to start")

    def is_up(self) -> bool:
        if self.process.poll() is not None:
            raise RuntimeError(self.log.read_text()[-2000:])
        try:
            with urllib.request.urlopen(f"{self.url}/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def ask(self, path: str, **body: Any) -> Any:
        request = urllib.request.Request(
            f"{self.url}/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def flow_runs(self) -> list[dict[str, Any]]:
        runs: list[dict[str, Any]] = self.ask("flow_runs/filter", sort="START_TIME_ASC")
        return runs


class Chat(HTTPServer):
    """A chat server on the loopback address that keeps what it is told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.got: list[dict[str, Any]] = []


class Answer(BaseHTTPRequestHandler):
    server: Chat

    def do_POST(self) -> None:
        self.server.got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *said: object) -> None:
        """Keep quiet."""


@pytest.fixture
def chat() -> Iterator[Chat]:
    receiver = Chat()
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    yield receiver
    receiver.shutdown()
    receiver.server_close()


BLOCK = """
    import sys
    from prefect.blocks.notifications import CustomWebhookNotificationBlock as Webhook
    Webhook(
        name="chat", url=sys.argv[1], method="POST", json_data={"subject": "{{subject}}", "body": "{{body}}"}
    ).save("chat")
"""


def wait_for(condition: Any, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {PATIENCE} s for {what}")
        time.sleep(0.5)


def stop(process: "subprocess.Popen[Any]") -> None:
    """Stop a process that this test started, and those that it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("prefect"))
    yield running
    stop(running.process)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "luck.txt").write_text("The ship carried 13 lifeboats.")
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "figure_is_thirteen.sql").write_text(CONTRADICTION)
    (tmp_path / "crossfoot.toml").write_text('checks = "checks"\n')
    return tmp_path


def crossfoot(server: Server, project: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "flows.cli", *arguments],
        cwd=project, env=server.environment, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def test_a_run_with_a_contradiction_is_a_failed_flow_that_names_it_and_tells_it_once(
    server: Server, project: Path, chat: Chat
) -> None:
    save = [sys.executable, "-c", textwrap.dedent(BLOCK), f"http://127.0.0.1:{chat.server_port}/hook"]
    subprocess.run(save, env=server.environment, check=True, capture_output=True)
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
    first, second = scheduled_times(server, before)[:2]
    assert first["state_type"] == "FAILED", "the contradiction fails a scheduled run too"
    assert "figure_is_thirteen" in first["state"]["message"]
    assert first["end_time"] <= second["start_time"], "runs do not overlap"
    assert (project / "crossfoot.duckdb").exists()
    (deployment,) = server.ask("deployments/filter")
    assert deployment["paused"] is False, "a restart finds its schedule"
    assert deployment["schedules"][0]["active"] is True


def scheduled_times(server: Server, before: int) -> list[dict[str, Any]]:
    runs = [run for run in server.flow_runs()[before:] if run["auto_scheduled"] and run["start_time"]]
    return sorted(runs, key=lambda run: str(run["start_time"]))
