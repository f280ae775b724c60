"""Figures for the tests of checks, in words: `total("1.2 million"), parts("700,000", "460,000")`.

The words are read by a small table of its own, so that a fault of the extractor is no fault of a check.
"""

import calendar
import re
from dataclasses import dataclass, field, replace
from math import log10
from typing import Any

MAGNITUDES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
HEDGES = {
    "more than": "more_than",
    "over": "more_than",
    "about": "approximately",
    "an estimated": "approximately",
    "nearly": "nearly",
    "less than": "less_than",
    "at least": "at_least",
    "at most": "at_most",
    "exactly": "exactly",
}
MEASURES = frozenset(
    ("kilometre", "tonne", "kilogram", "mile", "kelvin", "degree Celsius", "degree Fahrenheit")
)
CURRENCIES = {"$": "USD", "£": "GBP", "€": "EUR"}
FRACTIONS = {
    "half": (0.5, 0.415, 0.583),
    "a quarter": (0.25, 0.225, 0.29),
    "one in four": (0.25, 0.225, 0.29),
}


@dataclass(frozen=True)
class Said:
    """One figure as a test states it: a row of `figures`, less its ids and offsets, and its role."""

    quote: str
    columns: dict[str, Any] = field(default_factory=dict)
    role: str = ""


def figure(words: str, **columns: Any) -> Said:
    """Read `words`: [hedge] [currency] number [magnitude] [unit].

    Columns may be given as in the table, and `until="2016-08"` (a running total to then), `during="2015"` or
    `during="2016-01..2016-06"`.
    """
    return Said(words, {**_read(words), **_times(columns)})


def _times(columns: dict[str, Any]) -> dict[str, Any]:
    columns = dict(columns)
    if until := columns.pop("until", None):
        columns |= {"is_cumulative": True, "period_end": _last_day(until)}
    if since := columns.pop("since", None):
        columns["period_start"] = _first_day(since)
    if during := columns.pop("during", None):
        first, _, last = during.partition("..")
        columns |= {"period_start": _first_day(first), "period_end": _last_day(last or first)}
    return columns


def _first_day(text: str) -> str:
    return (text + "-01-01")[: 10 if len(text) >= 10 else None] if len(text) == 4 else (text + "-01")[:10]


def _last_day(text: str) -> str:
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        return f"{text}-{calendar.monthrange(year, month)[1]:02d}"
    return text


def _read(words: str) -> dict[str, Any]:
    if words in FRACTIONS:
        value, low, high = FRACTIONS[words]
        return _columns(value, (low, high), (low, high), "exact", "share", "fraction", 0.0)
    hedge = next((hedge for hedge in HEDGES if words.startswith(hedge + " ")), None)
    rest = words.removeprefix(hedge or "").strip()
    match = re.fullmatch(r"([+-]?)([$£€]?)(\d[\d,]*(?:\.\d+)?)(%| points|(?: \w+)?)(.*)", rest)
    assert match, words
    sign, currency, digits, magnitude, noun = match.groups()
    scale = MAGNITUDES.get(magnitude.strip(), 1.0)
    if scale == 1.0 and magnitude not in ("%", " points"):
        noun = magnitude + noun
    value = float(digits.replace(",", "")) * scale * (-1 if sign == "-" else 1)
    noun = noun.strip()
    kind, unit = "count", noun or None
    if currency:
        kind, unit = "money", CURRENCIES[currency]
    elif magnitude == "%":
        kind, unit = "percent", "percent"
    elif magnitude == " points":
        kind, unit = "percent", "percentage point"
    elif noun in MEASURES:
        kind = "measure"
    g, coarse = _granules(digits, scale, unit, hedge)
    qualifier = HEDGES.get(hedge or "", "exact")
    return _columns(
        value, *_bounds(value, g, coarse, qualifier), qualifier.replace("exactly", "exact"), kind, unit, g
    )


def _granules(digits: str, scale: float, unit: str | None, hedge: str | None) -> tuple[float, float]:
    if hedge == "exactly":
        return 0.0, 0.0
    plain = digits.replace(",", "")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".") if hedge else plain
        g = 10.0 ** -len(plain.partition(".")[2])
    elif unit == "percent":
        return 1.0, 10.0 if plain.endswith("0") else 1.0
    else:
        zeros = len(plain) - len(plain.rstrip("0"))
        g = 10.0**zeros if zeros < len(plain) else 1.0
        if zeros == 0 and scale == 1.0:
            return 0.0, 0.0
    last = plain.rstrip("0").rstrip(".")[-1:]
    return g * scale, g * scale * (5 if last == "5" else 1)


def _bounds(v: float, g: float, coarse: float, qualifier: str) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    g_or_one = g or 10.0 ** int(log10(abs(v) or 1.0))
    coarse = coarse or g_or_one
    match qualifier:
        case "more_than" | "at_least":
            return (v, None), (v, v + coarse)
        case "less_than" | "at_most":
            return (None, v), (v - g_or_one, v)
        case "approximately":
            return (v - coarse, v + coarse), (v - g_or_one / 2, v + g_or_one / 2)
        case "nearly":
            return (v - coarse, v + g_or_one / 2), (v - coarse / 2, v)
    if not g:
        return (v, v), (v, v)
    return (v - coarse / 2, v + max(coarse / 2, g)), (v - g / 2, v + g / 2)


def _columns(
    value: float,
    stated: tuple[Any, Any],
    read: tuple[Any, Any],
    qualifier: str,
    kind: str,
    unit: str | None,
    g: float,
) -> dict[str, Any]:
    return {
        "value": value,
        "stated_low": stated[0],
        "stated_high": stated[1],
        "read_low": read[0],
        "read_high": read[1],
        "qualifier": qualifier,
        "kind": kind,
        "unit": unit,
        "granule": g,
    }


@dataclass(frozen=True)
class Group:
    """Figures of one role, or a part that is not stated (None)."""

    members: tuple[Said | None, ...]
    role: str
    complete: bool = True


def _group(role: str, words: tuple[str | Said | None, ...], complete: bool, columns: dict[str, Any]) -> Group:
    members = []
    for one in words:
        said = figure(one, **columns) if isinstance(one, str) else one
        members.append(replace(said, role=role) if said is not None else None)
    return Group(tuple(members), role, complete)


def total(*words: str | Said, **columns: Any) -> Group:
    return _group("total", words, True, columns)


def parts(*words: str | Said | None, **columns: Any) -> Group:
    """All parts of a whole; None is one that the text names and does not count."""
    return _group("part", words, True, columns)


def some_parts(*words: str | Said | None, **columns: Any) -> Group:
    """Parts of a whole that need not be all."""
    return _group("part", words, False, columns)


def role(name: str, *words: str | Said, **columns: Any) -> Group:
    """Figures of a link, by role: share, base, growth, new, old, greater, lesser, from, to, ..."""
    return _group(name, words, True, columns)


@dataclass(frozen=True)
class Items:
    """Named items of an enumeration."""

    names: tuple[str, ...]
    complete: bool = True


def items(*names: str, complete: bool = True) -> Items:
    return Items(names, complete)
