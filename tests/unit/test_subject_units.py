"""Parts of a firm, and sorts of sellers, whose measure is said."""

import pytest

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()
OPENING = "Velta Corp posted results on Monday. Velta said it sold more. "


def found(text: str) -> list[tuple[str | None, str | None]]:
    """Return subject and code of each figure."""
    drafts = read_article(OPENING + text, "Velta posts results", "2016-09-01", REFERENCE).drafts
    return [(draft.subject, draft.entity_code) for draft in drafts]


@pytest.mark.parametrize(
    ("text", "subject", "code"),
    [
        ("Revenue at its lamp unit rose 36 percent.", "Velta lamp unit", "velta/lamp_unit"),
        ("Profit in the wire division fell 3 percent.", "Velta wire division", "velta/wire_division"),
        (
            "Profit at Velta's exploration and production unit rose 3 percent.",
            "Velta's exploration and production unit",
            "velta/exploration_and_production_unit",
        ),
        ("Profit from continuing operations rose 3 percent.", "Velta", "velta"),
        ("Profit in the unit rose 3 percent.", "Velta", "velta"),
    ],
)
def test_a_measure_of_a_part_is_the_parts(text: str, subject: str, code: str | None) -> None:
    assert found(text) == [(subject, code)]


def test_a_part_belongs_to_the_whole_and_to_no_other_part() -> None:
    text = "Profit at its lamp unit fell 3 percent. Profit at its wire unit rose 5 percent."
    assert [code for _, code in found(text)] == ["velta/lamp_unit", "velta/wire_unit"]


def test_sales_at_a_sort_of_sellers_are_theirs() -> None:
    (draft,) = read_article("Sales at hardware stores fell 3 percent.", None, "2016-09-01", REFERENCE).drafts
    assert draft.subject == "hardware stores"
