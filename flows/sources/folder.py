"""A folder of articles: every file of a known kind in it and below it, with what `articles.csv` adds."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from flows.sources.article import Article, Item, Options, Refused, SourceError, shown
from flows.sources.file import given_file
from flows.sources.given import Reader
from flows.sources.listing import NAME, Entry, read_listing
from flows.sources.memory import Answered

Files = Iterator[Item | Answered]
# Who runs in the folder of the articles has the warehouse there.
WAREHOUSES = (".duckdb", ".duckdb.lock", ".duckdb.wal")


def read(folder: Path, source: str, options: Options, readers: Mapping[str, Reader]) -> Files:
    """Give the articles below `folder` in the order of their names.

    A file is known by its path within the folder. Hidden files (a leading dot) and warehouses are passed
    over; links are refused, since a drop folder is not to lead anywhere else.
    """
    yield from _walk(folder, PurePath(), source, options, readers)


def _walk(root: Path, below: PurePath, source: str, options: Options, readers: Mapping[str, Reader]) -> Files:
    folder = root / below
    try:
        names = sorted(path.name for path in folder.iterdir())
        listing = read_listing(folder, options)
    except OSError as fault:
        detail = f"the folder cannot be read: {fault.strerror}"
        yield Refused(source, shown(below), "unreadable", detail, shown(folder))
        return
    except SourceError as fault:
        # Without their dates the articles would be read wrongly, so none is read until the list is mended.
        detail = f"{fault.detail}; no article of this folder was read"
        yield Refused(source, shown(below / NAME), fault.reason, detail, shown(folder / NAME))
        return
    for name in names:
        if name.startswith(".") or name == NAME or name.endswith(WAREHOUSES):
            continue
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            yield from _walk(root, below / name, source, options, readers)
        else:
            yield from _file(path, below / name, source, options, readers, listing.pop(name, None))
    for name, entry in listing.items():
        wrong = entry.fault or SourceError(
            "missing", f"named in {NAME}, line {entry.line}, but not in the folder"
        )
        yield Refused(source, shown(below / name), wrong.reason, wrong.detail, shown(folder / name))


def read_file(path: Path, source: str | None, options: Options, readers: Mapping[str, Reader]) -> Files:
    """Give the articles of one file, with what its folder's list says of it; the folder is the source."""
    source = source or shown(path.parent.name) or "/"
    try:
        entry = read_listing(path.parent, options).get(path.name)
    except SourceError as fault:
        detail = f"{fault.detail}; no article of this folder was read"
        yield Refused(source, shown(path.name), fault.reason, detail, shown(path.parent / NAME))
        return
    yield from _file(path, PurePath(path.name), source, options, readers, entry)


def _file(
    path: Path,
    source_path: PurePath,
    source: str,
    options: Options,
    readers: Mapping[str, Reader],
    entry: Entry | None,
) -> Files:
    source_id = shown(source_path.as_posix())
    reader = readers.get(path.suffix.lower())
    if reader is None and not os.path.lexists(path):
        yield Refused(source, source_id, "missing", "no such file; check the path", shown(path))
    elif reader is None:
        known = ", ".join(sorted(readers))
        yield Refused(source, source_id, "unknown_kind", f"not one of the kinds read: {known}", shown(path))
    elif entry is not None and entry.fault is not None:
        yield Refused(source, source_id, entry.fault.reason, entry.fault.detail, shown(path))
    else:
        is_barren = True
        try:
            with given_file(path, source, source_id) as given:
                for item in reader(given, options):
                    is_barren = False
                    yield described(item, entry) if entry is not None and isinstance(item, Article) else item
            if is_barren:
                raise SourceError("empty", "no article in it")
            if options.memory is not None:
                yield Answered(source, source_id)
        except SourceError as fault:
            yield fault.refused(source, source_id, shown(path))


def described(article: Article, entry: Entry) -> Article:
    """Return an article with what its folder's list says; what a record says of itself comes before that."""
    return replace(
        article,
        publisher=article.publisher or entry.publisher,
        published=article.published or entry.published,
        title=article.title or entry.title,
        url=article.url or entry.url,
    )
