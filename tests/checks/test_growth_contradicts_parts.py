"""The growth of a total against the growths that are told of its parts."""

import pytest
from reading_in import read_articles
from stating import figure

CHECK = "growth_contradicts_parts"
CARS = "exactly 44,000", ("exactly 22,000", "exactly 22,000")


def grown(warehouse, growth, part_growths, *, levels=CARS, metric="change in sales", rule="pair", **total):
    """State a total, its parts, and a growth of each; None: of that one no growth is told."""
    growths = (growth, *part_growths)
    told = [one for one in growths if one is not None]
    ids = warehouse.state(
        figure(levels[0], **total),
        *(figure(level) for level in levels[1]),
        *(figure(one, kind="growth", metric=metric) for one in told),
    )
    (article_id,) = warehouse.connection.execute(
        "select article_id from figures where figure_id = ?", [ids[0]]
    ).fetchone()
    count = len(part_growths) + 1
    members = [("total", ids[0]), *(("part", one) for one in ids[1:count])]
    breakdown = warehouse.insert_relation(article_id, "sum", members)
    warehouse.connection.execute("update breakdowns set rule = ? where breakdown_id = ?", [rule, breakdown])
    growth_ids = iter(ids[count:])
    for level_id, one in zip(ids[:count], growths, strict=True):
        if one is not None:
            warehouse.insert_relation(article_id, "growth", [("growth", next(growth_ids)), ("new", level_id)])
    warehouse.check()
    return warehouse.findings(CHECK)


def test_a_growth_that_follows_from_the_parts_passes(warehouse):
    # 20,000 and 25,000 before.
    assert grown(warehouse, "-2.2%", ("10%", "-12%")) == []


def test_a_growth_that_no_parts_give(warehouse):
    (found,) = grown(warehouse, "2.2%", ("10.0%", "-12.0%"))
    assert found.certainty == "contradiction"
    assert found.message == (
        "before, the parts were 44,977 to 45,023 together; from there to exactly 44,000 is"
        " a fall of 2.17 to 2.27%, stated is a rise of 2.15 to 2.25%"
    )
    assert found.quotes.keys() == {
        "total", "growth", "part 1", "growth of part 1", "part 2", "growth of part 2",
    }  # fmt: skip


@pytest.mark.parametrize(("growth", "count"), [("-2.2%", 0), ("-2.3%", 0), ("-2.4%", 1), ("-2.1%", 1)])
def test_just_inside_and_just_outside(warehouse, growth, count):
    assert len(grown(warehouse, growth, ("10.0%", "-12.0%"))) == count


def test_without_the_growth_of_a_part_nothing_follows(warehouse):
    assert grown(warehouse, "9.0%", ("10.0%", None)) == []


def test_an_open_bound_excludes_nothing_above_it(warehouse):
    levels = "more than 44,000", CARS[1]
    assert (
        grown(warehouse, "9.0%", ("10.0%", "-12.0%"), levels=levels, read_high=None, stated_high=None) == []
    )


def test_changes_against_two_times_are_not_compared(warehouse):
    assert grown(warehouse, "9.0%", ("10.0%", "-12.0%"), metric="monthly change in sales")
    warehouse.connection.execute(
        "update figures set metric = 'year-on-year change in sales' where quote = '9.0%'"
    )
    warehouse.check()
    assert [one for one in warehouse.findings(CHECK) if one.status != "closed"] == []


@pytest.mark.parametrize(("total", "count"), [("exactly 440", 0), ("exactly 4,400", 1)])
def test_parts_that_only_their_digits_tie_need_enough_of_them(warehouse, total, count):
    half = "exactly " + str(int(total.removeprefix("exactly ").replace(",", "")) // 2)
    found = grown(
        warehouse, "9.0%", ("10.0%", "-12.0%"), levels=(total, (half, half)), rule="implied_sum", granule=1
    )
    assert len(found) == count


def test_where_each_figure_would_have_to_be(warehouse):
    (found,) = grown(warehouse, "2.2%", ("10.0%", "-12.0%"))
    needed = {repair["role"]: (repair["must_be_low"], repair["must_be_high"]) for repair in found.repairs}
    assert needed["growth"] == pytest.approx((-2.27, -2.17), abs=0.01)
    assert needed["total"] == pytest.approx((45_944, 46_036), abs=1)
    assert needed["part 1"] == pytest.approx((19_810, 19_906), abs=1)
    assert needed["growth of part 1"] == pytest.approx((21.6, 22.1), abs=0.1)


@pytest.mark.parametrize(("growth", "count"), [("rose 0.5", 0), ("rose 2.5", 1), ("fell 0.5", 1)])
def test_it_is_read_from_text(warehouse, growth, count):
    warehouse.clear()
    text = (
        f"Sales at Harn Motors {growth} percent to 94,276 cars in May. While sales of its Lode brand"
        " increased 3.0 percent to 80,629 cars, its Pell brand suffered a 12.3 percent fall to 13,622 cars."
        " Sales of the Orla brand fell 16.7 percent to 25 cars."
    )
    read_articles(warehouse, [(text, None, "2024-06-03")])
    warehouse.check()
    assert len(warehouse.findings(CHECK)) == count
