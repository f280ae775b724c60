"""Findings in words: numbers as an article would print them, filled into a check's own sentence.

A check returns `message` and `formula` as text with names of its columns in braces, and these columns.
Words are so made for what was found alone: made by the query, they take longer to plan than all the rest.

| in the text | stands for |
|---|---|
| `{quote}` | a column's text; a number as it would be printed |
| `{part.quote}` | a field of a column that is a struct |
| `{total:range}` | `total_low` and `total_high`, divided by the column `factor` |
| `{total:ratio}` | the same, undivided: a number of times |
| `{total:percent}` | the same in percent of one |
| `{total:change}` | the same, said as a rise or a fall |
| `{numbers:sum}` | a list of structs with `value`, `low` and `high`, divided by `factor`: "97,000 + 68,000" |
| `{numbers:as_percent}` | the same in percent of one |
| `{unit:unit}` | a unit after its number |
"""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from math import floor, inf, isinf, log10
from typing import Any

PLACEHOLDER = re.compile(r"\{([a-z_.]+)(?::([a-z_]+))?\}")
CERTAINTIES = {
    "contradiction": "The words of these figures exclude each other.",
    "tension": "Only a strained reading of the words reconciles these figures.",
    "note": "Worth knowing; nothing here need be wrong.",
}
# So many digits behind the point are read as easily as the zeros that they spare.
SCALED_DECIMALS = 2
SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
SAME = (
    "percent aircraft spacecraft staff horsepower hertz kilohertz megahertz gigahertz lux yen yuan series "
    "species times"
)
PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "foot": "feet",
    "life": "lives",
}
PLURALS |= {word: word for word in SAME.split()}


def fill(text: str, row: Mapping[str, Any]) -> str:
    """Return `text` with the names in braces replaced by what `row` has for them.

    Raises:
        KeyError: a name that is no column, or a form that does not exist.

    >>> fill("{part:range} of {whole}{unit:unit}",
    ...      {"part_low": 0.5, "part_high": 2000.0, "whole": 7.0, "unit": "person"})
    '0.5 to 2,000 of 7 people'
    """
    said, *rest = _pieces(text)
    for name, form, literal in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        said += _filled(name, form, row) + literal
    return said


# A check says one sentence, or one of a few, thousands of times.
@lru_cache(maxsize=256)
def _pieces(text: str) -> list[str]:
    """Return literal, name, form, literal, ...: what stands between the names in braces, and these."""
    return PLACEHOLDER.split(text)


def _filled(name: str, form: str | None, row: Mapping[str, Any]) -> str:
    factor = row.get("factor") or 1.0
    match form:
        case None:
            return _plain(_value(name, row))
        case "unit":
            return unit_words(_value(name, row))
        case "range":
            return range_words(*_ends(name, row, factor))
        case "ratio":
            return range_words(*_ends(name, row, 1.0))
        case "percent":
            return range_words(*_ends(name, row, 0.01)) + "%"
        case "change":
            return change_words(*_ends(name, row, 0.01))
        case "sum":
            return sum_words(_value(name, row), factor)
        case "as_percent":
            return sum_words(_value(name, row), 0.01)
    raise KeyError(form)


def _value(name: str, row: Mapping[str, Any]) -> Any:
    value: Any = row
    for part in name.split("."):
        value = value[part]
    return value


def _ends(name: str, row: Mapping[str, Any], factor: float) -> tuple[float, float]:
    return _value(f"{name}_low", row) / factor, _value(f"{name}_high", row) / factor


def _plain(value: object) -> str:
    return value if isinstance(value, str) else str(value) if isinstance(value, date) else number_words(value)


def number_words(value: Any) -> str:
    """Return a number without losing what matters; an open bound is "any", NULL is "?".

    >>> [number_words(value) for value in (1234.5, 12.345, 2.56e9, 1234567.0, 0.00012, float("inf"), None)]
    ['1,234', '12.35', '2.56 billion', '1,234,567', '0.00012', 'any', '?']
    """
    if value is None:
        return "?"
    number = float(value)
    size = abs(number)
    if isinf(number):
        return "any"
    if size >= 1e15 or 0 < size < 1e-3:
        return f"{number:.4g}"
    for scale, name in SCALES:
        if size >= scale and round(number / scale, SCALED_DECIMALS) * scale == number:
            return f"{number / scale:,.{SCALED_DECIMALS}f}".rstrip("0").rstrip(".") + f" {name}"
    if number == round(number) or size >= 1000:
        return f"{number:,.0f}"
    return f"{number:.1f}" if size >= 100 else f"{number:.2f}" if size >= 1 else f"{number:.3g}"


