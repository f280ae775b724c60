"""Folders and servers that mean harm, made by a generator beside the repository: none hangs, none leaks."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from flows import sources
from flows.sources import Article, Options, Refused
from flows.sources.exchange import Exchange
from flows.sources.fetcher import Fetcher
from flows.sources.journal import Journal
from flows.sources.memory import HostState
from flows.sources.politeness import Politeness
from flows.sources.source import Source

GENERATOR = Path(__file__).parents[3] / "shared" / "tools" / "badfiles.py"
pytestmark = pytest.mark.skipif(not GENERATOR.exists(), reason="the generator of bad files is not there")
SECONDS = 30
# Of the system, of a file outside of the folder, and of a server's own.
SECRETS = ("root:", "SECRET", "424242", "PATH=")


def read(folder: Path) -> list[sources.Item]:
    return [item for item in sources.read(str(folder), Options()) if isinstance(item, Article | Refused)]


def test_links_devices_and_odd_names_are_read_or_refused(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    subprocess.run([sys.executable, str(GENERATOR), "fs", str(folder)], check=True, capture_output=True)
    try:
        start = time.monotonic()
        items = read(folder)
        assert time.monotonic() - start < SECONDS
    finally:
        (folder / "noexec.d").chmod(0o700)
    texts = [item.text for item in items if isinstance(item, Article)]
    assert not [text for text in texts if any(secret in text for secret in SECRETS)]
    reasons = {item.source_id: item.reason for item in items if isinstance(item, Refused)}
    for name in (
        "link_passwd.txt",
        "link_outside.txt",
        "link_zero.txt",
        "loop_a.txt",
        "fifo.txt",
        "sock.txt",
    ):
        assert reasons[name] == "not_a_file", name
    read_ids = {item.source_id for item in items if isinstance(item, Article)}
    assert {"ok.txt", "*.txt", "-rf.txt", "a'b.txt", "year=2016/month=9/a.txt", "CON.txt"} <= read_ids
    assert any(name.startswith("deep/deep/") for name in read_ids)


def test_files_that_change_while_they_are_read_give_whole_texts_or_none(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    with subprocess.Popen([sys.executable, str(GENERATOR), "race", str(folder), "3"]) as racing:
        time.sleep(0.3)
        while racing.poll() is None:
            start = time.monotonic()
            items = read(folder)
            assert time.monotonic() - start < SECONDS
            for item in items:
                if isinstance(item, Article):
                    assert "root:" not in item.text
                else:
                    assert item.reason in ("changed", "missing", "not_a_file", "nul_bytes", "empty"), item


# What each path of the server gives; None: read or refused, but neither hanging nor leaking.
NOW = datetime(2030, 1, 1, 12)
ANSWERS = {
    "ok": "read",
    "redir_file": "bad_url",
    "redir_loop": "redirects",
    "redir_chain0": "redirects",
    "redir_scheme": "bad_url",
    "slow_header": "timeout",
    "slow_body": "timeout",
    "hang": "timeout",
    "endless": None,
    "gzip_bomb": None,
    "short": "bad_answer",
    "long": None,
    "no_length": "read",
    "pdf": "not_text",
    "charset": None,
    "429": "server_error",
    "204": None,
    "410": "http_status",
    "many_headers": None,
    "long_header": "bad_answer",
    "http09": "bad_answer",
    "reset": "unreachable",
    "500_ok_body": "server_error",
    "nothing": "http_status",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = tmp_path_factory.mktemp("server") / "port"
    with subprocess.Popen([sys.executable, str(GENERATOR), "serve", str(port), "300"]) as serving:
        while not port.exists() or not port.read_text():
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port.read_text()}"
        serving.kill()


def ask(url: str, *, allow_loopback: bool) -> list[sources.Item]:
    asked = Politeness(contact="mailto:desk@quay.example", pause=0, deadline=2, allow_loopback=allow_loopback)
    exchange = Exchange(asked, "crossfoot")
    fetcher = Fetcher(exchange, Journal(), lambda name: HostState(name, "", NOW), lambda: NOW)
    found = sources.read_source(Source(url), Options(), lambda: fetcher)
    return [item for item in found if isinstance(item, Article | Refused)]


@pytest.mark.parametrize("path", ["ok", "redir_internal"])
def test_no_address_of_this_machine_is_asked(server: str, path: str) -> None:
    (item,) = ask(f"{server}/{path}", allow_loopback=False)
    assert isinstance(item, Refused) and item.reason == "forbidden_address"


@pytest.mark.parametrize("path", ANSWERS)
def test_a_hostile_answer_is_read_or_refused_in_time(server: str, path: str) -> None:
    start = time.monotonic()
    items = ask(f"{server}/{path}", allow_loopback=True)
    assert time.monotonic() - start < SECONDS
    assert items
    for item in items:
        if isinstance(item, Article):
            assert not any(secret in item.text for secret in SECRETS)
    told = {"read" if isinstance(item, Article) else item.reason for item in items}
    assert ANSWERS[path] is None or told == {ANSWERS[path]}, items
