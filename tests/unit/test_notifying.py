"""One message a run, only for what is new, whatever the receiver does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from chat import Chat, listening
from thirteen import THIRTEEN

from flows import cli, notifying

LUCK = "The ship carried 13 lifeboats."


@pytest.fixture
def receiver() -> Iterator[Chat]:
    with listening() as server:
        yield server


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, receiver: Chat) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(notifying.WEBHOOK, raising=False)
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "figure_is_thirteen.sql").write_text(THIRTEEN)
    settings = f'checks = "checks"\n[notify]\nwebhook = "http://127.0.0.1:{receiver.server_port}/hook"\n'
    (tmp_path / "crossfoot.toml").write_text(settings)
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "luck.txt").write_text(LUCK)
    return folder


def run() -> int:
    return cli.main(["run", "--direct", "articles"])


def test_a_new_finding_is_told_once(articles: Path, receiver: Chat) -> None:
    assert run() == run() == 1
    (message,) = receiver.got
    (finding,) = message["findings"]
    assert finding["check_name"] == "figure_is_thirteen"
    assert message["new"] == [finding["finding_id"]] and message["open"] == 1
    assert (
        message["text"].startswith("Crossfoot: 1 new finding\n") and finding["finding_id"] in message["text"]
    )


def test_several_new_findings_are_one_message_and_old_ones_are_not_in_it(
    articles: Path, receiver: Chat
) -> None:
    run()
    for name in ("raft", "oar", "mast"):
        (articles / f"{name}.txt").write_text(f"The harbour has 13 {name}s for hire.")
    run()
    first, second = receiver.got
    assert len(second["new"]) == 3 and not set(second["new"]) & set(first["new"])
    assert second["open"] == 4


def test_a_finding_that_comes_back_is_told_again(articles: Path, receiver: Chat) -> None:
    run()
    (articles / "luck.txt").write_text("The ship carried 14 lifeboats.")
    assert run() == 0
    (articles / "luck.txt").write_text(LUCK)
    assert run() == 1
    first, second = receiver.got
    assert first["new"] == second["new"]


def test_what_could_not_be_delivered_is_told_by_the_next_run(
    articles: Path, receiver: Chat, capsys: pytest.CaptureFixture[str]
) -> None:
    receiver.status = 503
    assert run() == 1, "the run's own answer stands"
    assert "webhook: the message was not delivered" in capsys.readouterr().err
    receiver.status = 200
    run()
    run()
    assert len(receiver.got) == 1


def test_the_address_of_the_environment_comes_first(
    articles: Path, receiver: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(notifying.WEBHOOK, "http://127.0.0.1:9/nobody")
    run()
    assert not receiver.got


def test_a_run_that_breaks_is_told_once_until_one_completes(articles: Path, receiver: Chat) -> None:
    Path("crossfoot.duckdb").write_text("no database, and long enough to be looked at")
    assert run() == run() == 2
    (message,) = receiver.got
    assert "is no DuckDB database" in message["text"]
    Path("crossfoot.duckdb").unlink()
    assert run() == 1
    Path("crossfoot.duckdb").write_text("no database, and long enough to be looked at")
    run()
    assert ["fault" in message for message in receiver.got] == [True, False, True]


def test_nobody_to_tell_leaves_no_file(
    tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "crossfoot.toml").write_text('checks = "checks"\n')
    assert run() == 1
    assert not list(tmp_path.glob("*.told"))


def test_an_unknown_way_to_tell_is_a_wrong_setting(
    tmp_path: Path, articles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "crossfoot.toml").write_text('[notify]\npigeon = "coop"\n')
    assert run() == 2
    assert "notify: unknown field 'pigeon'; known are webhook, block" in capsys.readouterr().err
