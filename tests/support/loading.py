"""Records, readings and loads for tests of the warehouse: say only what matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import duckdb

from schemas.identity import identifier
from warehouse.load import LoadBatch, LoadCounts, load, plan
from warehouse.planning import ToRead

Row = dict[str, Any]
AT = datetime(2030, 1, 1)
FIGURE: Row = {
    "figure_id": "0" * 16,
    "article_id": "a" * 16,
    "field": "text",
    "char_start": 0,
    "char_end": 1,
    "quote": "5",
    "sentence": "5 boats.",
    "value": 5,
    "qualifier": "exact",
    "hedge": None,
    "stated_low": 5,
    "stated_high": 5,
    "read_low": 5,
    "read_high": 5,
    "granule": 0,
    "kind": "count",
    "unit": "boat",
    "unit_code": None,
    "entity_code": None,
    "subject": None,
    "metric": None,
    "metric_code": None,
    "base": None,
    "scope": None,
    "place_code": None,
    "place": None,
    "period_start": None,
    "period_end": None,
    "period_basis": None,
    "is_cumulative": False,
    "attributed_to": None,
    "status": "reported",
    "subject_confidence": 1.0,
    "metric_confidence": 1.0,
    "place_confidence": 1.0,
    "period_confidence": 1.0,
}


@dataclass(frozen=True)
class Record:
    """An article as a source gives it."""

    source_id: str
    text: str = "5 boats."
    source: str = "harbour"
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    date_source: str | None = None
    date_confidence: float | None = None
    licence: str | None = None
    content_hash: str | None = None
    reader_version: str | None = None
    retrieved_at: datetime | None = None


@dataclass(frozen=True)
class Refused:
    """A file that could not be read."""

    source_id: str
    reason: str = "empty"
    detail: str = "the file is empty"
    source: str = "harbour"
    location: str = "harbour/x.txt"
    content_hash: str | None = None


def figure(**said: Any) -> Row:
    """Return a figure's row."""
    return {**FIGURE, **said}


def read(one: ToRead) -> Row:
    """Read every digit as a figure; of three or more, the first two as parts of the last."""
    figures = _digits(one, "text", one.text)
    ids = [row["figure_id"] for row in figures]
    breakdowns, links, shares = [], [], []
    if len(ids) >= 3:
        words = {
            "article_id": one.article_id,
            "char_start": 0,
            "char_end": 3,
            "quote": one.text[:3],
            "rule": "test",
        }
        breakdowns.append(
            {
                "breakdown_id": identifier(one.article_id, "breakdown"),
                "kind": "sum",
                "total_figure_id": ids[-1],
                "is_complete": True,
                **words,
                "parts": [{"position": n, "figure_id": ids[n], "item": None} for n in (0, 1)],
            }
        )
        links.append(
            {
                "link_id": identifier(one.article_id, "link"),
                "kind": "order",
                **words,
                "members": [
                    {"position": n, "role": role, "figure_id": ids[n]}
                    for n, role in enumerate(("greater", "lesser"))
                ],
            }
        )
        shares.append(
            {
                "share_id": identifier(one.article_id, "share"),
                **words,
                "base_figure_id": ids[-1],
                "part_figure_id": ids[0],
                **dict.fromkeys(("whole_code", "entity_code", "metric_code")),
                "stated_low": 0.5,
                "stated_high": 1.0,
                "read_low": 0.5,
                "read_high": 0.9,
            }
        )
    return {
        "article_id": one.article_id,
        "figures": figures,
        "title_figures": _digits(one, "title", one.title or ""),
        "breakdowns": breakdowns,
        "links": links,
        "worded_shares": shares,
        "rejects": [
            {"char_start": n, "char_end": n + 1, "quote": "#", "reason": "list_number", "detail": "numbering"}
            for n, mark in enumerate(one.text)
            if mark == "#"
        ],
    }


def _digits(one: ToRead, field: str, text: str) -> list[Row]:
    return [
        figure(
            figure_id=identifier(one.article_id, field, n),
            article_id=one.article_id,
            field=field,
            char_start=n,
            char_end=n + 1,
            quote=mark,
            value=int(mark),
            stated_low=int(mark),
            stated_high=int(mark),
            read_low=int(mark),
            read_high=int(mark),
        )
        for n, mark in enumerate(text)
        if mark in "0123456789"
    ]


def load_records(
    connection: duckdb.DuckDBPyConnection,
    *records: Record,
    run_id: str = "run",
    version: str = "v1",
    refusals: Sequence[Refused] = (),
    readings: dict[str, Row] | None = None,
) -> LoadCounts:
    """Plan, read and load."""
    if readings is None:
        readings = {one.article_id: read(one) for one in plan(connection, records, version)}
    return load(connection, LoadBatch(run_id, AT, version, records, readings, refusals))


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    """Return all rows of a query."""
    return connection.execute(query).fetchall()
