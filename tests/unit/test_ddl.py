"""The tables that are made, with their comments, checks and versions."""

import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from loading import rows

from schemas.base import columns_of, definition_of
from schemas.figures import Figures
from schemas.reference import TABLES as REFERENCE_TABLES
from schemas.tables import MODELS
from warehouse import ddl
from warehouse.dictionary import dictionary
from warehouse.errors import NotAWarehouse, WrongSchemaVersion
from warehouse.names import literal, quoted
from warehouse.sql_files import _in_order, split_comment, statements_of, view_statements
from warehouse.version import require_version

VIEWS = ("figure_details", "open_findings", "reconciled_figures", "timeline")


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        ddl.create(connection)
        yield connection


def test_there_is_a_table_for_every_model_and_reference_csv(connection: duckdb.DuckDBPyConnection) -> None:
    names = {name for (name,) in rows(connection, "select table_name from duckdb_tables()")}
    assert names == {definition_of(model).name for model in MODELS} | set(REFERENCE_TABLES)


def test_every_table_view_and_table_column_has_a_comment(connection: duckdb.DuckDBPyConnection) -> None:
    without = """
        select table_name from duckdb_tables() where coalesce(comment, '') = ''
        union all
        select view_name from duckdb_views() where not internal and coalesce(comment, '') = ''
        union all
        select table_name || '.' || column_name
        from duckdb_columns() inner join duckdb_tables() using (table_name)
        where coalesce(duckdb_columns.comment, '') = ''
    """
    assert rows(connection, without) == []


def test_columns_stand_in_the_order_of_the_model(connection: duckdb.DuckDBPyConnection) -> None:
    described = [name for name, *_ in rows(connection, "describe figures")]
    assert described == list(columns_of(Figures))


def test_the_primary_key_is_the_model_s(connection: duckdb.DuckDBPyConnection) -> None:
    query = """
        select table_name, constraint_column_names from duckdb_constraints()
        where constraint_type = 'PRIMARY KEY'
    """
    assert {name: tuple(key) for name, key in rows(connection, query)} == {
        definition_of(model).name: definition_of(model).key
        for model in MODELS
        if definition_of(model).is_indexed
    }


def test_no_table_with_dozens_of_rows_an_article_has_an_index() -> None:
    """DuckDB would hold all of it in memory, until nothing more could be loaded."""
    assert {definition_of(model).name for model in MODELS if not definition_of(model).is_indexed} == {
        *("figures", "breakdowns", "breakdown_parts", "links", "link_figures", "worded_shares", "rejects")
    }


@pytest.mark.parametrize("view", VIEWS)
def test_views_are_there_and_empty(connection: duckdb.DuckDBPyConnection, view: str) -> None:
    assert rows(connection, f"select * from {view}") == []


def test_creating_twice_changes_nothing(connection: duckdb.DuckDBPyConnection) -> None:
    before = rows(connection, "select * from meta order by name")
    connection.execute("begin read only")
    ddl.create(connection)
    connection.execute("commit")
    assert rows(connection, "select * from meta order by name") == before


def test_views_are_renewed_when_their_text_is_another(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("create view of_older_versions as select 1 as one")
    connection.execute("create or replace view timeline as select 1 as one")
    ddl.set_meta(connection, "views_hash", "older")
    ddl.create(connection)
    assert "is_disputed" in [name for name, *_ in rows(connection, "describe timeline")]
    assert rows(connection, "select * from duckdb_views() where view_name = 'of_older_versions'") == []


@pytest.mark.parametrize("name", ["schema_version", "schema_hash"])
def test_tables_of_another_version_are_refused_and_left_alone(name: str) -> None:
    with duckdb.connect() as connection:
        ddl.create(connection)
        ddl.set_meta(connection, name, "0")
        with pytest.raises(WrongSchemaVersion, match=r"version .*0.*crossfoot rebuild"):
            ddl.create(connection)
        assert ddl.get_meta(connection, name) == "0"


def test_a_reader_asks_for_the_version() -> None:
    with duckdb.connect() as connection:
        with pytest.raises(NotAWarehouse, match="holds no tables of Crossfoot"):
            require_version(connection)
        ddl.create(connection)
        require_version(connection)
        ddl.set_meta(connection, "schema_version", "999")
        with pytest.raises(WrongSchemaVersion, match="999"):
            require_version(connection)


@pytest.mark.parametrize(
    "statement",
    [
        "create table songs (title varchar)",
        "create table meta (a int); create table figures (a int)",
    ],
)
def test_another_program_s_database_is_refused_and_left_alone(statement: str) -> None:
    with duckdb.connect() as connection:
        connection.execute(statement)
        before = rows(connection, "select table_name from duckdb_tables() order by all")
        with pytest.raises(NotAWarehouse, match="name another file"):
            ddl.create(connection)
        assert rows(connection, "select table_name from duckdb_tables() order by all") == before


def test_a_failed_creation_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ddl, "view_statements", lambda: iter(["create view broken as select nothing"]))
    with duckdb.connect() as connection:
        with pytest.raises(duckdb.Error):
            ddl.create(connection)
        assert rows(connection, "select table_name from duckdb_tables()") == []


def test_a_check_without_sql_is_no_silent_loss() -> None:
    class Unknown:
        name = "starts_with_a_vowel"
        statistics: dict[str, object] = {}  # noqa: RUF012

    with pytest.raises(NotImplementedError, match="starts_with_a_vowel"):
        ddl._condition("name", Unknown())


def test_views_come_after_those_they_read() -> None:
    bodies = {"a": "-- reads b\nselect * from c", "b": "select 1", "c": "select * from b"}
    assert _in_order(bodies) == ["b", "c", "a"]


def test_views_that_read_each_other_are_an_error() -> None:
    with pytest.raises(ValueError, match="a, b"):
        _in_order({"a": "select * from b", "b": "select * from a"})


def test_the_leading_comment_becomes_one_line() -> None:
    assert split_comment("-- What it shows,\n-- and why.\n\nselect 1 -- one\n;\n") == (
        "What it shows, and why.",
        "select 1 -- one\n",
    )


def test_statements_end_with_a_semicolon_at_the_end_of_a_line() -> None:
    assert statements_of("select ';' as mark;\nselect 2 ;  \n") == ["select ';' as mark", "select 2"]


def test_names_and_text_are_quoted() -> None:
    assert quoted('a"b') == '"a""b"'
    assert literal("it's") == "'it''s'"


def test_the_data_dictionary_is_up_to_date() -> None:
    page = (Path(__file__).parents[2] / "docs" / "warehouse.md").read_text(encoding="utf-8")
    made = dictionary()
    assert page == made, "run: python -m warehouse.dictionary > docs/warehouse.md"


def test_the_data_dictionary_names_every_macro() -> None:
    made = dictionary()
    names = [re.search(r"^create or replace macro (\w+)", sql, re.MULTILINE) for sql in view_statements()]
    found = [name[1] for name in names if name]
    assert {"meet", "growth_between"} <= set(found)
    assert [name for name in found if f"- `{name}(" not in made] == []
