# ruff: noqa: E501
"""Shares whose base their words name: tied by these words, whether the share is right or wrong by a number."""

import pytest
from relating_quotes import relations_of

TOLD = [
    ("Orla Foods drew down 61.4 million pounds, or {} percent, of an initial 94 million pound loan.", "65", "35", "61.4 million pounds", "94 million pound"),
    ("In 2018 tin sales came to 21.6 million euros, or about {} percent, of Varo's overall sales and fees of 48 million euros.", "45", "75", "21.6 million euros", "48 million euros"),
    ("Bonds were valued at about 12 billion crowns or about {} percent of 40 billion crowns raised by all issuers.", "30", "50", "12 billion crowns", "40 billion crowns"),
    ("A 700 million crown plan would represent {} percent of the 12.5 billion crown budget.", "5.6", "8.6", "700 million crown", "12.5 billion"),
    ("Revenue at Orla Foods fell to 640 million pounds. Dairy revenue was 160 million pounds, or {} percent of the total.", "25", "45", "160 million pounds", "640 million pounds"),
    ("Revenue in Orla Foods' dairy arm rose 9 percent to 840 million pounds and operating profit was 42 million pounds, or {} percent of sales.", "5", "8", "42 million pounds", "840 million pounds"),
    ("That took the total sum of aid that Norland received in the year to 88.6 million dollars. Farm aid came to 35.5 million dollars, taking up {} percent of total aid flows.", "40", "60", "35.5 million dollars", "88.6 million dollars"),
    ("Norland Rail will cut 1,200 jobs, or {} percent of its workforce, by May. The savings come to 40 million pounds a year. Norland Rail employs 24,000 workers.", "5", "9", "1,200", "24,000"),
    ("Makers sold 366 million handsets last quarter. Varo led with 80.8 million handsets and a {} percent market share.", "22", "42", "80.8 million", "366 million"),
    ("The two firms said the venture will have a total investment of 800 million pounds, with Varo investing {} percent, or 440 million pounds.", "55", "75", "440 million pounds", "800 million pounds"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "part", "base"), TOLD)
def test_a_share_with_the_base_that_its_words_name(text, right, wrong, part, base):
    for share in (right, wrong):
        found = relations_of(text.format(share), "share")
        assert {"part": [part], "base": [base], "share": [f"{share} percent"]} in found


@pytest.mark.parametrize(
    "text",
    [
        # Another company's revenue, another time's, what is only expected.
        "Varo's revenue was 640 million pounds. Orla Foods made an operating profit of 42 million pounds, or 5 percent of revenue.",
        "Orla Foods had revenue of 640 million pounds in 2015. In 2018 its operating profit was 42 million pounds, or 9 percent of revenue.",
        "Analysts expect Orla Foods' revenue to be 640 million pounds. Its operating profit was 42 million pounds, or 9 percent of revenue.",
        # Another noun than the words of the base.
        "The total debt of the island is 640 million pounds. It owes 42 million pounds, or 9 percent of all deposits, to its banks.",
        # Both have a share of the same whole.
        "Fees were 262.5 million crowns, 54.7 percent of the total. Rent came to 99.5 million crowns, accounting for 20.8 percent of the total.",
        # Of two levels in the sentence before none makes the share.
        "Total costs were 640 million pounds and total spending 720 million pounds. Farm aid was 42 million pounds, or 9 percent of the total.",
        # Who is dismissed is not of those who work elsewhere.
        "Varo will cut 1,200 jobs, or 20 percent of its staff. Orla Foods employs 24,000 workers.",
        # What is sold next, and a share that is of nothing told.
        "Orla Foods bought 20 percent of its milk abroad. Its 42 million litres went to 640 million tins.",
    ],
)  # fmt: skip
def test_a_base_that_the_words_do_not_name_is_none(text):
    assert not [found for found in relations_of(text, "share") if {"part", "base", "share"} <= found.keys()]


def test_what_includes_other_things_is_not_the_total():
    text = "Varo reported sales of 2.62 billion dollars, including 133 million from services. Goods sold to Orla came to 1.09 billion dollars, or 34 percent of the total."
    assert not [found for found in relations_of(text, "share") if "base" in found]


def test_of_two_totals_the_one_that_makes_the_share_is_meant():
    text = "Total costs were 640 million pounds and total spending 840 million pounds. Farm aid was 42 million pounds, or 5 percent of the total."
    told = relations_of(text, "share")
    assert {"part": ["42 million pounds"], "base": ["840 million pounds"], "share": ["5 percent"]} in told


def test_a_value_told_in_the_sentence_of_its_stake():
    text = "Norland Fund paid 1.35 billion crowns for a 7.5 percent stake in Varo, valuing the firm at 12 billion crowns. Orla, which raised 7 billion crowns, sold a 24 percent stake."
    told = relations_of(text, "share")
    assert {"part": ["1.35 billion crowns"], "base": ["12 billion crowns"], "share": ["7.5 percent"]} in told
