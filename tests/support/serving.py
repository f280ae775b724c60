"""Servers on the loopback address that answer as a test says and remember what they were asked."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """An answer: status, body and headers; with an ETag, a request that knows it gets a 304."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass
class Site:
    """What a server answers by path, and what it was asked, in order."""

    routes: dict[str, Reply | Callable[[dict[str, str]], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    url: str = ""

    def paths(self) -> list[str]:
        """Return the paths that were asked for since the last call."""
        paths = [path for path, _ in self.asked]
        self.asked.clear()
        return paths

    def page(self, path: str, body: str, **headers: str) -> None:
        """Serve an HTML page."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.routes[path] = Reply(
            body.encode(), headers={"Content-Type": "text/html; charset=utf-8", **named}
        )

    def feed(self, path: str, body: str, **headers: str) -> None:
        """Serve a feed."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.routes[path] = Reply(body.encode(), headers={"Content-Type": "application/rss+xml", **named})


@contextmanager
def serving(site: Site | None = None) -> Iterator[Site]:
    """Run a server for `site` until the block ends."""
    site = site or Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *ignored: Any) -> None:
            """Say nothing."""

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            site.times.append(time.monotonic())
            route = site.routes.get(self.path, Reply(b"not here", 404))
            reply = route(headers) if callable(route) else route
            time.sleep(reply.seconds)
            known = {name.lower(): value for name, value in reply.headers.items()}
            is_known = "etag" in known and headers.get("if-none-match") == known["etag"]
            is_known |= (
                "last-modified" in known and headers.get("if-modified-since") == known["last-modified"]
            )
            status, body = (304, b"") if reply.status == 200 and is_known else (reply.status, reply.body)
            self.send_response(status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *ignored: Any) -> None:
            """Clients of these tests go away in the middle."""

    server = Server(("127.0.0.1", 0), Handler)
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
