"""Extract many articles: in this process, beside it, or in several when there are enough to pay for them.

The rules are imported where they are used: that takes a tenth of a second.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from importlib import resources
from multiprocessing.connection import wait
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from flows.beside import Beside, can_begin
from flows.errors import RunError
from schemas.reference import Reference, digest_of, load_reference

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

# What `flows.extraction.rows.extract` gives.
Row = dict[str, Any]
Words = tuple[str, str | None, str | None]
# A process costs some 0.3 s to start, an article about 2 ms: below this one process is faster.
WORTH_PROCESSES = 300
CHUNK = 25
ENDED = (
    "a process that extracts was ended (no memory left, or killed); "
    "set workers = 1 in crossfoot.toml and run again"
)


class Readable(Protocol):
    """What extraction needs of an article."""

    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str | None: ...  # noqa: D102
    @property
    def published(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule broke on an article; `detail` says how."""

    detail: str


Extract = Callable[[Sequence[Words]], list[Row | Failure]]


class Extractor:
    """Reads the figures of articles; keeps the reference data and, for many articles, its processes.

    Args:
        overrides: folder of a user's reference CSVs.
        workers: processes to use for many articles; 0 is one for every processor.
        explain: give the rule and words behind every field too.
    """

    def __init__(self, overrides: Path | None = None, workers: int = 0, explain: bool = False):
        self.overrides = overrides
        self.explain = explain
        self.reference = load_reference(overrides)
        self.workers = workers or len(os.sched_getaffinity(0))
        self._pool: ProcessPoolExecutor | None = None
        self._beside: Beside | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.rest()
        if self._pool is not None:
            # On a fault too: a pool that is still ending when its process does may never end.
            self._pool.shutdown(wait=True, cancel_futures=True)

    def begin(self) -> None:
        """Get ready to extract few articles in a process of its own, while this one does something else."""
        if self.workers > 1 and can_begin():
            # Where no process is to be had, this one reads the articles itself.
            with suppress(OSError):
                self._beside = Beside(partial(_warm_rules, self.reference, self.explain))

    def rest(self) -> None:
        """End the process that `begin` started; what is extracted from now on does without."""
        if self._beside is not None:
            self._beside.end()
            self._beside = None

    def extract(
        self, articles: Sequence[Readable], meanwhile: Callable[[], object] | None = None
    ) -> list[Row | Failure]:
        """Return the rows of each article, in order.

        Args:
            articles: what is read.
            meanwhile: what is worth doing where this process would only wait for one beside it.
        """
        words = [(article.text, article.title, article.published) for article in articles]
        if not words:
            # Nothing is imported for nothing.
            return []
        if self.workers == 1 or len(articles) < WORTH_PROCESSES:
            return self._extract_few(words, meanwhile)
        return self._extract_many(words)

    def _extract_few(self, words: list[Words], meanwhile: Callable[[], object] | None) -> list[Row | Failure]:
        if self._beside is None:
            return _rules(self.reference, self.explain)(words)
        try:
            found: list[Row | Failure] = self._beside.ask(words, meanwhile or list)
        except (EOFError, OSError) as fault:
            raise RunError(ENDED) from fault
        return found

    def _extract_many(self, words: list[Words]) -> list[Row | Failure]:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        self.rest()
        if self._pool is None:
            # Spawned, not forked: an orchestrator's process has threads, which a fork would freeze.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.workers, context, _prepare, (self.overrides, self.explain))
        try:
            return list(self._pool.map(_extract_words, words, chunksize=CHUNK))
        except BrokenProcessPool as fault:
            raise RunError(ENDED) from fault

    def version(self) -> str:
        """Return a hash of the rules and the reference data: another one reads figures otherwise."""
        return blake2b(f"{_rules_version()} {digest_of(self.reference)}".encode(), digest_size=8).hexdigest()


@cache
def _rules_version() -> str:
    """The rules' own text is their version: nobody has to remember to raise a number."""
    digest = blake2b(digest_size=8)
    folder = resources.files("flows") / "extraction"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _rules(reference: Reference, explain: bool) -> Extract:
    """Return what extracts articles, its rules loaded."""
    from flows.extraction.rows import extract

    def extract_one(text: str, title: str | None, published: str | None) -> Row | Failure:
        """Return the rows of one article.

        One article that breaks a rule must not cost the others of the run: it is refused, with the fault's
        name, so that it is seen and mended.
        """
        try:
            return extract(text, reference, title=title, published=published, explain=explain)
        except Exception as fault:  # noqa: BLE001 (see above)
            return Failure(
                f"a rule failed on it ({type(fault).__name__}: {str(fault)[:200]}); please report it"
            )

    return lambda articles: [extract_one(*one) for one in articles]


# Says a little of everything, so that what the rules compile once is compiled.
WARMING = (
    "In May 2019 the yard at Lorne in Scotland sold 12 boats for $3.4 million, up 5% from 2018, said "
    "Ada Holm. Of these, 7 were ferries and five were tugs."
)


def _warm_rules(reference: Reference, explain: bool) -> Extract:
    """Return the same, after a first text, which takes as long as all others of a small run."""
    rules = _rules(reference, explain)
    rules([(WARMING, "Yard sells 12 boats", "2019-06-01")])
    return rules


# What a process keeps between chunks: loading the reference data costs as much as some fifty articles.
_prepared: list[Extract] = []


def _prepare(overrides: Path | None, explain: bool) -> None:
    # An interrupt is the parent's to handle; children would only print tracebacks over its message.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _prepared.append(_rules(load_reference(overrides), explain))


def _end_with_parent() -> None:
    """End this process when the one that started it is gone: killed, it cannot say that it is.

    Its queue stays open as long as any worker lives, so that they would wait for work for ever.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _extract_words(words: Words) -> Row | Failure:
    return _prepared[0]([words])[0]
