"""The lines of a page as a reader sees them, without its menus and edges."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

EDGES = frozenset({"nav", "footer", "aside", "header", "script", "style", "noscript", "template", "head"})
# What breaks a line.
BLOCKS = frozenset(
    "article blockquote body br caption dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p pre "
    "section table tbody td tfoot th thead tr ul".split()
)


def lines_of(tree: Any) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Give the text of each line, with the text and the target of its links.

    A link around a whole card, which breaks lines itself, is one of each of its lines.
    """
    pieces: list[str] = []
    links: list[tuple[str, str]] = []
    around: str | None = None
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if element.tag in BLOCKS:
            if text := " ".join("".join(pieces).split()):
                yield text, links or ([(text, around)] if around is not None else [])
            pieces, links = [], []
        if event == "end":
            if element.tag == "a":
                around = None
            pieces.append(element.tail or "")
        elif element.tag in EDGES:
            walker.skip_subtree()
        else:
            pieces.append(element.text or "")
            if element.tag == "a" and any(below.tag in BLOCKS for below in element.iterdescendants()):
                around = str(element.get("href", ""))
            elif element.tag == "a":
                links.append((" ".join(element.text_content().split()), str(element.get("href", ""))))
