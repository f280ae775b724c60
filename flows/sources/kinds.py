"""Which reader reads which kind, known by the ending of a name; a new kind is one module and one line here.

A reader is imported when the first of its kind is met: plain text is not to wait for a parser of pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from flows.sources.article import Items, Options
from flows.sources.given import Given, Reader


@dataclass(frozen=True, slots=True)
class Lazy:
    """A reader by the name of its module in this package."""

    module: str

    def __call__(self, given: Given, options: Options, /) -> Items:
        """Import the module and read with it."""
        reader: Reader = import_module(f"flows.sources.{self.module}").read
        yield from reader(given, options)


READERS: Mapping[str, Reader] = {
    ".txt": Lazy("text"),
    ".text": Lazy("text"),
    ".md": Lazy("text"),
    ".markdown": Lazy("text"),
    ".jsonl": Lazy("jsonl"),
    ".ndjson": Lazy("jsonl"),
    ".json": Lazy("json_file"),
    ".html": Lazy("page"),
    ".htm": Lazy("page"),
    ".xhtml": Lazy("page"),
    ".xml": Lazy("feed"),
    ".rss": Lazy("feed"),
    ".atom": Lazy("feed"),
    ".csv": Lazy("table"),
    ".tsv": Lazy("table"),
    ".parquet": Lazy("parquet"),
    ".warc": Lazy("warc"),
    ".gz": Lazy("gzipped"),
    ".zip": Lazy("zipped"),
}
