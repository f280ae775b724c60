"""Against when a change is measured: the name of a growth says so where the text does."""

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference


def metrics(text):
    return [figure["metric"] for figure in extract(text, load_reference())["figures"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vestra's sales rose 3% from a year earlier.", ["year-on-year change in sales"]),
        ("Vestra's sales rose 3% year-on-year.", ["year-on-year change in sales"]),
        ("Vestra's sales rose 3% over the past 12 months.", ["year-on-year change in sales"]),
        ("Retail sales rose 3% from August.", ["monthly change in retail sales"]),
        ("Retail sales rose 3% on the month.", ["monthly change in retail sales"]),
        ("Vestra's sales rose 3% from the previous quarter.", ["quarterly change in sales"]),
        # Another change of the same, where nothing else is said, is against the same.
        ("Retail sales rose 3% on the month, after 2%.", ["monthly change in retail sales"] * 2),
        (
            "Retail sales rose 3% on the month and 8% on the year.",
            ["monthly change in retail sales", "year-on-year change in retail sales"],
        ),
        # When it was, what it is compared with, and at what pace say nothing of it.
        ("Vestra's sales rose 3%.", ["change in sales"]),
        ("Vestra's sales rose 3% in 2014.", ["change in sales"]),
        ("Vestra's sales grew at an annual rate of 3%.", ["change in sales"]),
        ("Retail sales rose 3%, up from November's 2%.", ["change in retail sales"] * 2),
    ],
)
def test_a_change_says_against_when_it_is(text, expected):
    assert metrics(text) == expected


def test_the_code_meets_the_level_all_the_same():
    found = extract("Retail sales rose 3% on the month to $4 billion.", load_reference())["figures"]
    assert found[0]["metric_code"] == "growth_of_" + found[1]["metric_code"]
