"""A page as an article: body text and metadata, in the child."""

import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.external import SANITIZED_XPATH

from flows.sources.article import SourceError
from flows.sources.page_faults import SHORT, require_article, require_whole
from flows.sources.page_gaps import hold_together
from flows.sources.page_holder import name_holder
from flows.sources.page_listing import require_no_listing
from flows.sources.page_metadata import metadata_of
from flows.sources.page_paragraphs import tell_paragraphs
from flows.sources.page_speech import reports
from flows.sources.page_stated import stated_body
from flows.sources.page_tables import tell_tables
from flows.sources.page_tree import mend, show_unscripted
from flows.sources.page_tree import parse as parse_tree
from flows.sources.page_walls import METERED
from flows.sources.plain import visible

# What the libraries log is about pages, not about us.
logging.disable(logging.CRITICAL)

# Where a page states its date, and how often such a date is right; others are read out of its markup.
CONFIDENCE = {"meta": 0.95, "json-ld": 0.95, "url": 0.9, "time": 0.85, "markup": 0.6}
DATE_NAMES = re.compile(r"publish|pubdate|created|issued|datecreated|^date$|dc\.date|dcterms", re.IGNORECASE)
URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:\D|$)")
CONSENT_BOX = re.compile(
    r"(?:^|[\s_-])(?:cookie|consent|gdpr|onetrust|didomi|cmp)(?:$|[\s_-]|[A-Z])", re.IGNORECASE
)
# A page has the times of its publication and update, and perhaps those of a few others beside it.
MOST_TIMES = 6
# Of the text of a page's paragraphs, what has so much of it has left nothing out.
MOST_OF_IT = 0.8
WHITE = re.compile(r"[ \t\r\f\v]+")


def parse(arguments: dict[str, Any], content: bytes) -> Iterator[dict[str, Any]]:
    """Give the one article of a page.

    Args:
        arguments: `url` and `charset` as far as known; `today`, which no date lies after.
        content: the page.

    Raises:
        SourceError: it is no page, or holds no article.
    """
    tree, decoding = parse_tree(content, arguments.get("charset"))
    url = arguments.get("url")
    today = arguments.get("today") or date.today().isoformat()
    metadata = metadata_of(tree, url, today)
    published = metadata.date
    date_source = _date_source(tree, published, metadata.url or url) if published else None
    if date_source in ("time", "markup") and len(_times(tree)) > MOST_TIMES:
        # One of many, and nothing says which is the page's own.
        published = date_source = None
    stated = stated_body(tree)
    # Most of a page, which what follows copies several times.
    etree.strip_elements(tree, "script", "style", with_tail=False)
    require_no_listing(tree, is_article=metadata.is_article or _is_one_article(tree))
    try:
        text = _shown_text(tree, url, metadata.title, is_marked=bool(published) or metadata.is_article)
    except SourceError as fault:
        # Without its script the page shows nothing, or an excuse.
        if stated is None or fault.reason == "paywall":
            raise
        text = tidy(stated, metadata.title)
    if len(text) < SHORT:
        require_whole(text, parse_tree(content, arguments.get("charset"))[0])
    yield {
        "text": text,
        "title": metadata.title,
        "publisher": metadata.publisher,
        "url": metadata.url or url,
        "published": published,
        "date_source": date_source,
        "date_confidence": CONFIDENCE[date_source] if date_source else None,
        "decoding": decoding,
    }


def _shown_text(tree: Any, url: str | None, title: str | None, *, is_marked: bool) -> str:
    """Return the body text that a page shows; the tree is changed.

    Raises:
        SourceError: it shows none, or something in place of an article.
    """
    show_unscripted(tree)
    _drop(tree, "nav")
    mend(tree)
    hold_together(tree)
    tell_tables(tree)
    tell_paragraphs(tree)
    name_holder(tree)
    _drop_consent(tree)
    text = _unmetered(tidy(_body_text(tree, url), title))
    if not text:
        raise SourceError("no_article", "no article's text was found in the page")
    require_article(text, title, is_marked=is_marked)
    return text


def _body_text(tree: Any, url: str | None) -> str | None:
    """Return body text; second opinions cost half of the time, and can add little to what is nearly all."""
    ask: Any = partial(
        bare_extraction, url=url, favor_precision=True, include_comments=False, include_tables=True
    )
    found = ask(tree, fast=True)
    if found is not None and found.text and not found.body.xpath(SANITIZED_XPATH):
        whole = sum(len(" ".join(one.text_content().split())) for one in tree.iter("p"))
        if len(found.text) >= MOST_OF_IT * whole:
            return str(found.text)
    found = ask(tree)
    return None if found is None else str(found.text or "")


def tidy(text: str | None, title: str | None) -> str:
    """Return body text without the headline, which stands apart, one blank line between paragraphs."""
    lines = [WHITE.sub(" ", line).strip() for line in visible(text or "").split("\n")]
    headline = " ".join((title or "").split()).casefold()
    return "\n\n".join(line for line in lines if line and line.casefold() != headline)


def _unmetered(text: str) -> str:
    """Return body text without a meter's word on how many more may be read, unless nothing else is told."""
    lines = [line for line in text.split("\n\n") if not METERED.search(line)]
    return "\n\n".join(lines) if any(map(reports, lines)) else text


def _drop_consent(tree: Any) -> None:
    """Drop boxes about cookies, unless they are the page: then they are told as such."""
    _drop(tree, "div", "section", "aside", "dialog", "form", named=CONSENT_BOX)


def _drop(tree: Any, *tags: str, named: re.Pattern[str] | None = None) -> None:
    """Drop elements, by the name that their page gives them, that are less than half of it."""
    body = tree.find("body")
    if body is None:
        return
    whole = len(body.text_content())
    for element in list(body.iter(*tags)):
        name = f"{element.get('id', '')} {element.get('class', '')}"
        if (
            (named is None or named.search(name))
            and element.getparent() is not None
            and len(element.text_content()) * 2 < whole
        ):
            element.drop_tree()


def _is_one_article(tree: Any) -> bool:
    """Whether a page holds one `article` element: several are the cards of a list, or comments."""
    return sum(next(element.iterancestors("article"), None) is None for element in tree.iter("article")) == 1


def _times(tree: Any) -> set[str]:
    return {str(element.get("datetime") or element.text_content()).strip() for element in tree.iter("time")}


def _date_source(tree: Any, published: str, url: str | None) -> str:
    """Return where a page states its date; htmldate says only which one it is."""
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if DATE_NAMES.search(name) and str(element.get("content", "")).startswith(published):
            return "meta"
    for element in tree.iter("script"):
        if element.get("type") == "application/ld+json" and f'"{published}' in (element.text or ""):
            return "json-ld"
    match = URL_DATE.search(url or "")
    if match and "-".join(match.groups()) == published:
        return "url"
    if any(str(element.get("datetime", "")).startswith(published) for element in tree.iter("time")):
        return "time"
    return "markup"
