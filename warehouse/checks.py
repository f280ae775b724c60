"""Run the checks, and keep the findings: opened, still open, accepted, closed, opened again.

A check that cannot run stops the run: a warehouse that was not checked is not published as if it were.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

import duckdb

from warehouse.acceptances import read_acceptances, stale_acceptances
from warehouse.check_files import (
    Check,
    CheckError,
    own_checks,
    shipped_checks,
)
from warehouse.check_scope import (
    Answer,
    has_few_figures,
    make_macros,
    optimize,
    origins,
    over_all,
    parsed,
    prepare,
    read_also,
    release,
    sparingly,
    suited,
    unneeded,
)
from warehouse.connected import (
    RELATIONS_EXCLUDE_EACH_OTHER,
    Relation,
    components,
    relations_exclude_each_other,
)
from warehouse.feasible import PERIOD_EXCEEDS_CUMULATIVE, period_exceeds_cumulative
from warehouse.found import Found, figure_ids, read_rows
from warehouse.lifecycle import record
from warehouse.repairs import add_evidence
from warehouse.sandbox import run_own
from warehouse.touched import keeps_compared, touched_findings

FAIL_ON = ("contradiction", "tension")
# What more articles than these can touch costs as much to find and to hold as everything there is; so does
# what any number can touch where there is little.
PARTIAL_AT_MOST = 5_000
# What SQL cannot say: whether values exist that fit all that is stated. Asked of the warehouse, and of the
# relations that share figures.
Program = Callable[[duckdb.DuckDBPyConnection, list[list[Relation]]], list[Found]]
PROGRAMS: tuple[tuple[Check, Program], ...] = (
    (PERIOD_EXCEEDS_CUMULATIVE, lambda connection, _: period_exceeds_cumulative(connection)),
    (RELATIONS_EXCLUDE_EACH_OTHER, lambda _, connected: relations_exclude_each_other(connected)),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user decides about checks.

    Attributes:
        fail_on: "tension": contradictions and tensions of error checks fail a run; "contradiction": only
            contradictions do.
        folder: the user's own checks, or None.
    """

    fail_on: str = "tension"
    folder: Path | None = None

    def __post_init__(self) -> None:
        if self.fail_on not in FAIL_ON:
            raise CheckError(f"fail_on = {self.fail_on!r}; expected one of {', '.join(FAIL_ON)}")


