from stating import figure, role

CHECK = "balance_does_not_close"


def moved(change, new, old, **columns):
    return role("growth", figure(change, kind="growth", **columns)), role("new", new), role("old", old)


def test_a_balance_that_closes_passes(warehouse):
    warehouse.add(*moved("exactly 544 job", "exactly 1,241 job", "exactly 697 job"))
    assert warehouse.findings() == []


def test_a_balance_that_does_not_close(warehouse):
    warehouse.add(*moved("exactly 544 job", "exactly 1,341 job", "exactly 697 job"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.message == "from 697 to 1,341 jobs is a change of 644, stated is 544"


def test_just_inside_and_just_outside(warehouse):
    warehouse.add(*moved("500 job", "exactly 1,600 job", "exactly 1,000 job"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["tension"]
    warehouse.add(*moved("500 job", "exactly 1,751 job", "exactly 1,000 job"))
    assert "contradiction" in [found.certainty for found in warehouse.findings(CHECK)]


def test_points_are_the_change_of_a_percentage(warehouse):
    points = {"unit": "percentage point"}
    warehouse.add(*moved("0.4 points", "3.4%", "3.0%", **points))
    assert warehouse.findings() == []
    warehouse.add(*moved("1.9 points", "3.4%", "3.0%", **points))
    assert [found.check for found in warehouse.findings()] == [CHECK]


def test_an_open_bound_excludes_nothing_above_it(warehouse):
    warehouse.add(*moved("more than 500 job", "exactly 2,600 job", "exactly 1,000 job", read_high=None))
    assert warehouse.findings() == []


def test_without_an_opening_value_nothing_follows(warehouse):
    warehouse.add(role("growth", figure("exactly 544 job", kind="growth")), role("new", "exactly 9 job"))
    assert warehouse.findings() == []


def test_a_change_in_another_unit_is_not_compared(warehouse):
    warehouse.add(*moved("exactly 544 shop", "exactly 1,341 job", "exactly 697 job"))
    assert warehouse.findings() == []


def test_a_change_of_money_is_of_the_currency_of_its_levels(warehouse):
    warehouse.add(*moved("$6.4 million", "$46.2 million", "$39.8 million"))
    assert warehouse.findings() == []
    warehouse.add(*moved("$6.4 million", "$46.2 million", "$38.9 million"))
    assert [found.check for found in warehouse.findings()] == [CHECK]


def test_a_change_in_another_currency_is_none_of_the_levels(warehouse):
    warehouse.add(*moved("6.4 million EUR", "$46.2 million", "$38.9 million"))
    assert warehouse.findings() == []
