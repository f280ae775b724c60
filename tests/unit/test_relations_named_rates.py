# ruff: noqa: E501
"""Rates that a noun defines and shares of what was just told: tied by words, whether they are right or wrong."""

import pytest
from relating_quotes import relations_of

TOLD = [
    # What a rate is of, wherever its clauses stand.
    ("Traffic in passenger-kilometres grew 4.1 percent to 2,460 million while capacity grew by 2.2 percent to 3,075 million. The load factor improved to {}.", "80.0 percent", "86.0 percent", "2,460 million", "3,075 million"),
    ("The Varo Festival sold {} of its seats. There were 52,000 tickets on offer and 46,800 were bought.", "90 percent", "70 percent", "46,800", "52,000"),
    ("The jails had places for 4,200 people. They held 5,250. That is an occupancy of {}.", "125 percent", "152 percent", "5,250", "4,200"),
    ("Police registered 12,500 thefts last year. Locks have become better. The clear-up rate came to {}. Detectives solved 3,000 of these cases.", "24 percent", "42 percent", "3,000", "12,500"),
    # The whole that words tell of the one before.
    ("Of 12,400 new bikes 3,100 were electric, or 25 percent. Tandems came to 1,736, or {}.", "14 percent", "41 percent", "1,736", "12,400"),
    # What stands behind in a clause of its own.
    ("The gap, 19.2 billion crowns, corresponds to {} of the output of the island, which amounted to 640 billion crowns.", "3 percent", "5 percent", "19.2 billion crowns", "640 billion crowns"),
    # What was told in the sentence before.
    ("The island had a shortfall of 3.2 billion crowns last year. It is {} of exports, which reached 50 billion crowns.", "6.4 percent", "4.6 percent", "3.2 billion crowns", "50 billion crowns"),
    ("The island had a shortfall of 53 billion crowns last year. The deficit equalled {} of an output of 1,060 billion crowns.", "5 percent", "7 percent", "53 billion crowns", "1,060 billion crowns"),
    ("The island had a shortfall of 168 billion crowns last year. Measured against an output of 1,400 billion crowns, that is {}.", "12 percent", "21 percent", "168 billion crowns", "1,400 billion crowns"),
    ("The fund raised 2.9 million crowns and spent 2.32 million of it, or {}, on its schools.", "80 percent", "60 percent", "2.32 million", "2.9 million crowns"),
    # What all take in has many names.
    ("Turnover was 58 million crowns. Wages ate up 43.5 million crowns, or {} of income.", "75 percent", "57 percent", "43.5 million crowns", "58 million crowns"),
    ("Revenue rose 9 percent to 520 million crowns. Sales to bakers jumped 24 percent to 182 million crowns and now account for {} of revenue.", "35 percent", "53 percent", "182 million crowns", "520 million crowns"),
    # Shots and former years, spelled out.
    ("Varo made 33 for 75 from the field, or {}.", "44 percent", "64 percent", "33", "75"),
    ("The pass rate was {} in 2017, when 4,160 of 6,500 candidates were successful.", "64 percent", "46 percent", "4,160", "6,500"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong", "part", "base"), TOLD)
def test_a_share_with_what_it_is_of(text, right, wrong, part, base):
    for share in (right, wrong):
        found = relations_of(text.format(share), "share")
        assert {"part": [part], "base": [base], "share": [share]} in found


@pytest.mark.parametrize(
    "text",
    [
        # Another time, another room, several parts.
        "Last year the hotels were 61 percent full on average. There is room for 4,300 guests. On Friday 3,900 beds were taken.",
        "The jails held 6,600 inmates. They are half as full again as they should be. A second capacity is 6,500.",
        "The Varo Festival sold 90 percent of its seats. There were 52,000 tickets on offer. In May 21,000 were bought, in June 14,000.",
        # Of others.
        "Of 300 calls 120, or 40 percent, were false. Of the women who called 12, or 70 percent, were under 30.",
        # What is no amount.
        "It is 60 percent of the size of Norland, which has 3 million people.",
        "The firm lost 4 million crowns. With sales of 90 million crowns, that is a margin of which few speak.",
    ],
)  # fmt: skip
def test_a_share_of_others_is_not_tied(text):
    assert not [
        found
        for found in relations_of(text, "share")
        if {"part", "base", "share"} <= found.keys()
        and found["share"] not in (["40 percent"], ["25 percent"])
    ]


def test_a_share_of_several_is_of_each():
    text = "6,320 of 7,900 girls passed and 5,040 of 6,300 boys, 70 percent in either case."
    found = relations_of(text, "share")
    assert {"part": ["6,320"], "base": ["7,900"], "share": ["70 percent"]} in found
    assert {"part": ["5,040"], "base": ["6,300"], "share": ["70 percent"]} in found
