"""The steps of a run as plain functions: the flow runs them as tasks, `--direct` as they are.

`run` is the whole way of a run. How its steps are called is given from outside (`do`), so that there is one
implementation and two ways to call it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import duckdb

from flows.configuration import Configuration
from flows.console import tell
from flows.extracting import Extractor, Failure
from flows.extraction.rows import Row
from flows.ordering import Order
from flows.polling import Polls, state_folder
from flows.progress import Progress
from flows.reading import BATCH_ARTICLES, News, Reading
from flows.recording import clock, clocked, note_given, publishing, record, tell_result
from flows.remembered import Remembered, rows_of, unchanged_count
from flows.report import RunReport
from flows.sources.article import Article, Refused
from flows.sources.dating import utc_now
from flows.sources.journal import Journal
from flows.sources.kept import Kept
from flows.sources.memory import Answered
from flows.sources.source import shown_given
from schemas.identity import article_id_of
from warehouse import checks, load, stories
from warehouse.errors import LoadFailed
from warehouse.evidence import findings_with_evidence
from warehouse.ledger import Yield
from warehouse.publish import open_reader, open_rebuild, open_run
from warehouse.rebuild import copy_kept, stored_texts
from warehouse.reference_tables import load_reference
from warehouse.version import get_meta, set_meta

CHECKS_VERSION = "checks_version"
# So many refusals are kept for the report; all are in the table `rejects`.
REFUSED_SHOWN = 20
# So many findings are kept with the words behind them; all are in the table `findings`.
FAILING_SHOWN = 100
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


@dataclass(slots=True)
class Work:
    """What the steps of one run share: the open warehouse, the extractor, and what was done so far."""

    connection: duckdb.DuckDBPyConnection
    extractor: Extractor
    settings: Configuration
    report: RunReport
    progress: Progress
    journal: Journal | None = None
    touched: set[str] = field(default_factory=set)
    standing: set[str] = field(default_factory=set)
    given: dict[str, Yield] = field(default_factory=dict)


def run(
    order: Order,
    settings: Configuration,
    do: Do = directly,
    progress: Progress | None = None,
) -> RunReport:
    """Read, extract, validate, load, check, publish.

    The warehouse is published when this returns; on any exception the published file is as it was.

    Args:
        order: what is read and how.
        settings: warehouse, reference data, checks, what fails a run.
        do: how each step is called.
        progress: is told how far the run is.
    """
    report = new_report(settings)
    # A check that cannot be read is told before the work, not after it.
    checks.all_checks(checks_settings(settings))
    extractor = Extractor(settings.reference, settings.workers)
    state = state_folder(settings.warehouse)
    journal = Journal(state / "fetched") if order.asks_web else None
    kept = Kept(state / "objects")
    names = [shown_given(source.given) for source in order.sources]
    tell("run_started", run_id=report.run_id, warehouse=report.warehouse, sources=names)
    with (
        extractor,
        publishing(report, open_run(settings.warehouse, extractor.reference)) as connection,
        Reading(order, Remembered(connection), open_journal(connection, journal), kept) as reading,
    ):
        batches = clocked(report, reading.batches())
        work = Work(connection, extractor, settings, report, progress or Progress(), journal)
        do("reference data", load_reference_data, work)
        for number, batch in enumerate(iter(lambda: next(batches, None), None)):
            more = islice(batches, 2 ** (number // STEPS_BEFORE_DOUBLING) - 1)
            do(f"articles {number + 1}", load_articles, work, batch, more)
        report.barren = reading.barren
        report.outside, report.undated = reading.outside, reading.undated
        do("copies", link_copies, work)
        do("checks", check, work)
        record(connection, report, work.given, extractor.version())
    # Published: what was fetched is in the warehouse now.
    if journal is not None:
        journal.settle(utc_now())
    kept.settle(utc_now())
    if polled := order.read_named(reading.barren):
        Polls(settings.warehouse).mark(polled, report.started_at.replace(tzinfo=None))
    tell_result(report)
    return report


def open_journal(connection: duckdb.DuckDBPyConnection, journal: Journal | None) -> Journal | None:
    """Open the journal of a killed run; one that was committed before its run was killed is emptied."""
    if journal is not None:
        journal.open()
        if journal.name is not None and journal.name == get_meta(connection, "journal"):
            journal.clear()
    return journal


def load_reference_data(work: Work) -> None:
    """Bring the warehouse's reference tables to what the extractor reads with."""
    if load_reference(work.connection, work.extractor.reference):
        # Parts, units and plausible rates are others: everything is checked anew.
        set_meta(work.connection, CHECKS_VERSION, "")
        work.report.is_changed = True


