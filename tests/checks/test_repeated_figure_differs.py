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


def burned(words, **columns):
    return figure(words, **{"metric_code": None, "sentence": words, **columns})


def test_what_is_told_twice_needs_no_metric(warehouse):
    again = burned("3200 hectare", sentence="Again.")
    once = burned("2300 hectare", metric_code="forest")
    assert certainties(warehouse, burned("3200 hectare"), again, once) == ["contradiction"]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param([("3200 hectare", {}), ("2300 hectare", {})], id="both are told once"),
        pytest.param(
            [("3200 hectare", {}), ("3200 hectare", {"sentence": "Again."}), ("2400 hectare", {})],
            id="other digits",
        ),
        pytest.param(
            [
                ("3200 hectare", {}),
                ("3200 hectare", {"sentence": "Again."}),
                ("2300 hectare", {}),
                ("2300 hectare", {"sentence": "Anew."}),
            ],
            id="both are told again",
        ),
        pytest.param(
            [
                ("32 USD per share", {}),
                ("32 USD per share", {"sentence": "Again."}),
                ("23 USD per share", {}),
            ],
            id="rates",
        ),
    ],
)
def test_what_is_not_told_again_may_have_the_same_digits(warehouse, said):
    assert certainties(warehouse, *(burned(words, **columns) for words, columns in said)) == []


def paid(words, metric, **columns):
    return burned(words, kind="money", **{"metric_code": metric, **columns})


def test_a_million_for_a_billion_is_found(warehouse):
    planned = paid("3.4 billion USD", "costs", status="forecast")
    assert certainties(warehouse, planned, paid("3.4 million USD", "costs")) == ["contradiction"]


def test_amounts_of_two_metrics_may_have_one_number(warehouse):
    assert (
        certainties(warehouse, paid("1.2 billion USD", "revenue"), paid("1.2 trillion USD", "assets")) == []
    )
