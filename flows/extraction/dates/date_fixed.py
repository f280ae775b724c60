"""Words with one meaning: weekdays, fiscal years, ends of years, seasons, "to date"."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Shape
from flows.extraction.dates.date_parts import RESULTS
from flows.extraction.dates.date_relatives import RelativeDates
from flows.extraction.dates.date_tokens import Hit
from flows.extraction.dates.date_words import (
    BEFORE_YEAR,
    DASHES,
    HALF_CODES,
    MANY_MONTHS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PART_OF_YEAR,
    QUARTER_CODES,
    SEASONS,
    SHORT_WEEKDAYS,
    UNIT_MONTHS,
    UNITS,
    WEEKDAYS,
)

_NAMED_BEFORE: Final = 60  # tokens back to the year that "that year" is
_YEAR_DIGITS: Final = 4
OF_STRETCH: Final = frozenset("in for during over of".split())
# Behind "the six months" these say which they are.
GOING_ON: Final = frozenset(
    """ended ending to through until till from since of that up between before prior preceding after following
    ago earlier covering leading starting beginning immediately ahead - –""".split()
)
# What has an end and a beginning that are spoken of.
EDGED: Final = frozenset(("year", "months", "part", "relative", "fiscal", "day", "years", "season", "ended"))


class FixedWords(RelativeDates):
    """Words with one meaning: weekdays, fiscal years, ends of years, seasons, "to date"."""

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
        if self.word(after) in MONTHS or self.word(after).isdecimal():
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
        digits = self.word(at) + self.word(at + 1)
        if self.word(at) in ORDINALS or digits in ORDINALS:
            hit = (
                self._ordinal(at) if digits not in ORDINALS else self._numbered(at, at + 2, ORDINALS[digits])
            )
            if hit is not None and hit[1].kind == "part":
                return hit[0], Shape("part", hit[1].year, hit[1].first, hit[1].last, "fiscal")
            return hit
        if self.word(at) in QUARTER_CODES or self.word(at) in HALF_CODES:
            return self._quarter_code(at)
        has_year = self.word(at) == "year"
        at += has_year
        if has_year:
            ended = self._ended(at, 12, "month", 12)
            if ended is not None:
                return ended
        year = self._year_number(at)
        if year is not None:
            end = self._second_year(at, year)
            return end, Shape("fiscal", year + (end > at + 1))
        return None

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
        if self.word(at) != "year" or (self.lower[index] == "entire" and self.word(index - 1) != "the"):
            return None
        end = at + 1
        length = 6 if self.lower[index] == "half" else 12
        ended = self._ended(end, length, "month", length)
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
            if self.word(at) == "'s" and self.word(at + 1) == "end":
                return at + 2, Shape("edge", unit="end", inner=Shape("year", 0))
            if dash and self.word(step) in ("over", "on"):
                return None
        if word in ("half",):
            return self._full_year(index)
        months = UNIT_MONTHS.get(unit)
        if not word.endswith("s") or unit == "half":
            ordinal = 12 if unit == "year" else 0
            ended = self._ended(at, months or 1, "month" if months else unit, ordinal)
            if ended is not None:
                return ended
            if unit == "week" and self.word(at) in ("to", "through"):
                return self._ended_at(at + 1, 1, unit, 0)
            if unit == "week" and self.word(at) in ("of", "beginning", "starting"):
                hit = self._atom(self._article(at + 1))
                if hit is not None and hit[1].kind == "day":
                    begin = hit[1]
                    if begin.first == begin.last:
                        return hit[0], Shape("week_of", inner=begin)
                    return hit
        return self._ago(index)

    def _weekend(self, index: int) -> Hit:
        """Read "at the weekend", "over the weekend": the last one; not a film's "opening weekend"."""
        if self.word(index - 1) != "the" or self.word(index - 2) not in ("at", "over", "during"):
            return None
        return index + 1, Shape("weekend")

    def _yearend(self, index: int) -> Hit:
        end, year, _ = self._year_slot(index + 1)
        return end, Shape("edge", unit="end", inner=Shape("year", year))

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
        if hit is None or hit[1].kind not in EDGED:
            return None
        return hit[0], Shape("edge", unit=side, inner=hit[1])

    def _rest(self, index: int) -> Hit:
        """Read "the rest of the year", "the balance of 2015"; not "the rest of the world"."""
        at = index + 2
        if self.word(index + 1) != "of":
            return None
        at += self.word(at) in ("the", "this")
        if self.word(at) in ("year", "month", "quarter") and at > index + 2:
            inner = Shape("year", 0) if self.word(at) == "year" else Shape("relative", unit=self.word(at))
            return at + 1, Shape("rest", inner=inner)
        hit = self._atom(at)
        if hit is None or hit[1].kind not in EDGED:
            return None
        return hit[0], Shape("rest", inner=hit[1])

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
        """Read "summer 2015", "spring of last year"; "a 4 percent fall in 1986" is none."""
        if self.lower[index] == "fall" and self.word(index + 1) == "in":
            return None
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
        if len(word) != 2 or not word.isdecimal() or not self.document.joined(index + 1):
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
        if word in MANY_MONTHS:
            return self._months_before(index)
        if word == "year" and self.word(index) == "that":
            named = self._year_named_before(index)
            if named is not None:
                return index + 2, Shape("year", named)
        if word in ("period", "quarter", "half", "month", "year") and self.word(index - 1) in (
            "in",
            "for",
            "during",
            "over",
            "of",
            "through",
            "throughout",
            "ended",
            "finished",
        ):
            if self.word(index + 2) in DASHES:
                return None
            if word == "year" and self.word(index + 2) == "so" and self.word(index + 3) == "far":
                return index + 4, Shape("to_date", 0)
            if word in ("quarter", "half") and self.word(index + 2) == "of":
                return None
            if word == "month" and self.word(index + 2) == "of" and self.word(index + 3) in MONTHS:
                return self._month(index + 3)
            if word == "period" and self.word(index + 2) in ("from", "between"):
                return self._between(index + 2)
            ago = self._ago(index + 2) if word != "year" and self.word(index + 2) in NUMBERS else None
            if ago is not None:
                # "In the period a year earlier"
                return ago
            hit = self._year_word(index + 1) if word != "period" else None
            if hit is not None:
                return hit
            end, year, _ = self._year_slot(index + 2)
            if year is not None and word == "year":
                return end, Shape("year", year)
            return index + 2, Shape("back", unit=word)
        return None

    def _year_named_before(self, index: int) -> int | None:
        """Return the year that was named last: "It has grown since 2014. In that year"."""
        lower = self.document.lower
        for place in range(index - 1, max(-1, index - _NAMED_BEFORE), -1):
            word = lower[place]
            if len(word) == _YEAR_DIGITS and word.isdigit() and word[:2] in ("19", "20"):
                return int(word) if lower[place - 1] in BEFORE_YEAR or lower[place - 1] in MONTHS else None
        return None

    def _months_before(self, index: int) -> Hit:
        """Read "for the five months", "in the two-month period": as many that were named before."""
        at = index + 2
        at += self.word(at) in DASHES
        if self.word(at) not in ("month", "months", "mths") or self.word(index - 1) not in OF_STRETCH:
            return None
        at += 1
        is_period = self.word(at) == "period"
        after = self.word(at + is_period)
        if (self.word(at - 1) == "month" and not is_period) or after in GOING_ON or after[:1].isdecimal():
            return None
        return at + is_period, Shape("back", unit="months")

    def _turn(self, index: int) -> Hit:
        if (
            self.word(index + 1) == "of"
            and self.word(index + 2) == "the"
            and self.word(index + 3) in ("century", "year", "millennium")
        ):
            return index + 4, Shape("name")
        return None
