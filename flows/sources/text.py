"""Plain text and Markdown: one file, one article."""

import re

from flows.sources.article import Article, Items, Options
from flows.sources.dating import parse_published
from flows.sources.decoding import decode
from flows.sources.given import Given
from flows.sources.plain import plain

# A first line of more words than these is a paragraph.
LONGEST_HEADLINE = 20
# What Markdown strikes out is no longer said.
STRUCK = re.compile(r"~~(?=\S)[^~\n]+~~")


def read(given: Given, options: Options) -> Items:
    """Give the one article.

    Raises:
        SourceError: there is none.
    """
    text, decoding = decode(given.read_all(options.max_article_bytes))
    text, done = plain(text)
    if given.name.lower().endswith((".md", ".markdown")):
        text = STRUCK.sub("", text)
    yield Article(
        given.source,
        given.source_id,
        text,
        title=headline_of(text),
        published=parse_published(options.published),
        decoding=decoding + done,
        location=given.name,
    )


def headline_of(text: str) -> str | None:
    r"""Return a text's headline: a short first line that is no sentence, with a blank line after it.

    >>> headline_of("Rivers rise\n\nThe rivers rose on Monday.")
    'Rivers rise'
    >>> headline_of("The rivers rose on Monday.\n\nThey fell on Tuesday.")
    """
    first, _, rest = text.partition("\n")
    line = first.rstrip()
    if not line or not rest.startswith(("\n", "\r\n")) or not rest.strip():
        return None
    if line[0] in "#>*-" or line[-1] in '.!:;,"”' or len(line.split()) > LONGEST_HEADLINE:
        return None
    return line
