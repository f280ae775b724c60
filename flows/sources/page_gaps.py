"""The thousands of a number held together, wherever an element begins or ends between them.

What gets text out of pages takes a space that joins (`4&nbsp;125`) for any other, and two numbers are left.
"""

from typing import Any

from lxml import etree

from flows.sources.page_paragraphs import INLINE
from flows.sources.plain import joined

# Where a piece of text stands: its element, whether within or behind it, and its words.
Piece = tuple[Any, str, str]


def hold_together(tree: Any) -> None:
    """Put a joint in place of each space between the thousands of a number."""
    run: list[Piece] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag not in INLINE:
            _join(run)
            run = []
        text = element.text if event == "start" else element.tail
        if text:
            run.append((element, "text" if event == "start" else "tail", text))
    _join(run)


def _join(run: list[Piece]) -> None:
    whole = "".join(text for _, _, text in run)
    told = joined(whole)
    if told == whole:
        return
    start = 0
    for element, place, text in run:
        # A joint is as long as a space.
        setattr(element, place, told[start : start + len(text)])
        start += len(text)
