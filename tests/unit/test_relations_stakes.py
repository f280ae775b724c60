"""Stakes that leave nothing over."""

from relating_quotes import relations_of


def test_what_is_sold_and_what_is_kept_make_the_whole():
    text = "Orla Foods sold 57.5 pct of its dairy business to Varo. It will retain a 42.5 pct interest in it."
    assert {"part": ["57.5 pct", "42.5 pct"], "complete": True, "total": None} in [
        {"total": None, **roles} for roles in relations_of(text, "sum")
    ]
    assert relations_of(text.replace("42.5", "32.5"), "sum") == []


def test_a_share_of_something_else_is_no_stake():
    text = "Varo has a stake of 30 percent in Orla Foods. About 70 percent of the cuts are in offices."
    assert relations_of(text, "sum") == []
