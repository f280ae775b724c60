"""From a reading to rows: the columns of the tables, with ids that any process gives alike."""

from decimal import Decimal
from typing import Any, Final

from flows.extraction.claims.headline_steps import with_headline_steps
from flows.extraction.claims.lasting import find_headline_lengths
from flows.extraction.claims.retold import find_headline_retold
from flows.extraction.extract import read_article
from flows.extraction.figure import Draft, Relation, WordedShare
from flows.extraction.reading import Reading
from flows.extraction.text.languages import ENGLISH, language_of, name_of
from schemas.identity import article_id_of, identifier
from schemas.reference import Reference

Row = dict[str, Any]
# Characters that are shown of a text that is not read.
QUOTED: Final = 80


def extract(
    text: str,
    reference: Reference,
    *,
    title: str | None = None,
    published: str | None = None,
    explain: bool = False,
) -> Row:
    """Return the figures, breakdowns, links and rejects of one article, as JSON-ready rows.

    Figures of the title have the `field` "title". Where the text begins with its title, they are among the
    figures; else they are read as figures of a text of their own, with offsets into the title. Figures are
    read in English only: a text in another language has none, and one reject, `not_english`.

    Returns:
        A dict of `article_id`, `language` (ISO 639, None: too little text to tell) and the lists
        `figures`, `title_figures`, `breakdowns` (with their `parts`), `links` (with their `members`) and
        `rejects`. Numbers are int or float, dates ISO strings, unknown is None.
    """
    article_id = article_id_of(text)
    language = language_of(text, reference)
    if language not in (None, ENGLISH):
        return _not_english(text, article_id, str(language), reference)
    heading = None
    if title and title.strip() and not text.startswith(title):
        heading = read_article(title, None, published, reference)
    reading = read_article(text, title, published, reference, heading)
    if heading is not None:
        reading.relations = with_headline_steps(heading, reading) + find_headline_lengths(heading, reading)
        reading.relations += find_headline_retold(heading, reading)
    body = _rows(reading, article_id, "text", explain, _ids(heading, article_id, "title"))
    if title and text.startswith(title):
        for figure in body["figures"]:
            if figure["char_end"] <= len(title):
                figure["field"] = "title"
    told = [] if heading is None else _rows(heading, article_id, "title", explain, {})["figures"]
    body["title_figures"] = told
    body["language"] = language
    return body


def _not_english(text: str, article_id: str, language: str, reference: Reference) -> Row:
    end = min(len(text), QUOTED)
    reject = {
        "char_start": 0,
        "char_end": end,
        "quote": text[:end],
        "reason": "not_english",
        "detail": f"the text is in {name_of(language, reference)}; figures are read in English only",
    }
    rows: Row = {name: [] for name in ("figures", "breakdowns", "links", "worded_shares", "title_figures")}
    return {"article_id": article_id, "language": language, **rows, "rejects": [reject]}


def _ids(reading: Reading | None, article_id: str, field: str) -> dict[int, str]:
    drafts = [] if reading is None else reading.drafts
    return {id(draft): identifier(article_id, field, draft.start, draft.end) for draft in drafts}


def _rows(reading: Reading, article_id: str, field: str, explain: bool, further: dict[int, str]) -> Row:
    ids = _ids(reading, article_id, field) | further
    text = reading.document.text
    figures = [
        _figure(reading, draft, article_id, field, ids[id(draft)], explain) for draft in reading.drafts
    ]
    breakdowns: list[Row] = []
    links: list[Row] = []
    for relation in reading.relations:
        if relation.kind in ("sum", "enumeration", "clock"):
            breakdowns.append(_breakdown(text, relation, article_id, ids))
        else:
            links.append(_link(text, relation, article_id, ids))
    rejects = [
        {
            "char_start": reject.start,
            "char_end": reject.end,
            "quote": text[reject.start : reject.end],
            "reason": reject.reason,
            "detail": reject.detail,
        }
        for reject in reading.rejects
    ]
    return {
        "article_id": article_id,
        "figures": figures,
        "breakdowns": breakdowns,
        "links": links,
        "worded_shares": [_worded_share(text, share, article_id, ids) for share in reading.worded_shares],
        "rejects": rejects,
    }


def number(value: Decimal | None) -> int | float | None:
    """Return `value` as JSON has it: an int where it is whole and a double holds it, else a float."""
    if value is None:
        return None
    as_float = float(value)
    return int(as_float) if abs(as_float) < 2**53 and as_float.is_integer() else as_float


