"""Names of firms that begin with digits: "3M Co", "888 Holdings", "24 Hour Fitness".

Digits before a capital are a number as often ("3M masks", "12 Hours"), so that a text has to show the name:
by a legal form, a stock code or a possessive behind it, or by a unit's capital before a capital. Once it has,
the same digits and letter are the name wherever no sign of money stands before.
"""

import re
from functools import lru_cache
from typing import Final

from flows.extraction.names.entities import LEGAL_FORMS
from flows.extraction.text.document import Document
from flows.extraction.text.masks import MONEY_SIGNS

# "3M Co", "3M (MMM.N)", "3M's": a letter glued to digits that else is a magnitude.
_GLUED: Final = re.compile(
    r"(?<![\w.,$£€¥])(\d{1,3}[A-Z])(?=(?:\s(?:Co|Corp|Inc|Ltd|PLC|Plc|plc|Group|Company)\b|['’]s\b|\s?\(\s?[A-Z]{1,5}\b))"
)
# Units that are part of such a name only where both they and what follows have a capital.
_UNITS: Final = frozenset("hour hours cent cents day days minute minutes dollar dollars mile miles".split())


def begins_with_digits(document: Document, index: int, last: int) -> bool:
    """Whether the digits before the capital at `index` begin its name; its sentence ends at `last`."""
    words, lower = document.words, document.lower
    digits = words[index - 1]
    if not digits.isdecimal() or len(digits) > 3 or (index > 1 and words[index - 2][-1] in MONEY_SIGNS):
        return False
    if document.joined(index):
        return len(words[index]) == 1 and digits + words[index] in _shown(document.text)
    if lower[index] in LEGAL_FORMS:
        return words[index][1:].islower()
    return lower[index] in _UNITS and index + 1 < last and words[index + 1][:1].isupper()


@lru_cache(maxsize=1)
def _shown(text: str) -> frozenset[str]:
    """Return the digits with a letter that `text` shows to be a name; each of them asks for the same text."""
    return frozenset(found[1] for found in _GLUED.finditer(text))
