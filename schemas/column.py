"""The kinds of column: each with a title, a description and, where it has one, a unit."""

from typing import Any

from schemas.plain_pandera import pa

# Wide enough for every figure and closed to NaN and infinity, which compare as larger.
LARGEST = 1e300
HEX16 = "^[0-9a-f]{16}$"


def _field(title: str, description: str, unit: str | None, nullable: bool, **checks: Any) -> Any:
    return pa.Field(
        title=title, description=description, nullable=nullable, metadata={"unit": unit}, **checks
    )


def identity(title: str, description: str, *, nullable: bool = False) -> Any:
    """Return a column of ids: 16 hexadecimal digits."""
    return _field(title, description, None, nullable, str_matches=HEX16)


def text(title: str, description: str, *, nullable: bool = False, filled: bool = False) -> Any:
    """Return a column of text; `filled` refuses the empty string."""
    checks = {"str_length": {"min_value": 1}} if filled else {}
    return _field(title, description, None, nullable, **checks)


def choice(title: str, description: str, *values: str, nullable: bool = False) -> Any:
    """Return a column that holds one of `values`."""
    return _field(title, description, None, nullable, isin=list(values))


def number(
    title: str,
    description: str,
    unit: str | None = None,
    *,
    low: float = -LARGEST,
    high: float = LARGEST,
    nullable: bool = True,
) -> Any:
    """Return a column of finite numbers from `low` to `high`."""
    return _field(title, description, unit, nullable, in_range={"min_value": low, "max_value": high})


def count(title: str, description: str, unit: str | None = None, *, nullable: bool = False) -> Any:
    """Return a column of whole numbers from 0."""
    return _field(title, description, unit, nullable, ge=0)


def plain(title: str, description: str, unit: str | None = None, *, nullable: bool = False) -> Any:
    """Return a column whose type says all there is to check: dates, times, truth values."""
    return _field(title, description, unit, nullable)
