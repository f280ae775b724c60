"""A record of a table or of JSON Lines as an article; its fields are named as in JSON Lines, or as mapped.

Fields: id, source, publisher, title, published, url, text. Only `text` must be there. A record without id
is known by its text; a record without source belongs to the file's.
"""

from collections.abc import Collection, Mapping
from hashlib import blake2b
from typing import Any

from flows.sources.article import Article, Item, Options, Refused, SourceError
from flows.sources.dating import parse_published
from flows.sources.decoding import require_text
from flows.sources.opening import too_large
from flows.sources.plain import plain
from flows.sources.urls import clean_url

FIELDS = ("id", "source", "publisher", "title", "published", "url", "text")
LONGEST_ID = 1_000


def item_of(record: Mapping[str, Any], source: str, line_id: str, where: str, options: Options) -> Item:
    """Return the article that a record is, or why it is none; `line_id` names it if it is none."""
    try:
        columns = columns_of(record, options.columns)
        record = {field: _at(record, columns[field]) for field in FIELDS}
        text = record["text"]
        if not isinstance(text, str):
            raise SourceError("no_text", f'"{columns["text"]}" is {kind_of(text)}, not a string')
        if len(text.encode("utf-8", "surrogatepass")) > options.max_article_bytes:
            raise SourceError("too_large", too_large(len(text), options.max_article_bytes))
        text, done = plain(require_text(text))
        own_id = _own_id(record)
        return Article(
            _word(record, "source") or source,
            own_id or "text-" + blake2b(text.encode(), digest_size=8).hexdigest(),
            text,
            publisher=_word(record, "publisher"),
            title=_word(record, "title"),
            published=parse_published(record["published"]) or options.published,
            url=clean_url(_word(record, "url")),
            decoding="utf-8" + done,
            location=where,
        )
    except SourceError as fault:
        return Refused(source, line_id, fault.reason, fault.detail, where)


def columns_of(names: Collection[str], mapped: Mapping[str, str]) -> dict[str, str]:
    """Return what each field is called where these names stand: as mapped, or as it is called here.

    A folder may hold the tables that a mapping is for, and others that need none.
    """
    text = mapped.get("text", "text")
    if "text" in names and text not in names and text.partition(".")[0] not in names:
        mapped = {}
    return {field: mapped.get(field, field) for field in FIELDS}


def _at(record: Mapping[str, Any], name: str) -> Any:
    """Return the value of a name, or of a path of names ("article.body") into records within the record."""
    if name in record or "." not in name:
        return record.get(name)
    value: Any = record
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _own_id(record: dict[str, Any]) -> str | None:
    own = record.get("id")
    if own is None or own == "":
        return None
    if isinstance(own, bool) or not isinstance(own, str | int):
        raise SourceError("bad_id", f'"id" is {kind_of(own)}; a string or a whole number is expected')
    word = _clean(str(own), "id")
    if len(word) > LONGEST_ID:
        raise SourceError("bad_id", f'"id" has {len(word):,} characters; at most {LONGEST_ID:,} are allowed')
    return word or None


def _word(record: dict[str, Any], field: str) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise SourceError("bad_field", f'"{field}" is {kind_of(value)}, not a string')
    return _clean(value, field) or None


def _clean(word: str, field: str) -> str:
    if "\x00" in word:
        raise SourceError("nul_bytes", f'"{field}" contains a NUL character')
    try:
        word.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise SourceError("not_text", f'"{field}" contains half of a surrogate pair') from fault
    return word.strip()


def kind_of(value: object) -> str:
    """Return what a value of JSON is called."""
    if value is None:
        return "null or missing"
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string", list: "a list"}
    return names.get(type(value), "an object")
