"""What changed articles can touch: figures that are compared with theirs, findings that may not hold now.

A change can touch the relations of the changed articles, and the figures of the same entity and metric in
any article, together with those of the entity's parts and wholes. Nothing else can differ, so nothing
else is read.
"""

from collections.abc import Collection, Sequence

import duckdb
import polars as pl

from warehouse import arrow
from warehouse.check_files import Check, sql_text

CHANGED = "select rowid as row_id from {} where article_id in (select article_id from changed_articles)"
REMOVED = """
create temp table if not exists removed_figures as
select figure_id, entity_code, metric_code, place_code, scope, base, period_end, is_cumulative
from figures
limit 0
"""
# The check that looks at figures of one flow, not of one time.
FLOW_CHECK = "period_exceeds_cumulative"


def note_removed(connection: duckdb.DuckDBPyConnection, articles: Sequence[str]) -> None:
    """Note the figures that are about to be removed: what they were compared with is compared anew."""
    connection.execute(REMOVED)
    connection.execute(
        """
        insert into removed_figures
        select figure_id, entity_code, metric_code, place_code, scope, base, period_end, is_cumulative
        from figures
        where article_id in (select unnest($ids))
        """,
        {"ids": articles},
    )


def find_touched(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> None:
    """Note the changed articles, the series of their figures, and the places of all figures of these."""
    connection.execute(REMOVED)
    changed = pl.DataFrame({"article_id": sorted(articles)}, schema={"article_id": pl.String})
    with arrow.given(connection, changed_frame=changed):
        connection.execute("create or replace temp table changed_articles as select * from changed_frame")
    connection.execute(f"create or replace temp table changed_figures as {CHANGED.format('figures')}")
    connection.execute(sql_text("touched_series.sql"))
    connection.execute(sql_text("touched_rows.sql"))


def touched_findings(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check]) -> set[str]:
    """Return the findings that a run over what is touched would have selected again if they still held."""
    reach = {check.name: check.reach for check in checks}
    rows = connection.execute(sql_text("touched_findings.sql")).fetchall()
    touched = set()
    for finding_id, check_name, is_changed, is_compared, is_in_flow in rows:
        # A check that was taken away holds nothing any more.
        how_far = reach.get(check_name, "all")
        if how_far == "series":
            is_reached = is_in_flow if check_name == FLOW_CHECK else is_compared
        else:
            is_reached = how_far == "all"
        if is_changed or is_reached:
            touched.add(finding_id)
    connection.execute("delete from removed_figures")
    return touched
