"""Plain text and Markdown: one file, one article."""

from flows.sources.article import Article, Items, Options
from flows.sources.dating import parse_published
from flows.sources.decoding import decode
from flows.sources.given import Given


def read(given: Given, options: Options) -> Items:
    """Give the one article.

    Raises:
        SourceError: there is none.
    """
    text, decoding = decode(given.read_all(options.max_article_bytes))
    yield Article(
        given.source,
        given.source_id,
        text,
        published=parse_published(options.published),
        decoding=decoding,
        location=given.name,
    )
