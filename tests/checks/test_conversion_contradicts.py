import pytest
from stating import figure, role

CHECK = "conversion_contradicts"


def convert(warehouse, one, other, **article):
    warehouse.add(role("from", one), role("to", other), **article)


def test_conversions_within_a_printed_digit_pass(warehouse):
    for one, other in (
        ("250 kilometre", "155 mile"),
        ("3,200 mile", "5,150 kilometre"),
        ("100 kilometre", "60 mile"),
        ("exactly 26 mile", "exactly 42 kilometre"),
        # Whole as it is printed, whatever it is in metres.
        ("exactly 26 mile", "42.9 kilometre"),
        # Levels on two scales, above and below their zeros.
        ("45 degree Celsius", "113 degree Fahrenheit"),
        ("about 40 degree Celsius", "100 degree Fahrenheit"),
        ("-12 degree Celsius", "10 degree Fahrenheit"),
        ("-31 degree Fahrenheit", "-35 degree Celsius"),
        ("exactly 0 degree Celsius", "exactly 32 degree Fahrenheit"),
        ("77 kelvin", "-196 degree Celsius"),
        # The sign is said elsewhere: 12 degrees of frost.
        ("12 degree Celsius", "10 degree Fahrenheit"),
        # Differences of levels.
        ("exactly 5 degree Celsius", "exactly 9 degree Fahrenheit"),
        ("1.5 degree Celsius", "2.7 degree Fahrenheit"),
        ("1.5 kelvin", "1.5 degree Celsius"),
    ):
        convert(warehouse, one, other)
    assert warehouse.findings() == []


def test_a_wrong_conversion(warehouse):
    convert(warehouse, "250 kilometre", "175 mile")
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.message == "250 kilometre are 155.3 mile, printed is 175"


def test_neither_level_nor_difference(warehouse):
    messages = {
        ("45 degree Celsius", "131 degree Fahrenheit"): (
            "45 degree Celsius are 113 degree Fahrenheit, printed is 131"
        ),
        ("14 degree Fahrenheit", "-16 degree Celsius"): (
            "14 degree Fahrenheit are -10 degree Celsius, printed is -16"
        ),
        ("2 degree Celsius", "6.3 degree Fahrenheit"): (
            "2 degree Celsius are 35.60 degree Fahrenheit, printed is 6.30"
        ),
        ("77 kelvin", "-169 degree Celsius"): "77 kelvin are -196.2 degree Celsius, printed is -169",
    }
    for pair, message in messages.items():
        convert(warehouse, *pair, article=message)
    for message, each in warehouse.findings_by_article().items():
        # No factor leads from one scale to the other, so none says what would repair it.
        assert [(one.check, one.certainty, one.message, one.repairs) for one in each] == [
            (CHECK, "contradiction", message, [])
        ]


def test_degrees_of_two_scales_are_neither_more_nor_less(warehouse):
    warehouse.add(role("greater", "30 degree Celsius"), role("lesser", "86 degree Fahrenheit"))
    assert warehouse.findings() == []


def test_a_decimal_is_not_whole_because_it_is_in_a_smaller_unit(warehouse):
    convert(warehouse, "exactly 26.2 kilometre", "16.9 mile")
    assert len(warehouse.findings(CHECK)) == 1


def test_just_inside_and_just_outside(warehouse):
    convert(warehouse, "exactly 100 kilometre", "exactly 63 mile")
    assert warehouse.findings() == []
    convert(warehouse, "exactly 100 kilometre", "exactly 64 mile")
    assert len(warehouse.findings(CHECK)) == 1


def in_one_article(warehouse, *pairs):
    said = [figure(words) for pair in pairs for words in pair]
    ids = warehouse.state(*said)
    (article_id,) = warehouse.connection.execute("select article_id from figures limit 1").fetchone()
    for index in range(0, len(ids), 2):
        warehouse.insert_relation(article_id, "conversion", [("from", ids[index]), ("to", ids[index + 1])])


