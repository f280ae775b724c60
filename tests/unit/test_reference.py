"""Reference tables are read once, and a user's rows go over them without changing them."""

from pathlib import Path

import pytest

from schemas.reference import TABLES, ReferenceError, load_reference


def test_the_shipped_tables_are_one_object() -> None:
    shipped = load_reference()
    assert load_reference() is shipped
    assert tuple(shipped.tables) == TABLES
    assert all(shipped.tables.values())


def test_a_users_rows_replace_those_of_their_key_and_stand_after_the_others(tmp_path: Path) -> None:
    shipped = load_reference()
    header = list(shipped.rows("units")[0])
    known, new = shipped.rows("units")[3]["unit"], "hogshead"
    (tmp_path / "units.csv").write_text(
        "\n".join(",".join([*row, *[""] * (len(header) - len(row))]) for row in (header, [known], [new]))
    )
    units = load_reference(tmp_path).rows("units")
    assert [row["unit"] for row in units] == [
        *(row["unit"] for row in shipped.rows("units") if row["unit"] != known), known, new,
    ]  # fmt: skip
    assert [row for row in units if row["unit"] == known] == [{**dict.fromkeys(header, ""), "unit": known}]
    assert load_reference(tmp_path).rows("metrics") == shipped.rows("metrics")
    # Nobody else has the user's rows.
    assert new not in [row["unit"] for row in load_reference().rows("units")]


def test_a_users_table_has_the_columns_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("unit,size\nhogshead,238\n")
    with pytest.raises(ReferenceError, match="expected the columns"):
        load_reference(tmp_path)
