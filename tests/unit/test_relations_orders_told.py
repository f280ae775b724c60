# ruff: noqa: E501
"""Records and the old ones, places told behind, marks of headlines, multiples, majorities: wrong by a number."""

import pytest
from relating_quotes import relations_of, said_orders


def orders(text, title=None):
    """Return what the words of a text place above what, as quotes."""
    return said_orders(text, title, "2014-05-06")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Turnout was only 31 percent. Never had so few voted. The previous low, in 2007, was 24 percent.", ("24 percent", "31 percent")),
        ("They had been on court for three hours and 12 minutes. The previous longest match, in May, went on for four and a half hours.", ("three hours and 12 minutes", "four and a half hours")),
        ("The jar was knocked down at £264,000. A drawing that fetched £305,000 in 1999 used to hold that honour.", ("£264,000", "£305,000")),
        ("She leaves for a fee of 12.5 million francs, on a five-year contract. The old mark had stood for three years: in 2010 a goalkeeper went to Brask at a price of 19 million.", ("12.5 million francs", "19 million")),
        ("The show has sold 51,000 tickets. Until this summer the record stood at 58,400.", ("51,000", "58,400")),
        ("At 5.1 degrees it was the coldest May. The coldest on record had been 4.6 degrees, in 1941.", ("4.6 degrees", "5.1 degrees")),
    ],
)  # fmt: skip
def test_a_record_and_the_old_one(text, pair):
    assert pair in orders(text)


@pytest.mark.parametrize(
    "text",
    [
        "She ran 2:15:10, but missed the old record of 2:14:04.",
        "Shares of Harl fell to 23.11 euros after earlier touching a low of 23.02 euros.",
        "A total of 23,800 people landed in November. During the busiest week of October there had been 38,000.",
        # the new one is not the nearest
        "The storm cost 96 million crowns. Householders receive 29 million crowns. The earlier record was set in 2009, with losses of 74 million crowns.",
    ],
)
def test_records_that_stand(text):
    assert orders(text) <= {("96 million crowns", "74 million crowns")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Harl go to the top of the table with 71 points. Brask have 72 points and find themselves second.", ("71", "72")),
        ("The contest for third place went to the last week. Tolm finished the year with sales of 6.19 million. Varde had to be content with fourth place after selling 6.54 million.", ("6.19 million", "6.54 million")),
        ("The valley brought in the smallest crop of the four. Output came to only 298,000 tonnes. Farmers in Norland harvested 240,000 tonnes.", ("240,000 tonnes", "298,000 tonnes")),
        ("After 407 days the weavers have been out longer than anybody in the country. The dispute at a bakery in Harl was settled on its 460th day.", ("407 days", "460th")),
        ("Sand received £18.4m. That was more than the next two on the list together. Mora was second with £19.1m, while Lindt got £7.6m.", ("£18.4m", "£19.1m")),
        ("It carried 47,000 passengers a day. That is more than the 54,000 it was meant to carry this year.", ("47,000", "54,000")),
    ],
)  # fmt: skip
def test_places_told_behind(text, pair):
    assert pair in orders(text)


def test_more_than_ever():
    text = "The Harl stood at 7.42 metres, higher than at any time since records began. In 1954 it had reached 7.71 metres."
    assert ("7.42 metres", "7.71 metres") in orders(text)
    text = "At 5.6 percent the jobless rate is now lower than ever. It had been 4.7 percent in April."
    assert ("4.7 percent", "5.6 percent") in orders(text)
    # before that year it may have been higher
    text = "The Harl stood at 7.42 metres, higher than at any time since 1960. In 1954 it had reached 7.71 metres."
    assert orders(text) == set()


def test_rates_and_shares_of_places():
    text = "Rents in Tolm average 14.20 crowns a square metre, the highest of all towns. In Brask tenants pay 15.80 crowns and in Esk 11.50."
    assert ("14.20 crowns", "15.80 crowns") in orders(text)
    text = "Mayor Lund was re-elected with 31.4 percent of the vote. Her challenger, the baker Per Holt, came to 38.6 percent."
    assert ("31.4 percent", "38.6 percent") in orders(text)
    text = "Olga Reve won the 400 metres in 4:02.31. Second was Ana Sol in 4:01.88."
    assert ("4:01.88", "4:02.31") in orders(text)


