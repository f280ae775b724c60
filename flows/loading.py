"""From news to loaded articles: extract, validate, load, link copies; each batch in one transaction."""

from collections.abc import Iterator, Sequence

import duckdb

from flows.checking import forget_checks
from flows.console import tell
from flows.extracting import Failure
from flows.reading import News
from flows.recording import clock, note_given
from flows.remembered import rows_of, unchanged_count
from flows.report import RunReport
from flows.sources.article import Article, Refused
from flows.sources.memory import Answered
from flows.work import Work
from schemas.base import whole_rows
from schemas.identity import article_id_of
from warehouse import checks, load, stories
from warehouse.check_scope import FEW_FIGURES
from warehouse.errors import LoadFailed
from warehouse.planning import Plan, Row, make_plan
from warehouse.publish import use_threads
from warehouse.reference_tables import load_reference

# So many refusals are kept for the report; all are in the table `rejects`.
REFUSED_SHOWN = 20


def load_reference_data(work: Work) -> None:
    """Bring the warehouse's reference tables to what the extractor reads with."""
    if load_reference(work.connection, work.extractor.reference):
        # Parts, units and plausible rates are others: everything is checked anew.
        forget_checks(work.connection)
        work.report.is_changed = True


def load_articles(work: Work, batch: list[News], more: Iterator[list[News]]) -> None:
    """Extract, validate and load a batch of articles, and `more`, each batch in one transaction."""
    load_batch(work, batch)
    for batch in more:
        load_batch(work, batch)


def until_enough(batches: Iterator[list[News]], report: RunReport, most: int) -> Iterator[list[News]]:
    """Give batches until those that were loaded had `most` new or changed articles; 0: all.

    A bound for runs, whatever is dropped into a folder: what is known costs next to nothing, so that the next
    runs go on where this one stopped.
    """
    for batch in batches:
        yield batch
        if 0 < most <= report.articles_new + report.articles_changed:
            return


def load_batch(work: Work, batch: list[News]) -> None:
    """Extract what is new in `batch`, and load it in one transaction."""
    report = work.report
    articles = [item for item in batch if isinstance(item, Article)]
    refused = [item for item in batch if isinstance(item, Refused)]
    learned = [item for item in batch if not isinstance(item, Article | Refused)]
    fetches, hosts, answered = rows_of(learned)
    with clock(report, "extract"):
        articles, planned, readings, failed = extract_new(work, articles)
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
                # Where an article is left out, what is to be written is another thing.
                None if failed else planned,
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
    if report.figures_loaded > FEW_FIGURES:
        use_threads(work.connection)
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


def extract_new(
    work: Work, articles: Sequence[Article]
) -> tuple[list[Article], Plan, dict[str, Row], dict[str, Refused]]:
    """Return what is to be loaded: articles, their plan, rows of what is new; and where a rule broke."""
    planned = _planned(work, articles)
    taken = work.alike.taken(articles, set(planned.to_read))
    if len(taken) < len(articles):
        articles, planned = taken, _planned(work, taken)
    to_read = list(planned.to_read.values())
    by_id = {article_id_of(article.text): article for article in articles}
    readings: dict[str, Row] = {}
    failed: dict[str, Refused] = {}
    extracted = work.extractor.extract(to_read, _get_ready(work.connection))
    for one, rows in zip(to_read, extracted, strict=True):
        if not isinstance(rows, Failure):
            readings[one.article_id] = rows
        elif article := by_id.get(one.article_id):
            failed[one.article_id] = Refused(
                article.source, article.source_id, "extraction_failed", rows.detail, article.location
            )
        else:
            raise LoadFailed(f"article {one.article_id}, read again: {rows.detail}")
    return [one for one in articles if article_id_of(one.text) not in failed], planned, readings, failed


def _get_ready(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Do, piece by piece, what has to be done once after the extraction and does not ask what it gives."""
    for model in load.LOADED:
        whole_rows(model)
        yield
    yield from checks.get_ready(connection)


def _planned(work: Work, articles: Sequence[Article]) -> Plan:
    report = work.report
    at = report.started_at.replace(tzinfo=None)
    return make_plan(work.connection, articles, work.extractor.version(), report.run_id, at)
