"""What is known from earlier runs, so that it is not fetched and parsed again; and what a run learns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from flows.sources.article import Article, SourceError


@dataclass(frozen=True, slots=True)
class Fetched:
    """An address whose answer was taken in whole: a row of the table `fetches`, where its words stand."""

    url: str
    source: str
    final_url: str
    fetched_at: datetime
    etag: str | None = None
    last_modified: str | None = None
    content_hash: str | None = None
    settings_hash: str | None = None
    entry_hash: str | None = None
    articles: int = 0
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class HostState:
    """What is known of a server, as the warehouse keeps it.

    Attributes:
        host: scheme, name and port.
        robots: its robots.txt; "" where it has none; None where it could not be read.
        robots_at: when that was.
        retry_at: before this it is not to be asked.
    """

    host: str
    robots: str | None = None
    robots_at: datetime | None = None
    retry_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """A file, feed, page or object that could be read; so many articles are as they were, and not given.

    What was refused of it before, and is not refused any more, is mended; of one that was not read again,
    only that it could not be had.
    """

    source: str
    source_id: str
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Pause:
    """The server of this source is not to be asked for some seconds; other sources can be read meanwhile.

    A reader that does not wait for them is made to wait when it asks.
    """

    seconds: float


Learned = Fetched | HostState | Answered


class Memory(Protocol):
    """What the warehouse knows."""

    def fetched(self, urls: Sequence[str]) -> Mapping[str, Fetched]:
        """Return what is known of these addresses."""

    def host(self, name: str) -> HostState | None:
        """Return what is known of a server."""

    def articles(self, source: str, content_hashes: Sequence[str]) -> Mapping[str, Article]:
        """Return the current articles of a source that were got out of these bytes, by their hash."""

    def refusal(self, source: str, content_hash: str) -> SourceError | None:
        """Return why these bytes of a source gave no article."""

    def entries(self, source: str, entry_hashes: Sequence[str]) -> frozenset[str]:
        """Return those entries of a feed whose pages were fetched."""

    def shows(self, source: str, source_id: str, text: str) -> bool:
        """Whether a source shows this text under an id, or nothing yet."""


class NoMemory:
    """Knows nothing: of extraction without a warehouse."""

    def fetched(self, urls: Sequence[str]) -> Mapping[str, Fetched]:
        """Return nothing."""
        del urls
        return {}

    def host(self, name: str) -> HostState | None:
        """Return nothing."""
        del name
        return None

    def articles(self, source: str, content_hashes: Sequence[str]) -> Mapping[str, Article]:
        """Return nothing."""
        del source, content_hashes
        return {}

    def refusal(self, source: str, content_hash: str) -> SourceError | None:
        """Return nothing."""
        del source, content_hash
        return None

    def entries(self, source: str, entry_hashes: Sequence[str]) -> frozenset[str]:
        """Return nothing."""
        del source, entry_hashes
        return frozenset()

    def shows(self, source: str, source_id: str, text: str) -> bool:
        """Return that it is nothing yet."""
        del source, source_id, text
        return True
