"""What a run checks: everything, or what the changed articles can touch (`warehouse.touched`)."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from typing import Any, TypeVar

import duckdb

from warehouse.check_files import COMPARED, Check, divided, sql_text
from warehouse.names import literal, quoted
from warehouse.publish import use_threads
from warehouse.touched import CHANGED, forget_compared, keep_compared, note_changed

Answer = TypeVar("Answer")

# What all checks read. The first are views of the warehouse too; a user's own checks have no more than those.
PREPARED = ("checkable_figures", "relation_roles")
NARROWED = {
    **dict.fromkeys(("articles", "figures", "links", "breakdowns"), CHANGED),
    "link_figures": "select rowid from {} where link_id in (select link_id from links)",
    "breakdown_parts": "select rowid from {} where breakdown_id in (select breakdown_id from breakdowns)",
}
TEMPORARY = (
    *COMPARED,
    "all_articles",
    "entity_wholes",
    "worded_totals",
    "doubtful_roles",
    *PREPARED,
    *NARROWED,
)

# With so many figures some relation of every kind is there, and planning costs little beside the rest.
WORTH_PLANNING = 20_000
# Of so few an optimizer's work costs more than what it saves: each of the dozens of plans takes milliseconds.
FEW_FIGURES = 5_000
# Of more changed articles it pays, whatever else is there.
FEW_ARTICLES = 1_000


def has_few_figures(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether planning the checks costs more than what they read."""
    return row_count(connection, "figures") <= FEW_FIGURES


@contextmanager
def suited(connection: duckdb.DuckDBPyConnection, articles: Collection[str] | None) -> Iterator[None]:
    """Let DuckDB take queries as they are written where there are few figures, and few in one thread.

    What little a change can touch is not shared out among threads at a profit. A run opens a small warehouse
    with one thread; what has grown is checked with all.
    """
    if is_small(articles) or has_few_figures(connection):
        optimize(connection, is_on=False)
    elif articles is None:
        use_threads(connection)
    (threads,) = connection.execute("select current_setting('threads')").fetchone() or (1,)
    if articles is not None:
        connection.execute("set threads = 1")
    try:
        yield
    finally:
        release(connection)
        optimize(connection, is_on=True)
        if articles is not None:
            connection.execute(f"set threads = {threads}")


def is_small(articles: Collection[str] | None) -> bool:
    """Whether so little is checked that its queries are best taken as they are written."""
    return articles is not None and len(articles) <= FEW_ARTICLES


@contextmanager
def over_all(connection: duckdb.DuckDBPyConnection, articles: Collection[str] | None) -> Iterator[None]:
    """Let DuckDB optimize what reads a whole table, however little is checked."""
    if is_small(articles):
        optimize(connection, is_on=True)
    try:
        yield
    finally:
        if is_small(articles):
            optimize(connection, is_on=False)


def optimize(connection: duckdb.DuckDBPyConnection, *, is_on: bool) -> None:
    """Let DuckDB optimize queries from now on, or take them as they are written."""
    connection.execute(parsed(connection, f"set enable_optimizer = {is_on}")[0])


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

    `checkable_figures` and `relation_roles` are those of the articles to check, those of `COMPARED` those of
    any article that are compared with theirs.
    """
    for _ in make_macros(connection):
        pass
    # What is found is sorted; rows that may come in any order need not be held until it is their turn.
    connection.execute("set preserve_insertion_order = false")
    sparingly(connection, lambda: _prepare(connection, articles))


def make_macros(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Make the macros that checks share, piece by piece; once a connection, since they are dozens."""
    text = sql_text("check_macros.sql")
    made = blake2b(text.encode(), digest_size=8).hexdigest()
    with suppress(duckdb.CatalogException):
        if connection.execute("select macros_made()").fetchall() == [(made,)]:
            return
    for statement in parsed(connection, text):
        connection.execute(statement)
        yield
    connection.execute(f"create or replace temp macro macros_made() as {literal(made)}")


def sparingly(connection: duckdb.DuckDBPyConnection, ask: Callable[[], Answer]) -> Answer:
    """Return what `ask` gives, in one thread from now on if several take more than the memory of a run."""
    try:
        return ask()
    except duckdb.OutOfMemoryException:
        connection.execute("set threads = 1")
        return ask()


