"""Changes in the unit of the level that they led to, with and without the level before."""

import pytest
from relating_quotes import REFERENCE, relations_of

from flows.extraction.extract import read_article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank lowered its rate by 50 basis points to 4.25 percent.",
         {"change": ["50 basis points"], "new": ["4.25 percent"]}),
        ("Dena's debt rose 89.5 billion francs in May to 5,591.1 billion francs.",
         {"change": ["89.5 billion francs"], "new": ["5,591.1 billion francs"]}),
        ("The fund told of a reduction in the weighting of banks by 300 basis points to 14 percent.",
         {"change": ["300 basis points"], "new": ["14 percent"]}),
        ("Acme shares were up 62 cents at $21.58.", {"change": ["62 cents"], "new": ["$21.58"]}),
        # The object between verb and "by" may be long; the level before may only be called a percentage.
        ("The bank cut its key interest rate by one percentage point to 4.25 percent from 5.25 percent.",
         {"change": ["one percentage point"], "new": ["4.25 percent"], "old": ["5.25 percent"]}),
        ("The bank cut its rate by 1 percentage point to 4.25 percent from 5.5 percent.",
         {"change": ["1 percentage point"], "new": ["4.25 percent"], "old": ["5.5 percent"]}),
    ],
)  # fmt: skip
def test_change_is_tied_to_the_level_it_led_to(text: str, expected: dict[str, list[str]]) -> None:
    assert relations_of(text, "growth") == [expected]


def test_level_may_be_hedged_between_to_and_from() -> None:
    text = "Acme spoke of an increase in its forecast for orders to above 850 planes from 700 planes."
    assert relations_of(text, "order") == [{"greater": ["850"], "lesser": ["700"]}]


def test_counts_that_outnumber_are_no_change() -> None:
    text = "Rising stocks outnumbered declining ones in Hest by 2,188 to 837."
    assert relations_of(text, "growth") == []
    assert relations_of(text, "order") == [{"greater": ["2,188"], "lesser": ["837"]}]


def test_level_takes_the_period_of_its_change_where_it_has_none() -> None:
    text = (
        "Acme slumped to a $3 billion first-half loss. "
        "Loans in Hest shrank 29 percent versus a year earlier to $586 million as prices there fell."
    )
    drafts = read_article(text, None, "2023-08-04", REFERENCE).drafts
    change, level = drafts[-2:]
    assert (change.period_start, change.period_end) == ("2023-01-01", "2023-06-30")
    assert (level.period_start, level.period_end) == ("2023-01-01", "2023-06-30")
    assert level.why["period"].rule == "of_its_change"
    assert level.confidence["period"] == 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme will cut 3,000 jobs, about 9 percent of its work force.", [("3,000", "9 percent")]),
        ("Some 1,200 people, 30 percent of those who were asked, said no.", [("1,200", "30 percent")]),
        ("Exports -- $422 million -- accounted for 44 percent of sales.", [("$422 million", "44 percent")]),
        # Of these the share is taken: they are no part of anything.
        ("Dena shipped 26 million kits, two-thirds of which hold parts of Acme.", []),
        ("Acme raised $900 million, half of it through loans.", []),
        # A change in percent, or a rate, is no share.
        ("Acme sold 3,000 boats, 9 percent more than in May.", []),
    ],
)  # fmt: skip
def test_share_stands_beside_its_part(text: str, expected: list[tuple[str, str]]) -> None:
    found = [
        (roles["part"][0], roles["share"][0]) for roles in relations_of(text, "share") if "part" in roles
    ]
    assert found == expected
