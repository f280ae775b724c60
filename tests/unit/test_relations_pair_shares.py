# ruff: noqa: E501
"""Shares told apart from the part and the whole that they are of: true, and wrong by a number."""

import pytest
from relating_quotes import relations_of


@pytest.mark.parametrize(
    ("text", "part", "base", "share"),
    [
        ("In the tunnel, 1,260 of the 1,400 lamps are new. Six in ten lamps now use less power.", "1,260", "1,400", "Six in ten"),
        ("Four lambs out of five lived. Of 4,500 lambs born in April, 3,100 saw May.", "3,100", "4,500", "Four lambs out of five"),
        ("Loans overdue stood at 3.0 billion crowns in May, equivalent to 8.4 percent of its total lending of 62.5 billion crowns.", "3.0 billion crowns", "62.5 billion crowns", "8.4 percent"),
        ("Ann Dray sold 14 million shares for 92 million pounds. The shares, which represent 9 percent of the 265 million in issue, were placed at once.", "14 million", "265 million", "9 percent"),
    ],
)  # fmt: skip
def test_a_share_with_the_pair_that_it_is_of(text, part, base, share):
    assert {"part": [part], "base": [base], "share": [share]} in relations_of(text, "share")


@pytest.mark.parametrize(
    "text",
    [
        "In the tunnel, 1,260 of the 1,400 lamps are new. Six in ten doors stick.",
        "Of the 184 judges, 31 are women. Among trainee judges taken on last year 64 percent are.",
        "Of the 1,400 lamps, 1,260 are new. A year ago, six in ten lamps were dark.",
        'It filled 412 of the 950 boxes. "We had reckoned on half," said Ann Dray.',
    ],
)
def test_a_share_of_others_or_of_another_time_is_none_of_a_pair(text):
    assert not [found for found in relations_of(text, "share") if {"part", "base"} <= found.keys()]
