"""The sources of a project, `[[sources]]`, and how the web is asked, `[http]`, as its settings say."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import timedelta
from pathlib import Path
from typing import Any

from flows.sources.politeness import Politeness
from flows.sources.source import STORES, WEB, Source

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
DURATION = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*([smhd])")
# What a person calls a kind of file; the reader is found by its ending.
KINDS = {
    "feed": ".xml",
    "page": ".html",
    "text": ".txt",
    "jsonl": ".jsonl",
    "json": ".json",
    "csv": ".csv",
    "parquet": ".parquet",
    "warc": ".warc",
}
# The fields of a record; `flows.sources.records` reads them.
COLUMNS = ("id", "source", "publisher", "title", "published", "url", "text")
NAMES = ("name", "from", "publisher", "licence", "kind", "every", "follow", "pause", "columns", "storage")


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source of the settings.

    Attributes:
        name: by which a run can be told to read it.
        sources: the places where it is.
        every: it is not read sooner after it was read; None: by every run.
    """

    name: str
    sources: tuple[Source, ...]
    every: timedelta | None = None


class SettingError(ValueError):
    """A setting that cannot be used: which, what it is, what is expected."""


def seconds_of(name: str, value: object) -> float:
    """Return a duration in seconds: a number of seconds, or "90s", "30m", "6h", "1d".

    >>> seconds_of("pause", "2m"), seconds_of("pause", 0.5)
    (120.0, 0.5)
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1e7:
        return float(value)
    match = DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise SettingError(f'{name} is {value!r}; expected a duration like "2s", "30m" or "6h"')
    return float(match[1]) * UNITS[match[2]]


def politeness_of(value: object) -> Politeness:
    """Return the settings of `[http]`.

    Raises:
        SettingError: one is unknown or of the wrong kind.
    """
    table = _table("http", value, [one.name for one in fields(Politeness)])
    said: dict[str, Any] = {}
    for name, given in table.items():
        where = f"http.{name}"
        if name in ("pause", "deadline"):
            said[name] = seconds_of(where, given)
        elif name == "contact":
            said[name] = _contact(where, given)
        elif name == "max_bytes":
            said[name] = _of(where, given, int, "a whole number", lambda number: number > 0)
        else:
            said[name] = _of(where, given, bool, "true or false")
    if said.get("deadline") == 0:
        raise SettingError("http.deadline is 0; nothing is fetched in no time")
    return Politeness(**said)


def sources_of(value: object, folder: Path) -> tuple[NamedSource, ...]:
    """Return the sources of `[[sources]]`; paths are relative to `folder`.

    Raises:
        SettingError: one has no name or place, a name of another one, or a setting that is none.
    """
    if not isinstance(value, list):
        raise SettingError(f"sources is {value!r}; expected tables, as [[sources]]")
    found = [_source(number, one, folder) for number, one in enumerate(value, 1)]
    names = [one.name for one in found]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise SettingError(f"sources: several are called {twice[0]!r}")
    return tuple(found)


def _source(number: int, value: object, folder: Path) -> NamedSource:
    table = _table(f"sources, number {number}", value, NAMES)
    name = _of(f"sources, number {number}: name", table.get("name"), str, "a name in quotes", bool)
    where = f"sources: {name}"
    places = table.get("from")
    places = [places] if isinstance(places, str) else places
    if not isinstance(places, list) or not places or not all(isinstance(one, str) and one for one in places):
        raise SettingError(
            f"{where}: from is {places!r}; expected a path or an address in quotes, or several in []"
        )
    said = {
        "name": name,
        "publisher": _word(where, table, "publisher"),
        "licence": _word(where, table, "licence"),
        "kind": _kind(where, table.get("kind")),
        "follow": _of(f"{where}: follow", table.get("follow", False), bool, "true or false"),
        "pause": seconds_of(f"{where}: pause", table["pause"]) if "pause" in table else None,
        "columns": names_of(f"{where}: columns", table.get("columns", {}), COLUMNS),
        "storage": _table(f"{where}: storage", table.get("storage", {}), None),
    }
    every = timedelta(seconds=seconds_of(f"{where}: every", table["every"])) if "every" in table else None
    return NamedSource(name, tuple(Source(_placed(one, folder, where), **said) for one in places), every)


def _placed(place: str, folder: Path, where: str) -> str:
    source = Source(place)
    if source.scheme is None:
        return str(folder / Path(place).expanduser())
    if source.scheme not in (*WEB, *STORES):
        known = ", ".join(f"{scheme}://" for scheme in (*WEB, *STORES))
        raise SettingError(f"{where}: nothing reads {source.scheme}://; known are paths and {known}")
    return place


def names_of(where: str, value: object, known: Sequence[str]) -> Mapping[str, str]:
    """Return a table of texts whose keys are `known`.

    Raises:
        SettingError: a key is unknown, or a text is none.
    """
    table = _table(where, value, known)
    for key, name in table.items():
        _of(f"{where}.{key}", name, str, "a text in quotes", bool)
    return table


def _kind(where: str, value: object) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str) or value not in KINDS:
        raise SettingError(f"{where}: kind is {value!r}; expected one of {', '.join(KINDS)}")
    return KINDS[value]


def _contact(where: str, value: object) -> str:
    contact: str = _of(where, value, str, "an address or page in quotes", bool)
    if not contact.isascii() or not contact.isprintable():
        raise SettingError(f"{where} is {value!r}; it is sent in a header, so it must be plain ASCII")
    return contact


def _word(where: str, table: Mapping[str, Any], name: str) -> str | None:
    return _of(f"{where}: {name}", table[name], str, "words in quotes", bool) if name in table else None


def _table(where: str, value: object, known: Sequence[str] | None) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingError(f"{where} is {value!r}; expected a table")
    for name in value:
        if known is not None and name not in known:
            raise SettingError(f"{where}: unknown field {name!r}; known are {', '.join(known)}")
    return value


def _of(
    where: str, value: Any, kind: type, expected: str, is_fine: Callable[[Any], bool] | None = None
) -> Any:
    if (
        not isinstance(value, kind)
        or (kind is int and isinstance(value, bool))
        or (is_fine and not is_fine(value))
    ):
        raise SettingError(f"{where} is {value!r}; expected {expected}")
    return value
