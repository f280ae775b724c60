# ruff: noqa: E501
"""Changes and distances whose two levels stand in other sentences. One text a row."""

import pytest
from relating_quotes import relations_of

from flows.extraction.rows import extract
from schemas.reference import load_reference

BARLEY = (
    "Barley for March lost 29 cents to $56.94 a tonne in Lyon. Growers were calm."
    " Barley for March rose 69 cents to $57.23 a tonne on Tuesday."
)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (BARLEY, {"change": ["29 cents"], "new": ["$56.94"], "old": ["$57.23"]}),
        (
            "Shares of Varo fell 41 cents, or 0.5%, to $81.27. On Monday shares of Varo closed at $81.68.",
            {"change": ["41 cents"], "growth": ["0.5%"], "new": ["$81.27"], "old": ["$81.68"]},
        ),
        (
            "Oats for May were 59 cents lower at $53.21 a tonne. Oats for May ended June at $53.80 a tonne.",
            {"change": ["59 cents"], "new": ["$53.21"], "old": ["$53.80"]},
        ),
    ],
)
def test_a_change_has_its_former_level_in_another_sentence(text, roles):
    assert roles in relations_of(text, "growth")


def test_a_former_level_that_does_not_make_the_change_is_not_its_own():
    assert not any("old" in roles for roles in relations_of(BARLEY.replace("57.23", "57.32"), "growth"))


def test_a_premium_lies_between_two_prices():
    text = (
        "Barley for January fetched $58.33 a tonne in Lyon. Durum for January fetched $64.17 a tonne in Lyon."
        " It traded at a premium of $5.84 a tonne to barley."
    )
    roles = {"total": "$64.17", "part": ["$58.33", "$5.84"], "complete": True}
    assert roles in relations_of(text, "sum")
    assert relations_of(text.replace("5.84", "5.48"), "sum") == []


@pytest.mark.parametrize(
    ("text", "greater", "lesser", "difference"),
    [
        ("Ines Roth kept the seat by 412 votes. She got 21,940 votes, her rival Tim Orr 20,528.", "21,940", "20,528", "412"),
        ("Nora Pelt won by a majority of 96. She took 2,318 votes and her opponent, the baker Ian Roe, 2,022.", "2,318", "2,022", "96"),
        ("The new pier is 340 metres longer than the old one. It runs for 2,410 metres; the old pier measures 1,800.", "2,410 metres", "1,800", "340 metres"),
        ("At 248 metres the Orion mast tops the old mill by 36 metres; the mill, built in 1931, reaches 222.", "248 metres", "222", "36 metres"),
        ("Only four metres separate the two masts: the northern one is 47 metres high and the southern one 34.", "47 metres", "34", "four metres"),
        ("Births outnumbered deaths by 214 last year: there were 1,906 births and 1,792 deaths.", "1,906", "1,792", "214"),
        ("Imports exceeded exports by 1.4 billion euros. Galdia exported goods for 5.2 billion euros and imported goods for 7.6 billion euros.", "7.6 billion euros", "5.2 billion euros", "1.4 billion euros"),
        ("Finishing 655 votes behind the winner, Karl Senn gave up. He had 7,810 votes, Anna Frey 8,645.", "8,645", "7,810", "655"),
        ("The fair sold 64,000 tickets. That is 6,500 fewer than in 2010, when 75,000 were sold.", "75,000", "64,000", "6,500"),
        ("The club has 21,400 members, 2,600 fewer than five years ago. At that time it had 42,000.", "42,000", "21,400", "2,600"),
        ("The gap between posts and applicants has widened to 640: there are 2,310 posts and 1,760 applicants.", "2,310", "1,760", "640"),
        ("An adult pays 48 crowns for the ride, a child 30, which is 28 crowns less.", "48", "30", "28"),
        ("A 412-vote majority was enough for Ines Roth. She got 21,940 votes to Orr's 20,528.", "21,940", "20,528", "412"),
    ],
)  # fmt: skip
def test_a_difference_that_is_wrong_is_of_the_two_levels_beside_it(text, greater, lesser, difference):
    sums = relations_of(text, "sum")
    assert [(one["total"], set(one["part"])) for one in sums] == [(greater, {lesser, difference})]


