"""RSS and Atom: an entry an article, with the text that the feed gives. Parsed in a child."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from flows.sources.article import Article, Items, Options, Refused, SourceError
from flows.sources.child import child
from flows.sources.contents import reader_version
from flows.sources.dating import parse_published
from flows.sources.decoding import require_text
from flows.sources.given import Given
from flows.sources.urls import clean_url

# The largest feeds of news have some thousand entries; beyond this it is a dump under the wrong name.
LARGEST = 16_000_000
# How often such a date is the one of publication; entries that only say when they were updated say less.
CONFIDENCE = {"feed": 0.95, "feed_updated": 0.7}


def read(given: Given, options: Options) -> Items:
    """Give the articles of the entries; one that is none gives the reason.

    Raises:
        SourceError: it is no feed.
    """
    yield from items_of(given, given.read_all(LARGEST), options)


def items_of(given: Given, content: bytes, options: Options) -> Iterator[Article | Refused]:
    """Give the articles of a feed that was read already; an entry that is known is not parsed.

    Raises:
        SourceError: it is no feed.
    """
    memory = options.memory
    hashes = entry_hashes(given, content)
    known = memory.articles(given.source, hashes) if memory is not None else {}
    wanted = [number for number, one in enumerate(hashes) if one not in known]
    entries = {entry["number"]: entry for entry in entries_of(given, content, wanted)}
    for number, one in enumerate(hashes):
        where = f"{given.name}, entry {number + 1}"
        if one in known:
            yield replace(known[one], location=where)
        elif number in entries:
            yield article_of_entry(entries[number], one, given, where, options)


def entry_hashes(given: Given, content: bytes) -> list[str]:
    """Return a hash of each entry of a feed, in its order.

    Raises:
        SourceError: it is no feed.
    """
    if not content.strip():
        raise SourceError("empty", "no feed in it")
    (answer,) = child().ask("feed", {"charset": given.charset, "numbers": None}, content)
    return [str(one) for one in answer["hashes"]]


def entries_of(given: Given, content: bytes, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Give what the entries of these numbers, from 0, say.

    Raises:
        SourceError: it is no feed.
    """
    if numbers:
        yield from child().ask("feed", {"charset": given.charset, "numbers": list(numbers)}, content)


def article_of_entry(
    entry: dict[str, Any], entry_hash: str, given: Given, where: str, options: Options
) -> Article | Refused:
    """Return the article that an entry gives in the feed itself, or why it gives none."""
    url = clean_url(entry["link"])
    entry_id = (url or entry["id"] or f"{given.source_id}:{where}")[:1_000]
    try:
        text = require_text(entry["text"], is_markup_fine=True)
        if len(text.encode()) > options.max_article_bytes:
            raise SourceError("too_large", "an entry above max_article_bytes")
        published = parse_published(entry["published"])
        return Article(
            given.source,
            entry_id,
            text,
            publisher=entry["publisher"],
            title=entry["title"],
            published=published,
            url=url,
            location=where,
            date_source=entry["date_source"] if published else None,
            date_confidence=CONFIDENCE[entry["date_source"]] if published else None,
            content_hash=entry_hash,
            reader_version=reader_version(),
        )
    except SourceError as fault:
        return Refused(given.source, entry_id, fault.reason, fault.detail, where)
