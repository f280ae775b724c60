"""Relations that words alone state, through the whole reading: wrong numbers must not hide them."""

import pytest

from flows.extraction.rows import extract
from schemas.reference import load_reference

REFERENCE = load_reference()


def relations_of(text, kind):
    """Return the relations of `kind` as quotes by role, with the key ``complete`` for breakdowns."""
    rows = extract(text, REFERENCE, title=None, published="2024-03-15")
    quotes = {figure["figure_id"]: figure["quote"] for figure in rows["figures"]}
    found = []
    for link in rows["links"]:
        if link["kind"] == kind:
            roles = {}
            for member in link["members"]:
                roles.setdefault(member["role"], []).append(quotes[member["figure_id"]])
            found.append(roles)
    for breakdown in rows["breakdowns"]:
        if breakdown["kind"] == kind:
            parts = [quotes.get(part["figure_id"], part["item"]) for part in breakdown["parts"]]
            found.append(
                {
                    "total": quotes.get(breakdown["total_figure_id"]),
                    "part": parts,
                    "complete": breakdown["is_complete"],
                }
            )
    return found


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
    ],
)
def test_the_level_of_a_change_is_the_new_one_though_the_sum_be_wrong(text, roles):
    assert roles in relations_of(text, "growth")


def test_ahead_of_orders_all_rivals():
    text = "Hanna Berg received 4,100 votes, ahead of Eva Lind with 5,900 votes and Tom Moor with 800."
    orders = relations_of(text, "order")
    assert {"greater": ["4,100"], "lesser": ["5,900"]} in orders
    assert {"greater": ["4,100"], "lesser": ["800"]} in orders


def test_an_outlook_against_its_forerunner_and_last_year():
    text = (
        "Corva expects a profit of $10.6 billion this year, up from an earlier forecast of $8.4 billion,"
        " and well above the $7.6 billion earned in 2012."
    )
    orders = relations_of(text, "order")
    assert orders == [
        {"greater": ["$10.6 billion"], "lesser": ["$8.4 billion"]},
        {"greater": ["$10.6 billion"], "lesser": ["$7.6 billion"]},
    ]


def test_segments_are_parts_of_their_company_though_the_sum_be_wrong():
    text = (
        "Corva Energy produced 14.2 terawatt hours in 2023. It has 5 gigawatts."
        " Onshore farms produced 9.9 terawatt hours and offshore farms 5.1 terawatt hours."
    )
    parts = ["9.9 terawatt hours", "5.1 terawatt hours"]
    assert relations_of(text, "sum") == [{"total": "14.2 terawatt hours", "part": parts, "complete": True}]


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
        "Toll roads brought in revenue of $8.8 million in 2019, accounting for 19 percent of regional"
        " transport revenues. Revenues from regional transport rose to $11.1 million in 2019."
    )
    expected = {"part": ["$8.8 million"], "share": ["19 percent"], "base": ["$11.1 million"]}
    assert expected in relations_of(text, "share")


def test_actors_that_account_for_a_share_are_no_part_of_it():
    assert relations_of("The five largest banks account for 97 percent of loans.", "share") == []
