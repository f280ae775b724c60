# ruff: noqa: E501
"""Shares at a price and what they come to: tied by the words, whether the numbers agree or not."""

import pytest
from relating_quotes import relations_of

TOLD = [
    ("Orla Foods raised about {} million dollars in a stock offering to repay a loan. It sold 28.4 million shares at 25 dollars each.", "710", "510", "28.4 million", "25 dollars"),
    ("Norland Fund spent {} million dollars to buy an extra 480,000 shares at 12.50 dollars each on Friday.", "6", "9", "480,000", "12.50 dollars"),
    ("The purchase followed the sale of 12,400 Varo shares at 95 dollars apiece, for a total of {} million dollars.", "1.18", "1.78", "12,400", "95 dollars"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "quantity", "rate"), TOLD)
def test_shares_at_a_price_with_what_they_come_to(text, right, wrong, quantity, rate):
    for told in (right, wrong):
        found = [
            one
            for one in relations_of(text.format(told), "rate")
            if one.get("quantity") == [quantity] and one.get("rate") == [rate]
        ]
        assert [one["amount"][0].startswith(told) for one in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Dray exercised 90,000 options on shares at 25 dollars each and made a profit of 1 million dollars.",
        "As part of its offering, with proceeds of 990 million dollars, Orla Foods sold 28.4 million shares at 25 dollars each on Friday alone.",
        "Varo raised 990 million dollars in May. Its rival was founded by two brothers. Orla Foods sold 28.4 million shares at 25 dollars each.",
        "The firm cut 990 million dollars of costs. It sold 28.4 million shares at 25 dollars each.",
    ],
)
def test_an_amount_that_the_shares_do_not_come_to_is_none_of_theirs(text):
    assert not [
        found for found in relations_of(text, "rate") if {"rate", "quantity", "amount"} <= found.keys()
    ]
