"""Load what was read: an article's rows together, a batch in one transaction."""

from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

import duckdb
import polars as pl

from schemas.articles import Articles, Sightings
from schemas.base import Table, definition_of
from schemas.breakdowns import BreakdownParts, Breakdowns
from schemas.corrections import Corrections
from schemas.faults import first_line
from schemas.fetches import Fetches, Hosts
from schemas.figures import FiguresInText
from schemas.identity import identifier
from schemas.links import LinkFigures, Links
from schemas.rejects import Rejects
from warehouse import arrow
from warehouse.article_rows import article_rows
from warehouse.correcting import correction_rows
from warehouse.ddl import get_meta, set_meta
from warehouse.errors import LoadFailed, StaleBatch
from warehouse.planning import Plan, Record, Row, ToRead, make_plan
from warehouse.reference_tables import load_reference as load_reference
from warehouse.reject_rows import Answer, Refusal, freed_rejects, new_rejects, reject_rows
from warehouse.touched import note_removed
from warehouse.valid import valid

# An article's rows, those of its details first: they are found by way of the others.
REPLACED = (
    "delete from link_figures where link_id in "
    "(select link_id from links where article_id in (select unnest($ids)))",
    "delete from breakdown_parts where breakdown_id in "
    "(select breakdown_id from breakdowns where article_id in (select unnest($ids)))",
    "delete from worded_shares where article_id in (select unnest($ids))",
    "delete from links where article_id in (select unnest($ids))",
    "delete from breakdowns where article_id in (select unnest($ids))",
    "delete from figures where article_id in (select unnest($ids))",
    "delete from rejects where article_id in (select unnest($ids))",
)

Rows = tuple[type[Table], pl.DataFrame]
# Whose rows nearly every load has.
LOADED = (Articles, Sightings, FiguresInText, Breakdowns, BreakdownParts, Links, LinkFigures, Rejects)


@dataclass(frozen=True, slots=True)
class LoadBatch:
    """What one call of `load` takes.

    Attributes:
        run_id: the run.
        retrieved_at: when the records were read: UTC, without a zone.
        extractor_version: names the rules and reference data that read the figures; another name means
            that known articles are read again.
        records: what the sources gave.
        extractions: by article id, what `flows.extraction.rows.extract` gave for each of `plan(...)`.
        refusals: files and records that could not be read.
        fetches, hosts: what is known now of addresses and servers that were asked: rows of their tables.
        answered: files, feeds, pages and objects that could be read; their rejects go.
        standing: ids of rejects that earlier batches of this run have met again; they stay.
        journal: name of the journal that the fetched records are in too.
        plan: what `make_plan` said of these very records to this run, which nobody else writes beside.
    """

    run_id: str
    retrieved_at: datetime
    extractor_version: str
    records: Sequence[Record]
    extractions: Mapping[str, Row]
    refusals: Sequence[Refusal] = ()
    fetches: Sequence[Row] = ()
    hosts: Sequence[Row] = ()
    answered: Sequence[Answer] = ()
    standing: Set[str] = frozenset()
    journal: str | None = None
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """What a load did.

    Attributes:
        articles_new, articles_changed, articles_unchanged: records by what they were to the warehouse.
        articles_rejected: refusals, and records that could not be loaded.
        figures, rejects: rows written.
        touched: ids of the articles whose figures were added, read again or removed.
        met: ids of the rejects of files and records in this batch.
        wrote: whether articles, figures or rejects were written; what is known of addresses does not count.
    """

    articles_new: int = 0
    articles_changed: int = 0
    articles_unchanged: int = 0
    articles_rejected: int = 0
    figures: int = 0
    rejects: int = 0
    touched: tuple[str, ...] = ()
    met: frozenset[str] = frozenset()
    wrote: bool = False


def plan(
    connection: duckdb.DuckDBPyConnection, records: Sequence[Record], extractor_version: str
) -> list[ToRead]:
    """Return the articles whose figures `load` will ask for, in a stable order.

    Mostly the new and changed texts of `records`. A known text is read again when another extractor
    reads it, or when the sighting that gives its title and publication date is another one now; then
    the text may be one that no record of this batch shows.
    """
    return list(make_plan(connection, records, extractor_version).to_read.values())


