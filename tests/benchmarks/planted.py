"""Score the checks on articles with one planted contradiction, and on agreeing ones: ``planted.py [--show]``.

Each line of ``planted_contradictions.jsonl`` is an article whose figures agree, and what one of them becomes
so that a careful reader sees a contradiction. ``agreeing_articles.jsonl`` has articles that are dense with
figures and agree in all of them. All but those with t in their ids were written by people who knew no rule.
Rules were made from all of them since, from those with g in their ids last; false alarms were mended on all.
Counted is one whose change opens a finding that shows one of its figures, and an agreeing article with any
finding.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent / "checks")]

import duckdb  # noqa: E402
from conftest import Warehouse  # noqa: E402
from reading_in import read_articles  # noqa: E402

from schemas.reference import load_reference  # noqa: E402
from warehouse.ddl import create  # noqa: E402
from warehouse.reference_tables import load_reference as fill_reference  # noqa: E402

ARTICLES = HERE / "planted_contradictions.jsonl"
AGREEING = HERE / "agreeing_articles.jsonl"
SETS = {"cde": "studied", "g": "studied last"}
Row = dict[str, Any]


def main(show: bool = False) -> None:
    """Print for each set how many contradictions are found, by type, and how many agreeing articles fail."""
    cases = [json.loads(line) for line in ARTICLES.read_text("utf-8").splitlines()]
    connection = duckdb.connect(":memory:")
    create(connection)
    fill_reference(connection, load_reference())
    warehouse = Warehouse(connection)
    agreeing = findings(warehouse, [case["text"] for case in cases], cases)
    changed = findings(
        warehouse, [case["text"].replace(case["right"], case["wrong"]) for case in cases], cases
    )
    for letters, name in SETS.items():
        found: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        alarms = 0
        for case, before, after in zip(cases, agreeing, changed, strict=True):
            if case["id"][0] not in letters:
                continue
            quotes = set().union(*(shown for shown in after if shown not in before))
            is_found = not quotes.isdisjoint(case["figures"]) or any(q in case["wrong"] for q in quotes)
            asked[case["type"]] += 1
            found[case["type"]] += is_found
            alarms += bool(before)
            if show and not is_found:
                print("missed", case["id"], case["why"])
        by_type = ", ".join(f"{kind} {found[kind]}/{count}" for kind, count in asked.items())
        total = f"{sum(found.values())} of {sum(asked.values())}"
        print(f"planted contradictions, {name}: {total} found, {alarms} false alarms ({by_type})")
    articles = [json.loads(line) for line in AGREEING.read_text("utf-8").splitlines()]
    alarming = findings(warehouse, [article["text"] for article in articles], articles)
    told = [article["id"] for article, shown in zip(articles, alarming, strict=True) if shown]
    print(f"agreeing articles: {len(articles)}, {len(told)} false alarms {' '.join(told)}")


def findings(warehouse: Warehouse, texts: list[str], cases: list[Row]) -> list[list[frozenset[str]]]:
    """Return the quotes of each failing finding of each article."""
    warehouse.clear()
    ids = read_articles(
        warehouse, [(text, case["title"], case["date"]) for text, case in zip(texts, cases, strict=True)]
    )
    warehouse.check()
    found: dict[str, dict[str, set[str]]] = {article_id: {} for article_id in ids}
    for article_id, finding_id, quote in warehouse.connection.execute(
        "select article_id, finding_id, quote from findings inner join finding_figures using (finding_id) "
        "inner join figures using (figure_id) "
        "where severity = 'error' and certainty <> 'note' and role not like 'also %'"
    ).fetchall():
        found[article_id].setdefault(finding_id, set()).add(quote)
    return [[frozenset(quotes) for quotes in found[article_id].values()] for article_id in ids]


if __name__ == "__main__":
    main(show="--show" in sys.argv[1:])
