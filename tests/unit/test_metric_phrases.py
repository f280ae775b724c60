"""Which words of a phrase name what a figure measures, and which only stand beside it."""

import pytest

from flows.extraction.extract import read_article
from schemas.reference import load_reference

REFERENCE = load_reference()


def measured(text: str) -> dict[str, str | None]:
    """Return the code of each figure by its words."""
    drafts = read_article(text, None, "2016-09-01", REFERENCE).drafts
    return {text[draft.start : draft.end]: draft.metric_code for draft in drafts}


@pytest.mark.parametrize(
    ("text", "quote", "code"),
    [
        (
            "Shares of Hart fell to $12, down 5 percent in extended trade.",
            "5 percent",
            "growth_of_share_price",
        ),
        ("Trade with Norway rose 5 percent.", "5 percent", "growth_of_trade"),
        (
            "Sales rose 4 percent, their biggest gain since a 6 percent rise in May.",
            "6 percent",
            "growth_of_revenue",
        ),
        (
            "Hart expects a profit of 17 cents per share on revenue of $3 million.",
            "17 cents per share",
            "earnings_per_share",
        ),
        ("Analysts polled by Hart had forecast exports of 90 tonnes.", "90 tonnes", "exports"),
        ("Hart polled 900 farmers.", "900", "farmers_surveyed"),
        ("Hart cut its price target to 32 francs from a previous 40.", "40", None),
        ("Growers planted 900 acres.", "900 acres", "acres_planted"),
        ("The No. 2 lamp maker sold 30 lamps.", "No. 2", "lamp_maker_rank"),
        ("Hart slipped to No. 4.", "No. 4", "rank"),
        ("Hart trades at 12 times expected earnings.", "12 times", "price_to_earnings_ratio"),
        ("Its debt was 3 times core earnings.", "3 times", "multiple_of_earnings"),
        # A fund that moves does so in what it is worth; what it is given is funding.
        ("Hart's hedge fund lost 3 percent.", "3 percent", "growth_of_fund_value"),
        ("Hart cut the federal funds target rate by 3 percent.", "3 percent", "growth_of_interest_rate"),
        ("The mill fund of $3 million is new.", "$3 million", "grant"),
        # What goes in and out of it is neither.
        ("Bond funds had outflows of $3 million.", "$3 million", "outflows"),
        ("Savers poured $3 million into bond funds.", "$3 million", "inflows"),
    ],
)
def test_a_word_beside_a_number_is_not_always_its_measure(text: str, quote: str, code: str | None) -> None:
    assert measured(text)[quote] == code


def test_a_share_of_a_market_is_no_price_of_a_share() -> None:
    (draft,) = read_article("Hart has a 38 percent share of the lamp market.", None, None, REFERENCE).drafts
    assert (draft.metric_code, draft.metric) == ("market_share", "share")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Exports rose 3 percent to $90 million on strong demand.", "exports"),
        ("Deliveries to customers fell 3 percent to 900 cars.", "vehicles_delivered"),
        ("Sales by volume fell 3 percent to 900 barrels.", "sales"),
        ("Demand for lamps, which include oil lamps, rose 3 percent to 900 tonnes.", "demand"),
        ("Hart shares lifted the Dow, and Velta rose 3 percent to $12.", "share_price"),
        ("Signed contracts for homes fell 3 percent to 900 units.", "contracts"),
    ],
)
def test_a_change_and_the_level_it_led_to_measure_the_same(text: str, code: str) -> None:
    change, level = read_article(text, None, "2016-09-01", REFERENCE).drafts[:2]
    assert (change.metric_code, level.metric_code) == (f"growth_of_{code}", code)


def test_a_listed_firm_in_an_index_moves_in_its_share() -> None:
    text = "The Dow fell 2 percent. Among Dow components, Boeing rose 3 percent."
    index, firm = read_article(text, None, "2016-09-01", REFERENCE).drafts
    assert (index.metric_code, firm.metric_code) == ("growth_of_stock_index", "growth_of_share_price")


