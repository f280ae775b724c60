"""How far so many seats are from a majority."""

import pytest
from stating import role

CHECK = "majority_contradicts_seats"


def add(warehouse, seats, everybody, gap, side="missing"):
    warehouse.add(role("numerator", seats), role("denominator", everybody), role(side, gap))


@pytest.mark.parametrize(
    ("seats", "everybody", "gap", "side", "expected"),
    [
        ("98", "200", "3", "missing", []),
        ("98", "200", "13", "missing", ["contradiction"]),
        ("98", "200", "2", "missing", []),  # just inside: of the half itself
        ("98", "200", "5", "missing", ["contradiction"]),
        ("74", "151", "2", "missing", []),
        ("62", "120", "1", "beyond", []),
        ("62", "120", "9", "beyond", ["contradiction"]),
        ("about 98", "200", "13", "missing", []),  # an open bound
    ],
)
def test_seats_and_what_they_are_short_of(warehouse, seats, everybody, gap, side, expected):
    add(warehouse, seats, everybody, gap, side)
    assert [found.certainty for found in warehouse.findings(CHECK)] == expected


def test_the_message_names_the_majority(warehouse):
    add(warehouse, "98", "200", "13")
    [found] = warehouse.findings(CHECK)
    assert "98 of 200 seats are 3 from a majority of 101, stated is 13" in found.message


def test_a_ratio_of_other_things_says_nothing(warehouse):
    warehouse.add(role("ratio", "2 times"), role("numerator", "98"), role("denominator", "200"))
    assert warehouse.findings(CHECK) == []
