"""Articles, and the sightings that say which source shows which text."""

import polars as pl

from schemas import column
from schemas.base import Table, keyed

PRECISIONS = ("day", "month", "year")


class Articles(Table):
    """One row a text, however many sources show it."""

    article_id: str = column.identity("Article", "Hash of the text.")
    source_id: str = column.text("Source's id", "The sighting that gives the row's metadata.", filled=True)
    source: str = column.text("Source", "Where it was read: a file, folder or feed.")
    publisher: str = column.text("Publisher", "Who published it.", nullable=True)
    title: str = column.text(
        "Title", "The headline, where the source gives it apart from the text.", nullable=True
    )
    url: str = column.text("URL", "Address of the article.", nullable=True)
    published_on: pl.Date = column.plain(
        "Published on", "First day of the publication date at its precision.", nullable=True
    )
    published_precision: str = column.choice(
        "Precision", "How precise the publication date is.", *PRECISIONS, nullable=True
    )
    published: str = column.text("Published", "The publication date as the source gives it.", nullable=True)
    date_source: str = column.text(
        "Date's source",
        "Where the date was found: meta, json-ld, url, time, markup, feed, ...",
        nullable=True,
    )
    date_confidence: float = column.number(
        "Date's confidence", "How often a date found there is right.", "fraction", low=0, high=1
    )
    licence: str = column.text("Licence", "Under what it may be used, as a person set it.", nullable=True)
    retrieved_at: pl.Datetime = column.plain(
        "Retrieved at", "When the text was first read or fetched.", "UTC", nullable=True
    )
    text: str = column.text(
        "Text", "The text as given; offsets of figures count its characters.", filled=True
    )
    story_id: str = column.text(
        "Story", "Articles of one story have one origin (see copies); NULL: it has no copy.", nullable=True
    )
    language: str = column.text("Language", "ISO 639 code, where it was determined.", nullable=True)
    superseded_by: str = column.identity(
        "Superseded by",
        "The newer text of the source that showed this one last; its figures are gone.",
        nullable=True,
    )
    reading_key: str = column.identity(
        "Reading", "Hash of all that the figures depend on; NULL: must be read again.", nullable=True
    )
    first_run_id: str = column.text("First run", "The run that loaded the text.", filled=True)
    last_run_id: str = column.text(
        "Last run", "The run that last changed the row or its figures.", filled=True
    )

    class Config(Table.Config):
        """The table."""

        name = "articles"
        title = "Articles"
        description = "One row a text, however many sources show it. Superseded texts stay, without figures."
        metadata = keyed(
            "article_id",
            date_has_precision="(published_on is null) = (published_precision is null)",
            not_superseded_by_itself="superseded_by <> article_id",
        )


class Sightings(Table):
    """One row a source's id: the text that it shows now."""

    source: str = column.text("Source", "Where it was read: a file, folder or feed.")
    source_id: str = column.text("Source's id", "The record's id or the file's name there.", filled=True)
    article_id: str = column.identity("Article", "The text that the source shows now.")
    publisher: str = column.text("Publisher", "Who published it.", nullable=True)
    title: str = column.text("Title", "The headline as this source gives it.", nullable=True)
    url: str = column.text("URL", "Address of the article.", nullable=True)
    published: str = column.text("Published", "The publication date as this source gives it.", nullable=True)
    date_source: str = column.text(
        "Date's source",
        "Where the date was found: meta, json-ld, url, time, markup, feed, ...",
        nullable=True,
    )
    date_confidence: float = column.number(
        "Date's confidence", "How often a date found there is right.", "fraction", low=0, high=1
    )
    licence: str = column.text("Licence", "Under what it may be used, as a person set it.", nullable=True)
    retrieved_at: pl.Datetime = column.plain(
        "Retrieved at", "When this source first showed this text.", "UTC", nullable=True
    )
    content_hash: str = column.identity(
        "Content", "Hash of the bytes of a page or entry that the text was got out of.", nullable=True
    )
    reader_version: str = column.identity("Reader's version", "What got the text out of them.", nullable=True)
    first_run_id: str = column.text("First run", "The run that first saw the id.", filled=True)
    last_run_id: str = column.text("Last run", "The run that last changed the row.", filled=True)

    class Config(Table.Config):
        """The table."""

        name = "sightings"
        title = "Sightings"
        description = "Which source shows which text. Several may show the same; it is one article."
        metadata = keyed("source", "source_id")