def test_a_listed_firm_beside_oil_moves_in_its_share() -> None:
    text = "Crude oil prices rose 2 percent to $60 a barrel. Boeing rose 3 percent to $12 as shares gained."
    assert measured(text)["3 percent"] == "growth_of_share_price"


def test_what_a_hyphen_joins_to_another_word_measures_nothing() -> None:
    text = "The pay-television unit, which began cost-cutting, had a core profit of 30 million euros."
    assert measured(text)["30 million euros"] == "operating_profit"


@pytest.mark.parametrize(
    ("text", "quote", "code"),
    [
        (
            "Profit in Hart's exploration and production unit rose 36 percent to $5 billion.",
            "36 percent",
            "growth_of_profit",
        ),
        (
            "The forecast was made by Orrin, an investment bank. Its fees rose 3 percent.",
            "3 percent",
            "growth_of_payment",
        ),
        ("Sales fell amid a trade war, by 3 percent.", "3 percent", "growth_of_revenue"),
        ("The import market will grow to 3 million tonnes.", "3 million tonnes", "imports"),
    ],
)
def test_what_tells_apart_a_head_without_a_measure_is_none(text: str, quote: str, code: str) -> None:
    assert measured(text)[quote] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hart announced $3 million of cost cuts.", "cost_cuts"),
        ("Hart had a tax credit of $3 million.", "tax_relief"),
        ("It bought $3 million in bond purchases.", "bond_purchases"),
        ("Hart reported 300,000 subscriber additions.", "subscriber_additions"),
        ("Asset sales were $3 million.", "revenue"),
        ("Hart paid taxes of $3 million.", "tax"),
    ],
)
def test_a_head_that_is_counted_itself_is_measured(text: str, code: str) -> None:
    (draft,) = read_article(text, None, "2016-09-01", REFERENCE).drafts
    assert draft.metric_code == code


def test_an_entry_of_a_firms_table_is_money_without_a_currency() -> None:
    net, sales = "Net 1,555,000 vs loss 456,000", "Sales 6.3 mln vs 5.1 mln"
    text = f"Shr 5 cts vs 4 cts\n\n{net}\n\n{sales}\n\nAvg shrs 1.8 mln vs 1.6 mln"
    found = measured(text)
    assert [found[quote] for quote in ("1,555,000", "456,000")] == ["net_profit", "net_loss"]
    assert [found[quote] for quote in ("6.3 mln", "5.1 mln")] == ["revenue", "revenue"]
    assert [found[quote] for quote in ("1.8 mln", "1.6 mln")] == ["average_shares", "average_shares"]


def test_sales_of_things_in_no_firms_table_are_counted() -> None:
    assert measured("Car sales 6,300 vs 5,100 in May")["6,300"] == "vehicles_sold"


@pytest.mark.parametrize(
    ("text", "quote", "code"),
    [
        (
            "Norway had a trade surplus of $9 million, after a deficit of $3 million.",
            "$3 million",
            "trade_balance",
        ),
        ("The balance of payments showed a surplus of $9 million.", "$9 million", "balance_of_payments"),
        ("The balance of payments surplus narrowed to $9 million.", "$9 million", "balance_of_payments"),
        ("The deficit was $9 million.", "$9 million", "budget_balance"),
        ("The current account was in deficit by $9 million.", "$9 million", "current_account"),
    ],
)
def test_a_balance_is_of_what_it_was_said_to_be_of(text: str, quote: str, code: str) -> None:
    assert measured(text)[quote] == code


def test_what_an_aside_says_is_not_of_the_clause_around_it() -> None:
    text = "Margins in that unit, which suffers from weak demand, improved to 16.1 percent from 13.7 percent."
    assert measured(text) == {"16.1 percent": "margin", "13.7 percent": "margin"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Operating profit, excluding gains on investments, also fell 3 percent.",
            "growth_of_operating_profit",
        ),
        ("Permits, an early sign of home sales, rose 3 percent.", "growth_of_permits"),
        ("The load factor -- a measure of demand -- was up 3 percent.", "growth_of_occupancy"),
        ("Shares of Hart, which has a debt of $9 million, rose 3 percent.", "growth_of_share_price"),
        (
            "Revenue, excluding sales of mills, but including a budget surplus, rose 3 percent.",
            "growth_of_revenue",
        ),
        ("In May, sales rose 3 percent, profits fell 5 percent.", "growth_of_profit"),
    ],
)
def test_what_is_inserted_before_a_verb_is_not_what_rose(text: str, code: str) -> None:
    assert list(measured(text).values())[-1] == code


