"""Checks that never fail a run: loose words, borrowed numbers, false precision, older totals."""

import pytest
from stating import figure


def told(words, entity, **columns):
    return figure(words, **{"entity_code": entity, "metric_code": "sales", "during": "2016", **columns})


def test_one_number_told_of_a_part_and_of_its_whole(warehouse):
    warehouse.state(told("32%", "renault_zoe", kind="growth"))
    warehouse.state(told("32%", "renault", kind="growth"))
    assert [(one.check, one.severity) for one in warehouse.findings()] == [("subject_drifts", "note")]


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("31%", {}),
        ("32%", {"during": "2015"}),
        ("32%", {"metric_code": "staff"}),
        ("32%", {"place_code": "FR"}),
    ],
)
def test_another_number_time_metric_or_place_has_not_drifted(warehouse, words, other):
    warehouse.state(told("32%", "renault_zoe", kind="growth"))
    warehouse.state(told(words, "renault", **{"kind": "growth", **other}))
    assert warehouse.findings() == []


def test_strangers_may_grow_alike(warehouse):
    warehouse.state(told("32%", "toyota", kind="growth"))
    warehouse.state(told("32%", "renault", kind="growth"))
    assert warehouse.findings() == []


@pytest.mark.parametrize(
    ("words", "notes"),
    [("an estimated 184,302,771 tonne", 1), ("about 184,302 tonne", 1), ("about 184,300 tonne", 0),
     ("exactly 184,302,771 tonne", 0)],
)  # fmt: skip
def test_an_estimate_to_the_last_digit(warehouse, words, notes):
    warehouse.state(figure(words))
    assert [one.check for one in warehouse.findings()] == ["spurious_precision"] * notes


def total(words, until, **columns):
    return told(words, "acme", **{"during": None, "until": until, **columns})


def test_a_running_total_is_brought_up_to_date_by_a_later_article(warehouse):
    warehouse.state(total("more than 250,000", "2015-06"))
    warehouse.state(total("350,000", "2016-08"))
    (found,) = warehouse.findings()
    assert (found.check, found.severity) == ("figure_superseded", "note")
    assert found.quotes == {"earlier": ["more than 250,000"], "later": ["350,000"]}


def test_the_article_itself_may_tell_the_history(warehouse):
    warehouse.state(total("more than 250,000", "2015-06"), total("350,000", "2016-08"))
    assert warehouse.findings() == []


def test_a_later_sum_over_a_period_brings_no_total_up_to_date(warehouse):
    warehouse.state(total("more than 250,000", "2015-06"))
    warehouse.state(told("350,000", "acme"))
    assert warehouse.findings() == []


def test_the_same_total_once_more_supersedes_nothing(warehouse):
    warehouse.state(total("exactly 250,000", "2015-06"))
    warehouse.state(total("exactly 250,000", "2016-08"))
    assert "figure_superseded" not in [found.check for found in warehouse.findings()]
