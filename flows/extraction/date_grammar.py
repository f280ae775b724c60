"""The grammar of date expressions, over tokens: from words to shapes.

Every rule is asked at one token, looks a bounded number of tokens ahead and answers with the token after
the expression and its shape, or None.
"""

from flows.extraction.calendar_shapes import Shape
from flows.extraction.date_words import (
    AGO,
    BEFORE_AMOUNT,
    BEFORE_YEAR,
    COUNTED,
    DASHES,
    ENDED,
    HALF_CODES,
    HALF_DAYS,
    MONTHS,
    NUMBERS,
    ORDINAL_ENDINGS,
    ORDINALS,
    PART_OF_YEAR,
    QUARTER_CODES,
    RELATIVE,
    SAME,
    SAME_UNITS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    TO,
    UNIT_DAYS,
    UNIT_MONTHS,
    UNITS,
    WEEKDAYS,
    ZONES,
    bag,
)
from flows.extraction.document import Document

Found = tuple[int, int, Shape]
Hit = tuple[int, Shape] | None

STARTERS = frozenset(
    set(MONTHS) | set(WEEKDAYS) | set(ORDINALS) | set(RELATIVE) | SAME | set(QUARTER_CODES) | set(HALF_CODES)
    | set(NUMBERS) | set(PART_OF_YEAR) | set(SEASONS)
    | set(["since", "between", "from", "by", "until", "through", "before", "fiscal", "financial", "calendar", "fy", "full", "half", "year", "years", "quarter", "month", "months", "week", "weeks", "quarters", "end", "start", "beginning", "close", "today", "yesterday", "tomorrow", "tonight", "to", "so", "'", "’", "single", "period", "noon", "midnight", "that", "the", "its", "second-half", "year-end", "turn"])
)  # fmt: skip
# What must follow these words, which are mostly no dates, for it to be worth looking.
_PERIODS = frozenset(("period", "quarter", "half", "month", "year"))
_COUNTED_UNITS = frozenset(UNITS) | DASHES | {"full", "of", "more", "or", "so", "consecutive", "and"}
_DATES = STARTERS | {"about", "around", "at", "its", "their"}
NEEDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(NUMBERS, _COUNTED_UNITS),
    **dict.fromkeys(("the", "that"), _PERIODS),
    **dict.fromkeys(("a", "an"), frozenset(UNITS)),
    **dict.fromkeys(("from", "by", "until", "through", "before", "between", "since"), _DATES),
    "to": frozenset(("date",)),
    "so": frozenset(("far",)),
    "'": frozenset(),
    "’": frozenset(),
}
RESULTS = bag(
    """period net profit profits loss losses sales revenue revenues earnings results result pretax pre
    operating turnover income figures total output production exports imports data trading consolidated
    group underlying"""
)
JOINED_TIME = frozenset(("gmt", "hrs"))


