"""What people see: messages and results, safe on any terminal."""

import sys
import unicodedata


def say(message: str) -> None:
    """Write one line to standard error."""
    print(clean(message), file=sys.stderr, flush=True)


def clean(text: str) -> str:
    """Return `text` without characters that steer a terminal or reorder its line.

    Articles and file names are written by strangers: an escape sequence among them could rewrite what the
    screen shows, a right-to-left mark the digits of a figure. Line ends become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(mark) for mark in text)


def _shown(mark: str) -> str:
    if mark in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    category = unicodedata.category(mark)
    if (
        category in ("Cc", "Cs")
        or mark in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    ):
        return f"\\u{ord(mark):04x}"
    return mark
