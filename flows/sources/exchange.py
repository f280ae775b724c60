"""One request and its answer, within a deadline and a number of bytes."""

from collections.abc import Mapping

import httpcore
import httpx

from flows.sources.article import SourceError
from flows.sources.connections import CheckedBackend, Deadline
from flows.sources.http_body import Response, unpack
from flows.sources.politeness import Politeness


class Exchange:
    """Sends requests, one at a time; keeps connections open for the next one to the same server.

    Args:
        politeness: bounds of an answer.
        agent: the value of User-Agent.
    """

    def __init__(self, politeness: Politeness, agent: str):
        self.politeness = politeness
        self._agent = agent
        self._deadline = Deadline()
        # Neither proxies of the environment nor its certificates: what is asked is what was checked.
        self._pool = httpcore.ConnectionPool(
            network_backend=CheckedBackend(self._deadline, allow_loopback=politeness.allow_loopback),
            max_connections=20,
            keepalive_expiry=10.0,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def ask(self, url: httpx.URL, extra: Mapping[str, str], seconds: float, cut_at: int | None) -> Response:
        """Return the answer of a server.

        Args:
            url: to be asked.
            extra: headers beside the usual ones.
            seconds: until the whole answer has to be there.
            cut_at: bytes after which the body is of no use; None: the setting, and more is a fault.

        Raises:
            SourceError: none came, or none that can be used.
        """
        headers = {
            "Host": url.netloc.decode("ascii"),
            "User-Agent": self._agent,
            "Accept-Encoding": "gzip, deflate",
            "Accept": "*/*",
            **extra,
        }
        lines = [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]
        self._deadline.set(seconds)
        limit = cut_at or self.politeness.max_bytes
        try:
            with self._pool.stream("GET", str(url), headers=lines) as answer:
                named = {
                    name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers
                }
                # What comes with a fault is not read.
                body = _body(answer, named, limit, cut_at is not None) if answer.status == 200 else b""
                return Response(answer.status, named, body)
        except httpcore.TimeoutException as fault:
            told = f"no whole answer within {self.politeness.deadline:g} s (deadline in [http])"
            raise SourceError("timeout", told) from fault
        except httpcore.NetworkError as fault:
            raise SourceError(
                "unreachable", f"no connection: {str(fault)[:200] or type(fault).__name__}"
            ) from fault
        except httpcore.ProtocolError as fault:
            raise SourceError("bad_answer", f"no whole answer in HTTP: {str(fault)[:200]}") from fault


def _body(answer: httpcore.Response, headers: Mapping[str, str], limit: int, is_cut_fine: bool) -> bytes:
    chunks: list[bytes] = []
    left = limit
    for chunk in answer.iter_stream():
        chunks.append(chunk)
        left -= len(chunk)
        if left < 0:
            break
    body = b"".join(chunks)
    encoding = headers.get("content-encoding", "")
    if is_cut_fine:
        return body[:limit] if encoding.strip().lower() in ("", "identity") else unpack(body, encoding, limit)
    try:
        if left >= 0:
            return unpack(body, encoding, limit)
    except SourceError as fault:
        if fault.reason != "too_large":
            raise
    raise SourceError("too_large", f"more than {limit:,} bytes (max_bytes in [http])")


def request_url(written: str) -> httpx.URL:
    """Return an address as it is asked: without fragment and credentials, its name in ASCII.

    Raises:
        SourceError: it is no address of the web.
    """
    try:
        url = httpx.URL(written.strip())
        if url.scheme not in ("http", "https") or not url.host:
            raise SourceError("bad_url", f"{written[:200]!r} is no address of the web (http or https)")
        return url.copy_with(fragment=None, userinfo=b"")
    except (httpx.InvalidURL, UnicodeError, ValueError) as fault:
        raise SourceError("bad_url", f"{written[:200]!r} is no address: {str(fault)[:100]}") from fault
