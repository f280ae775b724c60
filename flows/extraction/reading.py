"""The shared state of the rules that read one article."""

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