class Grammar:
    """Reads the date expressions of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.lower = document.lower
        self.count = len(document.words)

    def word(self, index: int) -> str:
        """Return the lower-case token at `index`, '' outside the text."""
        return self.lower[index] if 0 <= index < self.count else ""

    # -- whole expressions -------------------------------------------------------------------------------

    def expression(self, index: int) -> Found | None:
        """Return the longest date expression that begins at token `index`."""
        word = self.lower[index]
        hit: Hit = None
        if word == "since":
            hit = self._since(index)
        elif word in ("between", "from"):
            hit = self._between(index)
        elif word in ("by", "until", "through", "before"):
            hit = self._by(index)
        else:
            hit = self._ranged(index)
        return (index, *hit) if hit is not None else None

    def _since(self, index: int) -> Hit:
        hit = self._atom(self._article(index + 1))
        return (
            (hit[0], Shape("since", inner=hit[1])) if hit and hit[1].kind not in ("clock", "name") else None
        )

    def _by(self, index: int) -> Hit:
        hit = self._atom(self._article(index + 1))
        if hit is None or hit[1].kind in ("clock", "name", "comparison", "back", "span"):
            return None
        return hit[0], Shape("by", inner=hit[1])

    def _between(self, index: int) -> Hit:
        begin = self._atom(self._article(index + 1))
        if begin is None or begin[1].kind not in RANGE_KINDS:
            return None
        joiner = self.word(begin[0])
        if begin[1].kind in ("months", "day") and begin[1].first != begin[1].last and joiner != "and":
            # "From January to May": the months have joined by themselves.
            return begin
        if joiner not in (("and",) if self.lower[index] == "between" else ("to", "through", "until", "till")):
            return None
        end = self._atom(self._article(begin[0] + 1))
        if end is None or end[1].kind not in RANGE_KINDS:
            return None
        return end[0], _range(begin[1], end[1])

    def _ranged(self, index: int) -> Hit:
        hit = self._atom(index)
        if hit is None:
            return None
        end, shape = hit
        if (
            shape.kind in RANGE_KINDS
            and self.word(end) in TO
            and self.word(index - 1) not in ("from", "fell", "rose")
        ):
            after = self._atom(self._article(end + 1))
            # "March to June", "2010-2015"; not "5 pct in 1986 to ..." with another kind of date.
            if after is not None and after[1].kind == shape.kind and _finer(shape, after[1]):
                return after[0], _range(shape, after[1])
        return hit

    def _article(self, index: int) -> int:
        """Skip "the", "about": they belong to no date by themselves."""
        while self.word(index) in ("the", "about", "around", "at", "its", "their"):
            index += 1
        return index

    # -- single dates --------------------------------------------------------------------------------------

    def _atom(self, index: int) -> Hit:
        if index >= self.count:
            return None
        word = self.lower[index]
        if word[0].isdigit():
            return self._digits(index)
        if word in MONTHS:
            hit = self._month(index)
            if hit is not None:
                return hit
        rules = ATOMS.get(word)
        if rules is not None:
            for rule in rules:
                hit = rule(self, index)
                if hit is not None:
                    return hit
        if word.startswith("fy") and (word[2:].isdigit() or word == "fy"):
            return self._fiscal_code(index)
        return None

    def _year_number(self, index: int) -> int | None:
        """Return the year written at `index` in four digits, or in two after an apostrophe."""
        word = self.word(index)
        if len(word) == 4 and word.isdigit() and "1500" <= word <= "2100":
            following = self.word(index + 1)
            if following in ("%", "percent", "pct", "million", "billion", "gmt") or (
                following == ":"
                and self.document.joined(index + 1)
                and self.word(index + 2).isdigit()
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
        if word in ("'", "’") and len(self.word(index + 1)) == 2 and self.word(index + 1).isdigit():
            short = int(self.word(index + 1))
            return index + 2, (1900 if short > 40 else 2000) + short, ""
        if word in ("last", "this", "next") and self.word(index + 1) == "year":
            return index + 2, RELATIVE[word], ""
        if word in ("last", "this", "next", "current") and self.word(index + 1) in (
            "fiscal",
            "financial",
            "business",
        ):
            if self.word(index + 2) == "year":
                return index + 3, RELATIVE[word], "fiscal"
        if word == "current" and self.word(index + 1) == "year":
            return index + 2, 0, ""
        if word.startswith("fy") and word[2:].isdigit() and len(word) in (4, 6):
            return index + 1, int(word[2:]) + (2000 if len(word) == 4 else 0), "fiscal"
        return start, None, ""

    def _fiscal_year_word(self, index: int) -> int:
        """Return 2 where "fiscal year" or "financial year" stands at `index`, else 0."""
        return 2 if self.word(index) in ("fiscal", "financial") and self.word(index + 1) == "year" else 0

    def _second_year(self, index: int, year: int) -> int:
        """Return the token after the year at `index` and its "/87" or "-14", if it has one."""
        mark, after = self.word(index + 1), self.word(index + 2)
        if (mark in DASHES or mark == "/") and after.isdigit() and self.document.joined(index + 1):
            if len(after) == 2 and int(after) == (year + 1) % 100:
                return index + 3
            if len(after) == 4 and int(after) == year + 1:
                return index + 3
        return index + 1

    # -- digits --------------------------------------------------------------------------------------------

    def _digits(self, index: int) -> Hit:
        word = self.lower[index]
        if "," in word:
            return None
        if len(word) == 4 and word.isdigit():
            return self._from_year(index)
        if len(word) > 4 or not word.isdigit():
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
                return index + 3 + (self.word(index + 2) == "-"), Shape("name")
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
            return self._code(index, index + 2, following[0], int(word), following[1:])
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
            and after.isdigit()
            and self.document.joined(index + 2)
        ):
            if len(after) == 2 and self.word(index + 3) in DASHES and len(self.word(index + 4)) == 2:
                month, day = int(after), self.word(index + 4)
                if 1 <= month <= 12 and day.isdigit() and 1 <= int(day) <= 31:
                    return index + 5, Shape("day", year, int(day), int(day), month=month - 1)
            if len(after) == 4 and 0 < int(after) - year < 200:
                return index + 3, Shape("years", first=year, last=int(after))
            if len(after) == 2 and int(after) == (year + 1) % 100:
                return index + 3, Shape("season", year)
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
        fiscal = self._fiscal_year_word(index + 1)
        if fiscal:
            return index + 1 + fiscal, Shape("fiscal", year)
        hit = self._year_then_part(index, year)
        if hit is not None:
            return hit
        if self._is_model_year(index, before) or following in ("model", "models", "edition"):
            return index + 1, Shape("name")
        return index + 1, Shape("year", year)

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
        if index + 1 >= self.count or before in BEFORE_YEAR - {"the", "a", "for"} or before == "'s":
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
        """Read "2012 first quarter", "2012's first half"."""
        at = index + 1
        if self.word(at) == "'s":
            at += 1
        word = self.word(at)
        if word in ORDINALS:
            hit = self._ordinal(at)
            if hit is not None and hit[1].kind == "part" and hit[1].year is None:
                return hit[0], Shape("part", year, hit[1].first, hit[1].last, hit[1].unit)
        if word in QUARTER_CODES:
            quarter = QUARTER_CODES[word]
            return at + 1, Shape("part", year, quarter * 3 - 3, quarter * 3 - 1)
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
        if (self.word(at) in DASHES or self.word(at) in ("to", "and")) and self.word(at + 1).isdigit():
            if len(self.word(at + 1)) <= 2 and day <= int(self.word(at + 1)) <= 31:
                last, at = int(self.word(at + 1)), at + 2
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
        if not (second.isdigit() and third.isdigit() and len(second) <= 2 and len(third) in (2, 4)):
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
        if len(parts) == 3 and all(part.isdigit() for part in parts) and len(parts[2]) == 4:
            day, month, year = map(int, parts)
            if 1 <= day <= 31 and 1 <= month <= 12 and 1900 <= year <= 2100:
                return index + 1, Shape("day", year, day, day, month=month - 1)
        if len(parts) == 2 and parts[0].isdigit() and len(parts[1]) == 2 and parts[1].isdigit():
            if int(parts[0]) < 24 and int(parts[1]) < 60 and self.word(index + 1) in HALF_DAYS | ZONES:
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
                not (len(minutes) == 2 and minutes.isdigit() and self.document.joined(end + 1))
                or int(minutes) > 59
            ):
                return None
            end += 2
        if end == index + 1:
            return None
        if (
            end + 1 < self.count
            and self.lower[end] == "."
            and self.document.joined(end)
            and self.lower[end + 1].isdigit()
        ):
            # 2:03.45 is a time that was run, not one of the day.
            return None
        return self._after_clock(end), Shape("clock")

    def _after_clock(self, end: int) -> int:
        while (
            self.word(end) in HALF_DAYS or self.word(end) in ZONES or self.word(end) in ("o'clock", "o’clock")
        ):
            end += 1
        return end

    # -- months --------------------------------------------------------------------------------------------

    def _after_month(self, index: int) -> int:
        """Return the token after the month's name and the full stop of its short form."""
        if (
            self.lower[index] in SHORT_MONTHS
            and self.word(index + 1) == "."
            and self.document.joined(index + 1)
        ):
            return index + 2
        return index + 1

    def _month(self, index: int) -> Hit:
        if not self.words[index][0].isupper():
            return None
        word = self.lower[index]
        month = MONTHS[word]
        at = self._after_month(index)
        following = self.word(at)
        if not self._is_month(index, word, following):
            return None
        if following.isdigit() and len(following) <= 2 and 1 <= int(following) <= 31:
            hit = self._month_day(at, month)
            if hit is not None:
                return hit
        if following in DASHES or following in ("to", "through", "until"):
            second = at + 1
            if self.word(second) in MONTHS and self.words[second][0].isupper():
                end, year, _ = self._year_slot(self._after_month(second))
                last = MONTHS[self.lower[second]]
                if last >= month:
                    return end, Shape("months", year, month, last)
                begin = Shape("months", year - 1 if year is not None else None, month, month)
                return end, Shape("range", inner=begin, other=Shape("months", year, last, last))
        if following in ("quarter", "half") and self.word(at + 1) not in DASHES:
            # The Australian way: "the June quarter" is that which ends in June.
            end, year, _ = self._year_slot(at + 1)
            inner = Shape("months", year, month, month)
            return end, Shape("ended", first=UNIT_MONTHS[following], unit="month", inner=inner)
        end, year, _ = self._year_slot(at)
        if year is None and following in ("and", "or", ","):
            # "in January and February 2016": the year belongs to both.
            second = at + 1
            if self.word(second) in MONTHS and self.words[second][0].isupper():
                _, year, _ = self._year_slot(self._after_month(second))
        return end, Shape("months", year, month, month)

    def _is_month(self, index: int, word: str, following: str) -> bool:
        if word not in ("may", "march", "mar", "august", "dec", "sep", "jun"):
            return True
        if following.isdigit() and len(following) in (1, 2, 4):
            return True
        if word == "may":
            before = self.word(index - 1)
            return before in BEFORE_MAY or following in ("'s",) or (following == "," and before in MONTHS)
        return True

    def _month_day(self, at: int, month: int) -> Hit:
        day = int(self.lower[at])
        end = at + 1
        if self.word(end) in ORDINAL_ENDINGS and self.document.joined(end):
            end += 1
        following = self.word(end)
        if following in COUNTED or (following in ("%", "-") and self.word(end + 1)[:1].isalpha()):
            return None
        last = day
        if (following in DASHES or following in ("to", "and", "through")) and self.word(end + 1).isdigit():
            second = int(self.word(end + 1)) if len(self.word(end + 1)) <= 2 else 0
            if day <= second <= 31 and self.word(end + 2) not in COUNTED | {"%"}:
                last, end = second, end + 2
        end, year, _ = self._year_slot(end)
        return end, Shape("day", year, day, last, month=month)

    # -- quarters, halves, counted months ------------------------------------------------------------------

    def _code(self, index: int, end: int, letter: str, number: int, rest: str) -> Hit:
        """Read "Q3 2016", "1H", "3Q16"."""
        length = 3 if letter == "q" else 6
        if not 1 <= number <= 12 // length or (rest and not rest.isdigit()):
            return None
        year: int | None
        if rest:
            year = int(rest) + (2000 if len(rest) == 2 else 0)
            fiscal = ""
        else:
            end, year, fiscal = self._year_slot(end)
        return end, Shape("part", year, number * length - length, number * length - 1, fiscal)

    def _quarter_code(self, index: int) -> Hit:
        word = self.lower[index]
        if not self.words[index][0].isupper():
            return None
        return self._code(index, index + 1, word[0], int(word[1]), "")

    def _ordinal(self, index: int) -> Hit:
        return self._numbered(index, index + 1, ORDINALS[self.lower[index]])

    def _numbered(self, index: int, at: int, number: int) -> Hit:
        """Read what follows "first", "2nd": quarter, half, six months, nine days."""
        fiscal = ""
        if self.word(at) in DASHES:
            at += 1
        if self.word(at) in ("fiscal", "financial", "calendar"):
            fiscal = "fiscal" if self.word(at) != "calendar" else ""
            at += 1
            if self.word(at) in DASHES:
                at += 1
        unit = self.word(at)
        if (
            unit in ("and", "or")
            and self.word(at + 1) in ORDINALS
            and self.word(at + 2) in ("quarter", "quarters", "half", "halves")
        ):
            # "the first and second quarters": two expressions, both of the same unit.
            length = 3 if self.word(at + 2).startswith("quarter") else 6
            _, year, fiscal = self._year_slot(at + 3)
            return at, Shape("part", year, number * length - length, number * length - 1, fiscal)
        if unit in ("quarter", "half", "quarters", "halves", "trimester", "semester"):
            length = 3 if unit.startswith("quarter") else 4 if unit == "trimester" else 6
            if number > 12 // length:
                return None
            end = at + 1
            if unit == "half" and self.word(end) in ("hour", "time", "century", "marathon"):
                return None
            if (
                self.word(end) == "of"
                and self.word(end + 1) in ("the", "its", "this")
                and self.word(end + 2) in ("fiscal", "financial", "current")
            ):
                slot_end, year, slot_fiscal = self._year_slot(end + 2)
            else:
                slot_end, year, slot_fiscal = self._year_slot(end)
            if (
                self.word(end) == "of"
                and self.word(end + 1) == "the"
                and self.word(end + 2) == "year"
                and year is None
            ):
                slot_end = end + 3
            shape = Shape("part", year, number * length - length, number * length - 1, fiscal or slot_fiscal)
            ended = self._ended(slot_end, length, "month", number * length)
            if ended is not None:
                return ended
            if self.word(slot_end) == "to" and self.word(slot_end + 1) in MONTHS:
                ended = self._ended_at(slot_end + 1, length, "month", number * length)
                if ended is not None:
                    return ended
            if year is None:
                compared = self._ago(slot_end)
                if compared is not None and self.word(slot_end) in ("a", "one"):
                    return compared[0], Shape("same", None, 12)
            return slot_end, shape
        if number == 1 or self.lower[index] == "final":
            return self._first_units(index, at)
        return None

    def _first_units(self, index: int, at: int) -> Hit:
        """Read "first six months of 2016", "the first nine days", "its first year"."""
        count = self._number(at)
        unit_at = at
        if count is not None:
            unit_at = at + 1
            if self.word(unit_at) in DASHES:
                unit_at += 1
        if self.word(unit_at) in ("full", "calendar", "trading", "reported"):
            unit_at += 1
        unit = UNITS.get(self.word(unit_at))
        if unit is None:
            return (
                (unit_at + 1, Shape("span")) if count and self.word(unit_at) in SMALL_UNITS_PLURAL else None
            )
        end, year, fiscal = self._year_slot(unit_at + 1)
        if unit in ("month", "quarter") and self.word(index) != "final":
            length = (count or 1) * UNIT_MONTHS[unit]
            if 0 < length <= 12 and (count is not None or year is not None):
                ended = self._ended(end, length, "month", length)
                if ended is not None:
                    return ended
                if year is None and self.word(end) == "of" and self.word(end + 1) == "the":
                    if self.word(end + 2) == "year":
                        return end + 3, Shape("part", None, 0, length - 1)
                    slot_end, year, fiscal = self._year_slot(end + 2)
                    if year is not None:
                        return slot_end, Shape("part", year, 0, length - 1, fiscal)
                return end, Shape("part", year, 0, length - 1, fiscal)
        return unit_at + 1, Shape("span")

    def _number(self, index: int) -> int | None:
        word = self.word(index)
        if word in NUMBERS:
            return NUMBERS[word]
        return int(word) if word.isdigit() and len(word) <= 3 else None

    def _duration(self, index: int) -> Hit:
        """Read "three months to June", "26 weeks ended ...", "nine-month profit", "two years ago"."""
        count = self._number(index)
        if count is None:
            return None
        at = index + 1
        hyphen = self.word(at) in DASHES
        if hyphen:
            at += 1
        while self.word(at) in ("full", "of", "more", "or", "so", "consecutive"):
            at += 1
        if self.word(at) == "and" and self.word(at + 1) == "a" and self.word(at + 2) == "half":
            at += 3
        unit = UNITS.get(self.word(at))
        if unit is None:
            return None
        after = at + 1
        if hyphen and self.word(after) in ("period", "interval"):
            after += 1
        ended = self._ended(
            after, count * UNIT_MONTHS.get(unit, 1), "month" if unit in UNIT_MONTHS else unit, 0, count
        )
        if ended is not None:
            return ended
        if self.word(after) in ("to", "through", "until", "from") and unit in UNIT_MONTHS:
            ended = self._ended_at(after + 1, count * UNIT_MONTHS[unit], "month", 0)
            if ended is not None and self.word(after) != "from":
                return ended
        if self.word(after) in ("to", "through") and unit == "week":
            ended = self._ended_at(after + 1, count, "week", 0)
            if ended is not None:
                return ended
        word = self.word(after)
        if word in AGO and not (word in ("before", "prior") and not self._closes(after + 1)):
            months = count * UNIT_MONTHS.get(unit, 0)
            end = after + 1
            return end, Shape("comparison", None, months)
        if hyphen and unit == "month" and count in (3, 6, 9, 12) and (self.word(at + 1) in RESULTS):
            return after, Shape("part", None, 0, count - 1)
        if unit == "month" and count in (3, 6, 9) and self.word(index - 1) == "the" and not hyphen:
            end, year, fiscal = self._year_slot(after)
            return end, Shape("part", year, 0, count - 1, fiscal)
        return None

    def _closes(self, index: int) -> bool:
        """Whether a comparison ends before `index`: "a year before" against "a year before the merger"."""
        word = self.word(index)
        return (
            not word
            or not word[0].isalpha()
            or word in ("to", "and", "but", "as", "when", "while", "on", "at", "in")
        )

    def _ended(self, index: int, length: int, unit: str, ordinal: int, count: int = 0) -> Hit:
        """Read "ended April 30, 1987", ", which ended on June 30" after a period of `length` months."""
        at = index
        if self.word(at) == ",":
            at += 1
        if self.word(at) in ("that", "which"):
            at += 1
        if self.word(at) not in ENDED or at - index > 2:
            return None
        return self._ended_at(at + 1, length, unit, ordinal, count)

    def _ended_at(self, index: int, length: int, unit: str, ordinal: int, count: int = 0) -> Hit:
        at = index
        while self.word(at) in ("on", "in", "the", "at", "with", "of"):
            at += 1
        hit = self._edge(at) if self.word(at) in EDGES else self._atom(at)
        if hit is None or hit[1].kind not in ("day", "months", "edge", "weekday"):
            return None
        shape = hit[1]
        if unit != "month":
            return hit[0], Shape("ended", first=count or length, unit=unit, inner=shape)
        if length <= 0 or length > 24:
            return None
        return hit[0], Shape("ended", first=length, last=ordinal, unit=unit, inner=shape)

    # -- relative words ------------------------------------------------------------------------------------

    def _year_end(self, index: int) -> Hit:
        """Read "last three months of 2011", "the last quarter of last year"."""
        count = self._number(index + 1)
        unit = UNITS.get(self.word(index + 1 + (count is not None)))
        length = (count or 1) * UNIT_MONTHS.get(unit or "", 0)
        if not 0 < length < 12 or self.word(index + 2 + (count is not None)) not in ("of", "in"):
            return None
        end, year, fiscal = self._year_slot(index + 2 + (count is not None))
        return (end, Shape("part", year, 12 - length, 11, fiscal)) if year is not None else None

    def _relative(self, index: int) -> Hit:
        word = self.lower[index]
        by = RELATIVE[word]
        at = index + 1
        following = self.word(at)
        if word == "last":
            hit = self._year_end(index)
            if hit is not None:
                return hit
        if following in MONTHS and self.words[at][0].isupper() and word in ("last", "this", "next"):
            hit = self._month(at) if following != "may" else (at + 1, Shape("months", None, 4, 4))
            if hit is not None and hit[1].year is None and word == "next":
                return hit[0], Shape("range", inner=hit[1], other=hit[1])
            return hit
        if following in WEEKDAYS and self.words[at][0].isupper():
            return at + 1, Shape("weekday", by, WEEKDAYS[following])
        if following in SEASONS:
            return at + 1, Shape("months", by, *SEASONS[following])
        if following in ("fiscal", "financial", "business", "accounting") and self.word(at + 1) == "year":
            ended = self._ended(at + 2, 12, "month", 12)
            if ended is not None:
                return ended
            if word in ("previous", "prior", "preceding"):
                return at + 2, Shape("comparison", None, 12)
            return at + 2, Shape("fiscal", by)
        if following in ("fiscal", "financial", "calendar"):
            at += 1
            following = self.word(at)
        if following == "year" and self.word(at + 1) in DASHES:
            return None
        unit = UNITS.get(following)
        if unit is not None and not following.endswith("s"):
            return self._relative_unit(word, by, unit, at)
        if following in ("night", "evening"):
            return at + 1, Shape("relative", first=by, unit="day")
        if following in ("weekend", "morning", "afternoon"):
            return at + 1, Shape("relative", first=0, unit="day") if following != "weekend" else Shape("span")
        if following in ("period", "corresponding") and word in ("previous", "prior", "preceding"):
            return at + 1, Shape("comparison", None, 12)
        count = self._number(at)
        if count is None:
            return self._plural_past(word, by, at)
        at += 1
        if self.word(at) in DASHES:
            at += 1
        if self.word(at) in ("or", "to") and self._number(at + 1) is not None:
            at += 2
        while self.word(at) in (
            "full",
            "fiscal",
            "financial",
            "calendar",
            "consecutive",
            "straight",
            "trading",
            "reported",
            "of",
            "or",
            "so",
        ):
            at += 1
        unit = UNITS.get(self.word(at))
        if unit is None:
            return (at + 1, Shape("span")) if self.word(at) in SMALL_UNITS_PLURAL else None
        if word in ("this", "latest", "current"):
            return at + 1, Shape("span")
        if word in ("previous", "prior", "preceding") and count and unit in UNIT_MONTHS:
            return at + 1, Shape("past", None, -2, count * UNIT_MONTHS[unit], "month")
        if unit in UNIT_MONTHS:
            return at + 1, Shape("past", None, by or -1, count * UNIT_MONTHS[unit], "month")
        return at + 1, Shape("past", None, by or -1, count, unit)

    def _plural_past(self, word: str, by: int, at: int) -> Hit:
        """Read "recent years", "past decade": a stretch without a length."""
        if self.word(at) in ("few", "several", "couple", "many"):
            while self.word(at) in ("few", "several", "couple", "many", "of"):
                at += 1
            if self.word(at) in UNITS:
                return at + 1, Shape("span")
        if self.word(at) in UNITS and self.word(at).endswith("s"):
            return at + 1, Shape("span")
        return None

    def _relative_unit(self, word: str, by: int, unit: str, at: int) -> Hit:
        end = at + 1
        if word in ("previous", "prior", "preceding"):
            if self.word(end) in DASHES and self.word(end + 1) in (
                "quarter",
                "month",
                "half",
                "period",
                "year",
            ):
                end += 2
            if self.word(end) == "'s":
                end += 0
            months = UNIT_MONTHS.get(unit, 0)
            return end, Shape("comparison", None, months)
        if word == "following":
            return end, Shape("comparison", None, -UNIT_MONTHS.get(unit, 0))
        if unit == "year":
            ended = self._ended(end, 12, "month", 12)
            if ended is not None:
                return ended
            if (self.word(end) == "so" and self.word(end + 1) == "far") or (
                self.word(end) == "to" and self.word(end + 1) == "date"
            ):
                return end + 2, Shape("to_date", by)
            if self.word(end) == "'s" and self.word(end + 1) in ORDINALS:
                hit = self._ordinal(end + 1)
                if hit is not None and hit[1].kind == "part" and hit[1].year is None:
                    return hit[0], Shape("part", by, hit[1].first, hit[1].last, hit[1].unit)
            return end, Shape("year", by)
        if unit == "quarter":
            ended = self._ended(end, 3, "month", 0)
            if ended is not None:
                return ended
        if unit in ("half", "semester", "fortnight"):
            return None
        if word == "past":
            return end, Shape(
                "past",
                None,
                -1,
                UNIT_MONTHS.get(unit, UNIT_DAYS.get(unit, 0)),
                "month" if unit in UNIT_MONTHS else "day",
            )
        if word == "latest":
            ended = self._ended(end, UNIT_MONTHS.get(unit, 1), "month" if unit in UNIT_MONTHS else unit, 0)
            return ended if ended is not None else (end, Shape("back"))
        if word in ("coming",):
            return end, Shape("relative", first=1, unit=unit)
        return end, Shape("relative", first=by, unit=unit)

    def _same_period(self, index: int) -> Hit:
        """Read "the same period last year", "the corresponding quarter of 2006", "the same months of 1986"."""
        at = index + 1
        word = self.word(at)
        if word == "year" and self.word(at + 1) in DASHES:
            at += 2
            word = self.word(at)
        if word in DASHES:
            return None
        if word in ("fiscal", "prior", "year", "previous", "last") and self.word(at + 1) in SAME_UNITS:
            at += 1
            word = self.word(at)
        if self._number(at) is not None and self.word(at) not in ("a", "an"):
            at += 1
            if self.word(at) in DASHES:
                at += 1
            word = self.word(at)
        if word in ORDINALS:
            at += 1 + (self.word(at + 1) in DASHES)
            word = self.word(at)
        if word in MONTHS or word in WEEKDAYS:
            pass
        elif word not in SAME_UNITS:
            return None
        at += 1
        if self.word(at) in DASHES and self.word(at + 1) in SAME_UNITS:
            at += 2
        end, slot, _ = self._year_slot(at)
        if slot is not None:
            if slot > 999:
                return end, Shape("same", slot)
            return end, Shape("same", None, -12 * slot)
        skip = at + (self.word(at) in ("of", "in", "from", ","))
        skip += self.word(skip) == "the"
        back = self._ago(skip) if self.word(skip) in STARTERS else None
        if back is not None:
            return back[0], Shape("same", None, back[1].first)
        word = self.word(skip)
        if word in RELATIVE and self.word(skip + 1) in (
            "year",
            "month",
            "quarter",
            "week",
            "fiscal",
            "financial",
        ):
            hit = self._relative(skip)
            if hit is not None:
                return hit[0], Shape("same", None, 12)
        if word == "year" and self.word(skip + 1) in ("before", "earlier", "ago"):
            return skip + 2, Shape("same", None, 12)
        return at, Shape(
            "same", None, 12 if self.lower[index] in ("corresponding", "comparable", "equivalent") else 0
        )

    def _ago(self, index: int) -> Hit:
        """Read "a year earlier", "year-ago", "two years ago", "three months earlier"."""
        word = self.word(index)
        at = index
        if word in NUMBERS or word.isdigit():
            hit = self._duration(index)
            return hit if hit is not None and hit[1].kind == "comparison" else None
        unit = UNITS.get(word)
        if unit is None or word.endswith("s"):
            return None
        at += 1
        if self.word(at) in DASHES:
            at += 1
        after = self.word(at)
        if after not in ("ago", "earlier", "before", "previously") or (
            after == "before" and not self._closes(at + 1)
        ):
            return None
        end = at + 1
        if self.word(end) in ("period", "quarter", "month", "level", "levels", "figure", "figures", "half"):
            end += self.word(end) in ("period", "quarter", "month", "half")
        return end, Shape("comparison", None, UNIT_MONTHS.get(unit, 0))

    # -- words with one meaning ----------------------------------------------------------------------------

    def _weekday(self, index: int) -> Hit:
        if not self.words[index][0].isupper():
            return None
        word = self.lower[index]
        end = index + 1
        if word in SHORT_WEEKDAYS:
            if (
                word in ("sun", "sat", "wed", "mon")
                and self.word(end) != "."
                and self.word(index - 1) not in ("on", "by", "(", ",")
            ):
                return None
            if self.word(end) == "." and self.document.joined(end):
                end += 1
        # "Wednesday, 5 March": one date.
        after = end + (self.word(end) == ",")
        if self.word(after) in MONTHS or self.word(after).isdigit():
            hit = (
                self._month(after)
                if self.word(after) in MONTHS
                else self._day_first(after)
                if len(self.word(after)) <= 2
                else None
            )
            if hit is not None and hit[1].kind == "day":
                return hit
        if self.word(end) == "last" and self.word(end + 1) == "week":
            return end + 2, Shape("weekday", -1, WEEKDAYS[word])
        return end, Shape("weekday", None, WEEKDAYS[word])

    def _fiscal(self, index: int) -> Hit:
        """Read "fiscal 2012", "financial year 2012/13", "fiscal third quarter", "fiscal year ended ..."."""
        at = index + 1
        if self.lower[index] == "calendar":
            at += self.word(at) == "year"
            year = self._year_number(at)
            return (at + 1, Shape("year", year)) if year is not None else None
        if self.word(at) in DASHES:
            at += 1
        if self.word(at) in ORDINALS:
            hit = self._ordinal(at)
            if hit is not None and hit[1].kind == "part":
                return hit[0], Shape("part", hit[1].year, hit[1].first, hit[1].last, "fiscal")
            return hit
        if self.word(at) in QUARTER_CODES or self.word(at) in HALF_CODES:
            return self._quarter_code(at)
        has_year = self.word(at) == "year"
        at += has_year
        if has_year:
            ended = self._ended(at, 12, "month", 12)
            if ended is None and self.word(at) in ("to", "through"):
                ended = self._ended_at(at + 1, 12, "month", 12)
            if ended is not None:
                return ended
        year = self._year_number(at)
        if year is not None:
            end = self._second_year(at, year)
            return end, Shape("fiscal", year + (end > at + 1))
        return (at, Shape("fiscal", None)) if has_year and self.lower[index] != "calendar" and False else None

    def _fiscal_code(self, index: int) -> Hit:
        word = self.lower[index]
        digits = word[2:]
        if digits:
            if len(digits) not in (2, 4):
                return None
            year = int(digits) + (2000 if len(digits) == 2 else 0)
            return self._second_year(index, year), Shape("fiscal", year)
        year_at = self._year_number(index + 1)
        if year_at is not None and self.words[index].isupper():
            end = self._second_year(index + 1, year_at)
            return end, Shape("fiscal", year_at + (end > index + 2))
        return None

    def _full_year(self, index: int) -> Hit:
        """Read "full-year 2007", "full year"; "half-year"."""
        at = index + 1
        if self.word(at) in DASHES:
            at += 1
        if self.word(at) != "year":
            return None
        end = at + 1
        length = 12 if self.lower[index] == "full" else 6
        ended = self._ended(end, length, "month", 12 if length == 12 else 0)
        if ended is None and self.word(end) == "to" and self.word(end + 1) in MONTHS:
            ended = self._ended_at(end + 1, length, "month", length)
        if ended is not None:
            return ended
        if length == 6:
            if self.word(end) not in RESULTS and self.word(end) != "to":
                return None
            return end, Shape("part", None, 0, 5)
        year = self._year_number(end)
        if year is not None:
            return end + 1, Shape("year", year)
        return end, Shape("full_year")

    def _single(self, index: int) -> Hit:
        return (
            (index + 2, Shape("span"))
            if self.word(index + 1) in ("year", "month", "day", "week", "quarter")
            else None
        )

    def _to_date(self, index: int) -> Hit:
        word, following = self.lower[index], self.word(index + 1)
        if word == "to" and following == "date":
            return index + 2, Shape("to_date")
        if word == "so" and following == "far":
            if self.word(index + 2) == "this" and self.word(index + 3) == "year":
                return index + 4, Shape("to_date", 0)
            if self.word(index + 2) == "in":
                year = self._year_number(index + 3)
                if year is not None:
                    return index + 4, Shape("to_date", year)
            return index + 2, Shape("to_date")
        return None

    def _year_word(self, index: int) -> Hit:
        """Read "year-to-date", "year ended ...", "year to March", "year-end", "year ago", "quarter ended"."""
        word = self.lower[index]
        unit = UNITS[word]
        at = index + 1
        dash = self.word(at) in DASHES
        if word == "year":
            step = at + dash
            if self.word(step) == "to" and self.word(step + 1 + (self.word(step + 1) in DASHES)) == "date":
                return step + 2 + (self.word(step + 1) in DASHES), Shape("to_date", 0)
            if self.word(step) == "end" and (
                dash or self.word(index - 1) in ("by", "at", "the", "before", "until")
            ):
                end, year, _ = self._year_slot(step + 1)
                return end, Shape("edge", unit="end", inner=Shape("year", year))
            if dash and self.word(step) in ("over", "on"):
                return None
        if word in ("half",):
            return self._full_year(index)
        months = UNIT_MONTHS.get(unit)
        if not word.endswith("s") or unit == "half":
            ordinal = 12 if unit == "year" else 0
            ended = self._ended(at, months or 1, "month" if months else unit, ordinal)
            if (
                ended is None
                and months
                and self.word(at) in ("to", "through")
                and self.word(at + 1) in MONTHS | {"end": 0, "the": 0}
            ):
                ended = self._ended_at(at + 1, months, "month", ordinal)
            if ended is None and self.word(at) == "to" and self.word(at + 1).isdigit() and months:
                ended = (
                    self._ended_at(at + 1, months, "month", ordinal) if self.word(at + 2) in MONTHS else None
                )
            if ended is not None:
                return ended
            if unit == "week" and self.word(at) in ("of", "beginning", "starting", "to"):
                hit = self._atom(self._article(at + 1))
                if hit is not None and hit[1].kind == "day":
                    begin = hit[1]
                    if begin.first == begin.last:
                        return hit[0], Shape("week_of", inner=begin)
                    return hit
        return self._ago(index)

    def _edge(self, index: int) -> Hit:
        """Read "end of 1986", "end-March", "the start of the year", "beginning of last year"."""
        word = self.lower[index]
        at = index + 1
        if self.word(at) in DASHES or self.word(at) == "of":
            at += 1
        elif word != "end" or not (self.word(at) in MONTHS or self._year_number(at) is not None):
            return None
        side = "end" if word in ("end", "close") else "start"
        if self.word(at) in ("the", "this") and self.word(at + 1) in ("year", "month", "quarter", "decade"):
            unit = self.word(at + 1)
            inner = Shape("year", 0) if unit == "year" else Shape("relative", first=0, unit=unit)
            slot_end = at + 2
            return slot_end, Shape("edge", unit=side, inner=inner)
        hit = self._atom(self._article(at))
        if hit is None or hit[1].kind not in ("year", "months", "part", "relative", "fiscal", "day", "years"):
            return None
        return hit[0], Shape("edge", unit=side, inner=hit[1])

    def _part_of_year(self, index: int) -> Hit:
        """Read "late 2015", "early last year", "mid-May", "mid-1990s", "early March"."""
        word = self.lower[index]
        at = index + 1
        if self.word(at) in DASHES:
            at += 1
        if self.word(at) in ("in", "of"):
            at += 1
            if self.word(at) == "the":
                at += 1
            if (
                self.word(at - 1) != "the"
                and word != "middle"
                and self._year_number(at) is None
                and self.word(at) not in ("last", "this", "next")
            ):
                return None
        if self.word(at) == "the" and word == "middle":
            at += 1
        following = self.word(at)
        if following in ("year", "month", "quarter", "week") and self.word(at - 1) == "the":
            return None
        hit = self._atom(at)
        if hit is None:
            return None
        shape = hit[1]
        if shape.kind == "year":
            return hit[0], Shape("months", shape.year, *PART_OF_YEAR[word])
        if shape.kind == "months" and word in ("mid", "middle"):
            return hit[0], Shape("edge", unit="middle", inner=shape)
        if shape.kind == "years":
            cut = {"early": (0, 3), "mid": (3, 6), "middle": (3, 6), "late": (6, 9)}[word]
            if shape.last - shape.first == 9:
                return hit[0], Shape("years", first=shape.first + cut[0], last=shape.first + cut[1])
        if shape.kind in ("months", "years", "part", "relative", "weekday", "day"):
            return hit
        return None

    def _season(self, index: int) -> Hit:
        """Read "summer 2015", "spring of last year"."""
        end, year, _ = self._year_slot(index + 1)
        if year is None:
            return None
        return end, Shape("months", year, *SEASONS[self.lower[index]])

    def _day_word(self, index: int) -> Hit:
        by = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[self.lower[index]]
        return index + 1, Shape("relative", first=by, unit="day")

    def _short_year(self, index: int) -> Hit:
        """Read the apostrophe of "'90s" and of "'87"."""
        word = self.word(index + 1)
        if len(word) != 2 or not word.isdigit() or not self.document.joined(index + 1):
            return None
        if self.word(index + 2) == "s" and self.document.joined(index + 2):
            decade = (1900 if int(word) > 20 else 2000) + int(word) // 10 * 10
            return index + 3, Shape("years", first=decade, last=decade + 9)
        if self.document.joined(index) or self.word(index - 1) not in BEFORE_YEAR:
            return None
        return index + 2, Shape("year", (1900 if int(word) > 40 else 2000) + int(word))

    def _back_reference(self, index: int) -> Hit:
        """Read "the period", "that year", "the quarter", "the month": what was named before."""
        word = self.word(index + 1)
        if word in ("period", "quarter", "half", "month", "year") and self.word(index - 1) in (
            "in",
            "for",
            "during",
            "over",
            "of",
            "through",
            "throughout",
        ):
            if self.word(index + 2) in DASHES:
                return None
            if word in ("quarter", "half") and self.word(index + 2) == "of":
                return None
            hit = self._year_word(index + 1) if word != "period" else self._ended_period(index + 1)
            if hit is not None:
                return hit
            end, year, _ = self._year_slot(index + 2)
            if year is not None and word == "year":
                return end, Shape("year", year)
            return index + 2, Shape("back", unit=word)
        return None

    def _ended_period(self, index: int) -> Hit:
        at = index + 1
        if self.word(at) not in ENDED:
            return None
        return None

    def _turn(self, index: int) -> Hit:
        if (
            self.word(index + 1) == "of"
            and self.word(index + 2) == "the"
            and self.word(index + 3) in ("century", "year", "millennium")
        ):
            return index + 4, Shape("name")
        return None


