import pytest
from reading_in import read
from stating import figure, role

CHECK = "growth_contradicts_levels"


def grown(words, new, old, **columns):
    growth = figure(words, kind="growth", **columns)
    return role("growth", growth), role("new", new), role("old", old)


@pytest.mark.parametrize(
    ("growth", "new", "old"),
    [
        ("38%", "exactly 23,667", "exactly 17,168"),
        ("0.6%", "exactly 25,439", "exactly 25,282"),
        ("13%", "4.5 billion", "3.97 billion"),
        ("over 20%", "exactly 130", "exactly 100"),
    ],
)
def test_growth_that_the_levels_give_passes(warehouse, growth, new, old):
    warehouse.add(*grown(growth, new, old))
    assert warehouse.findings() == []


def test_growth_that_the_levels_exclude(warehouse):
    warehouse.add(*grown("29%", "60.4 million", "44.9 million"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.message.startswith("from 44.9 million to 60.4 million is a rise of 34.")
    assert {repair["role"] for repair in found.repairs} == {"growth", "new", "old"}


def test_just_inside_and_just_outside(warehouse):
    warehouse.add(*grown("17%", "exactly 1,180", "exactly 1,000"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["tension"]
    warehouse.add(*grown("17%", "exactly 1,181", "exactly 1,000"))
    assert "contradiction" in [found.certainty for found in warehouse.findings(CHECK)]


def test_a_ratio_given_as_an_increase_is_named(warehouse):
    warehouse.add(*grown("151%", "exactly 15,100", "exactly 10,000"))
    (found,) = warehouse.findings()
    assert {repair.get("slip") for repair in found.repairs if repair["role"] == "growth"} == {
        "a ratio given as an increase"
    }


def test_the_other_sign_is_loose_wording(warehouse):
    warehouse.add(*grown("9.8%", "exactly 902", "exactly 1,000"))
    assert [found.severity for found in warehouse.findings(CHECK)] == ["note"]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Revenue rose 9 percent to $6.72 billion from $7.35 billion.", CHECK),
        ("Revenue rose $0.2 million to $6.4 million from $6.6 million.", "balance_does_not_close"),
    ],
)
def test_a_rise_that_stands_with_its_levels_has_its_sign(warehouse, text, check):
    read(warehouse, [text])
    assert [(found.check, found.severity) for found in warehouse.findings()] == [(check, "error")]


def test_points_called_percent_are_loose_wording(warehouse):
    warehouse.add(*grown("0.4%", "3.4%", "3.0%"))
    assert [found.severity for found in warehouse.findings(CHECK)] == ["note"]


def test_an_open_level_excludes_only_what_is_below_it(warehouse):
    warehouse.add(*grown("50%", figure("more than 1,200", read_high=None), "exactly 1,000"))
    assert warehouse.findings() == []
    warehouse.add(*grown("10%", figure("more than 1,200", read_high=None), "exactly 1,000"))
    assert [found.certainty for found in warehouse.findings()] == ["contradiction"]


def test_without_the_old_level_nothing_follows(warehouse):
    warehouse.add(role("growth", figure("29%", kind="growth")), role("new", "60.4 million"))
    assert warehouse.findings() == []


def test_levels_that_are_not_comparable_say_nothing(warehouse):
    warehouse.add(*grown("29%", "$60", "£44"))
    warehouse.add(*grown("29%", "$60", "-$44"))
    assert warehouse.findings() == []


@pytest.mark.parametrize(("new", "old"), [("exactly 0", "exactly 100"), ("exactly 100", "exactly 0")])
def test_levels_of_nothing_are_not_judged(warehouse, new, old):
    warehouse.add(*grown("17%", new, old))
    assert warehouse.findings(CHECK) == []


def test_counts_of_two_things_have_no_growth(warehouse):
    warehouse.add(*grown("17%", "exactly 300 car", "exactly 100 ship"))
    assert warehouse.findings(CHECK) == []
    warehouse.add(*grown("17%", "exactly 300 car", "exactly 100 car"))
    assert len(warehouse.findings(CHECK)) == 1
