# ruff: noqa: E501
"""Multiples, rates, balances, records, told shares, spans of time, and precision shared: one phrase a row."""

import pytest
from relating_quotes import relations_of

from flows.extraction.rows import extract
from schemas.reference import load_reference


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Snow lay 90 cm deep in March, twice the usual depth of 45 cm.", {"numerator": ["90 cm"], "ratio": ["twice"], "denominator": ["45 cm"]}),
        ("The ferry carried 900 cars in June, three times as many as the 300 it carried in May.", {"numerator": ["900"], "ratio": ["three times"], "denominator": ["300"]}),
        ("The club has 40 members, half as many as the 80 it had in 2010.", {"numerator": ["40"], "ratio": ["half"], "denominator": ["80"]}),
    ],
)  # fmt: skip
def test_multiples(text, roles):
    assert relations_of(text, "ratio") == [roles]


def test_three_times_more_may_be_four_times():
    assert relations_of("The ferry carried 900 cars, three times more than the 300 of May.", "ratio") == []
    text = "The ferry carried 900 cars. That was three times more than in May, when it carried 300."
    assert relations_of(text, "ratio") == []


def test_a_multiple_of_what_the_sentence_before_tells():
    text = (
        "Norrstal earned 96 million euros. That was twice as much as in May, when the profit was 78 million."
    )
    roles = {"numerator": ["96 million euros"], "ratio": ["twice"], "denominator": ["78 million"]}
    assert relations_of(text, "ratio") == [roles]
    text = (
        "Shares of Pyne trade at 12.5 times earnings. That is 13.1 times for Harl, compared with 13.8 times."
    )
    assert relations_of(text, "ratio") == []
    text = "Norrstal earned 96 million euros. That was twice as much as in May, when it had 78 guests."
    assert relations_of(text, "ratio") == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The firm paid 60 drivers $500 each, or $30,000 in total.", {"rate": ["$500"], "quantity": ["60"], "amount": ["$30,000"]}),
        ("Schools get $300 a pupil for 2,000 pupils, or $600,000.", {"rate": ["$300"], "quantity": ["2,000"], "amount": ["$600,000"]}),
        ("The 50 vans drove 2 million km last year, or 40,000 km per van.", {"rate": ["40,000 km"], "quantity": ["50"], "amount": ["2 million km"]}),
        ("Some 90,000 people came to the 12 concerts, an average of 7,500.", {"rate": ["7,500"], "quantity": ["12"], "amount": ["90,000"]}),
        ("Workers put up 25 pylons. Each pylon weighs 8 tonnes, for a total of 200 tonnes.", {"rate": ["8 tonnes"], "quantity": ["25"], "amount": ["200 tonnes"]}),
    ],
)  # fmt: skip
def test_rates(text, roles):
    assert relations_of(text, "rate") == [roles]


@pytest.mark.parametrize(
    "text",
    [
        "Each of the 12 teams plays 4 home games and 10 away games.",
        "Nine analysts gave an average forecast of $3.2 billion, the highest being $3.9 billion.",
        "Orla swaps 0.4 of its own shares and 2.20 dollars for each share, and pays a dividend of $4.50 a share.",
        "Net profit was 166 million euros, ahead of an average estimate of 159 million euros from three banks.",
    ],
)
def test_no_rates(text):
    assert relations_of(text, "rate") == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The lender took in 3 million euros in March, lifting deposits to 48 million euros from 45 million.",
            {"change": ["3 million euros"], "new": ["48 million euros"], "old": ["45 million"]},
        ),
        (
            "Doctors reported 40 new cases on Friday, bringing the total to 1,320. A day earlier the total was 1,280.",
            {"change": ["40"], "new": ["1,320"], "old": ["1,280"]},
        ),
        (
            "Support for the mayor has risen six points since April, from 41% to 47%.",
            {"change": ["six"], "new": ["47%"], "old": ["41%"]},
        ),
        (
            "The quarry sold 2.6 million tonnes, 0.3 million tonnes more than the 2.3 million of 2019.",
            {"change": ["0.3 million tonnes"], "new": ["2.6 million tonnes"], "old": ["2.3 million"]},
        ),
    ],
)
def test_changes_in_the_unit_of_the_level(text, roles):
    assert relations_of(text, "growth") == [roles]


