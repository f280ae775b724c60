"""`crossfoot sql`: one query to the published warehouse, which it cannot change."""

import csv
import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO
from uuid import UUID

from flows.configuration import Configuration, ConfigurationError
from flows.console import clean, say, width
from flows.showing import table_lines

# A table is laid out as a whole; more rows than a person reads are for CSV or JSON.
TABLE_ROWS = 1_000
FETCHED = 5_000
ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "json", ".parquet": "parquet", ".txt": "table"}
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Run the query and write its rows."""
    from warehouse.publish import open_reader

    form = arguments.format or _form_of(arguments.out)
    if form == "parquet" and arguments.out is None:
        raise ConfigurationError("Parquet is not for a terminal or a pipe: name a file with --out")
    with open_reader(configuration.warehouse) as connection:
        answer(connection, arguments.query, form, arguments.out)
    return 0


def _form_of(out: Path | None) -> str:
    """Return the format that a file's name asks for; a table where nothing is asked for."""
    if out is None:
        return "table"
    if form := ENDINGS.get(out.suffix.lower()):
        return form
    raise ConfigurationError(f"{out}: its ending is none of {', '.join(ENDINGS)}; say which with --format")


def answer(connection: Any, query: str, form: str, out: Path | None) -> None:
    """Ask the warehouse, and write the rows to the file `out`, or to standard output.

    Raises:
        ConfigurationError: the query or the file is wrong.
    """
    import duckdb

    try:
        if form == "parquet" and out is not None:
            with replacing(out) as file:
                _write_parquet(connection, query, file)
            return
        result = connection.execute(query)
        names = [column[0] for column in result.description or ()]
        if out is None:
            _write(names, result, form, sys.stdout, width())
            sys.stdout.flush()
            return
        with replacing(out) as file, file.open("w", encoding="utf-8", newline="") as stream:
            _write(names, result, form, stream, None)
    except duckdb.Error as fault:
        words = str(fault).split("\n\n")[0].strip()
        raise ConfigurationError(f"the query cannot be answered: {words}") from fault


def _write(names: Sequence[str], result: Any, form: str, stream: TextIO, fit: int | None) -> None:
    if form == "table":
        _write_table(names, result.fetchmany(TABLE_ROWS + 1), stream, fit)
    else:
        (write_csv if form == "csv" else _write_json)(names, _all(result), stream)


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Yield a file that takes the name `out` when it is whole.

    Raises:
        ConfigurationError: it cannot be written.
    """
    part = out.with_name(f".{out.name}.part-{os.getpid()}")
    try:
        yield part
        part.replace(out)
    except OSError as fault:
        raise ConfigurationError(f"{out}: cannot be written: {fault.strerror or fault}") from fault
    finally:
        part.unlink(missing_ok=True)


def _all(result: Any) -> Iterator[Sequence[Any]]:
    while rows := result.fetchmany(FETCHED):
        yield from rows


def _write_table(
    names: Sequence[str], rows: Sequence[Sequence[Any]], stream: TextIO, fit: int | None
) -> None:
    for line in table_lines([clean(name) for name in names], rows[:TABLE_ROWS], fit):
        print(line, file=stream)
    if len(rows) > TABLE_ROWS:
        say(f"only the first {TABLE_ROWS:,} rows; --format csv or json gives all")


def write_csv(names: Sequence[str], rows: Iterator[Sequence[Any]], stream: TextIO) -> None:
    """Write a table as CSV, with a row of names."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([_csv_cell(name) for name in names])
    writer.writerows([_csv_cell(_plain(value)) for value in row] for row in rows)


def _write_json(names: Sequence[str], rows: Iterator[Sequence[Any]], stream: TextIO) -> None:
    """Write one object a line."""
    for row in rows:
        line = {name: _plain(value) for name, value in zip(names, row, strict=True)}
        print(json.dumps(line, ensure_ascii=False), file=stream)


def _write_parquet(connection: Any, query: str, file: Path) -> None:
    from pyarrow.parquet import ParquetWriter

    relation = connection.sql(query)
    if relation is None:
        raise ConfigurationError("the query has no rows to write; give one that selects")
    with (
        relation.to_arrow_reader(FETCHED) as reader,
        ParquetWriter(file, reader.schema, compression="zstd") as to,
    ):
        for part in reader:
            to.write_batch(part)


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
