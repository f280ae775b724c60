"""What the rules of the date grammar share: tokens, years, counts, and the places where rules meet."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Shape
from flows.extraction.dates.date_words import DASHES, NUMBERS, RELATIVE, SHORT_MONTHS
from flows.extraction.text.document import Document

EDGES: Final = frozenset(("end", "start", "beginning", "close"))
Hit = tuple[int, Shape] | None


class DateTokens:
    """What the rules of the date grammar share: tokens, years, counts, and the places where rules meet."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        # The possessive is one, however it is written.
        self.lower = (
            ["'s" if word == "’s" else word for word in document.lower]
            if "’s" in document.small_words()
            else document.lower
        )
        self.count = len(document.words)

    def word(self, index: int) -> str:
        """Return the lower-case token at `index`, '' outside the text."""
        return self.lower[index] if 0 <= index < self.count else ""

    def _year_number(self, index: int) -> int | None:
        """Return the year written at `index` in four digits, or in two after an apostrophe."""
        word = self.word(index)
        if len(word) == 4 and word.isdecimal() and "1500" <= word <= "2100":
            following = self.word(index + 1)
            if following in ("%", "percent", "pct", "million", "billion", "gmt") or (
                following == ":"
                and self.document.joined(index + 1)
                and self.word(index + 2).isdecimal()
                and self.document.joined(index + 2)
            ):
                return None
            return int(word)
        return None

    def _year_slot(self, index: int) -> tuple[int, int | None, str]:
        """Return the end, the year and "fiscal" or "" of what may follow a month or quarter."""
        start = index
        word = self.word(index)
        if word == ",":
            year = self._year_number(index + 1)
            if year is None or (self.word(index + 2) in DASHES and self.document.joined(index + 2)):
                return start, None, ""
            return index + 2, year, ""
        if word in ("of", "in"):
            index += 1
            while self.word(index) in ("the", "calendar"):
                index += 1
            word = self.word(index)
        if word in ("fiscal", "financial", "fy"):
            after = index + 1 + (self.word(index + 1) == "year")
            year = self._year_number(after)
            if year is not None:
                return self._second_year(after, year), year, "fiscal"
            return start, None, ""
        year = self._year_number(index)
        if year is not None:
            return (
                index + 1 + self._fiscal_year_word(index + 1),
                year,
                "fiscal" if self._fiscal_year_word(index + 1) else "",
            )
        if word in ("'", "’") and len(self.word(index + 1)) == 2 and self.word(index + 1).isdecimal():
            short = int(self.word(index + 1))
            return index + 2, (1900 if short > 40 else 2000) + short, ""
        if word in ("last", "this", "next") and self.word(index + 1) == "year":
            return index + 2, RELATIVE[word], ""
        if (
            word in ("last", "this", "next", "current")
            and self.word(index + 1)
            in (
                "fiscal",
                "financial",
                "business",
            )
            and self.word(index + 2) == "year"
        ):
            return index + 3, RELATIVE[word], "fiscal"
        if word == "current" and self.word(index + 1) == "year":
            return index + 2, 0, ""
        if word.startswith("fy") and word[2:].isdecimal() and len(word) in (4, 6):
            return index + 1, int(word[2:]) + (2000 if len(word) == 4 else 0), "fiscal"
        return start, None, ""

    def _fiscal_year_word(self, index: int) -> int:
        """Return 2 where "fiscal year" or "financial year" stands at `index`, else 0."""
        return 2 if self.word(index) in ("fiscal", "financial") and self.word(index + 1) == "year" else 0

    def _second_year(self, index: int, year: int) -> int:
        """Return the token after the year at `index` and its "/87" or "-14", if it has one."""
        mark, after = self.word(index + 1), self.word(index + 2)
        if (mark in DASHES or mark == "/") and after.isdecimal() and self.document.joined(index + 1):
            if len(after) == 2 and int(after) == (year + 1) % 100:
                return index + 3
            if len(after) == 4 and int(after) == year + 1:
                return index + 3
        return index + 1

    def _number(self, index: int) -> int | None:
        word = self.word(index)
        if word in NUMBERS:
            return NUMBERS[word]
        return int(word) if word.isdecimal() and len(word) <= 3 else None

    def _closes(self, index: int) -> bool:
        """Whether a comparison ends before `index`: "a year before" against "a year before the merger"."""
        word = self.word(index)
        return (
            not word
            or not word[0].isalpha()
            or word in ("to", "and", "but", "as", "when", "while", "on", "at", "in")
        )

    def _after_month(self, index: int) -> int:
        """Return the token after the month's name and the full stop of its short form."""
        if (
            self.lower[index] in SHORT_MONTHS
            and self.word(index + 1) == "."
            and self.document.joined(index + 1)
        ):
            return index + 2
        return index + 1

    # -- rules that other modules of the grammar give ------------------------------------------------------

    def _atom(self, index: int) -> Hit:
        """Return the single date that begins at `index`."""
        raise NotImplementedError

    def _between(self, index: int) -> Hit:
        raise NotImplementedError

    def _year_end(self, index: int) -> Hit:
        raise NotImplementedError

    def _article(self, index: int) -> int:
        raise NotImplementedError

    def _edge(self, index: int) -> Hit:
        raise NotImplementedError

    def _ago(self, index: int) -> Hit:
        raise NotImplementedError

    def _ended(self, index: int, length: int, unit: str, ordinal: int, count: int = 0) -> Hit:
        raise NotImplementedError

    def _ordinal(self, index: int) -> Hit:
        raise NotImplementedError

    def _numbered(self, index: int, at: int, number: int) -> Hit:
        raise NotImplementedError

    def _duration(self, index: int) -> Hit:
        raise NotImplementedError

    def _code(self, end: int, letter: str, number: int, rest: str) -> Hit:
        raise NotImplementedError
