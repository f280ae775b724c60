"""Findings that a person accepts, with a reason: they stay visible and fail no run.

Acceptances can be kept under version control as a CSV with the columns `finding_id`, `reason`, `until`
(the last day, YYYY-MM-DD, may be empty) and `accepted_by` (may be empty). Where the settings name one, it
decides: what is taken out of it is no longer accepted. Other columns are a person's own, and stay.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import duckdb

from warehouse.errors import AcceptanceError as AcceptanceError

COLUMNS = ("finding_id", "reason", "until", "accepted_by")
FINDING_ID = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One accepted finding; `until` is its last day, None is without end."""

    finding_id: str
    reason: str
    until: date | None = None
    accepted_by: str | None = None

    def holds_at(self, at: datetime) -> bool:
        """Whether it still holds at that time."""
        return self.until is None or at.date() <= self.until


def accept(
    connection: duckdb.DuckDBPyConnection,
    finding_id: str,
    reason: str,
    at: datetime,
    until: date | None = None,
    accepted_by: str | None = None,
) -> Acceptance:
    """Accept a finding of the warehouse and return how; accepting it again replaces reason and date.

    Raises:
        AcceptanceError: no such finding, no reason, or a last day that is past.
    """
    if not reason.strip():
        raise AcceptanceError("an acceptance needs a reason: say why the finding is no error")
    known = connection.execute("select 1 from findings where finding_id = ?", [finding_id]).fetchone()
    if known is None:
        raise AcceptanceError(
            f"finding {finding_id}: not in the warehouse; `crossfoot findings --all` lists them"
        )
    accepted = Acceptance(finding_id, reason.strip(), until, accepted_by)
    if not accepted.holds_at(at):
        raise AcceptanceError(f"an acceptance until {until} is past already: today is {at.date()}")
    write_acceptances(connection, [accepted], at)
    connection.execute(
        "update findings set status = 'accepted' where finding_id = ? and status = 'open'", [finding_id]
    )
    return accepted


def write_acceptances(
    connection: duckdb.DuckDBPyConnection, acceptances: list[Acceptance], at: datetime
) -> None:
    """Add acceptances to the warehouse, whether or not their findings exist (yet, or any more)."""
    for one in acceptances:
        connection.execute(
            """
            insert or replace into accepted_findings (finding_id, reason, accepted_by, accepted_at, until_on)
            values (?, ?, ?, ?, ?)
            """,
            [one.finding_id, one.reason, one.accepted_by, at, one.until],
        )


def read_acceptances(connection: duckdb.DuckDBPyConnection) -> dict[str, Acceptance]:
    """Return the acceptances of a warehouse by finding."""
    rows = connection.execute(
        "select finding_id, reason, until_on, accepted_by from accepted_findings order by finding_id"
    ).fetchall()
    return {row[0]: Acceptance(*row) for row in rows}


def read_acceptance_file(path: Path) -> list[Acceptance]:
    """Read a CSV of acceptances.

    Raises:
        AcceptanceError: an unreadable file, a missing column, a row without id or reason, a wrong date.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := [name for name in COLUMNS[:2] if name not in (reader.fieldnames or ())]:
                raise AcceptanceError(
                    f"{path}: no column {', '.join(missing)}; expected {', '.join(COLUMNS)}"
                )
            return [_parsed(row, f"{path}, line {number}") for number, row in enumerate(reader, start=2)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AcceptanceError(f"{path}: cannot be read ({error})") from error


def follow_acceptance_file(connection: duckdb.DuckDBPyConnection, path: Path, at: datetime) -> bool:
    """Let the warehouse accept what the file does, and nothing else; return whether that changes anything.

    Raises:
        AcceptanceError: the file cannot be used.
    """
    wanted = {one.finding_id: one for one in read_acceptance_file(path)}
    known = read_acceptances(connection)
    gone = sorted(known.keys() - wanted.keys())
    changed = [one for key, one in wanted.items() if known.get(key) != one]
    connection.execute(
        "delete from accepted_findings where finding_id in (select unnest($gone))", {"gone": gone}
    )
    write_acceptances(connection, changed, at)
    return bool(gone or changed)


def add_to_acceptance_file(path: Path, acceptance: Acceptance) -> None:
    """Write an acceptance into the file, in place of an earlier one of the same finding.

    Raises:
        AcceptanceError: the file cannot be used.
    """
    read_acceptance_file(path)
    until = acceptance.until.isoformat() if acceptance.until else ""
    said = (acceptance.finding_id, acceptance.reason, until, acceptance.accepted_by or "")
    row = dict(zip(COLUMNS, said, strict=True))
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            columns = list(dict.fromkeys([*(reader.fieldnames or ()), *COLUMNS]))
            rows = list(reader)
        # Of several rows the last one holds.
        before = [one for one in rows if one["finding_id"].strip() == acceptance.finding_id]
        if before:
            before[-1].update(row)
        else:
            rows.append(row)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    except OSError as error:
        raise AcceptanceError(f"{path}: cannot be written ({error})") from error


def stale_acceptances(
    connection: duckdb.DuckDBPyConnection, acceptances: Mapping[str, Acceptance], at: datetime
) -> tuple[list[str], list[str]]:
    """Return the acceptances whose finding is gone or closed, and those past their date."""
    rows = connection.execute(
        "select finding_id from findings where status <> 'closed' and finding_id in (select unnest($ids))",
        {"ids": list(acceptances)},
    ).fetchall()
    standing = {finding_id for (finding_id,) in rows}
    stale = sorted(set(acceptances) - standing)
    expired = sorted(key for key, one in acceptances.items() if key in standing and not one.holds_at(at))
    return stale, expired


def _parsed(row: dict[str, str], where: str) -> Acceptance:
    finding_id, reason = (row.get("finding_id") or "").strip(), (row.get("reason") or "").strip()
    if not finding_id or not reason:
        raise AcceptanceError(f"{where}: finding_id and reason must both be given")
    if not FINDING_ID.fullmatch(finding_id):
        raise AcceptanceError(f"{where}: finding_id {finding_id!r}; expected all 16 digits of it")
    until = (row.get("until") or "").strip()
    try:
        return Acceptance(
            finding_id,
            reason,
            date.fromisoformat(until) if until else None,
            (row.get("accepted_by") or "").strip() or None,
        )
    except ValueError as error:
        raise AcceptanceError(f"{where}: until {until!r}; expected a date like 2030-12-31") from error
