"""What every reader gives: an article, or the reason why there is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath


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


@dataclass(frozen=True, slots=True)
class Refused:
    """Something that should have been an article and could not be read: what, where, why.

    Attributes:
        reason: the class of fault, a word of the reference ("empty", "not_text", "bad_date", ...).
        detail: a sentence for a person, with what to do.
    """

    source: str
    source_id: str
    reason: str
    detail: str
    location: str = ""


Item = Article | Refused
Items = Iterator[Item]


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are read.

    Attributes:
        max_article_bytes: a file or record above this is refused; no article is that long.
        published: publication date of a single file, when nothing else gives one.
        columns: by field of a record ("text", "published", ...), what tables and JSON Lines call it.
    """

    max_article_bytes: int = 2_000_000
    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


def shown(path: PurePath | str) -> str:
    """Return a path as text that can be printed and stored; bytes of a name that are no text are escaped."""
    return str(path).encode("utf-8", "backslashreplace").decode()


class SourceError(Exception):
    """A fault of one source: becomes a `Refused` with this reason and this detail."""

    def __init__(self, reason: str, detail: str):
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
