"""Rows that the program itself makes: one that does not fit its table is a fault of the program."""

from collections.abc import Sequence

import polars as pl

from schemas.base import Table, definition_of
from schemas.rows import checked
from warehouse.errors import LoadFailed
from warehouse.planning import Row


def valid(model: type[Table], rows: Sequence[Row]) -> pl.DataFrame:
    """Return `rows` as a checked frame.

    Raises:
        LoadFailed: a row does not fit; names it and says why.
    """
    data, refused = checked(model, rows)
    if refused:
        row, faults = refused[0]
        key = ", ".join(str(row[name]) for name in definition_of(model).key)
        raise LoadFailed(f"{definition_of(model).name}: row {key}: {faults}")
    return data
