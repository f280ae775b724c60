"""What a run checks: everything, or what the changed articles can touch.

A change can touch the relations of the changed articles, and the figures of the same entity and metric in
any article, together with those of the entity's parts and wholes. Nothing else can differ, so nothing
else is read.
"""

from collections.abc import Collection, Sequence
from functools import cache

import duckdb
import polars as pl

from warehouse.check_files import Check, sql_text

# In this order: each may use the ones before it.
PREPARED = ("checkable_figures", "relation_roles")


@cache
def parsed(sql: str) -> tuple[duckdb.Statement, ...]:
    """Return the statements of shipped SQL, parsed once a process: that is a quarter of a query's cost."""
    return tuple(duckdb.extract_statements(sql))


def prepare(connection: duckdb.DuckDBPyConnection, articles: Collection[str] | None) -> None:
    """Compute once, as temporary tables, what all checks read; they hide the views of the same names."""
    for statement in parsed(sql_text("check_macros.sql")):
        connection.execute(statement)
    release(connection)
    if articles is None:
        conditions = dict.fromkeys(PREPARED, "true")
    else:
        _note_changes(connection, articles)
        conditions = {
            "checkable_figures": """
                article_id in (select article_id from changed_articles)
                or (entity_code, metric_code) in (select entity_code, metric_code from touched_series)
            """,
            "relation_roles": "article_id in (select article_id from changed_articles)",
        }
        # Nothing is asked of two articles before series are compared: the rest need not be read at all.
        connection.execute(
            """
            create or replace temp table figures as
            select * from figures
            where article_id in (select article_id from changed_articles)
                or article_id in (
                    select article_id from figures
                    where (entity_code, metric_code) in (select entity_code, metric_code from touched_series)
                )
            """
        )
    for name in PREPARED:
        (statement,) = parsed(
            f"create or replace temp table {name} as "
            f"select * from ({sql_text('views', name + '.sql')}) where {conditions[name]}"
        )
        connection.execute(statement)
    connection.execute("drop table if exists temp.figures")


def release(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop the temporary tables, so that the views are seen again."""
    for name in PREPARED:
        connection.execute(f"drop table if exists temp.{name}")


def unneeded(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check]) -> set[str]:
    """Return the names of the checks that can select nothing, for want of the rows that they need.

    Planning a query costs more than running it over few articles, so it is worth asking first.
    """
    conditions: dict[str, list[str]] = {}
    for needs in dict.fromkeys(check.needs for check in checks if check.needs):
        table, _, condition = needs.partition(": ")
        conditions.setdefault(table, []).append(condition)
    missing = set()
    for table, each in conditions.items():
        columns = ", ".join(f"coalesce(bool_or({condition}), false)" for condition in each)
        present = connection.execute(f"select {columns} from {table}").fetchone() or ()
        missing |= {f"{table}: {one}" for one, is_there in zip(each, present, strict=True) if not is_there}
    return {check.name for check in checks if check.needs in missing}


def covered_findings(
    connection: duckdb.DuckDBPyConnection, checks: Sequence[Check], *, is_partial: bool
) -> set[str]:
    """Return the findings that this run would have selected again if they still held."""
    standing = connection.execute(
        "select finding_id, check_name from findings where status <> 'closed'"
    ).fetchall()
    if not is_partial:
        return {finding_id for finding_id, _ in standing}
    # A finding with a figure that is gone no longer holds as it was.
    rows = connection.execute(
        """
        select
            finding_figures.finding_id,
            bool_or(figures.article_id is null or changed_articles.article_id is not null) as is_changed,
            bool_or(figures.article_id is null or checkable_figures.figure_id is not null) as is_touched
        from finding_figures
        left join figures on finding_figures.figure_id = figures.figure_id
        left join changed_articles on figures.article_id = changed_articles.article_id
        left join checkable_figures on finding_figures.figure_id = checkable_figures.figure_id
        group by finding_figures.finding_id
        """
    ).fetchall()
    changed = {finding_id for finding_id, is_changed, _ in rows if is_changed}
    touched = {finding_id for finding_id, _, is_touched in rows if is_touched}
    reach = {check.name: check.reach for check in checks}
    covered = set()
    for finding_id, check_name in standing:
        # A check that was taken away holds nothing any more.
        how_far = reach.get(check_name, "all")
        if how_far == "all" or finding_id in (changed if how_far == "article" else touched):
            covered.add(finding_id)
    return covered


def _note_changes(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> None:
    changed = pl.DataFrame({"article_id": sorted(articles)}, schema={"article_id": pl.String})
    connection.register("changed_frame", changed)
    connection.execute("create or replace temp table changed_articles as select * from changed_frame")
    connection.unregister("changed_frame")
    connection.execute(
        """
        create or replace temp table touched_series as
        with recursive broken as (
            -- Where a figure of a finding is gone, what it was compared with is compared anew.
            select distinct finding_figures.finding_id
            from finding_figures
            inner join findings on finding_figures.finding_id = findings.finding_id
            anti join figures on finding_figures.figure_id = figures.figure_id
            where findings.status <> 'closed'
        ),

        started as (
            select entity_code, metric_code from figures
            where article_id in (select article_id from changed_articles)
            union
            select figures.entity_code, figures.metric_code
            from broken
            inner join finding_figures on broken.finding_id = finding_figures.finding_id
            inner join figures on finding_figures.figure_id = figures.figure_id
        ),

        neighbours as (
            select whole_code as one, part_code as other from entity_parts
            union
            select part_code, whole_code from entity_parts
        ),

        reached(entity_code, metric_code) as (
            select entity_code, metric_code from started
            where entity_code is not null and metric_code is not null
            union
            select neighbours.other, reached.metric_code
            from reached
            inner join neighbours on reached.entity_code = neighbours.one
        )

        select entity_code, metric_code from reached
        """
    )
