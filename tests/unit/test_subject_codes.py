"""Codes of subjects: named things, territories, parts of a whole; never a mere phrase."""

import pytest

from flows.extraction.extract import read_article
from flows.extraction.subjects.subject_codes import is_clean
from schemas.reference import load_reference

REFERENCE = load_reference()


def codes(text: str, title: str | None = None) -> list[str | None]:
    return [draft.entity_code for draft in read_article(text, title, None, REFERENCE).drafts]


def test_statistics_of_a_place_have_its_code() -> None:
    text = (
        "Doctors in Ostwick have found 412 mumps cases since June. Of the 412 cases, 231 were in Hartlow, "
        "131 in Port Selby and 50 in the Fells. The agency recorded 38 cases last year."
    )
    assert codes(text) == ["ostwick", "ostwick", "hartlow", "port_selby", "fells", "ostwick"]


def test_votes_and_turnout_are_of_the_place() -> None:
    text = (
        "Ina Hart was elected mayor of Brimley on Sunday with 900 votes. "
        "A total of 1,700 valid votes were cast. "
        "Turnout was 61%. Four years ago turnout was 55%. The new council has 45 seats."
    )
    assert codes(text) == ["ina_hart", "brimley", "brimley", "brimley", None]


def test_a_part_has_the_code_of_its_whole_before_its_own() -> None:
    text = (
        "Hart Mills, a maker of flour, earned 55 million euros. Bread brought in 40 million euros and cheese "
        "pies 15 million euros. The company's wind farms have a capacity of 5 gigawatts."
    )
    assert codes(text) == [
        "hart_mills",
        "hart_mills/bread",
        "hart_mills/cheese_pies",
        "hart_mills/wind_farms",
    ]


def test_products_counted_have_the_code_of_the_product() -> None:
    assert codes("Nissan delivered 5,973 Leafs and 20 cars.")[0] == "nissan_leaf"


def test_drivers_of_a_thing_have_its_code() -> None:
    assert codes("Leaf drivers have covered 3 million km.") == ["nissan_leaf"]


@pytest.mark.parametrize(
    "text",
    [
        "A new round of planned job cuts will hit 40 offices.",
        "An agency has counted 38 boats.",
        "The results were 3.8 percent above the plan.",
        "Some 60 people were late.",
        "They had been told of 30 letters.",
        "It rained on 30 days.",
    ],
)
def test_nobody_in_particular_has_no_code(text: str) -> None:
    assert codes(text) == [None]


def test_phrases_that_are_no_subjects() -> None:
    assert not is_clean(["412", "cases"])
    assert not is_clean(["been", "disclosed"])
    assert not is_clean(["carmakers", "said"])
    assert not is_clean(["tuesday", "sales"])
    assert not is_clean(["for", "stakes"])
    assert not is_clean(["increased"])
    assert not is_clean(["stock", "units", "representing"])
    assert not is_clean(["profit", "nevertheless"])
    assert not is_clean(["women", "earn"])
    assert not is_clean(["mills", "while"])
    assert not is_clean(["mills", "get", "tax"])
    assert not is_clean(["mills", "last"])
    assert not is_clean(["bps"])
    assert is_clean(["display", "advertising"])
    assert is_clean(["housing", "starts"])


def test_the_document_names_a_listed_thing() -> None:
    draft = read_article("GM sold 40 cars.", None, None, REFERENCE).drafts[0]
    assert (draft.subject, draft.entity_code) == ("GM", "general_motors")
    draft = read_article("General Motors met. GM sold 40 cars.", None, None, REFERENCE).drafts[0]
    assert draft.subject == "General Motors"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("There are 40 million lamps in use.", "lamps"),
        ("The jobless rate of Sweden is low, compared with 8% in Norway.", "Norway"),
        ("Velta sold 40 lamps. ($1 = 6.8 crowns)", "dollar/crown"),
        ("Norway said 2 million people were in work.", "people in work"),
        (
            "It is in the early stages of a four-year revival plan that includes 16 mills.",
            "four-year revival plan",
        ),
        ("The number of people out of work in Norway rose by 40.", "people out of work"),
        ("Velta sold lamps. Pollsters asked 801 adults.", "adults"),
        ("Lamps fell. Hart analyst Jane Roe, who follows Velta, cut her estimate to $3.", None),
        ("Spending on new homes fell 3 percent.", "new homes"),
        # Nouns that are verbs of telling as well.
        ("New jobless claims fell 3 percent in Norway.", "Norway new jobless claims"),
        ("Velta met. The notes cost 3 crowns.", "notes"),
        # What a hyphen joins is one word.
        ("The number of peer-to-peer lenders fell 3 percent.", "peer-to-peer lenders"),
        ("Day-to-day low-cost lamp rent-free loans rose 3%.", "day-to-day low-cost lamp rent-free loans"),
        ("The write-off represents 17 percent of the price.", "write-off"),
        ("Velta rose 3 percent, compared with a 5 percent rise in the S&P 500 Index.", "S&P"),
        # An adverb begins no phrase; states say nothing in a name.
        ("Elsewhere, lamp makers lost 3 million crowns.", "lamp makers"),
        ("Payments outside the United States grew 3 percent.", "payments outside the United States"),
    ],
)
def test_what_a_figure_is_of(text: str, subject: str | None) -> None:
    found = read_article(text, None, None, REFERENCE).drafts[-1].subject
    assert found == subject if subject is not None else found != "Jane Roe"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        # Of whom the article is, of where its figures are, and of nobody.
        ("Velta sold 40 lamps. Velta's profit fell. Churn rose to 3 percent.", "Velta churn"),
        ("Velta sold 40 lamps. Velta's profit fell. Its lamp unit earned $3 million.", "Velta lamp unit"),
        ("Wages in Norway rose. In Norway, youth poverty fell 3 percent.", "Norway youth poverty"),
        ("Wages in Norway rose. In Norway, factory ships fell 3 percent.", "factory ships"),
        ("Velta sold 40 lamps. Velta's profit fell. The firm's shops took $3.", "Velta shops"),
        ("Velta sold 40 lamps. Velta's profit fell. The dollar rose 3 percent.", "dollar"),
        ("Velta sold 40 lamps. Velta's profit fell. In May the brokerages cut 3 jobs.", "brokerages"),
    ],
)
def test_a_phrase_is_named_with_whom_the_article_is_about(text: str, subject: str) -> None:
    assert read_article(text, None, None, REFERENCE).drafts[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Mills in Norway shut. Lamps light Norway. The ministers want $3 billion.", "Norway ministers"),
        # Whose it is nobody says.
        ("Elections come in May. The government will spend $3 billion.", "government"),
    ],
)
def test_a_body_of_state_is_named_with_its_country(text: str, subject: str) -> None:
    assert read_article(text, None, None, REFERENCE).drafts[-1].subject == subject


def test_a_table_is_of_the_firm_that_its_title_names() -> None:
    for title in ("VELTA CORP <VLT> 2ND QTR", "<VELTA CORP> 2ND QTR"):
        reading = read_article("Shr 40 cts vs 30 cts. Revs 3.1 mln vs 2.9 mln.", title, None, REFERENCE)
        assert {(draft.subject, draft.entity_code) for draft in reading.drafts} == {("Velta", "velta")}
