"""Stores of objects (S3 and others), by way of fsspec: what a bucket holds below a prefix, each object once.

Objects are listed with their ETags, or sizes and times; one that is listed as it was is not fetched.
Credentials are the store's own affair: its library takes them from the environment.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from flows.sources.article import Article, Options, Refused, SourceError
from flows.sources.contents import content_hash, settings_hash
from flows.sources.dating import utc_now
from flows.sources.folder import described
from flows.sources.given import Given
from flows.sources.kinds import READERS
from flows.sources.listing import LARGEST, NAME, Listings
from flows.sources.memory import Answered, Fetched, Learned, Memory
from flows.sources.opening import too_large
from flows.sources.source import Source, shown_given
from flows.sources.spooling import with_path

LIBRARIES = {"s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "az": "adlfs", "abfs": "adlfs"}
# What listings say of an object's state; the first ones where there are some.
STATES = (("ETag", "etag", "md5Hash"), ("LastModified", "last_modified", "mtime", "updated", "created"))

News = Article | Refused | Learned


def read(source: Source, options: Options, memory: Memory) -> Iterator[News]:
    """Give the articles of the objects below a prefix, in the order of their names, and what was learned."""
    where = shown_given(source.given)
    name = source.name or where.partition("://")[2].partition("/")[0] or where
    try:
        store = Store(source)
    except SourceError as fault:
        yield Refused(name, where, fault.reason, fault.detail, where)
        return
    for path in store.paths:
        source_id, url = store.relative(path), f"{source.scheme}://{path.lstrip('/')}"
        try:
            yield from _object(store, path, Place(name, source_id, url), source, options, memory)
        except SourceError as fault:
            yield Refused(name, source_id, fault.reason, fault.detail, url)


class Place:
    """Where an object's articles come from."""

    def __init__(self, source: str, source_id: str, url: str):
        self.source = source
        self.source_id = source_id
        self.url = url


def _object(
    store: "Store", path: str, place: Place, source: Source, options: Options, memory: Memory
) -> Iterator[News]:
    state = content_hash(b"", store.state(path), settings_hash(source))
    known = memory.fetched([place.url]).get(place.url)
    if known is not None and known.content_hash == state:
        yield Answered(place.source, place.source_id, known.articles)
        return
    entry = store.listings.entry(path)
    kind = source.kind or PurePosixPath(path).suffix.lower()
    if kind not in READERS:
        raise SourceError("unknown_kind", f"not one of the kinds read: {', '.join(sorted(READERS))}")
    articles = 0
    with _content(store, path, place, options) as (stream, file):
        given = Given(stream, place.source, place.source_id, place.url, store.size(path), path=file)
        with with_path(given, kind) as whole:
            for item in READERS[kind](whole, options):
                if isinstance(item, Article):
                    articles += 1
                    item = replace(item, retrieved_at=utc_now())
                    item = described(item, entry) if entry is not None else item
                yield item
    if not articles:
        raise SourceError("empty", "no article in it")
    yield Answered(place.source, place.source_id)
    if options.window is None:
        yield Fetched(place.url, place.source, place.url, utc_now(), content_hash=state, articles=articles)


@contextmanager
def _content(
    store: "Store", path: str, place: Place, options: Options
) -> Iterator[tuple[BinaryIO, Path | None]]:
    """Open an object; where it is kept until it is committed, as a file."""
    if options.kept is None:
        with store.opened(path) as stream:
            yield stream, None
        return
    key = content_hash(b"", place.url, store.state(path))
    with options.kept.opened(key, lambda: store.opened(path)) as (file, name):
        yield file, name


class Store:
    """What a store holds below the prefix of a source.

    Raises:
        SourceError: it cannot be listed, or holds nothing there.
    """

    def __init__(self, source: Source):
        try:
            from fsspec.core import url_to_fs

            self._system, self._root = url_to_fs(source.given, **source.storage)
            self._infos: dict[str, dict[str, Any]] = self._system.find(self._root, detail=True)
        except ImportError as fault:
            library = LIBRARIES.get(source.scheme or "", "a library")
            raise SourceError("no_library", f"{source.scheme}:// needs {library}; install it") from fault
        except Exception as fault:
            raise _told(fault) from fault
        self.listings = Listings(self.listing)
        self.paths = [path for path in sorted(self._infos) if self._is_read(path)]
        if not self.paths:
            raise SourceError("missing", "nothing is there; check bucket and prefix")

    def relative(self, path: str) -> str:
        """Return the name of an object below the prefix; of the prefix itself, its last part."""
        return PurePosixPath(path).name if path == self._root else path[len(self._root) :].lstrip("/")

    def size(self, path: str) -> int | None:
        """Return the number of bytes of an object."""
        size = self._infos[path].get("size")
        return int(size) if size is not None else None

    def state(self, path: str) -> str:
        """Return what the store's listing says of the state of an object, and of the list beside it."""
        listing = f"{path.rpartition('/')[0]}/{NAME}"
        return repr([_state(self._infos.get(one, {})) for one in (path, listing)])

    def opened(self, path: str) -> Any:
        """Open an object for reading.

        Raises:
            SourceError: it cannot be opened.
        """
        try:
            return _Told(self._system.open(path, "rb"))
        except Exception as fault:
            raise _told(fault) from fault

    def listing(self, path: str) -> bytes | None:
        """Return the bytes of a list, if there is one.

        Raises:
            SourceError: it cannot be opened, or is too large.
        """
        if path not in self._infos:
            return None
        if (self.size(path) or 0) > LARGEST:
            raise SourceError("too_large", too_large(self.size(path) or 0, LARGEST))
        with self.opened(path) as stream:
            content: bytes = stream.read()
            return content

    def _is_read(self, path: str) -> bool:
        parts = PurePosixPath(self.relative(path)).parts
        return parts[-1:] != (NAME,) and not any(part.startswith(".") for part in parts)


def _state(info: Mapping[str, Any]) -> list[str]:
    said = next(
        (found for names in STATES if (found := [str(info[one]) for one in names if one in info])), []
    )
    return [*said, str(info.get("size"))]


class _Told:
    """A stream whose faults are told as those of a source."""

    def __init__(self, stream: Any):
        self._stream = stream

    def __enter__(self) -> "_Told":
        return self

    def __exit__(self, *ignored: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._stream, name)
        if name not in ("read", "readline", "readinto", "read1", "seek"):
            return found

        def told(*arguments: Any) -> Any:
            try:
                return found(*arguments)
            except SourceError:
                raise
            except Exception as fault:
                raise _told(fault) from fault

        return told


def _told(fault: Exception) -> SourceError:
    if isinstance(fault, FileNotFoundError):
        return SourceError("missing", "nothing is there; check bucket and prefix")
    if isinstance(fault, PermissionError):
        return SourceError("unreadable", "permission denied by the store; check its credentials")
    words = (str(fault).splitlines() or [""])[0][:200]
    return SourceError("unreachable", f"the store cannot be read ({type(fault).__name__}: {words})")
