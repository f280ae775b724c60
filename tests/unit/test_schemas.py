"""Every table says what it holds, and the extractor's rows have the tables' columns."""

import subprocess
import sys
from decimal import Decimal

import pytest

from flows.extraction import rows as extracted
from flows.extraction.figure import Draft, Member, Relation
from flows.extraction.reading import Reading
from flows.extraction.text.document import tokenise
from schemas.base import Table, columns_of, definition_of
from schemas.breakdowns import BreakdownParts, Breakdowns
from schemas.figures import Figures
from schemas.links import LinkFigures, Links
from schemas.reference import load_reference
from schemas.tables import MODELS

NAMES = [definition_of(model).name for model in MODELS]
TEXT = "The yard built 12 boats."


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_table_says_what_it_holds(model: type[Table]) -> None:
    definition = definition_of(model)
    assert definition.title and definition.description and definition.key
    assert set(definition.key) <= set(columns_of(model))


@pytest.mark.parametrize("model", MODELS, ids=NAMES)
def test_every_column_has_title_description_and_unit(model: type[Table]) -> None:
    for name, column in columns_of(model).items():
        assert column.title, name
        assert column.description.endswith("."), name
        assert "unit" in column.metadata, name


def test_names_are_used_once() -> None:
    assert len(set(NAMES)) == len(NAMES)


@pytest.fixture
def draft() -> Draft:
    return Draft(3, 4, 15, 17, 0, Decimal(12))


@pytest.fixture
def ids(draft: Draft) -> dict[int, str]:
    return {id(draft): "f" * 16}


def test_figure_rows_have_the_columns_of_the_table(draft: Draft) -> None:
    reading = Reading(tokenise(TEXT), None, None, load_reference())
    row = extracted._figure(reading, draft, "a" * 16, "text", "f" * 16, False)
    assert list(row) == list(columns_of(Figures))


def test_breakdown_rows_have_the_columns_of_the_tables(draft: Draft, ids: dict[int, str]) -> None:
    relation = Relation("sum", (Member("total", draft), Member("part", draft)), True, 0, 3, "rule")
    row = extracted._breakdown(TEXT, relation, "a" * 16, ids)
    (part,) = row.pop("parts")
    assert list(row) == list(columns_of(Breakdowns))
    assert ["breakdown_id", *part] == list(columns_of(BreakdownParts))


def test_link_rows_have_the_columns_of_the_tables(draft: Draft, ids: dict[int, str]) -> None:
    relation = Relation("order", (Member("greater", draft),), True, 0, 3, "rule")
    row = extracted._link(TEXT, relation, "a" * 16, ids)
    (member,) = row.pop("members")
    assert list(row) == list(columns_of(Links))
    assert ["link_id", *member] == list(columns_of(LinkFigures))


def test_extraction_imports_no_table() -> None:
    heavy = "{'pandera', 'polars', 'duckdb', 'prefect', 'pyarrow'}"
    code = f"import sys, flows.extraction.rows; print(sorted({heavy} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_loading_imports_neither_pydantic_nor_hypothesis_and_hides_neither():
    program = """
import sys
import polars as pl
from schemas.figures import Figures
from schemas.rows import checked, frame, split_invalid
split_invalid(frame(Figures, []), Figures)
checked(Figures, [dict.fromkeys(Figures.to_schema().columns)])
print(sorted(sys.modules.keys() & {"pydantic", "pydantic_core", "hypothesis"}))
import pydantic
print(pydantic.TypeAdapter(int).validate_python("3"))
"""
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split("\n")[:2] == ["[]", "3"]
