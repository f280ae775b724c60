"""Parquet: a row an article; which column is which field can be mapped. Parsed in a child."""

from flows.sources.article import Items, Options, SourceError
from flows.sources.child import child
from flows.sources.given import Given
from flows.sources.records import item_of


def read(given: Given, options: Options) -> Items:
    """Give the articles of the rows.

    Raises:
        SourceError: it is damaged, or has no column of text.
    """
    if given.path is None:
        raise SourceError("nested", "a Parquet file within something else; unpack it first")
    asked = {"path": str(given.path), "columns": dict(options.columns)}
    number = 0
    for answer in child().ask("parquet", asked):
        for record in answer["records"]:
            number += 1
            where = f"{given.name}, row {number}"
            yield item_of(record, given.source, f"{given.source_id}:{number}", where, options)
    if not given.is_unchanged():
        raise SourceError("changed", "changed while it was read; the next run reads it again")
