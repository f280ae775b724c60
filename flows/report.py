"""What a run did, in numbers and findings: printed, returned, put into Prefect's artifacts."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flows.sources.article import Refused

STEPS = ("read", "extract", "load", "check", "publish")


@dataclass(slots=True)
class RunReport:
    """The result of a run.

    Attributes:
        articles_read: distinct articles that the sources gave; each is new, changed or unchanged.
        articles_rejected: files and records that were not loaded; the first are in `refused`.
        barren: sources, as given, without a single article.
        outside, undated: articles left out by --since and --until; those without a date among the latter.
        put_off: sources, as given, that were not read to their end, since a run takes no more new articles.
        alike: texts that were put off, since as many differ from them only in their numbers.
        figures_loaded: figures that this run wrote; `figures_total` those in the warehouse after it.
        failing: the first of the open findings that fail the run, worst first, each with its evidence;
            `failing_ids` are all of them (a large warehouse has too many to keep their words).
        is_changed: whether the published warehouse is another one now.
        warnings: of sources that gave far less than in the runs before, what is strange.
        rejects_by_reason: rows that this run wrote to rejects.
        seconds: time of each step.
    """

    run_id: str
    warehouse: str
    started_at: datetime
    articles_read: int = 0
    articles_new: int = 0
    articles_changed: int = 0
    articles_unchanged: int = 0
    articles_rejected: int = 0
    figures_loaded: int = 0
    figures_total: int = 0
    rejects_loaded: int = 0
    findings_new: int = 0
    findings_open: int = 0
    findings_closed: int = 0
    findings_accepted: int = 0
    stale_acceptances: list[str] = field(default_factory=list)
    expired_acceptances: list[str] = field(default_factory=list)
    failing: list[dict[str, Any]] = field(default_factory=list)
    failing_ids: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    barren: list[str] = field(default_factory=list)
    warnings: dict[str, str] = field(default_factory=dict)
    rejects_by_reason: dict[str, int] = field(default_factory=dict)
    outside: int = 0
    undated: int = 0
    put_off: list[str] = field(default_factory=list)
    alike: int = 0
    is_changed: bool = False
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def failing_count(self) -> int:
        """How many open findings fail the run."""
        return len(self.failing_ids)

    @property
    def exit_code(self) -> int:
        """0: nothing fails; 1: findings fail the run; 2: a source gave no article, findings or not."""
        # A wrong address or a folder that is gone would not be seen for as long as any finding is open.
        if self.barren:
            return 2
        return 1 if self.failing else 0

    @property
    def articles_per_second(self) -> float:
        """New and changed articles by the seconds of all steps so far."""
        seconds = sum(self.seconds.values())
        return (self.articles_new + self.articles_changed) / seconds if seconds else 0.0

    @property
    def message(self) -> str:
        """One sentence that names what fails, for Prefect's state and for notifications."""
        barren = f"no article in {', '.join(self.barren)}" if self.barren else ""
        if not self.failing:
            return (
                barren or f"{self.articles_read} articles, {self.figures_total} figures, no failing finding"
            )
        named = [f"{finding['check_name']} {finding['finding_id']}" for finding in self.failing[:5]]
        more = f" and {self.failing_count - 5} more" if self.failing_count > 5 else ""
        plural = "finding" if self.failing_count == 1 else "findings"
        failing = f"{self.failing_count} open {plural}: {', '.join(named)}{more}"
        return f"{barren}; {failing}" if barren else failing
