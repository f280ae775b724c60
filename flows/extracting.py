"""Extract articles in processes beside this one, or, of few, in this one.

What extraction holds (rules, reference data, a model of languages) is a third of the memory that a run takes.
In processes of its own it is gone before the checks, which need most. The rules are imported where they are
used: that takes a tenth of a second.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from flows.beside import Beside, ask, can_fork, end
from flows.errors import RunError
from flows.versions import version_of
from schemas.reference import Reference, digest_of, load_reference

# What `flows.extraction.rows.extract` gives.
Row = dict[str, Any]
Words = tuple[str, str | None, str | None]
# Characters, some 300 articles of 2 ms each. A process costs some 0.3 s to start: below this none is faster.
WORTH_PROCESSES = 900_000
CHUNK = 25
ENDED = (
    "a process that extracts was ended (no memory left, or killed); "
    "run again, where memory is short with workers = 1 in crossfoot.toml"
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
    """Reads the figures of articles; keeps the reference data and the processes that read.

    Args:
        overrides: folder of a user's reference CSVs.
        workers: processes to use for many articles; 0 is one for every processor.
        explain: give the rule and words behind every field too.
    """

    def __init__(self, overrides: Path | None = None, workers: int = 0, explain: bool = False):
        self.explain = explain
        self.reference = load_reference(overrides)
        self.workers = workers or len(os.sched_getaffinity(0))
        self._processes: list[Beside] = []
        self._characters = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.rest()

    def begin(self) -> None:
        """Get ready to extract in a process of its own, while this one does something else.

        With one processor it would only be in the way.
        """
        if can_fork() and len(os.sched_getaffinity(0)) > 1:
            self._add(_warm_rules)

    def rest(self) -> None:
        """End the processes; what is extracted from now on begins anew."""
        end(self._processes)
        self._processes = []

    def extract(self, articles: Sequence[Readable], meanwhile: Iterable[object] = ()) -> list[Row | Failure]:
        """Return the rows of each article, in order.

        Args:
            articles: what is read.
            meanwhile: work in pieces, worth doing while this process would only wait for those beside it.
        """
        words = [(article.text, article.title, article.published) for article in articles]
        if not words:
            # Nothing is imported for nothing.
            return []
        self._characters += sum(len(text) for text, _, _ in words)
        if self._characters >= WORTH_PROCESSES:
            while len(self._processes) < self.workers and self._add(_rules):
                pass
        if not self._processes:
            return _rules(self.reference, self.explain)(words)
        chunks = [words[start : start + CHUNK] for start in range(0, len(words), CHUNK)]
        try:
            found: list[list[Row | Failure]] = ask(self._processes, chunks, meanwhile)
            return [rows for chunk in found for rows in chunk]
        except (EOFError, OSError) as fault:
            raise RunError(ENDED) from fault

    def _add(self, rules: Callable[[Reference, bool], Extract]) -> bool:
        """Start a process; where none is to be had, those that are there or this one read the articles."""
        with suppress(OSError):
            self._processes.append(Beside(partial(rules, self.reference, self.explain)))
            return True
        return False

    def version(self) -> str:
        """Return a hash of the rules and the reference data: another one reads figures otherwise."""
        return blake2b(f"{_rules_version()} {digest_of(self.reference)}".encode(), digest_size=8).hexdigest()


@cache
def _rules_version(folder: Path | None = None) -> str:
    return version_of(folder or Path(str(resources.files("flows"))) / "extraction", suffixes=(".py",))


def _rules(reference: Reference, explain: bool) -> Extract:
    """Return what extracts articles; its rules are loaded by the first of them."""

    def extract_one(text: str, title: str | None, published: str | None) -> Row | Failure:
        """Return the rows of one article.

        One article that breaks a rule must not cost the others of the run: it is refused, with the fault's
        name, so that it is seen and mended.
        """
        from flows.extraction.rows import extract

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
