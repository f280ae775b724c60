# ruff: noqa: E501
"""What the words of an article only imply: orders without a direction, levels elsewhere. One phrase a row."""

import pytest
from relating_quotes import relations_of

from flows.extraction.rows import extract
from schemas.reference import load_reference


def orders(text):
    """Return the orders of a text as pairs of quotes, the greater first."""
    return {(roles["greater"][0], roles["lesser"][0]) for roles in relations_of(text, "order")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Some 64% of renters own a bicycle, compared with 41% of owners.", ("64%", "41%")),
        ("The quarry made a profit of $9.5 million against $6.3 million in 2019.", ("$9.5 million", "$6.3 million")),
        ("About 31 percent of growers planned to plant less, while 20 percent planned to plant more.", ("31 percent", "20 percent")),
        ("While 17% of drivers had no licence, this was true of only 5% of riders.", ("17%", "5%")),
        ("From 38% in February, only 31% of bakers now expect prices to rise.", ("38%", "31%")),
        ("The dairy sold 4,100 tonnes of butter in May, falling short of the 4,600 tonnes that it had planned.", ("4,600 tonnes", "4,100 tonnes")),
        ("Tolls brought in $12 million, and are on track to reach the target of $20 million.", ("$20 million", "$12 million")),
        ("Housing starts fell to 1.19 million, the lowest pace since the 1.08 million of March 1993.", ("1.19 million", "1.08 million")),
        ("Timber prices sank 7.4 percent in June after falls of 2.3 percent in April and 1.2 percent in May.", ("1.2 percent", "7.4 percent")),
        ("The leak rate improved to 2.1 percent from 3.7 percent in spring and 2.9 percent a year earlier.", ("2.9 percent", "2.1 percent")),
        ("Thefts dropped from 10,276 cases worth $808 million to 8,177 cases worth $644 million.", ("$808 million", "$644 million")),
        ("Orla Mining earned $41.2 million, or 37 cents a share, compared with $38.5 million, or 34 cents a share, in 2019.", ("37 cents", "34 cents")),
        ("Unfilled orders rose 0.6 percent in May following a decline of 0.2 percent in April.", ("0.6 percent", "0.2 percent")),
        ("Profit of $17 million was dwarfed by the $204 million of Orla.", ("$204 million", "$17 million")),
        ("Shares of Varo rose 3.2 percent, outpacing the tram index, which rose 0.7 percent.", ("3.2 percent", "0.7 percent")),
        ("The leak rate has fallen below 1.6% from around 2.1% in May.", ("2.1%", "1.6%")),
        ("Sales climbed 8% for the year, the best showing since an 8.5% rise in 1999.", ("8.5%", "8%")),
        ("The 2020 profit of Varo was lower at $245 million after $257 million in 2019.", ("$257 million", "$245 million")),
        ("Vacancies should reach 4 percent, or 25,000 flats, in 2020 from 3 percent now.", ("4 percent", "3 percent")),
        ("Bicycles made up 10 percent of sales, but the dealer expects that to rise to 15 percent by 2026.", ("15 percent", "10 percent")),
        ("Orla bought a 76 pct stake in Brisk in May and has since increased its stake in the firm to 100 pct.", ("100 pct", "76 pct")),
        ("Shares of Varo fell to $27.07 in late trade after closing at $27.28 on Tuesday.", ("$27.28", "$27.07")),
        ("Rents in Lund gained only 0.2 pct, less than a 0.6 pct rise that landlords expected.", ("0.6 pct", "0.2 pct")),
        ("Freight rose 1.2 pct, the sharpest rise since May 1994 when freight rose 2.6 pct.", ("2.6 pct", "1.2 pct")),
        ("The spring was revised to show a 2.4 percent rise, from a 4.6 percent rise reported before.", ("4.6 percent", "2.4 percent")),
        ("A ticket costs 36 euros instead of 30 euros from July.", ("36 euros", "30 euros")),
        ("Shares of Orla rose 8 percent, outpacing Varo, whose shares rose 6 percent.", ("8 percent", "6 percent")),
        ("Orla sold the dairy for $640 million in 2018 after buying it in 2015 for $210 million.", ("$640 million", "$210 million")),
        ("Ferry traffic fell 0.6 percent in May on top of a 1.4 percent drop in April.", ("0.6 percent", "1.4 percent")),
        ("The bill for the bridge was revised from a first estimate of $31.5 million to about $44 million.", ("$44 million", "$31.5 million")),
        ("Orla posted a loss of $2.04 a share, exceeding the loss of 97 cents that was expected.", ("$2.04", "97 cents")),
        ("Orla raised its share of the ferry trade from 41% at the end of 2013 to more than 47% by June 2015.", ("47%", "41%")),
        ("The 2009 deficit of Peru was 13.6 percent of output, not 12.7 percent as reported in May.", ("13.6 percent", "12.7 percent")),
        ("Mines will invest $62 billion by 2014, lifting a previous forecast of $54 billion for those years.", ("$62 billion", "$54 billion")),
        ("Toll income slowed to a 1.4 percent gain last week from 1.9 percent the week before.", ("1.9 percent", "1.4 percent")),
        ("Permits declined 2.7 percent, revised from a 2.2 percent drop.", ("2.2 percent", "2.7 percent")),
        ("May was revised to a 9.2 percent fall, previously reported as a 4.1 percent fall.", ("4.1 percent", "9.2 percent")),
        ("The shares were worth $1.39 billion a week ago, but now they are worth $745 million.", ("$1.39 billion", "$745 million")),
        ("The harbour's worth of $133 billion still outstrips the canal's $100 billion.", ("$133 billion", "$100 billion")),
        ("The deficit of Peru hit a record $412 billion in 2004, after reaching $377 billion in the year before.", ("$412 billion", "$377 billion")),
        ("The export target has been set at $900 million this year against $626 million in 1981.", ("$900 million", "$626 million")),
        ("Orla's loss of 7 cents per share beat expectations of a loss of 31 cents per share.", ("31 cents per share", "7 cents per share")),
        ("In the spring vote the Greens were ahead with 21% and the Liberals came second with 19%.", ("21%", "19%")),
    ],
)  # fmt: skip
def test_one_sentence_sets_figures_against_one_another(text, pair):
    assert pair in orders(text)


