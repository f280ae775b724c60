"""How the figures of an article hang together, as its words say."""

from flows.extraction.breakdowns import find_breakdowns
from flows.extraction.comparisons import converted, find_comparisons
from flows.extraction.figure import Relation
from flows.extraction.growth import find_changes
from flows.extraction.reading import Reading
from flows.extraction.shapes import shape_sentences
from flows.extraction.shares import find_shares


def find_relations(reading: Reading) -> list[Relation]:
    """Return breakdowns and links between the figures of `reading`, in text order.

    Changes are read first: a former level or a growth figure is no part, share or rival of another.
    """
    if not reading.drafts:
        return []
    shapes = shape_sentences(reading)
    changes = find_changes(reading, shapes)
    comparisons = find_comparisons(reading, shapes, changes)
    found = changes.relations + comparisons
    found += find_shares(reading, shapes, changes)
    found += find_breakdowns(reading, shapes, changes, converted(comparisons))
    return sorted(found, key=lambda relation: (relation.start, relation.end, relation.kind, relation.rule))
