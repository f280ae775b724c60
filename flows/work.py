"""What the steps of one run share."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import duckdb

from flows.alike import Alike
from flows.configuration import Configuration
from flows.extracting import Extractor
from flows.progress import Progress
from flows.report import RunReport
from flows.sources.journal import Journal
from warehouse.ledger import RUN_ID, Yield


@dataclass(slots=True)
class Work:
    """The open warehouse, the extractor, and what was done so far."""

    connection: duckdb.DuckDBPyConnection
    extractor: Extractor
    settings: Configuration
    report: RunReport
    progress: Progress
    journal: Journal | None = None
    touched: set[str] = field(default_factory=set)
    standing: set[str] = field(default_factory=set)
    given: dict[str, Yield] = field(default_factory=dict)
    alike: Alike = field(default_factory=lambda: Alike(0))


def new_report(settings: Configuration) -> RunReport:
    """Return the report of a run that begins now."""
    started_at = datetime.now(UTC)
    return RunReport(started_at.strftime(RUN_ID), str(settings.warehouse), started_at)
