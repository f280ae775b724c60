"""What people see: messages and results, safe on any terminal."""

import json
import os
import sys
import unicodedata
from datetime import UTC, datetime
from typing import Any

CODES = {"bold": "1", "underline": "4", "red": "31", "yellow": "33", "cyan": "36"}
# They reorder a line: a figure would be shown with its digits turned round.
DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# How a person asks for a log: of every message, and of what else happens, one JSON object a line.
LOG = "CROSSFOOT_LOG"
LINE_ENDS = frozenset("\t\n\r\v\f\x85\u2028\u2029")


def say(message: str) -> None:
    """Write one line to standard error."""
    if is_logging():
        tell("message", message=message)
    else:
        print(clean(message), file=sys.stderr, flush=True)


def tell(event: str, **fields: Any) -> None:
    """Write an event to standard error as one JSON object, where a log is asked for."""
    if is_logging():
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **fields}
        print(json.dumps(line, ensure_ascii=True, default=str), file=sys.stderr, flush=True)


def is_logging() -> bool:
    """Whether a log in JSON Lines is asked for."""
    return os.environ.get(LOG) == "json"


def clean(text: str) -> str:
    """Return `text` without characters that steer a terminal or reorder its line.

    Articles and file names are written by strangers: an escape sequence among them could rewrite what the
    screen shows. Line ends become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(mark) for mark in text)


def styled(text: str, style: str) -> str:
    """Return `text` in bold, underlined or coloured where a person reads standard output."""
    if not is_styled():
        return text
    return f"\x1b[{';'.join(CODES[word] for word in style.split())}m{text}\x1b[0m"


def is_styled() -> bool:
    """Whether standard output is a terminal that shows styles (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """Return the terminal's width; None in a pipe, where nothing is cut."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else None


def _shown(mark: str) -> str:
    if mark in LINE_ENDS:
        return " "
    if mark in DIRECTIONS or unicodedata.category(mark) in ("Cc", "Cs"):
        return f"\\u{ord(mark):04x}"
    return mark
