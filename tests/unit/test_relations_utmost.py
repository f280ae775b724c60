# ruff: noqa: E501
"""Who has the most, who came second, which record was broken, who outdid whom: each wrong by a number."""

import pytest
from relating_quotes import said_orders


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Italy remained the largest buyer of timber with 310,000 cubic metres. Austria took 240,000 cubic metres and Tirol 380,000.", [("310,000 cubic metres", "240,000 cubic metres"), ("310,000 cubic metres", "380,000")]),
        ("Vestria was the top supplier of rice, shipping 84,000 tonnes. Ostria shipped 91,000 tonnes and Norland 22,000.", [("84,000 tonnes", "91,000 tonnes"), ("84,000 tonnes", "22,000")]),
        ("Talgar was the busiest of the three airports, handling 6.1 million passengers; Issyk had 8.4 million and Medeu 2.2 million.", [("6.1 million", "8.4 million"), ("6.1 million", "2.2 million")]),
        ("The northern district had the fewest complaints, 312. The south had 540 and the east 198.", [("540", "312"), ("198", "312")]),
        ("The cheapest offer came from Harman, which asked 2.1 million euros. Delco wanted 1.4 million euros and Strabo 2.9 million.", [("1.4 million euros", "2.1 million euros"), ("2.9 million", "2.1 million euros")]),
        ("Class sizes are smallest in Lund, with 16 pupils on average. In Varde there are 11.", [("11", "16")]),
        ("More power came from wind than from any other source: 41 terawatt-hours. Coal plants produced 43 terawatt-hours and gas plants 18.", [("41 terawatt-hours", "43 terawatt-hours"), ("41 terawatt-hours", "18")]),
        ("Norland topped the medals table with 21 golds; Vestria won 27.", [("21", "27")]),
    ],
)  # fmt: skip
def test_what_has_the_most_is_above_the_others_told_behind_it(text, pairs):
    assert said_orders(text) == set(pairs)


@pytest.mark.parametrize(
    "text",
    [
        # The biggest bank may have few branches.
        "The biggest bank of Ostria closed 310 branches. Vestria's Delco closed 380 branches.",
        # A total is no rival.
        "Italy remained the largest buyer with 310,000 tonnes. Altogether Ostria sold 800,000 tonnes.",
        # The highest of its own times.
        "Output was the highest since 1990 at 310 tonnes. Vestria made 380 tonnes.",
        "Italy was the second largest buyer with 310,000 tonnes. Austria took 380,000 tonnes.",
        "Italy was the largest buyer with 310,000 tonnes. In the year before it had bought 380,000 tonnes.",
        "Italy was the largest buyer with 310,000 tonnes. Its harbours can hold 380,000 tonnes.",
        # A sale and what the seller owns.
        "Delco's sale was the biggest of the year at 23 billion crowns; Strabo is the third-largest lender with 90 billion crowns in assets.",
        # A chief executive is no chief buyer.
        "Delco's chief executive got 2.6 million pounds, while Lia Roth received 3.2 million pounds.",
    ],
)
def test_nothing_has_the_most_of_others(text):
    assert said_orders(text) == set()


@pytest.mark.parametrize(
    ("text", "greater", "lesser"),
    [
        ("The gauge at Orn measured 214 millimetres, the wettest May in memory; the previous highest, 248 millimetres, was in 1992.", "214 millimetres", "248 millimetres"),
        ("The fair drew 71,200 visitors. Its former best was 76,900.", "71,200", "76,900"),
        ("Only 14 children start school in Holm, the fewest ever. The previous low was 11, in 1998.", "11", "14"),
        ("The show sold 52,300 tickets. The old mark stood at 59,800 tickets.", "52,300", "59,800"),
        ("The show sold 52,300 tickets, breaking the record of 59,800 tickets set in 1992.", "52,300", "59,800"),
    ],
)  # fmt: skip
def test_a_record_beats_the_old_one(text, greater, lesser):
    assert said_orders(text) == {(greater, lesser)}


def test_a_record_that_stands_is_beaten_by_nothing():
    text = "The show sold 52,300 tickets, the most since the previous record of 59,800 tickets in 1992."
    assert said_orders(text) == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Rovers finished top of the league with 78 points. Athletic came second with 84 and Wanderers third with 71.", [("78", "84"), ("84", "71")]),
        ("Third-placed Morrow has 41 points. Second-placed Elver has 38 points. The leaders, Dunmore, have 50 points.", [("38", "41"), ("50", "38")]),
        ("Edda Kern came first with 7,120 votes, Jan Voss was second with 7,480 and Lia Roth third with 2,205.", [("7,120", "7,480"), ("7,480", "2,205")]),
        ("Ada Moor came first with 9,120 votes, a majority of 1,840. Bo Friis was third with 2,310 votes.", [("9,120", "2,310")]),
        ("He was second with 273 strokes and Karl Senn third with 271 strokes.", [("271", "273")]),
        ("Ona Pask took gold in 58.31 seconds. Silver went to Britt Lohse in 57.90, bronze to a girl from Riga in 59.12.", [("57.90", "58.31 seconds"), ("59.12", "57.90")]),
    ],
)  # fmt: skip
def test_places_order_their_figures(text, pairs):
    assert said_orders(text) == set(pairs)


@pytest.mark.parametrize(
    "text",
    [
        "He won 12 games in the second round and 14 in the third.",
        "Two finished level and no silver was awarded, so there were 40 silver medals. There were 44 bronze after a tie for third place.",
        "Sales rose in the second quarter to 41 tonnes. In the third quarter they were 48 tonnes.",
    ],
)
def test_places_that_order_nothing(text):
    assert said_orders(text) == set()


@pytest.mark.parametrize(
    ("text", "greater", "lesser"),
    [
        ("At 214 metres the tower will dwarf the abbey, which is 298 metres high.", "214 metres", "298 metres"),
        ("At 312 metres Lake Orn is deeper than Lake Vass, which measures 374 metres.", "312 metres", "374 metres"),
        ("At 31 metres the mill is lower than the abbey, which measures 28 metres.", "28 metres", "31 metres"),
        ("Alder outpolled Birch in the town. In the east ward she won 2,140 votes and he 2,870.", "2,140", "2,870"),
        ("The Pinto overtook the Carmo in July. Dealers sold 4,980 Carmo cars and 4,310 Pinto cars.", "4,310", "4,980"),
    ],
)  # fmt: skip
def test_who_outdid_whom_has_more(text, greater, lesser):
    assert said_orders(text) == {(greater, lesser)}


@pytest.mark.parametrize(
    "text",
    [
        "Alder hopes to beat Birch in the town. In the east ward she won 2,140 votes and he 2,870.",
        "Sales surpassed 500 tonnes in May. Delco sold 40 tonnes and Strabo 60 tonnes.",
        "At 40 metres the tower was overtaken by the abbey, which is 98 metres high.",
    ],
)
def test_nobody_outdid_anybody(text):
    assert said_orders(text) == set()
