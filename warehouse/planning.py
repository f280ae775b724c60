"""What a batch of records changes: which text each source shows now, and which must be read.

One text under several source ids is one article. It takes its title, publisher and publication date from
the sighting that was published first, so that the warehouse is the same whatever the order of loading.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

import duckdb

from schemas.identity import article_id_of, identifier

Row = dict[str, Any]
Key = tuple[str, str]

PUBLISHED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?", re.DOTALL)
PRECISIONS = ("year", "month", "day")
# What a sighting says of its text, beside where it is.
SAID = ("publisher", "title", "url", "published", "date_source", "date_confidence", "licence")
# What a sighting's text was got out of, and when; no news by itself.
GOT = ("content_hash", "reader_version")


class Record(Protocol):
    """One article as a source gives it; `flows.sources.Article` is one."""

    @property
    def source(self) -> str:
        """Where it was read."""

    @property
    def source_id(self) -> str:
        """Its id there."""

    @property
    def text(self) -> str:
        """The text, as it stands."""

    @property
    def publisher(self) -> str | None:
        """Who published it."""

    @property
    def title(self) -> str | None:
        """The headline."""

    @property
    def url(self) -> str | None:
        """Its address."""

    @property
    def published(self) -> str | None:
        """YYYY, YYYY-MM or YYYY-MM-DD."""

    @property
    def date_source(self) -> str | None:
        """Where the date was found."""

    @property
    def date_confidence(self) -> float | None:
        """How often a date found there is right."""

    @property
    def licence(self) -> str | None:
        """Under what it may be used."""

    @property
    def content_hash(self) -> str | None:
        """Hash of the bytes that the text was got out of."""

    @property
    def reader_version(self) -> str | None:
        """What got it out."""

    @property
    def retrieved_at(self) -> datetime | None:
        """When it was fetched: UTC, without a zone."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """An article whose figures must be read: what `flows.extraction.rows.extract` takes."""

    article_id: str
    text: str
    title: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Fault:
    """A record that is not loaded as it is given: why."""

    record: Record
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """A source's id that shows another text now."""

    source: str
    source_id: str
    old_article_id: str
    article_id: str


@dataclass(slots=True)
class Plan:
    """What loading a batch writes.

    Attributes:
        articles: rows of `articles` that are new or differ from what is there.
        sightings: rows of `sightings` that are new or differ.
        to_read: articles whose figures must be read, by id.
        superseded: ids of articles that no source shows any more; their figures go.
        known: ids of articles that the warehouse has: only these can have figures there.
        replaced: ids that show another text now, by the doing of their outlet.
        seen: keys of the records that are loaded, or are known as they are.
        faults: records that are not loaded, or not with all that they say.
        new, changed, unchanged: counts of records.
    """

    articles: list[Row] = field(default_factory=list)
    sightings: list[Row] = field(default_factory=list)
    to_read: dict[str, ToRead] = field(default_factory=dict)
    superseded: list[str] = field(default_factory=list)
    known: frozenset[str] = frozenset()
    replaced: list[Replaced] = field(default_factory=list)
    seen: list[Key] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    new: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def sighted(self) -> list[Key]:
        """Keys of the sightings that are written."""
        return [(row["source"], row["source_id"]) for row in self.sightings]


def published_day(published: str | None) -> tuple[date, str, str] | None:
    """Return the first day, the precision and the plain form of a publication date, or None.

    >>> published_day("2016-07")
    (datetime.date(2016, 7, 1), 'month', '2016-07')
    >>> published_day("July 2016") is None
    True
    """
    match = PUBLISHED.fullmatch(published.strip()) if published else None
    if match is None:
        return None
    parts = [part for part in match.groups() if part is not None]
    numbers = [int(part) for part in parts]
    try:
        day = date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
    return day, PRECISIONS[len(parts) - 1], "-".join(parts)


