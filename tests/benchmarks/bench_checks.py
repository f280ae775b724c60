"""How long checks take: on made figures with few contradictions, all of them and after 100 new articles.

    python tests/benchmarks/bench_checks.py [FIGURES]

Prints processor seconds (a busy machine changes them least), and multiples of one `group by` over the keys
of the same table.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from schemas.reference import load_reference
from warehouse.checks import run_checks
from warehouse.ddl import create
from warehouse.reference_tables import load_reference as fill_reference

MADE = Path(__file__).with_name("made_figures.sql")
PER_ARTICLE = 18
NEW_ARTICLES = 100
GROUP_BYS_AT_MOST = 20
PARTIAL_AT_MOST = 0.05
KEYS = "entity_code, metric_code, place_code, scope, is_cumulative, unit, period_start, period_end"
GROUP_BY = f"""
create or replace temp table grouped as
select {KEYS}, count(*) as figures, min(stated_low) as low, max(stated_high) as high
from figures group by {KEYS}
"""


def make(connection: duckdb.DuckDBPyConnection, articles: int, seed: int) -> None:
    """Add made articles with their figures and relations."""
    for statement in duckdb.extract_statements(MADE.read_text(encoding="utf-8")):
        values = {"articles": articles, "seed": seed}
        used = {name: value for name, value in values.items() if f"${name}" in statement.query}
        connection.execute(statement, used)


def seconds(action: Callable[[], object]) -> float:
    """Return the processor time that `action` takes, on all threads together."""
    start = time.process_time()
    action()
    return time.process_time() - start


def main() -> None:
    """Print the times."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    connection = duckdb.connect(":memory:")
    create(connection)
    fill_reference(connection, load_reference())
    at = datetime(2030, 1, 1, tzinfo=UTC)
    make(connection, count // PER_ARTICLE, 1)
    grouping = min(seconds(lambda: connection.execute(GROUP_BY)) for _ in range(5))
    whole = min(seconds(lambda: run_checks(connection, "r1", at)) for _ in range(2))
    before = {row[0] for row in connection.execute("select article_id from articles").fetchall()}
    make(connection, NEW_ARTICLES, 2)
    now = {row[0] for row in connection.execute("select article_id from articles").fetchall()}
    new = sorted(now - before)
    partial = min(seconds(lambda: run_checks(connection, "r2", at, articles=new)) for _ in range(3))
    (found,) = connection.execute("select count(*) from findings").fetchone() or (0,)
    print(f"{count:,} figures, {found:,} findings; processor seconds")
    print(
        f"group by: {grouping:.2f} s; full check: {whole:.2f} s, "
        f"{whole / grouping:.1f} group bys (at most {GROUP_BYS_AT_MOST})"
    )
    print(
        f"after {len(new)} new articles: {partial:.2f} s, {100 * partial / whole:.1f}% of the full check "
        f"(at most {100 * PARTIAL_AT_MOST:.0f}%)"
    )


if __name__ == "__main__":
    main()
