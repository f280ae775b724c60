"""Readers of article sources, one module a kind; `kinds` says which reads what."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from flows.sources import folder
from flows.sources.article import Article, Item, Items, Options, Refused, SourceError, shown
from flows.sources.kinds import READERS
from flows.sources.memory import Learned, NoMemory, Pause
from flows.sources.source import STORES, WEB, Source, shown_given

if TYPE_CHECKING:
    from flows.sources.fetcher import Fetcher

__all__ = ["READERS", "Article", "Item", "Items", "Options", "Refused", "SourceError", "read", "read_source"]


def read_source(
    source: Source, options: Options, fetcher: "Callable[[], Fetcher]"
) -> Iterator[Item | Learned | Pause]:
    """Give the articles of a source, what was refused, what was learned for the next time, and pauses.

    Args:
        source: what a person named.
        options: how it is read.
        fetcher: makes what asks the web, where it is asked.
    """
    options = replace(options, columns={**options.columns, **source.columns})
    for item in _read(source, options, fetcher):
        if isinstance(item, Article):
            yield replace(
                item, publisher=source.publisher or item.publisher, licence=source.licence or item.licence
            )
        else:
            yield item


def _read(
    source: Source, options: Options, fetcher: "Callable[[], Fetcher]"
) -> Iterator[Item | Learned | Pause]:
    memory = options.memory or NoMemory()
    if source.scheme is None:
        yield from read(source.given, options, source.name)
    elif source.scheme in WEB:
        from flows.sources import web

        yield from web.read(source, options, fetcher(), memory)
    elif source.scheme in STORES:
        from flows.sources import objects

        yield from objects.read(source, options, memory)
    else:
        where = shown_given(source.given)
        known = ", ".join(f"{scheme}://" for scheme in (*WEB, *STORES))
        detail = f"no reader for {source.scheme}://; known are {known}, files and folders"
        yield Refused(source.name or where, where, "bad_url", detail, where)


def read(given: str, options: Options, source: str | None = None) -> Iterator[Item | Learned]:
    """Give the articles of a file or folder named by a person, and what was refused, in a stable order.

    A named path may be a link (a person chose it); what a folder holds may not. The source of a file is
    its folder's name, so that one file and its folder know the article alike; or `source`.
    """
    path = Path(given)
    try:
        path = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        # Reported by the reader below, in the words for a missing or unreadable file.
        path = path.absolute()
    if path.is_dir():
        yield from folder.read(path, source or shown(path.name) or "/", options, READERS)
        return
    yield from folder.read_file(path, source, options, READERS)
