# ruff: noqa: E501
"""Checking only what changed articles can touch finds what checking everything finds."""

import random

import pytest
from stating import figure, parts, role, some_parts, total

from warehouse import check_files, check_scope, touched
from warehouse.checks import Settings

ENTITIES = ("acme", "acme_cars", "beta")
METRICS = ("vehicles_sold", "revenue")


@pytest.fixture(autouse=True)
def _many_figures(monkeypatch):
    """A small warehouse keeps no table of what is compared, and is checked as a whole: here few stand for many."""
    monkeypatch.setattr(check_scope, "FEW_FIGURES", -1)


def check_partly(warehouse, articles):
    """Check what these articles can touch."""
    assert touched.keeps_compared(warehouse.connection)
    warehouse.check(articles=sorted(articles))


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
    from warehouse.load import REPLACED, note_removed

    note_removed(warehouse.connection, [article_id])
    for statement in REPLACED:
        warehouse.connection.execute(statement, {"ids": [article_id]})


def some_compared(chance):
    """A figure of a family of names, of places within one another, of totals of several days, or a share."""
    named = {"entity_code": chance.choice(ENTITIES), "metric_code": "vehicles_sold"}
    if place := chance.choice((None, None, "DE", "150", "001")):
        named["place_code"] = place
    if chance.random() < 0.15:
        return figure(chance.choice(("32%", "33%")), kind="growth", during="2015", **named)
    if chance.random() < 0.1:
        named["status"] = "forecast"
    if chance.random() < 0.5:
        words = f"exactly {chance.choice((300, 400, 410, 500, 900, 4000))} vehicle"
        return figure(words, until=f"201{chance.randrange(3, 7)}-{chance.choice(('06', '12'))}", **named)
    words = f"{chance.choice(('about', 'exactly', 'more than'))} {chance.choice((80, 400, 410, 500))} vehicle"
    return figure(words, during=chance.choice(("2014", "2015", "2015-01..2015-06")), **named)


@pytest.mark.parametrize("seed", range(3))
def test_loads_in_parts_find_what_one_load_finds(families, seed):
    """Articles come, go and are read again in any order; each check of a change leaves what a whole one leaves."""
    chance = random.Random(f"parts {seed}")
    with families.together():
        for number in range(6):
            families.state(*(some_compared(chance) for _ in range(4)), article=f"{seed} {number}")
    families.check()
    seen = set()
    for number in range(6, 11):
        before = article_ids(families)
        gone = set(chance.sample(sorted(before), chance.choice((0, 0, 1, 2))))
        for article_id in sorted(gone):
            take_away(families, article_id)
        for part in range(chance.choice((1, 1, 3))):
            families.state(
                *(some_compared(chance) for _ in range(chance.randrange(1, 5))),
                article=f"{seed} {number} {part}",
            )
        check_partly(families, (article_ids(families) - before) | gone)
        seen |= {one.check for one in families.all_findings()}
        # Every second time, so that one check of a change also goes on from what another left.
        if number % 2 == 0:
            partial, kept = standing(families), compared(families)
            families.check()
            assert standing(families) == partial
            assert compared(families) == kept
    assert len(seen) > 2


def compared(warehouse):
    """The table that the next check of a change will look into."""
    return sorted(warehouse.connection.execute("from compared_figures").fetchall(), key=str)


def test_a_small_warehouse_keeps_no_table_of_what_is_compared(warehouse, monkeypatch):
    """Who checks everything needs none; and one that grew without it is checked as a whole, once."""
    sold = {"metric_code": "vehicles_sold", "entity_code": "acme", "during": "2015"}
    warehouse.state(figure("exactly 400 vehicle", **sold))
    warehouse.check()
    assert touched.keeps_compared(warehouse.connection)
    monkeypatch.setattr(check_scope, "FEW_FIGURES", 100)
    before = article_ids(warehouse)
    warehouse.state(figure("exactly 410 vehicle", **sold), article="other")
    warehouse.check(articles=sorted(article_ids(warehouse) - before))
    assert not touched.keeps_compared(warehouse.connection)
    monkeypatch.setattr(check_scope, "FEW_FIGURES", -1)
    before = article_ids(warehouse)
    warehouse.state(figure("exactly 420 vehicle", **sold), article="third")
    warehouse.check(articles=sorted(article_ids(warehouse) - before))
    assert touched.keeps_compared(warehouse.connection)
    assert len(standing(warehouse)) == 2


