"""How the figures of an article hang together, as its words say."""

from flows.extraction.figure import Relation
from flows.extraction.reading import Reading


def find_relations(reading: Reading) -> list[Relation]:
    """Return breakdowns and links between the figures of `reading`, in text order."""
    return []
