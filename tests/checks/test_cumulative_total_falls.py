import pytest
from stating import figure

CHECK = "cumulative_total_falls"


def sold(words, until, **columns):
    return figure(words, **{"entity_code": "acme", "metric_code": "vehicles_sold", "until": until, **columns})


def test_a_total_that_grows_passes(warehouse):
    warehouse.state(
        sold("180,000", "2015-06"), sold("200,000", "2015-12"), sold("more than 230,000", "2016-08")
    )
    assert warehouse.findings(notes=False) == []


def test_a_total_that_falls(warehouse):
    warehouse.state(sold("exactly 5 model", "2015-06"))
    warehouse.state(sold("exactly 4 model", "2016-07"))
    (found,) = warehouse.findings(notes=False)
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.quotes == {"earlier": ["exactly 5 model"], "later": ["exactly 4 model"]}


def test_just_inside_and_just_outside(warehouse):
    # 300,000 is at least 250,000 when it is rounded as coarsely as it is printed.
    warehouse.state(sold("300,000", "2015-06"), sold("exactly 250,000", "2015-07"))
    assert warehouse.findings(CHECK) == []
    warehouse.state(sold("exactly 249,999", "2015-08"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]


def test_more_than_is_a_bound_from_below(warehouse):
    warehouse.state(sold("more than 300,000", "2015-06"), sold("exactly 280,000", "2015-07"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]


def test_an_open_bound_excludes_nothing_below_it(warehouse):
    warehouse.state(sold("less than 300,000", "2015-06", read_low=None), sold("exactly 180,000", "2015-07"))
    assert warehouse.findings(CHECK) == []


def test_the_first_fall_is_evidence_enough(warehouse):
    warehouse.state(
        sold("exactly 900", "2015-01"),
        *(sold(f"exactly {100 + month}", f"2015-{month:02d}") for month in range(2, 9)),
    )
    assert len(warehouse.findings(CHECK)) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"is_cumulative": False, "period_start": "2016-01-01"},
        {"since": "2016-01"},
        {"metric_code": "vehicles_built"},
        {"place_code": "US"},
        {"scope": "vans"},
        {"status": "forecast"},
        {"until": "2015-06"},
    ],
)
def test_what_is_no_later_total_of_the_series_is_not_compared(warehouse, other):
    warehouse.state(sold("exactly 500", "2015-06"))
    warehouse.state(sold("exactly 400", **{"until": "2016-07", **other}))
    assert warehouse.findings(CHECK) == []


def test_what_is_committed_to_may_peak_elsewhere_than_what_is_read(warehouse):
    # "More than 300,000" is read higher than the 320,000 printed, and commits to less.
    warehouse.state(
        sold("more than 300,000", "2015-01", read_low=400_000.0),
        sold("exactly 320,000", "2015-02", read_low=320_000.0),
        sold("exactly 310,000", "2015-07"),
    )
    found = warehouse.findings(CHECK)
    assert {one.quotes["earlier"][0] for one in found} == {"more than 300,000", "exactly 320,000"}
