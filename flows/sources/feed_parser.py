"""The entries of a feed, in the child: no entities, no documents from elsewhere, damage borne."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from flows.sources.article import SourceError
from flows.sources.contents import content_hash
from flows.sources.fragment import fragment_text
from flows.sources.page_tree import ATTRIBUTE, LONG_TAG, MOST_ATTRIBUTES, MOST_TAGS, decode_page

DECLARATION = re.compile(r"\s*<\?xml([^>]*)\?>")
ENCODING = re.compile(r"""encoding\s*=\s*["']([A-Za-z0-9_.:-]{1,40})""")
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,9})|([0-9]{1,9}));")
DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>", re.IGNORECASE)
TEXTS = ("encoded", "content", "description", "summary")
DATES = {
    **dict.fromkeys(("pubDate", "published", "date", "issued", "created"), "feed"),
    **dict.fromkeys(("updated", "modified"), "feed_updated"),
}
ROOTS = ("rss", "feed", "RDF")
# As libxml2 has it, short of `huge_tree`.
MOST_ENTRIES = 50_000


def parse(arguments: dict[str, Any], content: bytes) -> Iterator[dict[str, Any]]:
    """Give number, id, link, title, text, published and publisher of entries; or one answer, their hashes.

    Args:
        arguments: `charset` as far as known; `numbers` of the entries wanted, from 0; None: the hash of each.
        content: the feed.

    Raises:
        SourceError: it is no feed, or has what no feed needs and attacks use.
    """
    if content.count(b"<") > 4 * MOST_TAGS:
        raise SourceError("too_complex", "too many tags")
    for match in LONG_TAG.finditer(content):
        if sum(1 for _ in ATTRIBUTE.finditer(match[0])) > MOST_ATTRIBUTES:
            raise SourceError("too_complex", f"a tag with more than {MOST_ATTRIBUTES:,} attributes")
    text, _ = decode_page(content, arguments.get("charset") or _declared(content))
    text = DECLARATION.sub("", text.lstrip("\ufeff"), count=1)
    upper = text.upper()
    if "<!ENTITY" in upper or ("<!DOCTYPE" in upper and not DOCTYPE.search(text)):
        raise SourceError("entities", "defines entities, which no feed needs; refused")
    text = DOCTYPE.sub("", text, count=1)
    text = REFERENCE.sub(_storable, text)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as fault:
        raise SourceError("not_a_feed", "neither RSS nor Atom") from fault
    if root is None or _name(root) not in ROOTS:
        raise SourceError("not_a_feed", "neither RSS nor Atom")
    publisher = _publisher(root)
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    if len(entries) > MOST_ENTRIES:
        raise SourceError("too_large", f"{len(entries):,} entries; at most {MOST_ENTRIES:,} are read")
    numbers = arguments["numbers"]
    if numbers is None:
        yield {"hashes": [content_hash(_canonical(entry), publisher) for entry in entries]}
        return
    for number in numbers:
        yield {"number": number, **_entry(entries[number], publisher)}


def _storable(reference: re.Match[str]) -> str:
    """Return a reference to a character; the replacement for what is none, as halves of surrogate pairs."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"


def _canonical(entry: Any) -> bytes:
    content: bytes = etree.tostring(entry, with_tail=False)
    return content


def _declared(content: bytes) -> str | None:
    match = ENCODING.search(content[:200].decode("latin-1"))
    return match[1] if match else None


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _publisher(root: Any) -> str | None:
    holder = next((element for element in root if _name(element) == "channel"), root)
    return next((_words(element) for element in holder if _name(element) == "title"), None)


def _entry(entry: Any, publisher: str | None) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    links: dict[str, str] = {}
    for element in entry:
        name = _name(element)
        if name == "link":
            links.setdefault(
                element.get("rel", "alternate"), element.get("href") or (element.text or "").strip()
            )
        elif name and name not in fields:
            fields[name] = element
    body = next((fields[name] for name in TEXTS if name in fields and _raw(fields[name]).strip()), None)
    guid = fields.get("guid", fields.get("id"))
    dated = next((name for name in DATES if name in fields), None)
    return {
        "id": _words(guid) if guid is not None else None,
        "link": links.get("alternate"),
        "title": fragment_text(_raw(fields["title"])).replace("\n", " ") or None
        if "title" in fields
        else None,
        "text": fragment_text(_raw(body)) if body is not None else "",
        "published": _words(fields[dated]) if dated else None,
        "date_source": DATES[dated] if dated else None,
        "publisher": publisher,
    }


def _words(element: Any) -> str | None:
    return " ".join("".join(element.itertext()).split()) or None


def _raw(element: Any) -> str:
    """Return what an element holds as HTML: escaped in RSS, elements in Atom's XHTML."""
    if len(element):
        return "".join(etree.tostring(one, encoding="unicode") for one in element)
    return str(element.text or "")