def _figure(
    reading: Reading, draft: Draft, article_id: str, field: str, figure_id: str, explain: bool
) -> Row:
    document = reading.document
    confidence = draft.confidence
    value = number(draft.value)
    # Most bounds are the value itself: it is turned into a number once.
    bounds = [
        value if bound is draft.value else number(bound)
        for bound in (draft.stated_low, draft.stated_high, draft.read_low, draft.read_high)
    ]
    row: Row = {
        "figure_id": figure_id,
        "article_id": article_id,
        "field": field,
        "char_start": draft.start,
        "char_end": draft.end,
        "quote": document.text[draft.start : draft.end],
        "sentence": document.quote(*document.sentences[draft.sentence]),
        "value": value,
        "qualifier": draft.qualifier,
        "hedge": draft.hedge,
        "stated_low": bounds[0],
        "stated_high": bounds[1],
        "read_low": bounds[2],
        "read_high": bounds[3],
        "granule": number(draft.granule),
        "kind": draft.kind,
        "unit": draft.unit,
        "unit_code": draft.unit_code,
        "entity_code": draft.entity_code,
        "subject": draft.subject,
        "metric": draft.metric,
        "metric_code": draft.metric_code,
        "base": draft.base,
        "scope": draft.scope,
        "place_code": draft.place_code,
        "place": draft.place,
        "period_start": draft.period_start,
        "period_end": draft.period_end,
        "period_basis": draft.period_basis,
        "is_cumulative": draft.is_cumulative,
        "attributed_to": draft.attributed_to,
        "status": draft.status,
        "subject_confidence": confidence.get("subject", 1.0),
        "metric_confidence": confidence.get("metric", 1.0),
        "place_confidence": confidence.get("place", 1.0),
        "period_confidence": confidence.get("period", 1.0),
    }
    if explain:
        row["explain"] = {
            name: {"rule": why.rule, "words": document.text[why.start : why.end], "char_start": why.start}
            for name, why in sorted(draft.why.items())
        }
    return row


def _breakdown(text: str, relation: Relation, article_id: str, ids: dict[int, str]) -> Row:
    total = next((m.draft for m in relation.members if m.role in ("total", "count")), None)
    parts = [
        {"position": position, "figure_id": ids[id(m.draft)] if m.draft else None, "item": m.item}
        for position, m in enumerate(m for m in relation.members if m.role in ("part", "item"))
    ]
    total_id = ids[id(total)] if total is not None else None
    return {
        # One span may have several: parts that are set against two totals, both told elsewhere.
        "breakdown_id": identifier(
            article_id, relation.kind, relation.start, relation.end, relation.rule, total_id or ""
        ),
        "article_id": article_id,
        "kind": relation.kind,
        "total_figure_id": total_id,
        "is_complete": relation.is_complete,
        "char_start": relation.start,
        "char_end": relation.end,
        "quote": text[relation.start : relation.end],
        "rule": relation.rule,
        "parts": parts,
    }


def _link(text: str, relation: Relation, article_id: str, ids: dict[int, str]) -> Row:
    members = [
        {"position": position, "role": m.role, "figure_id": ids[id(m.draft)]}
        for position, m in enumerate(m for m in relation.members)
        if m.draft is not None
    ]
    return {
        "link_id": identifier(article_id, relation.kind, *(m["figure_id"] for m in members)),
        "article_id": article_id,
        "kind": relation.kind,
        "char_start": relation.start,
        "char_end": relation.end,
        "quote": text[relation.start : relation.end],
        "rule": relation.rule,
        "members": members,
    }


def _worded_share(text: str, share: WordedShare, article_id: str, ids: dict[int, str]) -> Row:
    base_id = ids[id(share.base)]
    stated_low, stated_high, read_low, read_high = share.bounds
    return {
        "share_id": identifier(article_id, share.start, share.end, base_id),
        "article_id": article_id,
        "char_start": share.start,
        "char_end": share.end,
        "quote": text[share.start : share.end],
        "rule": share.rule,
        "base_figure_id": base_id,
        "part_figure_id": ids[id(share.part)] if share.part is not None else None,
        "whole_code": share.base.entity_code,
        "entity_code": share.entity_code,
        "metric_code": share.base.metric_code,
        "stated_low": stated_low,
        "stated_high": stated_high,
        "read_low": read_low,
        "read_high": read_high,
    }
