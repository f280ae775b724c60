"""Relations that words alone state, through the whole reading: wrong numbers must not hide them."""

import pytest
from relating_quotes import relations_of

from schemas.reference import load_reference

REFERENCE = load_reference()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The town shrank to 1,204 people in 2021 from 1,251 people in 2011, a decline of 3.8%.",
            {"growth": ["3.8%"], "new": ["1,204"], "old": ["1,251"]},
        ),
        (
            "Employment at the mines rose by 60,000 to 2.5 million from 2.3 million in May.",
            {"change": ["60,000"], "new": ["2.5 million"], "old": ["2.3 million"]},
        ),
        (
            "Net profit was $41.5 million, a rise of $6.9 million over the $33.8 million earned in 2018.",
            {"change": ["$6.9 million"], "new": ["$41.5 million"], "old": ["$33.8 million"]},
        ),
        (
            "Orla sold 15,300 ovens in June. That is 40% more than in June 2018, when 12,100 were sold.",
            {"growth": ["40%"], "new": ["15,300"], "old": ["12,100"]},
        ),
        (
            "Orla Foods sold 15,300 ovens in June. That is 40% more than the 12,100 of June 2018.",
            {"growth": ["40%"], "new": ["15,300"], "old": ["12,100"]},
        ),
        (
            "In 1990 there were 318 farms; in 2018 there were 271, a drop of 74.",
            {"change": ["74"], "new": ["271"], "old": ["318"]},
        ),
        (
            "The school had 318 pupils last year and has 271 now, a loss of 74.",
            {"change": ["74"], "new": ["271"], "old": ["318"]},
        ),
        (
            "Yields came in 15 percent down at 5.6 tonnes a hectare, against 6.4 tonnes at the last harvest.",
            {"growth": ["15 percent"], "new": ["5.6 tonnes"], "old": ["6.4 tonnes"]},
        ),
        (
            "Traffic was 30 percent down on last year, at 410,000 cars compared with 500,000.",
            {"growth": ["30 percent"], "new": ["410,000"], "old": ["500,000"]},
        ),
        (
            "Revenue increased to $56 million, up 14% on the previous year's $51 million.",
            {"growth": ["14%"], "new": ["$56 million"], "old": ["$51 million"]},
        ),
        (
            "Police recorded 410 burglaries, a drop of 30 per cent on last year's total of 500.",
            {"growth": ["30 per cent"], "new": ["410"], "old": ["500"]},
        ),
        (
            "At $56 million, revenue was 14 percent above the $51 million reported a year earlier.",
            {"growth": ["14 percent"], "new": ["$56 million"], "old": ["$51 million"]},
        ),
        (
            "Lamp sales, at 56,000, were up 14 per cent on the 51,000 sold in 2018.",
            {"growth": ["14 per cent"], "new": ["56,000"], "old": ["51,000"]},
        ),
        (
            "Deliveries rose to 56,000 cars in the quarter (prior year: 51,000), an increase of 14 percent.",
            {"growth": ["14 percent"], "new": ["56,000"], "old": ["51,000"]},
        ),
        (
            "The town has grown from 50,000 to 57,000 people in ten years, a 24 per cent increase.",
            {"growth": ["24 per cent"], "new": ["57,000"], "old": ["50,000"]},
        ),
        (
            "The party won 36 percent, up nine points from 32 percent in 2015.",
            {"change": ["nine"], "new": ["36 percent"], "old": ["32 percent"]},
        ),
        (
            "The gauge reached 38.4 degrees, 2.1 degrees above the old record of 37.2.",
            {"change": ["2.1 degrees"], "new": ["38.4 degrees"], "old": ["37.2"]},
        ),
        (
            "It will pay 415 cents a share, 53 cents less than the 450 cents that it had offered.",
            {"change": ["53 cents"], "new": ["415 cents"], "old": ["450 cents"]},
        ),
        (
            "The lake stood at 14.6 metres in May. It is now at 7.8 metres, a drop of 5.9 metres.",
            {"change": ["5.9 metres"], "new": ["7.8 metres"], "old": ["14.6 metres"]},
        ),
        (
            "The level was 14.6 metres in May and 7.8 metres in August. It has thus dropped by 5.9 metres.",
            {"change": ["5.9 metres"], "new": ["7.8 metres"], "old": ["14.6 metres"]},
        ),
        (
            "In 1990 the office counted 318 farms in the valley; in 2018 it found 271, a loss of 74.",
            {"change": ["74"], "new": ["271"], "old": ["318"]},
        ),
    ],
)
def test_the_level_of_a_change_is_the_new_one_though_the_sum_be_wrong(text, roles):
    assert roles in relations_of(text, "growth")


