"""Annotated development articles as a warehouse: figures as a perfect reader would give them.

The articles are not part of the project; tests that use them skip where they are absent.
"""

import calendar
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from stating import FRACTIONS, _bounds, _granules

from schemas.identity import identifier

SHARED = Path(__file__).resolve().parents[3] / "shared"
UNITS = {"km": "kilometre", "EUR": "EUR"}
PLACES = {
    "world": "001",
    "Europe": "150",
    "United States": "US",
    "Japan": "JP",
    "Asia": "142",
    "Malaysia": "MY",
}


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def figure_columns(row: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of `figures` of one annotation."""
    kind, unit = row["kind"], row["unit"]
    unit = UNITS.get(unit, unit)
    columns = _intervals(row)
    start, end, cumulative = _period(row)
    return {
        **columns,
        "quote": row["surface"],
        "kind": kind if kind != "measure" or unit not in ("USD", "GBP") else "money",
        "unit": unit,
        "entity_code": _slug(row.get("subject")),
        "metric_code": _slug(row.get("metric")),
        "place_code": PLACES.get(row["place"], row["place"]) if row.get("place") else None,
        "period_start": start,
        "period_end": end,
        "is_cumulative": cumulative,
    }


def _slug(name: str | None) -> str | None:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") if name else None


def _intervals(row: dict[str, Any]) -> dict[str, Any]:
    value, qualifier, surface = row["value"], row["qualifier"], row["surface"]
    if value is None:
        low, high = row.get("low"), row.get("high")
        return _interval_columns(None, (low, high), (low, high), "between", 0.0)
    if row["kind"] == "share" and row["unit"] == "fraction" and value in (0.5, 0.25):
        low, high = FRACTIONS["half" if value == 0.5 else "a quarter"][1:]
        return _interval_columns(value, (low, high), (low, high), qualifier, 0.0)
    sign = -1 if value < 0 else 1
    exact = row["kind"] in ("ordinal_milestone", "rank") or (abs(value) < 13 and surface[:1].isalpha())
    hedge = qualifier if qualifier != "exact" else None
    scale = 1.0
    digits = "".join(character for character in surface if character.isdigit() or character in ".,").strip(
        ".,"
    )
    if digits and not exact:
        bare = float(digits.replace(",", "") or 0)
        scale = abs(value) / bare if bare and bare != abs(value) else 1.0
        grains, coarse = _granules(digits, scale, row["unit"], hedge)
    else:
        grains, coarse = (0.0, 0.0) if exact else (_last_digit(value), _last_digit(value))
    stated, read = _bounds(abs(value), grains, coarse, qualifier)
    if sign < 0:
        stated, read = _negated(stated), _negated(read)
    return _interval_columns(value, stated, read, qualifier, grains)


def _negated(pair: tuple[Any, Any]) -> tuple[Any, Any]:
    low, high = pair
    return (None if high is None else -high, None if low is None else -low)


def _last_digit(value: float) -> float:
    number = Decimal(str(value)).normalize()
    return float(Decimal(1).scaleb(int(number.as_tuple().exponent)))


def _interval_columns(
    value: float | None, stated: tuple[Any, Any], read: tuple[Any, Any], qualifier: str, grains: float
) -> dict[str, Any]:
    return {
        "value": value,
        "stated_low": stated[0],
        "stated_high": stated[1],
        "read_low": read[0],
        "read_high": read[1],
        "qualifier": qualifier,
        "granule": grains,
    }


def _period(row: dict[str, Any]) -> tuple[str | None, str | None, bool]:
    if "period_start" in row:
        start, end = row["period_start"], row["period_end"]
        cumulative = bool(row["cumulative"])
        if cumulative:
            end = row["as_of"] or end
    elif row.get("period"):
        start, _, end = row["period"].partition("/")
        cumulative = start == ".."
        start = None if cumulative else start
    else:
        return None, None, bool(row.get("cumulative"))
    return _day(start, first=True), _day(end, first=False), cumulative


def _day(text: str | None, *, first: bool) -> str | None:
    if not text:
        return None
    if len(text) == 4:
        return f"{text}-01-01" if first else f"{text}-12-31"
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        return f"{text}-01" if first else f"{text}-{calendar.monthrange(year, month)[1]:02d}"
    return text


def load(warehouse: Any, figures: list[dict[str, Any]], published: dict[str, str]) -> dict[str, str]:
    """Insert annotated figures (those wanted, and those of relations); return figure ids by annotation id."""
    ids: dict[str, str] = {}
    for article in sorted({row["article"] for row in figures}):
        article_id = identifier("annotated", article)
        warehouse.insert(
            "articles",
            article_id=article_id, source_id=article, source="gold", text="x",
            published_on=published.get(article),
            published_precision="day" if article in published else None, first_run_id="r", last_run_id="r",
        )  # fmt: skip
        for row in figures:
            if row["article"] != article:
                continue
            ids[row["id"]] = warehouse.insert_figure(article_id, row["start"], figure_columns(row))
    return ids


def relate(
    warehouse: Any, kind: str, article: str, members: list[tuple[str, str | None]], **columns: Any
) -> str:
    """Insert a breakdown or a link between figures, by (role, figure id)."""
    return warehouse.insert_relation(identifier("annotated", article), kind, members, **columns)
