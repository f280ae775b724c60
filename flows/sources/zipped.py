"""Zip archives: every member of a kind that is read; nothing is written to disk."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from flows.sources.article import Article, Items, Options, Refused, SourceError, shown
from flows.sources.folder import described
from flows.sources.given import Given, Reader
from flows.sources.inner import inner_reader
from flows.sources.listing import LARGEST, NAME, Listings
from flows.sources.opening import too_large
from flows.sources.unpacking import FAULTS, FREE, MOST_RATIO, unpacked

MOST_MEMBERS = 100_000


def read(given: Given, options: Options) -> Items:
    """Give the articles of the members, in the order of the archive.

    Raises:
        SourceError: it is no whole archive.
    """
    if given.path is None:
        raise SourceError("nested", "a zip archive within something else; unpack it first")
    with _opened(given.stream) as archive:
        # Not `is_dir`, which breaks on a name without a character.
        members = [member for member in archive.infolist() if not _is_passed_over(member.filename)]
        if len(members) > MOST_MEMBERS:
            raise SourceError("too_large", f"{len(members):,} members; at most {MOST_MEMBERS:,} are read")
        # Members may share their packed bytes, so that each is in proportion and all together are not.
        whole = sum(member.file_size for member in members)
        if whole > max(FREE, MOST_RATIO * (given.size or 0)):
            raise SourceError("bomb", f"{whole:,} bytes would come out of {given.size or 0:,}")
        names: set[str] = set()
        listings = Listings(partial(_listing, archive))
        for member in members:
            if PurePosixPath(member.filename).name == NAME:
                continue
            name = f"{given.name}/{shown(member.filename)}"
            member_id = f"{given.source_id}/{shown(member.filename)}"
            try:
                reader = _member_reader(member, names)
                entry = listings.entry(member.filename)
                with archive.open(member) as packed:
                    size = member.compress_size
                    stream = unpacked(packed, lambda size=size: size)  # type: ignore[misc]
                    for item in reader(Given(stream, given.source, member_id, name), options):
                        yield described(item, entry) if entry and isinstance(item, Article) else item
            except SourceError as fault:
                yield fault.refused(given.source, member_id, name)
            except FAULTS as fault:
                yield Refused(given.source, member_id, "damaged", f"cannot be unpacked: {fault}", name)


def _is_passed_over(name: str) -> bool:
    """Whether a name is a folder's, hidden, or of what another system keeps beside its files."""
    return name.endswith("/") or any(
        part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in PurePosixPath(name).parts
    )


def _listing(archive: ZipFile, path: str) -> bytes | None:
    try:
        member = archive.getinfo(path)
    except KeyError:
        return None
    try:
        with archive.open(member) as packed:
            content = packed.read(LARGEST + 1)
    except FAULTS as fault:
        raise SourceError("damaged", f"cannot be unpacked: {fault}") from fault
    if len(content) > LARGEST:
        raise SourceError("too_large", too_large(len(content), LARGEST))
    return content


def _member_reader(member: ZipInfo, names: set[str]) -> Reader:
    path = PurePosixPath(member.filename)
    mode = member.external_attr >> 16
    if path.is_absolute() or ".." in path.parts or "\\" in member.filename:
        raise SourceError("bad_name", "the member's name leads out of the archive")
    if not 0 < len(member.filename) <= 255:
        raise SourceError("bad_name", "the member has no name, or one that is too long")
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        raise SourceError("not_a_file", "a link or device, not a regular file")
    if member.filename.casefold() in names:
        raise SourceError("duplicate_id", "another member has this name")
    names.add(member.filename.casefold())
    return inner_reader(member.filename)


@contextmanager
def _opened(stream: BinaryIO) -> Iterator[ZipFile]:
    try:
        archive = ZipFile(stream)
    except FAULTS as fault:
        raise SourceError("damaged", f"no whole zip archive: {fault}") from fault
    with archive:
        yield archive
