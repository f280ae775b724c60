"""What a run checks: everything, or what the changed articles can touch.

A change can touch the relations of the changed articles, and the figures of the same entity and metric in
any article, together with those of the entity's parts and wholes. Nothing else can differ, so nothing
else is read.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

import duckdb
import polars as pl

from warehouse import arrow
from warehouse.check_files import Check, sql_text

Answer = TypeVar("Answer")

# What all checks read. The first are views of the warehouse too; a user's own checks have no more than those.
PREPARED = ("checkable_figures", "relation_roles")
NARROWED = ("figures", "links", "breakdowns")
TEMPORARY = ("identified_figures", *PREPARED, *NARROWED)

CHANGED = "select rowid from {} where article_id in (select article_id from changed_articles)"
# With so many figures some relation of every kind is there, and planning costs little beside the rest.
WORTH_PLANNING = 20_000
# Of so few an optimizer's work costs more than what it saves: each of the dozens of plans takes milliseconds.
FEW_FIGURES = 5_000
SERIES = "entity_code varchar, metric_code varchar, period_end date, is_cumulative boolean, flow_key ubigint"


def has_few_figures(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether planning the checks costs more than what they read."""
    return _count(connection, "figures") <= FEW_FIGURES


@contextmanager
def planned_plainly(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Let DuckDB take queries as they are written while the warehouse holds few figures."""
    if not has_few_figures(connection):
        # A run opens a small warehouse with one.
        connection.execute("reset threads")
        yield
        return
    connection.execute("set enable_optimizer = false")
    try:
        yield
    finally:
        connection.execute("set enable_optimizer = true")


def parsed(connection: duckdb.DuckDBPyConnection, sql: str) -> list[duckdb.Statement]:
    """Return the statements of shipped SQL, parsed once a process: that is a quarter of a query's cost.

    By the connection at hand: DuckDB's own function would open a database in memory for it.
    """
    if sql not in _parsed:
        _parsed[sql] = connection.extract_statements(sql)
    return _parsed[sql]


_parsed: dict[str, list[duckdb.Statement]] = {}


def prepare(connection: duckdb.DuckDBPyConnection, articles: Collection[str] | None) -> None:
    """Compute once, as temporary tables, what all checks read; they hide the views of the same names.

    `checkable_figures` and `relation_roles` are those of the articles to check, `identified_figures` those
    of any article that belong to a series to check. In a partial run `figures` holds what either needs:
    the rest need not be read at all.
    """
    for statement in parsed(connection, sql_text("check_macros.sql")):
        connection.execute(statement)
    # What is found is sorted; rows that may come in any order need not be held until it is their turn.
    connection.execute("set preserve_insertion_order = false")
    sparingly(connection, lambda: _prepare(connection, articles))


def sparingly(connection: duckdb.DuckDBPyConnection, ask: Callable[[], Answer]) -> Answer:
    """Return what `ask` gives, in one thread from now on if several take more than the memory of a run."""
    try:
        return ask()
    except duckdb.OutOfMemoryException:
        connection.execute("set threads = 1")
        return ask()


def _prepare(connection: duckdb.DuckDBPyConnection, articles: Collection[str] | None) -> None:
    release(connection)
    if articles is not None:
        _prepare_changed(connection, articles)
        return
    _compute(connection, "checkable_figures", is_held=False)
    _compute(connection, "relation_roles")
    connection.execute(
        "create temp view identified_figures as select * from checkable_figures where is_identified"
    )


def _prepare_changed(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> None:
    _note_changed_articles(connection, articles)
    for table in NARROWED:
        narrow(connection, table, CHANGED.format(table))
    _compute(connection, "checkable_figures")
    _compute(connection, "relation_roles")
    _note_touched(connection)
    narrow(connection, "figures", sql_text("touched_figures.sql"))
    _compute(connection, "checkable_figures", "is_identified", name="identified_figures")


def release(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop what `prepare` made, so that tables and views of these names are seen again."""
    for name in TEMPORARY:
        for kind in ("table", "view"):
            # It may be of the other kind; to ask first, of all tables and views, takes longer.
            with suppress(duckdb.CatalogException):
                connection.execute(f"drop {kind} if exists temp.{name}")


def _compute(
    connection: duckdb.DuckDBPyConnection,
    view: str,
    condition: str = "true",
    name: str | None = None,
    *,
    is_held: bool = True,
) -> None:
    """Make a table of a view. What it asks twice is held or, of all figures, computed twice: keys first."""
    text = sql_text("views", view + ".sql")
    if not is_held:
        text = text.replace(" as materialized ", " as not materialized ")
    (statement,) = parsed(
        connection, f"create temp table {name or view} as select * from ({text}) where {condition}"
    )
    connection.execute(statement)


def narrow(connection: duckdb.DuckDBPyConnection, table: str, rowids: str, **values: Any) -> None:
    """Let a table hold no more than the rows whose ids a query selects, until `widen`.

    By way of the ids the other columns are read of these rows alone, which is ten times as fast.
    """
    widen(connection, (table,))
    connection.execute(
        f"create temp table {table} as select * from {table} where rowid in (\n{rowids}\n)", values
    )


def widen(connection: duckdb.DuckDBPyConnection, tables: Sequence[str] = NARROWED) -> None:
    """Let tables hold all their rows again."""
    for table in tables:
        connection.execute(f"drop table if exists temp.{table}")


def unneeded(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check]) -> set[str]:
    """Return the names of the checks that can select nothing, for want of the rows that they need.

    Planning a query costs more than running it over few articles, so it is worth asking first; over many it
    is not.
    """
    if _count(connection, "checkable_figures") > WORTH_PLANNING:
        return set()
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


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    (count,) = connection.execute(f"select count(*) from {table}").fetchone() or (0,)
    return int(count)


