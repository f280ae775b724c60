"""What a page says of itself: title, publisher, address, date.

trafilatura's `extract_metadata` looks for authors, categories, tags and licences as well, for which it copies
the tree and which take half of its time.
"""

from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from typing import Any

from htmldate import find_date
from trafilatura.metadata import (
    META_URL,
    examine_meta,
    extract_meta_json,
    extract_sitename,
    extract_title,
    extract_url,
)
from trafilatura.utils import line_processing

LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; `date` is YYYY-MM-DD, `is_article` whether it says that it is one."""

    title: str | None
    publisher: str | None
    url: str | None
    date: str | None
    is_article: bool


def metadata_of(tree: Any, url: str | None, today: str) -> Metadata:
    """Return what a page says of itself.

    Args:
        tree: the page.
        url: where it was found, as far as known.
        today: no date lies after it.
    """
    found = examine_meta(tree)
    # JSON may have any shape, and a library trips over some: what was found before stays.
    with suppress(Exception):
        found = extract_meta_json(tree, found)
    own = found.url or extract_url(tree, url)
    date = find_date(tree, url=own, extensive_search=False, original_date=True, max_date=today)
    title, publisher = found.title or extract_title(tree), found.sitename or extract_sitename(tree)
    if publisher:
        # A name on Twitter, or one without a capital.
        publisher = publisher.lstrip("@")
        publisher = publisher if "." in publisher or publisher[:1].isupper() else publisher.title()
    elif own and (match := META_URL.match(own)):
        publisher = match[1]
    return Metadata(_clean(title), _clean(publisher), _clean(own), date, found.pagetype == "article")


def _clean(words: str | None) -> str | None:
    return line_processing(unescape(words[:LONGEST])) or None if words else None
