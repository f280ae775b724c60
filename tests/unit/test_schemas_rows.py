"""From JSON rows to typed frames, and from frames to valid rows and rejected ones."""

import subprocess
import sys
from datetime import date, datetime
from typing import Any

import polars as pl
import pytest
from loading import figure
from pandera.errors import SchemaErrors

import schemas.rows
from schemas.base import Table, columns_of, whole_rows
from schemas.figures import Figures
from schemas.rejects import Rejects
from schemas.rows import RowError, checked, frame, split_invalid
from schemas.runs import Runs
from schemas.tables import MODELS


def numbered(*changes: dict[str, Any]) -> list[dict[str, Any]]:
    return [figure(**{"figure_id": f"{number:016x}", **change}) for number, change in enumerate(changes)]


def test_numbers_become_doubles_and_dates_days() -> None:
    data = frame(Figures, numbered({"value": 2, "period_start": "2020-02-29"}, {"value": 2.5}))
    assert data["value"].to_list() == [2.0, 2.5]
    assert data["period_start"].to_list() == [date(2020, 2, 29), None]


def test_times_are_read_from_text_and_taken_as_they_are() -> None:
    run = dict.fromkeys(Runs.to_schema().columns)
    data = frame(
        Runs, [run | {"started_at": "2030-01-02T03:04:05"}, run | {"started_at": datetime(2030, 1, 1)}]
    )
    assert data["started_at"].to_list() == [datetime(2030, 1, 2, 3, 4, 5), datetime(2030, 1, 1)]


@pytest.mark.parametrize("model", MODELS)
def test_no_rows_are_an_empty_frame_of_the_right_type_and_valid(model: type[Table]) -> None:
    data = frame(model, [])
    valid, invalid = split_invalid(data, model)
    assert data.columns == list(model.to_schema().columns)
    assert valid.height == invalid.height == 0


def test_an_empty_frame_of_other_columns_is_not_valid() -> None:
    with pytest.raises(SchemaErrors):
        split_invalid(pl.DataFrame({"figure_id": []}, schema={"figure_id": pl.String}), Figures)


def test_a_frame_of_other_types_is_not_valid() -> None:
    data = frame(Figures, numbered({})).with_columns(pl.col("char_start").cast(pl.String))
    with pytest.raises(SchemaErrors):
        split_invalid(data, Figures)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"value": "five"}, "value"),
        ({"value": 10**400}, "value"),
        ({"char_start": 1.5}, "char_start"),
        ({"char_start": 2**63}, "char_start"),
        ({"period_end": "2020-02-30"}, "period_end"),
        ({"is_cumulative": "yes"}, "is_cumulative"),
        ({"quote": "\ud800"}, "quote"),
        ({"unit": 7}, "unit"),
    ],
)
def test_a_value_of_another_type_names_row_and_column(change: dict[str, Any], fault: str) -> None:
    with pytest.raises(RowError, match=f"figures, row 1, column {fault}: "):
        frame(Figures, numbered({}, change, {}))


def test_a_missing_column_is_named() -> None:
    row = figure()
    del row["kind"]
    with pytest.raises(RowError, match="figures, row 0, column kind: is missing"):
        frame(Figures, [row])


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"figure_id": "XYZ"}, "figure_id"),
        ({"article_id": None}, "article_id"),
        ({"field": "body"}, "field"),
        ({"char_start": -1}, "char_start"),
        ({"quote": ""}, "quote"),
        ({"quote": "55"}, "quote_fills_its_span"),
        ({"value": float("nan")}, "value"),
        ({"stated_high": float("inf")}, "stated_high"),
        ({"stated_low": 6}, "stated_interval_in_order"),
        ({"read_high": 4}, "read_interval_in_order"),
        ({"value": None, "stated_low": None}, "value_or_both_ends"),
        ({"granule": -1}, "granule"),
        ({"kind": "guess"}, "kind"),
        ({"period_start": "2020-02-02", "period_end": "2020-02-01"}, "period_in_order"),
        ({"subject_confidence": 1.1}, "subject_confidence"),
        ({"place_confidence": None}, "place_confidence"),
    ],
)
def test_a_row_at_fault_is_split_off_with_its_fault(change: dict[str, Any], faults: str) -> None:
    valid, invalid = split_invalid(frame(Figures, numbered({}, change, {})), Figures)
    assert valid.height == 2
    assert faults in invalid["faults"].item()


