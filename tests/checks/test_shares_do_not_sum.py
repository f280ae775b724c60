from stating import parts, some_parts, total

CHECK = "shares_do_not_sum"


def test_shares_of_a_whole_pass_within_their_rounding(warehouse):
    warehouse.add(parts("71%", "29%"))
    warehouse.add(parts("33%", "33%", "33%"))
    warehouse.add(parts("33.4%", "33.3%", "33.4%"))
    assert warehouse.findings(notes=False) == []


def test_shares_beyond_their_rounding(warehouse):
    warehouse.add(parts("71%", "39%"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")


def test_just_inside_and_just_outside(warehouse):
    warehouse.add(parts("52%", "49%"))  # one point is two roundings of half a point
    assert warehouse.findings() == []
    warehouse.add(parts("53%", "49%"))
    assert len(warehouse.findings(CHECK)) == 1


def test_an_open_share_leaves_room(warehouse):
    warehouse.add(parts("more than 21%", "39%", read_high=None))
    assert warehouse.findings() == []


def test_a_missing_share_is_not_zero(warehouse):
    warehouse.add(parts("71%", None))
    assert warehouse.findings() == []


def test_shares_that_need_not_be_all_are_not_summed(warehouse):
    warehouse.add(some_parts("71%", "11%"))
    assert warehouse.findings() == []


def test_shares_that_exclude_one_another_may_leave_room_and_not_exceed_the_whole(warehouse):
    warehouse.add(some_parts("47%", "53%"))
    warehouse.add(some_parts("47.6%", "52.5%"))
    assert warehouse.findings() == []
    warehouse.add(some_parts("47%", "61%"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")


def test_what_is_no_share_is_not_summed_to_100(warehouse):
    warehouse.add(parts("exactly 71", "exactly 11"))
    assert warehouse.findings() == []


def test_shares_of_one_relation_are_held_apart_from_the_total_of_another(warehouse):
    warehouse.add(parts("40%", "40%"))
    warehouse.add(total("100%"), parts("60%", "40%"))
    assert [found.check for found in warehouse.findings()] == ["shares_do_not_sum"]


def test_a_share_of_nothing_is_a_share(warehouse):
    warehouse.add(parts("0%", "71%", "49%"))
    assert [found.check for found in warehouse.findings()] == [CHECK]
