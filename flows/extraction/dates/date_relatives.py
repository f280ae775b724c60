"""Dates relative to the publication, or to another period."""

from typing import Final

from flows.extraction.dates.calendar_shapes import Shape
from flows.extraction.dates.date_parts import SMALL_UNITS_PLURAL, YearParts
from flows.extraction.dates.date_tokens import Hit
from flows.extraction.dates.date_words import (
    DASHES,
    LASTING,
    MONTHS,
    NUMBERS,
    ORDINALS,
    RELATIVE,
    SAME_UNITS,
    SEASONS,
    STARTERS,
    UNIT_DAYS,
    UNIT_MONTHS,
    UNITS,
    WEEKDAYS,
)

# Months that "the last months of 2015" are taken for, as "late 2015" is.
A_FEW: Final = 3
# Months of what results cover.
WHOLE: Final = frozenset((3, 6, 9))
EARLIER: Final = frozenset(("previous", "prior", "preceding"))


# Before "the last year" these make it the twelve months that are just over.
STRETCHING: Final = frozenset(("in", "over", "during", "for", "within"))


class RelativeDates(YearParts):
    """Dates relative to the publication, or to another period."""

    def _year_end(self, index: int) -> Hit:
        """Read "last three months of 2011", "the last quarter of last year"."""
        count = self._number(index + 1)
        unit = UNITS.get(self.word(index + 1 + (count is not None)))
        length = (count or 1) * UNIT_MONTHS.get(unit or "", 0)
        if count is None and self.word(index + 1) == "months":
            length = A_FEW
        if not 0 < length < 12 or self.word(index + 2 + (count is not None)) not in ("of", "in"):
            return None
        end, year, fiscal = self._year_slot(index + 2 + (count is not None))
        return (end, Shape("part", year, 12 - length, 11, fiscal)) if year is not None else None

    def _relative(self, index: int) -> Hit:
        word = self.lower[index]
        by = RELATIVE[word]
        at = index + 1
        # "The prior-year quarter"
        at += self.word(at) in DASHES and self.word(at + 1) == "year" and word in EARLIER
        following = self.word(at)
        if word == "this" and [self.word(step) for step in range(at, at + 3)] == ["time", "last", "year"]:
            return at + 3, Shape("comparison", None, 12)
        if word == "last":
            hit = self._year_end(index)
            if hit is not None:
                return hit
        if following in MONTHS and self.words[at][0].isupper() and word in ("last", "this", "next"):
            hit = self._month(at) if following != "may" else (at + 1, Shape("months", None, 4, 4))
            if hit is not None and hit[1].year is None and word == "next":
                return hit[0], Shape("next", inner=hit[1])
            return hit
        if following in WEEKDAYS and self.words[at][0].isupper():
            return at + 1, Shape("weekday", by, WEEKDAYS[following])
        if following in SEASONS:
            return at + 1, Shape("months", by, *SEASONS[following])
        if following in ("fiscal", "financial", "business", "accounting") and self.word(at + 1) == "year":
            ended = self._ended(at + 2, 12, "month", 12)
            if ended is not None:
                return ended
            if word in EARLIER:
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
        if following == "weekend":
            return at + 1, Shape("weekend", first=by) if word in ("last", "this") else Shape("span")
        if following in ("morning", "afternoon"):
            return at + 1, Shape("relative", first=0, unit="day")
        if following in ("period", "corresponding") and word in EARLIER:
            return at + 1, Shape("comparison", None, 12)
        if word in EARLIER and following in ORDINALS and self.word(at + 1) in ("quarter", "half"):
            # "The prior first quarter"
            return at + 2, Shape("comparison", None, 12)
        if following == "session" and by < 0:
            return at + 1, Shape("sessions", first=1)
        count = self._number(at)
        if count is None:
            return self._plural_past(at)
        if count and by < 0 and self.word(at + 1 + (self.word(at + 1) == "trading")) == "sessions":
            return at + 2 + (self.word(at + 1) == "trading"), Shape("sessions", first=count)
        if word == "last" and self.word(index - 1) in LASTING:
            return None
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
        if word in EARLIER and count and unit == "quarter":
            return at + 1, Shape("span")
        if word in EARLIER and count and count * UNIT_MONTHS.get(unit, 0) in WHOLE:
            # "The prior three months", "the previous six-month period"
            end = at + 1 + (self.word(at + 1) == "period")
            return end, Shape("comparison", None, count * UNIT_MONTHS[unit])
        if word in EARLIER and count and unit in UNIT_MONTHS:
            return at + 1, Shape("past", None, -2, count * UNIT_MONTHS[unit], "month")
        if unit in UNIT_MONTHS:
            return at + 1, Shape("past", None, by or -1, count * UNIT_MONTHS[unit], "month")
        return at + 1, Shape("past", None, by or -1, count, unit)

    def _plural_past(self, at: int) -> Hit:
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
        if word in EARLIER:
            if self.word(end) in DASHES and self.word(end + 1) in (
                "quarter",
                "month",
                "half",
                "period",
                "year",
            ):
                end += 2
            owned = end + (self.word(end) == "'s")
            if unit == "year" and self.word(owned) in ("quarter", "month", "half", "period"):
                # "The prior year's quarter"
                end = owned + 1
            months = UNIT_MONTHS.get(unit, 0)
            return end, Shape("comparison", None, months)
        if word == "following":
            return end, Shape("comparison", None, -UNIT_MONTHS.get(unit, 0))
        if unit == "year" and word != "past":
            if word == "this" and self.word(end) in ("to", "through"):
                until = self._atom(self._article(end + 1))
                if until is not None and until[1].kind in ("weekday", "day", "months"):
                    return until[0], Shape("range", inner=Shape("year", 0), other=until[1])
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
            if word == "last" and self._lasts(at):
                return end, Shape("past", None, -1, UNIT_MONTHS["year"], "month")
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

    def _lasts(self, at: int) -> bool:
        """Whether "the last year" is a stretch: "in the last year", not "in the last year of"."""
        is_stretch = self.word(at - 2) == "the" and self.word(at - 3) in STRETCHING
        return is_stretch and self.word(at + 1) not in ("of", "'s", "’s")

    def _same_period(self, index: int) -> Hit:
        """Read "the same period last year", "the corresponding quarter of 2006"."""
        at = index + 1
        word = self.word(at)
        if word == "year" and self.word(at + 1) in DASHES:
            back = self._ago(at)
            if back is not None:
                # "The comparable year-earlier period"
                return back
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
        if word in NUMBERS or word.isdecimal():
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
        if self.word(end) in ORDINALS and self.word(end + 1) in ("quarter", "half"):
            # "The year-ago first quarter"
            return end + 2, Shape("comparison", None, UNIT_MONTHS.get(unit, 0))
        if self.word(end) in ("period", "quarter", "month", "level", "levels", "figure", "figures", "half"):
            end += self.word(end) in ("period", "quarter", "month", "half")
        return end, Shape("comparison", None, UNIT_MONTHS.get(unit, 0))
