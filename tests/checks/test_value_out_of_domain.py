import pytest
from stating import figure

CHECK = "value_out_of_domain"


@pytest.mark.parametrize(
    ("words", "columns", "severity"),
    [
        ("140%", {"kind": "share", "metric_code": "turnout"}, "error"),
        ("exactly 150%", {"kind": "share", "metric_code": "turnout"}, "error"),
        ("140%", {"kind": "share"}, "note"),
        ("-5 vehicle", {}, "note"),
        ("350,000.5", {"kind": "ordinal_milestone"}, "note"),
    ],
)
def test_what_cannot_be(warehouse, words, columns, severity):
    warehouse.state(figure(words, **columns))
    (found,) = warehouse.findings()
    assert (found.check, found.severity) == (CHECK, severity)


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("100%", {"kind": "share"}),
        ("140%", {"kind": "growth"}),
        ("140%", {}),
        ("-5%", {"kind": "growth"}),
        ("2.4 child", {}),
        ("exactly 0 vehicle", {}),
        ("140%", {"kind": "share", "status": "forecast"}),
        ("more than 90%", {"kind": "share"}),
    ],
)
def test_what_can_be(warehouse, words, columns):
    warehouse.state(figure(words, **columns))
    assert warehouse.findings(CHECK) == []


def test_just_outside_is_impossible(warehouse):
    warehouse.state(figure("exactly 101%", kind="share", metric_code="turnout"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]