def load_articles(work: Work, batch: list[News], more: Iterator[list[News]]) -> None:
    """Extract, validate and load a batch of articles, and `more`, each batch in one transaction."""
    load_batch(work, batch)
    for batch in more:
        load_batch(work, batch)


def load_batch(work: Work, batch: list[News]) -> None:
    """Extract what is new in `batch`, and load it in one transaction."""
    report = work.report
    articles = [item for item in batch if isinstance(item, Article)]
    refused = [item for item in batch if isinstance(item, Refused)]
    learned = [item for item in batch if not isinstance(item, Article | Refused)]
    fetches, hosts, answered = rows_of(learned)
    with clock(report, "extract"):
        readings, failed = extract_new(work, articles)
    articles = [article for article in articles if article_id_of(article.text) not in failed]
    refused += failed.values()
    with clock(report, "load"):
        counts = load.load(
            work.connection,
            load.LoadBatch(
                report.run_id,
                report.started_at.replace(tzinfo=None),
                work.extractor.version(),
                articles,
                readings,
                refused,
                fetches,
                hosts,
                answered,
                work.standing,
                work.journal.name if work.journal else None,
            ),
        )
    work.touched.update(counts.touched)
    work.standing |= counts.met
    report.is_changed |= counts.wrote
    report.articles_read += len(articles) + unchanged_count(learned)
    report.articles_new += counts.articles_new
    report.articles_changed += counts.articles_changed
    report.articles_unchanged += counts.articles_unchanged + unchanged_count(learned)
    report.articles_rejected += counts.articles_rejected
    report.figures_loaded += counts.figures
    report.rejects_loaded += counts.rejects
    report.refused += refused[: REFUSED_SHOWN - len(report.refused)]
    with clock(report, "load"):
        note_given(
            work.connection, work.given, articles, [one for one in learned if isinstance(one, Answered)]
        )
    for one in refused:
        tell("rejected", source=one.source, source_id=one.source_id, reason=one.reason, detail=one.detail)
    tell("batch_loaded", articles=len(articles), figures=counts.figures, rejects=counts.rejects)
    work.progress.advance(len(articles))


def link_copies(work: Work) -> None:
    """Link articles of one origin, before checks count who says what."""
    with clock(work.report, "load"):
        counts = stories.link_stories(work.connection)
        # How many voices stand behind a finding depends on the stories of its articles.
        work.touched.update(counts.renamed)
        work.report.is_changed |= counts.compared > 0


def extract_new(work: Work, articles: Sequence[Article]) -> tuple[dict[str, Row], dict[str, Refused]]:
    """Return the rows of what the warehouse does not know yet, and refusals where a rule broke."""
    to_read = load.plan(work.connection, articles, work.extractor.version())
    by_id = {article_id_of(article.text): article for article in articles}
    readings: dict[str, Row] = {}
    failed: dict[str, Refused] = {}
    for one, rows in zip(to_read, work.extractor.extract(to_read), strict=True):
        if not isinstance(rows, Failure):
            readings[one.article_id] = rows
        elif article := by_id.get(one.article_id):
            failed[one.article_id] = Refused(
                article.source, article.source_id, "extraction_failed", rows.detail, article.location
            )
        else:
            raise LoadFailed(f"article {one.article_id}, read again: {rows.detail}")
    return readings, failed


