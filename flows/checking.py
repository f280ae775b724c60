"""Run the checks of a run where their answer could be another one, and put what stands into its report."""

from datetime import datetime
from importlib import resources
from pathlib import Path

import duckdb

from flows.configuration import Configuration
from flows.recording import clock
from flows.versions import version_of
from flows.work import Work
from warehouse import checks
from warehouse.acceptances import follow_acceptance_file
from warehouse.evidence import findings_with_evidence
from warehouse.version import get_meta, set_meta

CHECKS_VERSION = "checks_version"
# So many findings are kept with the words behind them; all are in the table `findings`.
FAILING_SHOWN = 100


def forget_checks(connection: duckdb.DuckDBPyConnection) -> None:
    """Let the next check ask everything anew."""
    set_meta(connection, CHECKS_VERSION, "")


def check(work: Work) -> None:
    """Run the checks where their answer could be another one than last time; say what fails."""
    report, connection = work.report, work.connection
    choice = checks_settings(work.settings)
    version = checks_version(work.settings.checks)
    file = work.settings.acceptances
    accepts_otherwise = file is not None and follow_acceptance_file(connection, file, report.started_at)
    is_needed = (
        report.is_changed
        or accepts_otherwise
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
            report.findings_open, report.findings_accepted = result.open, result.accepted
            failing = result.failing
        else:
            counts = connection.execute("select status, count(*) from findings group by status").fetchall()
            report.findings_open = dict(counts).get("open", 0)
            report.findings_accepted = dict(counts).get("accepted", 0)
            failing = checks.failing_findings(connection, choice)
        tell_standing(work, failing)


def checks_settings(settings: Configuration) -> checks.Settings:
    """Return what a user's configuration says about checks."""
    return checks.Settings(settings.fail_on, settings.checks)


def tell_standing(work: Work, failing: list[str]) -> None:
    """Put what stands in the warehouse after a run into its report."""
    report, connection = work.report, work.connection
    (report.figures_total,) = connection.execute("select count(*) from figures").fetchone() or (0,)
    report.failing_ids = failing
    report.failing = findings_with_evidence(connection, failing[:FAILING_SHOWN])


def checks_version(own: Path | None) -> str:
    """Return a hash of all that decides what checks find: the package that runs them, and a user's own.

    And of DuckDB's version, whose hashes are kept as keys of what is compared.
    """
    folders = [Path(str(resources.files("warehouse"))), *([own] if own else [])]
    return version_of(*folders, suffixes=(".py", ".sql"), seed=duckdb.__version__)


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
