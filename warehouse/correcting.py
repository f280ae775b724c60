"""The corrections of a batch: what its texts state otherwise than those that they replace."""

from typing import Any, Protocol

import duckdb
import polars as pl

from warehouse.corrections import Version, corrections_of
from warehouse.planning import Plan, Row, named_rows

FIGURES = (
    "select * from figures where article_id in (select unnest($ids)) order by article_id, field, char_start"
)
TEXTS = "select article_id, title, text from articles where article_id in (select unnest($ids))"


class Batch(Protocol):
    """What is needed of a batch."""

    @property
    def run_id(self) -> str: ...  # noqa: D102
    @property
    def retrieved_at(self) -> Any: ...  # noqa: D102


def correction_rows(
    connection: duckdb.DuckDBPyConnection, plan: Plan, figures: pl.DataFrame, batch: Batch
) -> list[Row]:
    """Return the rows of `corrections`; to be asked before the old figures go.

    Args:
        connection: the warehouse as it was before the batch.
        plan: of the batch.
        figures: those that the batch reads.
        batch: its run and time.
    """
    if not plan.replaced:
        return []
    ids = sorted({one for pair in plan.replaced for one in (pair.old_article_id, pair.article_id)})
    # What is in the warehouse of an article that this batch reads is about to go.
    read = {one.article_id for one in plan.replaced} & set(plan.to_read)
    stored = named_rows(connection, FIGURES, {"ids": [one for one in ids if one not in read]})
    found: dict[str, list[Row]] = {one: [] for one in ids}
    fresh = figures.filter(pl.col("article_id").is_in(sorted(read)))
    for row in (*stored, *fresh.iter_rows(named=True)):
        found[row["article_id"]].append(row)
    stored = named_rows(connection, TEXTS, {"ids": ids})
    texts = {row["article_id"]: row for row in (*stored, *plan.articles)}
    versions = {one: Version(one, texts[one]["title"], texts[one]["text"], found[one]) for one in ids}
    return [
        {**row, "run_id": batch.run_id, "seen_at": batch.retrieved_at}
        for pair in plan.replaced
        for row in corrections_of(
            pair.source, pair.source_id, versions[pair.old_article_id], versions[pair.article_id]
        )
    ]
