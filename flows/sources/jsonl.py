"""JSON Lines: one object an article, read line by line so that one bad line costs one article.

What fields it has is in `records`.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from flows.sources.article import Items, Options, Refused, SourceError
from flows.sources.given import Given
from flows.sources.opening import too_large
from flows.sources.records import item_of, kind_of
from flows.sources.transcoding import MARKS, as_utf8

# JSON may write one character of text as twelve (a surrogate pair of escapes), plus the other fields.
LINE_FACTOR = 6


def read(given: Given, options: Options) -> Items:
    """Give the articles, in order; a line that is none gives the reason."""
    yield from read_stream(given.stream, given.source, given.name, options)


def read_stream(stream: BinaryIO, source: str, name: str, options: Options) -> Items:
    """Give the articles of an open stream; `name` is what messages call it."""
    limit = options.max_article_bytes * LINE_FACTOR
    for number, line in lines_of(stream, limit):
        where = f"{name}, line {number}"
        line_id = f"{Path(name).name}:{number}"
        if line and not line.strip(b" \t\r\n"):
            continue
        try:
            if len(line) > limit:
                raise SourceError("too_large", too_large(len(line), limit))
            record = _record(line)
        except SourceError as fault:
            yield Refused(source, line_id, fault.reason, fault.detail, where)
            continue
        yield item_of(record, source, line_id, where, options)


def lines_of(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes]]:
    """Give the numbered lines; one above `limit` is cut there and its rest passed over unread."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if number == 1:
            if line.startswith(MARKS):
                stream = as_utf8(line, stream)
                line = stream.readline(limit + 1)
            line = line.removeprefix(b"\xef\xbb\xbf")
        yield number, line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)


def _record(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise SourceError(
            "not_text", f"not UTF-8 (byte {fault.start} of the line); save it as UTF-8"
        ) from fault
    except RecursionError as fault:
        raise SourceError("bad_json", "nested too deeply; one flat object a line is expected") from fault
    except ValueError as fault:
        # The fault's own words quote nothing of the line and end in its place.
        raise SourceError(
            "bad_json", f"no JSON: {str(fault)[:120]}; one object a line is expected"
        ) from fault
    return as_record(record)


def as_record(value: object) -> dict[str, Any]:
    """Return a value that is an object.

    Raises:
        SourceError: it is something else.
    """
    if not isinstance(value, dict):
        raise SourceError("bad_json", f"{kind_of(value)}, not an object; one object an article is expected")
    return value
