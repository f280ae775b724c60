"""Results set in lines: "Shr 9 cts vs 8 cts", of the title's quarter, then the same below "Nine mths"."""

from typing import Final

from flows.extraction.dates.calendars import moved_days, shifted
from flows.extraction.dates.date_words import NUMBERS
from flows.extraction.periods.period_context import Period

YEAR: Final = 12
# Months that results add up to beside a quarter, and what they are called where no number tells it.
SUMS: Final = frozenset((6, 9, YEAR))
REPORTED: Final = SUMS | {3}
NAMES: Final = {("year",): YEAR, ("1st", "half"): 6, ("first", "half"): 6}
# What the lines end with.
NOTES: Final = frozenset(("note", "notes"))
MONTHS: Final = frozenset(("mths", "months"))


def headed_period(words: list[str], reported: Period | None) -> Period | None:
    """Return the period of the lines below a heading that only tells how many months they add up.

    They end with what was reported before: the nine months with the third quarter.
    """
    months = NAMES.get(tuple(words))
    if months is None and len(words) == 2 and words[1] in MONTHS:
        months = int(words[0]) if words[0].isdecimal() else NUMBERS.get(words[0])
    if months not in SUMS or reported is None or reported.length() not in REPORTED:
        return None
    start = shifted(reported.end, -months)
    return Period(start and moved_days(start, 1), reported.end, reported.basis)