def test_a_figure_inserted_before_a_verb_hides_no_subject() -> None:
    text = "Wage costs at Hart, which make up about 30 percent of its spending, grew 0.1 percent."
    assert measured(text)["0.1 percent"] == "growth_of_costs"


@pytest.mark.parametrize(
    ("text", "quote", "code"),
    [
        ("Hart sold a 7-year bond.", "7-year", "term_to_maturity"),
        ("Rates on 12-year fixed-rate mortgages fell.", "12-year", "term"),
        ("The krone fell to a five-month low.", "five-month", "time_since_such_a_low"),
        ("Orders had their biggest drop in over six years.", "six years", "time_since_such_a_drop"),
        ("Orders fell for the first time in six years.", "six years", "time_since_it_last_happened"),
        ("Dockers began a 12-day strike.", "12-day", "length_of_strike"),
        ("Orders fell sharply within three months.", "three months", "time_period"),
        ("The 90-day moving average fell.", "90-day", "time_period"),
    ],
)
def test_a_duration_is_of_what_lasts(text: str, quote: str, code: str) -> None:
    assert measured(text)[quote] == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The euro fell 3 percent to $1.25.", ["growth_of_exchange_rate", "exchange_rate"]),
        ("Against the yen, the dollar fell 3 percent at 90.", ["growth_of_exchange_rate", "exchange_rate"]),
        ("The krone traded at 9.20 per dollar.", ["exchange_rate"]),
        ("Exports of dollar bonds fell 3 percent.", ["growth_of_exports"]),
    ],
)
def test_what_a_currency_moves_by_is_its_exchange_rate(text: str, codes: list[str]) -> None:
    assert list(measured(text).values()) == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The economy will shrink 3 percent.", "growth_of_gdp"),
        ("The economy, which is small, grew 3 percent.", "growth_of_gdp"),
        ("Growth in the economy was 3 percent.", "growth_of_gdp"),
        ("The fund is to cut its growth forecast for the economy from 3 percent.", "growth_of_gdp"),
        ("The flood cost its economy $9 million.", "costs"),
        ("Lamp shipments in the largest economy fell 3 percent.", "growth_of_shipments"),
    ],
)
def test_an_economy_is_measured_by_what_it_does_itself(text: str, code: str) -> None:
    assert list(measured(text).values()) == [code]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Half of the houses will flood.", "share of houses that will flood"),
        ("About 30 percent of that loss was due to floods.", "share of that loss"),
        ("A third of its revenue comes from lamps.", "share of revenue that comes"),
        ("Hart outdid 30 percent of its peers according to Acme.", "share of peers"),
        ("It is within 2 percent of its high of May 21.", "share of high of may 21"),
    ],
)
def test_a_share_is_of_what_stands_before_the_verb(text: str, metric: str) -> None:
    drafts = read_article(text, None, "2016-09-01", REFERENCE).drafts
    assert drafts[0].metric == metric


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell on a profit forecast of Hart Mills Inc (HRT.O), which tumbled 3 percent to $25.42.",
        "Lamp makers recovered their losses, with Hart Mills Inc (HRT.O) up 3 percent at $9.09. Shares rose.",
    ],
)
def test_a_firm_that_moves_to_a_few_dollars_does_so_in_its_share(text: str) -> None:
    assert list(measured(text).values()) == ["growth_of_share_price", "share_price"]


def test_what_is_at_a_firm_is_no_price_of_its_share() -> None:
    text = "Shares rose. The fee at Hart Mills rose 3 percent to $25."
    assert measured(text)["$25"] != "share_price"
