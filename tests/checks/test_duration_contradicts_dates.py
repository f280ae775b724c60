from stating import figure, role

CHECK = "duration_contradicts_dates"


def lasted(words, **columns):
    return figure(words, kind="duration", unit="year", **columns)


def between(warehouse, words, start, end, **columns):
    warehouse.add(
        role("duration", lasted(words, **columns)),
        role("from", figure("exactly 100", until=start)),
        role("to", figure("exactly 200", until=end)),
    )


def test_a_length_that_the_dates_give_passes(warehouse):
    between(warehouse, "about 4.5 year", "2010-12", "2015-06")
    assert warehouse.findings() == []


def test_a_length_that_the_dates_exclude(warehouse):
    between(warehouse, "exactly 7 year", "2010-12", "2015-06")
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")


def test_just_inside_and_just_outside(warehouse):
    between(warehouse, "exactly 4.5 year", "2010-11", "2015-04")  # 53 months, give or take one
    assert warehouse.findings() == []
    between(warehouse, "exactly 4.5 year", "2010-11", "2015-03")
    assert len(warehouse.findings(CHECK)) == 1


def test_an_open_length_leaves_room(warehouse):
    between(warehouse, "more than 2 year", "2010-12", "2015-06", read_high=None)
    assert warehouse.findings() == []


def test_a_length_dates_itself_where_its_period_is_what_it_spans(warehouse):
    warehouse.add(role("duration", lasted("exactly 9 year", during="2010-12..2015-06")))
    assert [found.check for found in warehouse.findings()] == [CHECK]


def test_without_a_date_at_one_end_nothing_follows(warehouse):
    warehouse.add(
        role("duration", lasted("exactly 7 year")), role("to", figure("exactly 5", until="2015-06"))
    )
    assert warehouse.findings() == []


def test_ends_of_one_period_say_nothing(warehouse):
    between(warehouse, "exactly 7 year", "2015-06", "2015-06")
    assert warehouse.findings() == []
