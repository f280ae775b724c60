"""What a check selected, before it is a finding in the warehouse."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from math import isfinite
from typing import Any

from schemas.identity import identifier
from warehouse.check_files import COLUMNS, Check, CheckError
from warehouse.intervals import Interval
from warehouse.spoken import fill

BOUNDS = ("computed_low", "computed_high", "expected_low", "expected_high", "gap")
CERTAINTIES = ("contradiction", "tension", "note")
# Witnesses of a figure say the same as it: they are evidence, and no part of the finding's identity.
WITNESS = "also "


@dataclass(slots=True)
class Found:
    """A finding's content.

    Attributes:
        figures: (figure id, role), the figures that contradict first, witnesses ("also ...") after.
        repairs: what would settle it, best first.
        independent_count: stories among which the figures are spread.
        required: where each figure would have to lie if the others are right, in base units, where the check
            knows it itself.
        finding_id: the same for the same check and figures, in any run.
    """

    check: Check
    certainty: str
    message: str
    formula: str | None
    computed_low: float | None
    computed_high: float | None
    expected_low: float | None
    expected_high: float | None
    gap: float | None
    figures: tuple[tuple[str, str], ...]
    independent_count: int | None = None
    repairs: list[dict[str, Any]] = field(default_factory=list)
    required: Mapping[str, Interval] = field(default_factory=dict)
    finding_id: str = field(init=False)

    def __post_init__(self) -> None:
        ids = sorted({figure_id for figure_id, role in self.figures if not role.startswith(WITNESS)})
        self.finding_id = identifier(self.check.name, *ids)

    @property
    def severity(self) -> str:
        """A note of an error check fails no run."""
        return "note" if self.certainty == "note" else self.check.severity

    def row(self) -> dict[str, Any]:
        """Return the columns of `findings` that do not depend on runs."""
        return {
            "finding_id": self.finding_id,
            "check_name": self.check.name,
            "severity": self.severity,
            "certainty": self.certainty,
            "message": self.message,
            "formula": self.formula,
            "computed_low": self.computed_low,
            "computed_high": self.computed_high,
            "expected_low": self.expected_low,
            "expected_high": self.expected_high,
            "gap": self.gap,
            "independent_count": self.independent_count,
            "repairs": json.dumps(self.repairs, ensure_ascii=False) if self.repairs else None,
        }


def figure_ids(found: Iterable[Found]) -> set[str]:
    """Return the ids of all figures that findings name, witnesses too."""
    return {figure_id for one in found for figure_id, _ in one.figures}


def read_rows(check: Check, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[Found]:
    """Turn the result of `check` into findings.

    A finding that is selected twice is kept once. Infinite bounds are open: None.

    Raises:
        CheckError: the result has not the columns or values that a check must return.
    """
    if missing := [column for column in COLUMNS if column not in names]:
        raise CheckError(f"check {check.name}: no column {', '.join(missing)}; expected {', '.join(COLUMNS)}")
    found: dict[str, Found] = {}
    for values in rows:
        row = dict(zip(names, values, strict=True))
        if row["certainty"] not in CERTAINTIES:
            raise CheckError(
                f"check {check.name}: certainty {row['certainty']!r}; "
                f"expected one of {', '.join(CERTAINTIES)}"
            )
        if not row["figures"] or not row["message"]:
            raise CheckError(
                f"check {check.name}: a row without a message or figures; every finding needs both"
            )
        computed_low, computed_high, expected_low, expected_high, gap = (
            _bound(check, name, row[name]) for name in BOUNDS
        )
        one = Found(
            check,
            row["certainty"],
            *_words(check, row),
            computed_low,
            computed_high,
            expected_low,
            expected_high,
            gap,
            _figures(check, row["figures"]),
        )
        known = found.get(one.finding_id)
        if known is None or (one.certainty, one.message) < (known.certainty, known.message):
            found[one.finding_id] = one
    return sorted(found.values(), key=lambda one: one.finding_id)


def _words(check: Check, row: Mapping[str, Any]) -> tuple[str, str | None]:
    try:
        return fill(row["message"], row), None if row["formula"] is None else fill(row["formula"], row)
    except (KeyError, TypeError) as error:
        raise CheckError(
            f"check {check.name}: message and formula name what is no column ({error})"
        ) from error


def _figures(check: Check, figures: Iterable[Mapping[str, str]]) -> tuple[tuple[str, str], ...]:
    try:
        return tuple(dict.fromkeys((str(one["figure_id"]), str(one["role"])) for one in figures))
    except (TypeError, KeyError) as error:
        raise CheckError(f"check {check.name}: figures must be a list of struct(figure_id, role)") from error


def _bound(check: Check, name: str, value: object) -> float | None:
    if value is not None and not isinstance(value, int | float | Decimal):
        raise CheckError(f"check {check.name}: {name} is {value!r}; expected a number")
    if value is None or not isfinite(value):
        return None
    if name == "gap" and value < 0:
        raise CheckError(
            f"check {check.name}: gap is {value:g}; expected how far it is from right, from 0 on"
        )
    return float(value)
