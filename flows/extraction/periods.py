"""When each figure holds."""

from flows.extraction.reading import Reading


def assign_periods(reading: Reading) -> None:
    """Fill the periods of every draft of `reading`."""
