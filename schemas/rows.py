"""From JSON rows to typed frames, and from frames to valid rows and rejected ones."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import polars as pl
from pandera.config import ValidationDepth, config_context
from pandera.errors import SchemaErrors

from schemas.base import Table, columns_of, definition_of


class RowError(ValueError):
    """A row that cannot be typed: names the table, the row's position and the column."""

    def __init__(self, table: str, position: int, column: str, fault: str) -> None:
        super().__init__(f"{table}, row {position}, column {column}: {fault}")
        self.position = position
        self.column = column
        self.fault = fault


def frame(model: type[Table], rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
    """Return JSON rows as a typed frame with the columns of `model`.

    Dates and times may be ISO strings; keys that are no column are left out. No rows give an empty
    frame of the right type. Nothing is checked but the types: that is `split_invalid`'s part.

    Raises:
        RowError: a row lacks a column, or a value has another type.
    """
    name = definition_of(model).name
    series = []
    for column, definition in columns_of(model).items():
        dtype = definition.dtype.type
        convert = CONVERT[base_type(dtype)]
        values = []
        for position, row in enumerate(rows):
            try:
                value = row[column]
                values.append(None if value is None else convert(value))
            except KeyError:
                raise RowError(name, position, column, "is missing") from None
            except (TypeError, ValueError, OverflowError) as error:
                raise RowError(name, position, column, str(error)) from None
        series.append(pl.Series(column, values, dtype=dtype, strict=True))
    return pl.DataFrame(series)


def split_invalid(data: pl.DataFrame, model: type[Table]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Split `data` into the rows that `model` accepts and those that it does not, in their order.

    Of rows with one primary key the first is kept. An empty frame is valid when it has the columns of
    `model`: a batch may well have no breakdowns. Whether there should be rows is the caller's question.

    Returns:
        The valid rows, and the invalid ones with a column more, `faults`: which columns or rules.

    Raises:
        pandera.errors.SchemaErrors: the frame has other columns or types; no row can be told apart.
    """
    if data.is_empty() and data.schema == frame(model, []).schema:
        return data, _without_faults(data)
    try:
        # Whatever the environment says: no row is loaded unchecked.
        with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            model.validate(data, lazy=True)
    except SchemaErrors as error:
        cases: pl.DataFrame = error.failure_cases
        if cases["index"].null_count():
            raise
    else:
        return data, _without_faults(data)
    is_rule = pl.col("schema_context") == "DataFrameSchema"
    fault = pl.when(is_rule).then(pl.col("check")).otherwise(pl.col("column") + ": " + pl.col("check"))
    faults = (
        cases.select(pl.col("index").cast(pl.UInt32), fault.alias("faults"))
        .group_by("index", maintain_order=True)
        .agg(pl.col("faults").str.join("; "))
    )
    marked = data.with_row_index("index").join(faults, on="index", how="left", maintain_order="left")
    marked = marked.drop("index")
    return (
        marked.filter(pl.col("faults").is_null()).drop("faults"),
        marked.filter(pl.col("faults").is_not_null()),
    )


def _without_faults(data: pl.DataFrame) -> pl.DataFrame:
    return data.clear().with_columns(pl.lit(None, pl.String).alias("faults"))


def checked(
    model: type[Table], rows: Sequence[Mapping[str, Any]]
) -> tuple[pl.DataFrame, list[tuple[Mapping[str, Any], str]]]:
    """Return the rows that can be typed and that `model` accepts, and each other row with its faults."""
    refused: list[tuple[Mapping[str, Any], str]] = []
    try:
        data = frame(model, rows)
    except RowError:
        # Rare, so slow: one by one, to lose only the rows that are wrong.
        typed, kept = [], []
        for row in rows:
            try:
                typed.append(frame(model, [row]))
                kept.append(row)
            except RowError as error:
                refused.append((row, f"{error.column}: {error.fault}"))
        data, rows = pl.concat([frame(model, []), *typed]), kept
    valid, invalid = split_invalid(data, model)
    refused.extend((row, row["faults"]) for row in invalid.iter_rows(named=True))
    return valid, refused


def base_type(dtype: Any) -> type:
    """Return the class of a polars type, given as class or as instance."""
    return dtype if isinstance(dtype, type) else type(dtype)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    # A lone surrogate is no character: neither polars nor DuckDB stores it.
    value.encode()
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    return float(value)


def _integer(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} is no whole number")
    if not -(2**63) <= value < 2**63:
        raise ValueError(f"{value} does not fit 64 bits")
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def _day(value: Any) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _time(value: Any) -> datetime:
    return datetime.fromisoformat(value) if isinstance(value, str) else value


CONVERT: dict[type, Callable[[Any], Any]] = {
    pl.String: _text,
    pl.Float64: _number,
    pl.Int64: _integer,
    pl.Boolean: _truth,
    pl.Date: _day,
    pl.Datetime: _time,
}
