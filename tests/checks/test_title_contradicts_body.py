import pytest
from reading_in import read
from stating import figure

CHECK = "title_contradicts_body"


def sold(words, **columns):
    return figure(words, **{"entity_code": "acme", "metric_code": "vehicles_sold", **columns})


def test_a_headline_that_rounds_passes(warehouse):
    warehouse.state(sold("350,000", field="title"), sold("exactly 351,204"), sold("exactly 12"))
    assert warehouse.findings() == []


def test_a_headline_that_says_something_else(warehouse):
    warehouse.state(sold("exactly 531,204", field="title"), sold("exactly 351,204"), sold("exactly 12"))
    (found,) = warehouse.findings()
    assert (found.check, found.certainty) == (CHECK, "contradiction")
    assert found.quotes == {"title": ["exactly 531,204"], "text": ["exactly 351,204"]}


def test_just_inside_and_just_outside(warehouse):
    warehouse.state(sold("400", field="title"), sold("exactly 450"))
    assert warehouse.findings() == []
    warehouse.state(sold("400", field="title"), sold("exactly 500"))
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["tension"]
    warehouse.state(sold("400", field="title"), sold("exactly 501"))
    assert "contradiction" in [found.certainty for found in warehouse.findings(CHECK)]


def test_an_open_headline_leaves_room(warehouse):
    warehouse.state(sold("more than 400", field="title", read_high=None), sold("exactly 9,000"))
    assert warehouse.findings() == []


def test_a_headline_figure_that_the_text_never_gives_says_nothing(warehouse):
    warehouse.state(sold("exactly 531,204", field="title"))
    assert warehouse.findings() == []


@pytest.mark.parametrize(
    "other",
    [{"metric_code": "vehicles_built"}, {"scope": "electric"}, {"unit": "shop"}],
)
def test_what_is_not_comparable_is_not_compared(warehouse, other):
    warehouse.state(sold("exactly 531,204", field="title"), sold("exactly 426,177", **other))
    assert warehouse.findings() == []


def test_another_article_is_no_body(warehouse):
    warehouse.state(sold("exactly 531,204", field="title"))
    warehouse.state(sold("exactly 351,204"))
    assert warehouse.findings() == []


def test_a_headline_need_not_say_who(warehouse):
    dead = {"metric_code": "deaths", "unit": "person"}
    warehouse.state(
        figure("exactly 64", field="title", metric_code="deaths"),
        figure("exactly 46", entity_code="quake", **dead),
    )
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]


def test_a_headline_without_a_subject_is_believed_of_slips_only(warehouse):
    warehouse.state(
        figure("$200 million", field="title", metric_code="revenue"),
        figure("$150 million", entity_code="acme", metric_code="revenue"),
    )
    assert warehouse.findings(CHECK) == []


def test_a_plan_of_another_name_has_the_digits_swapped(warehouse):
    jobs = {"metric_code": "jobs_cut", "unit": "job"}
    warehouse.state(
        figure("exactly 1,200", field="title", entity_code="line", **jobs),
        figure("exactly 2,100", entity_code="operator", status="forecast", **jobs),
    )
    assert [found.certainty for found in warehouse.findings(CHECK)] == ["contradiction"]


def test_a_headline_of_one_digit_is_near_to_what_it_prints(warehouse):
    warehouse.state(sold("300", field="title"), sold("394"))
    assert warehouse.findings(CHECK) == []


@pytest.mark.parametrize(("year", "count"), [("2015", 1), ("2014", 0)])
def test_a_headline_of_a_year_is_compared_with_that_year(warehouse, year, count):
    warehouse.state(
        sold("exactly 531,204", field="title", during="2015"), sold("exactly 351,204", during=year)
    )
    assert len(warehouse.findings(CHECK)) == count


def cut(words, **columns):
    return figure(words, **{"metric_code": "jobs_cut", "unit": "post", **columns})


def counts(warehouse):
    """Return how many headlines are wrong, by article."""
    return {name: len(found) for name, found in warehouse.certainties(CHECK).items()}


