"""From text alone: what agrees has no finding, one wrong number is found, however the articles came."""

from collections import Counter
from itertools import zip_longest

import pytest
from mutations import CASES
from reading_in import read

# Reached with the wordings that the extraction knows today; what it misses are sentences, not checks.
AT_LEAST = 0.86
RENAMED = {"Tolva": "Quenda", "Brantwell": "Hallowick", "Larkin": "Merrow", "Velden": "Ostrand"}


def standing(warehouse):
    """Return the open error findings: check, certainty and quotes by role, without ids."""
    return Counter(
        (found.check, found.certainty, str(sorted((role, sorted(q)) for role, q in found.quotes.items())))
        for found in warehouse.all_findings()
        if found.status == "open" and found.severity == "error"
    )


def changed(texts, old, new):
    """Return `texts` with the first `old` as `new`; what is told twice stays as it was elsewhere."""
    whole = "\f".join(texts)
    assert old in whole, old
    return whole.replace(old, new, 1).split("\f")


def rounds():
    """Return rounds of (case, change, texts): each case once a round, so that no two
    changes of a case meet.
    """
    each = [[(case, change, changed(case[1], *change)) for change in case[2]] for case in CASES]
    return [[one for one in row if one is not None] for row in zip_longest(*each)]


@pytest.fixture
def wrong_texts():
    return [text for _, _, texts in rounds()[0] for text in texts]


def test_what_agrees_is_not_reported(warehouse):
    read(warehouse, [text for _, texts, _ in CASES for text in texts])
    assert [(found.check, found.message) for found in warehouse.findings(notes=False)] == []


def test_one_wrong_number_is_found(warehouse):
    missed = []
    for row in rounds():
        warehouse.clear()
        ids = [read(warehouse, texts) for _, _, texts in row]
        warehouse.check()
        hit = {
            article_id
            for (article_id,) in warehouse.connection.execute(
                "select article_id from finding_figures inner join figures using (figure_id) "
                "inner join findings using (finding_id) where severity = 'error'"
            ).fetchall()
        }
        missed += [
            (case[0], change) for (case, change, _), own in zip(row, ids, strict=True) if hit.isdisjoint(own)
        ]
    count = sum(len(changes) for *_, changes in CASES)
    assert len(missed) <= (1 - AT_LEAST) * count, missed


def test_the_order_of_articles_does_not_matter(warehouse, wrong_texts):
    read(warehouse, wrong_texts)
    warehouse.check()
    expected = standing(warehouse)
    warehouse.clear()
    read(warehouse, reversed(wrong_texts))
    warehouse.check()
    assert expected
    assert standing(warehouse) == expected


def test_several_runs_find_what_one_finds(warehouse, wrong_texts):
    read(warehouse, wrong_texts)
    warehouse.check()
    expected = standing(warehouse)
    warehouse.clear()
    for first in range(0, len(wrong_texts), 5):
        warehouse.check(articles=read(warehouse, wrong_texts[first : first + 5]))
    assert standing(warehouse) == expected


def test_names_do_not_matter(warehouse, wrong_texts):
    read(warehouse, wrong_texts)
    warehouse.check()
    expected = standing(warehouse)
    warehouse.clear()
    for old, new in RENAMED.items():
        wrong_texts = [text.replace(old, new) for text in wrong_texts]
    read(warehouse, wrong_texts)
    warehouse.check()
    assert standing(warehouse) == expected


def test_a_copy_adds_no_finding_across_articles(warehouse):
    texts = [text for _, texts, _ in CASES for text in texts]
    read(warehouse, [*texts, *(f"{text} The editors thank their readers." for text in texts)])
    assert [(found.check, found.message) for found in warehouse.findings(notes=False)] == []
