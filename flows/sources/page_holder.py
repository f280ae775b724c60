"""Which element holds the article, for pages that do not name it in a way that extractors know.

Without a holder, trafilatura collects paragraphs from anywhere and leaves lists and headings behind.
"""

from typing import Any

from trafilatura.xpaths import BODY_XPATH

# Of the paragraphs' text that the holder has; the rest is what stands around an article.
LEAST_SHARE = 0.8
HOLDERS = ("div", "section", "center", "td")
BESIDE = ("aside", "nav", "footer", "header", "form", "dialog", "menu")
NAMED = "article-body"


def name_holder(tree: Any) -> None:
    """Name the innermost element that holds the article's paragraphs, if nothing is named yet."""
    body = tree.find("body")
    if body is None or any(find(tree) for find in BODY_XPATH):
        return
    lengths: dict[Any, int] = {}
    for paragraph in body.iter("p"):
        if next(paragraph.iterancestors(*BESIDE), None) is None:
            length = len(paragraph.text_content())
            for holder in paragraph.iterancestors():
                lengths[holder] = lengths.get(holder, 0) + length
    holder, whole = body, lengths.get(body, 0)
    while inner := [child for child in holder if lengths.get(child, 0) >= LEAST_SHARE * whole > 0]:
        (holder,) = inner
    if holder.tag in HOLDERS:
        holder.tag = "div"
        holder.set("class", NAMED)
