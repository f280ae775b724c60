"""How servers are asked, as a person sets it; the same for a whole run, but for the pause of a source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Politeness:
    """Settings of requests.

    Attributes:
        contact: address or page of who asks, named in every request.
        pause: seconds between two requests to one server, unless its robots.txt asks for more.
        deadline: seconds for one page or feed with all its redirects, waiting aside.
        max_bytes: a body above this is refused, packed or unpacked.
        allow_loopback: this machine may be asked, which is for tests: else a feed could read what only
            this machine can reach.
    """

    contact: str | None = None
    pause: float = 1.0
    deadline: float = 30.0
    max_bytes: int = 16_000_000
    allow_loopback: bool = False
