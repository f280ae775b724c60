"""Relations that share figures: each holds alone, and together they do or do not."""

import pytest
from stating import figure

from warehouse.intervals import Interval
from warehouse.linear import Row, is_feasible, room_for

CHECK = "relations_exclude_each_other"


@pytest.fixture
def article(warehouse):
    """Figures by name, and a way to relate them."""

    class Article:
        def state(self, **figures):
            said = [figure(one) if isinstance(one, str) else one for one in figures.values()]
            self.ids = dict(zip(figures, warehouse.state(*said, article="one"), strict=True))

        def relate(self, kind, complete=True, **members):
            (article_id,) = warehouse.connection.execute("select article_id from articles").fetchone()
            roles = [(role, self.ids[name]) for role, names in members.items() for name in names.split()]
            return warehouse.insert_relation(article_id, kind, roles, is_complete=complete)

        def state_again(self, **figures):
            for name, words in figures.items():
                columns = figure(words).columns
                names = [one for one in columns if one != "quote"]
                warehouse.connection.execute(
                    f"update figures set {', '.join(f'{one} = ?' for one in names)} where figure_id = ?",
                    [*(columns[one] for one in names), self.ids[name]],
                )

        def found(self):
            return [(one.certainty, sorted(one.quotes)) for one in warehouse.findings(CHECK)]

        def findings(self, check=CHECK):
            return warehouse.findings(check)

    return Article()


def two_shares(article, share):
    """A total of two parts, of which a share is said of each."""
    article.state(total="exactly 200", one="about 100", other="about 100", share=share, rest="exactly 40%")
    article.relate("sum", total="total", part="one other")
    article.relate("share", share="share", part="one", base="total")
    article.relate("share", share="rest", part="other", base="total")


@pytest.mark.parametrize("share", ["60%", "exactly 60%", "more than 50%"])
def test_shares_that_fit_together_are_no_finding(article, share):
    two_shares(article, share)
    assert article.found() == []


def test_shares_that_leave_a_rest_cannot_hold_with_a_complete_sum(article):
    two_shares(article, "exactly 50%")
    ((certainty, roles),) = article.found()
    assert certainty == "contradiction"
    assert roles == ["share", "total"]


@pytest.mark.parametrize(("total", "is_found"), [("exactly 150", False), ("exactly 149", True)])
def test_just_inside_and_just_outside_the_room_that_others_leave(article, total, is_found):
    article.state(total=total, one="at least 40", other="at least 50", less="exactly 100")
    article.relate("sum", complete=False, total="total", part="one other")
    article.relate("order", greater="one", lesser="less")
    assert [certainty for certainty, _ in article.found()] == ["contradiction"] * is_found


def test_what_a_reader_takes_can_only_be_strained(article):
    one = figure("at least 40", read_high=None)
    article.state(total="exactly 150", one=one, other="about 60", less="exactly 95")
    article.relate("sum", complete=False, total="total", part="one other")
    article.relate("order", greater="one", lesser="less")
    assert article.found() == []
    article.state_again(less="exactly 99")
    assert article.found() == [("tension", ["lesser", "part", "total"])]


def test_a_growth_between_levels_that_a_sum_bounds(article):
    article.state(
        new="about 600", old="exactly 400", growth="exactly 50%", part="exactly 300", rest="at least 350",
    )  # fmt: skip
    article.relate("growth", growth="growth", new="new", old="old")
    article.relate("sum", complete=False, total="new", part="part rest")
    ((certainty, _),) = article.found()
    assert certainty == "contradiction"


def test_all_repairs_are_named_and_no_single_culprit(article):
    article.state(total="exactly 150", one="at least 40", other="exactly 60", more="exactly 100")
    article.relate("sum", complete=False, total="total", part="one other")
    article.relate("order", greater="one", lesser="more")
    (found,) = article.findings()
    needed = {one["quote"]: (one["must_be_low"], one["must_be_high"]) for one in found.repairs}
    assert needed == {"exactly 150": (160, None), "exactly 60": (0, 50), "exactly 100": (0, 90)}


