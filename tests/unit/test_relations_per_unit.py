"""Rates with their quantity and amount, shares spelled out, spans of decades; and what looks like them."""

import pytest
from relating_quotes import relations_of


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "It took 2.4 million passengers and 60,000 tonnes of fuel, or 25 kilograms per passenger.",
            {
                "rate": ["25 kilograms per passenger"],
                "quantity": ["2.4 million"],
                "amount": ["60,000 tonnes"],
            },
        ),
        (
            "The dam has 80 megawatts. It cost 120 million euros, or 1.5 million euros per megawatt.",
            {
                "rate": ["1.5 million euros per megawatt"],
                "quantity": ["80 megawatts"],
                "amount": ["120 million euros"],
            },
        ),
    ],
)  # fmt: skip
def test_a_rate_is_of_the_quantity_that_it_is_per(text: str, roles: dict[str, list[str]]) -> None:
    assert relations_of(text, "rate") == [roles]
    assert relations_of(text, "conversion") == []


def test_a_rate_of_something_else_has_no_quantity() -> None:
    text = "The ferry carried 2.4 million passengers. It burnt 60,000 tonnes of fuel, or 3 tonnes per trip."
    assert relations_of(text, "rate") == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The mill ground 123 tonnes of rye in 2022, a quarter of a total output of 410 tonnes.",
            {"share": ["a quarter"], "part": ["123 tonnes"], "base": ["410 tonnes"]},
        ),
        (
            "Turnout was 62 percent, the office said: 3.1 million of the 5.8 million voters came.",
            {"share": ["62 percent"], "part": ["3.1 million"], "base": ["5.8 million"]},
        ),
    ],
)
def test_a_share_has_the_part_and_the_base_that_the_words_give_it(
    text: str, roles: dict[str, list[str]]
) -> None:
    assert roles in relations_of(text, "share")


def test_decades_span_two_dates_as_years_do() -> None:
    text = "The tunnel opened in March 2004, two decades after work on it began in 1984."
    assert relations_of(text, "duration") == [{"duration": ["two decades"]}]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # What another stake came from is no change of this one.
        (
            "It cut its stake in Corva to 10.9 million shares from 11.3 million, and raised that in Velta"
            " to 7.15 million shares from 4.32 million.",
            "growth",
        ),
        ("She scored just three four times in her first 18 games.", "ratio"),
        # Troy ounces of gold, whatever the text calls them.
        ("The mine holds 921,000 tonnes at 3.02 grams per tonne, or 89,500 ounces of gold.", "rate"),
        # Another price of the same things is none of theirs.
        (
            "The banks may buy 4.95 million more shares. Velta expects to raise $741 million at a price of"
            " $24 per share.",
            "rate",
        ),
        ("Four managers got bonuses of $4 million, bringing the total to $26.5 million each.", "rate"),
    ],
)
def test_no_relation_is_better_than_a_wrong_one(text: str, kind: str) -> None:
    assert relations_of(text, kind) == []
