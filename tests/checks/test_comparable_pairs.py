import pytest
from stating import figure

SOLD = {"entity_code": "acme", "metric_code": "vehicles_sold", "during": "2015"}


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"value": 5, "stated_low": 5, "stated_high": 5, "read_low": 5, "read_high": 5}, "comparable"),
        ({}, "entity, metric, place or time is a guess, or an article tells two values apart"),
        ({"during": "2016"}, "times differ: 2015-01-01..2015-12-31, 2016-01-01..2016-12-31"),
        ({"place_code": "US"}, "places differ: unknown, US"),
        ({"scope": "electric"}, "scopes differ: unnarrowed, electric"),
        ({"during": None}, "time unknown"),
        (
            {"subject_confidence": 0.2},
            "entity, metric, place or time is a guess, or an article tells two values apart",
        ),
        ({"unit": "tonne"}, "units of two dimensions"),
        ({"kind": "growth"}, "kinds differ: count, growth"),
        ({"field": "title"}, "one stands in a title"),
    ],
)
def test_every_pair_says_why_it_is_compared_or_not(warehouse, other, reason):
    one, two = warehouse.state(
        figure("exactly 5 vehicle", **SOLD), figure("exactly 6 vehicle", **{**SOLD, **other})
    )
    rows = warehouse.connection.execute(
        "select other_figure_id, is_comparable, reason from comparable_pairs where figure_id = ?", [one]
    ).fetchall()
    assert rows == [(two, reason == "comparable", reason)]


def test_figures_of_another_metric_are_no_pair(warehouse):
    (one, _) = warehouse.state(
        figure("exactly 5", **SOLD), figure("exactly 6", **{**SOLD, "metric_code": "staff"})
    )
    assert (
        warehouse.connection.execute("select 1 from comparable_pairs where figure_id = ?", [one]).fetchall()
        == []
    )
