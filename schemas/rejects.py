"""Rejects: what was not loaded, with its reason; nothing is dropped silently."""

from schemas import column
from schemas.base import Table, unindexed


class Rejects(Table):
    """One row a file, record, row or number that was not loaded."""

    reject_id: str = column.identity("Reject", "Hash of place and reason: the same fault is one row.")
    run_id: str = column.text("Run", "The run that first rejected it.", filled=True)
    source: str = column.text("Source", "The file, folder or feed.")
    source_id: str = column.text("Source's id", "The record or file, where it has an id.", nullable=True)
    location: str = column.text("Location", "File and line, for a file or record.", nullable=True)
    article_id: str = column.identity("Article", "The article; NULL for a file or record.", nullable=True)
    field: str = column.choice("Field", "Where in the article it stands.", "text", "title", nullable=True)
    char_start: int = column.count("Start", "First character in the field.", "character", nullable=True)
    char_end: int = column.count("End", "First character after it in the field.", "character", nullable=True)
    quote: str = column.text("Quote", "The words, or the beginning of the record.", nullable=True)
    reason: str = column.text(
        "Reason", "The class of the fault or of what the number is instead.", filled=True
    )
    detail: str = column.text("Detail", "What was wrong, in words.", nullable=True)
    content_hash: str = column.identity(
        "Content", "Hash of a page that is not parsed again, and of what parsed it.", nullable=True
    )

    class Config(Table.Config):
        """The table."""

        name = "rejects"
        title = "Rejects"
        description = "Files, records, rows and numbers that were not loaded, with the reason."
        metadata = unindexed("reject_id", span_in_order="char_start <= char_end")
