"""Plain text as its reader would see it: without what shows nothing, and with what was left of markup read.

Texts out of databases and pages keep soft hyphens, entities and tags: a soft hyphen parts a number for rules,
"&pound;3.4&nbsp;million" is 3.4 to them, and "2<sup>7</sup>" two numbers.
"""

import html
import re

from flows.sources.decoding import require_text

# Soft hyphens, places where a line may break, joiners, marks of byte order, controls, colours of terminals.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]|\x1b\\[[0-9;]*m|[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Spaces between the thousands of a number; what gets text out of pages takes them for any other.
GAP = re.compile("(?<=[0-9])[\u00a0\u2007-\u200a\u202f](?=[0-9]{3}(?![0-9]))")
# Stands for one of them meanwhile: no space, printable, and in no text of our time (it parts words of runes).
JOINT = "\u2e31"
ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,7}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
TAG = re.compile(
    r"</(?:p|div|span|h[1-6]|li|ul|ol|a|b|i|em|strong|sup|sub|del|ins|s|td|th|tr|table|blockquote)\s*>|<br\s*/?>",
    re.IGNORECASE,
)


def plain(text: str) -> tuple[str, str]:
    """Return a text as it is seen, and what was done to it (", ..." or nothing).

    Raises:
        SourceError: markup that cannot be parsed, or nothing that is seen.
    """
    done = ""
    if "</" in text or "<br" in text.lower():
        if TAG.search(text):
            text, done = _without_tags(text), ", markup"
    elif "&" in text and ENTITY.search(text):
        # One that stands for no character, as for a word processor's line break, parts what is beside it.
        text, done = ENTITY.sub(lambda match: html.unescape(match[0]) or " ", text), ", entities"
    shown = visible(text)
    if shown != text:
        done += ", invisible marks"
    return require_text(shown, is_markup_fine=True) if done else shown, done


def visible(text: str) -> str:
    """Return a text without characters that show nothing; what was joined is as it was."""
    return INVISIBLE.sub("", text.replace(JOINT, "\u00a0"))


def joined(text: str) -> str:
    """Return a text in which the thousands of numbers are held together."""
    return text if text.isascii() else GAP.sub(JOINT, text)


def _without_tags(text: str) -> str:
    # Imported here, since hardly a text needs it.
    from flows.sources.child import child

    (found,) = child("pieces").ask("fragment", {}, text.encode("utf-8", "replace"))
    return str(found["text"])