def test_lists_are_set_against_one_another_unit_by_unit():
    text = "Varo built 600 cars and 275 trucks in May, compared with 630 cars and 300 trucks in April."
    assert orders(text) == {("630", "600"), ("300", "275")}


@pytest.mark.parametrize(
    "text",
    [
        "The fund held more than $5 million in bonds and $3 million in cash.",
        "Profit was better than expected at $5 million, and costs were $3 million.",
        "The price was five cents below the forecast range of $1.45 and $1.60.",
        "Looking ahead, the harbour expects 40 ships and 30 barges.",
        "The farm lost $4 million, compared with a profit of $6 million in 2019.",
        "The museum sold 300 tickets from a kiosk and 200 posters.",
        "Shares of Orla rose to $65.25 after it posted earnings that topped estimates of 71 cents per share.",
        "The rate rose to 4 percent from a low base. Rents of shops fell to 3 percent of turnover.",
    ],
)
def test_nothing_is_set_against_anything(text):
    assert orders(text) == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Analysts had expected Varo to earn $41 million in the quarter. Varo earned $45 million in the quarter.", ("$45 million", "$41 million")),
        ("Analysts had expected Varo to earn 41 cents per share. Varo made 45 cents per share on sales of $2 million.", ("45 cents per share", "41 cents per share")),
        ("The show drew a crowd of 11,900 people and 49% of the audience. This compared with a crowd of 15,300 people and 62% of the audience in May.", ("62%", "49%")),
        ("Varo expects sales to rise 3.5 percent this year. It previously forecast sales growth of 9 percent.", ("9 percent", "3.5 percent")),
        ("Shares of Orla rose to $35.03 on Monday. Earlier, shares of Orla hit $36.03.", ("$36.03", "$35.03")),
        ("Orla made a profit of $17.7 million. The result was better than the average forecast of $13.7 million.", ("$17.7 million", "$13.7 million")),
        ("In June sales of bakers rose 0.4 percent after gaining 1.3 percent in May. Economists had expected sales to rise 0.9 percent in June.", ("0.9 percent", "0.4 percent")),
        ("Permits were revised to show a rise of 1.9 percent in June. That followed a 2.6 percent decline in May.", ("1.9 percent", "2.6 percent")),
        ("Stocks of oil rose by 4.81 million barrels last week. That is in contrast to forecasts for a 2.6 million barrel decline.", ("4.81 million barrels", "2.6 million barrel")),
        ("The jobless rate in Peru was 6.7 percent in May. That was down from 7.1 percent in April.", ("7.1 percent", "6.7 percent")),
        ("Unemployment in Peru was 9.8 percent in May. It is still lower than the 11.2 percent of 2019.", ("11.2 percent", "9.8 percent")),
        ("The Nile bridge carried 31,000 cars in 2018. It carried 36,000 cars in 2019.", ("36,000", "31,000")),
    ],
)  # fmt: skip
def test_figures_of_two_sentences_are_of_one_series(text, pair):
    assert pair in orders(text)


