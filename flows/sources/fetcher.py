"""Fetch an address of the web: in time, within bounds, from public addresses, as its server wants it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic
from typing import Any

import httpx

from flows.sources.article import SourceError
from flows.sources.dating import utc_now
from flows.sources.exchange import Exchange, request_url
from flows.sources.hosts import MOST_WAIT, ROBOTS_READ, Host, retry_at
from flows.sources.http_body import Response
from flows.sources.journal import Answer, Journal
from flows.sources.memory import HostState
from flows.sources.urls import clean_url

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# A server that can do better later says so with these, and with all from 500 on.
BUSY = frozenset({408, 425, 429})
# Reasons that may be gone at the next run; all others stay until the page, or what its feed says, changes.
TEMPORARY = frozenset(
    {"timeout", "unreachable", "server_error", "bad_answer", "retry_later", "robots", "forbidden_address"}
)


@dataclass(frozen=True, slots=True)
class Validators:
    """What makes a request conditional, and the address that gave it: after redirects, the last one."""

    final_url: str
    etag: str | None = None
    last_modified: str | None = None

    def headers_for(self, url: str) -> dict[str, str]:
        """Return the headers that ask `url` for what is newer; none where it is another address."""
        if url != self.final_url:
            return {}
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


class Fetcher:
    """Fetches addresses, one after another.

    Args:
        exchange: sends the requests.
        journal: keeps what was fetched until it is committed.
        known_host: what the warehouse knows of a server.
        now: the clock.
    """

    def __init__(
        self,
        exchange: Exchange,
        journal: Journal,
        known_host: Callable[[str], HostState | None],
        now: Callable[[], datetime] = utc_now,
    ):
        self.exchange = exchange
        self.journal = journal
        self._known_host = known_host
        self._now = now
        self._hosts: dict[str, Host] = {}
        self._changed: dict[str, HostState] = {}

    def changed_hosts(self) -> list[HostState]:
        """Return what was learned of servers since the last call."""
        changed, self._changed = list(self._changed.values()), {}
        return changed

    def pause_left(self, url: str, pause: float | None = None) -> float:
        """Return the seconds until the server of `url` may be asked; 0 also where it will not be."""
        key = clean_url(url)
        if key is None or self.journal.has(key):
            return 0.0
        try:
            host = self._host(request_url(url))
        except SourceError:
            return 0.0
        host.pause = self.exchange.politeness.pause if pause is None else pause
        left = host.pause_left()
        return left if left <= MOST_WAIT else 0.0

    def get(self, url: str, known: Validators | None = None, pause: float | None = None) -> Answer:
        """Return what `url` gives: status 200, or 304 where what is known is still so.

        What a killed run has fetched is taken from the journal; after an hour the server is asked whether
        it is still so.

        Args:
            url: to be asked, with its redirects.
            known: validators of what is known.
            pause: seconds between two requests to its server, in place of the setting.

        Raises:
            SourceError: there is no answer, or none that can be used; `TEMPORARY` says which may pass.
        """
        key = clean_url(url)
        if key is None:
            raise SourceError("bad_url", f"{url[:200]!r} is no address of the web (http or https)")
        kept = self.journal.get(key)
        if kept is not None and self.journal.is_fresh(kept, self._now()):
            return _usable(kept, is_conditional=True)
        if kept is not None:
            known = validators_of(kept)
        answer = self._follow(url, known, pause)
        if kept is not None and answer.response.status == 304:
            answer = replace(kept, fetched_at=answer.fetched_at)
        self._keep(key, answer)
        return _usable(answer, is_conditional=known is not None)

    def _keep(self, key: str, answer: Answer) -> None:
        if answer.response.status < 500 and answer.response.status not in BUSY:
            self.journal.add(key, answer)

    def _follow(
        self, url: str, known: Validators | None, pause: float | None, *, is_robots: bool = False
    ) -> Answer:
        """Ask `url` and where it redirects to, each at its own server's pace."""
        left = self.exchange.politeness.deadline
        for _ in range(MOST_REDIRECTS + 1):
            asked = request_url(url)
            url = str(asked)
            host = self._host(asked)
            host.pause = self.exchange.politeness.pause if pause is None else pause
            if not is_robots:
                self._learn_robots(host)
                host.require_allowed(url)
            host.wait(self._now())
            started = monotonic()
            host.faults_in_a_row += 1
            try:
                extra = known.headers_for(url) if known else {}
                response = self.exchange.ask(asked, extra, left, ROBOTS_READ if is_robots else None)
            finally:
                host.done()
            if response.status < 500:
                host.faults_in_a_row = 0
            left -= monotonic() - started
            self._keep_away(host, response)
            location = response.headers.get("location")
            if response.status not in REDIRECTS or not location:
                return Answer(url, response, self._now())
            url = _joined(asked, location)
        raise SourceError("redirects", f"more than {MOST_REDIRECTS} redirects, the last to {url[:200]}")

    def _host(self, url: httpx.URL) -> Host:
        name = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if name not in self._hosts:
            self._hosts[name] = Host(self._known_host(name) or HostState(name))
        return self._hosts[name]

    def _learn_robots(self, host: Host) -> None:
        """Read robots.txt where it is not known, or known for too long; once a run."""
        if not host.needs_robots(self._now()):
            return
        host.is_robots_asked = True
        url = f"{host.state.host}/robots.txt"
        try:
            kept = self.journal.get(url)
            answer = kept or self._follow(url, None, None, is_robots=True)
        except SourceError as fault:
            # An older copy may be used beyond its day (RFC 9309); without one, the page has the same fault.
            host.fault = fault
            return
        if answer.response.status >= 500 or answer.response.status in BUSY:
            return
        if kept is None:
            self._keep(url, answer)
        # 4xx: there is none, and everything is allowed.
        text = answer.response.body.decode("utf-8", "replace") if answer.response.status == 200 else ""
        self._learn(host, robots=text.replace("\x00", ""), robots_at=answer.fetched_at)

    def _keep_away(self, host: Host, response: Response) -> None:
        if response.status in (429, 503):
            at = retry_at(response.headers.get("retry-after"), self._now())
            if at is not None:
                self._learn(host, retry_at=at)

    def _learn(self, host: Host, **said: Any) -> None:
        host.learn(replace(host.state, **said))
        self._changed[host.state.host] = host.state


def validators_of(answer: Answer) -> Validators:
    """Return the validators that an answer gave."""
    headers = answer.response.headers
    return Validators(answer.final_url, headers.get("etag"), headers.get("last-modified"))


def _usable(answer: Answer, *, is_conditional: bool) -> Answer:
    status = answer.response.status
    if status == 200 or (status == 304 and is_conditional):
        return answer
    if status in BUSY or status >= 500:
        raise SourceError("server_error", f"the server answered {status}; the next run asks again")
    raise SourceError("http_status", f"the server answered {status}, not with the page")


def _joined(url: httpx.URL, location: str) -> str:
    try:
        return str(url.join(location))
    except (httpx.InvalidURL, UnicodeError, ValueError) as fault:
        raise SourceError("bad_url", f"redirected to what is no address: {location[:200]!r}") from fault