@dataclass(slots=True)
class CheckReport:
    """What the checks of one run say.

    Attributes:
        new, reopened, closed: findings that this run opened, opened again, closed.
        open, accepted: findings in that state after the run, notes included.
        failing: ids of the open findings that fail the run, worst first.
        stale: acceptances whose finding is gone, and expired: those past their date.
        found: findings that each check selected in this run, by check.
    """

    new: int = 0
    reopened: int = 0
    closed: int = 0
    open: int = 0
    accepted: int = 0
    failing: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    expired: list[str] = field(default_factory=list)
    found: dict[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether the run fails."""
        return bool(self.failing)


def all_checks(settings: Settings) -> list[Check]:
    """Return the shipped checks and the user's, by name."""
    own = own_checks(settings.folder) if settings.folder is not None else []
    return [
        *sorted([*shipped_checks(), *(check for check, _ in PROGRAMS)], key=attrgetter("name")),
        *own,
    ]


def get_ready(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Parse what checks ask, piece by piece, for one who has the time to; `run_checks` does it else."""
    yield from make_macros(connection)
    texts: list[str] = []
    for check in shipped_checks():
        texts += check.steps() if check.first else (check.query,)
    for text in texts:
        parsed(connection, text)
        yield


def run_checks(
    connection: duckdb.DuckDBPyConnection,
    run_id: str,
    at: datetime,
    settings: Settings | None = None,
    articles: Collection[str] | None = None,
) -> CheckReport:
    """Run every check, update `findings` and `finding_figures`, and say what fails.

    Args:
        connection: an open warehouse, writable.
        run_id: the run that sees the findings.
        at: the time of the run; acceptances end by it.
        settings: a user's decisions; None takes the defaults.
        articles: ids of the articles that were added, read again or replaced since the last checks; only
            what they can touch is checked. None checks everything.

    Raises:
        CheckError: a check cannot be read or run.
    """
    if articles is not None and (
        len(articles) > PARTIAL_AT_MOST or has_few_figures(connection) or not keeps_compared(connection)
    ):
        articles = None
    with suited(connection, articles):
        return _run_checks(connection, run_id, at, settings or Settings(), articles)


def _run_checks(
    connection: duckdb.DuckDBPyConnection,
    run_id: str,
    at: datetime,
    settings: Settings,
    articles: Collection[str] | None,
) -> CheckReport:
    checks = all_checks(settings)
    is_partial = articles is not None
    prepare(connection, articles)
    connected = components(connection)
    results = _results(connection, checks, connected, articles)
    found = [one for _, rows in results for one in rows]
    with over_all(connection, articles):
        voices = origins(connection, figure_ids(found), prepared=True)
    covered = touched_findings(connection, checks) if is_partial else standing_findings(connection)
    # Of these articles `checkable_figures` is there.
    held = articles
    own = [check for check in checks if check.is_own]
    if own and is_partial:
        # A user's check says nothing of how far it looks: it always sees everything.
        release(connection)
        held = ()
    with over_all(connection, articles):
        for check, rows in run_own(connection, own):
            results.append((check, rows))
            found += rows
        voices |= origins(connection, figure_ids(found) - voices.keys(), prepared=False)
    with over_all(connection, articles) if own else nullcontext():
        add_evidence(connection, found, connected, voices, held)
    if is_partial:
        # Findings are looked up among all.
        optimize(connection, is_on=True)
    acceptances = read_acceptances(connection)
    change = record(connection, run_id, at, found, covered, acceptances)
    standing = dict(connection.execute("select status, count(*) from findings group by status").fetchall())
    stale, expired = stale_acceptances(connection, acceptances, at)
    return CheckReport(
        new=change.new,
        reopened=change.reopened,
        closed=change.closed,
        open=standing.get("open", 0),
        accepted=standing.get("accepted", 0),
        failing=failing_findings(connection, settings),
        stale=stale,
        expired=expired,
        found={check.name: len(rows) for check, rows in results},
    )


def standing_findings(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the ids of all findings that are not closed."""
    rows = connection.execute("select finding_id from findings where status <> 'closed'").fetchall()
    return {finding_id for (finding_id,) in rows}


def failing_findings(connection: duckdb.DuckDBPyConnection, settings: Settings) -> list[str]:
    """Return the ids of the open findings that fail a run, contradictions first."""
    certainties = ["contradiction"] if settings.fail_on == "contradiction" else list(FAIL_ON)
    rows = connection.execute(
        """
        select finding_id from findings
        where status = 'open' and severity = 'error' and certainty in (select unnest($certainties))
        order by certainty, check_name, finding_id
        """,
        {"certainties": certainties},
    ).fetchall()
    return [finding_id for (finding_id,) in rows]


def _results(
    connection: duckdb.DuckDBPyConnection,
    checks: Iterable[Check],
    connected: list[list[Relation]],
    articles: Collection[str] | None,
) -> list[tuple[Check, list[Found]]]:
    programs = {check.name: program for check, program in PROGRAMS}
    shipped = [check for check in checks if not check.is_own]
    idle = unneeded(connection, shipped, is_partial=articles is not None)
    in_steps = articles is not None or has_few_figures(connection)
    results: list[tuple[Check, list[Found]]] = []
    waiting: list[tuple[Check, str]] = []
    for check in shipped:
        query = check.query
        if check.name in idle:
            results.append((check, []))
            continue
        if program := programs.get(check.name):
            results.append((check, program(connection, connected)))
            continue
        if in_steps and check.first:
            first, query = check.steps()
            if not _ask(connection, check, partial(_is_any, connection, first)):
                results.append((check, []))
                continue
        if check.reads and articles is not None:
            waiting.append((check, query))
        else:
            results.append((check, _select(connection, check, query)))
    if articles is not None:
        _read_others(connection, results, [check for check, _ in waiting], articles)
    return results + [(check, _select(connection, check, query)) for check, query in waiting]


def _read_others(
    connection: duckdb.DuckDBPyConnection,
    results: Iterable[tuple[Check, list[Found]]],
    waiting: Iterable[Check],
    articles: Collection[str],
) -> None:
    """Let also be read the articles that checks wait for, and those in which a repair will be sought."""
    disputed = figure_ids(one for _, found in results for one in found if one.certainty != "note")
    named = [f"select {figure}.figure_id from {check.first}" for check in waiting for figure in check.reads]
    with over_all(connection, articles):
        read_also(connection, "\nunion all\n".join(["select unnest($ids)", *named]), ids=sorted(disputed))


def _select(connection: duckdb.DuckDBPyConnection, check: Check, query: str) -> list[Found]:
    names, rows = _ask(connection, check, partial(_answered, connection, query))
    return read_rows(check, names, rows)


def _ask(connection: duckdb.DuckDBPyConnection, check: Check, ask: Callable[[], Answer]) -> Answer:
    try:
        return sparingly(connection, ask)
    except duckdb.OutOfMemoryException:
        # No fault of the check.
        raise
    except duckdb.Error as error:
        raise CheckError(f"check {check.name} cannot run: {error}") from error


def _is_any(connection: duckdb.DuckDBPyConnection, first: str) -> bool:
    (count,) = connection.execute(parsed(connection, first)[0]).fetchone() or (0,)
    return bool(count)


def _answered(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    result = connection.execute(parsed(connection, query)[0])
    return [column[0] for column in result.description or ()], result.fetchall()
