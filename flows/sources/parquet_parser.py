"""The rows of a Parquet file, in the child."""

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as arrow
from pyarrow import parquet

from flows.sources.article import SourceError
from flows.sources.opening import opened
from flows.sources.records import columns_of
from flows.sources.unpacking import FREE, MOST_RATIO

# A dictionary-encoded column unpacks to a thousand times its size: a few rows at a time.
ROWS = 64


def parse(arguments: dict[str, Any], content: bytes) -> Iterator[dict[str, Any]]:
    """Give the records of the file at `path`, some at a time.

    Raises:
        SourceError: it is damaged, or has no column of text.
    """
    del content
    with opened(Path(arguments["path"])) as descriptor, os.fdopen(os.dup(descriptor), "rb") as stream:
        size = os.fstat(descriptor).st_size
        most, given = max(FREE, MOST_RATIO * size), 0
        try:
            file = parquet.ParquetFile(stream, pre_buffer=False)
            # With those within records: "article.body".
            names = file.schema_arrow.names + [column.path for column in file.schema if "." in column.path]
            asked = columns_of(names, arguments["columns"])
            if names.count(asked["text"]) != 1:
                raise SourceError("bad_columns", f'one column "{asked["text"]}" is expected')
            columns = [name for name in dict.fromkeys(asked.values()) if names.count(name) == 1]
            for batch in file.iter_batches(ROWS, columns=columns, use_threads=False):
                # As in archives: a few kilobytes of a dictionary stand for gigabytes of rows.
                records = [_plain(row) for row in batch.to_pylist()]
                given += sum(map(_length, records))
                if given > most:
                    raise SourceError(
                        "bomb", f"more than {given:,} bytes come out of {size:,}; not read further"
                    )
                yield {"records": records}
        except (arrow.ArrowException, OSError, ValueError, OverflowError, KeyError) as fault:
            raise SourceError("damaged", f"no whole Parquet file: {str(fault)[:200]}") from fault


def _length(value: object) -> int:
    if isinstance(value, dict):
        return sum(map(_length, value.values()))
    return len(value) if isinstance(value, str) else 0


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in row.items()}


def _value(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    if isinstance(value, dict):
        return _plain(value)
    return value if isinstance(value, str | int | float | bool | None) else str(value)[:200]
