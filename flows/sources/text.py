"""Plain text and Markdown: one file, one article."""

from pathlib import Path

from flows.sources.article import Article, Items, Options, Refused, SourceError, shown
from flows.sources.dating import parse_published
from flows.sources.decoding import decode
from flows.sources.opening import read_bytes


def read(path: Path, source: str, source_id: str, options: Options) -> Items:
    """Give the article in the file at `path`, or why there is none."""
    try:
        text, decoding = decode(read_bytes(path, options.max_article_bytes))
        published = parse_published(options.published)
    except SourceError as fault:
        yield Refused(source, source_id, fault.reason, fault.detail, shown(path))
        return
    yield Article(source, source_id, text, published=published, decoding=decoding, location=shown(path))
