"""Numbers, intervals, days and strange characters as people read them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
# Beyond it a number is written in powers of ten.
LARGEST = 1e16
SHORTEST_MONTH = 28

# They reorder what surrounds them: a figure would be shown with its digits turned round. The marks U+200E, U+200F
# and U+061C only tell a neighbour its direction, and right-to-left text needs them.
REORDERING = (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069)
CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))
SHOWN = {mark: f"⟨U+{mark:04X}⟩" for mark in (*REORDERING, *CONTROLS)} | {
    surrogate: "\ufffd" for surrogate in range(0xD800, 0xE000)
}


def visible(value: Any) -> Any:
    """Return text with the characters shown that would reorder or garble a page; other values as they are.

    >>> visible("5\\u202e21 million")
    '5⟨U+202E⟩21 million'
    """
    if type(value) is not str or value.isascii() and value.isprintable():
        return value
    return value.translate(SHOWN)


def number(value: float) -> str:
    """Return a number with as many digits as a reader needs.

    >>> number(482_600_000), number(27.6795), number(0.1 + 0.2)
    ('482.6 million', '27.68', '0.3')
    """
    return interval(value, value)


def interval(low: float | None, high: float | None, unit: str | None = None) -> str:
    """Return an interval in words; an open end is None.

    Both ends share one scale and as many digits as tell them apart.

    >>> interval(482_550_000, 482_650_000, "EUR"), interval(300, None), interval(17.5, 18.5, "percent")
    ('482.55–482.65 million EUR', 'at least 300', '17.5–18.5%')
    """
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return "any value"
    largest = max(abs(end) for end in ends)
    divisor, word = next(((size, name) for size, name in SCALES if size <= largest < LARGEST), (1.0, ""))
    shown = [_digits(end / divisor, ends[-1] - ends[0] if len(ends) == 2 else 0.0, divisor) for end in ends]
    words = word + _unit(unit)
    if low is None:
        return f"at most {shown[0]}{words}"
    if high is None:
        return f"at least {shown[0]}{words}"
    if shown[0] == shown[1]:
        return shown[0] + words
    # A minus sign beside a dash reads as another number.
    between = " to " if ends[0] < 0 or ends[1] < 0 else "–"
    return f"{shown[0]}{between}{shown[1]}{words}"


def _digits(value: float, width: float, divisor: float) -> str:
    if abs(value) >= LARGEST:
        return f"{value:.4g}"
    # Four digits, or as many as it takes to see the width of the interval.
    digits = 4
    while digits < 12 and width and float(f"{value:.{digits}g}") * divisor != 0:
        if abs(float(f"{value:.{digits}g}") - value) * divisor <= abs(width) / 50:
            break
        digits += 1
    if 1000 <= abs(value) < LARGEST and float(f"{value:.{digits}g}") != value:
        digits = max(digits, len(f"{abs(value):.0f}"))
    rounded = float(f"{value:.{digits}g}") + 0.0
    if rounded.is_integer():
        return _minus(f"{rounded:,.0f}")
    if abs(rounded) < 1e-4:
        return _minus(f"{rounded:.{min(digits, 4)}g}")
    decimals = max(digits - 1 - _magnitude(rounded), 0)
    whole, _, part = f"{rounded:,.{decimals}f}".partition(".")
    return _minus(f"{whole}.{part.rstrip('0')}".rstrip("."))


def _magnitude(value: float) -> int:
    return int(f"{abs(value):e}".partition("e")[2])


def _minus(text: str) -> str:
    return text.replace("-", "−")


def _unit(unit: str | None) -> str:
    if unit == "percent":
        return "%"
    # Fractions are numbers of 1, which need no unit.
    return f" {unit}" if unit and unit != "fraction" else ""


def day(when: date) -> str:
    """Return a day as in "18 Jul 2024"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def period(start: date | None, end: date | None, is_cumulative: bool = False) -> str:
    """Return a period in as few words as it takes; "" where nothing is known.

    >>> period(date(2024, 1, 1), date(2024, 6, 30)), period(date(2023, 1, 1), date(2023, 12, 31))
    ('Jan–Jun 2024', '2023')
    """
    if end is None:
        return f"from {day(start)}" if start else ""
    if is_cumulative or start is None:
        return f"to {day(end)}"
    if start == end:
        return day(start)
    if start.day != 1 or not _is_month_end(end):
        return _days(start, end)
    if start.year == end.year:
        if (start.month, end.month) == (1, 12):
            return str(start.year)
        first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
        return f"{first} {start.year}" if first == last else f"{first}–{last} {start.year}"
    if (start.month, end.month) == (1, 12):
        return f"{start.year}–{end.year}"
    return f"{MONTHS[start.month - 1]} {start.year} – {MONTHS[end.month - 1]} {end.year}"


def _days(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def _is_month_end(when: date) -> bool:
    return when.day >= SHORTEST_MONTH and (when.toordinal() + 1 - date(when.year, when.month, 1).toordinal()) == (
        _days_in_month(when)
    )


def _days_in_month(when: date) -> int:
    year, month = (when.year + 1, 1) if when.month == 12 else (when.year, when.month + 1)
    # The last month that dates know has no next one.
    return 31 if year > date.max.year else date(year, month, 1).toordinal() - when.replace(day=1).toordinal()


def plain(code: str | None) -> str:
    """Return a code or a check's name in words.

    >>> plain("parts_contradict_total")
    'parts contradict total'
    """
    return (code or "").replace("_", " ").replace("-", " ").strip()


def repair(one: Mapping[str, Any]) -> str:
    """Return what a figure would have to be for a finding to vanish, without the figure itself."""
    words = f"would have to be {interval(one.get('must_be_low'), one.get('must_be_high'), one.get('unit'))}"
    if one.get("slip"):
        words += f"; {one['slip']} would give {number(one['slip_value'])}"
    for other in one.get("equals") or ():
        words += f"; “{other['quote']}”, which is stated too, fits"
    if (one.get("settles") or 1) > 1:
        words += f"; this would settle {one['settles']} findings"
    return words