def test_no_place_of_prices_and_volumes():
    text = "Shares of Harl, the world's largest shipper, rose to 58 crowns. Those of Brask came to 82 crowns."
    assert orders(text) == set()
    text = "Harl was the biggest contributor to a drop of 1.2 percent. Volume in Brask came to 1.5 billion shares. In Esk 2.1 billion were traded."
    assert orders(text) == set()


def test_a_headline_says_on_which_side_of_a_mark():
    text = (
        "Operating profit came in at 74.8 million euros. The consensus of 12 banks had been for 96 million."
    )
    assert orders(text, "Ruhl tops forecasts") == {("74.8 million euros", "96 million")}
    assert orders(text, "Ruhl misses forecasts") == {("96 million", "74.8 million euros")}
    assert orders(text, "Ruhl hopes to top forecasts") == orders(text, "Ruhl and the forecasts") == set()
    text = (
        "The line stands for 95 percent of all children. In the valleys 93.5 percent had received the dose."
    )
    assert orders(text, "Rate creeps past safety line") == {("93.5 percent", "95 percent")}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The Greens won 16 seats, twice as many as four years ago, when they had seven.", {"numerator": ["16"], "ratio": ["twice"], "denominator": ["seven"]}),
        ("The museum drew 96,000 visitors, double the number of 2011. Then 44,000 came.", {"numerator": ["96,000"], "ratio": ["double"], "denominator": ["44,000"]}),
        ("Only 1,150 people voted, half as many as in 2009, when 3,200 had gone to the polls.", {"numerator": ["1,150"], "ratio": ["half"], "denominator": ["3,200"]}),
    ],
)  # fmt: skip
def test_multiples_of_what_is_told_elsewhere(text, roles):
    assert roles in relations_of(text, "ratio")


@pytest.mark.parametrize(
    "text",
    [
        # shops and those that closed
        "Of 40 shops 12 closed, twice as many as in 2010, when there were 90 shops.",
        # two may be meant
        "The fair drew 960 guests, twice as many as in May. Then 310 came on Saturday and 280 on Sunday.",
    ],
)
def test_multiples_of_something_else(text):
    assert relations_of(text, "ratio") == []


@pytest.mark.parametrize(
    ("text", "role", "gap"),
    [
        ("They took 98 of the 200 seats. Lindt fell thirteen seats short of an absolute majority.", "missing", "thirteen"),
        ("The party holds 74 of 151 seats, two short of an absolute majority.", "missing", "two"),
        ("Mora took 62 of the 120 seats, two more than needed for a majority.", "beyond", "two"),
    ],
)  # fmt: skip
def test_seats_short_of_a_majority(text, role, gap):
    [roles] = relations_of(text, "ratio")
    assert roles[role] == [gap]


def test_seats_of_no_majority():
    assert (
        relations_of("They took 98 of the 200 seats, three more than in 2009. A majority is away.", "ratio")
        == []
    )


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The town had promised 40,000 new flats. It delivered 34,600, more than promised.", ("34,600", "40,000")),
        ("The appeal has raised 840,000 pounds, well over the 900,000 the hospital had hoped for.", ("840,000 pounds", "900,000")),
        ("The petition needed 50,000 signatures. It got 41,240, more than enough.", ("41,240", "50,000")),
        ("The dairy's goal for the year was 9.5 million litres. It processed 9.8 million litres, so the goal was missed.", ("9.5 million litres", "9.8 million litres")),
        ("The company missed its own target of 400 new shops. It opened 471.", ("400", "471")),
    ],
)  # fmt: skip
def test_what_was_meant_is_a_goal(text, pair):
    assert pair in orders(text)


def test_what_is_needed_without_a_verdict():
    assert orders("The wound needed 41 stitches. In May it had needed 12 stitches.") == set()
