"""What the views show, and what they leave out."""

from typing import Any

import duckdb
import polars as pl
import pytest
from loading import Record, figure, load_records, rows

from schemas.findings import FindingFigures, Findings
from schemas.reference import TABLES, Reference
from schemas.rows import frame
from warehouse import arrow
from warehouse.load import plan
from warehouse.reference_tables import load_reference

BOATS = {"entity_code": "yard", "metric_code": "boats_built", "period_end": "2030-12-31"}


def state(
    connection: duckdb.DuckDBPyConnection, source_id: str, *said: dict[str, Any], **about: str
) -> list[str]:
    """Load an article of one-digit figures; return their ids."""
    text = source_id + ": " + " ".join(str(n) for n in range(len(said)))
    record = Record(source_id, text, **about)
    (one,) = plan(connection, [record], "v1")
    figures = []
    for n, changes in enumerate(said):
        start = text.index(str(n), len(source_id))
        place = {"char_start": start, "char_end": start + 1, "quote": str(n)}
        figures.append(figure(figure_id=f"{source_id}{n:015x}", article_id=one.article_id, **place) | changes)
    names = ("title_figures", "breakdowns", "links", "worded_shares", "rejects")
    empty: dict[str, Any] = {name: [] for name in names}
    load_records(connection, record, readings={one.article_id: {"figures": figures, **empty}})
    return [row["figure_id"] for row in figures]


def find(connection: duckdb.DuckDBPyConnection, number: int, *figure_ids: str, **changes: Any) -> None:
    blank = dict.fromkeys(Findings.to_schema().columns)
    finding = blank | {
        "finding_id": f"{number:016x}", "check_name": "same_figure_differs", "severity": "error",
        "certainty": "contradiction", "message": "5, then 4", "status": "open", "opened_run_id": "r",
        "last_seen_run_id": "r",
    } | changes  # fmt: skip
    arrow.insert(connection, "findings", frame(Findings, [finding]), replace=False)
    members = [
        {"finding_id": finding["finding_id"], "figure_id": figure_id, "role": "figure"}
        for figure_id in figure_ids
    ]
    arrow.insert(connection, "finding_figures", frame(FindingFigures, members), replace=False)


def test_a_figure_is_shown_with_its_article_and_names(connection: duckdb.DuckDBPyConnection) -> None:
    tables = {
        "entities": ({"entity_code": "yard", "name": "The Yard"},),
        "metrics": ({"metric_code": "boats_built", "metric": "boats built"},),
        "places": ({"place_code": "NO", "place": "Norway"},),
    }
    empty = dict.fromkeys(TABLES, ())
    load_reference(connection, Reference({**empty, **tables}))
    known = {**BOATS, "place_code": "NO", "period_start": "2030-01-01"}
    unknown = {"entity_code": "pier", "subject": "the pier", "metric": "planks"}
    state(connection, "a", known, unknown, {}, publisher="Post", published="2031")
    found = rows(
        connection, "select figure, publisher, published_on::varchar from figure_details order by quote"
    )
    assert found == [
        ("The Yard, boats built, Norway, 2030-01-01 to 2030-12-31", "Post", "2031-01-01"),
        ("the pier, planks", "Post", "2031-01-01"),
        ("", "Post", "2031-01-01"),
    ]


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ({"period_start": None, "period_end": "2030-12-31"}, "to 2030-12-31"),
        ({"period_start": "2030-12-31", "period_end": "2030-12-31"}, "2030-12-31"),
        ({"period_start": "2029-01-01", "period_end": "2030-12-31", "is_cumulative": True}, "to 2030-12-31"),
        ({"period_start": "2029-01-01", "period_end": None}, ""),
    ],
)
def test_periods_are_shown_as_they_are_known(
    connection: duckdb.DuckDBPyConnection, period: dict[str, Any], shown: str
) -> None:
    state(connection, "a", period)
    assert rows(connection, "select figure from figure_details") == [(shown,)]


def test_an_entity_listed_twice_doubles_no_figure(connection: duckdb.DuckDBPyConnection) -> None:
    twice = pl.DataFrame({"entity_code": ["yard", "yard"], "name": ["Yard", "The Yard"]})
    arrow.insert(connection, "entities", twice, replace=False)
    state(connection, "a", BOATS)
    assert len(rows(connection, "select * from figure_details")) == 1


def test_open_findings_come_with_their_figures_worst_first(connection: duckdb.DuckDBPyConnection) -> None:
    (late,) = state(connection, "a", BOATS, publisher="Post", published="2031")
    (early,) = state(connection, "b", BOATS, publisher="Mail", published="2030")
    find(connection, 1, late, early, certainty="tension")
    find(connection, 2, late, severity="note", certainty="note")
    find(connection, 3, late)
    find(connection, 4, late, status="accepted")
    find(connection, 5, late, status="closed", closed_run_id="r")
    find(connection, 6, "f" * 16)
    found = rows(connection, "select finding_id, figures from open_findings")
    assert [int(finding_id) for finding_id, _ in found] == [3, 6, 1, 2]
    assert [(one["publisher"], one["quote"]) for one in found[2][1]] == [("Mail", "0"), ("Post", "0")]
    assert found[1][1] is None


