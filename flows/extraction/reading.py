"""The shared state of the rules that read one article."""

from bisect import bisect_left
from dataclasses import dataclass, field

from flows.extraction.document import Document
from flows.extraction.figure import Dated, Draft, Name, Reject, Relation
from schemas.reference import Reference


@dataclass(slots=True)
class Reading:
    """All that was read from one text so far.

    Attributes:
        published: the publication date as given: YYYY, YYYY-MM, YYYY-MM-DD or None.
        dates, names, drafts, rejects, relations: in text order.
        shared: what one rule computed and later ones use again (clauses, for instance), by name.
    """

    document: Document
    title: str | None
    published: str | None
    reference: Reference
    dates: list[Dated] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    shared: dict[str, object] = field(default_factory=dict)

    def names_between(self, first: int, last: int) -> list[Name]:
        """Return the names that begin among tokens ``[first, last)``."""
        names = self.names
        return names[bisect_left(names, first, key=_first) : bisect_left(names, last, key=_first)]


def _first(name: Name) -> int:
    return name.first
