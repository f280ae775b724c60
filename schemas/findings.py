"""Findings: what checks selected, with the evidence; and what people accepted."""

import polars as pl

from schemas import column
from schemas.base import Table, keyed


class Findings(Table):
    """One row a finding, open, accepted or closed."""

    finding_id: str = column.identity("Finding", "Hash of the check and its figures: stable over runs.")
    check_name: str = column.text("Check", "The check that selected it.", filled=True)
    severity: str = column.choice("Severity", "error: fails a run; note: recorded only.", "error", "note")
    certainty: str = column.choice(
        "Certainty",
        "contradiction: the words exclude each other; tension: only a strained reading reconciles them.",
        "contradiction",
        "tension",
        "note",
    )
    message: str = column.text("Message", "What is wrong, with the numbers.", filled=True)
    status: str = column.choice(
        "Status", "Accepted findings stay visible and fail no run.", "open", "accepted", "closed"
    )
    opened_run_id: str = column.text("Opened by", "The run that first saw it.", filled=True)
    last_seen_run_id: str = column.text(
        "Last seen by", "The last run that saw it and changed the warehouse.", filled=True
    )
    closed_run_id: str = column.text("Closed by", "The run that no longer saw it.", nullable=True)
    formula: str = column.text("Formula", "The arithmetic with the numbers filled in.", nullable=True)
    computed_low: float = column.number(
        "Computed low", "Least value that the arithmetic gives; NULL is open."
    )
    computed_high: float = column.number(
        "Computed high", "Largest value that the arithmetic gives; NULL is open."
    )
    expected_low: float = column.number("Expected low", "Least value that would agree; NULL is open.")
    expected_high: float = column.number("Expected high", "Largest value that would agree; NULL is open.")
    gap: float = column.number("Gap", "Distance between the two intervals.", low=0)
    independent_count: int = column.count(
        "Independent sources", "Stories that state the figures.", nullable=True
    )
    repairs: str = column.text("Repairs", "What would settle it, best first, as a JSON list.", nullable=True)

    class Config(Table.Config):
        """The table."""

        name = "findings"
        title = "Findings"
        description = "What the checks selected, with the evidence."
        metadata = keyed("finding_id", closed_by_a_run="(status = 'closed') = (closed_run_id is not null)")


class FindingFigures(Table):
    """One row a figure of a finding."""

    finding_id: str = column.identity("Finding", "The finding.")
    figure_id: str = column.identity("Figure", "The figure; gone when its article's text was replaced.")
    role: str = column.text(
        "Role", "What the figure is in the arithmetic: total, part, share, ...", filled=True
    )

    class Config(Table.Config):
        """The table."""

        name = "finding_figures"
        title = "Figures of findings"
        description = "The figures of a finding, each with its role."
        metadata = keyed("finding_id", "figure_id", "role")


class AcceptedFindings(Table):
    """One row a finding that a person accepted."""

    finding_id: str = column.identity("Finding", "The finding, whether or not it still exists.")
    reason: str = column.text("Reason", "Why it is accepted.", filled=True)
    accepted_by: str = column.text("Accepted by", "Who accepted it.", nullable=True)
    accepted_at: pl.Datetime = column.plain("Accepted at", "When it was accepted.", "UTC")
    until_on: pl.Date = column.plain("Until", "Last day of the acceptance; NULL: without end.", nullable=True)

    class Config(Table.Config):
        """The table."""

        name = "accepted_findings"
        title = "Accepted findings"
        description = "Findings that a person accepted, with the reason."
        metadata = keyed("finding_id")