def range_words(low: float | None, high: float | None) -> str:
    """Return an interval in words; an open end is None or infinite.

    >>> range_words(3.0, None), range_words(0.5, 2000.0), range_words(7.0, 7.0)
    ('at least 3', '0.5 to 2,000', '7')
    >>> range_words(22379880.0, 22536433.0), range_words(999000.0, 2500000.0)
    ('22.38 to 22.54 million', '999,000 to 2.5 million')
    """
    least = -inf if low is None else low
    most = inf if high is None else high
    if isinf(least):
        return "any value" if isinf(most) else f"at most {number_words(most)}"
    if isinf(most):
        return f"at least {number_words(least)}"
    return _scaled_range(least, most) or _plain_range(number_words(least), number_words(most))


def _plain_range(*ends: str) -> str:
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _scaled_range(low: float, high: float) -> str | None:
    """Return an interval of large numbers with as many digits as tell its ends apart, or None."""
    for scale, name in SCALES:
        if low >= scale and low < high < 1e15:
            digits = max(0, 1 - floor(log10((high - low) / scale)))
            ends = [f"{end / scale:,.{digits}f}" for end in (low, high)]
            if "." in ends[0]:
                ends = [end.rstrip("0").rstrip(".") for end in ends]
            return f"{_plain_range(*ends)} {name}"
    return None


def change_words(low: float, high: float) -> str:
    """Return a change in percent in words.

    >>> change_words(2.0, 3.0), change_words(-19.4, -18.8), change_words(-1.0, 1.0)
    ('a rise of 2 to 3%', 'a fall of 18.80 to 19.40%', 'a change of -1 to 1%')
    """
    if low > 0:
        return f"a rise of {range_words(low, high)}%"
    if high < 0:
        return f"a fall of {range_words(-high, -low)}%"
    return f"a change of {range_words(low, high)}%"


def sum_words(numbers: list[dict[str, float | None]], factor: float) -> str:
    """Return the numbers of a role as a sum; one that the text gives as a range stands in brackets."""
    return " + ".join(_addend(number, factor) for number in numbers)


def _addend(number: Mapping[str, Any], factor: float) -> str:
    if number["value"] is not None:
        return number_words(number["value"] / factor)
    return f"({range_words(number['low'] / factor, number['high'] / factor)})"


def unit_words(unit: str | None, *, is_one: bool = False) -> str:
    """Return a figure's unit as it stands after its number; a plain number has none.

    >>> [unit_words(unit) for unit in ("percent", "fraction", "EUR", "person", "city", "box", "car")]
    ['%', '', ' EUR', ' people', ' cities', ' boxes', ' cars']
    """
    if unit in (None, "fraction", "1"):
        return ""
    if unit == "percent":
        return "%"
    return f" {unit if is_one else plural(unit)}"


def plural(unit: str) -> str:
    """Return a unit or counted noun, which the warehouse has in the singular, as it stands after a number.

    Codes and symbols ("EUR", "kg", "kg/km") stay as they are.

    >>> plural("person"), plural("square foot"), plural("kilometre per hour"), plural("EUR per tonne")
    ('people', 'square feet', 'kilometres per hour', 'EUR per tonne')
    >>> plural("times")
    'times'
    """
    counted, per, base = unit.partition(" per ")
    head = counted.rsplit(" ", 1)[-1]
    if not (head.isalpha() and head.islower() and len(head) > 2):
        return unit
    if head in PLURALS:
        many = PLURALS[head]
    elif head.endswith("y") and head[-2] not in "aeiou":
        many = head[:-1] + "ies"
    else:
        many = head + ("es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return counted[: len(counted) - len(head)] + many + per + base