def test_what_is_planned_is_told_by_the_first_sentence_in_another_noun(warehouse):
    expected = {"exactly 1,900": 1, "exactly 1,400": 0, "exactly 3,100": 0}
    for number in expected:
        title = cut("exactly 1,400", field="title", unit="job")
        warehouse.state(title, cut(number, status="forecast"), article=number)
    assert counts(warehouse) == expected


def test_a_headline_may_be_of_another_figure(warehouse):
    for other in (cut("exactly 300"), cut("exactly 1,400", metric_code="visits", unit="visit")):
        warehouse.state(cut("exactly 1,400", field="title", unit="job"), cut("exactly 1,900"), other)
    assert warehouse.findings(CHECK) == []


def test_of_several_prices_one_of_the_size_of_the_headlines_is_meant(warehouse):
    expected = {"$54 million": 1, "$62 million": 1, "$102 million": 0}
    fine = {"metric_code": "fine"}
    other = figure("$98 million", metric_code="fine", scope="second")
    for price in expected:
        title = figure("$45 million", field="title", **fine)
        warehouse.state(title, figure(price, **fine), other, article=price)
    assert counts(warehouse) == expected


def test_the_only_amount_or_percentage_of_the_first_lines_is_the_headlines(warehouse):
    expected = {
        "$45 million: $62 million": 1,
        # cut off; several times as much; of another currency; the amount stands further down
        "$16 billion: $16.6 billion": 0,
        "$45 million: $620 million": 0,
        "$45 million: £62 million": 0,
        "12%: 32%": 1,
        "12%: 12.4%": 0,
    }
    for case in expected:
        title, body = case.split(": ")
        kind = {"kind": "growth"} if "%" in title else {}
        warehouse.state(figure(title, field="title", **kind), figure(body, **kind), article=case)
    assert counts(warehouse) == expected


def test_what_the_text_says_further_down_bears_a_headline_out(warehouse):
    grown = {"kind": "growth"}
    far = figure("12%" + " " * 300, **grown)
    warehouse.state(figure("12%", field="title", **grown), figure("32%", **grown), far)
    assert warehouse.findings(CHECK) == []


def test_of_several_in_the_first_lines_the_one_of_the_metric_is_the_headlines(warehouse):
    profit, sales = {"metric_code": "growth_of_profit"}, {"metric_code": "growth_of_revenue"}
    warehouse.state(
        figure("12%", kind="growth", field="title", **profit),
        figure("4%", kind="growth", **sales),
        figure("32%", kind="growth", **profit),
    )
    (found,) = warehouse.findings(CHECK)
    assert found.quotes["text"] == ["32%"]


def test_an_amount_in_another_currency_beside_it_is_not_the_headlines(warehouse):
    _, pounds, dollars = warehouse.state(
        figure("$110 million", field="title"), figure("£28 million"), figure("$45 million")
    )
    (article,) = warehouse.connection.execute("select article_id from articles").fetchone()
    warehouse.insert_relation(article, "conversion", [("from", pounds), ("to", dollars)])
    assert warehouse.findings(CHECK) == []


def test_a_mistaken_digit_is_believed_of_whoever_is_said_to_have_it(warehouse):
    """The text says it far behind its beginning, of another subject and by another metric."""
    expected = {"exactly 37": 1, "exactly 72": 1, "exactly 54": 0, "exactly 127": 0}
    saved = {"unit": "person", "metric_code": "people", "entity_code": "crews"}
    house = figure("about 25", unit="house")
    for number in expected:
        title = figure("exactly 27", field="title")
        warehouse.state(title, house, figure(number, **saved), article=number)
    assert counts(warehouse) == expected


def test_a_headline_of_two_numbers_may_tell_what_was_wrong(warehouse):
    """ "443, not 429, were on board": the text has no 429."""
    told = [figure(f"exactly {number}", field="title") for number in (443, 429)]
    warehouse.state(*told, *(figure(f"exactly {number}", unit="person") for number in (443, 439)))
    assert warehouse.findings(CHECK) == []


