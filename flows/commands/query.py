"""`crossfoot sql`: one query to the published warehouse, which it cannot change."""

import csv
import json
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from flows.configuration import Configuration, ConfigurationError
from flows.console import clean, say, width
from flows.showing import table_lines

# A table is laid out as a whole; more rows than a person reads are for CSV or JSON.
TABLE_ROWS = 1_000
FETCHED = 5_000
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Run the query and write its rows."""
    import duckdb

    from warehouse.publish import open_reader

    with open_reader(configuration.warehouse) as connection:
        try:
            result = connection.execute(arguments.query)
            names = [column[0] for column in result.description or ()]
            if arguments.format == "table":
                _write_table(names, result.fetchmany(TABLE_ROWS + 1))
            else:
                writer = _write_csv if arguments.format == "csv" else _write_json
                writer(names, _all(result))
        except duckdb.Error as fault:
            words = str(fault).split("\n\n")[0].strip()
            raise ConfigurationError(f"the query cannot be answered: {words}") from fault
    sys.stdout.flush()
    return 0


def _all(result: Any) -> Iterator[Sequence[Any]]:
    while rows := result.fetchmany(FETCHED):
        yield from rows


def _write_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    for line in table_lines([clean(name) for name in names], rows[:TABLE_ROWS], width()):
        print(line)
    if len(rows) > TABLE_ROWS:
        say(f"only the first {TABLE_ROWS:,} rows; --format csv or json gives all")


def _write_csv(names: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([_csv_cell(name) for name in names])
    writer.writerows([_csv_cell(_plain(value)) for value in row] for row in rows)


def _write_json(names: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    """Write one object a line."""
    for row in rows:
        line = {name: _plain(value) for name, value in zip(names, row, strict=True)}
        print(json.dumps(line, ensure_ascii=False))


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, timedelta | UUID):
        return str(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return None
    return value


def _csv_cell(value: Any) -> Any:
    """Return a cell as CSV has it; text that a spreadsheet would run as a formula gets an apostrophe."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value