def test_what_is_opened_in_a_half_year_is_no_former_level_of_the_year():
    text = "It will open nine shops in the second half, bringing the total for the year to 13, a rise of 17%."
    assert not any("old" in roles for roles in relations_of(text, "growth"))


def test_what_results_include_beats_no_estimate():
    text = "The results, which include a charge of 20 cents per share, beat the average estimate of 64 cents."
    assert {"greater": ["20 cents per share"], "lesser": ["64 cents"]} not in relations_of(text, "order")


@pytest.mark.parametrize(
    "text",
    [
        "The lake was 14.6 metres deep, the pond 7.8 metres, the pool 3 metres. It dropped by 5.9 metres.",
        "The lake stood at 14.6 metres in May. The pond is at 7.8 metres, a drop of 5.9 metres.",
    ],
)
def test_a_change_of_one_of_several_waters_has_no_former_level(text):
    assert not any("old" in roles for roles in relations_of(text, "growth"))


def test_a_close_may_lie_between_a_price_and_its_change():
    text = "Shares fell 6 cents to $14.65 after closing at $14.71, down 3 cents on the day."
    assert {"change": ["3 cents"], "new": ["$14.65"], "old": ["$14.71"]} not in relations_of(text, "growth")


def test_a_share_of_total_sales_is_of_what_the_text_calls_total_sales():
    text = (
        "Orla Foods gave its results. Total sales for the year were $430.5 million. Oven sales came to"
        " $318.6 million, or 47 percent of total sales, with the rest from lamps."
    )
    shares = relations_of(text, "share")
    assert {"share": ["47 percent"], "part": ["$318.6 million"], "base": ["$430.5 million"]} in shares


def test_crores_are_told_again_in_millions():
    text = "Orla Foods will spend 45 crore rupees (540 million rupees) on a plant."
    roles = {"from": ["45 crore rupees"], "to": ["540 million rupees"]}
    assert relations_of(text, "conversion") == [roles]
    assert relations_of(text.replace("45 crore", "450 million"), "conversion") == []


def test_ahead_of_orders_all_rivals():
    text = "Hanna Berg received 4,100 votes, ahead of Eva Lind with 5,900 votes and Tom Moor with 800."
    orders = relations_of(text, "order")
    assert {"greater": ["4,100"], "lesser": ["5,900"]} in orders
    assert {"greater": ["4,100"], "lesser": ["800"]} in orders


def test_an_outlook_against_its_forerunner_and_last_year():
    text = (
        "Corva expects to earn $9.1 billion this year, up from $8.2 billion in an older forecast,"
        " and well above the $7.3 billion earned in 2012."
    )
    orders = relations_of(text, "order")
    assert orders == [
        {"greater": ["$9.1 billion"], "lesser": ["$8.2 billion"]},
        {"greater": ["$9.1 billion"], "lesser": ["$7.3 billion"]},
    ]


def test_segments_are_parts_of_their_company_though_the_sum_be_wrong():
    text = (
        "Corva Energy produced 14.2 terawatt hours in 2023. It has 5 gigawatts."
        " Onshore farms produced 9.9 terawatt hours and offshore farms 5.1 terawatt hours."
    )
    parts = ["9.9 terawatt hours", "5.1 terawatt hours"]
    assert relations_of(text, "sum") == [{"total": "14.2 terawatt hours", "part": parts, "complete": True}]


