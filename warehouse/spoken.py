"""Findings in words: numbers as an article would print them, filled into a check's own sentence.

A check returns `message` and `formula` as text with names of its columns in braces, and these columns.
Words are so made for what was found alone: made by the query, they take longer to plan than all the rest.

| in the text | stands for |
|---|---|
| `{quote}` | a column's text; a number as it would be printed |
| `{part.quote}` | a field of a column that is a struct |
| `{total:range}` | `total_low` and `total_high`, divided by the column `factor` |
| `{total:percent}` | the same in percent of one |
| `{numbers:sum}` | a list of structs with `value`, `low` and `high`, divided by `factor`: "97,000 + 68,000" |
| `{numbers:as_percent}` | the same in percent of one |
| `{unit:unit}` | a unit after its number |
"""

import re
from collections.abc import Mapping
from datetime import date
from math import isinf
from typing import Any

PLACEHOLDER = re.compile(r"\{([a-z_.]+)(?::([a-z_]+))?\}")
# How a noun ends that takes -es in the plural.
SIBILANT = re.compile(r"(s|x|ch|sh)$")


def fill(text: str, row: Mapping[str, Any]) -> str:
    """Return `text` with the names in braces replaced by what `row` has for them.

    Raises:
        KeyError: a name that is no column, or a form that does not exist.

    >>> fill("{part:range} of {whole}{unit:unit}",
    ...      {"part_low": 0.5, "part_high": 2000.0, "whole": 7.0, "unit": "person"})
    '0.5 to 2,000 of 7 people'
    """
    return PLACEHOLDER.sub(lambda match: _filled(match[1], match[2], row), text)


def _filled(name: str, form: str | None, row: Mapping[str, Any]) -> str:
    factor = row.get("factor") or 1.0
    match form:
        case None:
            return _plain(_value(name, row))
        case "unit":
            return unit_words(_value(name, row))
        case "range":
            return range_words(*_ends(name, row, factor))
        case "percent":
            return range_words(*_ends(name, row, 0.01)) + "%"
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

    >>> [number_words(value) for value in (1234.5, 12.345, 0.00012, float("inf"), None)]
    ['1,234', '12.35', '0.00012', 'any', '?']
    """
    if value is None:
        return "?"
    number = float(value)
    size = abs(number)
    if isinf(number):
        return "any"
    if size >= 1e15 or 0 < size < 1e-3:
        return f"{number:.4g}"
    if number == round(number) or size >= 1000:
        return f"{number:,.0f}"
    return f"{number:.1f}" if size >= 100 else f"{number:.2f}" if size >= 1 else f"{number:.3g}"


def range_words(low: float, high: float) -> str:
    """Return an interval in words.

    >>> range_words(3.0, float("inf"))
    'at least 3'
    """
    ends = number_words(low), number_words(high)
    match ends:
        case "any", "any":
            return "any value"
        case "any", _:
            return f"at most {ends[1]}"
        case _, "any":
            return f"at least {ends[0]}"
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def sum_words(numbers: list[dict[str, float | None]], factor: float) -> str:
    """Return the numbers of a role as a sum; one that the text gives as a range stands in brackets."""
    return " + ".join(_addend(number, factor) for number in numbers)


def _addend(number: Mapping[str, Any], factor: float) -> str:
    if number["value"] is not None:
        return number_words(number["value"] / factor)
    return f"({range_words(number['low'] / factor, number['high'] / factor)})"


def unit_words(unit: str | None) -> str:
    """Return a figure's unit after its number, where it has one that reads well.

    >>> [unit_words(unit) for unit in ("percent", "fraction", "EUR", "person", "city", "box", "car")]
    ['%', '', ' EUR', ' people', ' cities', ' boxes', ' cars']
    """
    match unit:
        case None | "fraction" | "1":
            return ""
        case "percent":
            return "%"
        case "person":
            return " people"
    if re.fullmatch(r"[A-Z]{3}.*", unit) or " per " in unit:
        return f" {unit}"
    if SIBILANT.search(unit):
        return f" {unit}es"
    return f" {unit[:-1]}ies" if re.search(r"[^aeiou]y$", unit) else f" {unit}s"
