# ruff: noqa: E501
"""Checking only what changed articles can touch finds what checking everything finds."""

import random

import pytest
from stating import figure, parts, role, some_parts, total

from warehouse import check_scope

ENTITIES = ("acme", "acme_cars", "beta")
METRICS = ("vehicles_sold", "revenue")


@pytest.fixture(autouse=True)
def _many_figures(monkeypatch):
    """Where few figures stand all of them are checked: here the few stand for many."""
    monkeypatch.setattr(check_scope, "FEW_FIGURES", -1)


@pytest.fixture
def families(warehouse):
    """A warehouse in which one entity is declared a part of another."""
    warehouse.refer("entity_parts", whole_code="acme", part_code="acme_cars", is_complete="false")
    yield warehouse
    warehouse.connection.execute("delete from entity_parts where whole_code = 'acme'")


def some_figure(chance):
    metric = chance.choice(METRICS)
    words = f"exactly {chance.choice((400, 410, 500, 4000))}"
    when = chance.choice(({"during": "2015"}, {"during": "2016"}, {"until": "2015-06"}, {"until": "2016-06"}))
    named = {"entity_code": chance.choice(ENTITIES), "metric_code": metric}
    return figure(
        f"{words} vehicle" if metric == "vehicles_sold" else f"exactly ${chance.randrange(3, 6)}00",
        **named,
        **when,
    )


def state_some(warehouse, chance, name):
    match chance.randrange(4):
        case 0:
            warehouse.add(
                total("exactly 120"), parts("exactly 70", f"exactly {chance.choice((50, 60))}"), article=name
            )
        case 1:
            warehouse.add(
                total("exactly 90"),
                some_parts("exactly 70", f"exactly {chance.choice((10, 60))}"),
                article=name,
            )
        case 2:
            warehouse.add(
                role("growth", "50%", kind="growth"), role("new", f"{chance.choice(('1,500', '1,200'))} tonne"),
                role("old", "exactly 1,000 tonne"), article=name,
            )  # fmt: skip
        case _:
            warehouse.state(*(some_figure(chance) for _ in range(3)), article=name)


def article_ids(warehouse):
    return {row[0] for row in warehouse.connection.execute("select article_id from articles").fetchall()}


def standing(warehouse):
    return {
        (one.finding_id, one.certainty, one.message)
        for one in warehouse.all_findings()
        if one.status == "open"
    }


def take_away(warehouse, article_id):
    from warehouse.load import REPLACED, note_removed_series

    note_removed_series(warehouse.connection, [article_id])
    for statement in REPLACED:
        warehouse.connection.execute(statement, {"ids": [article_id]})


@pytest.mark.parametrize("seed", range(6))
def test_what_a_change_can_touch_is_all_that_it_changes(families, seed):
    chance = random.Random(seed)
    for number in range(8):
        state_some(families, chance, f"{seed} {number}")
    families.check()
    for number in range(8, 12):
        before = article_ids(families)
        state_some(families, chance, f"{seed} {number}")
        changed = article_ids(families) - before
        if number % 2:
            gone = chance.choice(sorted(before))
            take_away(families, gone)
            changed.add(gone)
        families.check(articles=sorted(changed))
        partial = standing(families)
        families.check()
        assert standing(families) == partial
    assert len(families.all_findings()) > 3


def test_figures_of_no_series_are_read_in_full(warehouse):
    """What the checks of relations ask of the table of figures itself is there, though no other article has it."""
    warehouse.state(figure("exactly 12 vehicle"), article="before")
    warehouse.check()
    before = article_ids(warehouse)
    pairs = [("£10.000 million", "$18.000 million"), ("£20.000 million", "$20.000 million")]
    ids = warehouse.state(*(figure(words) for pair in pairs for words in pair), article="after")
    (added,) = article_ids(warehouse) - before
    for one, other in (ids[:2], ids[2:]):
        warehouse.insert_relation(added, "conversion", [("from", one), ("to", other)])
    warehouse.check(articles=[added])
    assert [(one.check, one.certainty) for one in warehouse.all_findings()] == [
        ("conversion_contradicts", "contradiction")
    ]
