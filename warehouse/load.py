"""Load what was read: an article's rows together, a batch in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import duckdb

from schemas.reference import Reference

Row = dict[str, Any]


class Record(Protocol):
    """One article as a source gives it (`flows.sources.Article` is one)."""

    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def source_id(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def publisher(self) -> str | None: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def url(self) -> str | None: ...  # noqa: D102
    @property
    def published(self) -> str | None: ...  # noqa: D102


class Refusal(Protocol):
    """A file or record that could not be read (`flows.sources.Refused` is one)."""

    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def source_id(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102
    @property
    def detail(self) -> str: ...  # noqa: D102
    @property
    def location(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class ToRead:
    """An article whose figures must be read: what `extract` takes."""

    article_id: str
    text: str
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class LoadBatch:
    """What one call of `load` takes.

    Attributes:
        run_id: the run.
        retrieved_at: when the records were read, UTC without a zone.
        extractor_version: names the rules and reference data that read the figures; another name means
            that known articles are read again.
        records: what the sources gave.
        extractions: by article id, what `flows.extraction.rows.extract` gave for each of `plan(...)`.
        refusals: files and records that could not be read.
    """

    run_id: str
    retrieved_at: datetime
    extractor_version: str
    records: Sequence[Record]
    extractions: Mapping[str, Row]
    refusals: Sequence[Refusal] = ()


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """What a load did. `touched` names the articles whose figures were added, replaced or removed."""

    articles_new: int = 0
    articles_unchanged: int = 0
    articles_changed: int = 0
    figures: int = 0
    rejects: int = 0
    touched: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the load wrote anything."""
        raise NotImplementedError


def plan(
    connection: duckdb.DuckDBPyConnection, records: Sequence[Record], extractor_version: str
) -> list[ToRead]:
    """Return the articles whose figures `load` will ask for, in a stable order.

    Mostly the new and changed texts of `records`. A known text is read again when another extractor
    reads it, or when the sighting that gives its title and publication date is another one now; then
    the text may be one that no record of this batch shows.
    """
    raise NotImplementedError


def load(connection: duckdb.DuckDBPyConnection, batch: LoadBatch) -> LoadCounts:
    """Load a batch in one transaction; an article's rows are replaced together.

    Raises:
        StaleBatch: readings are missing that `plan` would ask for now.
        LoadFailed: the transaction was rolled back, or its rows were not there after the commit.
    """
    raise NotImplementedError


def load_reference(connection: duckdb.DuckDBPyConnection, reference: Reference) -> bool:
    """Replace the reference tables where they are others; return whether they were."""
    raise NotImplementedError
