from stating import figure

CHECK = "value_out_of_domain"


def test_what_cannot_be(warehouse):
    cases = {
        "140% turnout": (figure("140%", kind="share", metric_code="turnout"), "error"),
        "150% turnout": (figure("exactly 150%", kind="share", metric_code="turnout"), "error"),
        "140%": (figure("140%", kind="share"), "note"),
        "less than no vehicle": (figure("-5 vehicle"), "note"),
        "half a milestone": (figure("350,000.5", kind="ordinal_milestone"), "note"),
    }
    for name, (said, _) in cases.items():
        warehouse.state(said, article=name)
    found = warehouse.findings_by_article()
    assert {name: [(one.check, one.severity) for one in each] for name, each in found.items()} == {
        name: [(CHECK, severity)] for name, (_, severity) in cases.items()
    }


def test_what_can_be(warehouse):
    for words, columns in (
        ("100%", {"kind": "share"}),
        ("140%", {"kind": "growth"}),
        ("140%", {}),
        ("-5%", {"kind": "growth"}),
        ("2.4 child", {}),
        ("exactly 0 vehicle", {}),
        ("140%", {"kind": "share", "status": "forecast"}),
        ("more than 90%", {"kind": "share"}),
    ):
        warehouse.state(figure(words, **columns))
    assert warehouse.findings(CHECK) == []


def test_just_outside_is_impossible(warehouse):
    warehouse.state(figure("exactly 101%", kind="share", metric_code="turnout"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]
