"""Reference data: CSVs that people edit, read by the extractor and loaded into the warehouse.

Imports nothing but the standard library, so that extraction starts fast.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from pathlib import Path

TABLES = (
    "units",
    "scales",
    "currencies",
    "hedges",
    "intervals",
    "quantifiers",
    "metrics",
    "counted_nouns",
    "entities",
    "entity_parts",
    "places",
    "place_parts",
    "rates",
    "languages",
)


class ReferenceError(ValueError):
    """A reference CSV that cannot be used: says which file, which line, what to do."""


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """The reference tables as rows of text, in file order.

    Compared by identity, so that what the rules compile from it can be cached on it.
    """

    tables: dict[str, tuple[dict[str, str], ...]] = field(repr=False)

    def rows(self, table: str) -> tuple[dict[str, str], ...]:
        """Return the rows of `table` as dicts by column; cells are stripped, empty is ''."""
        return self.tables[table]


def load_reference(overrides: Path | None = None) -> Reference:
    """Load the shipped tables and, after them, the rows of a user's folder of the same file names.

    A user's row with the key (first column) of a shipped row replaces it. The shipped tables alone are one
    object for a process: what the rules compile from it takes ten times as long as reading an article.

    Raises:
        ReferenceError: a file lacks a column, or a row has too many or too few cells.
    """
    shipped = _shipped()
    if overrides is None:
        return shipped
    tables = dict(shipped.tables)
    for table, rows in shipped.tables.items():
        if (own := overrides / f"{table}.csv").is_file():
            tables[table] = tuple(_overlay(rows, parse_rows(own.read_text(encoding="utf-8-sig"), str(own))))
    return Reference(tables)


@cache
def _shipped() -> Reference:
    folder = resources.files("schemas") / "reference"
    texts = {table: (folder / f"{table}.csv").read_text(encoding="utf-8") for table in TABLES}
    return Reference({table: tuple(parse_rows(text, f"{table}.csv")) for table, text in texts.items()})


@lru_cache(maxsize=8)
def digest_of(reference: Reference) -> str:
    """Return a hash of all cells."""
    content = blake2b(digest_size=8)
    for table, rows in reference.tables.items():
        cells = ((table,), *rows[:1], *(row.values() for row in rows))
        content.update("\x1e".join(map("\x1f".join, cells)).encode("utf-8", "surrogatepass"))
    return content.hexdigest()


def parse_rows(text: str, name: str) -> list[dict[str, str]]:
    """Parse a CSV with a header; every row must have every column."""
    lines = csv.reader(text.splitlines())
    header = next(lines, None)
    if header is None:
        raise ReferenceError(f"{name}: empty; expected a header line")
    rows = []
    for number, cells in enumerate(lines, start=2):
        if not cells:
            continue
        if len(cells) != len(header):
            raise ReferenceError(
                f"{name}, line {number}: {len(cells)} cells, expected {len(header)} ({', '.join(header)})"
            )
        rows.append({column: cell.strip() for column, cell in zip(header, cells, strict=True)})
    return rows


def _overlay(rows: Sequence[dict[str, str]], own: list[dict[str, str]]) -> list[dict[str, str]]:
    if not own:
        return list(rows)
    if rows and list(own[0]) != list(rows[0]):
        raise ReferenceError(f"expected the columns {', '.join(rows[0])}; found {', '.join(own[0])}")
    key = next(iter(own[0]))
    replaced = {row[key] for row in own}
    return [row for row in rows if row[key] not in replaced] + own
