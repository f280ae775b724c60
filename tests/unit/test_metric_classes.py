"""What figures measure: named changes, types of a maker, what is kept out, shares, and what is the same."""

from decimal import Decimal

import pytest

from flows.extraction.extract import read_article
from flows.extraction.figure import Draft
from flows.extraction.metrics.share_names import predicate_key
from schemas.reference import load_reference

REFERENCE = load_reference()


def drafts(text: str) -> list[Draft]:
    return read_article(text, None, "2016-09-01", REFERENCE).drafts


def codes(text: str) -> list[str | None]:
    return [draft.metric_code for draft in drafts(text)]


@pytest.mark.parametrize(
    ("text", "code", "kind", "value"),
    [
        ("Retail sales grew at a 5.2 percent pace in June.", "growth_of_retail_sales", "growth", "5.2"),
        ("Output of steel rose at a 3.1 percent annual rate in May.", "growth_of_output", "growth", "3.1"),
        ("Home prices fell at a 2 percent annual rate.", "growth_of_house_prices", "growth", "-2"),
        ("Consumer spending slowed to a 1.1 percent rate.", "growth_of_spending", "growth", "1.1"),
        ("The central bank left its rate at 2 percent.", None, "percent", "2"),
        ("The ministry expects the economy to shrink by 3.5 percent.", "growth_of_gdp", "growth", "-3.5"),
        ("Portugal posted growth of 2.9 percent in 2010.", "growth_of_gdp", "growth", "2.9"),
        (
            "The county had a drop of $2 billion in annual payroll.",
            "growth_of_wages",
            "growth",
            "-2000000000",
        ),
        ("The decline between 2004 and 2005 was 168,000 jobs.", "growth_of_jobs", "growth", "-168000"),
        ("The drop was 6.4 million employees.", "growth_of_employees", "growth", "-6400000"),
        ("Small businesses numbered 7.4 million in 2009.", "businesses", "count", "7400000"),
        ("The fee was raised to 10 basis points.", "fee", "rate", "10"),
        ("The spread tightened by 5 basis points.", "growth_of_spread", "growth", "-5"),
        ("Earnings were 21 cents.", "earnings_per_share", "money", "0.21"),
        ("It signed a $300 million credit facility.", "facility", "money", "300000000"),
        ("It sold $400 million of bonds.", "bonds", "money", "400000000"),
        ("The hospital has $40 million in donations.", "donations", "money", "40000000"),
        ("The bank manages $17.4 billion of assets held by savers.", "assets", "money", "17400000000"),
        ("Orrin bought a 65 percent stake in Tarbo.", "stake", "share", "65"),
        ("Iva Brand won with 54.1% of the vote.", "share_of_votes", "share", "54.1"),
        ("Nissan delivered 4,411 Leafs.", "vehicles_delivered", "count", "4411"),
        ("Renault handed over its 20,000th Zoe.", "vehicles_delivered", "ordinal_milestone", "20000"),
        ("Orrin sold its 150,000th electric vehicle.", "vehicles_sold", "ordinal_milestone", "150000"),
        ("Nurses gave 24,500 doses.", "doses_given", "count", "24500"),
        ("The plant emitted 400 tonnes of CO2.", "emissions", "measure", "400"),
        ("Garages hold 12,000 models.", "models", "count", "12000"),
    ],
)
def test_a_figure_has_its_measure_kind_and_sign(text: str, code: str | None, kind: str, value: str) -> None:
    draft = drafts(text)[0]
    assert (draft.kind, draft.value) == (kind, Decimal(value))
    assert code is None or draft.metric_code == code


def test_a_pace_reported_before_is_growth_of_the_same() -> None:
    text = "Exports rose at a 3 percent pace, revised up from the 2.4 percent pace reported before."
    assert codes(text) == ["growth_of_exports", "growth_of_exports"]


def test_points_lead_to_a_level() -> None:
    growth, level = drafts("The yield rose 7 basis points to 3.2 percent.")
    assert (growth.kind, growth.metric_code) == ("growth", "growth_of_bond_yield")
    assert (level.kind, level.metric_code) == ("rate", "bond_yield")


def test_a_quoted_price_is_of_shares() -> None:
    text = "Shares in Orrin rose 2.4 percent in premarket trading to $31.60. They closed at $19.97 on Friday."
    assert codes(text) == ["growth_of_share_price", "share_price", "share_price"]


def test_a_place_of_work_is_not_employed() -> None:
    assert codes("The firm employed 3,140 people at nine mills.") == ["employees", "mills"]


def test_a_share_in_apposition_is_of_what_is_counted() -> None:
    assert codes("The list won 24 of the 45 seats, or 53%.") == ["seats", "seats", "share_of_seats"]


def test_what_is_being_built_is_a_metric_of_its_own() -> None:
    one, other = drafts(
        "The park has a capacity of 5 gigawatts. Another 600 megawatts are under construction."
    )
    assert (one.metric_code, other.metric_code) == ("capacity", "capacity_under_construction")


