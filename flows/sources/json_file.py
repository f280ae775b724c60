"""JSON in one piece: a record, a list of records, or an object that holds one such list."""

import json
from typing import Any

from flows.sources.article import Items, Options, SourceError
from flows.sources.decoding import decode
from flows.sources.given import Given
from flows.sources.jsonl import as_record
from flows.sources.records import item_of

# All of it is in memory at once; what is longer belongs into JSON Lines.
LARGEST = 16_000_000


def read(given: Given, options: Options) -> Items:
    """Give the articles of the records, in order; one that is none gives the reason.

    Raises:
        SourceError: it is no JSON, or holds no records.
    """
    text, _ = decode(given.read_all(max(LARGEST, options.max_article_bytes)))
    try:
        records = _records(json.loads(text), {"text", options.columns.get("text", "text").partition(".")[0]})
    except RecursionError as fault:
        raise SourceError("bad_json", "nested too deeply; a list of flat objects is expected") from fault
    except ValueError as fault:
        raise SourceError("bad_json", f"no JSON: {str(fault)[:120]}") from fault
    for number, record in enumerate(records, 1):
        where, record_id = f"{given.name}, record {number}", f"{given.source_id}:{number}"
        try:
            yield item_of(as_record(record), given.source, record_id, where, options)
        except SourceError as fault:
            yield fault.refused(given.source, record_id, where)


def _records(whole: Any, texts: set[str]) -> list[Any]:
    if isinstance(whole, list):
        return whole
    if isinstance(whole, dict) and texts.isdisjoint(whole):
        lists = [value for value in whole.values() if isinstance(value, list)]
        if len(lists) == 1:
            return lists[0]
    return [whole]
