"""What figures measure, in many fields: codes, names, bases and scopes."""

import pytest

from flows.extraction.extract import read_article
from flows.extraction.figure import Draft
from schemas.reference import load_reference

REFERENCE = load_reference()


def drafts(text: str, title: str | None = None) -> list[Draft]:
    return read_article(text, title, None, REFERENCE).drafts


def codes(text: str) -> list[str | None]:
    return [draft.metric_code for draft in drafts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # vehicles: sold, delivered, registered, built and exported are five metrics
        ("The maker sold 41,300 cars.", ["vehicles_sold"]),
        ("The maker delivered 41,300 cars.", ["vehicles_delivered"]),
        ("The maker built 41,300 cars.", ["vehicles_built"]),
        ("It exported 41,300 trucks.", ["vehicles_exported"]),
        ("In all, 41,300 vans were registered.", ["vehicles_registered"]),
        ("Sales reached 41,300 cars.", ["vehicles_sold"]),
        ("Car production rose to 41,300 from 39,900.", ["vehicles_built", "vehicles_built"]),
        ("The brand sold 9,100 cars and 3,400 trucks.", ["vehicles_sold", "vehicles_sold"]),
        ("Some 52,000 handsets were shipped.", ["handsets_shipped"]),
        ("The hall sold 8,800 tickets.", ["tickets_sold"]),
        # earnings
        ("Revenue rose 6 percent to $4.4 billion.", ["growth_of_revenue", "revenue"]),
        ("Sales rose 6 percent to $4.4 billion.", ["growth_of_revenue", "revenue"]),
        ("Turnover was £31m against £29m.", ["revenue", "revenue"]),
        ("Net profit fell to 12 million euros.", ["net_profit"]),
        ("It made an operating loss of $3 million.", ["operating_loss"]),
        ("Net income was $9 million, or 31 cents a share.", ["net_profit", "earnings_per_share"]),
        ("Shr 16 cts vs 21 cts", ["earnings_per_share", "earnings_per_share"]),
        ("Net 4.1 mln dlrs vs 3.8 mln", ["net_profit", "net_profit"]),
        ("The operating margin narrowed to 8.1 percent.", ["margin"]),
        ("It will pay a dividend of 12 cents a share.", ["dividend"]),
        # economy, labour, trade
        ("Unemployment climbed to 8.2 percent.", ["unemployment_rate"]),
        ("The jobless rate was 8.2 percent.", ["unemployment_rate"]),
        ("The economy grew 2.4 percent.", ["growth_of_gdp"]),
        ("Consumer prices rose 0.4 percent.", ["growth_of_consumer_prices"]),
        ("The bank raised its key rate to 4.5 percent.", ["interest_rate"]),
        ("Exports fell 3 percent to $18 billion.", ["growth_of_exports", "exports"]),
        ("The trade deficit widened to $7.1 billion.", ["trade_balance"]),
        ("The number of jobs rose 61,000.", ["growth_of_jobs"]),
        ("The cancellation rate was 17 percent.", ["cancellation_rate"]),
        # elections
        ("The Harbour Party won 41 seats.", ["seats"]),
        ("Turnout was 61 percent.", ["turnout"]),
        ("She got 18,200 votes.", ["votes"]),
        # health, crime, population, sport, energy
        ("There were 31 deaths and 480 confirmed cases.", ["deaths", "cases"]),
        ("The landslide killed 14 people.", ["deaths"]),
        ("Burglaries fell 9 percent.", ["growth_of_crimes"]),
        ("The town has a population of 23,000.", ["population"]),
        ("The final drew a crowd of 54,000.", ["attendance"]),
        ("The dam has a capacity of 320 megawatts.", ["capacity"]),
        ("Output rose to 2.1 million tonnes.", ["output"]),
        ("The car has a range of 310 km.", ["driving_range"]),
        ("The fleet drove 2 million kilometres.", ["distance_driven"]),
        # What a barrel or a tonne costs is a price, whatever stands beside it.
        ("Copper for May delivery lost 3 percent to $8,100 a tonne.", ["growth_of_price", "price"]),
        (
            "Ardent crude fell 8 cents, or 0.1%, to $58.33 a barrel.",
            ["growth_of_oil_price"] * 2 + ["oil_price"],
        ),
        ("The oil pipeline cost $3 million to repair.", ["costs"]),
        ("Net income was $23 million, or 17 cents per diluted share.", ["net_profit", "earnings_per_share"]),
        ("Heating bills rose 22% amid higher prices.", ["growth_of_costs"]),
        ("Some 3,028 adults aged 18 or over were questioned.", ["adults_surveyed"]),
    ],
)
def test_code(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_growth_links_to_its_level_by_a_prefix() -> None:
    growth, level = drafts("Van sales rose 5 percent to 71,000.")
    assert growth.metric_code == f"growth_of_{level.metric_code}"
    assert growth.metric == f"change in {level.metric}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The poll questioned 1,943 adults.", "adults questioned"),
        ("The landslide killed 14 people.", "people killed"),
        ("Velta eliminated 4,900 jobs.", "jobs eliminated"),
        ("The economy grew 3 percent.", "economic output growth"),
        ("Velta earned 45 cents per share.", "earnings per share"),
        ("Velta, a firm in Hart, fell 3 percent. Its share price is low.", "change in share price"),
        ("Jane Roe ran it in 6.56 seconds.", "time"),
    ],
)
def test_a_metric_has_the_words_of_its_text(text: str, words: str) -> None:
    assert drafts(text)[0].metric == words


