"""What the warehouse knows from earlier runs, in the words of the sources."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields

import duckdb

from flows.sources.article import Article, SourceError
from flows.sources.contents import reader_version
from flows.sources.memory import Answered, Fetched, HostState, Learned
from schemas.identity import article_id_of
from warehouse.planning import Row, named_rows
from warehouse.reject_rows import Answer

FETCHED = "select * from fetches where url in (select unnest($urls))"
HOST = "select * from hosts where host = $name"
HASHES = """
    select distinct content_hash from sightings
    where source = $source and reader_version = $reader and content_hash is not null
"""
ARTICLES = """
    select sightings.*, articles.text
    from sightings inner join articles on sightings.article_id = articles.article_id
    where sightings.source = $source
        and sightings.reader_version = $reader
        and sightings.content_hash in (select unnest($hashes))
    order by sightings.source_id desc
"""
REFUSALS = """
    select content_hash, reason, detail from rejects where source = $source and content_hash is not null
"""
ENTRIES = "select entry_hash from fetches where source = $source and entry_hash in (select unnest($hashes))"
SHOWN = "select article_id from sightings where source = $source and source_id = $source_id"


class Remembered:
    """The warehouse's memory, as `flows.sources.memory.Memory` has it.

    Args:
        connection: the run's own warehouse; what the run has loaded is known too.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection):
        # A cursor of its own: readers ask in the middle of a load's batches.
        self._cursor = connection.cursor()
        self._hashes: dict[str, frozenset[int]] = {}
        self._refusals: dict[str, dict[str, Row]] = {}

    def fetched(self, urls: Sequence[str]) -> Mapping[str, Fetched]:
        """Return what is known of these addresses."""
        rows = named_rows(self._cursor, FETCHED, {"urls": list(urls)})
        return {row["url"]: Fetched(**row) for row in rows}

    def host(self, name: str) -> HostState | None:
        """Return what is known of a server."""
        rows = named_rows(self._cursor, HOST, {"name": name})
        return HostState(**rows[0]) if rows else None

    def articles(self, source: str, content_hashes: Sequence[str]) -> Mapping[str, Article]:
        """Return the current articles of a source that today's parsers got out of these bytes, by hash."""
        if source not in self._hashes:
            # Most pages are new: they are told from the known ones without a query for each.
            found = named_rows(self._cursor, HASHES, {"source": source, "reader": reader_version()})
            self._hashes[source] = frozenset(int(row["content_hash"], 16) for row in found)
        hashes = [one for one in content_hashes if int(one, 16) in self._hashes[source]]
        if not hashes:
            return {}
        asked = {"source": source, "reader": reader_version(), "hashes": hashes}
        names = [one.name for one in fields(Article)]
        return {
            row["content_hash"]: Article(**{name: row[name] for name in names if name in row})
            for row in named_rows(self._cursor, ARTICLES, asked)
        }

    def refusal(self, source: str, content_hash: str) -> SourceError | None:
        """Return why these bytes of a source gave no article."""
        if source not in self._refusals:
            rows = named_rows(self._cursor, REFUSALS, {"source": source})
            self._refusals[source] = {row["content_hash"]: row for row in rows}
        if row := self._refusals[source].get(content_hash):
            return SourceError(row["reason"], row["detail"], content_hash=content_hash)
        return None

    def entries(self, source: str, entry_hashes: Sequence[str]) -> frozenset[str]:
        """Return those entries of a feed whose pages were fetched."""
        rows = named_rows(self._cursor, ENTRIES, {"source": source, "hashes": list(entry_hashes)})
        return frozenset(row["entry_hash"] for row in rows)

    def shows(self, source: str, source_id: str, text: str) -> bool:
        """Whether a source shows this text under an id, or nothing yet."""
        rows = named_rows(self._cursor, SHOWN, {"source": source, "source_id": source_id})
        return all(row["article_id"] == article_id_of(text) for row in rows)


def rows_of(learned: Sequence[Learned]) -> tuple[list[Row], list[Row], list[Answer]]:
    """Return what a run learned as rows of `fetches` and `hosts`, and what could be read."""
    fetches: dict[str, Row] = {one.url: asdict(one) for one in learned if isinstance(one, Fetched)}
    hosts: dict[str, Row] = {one.host: asdict(one) for one in learned if isinstance(one, HostState)}
    answers = [
        Answer(one.source, one.source_id, is_read=not one.unchanged)
        for one in learned
        if isinstance(one, Answered)
    ]
    answers += [
        Answer(one.source, one.url) for one in learned if isinstance(one, Fetched) and not one.refused
    ]
    return list(fetches.values()), list(hosts.values()), answers


def unchanged_count(learned: Sequence[Learned]) -> int:
    """Return the number of articles that were not read again since nothing has changed."""
    return sum(one.unchanged for one in learned if isinstance(one, Answered))
