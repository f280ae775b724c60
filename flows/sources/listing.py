"""`articles.csv`: what a folder of plain texts cannot say about its articles."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flows.sources.article import Options, SourceError
from flows.sources.dating import parse_published
from flows.sources.decoding import decode
from flows.sources.file import read_bytes

NAME = "articles.csv"
COLUMNS = ("file", "publisher", "published_on", "title", "url")
# A line an article; a folder of a hundred thousand articles has a list of some ten megabytes.
LARGEST = 50_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list says about one file, or the fault in its line.

    Attributes:
        line: in the list, for messages.
        fault: None, or why the line cannot be used.
    """

    line: int
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    fault: SourceError | None = None


def read_listing(folder: Path, options: Options) -> dict[str, Entry]:
    """Return the entries of the folder's list by file name; empty when there is no list.

    Raises:
        SourceError: the list itself cannot be read or has not the expected columns.
    """
    path = folder / NAME
    if not path.exists() and not path.is_symlink():
        return {}
    return parse_listing(read_bytes(path, max(LARGEST, options.max_article_bytes)))


def parse_listing(content: bytes) -> dict[str, Entry]:
    """Return the entries of a list that was read already, by file name.

    Raises:
        SourceError: it is no text, or has not the expected columns.
    """
    text, _ = decode(content)
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        if "file" not in header or not set(header) <= set(COLUMNS) or len(set(header)) < len(header):
            raise SourceError(
                "bad_listing",
                f"columns {', '.join(header) or '(none)'}; expected file and any of {', '.join(COLUMNS[1:])}",
            )
        entries: dict[str, Entry] = {}
        for cells in rows:
            if any(cell.strip() for cell in cells):
                name, entry = _entry(header, cells, rows.line_num)
                earlier = entries.get(name)
                if earlier:
                    fault = SourceError(
                        "bad_listing", f"stands in {NAME} twice (lines {earlier.line}, {entry.line})"
                    )
                    entry = Entry(entry.line, fault=fault)
                entries[name] = entry
    except csv.Error as fault:
        raise SourceError("bad_listing", f"line {rows.line_num}: {fault}") from fault
    return entries


class Listings:
    """The lists that stand beside what an archive or a store holds, each read when it is first asked for.

    Args:
        read: gives the bytes of a list by its path; None: there is none.
    """

    def __init__(self, read: Callable[[str], bytes | None]):
        self._read = read
        self._known: dict[str, dict[str, Entry] | SourceError] = {}

    def entry(self, path: str) -> Entry | None:
        """Return what the list beside `path` says of it.

        Raises:
            SourceError: the list, or its line, cannot be used.
        """
        folder, slash, name = path.rpartition("/")
        if folder not in self._known:
            self._known[folder] = self._listing(f"{folder}{slash}{NAME}")
        listing = self._known[folder]
        if isinstance(listing, SourceError):
            raise listing
        entry = listing.get(name)
        if entry is not None and entry.fault is not None:
            raise entry.fault
        return entry

    def _listing(self, path: str) -> dict[str, Entry] | SourceError:
        try:
            content = self._read(path)
            return {} if content is None else parse_listing(content)
        except SourceError as fault:
            return SourceError(fault.reason, f"{NAME}: {fault.detail}; no article beside it was read")


def _entry(header: list[str], cells: list[str], line: int) -> tuple[str, Entry]:
    row = {column: cell.strip() or None for column, cell in zip(header, cells, strict=False)}
    name = row.get("file") or f"line {line}"
    try:
        if len(cells) != len(header):
            raise SourceError(
                "bad_listing",
                f"{NAME}, line {line}: {len(cells)} cells, expected {len(header)}; quote cells with commas",
            )
        published = parse_published(row.get("published_on"))
    except SourceError as fault:
        detail = fault.detail if fault.reason == "bad_listing" else f"{NAME}, line {line}: {fault.detail}"
        return name, Entry(line, fault=SourceError(fault.reason, detail))
    return name, Entry(line, row.get("publisher"), published, row.get("title"), row.get("url"))
