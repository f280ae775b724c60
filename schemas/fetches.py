"""What is known of addresses that were asked: so that nothing known is fetched or parsed again."""

import polars as pl

from schemas import column
from schemas.base import Table, keyed


class Fetches(Table):
    """One row an address whose answer was taken in whole."""

    url: str = column.text("URL", "Address of a feed, page or object, as it was asked.", filled=True)
    source: str = column.text("Source", "The source of its articles.")
    final_url: str = column.text(
        "Final URL", "Where redirects led; the validators are this one's.", filled=True
    )
    etag: str = column.text("ETag", "Sent back with the next request.", nullable=True)
    last_modified: str = column.text("Last-Modified", "Sent back with the next request.", nullable=True)
    content_hash: str = column.identity("Content", "Hash of the bytes.", nullable=True)
    settings_hash: str = column.identity(
        "Settings",
        "Hash of the parsers and settings it was read with: with others it is read anew.",
        nullable=True,
    )
    entry_hash: str = column.identity(
        "Entry", "Hash of the feed's entry for which the page was fetched.", nullable=True
    )
    articles: int = column.count("Articles", "Articles that it gave.", "article")
    refused: str = column.text("Refused", "Why it gave no article, where that will not pass.", nullable=True)
    fetched_at: pl.Datetime = column.plain("Fetched at", "When these bytes were fetched.", "UTC")

    class Config(Table.Config):
        """The table."""

        name = "fetches"
        title = "Fetches"
        description = (
            "Feeds, pages and objects that were fetched, each committed together with the articles that it "
            "gave. An answer that nothing has changed leaves the row as it was."
        )
        metadata = keyed("url")


class Hosts(Table):
    """One row a server that was asked."""

    host: str = column.text("Host", "Scheme, name and port.", filled=True)
    robots: str = column.text(
        "Robots", "Its robots.txt; empty: it has none; NULL: it was never read.", nullable=True
    )
    robots_at: pl.Datetime = column.plain("Robots at", "When that was fetched.", "UTC", nullable=True)
    retry_at: pl.Datetime = column.plain(
        "Retry at", "Before this it asked not to be asked.", "UTC", nullable=True
    )

    class Config(Table.Config):
        """The table."""

        name = "hosts"
        title = "Hosts"
        description = "How servers want to be asked. A robots.txt is used for a day."
        metadata = keyed("host")
