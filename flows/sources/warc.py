"""WARC: the pages of a crawl. A record is whole if it is as long as it says and has the digest it says."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from flows.sources.article import Items, Options, SourceError
from flows.sources.given import Given
from flows.sources.http_body import Response, parse_response
from flows.sources.opening import CHUNK, too_large
from flows.sources.page import PAGE_FACTOR, article_of
from flows.sources.urls import clean_url, host_of

LONGEST_LINE = 1 << 16
MOST_HEADERS = 200
# What HTTP's own headers may add to a page.
HEADERS_ROOM = 1 << 17
DIGESTS = {"sha1": 20, "sha256": 32, "md5": 16}
PAGES = ("text/html", "application/xhtml+xml")


def read(given: Given, options: Options) -> Items:
    """Give the articles of the pages; a page's source is its host, its id the address.

    Records that are no responses to a request for a page (requests, metadata, pictures) are passed over.

    Raises:
        SourceError: it is no WARC file, or damaged so that the next record cannot be found.
    """
    limit = options.max_article_bytes * PAGE_FACTOR
    for number, headers, block in _records(given.stream, limit + HEADERS_ROOM):
        if headers.get("warc-type", "").lower() != "response":
            continue
        address = headers.get("warc-target-uri", "").strip("<>")
        url = clean_url(address)
        source = host_of(url) or given.source
        where = f"{given.name}, record {number}"
        source_id = url or f"{given.source_id}:{number}"
        try:
            if isinstance(block, SourceError):
                raise block
            if url is None:
                raise SourceError("bad_field", "WARC-Target-URI is no address of the web")
            _require_digest(headers, block)
            response = parse_response(block, limit)
            if not _is_page(response):
                continue
            if response.status != 200:
                raise SourceError("http_status", f"the server answered {response.status}, not with the page")
            found = replace(
                given,
                source=source,
                source_id=source_id,
                name=where,
                url=url,
                charset=response.charset,
                retrieved_on=headers.get("warc-date", "")[:10] or None,
            )
            yield article_of(found, response.body, options)
        except SourceError as fault:
            yield fault.refused(source, source_id, where)


def _is_page(response: Response) -> bool:
    kind = response.headers.get("content-type", "text/html").split(";")[0].strip().lower()
    return kind in PAGES


def _records(stream: BinaryIO, limit: int) -> Iterator[tuple[int, dict[str, str], bytes | SourceError]]:
    """Give the records by number: headers, and the block or what is wrong with it."""
    number = 0
    while (line := _next_line(stream)) is not None:
        number += 1
        if not line.startswith(b"WARC/"):
            raise SourceError("damaged", f"record {number} does not begin with WARC/; the rest is not read")
        headers = _headers(stream)
        written = headers.get("content-length", "")
        if not (written.isascii() and written.isdigit() and len(written) < 16):
            raise SourceError("damaged", f"record {number} has no Content-Length; the rest is not read")
        yield number, headers, _block(stream, int(written), limit)


def _next_line(stream: BinaryIO) -> bytes | None:
    """Return the next line that is not blank; None at the end."""
    while line := stream.readline(LONGEST_LINE):
        if line.strip():
            return line
    return None


def _headers(stream: BinaryIO) -> dict[str, str]:
    headers: dict[str, str] = {}
    for _ in range(MOST_HEADERS):
        line = stream.readline(LONGEST_LINE).decode("utf-8", "replace")
        if not line.strip():
            return headers
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    raise SourceError("damaged", f"a record with more than {MOST_HEADERS} headers; the rest is not read")


def _block(stream: BinaryIO, size: int, limit: int) -> bytes | SourceError:
    chunks, left = [], size
    while left > 0 and (chunk := stream.read(min(CHUNK, left))):
        left -= len(chunk)
        if size <= limit:
            chunks.append(chunk)
    if left:
        return SourceError("damaged", f"cut: {size - left:,} of {size:,} bytes are there")
    if size > limit:
        return SourceError("too_large", too_large(size, limit))
    end = stream.readline(LONGEST_LINE)
    if end.strip():
        return SourceError("damaged", "longer than its Content-Length says")
    return b"".join(chunks)


def _require_digest(headers: dict[str, str], block: bytes) -> None:
    for name, content in (
        ("warc-block-digest", block),
        ("warc-payload-digest", block.partition(b"\r\n\r\n")[2]),
    ):
        kind, _, written = headers.get(name, "").partition(":")
        if kind.lower() not in DIGESTS:
            continue
        digest = hashlib.new(kind.lower(), content, usedforsecurity=False)
        known = {digest.hexdigest(), base64.b32encode(digest.digest()).decode().lower()}
        # Of a payload in chunks some crawlers take the digest before, some after they are joined.
        is_chunked = name == "warc-payload-digest" and b"chunked" in block[:HEADERS_ROOM].lower()
        if written.lower() not in known and not is_chunked:
            raise SourceError("damaged", f"the content does not have the {name} that the record names")
