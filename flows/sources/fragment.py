"""A piece of HTML as text, as in feeds: numbers whole, one line a paragraph."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from flows.sources.page_gaps import hold_together
from flows.sources.page_tables import tell_tables
from flows.sources.page_tree import DEEPEST, depth_of, mend, without_controls
from flows.sources.plain import joined, visible

BLOCK = re.compile(r"<(?:p|br|div|li|tr|h[1-6]|blockquote)\b", re.IGNORECASE)
BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table section article hr dt dd pre".split()
)
UNSEEN = frozenset({"script", "style", "head", "title"})


def parse(arguments: dict[str, Any], content: bytes) -> Iterator[dict[str, Any]]:
    """Give the text of a piece, in the child."""
    del arguments
    yield {"text": loose_text(content.decode("utf-8", "replace"))}


def loose_text(text: str) -> str:
    """Return a text in which there may be tags; without those of paragraphs, its lines are its own."""
    return fragment_text(text if BLOCK.search(text) else text.replace("\n", "<br>"))


def fragment_text(markup: str) -> str:
    """Return the text that a reader of the piece sees."""
    if "<" not in markup and "&" not in markup:
        return visible(" ".join(joined(markup).split()))
    clean = without_controls(markup).encode("utf-8", "replace")
    if not clean.strip():
        return ""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(b"<html><body><div>" + clean + b"</div></body></html>", parser=parser)
    if depth_of(tree) > DEEPEST:
        return ""
    mend(tree)
    hold_together(tree)
    tell_tables(tree)
    # Where its source breaks a line, a page does not.
    for element in tree.iter():
        is_kept = element.tag == "pre"
        element.text = element.text if is_kept else _flowing(element.text)
        element.tail = _flowing(element.tail)
    for element in list(tree.iter()):
        if element.tag in UNSEEN and element.getparent() is not None:
            element.drop_tree()
        elif element.tag in BLOCKS:
            element.text = "\n" + (element.text or "") if element.tag != "br" else element.text
            element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return visible("\n\n".join(line for line in lines if line))


def _flowing(text: str | None) -> str | None:
    return text.replace("\n", " ") if text else text
