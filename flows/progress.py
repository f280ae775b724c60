"""How far a run is, for people who watch it: shown on a terminal, silent in a pipe."""

import sys
from types import TracebackType
from typing import Self

from flows.console import is_logging


class Progress:
    """Counts articles and shows nothing."""

    def __init__(self) -> None:
        self.articles = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to end."""

    def advance(self, articles: int) -> None:
        """So many more articles are loaded."""
        self.articles += articles

    def tell(self, what: str) -> None:
        """Say what is being done now."""


class TerminalProgress(Progress):
    """A line on standard error that tells what is being done; it is wiped at the end."""

    def __init__(self) -> None:
        super().__init__()
        from rich.console import Console

        self.status = Console(stderr=True).status("reading")

    def __enter__(self) -> Self:
        self.status.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.status.stop()

    def advance(self, articles: int) -> None:
        """Show the number of articles so far."""
        super().advance(articles)
        self.status.update(f"reading, extracting, loading: {self.articles:,} articles")

    def tell(self, what: str) -> None:
        """Show what is being done now."""
        self.status.update(what)


def progress_for_terminal() -> Progress:
    """Return a visible progress where a person watches, else a silent one."""
    return TerminalProgress() if sys.stderr.isatty() and not is_logging() else Progress()