def test_sales_in_money_and_in_units_are_two_metrics() -> None:
    money, units = drafts("Sales reached $80 million. Sales reached 8,000 cars.")
    assert (money.metric_code, units.metric_code) == ("revenue", "vehicles_sold")


def test_a_percent_change_of_sales_follows_the_level_beside_it() -> None:
    text = "Sales rose 4 percent to 8,000 cars. Rival Orrin's sales fell 2 percent."
    assert codes(text) == ["growth_of_vehicles_sold", "vehicles_sold", "growth_of_vehicles_sold"]


@pytest.mark.parametrize(
    "text",
    [
        "The north led with sales of 9,000 cars, followed by the south (6,000) and the islands (500).",
        "Sales fell to 9,000 cars from 9,800 in May, compared with 7,000 in April.",
        "The dealer sold 9,000 cars. That compares with 8,500 a year earlier.",
    ],
)
def test_figures_without_a_word_of_their_own_take_the_level_before(text: str) -> None:
    assert set(codes(text)) == {"vehicles_sold"}


def test_a_counted_thing_without_a_verb_keeps_its_noun() -> None:
    assert codes("The museum has 14 galleries in nine towns.") == ["galleries", "towns"]


def test_a_place_where_things_are_sold_is_not_what_is_sold() -> None:
    assert codes("The bicycle is sold in 31 countries.") == ["countries"]


def test_own_words_meet_in_number_and_case() -> None:
    one, other = codes("The reef has 300 lighthouses."), codes("One lighthouse among 300 Lighthouses stands.")
    assert one[0] == other[-1] == "lighthouses"


@pytest.mark.parametrize(
    ("text", "base", "code"),
    [
        ("Women made up 45 percent of the intake.", "intake", "share_of_intake"),
        ("Rail carried a third of all freight.", "freight", "share_of_freight"),
        ("Half of the bicycles sold were electric.", "bicycles sold", None),
    ],
)
def test_a_share_says_of_what(text: str, base: str, code: str | None) -> None:
    (draft,) = drafts(text)
    assert draft.base == base
    assert draft.metric is not None and draft.metric.startswith("share of")
    assert code is None or draft.metric_code == code


def test_a_survey_share_says_what_holds() -> None:
    (draft,) = drafts("Some 44% of tenants want a new heating system.")
    assert draft.base == "tenants"
    assert draft.metric == "share of tenants that want a new heating system"


def test_market_share_is_one_metric_whoever_holds_it() -> None:
    assert codes("Its market share rose to 19 percent from 17 percent.") == ["market_share", "market_share"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The maker sold 900 electric cars.", "electric"),
        ("The maker sold 900 EVs.", "electric"),
        ("The maker sold 900 cars.", None),
        ("The yard sold 900 new trucks.", "new+truck"),
        ("There were 480 confirmed cases.", "confirmed"),
        ("Domestic sales were 900 cars.", "domestic"),
        ("The jail holds 900 female prisoners.", "female"),
    ],
)
def test_scope_narrows_what_is_counted(text: str, scope: str | None) -> None:
    assert drafts(text)[0].scope == scope


