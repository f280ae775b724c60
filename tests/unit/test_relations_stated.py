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
