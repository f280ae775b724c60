"""The words behind findings: each figure's quote and sentence, with article and offsets."""

from collections.abc import Collection
from typing import Any

import duckdb

EVIDENCE = """
select
    finding_figures.finding_id,
    finding_figures.role,
    figures.figure_id,
    figures.field,
    figures.quote,
    figures.sentence,
    figures.char_start,
    figures.char_end,
    figures.stated_low,
    figures.stated_high,
    articles.article_id,
    articles.source_id,
    articles.publisher,
    articles.published,
    articles.title
from finding_figures
inner join figures on finding_figures.figure_id = figures.figure_id
inner join articles on figures.article_id = articles.article_id
where finding_figures.finding_id in (select unnest($ids))
order by
    finding_figures.finding_id,
    starts_with(finding_figures.role, 'also '),
    articles.published_on nulls last,
    articles.article_id,
    figures.field,
    figures.char_start
"""


def evidence_of(
    connection: duckdb.DuckDBPyConnection, finding_ids: Collection[str]
) -> dict[str, list[dict[str, Any]]]:
    """Return the figures of each finding, those that contradict before those that only say the same.

    A figure whose article was replaced is gone, and not among them.
    """
    result = connection.execute(EVIDENCE, {"ids": list(finding_ids)})
    names = [column[0] for column in result.description or ()]
    found: dict[str, list[dict[str, Any]]] = {finding_id: [] for finding_id in finding_ids}
    for values in result.fetchall():
        row = dict(zip(names, values, strict=True))
        found[row.pop("finding_id")].append(row)
    return found


def findings_with_evidence(
    connection: duckdb.DuckDBPyConnection, finding_ids: Collection[str]
) -> list[dict[str, Any]]:
    """Return the rows of `findings` with these ids, in their order, each with its `figures`."""
    result = connection.execute(
        "select * from findings where finding_id in (select unnest($ids))", {"ids": list(finding_ids)}
    )
    names = [column[0] for column in result.description or ()]
    rows = {
        row["finding_id"]: row for row in (dict(zip(names, one, strict=True)) for one in result.fetchall())
    }
    evidence = evidence_of(connection, finding_ids)
    return [{**rows[one], "figures": evidence[one]} for one in finding_ids if one in rows]