def test_cars_are_a_scope_where_trucks_are_counted_too() -> None:
    cars, trucks, both = drafts("It sold 500 cars and 200 trucks. In all it sold 700 vehicles.")
    assert (cars.scope, trucks.scope, both.scope) == ("car", "truck", None)


def test_units_are_of_what_the_article_counts() -> None:
    first, second = drafts("The maker sold 900 electric cars in May. In June it sold 950 units.")
    assert first.metric_code == second.metric_code == "vehicles_sold"
    assert first.scope == second.scope == "electric"


def test_names_are_no_metric_words() -> None:
    assert codes("Marsh Holdings of the Sales Institute opened 12 galleries.") == ["galleries_opened"]


def test_what_is_measured_out_is_a_scope() -> None:
    zinc, lead = drafts("The mine produced 410,000 tonnes of zinc and 90,000 tonnes of lead.")
    assert (zinc.scope, lead.scope) == ("zinc", "lead")
    assert zinc.metric_code == lead.metric_code == "output"


def test_a_best_selling_car_sells_nothing_here() -> None:
    assert codes("It is one of four best-selling cars from Orrin.") == ["vehicles"]


def test_a_table_run_together_takes_linear_time() -> None:
    (first, *_, last) = drafts("sales of 5 cars " * 3000)
    assert first.metric_code == last.metric_code == "vehicles_sold"


def test_guesses_have_a_lower_confidence() -> None:
    sure, carried = drafts("The dealer sold 9,000 cars. That compares with 8,500 a year earlier.")
    assert sure.confidence.get("metric", 1.0) == 1.0
    assert carried.confidence["metric"] < 1.0


def test_the_reason_is_the_words_that_name_the_metric() -> None:
    text = "Net profit fell to 12 million euros."
    (draft,) = drafts(text)
    assert text[draft.why["metric"].start : draft.why["metric"].end] == "Net profit"


def test_a_text_may_end_in_the_name_of_a_thing() -> None:
    assert len(drafts("The town pays 12 euros for oil")) == 1


@pytest.mark.parametrize(
    ("text", "metric", "code"),
    [
        ("Vestra bought the Hart mills for $3 million.", "purchase price of Hart mills", "deal_value"),
        (
            "Vestra acquired Norway's Hartlow in 2012 for $3 million.",
            "acquisition price of Norway's Hartlow",
            "deal_value",
        ),
        ("Vestra will sell its lamp unit for $3 million.", "sale price of lamp unit", "deal_value"),
        ("Hartlow, which Vestra bought last May for $3 million, grew.", "purchase price", "deal_value"),
        ("Vestra will sell immediately $3 million of stock.", "sale price", "deal_value"),
        ("Vestra raised $3 million from its listing.", "amount raised", "financing"),
        ("Vestra earned $3 million.", "earnings", "profit"),
        ("The bank has emergency loans worth $3 million.", "value of emergency loans", "value"),
        # A noun of the text's own comes first.
        ("Vestra made a profit of $3 million.", "profit", "profit"),
    ],
)
def test_what_is_done_names_its_money(text: str, metric: str, code: str) -> None:
    draft = read_article(text, None, None, load_reference()).drafts[-1]
    assert (draft.metric, draft.metric_code) == (metric, code)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The game of Vestra runs at a steady 60fps.", "frame rate"),
        # What lasts and has no name of its own is a time; no figure beside it takes that over.
        ("Vestra sold 40 lamps. Guests had to wait two years.", "time period"),
        # A predicate is told to its end, and no "not" is lost.
        (
            "Of the 900 farmers polled, 40% said they wanted a new bridge over the river at Hart.",
            "share of farmers polled that said they wanted a new bridge over the river at hart",
        ),
    ],
)
def test_what_units_and_predicates_name(text: str, metric: str) -> None:
    assert read_article(text, None, None, load_reference()).drafts[-1].metric == metric


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Revenue fell at Vestra. A court awarded Hartlow $3 million.", "award"),
        ("Revenue fell at Vestra. The film took $3 million at the weekend.", "takings"),
        ("Revenue fell at Vestra. Hartlow took $3 million from the scheme.", "amount taken"),
        ("Revenue fell at Vestra. Hartlow was sued for $3 million.", "claim"),
        ("Revenue fell at Vestra. They swindled $3 million.", "amount swindled"),
        # Where the verb goes with something else, what was spoken of before goes on.
        ("Revenue fell at Vestra. Hartlow finished second with $3 million.", "revenue"),
        ("Income at Vestra rose to $3 million due to demand for lamps.", "income"),
        # What stands behind both amounts of a conversion names them.
        ("Hartlow told of a $3m (£2m) fraud.", "fraud"),
        ("A judge threw out the town's $3m (£2m) claim.", "claim"),
    ],
)
def test_money_without_a_noun_is_named_by_its_verb(text: str, metric: str) -> None:
    assert read_article(text, None, None, load_reference()).drafts[-1].metric == metric


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The backlog of contracts at Vestra was up 3%.", "change in backlog"),
        ("The value of petroleum stocks fell 3%.", "change in value"),
        ("Shares in the budget airline Vestra plunged 3%.", "change in share price"),
        ("The price index for consumer spending rose 3%.", "change in price index"),
        # A number in the complement cuts nothing off.
        ("The yield on the benchmark 10-year bond fell five basis points.", "change in yield"),
        ("The average yield on the 2021 bond was 3%.", "yield"),
        ("They expect more profit in 2009, and sales rose 3%.", "change in sales"),
        # What stands beside the number, or in a clause of its own, is no complement.
        ("Vestra forecast earnings of $3 a share on revenue of $9 million.", "revenue"),
        ("In trade in Harl the share price was down 3%.", "change in share price"),
    ],
)
def test_a_head_says_what_its_complement_narrows(text: str, metric: str) -> None:
    assert read_article(text, None, None, load_reference()).drafts[-1].metric == metric


