"""`crossfoot serve`: the flow on a schedule, until it is stopped."""

import asyncio
import re
import signal
from argparse import Namespace
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from flows import orchestration
from flows.configuration import Configuration, ConfigurationError
from flows.console import say
from flows.ordering import order_of
from flows.sources.source import Source

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
NAME = "crossfoot"


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Serve the flow with its schedule from this process; runs start here, one at a time."""
    if arguments.cron:
        check_cron(arguments.cron)
        every = None
    else:
        every = duration(arguments.every) if arguments.every else shortest(configuration)
    # Before a server is asked: a source that cannot be read is told at once.
    order_of(configuration, arguments.sources, follow=arguments.follow)
    orchestration.prepare(quiet=False)
    from prefect.runner import Runner
    from prefect.types.entrypoint import EntrypointType

    from flows.pipeline import crossfoot

    class Serving(Runner):
        """A runner that SIGTERM, which service managers send, ends as Ctrl-C does.

        Prefect's own handler exits from within whatever the loop is at, which then ends with a traceback or a
        warning that something was never awaited.
        """

        def handle_sigterm(self, *_: Any, **__: Any) -> None:
            signal.raise_signal(signal.SIGINT)

    # A restart must find its schedule as it was. The warehouse has one writer; what is due meanwhile waits.
    runner = Serving(name=NAME, pause_on_shutdown=False, limit=1)
    runner.add_flow(
        crossfoot,
        name=NAME,
        cron=arguments.cron,
        interval=every,
        parameters={
            # Runs may start in another folder.
            "sources": [_placed(source, configuration) for source in arguments.sources],
            "follow": arguments.follow,
            "warehouse": str(configuration.warehouse.absolute()),
            "configuration": str(arguments.config.absolute()) if arguments.config else None,
        },
        concurrency_limit=1,
        # By file path the module would be loaded twice, under another name.
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    served = arguments.sources or [one.name for one in configuration.sources]
    say(f"serving {', '.join(served)}; stop with Ctrl-C")
    with suppress(KeyboardInterrupt):
        asyncio.run(runner.start())
    return 0


def shortest(configuration: Configuration) -> timedelta:
    """Return how often the source is read that is read most often; each run reads those that are due.

    Raises:
        ConfigurationError: the settings do not say.
    """
    found = [one.every for one in configuration.sources if one.every is not None]
    if not found:
        raise ConfigurationError(
            "how often? Give --every or --cron, or sources with every = in crossfoot.toml"
        )
    return max(min(found), timedelta(seconds=10))


def _placed(source: str, configuration: Configuration) -> str:
    """Return a path as it is from anywhere; names and addresses are."""
    is_name = any(one.name == source for one in configuration.sources)
    return source if is_name or Source(source).scheme else str(Path(source).absolute())


def duration(written: str, option: str = "--every") -> timedelta:
    """Return a duration like 90s, 30m, 6h or 1d.

    Raises:
        ConfigurationError: it is no such duration, or below ten seconds.
    """
    match = re.fullmatch(r"(\d{1,6})\s*([smhd])", written.strip())
    if match is None:
        raise ConfigurationError(f"{option} {written!r} is no duration; give 90s, 30m, 6h or 1d")
    length = timedelta(**{UNITS[match[2]]: int(match[1])})
    if length < timedelta(seconds=10):
        raise ConfigurationError(f"{option} {written!r} is too often; a run needs some seconds")
    return length


def check_cron(written: str) -> None:
    """Refuse what is no cron expression, before a server is asked.

    Raises:
        ConfigurationError: it is none.
    """
    fields = written.split()
    if len(fields) != 5 or not all(re.fullmatch(r"[\d*/,\-A-Za-z#?L]+", one) for one in fields):
        raise ConfigurationError(
            f"--cron {written!r} is no schedule; give five fields "
            '(minute hour day month weekday), like "5 * * * *"'
        )
