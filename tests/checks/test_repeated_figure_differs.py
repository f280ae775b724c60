"""One article gives a figure twice, with its digits swapped."""

import pytest
from stating import figure

CHECK = "repeated_figure_differs"


def homes(words, **columns):
    return figure(words, **{"metric_code": "homes_destroyed", "sentence": words, **columns})


def certainties(warehouse, *said):
    warehouse.state(*said)
    return [found.certainty for found in warehouse.findings(CHECK)]


def test_swapped_digits_are_found(warehouse):
    assert certainties(warehouse, homes("34 home"), homes("43 home")) == ["contradiction"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("18.25 tonne", "15.28 tonne"),
        ("12.7184 tonne", "17.1284 tonne"),
        ("4.27 million tonne", "4.72 million tonne"),
        ("96.3 million tonne", "69.3 million tonne"),
        ("12 million tonne", "21 tonne"),
    ],
)
def test_decimals_and_scales_swap_too(warehouse, one, other):
    assert certainties(warehouse, homes(one), homes(other)) == ["contradiction"]


def test_what_agrees_is_not(warehouse):
    assert certainties(warehouse, homes("34 home"), homes("34 home", sentence="Again.")) == []


@pytest.mark.parametrize(
    "columns",
    [
        {"place_code": "US"},
        {"scope": "empty"},
        {"entity_code": "another"},
        {"period_end": "2020-12-31"},
        {"period_start": "2019-07-01"},
        {"metric_code": "homes_built"},
    ],
)
def test_two_things_may_differ(warehouse, columns):
    one = {"place_code": "DE", "entity_code": "one", "period_end": "2019-12-31", "period_start": "2019-01-01"}
    assert certainties(warehouse, homes("34 home", **one), homes("43 home", **{**one, **columns})) == []


def test_other_values_are_other_things(warehouse):
    assert certainties(warehouse, homes("34 home"), homes("38 home")) == []


def test_three_values_tell_themselves_apart(warehouse):
    assert certainties(warehouse, homes("34 home"), homes("43 home"), homes("50 home")) == []


def test_hedged_values_are_no_slips(warehouse):
    assert certainties(warehouse, homes("34 home"), homes("about 43 home")) == []


def test_a_value_without_a_metric_is_not_compared(warehouse):
    assert (
        certainties(warehouse, homes("34 home", metric_code=None), homes("43 home", metric_code=None)) == []
    )
