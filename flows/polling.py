"""When the sources of the settings were read last, so that each is read as often as its settings say.

Kept beside the warehouse and not in it: a poll that finds nothing new leaves the warehouse as it was. What
is lost with the file is one poll too many.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from flows.source_settings import NamedSource

# A schedule that starts a little sooner than the last time must not pass a source over.
EARLY = 0.05


def state_folder(warehouse: Path) -> Path:
    """Return the folder of what a run keeps beside its warehouse."""
    return warehouse.with_name(f".{warehouse.name}.state")


class Polls:
    """The times of polls, in a file of the state folder."""

    def __init__(self, warehouse: Path):
        self.path = state_folder(warehouse) / "polls.json"

    def due(self, sources: Sequence[NamedSource], now: datetime) -> list[NamedSource]:
        """Return the sources that are to be read now."""
        times = self._times()

        def is_due(source: NamedSource) -> bool:
            last = times.get(source.name)
            if source.every is None or last is None or last > now:
                return True
            return now - last >= source.every - min(source.every * EARLY, timedelta(minutes=1))

        return [source for source in sources if is_due(source)]

    def mark(self, names: Iterable[str], now: datetime) -> None:
        """Write that these sources were read."""
        times = self._times() | dict.fromkeys(names, now)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_suffix(".new")
        new.write_text(
            json.dumps({name: at.isoformat() for name, at in sorted(times.items())}), encoding="utf-8"
        )
        new.replace(self.path)

    def _times(self) -> dict[str, datetime]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            return {name: datetime.fromisoformat(at) for name, at in found.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            # Missing or damaged: everything is due.
            return {}
