from stating import figure

CHECK = "implied_rate_implausible"
FLEET = {"entity_code": "acme", "until": "2016-08"}


def driven(words, **columns):
    return figure(words, **{**FLEET, "metric_code": "distance_driven", **columns})


def avoided(words, **columns):
    return figure(words, **{**FLEET, "metric_code": "co2_avoided", **columns})


def test_a_plausible_rate_passes(warehouse):
    warehouse.state(avoided("about 184,302 tonne"), driven("1.4 billion kilometre"))
    assert warehouse.findings(CHECK) == []


def test_tonnes_for_kilograms_contradict_and_the_slip_is_named(warehouse):
    warehouse.state(avoided("about 184,302,771 tonne"), driven("more than 1.4 billion kilometre"))
    (found,) = warehouse.findings(CHECK)
    assert (found.certainty, found.severity) == ("contradiction", "error")
    assert "in kilograms for tonnes" in found.message
    assert (found.repairs[0]["slip"], found.repairs[0]["role"]) == ("kilograms for tonnes", "numerator")


def test_what_no_single_slip_mends_is_a_note(warehouse):
    warehouse.state(avoided("about 184,302 tonne"), driven("exactly 20 kilometre"))
    (found,) = warehouse.findings(CHECK)
    assert (found.certainty, found.severity) == ("note", "note")


def test_just_inside_and_just_outside_the_band(warehouse):
    warehouse.state(avoided("exactly 400 kilogram"), driven("exactly 1,000 kilometre"))
    assert warehouse.findings(CHECK) == []
    warehouse.state(avoided("exactly 400 tonne"), driven("exactly 999,999 kilometre"))
    assert len(warehouse.findings(CHECK)) == 1


def test_figures_of_two_entities_times_or_articles_are_not_divided(warehouse):
    warehouse.state(avoided("about 184,302,771 tonne", entity_code="emca"), driven("1.4 billion kilometre"))
    warehouse.state(avoided("about 184,302,771 tonne", until="2012-01"), driven("1.4 billion kilometre"))
    warehouse.state(avoided("about 184,302,772 tonne"))
    assert warehouse.findings(CHECK) == []


def test_an_open_bound_excludes_no_rate(warehouse):
    warehouse.state(avoided("more than 184,302,771 tonne", read_high=None), driven("1.4 billion kilometre"))
    assert warehouse.findings(CHECK) == []


def test_a_figure_that_stands_twice_is_one_figure(warehouse):
    warehouse.state(
        avoided("about 184,302,771 tonne"),
        avoided("about 184,302,771 tonne"),
        driven("1.4 billion kilometre"),
    )
    assert len(warehouse.findings(CHECK)) == 1


def test_what_is_told_of_no_place_is_of_the_world_where_the_rest_is(warehouse):
    sold = figure("exactly 90,000 unit", **FLEET, metric_code="vehicles_sold", place_code="001")
    warehouse.state(avoided("about 184,302,771 tonne"), sold)
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]
    at_home = figure("exactly 90,000 unit", **FLEET, metric_code="vehicles_sold", place_code="FR")
    warehouse.state(avoided("about 284,302,771 tonne"), at_home)
    assert len(warehouse.findings(CHECK)) == 1
