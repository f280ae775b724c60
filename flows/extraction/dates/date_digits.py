"""Dates that begin with digits, and times of day."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Shape
from flows.extraction.dates.date_tokens import EDGES, DateTokens, Hit
from flows.extraction.dates.date_words import (
    BEFORE_AMOUNT,
    BEFORE_YEAR,
    COUNTED,
    DASHES,
    HALF_DAYS,
    MONTHS,
    ORDINAL_ENDINGS,
    ORDINALS,
    QUARTER_CODES,
    UNIT_MONTHS,
    ZONES,
)

JOINED_TIME: Final = frozenset(("gmt", "hrs"))
# "Timed at 2:09:08", "the record stands at"
_TIMED: Final = frozenset("timed clocked stopped stands stood stand record remains remained".split())
_TO_THE_SECOND: Final = 5  # tokens of "2:03:45"


def likely_before(before: str, earlier: str) -> bool:
    """Whether the words before four digits make them a year, whatever follows."""
    return before in ("in", "since", "during") or (before == "of" and earlier in EDGES)


class DigitDates(DateTokens):
    """Dates that begin with digits, and times of day."""

    def _digits(self, index: int) -> Hit:
        word = self.lower[index]
        if "," in word:
            return None
        if len(word) == 4 and word.isdecimal():
            return self._from_year(index)
        if len(word) > 4 or not word.isdecimal():
            return self._dotted(index)
        if len(word) > 2:
            return None
        hit = self._clock(index) or self._day_first(index) or self._numeric(index)
        if hit is not None:
            return hit
        following = self.word(index + 1)
        joined = self.document.joined(index + 1) if index + 1 < self.count else False
        if joined and following in ORDINAL_ENDINGS:
            if self.word(index + 2) == "century" or (
                self.word(index + 2) == "-" and self.word(index + 3) == "century"
            ):
                end = index + 3 + (self.word(index + 2) == "-")
                if self.word(index - 1) == "the" and self.word(index - 2) in ("in", "during", "throughout"):
                    # "In the 14th century", not a painting of it.
                    last = int(word) * 100
                    return end, Shape("years", first=last - 99, last=last)
                return end, Shape("name")
            if word + following in ORDINALS:
                return self._numbered(index, index + 2, ORDINALS[word + following])
            return None
        if joined and following == "s" and len(word) == 2 and word[1] == "0":
            if self.word(index - 1) in ("'", "’", "late", "early", "mid") or self.word(index - 2) in (
                "mid",
                "early",
                "late",
            ):
                decade = 1900 + int(word)
                return index + 2, Shape("years", first=decade, last=decade + 9)
            return None
        if joined and following and following[0] in "qh" and len(word) == 1:
            return self._code(index + 2, following[0], int(word), following[1:])
        return self._duration(index)

    def _from_year(self, index: int) -> Hit:
        if self.word(index + 1) in ZONES | JOINED_TIME and int(self.lower[index][:2]) < 25:
            return index + 2, Shape("clock")
        year = self._year_number(index)
        if year is None:
            return None
        following = self.word(index + 1)
        after = self.word(index + 2)
        joined = index + 1 < self.count and self.document.joined(index + 1)
        if joined and following == "s":
            return index + 2, Shape("years", first=year, last=year + 9)
        if (
            joined
            and (following in DASHES or following == "/")
            and after.isdecimal()
            and self.document.joined(index + 2)
        ):
            if len(after) == 2 and self.word(index + 3) in DASHES and len(self.word(index + 4)) == 2:
                month, day = int(after), self.word(index + 4)
                if 1 <= month <= 12 and day.isdecimal() and 1 <= int(day) <= 31:
                    return index + 5, Shape("day", year, int(day), int(day), month=month - 1)
            if len(after) == 4 and 0 < int(after) - year < 200:
                return index + 3, Shape("years", first=year, last=int(after))
            if len(after) == 2 and int(after) == (year + 1) % 100:
                return self._ended_season(index + 3, year) or (index + 3, Shape("season", year))
            if len(after) == 2 and following != "/" and int(after) > year % 100:
                return index + 3, Shape("years", first=year, last=year // 100 * 100 + int(after))
            return None
        before = self.word(index - 1)
        if self.document.joined(index) and before not in (
            "(",
            "-",
            "–",
            "—",
            "/",
            "'",
            "’",
            '"',
            "“",
            "[",
            "‘",
            ",",
            "'s",
        ):
            return None
        if not self._is_year(index, year, before, following):
            return None
        if following == "year" and self.word(index + 2 + (after in DASHES)) == "end":
            # "At 1986 year-end"
            return index + 3 + (after in DASHES), Shape("edge", unit="end", inner=Shape("year", year))
        fiscal = self._fiscal_year_word(index + 1)
        if fiscal:
            return index + 1 + fiscal, Shape("fiscal", year)
        if before == "the" and following in ("quarter", "period", "half", "month"):
            # "In the 1986 quarter": that of the quarter which the text is about.
            return index + 2, Shape("same", year)
        hit = self._year_then_part(index, year)
        if hit is not None:
            return hit
        if self._is_model_year(index, before) or following in ("model", "models", "edition"):
            return index + 1, Shape("name")
        return index + 1, Shape("year", year)

    def _ended_season(self, index: int, year: int) -> Hit:
        """Read when the year "1986/87" ends: "ending March", ", which ended on June 30", "(July-June)"."""
        at = index + (self.word(index) in ("season", "year"))
        last = self.word(at + 3)
        if self.word(at) == "(" and self.word(at + 2) in DASHES | {"/"} and last in MONTHS:
            inner = Shape("months", year + 1, MONTHS[last], MONTHS[last])
            return at + 5, Shape("ended", first=12, last=12, unit="month", inner=inner)
        ended = self._ended(at, 12, "month", 12)
        closing = ended[1].inner if ended is not None else None
        if ended is None or closing is None or closing.kind not in ("months", "day"):
            return None
        if closing.year is None:
            closing.year = year + 1
        return ended

    def _is_year(self, index: int, year: int, before: str, following: str) -> bool:
        if before in ("$", "£", "€", "¥", "#", "no", "+", "rs") or following in ("%", "°", "+", "x", "×"):
            return False
        if following in COUNTED and following not in ("companies", "firms"):
            # "At the end of 2015 staff stood at ...": the count is not of staff.
            return likely_before(before, self.word(index - 2)) and 1900 <= year <= 2059
        likely = 1900 <= year <= 2059
        if before in BEFORE_AMOUNT and not (likely and following in (",", ".", "and", ")", "")):
            return False
        if likely:
            return True
        return before in BEFORE_YEAR and (
            not following[:1].isalpha() or following in ("and", "to", "when", "as", "until")
        )

    def _is_model_year(self, index: int, before: str) -> bool:
        """Whether a year stands before a name as its model or edition ("the 2013 Ardent Zest")."""
        if (
            index + 1 >= self.count
            or (before in BEFORE_YEAR and before not in ("the", "a", "for"))
            or before == "'s"
        ):
            return False
        following = self.words[index + 1]
        if (
            not following[0].isupper()
            or len(following) < 3
            or "." in following
            or self.lower[index + 1] in MONTHS
        ):
            return False
        start = self.document.sentence_firsts[self.document.sentence_at(index)]
        return index == start or before in ("the", "a", "for", "(", "new", "for", "with", "and")

    def _year_then_part(self, index: int, year: int) -> Hit:
        """Read "2012 first quarter", "2012's first half", "1986 1st qtr"."""
        at = index + 1
        if self.word(at) == "'s":
            at += 1
        word = self.word(at)
        digits = word + self.word(at + 1) if word.isdecimal() else ""
        if word in ORDINALS or digits in ORDINALS:
            hit = self._ordinal(at) if word in ORDINALS else self._numbered(at, at + 2, ORDINALS[digits])
            if hit is not None and hit[1].kind == "part" and hit[1].year is None:
                return hit[0], Shape("part", year, hit[1].first, hit[1].last, hit[1].unit)
        if word in QUARTER_CODES:
            quarter = QUARTER_CODES[word]
            return at + 1, Shape("part", year, quarter * 3 - 3, quarter * 3 - 1)
        if word in MONTHS and self.word(at + 1) == "quarter":
            # "The 1986 June quarter"
            inner = Shape("months", year, MONTHS[word], MONTHS[word])
            return at + 2, Shape("ended", first=UNIT_MONTHS["quarter"], unit="month", inner=inner)
        return None

    def _day_first(self, index: int) -> Hit:
        """Read "10 March 1987", "31st of December", "10-12 March"."""
        day = int(self.lower[index])
        if not 1 <= day <= 31:
            return None
        at = index + 1
        if self.word(at) in ORDINAL_ENDINGS:
            at += 1
        last = day
        second = self.word(at + 1) if self.word(at) in DASHES or self.word(at) in ("to", "and") else ""
        if second.isdecimal() and len(second) <= 2 and day <= int(second) <= 31:
            last, at = int(second), at + 2
            if self.word(at) in ORDINAL_ENDINGS:
                at += 1
        if self.word(at) == "of":
            at += 1
        if self.word(at) not in MONTHS or not self.words[at][0].isupper():
            return None
        if self.lower[at] == "may" and self.word(at + 1) in ("be", "have", "not", "also"):
            return None
        end, year, _ = self._year_slot(self._after_month(at))
        return end, Shape("day", year, day, last, month=MONTHS[self.lower[at]])

    def _numeric(self, index: int) -> Hit:
        """Read "18/3/1987", "3/18/87", "18-03-1987"; the order of day and month only where it is plain."""
        mark = self.word(index + 1)
        if mark not in ("/", "-") or self.word(index + 3) != mark:
            return None
        second, third = self.word(index + 2), self.word(index + 4)
        if not (second.isdecimal() and third.isdecimal() and len(second) <= 2 and len(third) in (2, 4)):
            return None
        if not all(self.document.joined(index + step) for step in range(1, 5)):
            return None
        year = int(third) if len(third) == 4 else (1900 if int(third) > 40 else 2000) + int(third)
        return self._day_or_month(index + 5, int(self.lower[index]), int(second), year)

    def _day_or_month(self, end: int, one: int, two: int, year: int) -> Hit:
        if one > 12 >= two >= 1 and one <= 31:
            return end, Shape("day", year, one, one, month=two - 1)
        if two > 12 >= one >= 1 and two <= 31:
            return end, Shape("day", year, two, two, month=one - 1)
        if one == two and 1 <= one <= 12:
            return end, Shape("day", year, one, one, month=one - 1)
        return (end, Shape("name")) if 1 <= one <= 12 and 1 <= two <= 12 and 1900 <= year <= 2100 else None

    def _dotted(self, index: int) -> Hit:
        """Read "18.03.1987" and "10.30am"."""
        parts = self.lower[index].split(".")
        if len(parts) == 3 and all(part.isdecimal() for part in parts) and len(parts[2]) == 4:
            day, month, year = map(int, parts)
            if 1 <= day <= 31 and 1 <= month <= 12 and 1900 <= year <= 2100:
                return index + 1, Shape("day", year, day, day, month=month - 1)
        if self.word(index + 1) not in HALF_DAYS and self.word(index + 1) not in ZONES:
            return None
        is_time = len(parts) == 2 and all(part.isdecimal() and len(part) <= 2 for part in parts)
        if is_time and int(parts[0]) < 24 and int(parts[1]) < 60:
            return self._after_clock(index + 1), Shape("clock")
        return None

    def _clock(self, index: int) -> Hit:
        word, following = self.lower[index], self.word(index + 1)
        if int(word) > 24:
            return None
        if following in HALF_DAYS or following == "o'clock" or following == "o’clock":
            return self._after_clock(index + 1), Shape("clock")
        end = index + 1
        while self.word(end) == ":" and self.document.joined(end):
            minutes = self.word(end + 1)
            if (
                not (len(minutes) == 2 and minutes.isdecimal() and self.document.joined(end + 1))
                or int(minutes) > 59
            ):
                return None
            end += 2
        if end == index + 1:
            return None
        last = self._after_clock(end)
        if (
            end + 1 < self.count
            and self.lower[end] == "."
            and self.document.joined(end)
            and self.lower[end + 1].isdecimal()
        ) or (
            end - index == _TO_THE_SECOND
            and last == end
            and (self.word(index - 1) != "at" or self.word(index - 2) in _TIMED)
        ):
            # 2:03.45 and 2:03:45 are times that were run, not of the day.
            return None
        return last, Shape("clock")

    def _after_clock(self, end: int) -> int:
        while (
            self.word(end) in HALF_DAYS or self.word(end) in ZONES or self.word(end) in ("o'clock", "o’clock")
        ):
            end += 1
        return end
