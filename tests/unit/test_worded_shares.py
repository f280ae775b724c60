# ruff: noqa: E501
"""Shares in words: which words, of what, and whose."""

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference

REFERENCE = load_reference()


def shares(text):
    rows = extract(text, REFERENCE, published="2024-05-01")
    quotes = {figure["figure_id"]: figure["quote"] for figure in rows["figures"]}
    return [
        (
            share["quote"],
            share["entity_code"] or quotes[share["part_figure_id"]],
            quotes[share["base_figure_id"]],
        )
        for share in rows["worded_shares"]
    ]


@pytest.mark.parametrize(
    ("text", "words", "part", "base"),
    [
        ("Nissan has sold 300,000 electric cars. The Leaf still makes up the vast majority of those sales.", "vast majority", "nissan_leaf", "300,000"),
        ("Acme employs 4,000 people. Beta Works accounts for a tiny fraction of that workforce.", "tiny fraction", "beta_works", "4,000"),
        ("Ford sold 40,000 cars, and Lincoln accounted for a small share of those sales.", "small share", "lincoln", "40,000"),
        ("47 of the 52 delegates, the vast majority, had voted for it.", "vast majority", "47", "52"),
        ("Most members (41 of the 52) voted for it.", "Most", "41", "52"),
        ("Nearly all, 311 of its 330 branches, stayed open.", "Nearly all", "311", "330"),
    ],
)  # fmt: skip
def test_a_share_in_words_has_its_whole(text, words, part, base):
    assert shares(text) == [(words, part, base)]


@pytest.mark.parametrize(
    "text",
    [
        # No whole is counted, or it is not those.
        "The Leaf accounts for most of those sales.",
        "Nissan employs 40,000 people. The Leaf accounts for most of those sales.",
        "Nissan sold 40,000 cars. Profits rose. The weather was fine. The Leaf accounts for most of those sales.",
        # Nobody says that it is so, or that it is one who has the share.
        "Ford sold 40,000 cars. Lincoln could account for most of those sales.",
        "Ford sold 40,000 cars. The Mustang and the Explorer accounted for most of those sales.",
        "Ford sold 40,000 cars. Lincoln never accounted for most of those sales.",
        "Ford sold 40,000 cars. Lincoln dealers accounted for most of those sales.",
        "Most of the 1,200 workers are women.",
        # One side is a plan.
        "About 41 of the 52 wells are to be closed by 2031, most of them old.",
    ],
)
def test_what_is_no_share_of_what_is_counted(text):
    assert shares(text) == []


def test_every_phrase_stands_for_a_share_within_what_it_states():
    for row in REFERENCE.rows("quantifiers"):
        low, high, read_low, read_high = (
            float(row[end]) for end in ("stated_low", "stated_high", "read_low", "read_high")
        )
        assert 0 <= low <= read_low < read_high <= high <= 1, row