@pytest.mark.parametrize("seed", range(6))
def test_what_a_change_can_touch_is_all_that_it_changes(families, seed):
    chance = random.Random(seed)
    with families.together():
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
        check_partly(families, changed)
        if number % 2:
            partial = standing(families)
            families.check()
            assert standing(families) == partial
    assert len(families.all_findings()) > 3


def test_what_only_has_to_fit_between_totals_is_not_compared_with_its_whole(families):
    """A period is read for the totals around it, without the parts and wholes of its own time."""
    sold = {"metric_code": "vehicles_sold", "entity_code": "acme"}
    families.state(
        figure("exactly 400 vehicle", during="2014", **sold),
        figure("exactly 500 vehicle", during="2014", metric_code="vehicles_sold", entity_code="acme_cars"),
        figure("exactly 4000 vehicle", until="2015-06", **sold),
    )
    families.check()
    before = article_ids(families)
    families.state(figure("exactly 5000 vehicle", until="2016-06", **sold))
    check_partly(families, article_ids(families) - before)
    assert [one.check for one in families.all_findings() if one.status == "open"] == [
        "figure_superseded",
        "part_exceeds_whole",
    ]


def test_a_flow_that_grows_too_large_closes_what_was_found_in_it(warehouse, monkeypatch):
    macros = check_files.sql_text("check_macros.sql").replace("largest_flow() as 120", "largest_flow() as 4")
    monkeypatch.setattr(
        check_scope,
        "sql_text",
        lambda *path: macros if path == ("check_macros.sql",) else check_files.sql_text(*path),
    )
    sold = {"metric_code": "vehicles_sold", "entity_code": "acme"}
    warehouse.state(
        figure("exactly 200 vehicle", until="2014-11", **sold),
        figure("exactly 80 vehicle", during="2015-01..2015-05", **sold),
        figure("exactly 250 vehicle", until="2015-06", **sold),
    )
    warehouse.check()
    opened = standing(warehouse)
    assert "does not fit" in str(opened)
    for until, stays in (("2016-06", True), ("2017-06", False), ("2018-06", False)):
        before = article_ids(warehouse)
        warehouse.state(figure("exactly 900 vehicle", until=until, **sold))
        check_partly(warehouse, article_ids(warehouse) - before)
        partial = standing(warehouse)
        assert ("does not fit" in str(partial)) == stays
        warehouse.check()
        assert standing(warehouse) == partial


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
    check_partly(warehouse, [added])
    assert [(one.check, one.certainty) for one in warehouse.all_findings()] == [
        ("conversion_contradicts", "contradiction")
    ]


OWN = """-- severity: error
-- Fails when a figure is twelve.
select
    'contradiction' as certainty, 'it is twelve' as message, null as formula,
    value as computed_low, value as computed_high, null as expected_low, null as expected_high, null as gap,
    [struct_pack(figure_id := figure_id, role := 'dozen')] as figures
from checkable_figures
where value = 12
"""


def test_a_users_check_sees_everything_whatever_has_changed(warehouse, tmp_path):
    warehouse.state(figure("exactly 12 vehicle"), article="before")
    warehouse.check()
    before = article_ids(warehouse)
    warehouse.state(figure("exactly 13 vehicle"), article="after")
    (tmp_path / "no_twelve.sql").write_text(OWN)
    assert touched.keeps_compared(warehouse.connection)
    warehouse.check(Settings(folder=tmp_path), articles=sorted(article_ids(warehouse) - before))
    assert [one.check for one in warehouse.all_findings()] == ["no_twelve"]
