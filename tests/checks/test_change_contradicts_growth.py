"""An amount and a percentage that tell one change: "fell 41 cents, or 0.7%, to $58.64"."""

import pytest
from reading_in import read_articles
from stating import figure

CHECK = "change_contradicts_growth"


def told_twice(warehouse, change, growth, level, role="new", **columns):
    ids = warehouse.state(
        figure(change, kind="growth"), figure(growth, kind="growth"), figure(level, **columns)
    )
    (article_id,) = warehouse.connection.execute(
        "select article_id from figures where figure_id = ?", [ids[0]]
    ).fetchone()
    members = list(zip(("change", "growth", role), ids, strict=True))
    link = warehouse.insert_relation(article_id, "growth", members)
    warehouse.connection.execute("update links set rule = 'told_twice' where link_id = ?", [link])
    warehouse.check()
    return warehouse.findings(CHECK)


def test_a_change_told_alike_passes(warehouse):
    assert told_twice(warehouse, "exactly $0.41", "0.7%", "exactly $59.46") == []


def test_a_percentage_of_another_change(warehouse):
    (found,) = told_twice(warehouse, "exactly $6.94", "8.4%", "exactly $74.10")
    assert found.certainty == "contradiction"
    assert found.message == "a rise of 6.94 to 74.10 is 10.33%, stated is 8.35 to 8.45%"


def test_the_old_level_is_the_base_itself(warehouse):
    assert told_twice(warehouse, "exactly $6.94", "9.4%", "exactly $74.10", role="old") == []
    (found,) = told_twice(warehouse, "exactly $6.94", "10.3%", "exactly $74.10", role="old")
    assert found.message == "a rise of 6.94 from 74.10 is 9.37%, stated is 10.25 to 10.35%"


@pytest.mark.parametrize(
    ("growth", "certainties"), [("10.3%", []), ("10.2%", ["note"]), ("10.1%", ["contradiction"])]
)
def test_just_inside_and_just_outside(warehouse, growth, certainties):
    found = told_twice(warehouse, "exactly $6.94", growth, "exactly $74.10")
    assert [one.certainty for one in found] == certainties


def test_without_a_level_nothing_follows(warehouse):
    assert told_twice(warehouse, "exactly $6.94", "8.4%", "exactly 3 job", role="share") == []


def test_an_open_bound_excludes_nothing_below_it(warehouse):
    assert told_twice(warehouse, "exactly $6.94", "8.4%", "more than $74.10", read_high=None) == []


def test_a_level_in_another_unit_is_not_compared(warehouse):
    assert told_twice(warehouse, "exactly $6.94", "8.4%", "exactly 74 tonne") == []


def test_where_each_figure_would_have_to_be(warehouse):
    (found,) = told_twice(warehouse, "exactly $6", "8%", "exactly $66")
    needed = {repair["role"]: (repair["must_be_low"], repair["must_be_high"]) for repair in found.repairs}
    assert needed["growth"] == pytest.approx((10, 10))
    assert needed["change"] == pytest.approx((4.605, 5.171), abs=0.001)
    assert needed["new"] == pytest.approx((76.59, 86), abs=0.01)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Shares in Orla Foods lost 33 cents, or 0.8 percent, to $62.63.",
            "a fall of 0.33 to 62.63 is 0.516 to 0.532%, stated is 0.75 to 0.85%",
        ),
        ("Shares in Orla Foods lost 33 cents, or 0.5 percent, to $62.63.", None),
        (
            "The stock closed at $62.63, down 33 cents, or 0.8%.",
            "a fall of 0.33 to 62.63 is 0.516 to 0.532%, stated is 0.75 to 0.85%",
        ),
        ("The Orla index gave up 51.73 points, or 3.01 percent, at 1,664.19.", None),
        (
            "The Orla index gave up 51.73 points, or 2.01 percent, at 1,664.19.",
            "a fall of 51.73 to 1,664 is 3.01 to 3.02%, stated is 2.00 to 2.02%",
        ),
        (
            "Rents rose by £21 (4.8%) to £435 a month.",
            "a rise of 21 to 435 is 4.94 to 5.21%, stated is 4.75 to 4.85%",
        ),
        # Each has a level of its own; and what happens in each of several years is no one change.
        (
            "The Dow rose 92.1 points, or 0.33%, to 27,783.59 and the Orla fell 3.99 points, or 0.05%, to"
            " 8,482.10.",
            None,
        ),
        ("Output is to grow by 500 tonnes to 2,700 tonnes, an annual rise of 3.4%.", None),
    ],
)
def test_changes_are_read_from_text(warehouse, text, message):
    warehouse.clear()
    read_articles(warehouse, [(text, None, "2024-03-01")])
    warehouse.check()
    assert [found.message for found in warehouse.findings(CHECK)] == ([message] if message else [])
