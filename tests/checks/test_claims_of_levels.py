# ruff: noqa: E501
"""Claims about levels told anywhere in an article: silent where they hold, found where one number is wrong.

Each article stands here with the right and the wrong number, `[[right|wrong]]`, and the check that finds the wrong one.
"""

import re

import pytest
from reading_in import read_articles

MARKED = re.compile(r"\[\[(.*?)\|(.*?)\]\]")
RATE = "rate_contradicts_amount"
ARTICLES = [
    (RATE, "We drove the camper 1,250 kilometres through the mountains and filled up with 150 litres of diesel in all. That is a thirst of [[12|15]] litres per 100 kilometres. It sleeps four."),
    (RATE, "The farm got 81 tonnes of onions off its 18 hectares. A yield of [[4.5|6.5]] tonnes per hectare is nothing to boast about. Seed cost 12,000 euros."),
    (RATE, "The courier rode 84 kilometres in four hours. His average speed of [[21|31]] kilometres per hour is a feat in that traffic. He carried 26 parcels."),
    (RATE, "The average class at Elm Street has [[24|28]] children. The school teaches 432 of them in 18 classes. It was built for fewer."),
    (RATE, "The surgery has 5 doctors. Between them they look after 9,250 patients. With [[1,850|2,850]] patients for each doctor nobody has time for a chat. A nurse does the blood tests, 40 a day."),
    (RATE, "The villa has 320 square metres of living space and went for 2.4 million euros, or [[7,500|9,500]] euros a square metre. The garden has a pond with 11 carp."),
]  # fmt: skip


@pytest.fixture(scope="module")
def found(shared_warehouse):
    """The checks that fail of each article, first as it holds, then with the wrong number."""
    shared_warehouse.clear()
    right = [(MARKED.sub(r"\1", text), None, "2019-11-15") for _, text in ARTICLES]
    wrong = [(MARKED.sub(r"\2", text), None, "2019-11-15") for _, text in ARTICLES]
    ids = read_articles(shared_warehouse, [*right, *wrong])
    shared_warehouse.check()
    checks = {article_id: [] for article_id in ids}
    for article_id, check in shared_warehouse.connection.execute(
        "select distinct article_id, check_name from findings inner join finding_figures using (finding_id) "
        "inner join figures using (figure_id) where severity = 'error' and certainty <> 'note'"
    ).fetchall():
        checks[article_id].append(check)
    told = [checks[one] for one in ids]
    return list(zip(told[: len(right)], told[len(right) :], strict=True))


@pytest.mark.parametrize("number", range(len(ARTICLES)), ids=[text[:40] for _, text in ARTICLES])
def test_a_claim_is_held_against_its_levels(found, number):
    assert found[number] == ([], [ARTICLES[number][0]])


def test_levels_that_a_share_of_the_quantity_makes_hold(warehouse):
    text = "There are 2,000 seats for each film, and 80 per cent of the 2,000 seats were sold. The chain took 16,000 pounds, or 10 pounds a seat."
    read_articles(warehouse, [(text, None, "2019-11-15")])
    warehouse.check()
    assert warehouse.findings(RATE) == []