def test_a_headlines_bicycles_are_the_texts_bikes(warehouse):
    told = {"metric_code": None}
    warehouse.state(figure("exactly 340 bicycle", field="title", **told), figure("exactly 430 bike", **told))
    assert [found.check for found in warehouse.findings()] == [CHECK]
    warehouse.state(figure("exactly 340 bicycle", field="title", **told), figure("exactly 430 bell", **told))
    assert len(warehouse.findings()) == 1


def grown(words, metric, **columns):
    return figure(words, **{"kind": "growth", "metric_code": metric, **columns})


def test_another_metric_that_agrees_by_chance_bears_no_headline_out(warehouse):
    """The text has 21 percent, far behind its beginning and of a share price."""
    told = [grown("21%", "growth_of_profit", field="title"), grown("11%", "growth_of_profit")]
    filler = figure("7 house" + " " * 600)
    warehouse.state(*told, filler, grown("21%", "growth_of_share_price"))
    (found,) = warehouse.findings(CHECK)
    assert found.quotes == {"title": ["21%"], "text": ["11%"]}
    warehouse.state(*told, filler, grown("21%", "growth_of_profit", scope="net"))
    assert len(warehouse.findings(CHECK)) == 1


def test_of_a_level_and_the_one_before_it_the_first_is_the_headlines(warehouse):
    gap = {"metric_code": "trade_balance"}
    warehouse.state(
        figure("$68.3 billion", field="title", **gap),
        figure("$38.3 billion", **gap),
        figure("$38.4 billion", **gap),
    )
    (found,) = warehouse.findings(CHECK)
    assert found.quotes["text"] == ["$38.3 billion"]


def test_the_sum_or_difference_of_two_in_the_first_lines_is_no_contradiction(warehouse):
    for words in ("4,000", "1,000"):
        warehouse.state(
            cut(words, field="title"),
            cut("exactly 2,500", place_code="US-IL"),
            cut("exactly 1,500", place_code="US-MI"),
        )
    assert warehouse.findings(CHECK) == []


def test_a_run_of_days_is_held_against_the_run_that_the_text_tells_of(warehouse):
    run = {"kind": "duration", "unit": "day", "metric_code": "run"}
    warehouse.state(figure("22", field="title", **run), figure("12", **run))
    assert [found.check for found in warehouse.findings()] == [CHECK]
    other = {**run, "metric_code": "time"}
    warehouse.state(figure("22", field="title", **other), figure("15", **other))
    assert len(warehouse.findings()) == 1


def test_a_headline_leaves_to_the_text_what_a_price_is_per(warehouse):
    text = (
        "Copper for delivery in three months closed at $9,828 a tonne on Monday, up 2.4 percent from $9,598. "
        "The metal is 27 percent dearer than at the end of 2023, when it cost $7,740."
    )
    read(warehouse, [text], title="Copper rallies past $9,800 as mine strike bites")
    assert warehouse.findings(CHECK) == []


@pytest.mark.parametrize(("told", "count"), [("exactly 327", 1), ("exactly 423", 0), ("exactly 72", 0)])
def test_three_digits_of_which_two_are_swapped_are_of_one_thing(warehouse, told, count):
    warehouse.state(
        figure("exactly 372", field="title", metric_code="cases", unit="case"),
        figure(told, metric_code="people_infected", unit="person"),
        figure("exactly 15", metric_code="people_treated", unit="person"),
    )
    assert len(warehouse.findings(CHECK)) == count


@pytest.mark.parametrize(("told", "count"), [("620,000", 1), ("260,000", 0)])
def test_the_last_lines_do_not_bear_out_a_headline_whose_digits_the_first_ones_exchange(
    warehouse, told, count
):
    between = "The birds are kept on farms near the village of Ostra, where turkeys died at the weekend. " * 8
    text = (
        f"Vets began on Thursday to cull {told} hens.\n\n{between}\n\nGrowers are paid for the 260,000 hens."
    )
    read(warehouse, [text], title="Vets to cull 260,000 hens")
    assert len(warehouse.findings(CHECK)) == count
