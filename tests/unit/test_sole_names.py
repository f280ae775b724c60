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
