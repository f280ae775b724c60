"""What every reader gives: an article, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.sources.dating import Window
    from flows.sources.kept import Kept
    from flows.sources.memory import Memory


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one article with what its source says about it.

    Attributes:
        source: where it comes from: a folder's name, or what a record calls its source.
        source_id: its name there; (source, source_id) is one article through all its versions.
        text: as published; never changed after decoding.
        published: YYYY, YYYY-MM, YYYY-MM-DD or None; as precise as the source says and no more.
        decoding: how its bytes became text, "utf-8" unless they were something else.
        location: file and line, for messages.
        date_source: where a page states its date ("meta", "json-ld", "url", "time", "markup").
        date_confidence: how often a date that is stated there is right, 0 to 1.
        licence: under what it may be used, as a person set it.
        content_hash: of the bytes that the text was got out of, and of how; None where they are the text.
        reader_version: what got it out.
        retrieved_at: when it was fetched, in UTC without a zone; None where it was read from a file.
    """

    source: str
    source_id: str
    text: str
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    decoding: str = "utf-8"
    location: str = ""
    date_source: str | None = None
    date_confidence: float | None = None
    licence: str | None = None
    content_hash: str | None = None
    reader_version: str | None = None
    retrieved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that should have been an article and could not be read: what, where, why.

    Attributes:
        reason: the class of fault, a word of the reference ("empty", "not_text", "bad_date", ...).
        detail: a sentence for a person, with what to do.
        content_hash: of a page's bytes and of what parsed them; None where they are to be parsed again.
    """

    source: str
    source_id: str
    reason: str
    detail: str
    location: str = ""
    content_hash: str | None = None


Item = Article | Refused
Items = Iterator[Item]


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are read.

    Attributes:
        max_article_bytes: a file or record above this is refused; no article is that long.
        published: publication date of a single file, when nothing else gives one.
        columns: by field of a record ("text", "published", ...), what tables and JSON Lines call it.
        memory: what is known from earlier runs.
        kept: objects that are fetched, until they are committed; None: they are read as they come.
        window: publication dates that are wanted; None: all.
    """

    max_article_bytes: int = 2_000_000
    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    memory: Memory | None = None
    kept: Kept | None = None
    window: Window | None = None


def shown(path: PurePath | str) -> str:
    """Return a path as text that can be printed and stored; bytes of a name that are no text are escaped."""
    return str(path).encode("utf-8", "backslashreplace").decode()


class SourceError(Exception):
    """A fault of one source: becomes a `Refused` with this reason and this detail.

    Args:
        reason, detail, content_hash: as of `Refused`.
        may_pass: another try may succeed, on a machine with less to do.
    """

    def __init__(self, reason: str, detail: str, *, content_hash: str | None = None, may_pass: bool = False):
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
        self.content_hash = content_hash
        self.may_pass = may_pass

    def refused(self, source: str, source_id: str, location: str) -> Refused:
        """Return what becomes of it at a place."""
        return Refused(source, source_id, self.reason, self.detail, location, self.content_hash)