def test_a_list_that_goes_down_under_the_word_top_is_a_ranking():
    text = "TOP HARBOURS Rotterdam 440 tonnes Antwerp 238 tonnes Hamburg 117 tonnes Marseille 79 tonnes"
    assert ("440 tonnes", "238 tonnes") in orders(text)
    assert orders(text.replace("440", "40")) == set()
    assert orders(text.replace("TOP ", "")) == set()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Profit of Varo Motors rose 24 percent in 2023. Net profit was $273 million, up from $220 million in 2022.",
            {"growth": ["24 percent"], "new": ["$273 million"], "old": ["$220 million"]},
        ),
        (
            "Peru made 14.2 million tonnes of cement in 2022, 24% more than in 2021. In 2021 Peru made 11.45 million tonnes of cement.",
            {"growth": ["24%"], "new": ["14.2 million tonnes"], "old": ["11.45 million tonnes"]},
        ),
        (
            "Varo plans to raise its gold output by 8.3 percent to 260 tonnes in 2023. Varo reached a gold output of 240 tonnes in 2022.",
            {"growth": ["8.3 percent"], "new": ["260 tonnes"], "old": ["240 tonnes"]},
        ),
        (
            "A weak outlook sent shares of Varo down 13 percent after the bell. Shares of Varo were down at $11.55 after the bell. Shares of Varo closed at $13.33 on Monday.",
            {"growth": ["13 percent"], "new": ["$11.55"], "old": ["$13.33"]},
        ),
        (
            "Shares of Varo fell 30 cents, or 1.2 percent, to $24.70.",
            {"change": ["30 cents"], "growth": ["1.2 percent"], "new": ["$24.70"]},
        ),
        (
            "Shares of Varo rose $1.20, or 3.00 percent, to settle at $41.20.",
            {"change": ["$1.20"], "growth": ["3.00 percent"], "new": ["$41.20"]},
        ),
    ],
)  # fmt: skip
def test_a_growth_has_its_levels_elsewhere(text, roles):
    assert roles in relations_of(text, "growth")


def test_levels_that_do_not_make_a_growth_are_not_its_own():
    text = "Operating profit of Varo Motors rose 44 percent in 2023. Net profit was $273 million, up from $220 million in 2022."
    assert not any("old" in roles for roles in relations_of(text, "growth"))


@pytest.mark.parametrize(
    ("second", "is_total"),
    [("13,622", True), ("13,921", False)],
)
def test_parts_over_several_sentences_make_a_total(second, is_total):
    text = (
        "Varo Motors sold 94,251 vehicles in May 2023. Exports are growing. Its Lumo brand sold 80,629 vehicles in"
        f" May 2023. The Kestrel brand sold {second} vehicles in May 2023."
    )
    totals = [roles["total"] for roles in relations_of(text, "sum")]
    assert ("94,251" in totals) == is_total


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "The port approved subsidies of $207.8 million. The yard gets a tax credit of $19.65 million."
            " It also gets a rebate of $188.2 million from the town.",
            {"total": "$207.8 million", "part": ["$19.65 million", "$188.2 million"], "complete": True},
        ),
        (
            "Orla Power earned 95 cents per share. Its grid arm earned 37 cents per share. Its trading arm earned"
            " 58 cents per share.",
            {
                "total": "95 cents per share",
                "part": ["37 cents per share", "58 cents per share"],
                "complete": True,
            },
        ),
    ],
)
def test_parts_of_other_metrics_make_a_total_to_the_last_digit(text, roles):
    assert roles in relations_of(text, "sum")


@pytest.mark.parametrize(
    "text",
    [
        # Sales of parts of one company make no sales of another part of it.
        "Hardware revenue of Varo was $7.2 billion. Revenue of Varo in software was $5.65 billion."
        " Its server revenue was $12.85 billion.",
        "Shares of Varo fell to $16.67 on Monday. Shares of Orla rose to $30.23. Shares of Lumo rose to $46.90.",
        "The flood cost Peru $3.8 billion, Chile $3.0 billion and Cuba $0.8 billion.",
    ],
)
def test_levels_that_add_up_by_chance_are_no_total(text):
    assert not any(roles["total"] for roles in relations_of(text, "sum"))


def test_a_share_that_its_base_does_not_make_has_another_that_does():
    text = (
        "The Lumo is a popular bicycle, with more than 230,000 sold. To date, Varo has sold more than 250,000"
        " bicycles. Peru, Chile and Cuba accounted for 90% of Lumo sales, with Peru"
        " in front at about 97,000 bicycles, then Chile (68,000) and Cuba (61,000)."
    )
    found = [roles["base"] for roles in relations_of(text, "share")]
    assert ["250,000"] in found
    assert ["250,000"] not in [roles["base"] for roles in relations_of(text.replace("90%", "98%"), "share")]