def make_plan(
    connection: duckdb.DuckDBPyConnection,
    records: Sequence[Record],
    extractor_version: str,
    run_id: str = "",
    retrieved_at: datetime | None = None,
) -> Plan:
    """Compare `records` with the warehouse, and say what is to be read and written."""
    plan = Plan()
    given = _loadable(records, plan)
    article_ids = {key: article_id_of(record.text) for key, record in given.items()}
    known = _known_sightings(connection, given)
    plan.sightings = _changed_sightings(given, known, article_ids, run_id, retrieved_at)
    plan.replaced = _replaced(given, known, article_ids)
    left = _left_behind(known, article_ids)
    touched = sorted({*article_ids.values(), *left})
    shown = _shown(connection, touched, plan.sightings)
    before = _known_articles(connection, touched)
    plan.known = frozenset(before)
    readings: list[Row] = []
    for article_id in touched:
        row = before.get(article_id)
        if sightings := shown.get(article_id):
            wanted = _article(article_id, sightings, extractor_version)
            if row is None:
                first = (
                    min(one["retrieved_at"] or retrieved_at for one in sightings) if retrieved_at else None
                )
                fresh = {"retrieved_at": first, "story_id": None, "language": None}
                plan.articles.append({**fresh, **wanted, "first_run_id": run_id, "last_run_id": run_id})
            elif any(row[name] != value for name, value in wanted.items()):
                plan.articles.append({**row, **wanted, "last_run_id": run_id})
            if row is None or row["reading_key"] != wanted["reading_key"]:
                readings.append(wanted)
        elif row is not None:
            plan.superseded.append(article_id)
            gone = {"superseded_by": left[article_id], "reading_key": None, "last_run_id": run_id}
            plan.articles.append(row | gone)
    _add_texts(connection, plan, readings, {article_ids[key]: given[key].text for key in given})
    _count(plan, given, known, article_ids)
    return plan


def _loadable(records: Iterable[Record], plan: Plan) -> dict[Key, Record]:
    """Return the first record of each id; note those that are at fault."""
    given: dict[Key, Record] = {}
    for record in records:
        if (fault := _fault(record)) is not None:
            plan.faults.append(fault)
            continue
        first = given.setdefault((record.source, record.source_id), record)
        if first is record:
            if record.published and published_day(record.published) is None:
                detail = f"{record.published!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
                plan.faults.append(Fault(record, "bad_date", detail))
        elif first.text != record.text:
            detail = "another text has this id in the same batch; give each article an id of its own"
            plan.faults.append(Fault(record, "duplicate_id", detail))
    plan.seen = sorted(given)
    return given


def _fault(record: Record) -> Fault | None:
    if not record.text.strip() or not record.source_id:
        return Fault(record, "empty", "the article has no text or no id")
    try:
        for name in ("source", "source_id", "text", *SAID):
            str(getattr(record, name) or "").encode()
    except UnicodeEncodeError as error:
        return Fault(record, "not_text", f"its {name} holds what is no character: {error.reason}")
    return None


def _known_sightings(connection: duckdb.DuckDBPyConnection, given: Iterable[Key]) -> dict[Key, Row]:
    keys = list(given)
    rows = named_rows(
        connection,
        "select * from sightings where (source, source_id) in (select unnest($sources), unnest($source_ids))",
        {"sources": [key[0] for key in keys], "source_ids": [key[1] for key in keys]},
    )
    return {(row["source"], row["source_id"]): row for row in rows}


def _changed_sightings(
    given: dict[Key, Record],
    known: dict[Key, Row],
    article_ids: dict[Key, str],
    run_id: str,
    retrieved_at: datetime | None,
) -> list[Row]:
    """Return the rows of sightings that are new or say something else."""
    changed = []
    for key, record in given.items():
        said = {"article_id": article_ids[key], **{name: getattr(record, name) for name in SAID}}
        before = known.get(key)
        if before is not None and all(before[name] == value for name, value in said.items()):
            continue
        first_run_id = run_id if before is None else before["first_run_id"]
        is_same_text = before is not None and before["article_id"] == said["article_id"]
        at = before["retrieved_at"] if before and is_same_text else record.retrieved_at or retrieved_at
        place = {"source": record.source, "source_id": record.source_id}
        got = {"retrieved_at": at, **{name: getattr(record, name) for name in GOT}}
        changed.append({**place, **said, **got, "first_run_id": first_run_id, "last_run_id": run_id})
    return changed


