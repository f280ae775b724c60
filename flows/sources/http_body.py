"""HTTP responses as bytes, and bodies unpacked up to a limit."""

import re
import zlib
from dataclasses import dataclass

from flows.sources.article import SourceError
from flows.sources.opening import too_large

CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
# zlib's window sizes: gzip or zlib by its head; deflate without a head.
BY_HEAD, RAW = 47, -15


@dataclass(frozen=True, slots=True)
class Response:
    """An answer of a server: `headers` by lower-case name, the body unpacked."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def charset(self) -> str | None:
        """The encoding that the server declares."""
        match = CHARSET.search(self.headers.get("content-type", ""))
        return match[1] if match else None


def parse_response(block: bytes, limit: int) -> Response:
    """Return the response in the bytes as they came, its body at most `limit` bytes.

    Raises:
        SourceError: it is none, too large, or damaged.
    """
    head, found, body = block.partition(b"\r\n\r\n")
    match = STATUS.match(head)
    if not found or match is None:
        raise SourceError("damaged", "no HTTP response")
    headers: dict[str, str] = {}
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    return Response(int(match[1]), headers, unpack(body, headers.get("content-encoding", ""), limit))


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """Return a body without its Content-Encoding.

    Raises:
        SourceError: more than `limit` bytes, damaged, or packed in an unknown way.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        if len(body) > limit:
            raise SourceError("too_large", too_large(len(body), limit))
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError("unknown_kind", f"Content-Encoding {encoding[:40]!r} is not read")
    is_raw = encoding == "deflate" and (
        len(body) < 2 or body[0] & 15 != 8 or (body[0] << 8 | body[1]) % 31 != 0
    )
    packed = zlib.decompressobj(RAW if is_raw else BY_HEAD)
    try:
        content = packed.decompress(body, limit + 1)
    except zlib.error as fault:
        # Archives keep the header of bodies that they unpacked themselves.
        if body.lstrip()[:1] == b"<":
            return body
        raise SourceError("damaged", f"the body cannot be unpacked: {fault}") from fault
    if len(content) > limit:
        raise SourceError("too_large", too_large(limit + 1, limit))
    if not packed.eof:
        raise SourceError("damaged", "the packed body is cut")
    return content


def _joined(body: bytes) -> bytes:
    """Return a body in chunks as one; one that is in none, as it is."""
    chunks: list[bytes] = []
    place = 0
    while place < len(body):
        end = body.find(b"\r\n", place, place + 200)
        size = body[place:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            if place == 0:
                return body
            raise SourceError("damaged", "a chunk of the body has no length") from None
        if length == 0:
            return b"".join(chunks)
        chunks.append(body[end + 2 : end + 2 + length])
        place = end + 2 + length + 2
    raise SourceError("damaged", "the body in chunks is cut")
