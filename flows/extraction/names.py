"""Proper names of a document and the entities they stand for."""

from flows.extraction.document import Document
from flows.extraction.figure import Name
from schemas.reference import Reference


def find_names(document: Document, title: str | None, reference: Reference) -> list[Name]:
    """Return the proper names of `document`, in text order."""
    return []
