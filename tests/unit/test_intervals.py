"""Both intervals of a figure: one test a row of the table."""

from decimal import Decimal

import pytest

from flows.extraction.numbers.intervals import Scale, interval_rules, intervals
from flows.extraction.numbers.number_reader import read_numbers
from flows.extraction.text.document import tokenise
from schemas.reference import Reference, load_reference

REFERENCE = load_reference()
# rule, v = 250 in steps of g = 10, G = 50, m = 1, M = 2; stated low and high, read low and high
ROWS = {
    "exact": (250, 250, 250, 250),
    "bare": (225, 275, 245, 255),
    "about": (200, 300, 245, 255),
    "more_than": (250, None, 250, 300),
    "at_least": (250, None, 250, 300),
    "just_over": (250, 260, 250, 255),
    "nearly": (200, 255, 225, 250),
    "just_under": (200, 255, 225, 250),
    "less_than": (None, 250, 240, 250),
    "at_most": (None, 250, 240, 250),
    "up_to": (None, None, None, 250),
    "milestone": (250, None, 250, 260),
    "fraction": (249, 252, 249, 252),
    "fraction_more_than": (250, None, 250, 254),
    "fraction_less_than": (None, 250, 248, 250),
    "fraction_nearly": (248, 250, 249, 250),
    "between": (250, 250, 250, 250),
}


def test_every_rule_has_a_row_here():
    assert set(ROWS) == {row["rule"] for row in REFERENCE.rows("intervals")}


@pytest.mark.parametrize("rule", ROWS)
def test_rule(rule):
    scale = Scale(Decimal(10), Decimal(50), Decimal(1), Decimal(2))
    value = Decimal(250)
    assert intervals(interval_rules(REFERENCE), rule, value, value, scale) == ROWS[rule]


def test_a_bound_that_cannot_be_read_is_named():
    broken = Reference(
        {
            "intervals": (
                {"rule": "odd", "stated_low": "v * 2", "stated_high": "", "read_low": "", "read_high": ""},
            )
        }
    )
    with pytest.raises(ValueError, match=r"rule odd.*'v \* 2'"):
        interval_rules(broken)


# text, granule, stated low and high, read low and high
FIGURES = [
    ("6,841 geese", 0, 6841, 6841, 6841, 6841),
    ("five geese", 0, 5, 5, 5, 5),
    ("130,000 geese", 10000, 125000, 140000, 125000, 135000),
    ("250,000 geese", 10000, 225000, 275000, 245000, 255000),
    ("3.7 billion km", 10**8, 3650000000, 3800000000, 3650000000, 3750000000),
    ("8.30 euros", "0.01", "8.295", "8.31", "8.295", "8.305"),
    ("about 8.30 euros", "0.1", "8.2", "8.4", "8.25", "8.35"),
    ("40 percent", 1, 35, 45, "39.5", "40.5"),
    ("more than 40 percent", 1, 40, None, 40, 50),
    ("nearly 1,400 geese", 100, 1300, 1450, 1350, 1400),
    ("half of them", 0, "0.45", "0.55", "0.45", "0.55"),
    ("more than half of them", 0, "0.5", None, "0.5", "0.6"),
    ("its 40,000th boat", 10000, 40000, None, 40000, 50000),
    ("3 to 5 geese", 1, 3, 5, 3, 5),
    ("up to 40 km", 10, None, None, None, 40),
    ("exactly 40,000 geese", 10000, 40000, 40000, 40000, 40000),
    ("around 40,000 geese", 10000, 30000, 50000, 35000, 45000),
    ("some 40,000 geese", 10000, 30000, 50000, 35000, 45000),
    ("roughly 40,000 geese", 10000, 30000, 50000, 35000, 45000),
    ("an estimated 40,000 geese", 10000, 30000, 50000, 35000, 45000),
    ("about 250,000 geese", 10000, 200000, 300000, 245000, 255000),
    ("over 40,000 geese", 10000, 40000, None, 40000, 50000),
    ("It exceeds 40,000 geese.", 10000, 40000, None, 40000, 50000),
    ("It passed 40,000 geese.", 10000, 40000, None, 40000, 50000),
    ("It topped 40,000 geese.", 10000, 40000, None, 40000, 50000),
    ("at least 40,000 geese", 10000, 40000, None, 40000, 50000),
    ("just over 40,000 geese", 10000, 40000, 50000, 40000, 45000),
    ("almost 40,000 geese", 10000, 30000, 45000, 35000, 40000),
    ("just under 40,000 geese", 10000, 30000, 45000, 35000, 40000),
    ("close to 40,000 geese", 10000, 30000, 45000, 35000, 40000),
    ("less than 40,000 geese", 10000, None, 40000, 30000, 40000),
    ("fewer than 40,000 geese", 10000, None, 40000, 30000, 40000),
    ("below 40,000 geese", 10000, None, 40000, 30000, 40000),
    ("at most 40,000 geese", 10000, None, 40000, 30000, 40000),
    ("no more than 40,000 geese", 10000, None, 40000, 30000, 40000),
    ("a third of them", 0, "0.2916666666665", "0.3666666666665", "0.2916666666665", "0.3666666666665"),
    ("three-quarters of them", 0, "0.7083333333335", "0.775", "0.7083333333335", "0.775"),
    ("nearly half of them", 0, "0.4", "0.5", "0.45", "0.5"),
    ("between 40 and 60 geese", 10, 40, 60, 40, 60),
    ("a mass of 40 ± 2 kg", 10, 38, 42, 38, 42),
]


def dec(value):
    return None if value is None else Decimal(value)


@pytest.mark.parametrize(("text", "granule", "a", "b", "c", "d"), FIGURES)
def test_intervals_of_a_figure(text, granule, a, b, c, d):
    (draft,), _ = read_numbers(tokenise(text), [], [], REFERENCE)
    assert draft.granule == dec(granule)
    assert (draft.stated_low, draft.stated_high, draft.read_low, draft.read_high) == tuple(
        map(dec, (a, b, c, d))
    )
