"""Cases of other rule systems as facts: XBRL's Calculations 1.1 and a hierarchy in VTL with missing parts."""

import pytest
from stating import figure, parts, some_parts, total

SOLD = {"entity_code": "acme", "metric_code": "vehicles_sold", "during": "2015"}


def certainties(warehouse, check=None):
    return [(found.check, found.certainty) for found in warehouse.findings(check)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # A fact stands for all that is rounded to it, both ends included; duplicates agree where these meet.
        ("1.2 million", "exactly 1,234,567", []),
        ("1.2 million", "1.23 million", []),
        ("1.2 million", "exactly 1,250,000", []),
        ("1.2 million", "1.2 million", []),
        # Of one precision, and different: passed over where only the first of several facts is used.
        ("1.2 million", "1.3 million", ["tension"]),
        ("1.23 million", "1.24 million", ["tension"]),
        ("1.2 million", "1.4 million", ["contradiction"]),
        ("exactly 1,234", "exactly 1,235", ["contradiction"]),
        # Of two precisions, and beyond what either may be rounded from.
        ("1.2 million", "1.34 million", ["contradiction"]),
    ],
)
def test_two_facts_of_one_thing(warehouse, one, other, expected):
    for words in (one, other):
        warehouse.state(figure(f"{words} vehicle", **SOLD))
    assert [certainty for _, certainty in certainties(warehouse, "same_figure_differs")] == expected


def test_a_fact_that_many_repeat_is_still_another_than_its_neighbour(warehouse):
    for words in ("1.2 million", "1.2 million", "1.3 million", "exactly 1,230,000"):
        warehouse.state(figure(f"{words} vehicle", **SOLD))
    assert ("same_figure_differs", "tension") in certainties(warehouse)


@pytest.mark.parametrize(
    ("whole", "contributions", "expected"),
    [
        # Each contribution to the nearest 0.1: the sum may be off by half of it for each.
        ("1.0 million", ("0.3 million", "0.3 million", "0.3 million"), []),
        ("1.1 million", ("0.3 million", "0.3 million", "0.3 million"), []),
        ("1.2 million", ("0.3 million", "0.3 million", "0.3 million"), ["tension"]),
        ("1.6 million", ("0.3 million", "0.3 million", "0.3 million"), ["contradiction"]),
        # Where all is exact nothing may be off.
        ("exactly 10", ("exactly 3", "exactly 3", "exactly 4"), []),
        ("exactly 11", ("exactly 3", "exactly 3", "exactly 4"), ["contradiction"]),
    ],
)
def test_a_total_and_its_rounded_contributions(warehouse, whole, contributions, expected):
    warehouse.add(total(whole), parts(*contributions))
    assert [certainty for _, certainty in certainties(warehouse, "parts_contradict_total")] == expected


def exact(number):
    """Return a sum of money: counts are never negative."""
    return figure(f"exactly ${number}") if number >= 0 else figure(f"-${-number}")


@pytest.mark.parametrize(
    ("whole", "members", "gap"),
    [
        (11, (2, 5, 4), None),
        (0, (7, -7), None),
        (19, (11, 0), 8.0),
    ],
)
def test_a_hierarchy_with_all_its_members(warehouse, whole, members, gap):
    warehouse.add(total(exact(whole)), parts(*map(exact, members)))
    warehouse.check()
    rows = warehouse.connection.execute("select check_name, gap from findings").fetchall()
    assert rows == ([("parts_contradict_total", gap)] if gap is not None else [])


@pytest.mark.parametrize(
    ("whole", "members"),
    [
        # No member is there, one of two, two of three.
        (5, (None, None, None)),
        (20, (3, None)),
        (16, (9, None, 6)),
    ],
)
def test_what_is_missing_is_unknown_and_never_nothing(warehouse, whole, members):
    warehouse.add(total(exact(whole)), parts(*(one if one is None else exact(one) for one in members)))
    assert warehouse.findings() == []


def test_members_without_a_total_say_nothing(warehouse):
    warehouse.add(parts(exact(9), None, exact(6)))
    assert warehouse.findings() == []


def test_a_missing_member_can_only_add_to_members_above_the_total(warehouse):
    warehouse.add(total(exact(14)), parts(exact(19), None))
    assert certainties(warehouse) == [("parts_exceed_total", "contradiction")]
    warehouse.clear()
    # Where values can be negative it may take away.
    warehouse.add(total(exact(14)), some_parts(exact(19), exact(-5), None))
    assert warehouse.findings() == []
