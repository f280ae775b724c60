from stating import figure, role

CHECK = "share_contradicts_levels"


def test_a_share_that_the_levels_give_passes(warehouse):
    warehouse.add(role("share", "29%"), role("part", "exactly 4,983"), role("base", "exactly 17,183"))
    assert warehouse.findings() == []


def test_a_share_that_the_levels_exclude(warehouse):
    warehouse.add(role("share", "32%"), role("part", "exactly 1,940"), role("base", "exactly 4,100"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert "stated share is 31.50 to 32.50%" in found.message


def test_an_open_base_leaves_a_tension_and_the_base_that_fits_is_named(warehouse):
    ids = warehouse.add(
        role("share", "90%"),
        role("part", "about 97,000 vehicle", "68,000 vehicle", "61,000 vehicle"),
        role("base", "more than 230,000 vehicle"),
        role("aside", "more than 250,000 vehicle"),
    )
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "tension")
    assert found.repairs[0]["role"] == "base"
    assert [other["figure_id"] for other in found.repairs[0]["equals"]] == [ids[-1]]


def test_just_inside_and_just_outside(warehouse):
    warehouse.add(role("share", "17%"), role("part", "exactly 175"), role("base", "exactly 1,000"))
    assert warehouse.findings(CHECK) == []
    warehouse.add(role("share", "17%"), role("part", "exactly 181"), role("base", "exactly 1,000"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]


def test_fractions_are_shares_too(warehouse):
    warehouse.add(role("share", "half"), role("part", "exactly 480"), role("base", "exactly 1,000"))
    assert warehouse.findings(CHECK) == []
    warehouse.add(role("share", "half"), role("part", "exactly 900"), role("base", "exactly 1,000"))
    assert len(warehouse.findings(CHECK)) == 1


def test_without_a_base_nothing_follows(warehouse):
    warehouse.add(role("share", "90%"), role("part", "exactly 10"))
    assert warehouse.findings() == []


def test_part_and_base_in_two_units_are_not_compared(warehouse):
    warehouse.add(role("share", "90%"), role("part", "£10"), role("base", "$1,000"))
    assert warehouse.findings() == []


def test_a_planned_base_is_no_base(warehouse):
    planned = figure("exactly 1,000", status="target")
    warehouse.add(role("share", "90%"), role("part", "exactly 10"), role("base", planned))
    assert warehouse.findings() == []


def test_a_part_of_nothing_is_no_tenth(warehouse):
    warehouse.add(role("share", "10%"), role("part", "exactly 0"), role("base", "exactly 1,000"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]


def test_about_so_many_per_cent_may_be_a_little_off_and_not_much(warehouse):
    warehouse.add(role("share", "about 40%"), role("part", "exactly 900"), role("base", "exactly 1,000"))
    (found,) = warehouse.findings(CHECK)
    assert (found.severity, found.certainty) == ("error", "contradiction")
