"""The grammar of date expressions, over tokens: from words to shapes.

Every rule is asked at one token, looks a bounded number of tokens ahead and answers with the token after
the expression and its shape, or None. The rules stand in modules by what they begin with.
"""

from typing import Final

from flows.extraction.dates.calendar_shapes import Shape
from flows.extraction.dates.date_fixed import FixedWords
from flows.extraction.dates.date_tokens import EDGES, Hit
from flows.extraction.dates.date_words import (
    DASHES,
    DISASTERS,
    HALF_CODES,
    MANY_MONTHS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PART_OF_YEAR,
    QUARTER_CODES,
    RELATIVE,
    RESTS,
    SAME,
    SEASONS,
    STARTERS,
    TO,
    UNITS,
    WEEKDAYS,
)
from flows.extraction.dates.holidays import FIRST as HOLIDAY_WORDS
from flows.extraction.dates.holidays import holiday_at

Found = tuple[int, int, Shape]

# What must follow these words, which are mostly no dates, for it to be worth looking.
_PERIODS: Final = frozenset(("period", "quarter", "half", "month", "year"))
_COUNTED_UNITS: Final = frozenset(UNITS) | DASHES | {"full", "of", "more", "or", "so", "consecutive", "and"}
_DATES: Final = STARTERS | {"about", "around", "at", "its", "their"}
NEEDS: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(NUMBERS, _COUNTED_UNITS),
    "the": _PERIODS | set(MANY_MONTHS),
    "that": _PERIODS,
    **dict.fromkeys(("a", "an"), frozenset(UNITS)),
    **dict.fromkeys(("from", "by", "until", "through", "before", "between", "since"), _DATES),
    **dict.fromkeys(RESTS, frozenset(("of",))),
    **HOLIDAY_WORDS,
    "to": frozenset(("date",)),
    "so": frozenset(("far",)),
    "'": frozenset(),
    "’": frozenset(),
}


class Grammar(FixedWords):
    """Reads the date expressions of one document."""

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
        if hit[1].kind in ("day", "months") and self.word(hit[0]) in DISASTERS:
            # "Hit by the March 11 quake"
            return None
        if self.lower[index] == "through" and hit[1].kind == "part" and hit[1].first == 0:
            # "Through the first nine months"
            return hit
        return hit[0], Shape("by", unit=self.lower[index] if index else "", inner=hit[1])

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
        if end is not None and end[1].kind == "clock":
            # "Between 2000 and 2100 GMT"
            return end
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

    def _holiday(self, index: int) -> Hit:
        found = holiday_at(self.lower, index) if self.words[index][0].isupper() else None
        if found is None:
            return None
        at, month, day = found
        end, year, _ = self._year_slot(at)
        return (end if year is not None else at), Shape("day", year, day, day, month=month)

    def _article(self, index: int) -> int:
        """Skip "the", "about": they belong to no date by themselves."""
        while self.word(index) in ("the", "about", "around", "at", "its", "their"):
            index += 1
        return index

    def _atom(self, index: int) -> Hit:
        if index >= self.count:
            return None
        word = self.lower[index]
        if word[0].isdecimal():
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
        if word.startswith("fy") and (word[2:].isdecimal() or word == "fy"):
            return self._fiscal_code(index)
        return None


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


RANGE_KINDS: Final = frozenset(("year", "months", "day", "part", "relative", "edge", "weekday", "fiscal"))
G: Final = Grammar
ATOMS: Final = {
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
        (HOLIDAY_WORDS, (G._holiday,)),
        (("fiscal", "financial", "calendar"), (G._fiscal,)),
        (("fy",), (G._fiscal_code,)),
        (("full", "whole", "entire"), (G._full_year,)),
        (("half",), (G._full_year, G._year_word)),
        (("year", "quarter", "month", "week", "decade"), (G._year_word,)),
        (("weekend",), (G._weekend,)),
        (EDGES, (G._edge,)),
        (RESTS, (G._rest,)),
        (("yearend",), (G._yearend,)),
        (("today", "yesterday", "tomorrow", "tonight"), (G._day_word,)),
        (("to", "so"), (G._to_date,)),
        (("'", "’"), (G._short_year,)),
        (("single",), (G._single,)),
        (("the", "that"), (G._back_reference,)),
        (("turn",), (G._turn,)),
    )
    for word in words
}
