"""A row that pandera accepts DuckDB accepts, and the other way round: both follow from one model."""

import string
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loading import figure

from schemas.base import Table, columns_of, definition_of
from schemas.figures import Figures
from schemas.rows import base_type, frame, split_invalid
from schemas.tables import MODELS
from warehouse import arrow
from warehouse.ddl import create

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
# Short intervals of numbers meet rules more often than numbers from anywhere.
ANY = {
    pl.String: TEXT,
    pl.Int64: st.integers(-3, 12) | st.integers(-(2**63), 2**63 - 1),
    pl.Float64: st.floats() | st.sampled_from([-1.0, 0.0, 0.5, 1.0, 1.5, 1e300, -1e300, 1.1e300]),
    pl.Boolean: st.booleans(),
    pl.Date: DAYS,
    pl.Datetime: st.datetimes(datetime(1700, 1, 1), datetime(2200, 1, 1)),
    pl.Binary: st.binary(max_size=8),
}
PROPER = {
    pl.Int64: st.integers(0, 9),
    pl.Float64: st.floats(0, 1),
    pl.String: st.text(string.ascii_letters, min_size=1, max_size=4),
}


def proper(column: Any) -> st.SearchStrategy[Any]:
    """Return values that the column's own checks accept."""
    for check in column.checks:
        if check.name == "isin":
            return st.sampled_from(check.statistics["allowed_values"])
        if check.name == "str_matches":
            return st.text("0123456789abcdef", min_size=16, max_size=16)
    kind = base_type(column.dtype.type)
    return PROPER.get(kind, ANY[kind])


@st.composite
def rows(draw: st.DrawFn, model: type[Table]) -> dict[str, Any]:
    """Return a row of the right types that mostly fits its table, but for a column or two."""
    columns = columns_of(model)
    odd = draw(st.sets(st.sampled_from(list(columns)), max_size=2))
    row = {}
    for name, column in columns.items():
        values = ANY[base_type(column.dtype.type)] if name in odd else proper(column)
        row[name] = draw(st.none() | values if column.nullable or name in odd else values)
    if model is Figures and draw(st.booleans()):
        # As such a row almost never obeys all rules, begin with one that does.
        row = figure(**{name: row[name] for name in odd})
    if "quote" in row and draw(st.booleans()) and isinstance(row.get("char_start"), int):
        row["char_end"] = min(row["char_start"] + len(row["quote"] or ""), 2**63 - 1)
    return row


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as connection:
        create(connection)
        yield connection


OTHERS = [model for model in MODELS if model is not Figures]
EXAMPLES = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@settings(EXAMPLES, max_examples=60)
@given(row=rows(Figures))
def test_pandera_and_duckdb_accept_the_same_figures(
    connection: duckdb.DuckDBPyConnection, row: dict[str, Any]
) -> None:
    assert_same_verdict(connection, Figures, row)


@pytest.mark.parametrize("model", OTHERS, ids=[definition_of(model).name for model in OTHERS])
@settings(EXAMPLES, max_examples=12)
@given(data=st.data())
def test_pandera_and_duckdb_accept_the_same_rows(
    connection: duckdb.DuckDBPyConnection, model: type[Table], data: st.DataObject
) -> None:
    assert_same_verdict(connection, model, data.draw(rows(model)))


def assert_same_verdict(
    connection: duckdb.DuckDBPyConnection, model: type[Table], row: dict[str, Any]
) -> None:
    data = frame(model, [row])
    valid, _ = split_invalid(data, model)
    connection.execute("begin")
    try:
        arrow.insert(connection, definition_of(model).name, data, replace=False)
        is_accepted = True
    except duckdb.ConstraintException:
        is_accepted = False
    finally:
        connection.execute("rollback")
    assert is_accepted == (valid.height == 1)


@settings(EXAMPLES, max_examples=20)
@given(st.lists(rows(Figures), max_size=5))
def test_every_row_is_either_valid_or_split_off(made: list[dict[str, Any]]) -> None:
    valid, invalid = split_invalid(frame(Figures, made), Figures)
    assert valid.height + invalid.height == len(made)
    assert invalid["faults"].null_count() == 0
    again, none = split_invalid(valid, Figures)
    assert again.equals(valid) and none.is_empty()
