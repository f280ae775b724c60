"""Pages that list articles: one headline after the other, each a link, with little text in between."""

import re
from typing import Any

from flows.sources.article import SourceError
from flows.sources.page_lines import lines_of

LEAST_ITEMS = 8
# Of all text that stands in no menu: what runs on between two headlines. In an article that is most of it.
LEAST_RUNNING = 0.25
# The link of a headline has so many characters, or stands alone, and so large a part of its line.
LEAST_HEADLINE = 15
LEAST_LINKED = 0.4
MORE = re.compile(r"(?:(?:read|see|view) )?more|continue(?: reading)?|full story", re.IGNORECASE)


def require_no_listing(tree: Any, *, is_article: bool) -> None:
    """Refuse a page that lists articles.

    Args:
        tree: the page.
        is_article: whether the page says that it is one article.

    Raises:
        SourceError: it is a list.
    """
    if is_article:
        return
    targets: set[str] = set()
    whole = running = longest = 0
    for text, links in lines_of(tree):
        words = len(text)
        # Headings that lead to themselves, and a table of contents, are of one long article.
        links = [(told, target) for told, target in links if not target.startswith("#")]
        whole += words
        linked = sum(len(told) for told, _ in links)
        mores = [target for told, target in links if MORE.fullmatch(told)]
        heads = [target for told, target in links if len(told) >= LEAST_HEADLINE or told == text]
        if heads and linked >= LEAST_LINKED * words:
            running = 0
        else:
            running += words
        longest = max(longest, running)
        if mores:
            running = 0
        targets.update(mores or (heads if linked >= LEAST_LINKED * words else ()))
    if len(targets) >= LEAST_ITEMS and longest < LEAST_RUNNING * whole:
        raise SourceError("listing", f"a list of {len(targets)} articles, with little text between them")
