"""A source as a person names it: where it is, and what is to be known of all its articles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

WEB = ("http", "https")
# What fsspec reads as stores of objects. Others of its file systems (of this machine, of other programs)
# have a reader of their own here, or none.
STORES = ("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "memory")


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read.

    Attributes:
        given: a file, a folder, an address of a page, feed or file, or of objects; "-" is standard input.
        name: what `source` is of its articles; None: the folder's or server's name.
        publisher: who published all of it, whatever pages and feeds call themselves.
        licence: under what it may be used.
        kind: ending of a file of its kind, for an address that does not show it (".xml": a feed).
        follow: the articles of a feed are the pages that its entries lead to, not what the feed gives.
        pause: seconds between two requests to a server, in place of the setting.
        columns: what its tables and JSON Lines call the fields of a record, in place of the setting.
        storage: what the library of an object store is to be told (`endpoint_url`, `anon`).
    """

    given: str
    name: str | None = None
    publisher: str | None = None
    licence: str | None = None
    kind: str | None = None
    follow: bool = False
    pause: float | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    storage: Mapping[str, Any] = field(default_factory=dict)

    @property
    def scheme(self) -> str | None:
        """The scheme of an address; None: it is a path."""
        head, found, _ = self.given.partition("://")
        return head.lower() if found and head.isascii() and head.replace("+", "").isalnum() else None


def shown_given(given: str) -> str:
    """Return an address without what is secret in it, for messages and tables.

    >>> shown_given("https://user:secret@news.example/feed")
    'https://news.example/feed'
    """
    if "://" not in given or "@" not in given:
        return given
    try:
        parts = urlsplit(given)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    except ValueError:
        return given.partition("://")[0] + "://"
