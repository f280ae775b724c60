"""The ways through the steps as plain functions: the flow runs them as tasks, `--direct` as they are.

`run` is the whole way of a run. How its steps are called is given from outside (`do`), so that there is one
implementation and two ways to call it.
"""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import duckdb

from flows import last_run
from flows.alike import Alike
from flows.checking import check, checks_settings, forget_checks
from flows.configuration import Configuration
from flows.console import tell
from flows.extracting import Extractor
from flows.loading import link_copies, load_articles, load_batch, load_reference_data, until_enough
from flows.ordering import Order
from flows.polling import Polls, state_folder
from flows.progress import Progress
from flows.reading import BATCH_ARTICLES, Reading
from flows.recording import clocked, publishing, record, tell_result
from flows.remembered import Remembered
from flows.report import RunReport
from flows.sources.article import Article
from flows.sources.dating import utc_now
from flows.sources.journal import Journal
from flows.sources.kept import Kept
from flows.sources.source import shown_given
from flows.work import Work, new_report
from warehouse import checks
from warehouse.ledger import run_id_after
from warehouse.publish import open_reader, open_rebuild, open_run, use_memory
from warehouse.rebuild import copy_kept, stored_texts
from warehouse.version import get_meta

# An orchestrator's task costs as much as ten articles, and a thousand tasks choke its database: the load
# steps take one batch each at first and twice as many after every ten steps.
STEPS_BEFORE_DOUBLING = 10


class Do(Protocol):
    """How a step is called: with its name, its function and its arguments."""

    def __call__(self, name: str, step: Callable[..., Any], /, *arguments: Any) -> Any: ...  # noqa: D102


def directly(name: str, step: Callable[..., Any], /, *arguments: Any) -> Any:
    """Call a step as it is."""
    del name
    return step(*arguments)


def run(
    order: Order,
    settings: Configuration,
    do: Do = directly,
    progress: Progress | None = None,
    extractor: Extractor | None = None,
) -> RunReport:
    """Read, extract, validate, load, check, publish.

    The warehouse is published when this returns; on any exception the published file is as it was.

    Args:
        order: what is read and how.
        settings: warehouse, reference data, checks, what fails a run.
        do: how each step is called.
        progress: is told how far the run is.
        extractor: one of these settings that has begun.
    """
    report = new_report(settings)
    # A check that cannot be read is told before the work, not after it.
    checks.all_checks(checks_settings(settings))
    extractor = extractor or Extractor(settings.reference, settings.workers)
    state = state_folder(settings.warehouse)
    journal = Journal(state / "fetched") if order.asks_web else None
    kept = Kept(state / "objects")
    names = [shown_given(source.given) for source in order.sources]
    with (
        extractor,
        publishing(report, open_run(settings.warehouse, extractor.reference)) as connection,
        Reading(order, Remembered(connection), open_journal(connection, journal), kept) as reading,
    ):
        report.run_id = run_id_after(connection, report.run_id)
        tell("run_started", run_id=report.run_id, warehouse=report.warehouse, sources=names)
        most = settings.max_new_articles
        found = reading.batches(min(most, BATCH_ARTICLES) or BATCH_ARTICLES)
        batches = clocked(report, until_enough(found, report, most))
        work = Work(connection, extractor, settings, report, progress or Progress(), journal)
        work.alike = Alike(settings.max_alike)
        do("reference data", load_reference_data, work)
        for number, batch in enumerate(iter(lambda: next(batches, None), None)):
            more = islice(batches, 2 ** (number // STEPS_BEFORE_DOUBLING) - 1)
            do(f"articles {number + 1}", load_articles, work, batch, more)
        extractor.rest()
        use_memory(connection)
        report.barren, report.put_off = reading.barren, reading.unread
        report.alike = work.alike.put_off
        for one in work.given.values() if report.put_off or report.alike else ():
            one.is_partial = True
        report.outside, report.undated = reading.outside, reading.undated
        do("copies", link_copies, work)
        do("checks", check, work)
        record(connection, report, work.given, extractor.version())
    # Published: what was fetched is in the warehouse now.
    if journal is not None:
        journal.settle(utc_now())
    kept.settle(utc_now())
    # What is put off stays due.
    if not report.alike and (polled := order.read_named(reading.barren + reading.awaited + reading.unread)):
        Polls(settings.warehouse).mark(polled, report.started_at.replace(tzinfo=None))
    last_run.note(report)
    tell_result(report)
    return report


def open_journal(connection: duckdb.DuckDBPyConnection, journal: Journal | None) -> Journal | None:
    """Open the journal of a killed run; one that was committed before its run was killed is emptied."""
    if journal is not None:
        journal.open()
        if journal.name is not None and journal.name == get_meta(connection, "journal"):
            journal.clear()
    return journal


def run_checks_again(settings: Configuration) -> RunReport:
    """Run all checks on what is loaded, and publish their findings.

    Raises:
        NoWarehouse: there is nothing to check.
    """
    open_reader(settings.warehouse).close()
    report = new_report(settings)
    opening = publishing(report, open_run(settings.warehouse))
    with Extractor(settings.reference, 1) as extractor, opening as connection:
        report.run_id = run_id_after(connection, report.run_id)
        work = Work(connection, extractor, settings, report, Progress())
        use_memory(connection)
        forget_checks(connection)
        check(work)
        record(connection, report, work.given, extractor.version())
    tell_result(report)
    return report


def rebuild(settings: Configuration, kept: Path, progress: Progress | None = None) -> RunReport:
    """Read all stored texts again into a new warehouse, check, publish; the old file is then `kept`.

    For a warehouse of another version, or to read known texts with new rules or reference data at once.

    Raises:
        NoWarehouse: there is nothing to rebuild.
    """
    report = new_report(settings)
    checks.all_checks(checks_settings(settings))
    with (
        Extractor(settings.reference, settings.workers) as extractor,
        publishing(report, open_rebuild(settings.warehouse, kept, extractor.reference)) as (old, connection),
    ):
        work = Work(connection, extractor, settings, report, progress or Progress())
        load_reference_data(work)
        copy_kept(old, connection)
        report.run_id = run_id_after(connection, report.run_id)
        texts = stored_texts(old)
        while batch := [Article(**text) for text in islice(texts, BATCH_ARTICLES)]:
            load_batch(work, list(batch))
        extractor.rest()
        use_memory(connection)
        link_copies(work)
        check(work)
        record(connection, report, work.given, extractor.version())
    tell_result(report)
    return report
