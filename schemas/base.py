"""What all tables share: how a column, a row rule and a primary key are written down.

A table is one pandera model. Everything else (tables in DuckDB, their comments and checks, the data
dictionary) follows from it. What one row can show wrong is a check here; what takes two rows is a
check in `warehouse/sql/checks`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

import polars as pl

from schemas.plain_pandera import pa


class Table(pa.DataFrameModel):
    """A table of the warehouse.

    `Config` of a subclass gives `name` (the table), `title`, `description` and `metadata` with `key`
    (primary key columns) and `rules`: conditions on one row, by name, in the SQL that polars and DuckDB
    both read. As in SQL, a rule that compares with NULL holds.
    """

    class Config:
        """Exactly these columns, in this order."""

        strict = True
        ordered = True
        metadata: ClassVar[dict[str, Any]] = {"key": (), "rules": {}}

    @classmethod
    def build_schema_(cls, **kwargs: Any) -> pa.DataFrameSchema:
        """Build the pandera schema, with the row rules and the primary key among its checks."""
        schema = super().build_schema_(**kwargs)
        definition = definition_of(cls)
        schema.checks = [
            *schema.checks,
            *(_rule_check(name, condition) for name, condition in definition.rules.items()),
        ]
        if definition.key:
            # Not pandera's `unique`, which refuses the first of two rows as well.
            schema.checks.append(_check("primary_key", _is_first(definition.key), ", ".join(definition.key)))
        return schema


@dataclass(frozen=True, slots=True)
class Definition:
    """What a model says beyond its columns.

    Attributes:
        name: the table.
        title, description: for people; the description is the table's comment.
        key: the primary key's columns, in order.
        is_indexed: whether DuckDB holds the key.
        rules: conditions on one row in SQL, by name.
    """

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    is_indexed: bool
    rules: Mapping[str, str]


def keyed(*key: str, **rules: str) -> dict[str, Any]:
    """Return the `Config.metadata` of a table: its primary key and the rules that each row obeys."""
    return {"key": key, "rules": rules}


def unindexed(*key: str, **rules: str) -> dict[str, Any]:
    """Return the same of a table that grows by dozens of rows an article, whose key DuckDB does not hold.

    DuckDB keeps an index in memory as a whole: those of sixty thousand articles took 100 MB, and once they
    do not fit nothing can be loaded any more. The rows of an article are new together: its own key is held.
    """
    return {**keyed(*key, **rules), "is_indexed": False}


@cache
def definition_of(model: type[Table]) -> Definition:
    """Return what `model` says about its table."""
    config = model.Config
    metadata = config.metadata
    return Definition(
        str(getattr(config, "name", "")),
        str(getattr(config, "title", "")),
        str(getattr(config, "description", "")),
        tuple(metadata.get("key", ())),
        bool(metadata.get("is_indexed", True)),
        dict(metadata.get("rules", {})),
    )


@cache
def columns_of(model: type[Table]) -> Mapping[str, Any]:
    """Return the pandera columns of `model` by name, in order."""
    # Asked for every column of every frame, and pandera makes them anew each time.
    return dict(model.to_schema().columns)


@cache
def whole_rows(model: type[Table]) -> pa.DataFrameSchema:
    """Return a schema that asks all that `model` says of values in one check, whose answer is yes or no.

    It takes a tenth of the time of a check a column; what is wrong with which row, those say.
    """
    conditions = []
    for name, column in columns_of(model).items():
        if not column.nullable:
            conditions.append(pl.col(name).is_not_null())
        conditions += [_condition(name, check).fill_null(True) for check in column.checks]
    definition = definition_of(model)
    conditions += [pl.sql_expr(rule).fill_null(True) for rule in definition.rules.values()]
    if definition.key:
        conditions.append(_is_first(definition.key))
    hold = pl.all_horizontal(conditions).all()

    def holds(data: Any) -> bool:
        return bool(data.lazyframe.select(hold).collect().item())

    return pa.DataFrameSchema(checks=[pa.Check(holds, name="whole_rows")])


def _condition(name: str, check: Any) -> pl.Expr:
    """Return a pandera check as an expression. What is not listed here fails: no check may be lost."""
    column: pl.Expr = pl.col(name)
    given = check.statistics
    match check.name:
        case "str_matches":
            return column.str.contains(given["pattern"])
        case "str_length" if given["max_value"] is None:
            return column.str.len_chars().ge(given["min_value"])
        case "isin":
            return column.is_in(list(given["allowed_values"]))
        case "in_range":
            return column.is_between(given["min_value"], given["max_value"])
        case "greater_than_or_equal_to":
            return column.ge(given["min_value"])
        case _:
            raise NotImplementedError(f"no expression for the check {check.name} of column {name}")


def _is_first(key: tuple[str, ...]) -> pl.Expr:
    row: pl.Expr = pl.struct(*key)
    return row.is_first_distinct()


def _rule_check(name: str, condition: str) -> pa.Check:
    return _check(name, pl.sql_expr(condition).fill_null(True), condition)


def _check(name: str, condition: pl.Expr, description: str) -> pa.Check:
    def holds(data: Any) -> pl.LazyFrame:
        frame: pl.LazyFrame = data.lazyframe
        return frame.select(condition.alias(name))

    return pa.Check(holds, name=name, error=name, title=name, description=description)
