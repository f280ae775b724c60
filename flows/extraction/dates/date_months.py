"""Dates that begin with the name of a month."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Shape
from flows.extraction.dates.date_digits import DigitDates
from flows.extraction.dates.date_tokens import Hit
from flows.extraction.dates.date_words import COUNTED, DASHES, MONTHS, ORDINAL_ENDINGS, UNIT_MONTHS, bag

BEFORE_MAY: Final = bag(
    """in since last of by through until from this next early late mid - – for to and during between till
    before after than on ended ending ends both and , ("""
)
A_YEAR: Final = frozenset(("a", "one", "year"))


class MonthDates(DigitDates):
    """Dates that begin with the name of a month."""

    def _month(self, index: int) -> Hit:
        if not self.words[index][0].isupper():
            return None
        word = self.lower[index]
        month = MONTHS[word]
        at = self._after_month(index)
        following = self.word(at)
        if not self._is_month(index, word, following):
            return None
        if following.isdecimal() and len(following) <= 2 and 1 <= int(following) <= 31:
            hit = self._month_day(at, month)
            if hit is not None:
                return hit
        if following in DASHES or following in ("to", "through", "until"):
            second = at + 1
            if self.word(second) == "to" and self.word(second + 1) in DASHES:
                # "The October-to-December period"
                second += 2
            if self.word(second) in MONTHS and self.words[second][0].isupper():
                end, year, _ = self._year_slot(self._after_month(second))
                last = MONTHS[self.lower[second]]
                if last >= month:
                    return end, Shape("months", year, month, last)
                begin = Shape("months", year - 1 if year is not None else None, month, month)
                return end, Shape("range", inner=begin, other=Shape("months", year, last, last))
        if following == "end" or (following in DASHES and self.word(at + 1) == "end"):
            inner = Shape("months", None, month, month)
            return at + 1 + (following in DASHES), Shape("edge", unit="end", inner=inner)
        if following in ("quarter", "half") and self.word(at + 1) not in DASHES:
            # The Australian way: "the June quarter" is that which ends in June.
            end, year, _ = self._year_slot(at + 1)
            inner = Shape("months", year, month, month)
            return end, Shape("ended", first=UNIT_MONTHS[following], unit="month", inner=inner)
        end, year, _ = self._year_slot(at)
        if year is not None and self.word(end) == "quarter":
            # "The June 1986 quarter"
            inner = Shape("months", year, month, month)
            return end + 1, Shape("ended", first=UNIT_MONTHS["quarter"], unit="month", inner=inner)
        if year is None and following in ("and", "or", ","):
            # "in January and February 2016": the year belongs to both.
            second = at + 1
            if self.word(second) in MONTHS and self.words[second][0].isupper():
                _, year, _ = self._year_slot(self._after_month(second))
        shape = Shape("months", year, month, month)
        ago = self._ago(end) if year is None and self.word(end) in A_YEAR else None
        if ago is not None and ago[1].first == UNIT_MONTHS["year"]:
            # "In October a year ago"
            return ago[0], Shape("earlier", first=ago[1].first, inner=shape)
        return end, shape

    def _ago(self, index: int) -> Hit:
        """Read "a year ago": what is told relative to another date."""
        raise NotImplementedError

    def _is_month(self, index: int, word: str, following: str) -> bool:
        if word not in ("may", "march", "mar", "august", "dec", "sep", "jun"):
            return True
        if following.isdecimal() and len(following) in (1, 2, 4):
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
        after = self.word(end + 1)
        if following in COUNTED or (
            following in ("%", "-")
            and self.document.joined(end)
            and after[:1].isalpha()
            and after not in MONTHS
        ):
            return None
        last = day
        if (following in DASHES or following in ("to", "and", "through")) and self.word(end + 1).isdecimal():
            second = int(self.word(end + 1)) if len(self.word(end + 1)) <= 2 else 0
            if day <= second <= 31 and self.word(end + 2) not in COUNTED | {"%"}:
                last, end = second, end + 2
        end, year, _ = self._year_slot(end)
        return end, Shape("day", year, day, last, month=month)
