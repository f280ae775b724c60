"""Who claims a figure, and whether it is reported, a forecast or a target."""

from flows.extraction.reading import Reading


def assign_status(reading: Reading) -> None:
    """Fill the status of every draft of `reading`."""
