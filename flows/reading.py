"""Read all sources of a run, in batches: what each gave, and which gave nothing."""

import sys
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from flows import sources
from flows.configuration import Configuration, ConfigurationError
from flows.console import say
from flows.sources.article import Article, Item, Items, Options, Refused, SourceError
from flows.sources.dating import parse_published
from flows.sources.jsonl import read_stream

STANDARD_INPUT = "-"
# Bounds the memory of a run: a batch is read, extracted and loaded before the next one.
BATCH_ARTICLES = 500
BATCH_CHARACTERS = 4_000_000


class Reading:
    """The articles of several sources, read once.

    Attributes:
        barren: the sources, as given, that had no article; complete when all batches were taken.
    """

    def __init__(self, given: Sequence[str], options: Options):
        self.given = list(dict.fromkeys(given))
        self.options = options
        self.barren: list[str] = []
        self._texts: dict[tuple[str, str], bytes] = {}

    def batches(self) -> Iterator[list[Item]]:
        """Give articles and refusals in batches, in a stable order."""
        batch: list[Item] = []
        characters = 0
        for item in self._items():
            batch.append(item)
            characters += len(item.text) if isinstance(item, Article) else 0
            if len(batch) >= BATCH_ARTICLES or characters >= BATCH_CHARACTERS:
                yield batch
                batch, characters = [], 0
        if batch:
            yield batch

    def _items(self) -> Items:
        for source in self.given:
            is_barren = True
            for item in _read(source, self.options):
                if isinstance(item, Refused):
                    yield item
                    continue
                is_barren = False
                if news := self._once(item):
                    yield news
            if is_barren:
                self.barren.append(source)

    def _once(self, article: Article) -> Item | None:
        """Pass the first text of an id; the same text again is no news, another one is a fault.

        Taking the last one instead would make every run replace the first text anew.
        """
        key = (article.source, article.source_id)
        text = blake2b(article.text.encode(), digest_size=8).digest()
        if key not in self._texts:
            self._texts[key] = text
            return article
        if self._texts[key] == text:
            return None
        detail = "another text has this id already in this run; give each article an id of its own"
        return Refused(article.source, article.source_id, "duplicate_id", detail, article.location)


def _read(source: str, options: Options) -> Items:
    if source == STANDARD_INPUT:
        return read_stream(sys.stdin.buffer, "standard input", "standard input", options)
    return sources.read(source, options)


def options_of(configuration: Configuration, given: Sequence[str], published: str | None) -> Options:
    """Return how to read the sources that a person gave.

    Raises:
        ConfigurationError: `published` is no date, or is given for more than a single file.
    """
    if published is not None:
        if len(given) != 1 or Path(given[0]).is_dir():
            raise ConfigurationError(
                "--published is for a single file; a folder's dates stand in articles.csv"
            )
        try:
            published = parse_published(published)
        except SourceError as fault:
            raise ConfigurationError(f"--published: {fault.detail}") from fault
    return Options(configuration.max_article_bytes, published, configuration.columns)


def tell_refused(refused: Refused) -> None:
    """Tell a person what was not read, and why."""
    say(f"crossfoot: {refused.location or refused.source_id}: {refused.detail}")
