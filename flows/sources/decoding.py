"""From bytes to text by a short, declared list of encodings; which one it was is recorded."""

import re

from flows.sources.article import SourceError

# The UTF-32 mark begins with the UTF-16 one, so it is asked first.
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x7fELF", "a program"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "rich text (RTF)"),
)
MARKUP = re.compile(r"\s*<(?:!doctype html|html|head|body|\?xml)\b", re.IGNORECASE)
# Western text has few letters beyond ASCII; more of them is another alphabet in another encoding.
MOST_HIGH_BYTES = 0.2
# Bytes that stand for nothing in Windows-1252.
UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
# Of every other byte of Western text in UTF-16; the rest are of its quotation marks and currencies.
LEAST_EMPTY = 0.8
LETTER = re.compile(rb"[A-Za-z]")
# What remains of UTF-8 that was taken for Windows-1252 and written as UTF-8 again.
TWICE = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2[\u20ac\u201a-\u201e\u2020-\u2022]")


def decode(data: bytes) -> tuple[str, str]:
    """Return the text in `data` and how it was decoded.

    In order: a byte order mark; UTF-16 without one; UTF-8; line by line UTF-8 or Windows-1252, the latter for
    lines without a single valid UTF-8 sequence beyond ASCII. Text that was encoded twice is decoded twice.

    Raises:
        SourceError: the bytes are no text, or hold nothing to read.
    """
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise SourceError("not_text", f"{name}, not text; save its text as UTF-8")
    text, decoding = _decode(data)
    return require_text(text), decoding


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as fault:
                raise SourceError("not_text", f"not valid {encoding}; save it as UTF-8") from fault
    if b"\x00" in data:
        return _unmarked(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _by_lines(data, fault)
    return _mended(text)


def _unmarked(data: bytes) -> tuple[str, str]:
    """Decode UTF-16 without a mark: every other byte of Western text is NUL, and none of the others."""
    for encoding, empty, full in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if LEAST_EMPTY * len(empty) < empty.count(b"\x00") and b"\x00" not in full and LETTER.search(full):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                break  # Half of a pair: damage.
    raise SourceError("nul_bytes", "contains NUL bytes; save it as plain UTF-8 text")


def _by_lines(data: bytes, fault: UnicodeDecodeError) -> tuple[str, str]:
    """Decode Windows-1252, or lines that are each that or UTF-8: files of two origins, joined."""
    lines: list[str | bytes] = [_utf8_line(line) for line in data.split(b"\n")]
    others = b"\n".join(line for line in lines if isinstance(line, bytes))
    if any(ord(mark) > 127 and mark != "\ufffd" for mark in others.decode("utf-8", "replace")):
        detail = f"neither UTF-8 (byte {fault.start} is wrong) nor one other encoding; save it as UTF-8"
        raise SourceError("not_text", detail) from fault
    high = sum(byte > 127 for byte in data) / len(data)
    if high > MOST_HIGH_BYTES or any(mark in others for mark in UNDEFINED):
        raise SourceError("not_text", "neither UTF-8 nor Windows-1252; save it as UTF-8") from fault
    decoded = [line if isinstance(line, str) else line.decode("cp1252") for line in lines]
    is_mixed = not all(line.isascii() for line in lines if isinstance(line, str))
    return "\n".join(decoded), "utf-8 and cp1252" if is_mixed else "cp1252"


def _utf8_line(line: bytes) -> str | bytes:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line


def _mended(text: str) -> tuple[str, str]:
    if TWICE.search(text):
        try:
            return text.encode("cp1252").decode("utf-8"), "utf-8 twice"
        except UnicodeError:
            pass  # Not every character fits: the marks stand there for another reason.
    return text, "utf-8"


def require_text(text: str, *, is_markup_fine: bool = False) -> str:
    """Return `text` if a person could read it as an article's.

    Args:
        text: decoded.
        is_markup_fine: it was got out of a page, so that tags in it are its matter.

    Raises:
        SourceError: empty, without a word, or with characters that no table can hold.
    """
    if not text.strip():
        raise SourceError("empty", "no text in it")
    if "\x00" in text:
        raise SourceError("nul_bytes", "contains NUL characters; save it as plain UTF-8 text")
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as fault:
            raise SourceError(
                "not_text",
                f"character {fault.start} is half of a surrogate pair; the text was cut or damaged",
            ) from fault
    if not any(mark.isalpha() for mark in text):
        raise SourceError("empty", "no words in it")
    if not is_markup_fine and MARKUP.match(text):
        raise SourceError("markup", "a page with markup, not text; give the article's text alone")
    controls = sum(1 for mark in text if mark < " " and mark not in "\t\n\r\f\v\x1b")
    if controls * 20 > len(text):
        raise SourceError("not_text", "binary data, not text; save its text as UTF-8")
    return text
