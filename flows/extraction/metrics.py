"""What each figure measures."""

from flows.extraction.reading import Reading


def assign_metrics(reading: Reading) -> None:
    """Fill the metrics of every draft of `reading`."""