def check(work: Work) -> None:
    """Run the checks where their answer could be another one than last time; say what fails."""
    report, connection = work.report, work.connection
    choice = checks_settings(work.settings)
    version = checks_version(work.settings.checks)
    is_needed = (
        report.is_changed
        or get_meta(connection, CHECKS_VERSION) != version
        or has_expired_acceptance(connection, report.started_at)
    )
    with clock(report, "check"):
        if is_needed:
            # The rules or the reference data may be other ones: then everything is asked anew.
            is_partial = get_meta(connection, CHECKS_VERSION) == version
            touched = work.touched if is_partial else None
            result = checks.run_checks(connection, report.run_id, report.started_at, choice, touched)
            set_meta(connection, CHECKS_VERSION, version)
            report.findings_new = result.new + result.reopened
            report.findings_closed = result.closed
            report.stale_acceptances = result.stale
            report.expired_acceptances = result.expired
            report.is_changed = True
        tell_standing(work, choice)


def checks_settings(settings: Configuration) -> checks.Settings:
    """Return what a user's configuration says about checks."""
    return checks.Settings(settings.fail_on, settings.checks)


def tell_standing(work: Work, choice: checks.Settings) -> None:
    """Put what stands in the warehouse after a run into its report."""
    report, connection = work.report, work.connection
    counts = dict(connection.execute("select status, count(*) from findings group by status").fetchall())
    report.findings_open = counts.get("open", 0)
    report.findings_accepted = counts.get("accepted", 0)
    (report.figures_total,) = connection.execute("select count(*) from figures").fetchone() or (0,)
    failing = checks.failing_findings(connection, choice)
    report.failing_ids = list(failing)
    report.failing = findings_with_evidence(connection, failing[:FAILING_SHOWN])


def run_checks_again(settings: Configuration) -> RunReport:
    """Run all checks on what is loaded, and publish their findings.

    Raises:
        NoWarehouse: there is nothing to check.
    """
    open_reader(settings.warehouse).close()
    report = new_report(settings)
    opening = publishing(report, open_run(settings.warehouse))
    with Extractor(settings.reference, 1) as extractor, opening as connection:
        work = Work(connection, extractor, settings, report, Progress())
        set_meta(connection, CHECKS_VERSION, "")
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
        publishing(report, open_rebuild(settings.warehouse, kept)) as (old, connection),
    ):
        work = Work(connection, extractor, settings, report, progress or Progress())
        load_reference_data(work)
        copy_kept(old, connection)
        texts = stored_texts(old)
        while batch := [Article(**text) for text in islice(texts, BATCH_ARTICLES)]:
            load_batch(work, list(batch))
        link_copies(work)
        check(work)
        record(connection, report, work.given, extractor.version())
    tell_result(report)
    return report


def new_report(settings: Configuration) -> RunReport:
    """Return the report of a run that begins now; runs sort by their ids as by time."""
    started_at = datetime.now(UTC)
    return RunReport(f"{started_at:%Y%m%dT%H%M%S.%fZ}", str(settings.warehouse), started_at)


def checks_version(own: Path | None) -> str:
    """Return a hash of all that decides what checks find: the package that runs them, and a user's own."""
    digest = blake2b(digest_size=8)
    for name, content in [*_files(Path(str(resources.files("warehouse")))), *(_files(own) if own else [])]:
        digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _files(folder: Path) -> list[tuple[str, bytes]]:
    files = sorted(file for file in folder.rglob("*") if file.suffix in (".py", ".sql") and file.is_file())
    return [(file.relative_to(folder).as_posix(), file.read_bytes()) for file in files]


def has_expired_acceptance(connection: duckdb.DuckDBPyConnection, at: datetime) -> bool:
    """Whether a finding is still held accepted by an acceptance whose last day is past."""
    found = connection.execute(
        """
        select 1 from findings
        inner join accepted_findings on findings.finding_id = accepted_findings.finding_id
        where findings.status = 'accepted' and accepted_findings.until_on < $today
        """,
        {"today": at.date()},
    ).fetchone()
    return found is not None
