"""Numbers, intervals, days and strange characters as people read them."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import floor, log10
from typing import Any

from warehouse.spoken import unit_words

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
# Beyond it a number is written in powers of ten.
LARGEST, SMALLEST = 1e16, 1e-4
MOST_DECIMALS = 12
POINT_DIGITS = 6
# They reorder what surrounds them: a figure would be shown with its digits turned round. The marks U+200E,
# U+200F and U+061C only tell a neighbour its direction, and right-to-left text needs them.
REORDERING = (0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069)
CONTROLS = (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))
SHOWN: dict[int, str] = {mark: f"⟨U+{mark:04X}⟩" for mark in (*REORDERING, *CONTROLS)}
# Halves of characters, which no file can hold.
SHOWN |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def visible(value: Any) -> Any:
    r"""Return text with the characters shown that would reorder or garble a page; other values as they are.

    >>> visible("5\u202e21 million")
    '5⟨U+202E⟩21 million'
    """
    if type(value) is not str or (value.isascii() and value.isprintable()):
        return value
    return value.translate(SHOWN)


def number(value: float) -> str:
    """Return a number with the digits that a reader needs.

    >>> number(482_600_000), number(27.6795), number(2_012_148)
    ('482.6 million', '27.6795', '2,012,148')
    """
    return interval(value, value)


def interval(low: float | None, high: float | None, unit: str | None = None) -> str:
    """Return an interval in words; an open end is None.

    Both ends share one scale, and have the digits that show how wide it is.

    >>> interval(482_550_000, 482_650_000, "EUR"), interval(300, None), interval(17.5, 18.5, "percent")
    ('482.55–482.65 million EUR', 'at least 300', '17.5–18.5%')
    """
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        return "any value"
    width = ends[-1] - ends[0]
    divisor, word = _scale(ends, width)
    shown = [_digits(end / divisor, abs(width / divisor)) for end in ends]
    words = word + unit_words(unit, is_one=ends == [1] * len(ends))
    if low is None:
        return f"at most {shown[0]}{words}"
    if high is None:
        return f"at least {shown[0]}{words}"
    if shown[0] == shown[1]:
        return shown[0] + words
    # A minus sign beside a dash reads as another number.
    between = " to " if "−" in shown[0] + shown[1] else "–"
    return f"{shown[0]}{between}{shown[1]}{words}"


def _scale(ends: list[float], width: float) -> tuple[float, str]:
    largest = max(abs(end) for end in ends)
    for size, word in SCALES:
        if size <= largest < LARGEST:
            # An exact number stays exact.
            if not width and float(f"{ends[0]:.{POINT_DIGITS}g}") != ends[0]:
                break
            return size, word
    return 1.0, ""


def _digits(value: float, width: float) -> str:
    """Return a number with three digits of `width` shown; without a width, with a few digits."""
    if value and not SMALLEST <= abs(value) < LARGEST:
        return _minus(f"{value:.4g}")
    if width:
        decimals = min(max(2 - floor(log10(width)), 0), MOST_DECIMALS)
    elif value == round(value):
        decimals = 0
    else:
        decimals = max(POINT_DIGITS - 1 - floor(log10(abs(value))), 2)
    # Adding 0 turns -0.0 into 0.0.
    text = f"{round(value, decimals) + 0.0:,.{decimals}f}"
    return _minus(text.rstrip("0").rstrip(".") if "." in text else text)


def _minus(text: str) -> str:
    return text.replace("-", "−")


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
    return when == date.max or (when + timedelta(days=1)).day == 1


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