@pytest.mark.parametrize(
    ("changes", "is_kept"),
    [
        ({}, False),
        ({"certainty": "tension"}, False),
        ({"severity": "note", "certainty": "note"}, True),
        ({"status": "accepted"}, True),
        ({"status": "closed", "closed_run_id": "r"}, True),
    ],
)
def test_disputed_figures_are_not_reconciled(
    connection: duckdb.DuckDBPyConnection, changes: dict[str, Any], is_kept: bool
) -> None:
    disputed, other = state(connection, "a", BOATS, BOATS)
    find(connection, 1, disputed, **changes)
    found = {figure_id for (figure_id,) in rows(connection, "select figure_id from reconciled_figures")}
    assert found == ({disputed, other} if is_kept else {other})
    shown = dict(rows(connection, "select figure_id, is_disputed from timeline"))
    assert shown == {disputed: not is_kept, other: False}


def test_a_figure_with_two_findings_is_shown_once(connection: duckdb.DuckDBPyConnection) -> None:
    (disputed,) = state(connection, "a", BOATS)
    find(connection, 1, disputed)
    find(connection, 2, disputed)
    assert len(rows(connection, "select * from timeline")) == 1


def test_a_timeline_is_in_order_and_of_what_is_known_and_reported(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    state(
        connection,
        "a",
        BOATS | {"period_end": "2032-12-31"},
        BOATS | {"period_end": "2031-12-31"},
        BOATS | {"status": "forecast"},
        BOATS | {"entity_code": None},
        BOATS | {"metric_code": None},
        BOATS | {"period_end": None},
        BOATS | {"entity_code": "pier", "period_end": "2033-12-31"},
    )
    assert [quote for (quote,) in rows(connection, "select quote from timeline")] == ["6", "1", "0"]


def test_the_latest_total_is_the_one_to_the_last_day(connection: duckdb.DuckDBPyConnection) -> None:
    total = BOATS | {"is_cumulative": True}
    state(
        connection,
        "a",
        total | {"period_end": "2031-12-31"},
        total | {"period_end": "2032-12-31", "unit": "ship"},
        total,
        BOATS | {"period_end": "2033-12-31"},
        published="2034",
    )
    state(connection, "b", total | {"period_end": "2031-12-31", "value": 7.0}, published="2035")
    found = rows(connection, "select as_of::varchar, unit, value from latest_totals order by unit")
    assert found == [("2031-12-31", "boat", 7.0), ("2032-12-31", "ship", 5.0)]


def test_a_publisher_has_the_share_of_its_figures_that_is_disputed(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    (disputed, *_) = state(connection, "a", *([BOATS] * 4), publisher="Post")
    state(connection, "b", BOATS, publisher="Mail")
    state(connection, "c", publisher="Idle")
    find(connection, 1, disputed)
    found = rows(
        connection,
        "select publisher, article_count, figure_count, disputed_count, disputed_share from publisher_record",
    )
    assert found == [("Post", 1, 4, 1, 0.25), ("Mail", 1, 1, 0, 0.0), ("Idle", 1, 0, 0, None)]


GROWTH = "from growth_between('yard', 'boats_built', '2030-12-31', '2031-12-31')"


def of(year: int, value: float, **changes: Any) -> dict[str, Any]:
    ends = dict.fromkeys(("value", "stated_low", "stated_high", "read_low", "read_high"), value)
    return BOATS | ends | {"period_start": f"{year}-01-01", "period_end": f"{year}-12-31"} | changes


def test_growth_is_between_periods_of_one_length(connection: duckdb.DuckDBPyConnection) -> None:
    state(
        connection,
        "a",
        of(2030, 100.0),
        of(2031, 150.0),
        of(2031, 40.0, period_start="2031-10-01"),
        of(2032, 900.0),
        of(2031, 800.0, scope="wooden"),
    )
    found = rows(connection, f"select from_day::varchar, to_day::varchar, growth_low, growth_high {GROWTH}")
    assert found == [("2030-12-31", "2031-12-31", 50.0, 50.0)]


def test_growth_is_between_the_most_precise_statements(connection: duckdb.DuckDBPyConnection) -> None:
    state(connection, "a", of(2030, 100.0), of(2031, 142.0), published="2032")
    state(connection, "b", of(2031, 140.0, read_low=135.0, read_high=145.0), published="2033")
    assert rows(connection, f"select round(growth_low), round(growth_high) {GROWTH}") == [(42.0, 42.0)]


def test_growth_is_between_what_is_not_disputed_where_there_is_a_choice(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    _, disputed = state(connection, "a", of(2030, 100.0), of(2031, 300.0), published="2033")
    state(connection, "b", of(2031, 120.0), published="2032")
    assert rows(connection, f"select growth_low, is_disputed {GROWTH}") == [(200.0, False)]
    find(connection, 1, disputed)
    assert rows(connection, f"select round(growth_low), is_disputed {GROWTH}") == [(20.0, False)]
