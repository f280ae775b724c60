"""Quarters, halves and counted months, and what they end with."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Shape
from flows.extraction.dates.date_months import MonthDates
from flows.extraction.dates.date_tokens import EDGES, Hit
from flows.extraction.dates.date_words import (
    AGO,
    DASHES,
    ENDED,
    MONTHS,
    ORDINALS,
    UNIT_DAYS,
    UNIT_MONTHS,
    UNITS,
    WEEKDAYS,
    bag,
)

RESULTS: Final = bag(
    """period net profit profits loss losses sales revenue revenues earnings results result pretax pre
    operating turnover income figures total output production exports imports data trading consolidated
    group underlying deliveries shipments registrations surplus deficit"""
)
# What a period can end with; and the months of a year.
CLOSING: Final = frozenset(("day", "months", "edge", "weekday", "year", "relative", "next"))
YEAR: Final = 12
_YEAR: Final = 4  # digits of a year
# Months of a year up to now that results and statistics are told of: "nine-month profit", "ten-month sales".
COUNTED: Final = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
SMALL_UNITS_PLURAL: Final = frozenset(("hours", "minutes", "seconds"))


class YearParts(MonthDates):
    """Quarters, halves and counted months, and what they end with."""

    def _code(self, end: int, letter: str, number: int, rest: str) -> Hit:
        """Read "Q3 2016", "1H", "3Q16"."""
        length = 3 if letter == "q" else 6
        if not 1 <= number <= 12 // length or (rest and not rest.isdecimal()):
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
        return self._code(index + 1, word[0], int(word[1]), "")

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
        unit = "quarter" if self.word(at) == "qtr" else self.word(at)
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
            if year is None:
                compared = self._ago(slot_end)
                if compared is not None and self.word(slot_end) in ("a", "one"):
                    return compared[0], Shape("same", None, 12)
            return slot_end, shape
        if number == 1 or self.lower[index] == "final":
            return self._first_units(index, at)
        return None

    def _first_units(self, index: int, at: int) -> Hit:
        """Read "first six months of 2016", "final three months of 2011", "its first year"."""
        if self.lower[index] == "final":
            hit = self._year_end(index)
            if hit is not None:
                return hit
        count = self._number(at)
        unit_at = at
        if count is not None:
            unit_at = at + 1
            if self.word(unit_at) in DASHES:
                unit_at += 1
                if self._is_of_a_thing(unit_at):
                    return None
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
        if count and unit in UNIT_DAYS and self.word(unit_at + 1) in ("of", "in"):
            hit = self._whole(unit_at + 2)
            if hit is not None:
                return hit[0], Shape("beginning", first=count * UNIT_DAYS[unit], inner=hit[1])
        return unit_at + 1, Shape("span")

    def _is_told(self, at: int) -> bool:
        """Whether the date itself follows what is so long ago: ", in 2009", "(on 4 May)"."""
        if self.word(at) not in (",", "(") or self.word(at + 1) not in ("in", "on"):
            return False
        word = self.word(at + 2)
        return word in MONTHS or (word.isdecimal() and (len(word) == _YEAR or self.word(at + 3) in MONTHS))

    def _is_of_a_thing(self, unit_at: int) -> bool:
        """Whether a length is of what follows, as in "its first ten-year bond", no stretch that begins."""
        after = self.word(unit_at + 1)
        return self.word(unit_at) == "year" and after[:1].isalpha() and after != "period"

    def _whole(self, index: int) -> Hit:
        """Read the month or year that the first days are of: "October", "last year", "the year"."""
        if self.word(index) == "the" and self.word(index + 1) == "year":
            return index + 2, Shape("year", 0)
        hit = self._atom(self._article(index))
        return hit if hit is not None and hit[1].kind in ("months", "year", "relative") else None

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
        if word in AGO and (self.word(after + 1) == "than" or self._is_told(after + 1)):
            return None  # "three years later than planned", "three years ago, in 2009": a length
        if word in AGO and not (word in ("before", "prior") and not self._closes(after + 1)):
            months = count * UNIT_MONTHS.get(unit, 0)
            # "Two years later" is as far ahead.
            return after + 1, Shape("comparison", None, -months if word == "later" else months)
        # "Nine-month profit", "nine month net", not "a six month period"
        is_joined = hyphen or (self.word(at) == "month" and self.word(at + 1) != "period")
        if is_joined and unit == "month" and count in COUNTED and self.word(at + 1) in RESULTS:
            return after, Shape("part", None, 0, count - 1)
        if unit == "month" and count in (3, 6, 9) and self.word(index - 1) == "the" and not hyphen:
            end, year, fiscal = self._year_slot(after)
            return end, Shape("part", year, 0, count - 1, fiscal)
        return None

    def _ended(self, index: int, length: int, unit: str, ordinal: int, count: int = 0) -> Hit:
        """Read "ended April 30, 1987", ", which ended on June 30", "to March" after a period of `length`."""
        at = index
        if (
            length > 1
            and unit == "month"
            and self.word(at) in ("to", "through")
            and self._is_close(at + 1, length)
        ):
            return self._ended_at(at + 1, length, unit, ordinal, count)
        if self.word(at) == ",":
            at += 1
        if self.word(at) in ("that", "which"):
            at += 1
        if self.word(at) not in ENDED or at - index > 2:
            return None
        return self._ended_at(at + 1, length, unit, ordinal, count)

    def _is_close(self, index: int, length: int) -> bool:
        """Whether a date that closes a period stands at `index`: "March", "the end of May", "2 May".

        A year closes several: "the decade to 2010".
        """
        if self.word(index) in ("end", "the"):
            return "end" in (self.word(index), self.word(index + 1))
        if length > YEAR and self._year_number(index) is not None:
            return True
        if self.word(index) in WEEKDAYS:
            return self.words[index][0].isupper()
        if self.word(index) in ("next", "last", "this"):
            # "The year to next March"
            return self.word(index + 1) in MONTHS
        return self.word(index) in MONTHS or (self.word(index).isdecimal() and self.word(index + 1) in MONTHS)

    def _ended_at(self, index: int, length: int, unit: str, ordinal: int, count: int = 0) -> Hit:
        at = index
        while self.word(at) in ("on", "in", "the", "at", "with", "of"):
            at += 1
        hit = self._edge(at) if self.word(at) in EDGES else self._atom(at)
        if hit is None or hit[1].kind not in CLOSING:
            return None
        shape = hit[1]
        if shape.kind == "relative" and shape.unit != "month":
            return None
        if unit != "month":
            return hit[0], Shape("ended", first=count or length, unit=unit, inner=shape)
        if (
            length <= 0
            or (length > 2 * YEAR and shape.kind != "year")
            or (shape.kind == "year" and length <= YEAR)
        ):
            return None
        return hit[0], Shape("ended", first=length, last=ordinal, unit=unit, inner=shape)
