from stating import figure, role

CHECK = "ordering_contradicted"


def test_an_order_that_holds_passes(warehouse):
    warehouse.add(role("greater", "exactly 9,808"), role("lesser", "exactly 5,973"))
    warehouse.add(role("greater", "9,000"), role("lesser", "9,000"))
    assert warehouse.findings() == []


def test_an_order_that_the_numbers_turn_round(warehouse):
    warehouse.add(role("greater", "exactly 5,973"), role("lesser", "exactly 9,808"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.message == "5,973 is said to be more than 9,808"


def test_just_inside_and_just_outside(warehouse):
    warehouse.add(role("greater", "about 400"), role("lesser", "exactly 450"))
    assert warehouse.findings(CHECK) == []
    warehouse.add(role("greater", "about 400"), role("lesser", "exactly 501"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]


def test_numbers_without_a_hedge_are_compared_as_printed(warehouse):
    warehouse.add(role("greater", "4.6%"), role("lesser", "4.6%"))
    assert warehouse.findings() == []
    warehouse.add(role("greater", "4.6%"), role("lesser", "4.7%"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["tension"]
    warehouse.add(role("greater", "400"), role("lesser", "401"))
    warehouse.add(role("greater", "400"), role("lesser", "exactly 501"))
    assert [found.certainty for found in warehouse.findings(CHECK)].count("tension") == 2


def test_an_open_bound_leaves_room(warehouse):
    warehouse.add(role("greater", figure("more than 400", read_high=None)), role("lesser", "exactly 9,000"))
    assert warehouse.findings() == []


def test_a_bigger_fall_is_a_smaller_number(warehouse):
    falls = {"kind": "growth"}
    warehouse.add(role("greater", "-12%", **falls), role("lesser", "-3%", **falls))
    assert warehouse.findings() == []


def test_two_units_or_a_missing_side_are_not_compared(warehouse):
    warehouse.add(role("greater", "$5"), role("lesser", "£9"))
    warehouse.add(role("greater", "exactly 5"))
    assert warehouse.findings() == []


def test_counts_of_two_things_have_no_order(warehouse):
    warehouse.add(role("greater", "exactly 100 car"), role("lesser", "exactly 300 ship"))
    assert warehouse.findings(CHECK) == []
    warehouse.add(role("greater", "exactly 100 car"), role("lesser", "exactly 300 car"))
    assert len(warehouse.findings(CHECK)) == 1


def test_what_it_is_per_may_be_said_once(warehouse):
    warehouse.add(role("greater", figure("$0.19", unit="USD per share")), role("lesser", "$0.24"))
    assert [found.certainty for found in warehouse.findings()] == ["contradiction"]
    daily = figure("1,200 crates", unit="crate per day")
    warehouse.add(role("greater", daily), role("lesser", "1,500 boxes"))
    assert len(warehouse.findings()) == 1
