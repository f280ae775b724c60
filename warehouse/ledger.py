"""The ledger: what a run read, loaded, set aside and found, and which sources gave far less than before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import duckdb

from schemas.runs import RunRejects, Runs, RunSources
from warehouse import arrow
from warehouse.valid import valid

Row = dict[str, Any]
# Runs sort by their ids as they ran.
RUN_ID = "%Y%m%dT%H%M%S.%fZ"
# So many runs back a source is compared with itself, and so many it must have been in.
COMPARED, FEWEST_RUNS = 5, 3
# Far less is less than a third. Below so many figures or articles, chance alone makes such differences.
FAR_LESS = 3
FEWEST_FIGURES, FEWEST_ARTICLES = 20, 10
KEPT_RUNS = 50


@dataclass(slots=True)
class Yield:
    """What a source gave in one run: articles, known ones too, and the figures in them.

    Attributes:
        articles, figures: counts.
        is_partial: it has more, which is known and was not fetched again.
    """

    articles: int = 0
    figures: int = 0
    is_partial: bool = False


def run_id_after(connection: duckdb.DuckDBPyConnection, wanted: str) -> str:
    """Return the id of a run that begins now: `wanted`, its time, or the next after the last run's.

    A clock that was set back must not put a run before those that it follows.
    """
    (last,) = connection.execute("select max(run_id) from runs").fetchone() or (None,)
    if last is None or last < wanted:
        return wanted
    try:
        return (datetime.strptime(last, RUN_ID) + timedelta(microseconds=1)).strftime(RUN_ID)
    except ValueError:
        return wanted


def figure_counts(connection: duckdb.DuckDBPyConnection, article_ids: Iterable[str]) -> dict[str, int]:
    """Return how many figures each of the articles has; one without a figure is left out."""
    rows = connection.execute(
        "select article_id, count(*) from figures "
        "where article_id in (select unnest($ids)) group by article_id",
        {"ids": list(article_ids)},
    ).fetchall()
    return dict(rows)


def warnings_of(connection: duckdb.DuckDBPyConnection, given: Mapping[str, Yield]) -> dict[str, str]:
    """Return, of the sources that gave far less than in the runs before, what is strange.

    Two ways show it: fewer figures than in any of the last runs (a feed that broke off), and fewer figures an
    article (a page that is laid out anew, a wall before the text). A run that is written down becomes what
    the next ones are compared with, so that a source that stays so is told of for a few runs at most.
    """
    warnings = {}
    before = _before(connection)
    for source, now in given.items():
        past = before.get(source, [])
        if len(past) < FEWEST_RUNS:
            continue
        least = min(one.figures for one in past)
        articles, figures = sum(one.articles for one in past), sum(one.figures for one in past)
        if not now.is_partial and least >= FEWEST_FIGURES and now.figures * FAR_LESS < least:
            warnings[source] = (
                f"{now.figures:,} figures in {now.articles:,} articles; "
                f"in each of its last {len(past)} runs at least {least:,}"
            )
        elif (
            min(now.articles, articles) >= FEWEST_ARTICLES
            and now.figures * articles * FAR_LESS < figures * now.articles
        ):
            warnings[source] = (
                f"{now.figures / now.articles:.1f} figures an article in {now.articles:,} articles; "
                f"in its last {len(past)} runs {figures / articles:.1f}"
            )
    return warnings


def _before(connection: duckdb.DuckDBPyConnection) -> dict[str, list[Yield]]:
    rows = connection.execute(
        """
        select source, article_count, figure_count
        from run_sources
        qualify row_number() over (partition by source order by run_id desc) <= $compared
        order by source, run_id
        """,
        {"compared": COMPARED},
    ).fetchall()
    before: dict[str, list[Yield]] = {}
    for source, articles, figures in rows:
        before.setdefault(source, []).append(Yield(articles, figures))
    return before


def write_run(
    connection: duckdb.DuckDBPyConnection,
    run: Row,
    given: Mapping[str, Yield],
    warnings: Mapping[str, str],
) -> None:
    """Write a run, with its rejects by reason and what its sources gave.

    Raises:
        LoadFailed: a row does not fit its table.
    """
    run_id = run["run_id"]
    sources = [
        {
            "run_id": run_id,
            "source": source,
            "article_count": one.articles,
            "figure_count": one.figures,
            "warning": warnings.get(source),
        }
        for source, one in sorted(given.items())
    ]
    rejects = [
        {"run_id": run_id, "reason": reason, "reject_count": count}
        for reason, count in reject_counts(connection, run_id).items()
    ]
    connection.execute("begin")
    try:
        for name, model, rows in (
            ("run_rejects", RunRejects, rejects),
            ("run_sources", RunSources, sources),
            ("runs", Runs, [run]),
        ):
            if rows:
                arrow.insert(connection, name, valid(model, rows), replace=False)
        connection.execute(
            "delete from run_sources where warning is null and run_id < "
            "(select min(run_id) from (select run_id from runs order by run_id desc limit $kept))",
            {"kept": KEPT_RUNS},
        )
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise


def reject_counts(connection: duckdb.DuckDBPyConnection, run_id: str) -> dict[str, int]:
    """Return what a run set aside, by reason, the most frequent first."""
    rows = connection.execute(
        "select reason, count(*) from rejects where run_id = $run "
        "group by reason order by count(*) desc, reason",
        {"run": run_id},
    ).fetchall()
    return dict(rows)
