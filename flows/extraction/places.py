"""Where each figure holds."""

from flows.extraction.reading import Reading


def assign_places(reading: Reading) -> None:
    """Fill the places of every draft of `reading`."""
