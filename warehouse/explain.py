"""A finding in plain text, for a mail to an editor: the sentences, the arithmetic, the repairs."""

import json
from textwrap import fill, indent
from typing import Any

import duckdb

from warehouse.found import WITNESS
from warehouse.spoken import CERTAINTIES, number_words, range_words, unit_words

WIDTH = 92
FIGURES = """
select
    finding_figures.role,
    figures.figure_id,
    figures.quote,
    figures.sentence,
    figures.field,
    figures.char_start,
    figures.char_end,
    figures.stated_low,
    figures.stated_high,
    figures.read_low,
    figures.read_high,
    figures.unit,
    figures.attributed_to,
    articles.source_id,
    articles.publisher,
    articles.title,
    articles.published,
    coalesce(articles.story_id, articles.article_id) as origin
from finding_figures
inner join figures on finding_figures.figure_id = figures.figure_id
inner join articles on figures.article_id = articles.article_id
where finding_figures.finding_id = $finding_id
order by
    starts_with(finding_figures.role, 'also '), articles.published_on nulls last, articles.article_id,
    figures.char_start, finding_figures.role
"""


def explain(connection: duckdb.DuckDBPyConnection, finding_id: str) -> str:
    """Return what is wrong, each figure in its sentence, the formula in numbers, what would settle it.

    Raises:
        KeyError: no such finding.
    """
    finding = _rows(connection, "select * from findings where finding_id = $finding_id", finding_id)
    if not finding:
        raise KeyError(f"finding {finding_id}: not in the warehouse")
    figures = _rows(connection, FIGURES, finding_id)
    return "\n".join(
        [
            *_heading(finding[0]),
            "",
            *_sentences(figures),
            *_arithmetic(finding[0]),
            *_sources(figures),
            *_repairs(finding[0]),
        ]
    )


def _heading(finding: dict[str, Any]) -> list[str]:
    state = f"{finding['certainty']}, {finding['status']}, finding {finding['finding_id']}"
    return [
        f"{finding['check_name'].replace('_', ' ')} ({state})",
        "",
        fill(finding["message"][:1].upper() + finding["message"][1:] + ".", WIDTH),
        CERTAINTIES[finding["certainty"]],
    ]


def _sentences(figures: list[dict[str, Any]]) -> list[str]:
    lines = ["The figures"]
    for number, figure in enumerate(figures, start=1):
        told = ", ".join(str(part) for part in (figure["publisher"], figure["published"]) if part)
        article = figure["title"] or figure["source_id"]
        lines += [
            "",
            f"  [{number}] {figure['role']}: {figure['quote']}",
            indent(fill(f"“{' '.join(_in_context(figure).split())}”", WIDTH - 6), "      "),
            f"      {article} ({told})" if told else f"      {article}",
            f"      {figure['field']}, characters {figure['char_start']} to {figure['char_end']}",
            f"      the words commit to {range_words(figure['stated_low'], figure['stated_high'])}, "
            f"a reader takes {range_words(figure['read_low'], figure['read_high'])}",
        ]
        if figure["attributed_to"]:
            lines.append(f"      claimed by {figure['attributed_to']}")
    if not figures:
        lines += ["", "  None of them is in the warehouse any more: their articles were replaced."]
    return [*lines, ""]


def _in_context(figure: dict[str, Any]) -> str:
    return str(figure["sentence"] or figure["quote"])


def _arithmetic(finding: dict[str, Any]) -> list[str]:
    lines = ["The arithmetic", ""]
    if finding["formula"]:
        lines.append(f"  {finding['formula']}")
    lines.append(f"  computed: {range_words(finding['computed_low'], finding['computed_high'])}")
    lines.append(f"  to agree: {range_words(finding['expected_low'], finding['expected_high'])}")
    if finding["gap"]:
        lines.append(f"  gap: {number_words(finding['gap'])}")
    return [*lines, ""]


def _sources(figures: list[dict[str, Any]]) -> list[str]:
    sides: dict[str, set[str]] = {}
    for figure in figures:
        sides.setdefault(figure["role"].removeprefix(WITNESS), set()).add(figure["origin"])
    origins = {figure["origin"] for figure in figures}
    if len(origins) < 2:
        return ["One story states all of it: there is no second source.", ""]
    told = ", ".join(f"{role} {len(stories)}" for role, stories in sorted(sides.items()))
    return [f"Independent stories: {len(origins)} ({told}).", ""]


def _repairs(finding: dict[str, Any]) -> list[str]:
    repairs = json.loads(finding["repairs"] or "[]")
    if not repairs:
        return []
    lines = ["What would settle it (one of these, likeliest first)", ""]
    for repair in repairs:
        unit = unit_words(repair["unit"])
        needed = range_words(repair["must_be_low"], repair["must_be_high"])
        text = f"{repair['role']} “{repair['quote']}” would have to be {needed}{unit}"
        if slip := repair.get("slip"):
            text += f"; {slip} would give {number_words(repair['slip_value'])}"
        for other in repair.get("equals", ()):
            text += f"; the article also states “{other['quote']}”, which fits"
        if repair.get("breaks_others"):
            text += "; then something else that the article says of it no longer holds"
        if repair.get("settles", 1) > 1:
            text += f"; this would settle {repair['settles']} findings"
        lines.append(fill(text, WIDTH, initial_indent="  - ", subsequent_indent="    "))
    return lines


def _rows(connection: duckdb.DuckDBPyConnection, query: str, finding_id: str) -> list[dict[str, Any]]:
    result = connection.execute(query, {"finding_id": finding_id})
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
