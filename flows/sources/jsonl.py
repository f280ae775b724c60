"""JSON Lines: one object an article, read line by line so that one bad line costs one article.

Fields: id, source, publisher, title, published, url, text. Only `text` must be there. A record without id
is known by its text; a record without source belongs to the file's.
"""

import json
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from flows.sources.article import Article, Item, Items, Options, Refused, SourceError
from flows.sources.dating import parse_published
from flows.sources.decoding import require_text
from flows.sources.given import Given
from flows.sources.opening import too_large

# JSON may write one character of text as twelve (a surrogate pair of escapes), plus the other fields.
LINE_FACTOR = 6
LONGEST_ID = 1_000


def read(given: Given, options: Options) -> Items:
    """Give the articles, in order; a line that is none gives the reason."""
    yield from read_stream(given.stream, given.source, given.name, options)


def read_stream(stream: BinaryIO, source: str, name: str, options: Options) -> Items:
    """Give the articles of an open stream; `name` is what messages call it."""
    limit = options.max_article_bytes * LINE_FACTOR
    for number, line in _lines(stream, limit):
        where = f"{name}, line {number}"
        line_id = f"{Path(name).name}:{number}"
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Refused(source, line_id, "not_text", "UTF-16, not UTF-8; save it as UTF-8", where)
            return
        if line and not line.strip(b" \t\r\n"):
            continue
        yield _item(line, limit, source, line_id, where, options)


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes]]:
    """Give the numbered lines; one above `limit` is cut there and its rest passed over unread."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        yield number, line
        while len(line) > limit and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)


def _item(line: bytes, limit: int, source: str, line_id: str, where: str, options: Options) -> Item:
    record: dict[str, Any] = {}
    try:
        if len(line) > limit:
            raise SourceError("too_large", too_large(len(line), limit))
        record = _record(line)
        text = record.get("text")
        if not isinstance(text, str):
            raise SourceError("no_text", f'"text" is {_kind(text)}, not a string')
        if len(text.encode("utf-8", "surrogatepass")) > options.max_article_bytes:
            raise SourceError("too_large", too_large(len(text), options.max_article_bytes))
        require_text(text)
        own_id = _own_id(record)
        return Article(
            _word(record, "source") or source,
            own_id or "text-" + blake2b(text.encode(), digest_size=8).hexdigest(),
            text,
            publisher=_word(record, "publisher"),
            title=_word(record, "title"),
            published=parse_published(record.get("published")) or options.published,
            url=_word(record, "url"),
            location=where,
        )
    except SourceError as fault:
        return Refused(source, line_id, fault.reason, fault.detail, where)


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
    if not isinstance(record, dict):
        raise SourceError("bad_json", f"{_kind(record)}, not an object; one object a line is expected")
    return record


def _own_id(record: dict[str, Any]) -> str | None:
    own = record.get("id")
    if own is None or own == "":
        return None
    if isinstance(own, bool) or not isinstance(own, str | int):
        raise SourceError("bad_id", f'"id" is {_kind(own)}; a string or a whole number is expected')
    word = _clean(str(own), "id")
    if len(word) > LONGEST_ID:
        raise SourceError("bad_id", f'"id" has {len(word):,} characters; at most {LONGEST_ID:,} are allowed')
    return word or None


def _word(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise SourceError("bad_field", f'"{field}" is {_kind(value)}, not a string')
    return _clean(value, field) or None


def _clean(word: str, field: str) -> str:
    if "\x00" in word:
        raise SourceError("nul_bytes", f'"{field}" contains a NUL character')
    try:
        word.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise SourceError("not_text", f'"{field}" contains half of a surrogate pair') from fault
    return word.strip()


def _kind(value: object) -> str:
    if value is None:
        return "null or missing"
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "an object")
