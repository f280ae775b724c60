"""Read all sources of a run, in batches: what each gave, and which gave nothing."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from types import TracebackType
from typing import TYPE_CHECKING, Self

from flows import sources
from flows.console import say
from flows.ordering import Order
from flows.sources.article import Article, Item, Refused
from flows.sources.jsonl import read_stream
from flows.sources.kept import Kept
from flows.sources.memory import Answered, Learned, Memory, NoMemory, Pause
from flows.sources.source import Source, shown_given
from flows.turns import taking_turns

if TYPE_CHECKING:
    from flows.sources.fetcher import Fetcher
    from flows.sources.journal import Journal

STANDARD_INPUT = "-"
# Bounds the memory of a run: a batch is read, extracted and loaded before the next one.
BATCH_ARTICLES = 500
BATCH_CHARACTERS = 4_000_000
# Of an article there is at most the word that its file was read, and that it was fetched.
MOST_NEWS = 3

News = Item | Learned


class Reading:
    """The articles of several sources, read once.

    Args:
        order: what is read and how.
        memory: what is known from earlier runs.
        journal: keeps answers of the web until they are committed; None: they are for this time only.
        kept: the same for objects.

    Attributes:
        barren: the sources, as given, that had no article; complete when all batches were taken.
        awaited: those that had none since their server asks for peace: no fault, and they stay due.
        unread: those that were not read to their end; none when all batches were taken.
        outside, undated: articles left out since they were published at another time, or at none known.
    """

    def __init__(
        self,
        order: Order,
        memory: Memory | None = None,
        journal: "Journal | None" = None,
        kept: Kept | None = None,
    ):
        self.order = order
        self.memory = memory or NoMemory()
        self.options = replace(order.options, memory=self.memory, kept=kept)
        self.journal = journal
        self.barren: list[str] = []
        self.awaited: list[str] = []
        self.unread = [shown_given(source.given) for source in order.sources]
        self.outside = self.undated = 0
        self._fruitful: list[Source] = []
        self._refusals: dict[str, set[str]] = {}
        self._texts: dict[int, int] = {}
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._fetcher is not None:
            self._fetcher.exchange.close()

    def batches(self, most: int = BATCH_ARTICLES) -> Iterator[list[News]]:
        """Give what is read and learned, in batches of at most so many articles, in a stable order."""
        batch: list[News] = []
        articles = characters = 0
        for item in self._items():
            batch.append(item)
            if isinstance(item, Article):
                articles += 1
                characters += len(item.text)
            # What is learned of a file comes with its article: counted alike, it would halve the batches.
            if articles >= most or characters >= BATCH_CHARACTERS or len(batch) >= MOST_NEWS * most:
                yield batch
                batch, articles, characters = [], 0, 0
        if batch:
            yield batch

    def _items(self) -> Iterator[News]:
        turns: Iterator[tuple[Source, News | None]] = taking_turns(self.order.sources, self._read)
        for source, item in turns:
            given = shown_given(source.given)
            if item is None:
                self.unread.remove(given)
                if source not in self._fruitful:
                    is_awaited = self._refusals.get(given) == {"retry_later"}
                    (self.awaited if is_awaited else self.barren).append(given)
                continue
            if isinstance(item, Refused):
                self._refusals.setdefault(given, set()).add(item.reason)
            if isinstance(item, Article | Answered) and source not in self._fruitful:
                self._fruitful.append(source)
            if not isinstance(item, Article):
                yield item
            elif self._is_wanted(item) and (news := self._once(item)):
                yield news

    def _read(self, source: Source) -> Iterator[News | Pause]:
        if source.given == STANDARD_INPUT:
            return read_stream(sys.stdin.buffer, "standard input", "standard input", self.options)
        return sources.read_source(source, self.options, self._asking)

    def _asking(self) -> "Fetcher":
        """Return what asks the web; made when it is first needed, for its libraries take time to load."""
        if self._fetcher is None:
            from flows.asking import fetcher

            self._fetcher = fetcher(self.order.politeness, self.memory, self.journal)
        return self._fetcher

    def _is_wanted(self, article: Article) -> bool:
        window = self.options.window
        if window is None or window.takes(article.published):
            return True
        if article.published is None:
            self.undated += 1
        else:
            self.outside += 1
        return False

    def _once(self, article: Article) -> Item | None:
        """Pass the first text of an id; the same text again is no news, another one is a fault.

        Taking the last one instead would make every run replace the first text anew.
        """
        # As hashes: of a hundred thousand articles the ids themselves would be kept.
        key = _hash(f"{article.source}\0{article.source_id}")
        text = _hash(article.text)
        if key not in self._texts:
            self._texts[key] = text
            return article
        if self._texts[key] == text:
            return None
        detail = "another text has this id already in this run; give each article an id of its own"
        return Refused(article.source, article.source_id, "duplicate_id", detail, article.location)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def tell_refused(refused: Refused) -> None:
    """Tell a person what was not read, and why."""
    say(f"crossfoot: {refused.location or refused.source_id}: {refused.detail}")
