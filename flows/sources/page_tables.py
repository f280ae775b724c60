"""Tables of figures as sentences: every cell with its row's and column's header."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from flows.sources.table_headers import YEAR, labelled, parted

LARGEST_TABLE = 5_000
LONGEST_CELL = 200
WIDEST = 60
NESTING = ("table", "ul", "ol", "h1", "h2", "h3", "form", "img", "iframe")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell in each place that it takes up.

    Attributes:
        is_header: marked as such, or in the head of its table.
        is_first: whether this is the first of its places; a figure is told once.
        is_spread: whether it takes up several columns.
    """

    words: str
    is_header: bool = False
    is_first: bool = True
    is_spread: bool = False


EMPTY = Cell("")
Row = list[Cell]


def tell_tables(tree: Any) -> None:
    """Replace tables of figures by paragraphs, one a row; tables that only lay out a page stay.

    A row "2016 | 51.9" under "Year | Leaf" becomes "Sales, 2016: Leaf: 51.9." The colon keeps a name and a
    whole number apart, which together are a name ("Airbus 380"). Columns and rows are matched by place, so
    that cells which span several are heeded, up to the width of a table and no further.
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


def _rows(table: Any) -> list[Row] | None:
    """Return the cells by place; None for what is no table of figures."""
    rows: list[Row] = []
    count = 0
    # By column: the cell that reaches down into the rows that follow, and how many of them.
    reaching: dict[int, tuple[Cell, int]] = {}
    for line in table.iter("tr"):
        is_head = line.getparent().tag == "thead"
        row: Row = []
        for element in line.iterchildren("td", "th"):
            words = _words(element)
            count += 1
            if len(words) > LONGEST_CELL or count > LARGEST_TABLE:
                return None
            row += _reached(reaching, len(row))
            width, height = min(_span(element, "colspan"), WIDEST), _span(element, "rowspan")
            for place in range(width):
                cell = Cell(words, is_head or element.tag == "th", place == 0, width > 1)
                if height > 1:
                    further = Cell(words, cell.is_header, is_first=False, is_spread=width > 1)
                    reaching[len(row)] = (further, height - 1)
                row.append(cell)
        row += _reached(reaching, len(row))
        if any(cell.words for cell in row):
            rows.append(row[:WIDEST])
    is_table = len(rows) > 1 and max(map(len, rows)) > 1
    numbers = sum(any(mark.isdigit() for mark in cell.words) for row in rows for cell in row)
    return rows if is_table and numbers * 4 >= sum(map(len, rows)) else None


def _reached(reaching: dict[int, tuple[Cell, int]], place: int) -> Iterator[Cell]:
    """Give the cells from above that stand at a place and right after it."""
    while place in reaching and place < WIDEST:
        cell, left = reaching.pop(place)
        if left > 1:
            reaching[place] = (cell, left - 1)
        yield cell
        place += 1


def _span(cell: Any, name: str) -> int:
    written = str(cell.get(name, "1")).strip()
    return max(1, int(written)) if written.isascii() and written.isdigit() and len(written) < 4 else 1


def _words(cell: Any) -> str:
    for line_break in cell.iter("br"):
        line_break.tail = " " + (line_break.tail or "")
    return " ".join(cell.text_content().split())


def _sentences(rows: list[Row], title: str) -> list[str]:
    depth = _depth(rows)
    title, unit = parted(title)
    lines = []
    for row in rows[depth:]:
        name = row[0].words
        told = [
            labelled(cell.words, _headers(rows[:depth], row, place), unit)
            for place, cell in enumerate(row)
            if place > 0 and cell.words and cell.is_first
        ]
        if not told:
            lines.append(f"{name}." if name else "")
            continue
        lead = ", ".join(one for one in (title, name) if one)
        lines.append(f"{lead}: {'; '.join(told)}." if lead else f"{'; '.join(told)}.")
    return [line for line in lines if line]


def _headers(head: list[Row], row: Row, place: int) -> list[str]:
    """Return what stands above a cell, from the top, of all columns that it takes up."""
    places = [place]
    while places[-1] + 1 < len(row) and row[place].is_spread and not row[places[-1] + 1].is_first:
        places.append(places[-1] + 1)
    above = [line[at].words for line in head for at in places if at < len(line)]
    return [words for words in dict.fromkeys(above) if words]


def _depth(rows: list[Row]) -> int:
    """Return how many rows name columns: below a name that spans several, their own names stand."""
    depth = 0
    while depth < len(rows) - 1 and _is_header(rows[depth]):
        depth += 1
        if not any(cell.is_spread for cell in rows[depth - 1]):
            break
    return depth


def _is_header(row: Row) -> bool:
    """Whether a row names columns: header cells, or words and years alone."""
    if all(cell.is_header for cell in row):
        return True
    return all(
        not any(mark.isdigit() for mark in cell.words) or YEAR.fullmatch(cell.words) is not None
        for cell in row
    )
