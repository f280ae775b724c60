"""The warehouse's own settings, and whether this program can read it.

Imports nothing but DuckDB, so that a query starts fast.
"""

import duckdb

from warehouse.errors import NotAWarehouse, WrongSchemaVersion

# Raise it with every change to a table; views and macros are renewed without.
SCHEMA_VERSION = 8


def require_version(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise unless the database is a warehouse whose tables this program knows."""
    found = require_stored(connection)
    if found.get("schema_version") != str(SCHEMA_VERSION):
        raise wrong_version(found, str(SCHEMA_VERSION))


def require_stored(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the entries of `meta`; raise unless the database is a warehouse, of whatever version."""
    if not (found := read_meta(connection)):
        raise NotAWarehouse("the database holds no tables of Crossfoot; name another file")
    return found


def wrong_version(found: dict[str, str], expected: str) -> WrongSchemaVersion:
    """Return the error that says which version the warehouse has, and what to do."""
    has = " ".join(found.get(name, "unknown") for name in ("schema_version", "schema_hash"))
    return WrongSchemaVersion(
        f"the warehouse's tables are of version {has}, this program's of version {expected}; "
        "`crossfoot rebuild` makes a new one from the stored texts and keeps the history of the findings "
        "and what was accepted"
    )


def read_meta(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the entries of `meta`; none where the database is empty.

    Raises:
        NotAWarehouse: it holds tables, and they are not Crossfoot's.
    """
    try:
        rows = connection.execute("select name, value from meta").fetchall()
        connection.execute("select 1 from figures limit 0")
    except duckdb.BinderException as error:
        raise NotAWarehouse("its table meta is not Crossfoot's; name another file") from error
    except duckdb.CatalogException as error:
        if not (tables := _table_names(connection)):
            return {}
        raise NotAWarehouse(
            f"the database holds other tables ({', '.join(tables[:3])}); name another file"
        ) from error
    return {str(name): str(value) for name, value in rows}


def _table_names(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute(
        "select table_name from duckdb_tables() where not internal and not temporary "
        "and database_name = current_database() and schema_name = 'main' order by table_name"
    ).fetchall()
    return [str(name) for (name,) in rows]


def set_meta(connection: duckdb.DuckDBPyConnection, name: str, value: str) -> None:
    """Set one entry of `meta`."""
    connection.execute("insert or replace into meta values (?, ?)", [name, value])


def get_meta(connection: duckdb.DuckDBPyConnection, name: str) -> str | None:
    """Return one entry of `meta`, or None."""
    rows = connection.execute("select value from meta where name = ?", [name]).fetchall()
    return str(rows[0][0]) if rows else None