def test_all_faults_of_a_row_are_named() -> None:
    _, invalid = split_invalid(frame(Figures, numbered({"kind": "guess", "stated_low": 6})), Figures)
    assert "kind" in invalid["faults"].item() and "stated_interval_in_order" in invalid["faults"].item()


def test_an_open_bound_is_in_order() -> None:
    valid, _ = split_invalid(frame(Figures, numbered({"stated_low": None, "read_high": None})), Figures)
    assert valid.height == 1


def test_of_two_rows_with_one_key_the_first_is_kept() -> None:
    rows = [figure(quote="5"), figure(quote="7")]
    valid, invalid = split_invalid(frame(Figures, rows), Figures)
    assert valid["quote"].to_list() == ["5"]
    assert invalid["faults"].to_list() == ["primary_key"]


@pytest.mark.parametrize("model", MODELS)
def test_all_columns_are_asked_in_one_check(model: type[Table]) -> None:
    """A frame of nulls breaks whatever has a column that may not be null."""
    nulls = frame(model, []).clear(1)
    if all(column.nullable for column in columns_of(model).values()):
        whole_rows(model).validate(nulls, lazy=True)
    else:
        with pytest.raises(SchemaErrors):
            whole_rows(model).validate(nulls, lazy=True)


def test_validating_imports_no_hypothesis() -> None:
    code = (
        "import sys; from schemas.base import whole_rows; from schemas.rows import frame; "
        "from schemas.runs import RunRejects; "
        "row = {'run_id': 'a', 'reason': 'b', 'reject_count': 1}; "
        "whole_rows(RunRejects).validate(frame(RunRejects, [row])); print('hypothesis' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_environment_cannot_switch_validation_off(monkeypatch: pytest.MonkeyPatch) -> None:
    from pandera.config import CONFIG

    monkeypatch.setattr(CONFIG, "validation_enabled", False)
    _, invalid = split_invalid(frame(Figures, numbered({"kind": "guess"})), Figures)
    assert invalid.height == 1


def test_checked_keeps_the_good_rows_in_order_and_refuses_each_bad_one() -> None:
    changes = [{}, {"value": "x"}, {"kind": "guess"}, {}, {"quote": "\ud800"}]
    valid, refused = checked(Figures, numbered(*changes))
    assert [int(figure_id, 16) for figure_id in valid["figure_id"]] == [0, 3]
    assert sorted(int(row["figure_id"], 16) for row, _ in refused) == [1, 2, 4]


def test_one_bad_row_among_many_costs_few_frames(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    monkeypatch.setattr(schemas.rows, "frame", lambda *given: built.append(given) or frame(*given))
    rows = numbered(*[{}] * 700, {"value": "x"}, *[{}] * 323)
    valid, refused = checked(Figures, rows)
    assert valid.height == 1023
    assert [row["figure_id"] for row, _ in refused] == [rows[700]["figure_id"]]
    assert len(built) < 30


def test_whatever_is_no_column_is_left_out() -> None:
    valid, refused = checked(Figures, [figure(explain={"value": "rule"})])
    assert valid.height == 1 and not refused
    assert "explain" not in valid.columns


def test_offsets_of_rejects_may_be_unknown_but_not_reversed() -> None:
    row = dict.fromkeys(Rejects.to_schema().columns)
    row |= {"reject_id": "0" * 16, "run_id": "r", "source": "s", "reason": "x"}
    valid, refused = checked(
        Rejects, [row, row | {"reject_id": "1" * 16, "char_start": 3, "char_end": 2, "field": "text"}]
    )
    assert valid.height == 1
    assert "span_in_order" in refused[0][1]
