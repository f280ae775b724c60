"""Changes and distances whose two levels stand in other sentences. One text a row."""

import pytest
from relating_quotes import relations_of

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
