"""A Prefect server of the tests' own, and what runs against it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from thirteen import THIRTEEN

PATIENCE = 300


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
            # Not a hundred of a schedule of seconds: each costs the server as much as a request.
            "PREFECT_SERVER_SERVICES_SCHEDULER_MAX_RUNS": "8",
            "PREFECT_SERVER_SERVICES_SCHEDULER_MIN_RUNS": "3",
            "PREFECT_SERVER_SERVICES_SCHEDULER_MIN_SCHEDULED_TIME": "PT60S",
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
        """Return the runs that have begun, in order; those of schedules are known hours before."""
        begun = {"state": {"type": {"not_any_": ["SCHEDULED"]}}}
        runs: list[dict[str, Any]] = self.ask("flow_runs/filter", sort="START_TIME_ASC", flow_runs=begun)
        return runs


BLOCK = """
    import sys
    from prefect.blocks.notifications import CustomWebhookNotificationBlock as Webhook
    Webhook(
        name="chat", url=sys.argv.pop(1), method="POST",
        json_data={"subject": "{{subject}}", "body": "{{body}}"},
    ).save("chat")
"""


# Commands of Prefect, one after the other.
COMMANDS = """
    import shlex, sys
    from prefect.cli import app
    for command in sys.argv[1:]:
        sys.argv[1:] = shlex.split(command)
        try:
            app()
        except SystemExit as end:
            if end.code:
                raise
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


def write_project(folder: Path) -> Path:
    """Write a folder whose only article fails the only check."""
    (folder / "articles").mkdir()
    (folder / "articles" / "luck.txt").write_text("The ship carried 13 lifeboats.")
    (folder / "checks").mkdir()
    (folder / "checks" / "figure_is_thirteen.sql").write_text(THIRTEEN)
    (folder / "crossfoot.toml").write_text('checks = "checks"\n')
    return folder


def crossfoot(server: Server, project: Path, *arguments: str) -> "subprocess.Popen[str]":
    """Start a command in the folder of a project, with the server's settings."""
    return subprocess.Popen(
        [sys.executable, "-m", "flows.cli", *arguments],
        cwd=project, env=server.environment, text=True, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