def _prepare(connection: duckdb.DuckDBPyConnection, articles: Collection[str] | None) -> None:
    release(connection)
    connection.execute(parsed(connection, sql_text("entity_wholes.sql"))[0])
    # Without such a share no figure has to be looked at.
    is_worded = connection.execute(
        "select 1 from worded_shares where entity_code is not null limit 1"
    ).fetchall()
    totals = sql_text("worded_totals.sql") + ("" if is_worded else "limit 0")
    with over_all(connection, articles):
        connection.execute(parsed(connection, totals)[0])
    # Of all of them, without their texts.
    dated = "select article_id, story_id, published_on, superseded_by from"
    connection.execute(f"create temp view all_articles as {dated} {_whole(connection, 'articles')}")
    if articles is not None:
        note_changed(connection, articles)
        with over_all(connection, articles):
            for table, rowids in NARROWED.items():
                narrow(connection, table, rowids.format(table))
    _compute_figures(connection)
    _compute_roles(connection, is_held=articles is not None)
    has_roles = row_count(connection, "relation_roles")
    doubtful = sql_text("doubtful_roles.sql") if has_roles else "from relation_roles"
    connection.execute(parsed(connection, f"create temp table doubtful_roles as {doubtful}")[0])
    compared = sql_text("compared_figures.sql")
    if articles is not None:
        connection.execute(parsed(connection, f"create or replace temp table new_figures as {compared}")[0])
        find_touched(connection, articles)
        return
    if has_few_figures(connection):
        forget_compared(connection)
        connection.execute(f"create temp table compared_figures as {compared}")
    else:
        keep_compared(connection)
    for name in COMPARED[1:]:
        condition = "flow_key is not null" if name == "flow_figures" else "true"
        connection.execute(f"create temp view {name} as select * from compared_figures where {condition}")


def find_touched(connection: duckdb.DuckDBPyConnection, articles: Collection[str]) -> None:
    """Bring the table of what is compared up to date, and make tables of what of it a change can touch.

    At once, since what the articles told before is known no more when it is tried again.
    """
    connection.execute("begin")
    try:
        with over_all(connection, articles):
            for statement in parsed(connection, sql_text("touched_figures.sql")):
                connection.execute(statement)
        for statement in parsed(connection, sql_text("near_figures.sql")):
            connection.execute(statement)
        connection.execute("commit")
    except BaseException:
        with suppress(duckdb.TransactionException):
            connection.execute("rollback")
        raise


def release(connection: duckdb.DuckDBPyConnection) -> None:
    """Drop what `prepare` made, so that tables and views of these names are seen again."""
    for name in TEMPORARY:
        try:
            connection.execute(parsed(connection, f"drop table if exists temp.{name}")[0])
        except duckdb.CatalogException:
            # It is a view; to ask first, of all tables and views, takes longer.
            connection.execute(f"drop view temp.{name}")


def _compute_figures(connection: duckdb.DuckDBPyConnection) -> None:
    """Make a table of `checkable_figures`.

    In steps: the few figures that their article tells apart are sought in the table, and marked there. Asked
    at once, all would be held twice, or read twice.
    """
    known, rest = divided(sql_text("views", "checkable_figures.sql"), "known")
    told_apart, _ = divided(rest, "told_apart")
    text = f"""
        create temp table known as {known};
        update known set is_known = false
        where is_known and hash(article_id, series_key, time_key) in ({told_apart});
        alter table known rename is_known to is_identified;
        alter table known rename to checkable_figures
    """
    for statement in parsed(connection, text):
        connection.execute(statement)


def _compute_roles(connection: duckdb.DuckDBPyConnection, *, is_held: bool) -> None:
    """Make a table of `relation_roles`. What it asks twice is held or, of all figures, computed twice."""
    how = " as materialized " if is_held else " as not materialized "
    text = sql_text("views", "relation_roles.sql").replace(" as not materialized ", how)
    (statement,) = parsed(connection, f"create temp table relation_roles as {text}")
    connection.execute(statement)