def load(connection: duckdb.DuckDBPyConnection, batch: LoadBatch) -> LoadCounts:
    """Load a batch in one transaction; an article's rows are replaced together.

    A row that does not fit its table goes to `rejects` with the reason, and with it what refers to it.
    A batch that changes nothing writes nothing.

    Raises:
        StaleBatch: readings are missing that `plan` asks for now.
        LoadFailed: the transaction was rolled back, or its entry was not there after the commit.
    """
    planned = batch.plan or make_plan(
        connection, batch.records, batch.extractor_version, batch.run_id, batch.retrieved_at
    )
    missing = [article_id for article_id in planned.to_read if article_id not in batch.extractions]
    if missing:
        raise StaleBatch(
            f"{len(missing)} articles were not read ({', '.join(missing[:3])}); "
            "plan the batch again, read them and load it"
        )
    rows = article_rows(planned.to_read.values(), batch.extractions)
    for row in planned.articles:
        if row["article_id"] in planned.to_read:
            row["language"] = batch.extractions[row["article_id"]].get("language")
    all_rejects = reject_rows(planned, rows.rejects, batch.refusals, batch.run_id)
    rejects = new_rejects(connection, all_rejects)
    replaced = sorted({*planned.to_read, *planned.superseded})
    articles = valid(Articles, planned.articles)
    is_known = pl.col("article_id").is_in(list(planned.known))
    # Over rows that may be there; others are new, or their old ones are deleted. Where no article is known
    # there is nothing to write over, which an insertion costs more for.
    over: list[Rows] = [
        (Articles, articles.filter(is_known)),
        (Corrections, valid(Corrections, correction_rows(connection, planned, rows.figures, batch))),
    ]
    # An article that is there after all is an error: its figures have no index that would find them twice.
    new: list[Rows] = [(Articles, articles.filter(~is_known)), *rows.frames, (Rejects, rejects)]
    (over if planned.known else new).append((Sightings, valid(Sightings, planned.sightings)))
    met = frozenset(row["reject_id"] for row in all_rejects if row["article_id"] is None)
    freed = freed_rejects(connection, planned.sighted, batch.answered, met | batch.standing)
    wrote = bool(replaced or freed or any(not data.is_empty() for _, data in (*over, *new)))
    over += [(Fetches, valid(Fetches, batch.fetches)), (Hosts, valid(Hosts, batch.hosts))]
    if wrote or batch.fetches or batch.hosts:
        entry = identifier(batch.run_id, batch.retrieved_at, get_meta(connection, "last_load"))
        # Looked for in whole tables: nothing is sought of articles that are new.
        gone = [article_id for article_id in replaced if article_id in planned.known]
        # One that is met with other bytes is written anew.
        freed += [reject_id for reject_id in rejects["reject_id"] if reject_id in met]
        _write(connection, over, new, gone, freed, {"last_load": entry, "journal": batch.journal})
        if get_meta(connection, "last_load") != entry:
            raise LoadFailed(f"run {batch.run_id}: the batch was committed, but its rows are not there")
    faulty = {(fault.record.source, fault.record.source_id) for fault in planned.faults}
    return LoadCounts(
        articles_new=planned.new,
        articles_changed=planned.changed,
        articles_unchanged=planned.unchanged,
        articles_rejected=len(batch.refusals) + len(faulty - set(planned.seen)),
        figures=rows.figures.height,
        rejects=rejects.height,
        touched=tuple(replaced),
        met=met,
        wrote=wrote,
    )


def _write(
    connection: duckdb.DuckDBPyConnection,
    over: Iterable[Rows],
    new: Iterable[Rows],
    gone: list[str],
    freed: list[str],
    entries: Mapping[str, str | None],
) -> None:
    connection.execute("begin")
    try:
        if gone:
            note_removed(connection, gone)
            for statement in REPLACED:
                connection.execute(statement, {"ids": gone})
        if freed:
            connection.execute("delete from rejects where reject_id in (select unnest($ids))", {"ids": freed})
        for given, replace in ((over, True), (new, False)):
            for model, data in given:
                arrow.insert(connection, definition_of(model).name, data, replace=replace)
        for name, value in entries.items():
            if value is not None:
                set_meta(connection, name, value)
        connection.execute("commit")
    except duckdb.IOException:
        # No space, or the file is gone: said in the words of the file.
        _roll_back(connection)
        raise
    except duckdb.Error as error:
        # Not committed: after an error DuckDB's COMMIT returns as if all were well, and drops everything.
        _roll_back(connection)
        raise LoadFailed(f"the load was rolled back: {first_line(error)}") from error
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: duckdb.DuckDBPyConnection) -> None:
    # Where DuckDB has ended the transaction itself there is none to roll back.
    with suppress(duckdb.TransactionException):
        connection.execute("rollback")
