"""The rows of read articles: typed, checked, and whole; what is not is rejected with what refers to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from schemas.base import Table
from schemas.breakdowns import BreakdownParts, Breakdowns
from schemas.figures import Figures, FiguresInText
from schemas.links import LinkFigures, Links
from schemas.rows import checked
from schemas.worded_shares import WordedShares
from warehouse.planning import Row, ToRead


@dataclass(slots=True)
class ArticleRows:
    """What is loaded of some articles.

    Attributes:
        figures: the rows of `figures`.
        frames: the rows of all tables that hold what articles say, figures among them.
        rejects: what was not read as a figure, and rows that do not fit; each names its article.
    """

    figures: pl.DataFrame
    frames: list[tuple[type[Table], pl.DataFrame]] = field(default_factory=list)
    rejects: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Relation:
    """A table of relations and the one of their members; `reason` is that of rejected ones."""

    model: type[Table]
    members: type[Table]
    key: str
    rows: str
    member_rows: str
    reason: str


BREAKDOWNS = Relation(Breakdowns, BreakdownParts, "breakdown_id", "breakdowns", "parts", "invalid_breakdown")
LINKS = Relation(Links, LinkFigures, "link_id", "links", "members", "invalid_link")


def article_rows(readings: Iterable[ToRead], extractions: Mapping[str, Row]) -> ArticleRows:
    """Return the rows of what was read from `readings`; rows that do not fit become rejects."""
    rejects: list[Row] = []
    figure_rows: list[Row] = []
    shares: list[Row] = []
    relations: dict[str, list[Row]] = {BREAKDOWNS.rows: [], LINKS.rows: []}
    for reading in readings:
        extraction = extractions[reading.article_id]
        for row in (*extraction["figures"], *extraction["title_figures"]):
            figure_rows.append({**row, "article_id": reading.article_id, "found": _found(row, reading)})
        shares.extend({**row, "article_id": reading.article_id} for row in extraction["worded_shares"])
        for name, rows in relations.items():
            rows.extend({**row, "article_id": reading.article_id} for row in extraction[name])
        rejects.extend(
            _reject({**row, "article_id": reading.article_id}, row["reason"], row["detail"])
            for row in extraction["rejects"]
        )
    data, refused = checked(FiguresInText, figure_rows)
    figures = data.drop("found")
    rejects.extend(_reject(row, "invalid_figure", faults) for row, faults in refused)
    result = ArticleRows(figures, [(Figures, figures)], rejects)
    known = set(figures["figure_id"])
    for relation in (BREAKDOWNS, LINKS):
        _add_relations(result, relation, relations[relation.rows], known)
    _add_shares(result, shares, known)
    return result


def _found(row: Row, reading: ToRead) -> str:
    """Return what stands where the row says, for comparison with its quote."""
    where = reading.text if row.get("field") == "text" else reading.title or ""
    start, end = row.get("char_start"), row.get("char_end")
    # Sliced here and not in polars, where finding an offset takes a walk from the text's beginning.
    return where[start:end] if isinstance(start, int) and isinstance(end, int) and start >= 0 else ""


def _add_relations(result: ArticleRows, relation: Relation, rows: list[Row], known: set[str]) -> None:
    """Add relations with their members; a relation that lacks one of its members is none."""
    whole: dict[str, Row] = {}
    for row in rows:
        if row[relation.key] in whole:
            fault = "another one has its id"
        elif unknown := _figures_of(row, relation) - known:
            fault = f"refers to figures that were not loaded: {', '.join(sorted(unknown))}"
        else:
            whole[row[relation.key]] = row
            continue
        result.rejects.append(_reject(row, relation.reason, fault))
    members, refused = checked(
        relation.members,
        [{**member, relation.key: key} for key, row in whole.items() for member in row[relation.member_rows]],
    )
    for member, faults in refused:
        # Two members of one relation may be at fault; it goes once.
        if (key := member[relation.key]) in whole:
            result.rejects.append(_reject(whole.pop(key), relation.reason, f"member: {faults}"))
    data, refused = checked(relation.model, list(whole.values()))
    result.rejects.extend(_reject(row, relation.reason, faults) for row, faults in refused)
    result.frames.append((relation.model, data))
    result.frames.append(
        (relation.members, members.filter(pl.col(relation.key).is_in(data[relation.key].implode())))
    )


def _add_shares(result: ArticleRows, rows: list[Row], known: set[str]) -> None:
    """Add shares in words; one without its figures is none."""
    whole: list[Row] = []
    for row in rows:
        if unknown := {row["base_figure_id"], row["part_figure_id"]} - known - {None}:
            fault = f"refers to figures that were not loaded: {', '.join(sorted(unknown))}"
            result.rejects.append(_reject(row, LINKS.reason, fault))
        else:
            whole.append(row)
    data, refused = checked(WordedShares, whole)
    result.rejects.extend(_reject(row, LINKS.reason, faults) for row, faults in refused)
    result.frames.append((WordedShares, data))


def _figures_of(row: Row, relation: Relation) -> set[str]:
    named = [row.get("total_figure_id"), *(member["figure_id"] for member in row[relation.member_rows])]
    return {figure_id for figure_id in named if figure_id is not None}


def _reject(row: Mapping[str, Any], reason: str, detail: str) -> Row:
    start, end = row.get("char_start"), row.get("char_end")
    is_span = isinstance(start, int) and isinstance(end, int) and 0 <= start <= end
    quote = row.get("quote")
    return {
        "article_id": row["article_id"],
        "field": row.get("field") if row.get("field") in ("text", "title") else "text",
        "char_start": start if is_span else None,
        "char_end": end if is_span else None,
        "quote": quote if isinstance(quote, str) else None,
        "reason": reason,
        "detail": detail,
    }
