"""Connections that end in time and lead to checked addresses only, for httpcore's pool.

A time-out for each read lets a server that sends a byte a second go on for days: here all reads and writes
of a request share one deadline.
"""

import ssl
from collections.abc import Iterable
from time import monotonic
from typing import Any

import httpcore

from flows.sources.addresses import addresses_of

Options = Iterable[Any] | None


class Deadline:
    """When a request has to be done; the connections of one pool share it, one request at a time."""

    def __init__(self) -> None:
        self._ends = 0.0

    def set(self, seconds: float) -> None:
        """Allow so many seconds from now."""
        self._ends = monotonic() + seconds

    def left(self) -> float:
        """Return the seconds that are left.

        Raises:
            httpcore.ReadTimeout: there are none.
        """
        left = self._ends - monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return left


class TimedStream(httpcore.NetworkStream):
    """A connection that knows the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline):
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: D102 (as in httpcore)
        del timeout
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: D102
        del timeout
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:  # noqa: D102
        self._stream.close()

    def start_tls(  # noqa: D102
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        del timeout
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: D102
        return self._stream.get_extra_info(info)


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to an address that was checked, and to no other."""

    def __init__(self, deadline: Deadline, *, allow_loopback: bool):
        self._deadline = deadline
        self._allow_loopback = allow_loopback
        self._plain = httpcore.SyncBackend()

    def connect_tcp(  # noqa: D102
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Options = None,
    ) -> httpcore.NetworkStream:
        del timeout
        addresses = addresses_of(host, port, self._deadline.left(), allow_loopback=self._allow_loopback)
        for number, address in enumerate(addresses, 1):
            try:
                # The last one may take all that is left, those before it a fair share.
                share = self._deadline.left() / (len(addresses) - number + 1)
                stream = self._plain.connect_tcp(address, port, share, local_address, socket_options)
                return TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(addresses):
                    raise
        raise httpcore.ConnectError(f"{host} has no address")