def test_a_reason_is_not_what_grew() -> None:
    assert codes("Traffic grew by 5.2 percent on a rise in capacity of 6.4 percent.") == [
        "growth_of_passengers",
        "growth_of_capacity",
    ]


def test_a_part_of_the_stock_is_a_stake() -> None:
    assert codes("Lenders get 40 percent of the common stock.") == ["stake"]


def test_an_equation_of_currencies_is_a_rate_of_exchange() -> None:
    draft = drafts("Sales rose to $2.4 billion. ($1 = 0.7748 euros)")[-1]
    assert (draft.kind, draft.metric_code) == ("rate", "exchange_rate")


def test_provisions_are_no_losses() -> None:
    text = "The provision for loan losses was $20 million. Net charge-offs rose to $16 million."
    assert codes(text) == ["loan_loss_provision", "charge_offs"]


def test_things_per_thing_are_a_measure_of_their_own() -> None:
    assert codes("The town has 2.4 people per household.") == ["people_per_household"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("One in four electric vehicles on Nordic roads is a Saab.", "share_of_vehicles"),
        ("A third of the cyclists wore a helmet.", "share_of_cyclists_wore_helmet"),
        ("Some 39% of people under 55 own a boat.", "share_of_people_own_boat"),
        ("Some 44% of tenants want a new heating system.", "share_of_tenants_want_system"),
        ("One in five residents is older than 65.", "share_of_population_older_65"),
    ],
)
def test_the_code_of_a_share_is_short(text: str, code: str) -> None:
    assert drafts(text)[0].metric_code == code


def test_a_key_keeps_what_tells_answers_apart() -> None:
    assert predicate_key("want a tunnel") != predicate_key("want a bridge")
    assert predicate_key("did not vote") != predicate_key("did vote")
    assert predicate_key("are older than 65") != predicate_key("are older than 80")


SAME = [
    # types of a maker
    ("Tarbo has offered five electric models.", "Tarbo has sold five electric models so far."),
    ("Tarbo makes two models.", "Tarbo, with two models, leads the field."),
    ("Tarbo sells six versions.", "Tarbo offers six models."),
    # people at work
    ("The mill employs 3,140 people.", "The mill has about 3,100 employees."),
    ("The mill has a staff of 3,100.", "The mill has a workforce of 3,100."),
    ("The mill's work force of 3,100 is old.", "The mill had 3,100 workers."),
    # air
    ("The buses saved 400 tonnes of CO2.", "The buses have avoided 400 tonnes of carbon dioxide."),
    ("The buses prevented the release of 400 tonnes of CO2.", "It kept 400 tonnes of CO2 out of the air."),
    ("The plant emitted 400 tonnes of CO2.", "Emissions were 400 tonnes of CO2."),
    # cars
    ("It sold 300 Leafs.", "It sold 300 vehicles."),
    ("It sold 300 EVs.", "It sold 300 electric cars."),
    # elections
    ("The list holds 24 seats.", "The list won 24 seats."),
    ("She won with 54.1% of the vote.", "She took 54.1 percent of votes."),
    # health
    ("Nurses gave 24,500 doses.", "Some 24,500 doses were administered."),
    # earnings
    ("It expects earnings of 40 cents a share.", "Earnings were 40 cents."),
    ("Turnover was £31m.", "Revenue was £31m."),
    # the economy
    ("The economy grew 2.4 percent.", "Gross domestic product rose 2.4 percent."),
    ("Exports rose 3 percent.", "Exports rose at a 3 percent pace."),
    # work that ends
    ("It will cut 200 jobs.", "It announced 200 job cuts."),
    # deals
    ("It arranged a loan facility of $100 million.", "It signed a $100 million credit facility."),
]
DIFFERENT = [
    ("Tarbo has sold five models.", "Tarbo has sold 5,000 models."),
    ("The maker sold 900 cars.", "The maker built 900 cars."),
    ("The maker sold 900 cars.", "The maker sold 900 electric cars."),
    ("The buses saved 400 tonnes of CO2.", "The buses emitted 400 tonnes of CO2."),
    ("It dug 300 tonnes of zinc.", "It dug 300 tonnes of lead."),
    ("She won with 54.1% of the vote.", "Turnout was 54.1 percent."),
    ("The list won 24 seats.", "The list won 24 votes."),
    ("Earnings were 40 cents.", "Earnings were $40 million."),
    ("The park has a capacity of 600 megawatts.", "In the park 600 megawatts are under construction."),
    ("Some 44% of tenants want a lift.", "Some 44% of tenants want a garden."),
    ("Exports rose 3 percent.", "Imports rose 3 percent."),
    ("It will cut 200 jobs.", "It will create 200 jobs."),
    ("It took out a loan of $80 million.", "It sold bonds of $80 million."),
]


def like(text: str) -> tuple[str | None, str | None]:
    draft = drafts(text)[-1]
    return draft.metric_code, draft.scope


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_said_otherwise_is_compared(one: str, other: str) -> None:
    assert like(one) == like(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_thing_is_not_compared(one: str, other: str) -> None:
    assert like(one) != like(other)
