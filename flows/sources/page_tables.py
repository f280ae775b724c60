"""Tables of figures as sentences: every cell with its row's and column's header."""

import re
from typing import Any

from lxml import html

LARGEST_TABLE = 5_000
LONGEST_CELL = 200
WIDEST = 60
NESTING = ("table", "ul", "ol", "h1", "h2", "h3", "form", "img", "iframe")
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")


def tell_tables(tree: Any) -> None:
    """Replace tables of figures by paragraphs, one a row; tables that only lay out a page stay.

    A row "2016 | 51.9" under "Year | Leaf" becomes "Sales (thousands), 2016: Leaf 51.9." Columns are
    matched by place, so that `colspan` in a header is heeded up to the width of a table and no further.
    """
    for table in list(tree.iter("table")):
        if table.getparent() is None or any(table.find(f".//{tag}") is not None for tag in NESTING):
            continue
        rows = _rows(table)
        if rows is None:
            continue
        caption = table.find("caption")
        title = _words(caption) if caption is not None else ""
        told = html.Element("div")
        for line in _sentences(rows, title):
            paragraph = html.Element("p")
            paragraph.text = line
            told.append(paragraph)
        if len(told):
            told.tail = table.tail
            table.getparent().replace(table, told)


def _rows(table: Any) -> list[list[tuple[str, bool]]] | None:
    """Return text and headerness of each cell; None for what is no table of figures."""
    rows: list[list[tuple[str, bool]]] = []
    count = 0
    for row in table.iter("tr"):
        cells: list[tuple[str, bool]] = []
        for cell in row.iterchildren("td", "th"):
            words = _words(cell)
            count += 1
            if len(words) > LONGEST_CELL or count > LARGEST_TABLE:
                return None
            cells += [(words, cell.tag == "th")] * min(_span(cell), WIDEST)
        if any(words for words, _ in cells):
            rows.append(cells[:WIDEST])
    is_table = len(rows) > 1 and max(map(len, rows)) > 1
    numbers = sum(any(mark.isdigit() for mark in words) for row in rows for words, _ in row)
    return rows if is_table and numbers * 4 >= sum(map(len, rows)) else None


def _span(cell: Any) -> int:
    written = str(cell.get("colspan", "1")).strip()
    return max(1, int(written)) if written.isascii() and written.isdigit() and len(written) < 4 else 1


def _words(cell: Any) -> str:
    for line_break in cell.iter("br"):
        line_break.tail = " " + (line_break.tail or "")
    return " ".join(cell.text_content().split())


def _sentences(rows: list[list[tuple[str, bool]]], title: str) -> list[str]:
    headers = [words for words, _ in rows[0]] if _is_header(rows[0]) else []
    lines = []
    for row in rows[1:] if headers else rows:
        name = row[0][0]
        named = [
            f"{headers[place]} {words}".strip() if place < len(headers) else words
            for place, (words, _) in enumerate(row)
            if place > 0 and words
        ]
        if not named:
            lines.append(f"{name}." if name else "")
            continue
        lead = ", ".join(one for one in (title, name) if one)
        lines.append(f"{lead}: {'; '.join(named)}." if lead else f"{'; '.join(named)}.")
    return [line for line in lines if line]


def _is_header(row: list[tuple[str, bool]]) -> bool:
    """Whether a first row names columns: header cells, or words and years alone."""
    if all(is_header for _, is_header in row):
        return True
    return all(
        not any(mark.isdigit() for mark in words) or YEAR.fullmatch(words) is not None for words, _ in row
    )
