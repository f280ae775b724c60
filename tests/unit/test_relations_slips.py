# ruff: noqa: E501
"""Sums that hold but for one slip of the pen, whatever the words between them say."""

from decimal import Decimal

import pytest

from flows.extraction.relations.misprints import may_have_slipped, ways_to_slip
from flows.extraction.rows import extract
from schemas.reference import load_reference

REFERENCE = load_reference()

FERRY = "Everybody on the ferry, {} people, was brought ashore by midnight. She had {} pilgrims and {} sailors when she struck the pier."
MILLS = "Mills along the Orl ground {} billion sacks. Wheat came to {} billion sacks, barley {} billion, oats {} billion and rye {} billion."
BOOKS = "The library at Tarn holds {} books, and {} of these are novels. On the top floor stand {} books of verse."


def slips(text):
    """Return the sums of a text that hold but for a slip: total and parts."""
    rows = extract(text, REFERENCE, title="Notes from Orl", published="2024-03-15")
    quotes = {figure["figure_id"]: figure["quote"] for figure in rows["figures"]}
    return [
        (quotes[one["total_figure_id"]], [quotes[part["figure_id"]] for part in one["parts"]])
        for one in rows["breakdowns"]
        if one["rule"] == "but_for_a_slip"
    ]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (FERRY.format("1,507", "1,261", "309"), "1,507", ["1,261", "309"]),  # 1,570
        (FERRY.format("1,570", "1,216", "309"), "1,570", ["1,216", "309"]),  # 1,261
        (MILLS.format("61.4", "27.3", "15.2", "3.8", "10.6"), "61.4 billion", ["27.3 billion", "15.2 billion", "3.8 billion", "10.6 billion"]),  # 8.3
        (BOOKS.format("61,482", "57,836", "3,466"), "61,482", ["57,836", "3,466"]),  # 3,646
        ("A port at Orl will cost $7.2 billion.\n\nOf the $7.2 million total, $4.5 billion is due in ten years and $2.7 billion in twenty.", "$7.2 million", ["$4.5 billion", "$2.7 billion"]),
    ],
)  # fmt: skip
def test_what_one_slip_makes_add_up_is_a_sum(text, total, parts):
    assert slips(text) == [(total, parts)]


@pytest.mark.parametrize(
    "text",
    [
        "The library at Tarn holds 61,482 books, ahead of the 57,836 at Orl. There are 3,466 more books at Tarn than there.",
        "Tarn lent 61,482 books, up from 57,836 the year before. Readers took home 3,466 more books.",
        "Nora Lind won with 61,482 votes, ahead of Karl Moe with 57,836. Only 3,466 votes lay between them.",
    ],
)
def test_two_levels_set_against_one_another_have_a_difference(text):
    assert slips(text) == [("61,482", ["57,836", "3,466"])]  # 3,646
    assert slips(text.replace("3,466", "3,646")) == []


@pytest.mark.parametrize(
    "text",
    [
        FERRY.format("1,527", "1,261", "309"),  # 43 off: two digits are wrong
        FERRY.format("1,580", "1,261", "309"),  # another digit: one of 36 numbers of the kind
        FERRY.format("175", "131", "26"),  # 157, of which chance makes one in a hundred
        FERRY.format("about 1,507", "1,261", "309"),
        FERRY.format("1,507", "1,261", "309") + " The 1,507 have all gone home.",
        FERRY.format("1,507", "1,261", "309") + " A list of 1,570 names was found.",
        BOOKS.format("61,482", "57,836", "3,464"),
        BOOKS.format("61,482", "57,836", "3,466") + " There are also 3,646 maps.",
        # It holds as it is printed with another figure.
        FERRY.format("1,507", "1,261", "246") + " Another 309 had stayed at home.",
        "Revenue was 91.54 billion, against 92.34 billion expected. Wages rose to 8.1 billion from 7.3 billion.",
        "Line A carried 4,812 riders, line B 1,377 and line C 2,906 on the first day.",
    ],
)
def test_what_chance_may_do_is_none(text):
    assert slips(text) == []


@pytest.mark.parametrize(
    ("printed", "told", "ways"),
    [
        ("4,812", "4182", 1.5),  # 8,412, 4,182 and 4,821
        ("4,812", "4912", 36),
        ("4,800", "8400", 0.5),
        ("4,800", "480", 4),
        ("4,812", "4812000", 0.5),
        ("4,812", "2184", 0),
        ("48.12", "48.21", 1.5),
        ("4,812", "4812", 0),
    ],
)
def test_a_slip_is_one_of_so_many_numbers(printed, told, ways):
    size, other = Decimal(printed.replace(",", "")), Decimal(told)
    assert may_have_slipped(size, other) == (ways > 0)
    assert ways == (ways_to_slip(size, printed, other) if ways else 0)
