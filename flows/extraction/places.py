"""Where each figure holds."""

from flows.extraction.place_names import find_places, place_table
from flows.extraction.reading import Reading

__all__ = ["assign_places", "find_places", "place_table"]


def assign_places(reading: Reading) -> None:
    """Fill the places of every draft of `reading`."""