def test_a_segment_is_no_part_of_what_its_company_is_set_against():
    text = (
        "Corva Energy produced 14.2 terawatt hours vs 9.2 terawatt hours."
        " Solar farms produced 5.9 terawatt hours and tidal farms 5.1 terawatt hours."
    )
    assert [found["total"] for found in relations_of(text, "sum")] == ["14.2 terawatt hours"]


def test_surpluses_of_three_times_are_no_rest():
    text = (
        "The long account showed a surplus of 11.1 billion marks, reversing the 2.6 billion deficit of"
        " December and up from a surplus of 9.3 billion in January 2023."
    )
    assert relations_of(text, "sum") == []


VOTES = (
    "Hanna Berg received 4,100 votes, ahead of Eva Lind with 3,900 votes and Tom Moor with 800."
    " A total of 8,500 votes were cast. "
)


def test_a_total_may_follow_its_parts():
    parts = ["4,100", "3,900", "800"]
    assert {"total": "8,500", "part": parts, "complete": False} in relations_of(VOTES, "sum")


def test_together_says_that_nothing_is_left_out():
    text = "Nissan sold 2,100 trucks in May and Renault sold 1,100 trucks. Together they sold 3,900 trucks."
    assert relations_of(text, "sum") == [{"total": "3,900", "part": ["2,100", "1,100"], "complete": True}]


def test_a_total_that_counts_something_else_is_none():
    text = (
        "Nissan sold 2,100 trucks in May and Renault sold 1,100 trucks. A total of 3,200 workers went home."
    )
    assert relations_of(text, "sum") == []


def test_a_share_finds_its_part_and_total_though_they_disagree():
    text = VOTES + "Hanna Berg took 61 percent of the votes."
    assert relations_of(text, "share") == [{"part": ["4,100"], "base": ["8,500"], "share": ["61 percent"]}]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("edged out", [{"greater": ["5,100"], "lesser": ["5,900"]}]),
        ("ranked behind", [{"greater": ["5,900"], "lesser": ["5,100"]}]),
        ("might have edged out", []),
        ("met", []),
    ],
)
def test_who_outdid_whom_orders_their_figures(words, expected):
    text = (
        f"Ulmia Motors {words} Brano in 2019. Ulmia Motors sold 5,100 cars in 2019."
        " Brano sold 5,900 cars in 2019."
    )
    assert relations_of(text, "order") == expected


def test_what_accounts_for_a_share_finds_the_base_that_is_named():
    text = (
        "Toll roads brought in revenue of $8.8 million in 2019, accounting for 59 percent of regional"
        " transport revenues. Revenues from regional transport rose to $11.1 million in 2019."
    )
    expected = {"part": ["$8.8 million"], "share": ["59 percent"], "base": ["$11.1 million"]}
    assert expected in relations_of(text, "share")


def test_actors_that_account_for_a_share_are_no_part_of_it():
    assert relations_of("The five largest banks account for 97 percent of loans.", "share") == []