@pytest.mark.parametrize(
    ("text", "total", "parts", "complete"),
    [
        ("The county collected $90 million and spent $84 million, leaving a surplus of $6 million.", "$90 million", ["$84 million", "$6 million"], True),
        ("In 30 games they won 12, drew eight and lost ten.", "30", ["12", "eight", "ten"], True),
        ("She has had 22 fights, with 19 wins and three defeats.", "22", ["19", "three"], False),
        ("Police counted 640 thefts in the town last year (310 of bikes, 205 of phones and 125 of bags).", "640", ["310", "205", "125"], True),
        ("A total of 900 boats were registered in May: 450 dinghies, 300 yachts and 150 with a cabin.", "900", ["450", "300", "150"], True),
        ("The shop sold 120 lamps, 80 chairs and 50 tables on Monday, 250 pieces in all.", "250", ["120", "80", "50"], True),
        ("The board approved a budget of $50 million, of which $20 million will go to roads, $18 million to schools and the remaining $12 million to parks.", "$50 million", ["$20 million", "$18 million", "$12 million"], True),
    ],
)  # fmt: skip
def test_sums(text, total, parts, complete):
    assert {"total": total, "part": parts, "complete": complete} in relations_of(text, "sum")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Velden has 40,000 residents. Of them, 6,000 are aged 80 or older, a share of 15%.", {"base": ["40,000"], "part": ["6,000"], "share": ["15%"]}),
        ("Of the 8,000 registered voters, 5,200 went to the polls, a turnout of 65%.", {"base": ["8,000"], "part": ["5,200"], "share": ["65%"]}),
        ("Nurses tested 500 pupils and found 40 of them infected. That is a rate of 8%.", {"base": ["500"], "part": ["40"], "share": ["8%"]}),
        ("Orla had an operating profit of 30 million euros on revenue of 250 million euros, a margin of 12%.", {"part": ["30 million euros"], "base": ["250 million euros"], "share": ["12%"]}),
        ("The mill will cut 60 jobs, or 12% of its workforce of 500.", {"part": ["60"], "share": ["12%"], "base": ["500"]}),
    ],
)  # fmt: skip
def test_shares_told_beside_part_and_whole(text, roles):
    assert roles in relations_of(text, "share")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The pool reopened on 5 May 2023, 14 months after it was closed in March 2022.", ("2022-03-01", "2023-05-05")),
        ("The dam, begun in June 1960, was finished in October 1964, four years after the first stone was laid.", ("1960-06-01", "1964-10-31")),
    ],
)  # fmt: skip
def test_a_length_of_time_lies_between_its_dates(text, days):
    rows = extract(text, load_reference(), published="2024-03-15")
    (link,) = [link for link in rows["links"] if link["kind"] == "duration"]
    (figure,) = [f for f in rows["figures"] if f["figure_id"] == link["members"][0]["figure_id"]]
    assert (figure["period_start"], figure["period_end"]) == days


@pytest.mark.parametrize(
    "text",
    [
        "In 2015, three years after leaving the bank, which she had joined in 2001, she founded a choir.",
        "The pool reopened on 5 May 2023 after two years.",
        "In 1990 prices fell through October 2018, only to be back four months later.",
    ],
)
def test_other_lengths_of_time_have_no_dates(text):
    assert relations_of(text, "duration") == []


@pytest.mark.parametrize(
    ("text", "quote", "read"),
    [
        ("Profit rose 14% to $57 million from $50 million.", "$50 million", (49.5e6, 50.5e6)),
        ("Profit was $50 million.", "$50 million", (45e6, 55e6)),
        ("Profit rose 20% to $1.2 billion from $900 million.", "$900 million", (850e6, 950e6)),
        ("The club had 260 members in 2020, up 30% from 200 in 2010.", "200", (195, 205)),
    ],
)
def test_round_figures_are_as_fine_as_what_they_are_set_against(text, quote, read):
    rows = extract(text, load_reference(), published="2024-03-15")
    (figure,) = [figure for figure in rows["figures"] if figure["quote"] == quote]
    assert (figure["read_low"], figure["read_high"]) == read


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Two towns are bidding for the fair of 2030: Lund, Aarhus and Turku.", ["Lund", "Aarhus", "Turku"]),
        ("Two countries, Peru, Chile and Bolivia, signed the treaty.", ["Peru", "Chile", "Bolivia"]),
    ],
)
def test_a_wrong_count_of_names_is_believed(text, items):
    assert [found["part"] for found in relations_of(text, "enumeration")] == [items]


def test_another_stake_is_no_change():
    text = "It cut its stake in Orla to 10.9 million shares from 11.4 million, and raised its stake in Tavo to 6 million shares from 5 million."
    assert all("change" not in roles for roles in relations_of(text, "growth"))


def test_a_better_loss_is_less():
    text = "The loss was 22 cents a share, better than the 31 cent loss that was feared."
    assert relations_of(text, "order") == [{"lesser": ["22 cents"], "greater": ["31 cent"]}]