@pytest.mark.parametrize(
    "text",
    [
        # What was expected is not told.
        "The fair sold 64,000 tickets, 6,500 more than expected. The other fair sold 42,000 tickets.",
        "Sales exceeded the plan of 50,000 cars by 7,000 cars. In 2008 it sold 150,000 cars.",
        # What differs is told nowhere.
        "The surplus rose to 14 million crowns. Outflows were 70 million crowns. Repayments exceeded new credits by 11 million crowns.",
        # What a level moved by.
        "Staff of the line rose to 28,739 from 28,084. It had cut 3,500 jobs ahead of the merger.",
        "Winners beat losers by about 9 to 7 in Holm and by 3 to 2 in Varde.",
        # Three levels: which two are meant is not said.
        "Ines Roth won by 412 votes. She got 21,940 votes, Tim Orr 20,528 votes and Lea Senn 19,200 votes.",
        # Two sides with two levels each.
        "Orr had 900 votes and Senn 840 votes. Roth won by 412 votes. In Holm she got 21,940 votes and Pelt 20,528 votes.",
        # A difference of times, and two places.
        "The fair sold 6,500 fewer tickets than last year. It sold 64,000 tickets in Holm and 75,000 tickets in Varde.",
        # Another pair's gap, which this one is set against.
        "Roth got 21,940 votes and Orr 20,528 votes, compared with a lead of 412 votes four years ago.",
        "Prices rose by 412 crowns. A cow costs 21,940 crowns and a horse 20,528 crowns.",
        # A metal, and a part of another word's sentence.
        "The pit gave 413 tonnes of zinc and 206 tonnes of lead. Concentrates were 238 tonnes of zinc and 81 tonnes of lead.",
        # Further ones.
        "The line has 240 trams and 180 buses and will get 36 more.",
    ],
)  # fmt: skip
def test_no_levels_of_a_difference(text):
    assert not any(len(one["part"]) == 2 for one in relations_of(text, "sum"))


def test_a_level_takes_the_unit_of_the_one_that_it_differs_from():
    text = "The new pier is 340 metres longer than the old one. It runs for 2,410 metres; the old pier measures 1,800."
    units = {row["quote"]: (row["kind"], row["unit"]) for row in extract(text, load_reference())["figures"]}
    assert units["1,800"] == ("measure", "metre")


@pytest.mark.parametrize(
    ("text", "sold", "bought", "profit"),
    [
        ("She bought the barn for 210,000 euros in 2004. It fetched 365,000 euros on Monday, a profit of 128,000 euros.", "365,000", "210,000", "128,000"),
        ("Ostra sold the winger for £23.5m. They had paid £6.2m for him in 2009, so the deal leaves them with a profit of £19m.", "£23.5m", "£6.2m", "£19m"),
        ("Ostra sold the winger for 23.5 million dollars. He had been bought for 6.2 million, so they made a gain of 19 million.", "23.5 million", "6.2 million", "19 million"),
    ],
)  # fmt: skip
def test_what_was_made_of_a_thing(text, sold, bought, profit):
    found = [one for one in extract(text, load_reference())["breakdowns"] if one["rule"] == "resale"]
    quotes = {one["figure_id"]: one["quote"] for one in extract(text, load_reference())["figures"]}
    [sale] = found
    assert sold in quotes[sale["total_figure_id"]]
    told = [quotes[part["figure_id"]] for part in sale["parts"]]
    assert bought in told[0]
    assert profit in told[1]


@pytest.mark.parametrize(
    "text",
    [
        # another thing, the profit of a year, two purchases
        "Varo sold its mill for 31 million dollars. It paid 24 million dollars for another one and made a profit of 12 million dollars.",
        "Varo sold its mill for 31 million dollars. It had bought it for 24 million dollars. It made a profit of 12 million dollars for the year.",
        "Varo sold two mills for 31 million dollars. It had bought one for 9 million dollars and one for 8 million dollars, and made a profit of 12 million dollars.",
        "Varo bought the mill for 24 million dollars. It made a profit of 12 million dollars.",
    ],
)
def test_other_profits_are_of_no_price(text):
    assert not [one for one in extract(text, load_reference())["breakdowns"] if one["rule"] == "resale"]


LEADS = [
    "In the survey 41 percent of voters backed the Harbour Party and 33 percent the Rural Union, a lead of {} points.",
    "The poll gave Orla Venn 52 percent of the vote. Her rival Tom Brask had 44 percent. She is {} points ahead.",
    "The survey puts the Harbour Party at 41 percent, with a gap of {} points over the rurals. Voters gave the Rural Union 33 percent.",
]


@pytest.mark.parametrize("lead", ["8", "18"])
@pytest.mark.parametrize("text", LEADS)
def test_a_lead_in_points_lies_between_two_shares_of_the_vote(text, lead):
    found = relations_of(text.format(lead), "growth")
    assert any(lead in " ".join(roles.get("change", ())) and "old" in roles for roles in found)


@pytest.mark.parametrize(
    "text",
    [
        # Another time, another rival, another lead, another field.
        "The poll gave Orla Venn 52 percent of the vote and Tom Brask 39 percent. In May she was 20 points ahead.",
        "The poll gave Orla Venn 52 percent of the vote and Tom Brask 39 percent. She is 40 points ahead of Ada Lunt.",
        "The poll gave Orla Venn 52 percent of the vote and Tom Brask 39 percent. Her lead has grown by 5 percentage points.",
        "Harl hit 52 percent of its shots and Brask hit 39 percent. Harl is 20 points ahead.",
    ],
)
def test_a_lead_of_others_lies_between_no_shares_told(text):
    assert not any("old" in roles for roles in relations_of(text, "growth"))
