"""CSV: a line an article, below a line of names; which column is which field can be mapped."""

import csv
import re
from collections.abc import Iterator

from flows.sources.article import Items, Options, Refused, SourceError
from flows.sources.decoding import decode
from flows.sources.given import Given
from flows.sources.jsonl import lines_of
from flows.sources.opening import too_large
from flows.sources.records import columns_of, item_of

# Those of spreadsheets, of people, and of Hive and other stores.
DELIMITERS = ",;\t|^~\x01\x1f"
# A line for spreadsheets before the names, which says what the names show as well.
SEPARATOR = re.compile(rb"sep=.\r?\n?")
RETURN = re.compile(r"(?<=\r)(?!\n)(?!$)")
MOST_COLUMNS = 1_000


def read(given: Given, options: Options) -> Items:
    """Give the articles of the rows; a row that is none gives the reason.

    Raises:
        SourceError: there is no line of names, or none of them is the text's.
    """
    limit = options.max_article_bytes
    # Of the whole process, and only ever raised: a field above it is a quote that was not closed.
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    lines = _text_lines(given, limit)
    first = next(lines, "")
    delimiter = max(DELIMITERS, key=first.count)
    try:
        header = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    except csv.Error as fault:
        raise SourceError("bad_columns", f"the line of names cannot be read: {fault}") from fault
    columns = columns_of(header, options.columns)
    column = columns["text"]
    if header.count(column) != 1 or len(header) > MOST_COLUMNS:
        raise SourceError(
            "bad_columns", f'one column "{column}" is expected; there are {", ".join(header)[:200] or "none"}'
        )
    for name in columns.values():
        if header.count(name) > 1:
            raise SourceError("bad_columns", f'the column "{name}" stands there twice')
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        number = rows.line_num + 2
        where, line_id = f"{given.name}, line {number}", f"{given.source_id}:{number}"
        try:
            row = next(rows, None)
        except csv.Error as fault:
            # Where the next row begins is not known any more.
            detail = f"{fault}; is a quote not closed? The rest is not read"
            yield Refused(given.source, line_id, "bad_row", detail, where)
            return
        if row is None:
            break
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            detail = f"{len(row)} cells, expected {len(header)}; quote cells that hold the delimiter"
            yield Refused(given.source, line_id, "bad_row", detail, where)
            continue
        try:
            record = {name: _whole(cell) for name, cell in zip(header, row, strict=True)}
        except SourceError as fault:
            yield Refused(given.source, line_id, fault.reason, fault.detail, where)
            continue
        yield item_of(record, given.source, line_id, where, options)
    if not given.is_unchanged():
        raise SourceError("changed", "changed while it was read; the next run reads it again")


def _text_lines(given: Given, limit: int) -> Iterator[str]:
    """Give the lines; bytes that are no UTF-8 are kept as such until their cell is known."""
    for number, line in lines_of(given.stream, limit):
        if number == 1 and SEPARATOR.fullmatch(line):
            continue
        if len(line) > limit:
            raise SourceError("too_large", f"line {number}: {too_large(len(line), limit)}")
        # Old spreadsheets end lines by a carriage return alone.
        yield from RETURN.split(line.decode("utf-8", "surrogateescape"))


def _whole(cell: str) -> str:
    try:
        cell.encode()
    except UnicodeEncodeError:
        return decode(cell.encode("utf-8", "surrogateescape"))[0]
    return cell
