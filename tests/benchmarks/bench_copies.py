"""Measure how well and how fast copies are found, on real articles and rewrites made of them.

    python tests/benchmarks/bench_copies.py [SEED]

The articles are expected at ``../shared/corpus``. Every tenth or so gets a rewrite (`rewriting.py`). Pairs
beyond those made are printed: real copies among the articles, or mistakes; a person has to look.
"""

import gzip
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from rewriting import rewrite  # noqa: E402

from flows.extraction.rows import extract  # noqa: E402
from schemas.identity import article_id_of  # noqa: E402
from schemas.reference import load_reference  # noqa: E402
from warehouse import ddl, load, stories  # noqa: E402

CORPUS = ROOT.parent / "shared" / "corpus" / "articles.jsonl.gz"
ARTICLES, REWRITES, BATCH = 2_000, 300, 500


@dataclass(frozen=True)
class Record:
    """An article as a source gives it."""

    source: str
    source_id: str
    text: str
    published: str | None
    publisher: str | None
    title: str | None = None
    url: str | None = None
    date_source: str | None = None
    date_confidence: float | None = None
    licence: str | None = None
    content_hash: str | None = None
    reader_version: str | None = None
    retrieved_at: datetime | None = None


def main(seed: int) -> None:
    """Print recall, the pairs beyond those made, and articles a second."""
    if not CORPUS.is_file():
        sys.exit(f"{CORPUS}: absent, nothing to measure on")
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    chance = random.Random(seed)
    chosen = chance.sample(articles, ARTICLES)
    records = [Record("corpus", one["id"], one["text"], _day(one), one["source"]) for one in chosen]
    made: set[frozenset[str]] = set()
    for number, one in enumerate(chance.sample(chosen, REWRITES)):
        told = rewrite(one["text"], number)
        records.append(Record("rewrites", str(number), told, _day(one), "another"))
        made.add(frozenset((article_id_of(one["text"]), article_id_of(told))))
    with duckdb.connect() as connection:
        ddl.create(connection)
        _load(connection, records)
        start = time.process_time()
        counts = stories.link_stories(connection)
        seconds = time.process_time() - start
        rows = connection.execute(
            "select article_id, copy_of_id, relation, jaccard, containment, shared_figures from copies"
        ).fetchall()
        story = dict(connection.execute("select article_id, story_id from articles").fetchall())
    told_together = sum(
        len({story[one] for one in pair}) == 1 and None not in map(story.get, pair) for pair in made
    )
    print(f"{counts.compared} articles, {counts.compared / seconds:,.0f} a second of CPU")
    print(f"rewrites in the story of their original: {told_together} of {REWRITES}")
    rewrites = {article_id_of(one.text) for one in records[ARTICLES:]}
    beyond = [row for row in rows if frozenset(row[:2]) not in made]
    print(f"pairs: {len(rows)}, of them not made: {len(beyond)}; those without a rewrite, to be looked at:")
    texts = {article_id_of(one.text): one for one in records}
    for row in beyond:
        if not rewrites & set(row[:2]):
            print(*row[2:])
            print(*(f"    {texts[one].published} {texts[one].text[:100]!r}" for one in row[:2]), sep="\n")


def _day(article: dict[str, str]) -> str | None:
    return (article["published"] or "")[:10] or None


def _load(connection: duckdb.DuckDBPyConnection, records: list[Record]) -> None:
    reference = load_reference()
    for batch in _batches(records):
        readings = {
            one.article_id: extract(one.text, reference, title=one.title, published=one.published)
            for one in load.plan(connection, batch, "bench")
        }
        load.load(connection, load.LoadBatch("bench", datetime(2030, 1, 1), "bench", batch, readings))


def _batches(records: list[Record]) -> Iterator[list[Record]]:
    for start in range(0, len(records), BATCH):
        yield records[start : start + BATCH]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
