"""RSS and Atom: an entry an article, with the text that the feed gives. Parsed in a child."""

from collections.abc import Iterator
from typing import Any

from flows.sources.article import Article, Items, Options, Refused, SourceError
from flows.sources.child import child
from flows.sources.dating import parse_published
from flows.sources.decoding import require_text
from flows.sources.given import Given
from flows.sources.urls import clean_url

# The largest feeds of news have some thousand entries; beyond this it is a dump under the wrong name.
LARGEST = 16_000_000


def read(given: Given, options: Options) -> Items:
    """Give the articles of the entries; one that is none gives the reason.

    Raises:
        SourceError: it is no feed.
    """
    yield from items_of(given, given.read_all(LARGEST), options)


def items_of(given: Given, content: bytes, options: Options) -> Iterator[Article | Refused]:
    """Give the articles of a feed that was read already.

    Raises:
        SourceError: it is no feed.
    """
    if not content.strip():
        raise SourceError("empty", "no feed in it")
    for number, entry in enumerate(child().ask("feed", {"charset": given.charset}, content), 1):
        yield _item(entry, given, number, options)


def _item(entry: dict[str, Any], given: Given, number: int, options: Options) -> Article | Refused:
    where = f"{given.name}, entry {number}"
    url = clean_url(entry["link"])
    entry_id = (url or entry["id"] or f"{given.source_id}:{number}")[:1_000]
    try:
        text = require_text(entry["text"], is_markup_fine=True)
        if len(text.encode()) > options.max_article_bytes:
            raise SourceError("too_large", "an entry above max_article_bytes")
        return Article(
            given.source,
            entry_id,
            text,
            publisher=entry["publisher"],
            title=entry["title"],
            published=parse_published(entry["published"]),
            url=url,
            location=where,
            date_source="feed" if entry["published"] else None,
            date_confidence=0.95 if entry["published"] else None,
        )
    except SourceError as fault:
        return Refused(given.source, entry_id, fault.reason, fault.detail, where)
