"""Words for a share, held against the two figures beside them."""

import pytest
from reading_in import read
from stating import figure

CHECK = "quantifier_contradicts_share"


def notes_of(warehouse, part, base):
    ids = warehouse.state(figure(part), figure(base))
    warehouse.word_share(ids[1], part=ids[0])
    return [(one.severity, one.quotes) for one in warehouse.findings(CHECK)]


def test_a_share_that_the_words_stand_for_passes(warehouse):
    assert notes_of(warehouse, "exactly 960", "exactly 1,000") == []


def test_a_third_is_no_vast_majority(warehouse):
    assert notes_of(warehouse, "exactly 360", "exactly 1,000") == [
        ("note", {"part": ["exactly 360"], "base": ["exactly 1,000"]})
    ]


@pytest.mark.parametrize(("part", "notes"), [("exactly 750", 0), ("exactly 749", 1)])
def test_just_inside_and_just_outside(warehouse, part, notes):
    assert len(notes_of(warehouse, part, "exactly 1,000")) == notes


def test_a_whole_without_a_bound_says_nothing(warehouse):
    ids = warehouse.state(figure("exactly 300"), figure("exactly 1,000", read_low=None, stated_low=None))
    warehouse.word_share(ids[1], part=ids[0])
    assert warehouse.findings(CHECK) == []


def test_an_open_part_may_be_any_share(warehouse):
    ids = warehouse.state(figure("exactly 300", read_high=None, stated_high=None), figure("exactly 1,000"))
    warehouse.word_share(ids[1], part=ids[0])
    assert warehouse.findings(CHECK) == []


def test_two_dimensions_are_not_compared(warehouse):
    assert notes_of(warehouse, "exactly 300 kilometre", "exactly 1,000 tonne") == []


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("19 of the 52 delegates, the vast majority, had voted for the motion.", 1),
        ("47 of the 52 delegates, the vast majority, had voted for the motion.", 0),
        ("Almost all (31 of the 64 ferries) sailed on time.", 1),
        ("A tiny fraction, 41 of the 90 samples, held lead.", 1),
    ],
)
def test_from_the_text(warehouse, text, notes):
    read(warehouse, [text])
    assert len(warehouse.findings(CHECK)) == notes
