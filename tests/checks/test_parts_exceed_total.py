from stating import parts, some_parts, total

CHECK = "parts_exceed_total"


def test_parts_below_the_total_pass(warehouse):
    warehouse.add(total("more than 230,000"), some_parts("about 97,000", "68,000", "61,000"))
    assert warehouse.findings() == []


def test_parts_above_the_total_contradict_it(warehouse):
    warehouse.add(total("exactly 200"), some_parts("exactly 150", "exactly 90"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.message == "the stated parts alone sum to 240, above the total of 200"


def test_a_missing_part_only_makes_it_worse(warehouse):
    warehouse.add(total("exactly 200"), parts("exactly 150", "exactly 90", None))
    assert [found.check for found in warehouse.findings()] == [CHECK]


def test_just_inside_and_just_outside(warehouse):
    warehouse.add(total("400"), some_parts("exactly 251", "exactly 249"))
    # 500 is the most that 400, cut off as headlines do, can be.
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["tension"]
    warehouse.add(total("400"), some_parts("exactly 252", "exactly 249"))
    assert sorted(found.certainty for found in warehouse.findings(CHECK)) == ["contradiction", "tension"]


def test_a_total_that_only_a_strained_reading_lifts_is_in_tension(warehouse):
    warehouse.add(total("more than 6,000"), some_parts("exactly 4,500", "exactly 4,000"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["tension"]


def test_changes_may_cancel(warehouse):
    warehouse.add(total("exactly 100"), some_parts("exactly 150", "exactly -70"))
    assert warehouse.findings(CHECK) == []


def test_without_a_total_nothing_is_exceeded(warehouse):
    warehouse.add(some_parts("exactly 150", "exactly 90"))
    assert warehouse.findings() == []


def test_another_currency_is_not_comparable(warehouse):
    warehouse.add(total("$100"), some_parts("£150"))
    assert warehouse.findings() == []


def test_a_single_part_above_its_total_is_found(warehouse):
    warehouse.add(total("exactly 100"), some_parts("exactly 130"))
    assert [found.check for found in warehouse.findings()] == ["parts_exceed_total"]


def test_an_open_total_leaves_room(warehouse):
    warehouse.add(total("more than 6,000", read_high=None), some_parts("exactly 9,500", "exactly 4,000"))
    assert warehouse.findings() == []
