"""A warehouse that tests state figures in, and ask for findings."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import duckdb
import polars as pl
import pytest
from stating import Group, Items, Said

from schemas.identity import identifier
from schemas.reference import load_reference
from warehouse import checks
from warehouse.check_scope import parsed
from warehouse.checks import CheckReport, Settings, run_checks
from warehouse.ddl import create
from warehouse.reference_tables import load_reference as fill_reference

TABLES = (
    "articles", "sightings", "figures", "breakdowns", "breakdown_parts", "links", "link_figures",
    "worded_shares", "findings", "finding_figures", "accepted_findings",
)  # fmt: skip
AT = datetime(2030, 1, 1, tzinfo=UTC)
LINK_KINDS = {
    "share": "share", "growth": "growth", "ratio": "ratio", "duration": "duration", "from": "conversion",
    "greater": "order", "rate": "rate", "missing": "ratio", "beyond": "ratio",
}  # fmt: skip
DEFAULTS: dict[str, Any] = {
    "field": "text", "sentence": "", "hedge": None, "unit_code": None, "entity_code": None, "subject": None,
    "metric": None, "metric_code": None, "base": None, "scope": None, "place_code": None, "place": None,
    "period_start": None, "period_end": None, "period_basis": None, "is_cumulative": False,
    "attributed_to": None, "status": "reported", "subject_confidence": 1.0, "metric_confidence": 1.0,
    "place_confidence": 1.0, "period_confidence": 1.0,
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A finding as tests look at it."""

    finding_id: str
    check: str
    severity: str
    certainty: str
    status: str
    message: str
    repairs: list[dict[str, Any]]
    quotes: dict[str, list[str]]


