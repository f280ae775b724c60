"""A number that is far off is one of something else, unless a slip of the pen explains it."""

import pytest
from reading_in import read_articles

TOTAL = "Staff number {}: 212 in the north, 154 in the south and 96 in the east."
SHARE = "The union said that of the 840 drivers at the depot, 588, or {} percent, had stopped work."
ORDER = "Harl sold 4,120 tractors, ahead of Delco, which sold {}."
PART = "The mill let go {} of its 27 weavers in May."
DIFFERENCE = "She won with 8,240 votes, beating Bo Lind, who had 7,910, by {} votes."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param(SHARE, "60", id="a share that is near"),
        pytest.param(SHARE, "7", id="a share ten times too small"),
        pytest.param(ORDER, "4,910", id="an order that is near"),
        pytest.param(ORDER, "41,200", id="an order with a digit too many"),
        pytest.param(PART, "51", id="a part whose digits are swapped"),
        pytest.param(DIFFERENCE, "430", id="a difference that is near"),
    ],
)
def test_what_is_near_or_a_slip_is_wrong(warehouse, text, number):
    read_articles(warehouse, [(text.format(number), None, "2014-05-06")])
    warehouse.check()
    assert [found for found in warehouse.findings() if found.severity == "error"] != []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param(SHARE, "20", id="another share"),
        pytest.param(ORDER, "19,300", id="something else that is sold"),
        pytest.param(PART, "88", id="no part"),
        pytest.param(PART, "15", id="a part"),
        pytest.param(DIFFERENCE, "1,900", id="another difference"),
    ],
)
def test_what_is_far_off_is_something_else(warehouse, text, number):
    read_articles(warehouse, [(text.format(number), None, "2014-05-06")])
    warehouse.check()
    assert [found for found in warehouse.findings() if found.severity == "error"] == []
