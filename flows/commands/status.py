"""`crossfoot status`: what the last run ended with, and whether it was too long ago."""

from argparse import Namespace
from datetime import UTC, datetime, timedelta

from flows.commands.serve import duration, shortest
from flows.configuration import Configuration, ConfigurationError
from flows.console import say
from flows.last_run import last_run


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Show the last run that completed.

    Returns:
        What that run ended with; 3 when none has completed within the time that is allowed.
    """
    allowed = _allowed(arguments.within, configuration)
    last = last_run(configuration.warehouse)
    if last is None:
        say(f"crossfoot: no run has completed into {configuration.warehouse}")
        return 3
    age = datetime.now(UTC) - last.finished_at
    print(f"run {last.run_id} completed {_words(age)} ago, exit code {last.exit_code}: {last.message}")
    if allowed is not None and age > allowed:
        say(f"crossfoot: no run has completed for {_words(age)}, allowed are {_words(allowed)}")
        return 3
    return last.exit_code


def _allowed(within: str | None, configuration: Configuration) -> timedelta | None:
    if within is not None:
        return duration(within, "--within")
    try:
        # A run may take its time, and one may be missed.
        return 2 * shortest(configuration)
    except ConfigurationError:
        return None


def _words(length: timedelta) -> str:
    """Return a length of time in its two largest units.

    >>> _words(timedelta(hours=26, minutes=5))
    '1 d 2 h'
    """
    seconds = max(int(length.total_seconds()), 0)
    parts = []
    for unit, size in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {unit}")
    return " ".join(parts[:2]) or "0 s"