def _replaced(given: dict[Key, Record], known: dict[Key, Row], article_ids: dict[Key, str]) -> list[Replaced]:
    """Return the ids whose outlet gives another text; what another reader got out may be our own doing."""
    return [
        Replaced(*key, row["article_id"], article_ids[key])
        for key, row in sorted(known.items())
        if row["article_id"] != article_ids[key] and row["reader_version"] == given[key].reader_version
    ]


def _left_behind(known: dict[Key, Row], article_ids: dict[Key, str]) -> dict[str, str]:
    """Return, for each article that a source no longer shows, the one that it shows instead.

    Of several sources, the one with the smallest key decides.
    """
    left: dict[str, str] = {}
    for key in sorted(known):
        if known[key]["article_id"] != article_ids[key]:
            left.setdefault(known[key]["article_id"], article_ids[key])
    return left


def _shown(
    connection: duckdb.DuckDBPyConnection, article_ids: list[str], changes: list[Row]
) -> dict[str, list[Row]]:
    """Return the sightings of each article as they will be."""
    rows = named_rows(
        connection,
        "select * from sightings where article_id in (select unnest($article_ids))",
        {"article_ids": article_ids},
    )
    by_key = {(row["source"], row["source_id"]): row for row in (*rows, *changes)}
    shown: dict[str, list[Row]] = {}
    for row in by_key.values():
        shown.setdefault(row["article_id"], []).append(row)
    return shown


def _known_articles(connection: duckdb.DuckDBPyConnection, article_ids: list[str]) -> dict[str, Row]:
    # Without the texts, which most comparisons don't need.
    rows = named_rows(
        connection,
        "select * replace (null as text) from articles where article_id in (select unnest($article_ids))",
        {"article_ids": article_ids},
    )
    return {row["article_id"]: row for row in rows}


def _article(article_id: str, sightings: list[Row], extractor_version: str) -> Row:
    """Return what an article's row says, from the sighting that was published first."""
    first = min(sightings, key=_earliest)
    day, precision, plain = published_day(first["published"]) or (None, None, None)
    return {
        "article_id": article_id,
        "source": first["source"],
        "source_id": first["source_id"],
        **{name: first[name] for name in SAID},
        "published_on": day,
        "published_precision": precision,
        "superseded_by": None,
        "reading_key": identifier(article_id, first["title"], plain, extractor_version),
    }


def _earliest(sighting: Row) -> tuple[Any, ...]:
    day, precision, _ = published_day(sighting["published"]) or (date.max, PRECISIONS[0], "")
    # Of dates that begin alike, the more precise one.
    return day, -PRECISIONS.index(precision), sighting["source"], sighting["source_id"]


def _add_texts(
    connection: duckdb.DuckDBPyConnection, plan: Plan, readings: list[Row], texts: dict[str, str]
) -> None:
    """Give rows and readings their texts; from the warehouse where no record of the batch has them."""
    needed = {row["article_id"] for row in (*plan.articles, *readings)}
    stored = named_rows(
        connection,
        "select article_id, text from articles where article_id in (select unnest($article_ids))",
        {"article_ids": sorted(needed - set(texts))},
    )
    texts = texts | {row["article_id"]: row["text"] for row in stored}
    for row in plan.articles:
        row["text"] = texts[row["article_id"]]
    for row in readings:
        article_id = row["article_id"]
        published = published_day(row["published"])
        plan.to_read[article_id] = ToRead(
            article_id, texts[article_id], row["title"], published[2] if published else None
        )


def _count(plan: Plan, given: Iterable[Key], known: dict[Key, Row], article_ids: dict[Key, str]) -> None:
    changed = {(row["source"], row["source_id"]) for row in plan.sightings}
    for key in given:
        if key not in known:
            plan.new += 1
        elif key in changed or article_ids[key] in plan.to_read:
            plan.changed += 1
        else:
            plan.unchanged += 1


def named_rows(connection: duckdb.DuckDBPyConnection, query: str, parameters: dict[str, Any]) -> list[Row]:
    """Return all rows of a query as dictionaries."""
    result = connection.execute(query, parameters)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
