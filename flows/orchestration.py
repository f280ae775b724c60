"""Prefect's settings for Crossfoot; must be called before Prefect is imported, which reads them once.

Only what nobody has set is set: in the environment, a profile or a `prefect.toml` a user decides.
"""

import os

DEFAULTS = {
    # Starting Prefect's own temporary server takes 9 to 30 s here; its default limit of 20 s is too short.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    # Nothing leaves the machine.
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
}
# Crossfoot says itself what a person needs to know of a run.
QUIET = {"PREFECT_LOGGING_LEVEL": "CRITICAL", "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL"}


def prepare(*, quiet: bool) -> None:
    """Set the defaults in this process's environment.

    Args:
        quiet: keep Prefect's log off the terminal; runs of a schedule log, runs by hand do not.
    """
    for name, value in {**DEFAULTS, **(QUIET if quiet else {})}.items():
        os.environ.setdefault(name, value)
