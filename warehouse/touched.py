"""What changed articles can touch: figures that are compared with theirs, findings that may not hold now.

A change can touch the relations of the changed articles, and the figures of the same entity and metric in
any article, together with those of the entity's parts and wholes. Nothing else can differ, so nothing
else is read. The table `compared_figures` holds what is compared, with the keys by which it meets; a check
of everything makes it, each check of a change brings it up to date.
"""

from collections.abc import Collection, Sequence

import duckdb
import polars as pl

from warehouse import arrow
from warehouse.check_files import Check, sql_text

CHANGED = "select rowid from {} where article_id in (select article_id from changed_articles)"
REMOVED = "create temp table if not exists removed_figures as select figure_id from figures limit 0"
COMPARED = "compared_figures"
COMMENT = (
    "Figures that checks compare with those of other articles, with the keys by which they meet; kept by the "
    "checks, so that those after a change find what it touches. Read checkable_figures instead."
)


def note_removed(connection: duckdb.DuckDBPyConnection, articles: Sequence[str]) -> None:
    """Note the figures that are about to be removed: what is found of them no longer stands."""
    connection.execute(REMOVED)
    connection.execute(
        """
        insert into removed_figures
        select figure_id from figures where article_id in (select unnest($ids))
        """,
        {"ids": articles},
    )


def keep_compared(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table of all figures that are compared, of `checkable_figures`."""
    connection.execute(f"create or replace table {COMPARED} as {sql_text(COMPARED + '.sql')}")
    connection.execute(f"comment on table {COMPARED} is '{COMMENT}'")


def forget_compared(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop that table: nobody brings it up to date now."""
    connection.execute(f"drop table if exists {COMPARED}")


def keeps_compared(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the table is there, and up to date but for what has changed since the last checks."""
    try:
        connection.execute(f"select 1 from {COMPARED} limit 0")
    except duckdb.CatalogException:
        return False
    return True


def note_changed(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> None:
    """Note which articles have changed."""
    connection.execute(REMOVED)
    changed = pl.DataFrame({"article_id": sorted(articles)}, schema={"article_id": pl.String})
    with arrow.given(connection, changed_frame=changed):
        connection.execute("create or replace temp table changed_articles as select * from changed_frame")


def touched_findings(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check]) -> set[str]:
    """Return the findings that a run over what is touched would have selected again if they still held."""
    # A check that was taken away holds nothing any more; one that reads all holds what it found again.
    sources = {check.name: check.source for check in checks if check.reach != "all"}
    touched = set()
    for finding_id, check_name, met in connection.execute(
        sql_text("touched_findings.sql"), {"near": sorted(sources)}
    ).fetchall():
        if check_name not in sources or "changed" in met or sources[check_name] in met:
            touched.add(finding_id)
    connection.execute("delete from removed_figures")
    return touched
