"""Bytes by their hash, and the version of what gets text out of them: the same again need not be parsed."""

from functools import cache
from hashlib import blake2b
from importlib import resources
from importlib.metadata import version

from flows.sources.source import Source

# What decides how a page or an entry becomes text.
MODULES = (
    "decoding",
    "feed_parser",
    "fragment",
    "page_faults",
    "page_gaps",
    "page_holder",
    "page_lines",
    "page_listing",
    "page_metadata",
    "page_paragraphs",
    "page_parser",
    "page_speech",
    "page_stated",
    "page_tables",
    "page_tree",
    "page_walls",
    "plain",
    "table_headers",
)
LIBRARIES = ("htmldate", "lxml", "trafilatura")


def content_hash(content: bytes, *how: object) -> str:
    """Return a hash of bytes and of what else decides what is got out of them."""
    digest = blake2b(repr(how).encode("utf-8", "surrogatepass"), digest_size=8)
    digest.update(content)
    return digest.hexdigest()


def settings_hash(source: Source) -> str:
    """Return a hash of all but the bytes that decides what is read of a source."""
    how = source.name, source.kind, source.follow, sorted(source.columns.items())
    return content_hash(reader_version().encode(), *how)


@cache
def reader_version() -> str:
    """Return the version of the parsers: their own text, so that nobody has to remember to raise a number."""
    digest = blake2b(digest_size=8)
    folder = resources.files("flows") / "sources"
    for name in MODULES:
        digest.update((folder / f"{name}.py").read_bytes())
    for name in LIBRARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.hexdigest()
