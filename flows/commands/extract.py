"""`crossfoot extract`: figures as JSON Lines, without a warehouse."""

import json
import sys
from argparse import Namespace

from flows.configuration import Configuration
from flows.console import say
from flows.extracting import Extractor, Failure
from flows.ordering import order_of
from flows.reading import Reading, tell_refused
from flows.sources.article import Article, Refused

OUTPUT = ("figures", "breakdowns", "links", "worded_shares", "rejects", "title_figures")


def run(arguments: Namespace, configuration: Configuration) -> int:
    """Write one JSON object an article to standard output; what cannot be read goes to standard error.

    Returns:
        0, or 2 when a SOURCE gave no article at all.
    """
    order = order_of(configuration, arguments.sources, published=arguments.published)
    with (
        Reading(order) as reading,
        Extractor(configuration.reference, configuration.workers, arguments.explain) as extractor,
    ):
        for batch in reading.batches():
            for item in batch:
                if isinstance(item, Refused):
                    tell_refused(item)
            articles = [item for item in batch if isinstance(item, Article)]
            for article, rows in zip(articles, extractor.extract(articles), strict=True):
                _write(article, rows)
            sys.stdout.flush()
    for source in reading.barren:
        say(f"crossfoot: {source}: no article in it")
    return 2 if reading.barren else 0


def _write(article: Article, rows: dict[str, object] | Failure) -> None:
    if isinstance(rows, Failure):
        say(f"crossfoot: {article.location}: {rows.detail}")
        return
    line = {"source_id": article.source_id, "article_id": rows["article_id"]}
    line |= {name: rows[name] for name in OUTPUT}
    sys.stdout.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")
