import pytest
from stating import figure

CHECK = "part_exceeds_whole"
YEAR = {"metric_code": "vehicles_sold", "during": "2015"}


@pytest.fixture
def group(warehouse):
    """A group of two makes, one of which has a model; the model's make has no other tie to the group."""
    tables = ("entity_parts", "place_parts")
    for table in tables:
        warehouse.connection.execute(f"create or replace temp table kept_{table} as from {table}")
        warehouse.connection.execute(f"delete from {table}")
    columns = {"metric_code": None, "is_complete": "false"}
    warehouse.refer("entity_parts", whole_code="group", part_code="make", **columns)
    warehouse.refer("entity_parts", whole_code="make", part_code="model", **columns)
    warehouse.refer("place_parts", whole_code="001", part_code="150")
    warehouse.refer("place_parts", whole_code="150", part_code="FR")
    yield warehouse
    for table in tables:
        warehouse.connection.execute(f"delete from {table}")
        warehouse.connection.execute(f"insert into {table} from kept_{table}")


def sold(words, entity, **columns):
    return figure(words, **{"entity_code": entity, **YEAR, **columns})


def test_a_part_below_its_whole_passes(group):
    group.state(sold("230,000", "model"), sold("250,000", "make"), sold("350,000", "group"))
    assert group.findings() == []


def test_a_part_above_its_whole(group):
    group.state(sold("exactly 260", "model"), sold("exactly 250", "make"))
    (found,) = group.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.quotes == {"part": ["exactly 260"], "whole": ["exactly 250"]}


def test_a_part_of_a_part_is_a_part(group):
    group.state(sold("exactly 260", "model"))
    group.state(sold("exactly 250", "group"))
    assert [found.check for found in group.findings()] == [CHECK]


def test_a_place_is_part_of_the_places_around_it(group):
    group.state(sold("exactly 260", "make", place_code="FR"), sold("exactly 250", "make", place_code="001"))
    assert [found.check for found in group.findings()] == [CHECK]


def test_just_inside_and_just_outside(group):
    group.state(sold("exactly 450", "make"), sold("400", "group"))
    assert group.findings() == []
    group.state(sold("exactly 501", "make"))
    assert "contradiction" in [found.certainty for found in group.findings(CHECK)]


def test_a_later_running_total_of_the_whole_holds_an_earlier_one_of_the_part(group):
    group.state(figure("exactly 260", entity_code="model", metric_code="vehicles_sold", until="2015-01"))
    group.state(figure("exactly 250", entity_code="make", metric_code="vehicles_sold", until="2015-06"))
    assert [found.check for found in group.findings(notes=False)] == [CHECK]


def test_an_open_whole_leaves_room(group):
    group.state(sold("exactly 990", "model"), sold("more than 250", "make", read_high=None))
    assert group.findings() == []


@pytest.mark.parametrize(
    "other",
    [
        {"during": "2016"},
        {"metric_code": "vehicles_built"},
        {"place_code": "FR"},
        {"scope": "electric"},
        {"entity_code": "stranger"},
        {"status": "target"},
        {"metric_code": None},
        {"subject_confidence": 0.3},
    ],
)
def test_what_is_not_comparable_is_not_compared(group, other):
    group.state(sold("exactly 260", "model"), sold("exactly 250", "make", **other))
    assert group.findings() == []


def test_a_part_may_have_the_higher_rate(group):
    group.state(
        sold("12%", "model", metric_code="market_share"), sold("9%", "make", metric_code="market_share")
    )
    assert group.findings() == []


@pytest.mark.parametrize(
    ("part", "is_told"), [("exactly 700", True), ("exactly 800", False), ("exactly 2,500", True)]
)
def test_several_times_the_whole_is_another_thing_unless_a_slip_explains_it(group, part, is_told):
    group.state(sold(part, "model"), sold("exactly 250", "make"))
    assert bool(group.findings(CHECK)) is is_told


def test_side_by_side_in_one_sentence_neither_is_the_others_whole(group):
    group.state(
        sold("exactly 260", "model", sentence="Phones (260) and services (250)."),
        sold("exactly 250", "make", sentence="Phones (260) and services (250)."),
    )
    assert group.findings(CHECK) == []
    group.state(
        sold("exactly 270", "model", sentence="It sold 270."),
        sold("exactly 251", "make", sentence="All sold 251."),
    )
    assert len(group.findings(CHECK)) >= 1