def likely_before(before: str, earlier: str) -> bool:
    """Whether the words before four digits make them a year, whatever follows."""
    return before in ("in", "since", "during") or (before == "of" and earlier in EDGES)


def _range(begin: Shape, end: Shape) -> Shape:
    """Join two dates; the year that only one of them names is that of both."""
    if begin.kind == "year" and end.kind == "year" and (begin.year or 0) > 999 and (end.year or 0) > 999:
        first, last = begin.year or 0, end.year or 0
        if first <= last:
            return Shape("years", first=first, last=last)
    if begin.year is None and end.year is not None and begin.kind in ("months", "day", "part"):
        year = end.year
        before = begin.month if begin.kind == "day" else begin.first
        after = end.month if end.kind == "day" else end.last
        if before > after and year > 999:
            year -= 1
        begin = Shape(begin.kind, year, begin.first, begin.last, begin.unit, begin.month)
    return Shape("range", inner=begin, other=end)


def _finer(begin: Shape, end: Shape) -> bool:
    """Whether two dates of one kind can be the ends of a range as they stand."""
    if begin.kind == "year":
        return (begin.year or 0) > 999 and (end.year or 0) > (begin.year or 0)
    return True


SMALL_UNITS_PLURAL = frozenset(("hours", "minutes", "seconds"))
BEFORE_MAY = bag(
    """in since last of by through until from this next early late mid - – for to and during between till
    before after than on , ("""
)
EDGES = frozenset(("end", "start", "beginning", "close"))
RANGE_KINDS = frozenset(("year", "months", "day", "part", "relative", "edge", "weekday", "fiscal"))
G = Grammar
ATOMS = {
    word: rules
    for words, rules in (
        (ORDINALS, (G._ordinal,)),
        (RELATIVE, (G._relative,)),
        (SAME, (G._same_period,)),
        (QUARTER_CODES, (G._quarter_code,)),
        (HALF_CODES, (G._quarter_code,)),
        (NUMBERS, (G._duration,)),
        (PART_OF_YEAR, (G._part_of_year,)),
        (SEASONS, (G._season,)),
        (WEEKDAYS, (G._weekday,)),
        (("fiscal", "financial", "calendar"), (G._fiscal,)),
        (("fy",), (G._fiscal_code,)),
        (("full",), (G._full_year,)),
        (("half",), (G._full_year, G._year_word)),
        (("year", "quarter", "month", "week"), (G._year_word,)),
        (EDGES, (G._edge,)),
        (("today", "yesterday", "tomorrow", "tonight"), (G._day_word,)),
        (("to", "so"), (G._to_date,)),
        (("'", "’"), (G._short_year,)),
        (("single",), (G._single,)),
        (("the", "that"), (G._back_reference,)),
        (("turn",), (G._turn,)),
    )
    for word in words
}
