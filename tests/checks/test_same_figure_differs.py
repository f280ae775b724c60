import pytest
from stating import figure

CHECK = "same_figure_differs"
SOLD = {"entity_code": "acme", "metric_code": "vehicles_sold"}


def sold(words, **columns):
    return figure(words, **{**SOLD, "during": "2015", **columns})


def test_one_value_rounded_differently_is_one_value(warehouse):
    warehouse.state(sold("exactly 351,204"))
    warehouse.state(sold("350,000"))
    warehouse.state(sold("more than 350,000"))
    assert warehouse.findings() == []


def test_two_values_contradict_each_other_across_articles(warehouse):
    warehouse.state(sold("exactly 351,204"))
    warehouse.state(sold("exactly 361,204"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.quotes == {"higher": ["exactly 361,204"], "lower": ["exactly 351,204"]}


def test_just_inside_and_just_outside(warehouse):
    warehouse.state(sold("340,000"))
    warehouse.state(sold("exactly 350,000"))
    assert [found.certainty for found in warehouse.findings()] == ["tension"]
    warehouse.state(sold("exactly 350,001"))
    assert "contradiction" in [found.certainty for found in warehouse.findings()]


def test_an_open_bound_excludes_nothing_above_it(warehouse):
    warehouse.state(sold("more than 300,000"))
    warehouse.state(sold("exactly 390,000"))
    assert warehouse.findings() == []


def test_same_words_are_witnesses_of_one_finding(warehouse):
    for _ in range(3):
        warehouse.state(sold("exactly 100"))
    warehouse.state(sold("exactly 120"))
    (found,) = warehouse.findings()
    assert {role: len(quotes) for role, quotes in found.quotes.items()} == {
        "higher": 1,
        "lower": 1,
        "also lower": 2,
    }


def test_each_reading_is_set_against_the_nearest_below(warehouse):
    for count in (100, 120, 150, 190):
        warehouse.state(sold(f"exactly {count}"))
    assert len(warehouse.findings()) == 3


@pytest.mark.parametrize(
    "other",
    [
        {"metric_code": "vehicles_built"},
        {"entity_code": "emca"},
        {"entity_code": None},
        {"metric_code": None},
        {"during": "2016"},
        {"during": None},
        {"place_code": "US"},
        {"scope": "electric"},
        {"base": "all"},
        {"status": "forecast"},
        {"subject_confidence": 0.4},
        {"kind": "growth"},
        {"unit": "lorry"},
        {"field": "title"},
    ],
)
def test_what_is_not_comparable_is_not_compared(warehouse, other):
    warehouse.state(sold("exactly 351,204 vehicle"))
    warehouse.state(sold("exactly 1,204 vehicle", **other))
    assert warehouse.findings(CHECK) == []


@pytest.mark.parametrize(
    ("published", "basis", "during", "count"),
    [
        ("2016-01-20", "published", "2015-Q3", 0),
        ("2015-11-20", "published", "2015-Q3", 1),
        ("2016-01-20", "explicit", "2015-Q3", 1),
        ("2016-06-20", "published", "2015", 1),
    ],
)
def test_a_quarter_told_from_a_day_long_after_it_is_a_guess(warehouse, published, basis, during, count):
    start, end = ("2015-07-01", "2015-09-30") if during == "2015-Q3" else ("2015-01-01", "2015-12-31")
    when = {"during": None, "period_start": start, "period_end": end}
    warehouse.state(sold("exactly 351,204", **when))
    warehouse.state(sold("exactly 361,204", **when, period_basis=basis), published=published)
    assert len(warehouse.findings(CHECK)) == count


def test_unknown_is_not_equal_to_unknown(warehouse):
    for count in (100, 200):
        warehouse.state(figure(f"exactly {count}", entity_code="acme", during="2015"))
        warehouse.state(figure(f"exactly {count}", metric_code="vehicles_sold", during="2015"))
        warehouse.state(figure(f"exactly {count}", **SOLD))
    assert warehouse.findings() == []


def test_units_of_one_dimension_are_converted(warehouse):
    warehouse.state(sold("exactly 100 kilometre", metric_code="distance_driven"))
    warehouse.state(sold("62 mile", metric_code="distance_driven", stated_low=61.5, stated_high=62.5,
                         read_low=61.5, read_high=62.5))  # fmt: skip
    assert warehouse.findings() == []
    warehouse.state(sold("exactly 100 mile", metric_code="distance_driven"))
    assert len(warehouse.findings(CHECK)) >= 1


def test_two_values_of_one_article_are_told_apart_by_its_words(warehouse):
    warehouse.state(sold("exactly 100"), sold("exactly 120"))
    warehouse.state(sold("exactly 300"))
    assert warehouse.findings() == []


def test_values_of_two_orders_of_magnitude_are_a_note_unless_a_slip_explains_them(warehouse):
    warehouse.state(sold("exactly 100"))
    warehouse.state(sold("exactly 70,321"))
    assert [found.severity for found in warehouse.findings(CHECK)] == ["note"]
    warehouse.state(sold("exactly 1,000", entity_code="emca"))
    warehouse.state(sold("exactly 10,000", entity_code="emca"))
    assert sorted(found.severity for found in warehouse.findings(CHECK)) == ["error", "note"]


def test_prices_deals_and_nobody_in_particular_are_not_compared(warehouse):
    for words in ("$100", "$120"):
        warehouse.state(sold(words, metric_code="price"), sold(words, metric_code="deal_value"))
        warehouse.state(sold(words, subject="users"))
    assert warehouse.findings() == []


def test_neighbours_that_one_article_tells_apart_are_not_compared(warehouse):
    warehouse.state(sold("1.2 million"), sold("1.1 million"))
    assert warehouse.findings() == []


def test_neighbours_are_those_of_one_series_and_time(warehouse):
    for year, one, other in (("2015", "1.2", "1.3"), ("2016", "1.3", "1.4")):
        warehouse.state(sold(f"{one} million", during=year))
        warehouse.state(sold(f"{other} million", during=year))
    pairs = sorted((found.quotes["lower"], found.quotes["higher"]) for found in warehouse.findings(CHECK))
    assert pairs == [(["1.2 million"], ["1.3 million"]), (["1.3 million"], ["1.4 million"])]
