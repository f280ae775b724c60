"""Extract many articles: in this process, or in several when there are enough to pay for them."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from flows.extraction.rows import Row, extract
from flows.sources.article import Article, Refused
from schemas.reference import Reference, load_reference

# A process costs some 0.3 s to start, an article about 2 ms: below this one process is faster.
WORTH_PROCESSES = 400
CHUNK = 32

Extracted = tuple[Article, Row | Refused]


def extract_one(article: Article, reference: Reference, explain: bool = False) -> Row | Refused:
    """Return the rows of one article, or a refusal when a rule breaks on it.

    One article that breaks a rule must not cost the others of the run; the refusal names the fault, so
    that it is seen and mended.
    """
    try:
        return extract(
            article.text, reference, title=article.title, published=article.published, explain=explain
        )
    except Exception as fault:  # noqa: BLE001 (see above)
        detail = f"a rule failed on it ({type(fault).__name__}: {str(fault)[:200]}); please report this text"
        return Refused(article.source, article.source_id, "extraction_failed", detail, article.location)


def extract_articles(
    articles: Iterable[Article], overrides: Path | None = None, workers: int = 0, explain: bool = False
) -> Iterator[Extracted]:
    """Give every article with its rows, in order, reading ahead no more than keeps the processes busy.

    Args:
        articles: may be a generator; it is read as it is needed.
        overrides: folder of a user's reference CSVs.
        workers: processes to use for many articles; 0 is one for every processor.
        explain: give the rule and words behind every field too.
    """
    articles = iter(articles)
    first = list(islice(articles, WORTH_PROCESSES))
    workers = workers or len(os.sched_getaffinity(0))
    if len(first) < WORTH_PROCESSES or workers == 1:
        reference = load_reference(overrides)
        for some in (first, articles):
            for article in some:
                yield article, extract_one(article, reference, explain)
        return
    yield from _in_processes(first, articles, overrides, workers, explain)


def _in_processes(
    first: list[Article], rest: Iterator[Article], overrides: Path | None, workers: int, explain: bool
) -> Iterator[Extracted]:
    # Spawned, not forked: an orchestrator's process has threads, which a fork would freeze half-way.
    context = multiprocessing.get_context("spawn")
    pending: deque[tuple[list[Article], Future[list[Row | Refused]]]] = deque()
    with ProcessPoolExecutor(workers, context, _prepare, (overrides, explain)) as pool:
        try:
            for chunk in _chunks(first, rest):
                pending.append((chunk, pool.submit(_extract_chunk, chunk)))
                if len(pending) > 3 * workers:
                    yield from _result(*pending.popleft())
            while pending:
                yield from _result(*pending.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _chunks(first: list[Article], rest: Iterator[Article]) -> Iterator[list[Article]]:
    for start in range(0, len(first), CHUNK):
        yield first[start : start + CHUNK]
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _result(chunk: list[Article], future: Future[list[Row | Refused]]) -> Iterator[Extracted]:
    yield from zip(chunk, future.result(), strict=True)


# What a process keeps between chunks: loading the reference data costs as much as some fifty articles.
_prepared: dict[str, tuple[Reference, bool]] = {}


def _prepare(overrides: Path | None, explain: bool) -> None:
    # An interrupt is the parent's to handle; children would only print tracebacks over its message.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _prepared["all"] = load_reference(overrides), explain


def _extract_chunk(chunk: list[Article]) -> list[Row | Refused]:
    reference, explain = _prepared["all"]
    return [extract_one(article, reference, explain) for article in chunk]
