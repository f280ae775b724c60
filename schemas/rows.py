"""From JSON rows to typed frames, and from frames to valid rows and rejected ones."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

import polars as pl
from pandera.config import ValidationDepth, config_context
from pandera.errors import SchemaErrors

from schemas.base import Table, columns_of, definition_of, whole_rows
from schemas.faults import first_line
from schemas.plain_pandera import pa, spared

# What JSON has no type for comes as text.
FROM_TEXT: dict[type, Callable[[str], Any]] = {
    pl.Date: date.fromisoformat,
    pl.Datetime: datetime.fromisoformat,
}
# What polars raises where a value has another type, does not fit, or is no text (a lone surrogate).
FAULTS = (KeyError, TypeError, ValueError, OverflowError, pl.exceptions.PolarsError)


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
    return pl.DataFrame([_series(model, name, rows) for name in columns_of(model)])


@cache
def _empty(model: type[Table]) -> pl.DataFrame:
    """Return the frame of no rows; a batch has several, and making one costs as much as ten rows."""
    return frame(model, [])


def _series(model: type[Table], name: str, rows: Sequence[Mapping[str, Any]]) -> pl.Series:
    try:
        return _typed(model, name, rows)
    except FAULTS:
        # One by one, to name the row.
        for position, row in enumerate(rows):
            try:
                _typed(model, name, [row])
            except FAULTS as error:
                fault = "is missing" if isinstance(error, KeyError) else first_line(error)
                raise RowError(definition_of(model).name, position, name, fault) from None
        raise


def _typed(model: type[Table], name: str, rows: Sequence[Mapping[str, Any]]) -> pl.Series:
    dtype = columns_of(model)[name].dtype.type
    values = [row[name] for row in rows]
    if convert := FROM_TEXT.get(base_type(dtype)):
        values = [convert(value) if isinstance(value, str) else value for value in values]
    return pl.Series(name, values, dtype=dtype, strict=True)


def split_invalid(data: pl.DataFrame, model: type[Table]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Split `data` into the rows that `model` accepts and those that it does not, in their order.

    Of rows with one primary key the first is kept. An empty frame is valid when it has the columns of
    `model`: a batch may well have no breakdowns. Whether there should be rows is the caller's question.

    Returns:
        The valid rows, and the invalid ones with a column more, `faults`: which columns or rules.

    Raises:
        pandera.errors.SchemaErrors: the frame has other columns or types; no row can be told apart.
    """
    has_columns = data.schema == _empty(model).schema
    if has_columns and (data.is_empty() or _faults(whole_rows(model), data) is None):
        return data, _without_faults(data)
    error = _faults(model, data)
    if error is None:
        return data, _without_faults(data)
    cases: pl.DataFrame = error.failure_cases
    if cases["index"].null_count():
        raise error
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


def _faults(schema: type[Table] | pa.DataFrameSchema, data: pl.DataFrame) -> SchemaErrors | None:
    """Return what pandera has against `data`, or None."""
    try:
        # Whatever the environment says: no row is loaded unchecked.
        with (
            spared(),
            config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA),
        ):
            schema.validate(data, lazy=True)
    except SchemaErrors as error:
        return error
    return None


def _without_faults(data: pl.DataFrame) -> pl.DataFrame:
    return data.clear().with_columns(pl.lit(None, pl.String).alias("faults"))


def checked(
    model: type[Table], rows: Sequence[Mapping[str, Any]]
) -> tuple[pl.DataFrame, list[tuple[Mapping[str, Any], str]]]:
    """Return the rows that can be typed and that `model` accepts, and each other row with its faults."""
    if not rows:
        return _empty(model), []
    refused: list[tuple[Mapping[str, Any], str]] = []
    data = pl.concat([_empty(model), *_typed_frames(model, rows, refused)])
    valid, invalid = split_invalid(data, model)
    refused.extend((row, row["faults"]) for row in invalid.iter_rows(named=True))
    return valid, refused


def _typed_frames(
    model: type[Table], rows: Sequence[Mapping[str, Any]], refused: list[tuple[Mapping[str, Any], str]]
) -> Iterator[pl.DataFrame]:
    """Give frames of the rows that can be typed, in order; put the others into `refused`.

    Halved until the rows that cannot be typed stand alone: a frame a row would cost all the rows of a
    batch a second and a kilobyte a cell, for one wrong row among thousands.
    """
    try:
        yield frame(model, rows)
    except RowError as error:
        if len(rows) == 1:
            refused.append((rows[0], f"{error.column}: {error.fault}"))
            return
        middle = len(rows) // 2
        yield from _typed_frames(model, rows[:middle], refused)
        yield from _typed_frames(model, rows[middle:], refused)


def base_type(dtype: Any) -> type:
    """Return the class of a polars type, given as class or as instance."""
    return dtype if isinstance(dtype, type) else type(dtype)
