"""How long checks take: on made figures with few contradictions, all of them and after 100 new articles.

    python tests/benchmarks/bench_checks.py [FIGURES]

Prints seconds, and the multiple of one `group by` over the keys of the same table.
"""

import random
import sys
import time
from datetime import UTC, datetime
from zlib import crc32

import duckdb
import polars as pl

from schemas.reference import TABLES as REFERENCE_TABLES
from schemas.reference import load_reference
from warehouse.checks import run_checks
from warehouse.ddl import create

PER_ARTICLE = 15
METRICS = (
    "vehicles_sold", "vehicles_built", "revenue", "operating_profit", "employees", "deaths", "cases", "price",
)  # fmt: skip
WRONG = 1 / 1000  # of the groups that have several figures


def made(count: int, seed: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return articles and figures: a third of the figures have subject, metric and time."""
    chance = random.Random(seed)
    articles, figures = [], []
    for number in range(count // PER_ARTICLE):
        article_id = f"{seed:08x}{number:08x}"
        articles.append(
            {"article_id": article_id, "text": "Acme said nothing.", "published_on": "2020-06-01"}
        )
        for place in range(PER_ARTICLE):
            entity, metric = chance.randrange(count // 40 + 1), chance.choice(METRICS)
            year = chance.randrange(2000, 2020)
            is_known = chance.random() < 0.33
            value = 1000.0 + crc32(f"{entity} {metric} {year}".encode()) % 9_000_000
            if chance.random() < WRONG / 3:
                value *= 1.1
            is_money = metric in ("revenue", "operating_profit", "price")
            figures.append({
                "figure_id": f"{seed:04x}{number:08x}{place:04x}", "article_id": article_id,
                "char_start": place * 80,
                "value": value, "entity": f"entity_{entity}" if is_known else None, "metric": metric,
                "year": year if is_known else None, "is_money": is_money,
            })  # fmt: skip
    return pl.DataFrame(articles), pl.DataFrame(figures)


def load(connection: duckdb.DuckDBPyConnection, count: int, seed: int) -> list[str]:
    """Add made articles with `count` figures; return their ids."""
    articles, figures = made(count, seed)
    connection.register("made_articles", articles)
    connection.register("made_figures", figures)
    connection.execute(
        """
        insert into articles (article_id, source_id, source, text, published, published_on,
            published_precision,
            first_run_id, last_run_id)
        select article_id, article_id, 'made', text, published_on, published_on::date, 'day', 'r', 'r'
        from made_articles
        """
    )
    connection.execute(
        """
        insert into figures (figure_id, article_id, field, char_start, char_end, quote, sentence, value,
            qualifier,
            stated_low, stated_high, read_low, read_high, granule, kind, unit, entity_code, subject, metric,
            metric_code, period_start, period_end, period_basis, is_cumulative, status, subject_confidence,
            metric_confidence, place_confidence, period_confidence)
        select figure_id, article_id, 'text', char_start, char_start + length(value::bigint::varchar),
            value::bigint::varchar,
            'It was ' || value::bigint || '.', value, 'exact', value, value, value, value, 0,
            if(is_money, 'money', 'count'), if(is_money, 'USD', 'vehicle'), entity, upper(entity),
                metric, metric,
            make_date(year, 1, 1), make_date(year, 12, 31), if(year is null, null, 'explicit'), false,
                'reported',
            1, 1, 1, 1
        from made_figures
        """
    )
    connection.unregister("made_articles")
    connection.unregister("made_figures")
    return articles["article_id"].to_list()


def seconds(action) -> float:  # type: ignore[no-untyped-def]
    """Return how long `action` takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main() -> None:
    """Print the times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    connection = duckdb.connect(":memory:")
    create(connection)
    reference = load_reference()
    for table in REFERENCE_TABLES:
        if rows := reference.rows(table):
            cells = [{name: cell or None for name, cell in row.items()} for row in rows]
            frame = pl.DataFrame(cells, infer_schema_length=None)
            connection.register("frame", frame)
            connection.execute(f"insert into {table} by name select * from frame")
            connection.unregister("frame")
    at = datetime(2030, 1, 1, tzinfo=UTC)
    print(f"empty: {seconds(lambda: run_checks(connection, 'r0', at)):.2f} s")
    load(connection, count, 1)
    keys = "entity_code, metric_code, place_code, scope, is_cumulative, unit, period_start, period_end"
    query = f"select {keys}, count(*), min(stated_low), max(stated_high) from figures group by {keys}"
    grouping = min(
        seconds(lambda: connection.execute(f"create or replace temp table grouped as {query}"))
        for _ in range(3)
    )
    whole = seconds(lambda: run_checks(connection, "r1", at))
    new = load(connection, 100 * PER_ARTICLE, 2)
    partial = seconds(lambda: run_checks(connection, "r2", at, articles=new))
    found = connection.execute("select count(*) from findings").fetchone()
    print(f"{count:,} figures, {found[0] if found else 0:,} findings")
    print(f"group by: {grouping:.2f} s; full check: {whole:.2f} s ({whole / grouping:.1f} group bys)")
    print(f"after 100 new articles: {partial:.2f} s ({100 * partial / whole:.1f}% of the full check)")


if __name__ == "__main__":
    main()
