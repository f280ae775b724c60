"""Fetching from the web: in time, within bounds, from allowed addresses, as politely as servers ask."""

import gzip
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from serving import Reply, Site, serving

from flows.sources import addresses
from flows.sources.addresses import addresses_of, may_be_asked
from flows.sources.article import SourceError
from flows.sources.exchange import Exchange
from flows.sources.fetcher import Fetcher, Validators, validators_of
from flows.sources.hosts import MOST_WAIT, retry_at
from flows.sources.journal import Journal
from flows.sources.memory import HostState
from flows.sources.politeness import Politeness

AGENT = "crossfoot/0 (+mailto:desk@quarry.example)"
NOW = datetime(2030, 1, 1, 12)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def fetcher(
    journal: Journal | None = None,
    known: Callable[[str], HostState | None] = lambda name: None,
    now: Callable[[], datetime] = lambda: NOW,
    **settings: Any,
) -> Fetcher:
    politeness = Politeness(**{"pause": 0.0, "deadline": 5.0, "allow_loopback": True, **settings})
    return Fetcher(Exchange(politeness, AGENT), journal or Journal(), known, now)


def reason(fetch: Callable[[], object]) -> str:
    with pytest.raises(SourceError) as fault:
        fetch()
    return fault.value.reason


@contextmanager
def raw_server(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Answer each connection with bytes of one's own, after robots.txt was found missing."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                asked = connection.recv(65536)
                try:
                    if b"/robots.txt" in asked:
                        connection.sendall(
                            b"HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        )
                    else:
                        answer(connection)
                except OSError:
                    continue  # The client had enough.

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(timeout=5)


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("127.8.8.8", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:169.254.169.254", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
    ],
)
def test_only_public_addresses_may_be_asked(address: str, is_public: bool) -> None:
    assert may_be_asked(ip_address(address)) is is_public


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0"])
def test_this_machine_is_not_asked_by_any_of_its_names(host: str) -> None:
    assert reason(lambda: addresses_of(host, 80, 5, allow_loopback=False)) == "forbidden_address"


def test_the_address_that_was_checked_is_the_one_that_is_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere at its second look-up is looked up once."""
    site.routes["/a"] = Reply(b"4,200 boxes")
    port = int(site.url.rpartition(":")[2])
    asked = []

    def rebinding(host: str, *rest: Any, **named: Any) -> list[Any]:
        asked.append(host)
        place = "127.0.0.1" if asked.count(host) == 1 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", rebinding)
    answer = fetcher(known=lambda name: HostState(name, "", NOW)).get(f"http://quarry.example:{port}/a")
    assert answer.response.body == b"4,200 boxes"
    assert asked.count("quarry.example") == 1


def test_every_hop_of_a_redirect_is_checked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.routes["/a"] = Reply(status=302, headers={"Location": "http://inside.example/secret"})

    def private(host: str, port: int, *rest: Any, **named: Any) -> list[Any]:
        place = "10.0.0.8" if host == "inside.example" else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", private)
    assert reason(lambda: fetcher().get(f"{site.url}/a")) == "forbidden_address"
    assert site.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("file:///etc/hosts", "bad_url"),
        ("gopher://127.0.0.1:9/_x", "bad_url"),
        ("/a", "redirects"),
    ],
)
def test_redirects_lead_to_pages_and_come_to_an_end(site: Site, location: str, expected: str) -> None:
    site.routes["/a"] = Reply(status=301, headers={"Location": location})
    assert reason(lambda: fetcher().get(f"{site.url}/a")) == expected
    assert len(site.asked) < 10


@pytest.mark.parametrize(
    "url", ["ftp://quarry.example/", "quarry.example/a", "http:///a", "javascript:1", ""]
)
def test_only_addresses_of_the_web_are_asked(url: str) -> None:
    assert reason(lambda: fetcher().get(url)) == "bad_url"


def test_a_server_that_sends_a_byte_at_a_time_is_left_at_the_deadline() -> None:
    stop = threading.Event()

    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while not stop.wait(0.05):
            connection.sendall(b"<")

    def drip_headers(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not stop.wait(0.05):
            connection.sendall(b"X: y\r\n")

    for answer in (drip, drip_headers):
        with raw_server(answer) as url:
            started = monotonic()
            assert reason(lambda url=url: fetcher(deadline=0.4).get(f"{url}/a")) == "timeout"
            assert monotonic() - started < 3
    stop.set()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort", "bad_answer"),
        (b"<p>no head</p>", "bad_answer"),
        (b"", "bad_answer"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 400_000 + b"\r\n\r\n", "bad_answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc", "damaged"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 3\r\n\r\nabc", "unknown_kind"),
        (b"HTTP/1.1 204 None\r\n\r\n", "http_status"),
        (b"HTTP/1.1 304 Known\r\n\r\n", "http_status"),
    ],
)
def test_an_answer_that_is_none_is_refused(answer: bytes, expected: str) -> None:
    with raw_server(lambda connection: connection.sendall(answer)) as url:
        assert reason(lambda: fetcher().get(f"{url}/a")) == expected


def test_no_more_is_read_than_agreed_packed_or_unpacked(site: Site) -> None:
    site.routes["/large"] = Reply(b"x" * 50_000)
    packed = gzip.compress(b"0" * 5_000_000)
    site.routes["/bomb"] = Reply(packed, headers={"Content-Encoding": "gzip"})
    site.routes["/fine"] = Reply(gzip.compress(b"0" * 10_000), headers={"Content-Encoding": "gzip"})
    asking = fetcher(max_bytes=20_000)
    assert reason(lambda: asking.get(f"{site.url}/large")) == "too_large"
    assert reason(lambda: asking.get(f"{site.url}/bomb")) == "too_large"
    assert len(asking.get(f"{site.url}/fine").response.body) == 10_000


@pytest.mark.parametrize(
    ("status", "expected"),
    [(404, "http_status"), (410, "http_status"), (503, "server_error"), (429, "server_error")],
)
def test_other_answers_are_refused(site: Site, status: int, expected: str) -> None:
    site.routes["/a"] = Reply(b"4,200 boxes", status)
    assert reason(lambda: fetcher().get(f"{site.url}/a")) == expected


def test_a_closed_port_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert reason(lambda: fetcher().get(url)) == "unreachable"


def test_who_asks_is_named(site: Site) -> None:
    site.routes["/a"] = Reply(b"4,200 boxes")
    fetcher().get(f"{site.url}/a#part")
    assert [headers["user-agent"] for _, headers in site.asked] == [AGENT, AGENT]
    assert site.paths() == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("rules", "path", "is_allowed"),
    [
        ("User-agent: *\nDisallow: /private", "/private/a", False),
        ("User-agent: *\nDisallow: /private", "/public", True),
        ("User-agent: *\nDisallow: /\nUser-agent: crossfoot\nDisallow: /x", "/a", True),
        ("User-agent: crossfoot\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/open", "/a/open", True),
        ("<html>no rules</html>", "/a", True),
    ],
)
def test_robots_txt_is_obeyed(site: Site, rules: str, path: str, is_allowed: bool) -> None:
    site.routes["/robots.txt"] = Reply(rules.encode())
    site.routes[path] = Reply(b"4,200 boxes")
    asking = fetcher()
    if is_allowed:
        assert asking.get(site.url + path).response.status == 200
    else:
        assert reason(lambda: asking.get(site.url + path)) == "robots"
        assert path not in site.paths()


@pytest.mark.parametrize(("status", "expected"), [(404, None), (403, None), (500, "robots"), (503, "robots")])
def test_without_robots_txt_all_is_allowed_and_with_a_broken_one_nothing(
    site: Site, status: int, expected: str | None
) -> None:
    site.routes["/robots.txt"] = Reply(b"", status)
    site.routes["/a"] = Reply(b"4,200 boxes")
    if expected is None:
        assert fetcher().get(f"{site.url}/a").response.body == b"4,200 boxes"
    else:
        assert reason(lambda: fetcher().get(f"{site.url}/a")) == expected


def test_robots_txt_is_asked_for_once_a_day(site: Site) -> None:
    site.routes["/a"] = Reply(b"4,200 boxes")
    first = fetcher()
    for _ in range(2):
        first.get(f"{site.url}/a")
    assert site.paths() == ["/robots.txt", "/a", "/a"]
    (state,) = first.changed_hosts()
    assert (state.robots, state.robots_at) == ("", NOW)
    for hours, expected in ((23, ["/a"]), (25, ["/robots.txt", "/a"])):
        later = NOW + timedelta(hours=hours)
        fetcher(known=lambda name: state, now=lambda later=later: later).get(f"{site.url}/a")
        assert site.paths() == expected


def test_an_old_robots_txt_holds_while_the_new_one_cannot_be_read(site: Site) -> None:
    state = HostState(site.url, "User-agent: *\nDisallow: /private", NOW - timedelta(days=3))
    site.routes["/robots.txt"] = Reply(b"", 503)
    site.routes["/a"] = Reply(b"4,200 boxes")
    asking = fetcher(known=lambda name: state)
    assert asking.get(f"{site.url}/a").response.status == 200
    assert reason(lambda: asking.get(f"{site.url}/private")) == "robots"


def test_two_requests_to_one_server_have_a_pause_between(site: Site) -> None:
    for path in ("/a", "/b"):
        site.routes[path] = Reply(b"4,200 boxes")
    asking = fetcher(pause=0.15)
    asking.get(f"{site.url}/a")
    asking.get(f"{site.url}/b")
    assert min(later - one for one, later in zip(site.times, site.times[1:], strict=False)) >= 0.15


def test_a_longer_pause_is_kept_where_robots_txt_or_a_source_asks_for_it(site: Site) -> None:
    site.routes["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 0.2")
    site.routes["/a"] = Reply(b"4,200 boxes")
    fetcher(pause=0.0).get(f"{site.url}/a")
    assert site.times[1] - site.times[0] < 0.2 or len(site.times) == 2
    asking = fetcher(known=lambda name: HostState(name, "User-agent: *\nCrawl-delay: 0.2", NOW))
    asking.get(f"{site.url}/a")
    asking.get(f"{site.url}/a")
    assert site.times[-1] - site.times[-2] >= 0.2
    asking.get(f"{site.url}/a", pause=0.3)
    assert site.times[-1] - site.times[-2] >= 0.3


def test_a_pause_longer_than_a_run_is_left_to_the_next_run(site: Site) -> None:
    rules = f"User-agent: *\nCrawl-delay: {MOST_WAIT * 2}"
    site.routes["/a"] = Reply(b"4,200 boxes")
    asking = fetcher(known=lambda name: HostState(name, rules, NOW))
    assert asking.get(f"{site.url}/a").response.status == 200
    assert reason(lambda: asking.get(f"{site.url}/a")) == "retry_later"
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("90", NOW + timedelta(seconds=90)),
        ("Tue, 01 Jan 2030 13:00:00 GMT", NOW + timedelta(hours=1)),
        ("Fri, 31 Dec 9999 23:59:59 GMT", NOW + timedelta(days=7)),
        ("99999999999999999999", NOW + timedelta(days=7)),
        ("Mon, 31 Dec 2029 13:00:00 GMT", None),
        ("soon", None),
        ("-5", None),
        (None, None),
    ],
)
def test_when_a_server_wants_to_be_asked_again(written: str | None, expected: datetime | None) -> None:
    assert retry_at(written, NOW) == expected


def test_a_server_that_asks_for_peace_is_left_in_peace_over_runs(site: Site) -> None:
    site.routes["/a"] = Reply(b"slow down", 429, {"Retry-After": "3600"})
    site.routes["/b"] = Reply(b"4,200 boxes")
    first = fetcher()
    assert reason(lambda: first.get(f"{site.url}/a")) == "server_error"
    assert reason(lambda: first.get(f"{site.url}/b")) == "retry_later"
    assert site.paths() == ["/robots.txt", "/a"]
    state = first.changed_hosts()[-1]
    next_run = fetcher(known=lambda name: state, now=lambda: NOW + timedelta(minutes=50))
    assert reason(lambda: next_run.get(f"{site.url}/b")) == "retry_later"
    assert site.paths() == []
    later = fetcher(known=lambda name: state, now=lambda: NOW + timedelta(minutes=61))
    assert later.get(f"{site.url}/b").response.body == b"4,200 boxes"


def test_what_is_known_is_asked_for_conditionally(site: Site) -> None:
    site.routes["/etag"] = Reply(b"4,200 boxes", headers={"ETag": '"v1"'})
    site.routes["/date"] = Reply(b"4,200 boxes", headers={"Last-Modified": "Mon, 31 Dec 2029 10:00:00 GMT"})
    asking = fetcher()
    for path in ("/etag", "/date"):
        known = validators_of(asking.get(site.url + path))
        assert asking.get(site.url + path, known).response.status == 304


def test_a_304_behind_a_301_is_known_as_such(site: Site) -> None:
    site.routes["/old"] = Reply(status=301, headers={"Location": "/new"})
    site.routes["/new"] = Reply(b"4,200 boxes", headers={"ETag": '"v1"'})
    asking = fetcher()
    known = validators_of(asking.get(f"{site.url}/old"))
    assert known == Validators(f"{site.url}/new", '"v1"')
    site.asked.clear()
    assert asking.get(f"{site.url}/old", known).response.status == 304
    conditional = [(path, headers.get("if-none-match")) for path, headers in site.asked]
    assert conditional == [("/old", None), ("/new", '"v1"')], "a validator is sent to whom it belongs"


def test_what_a_killed_run_fetched_is_not_fetched_again(site: Site, tmp_path: Path) -> None:
    site.routes["/a"] = Reply(b"4,200 boxes", headers={"ETag": '"v1"'})
    site.routes["/gone"] = Reply(b"", 404)
    journal = tmp_path / "fetched" / "journal"
    first = fetcher(Journal(journal).open())
    answer = first.get(f"{site.url}/a")
    assert reason(lambda: first.get(f"{site.url}/gone")) == "http_status"
    assert site.paths() == ["/robots.txt", "/a", "/gone"]
    # The process ended here: nothing was closed.
    second = fetcher(Journal(journal).open(), now=lambda: NOW + timedelta(minutes=5))
    assert second.get(f"{site.url}/a?utm_source=mail") == answer
    assert reason(lambda: second.get(f"{site.url}/gone")) == "http_status"
    assert site.paths() == []
    # Much later it is asked whether it is still so.
    third = fetcher(Journal(journal).open(), now=lambda: NOW + timedelta(hours=5))
    later = third.get(f"{site.url}/a")
    assert (later.response.body, later.fetched_at) == (b"4,200 boxes", NOW + timedelta(hours=5))
    assert site.asked[-1][1]["if-none-match"] == '"v1"'


@pytest.mark.parametrize("cut", [1, 3, 30])
def test_a_record_that_was_cut_goes_and_those_before_it_stay(site: Site, tmp_path: Path, cut: int) -> None:
    for path in ("/a", "/b"):
        site.routes[path] = Reply(b"4,200 boxes")
    file = tmp_path / "journal"
    first = fetcher(Journal(file).open())
    for path in ("/a", "/b"):
        first.get(site.url + path)
    file.write_bytes(file.read_bytes()[:-cut])
    site.asked.clear()
    second = fetcher(Journal(file).open())
    for path in ("/a", "/b"):
        assert second.get(site.url + path).response.body == b"4,200 boxes"
    assert site.paths() == ["/b"]
    third = Journal(file).open()
    assert third.get(f"{site.url}/b") is not None, "what came after the cut is whole"


@pytest.mark.parametrize("content", [b"", b"no journal", b"\xff" * 200])
def test_a_file_that_is_no_journal_is_begun_anew(tmp_path: Path, site: Site, content: bytes) -> None:
    site.routes["/a"] = Reply(b"4,200 boxes")
    file = tmp_path / "journal"
    file.write_bytes(content)
    fetcher(Journal(file).open()).get(f"{site.url}/a")
    assert Journal(file).open().get(f"{site.url}/a") is not None


GENERATOR = Path(__file__).parents[3] / "shared" / "tools" / "badfiles.py"
HOSTILE = {
    "/ok": "ok", "/long": "ok", "/no_length": "ok", "/many_headers": "ok", "/charset": "ok",
    "/redir_file": "bad_url", "/redir_loop": "redirects", "/redir_chain": "redirects",
    "/redir_scheme": "bad_url", "/slow_header": "timeout", "/slow_body": "timeout", "/hang": "timeout",
    "/endless": "too_large", "/short": "bad_answer", "/long_header": "bad_answer", "/http09": "bad_answer",
    "/reset": "unreachable", "/429": "server_error", "/429_date": "server_error", "/503": "server_error",
    "/500_ok_body": "server_error", "/204": "http_status", "/410": "http_status", "/private/a": "robots",
}  # fmt: skip


@pytest.mark.skipif(not GENERATOR.exists(), reason="the generator of bad answers is not there")
def test_a_hostile_server_is_borne(tmp_path: Path) -> None:
    port_file = tmp_path / "port"
    with subprocess.Popen([sys.executable, str(GENERATOR), "serve", str(port_file), "60"]) as server:
        try:
            while not port_file.exists() or not port_file.read_text():
                sleep(0.01)
            url = f"http://127.0.0.1:{port_file.read_text()}"
            rules = HostState(url, "User-agent: *\nDisallow: /private", NOW)
            got = {}
            for path in HOSTILE:
                asking = fetcher(known=lambda name: rules, deadline=0.5, max_bytes=3_000_000)
                try:
                    got[path] = "ok" if asking.get(url + path).response.status == 200 else "other"
                except SourceError as fault:
                    got[path] = fault.reason
            assert got == HOSTILE
            asking = fetcher(known=lambda name: rules, deadline=0.5, allow_loopback=False)
            assert reason(lambda: asking.get(f"{url}/redir_internal")) == "forbidden_address"
        finally:
            server.kill()
