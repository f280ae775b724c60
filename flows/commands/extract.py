"""`crossfoot extract`: figures as JSON Lines, without a warehouse."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator

from flows import sources
from flows.configuration import Configuration
from flows.console import say
from flows.extracting import extract_articles
from flows.sources.article import Article, Items, Options, Refused
from flows.sources.jsonl import read_stream

OUTPUT = ("figures", "breakdowns", "links", "rejects", "title_figures")


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Write one JSON object an article to standard output; what cannot be read goes to standard error.

    Returns:
        0, or 2 when a SOURCE gave no article at all.
    """
    options = Options(configuration.max_article_bytes, arguments.published)
    barren: list[str] = []
    articles = _articles(arguments.sources, options, barren)
    extracted = extract_articles(articles, configuration.reference, configuration.workers, arguments.explain)
    for article, rows in extracted:
        if isinstance(rows, Refused):
            _tell(rows)
            continue
        line = {"source_id": article.source_id, "article_id": rows["article_id"]}
        line |= {name: rows[name] for name in OUTPUT}
        sys.stdout.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")
    sys.stdout.flush()
    for source in barren:
        say(f"crossfoot: {source}: no article in it")
    return 2 if barren else 0


def _articles(given: list[str], options: Options, barren: list[str]) -> Iterator[Article]:
    """Give the articles of all sources; note in `barren` the sources that had none."""
    for source in given:
        is_barren = True
        for item in _items(source, options):
            if isinstance(item, Refused):
                _tell(item)
            else:
                is_barren = False
                yield item
        if is_barren:
            barren.append(source)


def _items(source: str, options: Options) -> Items:
    if source == "-":
        return read_stream(sys.stdin.buffer, "standard input", "standard input", options)
    return sources.read(source, options)


def _tell(refused: Refused) -> None:
    say(f"crossfoot: {refused.location or refused.source_id}: {refused.detail}")
