from stating import figure

CHECK = "period_exceeds_cumulative"
SOLD = {"entity_code": "acme", "metric_code": "vehicles_sold", "unit": "vehicle"}


def to(words, until, **columns):
    return figure(words, **{**SOLD, "until": until, **columns})


def during(words, period, **columns):
    return figure(words, **{**SOLD, "during": period, **columns})


def test_a_period_that_the_totals_leave_room_for_passes(warehouse):
    warehouse.state(
        to("exactly 200", "2014-11"), during("exactly 31", "2015-01..2015-05"), to("exactly 250", "2015-06")
    )
    assert warehouse.findings(CHECK) == []


def test_a_period_that_sells_more_than_lies_between_the_totals(warehouse):
    warehouse.state(
        to("exactly 200", "2014-11"), during("exactly 80", "2015-01..2015-05"), to("exactly 250", "2015-06")
    )
    (found,) = warehouse.findings(CHECK)
    assert (found.certainty, found.severity) == ("contradiction", "error")
    assert found.quotes == {"period": ["exactly 80"], "total": ["exactly 200", "exactly 250"]}


def test_two_periods_together_may_be_too_much(warehouse):
    warehouse.state(
        to("exactly 200", "2014-11"), to("exactly 250", "2015-09"),
        during("exactly 30", "2015-01..2015-03"), during("exactly 30", "2015-04..2015-06"),
        during("exactly 4", "2016-04..2016-06"),
    )  # fmt: skip
    (found,) = warehouse.findings(CHECK)
    assert found.quotes["period"] == ["exactly 30", "exactly 30"]


def test_just_inside_and_just_outside(warehouse):
    # The later total may have been counted on the last day of May or any day of June.
    span = "2015-01..2015-05"
    warehouse.state(to("exactly 200", "2014-12"), during("exactly 50", span), to("exactly 250", "2015-06"))
    assert warehouse.findings(CHECK) == []
    vans = {"scope": "vans"}
    warehouse.state(
        to("exactly 200", "2014-12", **vans),
        during("exactly 51", span, **vans),
        to("exactly 250", "2015-06", **vans),
    )
    assert len(warehouse.findings(CHECK)) == 1


def test_the_month_of_a_total_may_lie_after_it(warehouse):
    warehouse.state(
        to("exactly 200", "2014-12"), during("exactly 80", "2015-01..2015-06"), to("exactly 250", "2015-06")
    )
    assert warehouse.findings(CHECK) == []


def test_what_only_a_strained_reading_fits_is_in_tension(warehouse):
    warehouse.state(
        to("exactly 200", "2014-11"),
        during("exactly 180", "2015-01..2015-05"),
        to("more than 300", "2015-06", read_high=350),
    )
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["tension"]


def test_an_open_total_leaves_room(warehouse):
    warehouse.state(
        to("exactly 200", "2014-11"), during("exactly 980", "2015-01..2015-05"),
        to("more than 300", "2015-06", read_high=None),
    )  # fmt: skip
    assert warehouse.findings(CHECK) == []


def test_a_period_that_ends_after_the_last_total_is_free(warehouse):
    warehouse.state(to("exactly 200", "2014-11"), to("exactly 250", "2015-06"), during("exactly 980", "2015"))
    assert warehouse.findings(CHECK) == []


def test_another_metric_or_an_undated_year_is_not_compared(warehouse):
    warehouse.state(to("exactly 200", "2014-11"), to("exactly 250", "2015-06"))
    warehouse.state(during("exactly 80", "2015-01..2015-05", metric_code="vehicles_built"))
    warehouse.state(figure("exactly 100", **SOLD))
    assert warehouse.findings(CHECK) == []