@pytest.mark.parametrize(
    ("text", "share", "part", "base"),
    [
        (
            "The Green Union won 312 of the 650 seats in parliament, or 58 percent.",
            "58 percent",
            "312",
            "650",
        ),
        (
            "Turnout: 24,000 of the 60,000 registered voters, 50 percent, cast a vote.",
            "50 percent",
            "24,000",
            "60,000",
        ),
        (
            "The region logged 4,800 cases. Women made up 3,000 of them, or 75 percent.",
            "75 percent",
            "3,000",
            "4,800",
        ),
        (
            "The firm shipped 48,000 phones in May. Of folding type were 30,000 of them (75%).",
            "75%",
            "30,000",
            "48,000",
        ),
    ],
)
def test_a_share_after_its_part_and_base_knows_both(text, share, part, base):
    assert {"share": [share], "part": [part], "base": [base]} in relations_of(text, "share")


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "The maker sold 120,400 vehicles, made up of 80,300 petrol cars, 25,100 hybrids and 24,000 vans.",
            "120,400",
            ["80,300", "25,100", "24,000"],
        ),
        (
            "The workforce of 9,400 comprises 5,200 drivers, 2,100 mechanics and 1,100 clerks.",
            "9,400",
            ["5,200", "2,100", "1,100"],
        ),
        (
            "Revenue was $540 million, made up of $310 million from software and $330 million from services.",
            "$540 million",
            ["$310 million", "$330 million"],
        ),
        (
            "Police logged 3,400 offences: 1,800 thefts, 900 assaults and 300 robberies.",
            "3,400",
            ["1,800", "900", "300"],
        ),
    ],
)
def test_what_makes_up_a_total_is_complete_whatever_it_is_called(text, total, parts):
    assert {"total": total, "part": parts, "complete": True} in relations_of(text, "sum")


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "It added 12,000 jobs in February, 9,000 in services and 5,000 in trade.",
            "12,000",
            ["9,000", "5,000"],
        ),
        (
            "Police recorded 2,300 burglaries, 1,500 in Eastport and 1,100 in Westport.",
            "2,300",
            ["1,500", "1,100"],
        ),
        (
            "The port had revenue of $700 million, about $450 million from grain and $390 million from coal,"
            " officials said.",
            "$700 million",
            ["$450 million", "$390 million"],
        ),
        ("The ward treated 840 patients, among them 620 in May and 390 in June.", "840", ["620", "390"]),
        (
            "Of the 12,400 votes, 6,900 went to Berg, 4,100 to Lind and 1,900 to Moor.",
            "12,400",
            ["6,900", "4,100", "1,900"],
        ),
    ],
)
def test_parts_after_their_total_are_all_found_though_too_large(text, total, parts):
    assert {"total": total, "part": parts, "complete": False} in relations_of(text, "sum")


@pytest.mark.parametrize(
    "text",
    [
        "It sold 31,000 cars in Europe, 12,000 in Asia and 14,000 in America.",
        "The mill made 900 tonnes, 500 in the first half and 600 in the second half.",
        "Berg scored 28 points, 11 in March and 14 in April.",
    ],
)
def test_a_list_of_equals_or_of_times_has_no_total(text):
    assert relations_of(text, "sum") == []


@pytest.mark.parametrize(
    "text",
    [
        "45 percent of voters backed the plan, 40 percent were against it and 25 percent had no opinion.",
        "Asked about the tunnel, 45 percent said yes, 40 percent said no and 25 percent were undecided.",
    ],
)
def test_answers_for_against_and_neither_are_all_of_a_whole(text):
    parts = ["45 percent", "40 percent", "25 percent"]
    assert {"total": None, "part": parts, "complete": True} in relations_of(text, "sum")


def test_percentages_of_several_questions_are_no_whole():
    text = "45 percent backed the plan, 40 percent had no car and 25 percent drove to work."
    assert relations_of(text, "sum") == []


def test_men_and_women_named_after_their_percentages_are_all():
    found = relations_of("The electorate is 51.2% women and 49.8% men.", "sum")
    assert {"total": None, "part": ["51.2%", "49.8%"], "complete": True} in found


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The group reported sales of £1.31bn for the six months. Sales rose 5% from £1.15bn.",
            {"growth": ["5%"], "new": ["£1.31bn"], "old": ["£1.15bn"]},
        ),
        (
            "The city has 690,000 residents, 10% more than the 600,000 of 2013.",
            {"growth": ["10%"], "new": ["690,000"], "old": ["600,000"]},
        ),
        ("The party won 57 seats, a rise of 12 from 44.", {"change": ["12"], "new": ["57"], "old": ["44"]}),
    ],
)
def test_a_growth_from_a_former_level_knows_both_levels(text, roles):
    assert roles in relations_of(text, "growth")


def test_what_is_forecast_does_not_grow_to_the_level_before():
    text = (
        "It expects sales of $1.50 million. In May, it forecast sales to fall 20 percent from $1.45 million."
    )
    assert relations_of(text, "growth") == []


def test_a_hedge_does_not_part_a_level_from_the_word_that_leads_to_it():
    text = "Sales of Varo rose 12 percent to more than 5.4 million cars from at least 4.8 million cars."
    assert relations_of(text, "growth") == [
        {"growth": ["12 percent"], "new": ["5.4 million"], "old": ["4.8 million"]}
    ]
