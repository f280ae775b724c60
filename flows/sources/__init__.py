"""Readers of article sources, one module a kind; `kinds` says which reads what."""

from pathlib import Path

from flows.sources import folder
from flows.sources.article import Article, Item, Items, Options, Refused, SourceError, shown
from flows.sources.kinds import READERS

__all__ = ["READERS", "Article", "Item", "Items", "Options", "Refused", "SourceError", "read"]


def read(given: str, options: Options) -> Items:
    """Give the articles of a file or folder named by a person, and what was refused, in a stable order.

    A named path may be a link (a person chose it); what a folder holds may not. The source of a file is
    its folder's name, so that one file and its folder know the article alike.
    """
    path = Path(given)
    try:
        path = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        # Reported by the reader below, in the words for a missing or unreadable file.
        path = path.absolute()
    if path.is_dir():
        yield from folder.read(path, shown(path.name) or "/", options, READERS)
        return
    yield from folder.read_file(path, options, READERS)
