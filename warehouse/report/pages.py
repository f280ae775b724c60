"""Rows as what the templates show; each function makes one thing of a page."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any

from warehouse.found import WITNESS
from warehouse.report.charts import measure
from warehouse.report.marks import Segment, marked
from warehouse.report.wording import day, interval, period, plain

Row = Mapping[str, Any]
# An address in an article's row is a stranger's: only these are made links.
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+\Z", re.IGNORECASE)
LINE = ("entity_code", "metric_code", "place_code", "scope", "unit", "is_cumulative")
ROLES = {
    "sum": "A total and its parts",
    "enumeration": "A count and its items",
    "clock": "A length and its times of day",
}
# Of a finding's figures and publishers a list names so many.
LISTED = 4
# A check says what fails, why, and what it is not.
PARTS = re.compile(r" (?=Why: |Not: )")


def published(row: Row) -> str:
    """Return when an article was published: the day, or what the source says."""
    if row.get("published_on") and len(row.get("published") or "") > 7:
        return day(row["published_on"])
    return row.get("published") or ""


def about(row: Row) -> dict[str, str]:
    """Return what a figure is about, in words: what is measured, of whom, where, when."""
    return {
        "metric": plain(row["metric_name"]),
        "entity": row["entity"] or "",
        "place": row["place_name"] or "",
        "scope": plain(row["scope"]),
        "base": row.get("base") or "",
        "period": period(row["period_start"], row["period_end"], row["is_cumulative"]),
    }


def reads_as(row: Row) -> str:
    """Return the interval that a careful reader takes, in the figure's unit."""
    return interval(row["read_low"], row["read_high"], row["unit"])


def article_page(
    article: Row, figures: Sequence[Row], relations: Sequence[Row], rejects: Sequence[Row]
) -> dict[str, Any]:
    """Return what an article's page shows."""
    by_number = {figure["number"]: figure for figure in figures}
    url = article["url"]
    text = article["text"]
    # A text without a title is headed by its first line, where that is short; it is not shown twice.
    length = article["heading_length"]
    rest = length + len(text[length:]) - len(text[length:].lstrip()) if length else 0
    return {
        "article": article,
        "title": article["title"] or text[:length] or article["source_id"],
        "published": published(article),
        "url": url if url and ADDRESS.match(url) else None,
        "headline": (
            _segments(text, figures, "text", 0, length)
            if length
            else _segments(article["title"] or article["source_id"], figures, "title")
        ),
        "text": _segments(text, figures, "text", rest),
        "figures": [_row(figure) for figure in figures],
        "by_number": by_number,
        "disputed": sum(figure["is_disputed"] for figure in figures),
        "relations": [
            _relation(list(members)) for _, members in groupby(relations, itemgetter("relation_id"))
        ],
        "rejects": rejects,
    }


def _segments(
    text: str, figures: Sequence[Row], field: str, start: int = 0, end: int | None = None
) -> list[Segment]:
    """Return the part of a text from `start` to `end` with the figures that begin in it marked."""
    end = len(text) if end is None else end
    spans = [
        (one["char_start"] - start, one["char_end"] - start, one["number"])
        for one in figures
        if one["field"] == field and start <= one["char_start"] < end
    ]
    return marked(text[start:end], spans)


def _row(figure: Row) -> dict[str, Any]:
    said = about(figure)
    details = [
        said["scope"],
        f"of {said['base']}" if said["base"] else "",
        said["period"],
        figure["status"] if figure["status"] != "reported" else "",
        f"says {figure['attributed_to']}" if figure["attributed_to"] else "",
    ]
    details = [one for one in details if one]
    return {**figure, "about": said, "reads_as": reads_as(figure), "details": details}


def _relation(members: Sequence[Row]) -> dict[str, Any]:
    kind = members[0]["kind"]
    return {
        "kind": ROLES.get(kind, plain(kind).capitalize()),
        "quote": members[0]["quote"],
        "members": members,
    }


