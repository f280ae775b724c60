"""Names said once, as the first word of a sentence: told from common nouns by what they do."""

import pytest

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()


def codes(text: str) -> list[str | None]:
    return [draft.entity_code for draft in read_article(text, None, None, REFERENCE).drafts]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Velta sold 120,400 vehicles.", "velta"),
        ("Solaro has now sold 1.4 million heat pumps, chief executive Ana Ruiz said.", "solaro"),
        ("Zephyr employs 4,500 people.", "zephyr"),
        ("Solaris sold 20,000 buses.", "solaris"),
        ("Orbix's revenue fell 3%.", "orbix"),
        ("Lumora, a maker of lamps, posted a loss of $3 million.", "lumora"),
        ("Brimart was founded long ago. The retailer has 340 stores.", "brimart"),
        ("Tolvex is a carmaker. The carmaker sold 90,000 cars.", "tolvex"),
    ],
)
def test_who_acts_is_named(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Tourism employs 45,000 people.",
        "Zinc rose 3%.",
        "Immigration has raised wages by 3%.",
        "Investors bought $3 billion of bonds.",
        "Wheat has 3 varieties.",
    ],
)
def test_stuff_doings_and_plurals_are_no_names(text: str) -> None:
    assert codes(text) == [None]


def test_adjectives_and_days_of_sales_name_nobody() -> None:
    text = "Strong sales on Black Friday lifted shops. Communist rebels held the town. Prices rose 3%."
    assert codes(text) == [None]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Skylark Air flies from Porto. The airline carried 3.2 million passengers.", "skylark_air"),
        ("Norvik Bank was founded by farmers. The bank has 3.4 million customers.", "norvik_bank"),
        ("Skylark is growing. The airline carried 3.2 million passengers.", "skylark"),
        ("Shares in Brimart fell on Monday. The retailer has 340 stores.", "brimart"),
        ("Tolva is the poorest province. The province has 2.3 million inhabitants.", "tolva"),
        ("Carmaker Velta sold 90,000 cars.", "velta"),
    ],
)
def test_a_role_is_who_was_named(text: str, code: str) -> None:
    assert codes(text) == [code]
