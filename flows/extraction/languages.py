"""Which language a text is written in, told by its letters and its function words.

Figures are read in English only. A text is taken for another language on evidence for that language, never
on the lack of English: tables, tickers, headlines and lists of names have few function words of any language,
and stay.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from schemas.reference import Reference, ReferenceError

ENGLISH: Final = "en"
# The beginning tells the language; the rest would only cost time.
CHARACTERS: Final = 2_000
# One word in three of running English is among them; one in twenty of another language with English names.
CERTAIN_SHARE: Final = 0.2
# Words of another language: at least so many, so large a share, and so many times those of English.
LEAST_WORDS: Final = 3
LEAST_SHARE: Final = 0.12
AGAINST_ENGLISH: Final = 2
# Different words of another language, where there is none of English.
LEAST_HEADING: Final = 5
# Letters of another script: so large a share of all letters.
LEAST_LETTERS: Final = 0.3
# Not within words: "U.S." and "Israel's" are not the words "u" and "s".
_PUNCTUATION: Final = ".,;:!?\"'()[]{}«»„“”‘’…¿¡–—-*|/"
_RANGES: Final = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}(?: [0-9A-F]{4}-[0-9A-F]{4})*")
_JAPANESE, _CHINESE = "ja", "zh"


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the reference data says of languages.

    Attributes:
        english: its function words.
        others: for each word of other languages, those languages.
        scripts: a pattern for the letters of each script, and its languages, the usual one first.
        foreign: a pattern for any letter of these scripts.
        names: names of the languages.
    """

    english: frozenset[str]
    others: dict[str, tuple[str, ...]]
    scripts: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
    foreign: re.Pattern[str]
    names: dict[str, str]


def language_of(text: str, reference: Reference) -> str | None:
    """Return the ISO 639 code of the language of `text`, or None where too little tells it.

    Close relatives (Danish and Norwegian, Croatian and Serbian) may be taken for each other; that a text
    is not English is the surer half of the answer.
    """
    tables = _tables(reference)
    beginning = text[:CHARACTERS].lower()
    words = beginning.split()
    english = sum(map(tables.english.__contains__, words))
    # Letters beyond the ASCII ones take more bytes: too few of them, and the script need not be looked at.
    extra = 0 if beginning.isascii() else len(beginning.encode("utf-8", "replace")) - len(beginning)
    if extra >= LEAST_LETTERS / 2 * len(beginning) and (script := _script(beginning, words, tables)):
        return script
    if english >= LEAST_WORDS and english >= CERTAIN_SHARE * len(words):
        return ENGLISH
    words = [word.strip(_PUNCTUATION) for word in words]
    english = sum(map(tables.english.__contains__, words))
    # As printed: the articles of "La Paz" and "El Alto" are capitals, and part of names in any language.
    words = [word.strip(_PUNCTUATION) for word in text[:CHARACTERS].split()]
    other, count, distinct = _most(words, tables)
    is_running = distinct >= LEAST_WORDS and count >= LEAST_SHARE * len(words)
    # A table under a sentence or two: few words, none of them English.
    is_heading = distinct >= LEAST_HEADING and not english
    if (is_running and count >= AGAINST_ENGLISH * english) or is_heading:
        return other
    return ENGLISH if english >= LEAST_WORDS and english > count else None


def name_of(language: str, reference: Reference) -> str:
    """Return a language's name in English."""
    return _tables(reference).names.get(language, language)


def _script(beginning: str, words: list[str], tables: _Tables) -> str | None:
    """Return the language of a text in another script than the Latin."""
    foreign = len(tables.foreign.findall(beginning))
    if foreign < LEAST_WORDS or foreign < LEAST_LETTERS * sum(map(str.isalpha, beginning)):
        return None
    counts = [(len(letters.findall(beginning)), languages) for letters, languages in tables.scripts]
    _, languages = max(counts, key=lambda count: count[0])
    if languages[0] == _CHINESE and any(count and them[0] == _JAPANESE for count, them in counts):
        # Japanese is written with Chinese characters too, and never without its own.
        return _JAPANESE
    found, count, _ = _most([word.strip(_PUNCTUATION) for word in words], tables)
    return found if count and found in languages else languages[0]


def _most(words: list[str], tables: _Tables) -> tuple[str, int, int]:
    """Return the other language with the most function words, their number, and that of different ones."""
    seen: dict[str, dict[str, int]] = {}
    for word in words:
        for language in tables.others.get(word, ()):
            counts = seen.setdefault(language, {})
            counts[word] = counts.get(word, 0) + 1
    # Of equals the first in the alphabet, so that the answer is always the same.
    return min(
        ((language, sum(counts.values()), len(counts)) for language, counts in seen.items()),
        key=lambda item: (-item[1], item[0]),
        default=("", 0, 0),
    )


@lru_cache(maxsize=4)
def _tables(reference: Reference) -> _Tables:
    english: frozenset[str] = frozenset()
    others: dict[str, list[str]] = {}
    scripts: dict[str, list[str]] = {}
    for row in reference.rows("languages"):
        words = row["words"].split()
        if row["language"] == ENGLISH:
            english = frozenset(words)
            continue
        for word in dict.fromkeys(words):
            others.setdefault(word, []).append(row["language"])
        if row["letters"]:
            scripts.setdefault(_class(row["letters"]), []).append(row["language"])
    return _Tables(
        english,
        {word: tuple(languages) for word, languages in others.items()},
        tuple((re.compile(f"[{letters}]"), tuple(languages)) for letters, languages in scripts.items()),
        re.compile(f"[{''.join(scripts)}]"),
        {row["language"]: row["name"] for row in reference.rows("languages")},
    )


def _class(ranges: str) -> str:
    """Return "0400-052F 1C80-1C8F" as the inside of a pattern's character class.

    Raises:
        ReferenceError: it is no list of ranges of code points.
    """
    if not _RANGES.fullmatch(ranges):
        raise ReferenceError(
            f"languages.csv: {ranges!r} are no letters; write ranges of code points, such as 0400-052F"
        )
    return "".join(f"\\u{low}-\\u{high}" for low, _, high in (one.partition("-") for one in ranges.split()))
