"""Faults of a run in words for a person; `ConfigurationError` is in `flows.configuration`."""


class RunError(Exception):
    """The run cannot go on: says what happened and what to do; the published warehouse is as it was."""