def test_a_margin_is_profit_over_revenue():
    text = (
        "Net profit of Varo was $10.6 billion in 2023. Revenue of Varo was $671 billion in 2023."
        " The margin of Varo was 1.6 percent in 2023."
    )
    roles = {"share": ["1.6 percent"], "part": ["$10.6 billion"], "base": ["$671 billion"]}
    assert roles in relations_of(text, "share")
    assert relations_of(text.replace("1.6 percent", "2.6 percent"), "share") == []


def test_what_is_only_implied_is_named_so():
    row = extract("Some 64% of renters own a bicycle, compared with 41% of owners.", load_reference())
    assert [link["rule"] for link in row["links"]] == ["implied_contrast"]
    assert row["links"][0]["quote"] == "64% of renters own a bicycle, compared with 41%"


def test_what_is_only_implied_leaves_the_figures_as_they_were():
    """A round figure beside a finer one is as exact as that only where the words state a relation of the two."""
    text = "The quarry made a profit of $57 million against $50 million in 2019."
    beside, alone = (
        {figure["quote"]: figure["stated_low"] for figure in extract(words, load_reference())["figures"]}
        for words in (text, "The quarry made a profit of $50 million in 2019.")
    )
    assert beside["$50 million"] == alone["$50 million"]


@pytest.mark.parametrize(
    ("text", "total", "part"),
    [
        ("Revenue of Varo was $131.9 million in 2023. Revenue of Varo rose 9% to $39.4 million in the fourth quarter of 2023.", "$131.9 million", "$39.4 million"),
        ("The harbour took in $840 million. This included $29 million of fees.", "$840 million", "$29 million"),
        ("Sales of the drug were $30 million. Orla received $18 million of that revenue.", "$30 million", "$18 million"),
    ],
)  # fmt: skip
def test_the_figure_of_a_part_stands_beside_that_of_its_whole(text, total, part):
    assert {"total": total, "part": [part], "complete": False} in relations_of(text, "sum")


def test_a_year_is_no_part_of_another():
    text = "Revenue of Varo was $131.9 million in 2023. Revenue of Varo was $39.4 million in 2019."
    assert relations_of(text, "sum") == []


def test_what_a_quantity_brought_of_another_is_a_rate():
    text = "The vans have driven 2.7 million km, saving an estimated 410 tonnes of carbon dioxide."
    assert relations_of(text, "rate") == [{"quantity": ["2.7 million km"], "amount": ["410 tonnes"]}]
    assert relations_of(text.replace("saving", "and carried"), "rate") == []


def test_numbers_beyond_all_reason_break_no_sum():
    text = (
        "The mill sold 999999999999999999991999 sacks. It sold 99999999999999999999 in the north and "
        "3,000,000,000,000,000,000,000 in the south."
    )
    assert len(extract(text, load_reference())["figures"]) == 3


def test_parts_of_a_total_that_is_told_twice_are_two_breakdowns_with_two_ids():
    text = (
        "Harl launched $1.625 billion of loans on Friday. The financing consists of a $1.3 billion loan and a "
        "$325 million bond. The $1.625 billion of loans mature in 2030."
    )
    breakdowns = extract(text, load_reference())["breakdowns"]
    assert len(breakdowns) == 2
    assert len({breakdown["breakdown_id"] for breakdown in breakdowns}) == 2


TIN = (
    "Tin output in Lund rose to 26,314 tonnes in May from {} tonnes in April. Output of the northern mines rose to"
    " {} tonnes from 23,194 tonnes. Output of the southern mines was 2,322 tonnes, up from 1,773 tonnes in April."
)


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        # The sum of May is told by its digits; April's follows, and is wrong here.
        (TIN.format("24,467", "23,992"), [["24,467 tonnes", "23,194 tonnes", "1,773 tonnes"]]),
        # The other way round: April adds up to the digit.
        (TIN.format("24,967", "29,392"), [["26,314 tonnes", "29,392 tonnes", "2,322 tonnes"]]),
        # Set against last year, too: of the levels of the total's time.
        (
            TIN.format("24,467", "23,992") + " A year earlier the southern mines had produced 2,011 tonnes.",
            [["24,467 tonnes", "23,194 tonnes", "1,773 tonnes"]],
        ),
        # Both add up by themselves; neither does; a part of another time than the total's.
        (TIN.format("24,967", "23,992"), []),
        (TIN.format("24,467", "29,392"), []),
        (TIN.format("24,467", "23,992").replace("1,773 tonnes in April", "1,773 tonnes in May 2018"), []),
    ],
)
def test_what_was_before_adds_up_where_the_present_does(text, sums):
    rows = extract(text, load_reference(), published="2019-06-04")
    quotes = {figure["figure_id"]: figure["quote"] for figure in rows["figures"]}
    found = [
        [quotes[row["total_figure_id"]], *(quotes[part["figure_id"]] for part in row["parts"])]
        for row in rows["breakdowns"]
        if row["rule"] == "at_another_time"
    ]
    assert found == sums
