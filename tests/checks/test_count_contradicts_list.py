from stating import figure, items, role

CHECK = "count_contradicts_list"


def test_as_many_named_as_counted_pass(warehouse):
    warehouse.add(role("count", "exactly 3 model"), items("A", "B", "C"))
    assert warehouse.findings() == []


def test_more_named_than_counted_is_an_error(warehouse):
    warehouse.add(role("count", "exactly 2 model"), items("A", "B", "C", complete=False))
    (found,) = warehouse.findings()
    assert (found.check, found.severity, found.certainty) == (CHECK, "error", "contradiction")
    assert found.message == "2 stated, 3 named: item 0, item 1, item 2"


def test_fewer_named_than_counted_is_a_note(warehouse):
    warehouse.add(role("count", "exactly 5 model"), items("A", "B", "C", "D"))
    assert [(found.severity, found.certainty) for found in warehouse.findings(CHECK)] == [("note", "note")]


def test_a_list_that_is_open_may_name_fewer(warehouse):
    warehouse.add(role("count", "exactly 5 model"), items("A", "B", complete=False))
    assert warehouse.findings() == []


def test_an_open_count_may_be_more(warehouse):
    warehouse.add(role("count", "more than 2 model"), items("A", "B", "C"))
    assert warehouse.findings() == []


def test_a_planned_count_is_no_fact(warehouse):
    warehouse.add(role("count", figure("exactly 2 model", status="target")), items("A", "B", "C"))
    assert warehouse.findings() == []


def test_products_that_an_article_offers_are_all_named_in_it(warehouse):
    """The words leave such a list open, but it is gathered from the whole article."""
    warehouse.add(role("count", "exactly 5 model"), items("A", "B", "C", "D", complete=False))
    warehouse.connection.execute("update breakdowns set rule = 'offered'")
    assert [(found.severity, found.certainty) for found in warehouse.findings(CHECK)] == [("note", "note")]


def test_fewer_named_than_counted_contradict_where_a_sentence_says_who_they_are(warehouse):
    warehouse.add(role("count", "exactly 5 model"), items("A", "B", "C", "D"))
    warehouse.connection.execute("update breakdowns set rule = 'roster'")
    assert [(found.severity, found.certainty) for found in warehouse.findings(CHECK)] == [
        ("error", "contradiction")
    ]
