"""The life of findings: opened, open, accepted, closed, opened again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb
import polars as pl

from warehouse import arrow
from warehouse.acceptances import Acceptance
from warehouse.found import Found

TEXTS = ("finding_id", "check_name", "severity", "certainty", "message", "status")
RUNS = ("opened_run_id", "last_seen_run_id", "closed_run_id")
NUMBERS = ("computed_low", "computed_high", "expected_low", "expected_high", "gap")
SCHEMA: dict[str, Any] = {
    **dict.fromkeys((*TEXTS, *RUNS, "formula"), pl.String),
    **dict.fromkeys(NUMBERS, pl.Float64),
    "independent_count": pl.Int64,
    "repairs": pl.String,
}


@dataclass(frozen=True, slots=True)
class Change:
    """How many findings a run opened, opened again and closed."""

    new: int
    reopened: int
    closed: int


def record(
    connection: duckdb.DuckDBPyConnection,
    run_id: str,
    at: datetime,
    found: Sequence[Found],
    covered: Collection[str],
    acceptances: Mapping[str, Acceptance],
) -> Change:
    """Bring `findings` and `finding_figures` to what this run found.

    Args:
        connection: an open warehouse, writable.
        run_id: the run.
        at: its time, by which acceptances end.
        found: what the checks selected.
        covered: standing findings that the checks would have selected again; those not in `found` close.
        acceptances: by finding.
    """
    found = sorted({one.finding_id: one for one in found}.values(), key=lambda one: one.finding_id)
    ids = {one.finding_id for one in found}
    known = connection.execute(
        "select finding_id, status, opened_run_id from findings where finding_id in (select unnest($ids))",
        {"ids": sorted(ids)},
    ).fetchall()
    states = {finding_id: (status, opened_run_id) for finding_id, status, opened_run_id in known}
    new = sum(one.finding_id not in states for one in found)
    reopened = sum(states.get(one.finding_id, ("",))[0] == "closed" for one in found)
    gone = sorted(set(covered) - ids)
    rows = [
        {
            **one.row(),
            "status": "open",
            "opened_run_id": states[one.finding_id][1] if one.finding_id in states else run_id,
            "last_seen_run_id": run_id,
            "closed_run_id": None,
        }
        for one in found
    ]
    _write(connection, rows, found, has_known=bool(states))
    if gone:
        connection.execute(
            """
            update findings set status = 'closed', closed_run_id = $run_id
            where finding_id in (select unnest($gone)) and status <> 'closed'
            """,
            {"run_id": run_id, "gone": gone},
        )
    accepted = sorted(finding_id for finding_id, one in acceptances.items() if one.holds_at(at))
    connection.execute(
        """
        update findings set status = case status when 'open' then 'accepted' else 'open' end
        where status <> 'closed' and (status = 'accepted') <> (finding_id in (select unnest($accepted)))
        """,
        {"accepted": accepted},
    )
    return Change(new, reopened, len(gone))


def _write(
    connection: duckdb.DuckDBPyConnection,
    rows: list[dict[str, Any]],
    found: Sequence[Found],
    *,
    has_known: bool,
) -> None:
    if not rows:
        return
    columns = ", ".join(SCHEMA)
    figures = pl.DataFrame(
        [(one.finding_id, figure_id, role) for one in found for figure_id, role in one.figures],
        schema=["finding_id", "figure_id", "role"],
        orient="row",
    )
    # To write over costs more than to write.
    over, unless_there = ("or replace", "or ignore") if has_known else ("", "")
    with arrow.given(connection, found_frame=pl.DataFrame(rows, schema=SCHEMA), figure_frame=figures):
        connection.execute(f"insert {over} into findings ({columns}) select {columns} from found_frame")
        if has_known:
            connection.execute(
                """
                delete from finding_figures
                where finding_id in (select finding_id from found_frame)
                    and (finding_id, figure_id, role) not in (from figure_frame)
                """
            )
        connection.execute(
            f"""
            insert {unless_there} into finding_figures (finding_id, figure_id, role)
            select finding_id, figure_id, role from figure_frame
            """
        )