def test_a_repair_that_breaks_what_else_is_said_comes_last(article):
    article.state(
        total="exactly 150", one="exactly 70", other="exactly 60", share="exactly 50%", whole="exactly 300"
    )
    article.relate("sum", total="total", part="one other")
    article.relate("share", share="share", part="total", base="whole")
    (found,) = article.findings("parts_contradict_total")
    first, *_, last = found.repairs
    assert (last["quote"], last.get("breaks_others")) == ("exactly 150", True)
    assert "breaks_others" not in first


def test_what_cannot_hold_by_itself_is_another_checks_finding(article):
    article.state(total="exactly 100", one="exactly 70", other="exactly 60", base="exactly 140", share="50%")
    article.relate("sum", total="total", part="one other")
    article.relate("share", share="share", part="one", base="base")
    assert article.found() == []


@pytest.mark.parametrize("dimension", ["exactly 60 tonne", "exactly 60 kilometre"])
def test_figures_of_two_dimensions_are_no_relation(article, dimension):
    article.state(
        total="exactly 150 tonne", one="at least 40 tonne", other=dimension, more="exactly 100 kilometre"
    )
    article.relate("sum", complete=False, total="total", part="one other")
    article.relate("order", greater="one", lesser="more")
    assert article.found() == []


@pytest.mark.parametrize(("total", "certainties"), [("exactly 120", ["contradiction"]), ("at least 120", [])])
def test_an_open_total_leaves_room(article, total, certainties):
    article.state(total=total, one="at least 40", other="at least 50", less="exactly 100")
    article.relate("sum", complete=False, total="total", part="one other")
    article.relate("order", greater="one", lesser="less")
    assert [certainty for certainty, _ in article.found()] == certainties


def test_a_missing_total_leaves_everything_open(article):
    article.state(one="exactly 70", other="exactly 60", share="exactly 10%")
    article.relate("sum", part="one other")
    article.relate("share", share="share", part="one", base="other")
    assert article.found() == []


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e9, 1e15])
def test_values_are_scaled(scale):
    rows = [Row({"a": 1.0, "b": 1.0, "total": -1.0}, Interval(0.0, 0.0))]
    bounds = {name: Interval(low * scale, high * scale) for name, (low, high) in
              {"a": (1, 2), "b": (0.5, 1), "total": (2.9, 5)}.items()}  # fmt: skip
    assert is_feasible(rows, bounds)
    assert not is_feasible(rows, {**bounds, "total": Interval(3.01 * scale, 5 * scale)})
    low, high = room_for("total", rows, bounds)
    assert (low / scale, high / scale) == pytest.approx((1.5, 3.0))


def test_magnitudes_far_apart_do_not_hide_a_small_conflict():
    rows = [
        Row({"large": 1.0, "other": -1.0}, Interval(0.0, 0.0)),
        Row({"small": 1.0, "less": -1.0}, Interval(0.0, 0.0)),
    ]
    bounds = {
        "large": Interval(1e12, 1e12),
        "other": Interval(1e12, 1e12),
        "small": Interval(3, 3),
        "less": Interval(4, 4),
    }
    assert not is_feasible(rows, bounds)


def test_the_solver_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    rows = [Row({"a": 1.0, "b": 1.0}, Interval(3.0, 3.0))]
    assert is_feasible(rows, {"a": Interval(1.0, 2.0), "b": Interval(1.0, 2.0)})
    assert not is_feasible(rows, {"a": Interval(0.0, 1.0), "b": Interval(0.0, 1.0)})
    assert capfd.readouterr() == ("", "")


def test_a_change_told_as_a_level_stops_no_check(article):
    """ "129 of the 245 seats, six more than the 123 it needs": the six count seats too."""
    article.state(total="exactly 245", new="exactly 129", change="exactly 6", old="exactly 123")
    article.relate("growth", new="new", old="old", change="change")
    article.relate("order", greater="total", lesser="new")
    assert article.found() == []
