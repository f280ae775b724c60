"""Feeds and pages of the web through whole runs: what is fetched, what is not, and what a kill costs."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from serving import Reply, Site, serving

from flows import cli

SETTINGS = """\
workers = 1
[http]
contact = "mailto:desk@quarry.example"
pause = 0
deadline = 5
allow_loopback = true
"""
WORDS = "slate cart shed gate book quay crane mill rope road bell lamp hill pond wall coal tram dock".split()
DAY = "Tue, 03 Nov 2020 10:00:00 GMT"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a project's settings, which is the current one."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "crossfoot.toml").write_text(SETTINGS)
    return tmp_path


def item(number: int, text: str, link: str, date: str = DAY) -> str:
    return (
        f"<item><title>Quarry report {number}</title><link>{link}</link><pubDate>{date}</pubDate>"
        f"<description>{text}</description></item>"
    )


def feed(*items: str) -> str:
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Quarry</title>'
    return f"{head}{''.join(items)}</channel></rss>"


def page(text: str, *, head: str = "") -> str:
    rest = "The foreman said that the carts were weighed at the gate and entered in the book every evening. "
    paragraphs = f"<p>{text}</p><p>{rest * 3}</p><p>{rest * 2}</p>"
    return (
        f"<!DOCTYPE html><html lang=en><head><title>Quarry report</title>{head}</head><body><article>"
        f"<h1>Quarry report</h1>{paragraphs}</article></body></html>"
    )


def run(*arguments: str) -> int:
    return cli.main(["run", "--direct", *arguments])


def sql(capsys: pytest.CaptureFixture[str], query: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert cli.main(["sql", "--format", "json", query]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def told(capsys: pytest.CaptureFixture[str]) -> str:
    printed = capsys.readouterr()
    return printed.out + printed.err


def test_a_feed_of_hundreds_of_entries_is_polled_by_one_request_that_changes_nothing(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = Random(7)
    texts = [" ".join(chance.choices(WORDS, k=12)) + f" weighed {n + 5} tonnes." for n in range(200)]
    entries = [item(n, text, f"{site.url}/{n}") for n, text in enumerate(texts)]
    site.feed("/feed", feed(*entries), ETag='"v1"')
    assert run(f"{site.url}/feed") in (0, 1)
    assert "200 read: 200 new" in told(capsys)
    assert site.paths() == ["/robots.txt", "/feed"]
    before = Path("crossfoot.duckdb").stat()
    assert run(f"{site.url}/feed") in (0, 1)
    assert site.paths() == ["/feed"]
    said = told(capsys)
    assert "200 unchanged" in said and "nothing changed" in said
    after = Path("crossfoot.duckdb").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_feed_without_validators_is_known_by_its_bytes_and_its_entries_by_theirs(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = (item(n, f"Shed {n} held {n + 5} tonnes of slate.", f"{site.url}/{n}") for n in (1, 2))
    site.feed("/feed", feed(first))
    run(f"{site.url}/feed")
    run(f"{site.url}/feed")
    assert "nothing changed" in told(capsys)
    site.feed("/feed", feed(second, first))
    run(f"{site.url}/feed")
    assert "2 read: 1 new, 0 changed, 1 unchanged" in told(capsys)


def follow(site: Site, count: int) -> None:
    """Serve a feed whose entries lead to pages."""
    site.feed("/feed", feed(*(item(n, "In short.", f"{site.url}/{n}") for n in range(count))), ETag='"v1"')
    for n in range(count):
        site.page(f"/{n}", page(f"Shed {n} held {n + 5} tonnes of slate on Monday."))


def test_pages_are_fetched_once_for_what_their_entries_say(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    follow(site, 3)
    assert run("--follow", f"{site.url}/feed") in (0, 1)
    assert site.paths() == ["/robots.txt", "/feed", "/0", "/1", "/2"]
    rows = sql(
        capsys, "select source_id, title, published, date_source, date_confidence from articles order by 1"
    )
    assert rows[0] == {
        "source_id": f"{site.url}/0", "title": "Quarry report", "published": "2020-11-03",
        "date_source": "feed", "date_confidence": 0.95,
    }  # fmt: skip
    # One entry more, and one that says something else.
    changed = item(1, "In other words.", f"{site.url}/1")
    old = [item(n, "In short.", f"{site.url}/{n}") for n in (0, 2)]
    site.feed("/feed", feed(item(3, "New.", f"{site.url}/3"), changed, *old), ETag='"v2"')
    site.page("/3", page("Shed 3 held 80 tonnes of slate."))
    assert run("--follow", f"{site.url}/feed") in (0, 1)
    assert site.paths() == ["/feed", "/3", "/1"]
    assert "1 new" in told(capsys)
    assert run("--follow", f"{site.url}/feed") in (0, 1)
    assert site.paths() == ["/feed"]
    assert "nothing changed" in told(capsys)


def test_following_a_feed_that_was_read_for_itself_reads_it_anew(site: Site) -> None:
    follow(site, 1)
    run(f"{site.url}/feed")
    site.paths()
    run("--follow", f"{site.url}/feed")
    assert site.paths() == ["/feed", "/0"]


@pytest.mark.parametrize(
    ("reply", "reason", "is_asked_again"),
    [
        (Reply(b"", 404), "http_status", False),
        (Reply(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "unknown_kind", False),
        (Reply(b"", 503), "server_error", True),
    ],
)
def test_a_page_that_is_refused_is_asked_for_again_only_where_that_may_help(
    site: Site, capsys: pytest.CaptureFixture[str], reply: Reply, reason: str, is_asked_again: bool
) -> None:
    follow(site, 2)
    site.routes["/1"] = reply
    assert run("--follow", f"{site.url}/feed") in (0, 1)
    assert sql(capsys, "select source_id, reason from rejects where article_id is null") == [
        {"source_id": f"{site.url}/1", "reason": reason}
    ]
    site.paths()
    assert run("--follow", f"{site.url}/feed") in (0, 1)
    assert site.paths() == (["/feed", "/1"] if is_asked_again else ["/feed"])
    follow(site, 2)
    assert run("--follow", f"{site.url}/feed") in (0, 1)
    left = sql(capsys, "select reason from rejects where article_id is null")
    assert left == ([] if is_asked_again else [{"reason": reason}])


def test_a_page_is_polled_by_its_validators_and_a_new_text_is_a_new_version(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    site.page("/a", page("The quarry sold 4,200 tonnes of slate in March."), ETag='"v1"')
    assert run(f"{site.url}/a") == 0
    assert run(f"{site.url}/a") == 0
    assert "1 unchanged" in told(capsys)
    site.page("/a", page("The quarry sold 2,400 tonnes of slate in March."), ETag='"v2"')
    assert run(f"{site.url}/a") == 0
    assert "1 changed" in told(capsys)
    assert cli.main(["corrections"]) == 0
    said = told(capsys)
    assert "4,200 tonnes" in said and "2,400 tonnes" in said and f"{site.url}/a" in said
    rows = sql(capsys, "select change, old_value, value from corrections")
    assert rows == [{"change": "changed", "old_value": 4200.0, "value": 2400.0}]
    assert sql(capsys, "select count(*) as texts, count(superseded_by) as old from articles") == [
        {"texts": 2, "old": 1}
    ]


def test_one_article_under_many_addresses_is_one(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    own = f'<link rel="canonical" href="{site.url}/a">'
    text = "The quarry sold 4,200 tonnes of slate in March."
    site.page("/a", page(text, head=own))
    site.page("/a?from=mail", page(text, head=own))
    site.page("/amp/a", page(text + " It is the short form of the page.", head=own))
    site.page("/a?utm_source=x", page(text, head=own))
    site.routes["/old"] = Reply(status=301, headers={"Location": "/a"})
    for path in ("/a", "/a?from=mail", "/old", "/a?utm_source=x#top", "/amp/a"):
        run(site.url + path)
    assert sql(capsys, "select source_id from sightings") == [{"source_id": f"{site.url}/a"}]
    assert sql(capsys, "select count(*) as n from articles") == [{"n": 1}]
    assert sql(capsys, "select reason from rejects where article_id is null") == [{"reason": "other_address"}]


def test_only_what_was_published_in_the_window_is_fetched_and_the_rest_is_not_taken_for_known(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    days = {0: "Mon, 01 Jun 2020 10:00:00 GMT", 1: DAY, 2: "Wed, 06 Jan 2021 10:00:00 GMT"}
    items = [item(n, "In short.", f"{site.url}/{n}", date) for n, date in days.items()]
    site.feed("/feed", feed(*items), ETag='"v1"')
    for n in days:
        site.page(f"/{n}", page(f"Shed {n} held {n + 5} tonnes of slate on Monday."))
    run("--follow", "--since", "2020-07", "--until", "2020", f"{site.url}/feed")
    assert site.paths() == ["/robots.txt", "/feed", "/1"]
    run("--follow", f"{site.url}/feed")
    assert sorted(site.paths()) == ["/0", "/2", "/feed"]
    told(capsys)
    assert sql(capsys, "select count(*) as n from articles") == [{"n": 3}]


def test_articles_without_a_date_lie_in_no_window(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = [
        {"id": "a", "text": "One crane stood.", "published": "2020-05-01"},
        {"id": "b", "text": "Two cranes stood.", "published": "2021"},
        {"id": "c", "text": "Three cranes stood."},
    ]
    (project / "cranes.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
    assert run("--since", "2021-03", "cranes.jsonl") == 0
    assert "left out  1 published at another time, 1 without a date" in told(capsys)
    assert sql(capsys, "select source_id from articles") == [{"source_id": "b"}]
    assert run("--since", "2021", "--until", "2020", "cranes.jsonl") == 2
    assert run("--since", "soon", "cranes.jsonl") == 2


def test_without_a_contact_nothing_is_asked(
    site: Site, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "crossfoot.toml").write_text("[http]\nallow_loopback = true\n")
    assert run(f"{site.url}/feed") == 2
    assert "contact = " in told(capsys)
    assert site.paths() == []


def test_this_machine_is_only_asked_where_the_settings_allow_it(
    site: Site, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "crossfoot.toml").write_text('[http]\ncontact = "mailto:desk@quarry.example"\n')
    assert run(f"{site.url}/feed") == 2
    assert "no public address" in told(capsys)
    assert site.paths() == []


def test_sources_of_the_settings_are_read_when_they_are_due_with_what_is_set_for_them(
    site: Site, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    follow(site, 1)
    (project / "drop").mkdir()
    (project / "drop" / "a.txt").write_text("The shed held 40 tonnes.")
    (project / "crossfoot.toml").write_text(
        SETTINGS
        + f'[[sources]]\nname = "quarry"\nfrom = "{site.url}/feed"\nfollow = true\nevery = "1h"\n'
        + 'publisher = "Quarry Post"\nlicence = "CC BY 4.0"\n'
        + '[[sources]]\nname = "drop"\nfrom = ["drop"]\n'
    )
    assert run() in (0, 1)
    rows = sql(capsys, "select source, publisher, licence from articles order by source")
    assert rows == [
        {"source": "drop", "publisher": None, "licence": None},
        {"source": "quarry", "publisher": "Quarry Post", "licence": "CC BY 4.0"},
    ]
    site.paths()
    assert run() in (0, 1)
    assert site.paths() == [], "it was read less than an hour ago"
    assert run("quarry") in (0, 1)
    assert site.paths() == ["/feed"], "named, it is read all the same"
    (project / ".crossfoot.duckdb.state" / "polls.json").write_text("{}")
    site.routes["/feed"] = Reply(b"", 500)
    for _ in range(2):
        assert run() in (1, 2)
        assert site.paths() == ["/feed"], "it could not be read, so it is still due"


def test_a_server_that_asks_for_peace_is_no_fault_and_its_source_stays_due(
    site: Site, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "crossfoot.toml").write_text(
        SETTINGS + f'[[sources]]\nname = "quarry"\nfrom = "{site.url}/a"\nevery = "1h"\n'
    )
    site.routes["/a"] = Reply(b"", 429, {"Retry-After": "7200"})
    assert run() == 2, "it could not be read"
    for _ in range(2):
        site.paths()
        assert run() == 0
        assert "asks to come back" in told(capsys)
        assert site.paths() == []


def test_extract_reads_addresses_too_and_keeps_nothing(
    site: Site, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.page("/a", page("The quarry sold 4,200 tonnes of slate in March."))
    assert cli.main(["extract", f"{site.url}/a"]) == 0
    (line,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert 4200 in [figure["value"] for figure in line["figures"]]
    assert [path.name for path in project.iterdir()] == ["crossfoot.toml"]


def test_a_killed_run_loses_nothing_and_fetches_nothing_twice(
    site: Site, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    count = 20
    follow(site, count)
    for n in range(count):
        reply = site.routes[f"/{n}"]
        assert isinstance(reply, Reply)
        reply.seconds = 0.02
    command = [sys.executable, "-m", "flows.cli", "run", "--direct", "--follow", f"{site.url}/feed"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    in_flight: list[str] = []
    kills = 0
    # Killed at another place each time, the last one just before its end.
    for after in (2, 10, count + 2):
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:
            while len(site.asked) < after and process.poll() is None:
                time.sleep(0.002)
            if process.poll() is None:
                kills += 1
                process.send_signal(signal.SIGKILL)
            process.wait()
        if site.asked:
            in_flight.append(site.asked[-1][0])
        assert not Path("crossfoot.duckdb").exists()
    assert kills == 3
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    assert f"{count} read: {count} new" in done.stdout
    asked = Counter(path for path, _ in site.asked)
    assert set(asked) == {"/robots.txt", "/feed", *(f"/{n}" for n in range(count))}
    # An answer that was on its way when the process died cannot have been kept.
    twice = {path: times for path, times in asked.items() if times > 1}
    assert sum(times - 1 for times in twice.values()) <= kills and set(twice) <= set(in_flight), twice
    site.paths()
    assert run("--follow", f"{site.url}/feed") == done.returncode
    assert site.paths() == ["/feed"] and "nothing changed" in told(capsys)
    assert [path.name for path in (project / ".crossfoot.duckdb.state").iterdir()] == ["last-run.json"]


def test_what_was_published_before_its_run_was_killed_is_not_taken_for_new(site: Site, project: Path) -> None:
    follow(site, 2)
    run("--follow", f"{site.url}/feed")
    state = project / ".crossfoot.duckdb.state"
    assert not (state / "fetched").exists()
    # As if the process had been killed between publishing and emptying the journal.
    follow(site, 3)
    site.feed("/feed", feed(*(item(n, "In short.", f"{site.url}/{n}") for n in range(3))), ETag='"v3"')
    from flows.sources.journal import Journal

    settle = Journal.settle
    Journal.settle = lambda self, now: None  # type: ignore[method-assign]
    try:
        run("--follow", f"{site.url}/feed")
    finally:
        Journal.settle = settle  # type: ignore[method-assign]
    assert (state / "fetched").exists()
    site.paths()
    run("--follow", f"{site.url}/feed")
    assert site.paths() == ["/feed"], "the feed is asked, not taken from the journal of a run that is done"
    assert not (state / "fetched").exists()


def test_a_rebuilt_warehouse_knows_what_was_fetched(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    follow(site, 2)
    run("--follow", f"{site.url}/feed")
    known = "select * exclude (first_run_id, last_run_id) from sightings order by source_id"
    before = sql(capsys, known)
    assert cli.main(["rebuild"]) in (0, 1)
    assert sql(capsys, known) == before
    site.paths()
    run("--follow", f"{site.url}/feed")
    assert site.paths() == ["/feed"]
    assert "nothing changed" in told(capsys)


def test_while_one_server_is_left_in_peace_another_is_asked(
    site: Site, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "crossfoot.toml").write_text(SETTINGS.replace("pause = 0", "pause = 0.1"))
    with serving() as other:
        for one in (site, other):
            follow(one, 4)
        assert run("--follow", f"{site.url}/feed", f"{other.url}/feed") in (0, 1)
        assert "8 read: 8 new" in told(capsys)
        assert other.times[0] < site.times[-1], "the other server was not asked before the first was done"
        for one in (site, other):
            pauses = [later - earlier for earlier, later in zip(one.times, one.times[1:], strict=False)]
            assert min(pauses) >= 0.1
            assert one.paths() == ["/robots.txt", "/feed", "/0", "/1", "/2", "/3"]
