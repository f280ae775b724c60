"""The last run that completed, beside the warehouse: a run without news leaves the warehouse as it was."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from flows.polling import state_folder
from flows.report import RunReport


@dataclass(frozen=True, slots=True)
class LastRun:
    """What is asked of a run afterwards.

    Attributes:
        run_id: the run.
        finished_at: when, in UTC.
        exit_code: what it ended with.
        message: one sentence that names what fails.
    """

    run_id: str
    finished_at: datetime
    exit_code: int
    message: str


def note(report: RunReport) -> None:
    """Write that a run has completed."""
    last = LastRun(report.run_id, datetime.now(UTC), report.exit_code, report.message)
    path = _path(Path(report.warehouse))
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text(json.dumps(asdict(last) | {"finished_at": last.finished_at.isoformat()}), encoding="utf-8")
    new.replace(path)


def last_run(warehouse: Path) -> LastRun | None:
    """Return the last run that completed; None: there is none, or its file is damaged."""
    try:
        found = json.loads(_path(warehouse).read_text(encoding="utf-8"))
        return LastRun(**found | {"finished_at": datetime.fromisoformat(found["finished_at"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _path(warehouse: Path) -> Path:
    return state_folder(warehouse) / "last-run.json"
