"""What a run measures of itself, told where a person asks for it and written into the ledger."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from time import perf_counter
from typing import TypeVar

import duckdb

from flows.console import tell
from flows.report import STEPS, RunReport
from flows.sources.article import Article
from flows.sources.memory import Answered
from schemas.identity import article_id_of
from warehouse import ledger
from warehouse.publish import write_out

Opened = TypeVar("Opened")
Given = TypeVar("Given")
RECORDED = (
    "articles_read",
    "articles_new",
    "articles_unchanged",
    "articles_changed",
    "articles_rejected",
    "figures_loaded",
    "figures_total",
    "rejects_loaded",
    "findings_new",
    "findings_open",
    "findings_closed",
    "articles_per_second",
)


@contextmanager
def clock(report: RunReport, step: str) -> Iterator[None]:
    """Add the time of a block to a step's seconds."""
    start = perf_counter()
    try:
        yield
    finally:
        report.seconds[step] = report.seconds.get(step, 0.0) + perf_counter() - start


def clocked(report: RunReport, given: Iterator[Given]) -> Iterator[Given]:
    """Give what `given` gives; the time that takes is the reading's."""
    while True:
        with clock(report, "read"):
            one = next(given, None)
        if one is None:
            return
        yield one


@contextmanager
def publishing(report: RunReport, opening: AbstractContextManager[Opened]) -> Iterator[Opened]:
    """Open the warehouse for a run; the time before and after the block is the publishing's."""
    with ExitStack() as stack:
        with clock(report, "publish"):
            opened = stack.enter_context(opening)
        yield opened
        with clock(report, "publish"):
            stack.close()


def note_given(
    connection: duckdb.DuckDBPyConnection,
    given: dict[str, ledger.Yield],
    articles: Sequence[Article],
    answered: Sequence[Answered] = (),
) -> None:
    """Add what a batch of articles holds to what their sources gave in this run."""
    for known in answered:
        if known.unchanged:
            given.setdefault(known.source, ledger.Yield()).is_partial = True
    ids = [article_id_of(article.text) for article in articles]
    counts = ledger.figure_counts(connection, ids)
    for article, article_id in zip(articles, ids, strict=True):
        one = given.setdefault(article.source, ledger.Yield())
        one.articles += 1
        one.figures += counts.get(article_id, 0)


def record(
    connection: duckdb.DuckDBPyConnection,
    report: RunReport,
    given: dict[str, ledger.Yield],
    extractor_version: str,
) -> None:
    """Write the run into the ledger. A run that changed nothing leaves the warehouse as it was.

    A source that dries up is news: the run that sees it is written down though it loaded nothing.
    """
    report.warnings = ledger.warnings_of(connection, given)
    report.is_changed |= bool(report.warnings)
    if not report.is_changed:
        return
    report.rejects_by_reason = ledger.reject_counts(connection, report.run_id)
    # After the swap the ledger can no more be written; with this done it takes a millisecond.
    with clock(report, "publish"):
        write_out(connection)
    ledger.write_run(
        connection,
        {
            "run_id": report.run_id,
            "started_at": report.started_at.replace(tzinfo=None),
            "finished_at": max(datetime.now(UTC), report.started_at).replace(tzinfo=None),
            "status": "failed" if report.failing else "passed",
            "crossfoot_version": version("crossfoot"),
            "extractor_version": extractor_version,
            **{name: getattr(report, name) for name in RECORDED},
            **{f"{step}_seconds": report.seconds.get(step, 0.0) for step in STEPS},
        },
        given,
        report.warnings,
    )


def tell_result(report: RunReport) -> None:
    """Tell what a run did, to those who log: findings that fail it, sources that dry up, counts, seconds."""
    for finding in report.failing:
        names = ("finding_id", "check_name", "severity", "certainty", "message")
        tell("finding", **{name: finding[name] for name in names if name in finding})
    for source, warning in report.warnings.items():
        tell("source_dries_up", source=source, warning=warning)
    tell(
        "run_finished",
        run_id=report.run_id,
        exit_code=report.exit_code,
        is_changed=report.is_changed,
        failing=report.failing_count,
        **{name: getattr(report, name) for name in RECORDED},
        rejects_by_reason=report.rejects_by_reason,
        seconds={step: round(report.seconds.get(step, 0.0), 3) for step in STEPS},
    )