def test_the_rate_of_an_article_is_what_its_other_pairs_share(warehouse):
    in_one_article(
        warehouse, ("£10.000 million", "$18.000 million"), ("£20.000 million", "$36.000 million"),
        ("£40.000 million", "$72.000 million"), ("£30.000 million", "$57.000 million"),
    )  # fmt: skip
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.quotes["converted"] == ["£30.000 million", "$57.000 million"]
    (formula,) = warehouse.connection.execute("select formula from findings").fetchone()
    assert formula == "30 million / 57 million = 0.526, the others 0.556"
    # $57 million at the rate of the others, and £30 million.
    needed = {repair["quote"]: (repair["must_be_low"], repair["must_be_high"]) for repair in found.repairs}
    assert needed["£30.000 million"] == pytest.approx((31.66e6, 31.67e6), rel=1e-3)
    assert needed["$57.000 million"] == pytest.approx((54.0e6, 54.0e6), rel=1e-3)


def test_fewer_than_three_pairs_do_not_show_which_rate_is_meant(warehouse):
    in_one_article(
        warehouse, ("£10.00 million", "$18.00 million"), ("£20.00 million", "$36.00 million"),
        ("£30.00 million", "$57.00 million"),
    )  # fmt: skip
    assert warehouse.findings() == []


def test_the_other_way_round_is_the_same_rate(warehouse):
    in_one_article(
        warehouse, ("£10.00 million", "$18.00 million"), ("$36.00 million", "£20.00 million"),
        ("£30.00 million", "$54.00 million"),
    )  # fmt: skip
    assert warehouse.findings() == []


def test_quantities_that_no_factor_relates_are_not_compared(warehouse):
    convert(warehouse, "exactly 100 kilometre", "exactly 64 tonne")
    assert warehouse.findings() == []


def test_a_missing_side_says_nothing(warehouse):
    warehouse.add(role("from", "exactly 100 kilometre"))
    assert warehouse.findings() == []


@pytest.mark.parametrize(
    ("dollars", "certainties"),
    [("$500 million", []), ("$540 million", []), ("$590 million", ["contradiction"])],
)
def test_two_pairs_a_tenth_apart_are_found(warehouse, dollars, certainties):
    in_one_article(warehouse, ("£2.00 billion", "$2.50 billion"), ("£401 million", dollars))
    assert [found.certainty for found in warehouse.findings(CHECK)] == certainties


def test_of_three_pairs_the_odd_one_is_found(warehouse):
    agreeing = ("£2.00 billion", "$3.00 billion"), ("£404 million", "$606 million")
    in_one_article(warehouse, *agreeing, ("£50.1 million", "$95.2 million"))
    (found,) = warehouse.findings(CHECK)
    assert found.quotes["converted"] == ["£50.1 million", "$95.2 million"]


def test_three_pairs_that_all_differ_show_no_rate(warehouse):
    pairs = (
        ("£2.00 billion", "$3.00 billion"),
        ("£404 million", "$909 million"),
        ("£50.1 million", "$50.1 million"),
    )
    in_one_article(warehouse, *pairs)
    assert warehouse.findings(CHECK) == []


def test_a_hedged_side_excludes_nothing_above_it(warehouse):
    convert(warehouse, "more than 100 kilometre", "exactly 80 mile")
    assert warehouse.findings() == []


@pytest.mark.parametrize(("day", "count"), [("2016-02-01", 1), ("2016-02-02", 0)])
def test_a_rate_of_more_than_a_month_ago_may_have_been_another(warehouse, day, count):
    usual = [("£10.000 million", "$18.000 million"), ("£20.000 million", "$36.000 million")]
    usual.append(("£40.000 million", "$72.000 million"))
    dated = [(*pair, "2016-01-01") for pair in usual] + [("£30.000 million", "$57.000 million", day)]
    said = [figure(words, period_end=on) for one, other, on in dated for words in (one, other)]
    ids = warehouse.state(*said)
    (article_id,) = warehouse.connection.execute("select article_id from figures limit 1").fetchone()
    for index in range(0, len(ids), 2):
        warehouse.insert_relation(article_id, "conversion", [("from", ids[index]), ("to", ids[index + 1])])
    assert len(warehouse.findings(CHECK)) == count
