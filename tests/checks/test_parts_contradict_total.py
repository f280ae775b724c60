from stating import figure, parts, some_parts, total

CHECK = "parts_contradict_total"


def test_parts_that_sum_to_the_total_pass(warehouse):
    warehouse.add(total("exactly 41,203"), parts("exactly 30,000", "exactly 11,203"))
    assert warehouse.findings() == []


def test_rounded_total_allows_parts_within_rounding(warehouse):
    warehouse.add(total("1.2 million"), parts("700,000", "460,000"))
    assert warehouse.findings(CHECK) == []


def test_parts_far_from_the_total_contradict_it(warehouse):
    warehouse.add(total("exactly 120"), parts("exactly 70", "exactly 60"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty, found.severity) == (CHECK, "contradiction", "error")
    assert found.message == "parts sum to 130, the total is 120"


def test_parts_that_only_a_strained_reading_reconciles_are_in_tension(warehouse):
    warehouse.add(total("more than 600,000"), parts("410,000", "330,000"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "tension")


def test_just_inside_and_just_outside(warehouse):
    warehouse.add(total("400"), parts("exactly 251", "exactly 199"))
    assert warehouse.findings(CHECK) == []
    warehouse.add(total("400"), parts("exactly 251", "exactly 251"))
    assert len(warehouse.findings(CHECK)) == 1


def test_a_missing_part_is_unknown_and_not_zero(warehouse):
    warehouse.add(total("exactly 120"), parts("exactly 70", None))
    assert warehouse.findings() == []


def test_a_breakdown_without_a_total_says_nothing(warehouse):
    warehouse.add(parts("exactly 70", "exactly 60"))
    assert warehouse.findings() == []


def test_an_open_bound_excludes_nothing(warehouse):
    warehouse.add(total("exactly 1,000"), parts("less than 600", "less than 700"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["tension"]


def test_parts_of_an_incomplete_breakdown_may_fall_short(warehouse):
    warehouse.add(total("exactly 120"), some_parts("exactly 70", "exactly 20"))
    assert warehouse.findings() == []


def test_parts_in_another_unit_are_not_added(warehouse):
    warehouse.add(total("$900"), parts("£500", "£300"))
    assert warehouse.findings() == []


def test_a_forecast_is_no_part(warehouse):
    warehouse.add(total("exactly 120"), parts("exactly 70", figure("exactly 60", status="forecast")))
    assert warehouse.findings() == []


def test_every_figure_is_offered_as_the_wrong_one(warehouse):
    warehouse.add(total("exactly 120"), parts("exactly 70", "exactly 600"))
    (found,) = warehouse.findings()
    assert {repair["quote"] for repair in found.repairs} == {"exactly 120", "exactly 600"}