def finding_page(rows: Sequence[Row], descriptions: Mapping[str, str]) -> dict[str, Any]:
    """Return what a finding's page shows, from its rows: one for each figure, or one without a figure."""
    finding = rows[0]
    figures = [row for row in rows if row["figure_id"] is not None]
    divisor, unit = measure(finding, figures)
    numbers = {row["figure_id"]: f"../articles/{row['article_id']}.html#f{row['number']}" for row in figures}
    return {
        "finding": finding,
        "name": plain(finding["check_name"]),
        "message": sentence_case(finding["message"]),
        "description": PARTS.split(descriptions.get(finding["check_name"], "")),
        "figures": figures,
        "quotes": [_quote(list(group)) for _, group in groupby(figures, _sentence_key)],
        "repairs": [
            {**one, "href": numbers.get(one["figure_id"])} for one in json.loads(finding["repairs"] or "[]")
        ],
        "computed": _scaled(finding["computed_low"], finding["computed_high"], divisor, unit),
        "needed": _scaled(finding["expected_low"], finding["expected_high"], divisor, unit),
        "gap": _distance(finding["gap"], divisor, unit),
        "has_arithmetic": any(
            finding[end] is not None
            for end in ("computed_low", "computed_high", "expected_low", "expected_high")
        ),
    }


def _scaled(low: float | None, high: float | None, divisor: float, unit: str | None) -> str:
    return interval(None if low is None else low / divisor, None if high is None else high / divisor, unit)


def _distance(gap: float | None, divisor: float, unit: str | None) -> str:
    if not gap:
        return ""
    rounded = float(f"{gap / divisor:.4g}")
    return interval(rounded, rounded, unit)


def sentence_case(message: str) -> str:
    """Return a message that begins with a capital letter."""
    return message[:1].upper() + message[1:]


def _sentence_key(row: Row) -> tuple[Any, ...]:
    return (row["article_id"], row["field"], row["sentence_start"], row["role"].startswith(WITNESS))


def _quote(figures: list[Row]) -> dict[str, Any]:
    """Return a sentence with its figures marked by their order."""
    first = figures[0]
    begin = first["sentence_start"]
    spans = []
    if begin is not None:
        spans = [
            (one["char_start"] - begin, one["char_end"] - begin, order)
            for order, one in enumerate(figures)
            if begin <= one["char_start"] and one["char_end"] <= begin + len(first["sentence"])
        ]
    return {
        "segments": marked(first["sentence"], spans),
        "figures": figures,
        "title": first["heading"],
        "where": " · ".join(part for part in (first["publisher"], first["published"]) if part),
        "is_headline": first["field"] == "title",
        "is_witness": first["role"].startswith(WITNESS),
        "href": f"../articles/{first['article_id']}.html#f{first['number']}",
    }


def _is_principal(figure: Row) -> bool:
    return not figure["role"].startswith(WITNESS)


def finding_entry(page: Mapping[str, Any]) -> dict[str, Any]:
    """Return what lists say of a finding."""
    finding = page["finding"]
    return {
        "id": finding["finding_id"],
        "name": page["name"],
        "message": page["message"],
        "certainty": finding["certainty"],
        "severity": finding["severity"],
        "status": finding["finding_status"],
        "quotes": list(dict.fromkeys(one["quote"] for one in page["figures"] if _is_principal(one)))[:LISTED],
        "where": list(dict.fromkeys(one["publisher"] for one in page["figures"]))[:LISTED],
    }


def line_id(point: Row) -> str:
    """Return the name of a time line's page: the same for the same entity, metric, place, scope and unit."""
    key = json.dumps([point[name] for name in LINE], ensure_ascii=True)
    return blake2b(key.encode(), digest_size=8).hexdigest()


def line_entry(points: Sequence[Row]) -> dict[str, Any]:
    """Return what lists say of a time line."""
    first = points[0]
    return {
        "id": line_id(first),
        "metric": plain(first["metric_name"]),
        "entity": first["entity"],
        "place": first["place_name"] or "",
        "scope": plain(first["scope"]),
        "unit": first["unit"] or "",
        "is_cumulative": first["is_cumulative"],
        "points": first["point_count"],
        "disputed": first["disputed_count"],
        "articles": first["article_count"],
        "span": _span(first["first_day"], first["last_day"]),
    }


def _span(first: date, last: date) -> str:
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def run_row(run: Row) -> dict[str, Any]:
    """Return a run with when it began."""
    return {**run, "when": _minute(run["started_at"])}


def _minute(at: datetime) -> str:
    return f"{day(at.date())}, {at:%H:%M}"