class Warehouse:
    """Articles are named by letters; figures stand in the order in which they are stated."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.article_count = 0
        self.run_count = 0
        self.relation_count = 0
        self.names: dict[str, str] = {}
        self.held: dict[str, list[dict[str, Any]]] | None = None

    def state(
        self,
        *said: Said,
        article: str | None = None,
        story: str | None = None,
        published: str | None = "2030-01-01",
    ) -> list[str]:
        """Add an article that states figures; return their ids."""
        self.article_count += 1
        name = article or f"article {self.article_count}"
        article_id = identifier(name)
        self.names.pop(article_id, None)
        self.names[article_id] = name
        text = "\n".join(one.quote for one in said) or "nothing"
        self.insert(
            "articles",
            article_id=article_id, source_id=article_id, source="test", text=text, story_id=story,
            published_on=published, published_precision="day" if published else None, published=published,
            first_run_id="r", last_run_id="r",
        )  # fmt: skip
        return self._figures(article_id, said)

    def add(self, *groups: Group | Items, **article: Any) -> list[str]:
        """Add an article whose words relate figures: a breakdown, an enumeration or a link, by the roles."""
        said = [
            one for group in groups if isinstance(group, Group) for one in group.members if one is not None
        ]
        ids = self.state(*said, **article)
        *_, article_id = self.names
        self._relate(article_id, groups, iter(ids))
        return ids

    def _relate(self, article_id: str, groups: tuple[Group | Items, ...], ids: Iterator[str]) -> None:
        members: list[tuple[str, str | None]] = []
        for group in groups:
            if isinstance(group, Items):
                members += [("item", None) for _ in group.names]
            else:
                members += [(group.role, next(ids) if one is not None else None) for one in group.members]
        roles = {role for role, _ in members}
        kind = next((kind for role, kind in LINK_KINDS.items() if role in roles), None)
        kind = kind or ("enumeration" if "item" in roles else "sum")
        self.insert_relation(article_id, kind, members, is_complete=all(group.complete for group in groups))

    def insert_relation(
        self, article_id: str, kind: str, members: list[tuple[str, str | None]], *, is_complete: bool = True
    ) -> str:
        """Add a breakdown or a link of an article."""
        self.relation_count += 1
        relation_id = identifier(article_id, "relation", self.relation_count)
        common = {"article_id": article_id, "char_start": 0, "char_end": 0, "quote": "", "rule": "test"}
        if kind not in ("sum", "enumeration", "clock"):
            self.insert("links", link_id=relation_id, kind=kind, **common)
            rows = [
                {"link_id": relation_id, "position": position, "role": role, "figure_id": figure_id}
                for position, (role, figure_id) in enumerate(members)
            ]
            self.insert_rows("link_figures", rows)
            return relation_id
        heads = [figure_id for role, figure_id in members if role in ("total", "count")]
        below = [figure_id for role, figure_id in members if role in ("part", "item")]
        self.insert(
            "breakdowns",
            breakdown_id=relation_id,
            kind=kind,
            total_figure_id=heads[0] if heads else None,
            is_complete=is_complete,
            **common,
        )
        rows = [
            {
                "breakdown_id": relation_id,
                "position": position,
                "figure_id": figure_id,
                "item": None if figure_id is not None else f"item {position}",
            }
            for position, figure_id in enumerate(below)
        ]
        self.insert_rows("breakdown_parts", rows)
        return relation_id

    def word_share(self, base: str, *, part: str | None = None, **columns: Any) -> str:
        """Add a share in words of a figure: "the vast majority", of another figure or of `entity_code`."""
        (row,) = self.connection.execute(
            "select article_id, entity_code, metric_code from figures where figure_id = ?", [base]
        ).fetchall()
        share_id = identifier(base, part or columns["entity_code"])
        defaults = {
            "share_id": share_id, "article_id": row[0], "char_start": 0, "char_end": 13,
            "quote": "vast majority", "rule": "test", "base_figure_id": base, "part_figure_id": part,
            "whole_code": row[1], "metric_code": row[2],
            "stated_low": 0.5, "stated_high": 1.0, "read_low": 0.75, "read_high": 1.0,
        }  # fmt: skip
        self.insert("worded_shares", **{**defaults, **columns})
        return share_id

    def insert_figure(self, article_id: str, start: int, columns: dict[str, Any]) -> str:
        """Add one figure of an article; its quote starts at `start`."""
        row = self._figure(article_id, start, columns)
        self.insert("figures", **row)
        return str(row["figure_id"])

    def _figure(self, article_id: str, start: int, columns: dict[str, Any]) -> dict[str, Any]:
        figure_id = identifier(article_id, columns.get("field", "text"), start)
        span = {"char_start": start, "char_end": start + len(columns["quote"])}
        return {**DEFAULTS, "figure_id": figure_id, "article_id": article_id, **span, **columns}

    def _figures(self, article_id: str, said: tuple[Said, ...]) -> list[str]:
        rows, start = [], 0
        for one in said:
            rows.append(self._figure(article_id, start, {"quote": one.quote, **one.columns}))
            start += len(one.quote) + 1
        self.insert_rows("figures", rows)
        return [row["figure_id"] for row in rows]

    def clear(self) -> None:
        """Take away everything but the reference data."""
        for table in TABLES:
            # Most tables are empty, which is asked in a fifth of the time.
            (is_filled,) = parsed(self.connection, f"select 1 from {table} limit 1")
            if self.connection.execute(is_filled).fetchall():
                self.connection.execute(parsed(self.connection, f"delete from {table}")[0])

    def refer(self, table: str, **row: Any) -> None:
        """Add a row of reference data."""
        self.insert(table, **row)

    def insert(self, table: str, **row: Any) -> None:
        self.insert_rows(table, [row])

    def insert_rows(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Add rows by one statement: to plan one with all checks of a table takes longer than to run it."""
        if self.held is not None:
            self.held.setdefault(table, []).extend(rows)
        elif rows:
            names = list(dict.fromkeys(name for row in rows for name in row))
            marks = ", ".join([f"({', '.join('?' * len(names))})"] * len(rows))
            sql = f"insert into {table} ({', '.join(names)}) values {marks}"
            values = [row.get(name) for row in rows for name in names]
            self.connection.execute(parsed(self.connection, sql)[0], values)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Add at the end of a block what is stated in it, by one statement a table."""
        held = self.held = {}
        yield
        self.held = None
        for table, rows in held.items():
            names = dict.fromkeys(name for row in rows for name in row)
            self.insert_all(table, [{name: row.get(name) for name in names} for row in rows])

    def insert_all(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Add rows of one shape at once."""
        if rows:
            frame = pl.DataFrame(rows, infer_schema_length=None)
            self.connection.register("rows_to_insert", frame)
            self.connection.execute(f"insert into {table} by name select * from rows_to_insert")
            self.connection.unregister("rows_to_insert")

    def check(self, settings: Settings | None = None, articles: list[str] | None = None) -> CheckReport:
        """Run all checks as one more run."""
        self.run_count += 1
        return run_checks(self.connection, f"run {self.run_count}", AT, settings, articles)

    def findings(self, check: str | None = None, *, notes: bool = True) -> list[Found]:
        """Run all checks, and return the findings that stand."""
        with pytest.MonkeyPatch.context() as patch:
            if check is not None:
                # Planning all checks for a question about one would take most of the tests' time.
                only = [one for one in checks.all_checks(Settings()) if one.name == check]
                patch.setattr(checks, "all_checks", lambda _: only)
            self.check()
        return [
            one
            for one in self.all_findings()
            if one.status == "open" and check in (None, one.check) and (notes or one.severity == "error")
        ]

    def findings_by_article(self, check: str | None = None) -> dict[str, list[Found]]:
        """Run all checks, and return the findings that stand by the names that articles were given.

        For cases that have nothing to do with one another: all take as long to check as one.
        """
        found = {one.finding_id: one for one in self.findings(check)}
        by_article: dict[str, list[Found]] = {name: [] for name in self.names.values()}
        for finding_id, article_id in self.ask(
            "select distinct finding_id, article_id "
            "from finding_figures inner join figures using (figure_id) order by all"
        ):
            if finding_id in found:
                by_article[self.names[article_id]].append(found[finding_id])
        return by_article

    def certainties(self, check: str) -> dict[str, list[str]]:
        """Return how certain the findings of a check are that stand, by the names of articles."""
        found = self.findings_by_article(check)
        return {name: [one.certainty for one in each] for name, each in found.items()}

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query that many tests ask, parsed once."""
        return self.connection.execute(parsed(self.connection, sql)[0]).fetchall()

    def all_findings(self) -> list[Found]:
        """Return all findings, closed ones too, as they are."""
        rows = self.ask(
            """
            select finding_id, check_name, severity, certainty, status, message, coalesce(repairs, '[]')
            from findings order by check_name, finding_id
            """
        )
        quotes = self._quotes() if rows else {}
        return [Found(*row[:6], json.loads(row[6]), quotes.get(row[0], {})) for row in rows]

    def _quotes(self) -> dict[str, dict[str, list[str]]]:
        """Return the quotes of all findings by their roles."""
        rows = self.ask(
            """
            select finding_id, role, quote from finding_figures
            inner join figures using (figure_id)
            order by role, article_id, char_start
            """
        )
        quotes: dict[str, dict[str, list[str]]] = {}
        for finding_id, role, quote in rows:
            quotes.setdefault(finding_id, {}).setdefault(role, []).append(quote)
        return quotes


@pytest.fixture(scope="session")
def made() -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(":memory:", config={"threads": 1})
    create(connection)
    fill_reference(connection, load_reference())
    yield connection
    connection.close()


@pytest.fixture
def warehouse(made: duckdb.DuckDBPyConnection) -> Warehouse:
    """An empty warehouse with the shipped reference data."""
    return emptied(made)


@pytest.fixture(scope="module")
def shared_warehouse(made: duckdb.DuckDBPyConnection) -> Warehouse:
    """The same warehouse, for what a module reads once; other tests empty it."""
    return emptied(made)


def emptied(made: duckdb.DuckDBPyConnection) -> Warehouse:
    """Return the warehouse with nothing but reference data."""
    empty = Warehouse(made)
    empty.clear()
    return empty
