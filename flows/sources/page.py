"""HTML pages: one page, one article; parsed in a child."""

from dataclasses import replace

from flows.sources.article import Article, Items, Options, SourceError
from flows.sources.child import child
from flows.sources.contents import content_hash, reader_version
from flows.sources.dating import parse_published
from flows.sources.decoding import require_text
from flows.sources.given import Given
from flows.sources.memory import NoMemory
from flows.sources.urls import clean_url, own_address

# A page is some fifty times the size of its text, and few are above one megabyte.
PAGE_FACTOR = 4


def read(given: Given, options: Options) -> Items:
    """Give the page's article.

    Raises:
        SourceError: there is none.
    """
    content = given.read_all(options.max_article_bytes * PAGE_FACTOR)
    if not content.strip():
        raise SourceError("empty", "no text in it")
    yield article_of(given, content, options)


def article_of(given: Given, content: bytes, options: Options) -> Article:
    """Return the article of a page that was read already; one whose bytes are known is not parsed.

    Raises:
        SourceError: there is none.
    """
    memory = options.memory or NoMemory()
    key = content_hash(content, given.url, given.charset, options.published)
    if known := memory.articles(given.source, [key]).get(key):
        # One file may be the copy of another; pages at addresses say themselves which one they are.
        source_id = known.source_id if given.url else given.source_id
        return replace(known, source_id=source_id, location=given.name)
    # Other parsers may find what these did not.
    refusal_key = content_hash(key.encode(), reader_version())
    if fault := memory.refusal(given.source, refusal_key):
        raise fault
    try:
        return _parsed(given, content, options, key)
    except SourceError as fault:
        fault.content_hash = None if fault.may_pass else refusal_key
        raise


def _parsed(given: Given, content: bytes, options: Options, key: str) -> Article:
    arguments = {"url": given.url, "charset": given.charset, "today": given.retrieved_on}
    (found,) = child().ask("page", arguments, content)
    text = require_text(found["text"], is_markup_fine=True)
    published = parse_published(options.published)
    if published is None and found["published"]:
        published = parse_published(found["published"])
        date_source, date_confidence = found["date_source"], found["date_confidence"]
    else:
        date_source = date_confidence = None
    url = own_address(given.url, found["url"]) if given.url else clean_url(found["url"])
    return Article(
        given.source,
        url if given.url and url else given.source_id,
        text,
        publisher=found["publisher"],
        title=found["title"],
        published=published,
        url=url,
        decoding=found["decoding"],
        location=given.name,
        date_source=date_source,
        date_confidence=date_confidence,
        content_hash=key,
        reader_version=reader_version(),
    )