def test_what_a_share_is_held_against_is_the_market() -> None:
    text = "Vestra shares fell 3%, underperforming a 1% fall in the broader market."
    last = read_article(text, None, None, load_reference()).drafts[-1]
    assert (last.subject, last.metric_code) == ("broader market", "growth_of_stock_index")


def test_what_is_owned_of_something_is_a_stake() -> None:
    draft = read_article("Vestra is 84 percent owned by Hartlow.", None, None, load_reference()).drafts[0]
    assert (draft.kind, draft.metric, draft.metric_code) == ("share", "stake", "stake")


def test_what_closes_at_a_number_is_not_counted() -> None:
    text = "The Nasdaq Composite Index lost 20.83 points to close at 2,971.33."
    assert read_article(text, None, None, load_reference()).drafts[-1].metric == "stock index"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What is paid for many shares is no price of one.
        ("Shares in Velta fell. Hart repurchased its shares for 3 million crowns.", ["share buyback"]),
        # How something is paid is not what is paid for.
        ("Hart bought Velta for 3 million crowns in cash.", ["purchase price of Velta"]),
        ("Hart ended the year with 3 million crowns in cash.", ["cash"]),
        # The other amounts of one deed are called as the first is.
        (
            "Hart bought Velta for 3 million dollars (2 million crowns).",
            ["purchase price of Velta", "purchase price of Velta"],
        ),
        ("Velta earned 5 million crowns, compared with 3 million crowns.", ["earnings", "earnings"]),
        # What an index does on a market is no price of a share.
        (
            "Shares in Velta rose 3 percent. The S&P 500 fell 2 percent.",
            ["change in share price", "change in stock index"],
        ),
    ],
)
def test_what_money_is_by_what_is_done_with_it(text, expected):
    assert [draft.metric for draft in drafts(text)] == expected


@pytest.mark.parametrize(
    ("text", "code", "metric"),
    [
        (
            "Earnings before interest, taxes, depreciation and amortization rose to 3 million crowns.",
            "ebitda",
            "ebitda",
        ),
        (
            "Profit before tax and exceptional items rose to 3 million crowns.",
            "pretax_profit",
            "profit before tax and exceptional items",
        ),
        ("Earnings rose to 3 million crowns.", "profit", "earnings"),
    ],
)
def test_a_result_is_named_by_what_is_not_yet_taken_off(text, code, metric):
    (found,) = drafts(f"Velta makes lamps. {text}")
    assert (found.subject, found.metric_code, found.metric) == ("Velta", code, metric)
