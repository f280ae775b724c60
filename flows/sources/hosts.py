"""How a server wants to be asked: robots.txt, the pause between two requests, and when to come back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic, sleep

from protego import Protego

from flows.sources.article import SourceError
from flows.sources.memory import HostState

AGENT = "crossfoot"
# RFC 9309: no copy of robots.txt is used longer than this.
ROBOTS_LIVE = timedelta(hours=24)
# RFC 9309 asks to read at least this much of it.
ROBOTS_READ = 512 * 1024
# A run that waits longer for one answer does nothing for anybody; what is left is for the next run.
MOST_WAIT = 120.0
# After so many faults in a row a server is left alone until the next run: each costs up to the deadline.
MOST_FAULTS = 3
# "Retry-After: Fri, 31 Dec 9999" is no date to keep to.
LONGEST_AWAY = timedelta(days=7)


class Host:
    """A server during a run: one request at a time, with a pause between two.

    Attributes:
        state: what is known of it.
        pause: seconds between the end of a request and the next one, at least.
        faults_in_a_row: requests without a usable answer since the last one with one.
        is_robots_asked: robots.txt was asked for in this run.
        fault: why it could not be read.
    """

    def __init__(self, state: HostState):
        self.state = state
        self.pause = 0.0
        self.faults_in_a_row = 0
        self.is_robots_asked = False
        self.fault: SourceError | None = None
        self._rules: Protego | None = None
        self._last_ended: float | None = None

    def learn(self, state: HostState) -> None:
        """Take what is known of it now."""
        if state.robots != self.state.robots:
            self._rules = None
        self.state = state

    def needs_robots(self, now: datetime) -> bool:
        """Whether its robots.txt must be asked for."""
        at = self.state.robots_at
        return not self.is_robots_asked and (at is None or not at <= now < at + ROBOTS_LIVE)

    def require_allowed(self, url: str) -> None:
        """Refuse what robots.txt forbids.

        Raises:
            SourceError: it does, or it could not be read.
        """
        if self.state.robots is None:
            raise self.fault or SourceError(
                "robots", f"{self.state.host}/robots.txt cannot be read, so nothing is fetched (RFC 9309)"
            )
        if not self._parsed().can_fetch(url, AGENT):
            raise SourceError("robots", f"{self.state.host}/robots.txt forbids it")

    def wait(self, now: datetime, pass_time: Callable[[float], None] = sleep) -> None:
        """Wait until it may be asked again.

        Raises:
            SourceError: that is too long for a run.
        """
        if self.faults_in_a_row >= MOST_FAULTS:
            raise SourceError(
                "retry_later", f"{MOST_FAULTS} requests in a row failed; the next run asks again"
            )
        if self.state.retry_at is not None and now < self.state.retry_at:
            away = (self.state.retry_at - now).total_seconds()
            if away > MOST_WAIT:
                raise SourceError(
                    "retry_later",
                    f"the server asks to come back after {self.state.retry_at:%Y-%m-%d %H:%M} UTC",
                )
            pass_time(away)
        left = self.pause_left()
        if left > MOST_WAIT:
            raise SourceError("retry_later", f"robots.txt asks for {left:,.0f} s until the next request")
        if left > 0:
            pass_time(left)

    def pause_left(self) -> float:
        """Return the seconds of the pause after the last request that are left; 0 where there are none."""
        if self._last_ended is None:
            return 0.0
        return max(self._last_ended + max(self.pause, self._crawl_delay()) - monotonic(), 0.0)

    def done(self) -> None:
        """A request has ended now."""
        self._last_ended = monotonic()

    def _crawl_delay(self) -> float:
        return float(self._parsed().crawl_delay(AGENT) or 0) if self.state.robots else 0.0

    def _parsed(self) -> Protego:
        if self._rules is None:
            self._rules = Protego.parse(self.state.robots or "")
        return self._rules


def retry_at(written: str | None, now: datetime) -> datetime | None:
    """Return when a server wants to be asked again, by its Retry-After; None where it does not say.

    >>> retry_at("90", datetime(2030, 1, 1))
    datetime.datetime(2030, 1, 1, 0, 1, 30)
    """
    if not written:
        return None
    written = written.strip()
    try:
        if written.isascii() and written.isdigit():
            at = now + timedelta(seconds=min(int(written), LONGEST_AWAY.total_seconds()))
        else:
            parsed = parsedate_to_datetime(written)
            at = parsed.astimezone(UTC).replace(tzinfo=None) if parsed.tzinfo else parsed
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return min(at, now + LONGEST_AWAY) if at > now else None
