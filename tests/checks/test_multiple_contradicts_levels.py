"""What is so many times another."""

import pytest
from stating import figure, role

CHECK = "multiple_contradicts_levels"


def verdicts(warehouse):
    return [found.certainty for found in warehouse.findings(CHECK)]


def test_a_multiple_leads_from_one_to_the_other(warehouse):
    expected = {
        "84 tonne = 2 times 42 tonne": [],
        "84 tonne = 2 times 37.4 tonne": [],  # just inside: twice is 1.75 to 2.25
        "84 tonne = 2 times 37.2 tonne": ["tension"],
        "84 tonne = 2 times 62 tonne": ["contradiction"],
        "84 tonne = 2.4 times 42 tonne": ["contradiction"],
        "84 tonne = 2 times 62 kilometre": [],  # not comparable
        "more than 84 tonne = 2 times 62 tonne": ["tension"],  # an open bound
    }
    for case in expected:
        numerator, _, rest = case.partition(" = ")
        ratio, _, denominator = rest.partition(" times ")
        warehouse.add(
            role("ratio", f"{ratio} times"),
            role("numerator", numerator),
            role("denominator", denominator),
            article=case,
        )
    assert warehouse.certainties(CHECK) == expected


def test_the_message_counts_times_and_no_kilograms(warehouse):
    warehouse.add(role("ratio", "2 times"), role("numerator", "84 tonne"), role("denominator", "62 tonne"))
    [found] = warehouse.findings(CHECK)
    assert "is 1.35 times 62" in found.message


def test_doubling_is_a_multiple_too(warehouse):
    warehouse.add(role("growth", "2 times"), role("new", "640 car"), role("old", "420 car"))
    assert verdicts(warehouse) == ["tension"]


def test_a_missing_level_says_nothing(warehouse):
    unknown = figure("62 tonne", stated_low=None, stated_high=None, read_low=None, read_high=None)
    warehouse.add(role("ratio", "2 times"), role("numerator", "84 tonne"), role("denominator", unknown))
    assert verdicts(warehouse) == []


def test_the_repair_multiplies(warehouse):
    warehouse.add(role("ratio", "2 times"), role("numerator", "84 tonne"), role("denominator", "62 tonne"))
    (found,) = warehouse.findings(CHECK)
    bounds = {repair["role"]: (repair["must_be_low"], repair["must_be_high"]) for repair in found.repairs}
    assert bounds["multiplied"] == (124.0, 124.0)


@pytest.mark.parametrize(
    ("numerator", "denominator"), [("exactly 0", "exactly 40"), ("exactly 40", "exactly 0")]
)
def test_nothing_is_no_multiple(warehouse, numerator, denominator):
    warehouse.add(role("ratio", "2 times"), role("numerator", numerator), role("denominator", denominator))
    assert verdicts(warehouse) == []
