"""Words for the share of a name in a whole, held against running totals of any article."""

import pytest
from reading_in import read_articles
from stating import figure

from warehouse import check_scope

CHECK = "quantifier_contradicts_totals"
SOLD = {"metric_code": "vehicles_sold"}


@pytest.fixture
def families(warehouse):
    warehouse.refer("entity_parts", whole_code="acme", part_code="acme_cars", is_complete="false")
    yield warehouse
    warehouse.connection.execute("delete from entity_parts where whole_code = 'acme'")


def claim(warehouse, published="2016-08-01", **columns):
    """Say that most by far of the group's cars are those of its make."""
    (base,) = warehouse.state(figure("exactly 900", entity_code="acme", **SOLD), published=published)
    warehouse.word_share(base, **{"entity_code": "acme_cars", **columns})


def totals(warehouse, part, whole, until="2016-08", **columns):
    warehouse.state(figure(part, entity_code="acme_cars", until=until, **SOLD, **columns))
    warehouse.state(figure(whole, entity_code="acme", until=until, **SOLD))


def test_totals_that_bear_the_words_out_pass(families):
    claim(families)
    totals(families, "exactly 800", "exactly 1,000")
    assert families.findings(CHECK) == []


def test_two_thirds_of_the_total_of_other_articles_are_no_vast_majority(families):
    claim(families)
    totals(families, "exactly 660", "exactly 1,000")
    (found,) = families.findings(CHECK)
    assert found.severity == "note"
    assert found.quotes == {
        "part": ["exactly 660"], "base": ["exactly 1,000"], "also told as the whole": ["exactly 900"],
    }  # fmt: skip


@pytest.mark.parametrize(("part", "notes"), [("exactly 750", 0), ("exactly 749", 1)])
def test_just_inside_and_just_outside(families, part, notes):
    claim(families)
    totals(families, part, "exactly 1,000")
    assert len(families.findings(CHECK)) == notes


def test_without_the_total_of_the_whole_nothing_follows(families):
    claim(families)
    families.state(figure("exactly 6", entity_code="acme_cars", until="2016-08", **SOLD))
    assert families.findings(CHECK) == []


def test_an_open_part_may_be_any_share(families):
    claim(families)
    totals(families, "exactly 660", "exactly 1,000", read_high=None, stated_high=None)
    assert families.findings(CHECK) == []


@pytest.mark.parametrize(
    ("claimed", "told"),
    [
        ({"published": "2015-01-10"}, {}),
        ({"entity_code": "beta"}, {}),
        ({"metric_code": "staff"}, {}),
        ({}, {"scope": "vans"}),
        ({}, {"place_code": "FR"}),
        ({}, {"subject_confidence": 0.4}),
    ],
)
def test_another_time_metric_scope_or_place_and_strangers_are_not_compared(families, claimed, told):
    claim(families, **claimed)
    totals(families, "exactly 660", "exactly 1,000", **told)
    assert families.findings(CHECK) == []


def test_one_total_of_the_day_that_fits_is_enough(families):
    claim(families)
    totals(families, "exactly 660", "exactly 1,000")
    families.state(figure("exactly 790", entity_code="acme_cars", until="2016-08", **SOLD))
    assert families.findings(CHECK) == []


def test_a_total_that_comes_later_is_seen_by_a_partial_check(families, monkeypatch):
    monkeypatch.setattr(check_scope, "FEW_FIGURES", -1)
    claim(families)
    families.state(figure("exactly 1,000", entity_code="acme", until="2016-08", **SOLD))
    families.check()
    for part, stands in (("exactly 660", True), ("exactly 900", False)):
        before = set(families.connection.execute("select article_id from articles").fetchall())
        families.state(figure(part, entity_code="acme_cars", until="2016-08", **SOLD))
        after = set(families.connection.execute("select article_id from articles").fetchall())
        families.check(articles=[article for (article,) in after - before])
        assert (CHECK in {one.check for one in families.all_findings() if one.status == "open"}) == stands


def test_from_the_texts_of_three_articles(warehouse):
    read_articles(
        warehouse,
        [
            ("Nissan has sold 40,000 Leaf cars worldwide by June 2013.", None, "2013-07-02"),
            ("The Renault-Nissan Alliance has sold 95,000 electric cars by June 2013.", None, "2013-07-02"),
            (
                "The Renault-Nissan Alliance has sold 90,000 electric cars. "
                "The Nissan Leaf makes up the vast majority of those sales.",
                None,
                "2013-06-02",
            ),
        ],
    )  # fmt: skip
    warehouse.connection.execute("update figures set entity_code = 'nissan_leaf' where quote = '40,000'")
    warehouse.connection.execute("update figures set scope = null, base = null")
    assert len(warehouse.findings(CHECK)) == 1
