"""Hedges: the qualifier, the words, and how far they carry."""

from decimal import Decimal

import pytest

from flows.extraction.numbers.hedges import hedge_table
from flows.extraction.numbers.number_reader import read_numbers
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()


def read(text):
    return read_numbers(tokenise(text), [], [], REFERENCE)[0]


def hedges(text):
    return [draft.qualifier for draft in read(text)]


@pytest.mark.parametrize(
    ("phrase", "qualifier"),
    [
        (row["phrase"], row["qualifier"])
        for row in REFERENCE.rows("hedges")
        if row["position"] == "before"
        and row["rule"]
        and row["phrase"][0].isalpha()
        and row["phrase"] != "more than a"
    ],
)
def test_every_hedge_of_the_table_is_found_before_a_number(phrase, qualifier):
    text = f"They counted {phrase} 4,300 geese." if not phrase.endswith("-") else "a sub-4,300 kg van"
    assert hedges(text) == [qualifier]


@pytest.mark.parametrize(
    ("phrase", "qualifier"),
    [
        (row["phrase"], row["qualifier"])
        for row in REFERENCE.rows("hedges")
        if row["position"] == "after" and " " in row["phrase"]
    ],
)
def test_every_hedge_of_the_table_is_found_after_a_number(phrase, qualifier):
    assert hedges(f"They paid $4,300 {phrase} for it.") == [qualifier]


OTHERS = [
    ("about 90,000 geese and 1,200 swans", ["approximately", "approximately"]),
    ("about 9,000 geese, followed by Peru (7,100)", ["approximately", "exact"]),
    ("more than $90m (£60m)", ["more_than", "more_than"]),
    ("at least 16 geese and more than 180 swans", ["at_least", "more_than"]),
    ("almost a quarter of them", ["nearly"]),
    ("above the $4.1 billion of last year", ["exact"]),
    ("It added up to 4,300 geese.", ["exact"]),
    ("a gain over 4.8 million in March", ["exact"]),
    ("only 4,300 geese", ["exact"]),
    ("No guest waits more than 12 minutes.", ["at_most"]),
    ("The 4,000-boat mark was passed in May.", ["more_than"]),
    ("It broke the 4,000 barrier.", ["more_than"]),
    ("The guild estimated the harvest at 4,300 tonnes.", ["approximately"]),
    ("40+ boats", ["at_least"]),
    ("between 40 and 50 boats", ["between"]),
    ("almost a quarter of a million jars and 168 lids", ["nearly", "exact"]),
    ("The rate is near an eight-month low.", ["exact"]),
    ("It fell short of the 51,000 foreseen.", ["exact"]),
    ("40-plus boats", ["at_least"]),
    ("more than 500 wool and 400 cotton mills", ["more_than", "more_than"]),
    ("He won three titles over two spells in charge.", ["exact", "exact"]),
    ("They estimated the three closures would hurt.", ["exact"]),
    ("The guild estimates that a new quay would cost 43 million kroner.", ["approximately"]),
    ("It has an estimated herd of 4,300 deer.", ["approximately"]),
    ("It estimates a loss of $43 million ($1 = 6 kroner).", ["approximately", "exact"]),
    ("Analysts' estimates of 43 cents a share were missed.", ["exact"]),
    ("Estimates were lowered; it sold 4,300 geese.", ["exact"]),
    ("up to about 4,300 geese", ["at_most"]),
    ("at least an estimated 4,300 geese", ["at_least"]),
    ("It added up to about 4,300 geese.", ["approximately"]),
    ("Its share stays around the 43% mark.", ["approximately"]),
    ("It is about the 43 members who left.", ["exact"]),
    ("Yields are in the 8 percent range.", ["approximately"]),
    ("A ticket could be as high as $43 by May.", ["at_most"]),
    ("The river was as high as 43 metres.", ["exact"]),
    ("up to 300 megawatts of wind power and 200 megawatts of solar power", ["at_most", "at_most"]),
    ("about 300 tonnes of rye from Peru, and it sold 200 tonnes of oats", ["approximately", "exact"]),
    ("about 30 tons, or 27 tonnes, of rye", ["approximately", "approximately"]),
    ("nearly $3 billion, or 1.4 percent, of it", ["nearly", "exact"]),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_hedge(text, expected):
    assert hedges(text) == expected


def test_words_of_the_hedge_are_kept():
    text = "They counted just over 4,300 geese."
    (draft,), _ = read_numbers(tokenise(text), [], [], REFERENCE)
    assert draft.hedge == "just over"
    why = draft.why["qualifier"]
    assert text[why.start : why.end] == "just over"


def test_every_rule_of_a_hedge_has_an_interval():
    rules = {row["rule"] for row in REFERENCE.rows("intervals")}
    table = hedge_table(REFERENCE)
    used = {rule for listed in (*table.before.values(), *table.after.values()) for _, _, rule in listed}
    assert used - {""} <= rules


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("The bank took over 40 branches in May.", "exact"),
        ("The repair took over two hours.", "more_than"),
        ("Rents grew 9 percent over five years.", "exact"),
        ("The bond was rolled over 300 million kroner at a time.", "exact"),
        ("Profit was $2.41 billion, topping the $2.2 billion that analysts had forecast.", "exact"),
        ("Growth was revised up to a 0.7 percent rate.", "exact"),
        ("Growth was revised up to 0.7 percent.", "exact"),
        ("Tin Mines <TNM.X> 90 mln tonnes.", "exact"),
        ("The yield fell to as low as 3.1 percent.", "exact"),
        ("It costs as much as 80 euros.", "at_most"),
    ],
)
def test_words_that_look_like_a_hedge_are_none(text: str, qualifier: str) -> None:
    assert read(text)[-1].qualifier == qualifier


def test_a_hedge_does_not_carry_over_or_to_another_unit() -> None:
    first, second = read("It lost nearly $3 billion, or 1.4 percent of its assets.")
    assert (first.qualifier, second.qualifier) == ("nearly", "exact")


def test_more_than_halved_goes_further_down() -> None:
    (draft,) = read("Its debt more than halved.")
    assert (draft.stated_low, draft.stated_high) == (None, -Decimal("0.5"))
