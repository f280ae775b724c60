"""The shared state of the rules that read one article."""

from bisect import bisect_left

from flows.extraction.figure import Dated, Draft, Name, Reject, Relation, WordedShare
from flows.extraction.text.document import Document
from schemas.reference import Reference


class Reading:
    """All that was read from one text so far.

    Attributes:
        published: the publication date as given: YYYY, YYYY-MM, YYYY-MM-DD or None.
        titles: the figures of its headline, where that stands apart.
        dates, names, drafts, rejects, relations, worded_shares: in text order.
        shared: what one rule computed and later ones use again (clauses, for instance), by name.
    """

    def __init__(
        self, document: Document, title: str | None, published: str | None, reference: Reference
    ) -> None:
        self.document = document
        self.title = title
        self.published = published
        self.reference = reference
        self.dates: list[Dated] = []
        self.names: list[Name] = []
        self.drafts: list[Draft] = []
        self.rejects: list[Reject] = []
        self.relations: list[Relation] = []
        self.worded_shares: list[WordedShare] = []
        self.shared: dict[str, object] = {}
        self.titles: list[Draft] = []

    def names_between(self, first: int, last: int) -> list[Name]:
        """Return the names that begin among tokens ``[first, last)``."""
        names = self.names
        return names[bisect_left(names, first, key=_first) : bisect_left(names, last, key=_first)]


def _first(name: Name) -> int:
    return name.first