def narrow(connection: duckdb.DuckDBPyConnection, table: str, rowids: str, **values: Any) -> None:
    """Let a table hold no more than the rows whose ids a query selects, until `release`.

    By way of the ids the other columns are read of these rows alone, which is ten times as fast.
    """
    text = f"create or replace temp table {table} as select * from {table} where rowid in (\n{rowids}\n)"
    connection.execute(parsed(connection, text)[0], values)


def read_also(connection: duckdb.DuckDBPyConnection, figures: str, **values: Any) -> None:
    """Let `figures` and `articles` hold those of more articles: of the compared figures that a query selects.

    At once, whatever reads them: the ids of all figures are looked through for it.
    """
    text = f"""
        create or replace temp table other_articles as
        select distinct article_id
        from (
            select figure_id, article_id from compared_figures
            union all
            select figure_id, article_id from flow_figures
        )
        where figure_id in (\n{figures}\n) and article_id not in (select article_id from changed_articles)
    """
    connection.execute(parsed(connection, text)[0], values)
    if not row_count(connection, "other_articles"):
        return
    for table in ("figures", "articles"):
        whole = _whole(connection, table)
        text = f"""
            insert into {table} select * from {whole} where rowid in (
                select rowid from {whole} where article_id in (select article_id from other_articles)
            )
        """
        connection.execute(parsed(connection, text)[0])


def _whole(connection: duckdb.DuckDBPyConnection, table: str) -> str:
    (database,) = connection.execute(parsed(connection, "select current_database()")[0]).fetchone() or ("",)
    return f"{quoted(database)}.{table}"


def unneeded(connection: duckdb.DuckDBPyConnection, checks: Sequence[Check], *, is_partial: bool) -> set[str]:
    """Return the names of the checks that can select nothing, for want of the rows that they need.

    Planning a query costs more than running it over few articles, so it is worth asking first; over many it
    is not.
    """
    if row_count(connection, "checkable_figures") > WORTH_PLANNING:
        return set()
    conditions: dict[str, dict[str, str]] = {}
    for needs in dict.fromkeys(check.needs for check in checks if check.needs):
        table, _, condition = needs.partition(": ")
        if table in COMPARED and not is_partial:
            # They are views of one: it is asked once.
            table = COMPARED[0]
        conditions.setdefault(table, {})[needs] = condition
    missing: set[str] = set()
    for table, each in conditions.items():
        columns = ", ".join(f"coalesce(bool_or({condition}), false)" for condition in each.values())
        if not row_count(connection, table):
            missing |= each.keys()
            continue
        query = parsed(connection, f"select {columns} from {table}")[0]
        present = connection.execute(query).fetchone() or ()
        missing |= {needs for needs, is_there in zip(each, present, strict=True) if not is_there}
    return {check.name for check in checks if check.needs in missing}


def row_count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Return how many rows a table has."""
    # To the end: an unfinished result keeps another database from reading this one.
    ((count,),) = connection.execute(parsed(connection, f"select count(*) from {table}")[0]).fetchall()
    return int(count)


ORIGINS_OF_CHECKABLE = """
select figure_id, article_id, origin_id from checkable_figures where figure_id in (select unnest($ids))
"""
ORIGINS = """
select figure_id, article_id, coalesce(story_id, article_id)
from {figures}
inner join {articles} using (article_id)
where figure_id in (select unnest($ids))
"""


def origins(
    connection: duckdb.DuckDBPyConnection, ids: Collection[str], *, prepared: bool
) -> dict[str, tuple[str, str]]:
    """Return article and story of figures, by id; of what is prepared alone, before `release`."""
    articles = "all_articles" if prepared else _whole(connection, "articles")
    tables = COMPARED if prepared else (_whole(connection, "figures"),)
    queries = [ORIGINS.format(figures=table, articles=articles) for table in tables]
    known: dict[str, tuple[str, str]] = {}
    for query in [ORIGINS_OF_CHECKABLE, *queries] if prepared else queries:
        # What the first table has need not be asked of the second, which may be the same one.
        if asked := sorted(set(ids) - known.keys()):
            rows = connection.execute(parsed(connection, query)[0], {"ids": asked}).fetchall()
            known |= {figure_id: (article_id, origin_id) for figure_id, article_id, origin_id in rows}
    return known