ORIGINS_OF_PREPARED = """
select figure_id, article_id, origin_id from {} where figure_id in (select unnest($ids))
"""
ORIGINS = """
select figure_id, article_id, coalesce(story_id, article_id)
from figures
inner join articles using (article_id)
where figure_id in (select unnest($ids))
"""


def origins(
    connection: duckdb.DuckDBPyConnection, ids: Collection[str], *, prepared: bool
) -> dict[str, tuple[str, str]]:
    """Return article and story of figures, by id; of what is prepared alone, before `release`."""
    queries = (
        [ORIGINS_OF_PREPARED.format(table) for table in ("checkable_figures", "identified_figures")]
        if prepared
        else [ORIGINS]
    )
    known: dict[str, tuple[str, str]] = {}
    for query in queries:
        # What the first table has need not be asked of the second, which may be the same one.
        if asked := sorted(set(ids) - known.keys()):
            rows = connection.execute(query, {"ids": asked}).fetchall()
            known |= {figure_id: (article_id, origin_id) for figure_id, article_id, origin_id in rows}
    return known


def covered_findings(
    connection: duckdb.DuckDBPyConnection, checks: Sequence[Check], *, is_partial: bool
) -> set[str]:
    """Return the findings that this run would have selected again if they still held."""
    widen(connection)
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
            bool_or(identified_figures.figure_id is not null) as is_touched
        from finding_figures
        left join figures on finding_figures.figure_id = figures.figure_id
        left join changed_articles on figures.article_id = changed_articles.article_id
        left join identified_figures on finding_figures.figure_id = identified_figures.figure_id
        group by finding_figures.finding_id
        """
    ).fetchall()
    changed = {finding_id for finding_id, is_changed, _ in rows if is_changed}
    touched = changed | {finding_id for finding_id, _, is_touched in rows if is_touched}
    reach = {check.name: check.reach for check in checks}
    covered = set()
    for finding_id, check_name in standing:
        # A check that was taken away holds nothing any more.
        how_far = reach.get(check_name, "all")
        if how_far == "all" or finding_id in (changed if how_far == "article" else touched):
            covered.add(finding_id)
    return covered


def note_removed_series(connection: duckdb.DuckDBPyConnection, articles: Sequence[str]) -> None:
    """Note the series of figures that are about to be removed: what they stood between is compared anew."""
    connection.execute(f"create temp table if not exists removed_series ({SERIES})")
    connection.execute(
        """
        insert into removed_series
        select distinct
            entity_code, metric_code, period_end, is_cumulative,
            hash(entity_code, metric_code, place_code, scope, base)
        from figures
        where article_id in (select unnest($ids))
            and entity_code is not null and metric_code is not null and period_end is not null
        """,
        {"ids": articles},
    )


def _note_changed_articles(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> None:
    changed = pl.DataFrame({"article_id": sorted(articles)}, schema={"article_id": pl.String})
    with arrow.given(connection, changed_frame=changed):
        connection.execute("create or replace temp table changed_articles as select * from changed_frame")


def _note_touched(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(f"create temp table if not exists removed_series ({SERIES})")
    connection.execute(sql_text("touched_series.sql"))
    connection.execute("delete from removed_series")
