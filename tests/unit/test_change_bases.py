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
        # What a change leads to, and comes from, stands before the words that say it.
        (
            "Vestra's sales rose 3% to $5 million from $4.9 million a year earlier.",
            ["year-on-year change in sales", "sales", "sales"],
        ),
        ("Shares in Vestra have risen 30% so far this year.", ["year-to-date change in share price"]),
        # When it was, what it is compared with, and at what pace say nothing of it.
        ("Vestra's sales rose 3%.", ["change in sales"]),
        ("Housing output rose 3% in 2014.", ["change in output"]),
        ("Vestra's sales grew at an annual rate of 3%.", ["change in sales"]),
        ("Retail sales rose 3%, up from November's 2%.", ["change in retail sales"] * 2),
    ],
)
def test_a_change_says_against_when_it_is(text, expected):
    assert metrics(text) == expected


def test_the_code_meets_the_level_all_the_same():
    found = extract("Retail sales rose 3% on the month to $4 billion.", load_reference())["figures"]
    assert found[0]["metric_code"] == "growth_of_" + found[1]["metric_code"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares in Vestra fell 3% on Tuesday.", "daily change in share price"),
        ("The Dow Jones industrial average rose 30 points on Tuesday.", "daily change in stock index"),
        ("For the week, the Dow Jones industrial average rose 3%.", "weekly change in stock index"),
        # Of a longer time, or of what no market quotes.
        ("Shares in Vestra have risen 30% since March.", "change in share price"),
        ("On Tuesday shares in Vestra were up 30% from their March low.", "change in share price"),
        ("Vestra's sales fell 3% on Tuesday.", "change in sales"),
    ],
)
def test_what_a_market_quotes_changes_from_day_to_day(text, expected):
    assert extract(text, load_reference(), published="2014-05-06")["figures"][0]["metric"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A firm's results are told against the same time of the year before.
        ("Vestra's revenue rose 3% in the first quarter of 2014.", "year-on-year change in revenue"),
        ("Vestra's revenue rose 3% in 2013.", "year-on-year change in revenue"),
        ("Vestra's same-store sales rose 3% in April.", "year-on-year change in same-store sales"),
        # American statistics of a month are told against the month before.
        ("U.S. retail sales rose 3% in April.", "monthly change in retail sales"),
        # Where the words beside it speak of another time, or custom has none, it is not told.
        ("Vestra's revenue rose 3% sequentially in the first quarter.", "quarterly change in revenue"),
        ("U.S. retail sales rose an average 3% in April.", "change in retail sales"),
        ("Norway's exports rose 3% in April.", "change in exports"),
    ],
)
def test_custom_says_against_when_a_change_is(text, expected):
    assert extract(text, load_reference(), published="2014-05-06")["figures"][0]["metric"] == expected


def test_what_a_share_did_this_year_is_not_what_it_did_on_a_day():
    text = "Shares in Vestra, which have risen 30% so far this year, fell 2% on Tuesday."
    told = [f["metric"] for f in extract(text, load_reference(), published="2014-05-06")["figures"]]
    assert told == ["year-to-date change in share price", "change in share price"]


def test_the_code_of_a_daily_change_meets_the_level():
    text = "Shares in Vestra fell 3% to 40 dollars on Tuesday."
    found = extract(text, load_reference(), published="2014-05-06")["figures"]
    assert found[0]["metric_code"] == "growth_of_" + found[1]["metric_code"]
