"""Rate x quantity = amount, each as precise as it is printed."""

import pytest
from stating import figure, role

CHECK = "rate_contradicts_amount"


def found(warehouse):
    return [(one.certainty, one.message) for one in warehouse.findings(CHECK)]


def test_the_amount_is_the_rate_times_the_quantity(warehouse):
    expected = {
        "exactly 2,000, $600,000": [],
        "exactly 2,011, $603,300": [],
        "exactly 2,011, $603,301": ["contradiction"],
        # The words allow 2,000 to 2,020 students, a reader takes 2,005 to 2,015.
        "about 2,010, $604,000": [],
        "about 2,010, $606,000": ["tension"],
        "about 2,010, $607,000": ["contradiction"],
        "more than 2,010, $606,000": [],
        "more than 2,010, $608,000": ["tension"],
        "more than 2,010, $601,000": ["contradiction"],
    }
    for case in expected:
        quantity, amount = case.split(", ")
        warehouse.add(
            role("rate", figure("exactly 300", kind="rate", unit="USD per student")),
            role("quantity", figure(f"{quantity} student")),
            role("amount", figure(amount)),
            article=case,
        )
    assert warehouse.certainties(CHECK) == expected


def test_a_rate_of_something_else_is_not_compared(warehouse):
    warehouse.add(
        role("rate", figure("exactly 300", kind="rate", unit="USD per teacher")),
        role("quantity", figure("exactly 2,000 student")),
        role("amount", figure("$700")),
    )
    assert found(warehouse) == []


def test_a_quantity_that_is_a_forecast_leaves_everything_open(warehouse):
    warehouse.add(
        role("rate", figure("exactly 300", kind="rate", unit="USD per student")),
        role("quantity", figure("exactly 2,000 student", status="forecast")),
        role("amount", figure("$700")),
    )
    assert found(warehouse) == []


def test_each_of_the_three_may_be_mended(warehouse):
    warehouse.add(
        role("rate", figure("exactly 300", kind="rate", unit="USD per kilometre")),
        role("quantity", figure("exactly 2,000 kilometre")),
        role("amount", figure("exactly $60,000", kind="money", unit="USD")),
    )
    (one,) = warehouse.findings(CHECK)
    needed = {repair["role"]: (repair["must_be_low"], repair["must_be_high"]) for repair in one.repairs}
    assert needed == {"rate": (30, 30), "quantity": (200, 200), "amount": (600_000, 600_000)}
    assert {repair.get("slip") for repair in one.repairs} == {"a digit too few", "a digit too many"}


def relate(warehouse, rule, case, *said):
    """Add an article in which a rule found a rate, a quantity and an amount."""
    ids = warehouse.state(*said, article=case)
    (article_id,) = [article_id for article_id, name in warehouse.names.items() if name == case]
    members = list(zip(("rate", "quantity", "amount"), ids, strict=True))
    relation = warehouse.insert_relation(article_id, "rate", members)
    warehouse.connection.execute("update links set rule = ? where link_id = ?", [rule, relation])


def test_words_may_say_what_a_rate_is_for(warehouse):
    expected = {
        "$1,250; exactly 4 household; $5,000": [],
        "$1,250; exactly 4 household; $8,000": ["contradiction"],
        "12 kilometre; exactly 40 van; 480 kilometre": [],
        "12 kilometre; exactly 40 van; 590 kilometre": ["contradiction"],
    }
    for case in expected:
        relate(warehouse, "each", case, *map(figure, case.split("; ")))
    assert warehouse.certainties(CHECK) == expected


@pytest.mark.parametrize(("amount", "certainties"), [("50 tonne", []), ("80 tonne", ["contradiction"])])
def test_an_amount_may_be_in_another_unit_of_the_rate(warehouse, amount, certainties):
    warehouse.add(
        role("rate", figure("exactly 25", kind="rate", unit="kilogram per passenger")),
        role("quantity", figure("exactly 2,000 passenger")),
        role("amount", figure(amount)),
    )
    assert [certainty for certainty, _ in found(warehouse)] == certainties


def test_an_amount_of_nothing_is_judged(warehouse):
    warehouse.add(
        role("rate", figure("exactly 300", kind="rate", unit="USD per student")),
        role("quantity", figure("exactly 2,000 student")),
        role("amount", figure("exactly $0")),
    )
    assert [certainty for certainty, _ in found(warehouse)] == ["contradiction"]


def test_an_amount_converted_on_another_day_is_a_note(warehouse):
    certainties = {"€88.9 million": [], "€87.2 million": ["note"], "€124.3 million": ["contradiction"]}
    expected = {
        f"{amount} {status}": each
        for amount, each in certainties.items()
        for status in ("reported", "forecast")
    }
    for case in expected:
        amount, _, status = case.rpartition(" ")
        rate = figure("exactly 0.7153", kind="rate", unit="EUR per USD")
        said = figure("$124.3 million", status=status), figure(amount, status=status)
        relate(warehouse, "exchanged", case, rate, *said)
    assert warehouse.certainties(CHECK) == expected
