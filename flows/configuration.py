"""Settings of a project: `crossfoot.toml` of this folder, or `[tool.crossfoot]` in its `pyproject.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from flows.source_settings import COLUMNS, NamedSource, SettingError, names_of, politeness_of, sources_of
from flows.sources.politeness import Politeness

FILE = "crossfoot.toml"
SHARED = "pyproject.toml"
NOTIFY = ("webhook", "block")
FAIL_ON = ("contradiction", "tension")


class ConfigurationError(ValueError):
    """A setting that cannot be used: says which file, which setting, what is expected."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings; every one has a default, so that no file is needed.

    Attributes:
        warehouse: the DuckDB file that runs publish to.
        reference: folder of CSVs whose rows come on top of the shipped reference data.
        checks: folder of `.sql` checks that run besides the shipped ones.
        acceptances: CSV of accepted findings, kept beside the settings; it alone decides what is accepted.
        fail_on: "tension": any open finding of an error check fails a run; "contradiction": only those
            whose words exclude each other.
        max_article_bytes: a text above this is refused.
        max_new_articles: of a run; what is left is read by the next ones. 0: no bound.
        max_alike: new texts of a run that differ only in their numbers; the rest is read by the next ones.
            0: no bound.
        workers: processes that extract, for runs of many articles; 0 is one for every processor.
        columns: by field of a record, what the user's tables and JSON Lines call it.
        notify: where new findings are told: `webhook`, an address; `block`, a block of Prefect by its name.
        http: how the web is asked.
        sources: what is read when a run names nothing.
    """

    warehouse: Path = Path("crossfoot.duckdb")
    reference: Path | None = None
    checks: Path | None = None
    acceptances: Path | None = None
    fail_on: Literal["contradiction", "tension"] = "tension"
    max_article_bytes: int = 2_000_000
    max_new_articles: int = 0
    max_alike: int = 1_000
    workers: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    notify: Mapping[str, str] = field(default_factory=dict)
    http: Politeness = field(default_factory=Politeness)
    sources: tuple[NamedSource, ...] = ()


def load_configuration(file: Path | None = None, *, warehouse: str | Path | None = None) -> Configuration:
    """Load the settings of `file`, or of the current folder; paths are relative to the file's folder.

    Args:
        file: a TOML file; a `pyproject.toml` is read in its table.
        warehouse: what a person named, in place of the file's.

    Raises:
        ConfigurationError: the file is no TOML, or a setting is unknown or of the wrong kind.
    """
    candidates = [file] if file is not None else [one for one in (Path(FILE), Path(SHARED)) if one.is_file()]
    loaded = Configuration()
    if candidates:
        loaded = _configuration(_table(candidates[0], own=candidates[0].name != SHARED), candidates[0])
    return loaded if warehouse is None else replace(loaded, warehouse=Path(warehouse))


def _table(file: Path, *, own: bool) -> dict[str, Any]:
    import tomllib

    try:
        with file.open("rb") as stream:
            content = tomllib.load(stream)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise ConfigurationError(f"{file}: no valid TOML: {fault}") from fault
    except OSError as fault:
        raise ConfigurationError(f"{file}: cannot be read: {fault.strerror}") from fault
    table = content if own else content.get("tool", {}).get("crossfoot", {})
    if not isinstance(table, dict):
        raise ConfigurationError(f"{file}: [tool.crossfoot] is no table")
    return table


def _configuration(table: dict[str, Any], file: Path) -> Configuration:
    known = [one.name for one in fields(Configuration)]
    settings: dict[str, Any] = {}
    for name, value in table.items():
        if name not in known:
            raise ConfigurationError(f"{file}: unknown setting {name!r}; known are {', '.join(known)}")
        settings[name] = _setting(name, value, file)
    return replace(Configuration(), **settings)


def _setting(name: str, value: object, file: Path) -> object:
    if name in ("warehouse", "reference", "checks", "acceptances"):
        if not isinstance(value, str) or not value:
            raise ConfigurationError(f"{file}: {name} is {value!r}; expected a path in quotes")
        path = file.parent / Path(value).expanduser()
        if name in ("reference", "checks") and not path.is_dir():
            raise ConfigurationError(f"{file}: {name}: there is no folder {path}")
        if name == "acceptances" and not path.is_file():
            header = "finding_id,reason,until,accepted_by"
            raise ConfigurationError(
                f"{file}: {name}: there is no file {path}; begin it with a line {header}"
            )
        return path
    if name == "fail_on":
        if value not in FAIL_ON:
            raise ConfigurationError(f"{file}: fail_on is {value!r}; expected one of {', '.join(FAIL_ON)}")
        return value
    try:
        if name in ("columns", "notify"):
            return names_of(name, value, COLUMNS if name == "columns" else NOTIFY)
        if name == "http":
            return politeness_of(value)
        if name == "sources":
            return sources_of(value, file.parent)
    except SettingError as fault:
        raise ConfigurationError(f"{file}: {fault}") from fault
    least = 0 if name in ("workers", "max_new_articles", "max_alike") else 1
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ConfigurationError(f"{file}: {name} is {value!r}; expected a whole number of at least {least}")
    return value
